"""Form fields that every slice uses, with errors that say what to do."""

from __future__ import annotations

from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

Veld = TypeVar("Veld", bound=forms.Field)
KIES: tuple[str, str] = ("", "Maak een keuze")
JA_NEE_ONBEKEND = (("ja", "Ja"), ("nee", "Nee"), ("", "Nog niet bekend"))
JA_NEE_WOORDEN: dict[bool | None, str] = {True: "Ja", False: "Nee", None: "Nog niet bekend"}
DRIELEDIG: dict[str, bool | None] = {"ja": True, "nee": False, "": None}


class Dag(forms.DateField):
    """A day, by the date input of the browser."""

    def __init__(self, **velden: Any) -> None:
        velden.setdefault("error_messages", {})
        velden["error_messages"] = {
            "required": _("Vul een datum in."),
            "invalid": _("Vul een datum in die bestaat, zoals 19-10-2026."),
            **velden["error_messages"],
        }
        invoer = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=invoer, input_formats=["%Y-%m-%d", "%d-%m-%Y"], **velden)


class Bedrag(forms.DecimalField):
    """An amount in euros, as people here type it: 1.250,50."""

    widget = forms.TextInput

    def __init__(self, **velden: Any) -> None:
        fouten = {
            "required": "Vul een bedrag in.",
            "invalid": "Vul een bedrag in, zoals 1.250,50.",
            "max_decimal_places": "Een bedrag heeft hooguit twee cijfers achter de komma.",
            "max_digits": "Dit bedrag is te groot.",
            "max_whole_digits": "Dit bedrag is te groot.",
            "min_value": "Het bedrag moet groter zijn dan nul.",
        }
        fouten |= velden.pop("error_messages", {})
        super().__init__(max_digits=12, decimal_places=2, localize=True, error_messages=fouten, **velden)
        self.widget.attrs["inputmode"] = "decimal"


class JaNeeOnbekend(forms.ChoiceField):
    """Yes, no or not known yet; gives True, False or None. One of the three is always chosen.

    `groep`: the heading that the question stands under, which goes along where its answer is shown alone.
    """

    altijd_antwoord = True

    def __init__(self, *, groep: str = "", **velden: Any) -> None:
        self.groep = groep
        super().__init__(choices=JA_NEE_ONBEKEND, required=False, widget=forms.RadioSelect, **velden)

    def clean(self, value: Any) -> bool | None:
        return DRIELEDIG[super().clean(value)]

    def prepare_value(self, value: Any) -> Any:
        return {True: "ja", False: "nee", None: ""}.get(value, value) if not isinstance(value, str) else value


class Tekstvak(forms.CharField):
    """A text of more lines."""

    def __init__(self, *, rijen: int = 4, **velden: Any) -> None:
        velden["error_messages"] = {"required": _("Vul dit in.")} | velden.get("error_messages", {})
        super().__init__(widget=forms.Textarea(attrs={"rows": rijen}), **velden)


def naar_gelang(veld: Veld) -> Veld:
    """A field that another answer may ask for: its help says when, so that it is not called optional."""
    veld.zegt_wanneer = True  # type: ignore[attr-defined]
    return veld


class MetVersie(forms.Form):
    """A form that changes something: it remembers which version the person saw."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
