"""`make demo`: it fills once, keeps what was done, and stops wholly, whoever is told to stop."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from gereedschap.merken import WORTEL
from tests.demo.processen import START, Dienst, gestart, niets_draait, omgeving, wacht_tot
from voordeur.kern.postgres import status

pytestmark = [
    pytest.mark.traag,
    pytest.mark.skipif(shutil.which("make") is None, reason="make is not here: apt-get install make"),
]
# the programs that are tested stand where this Python stands; nothing is installed
MAKE = ["make", "--no-print-directory", "-o", ".venv/app", f"V={Path(sys.executable).parent}"]


@contextmanager
def demo(var: Path, doel: str = "demo", **anders: str) -> Iterator[Dienst]:
    namen = omgeving(var, VOORDEUR_DEMO_INWONERS="1", VOORDEUR_VANDAAG="2026-11-20", **anders)
    for sleutel in ("VOORDEUR_SLEUTEL", "VOORDEUR_HOOFDSLEUTELS", "VOORDEUR_INDEXSLEUTEL"):
        del namen[sleutel]
    with gestart(var, [*MAKE, doel], namen, cwd=WORTEL) as draaiend:
        yield draaiend


def test_the_demo_fills_once_stops_wholly_and_keeps_what_was_done(var: Path) -> None:
    """One demo from its first start, as filling takes long: broken off, begun again, and stopped in every way."""
    with demo(var) as eerste:
        wacht_tot(lambda: "wordt gevuld" in eerste.tekst() or eerste.proces.poll() is not None, 300)
        os.killpg(eerste.proces.pid, signal.SIGKILL)
        eerste.proces.wait(30)
    assert status(var) is not None, "the server of a killed demo is left; the next start takes care of it"
    with demo(var) as tweede:
        wacht_tot(lambda: "draait op" in tweede.tekst() or tweede.proces.poll() is not None, 300)
        assert "de demo is gevuld" in tweede.tekst(), "what was filled half is thrown away"
        assert f"Voordeur draait op {tweede.url}" in tweede.tekst()
        assert "consulent" in tweede.tekst()
        assert b"<html" in urllib.request.urlopen(tweede.url, timeout=20).read()
        assert stat.S_IMODE((var / "demo-sleutels.env").stat().st_mode) == 0o600
        eis_gestopt(tweede, lambda: tweede.proces.send_signal(signal.SIGTERM))
    sleutels = (var / "demo-sleutels.env").read_bytes()
    for signaal in (signal.SIGINT, signal.SIGKILL):
        with demo(var) as weer:
            weer.wacht_tot_klaar()
            assert "wordt gevuld" not in weer.tekst()
            eis_gestopt(weer, partial(weer.proces.send_signal, signaal))
    with demo(var) as laatste:
        laatste.wacht_tot_gezond()
        eis_gestopt(laatste, lambda: os.killpg(laatste.proces.pid, signal.SIGINT))  # what Ctrl-C does
    assert (var / "demo-sleutels.env").read_bytes() == sleutels
    assert json.loads((var / "demo.json").read_text("utf-8")) == {"zaad": 1, "vandaag": "2026-11-20", "klaar": True}


def eis_gestopt(draaiend: Dienst, stop: Callable[[], None]) -> None:
    """Nothing of it is left, whoever is told to stop: make alone, or all at once."""
    stop()
    draaiend.proces.wait(30)
    wacht_tot(lambda: niets_draait(draaiend.var), 30)


def test_the_demo_never_touches_a_database_that_is_none(var: Path) -> None:
    (var / "postgres" / "data").mkdir(parents=True)
    namen = omgeving(var)
    for opties in ([], ["--nieuw"]):
        uitslag = subprocess.run([*START, "demo", *opties], env=namen, capture_output=True, timeout=60, check=False)
        assert uitslag.returncode == 2
        assert "database die geen demo is" in uitslag.stderr.decode()
        assert (var / "postgres" / "data").is_dir()


def test_the_demo_does_not_fill_a_database_of_yours(var: Path) -> None:
    namen = omgeving(var, DATABASE_URL="postgresql://iemand@localhost/echt")
    uitslag = subprocess.run([*START, "demo"], env=namen, capture_output=True, timeout=60, check=False)
    assert (uitslag.returncode, uitslag.stderr.decode()[:13]) == (2, "DATABASE_URL:")


@pytest.mark.parametrize("poort", ["0", "70000", "acht"])
def test_a_port_that_cannot_be_is_refused_in_dutch(var: Path, poort: str) -> None:
    uitslag = subprocess.run(
        [*START, "demo"], env=omgeving(var, POORT=poort), capture_output=True, timeout=60, check=False
    )
    assert uitslag.returncode == 2
    assert uitslag.stderr.decode() == "--poort: hier hoort een getal van 1 tot en met 65535\n"
