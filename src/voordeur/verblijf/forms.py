"""The forms of the stays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from voordeur.regels.datums import Periode
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.velden import Dag

from .actions import REDENEN
from .fouten import LaatsteDagKloptNiet
from .queries import Kans

STANDEN = {"nu": "Wonen er nu", "straks": "Komen nog", "voorbij": "Woonden er", "alle": "Allemaal"}


class Dagformulier(forms.Form):
    """From which day somebody looks for a place."""

    vanaf = Dag(label="Vanaf welke dag?")

    def __init__(self, data: Any, dagen: Periode) -> None:
        super().__init__(data)
        self.dagen = dagen

    def clean_vanaf(self) -> date:
        dag: date = self.cleaned_data["vanaf"]
        if not self.dagen.bevat(dag):
            tot = f" tot en met {schrijf_datum(self.dagen.tot)}" if self.dagen.tot else ""
            raise forms.ValidationError(f"Het besluit geldt vanaf {schrijf_datum(self.dagen.van)}{tot}. Kies zo'n dag.")
        return dag


class Plekformulier(forms.Form):
    """A choice out of the places that fit; the day goes along."""

    vanaf = Dag()
    plek = forms.ChoiceField(
        label="Plek",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies een plek.",
            "invalid_choice": "Deze plek is intussen bezet of past niet meer. Kies een andere plek.",
        },
    )

    def __init__(self, data: Any, kansen: list[Kans], gemeenten: Mapping[str, str], vanaf: date) -> None:
        super().__init__(data, initial={"vanaf": vanaf})
        self.fields["vanaf"].widget = forms.HiddenInput()
        veld = self.fields["plek"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(str(kans.plek.pk), in_woorden(kans, gemeenten)) for kans in kansen]


def in_woorden(kans: Kans, gemeenten: Mapping[str, str]) -> str:
    """'De Linde, plek 3 (De Brug, Delfzijl)': house, number, provider, municipality."""
    locatie = kans.plek.locatie
    waar = gemeenten.get(locatie.gemeente, locatie.gemeente)
    return f"{locatie.naam}, plek {kans.plek.nummer} ({locatie.organisatie.naam}, {waar})"


class Eindformulier(forms.Form):
    """How a stay ends."""

    laatste_dag = Dag(label="Laatste dag", help_text="De dag daarna is de plek vrij.")
    reden = forms.ChoiceField(
        label="Waarom eindigt het verblijf?",
        choices=list(REDENEN.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een reden."},
    )

    def __init__(self, data: Any, dagen: Periode) -> None:
        super().__init__(data)
        self.dagen = dagen

    def clean_laatste_dag(self) -> date:
        dag: date = self.cleaned_data["laatste_dag"]
        if not self.dagen.bevat(dag):
            raise forms.ValidationError(str(LaatsteDagKloptNiet(self.dagen.van, self.dagen.tot)))
        return dag


class Planformulier(forms.Form):
    """When the plan of the provider came in."""

    ontvangen_op = Dag(label="Op welke dag kwam het plan binnen?")


class Bewonersfilter(forms.Form):
    """What the list of residents can be narrowed to."""

    nummer = forms.CharField(label="Dossiernummer", required=False)
    stand = forms.ChoiceField(label="Stand", choices=list(STANDEN.items()), required=False)
    gemeente = forms.ChoiceField(label="Gemeente", required=False)

    def __init__(self, vraag: Any, gemeenten: Mapping[str, str]) -> None:
        super().__init__(vraag)
        veld = self.fields["gemeente"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", "Alle gemeenten"), *gemeenten.items()]

    def gekozen(self) -> dict[str, str]:
        """What was chosen and can be; something else in the address counts as no choice."""
        self.is_valid()
        return {naam: str(waarde) for naam, waarde in self.cleaned_data.items() if waarde}
