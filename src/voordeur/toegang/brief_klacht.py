"""The letters about a complaint: we have it, it takes longer, we passed it on, this is what we found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from voordeur.brieven.blokken import Alinea, Deel
from voordeur.brieven.soorten import Ontvangstbevestiging, Termijnbericht
from voordeur.kern.actor import Actor
from voordeur.regels.verwoorden import schrijf_datum

from .brief import _rand
from .models import Klacht

if TYPE_CHECKING:
    from .actions.klachten import Oordeel

Uit = Klacht.Uitkomst
VERVOLG = (
    "Iemand die er niet bij betrokken was, behandelt uw klacht.",
    "U mag uw klacht komen vertellen. U mag iemand meenemen.",
    "Daarna krijgt u een brief met ons oordeel.",
)
VOOR_EEN_ANDER = "Gaat uw klacht over een andere organisatie? Dan sturen wij uw klacht door. U hoort aan wie."
KERN = {
    Uit.GEGROND: "U hebt gelijk. Uw klacht is gegrond.",
    Uit.DEELS: "U hebt voor een deel gelijk. Uw klacht is voor een deel gegrond.",
    Uit.ONGEGROND: "Wij geven u geen gelijk. Uw klacht is niet gegrond.",
    Uit.OPGELOST: "Uw klacht is samen met u opgelost.",
}


def ontvangst_klacht(wie: Actor, klacht: Klacht, op: date) -> Ontvangstbevestiging:
    """We have it, and until when we deal with it."""
    ons = klacht.over == Klacht.Over.ONS
    return Ontvangstbevestiging(
        **_rand(wie, klacht.dossier, op),
        onderwerp="Wij hebben uw klacht ontvangen",
        kernzin=f"Wij hebben uw klacht ontvangen. Uiterlijk op {schrijf_datum(klacht.uiterlijk)} hoort u van ons.",
        wat="uw klacht",
        ontvangen_op=klacht.ontvangen_op,
        vervolg=VERVOLG if ons else (VOOR_EEN_ANDER, *VERVOLG),
        antwoord_uiterlijk=klacht.uiterlijk,
    )


def bericht_van_uitstel(wie: Actor, klacht: Klacht, reden: str, op: date) -> Termijnbericht:
    """It takes longer: until when, and why."""
    return Termijnbericht(
        **_rand(wie, klacht.dossier, op),
        onderwerp="Uw klacht kost meer tijd",
        kernzin=f"Wij hebben meer tijd nodig voor uw klacht. U hoort van ons op {schrijf_datum(klacht.uiterlijk)}.",
        delen=(
            Deel("Waarom is dat?", (Alinea(reden),)),
            Deel("Waar staat dat?", (Alinea("Dit mag volgens artikel 9:11 van de Algemene wet bestuursrecht."),)),
        ),
    )


def doorzending(wie: Actor, klacht: Klacht, tekst: str, toelichting: str, op: date) -> Termijnbericht:
    """To whom it went, and that they answer."""
    aan, dag = klacht.doorgestuurd_aan, schrijf_datum(op)
    waarom = f"Uw klacht van {schrijf_datum(klacht.ontvangen_op)} gaat over {aan}. {toelichting}".strip()
    nu = f"{aan} geeft u antwoord. Hoort u niets? Bel ons dan. Wij helpen u verder."
    return Termijnbericht(
        **_rand(wie, klacht.dossier, op),
        onderwerp="Wij hebben uw klacht doorgestuurd",
        kernzin=f"Wij hebben uw klacht op {dag} doorgestuurd naar {aan}.",
        delen=(
            Deel("Waarom doen wij dat?", (Alinea(waarom),)),
            Deel("Wat gebeurt er nu?", (Alinea(nu),)),
            Deel("Dit schreef u", (Alinea(tekst or "Uw klacht."),)),
        ),
    )


def oordeel_over_klacht(wie: Actor, klacht: Klacht, oordeel: Oordeel, op: date) -> Termijnbericht:
    """What we found, why, and to which ombudsman one can go (9:12)."""
    gesprek = (
        f"Wij spraken u op {schrijf_datum(oordeel.gehoord_op)}."
        if oordeel.gehoord_op
        else "Er was geen gesprek over uw klacht."
    )
    daarna = (
        f"Bent u het niet eens met ons oordeel? Dan kunt u naar {oordeel.ombudsman}. "
        "Doe dat binnen een jaar. Dat kost niets."
    )
    return Termijnbericht(
        **_rand(wie, klacht.dossier, op),
        onderwerp="Ons oordeel over uw klacht",
        kernzin=KERN[Uit(klacht.uitkomst)],
        delen=(
            Deel("Wat vonden wij?", (Alinea(oordeel.motivering.strip()), Alinea(gesprek))),
            Deel("Naar de ombudsman", (Alinea(daarna),)),
        ),
    )
