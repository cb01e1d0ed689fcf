"""The forms of finding a person: by BSN, or by name and day of birth."""

from __future__ import annotations

from typing import Any

from django import forms

from voordeur.inwoner.zoeknaam import Geboren, lees_geboren
from voordeur.schermen.velden import naar_gelang

from .forms_correctie import lees_bsn_veld

MEER_NODIG = "Vul een BSN in. Of vul een naam en een geboortedatum in."


class Geboorteveld(forms.CharField):
    """A day of birth as far as it is known, as people type it; gives a Geboren."""

    def clean(self, value: Any) -> Any:
        try:
            return lees_geboren(super().clean(value))
        except ValueError as fout:
            raise forms.ValidationError(str(fout)) from None


class Wie(forms.Form):
    """Who somebody is, as far as it was typed."""

    naam = forms.CharField(required=False)
    voornaam = forms.CharField(required=False)
    geboortenaam = forms.CharField(required=False)
    roepnaam = forms.CharField(required=False)
    geboortedatum = Geboorteveld(required=False)

    def identiteit(self) -> dict[str, Any]:
        """What there is to look for, as an identity; empty without a name."""
        ingevuld = dict(self.cleaned_data)
        geboren: Geboren = ingevuld.pop("geboortedatum")
        namen = {naam: ingevuld[naam] for naam in ("naam", "voornaam", "geboortenaam", "roepnaam") if ingevuld[naam]}
        return namen and {**namen, "geboren": geboren.tekst}


class Zoekformulier(Wie):
    """What somebody knows of who they look for. Sent by POST, so that no name or number comes in an address."""

    bsn = naar_gelang(
        forms.CharField(label="Burgerservicenummer", required=False, max_length=20, help_text="Negen cijfers.")
    )
    naam = naar_gelang(forms.CharField(
        label="Achternaam", required=False, max_length=200,
        help_text="Zoals u die hoort. Accenten en voorvoegsels maken niet uit.",
    ))  # fmt: skip
    voornaam = forms.CharField(label="Voornaam", required=False, max_length=200)
    geboortenaam = roepnaam = None  # type: ignore[assignment]
    geboortedatum = naar_gelang(Geboorteveld(
        label="Geboortedatum", required=False, max_length=20,
        help_text="Zoals: 4-3-1994. Weet u de dag niet? Vul dan alleen het jaar in.",
    ))  # fmt: skip
    field_order = ("bsn", "naam", "voornaam", "geboortedatum")

    def clean_bsn(self) -> str:
        return lees_bsn_veld(self.cleaned_data["bsn"]) or ""

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        geboren = ingevuld.get("geboortedatum") or Geboren()
        met_naam = bool(ingevuld.get("naam") or ingevuld.get("voornaam"))
        if not self.errors and not ingevuld.get("bsn") and not (met_naam and geboren.tekst):
            self.add_error("bsn" if not met_naam else "geboortedatum", MEER_NODIG)
        return ingevuld

    def identiteit(self) -> dict[str, Any]:
        ingevuld = self.cleaned_data
        namen = {naam: ingevuld[naam] for naam in ("naam", "voornaam") if ingevuld[naam]}
        return namen and {**namen, "geboren": ingevuld["geboortedatum"].tekst}
