"""The forms of a correction: the new value, why, and the right person for a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from voordeur.inwoner.bsn import lees_bsn
from voordeur.schermen.velden import Dag, MetVersie, Tekstvak, naar_gelang

from .actions.correcties import REDENEN
from .forms import AANHEF, OUDSTE, ZO_NOEMEN, ZOALS_GESCHREVEN, Kiesveld

# what can be corrected: its name in the list, and the question of its page
WAT: dict[str, tuple[str, str]] = {
    "meldingsdag": ("Dag van de melding", "Wanneer kwam de melding binnen?"),
    "aanvraagdag": ("Dag van de aanvraag", "Wanneer kwam de aanvraag binnen?"),
    "onderzocht": ("Onderzoek klaar op", "Wanneer was het onderzoek klaar?"),
    "melder": ("Wie meldde", "Wie meldde?"),
    "naam": ("Naam", "Hoe heet de inwoner?"),
    "geboortedatum": ("Geboortedatum", "Wanneer is de inwoner geboren?"),
    "adres": ("Adres", "Wat is het adres?"),
    "bsn": ("BSN", "Wat is het burgerservicenummer?"),
    "gemeente": ("Gemeente", "In welke gemeente woont de inwoner?"),
}


def lees_bsn_veld(tekst: str) -> str | None:
    """A BSN as somebody typed it; None when it was left open. Raises ValidationError."""
    if not tekst.strip():
        return None
    try:
        return lees_bsn(tekst.strip())
    except ValueError as fout:
        raise forms.ValidationError(str(fout)) from None


def _geboren(dag: date | None, vandaag: date) -> date | None:
    if dag is not None and dag > vandaag:
        raise forms.ValidationError("Vul een datum in tot en met vandaag.")
    if dag is not None and vandaag.year - dag.year > OUDSTE:
        raise forms.ValidationError(f"Dit is meer dan {OUDSTE} jaar geleden. Kijk of het jaar klopt.")
    return dag


class Correctieveld(MetVersie):
    """The new value of one thing, and why. `keuzes`: what can be chosen, for what is a choice."""

    def __init__(
        self, *delen: Any, wat: str, vandaag: date, keuzes: Sequence[tuple[str, str]] = (), **velden: Any
    ) -> None:
        super().__init__(*delen, **velden)
        self.wat, self.vandaag = wat, vandaag
        self.namen = list(self._velden(WAT[wat][1], keuzes))
        for naam, veld in self._velden(WAT[wat][1], keuzes).items():
            self.fields[naam] = veld
        self.fields["reden"] = Kiesveld(
            label="Waarom verbetert u dit?", choices=list(REDENEN.items()), widget=forms.RadioSelect
        )
        self.fields["toelichting"] = Tekstvak(label="Toelichting", required=False, rijen=2)

    def _velden(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> dict[str, forms.Field]:
        if self.wat in ("melder", "gemeente"):
            naam = "melder" if self.wat == "melder" else "college_code"
            return {naam: Kiesveld(label=vraag, choices=list(keuzes))}
        if self.wat == "naam":
            return {
                "aanhef": forms.ChoiceField(
                    label="Aanhef", choices=AANHEF, required=False, widget=forms.RadioSelect
                ),
                "voornaam": forms.CharField(label="Voornaam", required=False, max_length=200),
                "voorletters": forms.CharField(label="Voorletters", required=False, max_length=40),
                "naam": forms.CharField(
                    label="Achternaam", max_length=200, help_text=ZOALS_GESCHREVEN,
                    error_messages={"required": "Vul een achternaam in."},
                ),
                "geboortenaam": forms.CharField(
                    label="Naam bij de geboorte", required=False, max_length=200,
                    help_text="Alleen als die anders is.",
                ),
                "roepnaam": forms.CharField(
                    label="Hoe wil de inwoner genoemd worden?", required=False, max_length=200, help_text=ZO_NOEMEN
                ),
            }  # fmt: skip
        return {
            "geboortedatum": {"geboortedatum": Dag(label=vraag, required=False, help_text="Leeg: niet bekend.")},
            "adres": {"adres": Tekstvak(label=vraag, required=False, rijen=3, help_text="Leeg: geen adres.")},
            "bsn": {"bsn": forms.CharField(label=vraag, required=False, max_length=20, help_text="Negen cijfers.")},
        }.get(self.wat, {"dag": Dag(label=vraag)})  # type: ignore[return-value]

    def clean_geboortedatum(self) -> date | None:
        return _geboren(self.cleaned_data["geboortedatum"], self.vandaag)

    def clean_bsn(self) -> str | None:
        return lees_bsn_veld(self.cleaned_data["bsn"])

    def clean_adres(self) -> list[str]:
        return [regel.strip() for regel in self.cleaned_data["adres"].splitlines() if regel.strip()]

    def nieuw(self) -> dict[str, Any]:
        """The new values by their name."""
        return {naam: self.cleaned_data[naam] for naam in self.namen}


class JuistePersoon(MetVersie):
    """Who a dossier is really about."""

    toelichting = Tekstvak(label="Hoe weet u dat dit de verkeerde persoon is?")
    dossiernummer = forms.CharField(
        label="Nummer van een ander dossier van de juiste persoon", required=False, max_length=20,
        help_text="Leeg: zoek op burgerservicenummer, of vul een nieuwe persoon in.",
    )  # fmt: skip
    bsn = forms.CharField(
        label="Burgerservicenummer van de juiste persoon", required=False, max_length=20, help_text="Negen cijfers."
    )
    aanhef = forms.ChoiceField(label="Aanhef", choices=AANHEF, required=False, widget=forms.RadioSelect)
    voornaam = forms.CharField(label="Voornaam", required=False, max_length=100)
    naam = naar_gelang(forms.CharField(
        label="Achternaam", required=False, max_length=100, help_text="Nodig als de persoon hier nog niet bekend is.",
    ))  # fmt: skip
    geboortedatum = Dag(label="Geboortedatum", required=False)
    adres = Tekstvak(label="Adres", required=False, rijen=3)

    def __init__(self, *delen: Any, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag

    def clean_bsn(self) -> str | None:
        return lees_bsn_veld(self.cleaned_data["bsn"])

    def clean_geboortedatum(self) -> date | None:
        return _geboren(self.cleaned_data["geboortedatum"], self.vandaag)

    def identiteit(self) -> dict[str, Any] | None:
        """Who a new resident is; None when no name was filled in."""
        ingevuld = self.cleaned_data
        if not ingevuld["naam"]:
            return None
        geboren = ingevuld["geboortedatum"]
        gevonden = {
            "aanhef": ingevuld["aanhef"], "voornaam": ingevuld["voornaam"], "naam": ingevuld["naam"],
            "geboortedatum": geboren.isoformat() if geboren else None,
            "adres": [regel.strip() for regel in ingevuld["adres"].splitlines() if regel.strip()],
        }  # fmt: skip
        return {naam: waarde for naam, waarde in gevonden.items() if waarde}


class Verplaatskeuze(MetVersie):
    """Agree with the move of a dossier, or not."""

    keuze = Kiesveld(
        label="Klopt dit?", widget=forms.RadioSelect,
        choices=[("ja", "Ja, verplaats het dossier"), ("nee", "Nee, het dossier blijft waar het is")],
    )  # fmt: skip
