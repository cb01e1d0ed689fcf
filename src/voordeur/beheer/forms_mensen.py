"""The forms of staff. What may be chosen is given by the view: nothing else that is posted counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from voordeur.schermen.velden import Dag

from .velden import Dagen, Email, Keuze, Keuzes, Laatste, Tekst

Keuzelijst = Iterable[tuple[str, str]]


class Mensvelden(forms.Form):
    """How somebody is called and reached."""

    naam = Tekst(label="Naam", max_length=200)
    functie = Tekst(label="Functie", required=False)
    telefoon = Tekst(label="Telefoon", required=False, max_length=20)


class Uitnodigen(Mensvelden):
    """Who is invited, and where the message goes."""

    email = Email(label="E-mailadres")


class Rolformulier(Dagen):
    """Which role, where, and when."""

    field_order = ("rol", "plek", "van", "tot", "ook_verleden")

    def __init__(self, *delen: Any, rollen: Keuzelijst, plekken: Keuzelijst, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.fields["rol"] = Keuze(label="Welke rol?", uit=rollen)
        self.fields["plek"] = Keuze(label="Bij welke gemeente of organisatie?", uit=plekken)
        self.order_fields(self.field_order)


class Einde(Laatste):
    """The last day of a role or a power."""


class LaatsteDag(forms.Form):
    """The last day of a replacement; never in the past."""

    laatste_dag = Dag(label="Wat is de laatste dag?")


class Mandaatformulier(Dagen):
    """Whose power, over what, for whom, by which provision."""

    field_order = ("van_college", "aan", "macht", "grond", "van", "tot", "ook_verleden")

    def __init__(self, *delen: Any, colleges: Keuzelijst, aan: Keuzelijst, machten: Keuzelijst, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.fields["van_college"] = Keuze(label="Wie geeft het mandaat?", uit=colleges)
        self.fields["aan"] = Keuze(label="Wie krijgt het mandaat?", uit=aan)
        self.fields["macht"] = Keuze(label="Waarvoor?", uit=machten)
        self.fields["grond"] = Tekst(
            label="In welk besluit staat dit?", help_text="Zoals: mandaatbesluit 2026, artikel 3."
        )
        self.order_fields(self.field_order)


class Vervangformulier(forms.Form):
    """Who stands in for whom, where, and when."""

    van = Dag(label="Eerste dag")
    tot = Dag(label="Laatste dag")

    def __init__(self, *delen: Any, vervangers: Keuzelijst, colleges: Keuzelijst, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.fields["vervanger"] = Keuze(label="Wie vervangt?", uit=vervangers)
        self.fields["college"] = Keuze(label="Bij welke gemeente?", uit=colleges)
        self.order_fields(("vervanger", "college", "van", "tot"))

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if van and tot and not van <= tot <= van + timedelta(days=366):
            self.add_error("tot", "Kies een laatste dag na de eerste dag, binnen een jaar.")
        return gegevens


class Overdragen(forms.Form):
    """Which dossiers, and to whom."""

    def __init__(self, *delen: Any, dossiers: Keuzelijst, collegas: Keuzelijst, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.fields["dossiers"] = Keuzes(label="Welke dossiers?", uit=dossiers)
        self.fields["aan"] = Keuzes(
            label="Aan wie?", uit=collegas, help_text="Kiest u er meer? Dan krijgt elk om de beurt een dossier."
        )


class Vertrek(forms.Form):
    """The last day, and whether the account closes at once."""

    laatste_dag = Dag(label="Wat is de laatste dag?")
    nu = forms.BooleanField(label="Sluit het account nu meteen", required=False)


class Welkom(forms.Form):
    """The code of an invitation, and the password that somebody chooses."""

    email = Email(label="Uw e-mailadres")
    code = Tekst(label="De code uit de brief of het bericht", max_length=20)
    wachtwoord = forms.CharField(
        label="Uw nieuwe wachtwoord",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput,
        help_text="Gebruik minstens 12 tekens. Een paar losse woorden is goed.",
        error_messages={"required": "Kies een wachtwoord."},
    )
    nog_eens = forms.CharField(
        label="Uw nieuwe wachtwoord, nog een keer",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput,
        error_messages={"required": "Vul het wachtwoord nog een keer in."},
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        een, twee = gegevens.get("wachtwoord"), gegevens.get("nog_eens")
        if een and twee and een != twee:
            self.add_error("nog_eens", "Vul twee keer hetzelfde wachtwoord in.")
        elif een:
            try:
                validate_password(een)
            except ValidationError as fout:
                self.add_error("wachtwoord", fout)
        return gegevens
