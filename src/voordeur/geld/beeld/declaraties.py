"""A claim on the screen: every check with its sentence and its provision."""

from __future__ import annotations

from voordeur.regels.declaratie import Onderwerp, Toets
from voordeur.regels.uitkomst import Stap
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


def conclusie(grond: Onderbouwing, declaratie: Declaratie) -> Conclusie:
    """The checks of a claim, provisional until a person of the region approved or refused it."""
    toets: Toets = grond.uitkomst.waarde
    stappen = {stap.sleutel: stap for stap in grond.uitkomst.stappen}
    voorwaarden = tuple(_voorwaarde(controle.onderwerp, controle.klopt, stappen, grond) for controle in toets.controles)
    voorlopig = declaratie.stand == Declaratie.Stand.INGEDIEND
    zin = "De declaratie klopt." if toets.goed else "De declaratie klopt niet."
    return Conclusie(zin, voorwaarden, voorlopig)


def _voorwaarde(onderwerp: Onderwerp, klopt: bool, stappen: dict[str, Stap], grond: Onderbouwing) -> Voorwaarde:
    stap = next(stappen[sleutel] for sleutel in STAPPEN[onderwerp] if sleutel in stappen)
    oordeel: Oordeel = "klopt" if klopt else "klopt_niet"
    return Voorwaarde(NAMEN[onderwerp], oordeel, verwoord(stap), gronden_van(stap.gronden, grond.regeling))
