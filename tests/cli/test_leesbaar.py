"""What a person sees: nothing that steers a terminal, every municipality named, a typing mistake pointed out."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from voordeur.cli.hoofd import voer_uit

Scherm = pytest.CaptureFixture[bytes]
JAAR = {
    "jaar": 2023,
    "resultaat": "-100.00",
    "reserve": {"begin": "0.00", "plafond": "0.00"},
    "sleutel": {"0153": "1"},
}


def bestand(map_: Path, inhoud: object) -> str:
    pad = map_ / "vraag.json"
    pad.write_text(json.dumps(inhoud), "utf-8")
    return str(pad)


def test_a_file_cannot_steer_the_terminal(tmp_path: Path, capsysbinary: Scherm) -> None:
    boos = tmp_path / "boos.toml"
    boos.write_text('"\\u001b[31mrood" = 1\n', "utf-8")
    assert voer_uit(["regeling", "controleer", str(boos)]) == 1
    uitvoer = capsysbinary.readouterr().out
    assert b"\x1b" not in uitvoer
    assert b"x1b[31mrood" in uitvoer


def test_municipalities_without_a_weight_are_named(tmp_path: Path, capsysbinary: Scherm) -> None:
    assert voer_uit(["verreken", "enschede", "--invoer", bestand(tmp_path, JAAR)]) == 0
    assert "geen gewicht in de sleutel: Borne; Dinkelland" in capsysbinary.readouterr().out.decode()


def test_the_share_behind_a_ceiling_stands_in_the_reasoning(tmp_path: Path, capsysbinary: Scherm) -> None:
    jaar = {**JAAR, "reserve": {"begin": "0.00"}, "budget": "1000.00", "egalisatie_percentage": "0.05"}
    jaar["sleutel"] = {"0141": "1"}
    assert voer_uit(["verreken", "almelo", "--invoer", bestand(tmp_path, jaar)]) == 0
    assert "5% van het budget €\u00a01.000,00" in capsysbinary.readouterr().out.decode()


def test_a_typing_mistake_in_a_name_is_pointed_out_before_what_it_makes_missing(
    tmp_path: Path, capsysbinary: Scherm
) -> None:
    jaar = {**JAAR, "resultat": JAAR["resultaat"]}
    del jaar["resultaat"]
    assert voer_uit(["verreken", "enschede", "--invoer", bestand(tmp_path, jaar)]) == 2
    assert capsysbinary.readouterr().err == b"resultat: dit veld is onbekend\n"


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        (["--zwaarte", "middel", "--op", "2018-01-01"], "--zwaarte: kies uit: licht, midden, zwaar"),
        (["--zwaarte", "midden", "--op", "2018-09-01", "--index", "2018=3.12"], "schrijf 3,12% als 0.0312"),
        (["--zwaarte", "midden", "--op"], "--op: hier hoort een waarde bij"),
    ],
)
def test_a_mistake_in_an_option_says_what_is_right(opties: list[str], melding: str, capsysbinary: Scherm) -> None:
    vast = ["tarief", "drechtsteden", "--arrangement", "een-op-een", "--huisvesting", "excl"]
    assert voer_uit([*vast, *opties]) == 2
    assert melding in capsysbinary.readouterr().err.decode()


def test_a_range_is_said(tmp_path: Path, capsysbinary: Scherm) -> None:
    inzet = [{"groep": "wajong", "fte": "1", "maanden": 13}]
    vraag = {"contractwaarde": "1.00", "jaarwaarde": "1.00", "inzet": inzet}
    assert voer_uit(["sroi", "drechtsteden", "--invoer", bestand(tmp_path, vraag)]) == 2
    assert capsysbinary.readouterr().err == b"inzet[0].maanden: hier hoort een getal van hoogstens 12\n"


@pytest.mark.skipif(sys.platform != "linux", reason="there is no /dev/zero here")
@pytest.mark.parametrize("opdracht", [["regeling", "controleer"], ["verreken", "enschede", "--invoer"]])
def test_a_device_without_end_is_not_read_for_ever(opdracht: list[str], capsysbinary: Scherm) -> None:
    assert voer_uit([*opdracht, "/dev/zero"]) != 0
    assert b"Traceback" not in capsysbinary.readouterr().err


def test_a_file_that_is_nested_too_deep_is_a_fault_of_the_file(tmp_path: Path, capsysbinary: Scherm) -> None:
    diep = tmp_path / "diep.toml"
    diep.write_text("a = " + "[" * 5000 + "]" * 5000, "utf-8")
    assert voer_uit(["regeling", "controleer", str(diep)]) == 1


def test_help_is_dutch_and_whole(capsysbinary: Scherm) -> None:
    assert voer_uit(["--help"]) == 0
    uitleg = capsysbinary.readouterr().out.decode()
    assert uitleg.startswith("Gebruik: voordeur [OPTIES] OPDRACHT")
    assert not any(woord in uitleg for woord in ("Usage", "Options:", "Commands", "Show this"))
