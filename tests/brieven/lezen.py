"""Reading a PDF with pikepdf, apart from the library that wrote it: its text, and the tree of its tags."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name

# what a line break or a place to break leaves behind
TUSSENRUIMTE = re.compile(r"[\s\u00a0\u00ad\u200b]+")


def open_pdf(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def bevat(pdf: bytes, zin: str) -> bool:
    """Whether a sentence is on the paper, wherever its lines break."""
    return _dicht(zin) in _dicht("".join(stuk.tekst for stuk in stukken(pdf)))


def _dicht(tekst: str) -> str:
    return TUSSENRUIMTE.sub("", tekst)


class Stuk(NamedTuple):
    """A run of text on a page: where it starts and ends from the left and from the top, in points."""

    bladzijde: int
    links: float
    rechts: float
    boven: float
    tekst: str


def stukken(pdf: bytes) -> Iterator[Stuk]:
    """All text on all pages, in the order in which it was put there."""
    with open_pdf(pdf) as document:
        for nummer, bladzijde in enumerate(document.pages, start=1):
            yield from _stukken(nummer, bladzijde)


def _stukken(nummer: int, bladzijde: pikepdf.Page) -> Iterator[Stuk]:
    letters = {naam: (_tekens(letter), _breedten(letter)) for naam, letter in bladzijde.Resources.Font.items()}
    hoogte, plaats, maat = float(bladzijde.mediabox[3]), [(0.0, 0.0)], 0.0
    tekens: dict[int, str] = {}
    breedten: dict[int, float] = {}
    for opdracht in pikepdf.parse_content_stream(bladzijde):
        waarden: Any = opdracht.operands
        match str(opdracht.operator):
            case "q":
                plaats.append(plaats[-1])
            case "Q":
                plaats.pop()
            case "cm":
                plaats[-1] = (plaats[-1][0] + float(waarden[4]), plaats[-1][1] + float(waarden[5]))
            case "Tf":
                (tekens, breedten), maat = letters[str(waarden[0])], float(waarden[1])
            case "Tj" | "TJ":
                delen = list(waarden[0]) if isinstance(waarden[0], Array) else [waarden[0]]
                (x, y), breed = plaats[-1], maat / 1000 * _breedte(delen, breedten)
                yield Stuk(nummer, x, x + breed, hoogte - y, "".join(tekens.get(g, "?") for g in _glyphs(delen)))


def _glyphs(delen: list[Any]) -> list[int]:
    """The numbers of the glyphs, two bytes each; shifts between strings are left out."""
    rauw = b"".join(bytes(deel) for deel in delen if isinstance(deel, pikepdf.String))
    return [int.from_bytes(rauw[i : i + 2]) for i in range(0, len(rauw), 2)]


def _breedte(delen: list[Any], breedten: dict[int, float]) -> float:
    """In thousandths of the size; a positive shift moves back."""
    verschoven = sum(float(deel) for deel in delen if not isinstance(deel, pikepdf.String))
    return sum(breedten.get(glyph, 1000) for glyph in _glyphs(delen)) - verschoven


def _tekens(letter: Any) -> dict[int, str]:
    """From the number of a glyph to what it means, as the font says (ToUnicode)."""
    kaart = letter.ToUnicode.read_bytes().decode()
    paren = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", kaart, re.MULTILINE)
    return {int(glyph, 16): bytes.fromhex(tekens).decode("utf-16-be") for glyph, tekens in paren}


def merken(pdf: bytes) -> list[str]:
    """The tags in the order in which a screen reader meets them."""
    with open_pdf(pdf) as document:
        return list(_merken(document.Root.StructTreeRoot))


def _merken(knoop: Any) -> Iterator[str]:
    kinderen: Any = knoop.get(Name.K, [])
    for kind in kinderen if isinstance(kinderen, Array) else [kinderen]:
        if isinstance(kind, Dictionary) and Name.S in kind:
            yield str(kind.S).removeprefix("/")
            yield from _merken(kind)


def bladwijzers(pdf: bytes) -> list[tuple[str, list[str]]]:
    with open_pdf(pdf) as document, document.open_outline() as overzicht:
        return [(punt.title, [onder.title for onder in punt.children]) for punt in overzicht.root]


def letters(pdf: bytes) -> list[set[str]]:
    """What the descriptor of each font holds, for all fonts that the pages use."""
    with open_pdf(pdf) as document:
        gebruikt = [letter for bladzijde in document.pages for letter in bladzijde.Resources.Font.values()]
        return [set(letter.DescendantFonts[0].FontDescriptor.keys()) for letter in gebruikt]


def _breedten(letter: Any) -> dict[int, float]:
    """The width of each glyph in thousandths of the size (array W: first glyph, then its widths)."""
    uit: dict[int, float] = {}
    rij = list(letter.DescendantFonts[0].W)
    while rij:
        eerste, tweede = int(rij.pop(0)), rij.pop(0)
        if isinstance(tweede, Array):
            uit |= {eerste + n: float(breedte) for n, breedte in enumerate(tweede)}
        else:
            uit |= dict.fromkeys(range(eerste, int(tweede) + 1), float(rij.pop(0)))
    return uit
