"""A question that an agreement has no rule for: the exact line, before any fault in the input is looked at."""

from __future__ import annotations

import pytest

from tests.cli.hulp import REGELINGEN, weiger

# the words before the id | the words after it | what the line calls the rule | who has one
OPDRACHTEN = {
    "toegang": (("toegang", "toets"), (), "criteria", {"enschede", "drechtsteden"}),
    "nieuwe-client": (("nieuwe-client",), (), "regel voor nieuwe cliënten", {"boce", "ijsselvecht"}),
    "inschaling": (("inschaling",), (), "inschaling", {"drechtsteden"}),
    "verreken": (("verreken",), (), "verrekenregel", {"enschede", "almelo", "ijsselvecht"}),
    "sroi": (("sroi",), (), "sroi-regel", {"drechtsteden"}),
    "stem": (("stem",), (), "stemregel", {"ijsselvecht"}),
    "risico": (("risico",), (), "risicosignalen", {"drechtsteden"}),
}
GEVALLEN = [(naam, id_) for naam, (_, _, _, heeft) in OPDRACHTEN.items() for id_ in REGELINGEN if id_ not in heeft]
SLECHT = {
    "an empty object": "{}",
    "no JSON": "dit is geen json",
    "no object": "[1]",
    "an unknown key": '{"onzin": 1}',
    "no text": b"\xff\xfe",
    "nothing": "",
}


def regel_van(id_: str, wat: str) -> str:
    return f"regeling {id_} kent geen {wat}"


@pytest.mark.parametrize(("naam", "id_"), GEVALLEN)
@pytest.mark.parametrize("invoer", SLECHT.values(), ids=SLECHT.keys())
def test_a_missing_rule_comes_before_a_fault_in_the_input(naam: str, id_: str, invoer: str | bytes) -> None:
    woorden, _, wat, _ = OPDRACHTEN[naam]
    assert weiger(*woorden, id_, invoer=invoer) == regel_van(id_, wat)


@pytest.mark.parametrize(("naam", "id_"), GEVALLEN)
@pytest.mark.parametrize("bestand", ["bestaat-niet.json", "."])
def test_a_missing_rule_comes_before_a_missing_file(naam: str, id_: str, bestand: str) -> None:
    woorden, _, wat, _ = OPDRACHTEN[naam]
    assert weiger(*woorden, id_, "--invoer", bestand) == regel_van(id_, wat)


@pytest.mark.parametrize("naam", OPDRACHTEN)
@pytest.mark.parametrize("id_", ["nergens", "Enschede", "enschede/..", "..", "", "landelijk", "\ud800"])
def test_an_unknown_regeling_comes_before_a_fault_in_the_input(naam: str, id_: str) -> None:
    woorden, *_ = OPDRACHTEN[naam]
    regel = weiger(*woorden, id_, invoer="{}")
    assert regel.startswith("regeling")
    assert "--invoer" not in regel


@pytest.mark.parametrize("id_", [id_ for id_ in REGELINGEN if id_ != "drechtsteden"])
@pytest.mark.parametrize(
    "opties",
    [
        ("--arrangement", "een-op-een", "--zwaarte", "licht", "--huisvesting", "incl", "--op", "2023-01-01"),
        ("--arrangement", "een-op-een", "--zwaarte", "licht", "--huisvesting", "incl", "--op", "1900-01-01"),
        ("--arrangement", "kasteel", "--zwaarte", "goud", "--op", "2023-01-01"),
    ],
)
def test_only_drechtsteden_has_prices(id_: str, opties: tuple[str, ...]) -> None:
    assert weiger("tarief", id_, *opties) == regel_van(id_, "tarieven")


@pytest.mark.parametrize("id_", [id_ for id_ in REGELINGEN if id_ != "boce"])
def test_only_boce_has_a_growth_path(id_: str) -> None:
    assert weiger("verdeelmodel", id_) == regel_van(id_, "verdeelmodel")
    assert weiger("verdeelmodel", id_, invoer="{}") == regel_van(id_, "verdeelmodel")


@pytest.mark.parametrize("id_", ["enschede", "almelo", "boce"])
def test_three_agreements_say_nothing_of_notice(id_: str) -> None:
    assert weiger("opzegging", id_, "--dagtekening", "2026-07-01") == regel_van(id_, "opzegregel")


@pytest.mark.parametrize(
    ("soort", "heeft"),
    [
        ("ondersteuningsplan", {"drechtsteden", "enschede"}),
        ("landelijk-onderzoek", {"drechtsteden"}),
        ("zienswijze-geschil", {"ijsselvecht"}),
        ("jaarplan", {"enschede"}),
        ("kwartaalrapportage", {"enschede"}),
    ],
)
@pytest.mark.parametrize("start", ["2023-05-01", "1900-01-01"])
def test_a_term_that_another_agreement_has(soort: str, heeft: set[str], start: str) -> None:
    for id_ in set(REGELINGEN) - heeft:
        assert weiger("termijn", soort, "--regeling", id_, "--start", start) == regel_van(id_, f"termijn {soort}")


# "an unknown regeling or a missing rule comes first", so also before an option that is missing or badly written
@pytest.mark.parametrize(
    ("argumenten", "wat"),
    [
        (("verreken", "boce"), "verrekenregel"),
        (("verreken", "boce", "--op", "gisteren", "--invoer", "-"), "verrekenregel"),
        (("verreken", "boce", "--op", "1900-01-01", "--invoer", "-"), "verrekenregel"),
        (("inschaling", "boce", "--op", "1900-01-01", "--invoer", "-"), "inschaling"),
        (("sroi", "boce", "--op", "1900-01-01", "--invoer", "-"), "sroi-regel"),
        (("stem", "boce", "--op", "1900-01-01", "--invoer", "-"), "stemregel"),
        (("risico", "boce", "--op", "1900-01-01", "--invoer", "-"), "risicosignalen"),
        (("opzegging", "boce"), "opzegregel"),
        (("opzegging", "boce", "--dagtekening", "gisteren"), "opzegregel"),
        (("opzegging", "boce", "--dagtekening", "2026-07-01", "--op", "1900-01-01"), "opzegregel"),
        (("tarief", "boce"), "tarieven"),
        (("tarief", "boce", "--arrangement", "vpt", "--zwaarte", "licht", "--op", "gisteren"), "tarieven"),
        (("termijn", "jaarplan", "--regeling", "boce"), "termijn jaarplan"),
        (("termijn", "jaarplan", "--regeling", "boce", "--start", "gisteren"), "termijn jaarplan"),
        (("termijn", "jaarplan", "--regeling", "boce", "--start", "2026-01-01", "--weken", "1"), "termijn jaarplan"),
        (("verdeelmodel", "enschede", "--op", "1900-01-01"), "verdeelmodel"),
    ],
)
def test_a_missing_rule_comes_before_a_fault_in_an_option(argumenten: tuple[str, ...], wat: str) -> None:
    id_ = "enschede" if "enschede" in argumenten else "boce"
    assert weiger(*argumenten) == regel_van(id_, wat)
