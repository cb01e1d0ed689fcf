"""A database that the previous release filled goes on with this one: nothing is lost, and every page opens.

`vorige/<version>/` holds a copy as `pg_dump --format=custom` made it, its keys (of invented people) and its seals.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kern.test_herstel import omgeving, voordeur, zet_terug
from tests.sjabloon import gemigreerde_kopie, tijdelijke_map
from voordeur.cli.dienst.sleutelbos import lees_sleutels
from voordeur.kern.postgres import ingebedde_server

pytestmark = pytest.mark.traag

VORIGE = Path(__file__).parent / "vorige" / "0.1.0"
# everybody opens the lists and some dossiers; a page that breaks ends the run
OPEN = """
import os
os.environ["VOORDEUR_DEMO"] = "1"
import django
django.setup()
from django.conf import settings
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
from django.test import Client
from voordeur.kern.actor import als
from voordeur.kern.accounts import actor_van
from voordeur.kern.models import Account
from voordeur.inwoner.queries import VERNIETIGD, ONBEKEND, namen_van
from voordeur.toegang.models import Dossier
telling = {"paginas": 0, "dossiers": 0, "namen": 0}
WIE = "^(consulent|teamleider|controller|aanbieder|opvang|beheer)"
for account in Account.objects.filter(is_active=True, email__regex=WIE).order_by("id"):
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(account)
    begin = client.get("/", follow=True)
    assert begin.status_code == 200, (account.email, begin.status_code)
    with als(actor_van(account)):
        dossiers = list(Dossier.objects.select_related("inwoner").order_by("id")[:6])
        namen = namen_van([dossier.inwoner for dossier in dossiers])
    telling["namen"] += sum(naam not in (VERNIETIGD, ONBEKEND) for naam in namen.values())
    for dossier in dossiers:
        antwoord = client.get(f"/dossiers/{dossier.nummer}/")
        assert antwoord.status_code in (200, 403), (account.email, dossier.nummer, antwoord.status_code)
        telling["paginas"] += 1
        telling["dossiers"] += antwoord.status_code == 200
import json
print(json.dumps(telling))
"""


@pytest.fixture
def map_() -> Iterator[Path]:
    with tijdelijke_map() as map_:
        yield map_


def test_what_the_previous_release_kept_is_whole_and_opens_after_the_upgrade(map_: Path) -> None:
    var = gemigreerde_kopie(map_ / "var")
    with ingebedde_server(var) as server:
        zet_terug(var, VORIGE / "voordeur.dump")
        namen = omgeving(var, server, lees_sleutels(VORIGE / "sleutels")) | {"VOORDEUR_VANDAAG": "2026-11-20"}
        shutil.copy(VORIGE / "zegelhoofden.json", var / "zegelhoofden.json")
        stappen = json.loads(voordeur("migreer", "--json", namen=namen).stdout)["uitkomst"]["migraties"]
        assert any(stap.startswith("kern.0004") for stap in stappen)
        assert b'"migraties": []' in voordeur("migreer", "--json", namen=namen).stdout
        journaal = voordeur("journaal", "controleer", "--json", namen=namen)
        assert journaal.returncode == 0, journaal.stdout + journaal.stderr
        assert sum(stand["regels"] for stand in json.loads(journaal.stdout)["uitkomst"]["regios"]) > 100
        bewijzen = voordeur("herbereken", "--json", namen=namen)
        assert bewijzen.returncode == 0, "every outcome of then comes out the same: " + bewijzen.stdout.decode()
        assert json.loads(bewijzen.stdout)["uitkomst"]["bewijzen"] == 3
        gelopen = subprocess.run([sys.executable, "-c", OPEN], env=namen, capture_output=True, timeout=300, check=False)
        assert gelopen.returncode == 0, gelopen.stderr.decode()[-2000:]
        telling = json.loads(gelopen.stdout.splitlines()[-1])
        assert telling["dossiers"] > 10
        assert telling["namen"] > 30
