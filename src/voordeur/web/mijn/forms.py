"""The forms of the resident's pages: few questions, in plain words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from voordeur.inwoner.bestanden import GROOTSTE
from voordeur.schermen.opladen import Bestand, Bestandsveld
from voordeur.schermen.velden import MetVersie, Tekstvak, naar_gelang
from voordeur.toegang.documentsoorten import VERSLAG_GETEKEND

from .weigeringen import bij_velden, zin_van_lazy

LANGSTE_TEKST = 5000
VUL_IN = {"required": _("Vul dit in."), "max_length": _("Deze tekst is te lang. Maak de tekst korter.")}
BESTAND = _("Een foto of een PDF mag. Hoogstens {grootte} MB.")
SOORTEN = (
    ("brief_inwoner", _("Een brief van mij")),
    (VERSLAG_GETEKEND, _("Het verslag met mijn handtekening")),
    ("aanvraagformulier", _("Een formulier om hulp aan te vragen")),
    ("behandelaar", _("Een brief van mijn arts of behandelaar")),
    ("identiteit", _("Een foto of kopie van mijn bewijs van identiteit")),
    ("anders", _("Iets anders")),
)
OORDELEN = (("eens", _("Ik ben het eens met het verslag")), ("niet_eens", _("Ik ben het niet eens met het verslag")))


def tekstveld(label: Any, leeg: Any = VUL_IN["required"], **velden: Any) -> Tekstvak:
    """A text of the resident's own, as long as a few pages at most. `leeg`: what to do when nothing was written."""
    fouten = VUL_IN | {"required": leeg}
    return Tekstvak(
        label=label, rijen=velden.pop("rijen", 6), max_length=LANGSTE_TEKST, error_messages=fouten, **velden
    )


class EigenBestand(Bestandsveld):
    """A file, with what may be sent and what is wrong with it in the words of a resident."""

    def __init__(self, **velden: Any) -> None:
        super().__init__(help_text=format_lazy(BESTAND, grootte=GROOTSTE // 1024 // 1024), **velden)
        self.error_messages = {soort: zin_van_lazy(str(zin)) for soort, zin in self.error_messages.items()}

    def clean(self, data: Any, initial: Any = None) -> Bestand | None:
        try:
            return super().clean(data, initial)
        except forms.ValidationError as fout:
            raise bij_velden(fout) from None


def bestandsveld(label: Any, **velden: Any) -> EigenBestand:
    """The question for a file."""
    return EigenBestand(label=label, **velden)


class Opsturen(forms.Form):
    """A paper: the file, and what it is."""

    bestand = bestandsveld(_("Welk bestand?"))
    soort = forms.ChoiceField(
        label=_("Wat is het?"),
        choices=SOORTEN,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat u opstuurt.")},
    )
    toelichting = forms.CharField(
        label=_("Wilt u er iets bij zeggen?"), required=False, max_length=200, error_messages=VUL_IN
    )


class EigenPlan(MetVersie):
    """The plan in words, as a file, or both."""

    tekst = naar_gelang(tekstveld(
        _("Welke hulp hebt u nodig?"), required=False, help_text=_("Schrijf op wat u wilt en wat u zelf kunt.")
    ))  # fmt: skip
    bestand = naar_gelang(bestandsveld(_("Of kies een bestand met uw plan"), required=False))

    def clean(self) -> dict[str, Any]:
        gegeven: dict[str, Any] = super().clean() or {}
        if not self.errors and not (str(gegeven.get("tekst") or "").strip() or gegeven.get("bestand")):
            self.add_error("tekst", _("Schrijf uw plan op of kies een bestand."))
        return gegeven


class OverVerslag(MetVersie):
    """What the resident thinks of the report; who does not agree says why."""

    oordeel = forms.ChoiceField(
        label=_("Bent u het eens met het verslag?"), choices=OORDELEN, widget=forms.RadioSelect,
        error_messages={"required": _("Kies of u het eens bent.")},
    )  # fmt: skip
    opmerkingen = naar_gelang(tekstveld(
        _("Wat klopt er niet, of wat mist u?"), required=False, help_text=_("Bent u het niet eens? Vul dit dan in.")
    ))  # fmt: skip

    def clean(self) -> dict[str, Any]:
        gegeven: dict[str, Any] = super().clean() or {}
        if gegeven.get("oordeel") == "niet_eens" and not str(gegeven.get("opmerkingen") or "").strip():
            self.add_error("opmerkingen", _("Schrijf op waarmee u het niet eens bent."))
        return gegeven


class MaakBezwaar(MetVersie):
    """Why the resident does not agree with a decision."""

    gronden = tekstveld(
        _("Waarom bent u het niet eens?"),
        _("Schrijf op waarom u het niet eens bent."),
        help_text=_("Schrijf op wat er volgens u niet klopt."),
    )
    bestand = bestandsveld(_("Wilt u een bestand meesturen?"), required=False)


class ZegTeLaat(MetVersie):
    """That we are late; nothing needs to be filled in."""
