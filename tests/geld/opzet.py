"""A region with money in it, made quickly: stays, a subsidy, claims and a budget."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.stad import Stad
from voordeur.aanbod.actions import BijOrganisatie
from voordeur.aanbod.models import Contract, Locatie, Plek
from voordeur.geld.actions import (
    BijJaar,
    bereid_subsidie_voor,
    bereid_vaststelling_voor,
    keur_goed,
    stel_begroting_vast,
    stel_subsidie_vast,
    verleen_subsidie,
    zet_voorschot_klaar,
)
from voordeur.geld.lokaal import BEGIN, INDEX, PLAFOND
from voordeur.geld.models import Begroting, Betaling, Subsidie
from voordeur.inwoner.actions import neem_op, toon_aan
from voordeur.kern.actor import Actor, Rol, Rolbekleding, als
from voordeur.kern.perioden import half_open
from voordeur.toegang.models import Besluit, Dossier
from voordeur.verblijf.models import Plaatsing

JAAR = 2025
NU = date(2026, 3, 2)
VAN = date(2025, 1, 1)
# one figure for all years, so that a price is easy to follow
INDEXCIJFERS = {str(jaar): "0" for jaar in range(2018, 2027)}


def bouwer(stad: Stad) -> Actor:
    """Sees and may do everything; only to make rows with."""
    codes = frozenset(stad.regeling.gemeenten_op(NU))
    return Actor(stad.regio, None, "bouwer", (Rolbekleding(Rol.FUNCTIONEEL_BEHEERDER),), codes, vanwaar="test")


def contract(stad: Stad, *, soort: str = "subsidie", dagprijs: str | None = "100.00", **velden: Any) -> Contract:
    with als(bouwer(stad)):
        gewoon = {"organisatie_id": stad.aanbieder, "periode": half_open(date(2015, 1, 1), None), "nummer": "C-1"}
        prijs = Decimal(dagprijs) if soort == "subsidie" and dagprijs else None
        return Contract.objects.create(regio_id=stad.regio, soort=soort, dagprijs=prijs, **{**gewoon, **velden})


def verblijf(
    stad: Stad,
    *,
    nummer: str = "1",
    van: date = VAN,
    tot: date | None = None,
    college: str | None = None,
    besluit: tuple[date, date] | None = (date(2024, 1, 1), date(2030, 12, 31)),
    product: str = "beschermd-wonen",
    arrangement: str = "",
    zwaarte: str = "",
    huisvesting: str = "",
) -> Plaatsing:
    """Somebody who lives with the first provider on a decision."""
    code = college or stad.gemeente
    wie = bouwer(stad)
    with als(wie):
        locatie, _ = Locatie.objects.get_or_create(
            regio_id=stad.regio, organisatie_id=stad.aanbieder, naam="De Linde", gemeente=stad.centrum
        )
        plek = Plek.objects.create(
            regio_id=stad.regio, locatie=locatie, nummer=nummer, product=product, huisvesting=huisvesting,
            periode=half_open(date(2015, 1, 1), None),
        )  # fmt: skip
        inwoner = neem_op(wie, code, {"naam": f"de Wit {nummer}", "voornaam": "Sanne", "aanhef": "mevrouw"})
        toon_aan(inwoner, stad.aanbieder)
        eigen = {"regio_id": stad.regio, "college_code": code}
        dossier = Dossier.objects.create(
            **eigen, inwoner=inwoner, nummer=f"2025-{nummer}", voorziening="BW", regeling_versie=stad.regeling.versie,
            stap="verblijf", melder="client", gemeld_op=VAN, aanbieders=[stad.aanbieder],
        )  # fmt: skip
        gekregen = Besluit.objects.create(
            **eigen, dossier=dossier, nummer=f"B-{nummer}", strekking="toekenning", vorm="beschermd-wonen",
            arrangement=arrangement, zwaarte=zwaarte, periode=half_open(*(besluit or (VAN, VAN))),
            voorbereid_door=stad.accounts["consulent"].pk, voorbereid_op=VAN,
            ondertekend_door=stad.accounts["teamleider"].pk, genomen_op=VAN,
            ingetrokken_op=None if besluit else VAN,
        )  # fmt: skip
        return Plaatsing.objects.create(
            **eigen, dossier=dossier, besluit=gekregen, plek=plek, organisatie_id=stad.aanbieder,
            periode=half_open(van, tot), geplaatst_door=1, geplaatst_op=van, aanbieders=[stad.aanbieder],
        )  # fmt: skip


def blokverblijf(stad: Stad, **velden: Any) -> Plaatsing:
    """A stay of which the provider claims per block."""
    gewoon = {"product": "tot-12-intramuraal", "arrangement": "tot-12-intramuraal", "zwaarte": "midden"}
    return verblijf(stad, **{**gewoon, **velden})


def begroting(stad: Stad, jaar: int = JAAR, **velden: Any) -> Begroting:
    codes = sorted(stad.regeling.gemeenten_op(date(jaar, 12, 31)))
    gewoon: dict[str, Any] = {
        "rijksbudget": Decimal("100000.00"),
        "sleutel": {code: Decimal(nummer + 1) for nummer, code in enumerate(codes)},
        "open_parameters": {BEGIN: "5000.00", PLAFOND: "20000.00"},
        "besluit": "Besluit van de colleges, 1 december",
        "voorbeeld": False,
        "op": date(jaar, 1, 2),
    }
    bij = BijJaar(stad.centrum, jaar)
    gemaakt: Begroting = stel_begroting_vast(stad.als("controller"), bij, **{**gewoon, **velden}).object
    return gemaakt


def indexbegroting(stad: Stad, jaar: int = 2026, voorbeeld: bool = True) -> Begroting:
    """The budget of a region that pays per block: nothing to settle, index figures as local policy."""
    return begroting(stad, jaar, open_parameters={INDEX: INDEXCIJFERS}, voorbeeld=voorbeeld)


def subsidie(stad: Stad, *, bedrag: str = "36500.00", jaar: int = JAAR) -> Subsidie:
    """Prepared, for the first provider."""
    bij = BijOrganisatie(stad.centrum, stad.aanbieder)
    wie = stad.als("contractbeheerder")
    gemaakt: Subsidie = bereid_subsidie_voor(wie, bij, jaar=jaar, bedrag=Decimal(bedrag), op=VAN).object
    return gemaakt


def verleende_subsidie(stad: Stad, *, bedrag: str = "36500.00", termijnen: int = 0) -> Subsidie:
    """Granted, with some terms approved."""
    verleend: Subsidie = verleen_subsidie(stad.als("controller"), subsidie(stad, bedrag=bedrag), op=VAN).object
    for termijn in range(1, termijnen + 1):
        betaling = zet_voorschot_klaar(stad.als("contractbeheerder"), verleend, termijn=termijn, op=VAN).object
        keur_goed(stad.als("controller"), betaling, op=VAN)
    return verleend


def vastgestelde_subsidie(
    stad: Stad, *, termijnen: int = 12, bedrag: str = "36500.00", goedkeuren: bool = True
) -> Subsidie:
    """Settled, and the rest approved."""
    verleend = verleende_subsidie(stad, bedrag=bedrag, termijnen=termijnen)
    bereid_vaststelling_voor(stad.als("contractbeheerder"), verleend, op=NU)
    klaar: Subsidie = stel_subsidie_vast(stad.als("controller"), verleend, op=NU).object
    if goedkeuren:
        with als(stad.als("controller")):
            open_ = list(Betaling.objects.filter(subsidie=klaar, stand=Betaling.Stand.KLAAR))
        for betaling in open_:
            keur_goed(stad.als("controller2"), betaling, op=NU)
    return klaar
