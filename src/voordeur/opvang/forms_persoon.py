"""The forms about one person: who it is, the intake, the plan, the decision and its signature."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from voordeur.regelingen.schema import Zelfredzaamheidsmatrix
from voordeur.schermen.velden import Dag, JaNeeOnbekend, MetVersie, Tekstvak, naar_gelang
from voordeur.toegang.forms_besluit import Voorstel

from .forms import OUDSTE_JAAR
from .vragenlijst import JA_NEE, TEKST

AANHEF = (("", "Niet bekend"), ("mevrouw", "Mevrouw"), ("de heer", "De heer"))
STREKKING = (("toekenning", "Toekennen"), ("afwijzing", "Afwijzen"))
ONDERTEKENEN = (("teken", "Ik onderteken dit besluit"), ("terug", "Ik stuur het terug"))
BIJ_TOEKENNEN = "Vul dit in als u toekent."


class Persoon(MetVersie):
    """Who somebody is, as far as it is known."""

    aanhef = forms.ChoiceField(label="Aanspreken met", choices=AANHEF, required=False)
    voornaam = forms.CharField(label="Voornaam", required=False, max_length=80)
    naam = forms.CharField(label="Achternaam", required=False, max_length=120)
    geboortedatum = Dag(label="Geboortedatum", required=False)
    telefoon = forms.CharField(label="Telefoon", required=False, max_length=30)
    woonplaats = forms.CharField(
        label="Waar woonde de persoon het laatst?", required=False, max_length=120,
        help_text="Leeg: woonplaats nog niet bekend. Dat is nooit een reden voor een nee.",
    )  # fmt: skip

    def __init__(self, *delen: Any, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag

    def clean_geboortedatum(self) -> date | None:
        dag: date | None = self.cleaned_data["geboortedatum"]
        if dag is not None and not (dag.year >= OUDSTE_JAAR and dag <= self.vandaag):
            raise forms.ValidationError("Vul een datum in tot en met vandaag.")
        return dag


class Intake(MetVersie):
    """The fixed questionnaire; the matrix only where the agreement has one."""

    def __init__(
        self, *delen: Any, matrix: Zelfredzaamheidsmatrix | None, beslist_zelf: bool, herkomst: Mapping[str, str],
        **velden: Any,
    ) -> None:  # fmt: skip
        super().__init__(*delen, **velden)
        self.matrix = matrix
        if herkomst:
            keuzes = [("", "Niet bekend"), *((naam, naam) for naam in herkomst.values())]
            self.fields["herkomst"] = forms.ChoiceField(
                label="Hoe kwam de persoon bij de opvang?", choices=keuzes, required=False
            )
        for vraag in JA_NEE:
            self.fields[vraag.id] = JaNeeOnbekend(label=vraag.vraag, help_text=vraag.uitleg)
        self.fields["binding_tekst"] = forms.CharField(
            label="Waaruit blijkt die band, of waarom is die er niet?", required=False, max_length=500
        )
        for vraag in TEKST:
            self.fields[vraag.id] = Tekstvak(label=vraag.vraag, help_text=vraag.uitleg, required=False, rijen=3)
        for nummer, domein in enumerate(matrix.domeinen if matrix else ()):
            assert matrix is not None
            scores = [(str(score), str(score)) for score in range(matrix.laagste, matrix.hoogste + 1)]
            self.fields[f"d{nummer}"] = forms.ChoiceField(
                label=domein, choices=[("", "Niet gescoord"), *scores], required=False
            )
        if beslist_zelf:
            self.fields["afgerond"] = forms.BooleanField(
                label="De intake is klaar en de persoon vraagt opvang aan", required=False,
                help_text="Dan begint de termijn van twee weken voor het besluit.",
            )  # fmt: skip

    def antwoorden(self) -> dict[str, Any]:
        """The answers by the ids of the questionnaire."""
        in_ = self.cleaned_data
        gegeven = {vraag.id: in_[vraag.id] for vraag in (*JA_NEE, *TEKST)} | {"binding_tekst": in_["binding_tekst"]}
        domeinen = enumerate(self.matrix.domeinen if self.matrix else ())
        zrm = {domein: int(in_[f"d{nummer}"]) for nummer, domein in domeinen if in_[f"d{nummer}"]}
        return gegeven | {"herkomst": in_.get("herkomst", "")} | ({"zrm": zrm} if zrm else {})

    @property
    def groepen(self) -> Iterator[tuple[str, list[BoundField]]]:
        yield "De wet vraagt", [self[vraag.id] for vraag in JA_NEE] + [self["binding_tekst"]]
        eerst = ["herkomst"] if "herkomst" in self.fields else []
        yield "Over deze persoon", [self[naam] for naam in (*eerst, *(vraag.id for vraag in TEKST))]
        if self.matrix:
            yield "Zelfredzaamheid", [self[f"d{nummer}"] for nummer in range(len(self.matrix.domeinen))]
        if "afgerond" in self.fields:
            yield "Klaar?", [self["afgerond"]]


class Plan(MetVersie):
    """The goals of somebody, one on a line; the solutions of the chain where the agreement names them."""

    doelen = Tekstvak(
        label="Welke doelen heeft de persoon?", rijen=5, help_text="Zet elk doel op een eigen regel.", max_length=4000
    )

    oplossingen = forms.MultipleChoiceField(
        label="Welke oplossing uit de ketenaanpak past?", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *delen: Any, oplossingen: Mapping[str, str], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        veld: Any = self.fields["oplossingen"]
        veld.choices = [(naam, naam) for naam in oplossingen.values()]
        if not oplossingen:
            del self.fields["oplossingen"]

    def regels(self) -> list[str]:
        tekst: str = self.cleaned_data["doelen"]
        return [regel.strip() for regel in tekst.splitlines() if regel.strip()]


class VeiligePlek(MetVersie):
    """What makes somebody safe who is not."""

    plan = Tekstvak(label="Wat is de veilige plek of het plan?", rijen=3, max_length=2000)
    gesproken = forms.CharField(
        label="Met wie hebt u dit afgesproken?", required=False, max_length=200, help_text="Bijvoorbeeld Veilig Thuis.",
    )  # fmt: skip


class Besluitvorm(MetVersie):
    """The decision of a shelter: a stay with a period, or a refusal with what is offered instead."""

    strekking = forms.ChoiceField(
        label="Wat besluit u?",
        choices=STREKKING,
        widget=forms.RadioSelect,
        error_messages={"required": "Maak een keuze."},
    )
    vorm = naar_gelang(forms.ChoiceField(label="Welke plek kent u toe?", required=False, help_text=BIJ_TOEKENNEN))
    van = naar_gelang(Dag(label="Eerste dag", required=False, help_text=BIJ_TOEKENNEN))
    tot = naar_gelang(Dag(label="Laatste dag", required=False, help_text=BIJ_TOEKENNEN))
    motivering = Tekstvak(
        label="Waarom besluit u dit?", help_text="Dit komt in de brief. Schrijf het aan de persoon, met 'u'."
    )
    in_plaats_daarvan = naar_gelang(
        Tekstvak(label="Wat kan de persoon wel krijgen?", required=False, help_text="Vul dit in als u afwijst.")
    )
    afwijking = Voorstel.base_fields["afwijking"]

    def __init__(self, *delen: Any, vormen: Mapping[str, str], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        veld: Any = self.fields["vorm"]
        veld.choices = [("", "Geen keuze"), *vormen.items()]

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        if ingevuld.get("strekking") == "toekenning":
            for veld, fout in (
                ("vorm", "Kies een plek."),
                ("van", "Vul de eerste dag in."),
                ("tot", "Vul de laatste dag in."),
            ):
                self._eis(veld, fout)
        elif ingevuld.get("strekking") == "afwijzing":
            self._eis("in_plaats_daarvan", "Schrijf op wat de persoon wel kan krijgen.")
        van, tot = ingevuld.get("van"), ingevuld.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Vul een laatste dag in na de eerste dag.")
        return ingevuld

    def _eis(self, veld: str, fout: str) -> None:
        if veld not in self.errors and not self.cleaned_data.get(veld):
            self.add_error(veld, fout)


class Tekenen(MetVersie):
    """Sign, or send back with a reason."""

    keuze = forms.ChoiceField(
        label="Wat doet u?",
        choices=ONDERTEKENEN,
        widget=forms.RadioSelect,
        error_messages={"required": "Maak een keuze."},
    )
    reden = naar_gelang(
        Tekstvak(label="Waarom stuurt u het terug?", required=False, help_text="Alleen als u het terugstuurt.")
    )

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        if ingevuld.get("keuze") == "terug" and not ingevuld.get("reden"):
            self.add_error("reden", "Schrijf op waarom u het besluit terugstuurt.")
        return ingevuld


class Leeg(forms.Form):
    """Nothing is asked: the button is the answer."""

    ja = forms.BooleanField(required=False, widget=forms.HiddenInput, initial=True)
