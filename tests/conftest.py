"""What all tests share: the mark of a provision, and running without one (`--zonder`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from gereedschap.schrap import schrap
from voordeur.regelingen import laden
from voordeur.regelingen.bestand import Document


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--zonder", metavar="BEPALING", help="run without this provision; its tests must then fail")


def pytest_configure(config: pytest.Config) -> None:
    bepaling = config.getoption("--zonder")
    if not bepaling:
        return
    echt = laden.lees_document

    def zonder(bestand: Path) -> Document:
        document = echt(bestand)
        return schrap(document, bepaling) if bepaling.startswith(f"{document['id']}/") else document

    laden.lees_document = zonder


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--zonder`, keep only the tests that prove that provision."""
    bepaling = config.getoption("--zonder")
    if bepaling:
        items[:] = [item for item in items if bepaling in bewezen_door(item)]


def bewezen_door(item: pytest.Item) -> set[str]:
    """The provisions that a test says it proves."""
    return {bepaling for mark in item.iter_markers("bepaling") for bepaling in mark.args}
