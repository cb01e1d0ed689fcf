"""Reading an Excel file that a stranger made: looked through before a library opens it."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from voordeur.inwoner.bestanden import KAPOT, MEESTE_DELEN
from voordeur.kern.fouten import Geweigerd

# bytes: of everything in it together, once unpacked
GROOTST_UITGEPAKT = 80 * 1024 * 1024
HAP = 1024 * 1024
VERBODEN_DELEN = ("vbaproject", "externallinks/", "activex/", "embeddings/", "macrosheets/", "connections.xml")


class ExcelGeweigerd(Geweigerd):
    """A package that is not opened."""


def rijen_uit_xlsx(inhoud: bytes, rijen: int, kolommen: int) -> Iterator[list[str]]:
    """The rows of the first sheet as text, at most so many rows and columns. Formulas come out as their text.

    Raises ExcelGeweigerd on what no table needs; anything else that is raised means that it is damaged.
    """
    from openpyxl import load_workbook

    keur(inhoud)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        boek = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=False, keep_links=False)
        try:
            blad: Any = boek.worksheets[0]
            blad.reset_dimensions()
            for cellen in blad.iter_rows(max_row=rijen, max_col=kolommen, values_only=True):
                yield _zonder_lege_staart([_als_tekst(cel) for cel in cellen])
        finally:
            boek.close()


def _zonder_lege_staart(cellen: list[str]) -> list[str]:
    einde = max((plaats for plaats, cel in enumerate(cellen, start=1) if cel), default=0)
    return cellen[:einde]


def keur(inhoud: bytes) -> None:
    """Look through a package without trusting what it says of itself. Raises ExcelGeweigerd."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
            delen = pak.infolist()
            if len(delen) > MEESTE_DELEN:
                raise ExcelGeweigerd("Dit Excel-bestand heeft te veel delen.")
            over = GROOTST_UITGEPAKT
            for deel in delen:
                _keur_naam(deel.filename)
                over = _keur_inhoud(pak, deel, over)
    except KAPOT:
        raise ExcelGeweigerd("Dit Excel-bestand is kapot of heeft een wachtwoord.") from None


def _keur_naam(naam: str) -> None:
    pad = PurePosixPath(naam.replace("\\", "/"))
    if pad.is_absolute() or ".." in pad.parts or ":" in naam:
        raise ExcelGeweigerd("In dit Excel-bestand staat een pad naar elders.")
    if any(deel in naam.lower() for deel in VERBODEN_DELEN):
        raise ExcelGeweigerd("Dit Excel-bestand heeft een macro of een koppeling.")


def _keur_inhoud(pak: zipfile.ZipFile, deel: zipfile.ZipInfo, over: int) -> int:
    """What is left of the room after unpacking a part; never more than that is unpacked."""
    with pak.open(deel) as stroom:
        staart = b""
        while hap := stroom.read(HAP):
            over -= len(hap)
            if over < 0:
                raise ExcelGeweigerd("Dit Excel-bestand wordt te groot als wij het uitpakken.")
            # a definition of words can make a small file endless; no program for tables writes one
            if b"<!" in (blok := staart + hap) and b"<!DOCTYPE" in blok.upper():
                raise ExcelGeweigerd("In dit Excel-bestand staat iets dat er niet hoort.")
            if not staart and hap.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise ExcelGeweigerd("In dit Excel-bestand staat iets dat er niet hoort.")
            staart = hap[-16:]
    return over


def _als_tekst(cel: object) -> str:
    """A cell as somebody would type it here."""
    if cel is None:
        return ""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, datetime):
        return cel.date().isoformat() if cel.time() == time.min else cel.isoformat()
    if isinstance(cel, date):
        return cel.isoformat()
    if isinstance(cel, (int, float, Decimal)):
        return _getal(cel)
    return str(cel)


def _getal(cel: float | Decimal) -> str:
    if isinstance(cel, float) and not cel.is_integer():
        return f"{cel:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return str(int(cel)) if cel == int(cel) else str(cel).replace(".", ",")
