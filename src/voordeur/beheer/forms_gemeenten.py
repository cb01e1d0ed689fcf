"""The form of a municipality."""

from __future__ import annotations

from django import forms

from voordeur.schermen.velden import Tekstvak

from .velden import Tekst

MINST, MEEST = 2, 6  # lines


class Gemeenteformulier(forms.Form):
    """What stands on the letters of a municipality."""

    adres = Tekstvak(
        label="Postadres", max_length=300, rijen=3, help_text="Hierheen sturen mensen hun bezwaar. Elke regel apart."
    )
    telefoon = Tekst(
        label="Telefoon", max_length=20, help_text="Voor vragen, als de behandelaar geen eigen nummer heeft."
    )

    def clean_adres(self) -> str:
        regels = [" ".join(regel.split()) for regel in self.cleaned_data["adres"].splitlines() if regel.strip()]
        if not MINST <= len(regels) <= MEEST:
            raise forms.ValidationError("Vul de straat of postbus in, en op een nieuwe regel postcode en plaats.")
        return "\n".join(regels)
