"""The forms of the conversation: the subjects of the investigation, and the scores of the matrix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from voordeur.regelingen.schema import Zelfredzaamheidsmatrix
from voordeur.regels.onderzoek import stand_van
from voordeur.schermen.velden import KIES, Dag, JaNeeOnbekend, MetVersie, Tekstvak, naar_gelang

from .forms import JaNee, Kiesveld
from .onderwerpen import ONDERWERPEN

VOOR_HET_EIND = "Nodig om het onderzoek af te ronden."
STANDEN = (("besproken", "Besproken"), ("nvt", "Niet van toepassing"), ("onbekend", "Nog niet bekend"))
SCHRIJF = {
    "besproken": "Schrijf op wat u besprak, of kies: nog niet bekend.",
    "nvt": "Schrijf op waarom dit niet van toepassing is.",
}


class Stand(forms.ChoiceField):
    """How far a subject is; left open it follows from whether there is a text."""

    altijd_antwoord = True

    def __init__(self, onderwerp: str) -> None:
        self.groep = onderwerp
        super().__init__(
            label="Hoe staat het hiermee?", choices=STANDEN, required=False, widget=forms.RadioSelect,
            error_messages={"invalid_choice": "Maak een keuze."},
        )  # fmt: skip


class Onderzoek(MetVersie):
    """What was examined: for each subject a text and how far it is."""

    gesprek_op = naar_gelang(Dag(label="Wanneer was het gesprek?", required=False, help_text=VOOR_HET_EIND))

    def __init__(self, *delen: Any, overgangsrecht: bool, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag
        for naam, (vraag, uitleg) in ONDERWERPEN.items():
            self.fields[naam] = naar_gelang(Tekstvak(label=vraag, help_text=uitleg, required=False, rijen=3))
            self.fields[f"stand_{naam}"] = Stand(vraag)
        behoeften = self.fields["behoeften"]
        behoeften.help_text = f"{behoeften.help_text} {VOOR_HET_EIND}"
        self.fields["onderzocht"] = JaNeeOnbekend(label="Is hulp in de eigen gemeente bekeken?")
        self.fields["volstaat"] = JaNeeOnbekend(label="Is die hulp genoeg?")
        if overgangsrecht:
            self.fields["overgangsrecht"] = JaNee(label="Loopt er nog een recht van eerder dat meetelt?")
        self.fields["afgerond"] = JaNee(
            label="Is het onderzoek klaar?", help_text="Bij ja stopt de termijn. Bij nee bewaren wij wat u schreef."
        )

    @property
    def onderwerpen(self) -> Iterator[tuple[BoundField, BoundField]]:
        """The text and the state of each subject."""
        for naam in ONDERWERPEN:
            yield self[naam], self[f"stand_{naam}"]

    @property
    def overige(self) -> Iterator[BoundField]:
        """The questions under the subjects."""
        for naam in ("onderzocht", "volstaat", "overgangsrecht", "afgerond"):
            if naam in self.fields:
                yield self[naam]

    def clean_gesprek_op(self) -> date | None:
        dag: date | None = self.cleaned_data["gesprek_op"]
        if dag and dag > self.vandaag:
            raise forms.ValidationError("Vul een datum in tot en met vandaag.")
        return dag

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        for naam in ONDERWERPEN:
            self._sluit_aan(naam, ingevuld)
        if ingevuld.get("afgerond"):
            for naam in ("gesprek_op", "behoeften"):
                if not ingevuld.get(naam) and naam not in self.errors:
                    self.add_error(naam, "Vul dit in voordat u het onderzoek afrondt.")
        return ingevuld

    def _sluit_aan(self, naam: str, ingevuld: dict[str, Any]) -> None:
        """A state that says something needs its text; one that was left open follows from the text."""
        tekst, gekozen = ingevuld.get(naam) or "", ingevuld.get(f"stand_{naam}") or ""
        if gekozen in SCHRIJF and not tekst.strip() and naam not in self.errors:
            self.add_error(naam, SCHRIJF[gekozen])
        ingevuld[f"stand_{naam}"] = gekozen or stand_van(tekst, "")

    def onderzoek(self) -> dict[str, Any]:
        """What was filled in, as the action takes it."""
        ingevuld = self.cleaned_data
        gesprek = ingevuld["gesprek_op"]
        return {naam: ingevuld[naam] for naam in ONDERWERPEN} | {
            "standen": {naam: ingevuld[f"stand_{naam}"] for naam in ONDERWERPEN},
            "gesprek_op": gesprek.isoformat() if gesprek else None,
            "lokale_voorziening": {"onderzocht": ingevuld["onderzocht"], "volstaat": ingevuld["volstaat"]},
            "overgangsrecht": ingevuld.get("overgangsrecht", False),
            "afgerond": ingevuld["afgerond"],
        }


def begin_onderzoek(eerder: Mapping[str, Any]) -> dict[str, Any]:
    """What the form starts with: what was written before."""
    standen = eerder.get("standen", {})
    gekozen = {f"stand_{naam}": standen.get(naam) or _uit_tekst(eerder.get(naam)) for naam in ONDERWERPEN}
    return {**eerder, **eerder.get("lokale_voorziening", {}), **gekozen}


def _uit_tekst(tekst: str | None) -> str:
    return "besproken" if tekst else ""


class Zelfredzaamheid(MetVersie):
    """A score for each domain of the matrix; which measurement it is, where there is a choice."""

    def __init__(self, *delen: Any, matrix: Zelfredzaamheidsmatrix, metingen: tuple[str, ...], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.matrix, self.metingen = matrix, metingen
        if len(metingen) > 1:
            keuzes = [(naam, naam.capitalize()) for naam in metingen]
            self.fields["meting"] = Kiesveld(label="Welke meting is dit?", choices=keuzes, widget=forms.RadioSelect)
        scores = [(str(score), str(score)) for score in range(matrix.laagste, matrix.hoogste + 1)]
        for nummer, domein in enumerate(matrix.domeinen):
            self.fields[f"d{nummer}"] = Kiesveld(label=domein, choices=[KIES, *scores])

    @property
    def meting(self) -> str:
        return str(self.cleaned_data.get("meting") or self.metingen[0])

    def scores(self) -> dict[str, int]:
        return {domein: int(self.cleaned_data[f"d{nummer}"]) for nummer, domein in enumerate(self.matrix.domeinen)}
