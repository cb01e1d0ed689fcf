"""Every field of every question, fed with everything that it is not: one line on standard error, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hulp import heel, is_weigering, voordeur, weiger
from tests.cli.velden import FOUT, mag_weg, objecten, opdracht_van, paden, patroon, schrijf, soort
from tests.cli.velden import VELDEN as CONTRACT
from tests.cli.voorbeelden import VRAGEN

VELDEN = [(naam, pad) for naam, (_, goed) in VRAGEN.items() for pad in paden(goed)]
OBJECTEN = [(naam, pad) for naam, (_, goed) in VRAGEN.items() for pad in objecten(goed)]
# in Dutch, as the contract says: words of the machinery do not belong in a line for a person
VREEMD = ("Traceback", "pydantic", "Decimal", "NoneType", "dict", "str_", "type=", "Input should", "object at 0x")

BESTANDEN: dict[str, str | bytes] = {
    "nothing": "",
    "only spaces": "  \n ",
    "null": "null",
    "a list": "[]",
    "a list of objects": "[{}]",
    "a text": '"vraag"',
    "a number": "1",
    "NaN": "NaN",
    "minus Infinity": "-Infinity",
    "half an object": '{"jaar": 2023',
    "two objects": "{} {}",
    "a trailing comma": '{"jaar": 2023,}',
    "a comment": '{} // "jaar"',
    "single quotes": "{'jaar': 2023}",
    "a bare word": "{jaar: 2023}",
    "a control character": '{"jaar": "\n"}',
    "Latin-1": '{"jaar": "één"}'.encode("latin-1"),
    "UTF-16": '{"jaar": 2023}'.encode("utf-16"),
    "invalid UTF-8": b'{"jaar": "\xff\xfe"}',
    "a surrogate in UTF-8": b'{"jaar": "\xed\xa0\x80"}',
    "zero bytes": b"\x00\x00\x00",
    "a lone surrogate as a key": '{"\\ud800": 1}',
    "a lone surrogate as a value": '{"onzin": "\\udfff"}',
    "a key of nothing": '{"": 1}',
    "a key with a line end": '{"jaar\\nonzin": 1}',
    "a key that is very long": '{"' + "x" * 100_000 + '": 1}',
    "lists a hundred thousand deep": "[" * 100_000,
    "closed lists ten thousand deep": "[" * 10_000 + "]" * 10_000,
    "objects a hundred thousand deep": '{"a":' * 100_000,
    "a key nested deep": '{"onzin": ' + "[" * 900 + "]" * 900 + "}",
    "a number of ten thousand digits": '{"onzin": ' + "9" * 10_000 + "}",
}


def eis_nederlands(regel: str) -> None:
    assert not any(woord in regel for woord in VREEMD), regel
    assert len(regel) < 1000, len(regel)


@pytest.mark.parametrize("naam", VRAGEN)
def test_the_good_question_is_answered_also_as_it_is_written_here(naam: str) -> None:
    woorden, goed = VRAGEN[naam]
    if naam != "stem":  # its example has a round too many, so that both rounds are fed
        assert heel(*woorden, invoer=schrijf(goed)) == heel(*woorden, invoer=goed)


@pytest.mark.parametrize(("naam", "pad"), VELDEN)
def test_a_value_of_another_kind_is_refused_and_the_field_is_named(naam: str, pad: str) -> None:
    woorden, goed = VRAGEN[naam]
    kind = soort(naam, pad)
    fout = FOUT[kind.rstrip("?")] + ([] if kind.endswith("?") else ["null"])
    zonder_naam = []
    for rauw in fout:
        if rauw == '"0153"' and naam == "toegang enschede":
            continue
        antwoord = voordeur(*woorden, "--json", invoer=schrijf(goed, rauw={pad: rauw}))
        assert antwoord.code == 2, (rauw, antwoord.uit[:300])
        regel = is_weigering(antwoord)
        eis_nederlands(regel)
        if pad not in regel:
            zonder_naam.append((rauw, regel))
    assert not zonder_naam


@pytest.mark.parametrize(("naam", "pad"), VELDEN)
@pytest.mark.parametrize("constante", ["NaN", "Infinity", "-Infinity", '"\\ud800"'])
def test_what_no_json_can_carry_is_refused(naam: str, pad: str, constante: str) -> None:
    woorden, goed = VRAGEN[naam]
    eis_nederlands(weiger(*woorden, invoer=schrijf(goed, rauw={pad: constante})))


@pytest.mark.parametrize(("naam", "pad"), [(naam, pad) for naam, pad in VELDEN if not mag_weg(naam, pad)])
def test_a_missing_field_is_named(naam: str, pad: str) -> None:
    woorden, goed = VRAGEN[naam]
    regel = weiger(*woorden, invoer=schrijf(goed, weg=pad))
    eis_nederlands(regel)
    assert pad in regel


@pytest.mark.parametrize(("naam", "pad"), OBJECTEN)
@pytest.mark.parametrize("sleutel", ["onzin", "Jaar", "jaar ", "__class__", "012"])
def test_an_unknown_key_is_named(naam: str, pad: str, sleutel: str) -> None:
    woorden, goed = VRAGEN[naam]
    for waarde in ("null", '"1"', "true", "{}"):
        regel = weiger(*woorden, invoer=schrijf(goed, extra={pad: f'"{sleutel}": {waarde}'}))
        eis_nederlands(regel)
        assert (pad or sleutel.strip()) in regel


@pytest.mark.parametrize("naam", VRAGEN)
def test_a_double_key_is_named_by_its_path(naam: str) -> None:
    woorden, goed = VRAGEN[naam]
    zonder_pad = []
    for pad in paden(goed):
        ouder, _, sleutel = pad.rpartition(".")
        if pad.endswith("]"):
            continue
        regel = weiger(*woorden, invoer=schrijf(goed, extra={ouder: f'"{sleutel}": null'}))
        eis_nederlands(regel)
        assert sleutel in regel
        if pad not in regel:
            zonder_pad.append((pad, regel))
    assert not zonder_pad


@pytest.mark.parametrize("naam", VRAGEN)
@pytest.mark.parametrize("inhoud", BESTANDEN.values(), ids=BESTANDEN.keys())
def test_a_file_that_is_no_question_is_refused(naam: str, inhoud: str | bytes) -> None:
    woorden, _ = VRAGEN[naam]
    eis_nederlands(weiger(*woorden, invoer=inhoud))


@pytest.mark.parametrize("naam", VRAGEN)
@pytest.mark.parametrize("bestand", [".", "", "bestaat-niet.json", "\0", "x" * 5000, "\ud800", "bestaat\nniet", "*"])
def test_a_file_that_cannot_be_read_is_refused(naam: str, bestand: str) -> None:
    woorden, _ = VRAGEN[naam]
    assert "--invoer" in weiger(*woorden, "--invoer", bestand)


@pytest.mark.parametrize("naam", VRAGEN)
def test_a_folder_is_no_file(naam: str, tmp_path: Path) -> None:
    assert "--invoer" in weiger(*VRAGEN[naam][0], "--invoer", str(tmp_path))


@pytest.mark.parametrize(("naam", "pad"), VELDEN)
def test_a_very_long_number_never_breaks_anything(naam: str, pad: str) -> None:
    woorden, goed = VRAGEN[naam]
    for rauw in ("9" * 5000, '"' + "9" * 5000 + '"', '"0.' + "0" * 5000 + '1"', '"' + "9" * 25 + '.99"', "9" * 19):
        antwoord = voordeur(*woorden, "--json", invoer=schrijf(goed, rauw={pad: rauw}))
        if antwoord.code != 0:
            eis_nederlands(is_weigering(antwoord))


def test_every_field_of_the_contract_is_fed() -> None:
    gevoed = {(opdracht_van(naam), patroon(pad)) for naam, pad in VELDEN}
    assert gevoed == {(opdracht, pad) for opdracht, velden in CONTRACT.items() for pad in velden}
