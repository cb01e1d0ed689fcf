"""The forms of who lets a resident, or who stands for one, log in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from voordeur.inwoner.models import Machtiging
from voordeur.schermen.velden import KIES, Dag, Tekstvak

from .forms_documenten import tot_en_met


class Bevestiging(forms.Form):
    """A button and nothing to fill in."""


class Vertegenwoordiger(forms.Form):
    """Who it is, by which right, and what was shown as proof."""

    soort = forms.ChoiceField(
        label="Op grond waarvan?", error_messages={"required": "Maak een keuze."},
        choices=[
            KIES,
            (Machtiging.Soort.WETTELIJK, "Curator of mentor, door de rechter benoemd"),
            (Machtiging.Soort.GEMACHTIGDE, "Gemachtigd door de inwoner"),
        ],
    )  # fmt: skip
    naam = forms.CharField(label="Naam", max_length=100, error_messages={"required": "Vul een naam in."})
    adres = Tekstvak(
        label="Adres voor de brief", required=False, rijen=3, help_text="Geen adres? Dan geeft u de brief zelf."
    )
    contact = forms.CharField(label="Telefoon of e-mail", max_length=150, required=False)
    bewijs = forms.CharField(
        label="Welk bewijs zag u?", max_length=200, error_messages={"required": "Schrijf op welk bewijs u zag."},
        help_text="Zoals: beschikking van de rechtbank van 3 maart 2026, met het nummer.",
    )  # fmt: skip
    mag = forms.ChoiceField(
        label="Wat mag deze persoon?", choices=Machtiging.Mag.choices, initial=Machtiging.Mag.HANDELEN
    )
    van = Dag(label="Sinds wanneer?")
    tot = Dag(label="Tot en met wanneer?", required=False)

    def __init__(self, *delen: Any, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag

    def clean_van(self) -> date | None:
        return tot_en_met(self.cleaned_data["van"], self.vandaag)

    def clean_tot(self) -> date | None:
        tot: date | None = self.cleaned_data["tot"]
        if tot is not None and tot < self.vandaag:
            raise forms.ValidationError("Vul een datum in vanaf vandaag.")
        return tot
