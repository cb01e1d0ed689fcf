"""`voordeur opzegging`: from which day a notice works."""

from __future__ import annotations

import pytest

from tests.cli.hulp import heel, vraag, weiger


@pytest.mark.parametrize(
    ("id_", "dagtekening", "per"),
    [
        ("ijsselvecht", "2026-07-01", "2027-01-01"),
        ("ijsselvecht", "2026-07-02", "2028-01-01"),
        ("ijsselvecht", "2026-01-01", "2027-01-01"),
        ("ijsselvecht", "2026-12-31", "2028-01-01"),
        ("ijsselvecht", "2000-01-01", "2001-01-01"),
        ("drechtsteden", "2026-08-31", "2027-02-28"),
        ("drechtsteden", "2027-08-31", "2028-02-29"),
        ("drechtsteden", "2026-08-28", "2027-02-28"),
        ("drechtsteden", "2026-01-15", "2026-07-15"),
        ("drechtsteden", "2026-03-31", "2026-09-30"),
        ("drechtsteden", "2000-02-29", "2000-08-29"),
    ],
)
def test_a_notice_works_from_this_day_whatever_the_year(id_: str, dagtekening: str, per: str) -> None:
    assert vraag("opzegging", id_, "--dagtekening", dagtekening)["per"] == per


@pytest.mark.parametrize(
    "dagtekening", ["2026-02-29", "2026-13-01", "26-01-01", "2026/01/01", "", " 2026-01-01", "9999-12-31"]
)
def test_a_day_that_cannot_be_is_refused(dagtekening: str) -> None:
    assert "--dagtekening" in weiger("opzegging", "ijsselvecht", "--dagtekening", dagtekening)


def test_the_day_of_the_letter_is_required() -> None:
    assert "--dagtekening" in weiger("opzegging", "ijsselvecht")


@pytest.mark.parametrize("id_", ["ijsselvecht", "drechtsteden"])
def test_the_answer_rests_on_the_agreement(id_: str) -> None:
    antwoord = heel("opzegging", id_, "--dagtekening", "2026-07-01")
    assert antwoord["regeling"]["id"] == id_
    assert any(grond.startswith(f"{id_}/") for stap in antwoord["waarom"] for grond in stap["gronden"])
