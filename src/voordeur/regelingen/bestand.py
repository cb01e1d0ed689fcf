"""Reading a TOML file of an agreement: its document, and the line on which each field stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Document = dict[str, Any]

GRONDVELDEN = ("grond", "grond_elders")


def lees_document(bestand: Path) -> Document:
    """The document of a file. Raises OSError, UnicodeDecodeError or tomllib.TOMLDecodeError."""
    return tomllib.loads(bestand.read_bytes().decode("utf-8"))


def met_gronden_als_lijst(deel: Any) -> Any:
    """The same document in which a single ground stands as a list of one."""
    if isinstance(deel, list):
        return [met_gronden_als_lijst(element) for element in deel]
    if not isinstance(deel, dict):
        return deel
    return {
        naam: [waarde] if naam in GRONDVELDEN and isinstance(waarde, str) else met_gronden_als_lijst(waarde)
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
