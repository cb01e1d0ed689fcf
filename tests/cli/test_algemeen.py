"""What holds for every command: the form of the answer, its reasoning, and the same bytes for the same question."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.hulp import REGELINGEN, Antwoord, heel, met, voordeur, vraag
from tests.cli.voorbeelden import (
    LOSSE_VRAGEN,
    VERREKEN_ENSCHEDE,
    VERREKEN_IJSSELVECHT,
    VRAGEN,
)

GOED: dict[str, tuple[tuple[str, ...], Any]] = {
    **{naam: (woorden, invoer) for naam, (woorden, invoer) in VRAGEN.items() if naam != "stem"},
    "stem": (VRAGEN["stem"][0], {"ronden": [{"0193": "voor", "0148": "tegen"}]}),
    **{" ".join(woorden): (woorden, None) for woorden in LOSSE_VRAGEN},
}
ELKE_VRAAG = pytest.mark.parametrize(("woorden", "invoer"), GOED.values(), ids=GOED.keys())


@pytest.fixture(scope="module")
def bepalingen() -> set[str]:
    return {deel["id"] for id_ in REGELINGEN for deel in vraag("regeling", "toon", id_)["bepalingen"]}


@ELKE_VRAAG
def test_the_answer_has_a_regeling_an_outcome_and_a_reasoning(woorden: tuple[str, ...], invoer: Any) -> None:
    antwoord = heel(*woorden, invoer=invoer)
    assert set(antwoord) == {"regeling", "uitkomst", "waarom"}
    assert isinstance(antwoord["uitkomst"], dict)
    regeling = antwoord["regeling"]
    assert regeling is None or set(regeling) == {"id", "versie"}
    genoemd = [id_ for id_ in REGELINGEN if id_ in woorden]
    if regeling is not None:
        assert regeling["id"] in genoemd
    elif len(genoemd) == 1:
        pytest.fail(f"the answer does not say that it is of {genoemd[0]}")


@ELKE_VRAAG
def test_the_reasoning_is_never_empty(woorden: tuple[str, ...], invoer: Any) -> None:
    waarom = heel(*woorden, invoer=invoer)["waarom"]
    assert waarom
    for stap in waarom:
        assert set(stap) == {"tekst", "gronden", "waarden"}
        assert stap["tekst"].strip()
        assert isinstance(stap["gronden"], list)
        assert isinstance(stap["waarden"], dict)
        assert "{" not in stap["tekst"]


@ELKE_VRAAG
def test_every_ground_is_a_provision_or_an_article_of_law(
    woorden: tuple[str, ...], invoer: Any, bepalingen: set[str]
) -> None:
    gronden = [grond for stap in heel(*woorden, invoer=invoer)["waarom"] for grond in stap["gronden"]]
    assert all(grond in bepalingen or grond.startswith(("wmo/", "awb/", "atw/")) for grond in gronden), gronden


@ELKE_VRAAG
def test_the_same_question_twice_gives_the_same_bytes(woorden: tuple[str, ...], invoer: Any) -> None:
    for vorm in ((), ("--json",)):
        eerste = voordeur(*woorden, *vorm, invoer=invoer)
        assert eerste.code == 0
        assert eerste == voordeur(*woorden, *vorm, invoer=invoer)


@ELKE_VRAAG
def test_the_json_is_one_object_and_no_number_is_broken(woorden: tuple[str, ...], invoer: Any) -> None:
    def geen_breuk(tekst: str) -> None:
        raise AssertionError(f"{tekst} is a JSON number with a fraction")

    tekst = voordeur(*woorden, "--json", invoer=invoer).tekst
    assert tekst.endswith("\n")
    assert isinstance(json.loads(tekst, parse_float=geen_breuk, parse_constant=geen_breuk), dict)


@ELKE_VRAAG
def test_a_person_reads_the_outcome_before_the_reasoning(woorden: tuple[str, ...], invoer: Any) -> None:
    antwoord = voordeur(*woorden, invoer=invoer)
    assert (antwoord.code, antwoord.fout) == (0, b"")
    regels = antwoord.tekst.splitlines()
    (waarom,) = [nummer for nummer, regel in enumerate(regels) if regel.strip().lower() == "waarom"]
    assert any(regel.strip() for regel in regels[1:waarom])
    stappen = heel(*woorden, invoer=invoer)["waarom"]
    na = " ".join(" ".join(regels[waarom:]).split())
    assert all(" ".join(stap["tekst"].split()) in na for stap in stappen)
    assert "None" not in antwoord.tekst
    assert "True" not in antwoord.tekst


@pytest.mark.parametrize("naam", [naam for naam in VRAGEN if naam != "stem"])
def test_a_file_and_standard_input_give_the_same_answer(naam: str, tmp_path: Path) -> None:
    woorden, invoer = VRAGEN[naam]
    bestand = tmp_path / "vraag met spatie é.json"
    bestand.write_text(json.dumps(invoer), encoding="utf-8")
    assert voordeur(*woorden, "--json", "--invoer", str(bestand)) == voordeur(*woorden, "--json", invoer=invoer)


@pytest.mark.parametrize("json_uit", [(), ("--json",)])
@pytest.mark.parametrize(
    ("id_", "invoer"),
    [
        ("enschede", met(VERREKEN_ENSCHEDE, resultaat="-0.00")),
        ("enschede", met(VERREKEN_ENSCHEDE, resultaat="-0")),
        ("enschede", met(VERREKEN_ENSCHEDE, resultaat="0.00", reserve={"begin": "0.00", "plafond": "0.00"})),
        ("enschede", met(VERREKEN_ENSCHEDE, resultaat="-100.00", maatregelen="100.00", reserve_inzetten=False)),
        ("ijsselvecht", met(VERREKEN_IJSSELVECHT, voorzieningen="949000.00")),
        ("ijsselvecht", met(VERREKEN_IJSSELVECHT, rijksbudget="0.00", voorzieningen="0.00")),
    ],
)
def test_nothing_is_never_written_as_minus_nothing(id_: str, invoer: dict[str, Any], json_uit: tuple[str, ...]) -> None:
    tekst = voordeur("verreken", id_, *json_uit, invoer=invoer).tekst
    assert tekst
    for vorm in ("-0.00", "-0,00", "- 0", "−0", "-0"):
        assert vorm not in tekst.replace("-01", "").replace("-02", "")


BEDRAGEN = {"naar_reserve", "uit_reserve", "reserve_eind", "uitkering", "bijdrage", "uitvoeringskosten_maximum"}
BEDRAGEN |= {"ingehouden", "niet_ingehouden", "resultaat", "regio", "gemeenten", "verplichting", "gerealiseerd"}
BEDRAGEN |= {"tekort", "meenemen", "basis", "opslag", "totaal"}


def bladeren(waarde: Any) -> Iterator[Any]:
    """Everything in a value that is no mapping or list itself."""
    if isinstance(waarde, (dict, list)):
        for deel in waarde.values() if isinstance(waarde, dict) else waarde:
            yield from bladeren(deel)
    else:
        yield waarde


@pytest.mark.parametrize("naam", [naam for naam in GOED if naam.startswith(("verreken", "sroi", "verdeelm", "tarief"))])
def test_amounts_have_two_decimals(naam: str) -> None:
    woorden, invoer = GOED[naam]
    uitkomst = vraag(*woorden, invoer=invoer)
    delen = uitkomst.get("jaren", [uitkomst])
    bedragen = [blad for deel in delen for sleutel in BEDRAGEN & set(deel) for blad in bladeren(deel[sleutel])]
    assert bedragen
    assert all(re.fullmatch(r"-?[0-9]+\.[0-9]{2}", bedrag) for bedrag in bedragen), bedragen


def test_a_byte_order_mark_does_not_matter() -> None:
    woorden, invoer = GOED["sroi"]
    met_bom: Antwoord = voordeur(*woorden, invoer=b"\xef\xbb\xbf" + json.dumps(invoer).encode())
    assert met_bom == voordeur(*woorden, invoer=invoer)
