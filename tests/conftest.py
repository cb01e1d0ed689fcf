"""What all tests share: the mark of a provision, running without one (`--zonder`), and writing the coverage."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from gereedschap.dekking import schrijf_dekking
from gereedschap.merken import merken
from gereedschap.schrap import schrap
from tests.sjabloon import PLEK, maak_plek, ruim_op
from voordeur.regelingen import laden
from voordeur.regelingen.bestand import Document, lees_document

pytest_plugins = ["tests.database", "tests.stad"]


@pytest.fixture(autouse=True, scope="session")
def schud_wat_geen_volgorde_heeft() -> Iterator[None]:
    """A question without an order gets its rows in any order: who relies on one has to ask for it."""
    from django.db.models.expressions import OrderBy
    from django.db.models.functions import Random
    from django.db.models.sql.compiler import SQLCompiler

    eigen = SQLCompiler._order_by_pairs

    def geschud(compiler: SQLCompiler) -> Iterator[tuple[OrderBy, bool]]:
        vraag = compiler.query
        los = not (vraag.group_by or vraag.distinct or vraag.combinator or vraag.subquery)
        paren = list(eigen(compiler))
        return iter(paren or ([(OrderBy(Random()), False)] if los else []))

    with pytest.MonkeyPatch.context() as aanpassing:
        aanpassing.setattr(SQLCompiler, "_order_by_pairs", geschud)
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--zonder", metavar="BEPALING", help="run without this provision; its tests must then fail")
    parser.addoption("--dekking", action="store_true", help="write which provisions this run has proven")


def pytest_configure(config: pytest.Config) -> None:
    if plek := maak_plek():
        config.add_cleanup(lambda: (ruim_op(plek), os.environ.pop(PLEK)))
    bepaling = config.getoption("--zonder")
    if not bepaling:
        return

    def zonder(bestand: Path) -> Document:
        document = lees_document(bestand)
        return schrap(document, bepaling) if bepaling.startswith(f"{document['id']}/") else document

    _lees_met(zonder)


def pytest_unconfigure(config: pytest.Config) -> None:
    if config.getoption("--zonder"):
        _lees_met(lees_document)


def _lees_met(lezer: object) -> None:
    laden.lees_document = lezer  # type: ignore[assignment]
    laden.laad.cache_clear()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that starts a database is slow; with `--zonder`, keep only the tests that prove that provision."""
    for item in items:
        if "django_db_setup" in getattr(item, "fixturenames", ()):
            item.add_marker("traag")
    bepaling = config.getoption("--zonder")
    if bepaling:
        items[:] = [item for item in items if bepaling in bewezen_door(item)]


def pytest_collection_finish() -> None:
    """Ten thousand tests stay in memory to the end: do not look through them again and again for what can go."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def bewezen_door(item: pytest.Item) -> set[str]:
    """The provisions that a test says it proves."""
    return {bepaling for mark in item.iter_markers("bepaling") for bepaling in mark.args}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Send the provisions along with the outcome, so that the process that gathers the outcomes knows them."""
    report = yield
    report.user_properties.append(("bepalingen", sorted(bewezen_door(item))))
    return report  # type: ignore[return-value]


BEWEZEN: set[str] = set()
GEFAALD: set[str] = set()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    bepalingen = dict(report.user_properties).get("bepalingen", [])
    if report.failed:
        GEFAALD.update(bepalingen)
    elif report.when == "call" and report.passed:
        BEWEZEN.update(bepalingen)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A provision counts when all tests that say they prove it have passed; a part of the run counts for nothing."""
    if not session.config.getoption("--dekking") or hasattr(session.config, "workerinput"):
        return
    if set(merken()) <= BEWEZEN | GEFAALD:
        schrijf_dekking(BEWEZEN - GEFAALD)
