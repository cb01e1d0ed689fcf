"""What is in the journal, as a person reads it: each action by its name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from voordeur.regels.teksten import TEKSTEN

from .woorden_inwoner import VAN_INWONER


@dataclass(frozen=True)
class Handelingswoorden:
    """What happened in a few words, the sentence with who did it ({wie}), and the icon."""

    wat: str
    zin: str
    icoon: str = "file-text"


WOORDEN = {
    "toegang.melden": Handelingswoorden("Melding", "{wie} legde de melding vast.", "phone"),
    "toegang.melding.bevestigen": Handelingswoorden("Melding bevestigd", "{wie} stuurde de inwoner een brief.", "mail"),
    "toegang.onderzoek.vastleggen": Handelingswoorden(
        "Onderzoek vastgelegd", "{wie} schreef op wat er is onderzocht.", "clipboard-text"
    ),
    "toegang.zrm.scoren": Handelingswoorden("Zelfredzaamheid gescoord", "{wie} vulde de matrix in.", "list-check"),
    "toegang.criteria.beantwoorden": Handelingswoorden(
        "Voorwaarden beoordeeld", "{wie} beantwoordde de vragen van de regeling.", "clipboard-check"
    ),
    "toegang.inschalen": Handelingswoorden(
        "Arrangement bepaald", "{wie} vulde de gegevens voor het arrangement in.", "scale"
    ),
    "toegang.aanvraag.ontvangen": Handelingswoorden("Aanvraag ontvangen", "{wie} legde de aanvraag vast.", "inbox"),
    "toegang.besluit.voorbereiden": Handelingswoorden("Besluit voorbereid", "{wie} legde een besluit klaar.", "pencil"),
    "toegang.besluit.terugsturen": Handelingswoorden(
        "Besluit teruggestuurd", "{wie} stuurde het besluit terug.", "history"
    ),
    "toegang.besluit.nemen": Handelingswoorden(
        "Besluit genomen", "{wie} ondertekende het besluit. De brief ging naar de inwoner.", "gavel"
    ),
    "toegang.stap.noteren": Handelingswoorden("Stap genoteerd", "{wie} noteerde een stap van de weg.", "list-check"),
    "toegang.stap.overslaan": Handelingswoorden(
        "Verder zonder stap", "{wie} ging verder zonder een stap, met een reden.", "arrow-right"
    ),
    "toegang.uitvraag.stellen": Handelingswoorden("Vraag gesteld", "{wie} vroeg een ander iets.", "message-2"),
    "toegang.uitvraag.beantwoorden": Handelingswoorden("Antwoord binnen", "{wie} beantwoordde een vraag.", "inbox"),
    "toegang.uitvraag.herinneren": Handelingswoorden("Herinnering", "{wie} herinnerde aan een vraag.", "bell"),
    "toegang.uitvraag.inzien": Handelingswoorden("Vraag gelezen", "{wie} las een vraag.", "folder"),
    "toegang.besluit.vervolg": Handelingswoorden(
        "Vervolgbesluit voorbereid", "{wie} legde een besluit klaar over hoe het verdergaat.", "pencil"
    ),
    "toegang.resultaten.vastleggen": Handelingswoorden(
        "Resultaten vastgelegd", "{wie} schreef op wat de hulp moet bereiken.", "list-check"
    ),
    "toegang.pgb.beoordelen": Handelingswoorden(
        "Vraag om een pgb beoordeeld", "{wie} beoordeelde de voorwaarden van de wet.", "clipboard-check"
    ),
    "toegang.bezwaar.ontvangen": Handelingswoorden("Bezwaar ontvangen", "{wie} legde een bezwaar vast.", "inbox"),
    "toegang.bezwaar.te_laat_beoordelen": Handelingswoorden(
        "Te laat bezwaar beoordeeld", "{wie} beoordeelde waarom het bezwaar te laat kwam.", "clock"
    ),
    "toegang.bezwaar.uitnodigen": Handelingswoorden(
        "Uitgenodigd voor een gesprek", "{wie} nodigde de inwoner uit over het bezwaar.", "mail"
    ),
    "toegang.bezwaar.horen": Handelingswoorden(
        "Inwoner gehoord", "{wie} schreef op wat de inwoner zei, of waarom er geen gesprek was.", "clipboard-text"
    ),
    "toegang.bezwaar.beslissen": Handelingswoorden(
        "Beslist op bezwaar", "{wie} besliste op het bezwaar. De brief ging naar de inwoner.", "gavel"
    ),
    "toegang.omstandigheid.vastleggen": Handelingswoorden(
        "Bijzonderheid vastgelegd", "{wie} schreef op wat deze zaak bijzonder maakt.", "clipboard-text"
    ),
    "toegang.spoed.goedkeuren": Handelingswoorden("Spoed goedgekeurd", "{wie} keurde de spoed goed.", "alert-triangle"),
    "toegang.nieuwe_client.bepalen": Handelingswoorden(
        "Nieuw of bestaand", "{wie} bepaalde of de inwoner hier nieuw is.", "user"
    ),
    "toegang.woonplaats.vaststellen": Handelingswoorden(
        "Woonplaats gevonden", "{wie} legde vast waar de inwoner woont.", "map-pin"
    ),
    "toegang.aanmeldlijst.inzien": Handelingswoorden("Aanmeldlijst gelezen", "{wie} opende de aanmeldlijst.", "folder"),
    "toegang.toewijzen": Handelingswoorden("Behandelaar gekozen", "{wie} koos wie dit dossier behandelt.", "user"),
    "toegang.nood.openen": Handelingswoorden(
        "Geopend met noodtoegang", "{wie} opende dit dossier in nood.", "alert-triangle"
    ),
    "toegang.nood.bevestigen": Handelingswoorden(
        "Noodtoegang bevestigd", "{wie} vond goed dat een collega dit dossier opent.", "check"
    ),
    "toegang.nood.beoordelen": Handelingswoorden(
        "Noodtoegang bekeken", "{wie} keek of de noodtoegang terecht was.", "check"
    ),
    "toegang.vrijgeven": Handelingswoorden("Wacht op een behandelaar", "De behandelaar werkt hier niet meer.", "user"),
    "toegang.dossier.inzien": Handelingswoorden("Dossier gelezen", "{wie} opende het dossier.", "folder"),
    "toegang.melding.inzien": Handelingswoorden("Melding gelezen", "{wie} bekeek de eigen melding.", "folder"),
    "toegang.document.inzien": Handelingswoorden("Document gelezen", "{wie} opende een document.", "download"),
    "toegang.journaal.inzien": Handelingswoorden("Logboek gelezen", "{wie} opende dit logboek.", "history"),
    "toegang.document.toevoegen": Handelingswoorden("Document toegevoegd", "{wie} bewaarde een document.", "file-text"),
    "toegang.betrokkene.toevoegen": Handelingswoorden("Iemand erbij", "{wie} noteerde wie er meedoet.", "users"),
    "toegang.betrokkene.beeindigen": Handelingswoorden(
        "Iemand doet niet meer mee", "{wie} noteerde dat iemand niet meer meedoet.", "users"
    ),
    "toegang.voorlichting.noteren": Handelingswoorden(
        "Uitleg gegeven", "{wie} noteerde wat de inwoner te horen kreeg.", "message-2"
    ),
    "toegang.plan.ontvangen": Handelingswoorden(
        "Persoonlijk plan", "{wie} legde het plan van de inwoner vast.", "clipboard-text"
    ),
    "toegang.verslag.opstellen": Handelingswoorden(
        "Verslag verstuurd", "{wie} stuurde het verslag naar de inwoner.", "mail"
    ),
    "toegang.verslag.reactie": Handelingswoorden(
        "Reactie op het verslag", "{wie} noteerde de reactie van de inwoner.", "message-2"
    ),
    "toegang.verslag.getekend": Handelingswoorden(
        "Verslag getekend", "{wie} legde het getekende verslag vast.", "pencil"
    ),
    "toegang.klok.opschorten": Handelingswoorden(
        "Termijn opgeschort", "{wie} liet de termijn stilstaan. De inwoner kreeg een brief.", "hourglass"
    ),
    "toegang.klok.hervatten": Handelingswoorden("Opschorting geëindigd", "{wie} liet de termijn weer lopen.", "clock"),
    "toegang.klok.uitstellen": Handelingswoorden(
        "Uitstel afgesproken", "{wie} legde een latere laatste dag vast.", "calendar-event"
    ),
    "toegang.klok.aankondigen": Handelingswoorden(
        "Latere dag gemeld", "{wie} meldde de inwoner dat het besluit later komt.", "mail"
    ),
    "toegang.klok.betwisten": Handelingswoorden(
        "Begindatum betwist", "{wie} noteerde dat de termijn op een andere dag begon.", "help-circle"
    ),
    "toegang.klok.begin_beslissen": Handelingswoorden(
        "Beslist over de begindatum", "{wie} besliste op welke dag de termijn begon.", "scale"
    ),
    "toegang.klok.herinneren": Handelingswoorden("Herinnering", "{wie} meldde dat een termijn bijna eindigt.", "bell"),
    "toegang.klok.escaleren": Handelingswoorden(
        "Te laat", "{wie} meldde de teamleider dat een termijn voorbij is.", "alert-triangle"
    ),
    "toegang.ingebrekestelling.vastleggen": Handelingswoorden(
        "Ingebrekestelling", "{wie} legde een ingebrekestelling vast. De inwoner kreeg antwoord.", "inbox"
    ),
    "toegang.dwangsom.vaststellen": Handelingswoorden(
        "Dwangsom vastgesteld", "{wie} stelde de dwangsom vast. De inwoner kreeg het besluit.", "coin-euro"
    ),
    "toegang.landelijk.wegen": Handelingswoorden(
        "Afweging vastgelegd", "{wie} woog in welke regio de hulp de meeste kans heeft.", "map-pin"
    ),
    "toegang.landelijk.vertrekken": Handelingswoorden(
        "Naar een andere regio", "{wie} noteerde dat de inwoner naar een andere regio gaat.", "map-pin"
    ),
    "toegang.landelijk.raadplegen": Handelingswoorden(
        "Andere gemeente gevraagd", "{wie} stuurde de andere gemeente een bericht.", "mail"
    ),
    "toegang.landelijk.reactie": Handelingswoorden(
        "Antwoord van de andere gemeente", "{wie} noteerde het antwoord.", "inbox"
    ),
    "toegang.landelijk.kiezen": Handelingswoorden(
        "Beste plek gekozen", "{wie} koos waar de hulp de meeste kans heeft.", "scale"
    ),
    "toegang.landelijk.accepteren": Handelingswoorden(
        "Geaccepteerd door de andere regio", "{wie} noteerde de acceptatie.", "heart-handshake"
    ),
    "toegang.landelijk.overdragen": Handelingswoorden(
        "Warm overgedragen", "{wie} droeg de inwoner over aan de andere regio.", "heart-handshake"
    ),
    "toegang.landelijk.loslaten": Handelingswoorden(
        "Overgenomen", "{wie} noteerde dat de andere regio nu helpt.", "door"
    ),
    "toegang.landelijk.intrekken": Handelingswoorden(
        "De inwoner blijft hier", "{wie} noteerde dat de inwoner toch hier blijft.", "home"
    ),
    "toegang.geschil.beginnen": Handelingswoorden("Geschil begonnen", "{wie} legde een geschil vast.", "scale"),
    "toegang.geschil.verder": Handelingswoorden(
        "Stap in het geschil", "{wie} noteerde wat uit het geschil kwam.", "scale"
    ),
    "toegang.correctie": Handelingswoorden("Gecorrigeerd", "{wie} verbeterde een fout.", "pencil"),
    "toegang.brief.opnieuw": Handelingswoorden("Brief opnieuw", "{wie} stuurde een brief opnieuw.", "mail"),
    "toegang.verplaatsing.vragen": Handelingswoorden(
        "Verkeerde persoon", "{wie} vroeg om het dossier naar een andere inwoner te verplaatsen.", "users"
    ),
    "toegang.verplaatsing.bevestigen": Handelingswoorden(
        "Juiste persoon", "{wie} bevestigde dat het dossier over een andere inwoner gaat.", "users"
    ),
    "toegang.verplaatsing.afwijzen": Handelingswoorden(
        "Niet verplaatst", "{wie} liet het dossier bij deze inwoner.", "users"
    ),
    "inwoner.toegang.geven": Handelingswoorden(
        "Account gegeven", "{wie} stuurde de inwoner een brief met een code om in te loggen.", "mail"
    ),
    "inwoner.toegang.beeindigen": Handelingswoorden(
        "Account gesloten", "{wie} sloot het account van de inwoner.", "user"
    ),
    "toegang.bericht.opnieuw": Handelingswoorden("Opnieuw gestuurd", "{wie} stuurde een bericht opnieuw.", "mail"),
    "toegang.samenvoeging.bevestigen": Handelingswoorden(
        "Registraties samengevoegd", "{wie} bevestigde dat twee registraties één persoon zijn.", "users"
    ),
    "toegang.samenvoeging.ongedaan": Handelingswoorden(
        "Samenvoegen ongedaan gemaakt", "{wie} maakte er weer twee personen van.", "users"
    ),
    "inwoner.vertegenwoordiger.vastleggen": Handelingswoorden(
        "Vertegenwoordiger vastgelegd", "{wie} legde vast wie de inwoner vertegenwoordigt.", "users"
    ),
    "inwoner.helper.uitnodigen": Handelingswoorden("Helper gevraagd", "{wie} vroeg iemand om te helpen.", "users"),
    "inwoner.helper.aanvaarden": Handelingswoorden("Helper begonnen", "{wie} helpt de inwoner.", "users"),
    "inwoner.helper.stoppen": Handelingswoorden("Gestopt met helpen", "{wie} stopte met helpen.", "users"),
    "inwoner.helper.intrekken": Handelingswoorden("Toegang gestopt", "{wie} stopte de toegang van iemand.", "users"),
    "opvang.deur": Handelingswoorden("Aan de deur van de opvang", "{wie} nam iemand op.", "door"),
    "opvang.nacht.geven": Handelingswoorden("Een bed voor de nacht", "{wie} zette de nacht op de lijst.", "home"),
    "opvang.nacht.corrigeren": Handelingswoorden("Nacht van de lijst", "{wie} haalde een nacht weg.", "history"),
    "opvang.nacht.elders": Handelingswoorden(
        "Geen bed bij de opvang", "{wie} legde vast waar de persoon heen ging.", "phone"
    ),
    "opvang.bedden.vastleggen": Handelingswoorden("Aantal bedden", "{wie} legde het aantal bedden vast.", "home"),
    "opvang.persoon.aanvullen": Handelingswoorden("Gegevens aangevuld", "{wie} vulde de gegevens aan.", "user"),
    "opvang.persoon.inzien": Handelingswoorden("Bij de opvang gelezen", "{wie} opende deze persoon.", "folder"),
    "opvang.intake": Handelingswoorden("Intake bij de opvang", "{wie} vulde de intake in.", "clipboard-text"),
    "opvang.veilig": Handelingswoorden(
        "Veilige plek of plan", "{wie} schreef op wat deze persoon veilig maakt.", "alert-triangle"
    ),
    "opvang.traject.voorstellen": Handelingswoorden("Traject voorgesteld", "{wie} schreef de doelen op.", "list-check"),
    "opvang.besluit.voorstellen": Handelingswoorden(
        "Besluit van de opvang", "{wie} legde bij de opvang een besluit klaar.", "pencil"
    ),
    "opvang.traject.starten": Handelingswoorden("Traject begonnen", "{wie} startte het traject.", "arrow-right"),
    "verblijf.plaatsen": Handelingswoorden("Plaatsing", "{wie} regelde een plek.", "home"),
    "beheer.inlezen.nieuw": Handelingswoorden(
        "Overgezet", "{wie} liet dit inlezen uit het vorige systeem.", "file-text"
    ),
    "beheer.inlezen.gewijzigd": Handelingswoorden(
        "Opnieuw overgezet", "{wie} liet een wijziging inlezen uit het vorige systeem.", "file-text"
    ),
    "verblijf.plan_ontvangen": Handelingswoorden(
        "Plan van de aanbieder", "{wie} noteerde dat het plan er is.", "clipboard-text"
    ),
    "verblijf.beeindigen": Handelingswoorden("Verblijf gestopt", "{wie} legde het einde vast.", "door"),
    **{naam: Handelingswoorden(*woorden) for naam, woorden in VAN_INWONER.items()},
}


# one set of files writes several things of a dossier, each with its own line
VAN_OBJECT = {
    ("beheer.inlezen.nieuw", "dossier"): Handelingswoorden(
        "Besluit van papier overgezet", "{wie} liet een besluit inlezen dat al op papier was genomen.", "file-text"
    ),
    ("beheer.inlezen.nieuw", "plaatsing"): Handelingswoorden(
        "Plek overgezet", "{wie} liet inlezen waar de inwoner al woonde.", "home"
    ),
    ("beheer.inlezen.nieuw", "gegeven"): Handelingswoorden(
        "Wachtlijst overgezet", "{wie} liet inlezen sinds wanneer de inwoner wacht.", "hourglass"
    ),
}


def woorden_van(handeling: str, object_soort: str = "") -> Handelingswoorden:
    """The words of an action (on a kind of object); of one that is not known here, its name."""
    eigen = VAN_OBJECT.get((handeling, object_soort))
    return eigen or WOORDEN.get(handeling, Handelingswoorden(handeling, "{wie} deed dit."))


def verbeterd(sleutels: Iterable[str]) -> str:
    """What was corrected and why, by the keys that the journal keeps; empty when nothing was."""
    teksten = (TEKSTEN[sleutel] for sleutel in sleutels if sleutel.startswith("correctie.") and sleutel in TEKSTEN)
    return " ".join(tekst for tekst in teksten if "{" not in tekst)
