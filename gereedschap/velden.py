"""The page with every field of an agreement's file, written from the classes that check it."""

from __future__ import annotations

import dataclasses
import inspect
import sys
import types
import typing
from collections.abc import Iterator

from voordeur.regelingen.schema import Regeling

from .merken import WORTEL

DOCUMENT = WORTEL / "docs" / "velden.md"
KOP = """# Every field of an agreement's file

Written by `make fix` from the classes that check a file; do not edit. How to write a file, and what the parts are for:
[regeling-schrijven.md](regeling-schrijven.md). Optional fields show their default. `text` stands between quotes; an
`exact number` too (`"0.051"`); a `date` does not (`2027-01-01`); a `ground` is one provision or a list of them."""
NAMEN = {"str": "text", "int": "whole number", "bool": "true or false", "date": "date", "Decimal": "exact number"}


def pagina() -> str:
    """The whole page: the head of a file, then each kind of table it may hold."""
    regels = [KOP, "", "## The file itself", "", "| field | what stands there | default |", "|---|---|---|"]
    for naam, veld in Regeling.model_fields.items():
        verplicht = veld.is_required()
        regels.append(f"| `{naam}` | {_soort(veld.annotation)} | {'required' if verplicht else '–'} |")
    for klasse in _klassen():
        regels += ["", f"## {klasse.__name__}", "", _uitleg(klasse), "", *_velden(klasse)]
    return "\n".join(regels) + "\n"


def _klassen() -> list[type]:
    """Every dataclass that the file may hold, in the order in which a reader meets them."""
    gevonden: dict[type, None] = {}
    wachtrij: list[object] = [veld.annotation for veld in Regeling.model_fields.values()]
    while wachtrij:
        soort = wachtrij.pop(0)
        if isinstance(soort, type) and dataclasses.is_dataclass(soort):
            if soort not in gevonden:
                gevonden[soort] = None
                wachtrij += typing.get_type_hints(soort).values()
        else:
            wachtrij += typing.get_args(soort)
    return list(gevonden)


def _uitleg(klasse: type) -> str:
    return " ".join((inspect.getdoc(klasse) or "").split())


def _velden(klasse: type) -> Iterator[str]:
    soorten = typing.get_type_hints(klasse)
    yield "| field | what stands there | default |"
    yield "|---|---|---|"
    for veld in dataclasses.fields(klasse):
        yield f"| `{veld.name}` | {_soort(soorten[veld.name], veld.name)} | {_standaard(veld)} |"


def _standaard(veld: dataclasses.Field[object]) -> str:
    if veld.default is dataclasses.MISSING:
        return "required" if veld.default_factory is dataclasses.MISSING else "–"
    standaard = str(veld.default).lower() if isinstance(veld.default, bool) else str(veld.default)
    return f"`{standaard}`" if veld.default not in (None, "", ()) else "–"


def _soort(soort: object, naam: str = "") -> str:
    """A type in words."""
    if naam in ("grond", "grond_elders"):
        return "ground"
    oorsprong, delen = typing.get_origin(soort), [deel for deel in typing.get_args(soort) if deel is not type(None)]
    if oorsprong is typing.Literal:
        return "one of " + ", ".join(f"`{deel}`" for deel in delen)
    if oorsprong is tuple:
        return f"list of {_soort(delen[0])}"
    if oorsprong in (typing.Union, types.UnionType):
        return _soort(delen[0])
    if len(delen) > 1:
        return f"{_soort(delen[1])} by name"
    kaal = getattr(soort, "__name__", str(soort))
    return NAMEN.get(kaal) or f"[{kaal}](#{kaal.lower()})"


def main() -> int:
    """Write the page."""
    DOCUMENT.write_text(pagina(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
