"""Taking a provision out of an agreement: everything in its document that rests on it."""

from __future__ import annotations

from typing import Any

from voordeur.regelingen.bestand import Document


def schrap(document: Document, bepaling: str) -> Document:
    """The document without what rests on a provision.

    The record of the provision itself stays, so that a test which only looks whether it is listed proves nothing.
    A table that is left empty goes too.
    """
    kaal = _schrap(document, bepaling)
    return {naam: document[naam] if naam == "bepalingen" else waarde for naam, waarde in kaal.items()}


def _schrap(deel: Any, bepaling: str) -> Any:
    if isinstance(deel, list):
        over = [_schrap(element, bepaling) for element in deel if not _rust_op(element, bepaling)]
        return [element for element in over if element != {}]
    if not isinstance(deel, dict):
        return deel
    velden = {
        naam: _schrap(waarde, bepaling)
        for naam, waarde in deel.items()
        if not _rust_op(waarde, bepaling) and (naam, waarde) != ("grond_elders", bepaling)
    }
    return {naam: waarde for naam, waarde in velden.items() if waarde not in ({}, []) or deel[naam] in ({}, [])}


def _rust_op(deel: Any, bepaling: str) -> bool:
    if not isinstance(deel, dict):
        return False
    grond = deel.get("grond", [])
    return bepaling in ([grond] if isinstance(grond, str) else grond)
