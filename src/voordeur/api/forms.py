"""The form of a new key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from voordeur.schermen.velden import KIES, Dag


class Sleutelformulier(forms.Form):
    """What the key is for, as whom, and how long."""

    naam = forms.CharField(
        label="Waarvoor is de sleutel?", max_length=100, help_text="Zoals: dossiersysteem van de aanbieder.",
        error_messages={"required": "Schrijf op waarvoor de sleutel is."},
    )  # fmt: skip
    account = forms.ChoiceField(
        label="Namens welk account werkt het systeem?",
        help_text="Het systeem ziet en mag wat dit account ziet en mag.",
        error_messages={"required": "Maak een keuze.", "invalid_choice": "Maak een keuze."},
    )
    mag_schrijven = forms.BooleanField(label="Het systeem mag ook dingen vastleggen", required=False)
    van = Dag(label="Eerste dag")
    tot = Dag(label="Laatste dag", help_text="Hooguit een jaar na de eerste dag.")

    def __init__(self, *delen: Any, accounts: Mapping[str, str], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        veld = self.fields["account"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [KIES, *accounts.items()]


class Leeg(forms.Form):
    """A step without questions: only a button."""
