"""The proof of the marks: take each provision out of its agreement; every test that says it proves it must fail."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

import pytest

from voordeur.regelingen.dekking import alle_bepalingen

from .merken import WORTEL, merken


@dataclass
class Uitslagen:
    """A pytest plugin that keeps which tests failed and which passed."""

    gefaald: set[str] = field(default_factory=set)
    geslaagd: set[str] = field(default_factory=set)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Called by pytest for each phase of each test."""
        if report.failed:
            self.gefaald.add(report.nodeid)
        elif report.when == "call":
            self.geslaagd.add(report.nodeid)


def beproef(bepaling: str, bestanden: Sequence[Path]) -> Uitslagen:
    """Run the tests of a provision without it."""
    uitslagen = Uitslagen()
    # the search for what was never awaited, by emptying memory after each run, takes a third of the time
    opties = ["-q", "--tb=no", "-p", "no:unraisableexception", f"--zonder={bepaling}"]
    with redirect_stdout(io.StringIO()):
        pytest.main([*opties, *map(str, bestanden)], plugins=[uitslagen])
    return uitslagen


@contextmanager
def een_server() -> Iterator[None]:
    """One server for all runs: starting one for each provision would take most of the time."""
    if os.environ.get("DATABASE_URL") and os.environ.get("DATABASE_OWNER_URL"):
        yield
        return
    from voordeur.kern.postgres import ingebedde_server

    map_ = Path(tempfile.mkdtemp(prefix="voordeur-bewijs-"))
    map_.chmod(0o711)
    try:
        with ingebedde_server(map_) as server:
            os.environ |= {"DATABASE_URL": server.loper, "DATABASE_OWNER_URL": server.eigenaar}
            yield
    finally:
        shutil.rmtree(map_, ignore_errors=True)


def afkeuringen_van(bepaling: str, bestanden: Sequence[Path]) -> list[str]:
    """Why the marks of one provision are rejected, a line each."""
    if bepaling not in alle_bepalingen():
        return [f"{bepaling}: this provision does not exist"]
    uitslagen = beproef(bepaling, bestanden)
    niets = [f"{bepaling}: no test ran"] if not uitslagen.gefaald and not uitslagen.geslaagd else []
    return niets + [f"{bepaling}: {test} also passes without it" for test in sorted(uitslagen.geslaagd)]


def afkeuringen() -> list[str]:
    """Why marks are rejected, for every provision, on all cores."""
    alle = merken()
    with een_server(), ProcessPoolExecutor(os.cpu_count(), get_context("spawn"), _begin) as werkers:
        delen = werkers.map(afkeuringen_van, alle.keys(), map(te_beproeven, alle.values()), chunksize=4)
        return [reden for deel in delen for reden in deel]


def te_beproeven(bestanden: Sequence[Path]) -> list[Path]:
    """The proofs of the rules where a provision has them; the walks through the screens only where they stand alone."""
    van_regels = [bestand for bestand in bestanden if "bepalingen" in bestand.parts]
    return van_regels or list(bestanden)


def _begin() -> None:
    sys.path.insert(0, str(WORTEL))


def main() -> int:
    """Report the rejected marks; the exit code is 1 when there are any."""
    redenen = afkeuringen()
    for reden in redenen:
        print(reden)
    aantal = len(merken())
    print(f"{aantal} marked provisions taken out in turn; {len(redenen)} marks prove nothing")
    return 1 if redenen else 0


if __name__ == "__main__":
    sys.exit(main())
