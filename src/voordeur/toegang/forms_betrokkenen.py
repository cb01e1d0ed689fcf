"""The forms of who takes part."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from voordeur.schermen.velden import KIES, Dag

from .forms import Kiesveld
from .forms_documenten import tot_en_met
from .models import Betrokkene


class Betrokkeneformulier(forms.Form):
    """Who it is, as what, and since when."""

    soort = Kiesveld(label="Wat doet deze persoon?")
    naam = forms.CharField(label="Naam", max_length=100, error_messages={"required": "Vul een naam in."})
    telefoon = forms.CharField(label="Telefoon", required=False, max_length=20)
    email = forms.EmailField(
        label="E-mail", required=False, max_length=150,
        error_messages={"invalid": "Vul een e-mailadres in, zoals naam@voorbeeld.nl."},
    )  # fmt: skip
    organisatie = forms.CharField(label="Voor welke organisatie?", required=False, max_length=100)
    toelichting = forms.CharField(
        label="Wat moet een collega weten?", required=False, max_length=200, help_text="Zoals: curator, of zus."
    )
    van = Dag(label="Sinds wanneer?")

    def __init__(self, *delen: Any, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag
        soort: Any = self.fields["soort"]
        soort.choices = [KIES, *((waarde, naam.capitalize()) for waarde, naam in Betrokkene.Soort.choices)]

    def clean_van(self) -> date | None:
        return tot_en_met(self.cleaned_data["van"], self.vandaag)


class Einde(forms.Form):
    """From when somebody takes part no longer."""

    laatste_dag = Dag(label="Wat was de laatste dag?")

    def __init__(self, *delen: Any, vanaf: date, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vanaf, self.vandaag = vanaf, vandaag

    def clean_laatste_dag(self) -> date | None:
        dag: date = self.cleaned_data["laatste_dag"]
        if not self.vanaf <= dag <= self.vandaag:
            raise forms.ValidationError("Vul een datum in vanaf het begin tot en met vandaag.")
        return dag
