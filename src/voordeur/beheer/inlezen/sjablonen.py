"""Templates to fill in: generated from the kinds and from the agreement of the region, never kept by hand."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from voordeur.schermen.bestand import als_csv, veilige_tekst

from .lezen import VOORBEELD
from .omgeving import Omgeving
from .rij import Veld
from .soorten.basis import Soort
from .toetsen import velden_van

BOM = "\ufeff"
# so many rows keep what is typed as text: a zero in front stays
ALS_TEKST = 500
BREEDTE = 24


def sjabloon_csv(soort: Soort, omgeving: Omgeving) -> bytes:
    """Headings and a row that is an example, which is skipped when the file is read."""
    velden = velden_van(soort, omgeving)
    tekst = als_csv([veld.naam for veld in velden], [_voorbeeld(velden, omgeving)])
    return (BOM + tekst).encode()


def sjabloon_xlsx(soort: Soort, omgeving: Omgeving) -> bytes:
    """The same with a sheet that explains each column, and one with what may stand in it in this region."""
    velden = velden_van(soort, omgeving)
    boek = Workbook()
    blad = boek.active
    assert isinstance(blad, Worksheet)
    blad.title = soort.naam[:31]
    _vul(blad, [[veld.naam for veld in velden], _voorbeeld(velden, omgeving)])
    for rij in blad.iter_rows(min_row=2, max_row=ALS_TEKST, max_col=len(velden)):
        for cel in rij:
            cel.number_format = "@"
    uitleg = [[veld.naam, "ja" if veld.verplicht else "nee", veld.uitleg] for veld in velden]
    _vul(boek.create_sheet("Uitleg"), [["kolom", "verplicht", "uitleg"], *uitleg])
    toegestaan = [["kolom", "code", "naam"]]
    for kolom, veld in enumerate(velden, start=1):
        keuzes = veld.keuzes(omgeving) if veld.keuzes else {}
        _geef_keus(blad, kolom, len(toegestaan) + 1, keuzes)
        toegestaan += [[veld.naam, code, naam] for code, naam in keuzes.items()]
    _vul(boek.create_sheet("Toegestaan"), toegestaan)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _geef_keus(blad: Worksheet, kolom: int, eerste: int, keuzes: Mapping[str, str]) -> None:
    """Let a cell be chosen from a list: by name, or by code where a name stands twice. Typing something else can."""
    if not keuzes:
        return
    waar = "C" if len(set(keuzes.values())) == len(keuzes) else "B"
    bron = f"Toegestaan!${waar}${eerste}:${waar}${eerste + len(keuzes) - 1}"
    lijst = DataValidation(type="list", formula1=bron, allow_blank=True, showErrorMessage=False)
    letter = get_column_letter(kolom)
    lijst.add(f"{letter}2:{letter}{ALS_TEKST}")
    blad.add_data_validation(lijst)


def _vul(blad: Worksheet, rijen: Iterable[Sequence[str]]) -> None:
    for rij in rijen:
        blad.append([veilige_tekst(cel) for cel in rij])
    blad.freeze_panes = "A2"
    for cel in blad[1]:
        cel.font = Font(bold=True)
    for kolom in blad.columns:
        blad.column_dimensions[kolom[0].column_letter].width = BREEDTE
        for cel in kolom:
            cel.alignment = Alignment(vertical="top")


def _voorbeeld(velden: Sequence[Veld], omgeving: Omgeving) -> list[str]:
    eerste, *rest = [veld.voorbeeld or _eerste_keuze(veld, omgeving) for veld in velden]
    return [f"{VOORBEELD} {eerste}", *rest]


def _eerste_keuze(veld: Veld, omgeving: Omgeving) -> str:
    return next(iter(veld.keuzes(omgeving)), "") if veld.keuzes else ""
