"""The parts of the service by themselves: keys, static files, the lock on a folder, sealing, and children that fall."""

from __future__ import annotations

import json
import os
import signal
import stat
import time
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pytest_django import Settings

from tests.database import OP, actor
from voordeur.cli.dienst import kinderen as kinderen_
from voordeur.cli.dienst.demostand import lees_stand, schrijf_stand
from voordeur.cli.dienst.fouten import KindBlijftStoppen
from voordeur.cli.dienst.kinderen import Kind, Kinderen
from voordeur.cli.dienst.signalen import Gestopt, einde_als_gestopt
from voordeur.cli.dienst.sleutelbos import HOOFD, NAMEN, bewaar_sleutels, lees_sleutels, nieuwe_sleutels
from voordeur.cli.dienst.slot import enige_op
from voordeur.cli.dienst.statisch import MERK, verzamel
from voordeur.cli.dienst.voorbereiding import nog_te_migreren
from voordeur.cli.dienst.web import met_gezondheid
from voordeur.cli.fouten import InvoerFout
from voordeur.cli.hoofd import voer_uit
from voordeur.inwoner.actions import neem_op, verpak_sleutels_opnieuw
from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import als
from voordeur.kern.journaal import schrijf
from voordeur.kern.onderhoud import controleer_journalen, verzegel_journalen
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.kern.zegelhoofd import lees_hoofden, schrijf_hoofden


def test_new_keys_are_three_lines_that_work_and_never_the_same(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert voer_uit(["sleutels", "nieuw"]) == 0
    regels = capsysbinary.readouterr().out.decode().splitlines()
    gegeven = dict(regel.split("=", 1) for regel in regels)
    assert tuple(gegeven) == NAMEN
    Fernet(gegeven[HOOFD])
    assert nieuwe_sleutels() != nieuwe_sleutels()


def test_keys_are_kept_for_this_user_only(tmp_path: Path) -> None:
    bestand, sleutels = tmp_path / "sleutels.env", nieuwe_sleutels()
    assert lees_sleutels(bestand) == {}
    bewaar_sleutels(bestand, sleutels)
    assert lees_sleutels(bestand) == sleutels
    assert stat.S_IMODE(bestand.stat().st_mode) == 0o600
    assert [deel.name for deel in tmp_path.iterdir()] == ["sleutels.env"]


def test_after_packing_anew_the_old_main_key_can_go(regio: str, settings: Settings) -> None:
    oud, nieuw = settings.VOORDEUR_HOOFDSLEUTELS[0], Fernet.generate_key().decode()
    with als(actor(regio)) as wie:
        inwoner = neem_op(wie, "0001", {"naam": "de Wit"})
        settings.VOORDEUR_HOOFDSLEUTELS = [nieuw, oud]
        assert verpak_sleutels_opnieuw(wie) == 1
        settings.VOORDEUR_HOOFDSLEUTELS = [nieuw]
        inwoner.refresh_from_db()
        assert opgeschreven(inwoner, van="")["identiteit"]["naam"] == "de Wit"
        settings.VOORDEUR_HOOFDSLEUTELS = [oud]
        with pytest.raises(SleutelOntbreekt):
            opgeschreven(inwoner, van="")


def test_packing_anew_with_a_key_missing_changes_nothing(regio: str, settings: Settings) -> None:
    with als(actor(regio)) as wie:
        neem_op(wie, "0001", {"naam": "de Wit"})
    settings.VOORDEUR_HOOFDSLEUTELS = [Fernet.generate_key().decode()]
    with pytest.raises(SleutelOntbreekt), als(actor(regio)) as wie:
        verpak_sleutels_opnieuw(wie)


def test_static_files_are_gathered_once_and_again_when_stale(tmp_path: Path, settings: Settings) -> None:
    settings.STATIC_ROOT = str(tmp_path / "statisch")
    assert verzamel() is True
    assert verzamel() is False
    manifest = json.loads((tmp_path / "statisch" / "staticfiles.json").read_text("utf-8"))
    assert manifest["paths"]
    (tmp_path / "statisch" / MERK).write_text("van een oudere versie", "utf-8")
    (tmp_path / "statisch" / "oud.css").touch()
    assert verzamel() is True
    assert not (tmp_path / "statisch" / "oud.css").exists()
    assert [deel.name for deel in tmp_path.iterdir()] == ["statisch"]


def test_one_service_at_a_time_on_a_folder(tmp_path: Path) -> None:
    with enige_op(tmp_path), pytest.raises(InvoerFout, match="draait Voordeur al"), enige_op(tmp_path):
        pytest.fail("both hold the folder")
    with enige_op(tmp_path):
        pass


def test_a_folder_says_whether_it_holds_a_demo(tmp_path: Path) -> None:
    assert lees_stand(tmp_path) is None
    schrijf_stand(tmp_path, 3, OP, klaar=True)
    stand = lees_stand(tmp_path)
    assert stand is not None
    assert (stand.zaad, stand.vandaag, stand.klaar) == (3, OP.isoformat(), True)
    (tmp_path / "demo.json").write_text("half", "utf-8")
    assert lees_stand(tmp_path) is None


def test_sealing_keeps_the_heads_and_a_head_that_is_gone_is_told_and_stays(regio: str, tmp_path: Path) -> None:
    bestand = tmp_path / "hoofden.json"
    with als(actor(regio)) as wie:
        schrijf(wie, "proef.iets", OP, object(), "0001", "consulent", None)
    assert regio not in verzegel_journalen(bestand)
    assert lees_hoofden(bestand)[regio][0] == 1
    vals = (7, "f" * 64)
    schrijf_hoofden(bestand, {**lees_hoofden(bestand), regio: vals})
    assert regio in verzegel_journalen(bestand)
    assert lees_hoofden(bestand)[regio] == vals
    (stand,) = controleer_journalen(bestand, [regio])
    assert [breuk.soort for breuk in stand.breuken] == ["einde verwijderd of vervangen"]


def test_a_migrated_database_asks_for_nothing_more(regio: str) -> None:
    assert nog_te_migreren("default") == []


def test_health_is_answered_beside_the_application(regio: str) -> None:
    def toepassing(omgeving: dict[str, object], begin: object) -> list[bytes]:
        return [b"de toepassing"]

    gezegd: list[str] = []

    def begin(status: str, koppen: list[tuple[str, str]]) -> None:
        gezegd.append(status)

    wsgi = met_gezondheid(toepassing)
    assert list(wsgi({"PATH_INFO": "/gezond"}, begin)) == [b"gezond\n"]
    assert list(wsgi({"PATH_INFO": "/gezondheid"}, begin)) == [b"de toepassing"]
    assert gezegd == ["200 OK"]


def test_the_first_signal_ends_it_and_the_next_ones_are_ignored() -> None:
    vorige = signal.getsignal(signal.SIGTERM)
    with pytest.raises(Gestopt), einde_als_gestopt():
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(5)
        finally:
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGTERM) == vorige


@pytest.mark.traag
def test_a_child_that_keeps_falling_ends_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinderen_, "LANGSTE_PAUZE", 0.0)
    namen = {**os.environ, "DJANGO_SETTINGS_MODULE": "er.is.geen"}
    eind = time.monotonic() + 60
    with Kinderen() as kinderen:
        kinderen.start(Kind("web", ["web", "0"], namen))
        with pytest.raises(KindBlijftStoppen, match="web: dit deel stopt steeds meteen"):
            while time.monotonic() < eind:
                kinderen.kijk()
                time.sleep(0.02)
