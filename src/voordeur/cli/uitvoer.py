"""Giving an answer: as one JSON object, or for a person with the outcome first and the reasoning after it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import click

from voordeur.regelingen.schema import Regeling
from voordeur.regels.uitkomst import Stap, als_json
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum, verwoord

from .fouten import zonder_stuurtekens

INSPRINGEN = "  "


class NietTeSchrijven(Exception):
    """Nobody reads the answer any more, or there is no room for it."""


@dataclass(frozen=True)
class Antwoord:
    """An outcome with its reasoning. `uitkomst` holds plain values: amounts as Decimal, days as date.

    `tabel`: how a person reads the outcome, where lines of fields would be too long.
    """

    uitkomst: Mapping[str, Any]
    stappen: Iterable[Stap]
    regeling: Regeling | None = None
    namen: Mapping[str, str] = field(default_factory=dict)
    tabel: tuple[str, ...] = ()


def velden_van(waarde: Any) -> dict[str, Any]:
    """The fields of a dataclass as a mapping, down to the last level."""
    return {veld.name: _plat(getattr(waarde, veld.name)) for veld in fields(waarde)}


def _plat(waarde: Any) -> Any:
    if is_dataclass(waarde):
        return velden_van(waarde)
    if isinstance(waarde, Mapping):
        return {sleutel: _plat(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, (tuple, list)):
        return [_plat(deel) for deel in waarde]
    return waarde


def geef(antwoord: Antwoord, als_json_: bool) -> None:
    """Write the answer to standard output, always in UTF-8."""
    schrijf([_json(antwoord)] if als_json_ else map(zonder_stuurtekens, _leesbaar(antwoord)))


def schrijf(regels: Iterable[str]) -> None:
    """Write lines to standard output, always in UTF-8."""
    try:
        click.echo("\n".join(regels).encode("utf-8"))
    except OSError as fout:
        raise NietTeSchrijven(fout.errno) from None


def _json(antwoord: Antwoord) -> str:
    regeling = antwoord.regeling
    return json.dumps(
        {
            "regeling": regeling and {"id": regeling.id, "versie": regeling.versie.isoformat()},
            "uitkomst": als_json(antwoord.uitkomst),
            "waarom": [
                {"tekst": verwoord(stap), "gronden": list(stap.gronden), "waarden": dict(stap.waarden)}
                for stap in antwoord.stappen
            ],
        },
        ensure_ascii=False,
    )


def _leesbaar(antwoord: Antwoord) -> Iterator[str]:
    if antwoord.regeling is not None:
        yield f"{antwoord.regeling.naam}, versie van {schrijf_datum(antwoord.regeling.versie)}"
        yield ""
    yield from antwoord.tabel or _velden(antwoord.uitkomst, antwoord.namen, 0)
    yield from waarom_regels(antwoord.stappen)


def waarom_regels(stappen: Iterable[Stap]) -> Iterator[str]:
    """The reasoning as lines: each sentence with the provisions it rests on."""
    yield ""
    yield "Waarom"
    for nummer, stap in enumerate(stappen, start=1):
        gronden = f" [{', '.join(stap.gronden)}]" if stap.gronden else ""
        yield f"{nummer:3}. {verwoord(stap)}{gronden}"


def _velden(velden: Mapping[str, Any], namen: Mapping[str, str], diepte: int) -> Iterator[str]:
    breedte = max((len(_kop(naam, namen)) for naam in velden), default=0)
    for naam, waarde in velden.items():
        kop = INSPRINGEN * diepte + f"{_kop(naam, namen)}:"
        if isinstance(waarde, Mapping) and waarde:
            yield kop
            yield from _velden(waarde, namen, diepte + 1)
        elif isinstance(waarde, (list, tuple)) and any(isinstance(deel, Mapping) for deel in waarde):
            yield kop
            yield from _lijst(waarde, namen, diepte + 1)
        else:
            yield f"{kop.ljust(breedte + 1 + len(INSPRINGEN) * diepte)} {_waarde(waarde)}"


def _lijst(delen: Iterable[Any], namen: Mapping[str, str], diepte: int) -> Iterator[str]:
    for deel in delen:
        eerste, *rest = _velden(deel, namen, diepte + 1)
        yield INSPRINGEN * diepte + "- " + eerste.lstrip()
        yield from rest


def _kop(naam: object, namen: Mapping[str, str]) -> str:
    tekst = str(naam)
    return namen.get(tekst, tekst.replace("_", " ").capitalize())


def _waarde(waarde: Any) -> str:
    if waarde is None:
        return "–"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Decimal):
        return schrijf_bedrag(waarde)
    if isinstance(waarde, date):
        return schrijf_datum(waarde)
    if isinstance(waarde, (list, tuple, Mapping)):
        return ", ".join(_waarde(deel) for deel in waarde) or "–"
    return str(waarde)
