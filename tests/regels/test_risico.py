"""Signals that a provider is at risk, with other bounds than any agreement has."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels.risico import (
    Liquiditeitsignaal,
    Reservesignaal,
    Resultaatsignaal,
    Risico,
    Risicofeiten,
    Risicoregel,
    bepaal_risico,
)
from voordeur.regels.uitkomst import Stap

RESERVE = Reservesignaal(("x/reserve",))
RESULTAAT = Resultaatsignaal(3, Decimal("0.02"), ("x/resultaat",))
LIQUIDITEIT = Liquiditeitsignaal(Decimal("1.2"), ("x/geld",))
REGEL = Risicoregel(RESERVE, RESULTAAT, LIQUIDITEIT)
GEZOND = Risicofeiten(Decimal("0.00"), {2023: Decimal(5), 2024: Decimal(-20)}, Decimal(1000), Decimal("1.2"))
ALLE_GRONDEN = ("x/reserve", "x/resultaat", "x/geld")


def signalen(feiten: Risicofeiten, regel: Risicoregel = REGEL) -> tuple[str, ...]:
    waarde = bepaal_risico(regel, feiten).waarde
    assert waarde.risicovol is bool(waarde.signalen)
    return waarde.signalen


def resultaten(**jaren: str) -> dict[int, Decimal]:
    return {int(jaar[1:]): Decimal(bedrag) for jaar, bedrag in jaren.items()}


def test_a_provider_exactly_on_every_bound_gives_no_signal() -> None:
    uitkomst = bepaal_risico(REGEL, GEZOND)
    assert uitkomst.waarde == Risico(False, ())
    resultaat = {"jaren": [2023, 2024], "slecht": [], "materieel": "0.02", "omzet": "1000"}
    assert uitkomst.stappen == (
        Stap("risico.reserve_goed", {"eigen_vermogen": "0.00"}, ("x/reserve",)),
        Stap("risico.geen_verlies", resultaat, ("x/resultaat",)),
        Stap("risico.liquiditeit_goed", {"current_ratio": "1.2", "grens": "1.2"}, ("x/geld",)),
        Stap("risico.nee", {"aantal": 0}, ALLE_GRONDEN),
    )


def test_a_provider_just_over_every_bound_gives_every_signal_in_order() -> None:
    slecht = Risicofeiten(Decimal("-0.01"), resultaten(j2023="-20.01", j2024="1"), Decimal(1000), Decimal("1.19"))
    uitkomst = bepaal_risico(REGEL, slecht)
    assert uitkomst.waarde == Risico(True, ("reserve", "resultaat", "liquiditeit"))
    resultaat = {"jaren": [2023, 2024], "slecht": [2023], "materieel": "0.02", "omzet": "1000"}
    assert uitkomst.stappen == (
        Stap("risico.reserve_negatief", {"eigen_vermogen": "-0.01"}, ("x/reserve",)),
        Stap("risico.verlies", resultaat, ("x/resultaat",)),
        Stap("risico.liquiditeit_krap", {"current_ratio": "1.19", "grens": "1.2"}, ("x/geld",)),
        Stap("risico.ja", {"aantal": 3}, ALLE_GRONDEN),
    )


@pytest.mark.parametrize(("verlies", "signaal"), [("-20.00", False), ("-20.01", True), ("20.01", False), ("0", False)])
def test_a_loss_of_exactly_two_percent_is_still_allowed(verlies: str, signaal: bool) -> None:
    assert ("resultaat" in signalen(replace(GEZOND, resultaten={2024: Decimal(verlies)}))) is signaal


def test_only_the_last_years_count_whatever_their_order() -> None:
    vier = resultaten(j2024="1", j2021="-900", j2023="1", j2022="1")
    assert signalen(replace(GEZOND, resultaten=vier)) == ()
    assert signalen(replace(GEZOND, resultaten={**vier, 2022: Decimal(-900)})) == ("resultaat",)
    assert bepaal_risico(REGEL, replace(GEZOND, resultaten=vier)).stappen[1].waarden["jaren"] == [2022, 2023, 2024]


def test_another_number_of_years_is_a_parameter() -> None:
    twee = replace(GEZOND, resultaten=resultaten(j2022="-900", j2023="-30", j2024="-40"))
    een_jaar = replace(REGEL, resultaat=replace(RESULTAAT, jaren=1))
    assert bepaal_risico(een_jaar, twee).stappen[1].waarden["slecht"] == [2024]
    assert bepaal_risico(REGEL, twee).stappen[1].waarden["slecht"] == [2022, 2023, 2024]


def test_a_loss_without_turnover_is_a_signal() -> None:
    assert signalen(replace(GEZOND, omzet=Decimal(0))) == ("resultaat",)
    assert signalen(replace(GEZOND, omzet=Decimal(0), resultaten={2024: Decimal(0)})) == ()


@pytest.mark.parametrize("naam", ["reserve", "resultaat", "liquiditeit"])
def test_an_agreement_may_have_one_signal_only(naam: str) -> None:
    slecht = Risicofeiten(Decimal(-1), {2024: Decimal(-999)}, Decimal(1000), Decimal("0.1"))
    uitkomst = bepaal_risico(Risicoregel(**{naam: getattr(REGEL, naam)}), slecht)
    assert uitkomst.waarde == Risico(True, (naam,))
    assert len(uitkomst.stappen) == 2
    assert uitkomst.stappen[-1].waarden == {"aantal": 1}
    assert uitkomst.stappen[-1].gronden == uitkomst.stappen[0].gronden


def test_an_agreement_without_signals_sees_no_risk() -> None:
    assert bepaal_risico(Risicoregel(), GEZOND).stappen == (Stap("risico.nee", {"aantal": 0}, ()),)


def test_a_bound_that_is_only_an_example_is_said_to_be_one() -> None:
    regel = Risicoregel(RESERVE, replace(RESULTAAT, voorbeeld=True), replace(LIQUIDITEIT, voorbeeld=True))
    stappen = bepaal_risico(regel, GEZOND).stappen
    groot, krap = "wat een groot verlies is", "vanaf welk getal er te weinig geld is"
    assert stappen[2] == Stap("risico.voorbeeldwaarde", {"wat": groot}, ("x/resultaat",))
    assert stappen[4] == Stap("risico.voorbeeldwaarde", {"wat": krap}, ("x/geld",))
    assert len(stappen) == 6
    assert stappen[-1].gronden == ALLE_GRONDEN


centen = st.integers(-(10**6), 10**6).map(lambda aantal: Decimal(aantal) / 100)
meer = st.integers(0, 10**6).map(lambda aantal: Decimal(aantal) / 100)
ratios = st.decimals("0", "3", places=2)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(centen, st.dictionaries(st.integers(2019, 2024), centen, min_size=1), meer, ratios, st.tuples(meer, meer, meer))
def test_better_figures_never_give_more_signals(
    vermogen: Decimal, jaren: dict[int, Decimal], omzet: Decimal, ratio: Decimal, beter: tuple[Decimal, ...]
) -> None:
    nu = Risicofeiten(vermogen, jaren, omzet, ratio)
    straks = Risicofeiten(
        vermogen + beter[0], {jaar: bedrag + beter[1] for jaar, bedrag in jaren.items()}, omzet + beter[2], ratio + 1
    )
    assert set(signalen(straks)) <= set(signalen(nu))
