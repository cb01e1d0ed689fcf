"""The forms about keeping, destroying, correcting and shielding."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from voordeur.inwoner.models import Markering
from voordeur.schermen.velden import KIES, Dag, Tekstvak, naar_gelang

from .gronden_bewaren import AFWIJZINGEN, VELDEN
from .models.bewaren import Inwonerverzoek

KIES_IETS = {"required": "Maak een keuze.", "invalid_choice": "Maak een keuze uit de lijst."}
DOOR = (("inwoner", "De inwoner zelf"), ("vertegenwoordiger", "De wettelijk vertegenwoordiger"))


def keuze(label: str, waarden: Any, **velden: Any) -> forms.ChoiceField:
    """A list to choose one from."""
    return forms.ChoiceField(label=label, choices=[KIES, *waarden], error_messages=KIES_IETS, **velden)


class Verzoekformulier(forms.Form):
    """A request that came on paper."""

    soort = keuze("Wat vraagt de inwoner?", Inwonerverzoek.Soort.choices)
    veld = naar_gelang(keuze(
        "Wat klopt er niet?", VELDEN.items(), required=False, help_text="Alleen bij verbeteren."
    ))  # fmt: skip
    door = keuze("Wie vraagt dit?", DOOR)
    tekst = naar_gelang(Tekstvak(
        label="Wat schrijft de inwoner?", required=False, max_length=2000, help_text="Nodig bij verbeteren."
    ))  # fmt: skip
    ontvangen_op = Dag(label="Wanneer kwam het verzoek binnen?")

    def __init__(self, *delen: Any, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag

    def clean_ontvangen_op(self) -> date:
        dag: date = self.cleaned_data["ontvangen_op"]
        if dag > self.vandaag:
            raise forms.ValidationError("Vul een datum in tot en met vandaag.")
        return dag


class Antwoordformulier(forms.Form):
    """Yes or no to a request, with the ground of a no."""

    toestaan = keuze("Wat is uw antwoord?", (("ja", "Ja, dit gaat door"), ("nee", "Nee, dit gaat niet door")))
    grond = naar_gelang(keuze("Waarom niet?", (), required=False, help_text="Alleen bij nee."))
    toelichting = naar_gelang(Tekstvak(
        label="Leg uit waarom", required=False, max_length=2000, help_text="Bij nee staat dit in de brief."
    ))  # fmt: skip

    def __init__(self, *delen: Any, soort: str, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        gronden = AFWIJZINGEN[soort].gronden
        veld: Any = self.fields["grond"]
        veld.choices = [KIES, *((code, grond.naam) for code, grond in gronden.items())]

    def clean(self) -> dict[str, Any]:
        ingevuld = super().clean() or self.cleaned_data
        if ingevuld.get("toestaan") == "nee":
            for naam, zin in (("grond", "Kies waarom niet."), ("toelichting", "Leg uit waarom niet.")):
                if not ingevuld.get(naam):
                    self.add_error(naam, zin)
        return ingevuld


class Bevestiging(forms.Form):
    """Something that cannot be undone."""

    zeker = forms.BooleanField(
        label="Ik weet het zeker", error_messages={"required": "Zet een vinkje als u het zeker weet."}
    )


class Langer(forms.Form):
    """Keep longer than fifteen years."""

    reden = Tekstvak(label="Waarom is langer bewaren nodig?", max_length=1000)
    tot = Dag(label="Tot en met wanneer?")


class Afschermformulier(forms.Form):
    """Who sees the file from now on."""

    accounts = forms.MultipleChoiceField(
        label="Wie zien dit dossier?", widget=forms.CheckboxSelectMultiple, help_text="Kies ten minste twee mensen.",
        error_messages={"required": "Kies ten minste twee mensen.", "invalid_choice": "Kies mensen uit de lijst."},
    )  # fmt: skip
    reden = Tekstvak(label="Waarom is afschermen nodig?", max_length=1000)
    tot = Dag(label="Tot en met wanneer?", required=False, help_text="Leeg: tot iemand het opheft.")

    def __init__(self, *delen: Any, medewerkers: list[tuple[str, str]], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        veld: Any = self.fields["accounts"]
        veld.choices = medewerkers


class Waarschuwing(forms.Form):
    """Set a warning, or say why it goes."""

    soort = keuze("Waar waarschuwt u voor?", ((soort.value, soort.label.capitalize()) for soort in Markering.Soort))
    reden = Tekstvak(label="Waarom is dit nodig?", max_length=1000)


class Verlenging(forms.Form):
    """Two further months, and why."""

    reden = Tekstvak(
        label="Waarom hebt u meer tijd nodig?", max_length=1000, help_text="Dit staat in de brief aan de inwoner."
    )


class Reden(forms.Form):
    """Why."""

    reden = Tekstvak(label="Waarom?", max_length=1000)


class Briefkeuze(forms.Form):
    """What to do with a letter that was held."""

    keuze = keuze(
        "Wat gebeurt er met de brief?",
        (("versturen", "Toch versturen"), ("afhandelen", "Afgehandeld op een andere manier")),
    )
    reden = Tekstvak(label="Waarom?", max_length=1000)
