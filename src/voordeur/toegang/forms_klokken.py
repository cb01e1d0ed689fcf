"""The forms of the clocks: what is asked to move a term, to tell about it, or to say that it began otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from voordeur.regels.opschorten import Opschortgrond
from voordeur.schermen.velden import KIES, Dag, MetVersie, Tekstvak, naar_gelang

from .forms import JaNee, Kiesveld

# a day beyond this is a slip of the keyboard
VERSTE = timedelta(days=366)
LANGST = 1000


class Opschorten(MetVersie):
    """Let a term stand still."""

    grond = Kiesveld(label="Waarom staat de termijn stil?", widget=forms.RadioSelect)
    gevraagd = naar_gelang(
        Tekstvak(
            label="Wat hebt u nog nodig?", required=False, rijen=3, max_length=LANGST,
            help_text="Vul dit in als er iets ontbreekt. Zet elk stuk op een eigen regel.",
        )
    )  # fmt: skip
    reden = naar_gelang(
        Tekstvak(
            label="Wat is er aan de hand?", required=False, rijen=3, max_length=LANGST,
            help_text="Vul dit in bij een andere reden. De tekst komt in de brief.",
        )
    )  # fmt: skip
    tot = Dag(label="Tot en met welke dag?", help_text="De dag waarop alles binnen moet zijn, of de reden voorbij is.")

    def __init__(self, *delen: Any, gronden: Sequence[Opschortgrond], vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.gronden, self.vandaag = {grond.id: grond for grond in gronden}, vandaag
        veld: Any = self.fields["grond"]
        veld.choices = [(grond.id, grond.naam) for grond in gronden]
        werkingen = {grond.werking for grond in gronden}
        for naam, werking in (("gevraagd", "aanvulling"), ("reden", "stilstand")):
            if werking not in werkingen:
                del self.fields[naam]

    def clean_tot(self) -> date:
        return _na(self.cleaned_data["tot"], self.vandaag)

    def clean_gevraagd(self) -> tuple[str, ...]:
        regels = (regel.strip(" -\t") for regel in self.cleaned_data["gevraagd"].splitlines())
        return tuple(regel for regel in regels if regel)

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        grond = self.gronden.get(ingevuld.get("grond", ""))
        veld = "gevraagd" if grond and grond.werking == "aanvulling" else "reden"
        if grond and not ingevuld.get(veld) and veld not in self.errors:
            self.add_error(veld, "Vul dit in: het komt in de brief.")
        return ingevuld


class Hervatten(MetVersie):
    """Let a term run again."""

    vanaf = Dag(label="Op welke dag was alles binnen?", help_text="Vanaf deze dag loopt de termijn weer.")

    def __init__(self, *delen: Any, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag

    def clean_vanaf(self) -> date:
        return _tot_en_met(self.cleaned_data["vanaf"], self.vandaag)


class Uitstel(MetVersie):
    """A later end, agreed or postponed."""

    grond = Kiesveld(label="Waarop berust het uitstel?", widget=forms.RadioSelect)
    door = naar_gelang(
        forms.CharField(
            label="Wie heeft ingestemd?", required=False, max_length=200,
            help_text="Nodig bij instemming. Bijvoorbeeld: de inwoner, of de mentor.",
        )
    )  # fmt: skip
    ingestemd_op = naar_gelang(
        Dag(label="Wanneer is dat op schrift gezet?", required=False, help_text="Nodig bij instemming.")
    )
    nieuw = Dag(label="Wat is de nieuwe laatste dag?")
    reden = Tekstvak(label="Waarom is er meer tijd nodig?", rijen=3, max_length=LANGST,
                     help_text="De tekst komt in de brief.")  # fmt: skip

    def __init__(self, *delen: Any, gronden: Sequence[Opschortgrond], vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag
        veld: Any = self.fields["grond"]
        veld.choices = [(grond.id, grond.naam) for grond in gronden]

    def clean_nieuw(self) -> date:
        return _na(self.cleaned_data["nieuw"], self.vandaag)


class LatereDag(MetVersie):
    """The decision will be late."""

    nieuw = Dag(label="Op welke dag is het besluit er wel?", help_text="Noem de vroegste dag die u kunt halen.")
    reden = Tekstvak(label="Waarom lukt het niet op tijd?", rijen=3, max_length=LANGST,
                     help_text="De tekst komt in de brief.")  # fmt: skip

    def __init__(self, *delen: Any, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag

    def clean_nieuw(self) -> date:
        return _na(self.cleaned_data["nieuw"], self.vandaag)


class Ingebrekestelling(MetVersie):
    """A notice that a decision is late came in."""

    ontvangen_op = Dag(label="Wanneer kwam de brief binnen?")

    def __init__(self, *delen: Any, vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag

    def clean_ontvangen_op(self) -> date:
        return _tot_en_met(self.cleaned_data["ontvangen_op"], self.vandaag)


class Betwisten(MetVersie):
    """Somebody says that a term began on another day."""

    begin = Dag(label="Op welke dag begon de termijn dan?")
    door = forms.CharField(
        label="Wie zegt dit?", max_length=200, help_text="Bijvoorbeeld: de inwoner.",
        error_messages={"required": "Vul in wie dit zegt."},
    )  # fmt: skip
    reden = Tekstvak(label="Waarom die dag?", rijen=3, max_length=LANGST,
                     help_text="Elke wens op schrift kan een aanvraag zijn, ook een e-mail.")  # fmt: skip
    startstuk = forms.TypedChoiceField(
        label="Welk stuk laat dat zien?", required=False, coerce=int, empty_value=None,
        error_messages={"invalid_choice": "Kies een stuk uit dit dossier."},
    )  # fmt: skip

    def __init__(self, *delen: Any, stukken: Sequence[tuple[int, str]], vandaag: date, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.vandaag = vandaag
        veld: Any = self.fields["startstuk"]
        veld.choices = [KIES, *stukken]

    def clean_begin(self) -> date:
        return _tot_en_met(self.cleaned_data["begin"], self.vandaag)


class OverBegin(MetVersie):
    """The team leader decides on which day a term began."""

    toegewezen = JaNee(label="Begon de termijn op de genoemde dag?")
    reden = Tekstvak(label="Waarom beslist u zo?", rijen=3, max_length=LANGST, help_text="De tekst komt in de brief.")


def _na(dag: date, vandaag: date) -> date:
    if not vandaag < dag <= vandaag + VERSTE:
        raise forms.ValidationError("Vul een datum in na vandaag, binnen een jaar.")
    return dag


def _tot_en_met(dag: date, vandaag: date) -> date:
    if not vandaag - VERSTE * 3 <= dag <= vandaag:
        raise forms.ValidationError("Vul een datum in tot en met vandaag.")
    return dag
