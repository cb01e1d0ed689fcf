"""Options that are wrong, double, unknown or too many: one line that names the option."""

from __future__ import annotations

import pytest

from tests.cli.hulp import heel, voordeur, weiger
from tests.cli.voorbeelden import LOSSE_VRAGEN, VRAGEN

GOED = {
    **{naam: woorden for naam, (woorden, _) in VRAGEN.items()},
    **{" ".join(woorden): woorden for woorden in LOSSE_VRAGEN},
}
MET_OP = [naam for naam in VRAGEN if naam != "verdeelmodel"]
GEEN_DAG = ["", "2026-02-30", "2026-02-29", "20260101", "2026-1-1", " 2026-01-01", "2026-01-01 ", "2026-01-01T00:00"]
GEEN_DAG += ["２０２６-01-01", "0000-01-01", "+2026-01-01", "vandaag", "2026-W01-1", "2026-01-01\n", "\ud800", "null"]


@pytest.mark.parametrize("naam", MET_OP)
@pytest.mark.parametrize("dag", GEEN_DAG)
def test_a_day_that_is_none_is_refused(naam: str, dag: str) -> None:
    woorden, goed = VRAGEN[naam]
    assert "--op" in weiger(*woorden, "--op", dag, invoer=goed)


@pytest.mark.parametrize("naam", GOED)
@pytest.mark.parametrize("extra", ["--onzin", "--onzin=1", "-x", "--jsonn"])
def test_an_unknown_option_is_named(naam: str, extra: str) -> None:
    invoer = VRAGEN[naam][1] if naam in VRAGEN else None
    assert extra.split("=", maxsplit=1)[0] in weiger(*GOED[naam], extra, invoer=invoer)


@pytest.mark.parametrize("naam", [naam for naam in GOED if naam not in {"verdeelmodel", "regeling lijst"}])
def test_a_word_too_many_is_refused(naam: str) -> None:
    invoer = VRAGEN[naam][1] if naam in VRAGEN else None
    assert "teveel" in weiger(*GOED[naam], "teveel", invoer=invoer)


@pytest.mark.parametrize("naam", [naam for naam in VRAGEN if naam != "verdeelmodel"])
def test_a_question_needs_its_file(naam: str) -> None:
    assert "--invoer" in weiger(*VRAGEN[naam][0])


@pytest.mark.parametrize("naam", VRAGEN)
def test_the_option_for_the_file_needs_a_value(naam: str) -> None:
    assert "--invoer" in weiger(*VRAGEN[naam][0], "--invoer")


@pytest.mark.parametrize(
    "woorden",
    [
        ("onzin",),
        ("regeling", "onzin"),
        ("toegang", "onzin"),
        ("regeling", "toon"),
        ("regeling", "vergelijk", "boce"),
        ("regeling", "controleer"),
        ("",),
        ("Termijn", "onderzoek"),
    ],
)
def test_a_command_that_is_not_there_or_not_whole_is_refused(woorden: tuple[str, ...]) -> None:
    weiger(*woorden)


def test_the_options_may_stand_anywhere() -> None:
    assert heel("termijn", "--start", "2026-12-11", "besluit") == heel("termijn", "besluit", "--start=2026-12-11")


@pytest.mark.parametrize("naam", GOED)
def test_every_command_explains_itself(naam: str) -> None:
    woorden = GOED[naam]
    opdracht = woorden[:2] if woorden[0] in {"regeling", "toegang"} else woorden[:1]
    antwoord = voordeur(*opdracht, "--help")
    assert (antwoord.code, antwoord.fout) == (0, b"")
    assert " ".join(opdracht) in antwoord.tekst
    assert "Voorbeeld" in antwoord.tekst
