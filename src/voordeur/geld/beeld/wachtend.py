"""What waits to be assessed, as rows of one list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse

from voordeur.inwoner.queries import namen_van
from voordeur.kern.actor import Actor
from voordeur.regels.bedragen import NUL
from voordeur.regels.subsidie import voorschot_van_termijn
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Chip, Waarom

from ..lokaal import indexcijfers
from ..models import Betaling, Declaratie, Subsidie, Verrekening
from ..queries import Onderbouwing, onderbouwingen, terug_van
from .gemeen import COLLEGA, VOORBEELD, waarom, waarom_uitkomst


@dataclass(frozen=True)
class Zaak:
    """One thing that waits: what, of whom, how much, since when, why, and where to assess it."""

    wat: str
    van: str
    bedrag: Decimal
    sinds: date | None
    adres: str
    knop: str
    chips: tuple[Chip, ...]
    waarom: Waarom | None
    eigen: bool


NIET_GOED = Chip("dringend", "Klopt niet", "alert-triangle")
GOED = Chip("goed", "Klopt", "check")


def van_betalingen(wie: Actor, betalingen: Iterable[Betaling]) -> list[Zaak]:
    """Payments with the term or the settlement that they follow from."""
    rijen = list(betalingen)
    gronden = onderbouwingen(deel.subsidie.bewijs for deel in rijen if deel.subsidie and deel.termijn is None)
    return [_betaling(wie, deel, gronden) for deel in rijen]


def _betaling(wie: Actor, betaling: Betaling, gronden: dict[int, Onderbouwing]) -> Zaak:
    eigen = betaling.klaargezet_door == wie.account
    return Zaak(
        wat=soortnaam(betaling),
        van=betaling.organisatie.naam,
        bedrag=betaling.bedrag,
        sinds=betaling.klaargezet_op,
        adres=reverse("geld:betaling", args=[betaling.nummer]),
        knop="Beoordeel deze betaling",
        chips=_chips(eigen, voorbeeld=bool(betaling.subsidie and betaling.subsidie.contract.voorbeeld)),
        waarom=waarom_betaling(betaling, gronden),
        eigen=eigen,
    )


def soortnaam(betaling: Betaling) -> str:
    """A payment in words: 'Voorschot, termijn 3 van 2026'."""
    naam = betaling.get_soort_display()
    return f"{naam}, termijn {betaling.termijn} van {betaling.jaar}" if betaling.termijn else f"{naam} {betaling.jaar}"


def waarom_betaling(betaling: Betaling, gronden: dict[int, Onderbouwing]) -> Waarom | None:
    """A twelfth of the grant, or the settlement."""
    subsidie, waarover = betaling.subsidie, f"betaling {betaling.nummer}"
    if subsidie is None:
        return None
    if betaling.termijn is not None:
        return waarom_uitkomst(voorschot_van_termijn(subsidie.verleend_bedrag, betaling.termijn), waarover)
    grond = gronden.get(subsidie.bewijs or 0)
    return waarom(grond, waarover) if grond else None


def van_subsidies(wie: Actor, subsidies: Iterable[Subsidie]) -> list[Zaak]:
    """Grants and settlements that a second person takes."""
    rijen = list(subsidies)
    gronden = onderbouwingen(deel.bewijs for deel in rijen)
    return [_subsidie(wie, deel, gronden.get(deel.bewijs or 0)) for deel in rijen]


def _subsidie(wie: Actor, subsidie: Subsidie, grond: Onderbouwing | None) -> Zaak:
    vaststellen = subsidie.stand == Subsidie.Stand.VASTSTELLING
    eigen = (subsidie.vaststelling_door if vaststellen else subsidie.voorbereid_door) == wie.account
    return Zaak(
        wat=f"{'Vaststelling' if vaststellen else 'Verlening'} van subsidie {subsidie.nummer}",
        van=subsidie.organisatie.naam,
        bedrag=(subsidie.vastgesteld_bedrag if vaststellen else None) or subsidie.verleend_bedrag,
        sinds=None,
        adres=reverse("geld:vaststellen" if vaststellen else "geld:verlenen", args=[subsidie.nummer]),
        knop="Stel deze subsidie vast" if vaststellen else "Verleen deze subsidie",
        chips=_chips(eigen, voorbeeld=subsidie.contract.voorbeeld),
        waarom=waarom(grond, f"subsidie {subsidie.nummer}") if grond else None,
        eigen=eigen,
    )


def van_verrekeningen(wie: Actor, verrekeningen: Iterable[Verrekening]) -> list[Zaak]:
    """Settlements of a year that a second person sets, with what the municipalities get together."""
    rijen = list(verrekeningen)
    gronden = onderbouwingen(deel.bewijs for deel in rijen)
    return [_verrekening(wie, deel, gronden.get(deel.bewijs)) for deel in rijen]


def _verrekening(wie: Actor, verrekening: Verrekening, grond: Onderbouwing | None) -> Zaak:
    begroting, eigen = verrekening.begroting, verrekening.voorbereid_door == wie.account
    return Zaak(
        wat=f"Verrekening van {begroting.jaar}",
        van="Alle gemeenten",
        bedrag=sum(terug_van(verrekening).values(), NUL),
        sinds=verrekening.voorbereid_op,
        adres=reverse("geld:verrekening_vaststellen", args=[begroting.jaar]),
        knop="Stel deze verrekening vast",
        chips=_chips(eigen, voorbeeld=begroting.voorbeeld),
        waarom=waarom(grond, f"de verrekening van {begroting.jaar}") if grond else None,
        eigen=eigen,
    )


def van_declaraties(wie: Actor, declaraties: Sequence[Declaratie]) -> list[Zaak]:
    """Claims with their check, in a constant number of queries."""
    namen = namen_van(deel.plaatsing.dossier.inwoner for deel in declaraties)
    gronden = onderbouwingen(deel.bewijs for deel in declaraties)
    voorbeeld = indexcijfers().voorbeeld
    zaken = []
    for deel in declaraties:
        grond, eigen = gronden.get(deel.bewijs or 0), deel.ingediend_door == wie.account
        goed = grond is not None and grond.uitkomst.waarde.goed
        zaken.append(Zaak(
            wat=f"{namen[deel.plaatsing.dossier.inwoner_id]}, {bloktekst(deel)}",
            van=deel.organisatie.naam,
            bedrag=deel.bedrag,
            sinds=deel.ingediend_op,
            adres=reverse("geld:declaratie", args=[deel.nummer]),
            knop="Beoordeel deze declaratie",
            chips=(GOED if goed else NIET_GOED, *_chips(eigen, voorbeeld=voorbeeld)),
            waarom=waarom(grond, f"declaratie {deel.nummer}", "Waarom?") if grond else None,
            eigen=eigen,
        ))  # fmt: skip
    return zaken


def bloktekst(declaratie: Declaratie) -> str:
    """The block in words: 'blok 112: 12 januari 2026 tot en met 8 februari 2026'."""
    periode = declaratie.periode
    laatste = date.fromordinal(periode.upper.toordinal() - 1)
    return f"blok {declaratie.blok}: {schrijf_datum(periode.lower)} tot en met {schrijf_datum(laatste)}"


def _chips(eigen: bool, *, voorbeeld: bool) -> tuple[Chip, ...]:
    return (*((COLLEGA,) if eigen else ()), *((VOORBEELD,) if voorbeeld else ()))
