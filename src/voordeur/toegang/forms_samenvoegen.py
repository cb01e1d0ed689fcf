"""The forms of making two registrations one, and two again."""

from __future__ import annotations

from typing import Any

from django import forms

from voordeur.schermen.velden import Tekstvak

from .forms import Kiesveld


class Samenvoegverzoek(forms.Form):
    """Which registration stays, and how somebody knows that it is one person."""

    blijft = Kiesveld(
        label="Welke registratie blijft?", widget=forms.RadioSelect,
        help_text="De gegevens van de andere blijven te lezen als eerdere gegevens.",
    )  # fmt: skip
    toelichting = Tekstvak(label="Hoe weet u dat dit dezelfde persoon is?", rijen=3)

    def __init__(self, *delen: Any, keuzes: list[tuple[str, str]], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        veld: Any = self.fields["blijft"]
        veld.choices = keuzes


class Samenvoegkeuze(forms.Form):
    """Agree that it is one person, or not."""

    keuze = Kiesveld(
        label="Is dit dezelfde persoon?", widget=forms.RadioSelect,
        choices=[("ja", "Ja, voeg de registraties samen"), ("nee", "Nee, het blijven twee personen")],
    )  # fmt: skip


class Ongedaan(forms.Form):
    """Why it was two people after all."""

    toelichting = Tekstvak(label="Waarom zijn dit toch twee personen?", rijen=3)
