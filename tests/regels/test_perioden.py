"""Blocks of payment: counted from the first day, without a gap and without an overlap."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels.datums import Periode
from voordeur.regels.fouten import DatumBuitenKalender, OngeldigFeit
from voordeur.regels.perioden import Blok, Periodeblokken, blok_van
from voordeur.regels.uitkomst import Stap

VIER_WEKEN = Periodeblokken(date(2026, 1, 5), 28, ("x/periode",))


@pytest.mark.parametrize(
    ("dag", "blok"),
    [
        (date(2026, 1, 5), Blok(1, Periode(date(2026, 1, 5), date(2026, 2, 1)))),
        (date(2026, 2, 1), Blok(1, Periode(date(2026, 1, 5), date(2026, 2, 1)))),
        (date(2026, 2, 2), Blok(2, Periode(date(2026, 2, 2), date(2026, 3, 1)))),
        (date(2027, 1, 3), Blok(13, Periode(date(2026, 12, 7), date(2027, 1, 3)))),
    ],
)
def test_a_day_lies_in_its_block(dag: date, blok: Blok) -> None:
    uitkomst = blok_van(VIER_WEKEN, dag)
    assert uitkomst.waarde == blok
    waarden = {"nummer": blok.nummer, "van": str(blok.periode.van), "tot": str(blok.periode.tot), "dagen": 28}
    assert uitkomst.stappen == (Stap("periode.blok", waarden, ("x/periode",)),)


def test_there_is_no_block_before_the_first() -> None:
    with pytest.raises(OngeldigFeit) as fout:
        blok_van(VIER_WEKEN, date(2026, 1, 4))
    melding = "ligt voor de eerste periode, die begint op 2026-01-05"
    assert (fout.value.veld, fout.value.melding) == ("dag", melding)


def test_a_block_past_the_last_year_has_no_answer() -> None:
    with pytest.raises(DatumBuitenKalender):
        blok_van(VIER_WEKEN, date.max)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.one_of(st.just(28), st.integers(1, 400)), st.integers(0, 9000))
def test_blocks_tile_time(start: date, dagen: int, na: int) -> None:
    regel = Periodeblokken(start, dagen, ("x/periode",))
    dag = start + timedelta(days=na)
    blok = blok_van(regel, dag).waarde
    assert blok.periode.tot is not None
    assert blok.periode.bevat(dag)
    assert (blok.periode.tot - blok.periode.van).days + 1 == dagen
    volgende = blok_van(regel, blok.periode.tot + timedelta(days=1)).waarde
    assert (volgende.nummer, volgende.periode.van) == (blok.nummer + 1, blok.periode.tot + timedelta(days=1))
    assert (blok.nummer - 1) * dagen == (blok.periode.van - start).days
