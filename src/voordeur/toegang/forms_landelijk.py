"""The forms of the steps with another region and of disputes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from voordeur.regels.landelijk import Landelijkregel
from voordeur.schermen.velden import KIES, Dag, JaNeeOnbekend, MetVersie, Tekstvak, naar_gelang

from .forms import JaNee, Kiesveld

GEMEENTE = "Vul een gemeente in."
BETALERS = (("", "Nog niet afgesproken"), ("herkomst", "De gemeente van herkomst"), ("plaatsing", "Deze regio"))
WAAR = (("hier", "Hier, in deze regio"), ("elders", "In de regio van herkomst"))
INTUSSEN = (("deze regio", "Deze regio"), ("de andere partij", "De andere partij"), ("beide", "Beide samen"))


class AndereGemeente(forms.CharField):
    """The name of a municipality outside the region."""

    def __init__(self, **velden: Any) -> None:
        super().__init__(max_length=100, error_messages={"required": GEMEENTE}, **velden)


class Wegen(MetVersie):
    """Each point of the criteria: what was found, and what was said."""

    andere = AndereGemeente(label="Uit welke gemeente komt de inwoner?", help_text="De centrumgemeente van herkomst.")
    wens = JaNeeOnbekend(label="Wil de inwoner hier wonen?")
    wens_tekst = Tekstvak(label="Wat zegt de inwoner daarover?", required=False, rijen=2)

    def __init__(self, *delen: Any, regel: Landelijkregel, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.regel = regel
        for criterium in regel.criteria:
            for punt in criterium.punten:
                self.fields[punt.id] = JaNeeOnbekend(label=punt.vraag, groep=criterium.naam)
                self.fields[f"{punt.id}-tekst"] = Tekstvak(
                    label=f"Wat vond u over {punt.naam}?", required=False, rijen=2
                )
        self.fields["besproken"] = JaNeeOnbekend(label="Zijn deze punten besproken met de inwoner?")

    @property
    def begin(self) -> list[BoundField]:
        return [self[naam] for naam in ("andere", "wens", "wens_tekst")]

    @property
    def groepen(self) -> Iterator[tuple[str, list[BoundField]]]:
        for criterium in self.regel.criteria:
            namen = [naam for punt in criterium.punten for naam in (punt.id, f"{punt.id}-tekst")]
            yield criterium.naam, [self[naam] for naam in namen]

    def punten(self, achter: str = "") -> dict[str, Any]:
        """What was answered by the id of each point; with '-tekst' what was written."""
        alle = [punt.id for criterium in self.regel.criteria for punt in criterium.punten]
        return {naam: self.cleaned_data[f"{naam}{achter}"] for naam in alle}


class Vertrek(MetVersie):
    """Somebody of here goes elsewhere."""

    andere = AndereGemeente(label="Naar welke gemeente?", help_text="De centrumgemeente van de andere regio.")
    reden = Tekstvak(label="Waarom gaat de inwoner daarheen?", help_text="Wat de inwoner wil, en wat er nodig is.")


class Reactie(MetVersie):
    """What the other municipality answered."""

    op = Dag(label="Wanneer kwam het antwoord?")
    akkoord = JaNee(label="")
    toelichting = Tekstvak(label="Wat zei de gemeente?", help_text="Noem ook met wie u sprak.")

    def __init__(self, *delen: Any, vraag: str, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.fields["akkoord"].label = vraag


class Kiezen(MetVersie):
    """Where support has the best chance, and who pays."""

    kans_bij = Kiesveld(label="Waar heeft de hulp de meeste kans?", choices=WAAR, widget=forms.RadioSelect)
    motivering = Tekstvak(label="Waarom?", help_text="Schrijf op hoe u woog, en wat de inwoner ervan vindt.")
    betaler = forms.ChoiceField(label="Wie betaalt?", choices=BETALERS, required=False, widget=forms.RadioSelect)
    betaalt_tot = naar_gelang(Dag(
        label="Tot en met welke dag?", required=False, help_text="Nodig als de gemeente van herkomst betaalt."
    ))  # fmt: skip


class MetDag(MetVersie):
    """One day."""

    dag = Dag(label="")

    def __init__(self, *delen: Any, vraag: str, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.fields["dag"].label = vraag


class Overdragen(MetVersie):
    """The warm hand-over."""

    op = Dag(label="Wanneer droeg u over?")
    contact = forms.CharField(
        label="Met wie sprak u daar?", max_length=150, help_text="Naam, functie en telefoonnummer.",
        error_messages={"required": "Vul een naam in."},
    )  # fmt: skip
    wat = Tekstvak(label="Wat droeg u over?")
    toestemming = JaNee(label="Geeft de inwoner toestemming om gegevens te delen?")
    begint_op = Dag(label="Op welke dag begint de hulp daar?")


class MetReden(MetVersie):
    """One text."""

    reden = Tekstvak(label="Waarom gaat dit niet door?")


class GeschilBegin(MetVersie):
    """A dispute begins."""

    soort = Kiesveld(label="Waarover is er verschil van mening?", widget=forms.RadioSelect)
    wederpartij = forms.CharField(
        label="Met wie?", max_length=100, help_text="De gemeente of organisatie.",
        error_messages={"required": "Vul in met wie."},
    )  # fmt: skip
    begonnen_op = Dag(label="Sinds welke dag?")
    waarover = Tekstvak(label="Wat vindt u, en wat vindt de ander?")
    betaalt_intussen = Kiesveld(
        label="Wie betaalt intussen?", choices=INTUSSEN, widget=forms.RadioSelect,
        help_text="De bronnen zeggen dit niet. Leg vast wat u afspreekt. De hulp stopt niet.",
    )  # fmt: skip

    def __init__(self, *delen: Any, soorten: Sequence[tuple[str, str]], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        veld: Any = self.fields["soort"]
        veld.choices = list(soorten)


class GeschilTrede(MetVersie):
    """A step of a dispute is done."""

    op = Dag(label="Op welke dag?")
    uitkomst = Tekstvak(label="Wat kwam eruit?")
    betaalt_intussen = Kiesveld(label="Wie betaalt intussen?", choices=INTUSSEN, widget=forms.RadioSelect)
    opgelost = JaNee(label="Is het geschil nu opgelost?")
    besluit = naar_gelang(forms.ChoiceField(
        label="Hoe is het opgelost?", required=False, help_text="Nodig als het geschil is opgelost.",
    ))  # fmt: skip
    verrekening = forms.ChoiceField(
        label="Wie betaalt achteraf?", required=False,
        choices=(("", "Niemand, er is niets te verrekenen"), ("hier", "Deze regio"), ("ander", "De andere partij")),
        widget=forms.RadioSelect, help_text="Wij noteren dit alleen. Er wordt hier niets geboekt.",
    )  # fmt: skip
    verrekenen_van = naar_gelang(Dag(label="Over welke dagen? Eerste dag", required=False,
                                     help_text="Nodig als iemand achteraf betaalt."))  # fmt: skip
    verrekenen_tot = naar_gelang(Dag(label="Laatste dag", required=False,
                                     help_text="Nodig als iemand achteraf betaalt."))  # fmt: skip

    def __init__(self, *delen: Any, uitkomsten: Sequence[tuple[str, str]], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        veld: Any = self.fields["besluit"]
        veld.choices = [KIES, *uitkomsten]


def dag_als_tekst(dag: date | None) -> str | None:
    """A day as JSON holds it."""
    return dag.isoformat() if dag else None
