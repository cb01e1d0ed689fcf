"""Any call whatever: never a failure of ours, and always an answer of the shape that the description promises."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.opzet import Systeem
from tests.api.test_matrix import ADRESSEN, VULLEN
from tests.api.test_ontwerp import BESCHRIJVING
from tests.stad import Stad
from tests.toegang.weg import breng_tot
from tests.web.wereld import Wereld
from voordeur.api import stappen
from voordeur.api.beschrijving import PUNTEN
from voordeur.api.punten import declaraties, plaatsen
from voordeur.api.punten import dossiers as punten_dossiers

pytestmark = pytest.mark.traag
GEZIEN: dict[str, Counter[int]] = defaultdict(Counter)


def onthoud(_: Any, antwoord: Any, geval: Any) -> None:
    """Keep which answers there were, so that a fuzz that reaches nothing is noticed."""
    GEZIEN[geval.operation.definition.raw["operationId"]][antwoord.status_code] += 1


KEUR = [
    onthoud,
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
# who may most at each endpoint
WIE = {
    "Declaraties": ("controller", "aanbieder"),
    "Geld": ("controller",),
    "Opvang": ("opvang",),
    "Regio": ("contractbeheerder",),
    "Verantwoording": ("controller",),
    "Berichten": ("beheerder",),
}
AANTAL = 2
PADEN = {id_: pad for id_, (_, pad) in ADRESSEN.items()}
ZOEK = {"stapvragen": {"stap": "maakBetrokkene"}, "plekken": {"vanaf": "2026-11-23"}}
# so that each step is next somewhere: by the tag of the operation, how far its dossier is
STAP = {"Onderzoek": "onderzoek", "Besluiten": "besluit"}


@pytest.fixture(scope="module")
def dossiers(gedeeld: Stad) -> dict[str, str]:
    return {tag: breng_tot(gedeeld, tot).nummer for tag, tot in STAP.items()}


@pytest.fixture(autouse=True)
def zonder_versie(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any version will do here, so that a call comes as far as its form and its action."""
    for deel in (stappen, punten_dossiers, plaatsen, declaraties):
        monkeypatch.setattr(deel, "eis_versie", lambda *_: None)


@pytest.fixture(scope="module")
def schema() -> Any:
    geladen = schemathesis.openapi.from_dict(BESCHRIJVING)
    geladen.app = WSGIHandler()
    return geladen


def probeer(operatie: Any, kop: dict[str, str], bekend: dict[str, Any], zoek: dict[str, str]) -> None:
    """So many calls of one operation, the first about something that is there."""
    beurt = count()

    @seed(5)
    @settings(
        max_examples=AANTAL, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(geval=operatie.as_strategy())
    def roep(geval: Any) -> None:
        if next(beurt) % 2 == 0:
            geval.path_parameters = {**(geval.path_parameters or {}), **bekend}
            geval.query = {naam: deel for naam, deel in (geval.query or {}).items() if naam != "cursor"} | zoek
        geval.call_and_validate(base_url="http://127.0.0.1", headers=kop, checks=KEUR)

    roep()


@pytest.mark.parametrize("id_", sorted(PUNTEN))
def test_any_call_gets_an_answer_as_it_was_described(
    plaats: Stad, wereld: Wereld, dossiers: dict[str, str], systeem: Callable[..., Systeem], schema: Any, id_: str
) -> None:
    operatie = schema.find_operation_by_id(id_)
    bekend = {veld: str(wereld.waarden[soort]) for veld, soort in VULLEN.get(id_, {}).items()}
    bekend |= {"bepalingen": {"versie": str(plaats.regeling.versie)}, "kwartaalrapportage": {"kwartaal": "2025-1"}}.get(
        id_, {}
    )
    if "{nummer}" in PADEN[id_] and operatie.tags[0] in dossiers and "bezwaar" not in bekend:
        bekend["nummer"] = dossiers[operatie.tags[0]]
    bekend |= {
        naam: waarde for naam, waarde in {"stap": "advies", "soort": "besluit"}.items() if f"{{{naam}}}" in PADEN[id_]
    }
    for wie in ("aanbieder",) if id_ == "blokken" else WIE.get(operatie.tags[0], ("consulent",)):
        with override_settings(VOORDEUR_API_PER_MINUUT=10**6):
            probeer(operatie, {"Authorization": f"Bearer {systeem(wie).bewijs}"}, bekend, ZOEK.get(id_, {}))
    assert ADRESSEN[id_][0] != "get" or 200 in GEZIEN[id_]
    assert 401 not in GEZIEN[id_]
    # a fuzz that only ever finds nothing proves nothing
    assert GEZIEN[id_].keys() & {200, 201, 403, 409, 422}
