"""Guards over the code: no clock but the doors', no floating point, no rows in an order that nobody asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.web.hulp import WORTEL
from voordeur.kern.models import Regio

BRON = WORTEL / "src" / "voordeur"
KLOK = re.compile(r"date\.today|datetime\.now|timezone\.now|localdate|utcnow")
# the doors, where the day is read once; and moments that are no legal day: when a message left, a key was destroyed
MET_KLOK = {
    "web/klok.py", "berichten/actions.py", "inwoner/actions.py", "beheer/actions/inlezen.py",
    "beheer/actions/vertrek.py", "beheer/actions/nood_tweede.py",
    "beheer/queries/gezondheid.py", "beheer/views_gezondheid.py", "beheer/views_mensen.py",
}  # fmt: skip
DEUREN = ("cli/", "demo/")
DRIJVEND = re.compile(r"\bfloat\(|FloatField")
# seconds of a timer, and a sum of shares as a fault shows it
GEEN_GELD = {"cli/dienst/werker.py", "cli/opdrachten/verdeelmodel.py"}


def bestanden() -> list[Path]:
    return [pad for pad in sorted(BRON.rglob("*.py")) if "migrations" not in pad.parts]


def met(patroon: re.Pattern[str]) -> set[str]:
    return {pad.relative_to(BRON).as_posix() for pad in bestanden() if patroon.search(pad.read_text("utf-8"))}


def test_only_the_doors_read_a_clock() -> None:
    gevonden = {pad for pad in met(KLOK) if not pad.startswith(DEUREN)}
    assert gevonden - MET_KLOK == set()
    assert "web/klok.py" in gevonden


def test_no_amount_is_a_floating_point_number() -> None:
    assert met(DRIJVEND) - GEEN_GELD == set()


def test_the_guards_notice_what_they_have_to() -> None:
    assert KLOK.search("op = date.today()")
    assert KLOK.search("timezone.localdate()")
    assert DRIJVEND.search("bedrag = float(tekst)")
    assert DRIJVEND.search("models.FloatField()")


@pytest.mark.usefixtures("regio")
def test_rows_that_nobody_ordered_come_in_any_order() -> None:
    assert "RANDOM()" in str(Regio.objects.all().query)
    assert "RANDOM()" not in str(Regio.objects.order_by("id").query)
