"""Where a server stands: two checkouts, long and odd paths, users, and folders that cannot be read."""

from __future__ import annotations

import os
import pwd
import shutil
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from subprocess import Popen
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.kern.postgres.hulp import alleen_als_root, gebruiker_van, vraag
from tests.sjabloon import gemigreerde_kopie
from voordeur.kern.postgres import GeenServer, Verbindingen, gebruiker, ingebedde_server, mappen, programma, status
from voordeur.kern.postgres.proces import levende_postmaster

pytestmark = pytest.mark.traag


def socketmap(server: Verbindingen) -> Path:
    return Path(parse_qs(urlsplit(server.loper).query)["host"][0])


def test_two_checkouts_do_not_meet(checkout: Path) -> None:
    met, naast = (gemigreerde_kopie(checkout / naam / "var") for naam in ("een", "twee"))
    with ingebedde_server(met) as een, ingebedde_server(naast) as twee:
        vraag(een.eigenaar, "CREATE TABLE alleen_hier (id int)")
        assert vraag(twee.loper, "SELECT to_regclass('alleen_hier')") == [(None,)]
        assert status(met) != status(naast)
        assert socketmap(een) != socketmap(twee)


def test_a_copy_of_a_checkout_with_a_running_server_gets_a_server_of_its_own(checkout: Path) -> None:
    met, kopie = gemigreerde_kopie(checkout / "een" / "var"), checkout / "twee" / "var"
    shutil.copytree(met, kopie)
    if os.geteuid() == 0:
        for pad in (kopie / "postgres").rglob("*"):
            shutil.chown(pad, "postgres", "postgres")
        shutil.chown(kopie / "postgres", "postgres", "postgres")
    with ingebedde_server(met):
        shutil.copy(met / "postgres/data/postmaster.pid", kopie / "postgres/data/postmaster.pid")
        assert status(kopie) is None
        with ingebedde_server(kopie) as twee:
            assert status(kopie) != status(met)
            assert vraag(twee.loper, "SELECT 1") == [(1,)]
        assert status(met)


def test_a_long_path_has_its_socket_below_the_temp_dir(checkout: Path) -> None:
    lang = gemigreerde_kopie(checkout / ("lang" * 25) / "var")
    with ingebedde_server(lang) as server:
        plek = socketmap(server)
        assert not plek.is_relative_to(checkout)
        assert plek.name.startswith("voordeur-")
        assert oct(plek.stat().st_mode & 0o777) == "0o700"
        assert vraag(server.loper, "SELECT 1") == [(1,)]
    assert not plek.exists()


def test_a_temp_folder_of_somebody_else_is_not_used(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mappen, "_draagt_socket", lambda _: False)
    plekken = [checkout / "a", checkout / "b"]
    monkeypatch.setattr(mappen, "_tijdelijke", lambda _: iter(plekken))
    for plek in plekken:
        plek.mkdir(mode=0o755)
    with pytest.raises(GeenServer, match=r"past geen socket .* VOORDEUR_VAR=/pad"), ingebedde_server(checkout):
        pass


def test_a_swept_temp_folder_makes_the_server_start_again(checkout: Path) -> None:
    lang = gemigreerde_kopie(checkout / ("lang" * 25) / "var")
    with ingebedde_server(lang) as server:
        shutil.rmtree(socketmap(server))
        with ingebedde_server(lang) as weer:
            assert vraag(weer.loper, "SELECT 1") == [(1,)]


def test_odd_characters_in_a_path_are_only_characters(checkout: Path) -> None:
    vreemd = checkout / "o'ma \"s $HOME `id` é %41" / "var"
    with ingebedde_server(vreemd) as server:
        assert socketmap(server) == vreemd / "postgres"
        assert vraag(server.loper, "SELECT 1") == [(1,)]


def test_a_comma_in_a_path_would_be_two_hosts_so_the_socket_stands_elsewhere(checkout: Path) -> None:
    with ingebedde_server(gemigreerde_kopie(checkout / "een,twee" / "var")) as server:
        assert not socketmap(server).is_relative_to(checkout)
        assert vraag(server.loper, "SELECT 1") == [(1,)]


def test_a_linked_folder_is_the_same_folder(checkout: Path, var: Path) -> None:
    with ingebedde_server(var) as een:
        (checkout / "elders").symlink_to(var)
        with ingebedde_server(checkout / "elders") as twee:
            assert een == twee


def test_a_checkout_that_cannot_be_read_gives_one_line_with_what_to_do(checkout: Path) -> None:
    dicht = checkout / "dicht"
    dicht.mkdir(mode=0o700 if os.geteuid() == 0 else 0o500)
    with pytest.raises(GeenServer, match=r"VOORDEUR_VAR=/pad, .*DATABASE_URL en DATABASE_OWNER_URL") as fout:
        ingebedde_server(dicht / "var").__enter__()
    assert "\n" not in str(fout.value)
    assert str(dicht) in str(fout.value)
    assert not (dicht / "var" / "postgres").exists()
    assert oct(dicht.stat().st_mode & 0o777) in ("0o700", "0o500")


@alleen_als_root
def test_root_runs_the_server_as_another_user_and_leaves_other_folders_alone(checkout: Path) -> None:
    for map_ in (checkout / "boven", checkout / "boven" / "var"):
        map_.mkdir()
        map_.chmod(0o751)
    with ingebedde_server(checkout / "boven" / "var"):
        pid = status(checkout / "boven" / "var")
        assert Path(f"/proc/{pid}").stat().st_uid == pwd.getpwnam(gebruiker.VOOR_ROOT[0]).pw_uid
    for map_ in (checkout / "boven", checkout / "boven" / "var"):
        assert (map_.stat().st_uid, oct(map_.stat().st_mode & 0o777)) == (0, "0o751")


@alleen_als_root
def test_root_on_a_machine_without_a_user_postgres_takes_nobody(leeg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gebruiker, "VOOR_ROOT", ("is_er_niet", "nobody"))
    with ingebedde_server(leeg):
        assert Path(f"/proc/{status(leeg)}").stat().st_uid == pwd.getpwnam("nobody").pw_uid
    monkeypatch.undo()
    with ingebedde_server(leeg) as server:  # the owner of the data stays the user of the server
        assert vraag(server.loper, "SELECT 1") == [(1,)]


@alleen_als_root
def test_root_without_any_user_to_take_says_so(leeg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gebruiker, "VOOR_ROOT", ("is_er_niet",))
    with pytest.raises(GeenServer, match="draait niet als root"), ingebedde_server(leeg):
        pass


@alleen_als_root
def test_an_ordinary_user_runs_its_own_server(checkout: Path) -> None:
    niemand = pwd.getpwnam("nobody")
    thuis = checkout / "thuis"
    thuis.mkdir()
    os.chown(thuis, niemand.pw_uid, niemand.pw_gid)
    with als_nobody(thuis / "var") as (proces, postmaster):
        assert Path(f"/proc/{postmaster}").stat().st_uid == niemand.pw_uid
        assert thuis.joinpath("var").stat().st_uid == niemand.pw_uid
        uit, fout = proces.communicate("", 20)
    assert (proces.returncode, uit, fout) == (0, "[(1,)]\n", "")
    assert status(thuis / "var") is None
    with ingebedde_server(thuis / "var") as server:  # root afterwards: as the owner of the data
        assert vraag(server.loper, "SELECT 1") == [(1,)]


NOBODY = """
import os, pwd, sys
from pathlib import Path
import psycopg
from voordeur.kern.postgres import GeenServer, ingebedde_server, status
niemand = pwd.getpwnam("nobody")
os.setgroups([]); os.setgid(niemand.pw_gid); os.setuid(niemand.pw_uid)
var = Path(sys.argv[1])
try:
    with ingebedde_server(var) as server:
        print(status(var), flush=True)
        sys.stdin.read()
        with psycopg.connect(server.loper) as verbinding:
            print(verbinding.execute("SELECT 1").fetchall())
except GeenServer as fout:
    print(0, fout, flush=True)
"""


def als_nobody(var: Path) -> AbstractContextManager[tuple[Popen[str], int]]:
    return gebruiker_van(var, NOBODY)


@alleen_als_root
def test_data_of_another_user_are_refused_with_what_to_do(checkout: Path, var: Path) -> None:
    with ingebedde_server(var):
        pass
    with pytest.raises(ValueError, match=r"0 de map .* is van een andere gebruiker .* VOORDEUR_VAR=/pad"):
        als_nobody(var).__enter__()


@alleen_als_root
def test_a_wheel_that_the_user_cannot_read_is_copied_into_the_folder(
    checkout: Path, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dicht = checkout / "dicht"
    wiel = programma._map_van_wiel()
    for deel in programma.ONDERDELEN:
        if (wiel / deel).is_dir():
            shutil.copytree(wiel / deel, dicht / deel, symlinks=True)
    dicht.chmod(0o700)
    monkeypatch.setattr(programma, "_map_van_wiel", lambda: dicht)
    with ingebedde_server(var) as server:
        assert vraag(server.loper, "SELECT 1") == [(1,)]
        postmaster = levende_postmaster(var / "postgres" / "data")
        assert postmaster
        assert Path(f"/proc/{postmaster.pid}/exe").resolve().is_relative_to(var)


def test_without_the_wheel_the_message_says_what_to_do(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programma, "WIEL", "is-er-niet")
    with pytest.raises(GeenServer, match="het pakket is-er-niet ontbreekt; installeer het"), ingebedde_server(var):
        pass


def test_the_server_code_of_the_wheel_is_not_imported(var: Path) -> None:
    with ingebedde_server(var):
        assert not [naam for naam in sys.modules if naam.startswith("pixeltable")]
