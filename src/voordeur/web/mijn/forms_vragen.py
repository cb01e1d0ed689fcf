"""The forms with which a resident asks something, complains, or asks for another time."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from voordeur.toegang.models import Klacht

from .forms import VUL_IN, tekstveld

OVER = (
    (Klacht.Over.ONS.value, _("Over de gemeente of iemand die daar werkt")),
    (Klacht.Over.AANBIEDER.value, _("Over wie mij hulp geeft of waar ik woon")),
    (Klacht.Over.ANDER.value, _("Over iemand anders, of ik weet het niet")),
)


class StelVraag(forms.Form):
    """A question in the words of the resident."""

    tekst = tekstveld(_("Wat wilt u vragen?"), _("Schrijf uw vraag op."))


class DienKlachtIn(forms.Form):
    """About whom, and what happened."""

    over = forms.ChoiceField(
        label=_("Over wie gaat uw klacht?"), choices=OVER, widget=forms.RadioSelect,
        error_messages={"required": _("Kies over wie uw klacht gaat.")},
    )  # fmt: skip
    wie = forms.CharField(
        label=_("Weet u een naam?"), required=False, max_length=150, error_messages=VUL_IN,
        help_text=_("Van een persoon, een huis of een organisatie."),
    )  # fmt: skip
    tekst = tekstveld(
        _("Wat is er gebeurd?"),
        _("Schrijf op wat er is gebeurd."),
        help_text=_("Schrijf op wat er was en wat u graag wilt."),
    )


class AnderMoment(forms.Form):
    """When one can come."""

    tekst = tekstveld(
        _("Wanneer kunt u wel?"),
        _("Schrijf op wanneer u wel kunt."),
        rijen=3,
        help_text=_("Schrijf bijvoorbeeld: dinsdag of woensdagmiddag."),
    )
