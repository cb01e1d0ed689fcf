"""The forms of local policy: a value with its decision, a prolongation, a new version."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from voordeur.regelingen.lokaal import klasse_van
from voordeur.regelingen.waardewoorden import hoe_in_te_vullen, woorden_van
from voordeur.regels.parameters import OpenParameter
from voordeur.schermen.velden import Dag, Tekstvak, naar_gelang

from .actions.beleid import Besluitgegevens

GROOTSTE = 1_000_000


class Besluitvelden(forms.Form):
    """The decision: who took it, when, its number and where the paper is."""

    orgaan = forms.CharField(
        label="Wie heeft dit besloten?", max_length=200, help_text="Zoals: de colleges, of het bestuurlijk overleg.",
        error_messages={"required": "Vul in wie dit heeft besloten."},
    )  # fmt: skip
    besluit_op = Dag(label="Wanneer is het besloten?")
    nummer = forms.CharField(label="Nummer van het besluit", max_length=60, required=False)
    stuk = forms.CharField(label="Waar staat het stuk?", max_length=200, required=False)
    toelichting = Tekstvak(label="Waarom deze keuze?", rijen=3, required=False, max_length=2000)

    def besluit(self) -> Besluitgegevens:
        """The decision of a valid form."""
        schoon = self.cleaned_data
        return Besluitgegevens(
            schoon["orgaan"], schoon["besluit_op"], schoon["nummer"], schoon["stuk"], schoon["toelichting"]
        )


class Waarde(Besluitvelden):
    """A value for what the agreement leaves open."""

    waarde = forms.CharField(label="Welke waarde geldt?", max_length=10_000, error_messages={"required": "Vul dit in."})
    van = Dag(label="Vanaf welke dag?")
    tot = naar_gelang(Dag(label="Tot en met welke dag?", required=False, help_text="Laat leeg als er geen einde is."))
    field_order = ("waarde", "van", "tot")

    def __init__(self, *delen: Any, gat: OpenParameter, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        veld, woorden = self.fields["waarde"], woorden_van(gat.naam, gat)
        veld.help_text = " ".join(deel for deel in (woorden.waarvoor, hoe_in_te_vullen(gat)) if deel)
        if klasse_van(gat).soort in ("tekst", "tabel"):
            veld.widget = forms.Textarea(attrs={"rows": 3})


class Verlenging(Besluitvelden):
    """Until when the agreement goes on."""

    tot = Dag(label="Tot en met welke dag loopt de regeling door?")
    field_order = ("tot",)


class Einde(Besluitvelden):
    """From which day a value holds no longer, and the decision."""

    vanaf = Dag(label="Vanaf welke dag geldt dit niet meer?")
    field_order = ("vanaf",)


class Afwijzing(forms.Form):
    """Why somebody refuses what another prepared."""

    reden = Tekstvak(
        label="Waarom wijst u dit af?", rijen=3, max_length=2000, help_text="Wie het klaarlegde, leest dit.",
        error_messages={"required": "Schrijf waarom u dit afwijst."},
    )  # fmt: skip


class Versie(forms.Form):
    """The file of a new version, and the decision behind it."""

    bestand = forms.FileField(
        label="Het bestand van de nieuwe versie", help_text="Een TOML-bestand van hoogstens 1 MB.", max_length=200,
        error_messages={
            "required": "Kies een bestand.", "empty": "Dit bestand is leeg. Kies een ander bestand.",
            "missing": "Kies een bestand.", "invalid": "Kies een bestand.",
            "max_length": "De naam van dit bestand is te lang. Geef een kortere naam.",
        },
    )  # fmt: skip
    besluit = forms.CharField(
        label="Met welk besluit?", max_length=200, error_messages={"required": "Vul in met welk besluit."}
    )

    def clean_bestand(self) -> bytes:
        gestuurd: UploadedFile = self.cleaned_data["bestand"]
        if (gestuurd.size or 0) > GROOTSTE:
            raise forms.ValidationError("Dit bestand is te groot. Kies een bestand van hoogstens 1 MB.")
        inhoud: bytes = gestuurd.read()
        return inhoud


class Bevestiging(forms.Form):
    """Nothing to fill in: the button is the answer."""


def eerste_dag(vandaag: date) -> dict[str, date]:
    """What a form of a decision starts with."""
    return {"besluit_op": vandaag, "van": vandaag}
