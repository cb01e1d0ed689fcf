"""What people read that stands in code and not in a template is plain Dutch too: letters, refusals, labels, answers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.hulp import VERBODEN, zinnen

BRON = Path(__file__).parents[2] / "src" / "voordeur"
# what an agreement says, and the texts of steps, which have a test of their own
NIET = ("regelingen", "migrations", "teksten")
BESTANDEN = [deel for deel in sorted(BRON.rglob("*.py")) if not set(NIET) & set(deel.relative_to(BRON).parts)]
BRIEVEN = [deel for deel in BESTANDEN if deel.name.startswith("brief") or "brieven" in deel.parts]
LANGSTE_ZIN = 22
EEN_ZIN = 4  # words; less is a name or a key


def teksten(bestand: Path) -> Iterator[str]:
    """Every sentence in a file, without its docstrings; what is filled in counts as one word."""
    boom = ast.parse(bestand.read_text("utf-8"))
    for knoop in ast.walk(boom):
        if isinstance(knoop, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(knoop):
            knoop.body = knoop.body[1:]
    in_stuk = {id(deel) for knoop in ast.walk(boom) if isinstance(knoop, ast.JoinedStr) for deel in knoop.values}
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.JoinedStr):
            yield "".join(str(deel.value) if isinstance(deel, ast.Constant) else "x" for deel in knoop.values)
        elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and id(knoop) not in in_stuk:
            yield knoop.value


def leesbaar(bestand: Path) -> list[str]:
    return [tekst for tekst in teksten(bestand) if len(tekst.split()) >= EEN_ZIN and re.search(r"[.?!:]", tekst)]


def test_no_difficult_word_is_used() -> None:
    patroon = re.compile(rf"\b({'|'.join(VERBODEN)})\b", re.I)
    moeilijk = [(bestand.name, tekst) for bestand in BESTANDEN for tekst in leesbaar(bestand) if patroon.search(tekst)]
    assert moeilijk == []


@pytest.mark.parametrize("bestand", BRIEVEN, ids=lambda deel: deel.relative_to(BRON).as_posix())
def test_a_letter_has_short_sentences(bestand: Path) -> None:
    lang = [zin for tekst in leesbaar(bestand) for zin in zinnen(tekst) if len(re.findall(r"\w+", zin)) > LANGSTE_ZIN]
    assert lang == []


def test_the_scan_reads_letters_and_refusals() -> None:
    assert sum(len(leesbaar(bestand)) for bestand in BRIEVEN) > 100
    assert sum(len(leesbaar(bestand)) for bestand in BESTANDEN if bestand.name.startswith("fouten")) > 50
