"""The price per period of four weeks, its surcharge and its indexation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.betalers import wie_betaalt
from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.perioden import blok_van
from voordeur.regels.tarief import Tarief, bereken_tarief

EXTRAMURAAL = ("een-op-een", "tot-6-extramuraal", "tot-12-extramuraal")
LAATSTE_DAG_VAN_DE_TABEL = date(2018, 7, 16)


def tarief(
    regeling: Regeling,
    arrangement: str,
    zwaarte: str,
    huisvesting: str | None = None,
    op: date = LAATSTE_DAG_VAN_DE_TABEL,
    index: dict[int, str] | None = None,
) -> Tarief:
    assert regeling.tarieven is not None
    cijfers = {jaar: Decimal(cijfer) for jaar, cijfer in (index or {}).items()}
    return bereken_tarief(
        regeling.tarieven,
        arrangement=arrangement,
        zwaarte=zwaarte,
        huisvesting=huisvesting,
        op=op,
        indexcijfers=cijfers,
    ).waarde


def bedragen(basis: str, opslag: str, totaal: str) -> Tarief:
    return Tarief(Decimal(basis), Decimal(opslag), Decimal(totaal), "periode van 4 weken")


@pytest.mark.bepaling("drechtsteden/tarieven")
@pytest.mark.parametrize("arrangement", EXTRAMURAAL)
@pytest.mark.parametrize(
    ("zwaarte", "huisvesting", "prijs"),
    [
        ("licht", "excl", bedragen("2056.59", "205.66", "2262.25")),
        ("midden", "excl", bedragen("2771.89", "277.19", "3049.08")),
        ("licht", "incl", bedragen("2887.62", "288.77", "3176.39")),
        ("midden", "incl", bedragen("3602.93", "360.29", "3963.22")),
    ],
)
def test_outside_an_institution_the_printed_price_has_a_surcharge(
    regeling: Regeling, arrangement: str, zwaarte: str, huisvesting: str, prijs: Tarief
) -> None:
    assert tarief(regeling, arrangement, zwaarte, huisvesting) == prijs


@pytest.mark.bepaling("drechtsteden/tarieven")
@pytest.mark.parametrize(
    ("arrangement", "licht", "midden", "zwaar"),
    [
        ("tot-12-intramuraal", "3420.00", "4266.59", "5598.82"),
        ("boven-12-intramuraal", "3139.43", "3916.85", "5150.44"),
        ("vpt", "2350.20", "3096.53", "4237.76"),
    ],
)
def test_institutions_and_vpt_have_no_surcharge(
    regeling: Regeling, arrangement: str, licht: str, midden: str, zwaar: str
) -> None:
    for zwaarte, bedrag in (("licht", licht), ("midden", midden), ("zwaar", zwaar)):
        assert tarief(regeling, arrangement, zwaarte) == bedragen(bedrag, "0.00", bedrag)


@pytest.mark.bepaling("drechtsteden/tarieven")
@pytest.mark.parametrize("arrangement", EXTRAMURAAL)
def test_heavy_support_has_a_price_only_in_an_institution(regeling: Regeling, arrangement: str) -> None:
    with pytest.raises(OngeldigFeit, match=r"dit past wel: tot-12-intramuraal, boven-12-intramuraal$"):
        tarief(regeling, arrangement, "zwaar", "excl")


def test_vpt_is_only_for_running_indications(regeling: Regeling) -> None:
    assert regeling.tarieven is not None
    alleen = {prijs.arrangement for prijs in regeling.tarieven.prijzen if prijs.alleen_voor}
    assert alleen == {"vpt"}


@pytest.mark.bepaling("drechtsteden/tarieven")
def test_the_first_term_is_exactly_nineteen_periods_paid_by_the_municipalities(regeling: Regeling) -> None:
    assert regeling.perioden is not None
    laatste = blok_van(regeling.perioden, date(2018, 12, 30)).waarde
    assert (laatste.nummer, laatste.periode.tot) == (19, date(2018, 12, 30))
    assert wie_betaalt(regeling.betalers, "levering", date(2018, 1, 1)).waarde == "de gemeenten"


@pytest.mark.bepaling("drechtsteden/indexering")
def test_from_17_july_2018_an_index_figure_is_needed(regeling: Regeling) -> None:
    with pytest.raises(OngeldigFeit, match="indexcijfer van 2018 ontbreekt"):
        tarief(regeling, "tot-12-intramuraal", "licht", op=date(2018, 7, 17))


@pytest.mark.bepaling("drechtsteden/indexering")
def test_each_indexation_rounds_the_basis_and_the_surcharge_follows_it(regeling: Regeling) -> None:
    eens = tarief(regeling, "een-op-een", "licht", "excl", date(2018, 7, 17), {2018: "0.0312"})
    assert eens == bedragen("2120.76", "212.08", "2332.84")
    twee = tarief(regeling, "vpt", "licht", None, date(2019, 7, 17), {2018: "0.01", 2019: "-0.01"})
    assert twee == bedragen("2349.96", "0.00", "2349.96")


@pytest.mark.bepaling("drechtsteden/indexering")
def test_the_index_figures_are_open_and_the_day_stands_in_the_calendar_from_2018(
    regeling: Regeling, plichtdagen: Callable[[str, int], list[date | None]]
) -> None:
    with pytest.raises(ParameterOpen, match="NZa"):
        parameter_op(regeling.parameters, regeling.open, "tarieven.indexering.indexcijfer", date(2018, 7, 17))
    assert plichtdagen("indexering", 2017) == []
    assert plichtdagen("indexering", 2018) == [date(2018, 7, 17)]


def test_the_price_of_the_outflow_arrangement_stands_in_another_agreement(regeling: Regeling) -> None:
    with pytest.raises(OngeldigFeit, match="aparte deelovereenkomst"):
        tarief(regeling, "uitstroom", "licht")
