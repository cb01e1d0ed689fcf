"""Any call whatever: never a failure of ours, and always an answer of the shape that the description promises."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import booleans
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
from tests.web.wereld import Wereld
from voordeur.api.beschrijving import PUNTEN

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
AANTAL = 3


@pytest.fixture(scope="module")
def schema() -> Any:
    geladen = schemathesis.openapi.from_dict(BESCHRIJVING)
    geladen.app = WSGIHandler()
    return geladen


def probeer(operatie: Any, kop: dict[str, str], bekend: dict[str, Any]) -> None:
    """So many calls of one operation, every second one about something that is there."""

    @seed(5)
    @settings(
        max_examples=AANTAL, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(geval=operatie.as_strategy(), echt=booleans())
    def roep(geval: Any, echt: bool) -> None:
        if echt and bekend:
            geval.path_parameters = {**geval.path_parameters, **bekend}
        geval.call_and_validate(base_url="http://127.0.0.1", headers=kop, checks=KEUR)

    roep()


@pytest.mark.parametrize("id_", sorted(PUNTEN))
def test_any_call_gets_an_answer_as_it_was_described(
    plaats: Stad, wereld: Wereld, systeem: Callable[..., Systeem], schema: Any, id_: str
) -> None:
    operatie = schema.find_operation_by_id(id_)
    bekend = {veld: str(wereld.waarden[soort]) for veld, soort in VULLEN.get(id_, {}).items()}
    bekend |= {"bepalingen": {"versie": str(plaats.regeling.versie)}, "kwartaalrapportage": {"kwartaal": "2025-1"}}.get(
        id_, {}
    )
    for wie in WIE.get(operatie.tags[0], ("consulent",)):
        with override_settings(VOORDEUR_API_PER_MINUUT=10**6):
            probeer(operatie, {"Authorization": f"Bearer {systeem(wie).bewijs}"}, bekend)
    assert ADRESSEN[id_][0] != "get" or 200 in GEZIEN[id_]
    assert 401 not in GEZIEN[id_]
