"""New or existing: the window before the report, and who is responsible from the day that a region set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels.datums import Periode
from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.nieuwe_client import Doordecentralisatie, NieuweClient, NieuweClientregel, bepaal_nieuwe_client
from voordeur.regels.uitkomst import Stap, Uitkomst

GROND = ("x/nieuw",)
START = Doordecentralisatie(("x/start",), date(2026, 1, 1))
REGEL = NieuweClientregel(100, GROND, START)
MELDING = date(2026, 4, 11)
VENSTER = Periode(date(2026, 1, 1), date(2026, 4, 10))


def bepaal(
    regel: NieuweClientregel = REGEL,
    melding: date = MELDING,
    aanvragen: Any = (),
    gebruik: Any = (),
) -> Uitkomst[NieuweClient]:
    return bepaal_nieuwe_client(
        regel,
        meldingsdatum=melding,
        gemeente="9002",
        centrumgemeente="9001",
        aanvragen=aanvragen,
        gebruik=gebruik,
    )


def test_somebody_without_a_trace_in_the_window_is_new_and_of_the_own_municipality() -> None:
    uitkomst = bepaal()
    assert uitkomst.waarde == NieuweClient(True, VENSTER, "gemeente", "9002")
    assert uitkomst.stappen == (
        Stap("nieuwe_client.venster", {"dagen": 100, "van": "2026-01-01", "tot": "2026-04-10"}, GROND),
        Stap("nieuwe_client.nieuw", {"aanvragen": 0, "gebruik": 0}, GROND),
        Stap("nieuwe_client.gemeente", {"start": "2026-01-01", "nieuw": True}, ("x/start",)),
    )


def test_somebody_with_a_trace_in_the_window_stays_with_the_centrumgemeente() -> None:
    gebruik = [Periode(date(2026, 1, 1)), Periode(date(2020, 1, 1), date(2025, 12, 31))]
    uitkomst = bepaal(aanvragen=[date(2026, 2, 1), date(2025, 1, 1)], gebruik=gebruik)
    assert uitkomst.waarde == NieuweClient(False, VENSTER, "centrumgemeente", "9001")
    assert uitkomst.stappen[1:] == (
        Stap("nieuwe_client.bestaand", {"aanvragen": 1, "gebruik": 1}, GROND),
        Stap("nieuwe_client.centrumgemeente", {"start": "2026-01-01", "nieuw": False}, ("x/start",)),
    )


@pytest.mark.parametrize(
    ("dag", "nieuw"),
    [
        (date(2025, 12, 31), True),
        (date(2026, 1, 1), False),
        (date(2026, 4, 10), False),
        (date(2026, 4, 11), True),
    ],
)
def test_a_request_counts_from_the_first_day_of_the_window_up_to_the_day_before_the_report(
    dag: date, nieuw: bool
) -> None:
    assert bepaal(aanvragen=[dag]).waarde.nieuw is nieuw
    assert bepaal(gebruik=[Periode(dag, dag)]).waarde.nieuw is nieuw


@pytest.mark.parametrize(
    ("periode", "nieuw"),
    [
        (Periode(date(2020, 1, 1), date(2025, 12, 31)), True),
        (Periode(date(2020, 1, 1), date(2026, 1, 1)), False),
        (Periode(date(2020, 1, 1)), False),
        (Periode(date(2026, 4, 10)), False),
        (Periode(date(2026, 4, 11)), True),
        (Periode(date(2019, 1, 1), date(2030, 1, 1)), False),
    ],
)
def test_use_counts_when_one_day_of_it_lies_in_the_window(periode: Periode, nieuw: bool) -> None:
    assert bepaal(gebruik=[periode]).waarde.nieuw is nieuw


def test_a_request_after_the_report_cannot_be() -> None:
    with pytest.raises(OngeldigFeit) as fout:
        bepaal(aanvragen=[MELDING, MELDING + timedelta(days=1)])
    assert (fout.value.veld, fout.value.melding) == ("aanvragen[1]", "ligt na de meldingsdatum")


@pytest.mark.parametrize(
    ("melding", "wie", "code"),
    [(date(2025, 12, 31), "centrumgemeente", "9001"), (date(2026, 1, 1), "gemeente", "9002")],
)
def test_the_own_municipality_is_responsible_from_the_first_day_on(melding: date, wie: str, code: str) -> None:
    waarde = bepaal(melding=melding).waarde
    assert (waarde.nieuw, waarde.verantwoordelijk, waarde.code) == (True, wie, code)


def test_a_start_that_is_only_a_plan_is_said_to_be_one() -> None:
    uitkomst = bepaal(replace(REGEL, doordecentralisatie=replace(START, plan=True)))
    assert uitkomst.waarde.verantwoordelijk == "gemeente"
    assert uitkomst.stappen[2:] == (
        Stap("nieuwe_client.start_is_plan", {"start": "2026-01-01"}, ("x/start",)),
        Stap("nieuwe_client.gemeente", {"start": "2026-01-01", "nieuw": True}, ("x/start",)),
    )


@pytest.mark.parametrize(
    ("zonder", "gronden"), [(None, ()), (Doordecentralisatie(("x/start",), plan=True), ("x/start",))]
)
def test_without_a_start_nothing_changes_yet(zonder: Doordecentralisatie | None, gronden: tuple[str, ...]) -> None:
    uitkomst = bepaal(NieuweClientregel(100, GROND, zonder))
    assert uitkomst.waarde == NieuweClient(True, VENSTER, "centrumgemeente", "9001")
    assert uitkomst.stappen[2:] == (Stap("nieuwe_client.geen_startdatum", {}, gronden),)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.integers(1, 800), st.lists(st.integers(0, 900), max_size=4), st.integers(0, 900))
def test_one_more_request_never_makes_somebody_new(dagen: int, terug: list[int], extra: int) -> None:
    regel = NieuweClientregel(dagen, GROND, START)
    eerder = [MELDING - timedelta(days=aantal) for aantal in terug]
    voor = bepaal(regel, aanvragen=eerder).waarde
    na = bepaal(regel, aanvragen=[*eerder, MELDING - timedelta(days=extra)]).waarde
    assert voor.nieuw >= na.nieuw
    assert voor.nieuw is not any(1 <= aantal <= dagen for aantal in terug)
    assert (voor.venster.tot - voor.venster.van).days + 1 == dagen  # type: ignore[operator]
