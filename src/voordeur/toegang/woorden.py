"""What is in the journal, as a person reads it: each action by its name."""

from __future__ import annotations

from dataclasses import dataclass


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
    "toegang.dossier.inzien": Handelingswoorden("Dossier gelezen", "{wie} opende het dossier.", "folder"),
    "toegang.melding.inzien": Handelingswoorden("Melding gelezen", "{wie} bekeek de eigen melding.", "folder"),
    "toegang.document.inzien": Handelingswoorden("Document gelezen", "{wie} opende een document.", "download"),
    "toegang.journaal.inzien": Handelingswoorden("Logboek gelezen", "{wie} opende dit logboek.", "history"),
    "verblijf.plaatsen": Handelingswoorden("Plaatsing", "{wie} regelde een plek.", "home"),
    "verblijf.plan_ontvangen": Handelingswoorden(
        "Plan van de aanbieder", "{wie} noteerde dat het plan er is.", "clipboard-text"
    ),
    "verblijf.beeindigen": Handelingswoorden("Verblijf gestopt", "{wie} legde het einde vast.", "door"),
}


def woorden_van(handeling: str) -> Handelingswoorden:
    """The words of an action; of one that is not known here, its name."""
    return WOORDEN.get(handeling, Handelingswoorden(handeling, "{wie} deed dit."))
