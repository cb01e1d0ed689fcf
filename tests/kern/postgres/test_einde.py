"""How a server ends and survives: signals, killed processes and what the next start makes of that."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest

from tests.kern.postgres.hulp import WACHT, draait, gebruiker_van, vraag, wacht_tot
from voordeur.kern.postgres import Verbindingen, ingebedde_server, status
from voordeur.kern.postgres import proces as proces_
from voordeur.kern.postgres.proces import _processen_in

pytestmark = pytest.mark.traag


def vul(server: Verbindingen) -> None:
    vraag(server.eigenaar, "CREATE TABLE brief (tekst text)")
    vraag(server.loper, "INSERT INTO brief VALUES ('bewaard')")


def is_bewaard(server: Verbindingen) -> bool:
    return vraag(server.loper, "SELECT * FROM brief") == [("bewaard",)]


@pytest.mark.parametrize("signaal", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_to_the_process_that_started_it_stops_the_server(var: Path, signaal: signal.Signals) -> None:
    with gebruiker_van(var) as (proces, postmaster):
        proces.send_signal(signaal)
        code = proces.wait(WACHT)
    assert not draait(postmaster)
    assert status(var) is None
    assert code in (128 + signaal, -signaal)


def test_signals_in_a_row_still_stop_the_server(var: Path) -> None:
    with gebruiker_van(var) as (proces, postmaster):
        for _ in range(5):
            proces.send_signal(signal.SIGTERM)
        proces.wait(WACHT)
    wacht_tot(lambda: not draait(postmaster))


def test_a_signal_during_the_first_start_leaves_no_server(leeg: Path) -> None:
    with gebruiker_van(leeg, VROEG_SIGNAAL) as (proces, _):
        assert proces.wait(WACHT) == 128 + signal.SIGTERM
    assert status(leeg) is None
    assert _processen_in(leeg / "postgres" / "data") == []


VROEG_SIGNAAL = """
import os, signal, sys, threading
from pathlib import Path
from voordeur.kern.postgres import ingebedde_server
threading.Timer(0.1, lambda: (print(1, flush=True), os.kill(os.getpid(), signal.SIGTERM))).start()
with ingebedde_server(Path(sys.argv[1])):
    sys.stdin.read()
"""


def test_the_end_of_the_input_ends_the_block_and_the_server(var: Path) -> None:
    with gebruiker_van(var) as (proces, postmaster):
        proces.communicate("", WACHT)
    assert proces.returncode == 0
    assert not draait(postmaster)


def test_the_server_of_a_killed_process_is_taken_over_and_then_stopped(var: Path) -> None:
    with gebruiker_van(var) as (proces, postmaster):
        proces.kill()
        proces.wait(WACHT)
    assert draait(postmaster)
    with ingebedde_server(var) as server:
        assert status(var) == postmaster
        vul(server)
    assert not draait(postmaster)


def test_data_survive_a_killed_server(var: Path) -> None:
    with ingebedde_server(var) as server:
        vul(server)
        os.kill(status(var) or 0, signal.SIGKILL)
    with ingebedde_server(var) as server:
        assert is_bewaard(server)


def test_a_server_killed_with_work_under_way_is_recovered(var: Path) -> None:
    with ingebedde_server(var) as server:
        vul(server)
        bezig = threading.Thread(target=_slaap, args=(server,))
        bezig.start()
        wacht_tot(lambda: bool(vraag(server.loper, "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'")))
        os.kill(status(var) or 0, signal.SIGKILL)
        with ingebedde_server(var) as nieuw:
            assert is_bewaard(nieuw)
        bezig.join()


def _slaap(server: Verbindingen) -> None:
    with pytest.raises(psycopg.OperationalError):
        vraag(server.loper, "SELECT pg_sleep(60)")


def test_process_numbers_that_now_belong_to_others_do_not_matter(var: Path) -> None:
    with ingebedde_server(var) as server:
        vul(server)
        postmaster = status(var) or 0
        os.kill(postmaster, signal.SIGKILL)
        wacht_tot(lambda: not draait(postmaster))
    ander = str(os.getppid())
    basis = var / "postgres"
    for bestand in (basis / "data" / "postmaster.pid", basis / ".s.PGSQL.5432.lock"):
        bestand.write_text(bestand.read_text().replace(str(postmaster), ander, 1))
    assert status(var) is None
    with ingebedde_server(var) as server:
        assert is_bewaard(server)


def test_without_proc_a_server_is_recognised_as_well(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proces_, "_heeft_proc", lambda: False)
    with ingebedde_server(var):
        with ingebedde_server(var):
            postmaster = status(var) or 0
        assert draait(postmaster)
        os.kill(postmaster, signal.SIGKILL)
        wacht_tot(lambda: not draait(postmaster))
        assert status(var) is None


def test_a_server_stays_for_who_still_uses_it(var: Path) -> None:
    with gebruiker_van(var) as (eerste, postmaster), gebruiker_van(var) as (tweede, zelfde):
        assert zelfde == postmaster
        eerste.terminate()
        eerste.wait(WACHT)
        assert draait(postmaster)
        tweede.terminate()
        tweede.wait(WACHT)
    assert not draait(postmaster)


def test_processes_that_start_at_once_share_one_server(leeg: Path) -> None:
    with ExitStack() as stapel, ThreadPoolExecutor(4) as draden:
        gebruikers = list(draden.map(lambda _: stapel.enter_context(gebruiker_van(leeg)), range(4)))
        assert len({postmaster for _, postmaster in gebruikers}) == 1
    assert status(leeg) is not None
    with ingebedde_server(leeg):
        pass
    assert status(leeg) is None


def test_a_forked_process_does_not_stop_the_server(var: Path) -> None:
    with ingebedde_server(var) as server:
        with gebruiker_van(var, GEVORKT) as (proces, postmaster):
            proces.wait(WACHT)
            assert status(var) == postmaster
        assert vraag(server.loper, "SELECT 1") == [(1,)]


GEVORKT = """
import os, sys
from pathlib import Path
from voordeur.kern.postgres import ingebedde_server, status
with ingebedde_server(Path(sys.argv[1])):
    kind = os.fork()
    if kind == 0:
        sys.exit()
    os.waitpid(kind, 0)
    print(status(Path(sys.argv[1])), flush=True)
"""


def test_in_another_thread_a_server_works_without_signals(var: Path) -> None:
    gezien: list[object] = []

    def gebruik() -> None:
        with ingebedde_server(var) as server:
            gezien.extend(vraag(server.loper, "SELECT 1"))

    draad = threading.Thread(target=gebruik)
    draad.start()
    draad.join(WACHT)
    assert gezien == [(1,)]
    assert status(var) is None


def test_only_handlers_that_nobody_set_are_taken_and_given_back(var: Path) -> None:
    def van_een_ander(nummer: int, _: object) -> None:
        raise AssertionError(nummer)

    # the server of the other tests may have put its own there
    vooraf = {nummer: signal.getsignal(nummer) for nummer in (signal.SIGTERM, signal.SIGHUP)}
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, van_een_ander)
    try:
        with ingebedde_server(var):
            assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
            assert signal.getsignal(signal.SIGHUP) is van_een_ander
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        for nummer, handler in vooraf.items():
            signal.signal(nummer, handler)
