"""Signals and reports that the continuity of a provider is at risk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.bevoegdheid import Bevoegdheid
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.risico import Risico, Risicofeiten, bepaal_risico

OMZET = Decimal("1000000.00")


def risico(regeling: Regeling, vermogen: str, resultaten: dict[int, str], current_ratio: str) -> Risico:
    assert regeling.risico is not None
    bedragen = {jaar: Decimal(bedrag) for jaar, bedrag in resultaten.items()}
    return bepaal_risico(
        regeling.risico, Risicofeiten(Decimal(vermogen), bedragen, OMZET, Decimal(current_ratio))
    ).waarde


@pytest.mark.bepaling("drechtsteden/vroegsignaal")
@pytest.mark.parametrize(
    ("vermogen", "resultaten", "ratio", "signalen"),
    [
        ("-10.00", {2022: "-50000.00", 2023: "1.00", 2024: "-9.00"}, "0.8", ("reserve", "resultaat", "liquiditeit")),
        ("-0.01", {2024: "0.00"}, "1", ("reserve",)),
        ("0.00", {2022: "-20000.01", 2023: "0.00", 2024: "0.00"}, "1", ("resultaat",)),
        ("0.00", {2024: "0.00"}, "0.99", ("liquiditeit",)),
    ],
)
def test_each_of_the_three_signals_makes_the_continuity_at_risk(
    regeling: Regeling, vermogen: str, resultaten: dict[int, str], ratio: str, signalen: tuple[str, ...]
) -> None:
    assert risico(regeling, vermogen, resultaten, ratio) == Risico(True, signalen)


@pytest.mark.bepaling("drechtsteden/vroegsignaal")
def test_a_loss_of_exactly_two_percent_or_of_four_years_ago_is_no_signal(regeling: Regeling) -> None:
    resultaten = {2021: "-90000.00", 2022: "-20000.00", 2023: "1.00", 2024: "1.00"}
    assert risico(regeling, "0.00", resultaten, "1") == Risico(False, ())


@pytest.mark.bepaling("drechtsteden/vroegsignaal")
def test_the_bounds_for_loss_and_liquidity_are_marked_as_examples(regeling: Regeling) -> None:
    assert regeling.risico is not None
    feiten = Risicofeiten(Decimal(0), {2024: Decimal(0)}, OMZET, Decimal(1))
    stappen = bepaal_risico(regeling.risico, feiten).stappen
    assert [gezet.sleutel for gezet in stappen].count("risico.voorbeeldwaarde") == 2


@pytest.mark.bepaling("drechtsteden/vroegsignaal")
@pytest.mark.parametrize("naam", ["risico.resultaat.materieel", "risico.liquiditeit.current_ratio_onder"])
def test_what_is_material_or_too_little_liquidity_is_left_open(regeling: Regeling, naam: str) -> None:
    with pytest.raises(ParameterOpen, match="voorbeeld"):
        parameter_op(regeling.parameters, regeling.open, naam, date(2018, 1, 1))


@pytest.mark.bepaling("drechtsteden/vroegsignaal")
def test_a_negative_reserve_or_liquidity_trouble_counts_already_while_it_arises(
    een_genoeg: Callable[..., None],
) -> None:
    een_genoeg("risico-in-wording", "reserve", "liquiditeit")


def test_a_provider_reports_a_threat_at_once_in_writing_and_with_all_papers(alle_nodig: Callable[..., None]) -> None:
    alle_nodig("risicomelding", "direct", "schriftelijk", "stukken")


def test_an_external_investigation_asks_for_reasonable_doubt(bevoegd: Callable[..., Bevoegdheid]) -> None:
    onderzoek = bevoegd("onderzoek.extern")
    assert (onderzoek.wie, onderzoek.voorwaarde) == ("de gemeenten", "bij gerede twijfel")


def test_on_request_a_provider_shows_its_position_with_its_group_and_subcontractors(
    alle_nodig: Callable[..., None],
) -> None:
    alle_nodig(
        "vermogenspositie",
        "solvabiliteit", "rentabiliteit", "liquiditeit", "rak", "bedrijfsvoering", "groep", "onderaannemers",
        "medewerking",
    )  # fmt: skip


def test_the_rak_is_spent_by_agreement_unless_it_covers_a_loss(bevoegd: Callable[..., Bevoegdheid]) -> None:
    rak = bevoegd("rak.besteden")
    assert (rak.soort, rak.wie) == ("samen", "aanbieder en gemeenten")
    assert "verlies" in rak.voorwaarde
