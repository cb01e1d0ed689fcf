"""The forms of moving in: a file, and what to do with rows that have a fault."""

from __future__ import annotations

from typing import Any

from django import forms

from voordeur.inwoner.bestanden import GROOTSTE
from voordeur.schermen.velden import KIES

from .inlezen.soorten import SOORTEN

ALLES, GOEDE = "alles", "goede"
KEUZES = ((ALLES, "Alles of niets: eerst moeten alle fouten weg"), (GOEDE, "Alleen de goede regels"))


class Tabelbestand(forms.FileField):
    """A CSV or Excel file; what is in it is found out later, so that every fault comes at once."""

    widget = forms.FileInput

    def __init__(self, **velden: Any) -> None:
        fouten = {
            "required": "Kies een bestand.", "empty": "Dit bestand is leeg. Kies een ander bestand.",
            "missing": "Kies een bestand.", "invalid": "Kies een bestand.",
            "max_length": "De naam van dit bestand is te lang. Geef een kortere naam.",
        }  # fmt: skip
        super().__init__(error_messages=fouten, max_length=200, **velden)
        self.widget.attrs["accept"] = ".csv,.xlsx"

    def clean(self, data: Any, initial: Any = None) -> tuple[str, bytes]:
        gestuurd = super().clean(data, initial)
        if gestuurd.size > GROOTSTE:
            raise forms.ValidationError("Dit bestand is te groot. Maak er twee van.")
        naam = "".join(teken for teken in gestuurd.name if teken.isprintable())
        return naam or "bestand", gestuurd.read()


class Bestandsformulier(forms.Form):
    """What is in the file, and the file."""

    soort = forms.ChoiceField(
        label="Wat staat er in het bestand?",
        error_messages={"required": "Maak een keuze.", "invalid_choice": "Maak een keuze."},
    )
    bestand = Tabelbestand(label="Welk bestand?", help_text="CSV of Excel (xlsx). Hoogstens 10 MB.")

    def __init__(self, *delen: Any, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        soort: Any = self.fields["soort"]
        soort.choices = [KIES, *((soort.id, soort.naam) for soort in SOORTEN.values())]


class Aanbodformulier(forms.Form):
    """Everything or nothing, or the good rows only."""

    regels = forms.ChoiceField(
        label="Wat doen wij met regels met een fout?", choices=KEUZES, widget=forms.RadioSelect,
        error_messages={"required": "Maak een keuze.", "invalid_choice": "Maak een keuze."},
    )  # fmt: skip


class Leeg(forms.Form):
    """Nothing to fill in: the button is the answer."""
