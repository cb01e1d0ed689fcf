"""Which tests say that they prove which provision, read from the source of the tests."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent
TESTS = WORTEL / "tests"


def merken() -> dict[str, list[Path]]:
    """The files with tests for each marked provision, by its id."""
    gevonden: dict[str, list[Path]] = {}
    for bestand in sorted(TESTS.rglob("test_*.py")):
        for bepaling in dict.fromkeys(_merken_in(bestand)):
            gevonden.setdefault(bepaling, []).append(bestand)
    return dict(sorted(gevonden.items()))


def _merken_in(bestand: Path) -> Iterator[str]:
    for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"))):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute) and knoop.func.attr == "bepaling":
            yield from (arg.value for arg in knoop.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))
