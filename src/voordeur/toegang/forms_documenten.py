"""The form of a paper that comes in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from voordeur.schermen.opladen import Bestandsveld
from voordeur.schermen.velden import KIES, Dag

from .documentsoorten import DOCUMENTSOORTEN, VAN
from .forms import Kiesveld


def tot_en_met(dag: date | None, vandaag: date) -> date | None:
    """A day that has been. Raises ValidationError."""
    if dag and dag > vandaag:
        raise forms.ValidationError("Vul een datum in tot en met vandaag.")
    return dag


class Documentformulier(forms.Form):
    """A file, what it is, from whom, and when it came."""

    bestand = Bestandsveld(label="Welk bestand?")
    soort = Kiesveld(label="Wat is het?", choices=[KIES, *DOCUMENTSOORTEN.items()])
    van = Kiesveld(label="Van wie komt het?", choices=[KIES, *VAN.items()])
    ontvangen_op = Dag(label="Wanneer kwam het binnen?")
    toelichting = forms.CharField(label="Waar gaat het over?", required=False, max_length=200)

    def __init__(self, *delen: Any, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag

    def clean_ontvangen_op(self) -> date | None:
        return tot_en_met(self.cleaned_data["ontvangen_op"], self.vandaag)
