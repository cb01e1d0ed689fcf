"""The forms of the way in, made for the agreement of the region."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from voordeur.inwoner.bsn import lees_bsn
from voordeur.regelingen.schema import Regeling
from voordeur.schermen.velden import KIES, Dag, JaNeeOnbekend, MetVersie, Tekstvak, naar_gelang

# who may report where the agreement names nobody, or everybody
IEDEREEN = ("inwoner", "gemeente", "zorgaanbieder", "verwijzer", "iemand anders")
VOORZIENINGEN = {"BW": "Beschermd wonen", "MO": "Maatschappelijke opvang"}
AANHEF = (("mevrouw", "Mevrouw"), ("de heer", "De heer"), ("", "Anders of niet bekend"))
# days and years beyond which a date is a slip of the keyboard
LANG_GELEDEN, OUDSTE, VER_VOORUIT = 366, 120, 3653
JA_NEE = (("ja", "Ja"), ("nee", "Nee"))
ZOALS_GESCHREVEN = "Zoals de inwoner die schrijft, met voorvoegsel: de Wit. Eén naam? Vul die hier in."
ZO_NOEMEN = "Zoals: Sam de Wit. Leeg: wij schrijven de aanhef en de achternaam."


def melders(regeling: Regeling) -> list[str]:
    """Who may report by this agreement, in the order of its routes."""
    genoemd = dict.fromkeys(naam for route in regeling.routes for naam in route.melders)
    if not genoemd or "iedereen" in genoemd:
        genoemd = dict.fromkeys((*IEDEREEN, *(naam for naam in genoemd if naam != "iedereen")))
    return list(genoemd)


def keuzes(namen: Mapping[str, str], *, kies: bool = True) -> list[tuple[str, str]]:
    """The options of a field, after the one that asks to choose."""
    return [*([KIES] if kies else []), *namen.items()]


# who lives nobody knows where: the centrumgemeente takes the case
WOONPLAATS_ONBEKEND = "onbekend"


class Kiesveld(forms.ChoiceField):
    """A choice that asks for itself when it was left open."""

    def __init__(self, **velden: Any) -> None:
        super().__init__(error_messages={"required": "Maak een keuze.", "invalid_choice": "Maak een keuze."}, **velden)


class JaNee(forms.TypedChoiceField):
    """Yes or no; gives True or False."""

    def __init__(self, **velden: Any) -> None:
        super().__init__(
            choices=JA_NEE, coerce=lambda waarde: waarde == "ja", widget=forms.RadioSelect,
            error_messages={"required": "Kies ja of nee."}, **velden,
        )  # fmt: skip

    def prepare_value(self, value: Any) -> Any:
        return {True: "ja", False: "nee"}.get(value, value) if isinstance(value, bool) else value


class NieuweMelding(forms.Form):
    """A report: about whom, by whom, why."""

    college_code = Kiesveld(label="In welke gemeente woont de inwoner?")
    melder = Kiesveld(label="Wie meldt?")
    voorziening = Kiesveld(label="Waarvoor?")
    ontvangen_op = Dag(label="Wanneer kwam de melding binnen?")
    aanhef = forms.ChoiceField(label="Aanhef", choices=AANHEF, required=False, widget=forms.RadioSelect)
    voornaam = forms.CharField(label="Voornaam", required=False, max_length=200)
    voorletters = forms.CharField(label="Voorletters", required=False, max_length=40)
    naam = forms.CharField(
        label="Achternaam", max_length=200, help_text=ZOALS_GESCHREVEN,
        error_messages={"required": "Vul een achternaam in."},
    )  # fmt: skip
    geboortenaam = forms.CharField(
        label="Naam bij de geboorte", required=False, max_length=200, help_text="Alleen als die anders is."
    )
    roepnaam = forms.CharField(label="Hoe wil de inwoner genoemd worden?", required=False, max_length=200,
                               help_text=ZO_NOEMEN)  # fmt: skip
    geboortedatum = naar_gelang(
        Dag(label="Geboortedatum", required=False, help_text="Niet bekend? Zet dan het vinkje.")
    )
    geboortedatum_onbekend = forms.BooleanField(label="De geboortedatum is niet bekend", required=False)
    bsn = forms.CharField(label="Burgerservicenummer", required=False, help_text="Negen cijfers.")
    adres = Tekstvak(
        label="Adres",
        required=False,
        rijen=3,
        help_text="Straat en huisnummer, dan postcode en plaats. Leeg: geen adres.",
    )
    telefoon = forms.CharField(label="Telefoon", required=False, max_length=20)
    nodig_op = Dag(
        label="Vanaf wanneer is hulp nodig?", required=False,
        help_text="Leeg: nu. Vul een dag in als een forensische titel afloopt. Een 18e verjaardag weten wij zelf.",
    )  # fmt: skip
    reden = Tekstvak(label="Waarom is hulp nodig?", help_text="Kort, in uw eigen woorden.")
    vorige_voorziening = forms.CharField(label="Welke hulp is er nu of was er eerder?", required=False, max_length=200)

    def __init__(
        self, regeling: Regeling, gemeenten: Mapping[str, str], vandaag: date, *delen: Any, bekend: bool = False,
        **velden: Any,
    ) -> None:  # fmt: skip
        super().__init__(*delen, **velden)
        self.vandaag = vandaag
        if bekend:
            self.fields["toch"] = forms.BooleanField(
                label="Ik keek in het andere dossier. Dit is een nieuwe melding.",
                error_messages={"required": "Deze persoon is al bekend. Kijk eerst in het andere dossier."},
            )
        soorten = {product.voorziening for product in regeling.producten} | {
            deel.voorziening for deel in regeling.routes
        }
        niet_bekend = {WOONPLAATS_ONBEKEND: "Dat is nog niet bekend"} if len(gemeenten) > 1 else {}
        self._kies("college_code", {**gemeenten, **niet_bekend})
        self._kies("melder", {naam: naam[:1].upper() + naam[1:] for naam in melders(regeling)})
        self._kies("voorziening", {soort: naam for soort, naam in VOORZIENINGEN.items() if soort in soorten})

    def _kies(self, veld: str, namen: Mapping[str, str]) -> None:
        veld_: Any = self.fields[veld]
        veld_.choices = keuzes(namen, kies=len(namen) > 1)

    def clean_ontvangen_op(self) -> date:
        dag: date = self.cleaned_data["ontvangen_op"]
        if dag > self.vandaag:
            raise forms.ValidationError("Vul een datum in tot en met vandaag.")
        if (self.vandaag - dag).days > LANG_GELEDEN:
            raise forms.ValidationError("Deze dag is meer dan een jaar geleden. Kijk of het jaar klopt.")
        return dag

    def clean_nodig_op(self) -> date | None:
        dag: date | None = self.cleaned_data["nodig_op"]
        if dag is not None and not 0 < (dag - self.vandaag).days <= VER_VOORUIT:
            raise forms.ValidationError("Vul een dag in na vandaag en binnen tien jaar, of laat dit leeg.")
        return dag

    def clean_bsn(self) -> str | None:
        tekst: str = self.cleaned_data["bsn"].strip()
        if not tekst:
            return None
        try:
            return lees_bsn(tekst)
        except ValueError as fout:
            raise forms.ValidationError(str(fout)) from None

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        geboren = ingevuld.get("geboortedatum")
        if "geboortedatum" not in self.errors:
            if geboren is None and not ingevuld.get("geboortedatum_onbekend"):
                self.add_error("geboortedatum", "Vul een datum in, of kies dat die niet bekend is.")
            if geboren is not None and geboren > self.vandaag:
                self.add_error("geboortedatum", "Vul een datum in tot en met vandaag.")
            if geboren is not None and self.vandaag.year - geboren.year > OUDSTE:
                self.add_error("geboortedatum", f"Dit is meer dan {OUDSTE} jaar geleden. Kijk of het jaar klopt.")
        return ingevuld


class Criteria(MetVersie):
    """Each criterion of each form: yes, no or not known yet."""

    def __init__(self, *delen: Any, regeling: Regeling, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        assert regeling.toegang is not None
        self.vormen = regeling.toegang.vormen
        for vorm in self.vormen:
            for nummer, tekst in enumerate(vorm.criteria, start=1):
                self.fields[f"{vorm.id}/{nummer}"] = JaNeeOnbekend(label=tekst, groep=vorm.naam)

    @property
    def groepen(self) -> Iterator[tuple[str, list[BoundField]]]:
        for vorm in self.vormen:
            yield vorm.naam, [self[f"{vorm.id}/{nummer}"] for nummer in range(1, len(vorm.criteria) + 1)]

    def criteria(self) -> dict[str, dict[int, bool | None]]:
        return {
            vorm.id: {nummer: self.cleaned_data[f"{vorm.id}/{nummer}"] for nummer in range(1, len(vorm.criteria) + 1)}
            for vorm in self.vormen
        }


class Inschaling(MetVersie):
    """What the table of the agreement asks."""

    ondersteuning_24_7 = JaNee(label="Is er dag en nacht hulp nodig?")
    kan_zelf_alarmeren = JaNee(label="Kan de inwoner zelf alarm slaan?")
    zelfstandige_woning = JaNee(label="Is er een zelfstandige woning?")
    cluster = forms.IntegerField(
        label="Met hoeveel bewoners is het huis?", required=False, min_value=1, max_value=500,
        help_text="Leeg: de inwoner woont niet in een groep.",
        error_messages={"invalid": "Vul een heel getal in.", "min_value": "Vul een getal in vanaf 1."},
    )  # fmt: skip
    werk = Kiesveld(label="Wat is vooral nodig?", widget=forms.RadioSelect)

    def __init__(self, *delen: Any, soorten_werk: Sequence[str], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        veld: Any = self.fields["werk"]
        veld.choices = [(naam, naam.replace("-", " ").capitalize()) for naam in soorten_werk]


class Aanvraag(MetVersie):
    """The application came in."""

    ontvangen_op = Dag(label="Wanneer kwam de aanvraag binnen?")

    def __init__(self, *delen: Any, gemeld_op: date, vandaag: date, stukken: Sequence[str] = (), **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.gemeld_op, self.vandaag = gemeld_op, vandaag
        if len(stukken) > 1:
            namen = [(deel, f"{deel[:1].upper()}{deel[1:]}") for deel in stukken]
            self.fields["stuk"] = Kiesveld(label="Wat is de aanvraag?", choices=namen, widget=forms.RadioSelect)
        if stukken:
            self.fields["getekend_op"] = Dag(label="Wanneer tekende de inwoner?")

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        getekend, ontvangen = ingevuld.get("getekend_op"), ingevuld.get("ontvangen_op")
        if getekend and ontvangen and not self.gemeld_op <= getekend <= ontvangen:
            self.add_error("getekend_op", "Vul een dag in vanaf de melding tot en met de aanvraag.")
        return ingevuld

    def clean_ontvangen_op(self) -> date:
        dag: date = self.cleaned_data["ontvangen_op"]
        if not self.gemeld_op <= dag <= self.vandaag:
            raise forms.ValidationError("Vul een datum in vanaf de melding tot en met vandaag.")
        return dag
