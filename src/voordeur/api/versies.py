"""Version tokens: what somebody saw of a thing, so that a change of something else than that is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from pydantic.alias_generators import to_camel

from voordeur.kern.fouten import Geweigerd

from .problemen import Probleem

STEMPEL = Signer(salt="voordeur.api.versie")
# codes and days only; no facts about a person go into a token
Stand = Mapping[str, Any]


def etag(wat: str, stand: Stand) -> str:
    """The token of a thing (`wat`: its path) as it stands."""
    return f'"{STEMPEL.sign_object({"wat": wat, **_plat(stand)}, compress=True)}"'


def geef_versie(antwoord: HttpResponse, wat: str, stand: Stand) -> None:
    """Put the token on an answer."""
    antwoord.headers["ETag"] = etag(wat, stand)


def eis_versie(request: HttpRequest, wat: str, stand: Stand) -> None:
    """Refuse a change of something that was seen differently: 428 without a token, 412 with what is different now."""
    gegeven = request.headers.get("If-Match", "").strip()
    if not gegeven or gegeven == "*":
        raise Probleem(
            428, "geen-versie", "Zeg welke versie u zag",
            "Stuur in If-Match de ETag mee van wat u wilt veranderen.",
        )  # fmt: skip
    gezien, nu = _lees(gegeven), {"wat": wat, **_plat(stand)}
    if gezien == nu:
        return
    bekend = gezien if gezien.get("wat") == wat else {}
    raise veranderd([
        {"veld": to_camel(naam), "gezien": bekend[naam], "nu": nu.get(naam)}
        for naam in bekend
        if naam in nu and bekend[naam] != nu[naam]
    ])  # fmt: skip


def veranderd(gewijzigd: list[dict[str, Any]], fout: Geweigerd | None = None) -> Probleem:
    """Somebody else was first: field by field what was seen and what is there now."""
    tekst = str(fout) if fout else "Dit is veranderd sinds u het zag. Kijk wat er anders is en vraag het dan opnieuw."
    return Probleem(412, "veranderd", "Iemand was u voor", tekst, {"gewijzigd": gewijzigd})


def _plat(stand: Stand) -> dict[str, Any]:
    return {naam: waarde.isoformat() if isinstance(waarde, date) else waarde for naam, waarde in stand.items()}


def _lees(gegeven: str) -> dict[str, Any]:
    try:
        gelezen: dict[str, Any] = STEMPEL.unsign_object(gegeven.strip('"'))
    except (BadSignature, ValueError):
        return {}
    return gelezen
