"""The description of the machine door keeps the rules of the NL API strategy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_spec_validator import validate

from voordeur.api.beschrijving import PUNTEN
from voordeur.api.punten.declaraties import Afwijsvraag
from voordeur.api.punten.dossiervormen import Aanvraagvraag, NieuweMeldingVraag
from voordeur.api.punten.plaatsen import Eindvraag, Planvraag
from voordeur.api.v1 import api
from voordeur.geld.forms import Redenformulier
from voordeur.toegang.forms import Aanvraag, NieuweMelding
from voordeur.verblijf.forms import Eindformulier, Planformulier

BESCHRIJVING: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="v1/"), default=str))
METHODEN = {"get", "post", "put", "patch", "delete"}
KEBAB = re.compile(r"[a-z]+(-[a-z]+)*")
CAMEL = re.compile(r"[a-z]+([A-Z0-9][a-z0-9]*)*")
# words that are a plural without ending in -en or -s
MEERVOUD = re.compile(r"(en|s)$")
VAN_PERSONEN = re.compile(r"bsn|naam|geboorte|adres|telefoon", re.I)


def operaties() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for pad, methoden in BESCHRIJVING["paths"].items():
        for methode, deel in methoden.items():
            yield pad, methode, deel


def eigenschappen(schema: Any) -> Iterator[str]:
    """The names of fields, at every level."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for deel in schema.values():
            yield from eigenschappen(deel)
    elif isinstance(schema, list):
        for deel in schema:
            yield from eigenschappen(deel)


def volg(deel: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in deel:
        gevonden: Any = BESCHRIJVING
        for naam in deel["$ref"].removeprefix("#/").split("/"):
            gevonden = gevonden[naam]
        deel = gevonden
    return deel


def test_the_description_is_valid_openapi_3() -> None:
    validate(BESCHRIJVING)
    assert BESCHRIJVING["openapi"].startswith("3.")
    assert re.fullmatch(r"\d+\.\d+\.\d+", BESCHRIJVING["info"]["version"])
    assert {"name", "url"} <= BESCHRIJVING["info"]["contact"].keys()


def test_every_path_has_the_major_version_and_plural_nouns_without_a_slash_at_the_end() -> None:
    for pad in BESCHRIJVING["paths"]:
        assert pad.startswith("/v1/")
        assert not pad.endswith("/")
        for deel in pad.removeprefix("/v1/").split("/"):
            if deel.startswith("{"):
                assert CAMEL.fullmatch(deel.strip("{}")), pad
            else:
                assert KEBAB.fullmatch(deel), pad
                assert MEERVOUD.search(deel), pad


def test_no_address_holds_a_fact_about_a_person() -> None:
    for pad, _, deel in operaties():
        namen = [naam["name"] for naam in deel["parameters"] if naam["in"] in ("path", "query")]
        assert not VAN_PERSONEN.search(" ".join([pad, *namen]))


def test_every_name_of_a_parameter_or_field_is_camel_case() -> None:
    namen = {
        deel["name"] for _, _, operatie in operaties() for deel in operatie["parameters"] if deel["in"] != "header"
    }
    assert [naam for naam in sorted(namen | set(eigenschappen(BESCHRIJVING))) if not CAMEL.fullmatch(naam)] == []


def test_every_operation_has_a_name_of_its_own_a_summary_a_tag_and_asks_a_key() -> None:
    namen = [deel["operationId"] for _, _, deel in operaties()]
    assert len(namen) == len(set(namen))
    assert set(namen) == set(PUNTEN)
    bekend = {tag["name"] for tag in BESCHRIJVING["tags"]}
    for _, methode, deel in operaties():
        assert methode in METHODEN
        assert deel["summary"]
        assert set(deel["tags"]) <= bekend
        assert deel["security"] == [{"sleutel": []}]


def test_every_error_is_a_problem_and_every_answer_says_the_version() -> None:
    for pad, methode, deel in operaties():
        codes = {int(code) for code in deel["responses"]}
        assert {400, 401, 403, 404, 405, 422, 429, 500} <= codes, pad
        assert methode != "post" or {413, 415} <= codes, pad
        for code, antwoord in deel["responses"].items():
            heel = volg(antwoord)
            assert "API-Version" in heel["headers"], (pad, code)
            assert int(code) < 400 or list(heel["content"]) == ["application/problem+json"], (pad, code)
            assert heel["description"]


def test_a_creation_asks_an_idempotency_key_and_a_change_asks_the_version_that_was_seen() -> None:
    for _, _, deel in operaties():
        dit = PUNTEN[deel["operationId"]]
        koppen = {kop["name"]: kop["required"] for kop in deel["parameters"] if kop["in"] == "header"}
        assert koppen == {
            naam: True for naam, nodig in (("Idempotency-Key", dit.maakt), ("If-Match", dit.wijzigt)) if nodig
        }
        assert not dit.wijzigt or {"412", "428", "409"} <= deel["responses"].keys()
        assert not dit.maakt or {"201", "409"} <= deel["responses"].keys()
        assert dit.maakt or dit.wijzigt or not dit.schrijft


@pytest.mark.parametrize("id_", sorted(PUNTEN))
def test_every_list_goes_by_cursor(id_: str) -> None:
    (deel,) = (deel for _, _, deel in operaties() if deel["operationId"] == id_)
    inhoud = next(iter(volg(next(iter(deel["responses"].values())))["content"].values()))["schema"]
    if "volgende" not in volg(inhoud).get("properties", {}) or PUNTEN[id_].id == "zoekOpBsn":
        return
    assert {"cursor", "aantal"} <= {naam["name"] for naam in deel["parameters"]}


def test_a_report_has_the_fields_of_the_form_on_the_screen() -> None:
    """The door knows no field that the form has not, and forgets none."""
    assert set(NieuweMeldingVraag.model_fields) == {*NieuweMelding.base_fields, "toch"}
    assert set(Aanvraagvraag.model_fields) == {*Aanvraag.base_fields, "stuk", "getekend_op"} - {"versie"}
    assert set(Eindvraag.model_fields) == set(Eindformulier.base_fields)
    assert set(Planvraag.model_fields) == set(Planformulier.base_fields)
    assert set(Afwijsvraag.model_fields) == set(Redenformulier.base_fields)
