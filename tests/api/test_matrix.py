"""Who may call what: every endpoint, every role, things of one's own and of others. New ones join by themselves."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from tests.api.opzet import REGELING, Systeem, van_de_opvang
from tests.stad import Stad, bouw_stad
from tests.web.wereld import Wereld, maak, met_geld, tel_door
from voordeur.api.beschrijving import PUNTEN, Punt
from voordeur.api.v1 import api
from voordeur.kern.accounts import actor_van
from voordeur.kern.models import Account
from voordeur.schermen.verzoek import mag_openen
from voordeur.web.klok import vandaag

pytestmark = pytest.mark.traag
Maker = Callable[..., Systeem]
WIE = (
    "consulent", "teamleider", "contractbeheerder", "controller", "bestuurder", "toezichthouder", "beheerder",
    "lokaal", "buur", "aanbieder", "andere_aanbieder", "opvang",
)  # fmt: skip
# what everybody of the region may see who may open its screen
VAN_DE_REGIO = {"bericht", "organisatie", "locatie", "subsidie", "betaling", "nacht"}
ADRESSEN: dict[str, tuple[str, str]] = {
    deel["operationId"]: (methode, pad)
    for pad, methoden in api.get_openapi_schema(path_prefix="v1/")["paths"].items()
    for methode, deel in methoden.items()
}
# what stands in an address, by its name: the kind of object of tests/web/wereld.py
SOORTEN = {
    "document": "document", "besluit": "besluit", "plaatsing": "verblijf", "bericht": "bericht", "bezwaar": "bezwaar",
    "klacht": "klacht", "afspraak": "afspraak", "inwonervraag": "inwonervraag", "betrokkene": "betrokkene",
    "organisatie": "organisatie", "locatie": "locatie", "nacht": "nacht",
}  # fmt: skip
NUMMERS = {"dossiers": "dossier", "declaraties": "declaratie", "subsidies": "subsidie", "betalingen": "betaling"}


def vullen(pad: str) -> dict[str, str]:
    """The objects in an address, by the names in it."""
    gevonden = {naam: SOORTEN[naam] for naam in re.findall(r"{(\w+)}", pad) if naam in SOORTEN}
    if "{nummer}" in pad:
        gevonden["nummer"] = "klok_dossier" if "{soort}" in pad else NUMMERS[pad.split("/")[2]]
    return gevonden


VULLEN = {id_: vulling for id_, (_, pad) in ADRESSEN.items() if (vulling := vullen(pad))}
ALTIJD = {"kwartaal": "2025-1", "versie": "2000-01-01", "stap": "advies", "soort": "besluit"}
NERGENS: dict[str, Any] = {
    **dict.fromkeys(SOORTEN.values(), 2**40), **dict.fromkeys(NUMMERS.values(), "2099-9999"),
    "klok_dossier": "2099-9999", "besluit": "2099-9999", "bericht": uuid.UUID(int=1),
}  # fmt: skip


def roep(wie: Systeem, dit: Punt, waarden: dict[str, Any], achter: str = "") -> Any:
    methode, pad = ADRESSEN[dit.id]
    vulling = {veld: waarden[soort] for veld, soort in VULLEN.get(dit.id, {}).items()} | ALTIJD
    pad = re.sub(r"{(\w+)}", lambda deel: str(vulling[deel[1]]), pad)
    koppen = {"idempotency_key": uuid.uuid4().hex} if dit.maakt else {}
    koppen |= {"if_match": '"iets"'} if dit.wijzigt else {}
    if dit.id == "plekken":
        achter = achter or f"?vanaf={vandaag().isoformat()}"
    if dit.id == "stapvragen":
        achter += f"{'&' if achter else '?'}stap=maakBetrokkene"
    return wie.vraag(methode, pad + achter, None if methode == "get" else {}, **koppen)


@pytest.fixture(scope="module")
def werelden(gedeeld: Stad, wereld: Wereld, django_db_blocker: DjangoDbBlocker) -> dict[str, Wereld]:
    elders = bouw_stad(REGELING)
    tel_door(elders, "dossier", "besluit", "declaratie")
    vreemd = maak(elders, elders.gemeente)
    vreemd.waarden |= met_geld(elders) | van_de_opvang(elders)
    ander = maak(gedeeld, gedeeld.andere_gemeente)
    ander.waarden |= {soort: wereld.waarden[soort] for soort in VAN_DE_REGIO - {"bericht"}}
    return {
        "eigen gemeente": wereld,
        "andere gemeente": ander,
        "andere regio": vreemd,
    }


def ziet(wie: Any, dit: Punt, wereld: Wereld, regio: str) -> bool:
    if wereld.stad.regio != regio:
        return False
    soorten = set(VULLEN[dit.id].values())
    if soorten & VAN_DE_REGIO:
        return True
    van_aanbieder = soorten & {"verblijf", "declaratie"}
    return wereld.van in wie.colleges or (bool(van_aanbieder) and wie.aanbieder == str(wereld.stad.aanbieder))


@cache
def actor(regio: str, account: Account) -> Any:
    """Read once: what somebody is appointed to does not change here."""
    return actor_van(account, vanwaar="test")


def als_wie(plaats: Stad, wie: str) -> Any:
    return actor(plaats.regio, plaats.accounts[wie])


def wie_mag(plaats: Stad, dit: Punt) -> list[str]:
    return [wie for wie in WIE if not dit.scherm or mag_openen(als_wie(plaats, wie), dit.scherm, vandaag())]


@pytest.mark.parametrize("id_", sorted(id_ for id_, dit in PUNTEN.items() if dit.scherm))
def test_a_role_without_the_screen_gets_no_further(plaats: Stad, wereld: Wereld, systeem: Maker, id_: str) -> None:
    """Which roles those are is tested with the screens; here that the door asks the screen that it names."""
    dit = PUNTEN[id_]
    mogen = wie_mag(plaats, dit)
    buiten = next(deze for deze in WIE if deze not in mogen)
    antwoord = roep(systeem(buiten), dit, {**NERGENS, **wereld.waarden})
    assert (antwoord.status_code, antwoord.json()["type"]) == (403, "urn:voordeur:probleem:geen-rol")


def test_nobody_comes_in_without_a_key(plaats: Stad, wereld: Wereld) -> None:
    niemand = Systeem("", None)  # type: ignore[arg-type]
    codes = {id_: roep(niemand, dit, {**NERGENS, **wereld.waarden}).status_code for id_, dit in PUNTEN.items()}
    assert {id_: code for id_, code in codes.items() if code != 401} == {}


# of what is found in the same way, the first is tried by everybody; the others by one who sees little
GRONDIG = {tuple(sorted(vulling.items())): id_ for id_, vulling in sorted(VULLEN.items(), reverse=True)}.values()
KARIG = ("buur", "andere_aanbieder")


@pytest.mark.parametrize("id_", sorted(VULLEN))
def test_what_is_not_yours_answers_like_what_does_not_exist(
    plaats: Stad, werelden: dict[str, Wereld], systeem: Maker, id_: str
) -> None:
    dit, fouten = PUNTEN[id_], []
    mogen = wie_mag(plaats, dit)
    nergens = roep(systeem(mogen[0]), dit, NERGENS)
    assert nergens.status_code == 404
    if id_ in GRONDIG:
        paren = [(wie, waar) for wie in mogen for waar in werelden]
    else:
        van_de_regio = set(VULLEN[id_].values()) & VAN_DE_REGIO
        karig = next((wie for wie in KARIG if wie in mogen), mogen[0])
        paren = [(karig, "andere regio" if van_de_regio else "eigen gemeente")]
    for wie, waar in paren:
        if dit.id == "verstuurOpnieuw" and waar == "eigen gemeente":
            continue  # a message that was sent is not there any more for the next
        antwoord = roep(systeem(wie), dit, {**NERGENS, **werelden[waar].waarden})
        gelijk = (antwoord.status_code, antwoord.content) == (nergens.status_code, nergens.content)
        if gelijk is ziet(als_wie(plaats, wie), dit, werelden[waar], plaats.regio):
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
    wie = systeem(wie_mag(plaats, dit)[0])
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
