"""The service as a process: it starts, stops by a signal, comes back after a kill, loses and doubles nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from tests.demo.processen import START, Dienst, gestart, niets_draait, omgeving, vrije_poort, wacht_tot
from voordeur.kern.postgres import ingebedde_server, status

pytestmark = pytest.mark.traag
DIENST = [*START, "dienst"]
Gemigreerd = tuple[Path, dict[str, str]]
BERICHTEN = """
import sys, django
django.setup()
from voordeur.berichten.actions import zet_klaar
from voordeur.kern.actor import Actor, als
from voordeur.kern.models import Regio
Regio.objects.get_or_create(id="proef", defaults={"naam": "Proef"})
for nummer in range(int(sys.argv[1]), int(sys.argv[2])):
    with als(Actor("proef", None, "toets", vanwaar="test")) as wie:
        zet_klaar(wie, kanaal="map", aan="toets", soort="proef", inhoud=f"nummer {nummer}".encode())
"""


@contextmanager
def dienst(gemigreerd: Gemigreerd) -> Iterator[Dienst]:
    var, namen = gemigreerd
    with gestart(var, DIENST, namen) as draaiend:
        draaiend.wacht_tot_klaar()
        yield draaiend


def test_a_signal_stops_all_of_it_within_seconds(gemigreerd: Gemigreerd) -> None:
    with dienst(gemigreerd) as draaiend:
        assert draaiend.gezond()
        begin = time.monotonic()
        assert draaiend.stop(signal.SIGTERM) == 0
        assert time.monotonic() - begin < 15
        assert niets_draait(draaiend.var)
        assert "Traceback" not in draaiend.tekst()


def test_ctrl_c_stops_it_and_a_second_one_does_not_break_off_the_stopping(gemigreerd: Gemigreerd) -> None:
    with dienst(gemigreerd) as draaiend:
        draaiend.proces.send_signal(signal.SIGINT)
        time.sleep(0.1)
        with suppress(ProcessLookupError):
            os.killpg(draaiend.proces.pid, signal.SIGINT)
        assert draaiend.proces.wait(20) == 0
        assert niets_draait(draaiend.var)


def test_a_signal_while_it_starts_stops_it_too(gemigreerd: Gemigreerd) -> None:
    var, namen = gemigreerd
    with gestart(var, DIENST, namen) as draaiend:
        wacht_tot(lambda: status(var) is not None)
        assert draaiend.stop(signal.SIGTERM) == 0
        assert niets_draait(var)


def test_after_a_kill_the_children_end_and_the_next_start_has_the_data(gemigreerd: Gemigreerd) -> None:
    var, namen = gemigreerd
    with dienst(gemigreerd) as draaiend:
        zet_klaar(0, 1, met_database(var, namen))
        wacht_tot(lambda: (var / "post").exists() and any((var / "post").iterdir()))
        draaiend.stop(signal.SIGKILL)
        poort = draaiend.poort
        with gestart(var, DIENST, namen, poort=poort) as weer:
            weer.wacht_tot_klaar()
            assert weer.gezond()
            assert regios(var) == ["proef"]
            assert weer.stop(signal.SIGTERM) == 0
        assert niets_draait(var)


def test_a_worker_that_is_killed_again_and_again_loses_and_doubles_nothing_and_seals(gemigreerd: Gemigreerd) -> None:
    """The heads of the sealed journal are kept outside the database."""
    var, namen = gemigreerd
    hoofden = var / "zegelhoofden.json"
    hoofden.unlink(missing_ok=True)
    with dienst((var, {**namen, "VOORDEUR_ZEGELTIJD": "1"})) as draaiend:
        alles = met_database(var, namen)
        for begin in (100, 140, 180):
            zet_klaar(begin, begin + 40, alles)
            with suppress(StopIteration):
                os.kill(draaiend.kind("werker"), signal.SIGKILL)
        verwacht = sorted(f"nummer {nummer}" for nummer in range(100, 220))
        wacht_tot(lambda: bezorgd(var, 100) == verwacht)
        wacht_tot(lambda: hoofden.exists() and "proef" in hoofden.read_text("utf-8"))
        assert draaiend.stop(signal.SIGTERM) == 0
    with ingebedde_server(var) as server, psycopg.connect(server.loper) as verbinding:
        verbinding.execute("SELECT set_config('voordeur.regio', 'proef', true)")
        standen = verbinding.execute("SELECT stand, count(*) FROM berichten_bericht GROUP BY stand").fetchall()
    assert [stand for stand, _ in standen] == ["verzonden"]


def test_a_database_that_falls_ends_the_whole_with_a_clear_error(gemigreerd: Gemigreerd) -> None:
    with dienst(gemigreerd) as draaiend:
        pid = status(draaiend.var)
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        assert draaiend.proces.wait(40) == 2
        assert "PostgreSQL is weggevallen" in draaiend.tekst() or "stopt steeds meteen" in draaiend.tekst()
        assert niets_draait(draaiend.var)


def test_a_busy_port_is_said_in_one_dutch_line_and_a_web_door_that_is_killed_comes_back_on_it(
    gemigreerd: Gemigreerd,
) -> None:
    _, namen = gemigreerd
    with dienst(gemigreerd) as draaiend:
        nogmaals = {**namen, "POORT": str(draaiend.poort)}
        uitslag = subprocess.run(DIENST, env=nogmaals, capture_output=True, timeout=60, check=False)
        assert uitslag.returncode == 2
        assert f"poort {draaiend.poort} op 127.0.0.1 is bezet" in uitslag.stderr.decode()
        assert len(uitslag.stderr.decode().splitlines()) == 1
        ander = {**namen, "POORT": str(vrije_poort())}
        uitslag = subprocess.run(DIENST, env=ander, capture_output=True, timeout=60, check=False)
        assert (uitslag.returncode, "draait Voordeur al" in uitslag.stderr.decode()) == (2, True)
        assert draaiend.gezond()
        eerste = draaiend.kind("web")
        os.kill(eerste, signal.SIGKILL)
        wacht_tot(lambda: draaiend.gezond() and draaiend.kind("web") != eerste)
        assert "web is gestopt" in draaiend.tekst()


@pytest.mark.parametrize("naam", ["VOORDEUR_SLEUTEL", "VOORDEUR_HOOFDSLEUTELS", "VOORDEUR_INDEXSLEUTEL"])
def test_no_key_has_a_default(var: Path, naam: str) -> None:
    namen = {sleutel: waarde for sleutel, waarde in omgeving(var).items() if sleutel != naam}
    uitslag = subprocess.run(DIENST, env=namen, capture_output=True, timeout=60, check=False)
    assert uitslag.returncode == 2
    assert uitslag.stderr.decode() == f"{naam}: ontbreekt; maak sleutels met: voordeur sleutels nieuw\n"
    assert not (var / "postgres").exists()


def test_a_database_that_is_older_than_this_version_is_not_touched(var: Path) -> None:
    namen = omgeving(var)
    with ingebedde_server(var) as server:
        met = {**namen, "DATABASE_URL": server.loper, "POORT": str(vrije_poort())}
        uitslag = subprocess.run(DIENST, env=met, capture_output=True, timeout=120, check=False)
    assert uitslag.returncode == 2
    assert "voer eerst uit: voordeur migreer" in uitslag.stderr.decode()


def met_database(var: Path, namen: dict[str, str]) -> dict[str, str]:
    """The environment of somebody who uses the database of a running service."""
    with ingebedde_server(var) as server:
        return {
            **namen,
            "DATABASE_URL": server.loper,
            "DATABASE_OWNER_URL": server.eigenaar,
            "DJANGO_SETTINGS_MODULE": "voordeur.web.settings",
            "VOORDEUR_VAR": str(var.parent),
            "VOORDEUR_POSTMAP": str(var / "post"),
        }


def zet_klaar(van: int, tot: int, namen: dict[str, str]) -> None:
    """Put numbered messages ready, as an action does."""
    opdracht = [sys.executable, "-c", BERICHTEN, str(van), str(tot)]
    subprocess.run(opdracht, env=namen, check=True, timeout=120)


def regios(var: Path) -> list[str]:
    with ingebedde_server(var) as server, psycopg.connect(server.loper) as verbinding:
        return [str(id_) for (id_,) in verbinding.execute("SELECT id FROM kern_regio ORDER BY id").fetchall()]


def bezorgd(var: Path, vanaf: int) -> list[str]:
    """What arrived, from a number on; a name that begins with a dot is not there yet."""
    bestanden = (var / "post").iterdir() if (var / "post").exists() else ()
    teksten = [bestand.read_text("utf-8") for bestand in bestanden if not bestand.name.startswith(".")]
    return sorted(tekst for tekst in teksten if int(tekst.removeprefix("nummer ")) >= vanaf)
