"""Who may call what: every endpoint, every role, things of one's own and of others. New ones join by themselves."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from tests.api.opzet import REGELING, Systeem
from tests.stad import Stad, bouw_stad
from tests.web.wereld import Wereld, maak
from voordeur.api.beschrijving import PUNTEN, Punt
from voordeur.api.v1 import api
from voordeur.schermen.verzoek import mag_openen
from voordeur.web.klok import vandaag

pytestmark = pytest.mark.traag
Maker = Callable[..., Systeem]
WIE = (
    "consulent", "teamleider", "contractbeheerder", "controller", "bestuurder", "toezichthouder", "beheerder",
    "lokaal", "buur", "aanbieder", "andere_aanbieder", "opvang",
)  # fmt: skip
ADRESSEN: dict[str, tuple[str, str]] = {
    deel["operationId"]: (methode, pad)
    for pad, methoden in api.get_openapi_schema(path_prefix="v1/")["paths"].items()
    for methode, deel in methoden.items()
}
# what stands in an address, by operation: the kind of object of tests/web/wereld.py
VULLEN = {
    "dossier": {"nummer": "dossier"},
    "documenten": {"nummer": "document_dossier"},
    "document": {"nummer": "document_dossier", "document": "document"},
    "bevestigMelding": {"nummer": "dossier"},
    "noteerAanvraag": {"nummer": "dossier"},
    "plekken": {"besluit": "besluit"},
    "plaatsing": {"plaatsing": "verblijf"},
    "beeindigPlaatsing": {"plaatsing": "verblijf"},
    "noteerPlan": {"plaatsing": "verblijf"},
    "declaratie": {"nummer": "declaratie"},
    "keurDeclaratieGoed": {"nummer": "declaratie"},
    "wijsDeclaratieAf": {"nummer": "declaratie"},
    "verstuurOpnieuw": {"bericht": "bericht"},
}
ALTIJD = {"kwartaal": "2025-1", "versie": "2000-01-01"}
NERGENS = {
    "dossier": "2099-9999", "document_dossier": "2099-9999", "document": 2**40, "besluit": "2099-9999",
    "verblijf": 2**40, "declaratie": "2099-9999", "bericht": uuid.UUID(int=1),
}  # fmt: skip


def roep(wie: Systeem, dit: Punt, waarden: dict[str, Any], achter: str = "") -> Any:
    methode, pad = ADRESSEN[dit.id]
    vulling = {veld: waarden[soort] for veld, soort in VULLEN.get(dit.id, {}).items()} | ALTIJD
    pad = re.sub(r"{(\w+)}", lambda deel: str(vulling[deel[1]]), pad)
    koppen = {"idempotency_key": uuid.uuid4().hex} if dit.maakt else {}
    koppen |= {"if_match": '"iets"'} if dit.wijzigt else {}
    if dit.id == "plekken":
        achter = achter or f"?vanaf={vandaag().isoformat()}"
    return wie.vraag(methode, pad + achter, None if methode == "get" else {}, **koppen)


@pytest.fixture(scope="module")
def werelden(plaats: Stad, wereld: Wereld, django_db_blocker: DjangoDbBlocker) -> dict[str, Wereld]:
    elders = bouw_stad(REGELING)
    for _ in range(3):
        vreemd = maak(elders, elders.gemeente)
    return {
        "eigen gemeente": wereld,
        "andere gemeente": maak(plaats, plaats.andere_gemeente),
        "andere regio": vreemd,
    }


def ziet(wie: Any, dit: Punt, wereld: Wereld, regio: str) -> bool:
    if wereld.stad.regio != regio:
        return False
    if dit.id == "verstuurOpnieuw":
        return True
    van_aanbieder = "laats" in dit.id or "Plan" in dit.id or "eclaratie" in dit.id
    return wereld.van in wie.colleges or (van_aanbieder and wie.aanbieder == str(wereld.stad.aanbieder))


@pytest.mark.parametrize("id_", sorted(PUNTEN))
def test_a_role_without_the_screen_gets_no_further(plaats: Stad, wereld: Wereld, systeem: Maker, id_: str) -> None:
    dit, fouten = PUNTEN[id_], []
    for wie in WIE:
        antwoord = roep(systeem(wie), dit, {**NERGENS, **wereld.waarden})
        geweigerd = antwoord.status_code == 403 and antwoord.json()["type"].endswith("geen-rol")
        mag = not dit.scherm or mag_openen(plaats.als(wie), dit.scherm, vandaag())
        if mag is geweigerd or antwoord.status_code >= 500:
            fouten.append((wie, antwoord.status_code, antwoord.content))
    assert fouten == []


@pytest.mark.parametrize("id_", sorted(PUNTEN))
def test_nobody_comes_in_without_a_key(plaats: Stad, wereld: Wereld, id_: str) -> None:
    niemand = Systeem("", None)  # type: ignore[arg-type]
    assert roep(niemand, PUNTEN[id_], {**NERGENS, **wereld.waarden}).status_code == 401


@pytest.mark.parametrize("id_", sorted(VULLEN))
def test_what_is_not_yours_answers_like_what_does_not_exist(
    plaats: Stad, werelden: dict[str, Wereld], systeem: Maker, id_: str
) -> None:
    dit, fouten = PUNTEN[id_], []
    for wie in (deze for deze in WIE if mag_openen(plaats.als(deze), dit.scherm, vandaag())):
        nergens = roep(systeem(wie), dit, NERGENS)
        assert nergens.status_code == 404
        for waar, wereld in werelden.items():
            if dit.id == "verstuurOpnieuw" and waar == "eigen gemeente":
                continue  # who may sends it: then it is not there any more for the next
            antwoord = roep(systeem(wie), dit, {**NERGENS, **wereld.waarden})
            gelijk = (antwoord.status_code, antwoord.content) == (nergens.status_code, nergens.content)
            if gelijk is ziet(plaats.als(wie), dit, wereld, plaats.regio):
                fouten.append((wie, waar, antwoord.status_code, antwoord.content))
    assert fouten == []


def test_what_is_named_in_a_body_tells_nothing_either(
    plaats: Stad, werelden: dict[str, Wereld], systeem: Maker
) -> None:
    vreemd, dag = werelden["andere regio"].waarden, vandaag().isoformat()
    for wie, pad, veld, waarde, niets, rest in (
        ("consulent", "/v1/plaatsingen", "besluit", vreemd["besluit"], "2099-9999", {"plek": 2**40, "vanaf": dag}),
        ("aanbieder", "/v1/declaraties", "plaatsing", vreemd["verblijf"], 2**40, {"blok": 1, "bedrag": "10.00"}),
        ("andere_aanbieder", "/v1/declaraties", "plaatsing", werelden["eigen gemeente"].waarden["verblijf"], 2**40,
         {"blok": 1, "bedrag": "10.00"}),
    ):  # fmt: skip
        antwoorden = [systeem(wie).maak(pad, {veld: deze, **rest}) for deze in (waarde, niets)]
        assert antwoorden[0].status_code == 422
        assert antwoorden[0].content == antwoorden[1].content


LIJSTEN = sorted(id_ for id_, (methode, pad) in ADRESSEN.items() if methode == "get" and not pad.endswith("}"))


@pytest.mark.parametrize("id_", LIJSTEN)
def test_a_list_goes_on_by_cursor_and_asks_the_database_as_often_for_one_row_as_for_many(
    plaats: Stad, werelden: dict[str, Wereld], systeem: Maker, id_: str
) -> None:
    dit = PUNTEN[id_]
    wie = next(systeem(deze) for deze in WIE if not dit.scherm or mag_openen(plaats.als(deze), dit.scherm, vandaag()))
    waarden = {**NERGENS, **werelden["eigen gemeente"].waarden}
    achter = f"?vanaf={vandaag().isoformat()}&aantal=" if id_ == "plekken" else "?aantal="
    if id_ == "bepalingen":
        ALTIJD["versie"] = plaats.regeling.versie.isoformat()
    roep(wie, dit, waarden, f"{achter}100")
    with CaptureQueriesContext(connection) as veel:
        alles = roep(wie, dit, waarden, f"{achter}100").json()
    with CaptureQueriesContext(connection) as weinig:
        een = roep(wie, dit, waarden, f"{achter}1").json()
    assert len(veel) == len(weinig)
    gezien = list(een["items"])
    while een["volgende"]:
        een = roep(wie, dit, waarden, f"{achter}7&cursor={een['volgende']}").json()
        gezien += een["items"]
    assert gezien[: len(alles["items"])] == alles["items"]
    assert len(gezien) == len(alles["items"]) or alles["volgende"]


def test_a_cursor_of_ones_own_making_is_refused(systeem: Maker) -> None:
    for cursor in ("x", "1:2", "W1tdXQ:abc"):
        antwoord = systeem("consulent").get(f"/v1/dossiers?cursor={cursor}")
        assert (antwoord.status_code, antwoord.json()["errors"][0]["parameter"]) == (422, "cursor")
