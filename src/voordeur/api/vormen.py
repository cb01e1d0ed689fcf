"""The shape of a call made of the form of a screen: the same fields, so that no form is written down twice."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from pydantic import Field, create_model
from pydantic.alias_generators import to_camel

from voordeur.inwoner.bestanden import GROOTSTE
from voordeur.schermen.opladen import Bestandsveld
from voordeur.schermen.velden import JaNeeOnbekend
from voordeur.toegang.forms import JaNee

from .invoer import Bedragtekst, Dagtekst, Invoer, Tekst
from .problemen import veldfouten

# base64 writes three bytes as four signs
LANGSTE_INHOUD = GROOTSTE * 4 // 3 + 4
Kort = Annotated[Tekst, Field(max_length=200)]
JA_NEE = {True: "ja", False: "nee"}


class Bestandsvraag(Invoer):
    """A file in a call: its name, and its content as base64."""

    naam: Kort
    inhoud: Annotated[str, Field(max_length=LANGSTE_INHOUD, json_schema_extra={"contentEncoding": "base64"})]


@dataclass(frozen=True)
class Uitklap:
    """A field of a call that holds more fields of the form. `heen`: those fields by name; `terug`: of such a name the
    place in the call, under this field; None when it is another field.
    """

    heen: Callable[[Any], Mapping[str, Any]]
    terug: Callable[[str], str | None]


@dataclass(frozen=True)
class Vorm:
    """A call by the fields of a form. `vinkjes`: its tick boxes; `bedragen`: its amounts, which people write with a
    comma. `uitklap`: fields of the call that hold more fields of the form.
    """

    soort: type[Invoer]
    vinkjes: frozenset[str] = frozenset()
    bedragen: frozenset[str] = frozenset()
    uitklap: Mapping[str, Uitklap] = field(default_factory=dict)

    def plek(self, naam: str) -> str:
        """Where in the call a field of the form stands, as a JSON pointer without its '#/'."""
        if naam not in self.soort.model_fields:
            for veld, klap in self.uitklap.items():
                if (rest := klap.terug(naam)) is not None:
                    return f"{to_camel(veld)}/{rest}"
        return to_camel(naam)


@dataclass(frozen=True)
class Ingestuurd:
    """What a browser would have sent."""

    post: QueryDict
    bestanden: MultiValueDict[str, Any]


def vorm_uit(
    naam_: str,
    /,
    *formulieren: type[forms.BaseForm], zonder: tuple[str, ...] = (),
    uitklap: Mapping[str, Uitklap] | None = None, **meer: Any,
) -> Vorm:  # fmt: skip
    """The shape of a call with the fields of these forms, and `meer` that a form only has in some regions."""
    gevonden: dict[str, forms.Field] = {}
    for formulier in formulieren:
        gevonden |= formulier.base_fields  # type: ignore[attr-defined]
    velden = {
        veldnaam: _soort(veld)
        for veldnaam, veld in gevonden.items()
        if veldnaam not in zonder and not isinstance(veld.widget, forms.HiddenInput)
    }
    soort: type[Invoer] = create_model(naam_, __base__=Invoer, __module__=__name__, **{**velden, **meer})
    vinkjes = {veldnaam for veldnaam, veld in gevonden.items() if type(veld) is forms.BooleanField}
    bedragen = {veldnaam for veldnaam, veld in gevonden.items() if isinstance(veld, forms.DecimalField)}
    return Vorm(soort, frozenset(vinkjes), frozenset(bedragen), uitklap or {})


def vraag_naar(soort: Any, leeg: Any, label: str = "", *, verplicht: bool = False, **schema: Any) -> Any:
    """A field of a call: its type, what it is when it was left out, and what it asks."""
    extra = schema | ({"x-verplicht": True} if verplicht else {})
    return soort, Field(leeg, description=label or None, json_schema_extra=extra)


def _soort(veld: forms.Field) -> Any:
    label = " ".join(str(deel) for deel in (veld.label, veld.help_text) if deel)
    soort, leeg = next((soort, leeg) for deze, soort, leeg in SOORTEN if isinstance(veld, deze))
    waarden = [str(waarde) for waarde, _ in getattr(veld, "choices", ()) if str(waarde)]
    schema: dict[str, Any] = {}
    if waarden and soort is Kort:
        schema["enum"] = waarden if veld.required else [*waarden, ""]
    if soort is Tekst and getattr(veld, "max_length", None):
        schema["maxLength"] = veld.max_length  # type: ignore[attr-defined]
    if veld.required and soort in (Dagtekst, Bedragtekst, Kort):
        leeg = ""
    soort = soort if leeg is not None else soort | None
    return vraag_naar(soort, leeg, label, verplicht=veld.required and soort is not bool, **schema)


# the first kind that fits says what a field is in JSON, and what it is when it was left out
SOORTEN: tuple[tuple[type[forms.Field], Any, Any], ...] = (
    (Bestandsveld, Bestandsvraag, None),
    (JaNeeOnbekend, bool, None),
    (JaNee, bool, None),
    (forms.BooleanField, bool, False),
    (forms.MultipleChoiceField, list[Kort], None),
    (forms.ChoiceField, Kort, ""),
    (forms.DecimalField, Bedragtekst, None),
    (forms.IntegerField, int, None),
    (forms.DateField, Dagtekst, None),
    (forms.TimeField, Kort, ""),
    (forms.Field, Tekst, ""),
)


def stuur_in(vorm: Vorm, vraag: Invoer) -> Ingestuurd:
    """What a call says as a browser would send it. Raises Probleem."""
    post, bestanden = QueryDict(mutable=True), MultiValueDict[str, Any]()
    for naam, waarde in vraag:
        if naam in vorm.uitklap:
            for veld, deel in vorm.uitklap[naam].heen(waarde).items():
                _zet(post, veld, deel)
        elif isinstance(waarde, Bestandsvraag):
            bestanden[naam] = SimpleUploadedFile(waarde.naam, _inhoud(naam, waarde))
        elif naam in vorm.vinkjes:
            _zet(post, naam, "on" if waarde else None)
        else:
            _zet(post, naam, waarde.replace(".", ",") if waarde and naam in vorm.bedragen else waarde)
    return Ingestuurd(post, bestanden)


def _zet(post: QueryDict, naam: str, waarde: Any) -> None:
    if isinstance(waarde, list):
        post.setlist(naam, waarde)
    elif waarde is not None:
        post[naam] = JA_NEE[waarde] if isinstance(waarde, bool) else str(waarde)


def _inhoud(naam: str, bestand: Bestandsvraag) -> bytes:
    try:
        return base64.b64decode(bestand.inhoud, validate=True)
    except (binascii.Error, ValueError):
        raise veldfouten([(f"#/{to_camel(naam)}/inhoud", "Schrijf de inhoud van het bestand als base64.")]) from None
