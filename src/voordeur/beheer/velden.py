"""Form fields of management: choices that ask for themselves, and days that may lie in the past when that is said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms

from voordeur.schermen.velden import KIES, Dag, naar_gelang

from .fouten import InHetVerleden


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


class _MetVerleden(forms.Form):
    """Asks whether a day in the past is meant, only when there is one: `eerste` names its field."""

    eerste = ""
    # how many days before today are no past yet
    speling = 0

    def __init__(self, *delen: Any, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.grens = vandaag - timedelta(days=self.speling)
        if not self._voorbij():
            self.fields.pop("ook_verleden")

    def _voorbij(self) -> bool:
        if not self.is_bound:
            return False
        try:
            dag = self.fields[self.eerste].clean(self.data.get(self.add_prefix(self.eerste)))
        except forms.ValidationError:
            return False
        return isinstance(dag, date) and dag < self.grens

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if "ook_verleden" not in self.fields:
            gegevens["ook_verleden"] = False
        elif not gegevens.get("ook_verleden"):
            self.add_error(self.eerste, str(InHetVerleden()))
        return gegevens


class Dagen(_MetVerleden):
    """From when until when, both included."""

    eerste = "van"
    van = Dag(label="Eerste dag")
    tot = Dag(label="Laatste dag", required=False)
    ook_verleden = naar_gelang(forms.BooleanField(label="Deze dagen liggen met opzet in het verleden", required=False))

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Kies een laatste dag na de eerste dag.")
        return gegevens


class Laatste(_MetVerleden):
    """The last day of something; yesterday means that it is over today."""

    eerste, speling = "laatste_dag", 1
    laatste_dag = Dag(label="Wat is de laatste dag?")
    ook_verleden = naar_gelang(forms.BooleanField(label="Deze dag ligt met opzet in het verleden", required=False))


def tot_datum(waarde: Any) -> date | None:
    """A day of a form that may be left open."""
    return waarde if isinstance(waarde, date) else None
