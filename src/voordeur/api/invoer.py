"""The shapes of calls and answers: camelCase outside, strict, amounts as text with two decimals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Generic, TypeVar

from django.forms import BaseForm
from ninja import Query, Schema
from pydantic import AfterValidator, ConfigDict, Field, WithJsonSchema
from pydantic.alias_generators import to_camel

from voordeur.kern.rekenbewijs import plat
from voordeur.regelingen.schema import Regeling
from voordeur.regels.uitkomst import Stap, Uitkomst
from voordeur.regels.verwoorden import verwoord

from .bladeren import GEWOON, MEESTE
from .problemen import van_formulier

T = TypeVar("T")
LANGSTE = 20_000


def _bewaarbaar(tekst: str) -> str:
    if "\0" in tekst:
        raise ValueError("Deze tekst bevat tekens die wij niet kunnen bewaren.")
    return tekst


Tekst = Annotated[str, Field(max_length=LANGSTE), AfterValidator(_bewaarbaar)]
# the form of the screen reads the day and says what is wrong with it
Dagtekst = Annotated[
    str, Field(max_length=20), AfterValidator(_bewaarbaar), WithJsonSchema({"type": "string", "format": "date"})
]
Bedragtekst = Annotated[str, Field(pattern=r"^-?[0-9]{1,12}\.[0-9]{2}$", examples=["1250.00"])]
Nummer = Annotated[str, Field(max_length=20)]


def _verplicht(schema: dict[str, Any]) -> None:
    """A field that the form asks for is required in the description, while the form itself says so when it is empty."""
    namen = [naam for naam, veld in schema.get("properties", {}).items() if veld.pop("x-verplicht", False)]
    for naam in namen:
        schema["properties"][naam].pop("default", None)
    if namen:
        schema["required"] = sorted({*schema.get("required", []), *namen})


class Invoer(Schema):
    """What a call brings: every field is known and has exactly its own type."""

    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=False, extra="forbid", strict=True, json_schema_extra=_verplicht
    )


class Uitvoer(Schema):
    """What an answer holds."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


def gevraagd() -> Any:
    """A text that the form of the screen asks for, and misses in its own words."""
    return Field("", json_schema_extra={"x-verplicht": True})


class Lijst(Uitvoer, Generic[T]):
    """A part of a list; `volgende` is the cursor of the next part, null at the end."""

    items: list[T]
    volgende: str | None = None


class Gemaakt(Uitvoer):
    """Something new: how it is called, and where it stands."""

    id: str
    locatie: str


Cursor = Annotated[str | None, Query(None, max_length=300, description="De cursor uit 'volgende' van het vorige deel.")]
Aantal = Annotated[int, Query(GEWOON, ge=1, le=MEESTE, description="Hoeveel rijen u hooguit wilt.")]


class Redenering(Uitvoer):
    """One step of the reasoning: a sentence, the provisions it rests on, and the values in it."""

    tekst: str
    gronden: list[str]
    waarden: dict[str, Any]


class Regelingversie(Uitvoer):
    """The version of an agreement that was applied."""

    id: str
    versie: date


class Berekening(Uitvoer):
    """An outcome with its reasoning."""

    regeling: Regelingversie | None
    uitkomst: dict[str, Any]
    waarom: list[Redenering]


def redenering(stappen: tuple[Stap, ...]) -> list[Redenering]:
    """Steps as they go out."""
    return [
        Redenering(tekst=verwoord(deel), gronden=list(deel.gronden), waarden=kameel(dict(deel.waarden)))
        for deel in stappen
    ]


def als_berekening(uitkomst: Uitkomst[Any], regeling: Regeling | None, vooraf: tuple[Stap, ...] = ()) -> Berekening:
    """An outcome of a rule with why; `vooraf`: what holds for the version of the agreement."""
    return Berekening(
        regeling=Regelingversie(id=regeling.id, versie=regeling.versie) if regeling else None,
        uitkomst=kameel(plat(uitkomst.waarde)),
        waarom=redenering((*vooraf, *uitkomst.stappen)),
    )


def kameel(waarde: Any) -> Any:
    """The names of fields in camelCase, also deeper down; codes are no names and stay as they are."""
    if isinstance(waarde, Mapping):
        return {_naam(str(naam)): kameel(deel) for naam, deel in waarde.items()}
    return [kameel(deel) for deel in waarde] if isinstance(waarde, (list, tuple)) else waarde


def _naam(naam: str) -> str:
    return to_camel(naam) if "_" in naam else naam


def bedrag(waarde: Decimal) -> str:
    """An amount as it goes out."""
    return f"{waarde:.2f}"


def schoon(formulier: BaseForm) -> dict[str, Any]:
    """What the form of a screen makes of a call. Raises Probleem with the texts of that form."""
    if not formulier.is_valid():
        raise van_formulier(formulier)
    return dict(formulier.cleaned_data)
