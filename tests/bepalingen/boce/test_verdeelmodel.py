"""The budget growth path beside bijlage II of the source, figure by figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.parameters import parameter_op
from voordeur.regels.verdeelmodel import Budget, Budgetjaar, Verdeelmodel, bereken_groeipad

EMMEN, COEVORDEN, BORGER_ODOORN = "0114", "0109", "1681"

# bijlage II, whole euros: the region's historic, objective and total budget; Emmen's three; then the objective part
# of Coevorden and of Borger-Odoorn, which is their total too, because their historic part is nil in every year
# fmt: off
BIJLAGE_II = [
    (2021, 13_691_613,          0, 13_691_613, 13_691_613,         0, 13_691_613,         0,         0),
    (2022, 13_181_651,          0, 13_181_651, 13_181_651,         0, 13_181_651,         0,         0),
    (2023, 11_879_780,  1_438_059, 13_317_839, 11_879_780,   915_682, 12_795_462,   298_810,   223_567),
    (2024,  8_872_794,  4_580_066, 13_452_860,  8_872_794, 2_916_350, 11_789_144,   951_679,   712_038),
    (2025,  6_373_395,  7_215_501, 13_588_896,  6_373_395, 4_594_459, 10_967_854, 1_499_288, 1_121_754),
    (2026,  4_295_458,  9_429_843, 13_725_301,  4_295_458, 6_004_437, 10_299_895, 1_959_400, 1_466_006),
    (2027,  2_565_215, 11_290_550, 13_855_765,  2_565_215, 7_189_240,  9_754_454, 2_346_031, 1_755_280),
    (2028,  1_127_057, 12_859_173, 13_986_230,  1_127_057, 8_188_057,  9_315_114, 2_671_970, 1_999_145),
    (2029,          0, 14_116_694, 14_116_694,          0, 8_988_782,  8_988_782, 2_933_267, 2_194_645),
    (2030,          0, 14_247_159, 14_247_159,          0, 9_071_855,  9_071_855, 2_960_376, 2_214_928),
    (2031,          0, 14_377_623, 14_377_623,          0, 9_154_928,  9_154_928, 2_987_485, 2_235_210),
    (2032,          0, 14_508_087, 14_508_087,          0, 9_238_001,  9_238_001, 3_014_593, 2_255_493),
]
# fmt: on


def groeipad(regeling: Regeling) -> dict[int, Budgetjaar]:
    assert regeling.verdeelmodel is not None
    return {jaar.jaar: jaar for jaar in bereken_groeipad(regeling.verdeelmodel).waarde}


def hooguit_een_euro_ernaast(budget: Budget, historisch: int, objectief: int, totaal: int) -> bool:
    gedrukt = (historisch, objectief, totaal)
    return all(
        abs(uitkomst - bedrag) <= 1
        for uitkomst, bedrag in zip((budget.historisch, budget.objectief, budget.totaal), gedrukt, strict=True)
    )


@pytest.mark.bepaling("boce/verdeelmodel")
def test_the_whole_of_bijlage_ii_comes_out_within_one_euro(regeling: Regeling) -> None:
    pad = groeipad(regeling)
    assert list(pad) == [rij[0] for rij in BIJLAGE_II]
    for jaar, historisch, objectief, totaal, e_historisch, e_objectief, e_totaal, coevorden, borger in BIJLAGE_II:
        gemeenten = pad[jaar].gemeenten
        assert hooguit_een_euro_ernaast(pad[jaar].regio, historisch, objectief, totaal), jaar
        assert hooguit_een_euro_ernaast(gemeenten[EMMEN], e_historisch, e_objectief, e_totaal), jaar
        assert hooguit_een_euro_ernaast(gemeenten[COEVORDEN], 0, coevorden, coevorden), jaar
        assert hooguit_een_euro_ernaast(gemeenten[BORGER_ODOORN], 0, borger, borger), jaar


@pytest.mark.bepaling("boce/verdeelmodel")
def test_the_years_that_set_the_shares_come_out_to_the_euro(regeling: Regeling) -> None:
    pad = groeipad(regeling)
    for jaar, historisch, objectief, totaal, *_ in BIJLAGE_II:
        if jaar in (2021, 2022, 2032):
            assert pad[jaar].regio == Budget(Decimal(historisch), Decimal(objectief), Decimal(totaal))


@pytest.mark.bepaling("boce/verdeelmodel")
def test_the_parts_of_the_municipalities_add_up_exactly_where_the_annex_is_a_euro_off(regeling: Regeling) -> None:
    pad = groeipad(regeling)
    for jaar in (2024, 2027, 2028):
        assert sum(deel.objectief for deel in pad[jaar].gemeenten.values()) == pad[jaar].regio.objectief
        gedrukt = next(rij for rij in BIJLAGE_II if rij[0] == jaar)
        assert abs(gedrukt[5] + gedrukt[7] + gedrukt[8] - gedrukt[2]) == 1


@pytest.mark.bepaling("boce/verdeelmodel")
def test_historic_money_goes_to_emmen_alone_and_is_gone_from_2029(regeling: Regeling) -> None:
    for jaar, budget in groeipad(regeling).items():
        assert budget.gemeenten[COEVORDEN].historisch == budget.gemeenten[BORGER_ODOORN].historisch == 0
        assert budget.gemeenten[EMMEN].historisch == budget.regio.historisch
        assert (budget.regio.historisch == 0) == (jaar >= 2029)


@pytest.mark.bepaling("boce/verdeelmodel")
def test_the_growth_is_that_of_the_figures_not_almost_a_million(regeling: Regeling) -> None:
    pad = groeipad(regeling)
    assert pad[2032].regio.totaal - pad[2021].regio.totaal == 816_474
    assert pad[2032].regio.totaal - pad[2022].regio.totaal == 1_326_436


@pytest.mark.bepaling("boce/verdeelmodel")
def test_the_path_says_that_it_is_a_plan(regeling: Regeling) -> None:
    model = regeling.verdeelmodel
    assert isinstance(model, Verdeelmodel)
    stappen = bereken_groeipad(model).stappen
    assert [stap.gronden for stap in stappen if stap.sleutel == "verdeelmodel.plan"] == [("boce/verdeelmodel",)]


@pytest.mark.bepaling("boce/wlz-uitname")
@pytest.mark.parametrize(("dag", "bedrag"), [("2021-01-01", "10872000"), ("2021-12-31", "10872000"),
                                             ("2022-01-01", "13285000"), ("2030-06-01", "13285000")])  # fmt: skip
def test_the_final_wlz_extraction_counts_for_emmen(regeling: Regeling, dag: str, bedrag: str) -> None:
    uitkomst = parameter_op(regeling.parameters, regeling.open, "wlz.uitname", date.fromisoformat(dag))
    assert uitkomst.waarde == bedrag
    assert uitkomst.stappen[0].gronden == ("boce/wlz-uitname",)


@pytest.mark.bepaling("boce/wlz-uitname")
@pytest.mark.parametrize(("jaar", "extra", "verschil"), [(2021, 4_496_000, 3_000), (2022, 6_942_000, 36_000)])
def test_the_quoted_parts_do_not_add_up_to_the_final_extraction(
    regeling: Regeling, jaar: int, extra: int, verschil: int
) -> None:
    def waarde(naam: str, in_jaar: int) -> int:
        return int(parameter_op(regeling.parameters, regeling.open, naam, date(in_jaar, 1, 1)).waarde)

    vooraf = waarde("wlz.uitname.vooraf", 2021)
    assert (vooraf, waarde("wlz.uitname.extra", jaar)) == (6_379_000, extra)
    assert abs(vooraf + extra - waarde("wlz.uitname", jaar)) == verschil


@pytest.mark.bepaling("boce/wlz-uitname")
def test_the_estimate_for_emmen_is_its_share_of_the_national_one(regeling: Regeling) -> None:
    def waarde(naam: str) -> Decimal:
        return Decimal(parameter_op(regeling.parameters, regeling.open, naam, date(2021, 7, 1)).waarde)

    aandeel = waarde("wlz.uitname.vooraf") / waarde("wlz.uitname.vooraf.macro")
    assert round(aandeel, 4) == waarde("wlz.uitname.vooraf.aandeel") == Decimal("0.0129")
