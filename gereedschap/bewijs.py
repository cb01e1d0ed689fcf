"""The proof of the marks: take each provision out of its agreement; every test that says it proves it must fail."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
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
    with redirect_stdout(io.StringIO()):
        pytest.main(["-q", "--tb=no", f"--zonder={bepaling}", *map(str, bestanden)], plugins=[uitslagen])
    return uitslagen


def afkeuringen() -> list[str]:
    """Why marks are rejected, a line each."""
    bekend = alle_bepalingen()
    redenen = []
    for bepaling, bestanden in merken().items():
        if bepaling not in bekend:
            redenen.append(f"{bepaling}: this provision does not exist")
            continue
        uitslagen = beproef(bepaling, bestanden)
        if not uitslagen.gefaald and not uitslagen.geslaagd:
            redenen.append(f"{bepaling}: no test ran")
        redenen += [f"{bepaling}: {test} also passes without it" for test in sorted(uitslagen.geslaagd)]
    return redenen


def main() -> int:
    """Report the rejected marks; the exit code is 1 when there are any."""
    sys.path.insert(0, str(WORTEL))
    redenen = afkeuringen()
    for reden in redenen:
        print(reden)
    aantal = len(merken())
    print(f"{aantal} marked provisions taken out in turn; {len(redenen)} marks prove nothing")
    return 1 if redenen else 0


if __name__ == "__main__":
    sys.exit(main())
