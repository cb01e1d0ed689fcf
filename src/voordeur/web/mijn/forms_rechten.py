"""The forms of a resident about the own data."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voordeur.schermen.velden import Dag, Tekstvak

# the codes of `beheer.gronden_bewaren.VELDEN`, in the language of the reader
VELDEN = {
    "naam": _("Mijn naam"),
    "geboortedatum": _("Mijn geboortedatum"),
    "adres": _("Mijn adres"),
    "bsn": _("Mijn burgerservicenummer"),
    "onderzoek": _("Het verslag van het onderzoek"),
    "melding": _("De melding"),
    "anders": _("Iets anders"),
}


class Periode(forms.Form):
    """From when to when."""

    van = Dag(label=_("Vanaf"))
    tot = Dag(label=_("Tot en met"))

    def clean(self) -> dict[str, Any]:
        ingevuld = super().clean() or self.cleaned_data
        if ingevuld.get("van") and ingevuld.get("tot") and ingevuld["van"] > ingevuld["tot"]:
            self.add_error("tot", _("Vul een dag in na de eerste dag."))
        return ingevuld


class Verbeteren(forms.Form):
    """What is not right."""

    veld = forms.ChoiceField(
        label=_("Wat klopt er niet?"), choices=[("", _("Maak een keuze")), *VELDEN.items()],
        error_messages={"required": _("Kies wat er niet klopt.")},
    )  # fmt: skip
    tekst = Tekstvak(
        label=_("Wat moet het zijn?"), max_length=2000, error_messages={"required": _("Schrijf op wat er niet klopt.")}
    )


class Vernietigen(forms.Form):
    """Destroy what is kept."""

    tekst = Tekstvak(label=_("Wilt u zeggen waarom?"), required=False, max_length=2000)
    zeker = forms.BooleanField(
        label=_("Ik weet dat niemand mijn gegevens daarna nog kan lezen"),
        error_messages={"required": _("Zet een vinkje als u het zeker weet.")},
    )
