"""What went wrong, as `application/problem+json` (RFC 9457) with a Dutch sentence."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.forms import BaseForm, Field
from django.http import Http404, HttpResponse
from ninja.errors import HttpError, ValidationError
from pydantic.alias_generators import to_camel

from voordeur.kern.fouten import GeenMandaat, Geweigerd, Mensenwerk, ZelfdePersoon
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.regels.fouten import Onberekenbaar, OngeldigFeit

MEDIATYPE = "application/problem+json"
LOG = logging.getLogger("voordeur.api")
# what the shell says of a value of the wrong kind; what a value means is said by the form of the screen
TEKSTEN: Mapping[str, str] = {
    "missing": "Dit veld ontbreekt.",
    "extra_forbidden": "Dit veld kennen wij niet.",
    "string_type": "Schrijf dit als tekst tussen aanhalingstekens.",
    "string_too_long": "Deze tekst is te lang.",
    "string_too_short": "Deze tekst is te kort.",
    "string_pattern_mismatch": "Deze tekst heeft niet de goede vorm.",
    "string_unicode": "Deze tekst bevat tekens die wij niet kunnen bewaren.",
    "bool_type": "Vul true of false in.",
    "int_type": "Vul een heel getal in.",
    "int_parsing": "Vul een heel getal in.",
    "date_from_datetime_parsing": "Vul een datum in die bestaat, zoals 2026-10-19.",
    "date_parsing": "Vul een datum in die bestaat, zoals 2026-10-19.",
    "list_type": "Vul hier een lijst in.",
    "dict_type": "Vul hier een object in.",
    "literal_error": "Kies een van de waarden die in de beschrijving staan.",
    "enum": "Kies een van de waarden die in de beschrijving staan.",
}
NIET_GOED = "Deze waarde past hier niet. Kijk in de beschrijving van de API."
GEEN_ROL = "Het account van deze sleutel heeft hier geen rol voor."
TITELS = {
    400: "De aanvraag is niet te lezen",
    404: "Niet gevonden",
    405: "Deze methode kan hier niet",
    413: "De aanvraag is te groot",
    500: "Er ging iets mis",
}
DETAILS = {
    400: "Wij kunnen de aanvraag niet lezen. Kijk of het goede JSON is.",
    404: "Wij vinden niets op dit adres, of u mag het niet zien.",
    405: "Gebruik een methode die bij dit adres staat. De kop Allow noemt ze.",
    413: "Stuur een kleinere aanvraag.",
    500: "Dit ligt aan ons. Probeer het later nog eens.",
}


@dataclass
class Probleem(Exception):
    """A problem to answer with. `extra`: members beside those of the standard."""

    status: int
    soort: str
    titel: str
    detail: str
    extra: Mapping[str, Any] = field(default_factory=dict)
    koppen: Mapping[str, str] = field(default_factory=dict)


def als_antwoord(probleem: Probleem) -> HttpResponse:
    """The problem as it goes out."""
    inhoud = {
        "type": f"urn:voordeur:probleem:{probleem.soort}",
        "title": probleem.titel,
        "status": probleem.status,
        "detail": probleem.detail,
        **probleem.extra,
    }
    return HttpResponse(
        json.dumps(inhoud, ensure_ascii=False), content_type=MEDIATYPE, status=probleem.status, headers=probleem.koppen
    )


def gewoon(status: int) -> Probleem:
    """The problem of a status about which there is nothing more to say."""
    gekend = status if status in TITELS else 400
    return Probleem(status, TITELS[gekend].lower().replace(" ", "-"), TITELS[gekend], DETAILS[gekend])


def veldfouten(fouten: Sequence[tuple[str, str]], keuzes: Mapping[str, Sequence[str]] | None = None) -> Probleem:
    """What is wrong with which field: each a place (a JSON pointer '#/naam' or the name of a parameter) and a text.

    `keuzes`: by place what can be chosen there.
    """
    delen = [
        {"detail": tekst, **({"pointer": plaats} if plaats.startswith("#") else {"parameter": plaats}),
         **({"keuzes": keuzes[plaats]} if keuzes and plaats in keuzes else {})}
        for plaats, tekst in fouten
    ]  # fmt: skip
    return Probleem(
        422, "velden", "Niet alles is goed ingevuld", "Verbeter de velden die in errors staan.", {"errors": delen}
    )


def van_formulier(formulier: BaseForm, plek: Callable[[str], str] = to_camel) -> Probleem:
    """The errors of a screen's form, with the same texts, at the fields of the call (`plek`: where a field is)."""
    fouten, keuzes = [], {}
    for naam, teksten in formulier.errors.items():
        plaats = "#" if naam == "__all__" else f"#/{plek(naam)}"
        fouten += [(plaats, str(tekst)) for tekst in teksten]
        mogelijk = keuzes_van(formulier.fields.get(naam))
        if mogelijk:
            keuzes[plaats] = [waarde for waarde, _ in mogelijk]
    return veldfouten(fouten, keuzes)


def keuzes_van(veld: Field | None) -> list[tuple[str, str]]:
    """What can be chosen in a field, with its words; empty when it is no choice, or yes or no."""
    gevonden = [(str(waarde), str(tekst)) for waarde, tekst in getattr(veld, "choices", ()) if str(waarde)]
    return [] if [waarde for waarde, _ in gevonden] == ["ja", "nee"] else gevonden


def _van_schema(fout: ValidationError) -> Probleem:
    # an address that cannot be one is an address where there is nothing
    if any(deel["loc"][0] == "path" for deel in fout.errors):
        return gewoon(404)
    return veldfouten([(_plaats(deel["loc"]), _tekst(deel)) for deel in fout.errors])


def _plaats(loc: Sequence[Any]) -> str:
    soort, *pad = loc
    if soort == "body":
        return "#" + "".join(f"/{deel}" for deel in pad[1:])
    return str(pad[-1]) if pad else str(soort)


def _tekst(deel: Mapping[str, Any]) -> str:
    eigen = deel.get("ctx", {}).get("error")
    if deel["type"] == "value_error" and eigen:
        return str(eigen)
    return TEKSTEN.get(deel["type"], NIET_GOED)


def _van_weigering(fout: Geweigerd) -> Probleem:
    if isinstance(fout, GeenMandaat):
        return Probleem(403, "geen-mandaat", "Dit mag u niet doen", str(fout))
    if isinstance(fout, Mensenwerk):
        return Probleem(403, "mensenwerk", "Een mens moet dit doen", str(fout))
    if isinstance(fout, ZelfdePersoon):
        return Probleem(403, "zelfde-persoon", "Een ander moet dit doen", str(fout))
    veld = getattr(fout, "veld", "")
    return veldfouten([(f"#/{to_camel(veld)}", str(fout))]) if veld else botsing(fout)


def botsing(fout: Geweigerd) -> Probleem:
    """A refusal: what was asked cannot be done as things are now."""
    return Probleem(409, "geweigerd", "Dit kan nu niet", str(fout))


def _van_regel(fout: Onberekenbaar) -> Probleem:
    if isinstance(fout, OngeldigFeit) and fout.veld:
        return veldfouten([("#/" + "/".join(map(to_camel, fout.veld.split("."))), fout.melding)])
    tekst = str(fout)
    return Probleem(422, "niet-te-berekenen", "Hier is geen uitkomst", f"{tekst[:1].upper()}{tekst[1:]}.")


# the first kind that fits says what it is
SOORTEN: tuple[tuple[type[Exception], Callable[[Any], Probleem]], ...] = (
    (Probleem, lambda fout: fout),
    (Geweigerd, _van_weigering),
    (ValidationError, _van_schema),
    (Onberekenbaar, _van_regel),
    (SleutelOntbreekt, lambda fout: Probleem(410, "vernietigd", "Deze gegevens zijn er niet meer", str(fout))),
    (Http404, lambda _: gewoon(404)),
    (PermissionDenied, lambda _: Probleem(403, "geen-rol", "Dit mag u niet zien", GEEN_ROL)),
    (HttpError, lambda fout: gewoon(fout.status_code)),
    (RequestDataTooBig, lambda _: gewoon(413)),
    (SuspiciousOperation, lambda _: gewoon(400)),
)


def van_fout(fout: Exception) -> Probleem:
    """The problem of an error; what nobody foresaw is logged and says nothing of itself."""
    for soort, maak in SOORTEN:
        if isinstance(fout, soort):
            return maak(fout)
    LOG.error("onvoorzien in de API", exc_info=fout)
    return gewoon(500)
