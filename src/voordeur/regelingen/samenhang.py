"""What the form of a file cannot see: inexact numbers, grounds that are no provision, things that contradict."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from .bestand import GRONDVELDEN, Document
from .meldingen import Fout
from .wetten import is_wetsartikel, wettelijke_termijnen

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# by which field the lines of a list differ from each other
EIGEN_NAAM = {"partijen": "code", "termijnen": "soort"}
DAG, DAGVELDEN = (
    re.compile(r"\d{4}-\d{2}-\d{2}"),
    frozenset({"versie", "van", "vanaf", "tot", "datum", "nagezien", "start"}),
)
GEKLOKT = ("onderzoek", "besluit")
VOORZIENINGEN = ("BT", "BW", "MO")
MOET_TEKST_HEBBEN = frozenset({"naam", "titel", "bron", "kern", "wat", "reden", "vindplaats", "keuze"})


def inhoudsfouten(document: Document) -> list[Fout]:
    """Every such fault of a document, by field."""
    return [
        *_kommagetallen(document, ""),
        *_lege_teksten(document, ""),
        *_grondfouten(document),
        *_dubbele(document, ""),
        *_omgekeerde_perioden(document, ""),
        *_dagen_als_tekst(document, ""),
        *_verwijzingen(document),
        *_koppen(document),
    ]


def _kommagetallen(deel: Any, pad: str) -> Iterator[Fout]:
    """A number with a decimal point loses its exact value in TOML; it has to stand between quotes."""
    if isinstance(deel, float):
        yield Fout(pad, "zet een getal met een punt tussen aanhalingstekens, dan blijft het precies")
    for sleutel, waarde in _kinderen(deel, pad):
        yield from _kommagetallen(waarde, sleutel)


def _lege_teksten(deel: Any, pad: str) -> Iterator[Fout]:
    for sleutel, waarde in _kinderen(deel, pad):
        if waarde == "" and sleutel.rsplit(".", 1)[-1] in MOET_TEKST_HEBBEN:
            yield Fout(sleutel, "deze tekst is leeg")
        yield from _lege_teksten(waarde, sleutel)


def _kinderen(deel: Any, pad: str) -> Iterator[tuple[str, Any]]:
    if isinstance(deel, dict):
        yield from ((f"{pad}.{naam}" if pad else naam, waarde) for naam, waarde in deel.items())
    elif isinstance(deel, list):
        yield from ((f"{pad}[{nummer}]", waarde) for nummer, waarde in enumerate(deel))


def _grondfouten(document: Document) -> Iterator[Fout]:
    """A ground is a provision of this agreement or an article of a law that Voordeur knows."""
    bepalingen = document.get("bepalingen")
    bekend = {f"{document.get('id')}/{naam}" for naam in bepalingen} if isinstance(bepalingen, dict) else set()
    for pad, grond in alle_gronden(document, ""):
        if grond == []:
            yield Fout(pad, "noem minstens een bepaling")
        elif isinstance(grond, str) and grond not in bekend and not is_wetsartikel(grond):
            yield Fout(
                pad,
                f"{grond!r} is geen bepaling van deze regeling en geen bekend wetsartikel; {_raad(document, grond)}",
            )


def _raad(document: Document, grond: str) -> str:
    id_, _, naam = grond.partition("/")
    if id_ == document.get("id") and naam:
        return f"zet [bepalingen.{naam}] in het bestand"
    return f"schrijf '{document.get('id')}/art1', of een artikel zoals 'wmo/2.3.5-2'"


def alle_gronden(deel: Any, pad: str) -> Iterator[tuple[str, Any]]:
    """Every ground in a document, with the path to it; an empty list of grounds as it stands."""
    for sleutel, waarde in _kinderen(deel, pad):
        if sleutel.rsplit(".", 1)[-1] in GRONDVELDEN:
            yield from _kinderen(waarde, sleutel) if isinstance(waarde, list) and waarde else [(sleutel, waarde)]
        else:
            yield from alle_gronden(waarde, sleutel)


def _dubbele(deel: Any, pad: str) -> Iterator[Fout]:
    """Two lines of one list with the same id, the same kind of term twice, the same municipality twice."""
    for sleutel, waarde in _kinderen(deel, pad):
        if isinstance(waarde, list):
            yield from _dubbele_in(waarde, sleutel)
        yield from _dubbele(waarde, sleutel)


def _dubbele_in(lijst: list[Any], pad: str) -> Iterator[Fout]:
    veld = EIGEN_NAAM.get(pad, "id")
    gezien: Counter[str] = Counter()
    for nummer, element in enumerate(lijst):
        naam = element.get(veld) if isinstance(element, dict) else None
        if isinstance(naam, str):
            gezien[naam] += 1
            if gezien[naam] > 1:
                yield Fout(f"{pad}[{nummer}].{veld}", f"{naam!r} komt twee keer voor")


def _omgekeerde_perioden(deel: Any, pad: str) -> Iterator[Fout]:
    """A last day before the first."""
    if isinstance(deel, dict):
        van, tot = deel.get("van", deel.get("vanaf")), deel.get("tot")
        if type(van) is date and type(tot) is date and tot < van:
            yield Fout(f"{pad}.tot", "ligt voor de eerste dag")
    for sleutel, waarde in _kinderen(deel, pad):
        yield from _omgekeerde_perioden(waarde, sleutel)


def _dagen_als_tekst(deel: Any, pad: str) -> Iterator[Fout]:
    """A day between quotes is a text: then no rule compares it."""
    if isinstance(deel, str) and DAG.fullmatch(deel) and pad.rsplit(".", 1)[-1] in DAGVELDEN:
        yield Fout(pad, f"zet een datum niet tussen aanhalingstekens: {deel}")
    for sleutel, waarde in _kinderen(deel, pad):
        yield from _dagen_als_tekst(waarde, sleutel)


def _verwijzingen(document: Document) -> Iterator[Fout]:
    """A route that leads nowhere: a facility, a term or a set of demands that is not there."""
    termijnen = {*_namen(document, "termijnen", "soort"), *wettelijke_termijnen()}
    eisen = _namen(document, "vereisten", "id")
    yield from _zonder_product(document)
    for pad, route in _tabellen(document, "routes", ""):
        yield from _een_van(f"{pad}.voorziening", route.get("voorziening"), VOORZIENINGEN)
        for stap, velden in _tabellen(route, "stappen", pad):
            yield from _een_van(f"{stap}.termijn", velden.get("termijn"), termijnen)
            yield from _telt_niet(f"{stap}.termijn", velden)
            yield from _een_van(f"{stap}.vereisten", velden.get("vereisten"), eisen)


def _telt_niet(pad: str, stap: Document) -> Iterator[Fout]:
    """The clock of a step is found by the name of its term: 'onderzoek', or a name that ends on it."""
    door, termijn = stap.get("door"), stap.get("termijn")
    if (
        door in GEKLOKT
        and isinstance(termijn, str)
        and not any(termijn == soort or termijn.endswith(f"-{soort}") for soort in GEKLOKT)
    ):
        yield Fout(pad, f"zo telt deze termijn niet: noem hem '{door}', of laat de naam eindigen op '-{door}'")


def _zonder_product(document: Document) -> Iterator[Fout]:
    """A form, a line of the table or a price for help that is not among the products."""
    producten = _namen(document, "producten", "id")
    plekken = (
        ("toegang", "vormen", "id"),
        ("inschaling", "regels", "arrangement"),
        ("tarieven", "prijzen", "arrangement"),
    )
    for deel, lijst, veld in plekken if producten else ():
        inhoud = document.get(deel)
        for pad, velden in _tabellen(inhoud if isinstance(inhoud, dict) else {}, lijst, deel):
            if isinstance(naam := velden.get(veld), str) and naam not in producten:
                yield Fout(f"{pad}.{veld}", f"{naam!r} is geen product; zet het bij [[producten]]")


def _een_van(pad: str, waarde: Any, bekend: Collection[str]) -> Iterator[Fout]:
    if isinstance(waarde, str) and waarde and waarde not in bekend:
        yield Fout(pad, f"{waarde!r} is er niet; wel: {', '.join(sorted(bekend)) or 'geen'}")


def _tabellen(deel: Any, naam: str, pad: str) -> Iterator[tuple[str, Document]]:
    lijst = deel.get(naam)
    for nummer, element in enumerate(lijst if isinstance(lijst, list) else []):
        if isinstance(element, dict):
            yield f"{pad}.{naam}[{nummer}]" if pad else f"{naam}[{nummer}]", element


def _namen(document: Document, naam: str, veld: str) -> set[str]:
    return {str(element.get(veld)) for _, element in _tabellen(document, naam, "")}


def _koppen(document: Document) -> Iterator[Fout]:
    """The id, the first day, and at most one centrumgemeente."""
    if not isinstance(document.get("id"), str) or not ID.fullmatch(document["id"]):
        yield Fout("id", "een id bestaat uit kleine letters, cijfers en streepjes")
    looptijd = document.get("looptijd")
    # a day between quotes is told of already
    echt = not isinstance(document.get("versie"), str)
    if echt and isinstance(looptijd, dict) and looptijd.get("van", document.get("versie")) != document.get("versie"):
        yield Fout("looptijd.van", "de eerste dag is niet de dag van deze versie")
    partijen = document.get("partijen")
    for nummer in _centra(partijen if isinstance(partijen, list) else [])[1:]:
        yield Fout(f"partijen[{nummer}].centrum", "er is al een andere centrumgemeente")


def _centra(partijen: list[Any]) -> list[int]:
    return [
        nummer for nummer, partij in enumerate(partijen) if isinstance(partij, dict) and partij.get("centrum") is True
    ]
