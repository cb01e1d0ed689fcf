"""The forms of the shelters: the door, a night that could not be given, the correction of a night, beds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms

from voordeur.schermen.velden import Dag, JaNeeOnbekend, naar_gelang

from .actions import Elders, Gast
from .actions.nachten import MEESTE_BEDDEN
from .models import Nacht, NietGegeven

MEESTE_MEE = 9
OUDSTE_JAAR = 1900
GETAL = {
    "invalid": "Vul een heel getal in.",
    "min_value": "Vul een getal in vanaf 0.",
    "max_value": f"Vul hooguit {MEESTE_MEE} in.",
}


def aantal(label: str, **velden: Any) -> forms.IntegerField:
    """How many come along: nobody, unless a number is filled in."""
    invoer = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=MEESTE_MEE, widget=invoer, error_messages=GETAL, **velden
    )


class Deur(forms.Form):
    """Who is at the door. Everything may stay open: the bed does not wait for an answer."""

    sleutel = forms.UUIDField(required=False, widget=forms.HiddenInput)
    naam = forms.CharField(
        label="Hoe wil de persoon genoemd worden?", required=False, max_length=80, help_text="Een voornaam is genoeg.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    geboortedatum = Dag(label="Geboortedatum", required=False)
    kinderen = aantal("Hoeveel kinderen komen mee?")
    volwassenen = aantal("Hoeveel andere volwassenen komen mee?")
    veilig = JaNeeOnbekend(label="Voelt de persoon zich hier veilig?")

    def __init__(self, *delen: Any, vandaag: date, soorten: Mapping[str, str], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag, self.soorten = vandaag, soorten
        self.initial = {"kinderen": 0, "volwassenen": 0, "sleutel": uuid4(), **self.initial}
        if len(soorten) > 1:
            self.fields["soort"] = forms.ChoiceField(
                label="Welke plek?", choices=list(soorten.items()), required=False,
                error_messages={"invalid_choice": "Kies een plek uit de lijst."},
            )  # fmt: skip
        # the page says once that everything may stay open
        for veld in self.fields.values():
            naar_gelang(veld)

    def clean_geboortedatum(self) -> date | None:
        dag: date | None = self.cleaned_data["geboortedatum"]
        if dag is not None and not (dag.year >= OUDSTE_JAAR and dag <= self.vandaag):
            raise forms.ValidationError("Vul een datum in tot en met vandaag.")
        return dag

    def gasten(self) -> tuple[Gast, ...]:
        """Who came: who spoke first, then the other adults and the children."""
        in_ = self.cleaned_data
        geboren = in_["geboortedatum"]
        eerste = {"voornaam": in_["naam"].strip(), "geboortedatum": geboren.isoformat() if geboren else None}
        anderen = (Gast() for _ in range(in_["volwassenen"] or 0))
        kinderen = (Gast(kind=True) for _ in range(in_["kinderen"] or 0))
        return (Gast(identiteit={naam: deel for naam, deel in eerste.items() if deel}), *anderen, *kinderen)

    @property
    def soort(self) -> str:
        return str(self.cleaned_data.get("soort") or next(iter(self.soorten)))


class ZonderBed(forms.Form):
    """Why there is no bed here, and where the person was brought."""

    grond = forms.ChoiceField(
        label="Waarom is er hier geen bed?", choices=NietGegeven.Grond.choices, widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom er hier geen bed is."},
    )  # fmt: skip
    toch_vol = naar_gelang(forms.BooleanField(
        label="Toch geen plek: de vrije bedden zijn vannacht niet te gebruiken", required=False,
        help_text="Vinkt u dit aan? Dan legt u vast dat er geen plek vrij is, ook al zegt de lijst iets anders.",
    ))  # fmt: skip
    uitkomst = forms.ChoiceField(
        label="Waar is de persoon nu?", choices=NietGegeven.Uitkomst.choices, widget=forms.RadioSelect,
        error_messages={"required": "Kies waar de persoon nu is."},
    )  # fmt: skip
    naar = naar_gelang(forms.ChoiceField(
        label="Welke opvang neemt de persoon over?", required=False,
        help_text="Staat de opvang hier niet bij? Schrijf hieronder waar de persoon is.",
        error_messages={"invalid_choice": "Kies een opvang uit de lijst."},
    ))  # fmt: skip
    waar = naar_gelang(forms.CharField(
        label="Welke plek is het?", required=False, max_length=200, help_text="Vul dit in als u een plek vond.",
    ))  # fmt: skip
    gebeld = naar_gelang(forms.CharField(
        label="Wie hebt u daar gesproken?", required=False, max_length=200,
        help_text="Een naam en een telefoonnummer. Vul dit in als u een plek vond.",
    ))  # fmt: skip

    def __init__(self, *delen: Any, opvang: Mapping[str, str], vrij: int | None, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        if vrij:
            self.fields["grond"].help_text = f"Op uw lijst {_bedden(vrij)} vrij voor deze nacht."
        else:
            del self.fields["toch_vol"]
        if opvang:
            veld: Any = self.fields["naar"]
            veld.choices = [("", "Geen van deze"), *opvang.items()]
        else:
            del self.fields["naar"]

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        vol = ingevuld.get("grond") == NietGegeven.Grond.VOL
        if vol and "toch_vol" in self.fields and not ingevuld.get("toch_vol"):
            self.add_error("toch_vol", "Op uw lijst is nog plek. Geef een bed, of vink aan dat er toch geen plek is.")
        if ingevuld.get("uitkomst") in (NietGegeven.Uitkomst.ANDERE_OPVANG, NietGegeven.Uitkomst.ELDERS):
            if not ingevuld.get("naar") and not ingevuld.get("waar") and "waar" not in self.errors:
                self.add_error("waar", "Schrijf op waar de persoon nu is.")
            if not ingevuld.get("gebeld") and "gebeld" not in self.errors:
                self.add_error("gebeld", "Schrijf op wie u daar gesproken hebt.")
        return ingevuld

    def elders(self) -> Elders:
        in_ = self.cleaned_data
        naar = in_.get("naar")
        return Elders(
            grond=in_["grond"], uitkomst=in_["uitkomst"], naar=int(naar) if naar else None, waar=in_["waar"],
            gebeld=in_["gebeld"], toch_vol=bool(in_.get("toch_vol")),
        )  # fmt: skip


def _bedden(aantal: int) -> str:
    return "is 1 bed" if aantal == 1 else f"zijn {aantal} bedden"


class DeurZonderBed(ZonderBed, Deur):
    """The door, when there is no bed."""

    field_order = ("naam", "geboortedatum", "kinderen", "volwassenen", "veilig", "soort")


class NietHier(forms.Form):
    """Why a night is crossed out; the night goes along."""

    nacht = forms.DateField(required=False, widget=forms.HiddenInput)
    reden = forms.ChoiceField(
        label="Waarom haalt u deze nacht van de lijst?", choices=Nacht.Reden.choices, widget=forms.RadioSelect,
        error_messages={"required": "Kies een reden."},
    )  # fmt: skip


class Beddental(forms.Form):
    """How many beds the shelter has, from a day on."""

    aantal = forms.IntegerField(
        label="Hoeveel bedden hebt u?", min_value=0, max_value=MEESTE_BEDDEN,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Vul een getal in.", "invalid": "Vul een heel getal in.",
            "min_value": "Vul een getal in vanaf 0.", "max_value": f"Vul hooguit {MEESTE_BEDDEN} in.",
        },
    )  # fmt: skip
    vanaf = Dag(label="Vanaf welke dag?")

    def clean_vanaf(self) -> date:
        dag: date = self.cleaned_data["vanaf"]
        if dag.year < OUDSTE_JAAR:
            raise forms.ValidationError("Vul een datum in deze eeuw in.")
        return dag
