"""Habits of the house: sizes, no region in the code, coverage and manual that are true."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gereedschap.dekking import DOCUMENT, pagina
from gereedschap.handleiding import REST, uitvoer_van, voorbeelden
from gereedschap.merken import WORTEL, merken
from gereedschap.velden import DOCUMENT as VELDEN
from gereedschap.velden import pagina as velden_pagina
from voordeur.cli.hoofd import voordeur
from voordeur.regelingen.dekking import alle_bepalingen, bewezen_bepalingen
from voordeur.regelingen.laden import nieuwste, versies

LANGSTE_BESTAND, LANGSTE_FUNCTIE = 400, 60
BRON = sorted((WORTEL / "src").rglob("*.py"))
PYTHON = [
    *(bestand for bestand in BRON if bestand.parent.name != "migrations"),
    *sorted((WORTEL / "tests").rglob("*.py")),
    *sorted((WORTEL / "gereedschap").rglob("*.py")),
]


def functies(bestand: Path) -> Iterator[tuple[str, int]]:
    for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"))):
        if isinstance(knoop, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield knoop.name, (knoop.end_lineno or 0) - knoop.lineno + 1


def te_lang(bestand: Path) -> Iterator[str]:
    if len(bestand.read_text("utf-8").splitlines()) > LANGSTE_BESTAND:
        yield str(bestand.relative_to(WORTEL))
    yield from (
        f"{bestand.relative_to(WORTEL)}: {naam}" for naam, lengte in functies(bestand) if lengte > LANGSTE_FUNCTIE
    )


def test_no_file_and_no_function_is_too_long_to_read() -> None:
    assert [naam for bestand in PYTHON for naam in te_lang(bestand)] == []


def test_no_code_knows_a_region() -> None:
    namen = {naam for id_ in versies() for naam in (id_, nieuwste(id_).naam.lower())}
    namen |= {partij.naam.lower() for id_ in versies() for partij in nieuwste(id_).partijen if partij.code}
    patroon = re.compile(rf"\b({'|'.join(map(re.escape, sorted(namen)))})\b")
    gevonden = {
        str(bestand.relative_to(WORTEL)): woorden
        for bestand in BRON
        if (woorden := sorted(set(patroon.findall(_zonder_voorbeelden(bestand)))))
    }
    assert gevonden == {}


def _zonder_voorbeelden(bestand: Path) -> str:
    """The code without docstrings: the example in a command's help may name a region."""
    boom = ast.parse(bestand.read_text("utf-8"))
    for knoop in ast.walk(boom):
        if isinstance(knoop, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(knoop):
            knoop.body = knoop.body[1:] or [ast.Pass()]
    return ast.unparse(boom).lower()


def test_nothing_in_the_project_names_a_path_or_host_of_a_workplace() -> None:
    patroon = re.compile(r"/work/|/root/|/home/|\.\./shared|https?://(?!(127\.0\.0\.1|localhost))[^ )]*pypi", re.I)
    bestanden = [bestand for bestand in WORTEL.iterdir() if bestand.is_file()]
    for map_ in ("src", "tests", "gereedschap", "docs", "requirements", ".ci"):
        bestanden += [
            bestand for bestand in (WORTEL / map_).rglob("*") if bestand.suffix != ".pyc" and bestand.is_file()
        ]
    gevonden = [bestand.name for bestand in bestanden if patroon.search(bestand.read_text("utf-8", errors="ignore"))]
    assert gevonden == [Path(__file__).name]


def test_the_coverage_file_says_what_the_marks_say() -> None:
    """When this fails after a change of marks: `make dekking` writes the file anew."""
    assert sorted(bewezen_bepalingen()) == sorted(merken())


def test_the_coverage_page_is_fresh() -> None:
    assert DOCUMENT.read_text("utf-8") == "\n".join(pagina(bewezen_bepalingen())) + "\n"


def test_the_page_with_all_fields_is_fresh() -> None:
    """When this fails after a change of the schema: `make fix` writes the page anew."""
    assert VELDEN.read_text("utf-8") == velden_pagina()


def test_every_link_in_the_docs_leads_somewhere() -> None:
    bladzijden = [*WORTEL.glob("*.md"), *(WORTEL / "docs").rglob("*.md")]
    dood = [
        f"{bladzijde.name}: {doel}"
        for bladzijde in bladzijden
        for doel in re.findall(r"\]\(([^)#]+)", bladzijde.read_text("utf-8"))
        if not doel.startswith("http") and not (bladzijde.parent / doel).exists()
    ]
    assert dood == []


def test_every_mark_names_a_provision() -> None:
    assert set(merken()) <= set(alle_bepalingen())


@pytest.mark.parametrize(("opdracht", "uitvoer"), voorbeelden(), ids=[opdracht for opdracht, _ in voorbeelden()])
def test_an_example_in_the_manual_is_what_the_command_says(
    opdracht: str, uitvoer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When this fails after a change of an answer: look at the difference, then `make fix` writes the manual anew."""
    monkeypatch.chdir(WORTEL)
    assert uitvoer == uitvoer_van(opdracht, kort=uitvoer.endswith(f"{REST}\n"))


def alle_opdrachten() -> list[str]:
    namen = []
    for naam in voordeur.opdrachten:
        opdracht = voordeur.get_command(None, naam)
        onder = list(getattr(opdracht, "opdrachten", {}))
        namen += [f"{naam} {deel}" for deel in onder] or [naam]
    return namen


@pytest.mark.parametrize("naam", alle_opdrachten())
def test_every_command_stands_in_the_manual_with_an_example(naam: str) -> None:
    handleiding = (WORTEL / "docs" / "handleiding.md").read_text("utf-8")
    assert f"## voordeur {naam}\n" in handleiding
    assert f"$ voordeur {naam}" in handleiding


@pytest.mark.parametrize("naam", alle_opdrachten())
def test_help_starts_with_a_sentence_and_an_example(naam: str) -> None:
    opdracht = voordeur
    for deel in naam.split():
        opdracht = opdracht.get_command(None, deel)
    eerste, *rest = opdracht.help.split("\n\n")
    assert eerste.rstrip().endswith(".")
    assert any(f"Voorbeeld: voordeur {naam}" in deel for deel in rest)


def test_the_benchmark_file_has_the_agreed_form() -> None:
    metingen = json.loads((WORTEL / "bench.json").read_text("utf-8"))
    assert metingen
    for meting in metingen.values():
        assert {"verhouding", "hier", "tegenover"} <= set(meting)
        assert min(meting["verhouding"], meting["hier"], meting["tegenover"]) > 0
