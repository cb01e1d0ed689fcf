"""The forms of the route of a region: noting a step, asking somebody, answering."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from voordeur.regels.routes import Routestap
from voordeur.regels.vereisten import Vereisten
from voordeur.schermen.velden import KIES, Dag, JaNeeOnbekend, MetVersie, Tekstvak

from .actions.uitvragen import Vraag
from .actions.wegen import Notitie
from .forms import Kiesveld

EIS = "eis_"


class Stapvelden(forms.Form):
    """What there is to say of a step of the route: when, what, its demands, what came of it, who is the contact."""

    op = Dag(label="Wanneer was dit?")
    besproken = Tekstvak(label="Wat is er besproken of gedaan?")

    def __init__(
        self, *delen: Any, stap: Routestap, vereisten: Vereisten | None, vanaf: date, vandaag: date, **velden: Any
    ) -> None:
        super().__init__(*delen, **velden)
        self.vanaf, self.vandaag, self.vereisten = vanaf, vandaag, vereisten
        for eis in vereisten.eisen if vereisten else ():
            naam = f"{eis.wat[:1].upper()}{eis.wat[1:]}"
            self.fields[f"{EIS}{eis.id}"] = JaNeeOnbekend(label=naam, groep=vereisten.naam if vereisten else "")
        if stap.antwoorden:
            keuzes = [KIES, *((deel, f"{deel[:1].upper()}{deel[1:]}") for deel in stap.antwoorden)]
            self.fields["uitkomst"] = Kiesveld(label="Wat kwam eruit?", choices=keuzes)
        if stap.betrokkene:
            vult_in = {"required": "Vul een naam in."}
            self.fields["naam"] = forms.CharField(label="Naam contactpersoon", max_length=100, error_messages=vult_in)
            self.fields["telefoon"] = forms.CharField(label="Telefoon", required=False, max_length=20)
            fout = {"invalid": "Vul een e-mailadres in, zoals naam@plaats.nl."}
            self.fields["email"] = forms.EmailField(label="E-mail", required=False, error_messages=fout)

    def clean_op(self) -> date:
        dag: date = self.cleaned_data["op"]
        if not self.vanaf <= dag <= self.vandaag:
            raise forms.ValidationError("Vul een dag in vanaf de melding of de vraag tot en met vandaag.")
        return dag

    @property
    def eisvelden(self) -> Iterator[BoundField]:
        return (veld for veld in self if veld.name.startswith(EIS))

    def notitie(self) -> Notitie:
        gegeven = self.cleaned_data
        contact = {naam: gegeven[naam] for naam in ("naam", "telefoon", "email") if gegeven.get(naam)}
        return Notitie(
            op=gegeven["op"],
            besproken=gegeven["besproken"],
            uitkomst=gegeven.get("uitkomst", ""),
            eisen={naam.removeprefix(EIS): waarde for naam, waarde in gegeven.items() if naam.startswith(EIS)},
            contact=contact,
        )


class Stapnotitie(Stapvelden, MetVersie):
    """The same for who works on the dossier: with the version that was seen."""


class Zonder(MetVersie):
    """Why one goes on without a step."""

    reden = Tekstvak(label="Waarom nu zonder deze stap?", help_text="Dit komt in de motivering van het besluit.")


class NieuweVraag(MetVersie):
    """What is asked of somebody else."""

    tekst = Tekstvak(
        label="Wat wilt u weten?", help_text="Wie antwoordt, leest dit in Voordeur. In het bericht staat het niet."
    )

    def vraag(self, stap: str) -> Vraag:
        return Vraag(stap=stap, tekst=self.cleaned_data["tekst"])


class LosseVraag(NieuweVraag):
    """A question that no step of the route asks."""

    aan = Kiesveld(
        label="Aan wie?", choices=[KIES, ("gemeente", "De gemeente van de inwoner"), ("ander", "Iemand anders")]
    )
    naam = forms.CharField(
        label="Naam van de organisatie", required=False, max_length=100, help_text="Vul dit in bij 'Iemand anders'."
    )
    field_order = ("versie", "aan", "naam", "tekst")

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        if ingevuld.get("aan") == "ander" and not ingevuld.get("naam"):
            self.add_error("naam", "Vul in aan wie u het vraagt.")
        return ingevuld

    def vraag(self, stap: str) -> Vraag:
        aan = self.cleaned_data["aan"]
        return Vraag(
            stap=stap, aan=aan if aan == "gemeente" else self.cleaned_data["naam"], tekst=self.cleaned_data["tekst"]
        )
