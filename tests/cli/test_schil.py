"""The command as a real process: exit codes, standard input, another locale and a reader that walks away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import voordeur
from tests.cli.voorbeelden import SROI, TOEGANG

START = [sys.executable, "-c", "from voordeur.cli.hoofd import main; main()"]
BRON = str(Path(voordeur.__file__).parents[1])
pytestmark = pytest.mark.traag
VERGELIJK = ("regeling", "vergelijk", "enschede", "ijsselvecht")


def omgeving(**anders: str) -> dict[str, str]:
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("LC_", "LANG", "PYTHON"))}
    return schoon | {"PYTHONPATH": BRON} | anders


def proces(*argumenten: str, invoer: bytes = b"", **anders: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*START, *argumenten], input=invoer, capture_output=True, env=omgeving(**anders), timeout=30, check=False
    )


def test_an_answer_is_exit_code_zero_and_nothing_on_standard_error() -> None:
    uitslag = proces("sroi", "drechtsteden", "--invoer", "-", "--json", invoer=json.dumps(SROI).encode())
    assert (uitslag.returncode, uitslag.stderr) == (0, b"")
    assert json.loads(uitslag.stdout)["uitkomst"]["tekort"] == "98000.00"


def test_faults_found_is_exit_code_one(tmp_path: Path) -> None:
    bestand = tmp_path / "regeling.toml"
    bestand.write_text("dit is geen toml", encoding="utf-8")
    uitslag = proces("regeling", "controleer", str(bestand), "--json")
    assert (uitslag.returncode, uitslag.stderr) == (1, b"")
    assert json.loads(uitslag.stdout)["uitkomst"]["fouten"]


@pytest.mark.parametrize(
    "argumenten",
    [
        ("onzin",),
        ("verreken", "boce", "--invoer", "-"),
        ("termijn", "onderzoek"),
        ("sroi", "drechtsteden", "--invoer", "."),
    ],
)
def test_no_answer_is_exit_code_two_and_one_line(argumenten: tuple[str, ...]) -> None:
    uitslag = proces(*argumenten)
    assert (uitslag.returncode, uitslag.stdout) == (2, b"")
    assert len(uitslag.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize(
    "anders", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_an_ascii_locale_changes_no_byte(anders: dict[str, str]) -> None:
    vragen: list[tuple[tuple[str, ...], Any]] = [
        (("toegang", "toets", "enschede", "--invoer", "-"), TOEGANG),
        (("toegang", "toets", "enschede", "--invoer", "-", "--json"), TOEGANG),
        (("nieuwe-client", "almelo", "--invoer", "-"), {}),
        (("regeling", "toon", "drechtsteden"), None),
    ]
    for argumenten, vraag in vragen:
        invoer = json.dumps(vraag).encode()
        gewoon = proces(*argumenten, invoer=invoer, PYTHONUTF8="1")
        kaal = proces(*argumenten, invoer=invoer, **anders)
        assert (kaal.returncode, kaal.stdout, kaal.stderr) == (gewoon.returncode, gewoon.stdout, gewoon.stderr)
        assert "Traceback" not in kaal.stderr.decode()


def test_an_argument_that_is_no_text_is_refused_in_one_line() -> None:
    uitslag = subprocess.run(
        [*(os.fsencode(deel) for deel in START), b"termijn", b"\xff\xfe", b"--start", b"2026-01-01"],
        capture_output=True,
        env=omgeving(),
        timeout=30,
        check=False,
    )
    assert (uitslag.returncode, uitslag.stdout) == (2, b"")
    assert len(uitslag.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize("json_uit", [(), ("--json",)])
def test_the_order_of_a_hash_changes_no_byte(json_uit: tuple[str, ...]) -> None:
    antwoorden = {proces(*VERGELIJK, *json_uit, PYTHONHASHSEED=zaad).stdout for zaad in ("0", "1", "2")}
    assert len(antwoorden) == 1


@pytest.mark.parametrize("argumenten", [("regeling", "toon", "drechtsteden"), ("regeling", "lijst"), ("--help",)])
def test_a_reader_that_walks_away_is_no_fault(argumenten: tuple[str, ...]) -> None:
    lezen, schrijven = os.pipe()
    os.close(lezen)
    try:
        uitslag = subprocess.run(
            [*START, *argumenten], stdout=schrijven, stderr=subprocess.PIPE, env=omgeving(), timeout=30, check=False
        )
    finally:
        os.close(schrijven)
    assert uitslag.stderr == b""
    assert uitslag.returncode != 1  # one says that a file has faults


@pytest.mark.parametrize("argumenten", [("termijn", "onderzoek", "--start", "2026-04-02"), ("onzin",)])
def test_closed_streams_give_no_traceback(argumenten: tuple[str, ...]) -> None:
    opdracht = ["sh", "-c", 'exec "$@" >&- <&-', "sh", *START, *argumenten]
    uitslag = subprocess.run(opdracht, capture_output=True, env=omgeving(), timeout=30, check=False)
    assert b"Traceback" not in uitslag.stderr


def test_reading_from_a_closed_standard_input_is_refused() -> None:
    opdracht = ["sh", "-c", 'exec "$@" <&-', "sh", *START, "sroi", "drechtsteden", "--invoer", "-"]
    uitslag = subprocess.run(opdracht, capture_output=True, env=omgeving(), timeout=30, check=False)
    assert (uitslag.returncode, uitslag.stdout) == (2, b"")
    assert len(uitslag.stderr.decode().splitlines()) == 1


def test_a_full_disk_gives_no_traceback() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this machine has no full disk to write to")
    with Path("/dev/full").open("wb") as vol:
        uitslag = subprocess.run(
            [*START, *VERGELIJK], stdout=vol, stderr=subprocess.PIPE, env=omgeving(), timeout=30, check=False
        )
    assert uitslag.returncode != 0
    assert b"Traceback" not in uitslag.stderr
