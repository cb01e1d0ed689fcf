"""Form fields of management: choices that ask for themselves, and days that may lie in the past when that is said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from voordeur.schermen.velden import KIES, Dag, naar_gelang


class Keuze(forms.ChoiceField):
    """A choice out of what is there now; what is not there is asked again."""

    def __init__(self, *, uit: Iterable[tuple[str, str]] = (), **velden: Any) -> None:
        fouten = {"required": "Maak een keuze.", "invalid_choice": "Maak een keuze."}
        super().__init__(choices=[KIES, *uit], error_messages=fouten, **velden)


class Keuzes(forms.MultipleChoiceField):
    """One or more out of what is there now."""

    def __init__(self, *, uit: Iterable[tuple[str, str]] = (), **velden: Any) -> None:
        fouten = {"required": "Kies er minstens één.", "invalid_choice": "Kies uit de lijst.", "invalid_list": "Kies."}
        super().__init__(choices=[*uit], widget=forms.CheckboxSelectMultiple, error_messages=fouten, **velden)


class Tekst(forms.CharField):
    """A line of text."""

    def __init__(self, **velden: Any) -> None:
        velden.setdefault("max_length", 100)
        super().__init__(error_messages={"required": "Vul dit in."}, **velden)


class Email(forms.EmailField):
    """An e-mail address."""

    def __init__(self, **velden: Any) -> None:
        fouten = {"required": "Vul een e-mailadres in.", "invalid": "Vul een e-mailadres in, zoals naam@gemeente.nl."}
        super().__init__(max_length=150, error_messages=fouten, **velden)


class Dagen(forms.Form):
    """From when until when, both included."""

    van = Dag(label="Eerste dag")
    tot = Dag(label="Laatste dag", required=False)
    ook_verleden = naar_gelang(forms.BooleanField(label="Deze dagen liggen met opzet in het verleden", required=False))

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Kies een laatste dag na de eerste dag.")
        return gegevens


class Laatste(forms.Form):
    """The last day of something."""

    laatste_dag = Dag(label="Wat is de laatste dag?")
    ook_verleden = naar_gelang(forms.BooleanField(label="Deze dag ligt met opzet in het verleden", required=False))


def tot_datum(waarde: Any) -> date | None:
    """A day of a form that may be left open."""
    return waarde if isinstance(waarde, date) else None
