"""Which version answers: the rule and the form of the question are those of the day, not of the newest file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from voordeur.cli.hoofd import voer_uit
from voordeur.regelingen import laden

KOP = """\
id = "proef"
naam = "Proef"
titel = "Proef"
bron = "verzonnen"
versie = {versie}
[[partijen]]
code = "0001"
naam = "Een"
centrum = true
grond = "proef/a"
[bepalingen.a]
vindplaats = "a"
soort = "R"
kern = "Alles."
"""
VASTE_SLEUTEL = """\
[verrekening.vaste_sleutel]
grond = "proef/a"
[verrekening.vaste_sleutel.kostenplafond]
aandeel = "0.1"
afwijken_mag = false
grond = "proef/a"
[verrekening.vaste_sleutel.verdeling]
naam = "vast"
grond = "proef/a"
[stemming]
stemmen_per_gemeente = 1
grond = "proef/a"
"""
RESERVE = """\
[verrekening.reserve]
grond = "proef/a"
[verrekening.reserve.plafond]
soort = "bedrag"
grond = "proef/a"
"""


@pytest.fixture(autouse=True)
def _twee_versies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    map_ = tmp_path / "regelingen"
    (map_ / "proef").mkdir(parents=True)
    (map_ / "proef" / "2030-01-01.toml").write_text(KOP.format(versie="2030-01-01") + VASTE_SLEUTEL, "utf-8")
    (map_ / "proef" / "2032-01-01.toml").write_text(KOP.format(versie="2032-01-01") + RESERVE, "utf-8")
    monkeypatch.setattr(laden, "map_van_regelingen", lambda: map_)
    for geheugen in (laden.laad, laden.versies):
        geheugen.cache_clear()
    yield
    for geheugen in (laden.laad, laden.versies):
        geheugen.cache_clear()


def vraag(tmp_path: Path, **velden: object) -> str:
    bestand = tmp_path / "vraag.json"
    bestand.write_text(json.dumps(velden), "utf-8")
    return str(bestand)


def test_a_year_is_settled_by_the_version_of_its_last_day(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    bedragen = {"rijksbudget": "100.00", "uitvoeringskosten": "20.00", "voorzieningen": "50.00"}
    bestand = vraag(tmp_path, jaar=2031, sleutel={"0001": "1"}, **bedragen)
    assert voer_uit(["verreken", "proef", "--invoer", bestand, "--json"]) == 0
    antwoord = json.loads(capsysbinary.readouterr().out)
    assert antwoord["regeling"]["versie"] == "2030-01-01"
    assert antwoord["uitkomst"]["resultaat"] == "40.00"  # 100 minus at most 10 of the costs minus 50


def test_the_form_of_the_question_is_that_of_the_same_version(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    bestand = vraag(tmp_path, jaar=2032, sleutel={"0001": "1"}, rijksbudget="100.00")
    assert voer_uit(["verreken", "proef", "--invoer", bestand]) == 2
    assert capsysbinary.readouterr().err.startswith(b"rijksbudget: dit veld is onbekend")


def test_a_share_that_the_agreement_does_not_allow_is_refused(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    bedragen = {"rijksbudget": "100.00", "uitvoeringskosten": "20.00", "voorzieningen": "50.00"}
    bestand = vraag(tmp_path, jaar=2031, sleutel={"0001": "1"}, afwijkend_besluit="0.2", **bedragen)
    assert voer_uit(["verreken", "proef", "--invoer", bestand]) == 2
    assert capsysbinary.readouterr().err.startswith(b"afwijkend_besluit: van het maximum mag niet")


def test_a_rule_that_an_older_version_had_can_still_be_asked(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    bestand = vraag(tmp_path, ronden=[{"0001": "voor"}])
    assert voer_uit(["stem", "proef", "--invoer", bestand, "--op", "2031-06-01"]) == 0
    assert voer_uit(["stem", "proef", "--invoer", bestand]) == 2
    assert capsysbinary.readouterr().err == b"regeling proef kent geen stemregel\n"
