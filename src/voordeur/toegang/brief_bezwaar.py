"""The letters about an objection: we have it, come and tell, this is what we decide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from voordeur.brieven.blokken import Redenering, Redenstap
from voordeur.brieven.soorten import BeslissingOpBezwaar, Ontvangstbevestiging, Uitnodiging
from voordeur.kern.actor import Actor
from voordeur.regels.bezwaar import OpTijd
from voordeur.regels.uitkomst import Gronden, Uitkomst
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.gronden import gronden_van

from .brief import _rand, _rechtsmiddel
from .brief_besluit import als_beroep
from .models import Bezwaar

Uit = Bezwaar.Uitkomst
VERVOLG = (
    "Een medewerker die uw besluit niet ondertekende, kijkt naar uw bezwaar.",
    "Wij nodigen u uit voor een gesprek. U mag iemand meenemen.",
    "Daarna beslissen wij. U krijgt een brief.",
)
TE_LAAT = "Uw bezwaar kwam te laat binnen. Schrijf of bel ons waarom. Wij kijken of daar een goede reden voor is."
KERN = {
    Uit.GEGROND: "U krijgt gelijk. Wij nemen een nieuw besluit.",
    Uit.DEELS: "U krijgt voor een deel gelijk. Wij nemen een nieuw besluit.",
    Uit.ONGEGROND: "U krijgt geen gelijk. Ons besluit blijft zoals het is.",
    Uit.NIET_ONTVANKELIJK: "Wij behandelen uw bezwaar niet verder. Ons besluit blijft zoals het is.",
    Uit.INGETROKKEN: "U trok uw bezwaar in. Ons besluit blijft zoals het is.",
}
GRONDEN: dict[str, Gronden] = {
    Uit.NIET_ONTVANKELIJK: ("awb/6:7", "awb/6:11", "awb/7:12"),
    Uit.INGETROKKEN: ("awb/6:21",),
}
NIEUW = "U krijgt het nieuwe besluit in een aparte brief. Tot die tijd blijft het eerste besluit gelden."


def ontvangst_bezwaar(
    wie: Actor, bezwaar: Bezwaar, uitkomst: Uitkomst[OpTijd], uiterlijk: date, op: date
) -> Ontvangstbevestiging:
    """We have the objection, and when we decide on it; one that is late is asked why."""
    return Ontvangstbevestiging(
        **_rand(wie, bezwaar.dossier, op),
        onderwerp="Wij hebben uw bezwaar ontvangen",
        kernzin=f"Wij hebben uw bezwaar ontvangen. Uiterlijk op {schrijf_datum(uiterlijk)} beslissen wij.",
        wat=f"uw bezwaar tegen ons besluit {bezwaar.besluit.nummer}",
        ontvangen_op=bezwaar.ontvangen_op,
        vervolg=VERVOLG if uitkomst.waarde.op_tijd else (TE_LAAT, *VERVOLG),
        antwoord_uiterlijk=uiterlijk,
    )


def uitnodiging(wie: Actor, bezwaar: Bezwaar, dag: date, waar: str, op: date) -> Uitnodiging:
    """An invitation to be heard: when, where, and that the papers can be read before."""
    return Uitnodiging(
        **_rand(wie, bezwaar.dossier, op),
        onderwerp="Uitnodiging om over uw bezwaar te praten",
        kernzin=f"Wij praten graag met u over uw bezwaar, op {schrijf_datum(dag)}.",
        dag=dag,
        waar=waar,
        lezen_vanaf="De stukken liggen een week voor het gesprek voor u klaar. U kunt ze bij ons lezen.",
    )


def beslissing(wie: Actor, bezwaar: Bezwaar, motivering: str, laatste_dag: date, op: date) -> BeslissingOpBezwaar:
    """What becomes of the objection, why, and how to go to court."""
    uitkomst = Uit(bezwaar.uitkomst)
    middel = als_beroep(_rechtsmiddel(bezwaar.dossier, laatste_dag))
    return BeslissingOpBezwaar(
        **_rand(wie, bezwaar.dossier, op),
        onderwerp="Onze beslissing op uw bezwaar",
        kernzin=KERN[uitkomst],
        redenering=Redenering(tuple(_redenen(bezwaar, motivering))),
        rechtsmiddel=None if uitkomst == Uit.INGETROKKEN else middel,
        vervolg=NIEUW if uitkomst in (Uit.GEGROND, Uit.DEELS) else None,
    )


def _redenen(bezwaar: Bezwaar, motivering: str) -> Iterator[Redenstap]:
    gronden = GRONDEN.get(bezwaar.uitkomst, ("awb/7:11", "awb/7:12"))
    yield Redenstap(motivering, tuple(grond.tekst for grond in gronden_van(gronden)))
    if bezwaar.gehoord_op:
        yield Redenstap(f"Wij spraken u op {schrijf_datum(bezwaar.gehoord_op)}.")
    elif bezwaar.afgezien_van_horen:
        yield Redenstap("Er was geen gesprek over uw bezwaar. U leest hierboven waarom.")
