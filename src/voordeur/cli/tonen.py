"""An agreement shown: all of it as data, or by subject for somebody who has to decide on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from textwrap import wrap
from typing import Any

from voordeur.regelingen.samenvatting import ONDERWERPEN, schrijf_gemeenten, schrijf_termijn
from voordeur.regelingen.schema import Partij, Regeling
from voordeur.regelingen.vergelijken import Onderwerp
from voordeur.regels.uitkomst import Stap

from .uitvoer import velden_van, waarom_regels

BREEDTE = 100
KOLOM = 56
SOORTEN = {"R": "regel", "W": "werkwijze", "D": "gegevens", "V": "verantwoording", "K": "kalender", "B": "bevoegdheid"}
# what is shown in a form of its own, or belongs to the head
EIGEN_VORM = {"id", "naam", "titel", "bron", "versie", "partijen", "bepalingen", "toegang", "termijnen"}


def velden_van_regeling(regeling: Regeling, op: date | None) -> dict[str, Any]:
    """The agreement as the system reads it; `op` decides which municipalities were there, else its first day."""
    dag = op or regeling.versie
    rest = {naam: getattr(regeling, naam) for naam in type(regeling).model_fields if naam not in EIGEN_VORM}
    return {
        "id": regeling.id,
        "naam": regeling.naam,
        "titel": regeling.titel,
        "bron": regeling.bron,
        "partijen": [_partij(partij) for partij in regeling.gemeenten_op(dag).values()],
        "overige_partijen": [_partij(partij) for partij in regeling.partijen if partij.code is None],
        "bepalingen": [
            {"id": f"{regeling.id}/{naam}", **velden_van(bepaling)} for naam, bepaling in regeling.bepalingen.items()
        ],
        "criteria": [velden_van(vorm) for vorm in regeling.toegang.vormen] if regeling.toegang else [],
        "toegang": _als_velden(regeling.toegang),
        "termijnen": [{**velden_van(termijn), "tekst": schrijf_termijn(termijn)} for termijn in regeling.termijnen],
        **{naam: _als_velden(waarde) for naam, waarde in rest.items()},
    }


def _partij(partij: Partij) -> dict[str, Any]:
    return {"code": partij.code, "naam": partij.naam, "centrum": partij.centrum, "soort": partij.soort}


def _als_velden(waarde: Any) -> Any:
    if isinstance(waarde, tuple):
        return [_als_velden(deel) for deel in waarde]
    return velden_van(waarde) if hasattr(waarde, "__dataclass_fields__") else waarde


def toon_leesbaar(regeling: Regeling, op: date | None, stappen: Sequence[Stap]) -> Iterator[str]:
    """The agreement by subject, then its provisions, in lines of at most 100 characters."""
    yield regeling.titel
    yield from _alinea(f"Bron: {regeling.bron}", "")
    for naam, lees in ONDERWERPEN.items():
        regels = list(schrijf_gemeenten(regeling, op)) if naam == "Partijen" and op else list(lees(regeling))
        if regels:
            yield ""
            yield naam.upper()
            for regel in regels:
                yield from _alinea(regel, "  ")
    yield ""
    yield "BEPALINGEN"
    yield from _bepalingen(regeling)
    yield from waarom_regels(stappen)


def toon_vergelijking(
    namen: tuple[str, str], onderwerpen: Sequence[Onderwerp], stappen: Sequence[Stap]
) -> Iterator[str]:
    """Two agreements in two columns, subject by subject."""
    yield _twee_kolommen(*namen)
    for onderwerp in onderwerpen:
        if onderwerp.links is None and onderwerp.rechts is None:
            continue
        yield ""
        yield f"{onderwerp.onderwerp.upper()}{' (gelijk)' if onderwerp.gelijk else ''}"
        kolommen = (_kolom(onderwerp.links), _kolom(onderwerp.rechts))
        yield from (_twee_kolommen(*paar) for paar in zip_longest(*kolommen, fillvalue=""))
    yield from waarom_regels(stappen)


def _kolom(tekst: str | None) -> list[str]:
    regels = tekst.splitlines() if tekst else ["–"]
    return [deel for regel in regels for deel in wrap(regel, KOLOM, subsequent_indent="  ") or [""]]


def _twee_kolommen(links: str, rechts: str) -> str:
    return f"{links:<{KOLOM}} | {rechts}".rstrip()


def _bepalingen(regeling: Regeling) -> Iterator[str]:
    for naam, bepaling in regeling.bepalingen.items():
        yield f"  {regeling.id}/{naam} ({SOORTEN[bepaling.soort]}; {bepaling.vindplaats})"
        yield from _alinea(bepaling.kern, "    ")


def _alinea(tekst: str, inspringen: str) -> list[str]:
    begin = inspringen + " " * (len(tekst) - len(tekst.lstrip()))
    return wrap(tekst.strip(), BREEDTE, initial_indent=begin, subsequent_indent=begin + "  ") or [""]
