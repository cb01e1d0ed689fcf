"""`voordeur tarief`: the printed price table to the cent, and indexation worked by hand."""

from __future__ import annotations

import pytest

from tests.cli.hulp import heel, redenen, vraag, weiger

EXTRAMURAAL = ("een-op-een", "tot-6-extramuraal", "tot-12-extramuraal")
# weight, housing -> base, surcharge, total, as printed (288.77 is a cent off and stays so)
GEDRUKT = {
    ("licht", "excl"): ("2056.59", "205.66", "2262.25"),
    ("midden", "excl"): ("2771.89", "277.19", "3049.08"),
    ("licht", "incl"): ("2887.62", "288.77", "3176.39"),
    ("midden", "incl"): ("3602.93", "360.29", "3963.22"),
}
ZONDER_OPSLAG = {
    ("tot-12-intramuraal", "licht"): "3420.00",
    ("tot-12-intramuraal", "midden"): "4266.59",
    ("tot-12-intramuraal", "zwaar"): "5598.82",
    ("boven-12-intramuraal", "licht"): "3139.43",
    ("boven-12-intramuraal", "midden"): "3916.85",
    ("boven-12-intramuraal", "zwaar"): "5150.44",
    ("vpt", "licht"): "2350.20",
    ("vpt", "midden"): "3096.53",
    ("vpt", "zwaar"): "4237.76",
}
LICHT_EXCL = ("--arrangement", "een-op-een", "--zwaarte", "licht", "--huisvesting", "excl")
LICHT_INCL = ("--arrangement", "een-op-een", "--zwaarte", "licht", "--huisvesting", "incl")
VPT_LICHT = ("--arrangement", "vpt", "--zwaarte", "licht")


def prijs(*opties: str) -> tuple[str, str, str]:
    uitkomst = vraag("tarief", "drechtsteden", *opties)
    assert uitkomst["eenheid"] == "periode van 4 weken"
    return uitkomst["basis"], uitkomst["opslag"], uitkomst["totaal"]


@pytest.mark.parametrize("op", ["2017-07-17", "2018-07-16"])
@pytest.mark.parametrize("arrangement", EXTRAMURAAL)
@pytest.mark.parametrize(("zwaarte", "huisvesting"), GEDRUKT)
def test_the_three_extramural_ones_cost_what_is_printed(
    arrangement: str, zwaarte: str, huisvesting: str, op: str
) -> None:
    opties = ("--arrangement", arrangement, "--zwaarte", zwaarte, "--huisvesting", huisvesting, "--op", op)
    assert prijs(*opties) == GEDRUKT[zwaarte, huisvesting]


@pytest.mark.parametrize("op", ["2017-07-17", "2018-07-16"])
@pytest.mark.parametrize(("arrangement", "zwaarte"), ZONDER_OPSLAG)
def test_the_others_cost_what_is_printed_without_a_surcharge(arrangement: str, zwaarte: str, op: str) -> None:
    bedrag = ZONDER_OPSLAG[arrangement, zwaarte]
    assert prijs("--arrangement", arrangement, "--zwaarte", zwaarte, "--op", op) == (bedrag, "0.00", bedrag)


@pytest.mark.parametrize(
    ("opties", "verwacht"),
    [
        # 2056.59 x 1.0312 = 2120.755608
        ((*LICHT_EXCL, "--op", "2018-07-17", "--index", "2018=0.0312"), ("2120.76", "212.08", "2332.84")),
        ((*LICHT_EXCL, "--op", "2019-07-16", "--index", "2018=0.0312"), ("2120.76", "212.08", "2332.84")),
        # then 2120.76 x 0.99 = 2099.5524, and a surcharge of 209.955: half up
        (
            (*LICHT_EXCL, "--op", "2019-07-17", "--index", "2018=0.0312", "--index", "2019=-0.01"),
            ("2099.55", "209.96", "2309.51"),
        ),
        # the order of the options does not matter
        (
            (*LICHT_EXCL, "--op", "2019-07-17", "--index", "2019=-0.01", "--index", "2018=0.0312"),
            ("2099.55", "209.96", "2309.51"),
        ),
        # an indexation of nothing still makes the surcharge 10% of the base
        ((*LICHT_INCL, "--op", "2018-07-17", "--index", "2018=0"), ("2887.62", "288.76", "3176.38")),
        # 2350.20 x 1.0312 = 2423.52624
        ((*VPT_LICHT, "--op", "2018-07-17", "--index", "2018=0.0312"), ("2423.53", "0.00", "2423.53")),
        # 2350.20 x 1.025 = 2408.955: half up
        ((*VPT_LICHT, "--op", "2018-12-30", "--index", "2018=0.025"), ("2408.96", "0.00", "2408.96")),
    ],
)
def test_each_seventeenth_of_july_moves_the_base(opties: tuple[str, ...], verwacht: tuple[str, str, str]) -> None:
    assert prijs(*opties) == verwacht


@pytest.mark.parametrize(
    ("op", "index", "jaar"),
    [
        ("2018-07-17", (), "2018"),
        ("2019-07-17", ("2018=0.01",), "2019"),
        ("2019-07-17", ("2019=0.01",), "2018"),
        ("2020-12-31", ("2018=0.01", "2020=0.01"), "2019"),
    ],
)
def test_a_missing_year_is_named(op: str, index: tuple[str, ...], jaar: str) -> None:
    opties = [deel for cijfer in index for deel in ("--index", cijfer)]
    assert jaar in weiger("tarief", "drechtsteden", *VPT_LICHT, "--op", op, *opties)


@pytest.mark.parametrize(
    ("op", "index"),
    [
        ("2018-07-16", ("2018=0.01",)),
        ("2018-01-01", ("2017=0.01",)),
        ("2018-07-17", ("2017=0.01", "2018=0.01")),
        ("2018-07-17", ("2018=0.01", "2019=0.01")),
        ("2018-07-17", ("2018=0.01", "2018=0.01")),
        ("2018-07-17", ("2018=0.01", "2018=0.02")),
    ],
)
def test_a_year_too_many_is_refused(op: str, index: tuple[str, ...]) -> None:
    opties = [deel for cijfer in index for deel in ("--index", cijfer)]
    assert "--index" in weiger("tarief", "drechtsteden", *VPT_LICHT, "--op", op, *opties)


@pytest.mark.parametrize(
    "index", ["2018", "2018=", "=0.01", "2018=+0.01", "2018=1e-2", "2018= 0.01", "2018=3%", "18=0.01", "2018=0,01", ""]
)
def test_an_index_figure_that_is_no_number_is_refused(index: str) -> None:
    assert "--index" in weiger("tarief", "drechtsteden", *VPT_LICHT, "--op", "2018-07-17", "--index", index)


@pytest.mark.parametrize("arrangement", EXTRAMURAAL)
@pytest.mark.parametrize("huisvesting", ["incl", "excl"])
def test_heavy_work_outside_an_institution_has_no_price_and_what_fits_is_named(
    arrangement: str, huisvesting: str
) -> None:
    opties = ("--arrangement", arrangement, "--zwaarte", "zwaar", "--huisvesting", huisvesting, "--op", "2018-01-01")
    assert "intramuraal" in weiger("tarief", "drechtsteden", *opties)


@pytest.mark.parametrize("arrangement", EXTRAMURAAL)
def test_the_extramural_ones_need_to_know_about_housing(arrangement: str) -> None:
    opties = ("--arrangement", arrangement, "--zwaarte", "licht", "--op", "2018-01-01")
    assert "--huisvesting" in weiger("tarief", "drechtsteden", *opties)


@pytest.mark.parametrize("arrangement", ["tot-12-intramuraal", "boven-12-intramuraal", "vpt"])
@pytest.mark.parametrize("huisvesting", ["incl", "excl"])
def test_the_others_know_no_housing(arrangement: str, huisvesting: str) -> None:
    opties = ("--arrangement", arrangement, "--zwaarte", "licht", "--huisvesting", huisvesting, "--op", "2018-01-01")
    assert "--huisvesting" in weiger("tarief", "drechtsteden", *opties)


@pytest.mark.parametrize(
    ("opties", "genoemd"),
    [
        (("--arrangement", "uitstroom", "--zwaarte", "licht", "--op", "2018-01-01"), "overeenkomst"),
        (("--arrangement", "kasteel", "--zwaarte", "licht", "--op", "2018-01-01"), "--arrangement"),
        (("--arrangement", "vpt", "--zwaarte", "loodzwaar", "--op", "2018-01-01"), "--zwaarte"),
        (("--arrangement", "een-op-een", "--zwaarte", "licht", "--huisvesting", "ja", "--op", "2018-01-01"), "--huisv"),
        (("--zwaarte", "licht", "--op", "2018-01-01"), "--arrangement"),
        (("--arrangement", "vpt", "--op", "2018-01-01"), "--zwaarte"),
        (VPT_LICHT, "--op"),
        ((*VPT_LICHT, "--op", "2018-02-29"), "--op"),
        ((*VPT_LICHT, "--op", "2017-07-16"), "2017-07-17"),
    ],
)
def test_a_question_outside_the_table_is_refused(opties: tuple[str, ...], genoemd: str) -> None:
    assert genoemd in weiger("tarief", "drechtsteden", *opties)


def test_after_the_first_end_the_prolongation_is_said() -> None:
    opties = (*VPT_LICHT, "--op", "2018-12-31", "--index", "2018=0.01")
    assert "verleng" in redenen("tarief", "drechtsteden", *opties)
    assert heel("tarief", "drechtsteden", *opties)["regeling"] == {"id": "drechtsteden", "versie": "2017-07-17"}
