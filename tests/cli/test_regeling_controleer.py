"""`voordeur regeling controleer`: every fault of a file, by field and line."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.cli.hulp import REGELINGEN, Antwoord, voordeur, weiger

VERSIE = {
    "enschede": "2022-01-01",
    "almelo": "2020-01-01",
    "boce": "2021-01-01",
    "drechtsteden": "2017-07-17",
    "ijsselvecht": "2023-01-01",
}
Vervang = Callable[..., Path]


def tekst_van(id_: str) -> str:
    return (files("voordeur.regelingen") / id_ / f"{VERSIE[id_]}.toml").read_text(encoding="utf-8")


@pytest.fixture
def met_fout(tmp_path: Path) -> Vervang:
    """A copy of the agreement of Enschede in which the first of each of these texts is replaced by another."""

    def maak(*paren: tuple[str, str]) -> Path:
        tekst = tekst_van("enschede")
        for oud, nieuw in paren:
            assert oud in tekst, oud
            tekst = tekst.replace(oud, nieuw, 1)
        bestand = tmp_path / "regeling.toml"
        bestand.write_text(tekst, encoding="utf-8")
        return bestand

    return maak


def controleer(bestand: Path) -> Antwoord:
    antwoord = voordeur("regeling", "controleer", str(bestand), "--json")
    assert antwoord.fout == b""
    return antwoord


def fouten_in(bestand: Path) -> list[dict[str, Any]]:
    """The faults of a file that has some; their form and order are checked here."""
    antwoord = controleer(bestand)
    assert antwoord.code == 1
    assert antwoord.json["waarom"]
    fouten = antwoord.json["uitkomst"]["fouten"]
    assert fouten
    for fout in fouten:
        assert {"veld", "regel", "melding"} <= set(fout)
        assert fout["melding"].strip()
        assert "\n" not in fout["melding"]
        assert fout["regel"] is None or (type(fout["regel"]) is int and fout["regel"] >= 1)
    regels = [fout["regel"] for fout in fouten if fout["regel"] is not None]
    assert regels == sorted(regels)
    return fouten


def regelnummer(bestand: Path, stuk: str) -> int:
    regels = bestand.read_text(encoding="utf-8").splitlines()
    return next(nummer for nummer, regel in enumerate(regels, start=1) if stuk in regel)


@pytest.mark.parametrize("id_", REGELINGEN)
def test_a_copy_of_a_good_agreement_has_no_faults(id_: str, tmp_path: Path) -> None:
    bestand = tmp_path / "kopie.toml"
    bestand.write_text(tekst_van(id_), encoding="utf-8")
    antwoord = controleer(bestand)
    assert antwoord.code == 0
    assert antwoord.json["uitkomst"] == {"fouten": []}


LEEFTIJD = 'vanaf = 18\ngrond = "enschede/toekenning"'
FOUTEN = {
    "an unknown ground": (('grond = "enschede/toekenning"', 'grond = "enschede/nergens"'), "nergens"),
    "a ground of another agreement": (('grond = "enschede/toekenning"', 'grond = "boce/partijen"'), "boce/partijen"),
    "an unknown article": (('grond = "enschede/toekenning"', 'grond = "wmo/99.9"'), "wmo/99.9"),
    "text for a number": (("vanaf = 18", 'vanaf = "achttien"'), "achttien"),
    "a float for a number": (("vanaf = 18", "vanaf = 18.0"), "vanaf = 18.0"),
    "a float that fits no type": (("vanaf = 18", "vanaf = 18.5"), "vanaf = 18.5"),
    "a number for a text": (('code = "0153"', "code = 153"), "code = 153"),
    "text for a day": (("van = 2022-01-01", 'van = "2022-01-01"'), 'van = "2022-01-01"'),
    "text for yes or no": (("centrum = true", 'centrum = "ja"'), 'centrum = "ja"'),
    "an unknown key": (("vanaf = 18", 'vanaf = 18\nkleur = "rood"'), "kleur"),
    "an unknown table": (("[toegang.leeftijd]", "[toegang.lengte]\nvanaf = 2\n\n[toegang.leeftijd]"), "toegang.lengte"),
    "a double party": (('code = "0147"', 'code = "0153"'), None),
    "a double product": (
        (
            'id = "modulair"\nnaam = "Beschermd wonen modulair"\nbeschermd',
            'id = "all-inclusive"\nnaam = "M"\nbeschermd',
        ),
        None,
    ),
    "a double form": (
        ('id = "modulair"\nnaam = "Beschermd wonen modulair"\ncriteria', 'id = "all-inclusive"\nnaam = "M"\ncriteria'),
        None,
    ),
    "a double route": (('id = "gemeente"\nnaam = "Aanmelding', 'id = "zorginstelling"\nnaam = "Aanmelding'), None),
    "a double step": (('id = "plaatsing"\nwat', 'id = "melding"\nwat'), None),
    "a code of three figures": (('code = "0153"', 'code = "153"'), None),
    "a kind that is not there": (('soort = "jaarlijks", maand = 11', 'soort = "ooit", maand = 11'), '"ooit"'),
    "a month that is not there": (('soort = "jaarlijks", maand = 11', 'soort = "jaarlijks", maand = 13'), "maand = 13"),
    "an empty ground": (('grond = "enschede/toekenning"', "grond = []"), "grond = []"),
}


@pytest.mark.parametrize(("paar", "stuk"), FOUTEN.values(), ids=FOUTEN.keys())
def test_one_fault_is_found_on_its_line(met_fout: Vervang, paar: tuple[str, str], stuk: str | None) -> None:
    bestand = met_fout(paar)
    fouten = fouten_in(bestand)
    if stuk is not None:
        regel = regelnummer(bestand, stuk)
        assert any(fout["regel"] == regel for fout in fouten), (regel, fouten)
    assert all(fout["veld"] for fout in fouten)


def test_a_missing_key_is_found_in_its_table(met_fout: Vervang) -> None:
    for oud, sleutel in (('naam = "Enschede"\ntitel', "naam"), ("versie = 2022-01-01\n", "versie")):
        nieuw = "titel" if oud.endswith("titel") else ""
        assert any(fout["veld"] == sleutel for fout in fouten_in(met_fout((oud, nieuw))))
    fouten = fouten_in(met_fout((LEEFTIJD, 'grond = "enschede/toekenning"')))
    assert any(fout["veld"] == "toegang.leeftijd.vanaf" for fout in fouten), fouten


def test_all_faults_come_at_once(met_fout: Vervang) -> None:
    bestand = met_fout(
        FOUTEN["a number for a text"][0],
        FOUTEN["text for a number"][0],
        FOUTEN["an unknown ground"][0],
        FOUTEN["a kind that is not there"][0],
    )
    regels = {fout["regel"] for fout in fouten_in(bestand)}
    assert {regelnummer(bestand, stuk) for stuk in ("code = 153", "achttien", "nergens", '"ooit"')} <= regels


GEEN_TOML: dict[str, tuple[bytes, int | None]] = {
    "JSON": (b'{"id": "enschede"}', 1),
    "a sentence": (b"dit is geen toml", 1),
    "a key twice": (b'id = "a"\nid = "b"\n', 2),
    "a table twice": (b"[a]\nx = 1\n[a]\ny = 2\n", 3),
    "a text without an end": (b'id = "a"\nnaam = "b\n', 2),
    "invalid UTF-8": (b'id = "\xff"\n', None),
    "zero bytes": (b"\x00\x00", None),
    "very deep": (b"a = " + b"[" * 20_000, None),
}


@pytest.mark.parametrize(("inhoud", "regel"), GEEN_TOML.values(), ids=GEEN_TOML.keys())
def test_a_file_that_is_no_toml_is_a_fault(inhoud: bytes, regel: int | None, tmp_path: Path) -> None:
    bestand = tmp_path / "regeling.toml"
    bestand.write_bytes(inhoud)
    fouten = fouten_in(bestand)
    if regel is not None:
        assert fouten[0]["regel"] == regel


def test_an_empty_file_lacks_everything(tmp_path: Path) -> None:
    bestand = tmp_path / "leeg.toml"
    bestand.touch()
    assert {"id", "naam", "versie"} <= {fout["veld"] for fout in fouten_in(bestand)}


def test_a_person_reads_the_same_faults_and_the_exit_code_is_one(met_fout: Vervang) -> None:
    bestand = met_fout(FOUTEN["text for a number"][0])
    antwoord = voordeur("regeling", "controleer", str(bestand))
    assert (antwoord.code, antwoord.fout) == (1, b"")
    for fout in fouten_in(bestand):
        assert fout["melding"] in antwoord.tekst
        assert str(fout["regel"]) in antwoord.tekst


@pytest.mark.parametrize("naam", ["bestaat-niet.toml", "", "\0", ".", "x" * 5000, "\ud800"])
def test_a_file_that_is_not_there_is_refused(naam: str) -> None:
    weiger("regeling", "controleer", naam)
