"""A message leaves when its action is committed, once, also when the worker is killed on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.db import DatabaseError, connections
from pytest_django import Settings

from tests.database import actor, nieuwe_regio
from voordeur.berichten.actions import haal_in, verstuur, zet_klaar
from voordeur.berichten.kanalen import KANALEN, NietBezorgd
from voordeur.berichten.models import Bericht
from voordeur.berichten.queries import nog_niet_weg
from voordeur.berichten.slot import inhoud_van
from voordeur.berichten.tasks import verstuur_bericht
from voordeur.kern.actor import als

WERKER = """
import os, sys
from cryptography.fernet import Fernet
import django
from django.conf import settings
for alias in ("default", "apart", "eigenaar"):
    settings.DATABASES[alias]["NAME"] = os.environ["TOETS_DATABASE"]
django.setup()
from procrastinate.contrib.django import app
worker = app.with_connector(app.connector.get_worker_connector())
with worker.open():
    worker.run_worker(queues=["berichten"], wait=False, install_signal_handlers=False)
"""


@pytest.fixture(autouse=True)
def post(tmp_path: Path, settings: Settings) -> Path:
    """The folder where messages arrive."""
    settings.VOORDEUR_POSTMAP = str(tmp_path / "post")
    return tmp_path / "post"


def klaar(regio: str, inhoud: bytes = b"besluit") -> Bericht:
    with als(actor(regio)) as wie:
        return zet_klaar(wie, kanaal="map", aan="gemeente Losser", soort="besluit", inhoud=inhoud)


def taken(bericht: Bericht) -> int:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE args->>'bericht' = %s", [str(bericht.pk)])
        return int(cursor.fetchone()[0])


def stand(bericht: Bericht, regio: str) -> tuple[str, int]:
    with als(actor(regio)):
        vers = Bericht.objects.get(pk=bericht.pk)
        return vers.stand, vers.pogingen


def test_a_message_and_its_job_are_there_together(regio: str, post: Path) -> None:
    bericht = klaar(regio)
    assert (stand(bericht, regio), taken(bericht)) == (("klaar", 0), 1)
    assert not post.exists()


def test_what_was_rolled_back_never_leaves(regio: str) -> None:
    with pytest.raises(RuntimeError), als(actor(regio)) as wie:
        bericht = zet_klaar(wie, kanaal="map", aan="x", soort="y", inhoud=b"z")
        raise RuntimeError
    assert taken(bericht) == 0
    with als(actor(regio)):
        assert not nog_niet_weg().exists()


def test_a_message_is_sent_once(regio: str, post: Path) -> None:
    bericht = klaar(regio)
    assert verstuur(regio, str(bericht.pk)) is True
    assert verstuur(regio, str(bericht.pk)) is False
    assert [bestand.read_bytes() for bestand in post.iterdir()] == [b"besluit"]
    assert stand(bericht, regio) == ("verzonden", 1)


def test_what_a_message_held_is_gone_once_it_was_sent(regio: str, post: Path) -> None:
    bericht = klaar(regio)
    verstuur(regio, str(bericht.pk))
    with als(actor(regio)):
        assert bytes(Bericht.objects.get(pk=bericht.pk).inhoud) == b""


def test_what_waits_is_locked_and_cannot_be_put_there_open(regio: str) -> None:
    bericht = klaar(regio, b"een geheim besluit")
    with als(actor(regio)):
        vers = Bericht.objects.get(pk=bericht.pk)
        assert b"geheim" not in bytes(vers.inhoud)
        assert inhoud_van(vers) == b"een geheim besluit"
    with pytest.raises(DatabaseError, match="bericht_op_slot"), als(actor(regio)):
        Bericht.objects.filter(pk=bericht.pk).update(op_slot=False)


def test_without_its_key_a_message_stays_in_sight_with_that_reason(regio: str, settings: Settings) -> None:
    bericht = klaar(regio)
    settings.VOORDEUR_HOOFDSLEUTELS = [Fernet.generate_key().decode()]
    with pytest.raises(NietBezorgd):
        verstuur_bericht(regio=regio, bericht=str(bericht.pk))
    with als(actor(regio)):
        assert "sleutel" in Bericht.objects.get(pk=bericht.pk).reden


def test_nobody_else_on_the_machine_reads_the_messages(regio: str, post: Path) -> None:
    verstuur(regio, str(klaar(regio).pk))
    (bestand,) = post.iterdir()
    assert [deel.stat().st_mode & 0o007 for deel in (post, bestand)] == [0, 0]


def test_a_message_that_does_not_leave_stays_in_sight_with_its_reason(
    regio: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dicht(_: Bericht) -> None:
        raise NietBezorgd("de ontvanger antwoordt niet")

    monkeypatch.setitem(KANALEN, "map", dicht)
    bericht = klaar(regio)
    with pytest.raises(NietBezorgd):
        verstuur_bericht(regio=regio, bericht=str(bericht.pk))
    with als(actor(regio)):
        (wacht,) = nog_niet_weg()
        assert (wacht.stand, wacht.reden) == ("mislukt", "de ontvanger antwoordt niet")


def test_another_region_does_not_see_the_queue(regio: str) -> None:
    klaar(regio)
    with als(actor(nieuwe_regio())):
        assert not nog_niet_weg().exists()


def test_sent_without_a_moment_cannot_be_stored(regio: str) -> None:
    bericht = klaar(regio)
    with pytest.raises(DatabaseError, match="bericht_verzonden_met_moment"), als(actor(regio)):
        Bericht.objects.filter(pk=bericht.pk).update(stand="verzonden")


@pytest.fixture
def omgeving(verbindingen: tuple[str, str], post: Path, settings: Settings) -> dict[str, str]:
    """What a worker in a process of its own needs."""
    return {
        **os.environ,
        "DATABASE_URL": verbindingen[0],
        "DATABASE_OWNER_URL": verbindingen[1],
        "DJANGO_SETTINGS_MODULE": "voordeur.web.settings",
        "TOETS_DATABASE": connections["default"].settings_dict["NAME"],
        "VOORDEUR_SLEUTEL": "x",
        "VOORDEUR_HOOFDSLEUTELS": ",".join(settings.VOORDEUR_HOOFDSLEUTELS),
        "VOORDEUR_POSTMAP": str(post),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }


def genummerd(post: Path) -> list[bytes]:
    """What arrived of the numbered messages; the queue may hold those of other tests too."""
    bestanden = post.iterdir() if post.exists() else ()
    inhoud = (bestand.read_bytes() for bestand in bestanden if not bestand.name.startswith("."))
    return sorted(tekst for tekst in inhoud if tekst.startswith(b"nummer"))


def werker(omgeving: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WERKER], env=omgeving, stderr=subprocess.PIPE)


@pytest.mark.traag
def test_a_killed_worker_loses_nothing_and_doubles_nothing(regio: str, post: Path, omgeving: dict[str, str]) -> None:
    berichten = [klaar(regio, f"nummer {nummer}".encode()) for nummer in range(60)]
    eerste = werker(omgeving)
    _wacht_tot(lambda: len(genummerd(post)) > 3)
    eerste.send_signal(signal.SIGKILL)
    eerste.communicate()
    assert 0 < haal_in(regio) < len(berichten)
    tweede = werker(omgeving)
    fouten = tweede.communicate(timeout=60)[1]
    assert tweede.returncode == 0, fouten.decode()
    assert genummerd(post) == sorted(f"nummer {nummer}".encode() for nummer in range(60))
    with als(actor(regio)):
        assert not nog_niet_weg().exists()


@pytest.mark.traag
def test_a_worker_sends_what_is_ready(regio: str, post: Path, omgeving: dict[str, str]) -> None:
    klaar(regio, b"door de werker")
    bezig = werker(omgeving)
    _, fouten = bezig.communicate(timeout=60)
    assert bezig.returncode == 0, fouten.decode()
    assert b"door de werker" in [bestand.read_bytes() for bestand in post.iterdir()]


def _wacht_tot(klopt: object, seconden: float = 30) -> None:
    einde = time.monotonic() + seconden
    while not klopt():  # type: ignore[operator]
        assert time.monotonic() < einde, "nothing happened"
        time.sleep(0.01)
