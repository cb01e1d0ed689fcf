"""A claim on the screen: every check with its sentence and its provision."""

from __future__ import annotations

from voordeur.regels.declaratie import Onderwerp, Toets
from voordeur.regels.verwoorden import verwoord
from voordeur.schermen.bouwstenen import Conclusie, Oordeel, Voorwaarde
from voordeur.schermen.gronden import gronden_van

from ..models import Declaratie
from ..queries import Onderbouwing

NAMEN: dict[Onderwerp, str] = {
    "periode": "Het blok is voorbij",
    "plaatsing": "De bewoner woonde er in dit blok",
    "besluit": "Er is een besluit voor deze dagen",
    "bedrag": "Het bedrag klopt op de cent",
}
# which step of the reasoning says it, the first that is there
STAPPEN: dict[Onderwerp, tuple[str, ...]] = {
    "periode": ("declaratie.te_vroeg", "declaratie.blok"),
    "plaatsing": ("declaratie.gewoond", "declaratie.niet_gewoond"),
    "besluit": ("declaratie.besluit_geldt", "declaratie.zonder_besluit"),
    "bedrag": ("declaratie.bedrag_klopt", "declaratie.bedrag_anders"),
}


def conclusie(grond: Onderbouwing, declaratie: Declaratie, *, beslist_zelf: bool) -> Conclusie:
    """The checks of a claim, provisional until a person of the region approved or refused it.

    `beslist_zelf`: whether the reader is who approves or refuses.
    """
    toets: Toets = grond.uitkomst.waarde
    stappen = {stap.sleutel: stap for stap in grond.uitkomst.stappen}
    voorwaarden: list[Voorwaarde] = []
    genoemd: set[str] = set()
    for controle in toets.controles:
        stap = next(stappen[sleutel] for sleutel in STAPPEN[controle.onderwerp] if sleutel in stappen)
        # a provision that was just named is not named again
        gronden = tuple(deel for deel in stap.gronden if deel not in genoemd)
        genoemd.update(gronden)
        oordeel: Oordeel = "klopt" if controle.klopt else "klopt_niet"
        vindplaatsen = gronden_van(gronden, grond.regeling)
        voorwaarden.append(Voorwaarde(NAMEN[controle.onderwerp], oordeel, verwoord(stap), vindplaatsen))
    voorlopig = declaratie.stand == Declaratie.Stand.INGEDIEND
    zin = "de declaratie klopt." if toets.goed else "de declaratie klopt niet."
    return Conclusie(zin, tuple(voorwaarden), voorlopig, "U beslist" if beslist_zelf else "De regio beslist")
