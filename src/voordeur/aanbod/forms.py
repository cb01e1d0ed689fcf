"""The forms of the offer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from voordeur.schermen.velden import KIES, Bedrag, Dag, naar_gelang

from .actions import MEESTE_TEGELIJK
from .fouten import DagprijsHoortBijSubsidie, HuisvestingKloptNiet, PeriodeKloptNiet

HUISVESTING = {"incl": "Met huisvesting", "excl": "Zonder huisvesting"}
SOORTEN = {"subsidie": "Subsidie: een bedrag per jaar", "inkoop": "Inkoop: declaraties achteraf"}


class Zoekformulier(forms.Form):
    """What the list can be narrowed to; every choice stands in the address."""

    naam = forms.CharField(label="Naam van de aanbieder", required=False)
    product = forms.ChoiceField(label="Soort plek", required=False)
    gemeente = forms.ChoiceField(label="Gemeente", required=False)

    def __init__(self, vraag: Any, producten: Mapping[str, str], gemeenten: Mapping[str, str]) -> None:
        super().__init__(vraag)
        self._keuzes("product", "Alle soorten", producten)
        self._keuzes("gemeente", "Alle gemeenten", gemeenten)

    def _keuzes(self, naam: str, alle: str, keuzes: Mapping[str, str]) -> None:
        veld = self.fields[naam]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", alle), *keuzes.items()]

    def gekozen(self) -> dict[str, str]:
        """What was chosen and can be; something else in the address counts as no choice."""
        self.is_valid()
        return {naam: str(waarde) for naam, waarde in self.cleaned_data.items() if waarde}


class Adresformulier(forms.Form):
    """Where a house stands."""

    adres = forms.CharField(
        label="Straat en huisnummer, postcode", max_length=150, required=False,
        help_text="Wie er woont, ziet dit. Laat het leeg als het adres geheim is.",
        error_messages={"max_length": "Gebruik hooguit 150 tekens."},
    )  # fmt: skip


class Locatieformulier(Adresformulier):
    """A new location."""

    naam = forms.CharField(
        label="Naam van de locatie",
        max_length=100,
        help_text="Bijvoorbeeld de naam van het huis.",
        error_messages={"required": "Vul een naam in.", "max_length": "Gebruik hooguit 100 tekens."},
    )

    field_order = ("naam", "adres", "gemeente")

    def __init__(self, data: Any, gemeenten: Mapping[str, str]) -> None:
        super().__init__(data)
        self.fields["gemeente"] = forms.ChoiceField(
            label="Gemeente", choices=[KIES, *gemeenten.items()], error_messages={"required": "Kies een gemeente."}
        )


class Plekkenformulier(forms.Form):
    """New places of one product; housing is asked where the price table of the agreement tells it apart."""

    def __init__(
        self, data: Any, producten: Mapping[str, str], huisvestingen: Mapping[str, tuple[str, ...]], **begin: Any
    ) -> None:
        super().__init__(data, initial=begin)
        self.huisvestingen = huisvestingen
        self.fields["product"] = forms.ChoiceField(
            label="Soort plek",
            choices=[KIES, *producten.items()],
            error_messages={"required": "Kies een soort plek."},
        )
        if any(huisvestingen.values()):
            met = [producten[product] for product, keuzes in huisvestingen.items() if keuzes]
            self.fields["huisvesting"] = naar_gelang(
                forms.ChoiceField(
                    label="Huisvesting",
                    choices=[("", "Geen keuze"), *HUISVESTING.items()],
                    required=False,
                    help_text=f"De prijs hangt hiervan af bij: {'; '.join(met)}.",
                )
            )
        self.fields["aantal"] = forms.IntegerField(
            label="Aantal plekken",
            min_value=1,
            max_value=MEESTE_TEGELIJK,
            error_messages={"required": "Vul een aantal in.", "invalid": "Vul een heel getal in."},
        )
        self.fields["van"] = Dag(label="Vanaf welke dag zijn de plekken er?")

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        product = schoon.get("product")
        if product is not None:
            keuzes = self.huisvestingen.get(product, ())
            if schoon.get("huisvesting", "") not in (keuzes or ("",)):
                self.add_error("huisvesting", str(HuisvestingKloptNiet(keuzes)))
        return schoon


class Contractformulier(forms.Form):
    """A new contract. `met_prijzen`: whether the agreement has prices to pay declaraties by."""

    soort = forms.ChoiceField(
        label="Hoe betaalt u deze aanbieder?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe u deze aanbieder betaalt."},
    )
    van = Dag(label="Eerste dag")
    tot = Dag(label="Laatste dag", required=False, help_text="Laat dit leeg als er geen einde is afgesproken.")
    dagprijs = naar_gelang(Bedrag(label="Prijs voor een dag zorg", required=False, help_text="Alleen bij subsidie."))
    voorbeeld = forms.BooleanField(
        label="Dit bedrag is een voorbeeld", required=False, help_text="Geen bron noemt dit bedrag."
    )

    def __init__(self, data: Any, *, met_prijzen: bool) -> None:
        super().__init__(data)
        veld = self.fields["soort"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [paar for paar in SOORTEN.items() if met_prijzen or paar[0] != "inkoop"]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        van, tot, soort = (schoon.get(naam) for naam in ("van", "tot", "soort"))
        if van and tot and tot < van:
            self.add_error("tot", str(PeriodeKloptNiet()))
        if soort and "dagprijs" in schoon and (soort == "subsidie") != bool(schoon["dagprijs"]):
            self.add_error("dagprijs", str(DagprijsHoortBijSubsidie()))
        return schoon
