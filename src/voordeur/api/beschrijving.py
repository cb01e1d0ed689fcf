"""How an endpoint is written down, and the OpenAPI description that follows from it (NL API Design Rules)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpResponse
from ninja import NinjaAPI, Router
from ninja.constants import NOT_SET

from voordeur.schermen.verzoek import ALLE_ROLLEN, SCHERMEN

from .herhaling import eenmalig
from .problemen import GEEN_ROL, MEDIATYPE, Probleem, als_antwoord, van_fout

VERSIE = "1.0.0"
OVERAL = (400, 401, 403, 404, 405, 422, 429, 500)
WAT_ER_IS = {
    400: "De aanvraag is niet te lezen, of er ontbreekt een Idempotency-Key.",
    401: "Er is geen geldige API-sleutel.",
    403: "De sleutel, de rol of het mandaat laat dit niet toe.",
    404: "Niets gevonden, of niet voor deze ogen.",
    405: "Deze methode kan hier niet.",
    409: "Dit kan nu niet; detail zegt waarom.",
    410: "De gegevens van deze inwoner zijn vernietigd.",
    412: "Iemand was u voor; gewijzigd zegt per veld wat er anders is.",
    413: "De aanvraag is te groot.",
    415: "De inhoud is geen JSON.",
    422: "Niet alles is goed ingevuld; errors zegt per veld wat er mis is.",
    428: "Er ontbreekt een If-Match met de versie die u zag.",
    429: "Te veel aanvragen in een minuut.",
    500: "Er ging iets mis aan onze kant.",
}


@dataclass(frozen=True)
class Punt:
    """An endpoint: its operation, the screen whose roles may use it, and what its headers are for.

    `schrijft`: asks a key that may write. `maakt`: asks an Idempotency-Key. `wijzigt`: asks an If-Match. `toont`: gives
    an ETag.
    """

    id: str
    scherm: str
    schrijft: bool
    maakt: bool
    wijzigt: bool
    toont: bool


PUNTEN: dict[str, Punt] = {}


def punt(
    router: Router, methode: str, pad: str, *, id: str, kop: str, antwoord: Any, scherm: str = "",
    maakt: bool = False, wijzigt: bool = False, toont: bool = False, leest_met_post: bool = False,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # fmt: skip
    """Make a function an endpoint. `scherm`: the name of the screen whose roles may use it; empty: every role."""
    schrijft = methode != "GET" and not leest_met_post
    dit = PUNTEN[id] = Punt(id, scherm, schrijft, maakt, wijzigt, toont)

    def versier(functie: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(functie)
        def roep(request: Any, **velden: Any) -> Any:
            if maakt:
                return eenmalig(request, lambda: functie(request, **velden))
            return functie(request, **velden)

        status = 201 if maakt else 200
        gemaakt: Callable[..., Any] = router.api_operation(
            [methode], pad, response={status: antwoord} if antwoord is not None else NOT_SET, operation_id=id,
            summary=kop, by_alias=True, url_name=id, auth=lambda request: _mag(request, dit),
        )(roep)  # fmt: skip
        return gemaakt

    return versier


def _mag(request: Any, dit: Punt) -> bool:
    """Before a call is read: the key is wide enough, and the account has a role that may open the screen."""
    if dit.schrijft and not request.apisleutel.mag_schrijven:
        raise Probleem(
            403, "alleen-lezen", "Deze sleutel mag alleen lezen", "Vraag de beheerder een sleutel die mag schrijven."
        )
    rollen = SCHERMEN[dit.scherm].rollen if dit.scherm else ALLE_ROLLEN
    if not any(deel.rol in rollen for deel in request.actor.rollen_op(request.vandaag)):
        raise Probleem(403, "geen-rol", "Dit mag u niet zien", GEEN_ROL)
    return True


class Api(NinjaAPI):
    """The machine door: every error is a problem, and its description is made complete."""

    def get_openapi_schema(self, **velden: Any) -> Any:
        schema = super().get_openapi_schema(**velden)
        for pad, methoden in schema["paths"].items():
            for methode, deel in methoden.items():
                _maak_af(deel, methode, pad)
        delen = schema["components"]
        for soort in delen["schemas"].values():
            # what a class says of itself is for who programs it; names and summaries speak Dutch
            soort.pop("description", None)
        delen["securitySchemes"] = {"sleutel": {"type": "http", "scheme": "bearer"}}
        delen["headers"] = {
            "ApiVersie": {"description": "De volledige versie van deze API.", "schema": {"type": "string"}},
            "Versie": {"description": "Wat u in If-Match terugstuurt.", "schema": {"type": "string"}},
            "Opnieuw": {"description": "Na hoeveel seconden het weer kan.", "schema": {"type": "integer"}},
            "Plaats": {"description": "Waar het nieuwe staat.", "schema": {"type": "string"}},
        }
        delen["schemas"]["Probleem"] = PROBLEEM
        delen["responses"] = {f"Probleem{status}": _probleem(status) for status in WAT_ER_IS}
        return schema


def _maak_af(deel: dict[str, Any], methode: str, pad: str) -> None:
    """Headers, errors and the key of one operation."""
    dit = PUNTEN[deel["operationId"]]
    deel.pop("description", None)
    for goed in deel["responses"].values():
        goed["description"] = "Gemaakt." if dit.maakt else "Gelukt."
        goed.setdefault("content", {"*/*": {"schema": {"type": "string", "format": "binary"}}})
        goed["headers"] = {"API-Version": _verwijs("headers", "ApiVersie")}
        if dit.toont:
            goed["headers"]["ETag"] = _verwijs("headers", "Versie")
        if dit.maakt:
            goed["headers"]["Location"] = _verwijs("headers", "Plaats")
    fouten = {*OVERAL, *((413, 415) if methode == "post" else ()), *((409,) if dit.schrijft else ())}
    fouten |= {410} if "{" in pad or dit.schrijft else set()
    fouten |= {412, 428} if dit.wijzigt else set()
    deel["responses"] |= {status: _verwijs("responses", f"Probleem{status}") for status in sorted(fouten)}
    deel["security"] = [{"sleutel": []}]
    deel["parameters"] = [*deel.get("parameters", []), *_koppen(dit)]


def _koppen(dit: Punt) -> list[dict[str, Any]]:
    koppen = []
    if dit.maakt:
        koppen.append(("Idempotency-Key", "Een eigen sleutel voor deze aanvraag, zoals een UUID.",
                       {"type": "string", "minLength": 8, "maxLength": 64, "pattern": "^[!-~]{8,64}$"}))  # fmt: skip
    if dit.wijzigt:
        koppen.append(("If-Match", "De ETag van wat u zag.", {"type": "string"}))
    return [
        {"in": "header", "name": naam, "required": True, "description": tekst, "schema": schema}
        for naam, tekst, schema in koppen
    ]


def _verwijs(soort: str, naam: str) -> dict[str, str]:
    return {"$ref": f"#/components/{soort}/{naam}"}


def _probleem(status: int) -> dict[str, Any]:
    koppen = {"API-Version": _verwijs("headers", "ApiVersie")}
    if status == 429:  # noqa: PLR2004
        koppen["Retry-After"] = _verwijs("headers", "Opnieuw")
    return {
        "description": WAT_ER_IS[status],
        "headers": koppen,
        "content": {MEDIATYPE: {"schema": _verwijs("schemas", "Probleem")}},
    }


_FOUT = {
    "type": "object",
    "required": ["detail"],
    "properties": {
        "detail": {"type": "string"},
        "pointer": {"type": "string", "description": "Het veld in de inhoud, als JSON pointer: #/naam."},
        "parameter": {"type": "string", "description": "De parameter in het adres."},
        "keuzes": {"type": "array", "items": {"type": "string"}, "description": "Wat hier kan."},
    },
}
_VERSCHIL = {
    "type": "object",
    "required": ["veld"],
    "properties": {"veld": {"type": "string"}, "gezien": {}, "nu": {}},
}
PROBLEEM = {
    "type": "object",
    "title": "Probleem",
    "description": "Wat er mis is, volgens RFC 9457.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {"type": "array", "items": _FOUT},
        "gewijzigd": {"type": "array", "items": _VERSCHIL},
    },
}


def maak_api() -> Api:
    """The API itself, without its endpoints."""
    api = Api(
        title="Voordeur", version=VERSIE, urls_namespace="v1", docs_url=None, openapi_url="/openapi.json",
        description="Meldingen, dossiers, plaatsen en geld van een regio voor beschermd wonen en opvang.",
        servers=[{"url": "/", "description": "Deze installatie; altijd over TLS."}],
        openapi_extra={
            "info": {
                "contact": {"name": "Functioneel beheer van de regio", "url": "/hulp/"},
                "license": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl/"},
            },
            "tags": [{"name": naam, "description": tekst} for naam, tekst in TAGS.items()],
        },
    )  # fmt: skip
    api.add_exception_handler(Exception, _bij_fout)
    for soort in [deel for deel in api._exception_handlers if deel is not Exception]:
        api.add_exception_handler(soort, _bij_fout)
    return api


TAGS = {
    "Regeling": "De regeling van de eigen regio en haar bepalingen.",
    "Berekeningen": "Wat de regeling van gegeven feiten zegt, met waarom. Er wordt niets bewaard.",
    "Regio": "Gemeenten, organisaties, producten en contracten.",
    "Dossiers": "Van melding tot besluit.",
    "Onderzoek": "Het onderzoek, de weg van de regio en het verslag.",
    "Besluiten": "Besluiten en bezwaren, tot aan de handtekening.",
    "Termijnen": "Een termijn laten stilstaan, weer laten lopen of later laten eindigen.",
    "Inwoners": "Vragen, klachten en afspraken van inwoners, documenten en wie er meedoet.",
    "Plaatsen": "Wie wacht en wie waar woont.",
    "Opvang": "Wie aan de deur komt, wie waar slaapt, en de bedden.",
    "Declaraties": "Wat een aanbieder vraagt voor een verblijf.",
    "Geld": "Subsidies en betalingen.",
    "Verantwoording": "De kwartaalrapportages.",
    "Berichten": "Berichten die niet aankwamen.",
}


def _bij_fout(_: Any, fout: Any) -> HttpResponse:
    return als_antwoord(van_fout(fout))
