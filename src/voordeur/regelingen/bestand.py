"""Reading a TOML file of an agreement: its document, and the line on which each field stands."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

Document = dict[str, Any]

MEESTE_BYTES = 10_000_000
GRONDVELDEN = ("grond", "grond_elders")


def lees_bytes(bestand: Path, hoogstens: int) -> bytes:
    """The first bytes of a file; a device without end is not read for ever. Raises OSError or ValueError."""
    with bestand.open("rb") as inhoud:
        return inhoud.read(hoogstens)


def lees_document(bestand: Path) -> Document:
    """The document of a file. Raises OSError, UnicodeDecodeError or tomllib.TOMLDecodeError."""
    return ontleed(lees_bytes(bestand, MEESTE_BYTES))


def ontleed(inhoud: bytes) -> Document:
    """The document of a TOML text. Raises UnicodeDecodeError or tomllib.TOMLDecodeError."""
    return tomllib.loads(inhoud.decode("utf-8"))


def als_json_tekst(document: Document) -> str:
    """The document as JSON, with every ground in a list and days as text, for a strict schema."""
    return json.dumps(_met_gronden_als_lijst(document), default=_als_tekst)


def _als_tekst(waarde: Any) -> str:
    if isinstance(waarde, (date, time)):
        return waarde.isoformat()
    raise TypeError(type(waarde).__name__)


def _met_gronden_als_lijst(deel: Any) -> Any:
    """The same document in which a single ground stands as a list of one."""
    if isinstance(deel, list):
        return [_met_gronden_als_lijst(element) for element in deel]
    if not isinstance(deel, dict):
        return deel
    return {
        naam: [waarde] if naam in GRONDVELDEN and isinstance(waarde, str) else _met_gronden_als_lijst(waarde)
        for naam, waarde in deel.items()
    }


def regelnummers(tekst: bytes) -> dict[str, int]:
    """The line (from 1) on which each field of a TOML text begins, by its path, such as `partijen[0].code`."""
    import tree_sitter
    import tree_sitter_toml

    taal = tree_sitter.Language(tree_sitter_toml.language())
    wortel = tree_sitter.Parser(taal).parse(tekst).root_node
    regels: dict[str, int] = {}
    aantallen: dict[str, int] = {}
    for knoop in wortel.named_children:
        if knoop.type == "pair":
            regels.update(_paar(knoop, ""))
        elif knoop.type in ("table", "table_array_element"):
            pad = _tabelpad(knoop, aantallen)
            regels[pad] = knoop.start_point.row + 1
            for kind in knoop.named_children[1:]:
                regels.update(_paar(kind, pad))
    return regels


def _tabelpad(knoop: Any, aantallen: dict[str, int]) -> str:
    """The path of a table; a table of an array gets the number of its turn, also where it is only a parent."""
    delen = _sleutel(knoop.named_children[0])
    pad = ""
    for nummer, deel in enumerate(delen):
        pad = f"{pad}.{deel}" if pad else deel
        laatste = nummer == len(delen) - 1
        if laatste and knoop.type == "table_array_element":
            aantallen[pad] = aantallen.get(pad, -1) + 1
        if pad in aantallen:
            pad = f"{pad}[{aantallen[pad]}]"
    return pad


def _paar(knoop: Any, pad: str) -> Iterator[tuple[str, int]]:
    if knoop.type != "pair":
        return
    sleutel, waarde = knoop.named_children[0], knoop.named_children[-1]
    for deel in _sleutel(sleutel):
        pad = f"{pad}.{deel}" if pad else deel
    yield pad, knoop.start_point.row + 1
    yield from _waarde(waarde, pad)


def _waarde(knoop: Any, pad: str) -> Iterator[tuple[str, int]]:
    if knoop.type == "inline_table":
        for kind in knoop.named_children:
            yield from _paar(kind, pad)
    elif knoop.type == "array":
        elementen = [kind for kind in knoop.named_children if kind.type != "comment"]
        for nummer, kind in enumerate(elementen):
            yield f"{pad}[{nummer}]", kind.start_point.row + 1
            yield from _waarde(kind, f"{pad}[{nummer}]")


def _sleutel(knoop: Any) -> list[str]:
    if knoop.type == "dotted_key":
        return [deel for kind in knoop.named_children for deel in _sleutel(kind)]
    tekst: str = knoop.text.decode("utf-8")
    return [tekst[1:-1] if knoop.type == "quoted_key" else tekst]
