"""Backup, restore and moving house: what was here is whole and computes the same in a server that was empty."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.sjabloon import gemigreerde_kopie, tijdelijke_map
from voordeur.cli.dienst.sleutelbos import nieuwe_sleutels
from voordeur.kern.postgres import Verbindingen, ingebedde_server
from voordeur.kern.postgres.gebruiker import kies_gebruiker
from voordeur.kern.postgres.mappen import mappen_onder
from voordeur.kern.postgres.proces import levende_postmaster
from voordeur.kern.postgres.programma import vind_programma
from voordeur.kern.postgres.verbindingen import BEHEERDER, DATABASE, url
from voordeur.kern.verhuizen import VerhuizingMislukt, verhuis

pytestmark = pytest.mark.traag

VANDAAG = date(2026, 11, 20)
VUL = """
import sys, django
from datetime import date
django.setup()
from voordeur.demo.bouw import bouw_regio
from voordeur.regelingen.laden import ids
bouw_regio(1, date.fromisoformat(sys.argv[1]), ids()[0], aantal=5)
"""
# destroys somebody, and tells what stood of them in the database: the key, each fact and each paper, and open words
VERNIETIG = """
import json, django
django.setup()
from django.db.models import Count
from voordeur.inwoner.actions import vergeet
from voordeur.inwoner.models import Gegeven, Inwoner
from voordeur.kern.actor import als
from voordeur.kern.onderhoud import regios, systeem
from voordeur.toegang.models import Document
with als(systeem(regios()[0])):
    # whoever most is known of, so that there is much to look for
    bekend = Inwoner.objects.filter(dossiers__isnull=False).annotate(aantal=Count("gegevens", distinct=True))
    inwoner = bekend.order_by("-aantal", "dossiers__nummer").first()
    naalden = [bytes(inwoner.sleutel).hex()]
    naalden += [bytes(deel.inhoud).hex() for deel in Gegeven.objects.filter(inwoner=inwoner).order_by("pk")]
    papieren = Document.objects.filter(dossier__inwoner=inwoner).order_by("pk")
    naalden += [bytes(papier.inhoud[:300]).hex() for papier in papieren]
    vergeet(inwoner)
print(json.dumps({"inwoner": str(inwoner.pk), "naalden": naalden}))
"""
CLI = [sys.executable, "-c", "from voordeur.cli.hoofd import main; main()"]


@pytest.fixture(scope="module")
def map_() -> Iterator[Path]:
    """A folder that the user of the server may enter; servers below it are stopped at the end."""
    with tijdelijke_map() as map_:
        yield map_


def omgeving(var: Path, server: Verbindingen, sleutels: dict[str, str]) -> dict[str, str]:
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("VOORDEUR_", "PG"))}
    return {
        **schoon,
        **sleutels,
        "DATABASE_URL": server.loper,
        "DATABASE_OWNER_URL": server.eigenaar,
        "DJANGO_SETTINGS_MODULE": "voordeur.web.settings",
        "VOORDEUR_VAR": str(var),
        "VOORDEUR_POSTMAP": str(var / "post"),
        "VOORDEUR_ZEGELHOOFDEN": str(var / "zegelhoofden.json"),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }


def als_beheerder(var: Path) -> str:
    """The address of the superuser of an embedded server."""
    mappen = mappen_onder(var)
    postmaster = levende_postmaster(mappen.data)
    assert postmaster is not None
    return url(mappen, postmaster.socketmap, BEHEERDER)


def programma(var: Path, naam: str) -> str:
    """A program of PostgreSQL out of the wheel, of the same version as the server."""
    mappen = mappen_onder(var)
    pad = vind_programma(mappen, kies_gebruiker(mappen.basis)) / "bin" / naam
    if not pad.is_file():
        pytest.skip(f"{naam} is not in the wheel, and the server needs one of its own version")
    return str(pad)


def voordeur(*delen: str, namen: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*CLI, *delen], env=namen, capture_output=True, timeout=300, check=False)


@dataclass(frozen=True)
class Gevuld:
    """A region with some work in a running embedded server: its environment, and what its proofs come out as."""

    var: Path
    namen: dict[str, str]
    sleutels: dict[str, str]
    bewijzen: dict[str, object]


@pytest.fixture(scope="module")
def gevuld(map_: Path) -> Iterator[Gevuld]:
    """The region to keep and to move."""
    oud, sleutels = gemigreerde_kopie(map_ / "oud"), nieuwe_sleutels()
    with ingebedde_server(oud) as server:
        namen = omgeving(oud, server, sleutels)
        subprocess.run([sys.executable, "-c", VUL, VANDAAG.isoformat()], env=namen, check=True, timeout=300)
        assert voordeur("journaal", "controleer", namen=namen).returncode == 0
        eerst = json.loads(voordeur("herbereken", "--json", namen=namen).stdout)["uitkomst"]
        assert eerst["bewijzen"] > 3
        yield Gevuld(oud, namen, sleutels, eerst)


def test_a_dump_restored_into_an_empty_server_is_whole_and_computes_the_same(map_: Path, gevuld: Gevuld) -> None:
    nieuw, dump = map_ / "nieuw", map_ / "voordeur.dump"
    maak_kopie(gevuld.var, dump)
    eigenaar = [programma(gevuld.var, "pg_dump"), "--file", str(map_ / "leeg"), gevuld.namen["DATABASE_OWNER_URL"]]
    assert subprocess.run(eigenaar, capture_output=True, check=False).returncode, "the owner cannot see it all"
    with ingebedde_server(nieuw) as server:
        zet_terug(nieuw, dump)
        namen = omgeving(nieuw, server, gevuld.sleutels)
        shutil.copy(gevuld.var / "zegelhoofden.json", nieuw / "zegelhoofden.json")
        assert b'"migraties": []' in voordeur("migreer", "--json", namen=namen).stdout
        eis_heel(namen, gevuld)
        zonder = {naam: waarde for naam, waarde in namen.items() if naam not in gevuld.sleutels} | nieuwe_sleutels()
        assert voordeur("herbereken", namen=zonder).returncode != 0, "other keys open nothing"


def test_moving_to_a_server_of_ones_own_and_back_brings_everything_along(map_: Path, gevuld: Gevuld) -> None:
    with ingebedde_server(map_ / "eigen") as eigen:
        namen = omgeving(gevuld.var, eigen, gevuld.sleutels)
        heen = voordeur("verhuis", "naar-server", "--json", namen=namen)
        assert heen.returncode == 0, heen.stdout + heen.stderr
        assert json.loads(heen.stdout)["uitkomst"]["rijen"]["kern_journaalregel"] > 50
        opnieuw = voordeur("verhuis", "naar-server", namen=namen)
        assert opnieuw.returncode == 2
        assert "is niet leeg" in opnieuw.stderr.decode()
        eis_bewaakt(eigen.eigenaar)
        terug = voordeur("verhuis", "terug", namen={**namen, "VOORDEUR_VAR": str(map_ / "terug")})
        assert terug.returncode == 0, terug.stdout + terug.stderr
    with ingebedde_server(map_ / "terug") as server:
        shutil.copy(gevuld.var / "zegelhoofden.json", map_ / "terug" / "zegelhoofden.json")
        eis_heel(omgeving(map_ / "terug", server, gevuld.sleutels), gevuld)


def test_nobody_is_moved_while_somebody_works(map_: Path, gevuld: Gevuld) -> None:
    with (
        psycopg.connect(gevuld.namen["DATABASE_URL"]) as werkt,
        ingebedde_server(gemigreerde_kopie(map_ / "naast")) as leeg,
    ):
        werkt.execute("SELECT count(*) FROM kern_regio")
        with pytest.raises(VerhuizingMislukt, match="werkt nog in de database"):
            verhuis(gevuld.namen["DATABASE_OWNER_URL"], leeg.eigenaar)


def test_what_was_destroyed_after_a_copy_does_not_come_back_with_it(map_: Path, gevuld: Gevuld) -> None:
    oud, nieuw = map_ / "voordeur.dump", map_ / "nieuw"
    maak_kopie(gevuld.var, oud)
    vernietigd = json.loads(
        subprocess.run([sys.executable, "-c", VERNIETIG], env=gevuld.namen, check=True, capture_output=True).stdout
    )
    register = gevuld.var / "vernietigingen.jsonl"
    (regel,) = map(json.loads, register.read_text("utf-8").splitlines())
    assert sorted(regel) == ["inwoner", "op", "regio"]
    assert regel["inwoner"] == vernietigd["inwoner"]
    naalden = [naald.encode() for naald in vernietigd["naalden"]]
    assert len(naalden) > 3
    with ingebedde_server(nieuw) as server:
        zet_terug(nieuw, oud)
        assert all(naald in leesbaar(nieuw) for naald in naalden), "the copy brings everything back"
        namen = omgeving(nieuw, server, gevuld.sleutels)
        shutil.copy(gevuld.var / "zegelhoofden.json", nieuw / "zegelhoofden.json")
        (nieuw / "vernietigingen.jsonl").write_text("half een regel\n", "utf-8")
        geweigerd = voordeur("migreer", namen=namen)
        assert geweigerd.returncode == 2
        assert "regel 1 van" in geweigerd.stderr.decode()
        shutil.copy(register, nieuw / "vernietigingen.jsonl")
        assert b'"opnieuw_vernietigd": 1' in voordeur("migreer", "--json", namen=namen).stdout
        assert [naald for naald in naalden if naald in leesbaar(nieuw)] == []
        assert b"inwoner.vernietiging.herhalen" in leesbaar(nieuw)
        assert voordeur("journaal", "controleer", namen=namen).returncode == 0


def leesbaar(var: Path) -> bytes:
    """A database in plain text, as who stole it has it."""
    opdracht = [programma(var, "pg_dump"), "--format=plain", als_beheerder(var)]
    return subprocess.run(opdracht, check=True, capture_output=True, timeout=120).stdout


def eis_heel(namen: dict[str, str], gevuld: Gevuld) -> None:
    """The journal is whole up to the head that was kept, and every proof comes out as it did."""
    journaal = voordeur("journaal", "controleer", "--json", namen=namen)
    assert journaal.returncode == 0, journaal.stdout + journaal.stderr
    (stand,) = json.loads(journaal.stdout)["uitkomst"]["regios"]
    assert stand["regels"] > 50
    bewijzen = voordeur("herbereken", "--json", namen=namen)
    assert bewijzen.returncode == 0, bewijzen.stdout + bewijzen.stderr
    assert json.loads(bewijzen.stdout)["uitkomst"] == gevuld.bewijzen


def eis_bewaakt(eigenaar: str) -> None:
    """Row security and every trigger are on again."""
    with psycopg.connect(eigenaar) as kant:
        open_ = "SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity"
        uit = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'"
        assert kant.execute(open_).fetchall() == []
        assert kant.execute(uit).fetchall() == []


def maak_kopie(var: Path, dump: Path) -> None:
    opdracht = [programma(var, "pg_dump"), "--format=custom", "--file", str(dump), als_beheerder(var)]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=120)


def zet_terug(var: Path, dump: Path) -> None:
    """Into a database that was made anew, as docs/operating.md has it."""
    beheerder = als_beheerder(var)
    with psycopg.connect(beheerder, dbname="postgres", autocommit=True) as verbinding:
        verbinding.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(DATABASE)))
        verbinding.execute(
            sql.SQL("CREATE DATABASE {} OWNER voordeur_eigenaar TEMPLATE template0").format(sql.Identifier(DATABASE))
        )
    opdracht = [programma(var, "pg_restore"), "--exit-on-error", "--dbname", beheerder, str(dump)]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=120)
