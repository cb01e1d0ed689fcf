"""The growth path of a region that nobody has seen, in round figures that can be followed by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.uitkomst import Stap
from voordeur.regels.verdeelmodel import (
    Aandeel,
    Afwijkend,
    Budget,
    Budgetjaar,
    Verdeelmodel,
    Voorraad,
    bereken_groeipad,
)

GROND = ("x/pad",)
# each year 1000 in the national budget and 200 that was taken out; the stock is 1, 1, 0.8, 0.4 and then nothing
MODEL = Verdeelmodel(
    grond=GROND,
    van=2030,
    tot=2035,
    wlz_uitname=Decimal(200),
    macro={str(jaar): Decimal(1000) for jaar in range(2030, 2036)},
    voorraad=Voorraad(start=2031, eerste=Decimal("0.8"), factor=Decimal("0.5"), einde=2034),
    aandeel=Aandeel(Decimal(1), Decimal(2), 2031, 2035, historisch_van=Decimal(10), objectief_van=Decimal(10)),
    centrum="9002",
    sleutel={"9001": Decimal(1), "9002": Decimal(3)},
)


def regio(model: Verdeelmodel) -> dict[int, tuple[int, int, int]]:
    jaren = bereken_groeipad(model).waarde
    return {
        jaar.jaar: (int(jaar.regio.historisch), int(jaar.regio.objectief), int(jaar.regio.totaal)) for jaar in jaren
    }


def test_the_path_of_the_region_year_by_year() -> None:
    assert regio(MODEL) == {
        2030: (100, 0, 100),  # everything is historic: a tenth of 1 * 1200 - 200
        2031: (100, 0, 100),
        2032: (76, 49, 125),  # a tenth of 0.8 * 1200 - 200; the share is 0.125
        2033: (28, 122, 150),  # a tenth of 0.4 * 1200 - 200; the share is 0.15
        2034: (0, 175, 175),
        2035: (0, 200, 200),
    }


def test_a_year_of_the_path_in_full() -> None:
    jaar = bereken_groeipad(MODEL).waarde[2]
    noord = Budget(Decimal(0), Decimal(12), Decimal(12))
    centrum = Budget(Decimal(76), Decimal(37), Decimal(113))
    assert jaar == Budgetjaar(2032, Budget(Decimal(76), Decimal(49), Decimal(125)), {"9001": noord, "9002": centrum})
    assert str(jaar.gemeenten["9001"].historisch) == "0.00"
    assert str(jaar.regio.totaal) == "125.00"


def test_the_model_and_each_year_are_explained() -> None:
    stappen = bereken_groeipad(MODEL).stappen
    jaar = {"jaar": 2032, "historisch": "76.00", "objectief": "49.00", "totaal": "125.00"}
    assert stappen[0] == Stap("verdeelmodel.model", {"van": 2030, "tot": 2035}, GROND)
    assert stappen[3] == Stap("verdeelmodel.jaar", jaar, GROND)
    assert [stap.waarden["jaar"] for stap in stappen[1:]] == list(range(2030, 2036))


def test_a_plan_is_said_to_be_one() -> None:
    stappen = bereken_groeipad(replace(MODEL, plan=True)).stappen
    assert stappen[1] == Stap("verdeelmodel.plan", {}, GROND)
    assert bereken_groeipad(replace(MODEL, plan=True)).waarde == bereken_groeipad(MODEL).waarde
    assert len(stappen) == 8


def test_a_year_with_a_share_of_its_own_is_all_historic_while_the_stock_is_whole() -> None:
    eigen = replace(MODEL, afwijkend={"2030": Afwijkend(Decimal(3), Decimal(20))})
    assert regio(eigen)[2030] == (150, 0, 150)
    assert {**regio(eigen), 2030: (100, 0, 100)} == regio(MODEL)


def test_what_is_left_for_the_centrumgemeenten_is_never_less_than_nothing() -> None:
    weinig = replace(MODEL, voorraad=replace(MODEL.voorraad, eerste=Decimal("0.1")))
    assert regio(weinig)[2032] == (0, 125, 125)
    op_nul = replace(MODEL, voorraad=replace(MODEL.voorraad, eerste=Decimal("0.175")))
    assert regio(op_nul)[2032] == (1, 124, 125)


def test_a_region_that_is_the_whole_country_keeps_nothing_historic_either() -> None:
    heel = replace(MODEL, aandeel=Aandeel(Decimal(1), Decimal(1), 2031, 2035))
    assert regio(heel)[2034] == (0, 1000, 1000)
    leeg = replace(heel, voorraad=replace(MODEL.voorraad, eerste=Decimal("0.1")))
    assert regio(leeg)[2032] == (0, 1000, 1000)


def test_the_stock_is_gone_from_its_last_year_on() -> None:
    langer = replace(MODEL, voorraad=Voorraad(2031, Decimal("0.8"), Decimal("0.75"), 2035))
    assert [bedragen[0] for bedragen in regio(langer).values()] == [100, 100, 76, 52, 34, 0]


def test_a_share_over_one_is_a_fraction() -> None:
    breuk = replace(MODEL, aandeel=Aandeel(Decimal("0.1"), Decimal("0.2"), 2031, 2035))
    assert regio(breuk) == regio(MODEL)


def test_a_path_that_jumps_in_one_year_has_no_years_between() -> None:
    sprong = replace(MODEL, aandeel=replace(MODEL.aandeel, van=2032, tot=2033))
    assert [bedragen[2] for bedragen in regio(sprong).values()] == [100, 100, 100, 200, 200, 200]


def test_historic_and_objective_are_each_rounded_half_up_to_whole_euros() -> None:
    krom = replace(MODEL, van=2032, tot=2032, macro={"2032": Decimal("1006.25")}, wlz_uitname=Decimal(0))
    assert regio(krom) == {2032: (81, 45, 126)}  # 80.5 and 45.28
    macro = {"2032": Decimal("1000")}
    objectief = replace(krom, macro=macro, aandeel=replace(MODEL.aandeel, objectief=Decimal("1.22")))
    assert regio(objectief) == {2032: (80, 26, 106)}  # 0.1055 * 1000 - 80 = 25.5


def test_a_falling_region_has_a_negative_objective_part_shared_by_its_absolute_value() -> None:
    jaar = bereken_groeipad(replace(MODEL, aandeel=replace(MODEL.aandeel, objectief=Decimal("0.2")))).waarde[2]
    assert jaar.regio == Budget(Decimal(76), Decimal(4), Decimal(80))
    dieper = bereken_groeipad(replace(MODEL, aandeel=replace(MODEL.aandeel, objectief=Decimal(-1)))).waarde[2]
    assert dieper.regio == Budget(Decimal(76), Decimal(-26), Decimal(50))
    assert [int(deel.objectief) for deel in dieper.gemeenten.values()] == [-7, -19]  # 6.5 and 19.5: the lowest code


def test_a_key_of_nothing_is_refused() -> None:
    with pytest.raises(OngeldigFeit) as fout:
        bereken_groeipad(replace(MODEL, sleutel={"9002": Decimal(0)}))
    assert fout.value.veld == "sleutel"


bedragen = st.integers(0, 10**9).map(Decimal)
fracties = st.decimals("0", "1", places=6)


@st.composite
def modellen(draw: st.DrawFn) -> Verdeelmodel:
    codes = draw(st.lists(st.sampled_from(("9001", "9002", "9003", "9004")), min_size=1, unique=True))
    van, lang, start = draw(st.integers(2020, 2025)), draw(st.integers(0, 8)), draw(st.integers(2019, 2026))
    return Verdeelmodel(
        grond=GROND,
        van=van,
        tot=van + lang,
        wlz_uitname=draw(bedragen),
        macro={str(jaar): draw(bedragen) for jaar in range(van, van + lang + 1)},
        voorraad=Voorraad(start, draw(fracties), draw(fracties), start + draw(st.integers(0, 8))),
        aandeel=Aandeel(draw(fracties), draw(fracties), start, start + draw(st.integers(1, 9))),
        centrum=codes[0],
        sleutel={code: draw(st.integers(1, 999).map(Decimal)) for code in codes},
    )


@settings(max_examples=80, deadline=None, derandomize=True)
@given(modellen())
def test_the_municipalities_add_up_to_the_region_and_every_amount_is_whole(model: Verdeelmodel) -> None:
    for jaar in bereken_groeipad(model).waarde:
        delen = jaar.gemeenten.values()
        assert set(jaar.gemeenten) == set(model.sleutel)
        for naam in ("historisch", "objectief", "totaal"):
            assert sum(getattr(deel, naam) for deel in delen) == getattr(jaar.regio, naam)
        for budget in (jaar.regio, *delen):
            assert budget.totaal == budget.historisch + budget.objectief
            assert budget.objectief == budget.objectief.to_integral_value()
        assert all(deel.historisch == 0 for code, deel in jaar.gemeenten.items() if code != model.centrum)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(modellen())
def test_historic_money_is_never_negative_and_the_total_follows_the_share(model: Verdeelmodel) -> None:
    laag, hoog = sorted((model.aandeel.historisch, model.aandeel.objectief))
    for jaar in bereken_groeipad(model).waarde:
        macro = model.macro[str(jaar.jaar)]
        assert jaar.regio.historisch >= 0
        assert laag * macro - 1 <= jaar.regio.totaal <= hoog * macro + 1
