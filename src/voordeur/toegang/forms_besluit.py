"""The forms of the decision: preparing it, and signing it or sending it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from voordeur.schermen.velden import Bedrag, Dag, MetVersie, Tekstvak, naar_gelang

from .actions.besluit_voorstel import Besluitvoorstel, PgbAfspraken
from .forms import Kiesveld, keuzes
from .models import Besluit

TOEKENNING, DEELS, AFWIJZING = Besluit.Strekking.TOEKENNING, Besluit.Soort.GEDEELTELIJK, Besluit.Strekking.AFWIJZING
STREKKING = (
    (TOEKENNING.value, "Toekennen"),
    (DEELS.value, "Een deel toekennen"),
    (AFWIJZING.value, "Afwijzen"),
)
ONDERTEKENEN = (("teken", "Ik onderteken dit besluit"), ("terug", "Ik stuur het terug"))
LEVERINGSVORM = (("zin", "Zorg in natura"), ("pgb", "Een pgb"))
PER = (("maand", "maand"), ("4 weken", "4 weken"), ("jaar", "jaar"))

BIJ_TOEKENNEN = "Vul dit in als u toekent."
BIJ_DEELS = "Vul dit in als u een deel toekent."
BIJ_PGB = "Vul dit in als u een pgb toekent."
VAN_PGB = ("pgb_bedrag", "pgb_per", "pgb_doel", "pgb_voorwaarden")


class Voorstel(MetVersie):
    """A proposed decision, filled in with what the rules say."""

    strekking = Kiesveld(label="Wat besluit u?", choices=STREKKING, widget=forms.RadioSelect)
    vorm = naar_gelang(forms.ChoiceField(label="Welke vorm kent u toe?", required=False, help_text=BIJ_TOEKENNEN))
    arrangement = naar_gelang(forms.ChoiceField(label="Welk arrangement?", required=False, help_text=BIJ_TOEKENNEN))
    zwaarte = forms.ChoiceField(label="Welke zwaarte?", required=False)
    leveringsvorm = naar_gelang(forms.ChoiceField(
        label="Hoe krijgt de inwoner de hulp?", choices=LEVERINGSVORM, required=False, widget=forms.RadioSelect,
        help_text="De inwoner vroeg om een pgb. Geen pgb is nog geen afwijzing van de hulp.",
    ))  # fmt: skip
    pgb_bedrag = naar_gelang(Bedrag(label="Bedrag van het pgb", required=False, help_text=BIJ_PGB))
    pgb_per = naar_gelang(forms.ChoiceField(label="Per", choices=PER, required=False, help_text=BIJ_PGB))
    pgb_doel = naar_gelang(Tekstvak(label="Waarvoor is het pgb?", required=False, rijen=2, help_text=BIJ_PGB))
    pgb_voorwaarden = naar_gelang(
        Tekstvak(label="Welke voorwaarden gelden?", required=False, rijen=2, help_text=BIJ_PGB)
    )
    van = naar_gelang(Dag(label="Eerste dag", required=False, help_text=BIJ_TOEKENNEN))
    tot = Dag(label="Laatste dag", required=False, help_text="Leeg: er is geen vaste laatste dag.")
    motivering = Tekstvak(
        label="Waarom besluit u dit?",
        help_text="Dit is uw oordeel. Het komt in de brief, voor wat de regels zeggen. Schrijf met 'u'.",
    )
    niet_toegekend = naar_gelang(
        Tekstvak(label="Wat krijgt de inwoner niet?", required=False, rijen=2, help_text=BIJ_DEELS)
    )
    waarom_niet = naar_gelang(Tekstvak(label="Waarom dat niet?", required=False, rijen=2, help_text=BIJ_DEELS))
    in_plaats_daarvan = naar_gelang(Tekstvak(
        label="Wat kan de inwoner wel krijgen?", required=False,
        help_text="Vul dit in als u afwijst of een deel toekent.",
    ))  # fmt: skip
    afwijking = naar_gelang(Tekstvak(
        label="Ik wijk af van de uitkomst, want", required=False,
        help_text="Vul dit in als u iets anders besluit dan de regels zeggen.",
    ))  # fmt: skip

    def __init__(
        self, *delen: Any, vormen: Mapping[str, str], arrangementen: Mapping[str, str], zwaarten: list[str],
        toetsbaar: bool, pgb: bool = False, **velden: Any,
    ) -> None:  # fmt: skip
        super().__init__(*delen, **velden)
        self._kies("vorm", vormen)
        self._kies("arrangement", arrangementen)
        self._kies("zwaarte", {naam: naam.capitalize() for naam in zwaarten})
        if not pgb:
            for naam in ("leveringsvorm", *VAN_PGB):
                del self.fields[naam]
        if not toetsbaar and not arrangementen and not pgb:
            del self.fields["afwijking"]

    def _kies(self, veld: str, namen: Mapping[str, str]) -> None:
        if not namen:
            del self.fields[veld]
            return
        veld_: Any = self.fields[veld]
        veld_.choices = [("", "Geen keuze"), *keuzes(namen, kies=False)]

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        strekking = ingevuld.get("strekking")
        if strekking in (TOEKENNING, DEELS):
            self._eis("vorm", "Kies een vorm.")
            self._eis("arrangement", "Kies een arrangement.")
            self._eis("leveringsvorm", "Kies natura of een pgb.")
            self._eis("van", "Vul de eerste dag in.")
        if strekking == DEELS:
            self._eis("niet_toegekend", "Schrijf op wat u niet toekent.")
            self._eis("waarom_niet", "Schrijf op waarom u dat niet toekent.")
        if strekking in (DEELS, AFWIJZING):
            self._eis("in_plaats_daarvan", "Schrijf op wat de inwoner wel kan krijgen.")
        if strekking in (TOEKENNING, DEELS) and ingevuld.get("leveringsvorm") == "pgb":
            for naam in VAN_PGB:
                self._eis(naam, "Vul dit in voor het pgb.")
        van, tot = ingevuld.get("van"), ingevuld.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Vul een laatste dag in na de eerste dag.")
        return ingevuld

    def _eis(self, veld: str, fout: str) -> None:
        if veld in self.fields and veld not in self.errors and not self.cleaned_data.get(veld):
            self.add_error(veld, fout)


def voorstel_uit(ingevuld: Mapping[str, Any]) -> Besluitvoorstel:
    """The proposal that a valid form says."""
    velden = {naam: waarde for naam, waarde in ingevuld.items() if naam not in ("versie", "leveringsvorm", *VAN_PGB)}
    if velden["strekking"] == DEELS:
        velden |= {"strekking": TOEKENNING.value, "soort": DEELS.value}
    met_pgb = velden["strekking"] == TOEKENNING and ingevuld.get("leveringsvorm") == "pgb"
    if met_pgb:
        afspraken = {naam.removeprefix("pgb_"): ingevuld[naam] for naam in VAN_PGB}
        velden |= {"leveringsvorm": "pgb", "pgb": PgbAfspraken(**afspraken)}
    return Besluitvoorstel(**velden)


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
