"""The forms of the money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms

from voordeur.regelingen.schema import Regeling
from voordeur.schermen.velden import KIES, Bedrag, Tekstvak

from .fouten import OngeldigeParameter
from .lokaal import AANDEEL, BEGIN, BUDGET, INDEX, PLAFOND, UITVOERINGSKOSTEN, controleer, reden_van

LABELS: Mapping[str, str] = {
    BEGIN: "Reserve aan het begin van het jaar",
    PLAFOND: "Grens van de reserve",
    AANDEEL: "Deel van het budget dat de reserve mag zijn",
    BUDGET: "Budget waarvan dat deel is",
    UITVOERINGSKOSTEN: "Kosten van de uitvoering",
    INDEX: "Indexcijfers per jaar",
}
HOE: Mapping[str, str] = {
    AANDEEL: "Schrijf 0,10 voor tien procent.",
    INDEX: "Schrijf per jaar een cijfer, zoals 2018=0,011 2019=0,02.",
}


class Leeg(forms.Form):
    """A step without questions: only a button."""


class Redenformulier(forms.Form):
    """Why something is refused or taken back."""

    reden = Tekstvak(
        label="Waarom?", max_length=300, help_text="De ander leest deze reden.",
        error_messages={"required": "Schrijf op waarom.", "max_length": "Gebruik hooguit 300 tekens."},
    )  # fmt: skip


class Standfilter(forms.Form):
    """What a list can be narrowed to; the choices stand in the address."""

    stand = forms.ChoiceField(label="Stand", required=False)
    jaar = forms.ChoiceField(label="Jaar", required=False)

    def __init__(self, vraag: Any, standen: Iterable[tuple[str, str]], jaren: Iterable[int]) -> None:
        super().__init__(vraag)
        self._kies("stand", [("", "Alle standen"), *standen])
        self._kies("jaar", [("", "Alle jaren"), *((str(jaar), str(jaar)) for jaar in jaren)])

    def _kies(self, naam: str, keuzes: list[tuple[str, str]]) -> None:
        veld = self.fields[naam]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = keuzes

    def gekozen(self) -> dict[str, str]:
        """What was chosen and can be; something else in the address counts as no choice."""
        self.is_valid()
        return {naam: str(waarde) for naam, waarde in self.cleaned_data.items() if waarde}


class Rekeningfilter(forms.Form):
    """Entries on one account."""

    rekening = forms.ChoiceField(label="Rekening", required=False)

    def __init__(self, vraag: Any, rekeningen: Iterable[tuple[str, str]]) -> None:
        super().__init__(vraag)
        veld = self.fields["rekening"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", "Alle rekeningen"), *rekeningen]

    def gekozen(self) -> str:
        self.is_valid()
        return str(self.cleaned_data.get("rekening") or "")


class Subsidieformulier(forms.Form):
    """A new subsidy."""

    def __init__(self, data: Any, aanbieders: Iterable[tuple[int, str]], jaar: int) -> None:
        super().__init__(data, initial={"jaar": jaar})
        self.fields["aanbieder"] = forms.ChoiceField(
            label="Aanbieder", choices=[KIES, *((str(pk), naam) for pk, naam in aanbieders)],
            error_messages={"required": "Kies een aanbieder."},
        )  # fmt: skip
        self.fields["jaar"] = forms.IntegerField(
            label="Voor welk jaar?", min_value=2015, max_value=2100,
            error_messages={"required": "Vul een jaar in.", "invalid": "Vul een jaar in, zoals 2026."},
            # a year is no amount: no full stop after the thousands
            widget=forms.TextInput(attrs={"inputmode": "numeric"}), localize=False,
        )  # fmt: skip
        self.fields["bedrag"] = Bedrag(
            label="Bedrag voor het hele jaar", min_value=Decimal("0.01"),
            help_text="De aanbieder krijgt dit in twaalf voorschotten.",
        )  # fmt: skip


class Termijnformulier(forms.Form):
    """Which term to put ready."""

    termijn = forms.TypedChoiceField(
        label="Termijn", coerce=int, error_messages={"required": "Kies een termijn."}, empty_value=None
    )

    def __init__(self, data: Any, termijnen: Iterable[tuple[int, str]]) -> None:
        super().__init__(data)
        veld = self.fields["termijn"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [KIES, *((str(nummer), tekst) for nummer, tekst in termijnen)]


class Bedragformulier(forms.Form):
    """What a provider claims."""

    bedrag = Bedrag(label="Bedrag van uw declaratie", min_value=Decimal("0.01"))


class Verrekenformulier(forms.Form):
    """What measures bring in, before the municipalities pay."""

    maatregelen = Bedrag(
        label="Wat leveren maatregelen op?", required=False, min_value=Decimal(0),
        help_text="Alleen bij een tekort. Laat dit leeg als er geen maatregelen zijn.",
    )  # fmt: skip

    def clean_maatregelen(self) -> Decimal:
        return self.cleaned_data["maatregelen"] or Decimal(0)


class Begrotingformulier(forms.Form):
    """The budget of a year: its amount, the key, and what the agreement leaves open."""

    rijksbudget = Bedrag(label="Geld van het Rijk voor dit jaar", min_value=Decimal(0))
    besluit = forms.CharField(
        label="Besluit", max_length=200, help_text="Bijvoorbeeld: besluit van de colleges van 3 december 2025.",
        error_messages={"required": "Schrijf op welk besluit dit is."},
    )  # fmt: skip

    def __init__(self, data: Any, regeling: Regeling, jaar: int, gemeenten: Mapping[str, str]) -> None:
        super().__init__(data)
        self.regeling, self.jaar, self.gemeenten = regeling, jaar, gemeenten
        self.parameters = tuple(gevraagd(regeling))
        for code, naam in gemeenten.items():
            self.fields[f"sleutel_{code}"] = Bedrag(
                label=f"Aandeel van {naam} in de sleutel", required=False, min_value=Decimal(0),
                help_text="Een gewicht: een bedrag of een deel.",
            )  # fmt: skip
        for naam in self.parameters:
            uitleg = f"De regeling laat dit open: {reden_van(regeling, naam)}. {HOE.get(naam, '')}".strip()
            self.fields[_veld(naam)] = forms.CharField(label=LABELS[naam], required=False, help_text=uitleg)
        self.fields["voorbeeld"] = forms.BooleanField(
            label="Deze bedragen zijn een voorbeeld", required=False, help_text="Geen bron noemt deze bedragen."
        )

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        sleutel = {code: schoon.get(f"sleutel_{code}") or Decimal(0) for code in self.gemeenten}
        if not any(sleutel.values()):
            self.add_error(f"sleutel_{next(iter(self.gemeenten))}", "Geef minstens één gemeente een gewicht.")
        for naam in self.parameters:
            waarde = schoon.get(_veld(naam))
            if waarde:
                self._controleer(naam, waarde)
        return schoon

    def _controleer(self, naam: str, waarde: str) -> None:
        try:
            controleer(self.regeling, self.jaar, {naam: waarde})
        except OngeldigeParameter as fout:
            self.add_error(_veld(naam), str(fout).partition(": ")[2].capitalize())

    def als_besluit(self) -> dict[str, Any]:
        """What the action asks, from a valid form."""
        schoon = self.cleaned_data
        return {
            "rijksbudget": schoon["rijksbudget"],
            "besluit": schoon["besluit"],
            "voorbeeld": schoon["voorbeeld"],
            "sleutel": {code: schoon[f"sleutel_{code}"] or Decimal(0) for code in self.gemeenten},
            "open_parameters": {naam: schoon[_veld(naam)] for naam in self.parameters if schoon[_veld(naam)]},
        }


def _veld(naam: str) -> str:
    return f"open_{naam.replace('.', '_')}"


def gevraagd(regeling: Regeling) -> Iterable[str]:
    """Which open figures a budget of this agreement asks for."""
    regel = regeling.verrekening
    if regel is not None and regel.reserve is not None:
        aandeel = regel.reserve.plafond is not None and regel.reserve.plafond.soort == "aandeel_van_budget"
        yield from (BEGIN, AANDEEL) if aandeel else (BEGIN, PLAFOND)
    elif regel is not None:
        yield UITVOERINGSKOSTEN
    if regeling.tarieven is not None and regeling.tarieven.indexering is not None:
        yield INDEX
