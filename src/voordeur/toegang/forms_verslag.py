"""The forms of what is told, the personal plan, and the report."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from voordeur.schermen.opladen import Bestandsveld
from voordeur.schermen.velden import Dag, MetVersie, Tekstvak, naar_gelang

from .forms import Kiesveld
from .forms_documenten import tot_en_met
from .queries_verslag import REACTIES
from .voorlichting import UITLEG

VANAF_MELDING = "Vul een datum in vanaf de melding tot en met vandaag."


class Uitleg(MetVersie):
    """On which day the resident was told what."""

    def __init__(self, *delen: Any, gemeld_op: date, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.gemeld_op, self.vandaag = gemeld_op, vandaag
        for wat, naam in UITLEG.items():
            self.fields[wat] = naar_gelang(Dag(label=naam, required=False, help_text="Leeg: dit is niet verteld."))

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        for wat in UITLEG:
            dag = ingevuld.get(wat)
            if dag and not self.gemeld_op <= dag <= self.vandaag:
                self.add_error(wat, VANAF_MELDING)
        if not self.errors and not any(ingevuld.get(wat) for wat in UITLEG):
            self.add_error(next(iter(UITLEG)), "Vul ten minste een dag in.")
        return ingevuld


class Planformulier(MetVersie):
    """The personal plan: in words, as a file, or both."""

    ontvangen_op = Dag(label="Wanneer kwam het plan binnen?")
    tekst = naar_gelang(
        Tekstvak(label="Wat staat er in het plan?", required=False, rijen=8, help_text="Of kies hieronder een bestand.")
    )
    bestand = Bestandsveld(label="Het plan als bestand", required=False)

    def __init__(self, *delen: Any, gemeld_op: date, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.gemeld_op, self.vandaag = gemeld_op, vandaag

    def clean_ontvangen_op(self) -> date:
        dag: date = self.cleaned_data["ontvangen_op"]
        if not self.gemeld_op <= dag <= self.vandaag:
            raise forms.ValidationError(VANAF_MELDING)
        return dag

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        if "bestand" not in self.errors and not ingevuld.get("bestand") and not ingevuld.get("tekst"):
            self.add_error("tekst", "Schrijf het plan op of kies een bestand.")
        return ingevuld


class Verslagformulier(MetVersie):
    """What goes into the report beside what was written down."""

    advies = Tekstvak(
        label="Wat is uw advies?", rijen=6, max_length=4000,
        help_text="Dit komt in het verslag. Schrijf het aan de inwoner, met 'u'.",
    )  # fmt: skip


class Reactieformulier(MetVersie):
    """What the resident said of the report."""

    oordeel = Kiesveld(label="Wat vindt de inwoner?", choices=tuple(REACTIES.items()), widget=forms.RadioSelect)
    opmerkingen = naar_gelang(
        Tekstvak(label="Wat zei de inwoner erover?", required=False, help_text="Nodig als de inwoner het niet eens is.")
    )

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        if ingevuld.get("oordeel") == "niet_eens" and not ingevuld.get("opmerkingen"):
            self.add_error("opmerkingen", "Schrijf op waarmee de inwoner het niet eens is.")
        return ingevuld


class Getekendformulier(MetVersie):
    """The report came back with a signature."""

    getekend_op = Dag(label="Welke datum staat bij de handtekening?")
    ontvangen_op = Dag(label="Wanneer kreeg u het terug?")
    bestand = Bestandsveld(label="Het getekende verslag als bestand", required=False)

    def __init__(self, *delen: Any, verstuurd_op: date, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.verstuurd_op, self.vandaag = verstuurd_op, vandaag

    def clean_ontvangen_op(self) -> date | None:
        return tot_en_met(self.cleaned_data["ontvangen_op"], self.vandaag)

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        getekend, ontvangen = ingevuld.get("getekend_op"), ingevuld.get("ontvangen_op")
        if getekend and ontvangen and not self.verstuurd_op <= getekend <= ontvangen:
            self.add_error("getekend_op", "Tekenen kan vanaf het verslag, en tot de dag waarop u het kreeg.")
        return ingevuld
