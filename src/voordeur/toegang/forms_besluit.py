"""The forms of the decision: preparing it, and signing it or sending it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from voordeur.schermen.velden import Dag, MetVersie, Tekstvak, naar_gelang

from .forms import Kiesveld, keuzes
from .models import Besluit

STREKKING = (("toekenning", "Toekennen"), ("afwijzing", "Afwijzen"))
ONDERTEKENEN = (("teken", "Ik onderteken dit besluit"), ("terug", "Ik stuur het terug"))

BIJ_TOEKENNEN = "Vul dit in als u toekent."


class Voorstel(MetVersie):
    """A proposed decision, filled in with what the rules say."""

    strekking = Kiesveld(label="Wat besluit u?", choices=STREKKING, widget=forms.RadioSelect)
    vorm = naar_gelang(forms.ChoiceField(label="Welke vorm kent u toe?", required=False, help_text=BIJ_TOEKENNEN))
    arrangement = naar_gelang(forms.ChoiceField(label="Welk arrangement?", required=False, help_text=BIJ_TOEKENNEN))
    zwaarte = forms.ChoiceField(label="Welke zwaarte?", required=False)
    van = naar_gelang(Dag(label="Eerste dag", required=False, help_text=BIJ_TOEKENNEN))
    tot = Dag(label="Laatste dag", required=False, help_text="Leeg: er is geen vaste laatste dag.")
    motivering = Tekstvak(
        label="Waarom besluit u dit?", help_text="Dit komt in de brief. Schrijf het aan de inwoner, met 'u'."
    )
    in_plaats_daarvan = naar_gelang(
        Tekstvak(label="Wat kan de inwoner wel krijgen?", required=False, help_text="Vul dit in als u afwijst.")
    )
    afwijking = naar_gelang(Tekstvak(
        label="Ik wijk af van de uitkomst, want", required=False,
        help_text="Vul dit in als u iets anders besluit dan de regels zeggen.",
    ))  # fmt: skip

    def __init__(
        self, *delen: Any, vormen: Mapping[str, str], arrangementen: Mapping[str, str], zwaarten: list[str],
        toetsbaar: bool, **velden: Any,
    ) -> None:  # fmt: skip
        super().__init__(*delen, **velden)
        self._kies("vorm", vormen)
        self._kies("arrangement", arrangementen)
        self._kies("zwaarte", {naam: naam.capitalize() for naam in zwaarten})
        if not toetsbaar and not arrangementen:
            del self.fields["afwijking"]

    def _kies(self, veld: str, namen: Mapping[str, str]) -> None:
        if not namen:
            del self.fields[veld]
            return
        veld_: Any = self.fields[veld]
        veld_.choices = [("", "Geen keuze"), *keuzes(namen, kies=False)]

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        if ingevuld.get("strekking") == Besluit.Strekking.TOEKENNING:
            self._eis("vorm", "Kies een vorm.")
            self._eis("arrangement", "Kies een arrangement.")
            self._eis("van", "Vul de eerste dag in.")
        elif ingevuld.get("strekking") == Besluit.Strekking.AFWIJZING:
            self._eis("in_plaats_daarvan", "Schrijf op wat de inwoner wel kan krijgen.")
        van, tot = ingevuld.get("van"), ingevuld.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Vul een laatste dag in na de eerste dag.")
        return ingevuld

    def _eis(self, veld: str, fout: str) -> None:
        if veld in self.fields and veld not in self.errors and not self.cleaned_data.get(veld):
            self.add_error(veld, fout)


class Ondertekenen(MetVersie):
    """Sign, or send back with a reason."""

    keuze = Kiesveld(label="Wat doet u?", choices=ONDERTEKENEN, widget=forms.RadioSelect)
    reden = naar_gelang(
        Tekstvak(label="Waarom stuurt u het terug?", required=False, help_text="Alleen als u het terugstuurt.")
    )

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        if ingevuld.get("keuze") == "terug" and not ingevuld.get("reden"):
            self.add_error("reden", "Schrijf op waarom u het besluit terugstuurt.")
        return ingevuld
