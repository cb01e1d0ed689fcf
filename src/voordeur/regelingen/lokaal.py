"""What an agreement leaves open, filled in by a decision of the region: read by the class of the parameter itself."""

from __future__ import annotations

import dataclasses
import json
import re
import tomllib
import types
import typing
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter, ValidationError

from voordeur.regels.parameters import OpenParameter, Soort

from .bestand import Document
from .controle import maak_regeling
from .meldingen import vertaal
from .schema import Herkomst, Invulling, Regeling

# how the recorded prolongation of an agreement stands among the values: its value is the new last day
VERLENGING: Final = "looptijd.tot"
LANGSTE_WAARDE = 10_000
DAG, DUIZENDEN = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})"), re.compile(r"\d{1,3}(\.\d{3})+")
Bedrag = Annotated[Decimal, Field(ge=0, decimal_places=2, allow_inf_nan=False)]
Getal = Annotated[Decimal, Field(allow_inf_nan=False)]
Aandeel = Annotated[Decimal, Field(ge=0, le=1, allow_inf_nan=False)]
Jaar = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
Gewicht = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]
KLASSEN: Mapping[Soort, TypeAdapter[Any]] = {
    "tekst": TypeAdapter(Annotated[str, Field(min_length=1)]),
    "getal": TypeAdapter(Getal),
    "bedrag": TypeAdapter(Bedrag),
    "aandeel": TypeAdapter(Aandeel),
    "datum": TypeAdapter(date),
    "per_jaar": TypeAdapter(Annotated[dict[Jaar, Getal], Field(min_length=1)]),
    "per_gemeente": TypeAdapter(Annotated[dict[str, Gewicht], Field(min_length=1)]),
}
HOE: Mapping[str, str] = {
    "tekst": "Schrijf het zoals het in het besluit staat.",
    "getal": "Een getal, zoals 0,5.",
    "bedrag": "Een bedrag in euro's, zoals 1.250.000 of 1.250,50.",
    "aandeel": "Een percentage, zoals 5%. Of een deel van 1, zoals 0,05.",
    "datum": "Een datum, zoals 31-12-2026.",
    "per_jaar": "Per jaar een getal, zoals 2026=3,1% 2027=2%. Of als deel van 1, zoals 2026=0,031.",
    "per_gemeente": "Per gemeente (CBS-code) een gewicht, zoals 9901=3 9902=1.",
    "tabel": "Regels zoals in het bestand van de regeling, zoals: maanden = 6.",
}


class OngeldigeWaarde(ValueError):
    """A value that this parameter cannot have. `veld`: the part of it that is wrong, empty for the whole."""

    def __init__(self, veld: str, melding: str) -> None:
        self.veld = veld
        super().__init__(f"{veld}: {melding}" if veld else melding)


@dataclass(frozen=True)
class Klasse:
    """What a value of a parameter looks like: its kind in a word, and the field of the file that it fills, if any."""

    soort: str
    pad: tuple[str, ...] = ()
    type_: Any = None

    @property
    def hoe(self) -> str:
        return HOE[self.soort]


def klasse_van(gat: OpenParameter) -> Klasse:
    """The class of an open parameter: as the file says, else that of the field with this name, else text."""
    if gat.soort is not None:
        return Klasse(gat.soort)
    pad = tuple(gat.naam.split("."))
    type_ = _veldtype(pad)
    if type_ is None:
        return Klasse("tekst")
    enkel = {Decimal: "getal", int: "getal", date: "datum", str: "tekst"}
    return Klasse(enkel.get(type_, "tabel"), pad, type_)


def _veldtype(pad: Sequence[str]) -> Any:
    """The type of a field of the file by its path; None when there is no such field."""
    hier: Any = None
    for nummer, naam in enumerate(pad):
        velden = (
            {veld: deel.annotation for veld, deel in Regeling.model_fields.items()}
            if nummer == 0
            else typing.get_type_hints(hier)
            if dataclasses.is_dataclass(hier)
            else {}
        )
        if naam not in velden:
            return None
        hier = _zonder_geen(velden[naam])
    return hier


def _zonder_geen(type_: Any) -> Any:
    if isinstance(type_, types.UnionType) or typing.get_origin(type_) is typing.Union:
        delen = [deel for deel in typing.get_args(type_) if deel is not type(None)]
        return delen[0] if len(delen) == 1 else type_
    return type_


def lees_waarde(gat: OpenParameter, tekst: str) -> str:
    """What somebody typed, as it is stored: checked by the class of the parameter. Raises OngeldigeWaarde."""
    klasse, tekst = klasse_van(gat), tekst.strip()
    if not tekst or len(tekst) > LANGSTE_WAARDE or "\0" in tekst:
        raise OngeldigeWaarde("", "vul een waarde in van hoogstens 10.000 tekens")
    if klasse.soort == "tabel":
        _ontleed(klasse, tekst)
        return tekst
    ruw: Any = _paren(tekst) if klasse.soort.startswith("per_") else _met_punt(klasse, tekst)
    try:
        waarde = KLASSEN[klasse.soort].validate_python(ruw)  # type: ignore[index]
    except ValidationError as fouten:
        fout = vertaal(fouten.errors(include_url=False)[0])
        raise OngeldigeWaarde(fout.veld, fout.melding) from None
    return _als_tekst(waarde)


def _met_punt(klasse: Klasse, tekst: str) -> str:
    if klasse.soort == "datum" and (dag := DAG.fullmatch(tekst)):
        return f"{dag[3]}-{dag[2]:0>2}-{dag[1]:0>2}"
    return _cijfer(tekst, klasse.soort) if klasse.soort in ("getal", "bedrag", "aandeel") else tekst


def _cijfer(tekst: str, soort: str) -> str:
    """'€ 1.250,50' and '3,1%' as their class reads them."""
    kaal = tekst.replace("€", "").strip()
    if "," in kaal or (soort == "bedrag" and DUIZENDEN.fullmatch(kaal)):
        kaal = kaal.replace(".", "").replace(",", ".")
    if kaal.endswith("%") and soort != "bedrag":
        try:
            return f"{Decimal(kaal[:-1].strip()) / 100:f}"
        except InvalidOperation:
            return kaal
    return kaal


def _paren(tekst: str) -> dict[str, str]:
    paren: dict[str, str] = {}
    for deel in tekst.replace(";", " ").split():
        naam, is_, cijfer = deel.partition("=")
        if not is_:
            raise OngeldigeWaarde(deel, "schrijf een naam, een = en een getal")
        if naam in paren:
            raise OngeldigeWaarde(naam, "dit staat er twee keer")
        paren[naam] = _cijfer(cijfer, "getal")
    return paren


def _als_tekst(waarde: Any) -> str:
    if isinstance(waarde, dict):
        return " ".join(f"{naam}={_als_tekst(deel)}" for naam, deel in sorted(waarde.items()))
    return f"{waarde:f}" if isinstance(waarde, Decimal) else str(waarde)


def als_paren(tekst: str) -> dict[str, Decimal]:
    """A stored value per year or per municipality, by name."""
    return {naam: Decimal(cijfer) for naam, cijfer in _paren(tekst).items()}


def vul_in(document: Document, invullingen: Sequence[Invulling]) -> Regeling:
    """The agreement with the values of a region in it: as parameters, and in the field that a value is for.

    Raises pydantic.ValidationError where a field refuses its value.
    """
    gevuld = deepcopy(document)
    gaten = {gat.naam: gat for gat in maak_regeling(document).open}
    for invulling in invullingen:
        gat = gaten.get(invulling.naam)
        if gat is None:
            continue
        klasse = klasse_van(gat)
        if klasse.pad:
            _zet(gevuld, klasse, invulling)
        gevuld.setdefault("parameters", []).append({
            "naam": gat.naam, "wat": gat.naam, "waarde": invulling.waarde, "eenheid": f"besluit {invulling.besluit}",
            "grond": list(gat.grond), "vanaf": invulling.vanaf, "status": "lokaal",
        } | ({"tot": invulling.tot} if invulling.tot else {}))  # fmt: skip
    ingevuld = {invulling.naam for invulling in invullingen}
    gevuld["open"] = [gat for gat in gevuld.get("open", []) if gat["naam"] not in ingevuld]
    return maak_regeling(gevuld)


def _zet(document: Document, klasse: Klasse, invulling: Invulling) -> None:
    hier = document
    for naam in klasse.pad[:-1]:
        hier = hier.setdefault(naam, {})
    hier[klasse.pad[-1]] = _ontleed(klasse, invulling.waarde)
    hier.pop("voorbeeld", None)  # what the region decided is no example any more


def _ontleed(klasse: Klasse, tekst: str) -> Any:
    if klasse.soort == "tabel":
        try:
            return tomllib.loads(tekst)
        except tomllib.TOMLDecodeError:
            raise OngeldigeWaarde("", "dit is geen geldig TOML") from None
    return int(tekst) if klasse.type_ is int and tekst.lstrip("-").isdecimal() else tekst


def past(document: Document, invulling: Invulling) -> None:
    """Refuse a value that the field of the agreement refuses. Raises OngeldigeWaarde with the field."""
    try:
        vul_in(document, [invulling])
    except ValidationError as fouten:
        fout = vertaal(fouten.errors(include_url=False)[0])
        raise OngeldigeWaarde(fout.veld, fout.melding) from None


def met_waarden(document: Document, hash_: str, op: date | None, waarden: tuple[Invulling, ...]) -> Regeling:
    """The agreement of a document as it holds on a day with these values, and the memory of what it was made of."""
    regeling = vul_in(document, waarden) if waarden else maak_regeling(document)
    return regeling.met_herkomst(Herkomst(hash_, op, waarden))


def als_json(herkomst: Herkomst) -> dict[str, Any]:
    """The values that an agreement was filled with, as a proof keeps them; empty when there were none."""
    if not herkomst.waarden:
        return {}
    waarden = [{naam: _json(deel) for naam, deel in vars(waarde).items()} for waarde in herkomst.waarden]
    return {"op": _json(herkomst.op), "waarden": waarden}


def uit_json(bewaard: Mapping[str, Any]) -> tuple[date | None, tuple[Invulling, ...]]:
    """The same, read back."""
    op = bewaard.get("op")
    return date.fromisoformat(op) if op else None, tuple(_invulling(deel) for deel in bewaard.get("waarden", ()))


def _invulling(deel: Mapping[str, Any]) -> Invulling:
    dagen = {naam: date.fromisoformat(deel[naam]) if deel[naam] else None for naam in ("vanaf", "tot")}
    return Invulling(**{**deel, **dagen})


def _json(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def hash_van(bewaard: Mapping[str, Any]) -> str:
    """The SHA-256 of the values as a proof keeps them; empty when there were none."""
    return sha256(json.dumps(bewaard, sort_keys=True).encode()).hexdigest() if bewaard else ""
