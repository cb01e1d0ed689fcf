"""The forms of what sets a case apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from voordeur.regels.spoed import GOEDKEURING
from voordeur.regels.vereisten import Vereisten
from voordeur.schermen.velden import KIES, Dag, JaNeeOnbekend, MetVersie, Tekstvak, naar_gelang

from .actions.bijzonder import Spoedhulp, Verleden
from .forms import Kiesveld, keuzes

EIS, BUITEN = "eis_", "buiten"
# a day beyond this is a slip of the keyboard
LAATSTE_BEGIN = 366


class Omstandigheid(MetVersie):
    """A set of demands, and what is going on. Who consents does so apart: that is not asked here."""

    toelichting = Tekstvak(label="Wat is er aan de hand?")

    def __init__(self, *delen: Any, vereisten: Vereisten, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        for eis in vereisten.eisen:
            if eis.id != GOEDKEURING:
                naam = f"{eis.wat[:1].upper()}{eis.wat[1:]}"
                self.fields[f"{EIS}{eis.id}"] = JaNeeOnbekend(label=naam, groep=vereisten.naam)
        self.order_fields(["versie", *(naam for naam in self.fields if naam.startswith(EIS)), "toelichting"])

    @property
    def eisvelden(self) -> Iterator[BoundField]:
        return (veld for veld in self if veld.name.startswith(EIS))

    def antwoorden(self) -> dict[str, bool | None]:
        return {naam.removeprefix(EIS): waarde for naam, waarde in self.cleaned_data.items() if naam.startswith(EIS)}


class Spoed(MetVersie):
    """Who starts helping, and when."""

    aanbieder = forms.CharField(
        label="Wie begint met helpen?", max_length=100, error_messages={"required": "Vul in wie begint met helpen."}
    )
    begint_op = Dag(label="Vanaf wanneer?")

    def __init__(self, *delen: Any, vanaf: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vanaf = vanaf

    def clean_begint_op(self) -> date:
        dag: date = self.cleaned_data["begint_op"]
        if not 0 <= (dag - self.vanaf).days <= LAATSTE_BEGIN:
            raise forms.ValidationError("Vul een dag in vanaf de melding en binnen een jaar.")
        return dag

    def hulp(self) -> Spoedhulp:
        return Spoedhulp(aanbieder=self.cleaned_data["aanbieder"], begint_op=self.cleaned_data["begint_op"])


class Client(MetVersie):
    """What somebody asked and used here before the report; what stands in other dossiers is filled in."""

    aanvraag = Dag(label="Laatste aanvraag voor deze melding", required=False, help_text="Leeg: er was geen aanvraag.")
    gebruik_van = Dag(label="Eerste dag van eerdere hulp", required=False, help_text="Leeg: er was geen hulp.")
    gebruik_tot = naar_gelang(Dag(label="Laatste dag van die hulp", required=False, help_text="Leeg: loopt nog."))

    def __init__(self, *delen: Any, gemeld_op: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.gemeld_op = gemeld_op

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        aanvraag, van, tot = (ingevuld.get(naam) for naam in ("aanvraag", "gebruik_van", "gebruik_tot"))
        if aanvraag and aanvraag > self.gemeld_op:
            self.add_error("aanvraag", "Vul een dag in voor de melding.")
        if van and van > self.gemeld_op:
            self.add_error("gebruik_van", "Vul een dag in voor de melding.")
        if tot and not van:
            self.add_error("gebruik_van", "Vul ook de eerste dag in.")
        if van and tot and tot < van:
            self.add_error("gebruik_tot", "De laatste dag ligt voor de eerste dag.")
        return ingevuld

    def verleden(self) -> Verleden:
        aanvraag, van, tot = (self.cleaned_data[naam] for naam in ("aanvraag", "gebruik_van", "gebruik_tot"))
        return Verleden(aanvragen=(aanvraag,) if aanvraag else (), gebruik=((van, tot),) if van else ())


class Woonplaats(MetVersie):
    """Where somebody turned out to live, and how that is known."""

    gemeente = Kiesveld(label="Waar woont de inwoner?")
    toelichting = Tekstvak(label="Hoe weet u dit?", help_text="Bijvoorbeeld: uit de Basisregistratie Personen.")

    def __init__(self, *delen: Any, gemeenten: Mapping[str, str], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        veld: Any = self.fields["gemeente"]
        veld.choices = [KIES, *keuzes({**gemeenten, BUITEN: "Buiten deze regio"}, kies=False)]
