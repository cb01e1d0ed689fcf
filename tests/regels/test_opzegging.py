"""Giving notice of an agreement and of care, with terms that no agreement has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels.fouten import DatumBuitenKalender, OngeldigFeit
from voordeur.regels.opzegging import (
    Opzegging,
    Opzegregel,
    ZorgOpzegging,
    ZorgOpzegregel,
    bereken_opzegging,
    bereken_zorgopzegging,
)
from voordeur.regels.perioden import Periodeblokken
from voordeur.regels.uitkomst import Stap
from voordeur.regels.wanneer import Wanneer

GROND = ("x/opzeg",)
DRIE_MAANDEN = Opzegregel(3, "brief", GROND)
PER_1_JULI = replace(DRIE_MAANDEN, ingang=Wanneer("jaarlijks", maand=7, dag=1))
BLOKKEN = Periodeblokken(date(2026, 1, 5), 28, ("x/periode",))
ZORG = ZorgOpzegregel(2, ("overlijden", "verhuizing"), ("x/zorg",))


@pytest.mark.parametrize(
    ("dagtekening", "per"),
    [
        (date(2026, 1, 15), date(2026, 4, 15)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2023, 11, 30), date(2024, 2, 29)),
        (date(2026, 12, 31), date(2027, 3, 31)),
    ],
)
def test_without_a_fixed_day_a_notice_works_after_its_months(dagtekening: date, per: date) -> None:
    uitkomst = bereken_opzegging(DRIE_MAANDEN, dagtekening)
    assert uitkomst.waarde == Opzegging(per)
    waarden = {"maanden": 3, "dagtekening": str(dagtekening), "vroegst": str(per), "vorm": "brief"}
    assert uitkomst.stappen == (
        Stap("opzegging.termijn", waarden, GROND),
        Stap("opzegging.per", {"per": str(per)}, GROND),
    )


@pytest.mark.parametrize(
    ("dagtekening", "per"),
    [
        (date(2026, 4, 1), date(2026, 7, 1)),
        (date(2026, 4, 2), date(2027, 7, 1)),
        (date(2025, 12, 31), date(2026, 7, 1)),
    ],
)
def test_with_a_fixed_day_a_notice_works_on_the_first_one_after_its_months(dagtekening: date, per: date) -> None:
    uitkomst = bereken_opzegging(PER_1_JULI, dagtekening)
    assert uitkomst.waarde == Opzegging(per)
    assert uitkomst.stappen[1:] == (
        Stap("opzegging.vaste_ingang", {"per": str(per)}, GROND),
        Stap("opzegging.per", {"per": str(per)}, GROND),
    )
    assert uitkomst.stappen[0].waarden["vroegst"] != str(per) or dagtekening == date(2026, 4, 1)


def test_a_notice_past_the_last_year_has_no_answer() -> None:
    with pytest.raises(DatumBuitenKalender):
        bereken_opzegging(DRIE_MAANDEN, date(9999, 10, 1))


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 400), st.integers(0, 24))
def test_a_later_letter_never_works_earlier(dagtekening: date, later: int, maanden: int) -> None:
    for regel in (replace(DRIE_MAANDEN, maanden=maanden), replace(PER_1_JULI, maanden=maanden)):
        vroeg = bereken_opzegging(regel, dagtekening).waarde.per
        laat = bereken_opzegging(regel, date.fromordinal(dagtekening.toordinal() + later)).waarde.per
        assert dagtekening <= vroeg <= laat


@pytest.mark.parametrize(
    ("opgezegd", "laatste"),
    [
        (date(2026, 1, 5), date(2026, 3, 29)),
        (date(2026, 2, 1), date(2026, 3, 29)),
        (date(2026, 2, 2), date(2026, 4, 26)),
    ],
)
def test_care_runs_on_for_whole_periods_after_the_one_of_the_notice(opgezegd: date, laatste: date) -> None:
    uitkomst = bereken_zorgopzegging(ZORG, BLOKKEN, opgezegd)
    assert uitkomst.waarde == ZorgOpzegging(laatste)
    assert [stap.sleutel for stap in uitkomst.stappen] == ["periode.blok", "opzegging.zorg"]
    assert uitkomst.stappen[0].gronden == ("x/periode",)
    waarden = {"perioden": 2, "opgezegd_op": str(opgezegd), "laatste": str(laatste)}
    assert uitkomst.stappen[1] == Stap("opzegging.zorg", waarden, ("x/zorg",))


@pytest.mark.parametrize("reden", ["overlijden", "verhuizing"])
def test_for_a_grave_reason_care_stops_the_same_day(reden: str) -> None:
    uitkomst = bereken_zorgopzegging(ZORG, BLOKKEN, date(2026, 2, 3), reden)
    assert uitkomst.waarde == ZorgOpzegging(date(2026, 2, 3))
    waarden = {"reden": reden, "dag": "2026-02-03"}
    assert uitkomst.stappen == (Stap("opzegging.zorg_direct", waarden, ("x/zorg",)),)


def test_another_reason_follows_the_periods() -> None:
    assert bereken_zorgopzegging(ZORG, BLOKKEN, date(2026, 1, 5), "ruzie").waarde.laatste_dag == date(2026, 3, 29)


def test_an_agreement_with_only_grave_reasons_has_no_term_in_periods() -> None:
    alleen_direct = replace(ZORG, hele_perioden=0)
    assert bereken_zorgopzegging(alleen_direct, BLOKKEN, date(2026, 2, 3), "overlijden").waarde.laatste_dag
    with pytest.raises(OngeldigFeit) as fout:
        bereken_zorgopzegging(alleen_direct, BLOKKEN, date(2026, 2, 3))
    assert (fout.value.veld, fout.value.melding) == ("perioden", "de regeling noemt geen opzegtermijn in perioden")


def test_notice_before_the_first_period_is_refused() -> None:
    with pytest.raises(OngeldigFeit, match=r"^dag: ligt voor de eerste periode, die begint op 2026-01-05$"):
        bereken_zorgopzegging(ZORG, BLOKKEN, date(2026, 1, 4))
