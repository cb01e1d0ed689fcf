"""Social return: the duty, what efforts are worth, what carries over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.betalers import wie_betaalt
from voordeur.regels.parameters import parameter_op
from voordeur.regels.sroi import Inzet, Sroi, bereken_sroi


def sroi(
    regeling: Regeling, *inzet: Inzet, contract: str = "7500000.00", jaar: str = "2500000.00", mee: str = "0.00"
) -> Sroi:
    assert regeling.sroi is not None
    return bereken_sroi(
        regeling.sroi, contractwaarde=Decimal(contract), jaarwaarde=Decimal(jaar), meegenomen=Decimal(mee), inzet=inzet
    ).waarde


def waarde(regeling: Regeling, inzet: Inzet) -> Decimal:
    return sroi(regeling, inzet).gerealiseerd


def bedragen(*vier: str) -> Sroi:
    return Sroi(*(Decimal(bedrag) for bedrag in vier))


@pytest.mark.bepaling("drechtsteden/sroi")
def test_the_duty_is_five_percent_of_the_value_of_the_year(regeling: Regeling) -> None:
    assert sroi(regeling) == bedragen("125000.00", "0.00", "125000.00", "0.00")


@pytest.mark.bepaling("drechtsteden/sroi")
@pytest.mark.parametrize(("contract", "duty"), [("99999.99", "0.00"), ("100000.00", "2500.00")])
def test_the_duty_starts_at_a_contract_of_100000_euro(regeling: Regeling, contract: str, duty: str) -> None:
    assert sroi(regeling, contract=contract, jaar="50000.00").verplichting == Decimal(duty)


@pytest.mark.bepaling("drechtsteden/sroi")
def test_a_shortfall_is_withheld_from_the_provider(regeling: Regeling) -> None:
    betaler = wie_betaalt(regeling.betalers, "sroi_tekort", date(2018, 12, 30))
    assert betaler.waarde == "de aanbieder, door inhouding op de afrekening"


@pytest.mark.bepaling("drechtsteden/sroi-waarden")
@pytest.mark.parametrize(
    ("groep", "per_fte"),
    [
        ("wwb-tot-2-jaar", "30000.00"),
        ("wwb-vanaf-2-jaar", "35000.00"),
        ("wajong", "35000.00"),
        ("wsw-begeleid", "35000.00"),
        ("ww-tot-1-jaar", "10000.00"),
        ("ww-vanaf-1-jaar", "15000.00"),
        ("wia-wao", "30000.00"),
        ("bbl", "10000.00"),
        ("bol", "5000.00"),
    ],
)
def test_each_group_has_its_value_per_fte_and_year(regeling: Regeling, groep: str, per_fte: str) -> None:
    assert waarde(regeling, Inzet(groep, fte=Decimal(1))) == Decimal(per_fte)
    assert waarde(regeling, Inzet(groep, fte=Decimal("0.5"), maanden=6)) == Decimal(per_fte) / 4


@pytest.mark.bepaling("drechtsteden/sroi-waarden")
@pytest.mark.parametrize("groep", ["wsw-detachering", "wwb-detachering"])
def test_detachment_counts_for_the_paid_invoice(regeling: Regeling, groep: str) -> None:
    assert waarde(regeling, Inzet(groep, bedrag=Decimal("1234.56"))) == Decimal("1234.56")


@pytest.mark.bepaling("drechtsteden/sroi-waarden")
@pytest.mark.parametrize(
    ("groep", "over"),
    [
        ("wwb-tot-2-jaar", "18000.00"),
        ("wajong", "23000.00"),
        ("ww-tot-1-jaar", "0.00"),
        ("wia-wao", "18000.00"),
        ("bbl", "10000.00"),
        ("bol", "5000.00"),
    ],
)
def test_wage_compensation_is_taken_off_except_for_pupils(regeling: Regeling, groep: str, over: str) -> None:
    inzet = Inzet(groep, fte=Decimal(1), looncompensatie=Decimal("12000.00"))
    assert waarde(regeling, inzet) == Decimal(over)


@pytest.mark.bepaling("drechtsteden/sroi-alternatief-waarden")
@pytest.mark.parametrize(
    ("groep", "per_fte"),
    [
        ("werk-naar-werk-eigen", "10000.00"),
        ("werk-naar-werk-binnen-sector", "5000.00"),
        ("werk-naar-werk-buiten-sector", "10000.00"),
        ("werk-naar-werk-buiten-sector-beide", "5000.00"),
        ("flexpool", "10000.00"),
    ],
)
def test_work_to_work_and_flexpool_have_a_value_per_fte(regeling: Regeling, groep: str, per_fte: str) -> None:
    assert waarde(regeling, Inzet(groep, fte=Decimal(1))) == Decimal(per_fte)


@pytest.mark.bepaling("drechtsteden/sroi-alternatief-waarden")
@pytest.mark.parametrize(
    ("inzet", "bedrag"),
    [
        (Inzet("drechtwerk", bedrag=Decimal("4000.00")), "4000.00"),
        (Inzet("onderlinge-opdracht", bedrag=Decimal("0.01")), "0.01"),
        (Inzet("vrijwilligers", dagdelen=10, personen=2), "4000.00"),
        (Inzet("participatieplek", plekken=2, maanden=6), "1500.00"),
    ],
)
def test_invoices_half_days_and_participation_places_count(regeling: Regeling, inzet: Inzet, bedrag: str) -> None:
    assert waarde(regeling, inzet) == Decimal(bedrag)


@pytest.mark.bepaling("drechtsteden/sroi-alternatief-waarden")
def test_a_participation_place_is_sixteen_hours_a_week_at_most(regeling: Regeling) -> None:
    uren = parameter_op(regeling.parameters, regeling.open, "participatieplek.uren", date(2018, 1, 1))
    assert uren.waarde == "16"


@pytest.mark.bepaling("drechtsteden/sroi-waarden", "drechtsteden/sroi-alternatief-waarden")
def test_efforts_of_all_kinds_add_up_to_what_was_done(regeling: Regeling) -> None:
    inzet = (
        Inzet("wajong", fte=Decimal("0.5")),
        Inzet("drechtwerk", bedrag=Decimal("4000.00")),
        Inzet("vrijwilligers", dagdelen=10, personen=2),
        Inzet("participatieplek", plekken=1),
    )
    assert sroi(regeling, *inzet) == bedragen("125000.00", "27000.00", "98000.00", "0.00")


@pytest.mark.bepaling("drechtsteden/sroi-alternatief")
def test_effort_above_five_percent_counts_in_the_next_contract_year_only(regeling: Regeling) -> None:
    zeven_procent = Inzet("drechtwerk", bedrag=Decimal("175000.00"))
    assert sroi(regeling, zeven_procent) == bedragen("125000.00", "175000.00", "0.00", "50000.00")
    klein = Inzet("drechtwerk", bedrag=Decimal("10.00"))
    assert sroi(regeling, klein, mee="130000.00").meenemen == Decimal("10.00")


@pytest.mark.bepaling("drechtsteden/sroi-alternatief")
@pytest.mark.parametrize(
    ("groep", "jaren"), [("beperking_detachering", "2"), ("wajong", "2"), ("wwb", "2"), ("bbl", "2"), ("overig", "0")]
)
def test_some_groups_count_again_for_two_years(regeling: Regeling, groep: str, jaren: str) -> None:
    naam = f"sroi.meetellen.{groep}"
    assert parameter_op(regeling.parameters, regeling.open, naam, date(2018, 1, 1)).waarde == jaren
