"""The forms of who helps a resident."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voordeur.inwoner.models import Machtiging
from voordeur.schermen.velden import Dag

MAG = ((Machtiging.Mag.LEZEN, _("Meelezen")), (Machtiging.Mag.HANDELEN, _("Meelezen en dingen voor mij doen")))
SOORT = (
    (Machtiging.Soort.HELPER, _("Iemand die mij helpt, zoals familie of een vriend")),
    (Machtiging.Soort.GEMACHTIGDE, _("Iemand die namens mij optreedt, zoals een advocaat")),
)


class Uitnodigen(forms.Form):
    """Who may look along, what they may do, and until when."""

    naam = forms.CharField(
        label=_("Hoe heet deze persoon?"), max_length=100, error_messages={"required": _("Vul een naam in.")}
    )
    contact = forms.CharField(label=_("Telefoon of e-mail"), max_length=150, required=False)
    soort = forms.ChoiceField(
        label=_("Wie is het?"),
        choices=SOORT,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie het is.")},
    )
    mag = forms.ChoiceField(
        label=_("Wat mag deze persoon?"), choices=MAG, widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat deze persoon mag.")},
        help_text=_("Wie meeleest, ziet alles wat u ook ziet."),
    )  # fmt: skip
    tot = Dag(
        label=_("Tot en met welke dag?"), required=False, help_text=_("Geen dag? Dan stopt het als u dat zegt."),
        error_messages={"invalid": _("Vul een datum in die bestaat, zoals 31-12-2027.")},
    )  # fmt: skip

    def __init__(self, *delen: Any, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag

    def clean_tot(self) -> date | None:
        tot: date | None = self.cleaned_data["tot"]
        if tot is not None and tot < self.vandaag:
            raise forms.ValidationError(_("Vul een datum in vanaf vandaag."))
        return tot


class Niets(forms.Form):
    """A button and nothing to fill in."""
