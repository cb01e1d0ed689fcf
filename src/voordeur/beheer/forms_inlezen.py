"""The forms of moving in: files, and what to do with rows that have a fault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from voordeur.inwoner.bestanden import GROOTSTE

from .inlezen.herken import GEEN_EXCEL, is_geen_excel, soort_van
from .inlezen.soorten import SOORTEN

KIES, LANGSTE_NAAM = "Kies een bestand.", 120
ALLES, GOEDE = "alles", "goede"
KEUZES = ((ALLES, "Alles of niets: eerst moeten alle fouten weg"), (GOEDE, "Alleen de goede regels"))


@dataclass(frozen=True)
class Tabelbestand:
    """A file as it was sent: which kind of table it is, its name and its content."""

    soort: str
    naam: str
    inhoud: bytes


class MeerBestanden(forms.FileInput):
    """The field in which somebody picks several files at once."""

    allow_multiple_selected = True


class Tabelbestanden(forms.FileField):
    """CSV or Excel files; what is in them is found out later, so that every fault comes at once.

    What is wrong with a file is said with its name, of all files at once.
    """

    widget = MeerBestanden

    def __init__(self, **velden: Any) -> None:
        super().__init__(error_messages={"required": KIES, "missing": KIES, "invalid": KIES}, **velden)
        self.widget.attrs["accept"] = ".csv,.xlsx"

    def clean(self, data: Any, _: Any = None) -> list[Tabelbestand]:
        if not data:
            raise forms.ValidationError(KIES)
        if len(data) > len(SOORTEN):
            raise forms.ValidationError(f"Stuur hoogstens {len(SOORTEN)} bestanden: van elke soort een.")
        bestanden = [_gelezen(gestuurd) for gestuurd in data]
        fouten = [fout for naam, inhoud, groot in bestanden if (fout := _wat_is_er(naam, inhoud, groot))]
        if not fouten:
            tabellen = [Tabelbestand(soort_van(naam, inhoud), naam, inhoud) for naam, inhoud, _ in bestanden]
            fouten = [*_onbekend(tabellen), *_dubbel(tabellen)]
        if fouten:
            raise forms.ValidationError(fouten)
        return tabellen


def _gelezen(gestuurd: UploadedFile) -> tuple[str, bytes, int]:
    naam = "".join(teken for teken in gestuurd.name or "" if teken.isprintable())
    groot = gestuurd.size or 0
    # what is too large is refused unread
    return naam or "bestand", gestuurd.read() if groot <= GROOTSTE else b"x", groot


def _wat_is_er(naam: str, inhoud: bytes, groot: int) -> str:
    if len(naam) > LANGSTE_NAAM:
        return f"{naam[:40]}… heeft een te lange naam. Geef een kortere naam."
    if not inhoud:
        return f"{naam} is leeg. Kies een ander bestand."
    if groot > GROOTSTE:
        return f"{naam} is te groot. Maak er twee van."
    return GEEN_EXCEL.format(naam) if is_geen_excel(naam, inhoud) else ""


def _onbekend(tabellen: list[Tabelbestand]) -> list[str]:
    return [
        f"Wij zien niet wat er in {deze.naam} staat. Noem het bestand zoals het sjabloon, zoals inwoners.csv."
        for deze in tabellen
        if not deze.soort
    ]


def _dubbel(tabellen: list[Tabelbestand]) -> list[str]:
    namen: dict[str, list[str]] = {}
    for deze in tabellen:
        if deze.soort:
            namen.setdefault(deze.soort, []).append(deze.naam)
    return [
        f"{', '.join(dubbel)}: dit is meer dan een bestand met {SOORTEN[soort].naam.lower()}. Stuur er een."
        for soort, dubbel in namen.items()
        if len(dubbel) > 1
    ]


class Bestandsformulier(forms.Form):
    """The files, all at once or one by one."""

    bestanden = Tabelbestanden(
        label="Welke bestanden?",
        help_text="CSV of Excel (xlsx). U kunt er meer tegelijk kiezen. Elk hoogstens 10 MB.",
    )


class Aanbodformulier(forms.Form):
    """Everything or nothing, or the good rows only."""

    regels = forms.ChoiceField(
        label="Wat doen wij met regels met een fout?", choices=KEUZES, widget=forms.RadioSelect,
        error_messages={"required": "Maak een keuze.", "invalid_choice": "Maak een keuze."},
    )  # fmt: skip


class Leeg(forms.Form):
    """Nothing to fill in: the button is the answer."""
