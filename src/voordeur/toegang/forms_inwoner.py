"""The forms with which staff answers residents: a question, a complaint, an appointment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from voordeur.schermen.velden import KIES, Dag, Tekstvak, naar_gelang

from .forms import Kiesveld
from .models import Klacht

VUL_IN = {"required": "Vul dit in."}
Uit = Klacht.Uitkomst
LANGS = [(deel.value, deel.label.capitalize()) for deel in Klacht.Langs if deel != Klacht.Langs.ONLINE]
OORDELEN = (
    (Uit.OPGELOST, "Opgelost: de inwoner is tevreden"),
    (Uit.GEGROND, "Gegrond: de inwoner heeft gelijk"),
    (Uit.DEELS, "Deels gegrond"),
    (Uit.ONGEGROND, "Ongegrond: de inwoner heeft geen gelijk"),
)


class Antwoord(forms.Form):
    """The answer to a question."""

    tekst = Tekstvak(
        label="Wat is uw antwoord?", max_length=5000, help_text="De inwoner leest dit. Schrijf korte zinnen en zeg 'u'."
    )


class KlachtOpnemen(forms.Form):
    """What somebody complains of, in their own words as far as that goes."""

    langs = Kiesveld(label="Hoe kwam de klacht binnen?", choices=[KIES, *LANGS])
    ontvangen_op = Dag(label="Op welke dag?", help_text="De termijn van zes weken begint op deze dag.")
    over = Kiesveld(label="Over wie gaat de klacht?", choices=[KIES, *Klacht.Over.choices])
    wie = forms.CharField(label="Welke naam noemde de inwoner?", max_length=150, required=False)
    tekst = Tekstvak(
        label="Wat is er volgens de inwoner gebeurd?", max_length=5000,
        help_text="Schrijf het op zoals de inwoner het zegt. Lees het daarna voor.",
    )  # fmt: skip

    def __init__(self, *delen: Any, collegas: Mapping[int, str], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        keuzes = [("", "Niet over een collega, of niet gezegd"), *((str(pk), naam) for pk, naam in collegas.items())]
        self.fields["betrokken"] = forms.TypedChoiceField(
            label="Gaat het over een collega?", choices=keuzes, coerce=int, empty_value=None, required=False,
            help_text="Deze collega geeft het oordeel niet.", error_messages={"invalid_choice": "Maak een keuze."},
        )  # fmt: skip


class Doorsturen(forms.Form):
    """To whom a complaint goes, and why."""

    aan = forms.CharField(label="Naar welke organisatie?", max_length=200, error_messages=VUL_IN)
    toelichting = Tekstvak(label="Waarom daarheen?", max_length=2000, help_text="Dit komt in de brief aan de inwoner.")


class Verdagen(forms.Form):
    """Why there is more time needed."""

    reden = Tekstvak(label="Waarom is er meer tijd nodig?", max_length=2000, help_text="Dit komt in de brief.")


class Afhandelen(forms.Form):
    """What was found, whether there was a talk, and which ombudsman comes next."""

    uitkomst = Kiesveld(label="Wat is uw oordeel?", choices=[KIES, *OORDELEN])
    motivering = Tekstvak(label="Wat vond u, en waarom?", max_length=5000, help_text="Dit komt in de brief.")
    gehoord_op = naar_gelang(Dag(label="Wanneer sprak u de inwoner?", required=False))
    afgezien = forms.BooleanField(label="De inwoner wilde geen gesprek", required=False)
    ombudsman = forms.CharField(
        label="Naar welke ombudsman kan de inwoner daarna?", max_length=150, initial="de Nationale ombudsman",
        error_messages=VUL_IN,
    )  # fmt: skip


class Tijd(forms.TimeField):
    """A time of the day, by the input of the browser."""

    def __init__(self, **velden: Any) -> None:
        fouten = {"required": "Vul een tijd in.", "invalid": "Vul een tijd in, zoals 14:30."}
        invoer = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        super().__init__(widget=invoer, error_messages=fouten, **velden)


class Afspraakformulier(forms.Form):
    """When, where, with whom, about what."""

    dag = Dag(label="Op welke dag?")
    begint = Tijd(label="Hoe laat begint het?")
    eindigt = Tijd(label="Hoe laat is het klaar?")
    waar = forms.CharField(label="Waar?", max_length=200, error_messages=VUL_IN, help_text="Adres, of: u wordt gebeld.")
    met = forms.CharField(label="Met wie?", max_length=150, error_messages=VUL_IN)
    waarover = forms.CharField(label="Waarover?", max_length=200, required=False)


class Afzeggen(forms.Form):
    """Nothing to fill in: the appointment goes."""
