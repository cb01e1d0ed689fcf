"""The forms of organisations."""

from __future__ import annotations

from typing import Any

from django import forms

from voordeur.kern.models import Organisatie
from voordeur.schermen.velden import Dag, Tekstvak

from .models import Contactpersoon
from .velden import Email, Keuze, Tekst

SOORTEN = (
    ("aanbieder", "Aanbieder"),
    ("opvang", "Opvang"),
    ("toegang", "Toegangsorganisatie"),
    ("corporatie", "Woningcorporatie"),
    ("anders", "Anders"),
)
assert {waarde for waarde, _ in SOORTEN} == set(Organisatie.Soort.values)


class Organisatieformulier(forms.Form):
    """What is kept of an organisation."""

    naam = Tekst(label="Naam", max_length=200)
    soort = Keuze(label="Wat voor organisatie is het?", uit=SOORTEN)
    adres = Tekstvak(label="Adres", required=False, max_length=300, rijen=3)
    telefoon = Tekst(label="Telefoon", required=False, max_length=20)


class Contactformulier(forms.Form):
    """Who to call, and since when."""

    naam = Tekst(label="Naam")
    functie = Tekst(label="Functie", required=False)
    telefoon = Tekst(label="Telefoon", required=False, max_length=20)
    email = Email(label="E-mailadres", required=False)
    van = Dag(label="Sinds wanneer?")
    tot = Dag(label="Laatste dag", required=False)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Kies een laatste dag na de eerste dag.")
        return gegevens


class Regiocontact(Contactformulier):
    """A contact of the region itself, with the place that this person has."""

    def __init__(self, *delen: Any, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        keuzes = [(waarde, naam) for waarde, naam in Contactpersoon.Plek.choices if waarde]
        self.fields["plek"] = Keuze(label="Welke plek heeft deze persoon?", uit=keuzes)
        self.order_fields(("plek",))


class Verwerkingformulier(forms.Form):
    """An agreement on processing as it was signed."""

    onderwerp = Tekst(label="Waarover gaat de overeenkomst?", max_length=200)
    getekend_op = Dag(label="Getekend op")
    tot_en_met = Dag(label="Geldig tot en met", required=False)
    document = Tekst(label="Waar ligt het document?", max_length=200, help_text="Zoals het nummer in uw archief.")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        van, tot = gegevens.get("getekend_op"), gegevens.get("tot_en_met")
        if van and tot and tot < van:
            self.add_error("tot_en_met", "Kies een dag na de dag van tekenen.")
        return gegevens


class Einddag(forms.Form):
    """The last day of something."""

    laatste_dag = Dag(label="Wat is de laatste dag?")
