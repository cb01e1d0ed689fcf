"""The way in as people walk it on the screen, from the report to the place. Each step of the dossier ends on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from tests.pad.venster import Venster

WIE = "Mevrouw De Wit"


def meld(aanbieder: Venster, gemeente: str, dag: date) -> str:
    """A provider reports somebody; gives the number of the dossier."""
    aanbieder.open("/")
    aanbieder.link("Meld iemand aan")
    aanbieder.selecteer("In welke gemeente woont de inwoner?", gemeente)
    aanbieder.selecteer("Wie meldt?", "Zorgaanbieder")
    aanbieder.dag("Wanneer kwam de melding binnen?", dag)
    aanbieder.kies("Aanhef", "Mevrouw")
    aanbieder.vul("Voornaam", "Sanne")
    aanbieder.vul("Achternaam", "de Wit")
    aanbieder.dag("Geboortedatum", date(1994, 3, 4))
    aanbieder.vul("Adres", "Lindelaan 12\n1234 AB Kleinbuurt")
    aanbieder.vul("Waarom is hulp nodig?", "Zij redt het niet alleen.")
    aanbieder.knop("Ga verder")
    aanbieder.zegt("Er is nog niets opgeslagen", gemeente, "4 maart 1994")
    aanbieder.knop("Leg de melding vast")
    aanbieder.zegt("De melding is vastgelegd als dossier", "Dit dossier is bij de stap: melding")
    return nummer_in(aanbieder, "dossiers")


def nummer_in(venster: Venster, soort: str) -> str:
    """The number in the address of the page."""
    gevonden = re.search(rf"/{soort}/([^/]+)/", venster.pad)
    assert gevonden, venster.pad
    return gevonden[1]


def bevestig(consulent: Venster) -> None:
    """From the work list, where the case stands with its term."""
    consulent.open("/")
    consulent.zegt("Bevestig de melding", "Nog 42 dagen", "Waarom deze datum?", "6 weken")
    consulent.link(WIE)
    consulent.zegt("Stap 1 van 6: melding", "0 van de 1 taak is klaar.")
    consulent.link("Bevestig de melding")
    consulent.zegt("Dit staat in de brief")
    consulent.knop("Verstuur de bevestiging")
    consulent.zegt("De bevestiging is verstuurd.", "Stap 2 van 6: onderzoek", "Wij hebben uw melding ontvangen")


def onderzoek(consulent: Venster, gesprek: date, *, overgangsrecht: bool) -> None:
    """`overgangsrecht`: whether the agreement asks for a right from before."""
    consulent.link("Leg het onderzoek vast")
    consulent.dag("Wanneer was het gesprek?", gesprek)
    consulent.vul("Wat heeft de inwoner nodig", "Zij wil een veilige plek.")
    consulent.kies("Is hulp in de eigen gemeente bekeken?", "Ja")
    consulent.kies("Is die hulp genoeg?", "Nee")
    if overgangsrecht:
        consulent.kies("Loopt er nog een recht van eerder dat meetelt?", "Nee")
    consulent.kies("Is het onderzoek klaar?", "Ja")
    consulent.knop("Ga verder")
    consulent.knop("Leg vast")
    consulent.zegt("Het onderzoek is vastgelegd.", "Stap 3 van 6: aanvraag")


def scoor(consulent: Venster, score: str = "2") -> None:
    """Every domain the same score: no rule of these agreements weighs them."""
    consulent.link("Vul de zelfredzaamheidsmatrix in")
    for veld in consulent.pagina.get_by_role("main").get_by_role("combobox").all():
        consulent.hand.selecteer(veld, score)
    consulent.knop("Ga verder")
    consulent.knop("Bewaar de scores")
    consulent.zegt("De scores zijn bewaard.")


def beoordeel(consulent: Venster, vormen: Mapping[str, Mapping[str, str]]) -> None:
    """`vormen`: the name of a form, then the beginning of each criterion with its answer."""
    consulent.link("Beoordeel de voorwaarden")
    for vorm, antwoorden in vormen.items():
        for criterium, antwoord in antwoorden.items():
            consulent.kies(criterium, antwoord, binnen=vorm)
    consulent.knop("Ga verder")
    consulent.knop("Bewaar de antwoorden")
    consulent.zegt("De antwoorden zijn bewaard.")


def schaal_in(consulent: Venster) -> None:
    """What the table of the agreement asks."""
    consulent.link("Bepaal het arrangement")
    consulent.kies("Is er dag en nacht hulp nodig?", "Ja")
    consulent.kies("Kan de inwoner zelf alarm slaan?", "Nee")
    consulent.kies("Is er een zelfstandige woning?", "Nee")
    consulent.vul("Met hoeveel bewoners is het huis?", "12")
    consulent.kies("Wat is vooral nodig?", "Aanleren en oefenen")
    consulent.knop("Ga verder")
    consulent.knop("Bewaar de gegevens")


def vraag_na(consulent: Venster, stap: str) -> None:
    """A step of the route that another has to answer: asked, and the answer noted when it came by telephone."""
    consulent.link(f"Vraag na: {stap}")
    consulent.vul("Wat wilt u weten?", "Is beschermd wonen nodig?")
    consulent.knop("Ga verder")
    consulent.knop("Verstuur de vraag")
    consulent.link(f"Noteer het antwoord: {stap}")
    consulent.selecteer("Wat kwam eruit?", "Beschermd wonen is nodig")
    _noteer(consulent)


def noteer(consulent: Venster, stap: str) -> None:
    """A step of the route that the consulent does."""
    consulent.link(f"Noteer: {stap}")
    for groep in consulent.pagina.get_by_role("main").get_by_role("group").all():
        consulent.hand.kies(groep.get_by_role("radio", name="Ja", exact=True))
    _noteer(consulent)


def _noteer(consulent: Venster) -> None:
    consulent.vul("Wat is er besproken of gedaan?", "Hulp in de eigen gemeente is niet genoeg.")
    consulent.knop("Ga verder")
    consulent.knop("Bewaar deze stap")
    consulent.zegt("De stap is genoteerd.")


def ontvang_aanvraag(consulent: Venster, dag: date, stuk: str = "") -> None:
    """`stuk`: which signed paper it is, where the agreement says that a signed paper is the application."""
    consulent.link("Leg de aanvraag vast")
    consulent.dag("Wanneer kwam de aanvraag binnen?", dag)
    if stuk:
        consulent.kies("Wat is de aanvraag?", stuk)
        consulent.dag("Wanneer tekende de inwoner?", dag)
    consulent.knop("Ga verder")
    consulent.knop("Leg de aanvraag vast")
    consulent.zegt("De aanvraag is vastgelegd.", "Stap 4 van 6: besluit", "Nog 14 dagen")


def bereid_voor(consulent: Venster, van: date, tot: date) -> None:
    """The proposal that the rules fill in, with days and a motivation."""
    consulent.link("Bereid het besluit voor")
    consulent.dag("Eerste dag", van)
    consulent.dag("Laatste dag", tot)
    consulent.vul("Waarom besluit u dit?", "U hebt dag en nacht hulp nodig.")
    consulent.knop("Ga verder")
    consulent.zegt("Toekennen")
    consulent.knop("Leg het besluit klaar")
    consulent.zegt("Het besluit ligt klaar.", "Vraag een collega")


def teken_zelf(consulent: Venster) -> None:
    """Who prepared it has no such task; at its page they are told so, and are refused."""
    assert consulent.pagina.get_by_role("link", name="Lees en onderteken het besluit").count() == 0
    consulent.open(f"{consulent.pad}ondertekenen/")
    consulent.zegt("U bereidde dit besluit zelf voor. Een collega ondertekent het.")
    consulent.kies("Wat doet u?", "Ik onderteken dit besluit")
    consulent.knop("Ga verder")
    consulent.knop("Verstuur uw keuze", status=403)
    consulent.zegt("Dit kan nu niet", "Laat een collega dit doen.", "Er is niets veranderd.")
    consulent.link("Ga terug")


def onderteken(collega: Venster) -> None:
    """A colleague signs, from the work list."""
    collega.open("/")
    collega.link("Lees het voorstel en neem het besluit")
    collega.zegt("Wat is onderzocht?", "Zij wil een veilige plek.", "Wat zeggen de regels?", "komt in aanmerking")
    collega.kies("Wat doet u?", "Ik onderteken dit besluit")
    collega.knop("Ga verder")
    collega.knop("Verstuur uw keuze")
    collega.zegt("Het besluit is genomen en de brief is verstuurd.", "Stap 5 van 6: plaatsing")


def plaats(consulent: Venster, vanaf: date, huis: str) -> None:
    """On the first place of a house, from the work list."""
    consulent.open("/")
    consulent.link("Zoek een plek")
    consulent.dag("Vanaf welke dag?", vanaf)
    consulent.knop("Toon de plekken")
    consulent.kies("Plek", f"{huis}, plek 1")
    consulent.knop("Ga verder")
    consulent.knop("Plaats op deze plek")
    consulent.zegt(f"{WIE} heeft een plek vanaf", "De aanbieder ziet nu wie er komt.")
