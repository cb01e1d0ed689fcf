"""The upkeep from the command line: a broken journal is exit code 1, a missing database exit code 2."""

from __future__ import annotations

import json
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from psycopg.conninfo import make_conninfo

from tests.database import OP, actor
from voordeur.cli.hoofd import voer_uit
from voordeur.kern.actor import als
from voordeur.kern.journaal import schrijf
from voordeur.kern.onderhoud import controleer_journalen
from voordeur.kern.zegelhoofd import lees_hoofden

Scherm = pytest.CaptureFixture[bytes]


def regel(regio: str) -> int:
    with als(actor(regio)) as wie:
        return schrijf(wie, "proef.iets", OP, object(), "0001", "consulent", None).pk


def test_a_whole_journal_is_sealed_and_its_head_kept(regio: str, tmp_path: Path) -> None:
    regel(regio)
    bestand = tmp_path / "zegels" / "hoofden.json"
    (stand,) = controleer_journalen(bestand, [regio])
    assert (stand.regels, stand.nieuw_verzegeld, stand.breuken) == (1, 1, ())
    assert lees_hoofden(bestand)[regio][0] == 1


def test_the_command_names_a_break_and_ends_with_one(
    regio: str, tmp_path: Path, capsysbinary: Scherm, verbindingen: tuple[str, str]
) -> None:
    nummer = regel(regio)
    hoofden = str(tmp_path / "hoofden.json")
    assert voer_uit(["journaal", "controleer", "--regio", regio, "--hoofden", hoofden]) == 0
    capsysbinary.readouterr()
    verander(nummer, verbindingen[1])
    assert voer_uit(["journaal", "controleer", "--regio", regio, "--hoofden", hoofden, "--json"]) == 1
    antwoord = json.loads(capsysbinary.readouterr().out)
    (stand,) = (deel for deel in antwoord["uitkomst"]["regios"] if deel["regio"] == regio)
    assert stand["breuken"] == [{"soort": "gewijzigd", "regel": nummer, "zegel": 1}]
    verander(nummer, verbindingen[1], rol="consulent")


def verander(nummer: int, eigenaar: str, rol: str = "iemand anders") -> None:
    """What somebody who owns the tables could do behind the back of the application."""
    naam = connections["eigenaar"].settings_dict["NAME"]
    with psycopg.connect(make_conninfo(eigenaar, dbname=naam), autocommit=True) as verbinding:
        verbinding.execute("ALTER TABLE kern_journaalregel DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY")
        verbinding.execute("UPDATE kern_journaalregel SET rol = %s WHERE id = %s", [rol, nummer])
        verbinding.execute("ALTER TABLE kern_journaalregel ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY")


def test_all_proofs_are_computed_again(regio: str, capsysbinary: Scherm) -> None:
    assert voer_uit(["herbereken", "--json"]) in (0, 1)
    assert "bewijzen" in json.loads(capsysbinary.readouterr().out)["uitkomst"]


def test_without_a_database_the_command_says_so(monkeypatch: pytest.MonkeyPatch, capsysbinary: Scherm) -> None:
    monkeypatch.setitem(settings.DATABASES["default"], "USER", "")
    monkeypatch.delenv("VOORDEUR_VAR", raising=False)
    assert voer_uit(["herbereken"]) == 2
    assert capsysbinary.readouterr().err == b"DATABASE_URL: ontbreekt; deze opdracht heeft de database nodig\n"
    monkeypatch.setenv("VOORDEUR_VAR", "/leeg")
    assert voer_uit(["herbereken"]) == 2
    assert b"VOORDEUR_VAR: hier is nog geen database; start de dienst een keer" in capsysbinary.readouterr().err
