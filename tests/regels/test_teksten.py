"""The texts of the steps: each step has one, each text is used, and all of them are plain Dutch (B1)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from voordeur.regels.drieledig import ANTWOORD
from voordeur.regels.teksten import IN_ANDERE_TALEN, TEKSTEN
from voordeur.regels.uitkomst import stap
from voordeur.regels.verwoorden import SCHRIJFWIJZEN, SCHRIJVERS, verwoord

BRON = Path(__file__).parents[2] / "src" / "voordeur"
MOEILIJK = ("middels", "inzake", "indien", "teneinde", "conform", "betreffende", "dient te")
MEESTE_WOORDEN = 22
ONDERWERPEN = {sleutel.split(".")[0] for sleutel in TEKSTEN}
# a key has the subject of another key and a name; not the name of a file, nor the beginning of an f-string
SLEUTEL = re.compile(rf"({'|'.join(sorted(ONDERWERPEN))})\.(?!json$|toml$|txt$)\w*[a-z0-9]")


@cache
def bomen() -> dict[str, ast.Module]:
    """The source by file; read when a test asks for it, not when the tests are gathered."""
    return {
        bestand.relative_to(BRON).as_posix(): ast.parse(bestand.read_text("utf-8"))
        for bestand in sorted(BRON.rglob("*.py"))
        if "teksten" not in bestand.parts
    }


def knopen(boom: ast.AST) -> Iterator[ast.AST]:
    """Every node, without the copies that mutation testing puts beside a function."""
    for kind in ast.iter_child_nodes(boom):
        if isinstance(kind, ast.FunctionDef) and re.search(r"__mutmut_\d", kind.name):
            continue
        yield kind
        yield from knopen(kind)


def aanroepen(boom: ast.AST) -> Iterator[ast.Call]:
    """Every call of stap( with at least a key."""
    for knoop in knopen(boom):
        if isinstance(knoop, ast.Call) and getattr(knoop.func, "id", "") == "stap" and knoop.args:
            yield knoop


def vaste_sleutels(sleutel: ast.expr) -> set[str]:
    """The keys that can be read from the source: a constant, a choice of two, or yes, no and unknown."""
    if isinstance(sleutel, ast.Constant):
        return {str(sleutel.value)}
    if isinstance(sleutel, ast.IfExp):
        return vaste_sleutels(sleutel.body) | vaste_sleutels(sleutel.orelse)
    if isinstance(sleutel, ast.JoinedStr) and "ANTWOORD[" in ast.unparse(sleutel):
        return {begin(sleutel) + antwoord for antwoord in ANTWOORD.values()}
    return set()


def begin(sleutel: ast.JoinedStr) -> str:
    """The fixed part before the first value of an f-string."""
    eerste = sleutel.values[0]
    assert isinstance(eerste, ast.Constant), f"een sleutel zonder vast begin: {ast.unparse(sleutel)}"
    return str(eerste.value)


def beginnen(boom: ast.AST) -> Iterator[str]:
    """The beginnings of keys of which the end is only known when the rule runs."""
    for aanroep in aanroepen(boom):
        if isinstance(aanroep.args[0], ast.JoinedStr) and not vaste_sleutels(aanroep.args[0]):
            yield begin(aanroep.args[0])


def genoemd(boom: ast.AST) -> set[str]:
    """Every key that stands in the source, as an argument of stap( or in a variable before it."""
    los = {
        knoop.value
        for knoop in knopen(boom)
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and SLEUTEL.fullmatch(knoop.value)
    }
    return los.union(*(vaste_sleutels(aanroep.args[0]) for aanroep in aanroepen(boom)))


# elsewhere a name with a dot is mostly that of an action or a proof; there only the calls of stap( count
MET_LOSSE_SLEUTELS = ("regels/", "regelingen/")


def verwacht(bestand: str) -> set[str]:
    """The keys of a file that must have a text."""
    if bestand.startswith(MET_LOSSE_SLEUTELS):
        return genoemd(bomen()[bestand])
    return set[str]().union(*(vaste_sleutels(aanroep.args[0]) for aanroep in aanroepen(bomen()[bestand])))


def test_every_step_in_the_source_has_a_text() -> None:
    zonder = {bestand: sleutels for bestand in bomen() if (sleutels := sorted(verwacht(bestand) - set(TEKSTEN)))}
    assert zonder == {}
    voorvoegsels = [(bestand, deel) for bestand, boom in bomen().items() for deel in beginnen(boom)]
    los = [paar for paar in voorvoegsels if not any(sleutel.startswith(paar[1]) for sleutel in TEKSTEN)]
    assert los == []


def test_every_text_is_used() -> None:
    gebruikt = set[str]().union(*(genoemd(boom) for boom in bomen().values()))
    voorvoegsels = tuple(voorvoegsel for boom in bomen().values() for voorvoegsel in beginnen(boom))
    assert [sleutel for sleutel in TEKSTEN if sleutel not in gebruikt and not sleutel.startswith(voorvoegsels)] == []


def test_the_scan_sees_the_steps() -> None:
    assert sum(len(list(aanroepen(boom))) for boom in bomen().values()) > 80
    assert {"stemming.", "bevoegdheid.", "parameter."} <= {deel for boom in bomen().values() for deel in beginnen(boom)}


def gevraagd(sleutel: str) -> set[str]:
    return {veld for _, veld, _, _ in Formatter().parse(TEKSTEN[sleutel]) if veld is not None}


def test_every_step_gives_the_values_that_its_text_asks_for() -> None:
    for bestand, boom in bomen().items():
        for aanroep in aanroepen(boom):
            gegeven = {deel.arg for deel in aanroep.keywords}
            for sleutel in vaste_sleutels(aanroep.args[0]):
                assert gevraagd(sleutel) <= gegeven, (bestand, sleutel)


def test_every_text_uses_known_ways_of_writing() -> None:
    for sleutel, tekst in TEKSTEN.items():
        wijzen = {wijze for _, _, wijze, _ in Formatter().parse(tekst) if wijze}
        assert wijzen <= set(SCHRIJFWIJZEN), sleutel


def test_every_text_is_plain_dutch() -> None:
    moeilijk = re.compile(rf"\b({'|'.join(MOEILIJK)})\b", re.IGNORECASE)
    for sleutel, bron in TEKSTEN.items():
        tekst = re.sub(r"\{(\w+)[^}]*\}", r"\1", bron)
        assert moeilijk.findall(tekst) == [], sleutel
        assert [zin for zin in re.split(r"(?<=[.!?])\s+", tekst) if len(zin.split()) > MEESTE_WOORDEN] == [], sleutel


def test_every_text_is_one_or_more_whole_sentences() -> None:
    for sleutel, tekst in TEKSTEN.items():
        assert re.match(r"[A-ZÀ-Þ{]", tekst), sleutel
        assert tekst == " ".join(tekst.split()), sleutel
        # a list at the end brings the last full stop of the source away with it
        assert tekst.endswith((".", ":lijst}")), sleutel


# what a resident can meet: on the way in, in a decision, with a term, an objection, a place; and what is corrected
VAN_DE_INWONER = (
    "termijn", "dwangsom", "route", "toegang", "nieuwe_client", "inschaling", "vereisten", "arrangement", "landelijk",
    "geschil", "pgb", "bezwaar", "opvang", "onderzoek", "zelfredzaamheid", "plaatsing", "correctie", "komt_eraan",
)  # fmt: skip
VERTAALD = [(taal, sleutel) for taal, teksten in IN_ANDERE_TALEN.items() for sleutel in teksten]


@pytest.mark.parametrize("taal", IN_ANDERE_TALEN)
def test_what_a_resident_can_meet_is_there_in_every_language(taal: str) -> None:
    nodig = {sleutel for sleutel in TEKSTEN if sleutel.split(".")[0] in VAN_DE_INWONER}
    assert sorted(nodig - set(IN_ANDERE_TALEN[taal])) == []
    assert sorted(set(IN_ANDERE_TALEN[taal]) - set(TEKSTEN)) == []


def test_every_translation_says_the_same_in_plain_words() -> None:
    for taal, sleutel in VERTAALD:
        tekst = IN_ANDERE_TALEN[taal][sleutel]
        wijzen = {wijze for _, _, wijze, _ in Formatter().parse(tekst) if wijze}
        assert {veld for _, veld, _, _ in Formatter().parse(tekst) if veld is not None} == gevraagd(sleutel), sleutel
        assert wijzen <= set(SCHRIJVERS[taal].wijzen), sleutel
        zinnen = re.split(r"(?<=[.!?])\s+", re.sub(r"\{(\w+)[^}]*\}", r"\1", tekst))
        assert [zin for zin in zinnen if len(zin.split()) > MEESTE_WOORDEN] == [], sleutel
        assert tekst.endswith((".", ":lijst}")), sleutel


def test_days_and_amounts_are_written_as_the_reader_writes_them() -> None:
    einde = stap("bezwaar.laatste_dag", "awb/6-7", uiterlijk=date(2026, 3, 2))
    boete = stap("dwangsom.totaal", "awb/4-17", dagen=3, hoogste=42, totaal=Decimal("1442.5"))
    assert verwoord(einde, "en") == "The last day to object is 2 March 2026."
    assert verwoord(einde) == "De laatste dag om bezwaar te maken is 2 maart 2026."
    assert verwoord(boete, "en") == "The penalty counts 3 days (at most 42). Together that is €1,442.50."
    assert verwoord(einde, "xx") == verwoord(einde)
