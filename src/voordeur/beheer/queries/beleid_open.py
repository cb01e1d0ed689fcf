"""What the agreement leaves open, in plain words, with what the region filled in: now, before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from voordeur.geld.lokaal import STAAT_STIL
from voordeur.kern.beleid import document_van, versies_van
from voordeur.kern.models import Beleidswaarde
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import gemeentenamen, regeling_van
from voordeur.regelingen.controle import maak_regeling
from voordeur.regelingen.lokaal import VERLENGING, klasse_van
from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.waardewoorden import eenheid_van, schrijf_waarde, woorden_van
from voordeur.regels.datums import Periode
from voordeur.regels.parameters import OpenParameter
from voordeur.regels.teksten.parameters import Woorden
from voordeur.regels.verwoorden import schrijf_datum

from ..models import Eindevoorstel

NIETS = "Niets. Voordeur bewaart dit en laat het zien."
LEEG = "niet ingevuld"
LAATSTE_AFGEWEZEN = 5


@dataclass(frozen=True)
class Waarderegel:
    """A value of a parameter as a row: in which days, by which decision, and whether it holds today."""

    pk: int
    naam: str
    waarde: str
    van: date
    tot: date | None
    periode: str
    besluit: str
    geldt: bool
    vastgesteld: bool
    kan_eindigen: bool


@dataclass(frozen=True)
class Openregel:
    """A parameter that the agreement leaves open, in words: what it is for, its value now, and what follows."""

    naam: str
    woorden: Woorden
    eenheid: str
    reden: str
    gronden: tuple[str, ...]
    stil: str
    nu: Waarderegel | None
    daarna: str
    waarden: tuple[Waarderegel, ...]


@dataclass(frozen=True)
class Wachtregel:
    """A proposal about a value, in words. `soort`: 'waarde' or 'einde'."""

    soort: str
    pk: int
    wat: str
    besluit: str
    reden: str = ""


@dataclass(frozen=True)
class Boekje:
    """What is needed to say a name and a value in words: the gaps of the agreement and its municipalities."""

    gaten: Mapping[str, OpenParameter]
    gemeenten: Mapping[str, str]

    def titel(self, naam: str) -> str:
        return woorden_van(naam, self.gaten.get(naam)).titel

    def waarde(self, rij: Beleidswaarde) -> str:
        return schrijf_waarde(rij.naam, self.gaten.get(rij.naam), rij.waarde, self.gemeenten)


def boekje_van(regio: str) -> Boekje:
    """The words of the newest two versions of the agreement: a value of the one before keeps its name."""
    versies = [maak_regeling(document_van(regio, versie)) for versie in versies_van(regio)[-2:]]
    return Boekje({gat.naam: gat for regeling in versies for gat in regeling.open}, gemeentenamen(regio))


def dagen_in_woorden(dagen: Periode) -> str:
    """A period in words."""
    tot = f" tot en met {schrijf_datum(dagen.tot)}" if dagen.tot else ""
    return f"vanaf {schrijf_datum(dagen.van)}{tot}"


def kale_regeling(regio: str, op: date) -> Regeling:
    """The agreement of a day as its file has it, without values of the region. Raises Onberekenbaar."""
    regeling, _ = regeling_van(regio, op)
    return maak_regeling(document_van(regio, regeling.versie))


def open_parameters(regio: str, op: date) -> list[Openregel]:
    """Every open parameter of the agreement of a day. Raises Onberekenbaar when no version holds."""
    boekje, per_naam = boekje_van(regio), dict[str, list[Waarderegel]]()
    for rij in _waarden(regio):
        per_naam.setdefault(rij.naam, []).append(waarderegel(rij, boekje, op))
    return [_openregel(gat, tuple(per_naam.get(gat.naam, ())), op) for gat in kale_regeling(regio, op).open]


def _waarden(regio: str) -> Iterable[Beleidswaarde]:
    return Beleidswaarde.objects.filter(regio_id=regio, afgewezen_op=None).order_by("naam", "periode", "id")


def _openregel(gat: OpenParameter, waarden: tuple[Waarderegel, ...], op: date) -> Openregel:
    nu, stil = next((deel for deel in waarden if deel.geldt), None), staat_stil(gat)
    return Openregel(
        gat.naam, woorden_van(gat.naam, gat), eenheid_van(gat), gat.reden, gat.grond, stil, nu,
        wat_volgt(waarden, nu.tot if nu else None, op), waarden,
    )  # fmt: skip


def wat_volgt(waarden: Iterable[Waarderegel], tot: date | None, op: date) -> str:
    """What holds after a value with this last day, or after today where none holds."""
    later = [deel for deel in waarden if deel.vastgesteld and deel.kan_eindigen and deel.van > (tot or op)]
    volgende = min(later, key=lambda deel: deel.van, default=None)
    if tot is not None and (volgende is None or volgende.van > tot + timedelta(days=1)):
        return f"Na {schrijf_datum(tot)} is dit {LEEG}."
    if volgende is not None:
        return f"Vanaf {schrijf_datum(volgende.van)}: {volgende.waarde}."
    return "Dit blijft zo tot een nieuw besluit."


def staat_stil(gat: OpenParameter) -> str:
    """What cannot be computed as long as this is open."""
    if klasse_van(gat).pad:
        return "Hier rekent Voordeur met een voorbeeld uit het bestand, of niet."
    return STAAT_STIL.get(gat.naam, NIETS)


def waarderegel(rij: Beleidswaarde, boekje: Boekje, op: date) -> Waarderegel:
    """A stored value as a row."""
    leeg = rij.periode.isempty
    dagen = Periode(date.min) if leeg else gesloten(rij.periode)
    vast = rij.vastgesteld_op is not None and not leeg
    tekst = "heeft nooit gegolden" if leeg else dagen_in_woorden(dagen)
    return Waarderegel(
        rij.pk, boekje.titel(rij.naam), boekje.waarde(rij), dagen.van, dagen.tot, tekst, rij.besluit,
        geldt=vast and dagen.bevat(op), vastgesteld=rij.vastgesteld_op is not None,
        kan_eindigen=vast and (dagen.tot is None or dagen.tot >= op),
    )  # fmt: skip


def verlengingen_van(regio: str, op: date) -> tuple[Waarderegel, ...]:
    """The prolongations of the agreement, also those that wait."""
    boekje = Boekje({}, {})
    return tuple(waarderegel(rij, boekje, op) for rij in _waarden(regio) if rij.naam == VERLENGING)


def gat_van(regio: str, naam: str, op: date) -> OpenParameter | None:
    """An open parameter of the agreement of a day by its name."""
    return next((deel for deel in kale_regeling(regio, op).open if deel.naam == naam), None)


def nu_geldt(regio: str, waarde: Beleidswaarde) -> Beleidswaarde | None:
    """What holds on the first day of a value that waits, as long as nobody sets it."""
    zelfde = Beleidswaarde.objects.filter(regio_id=regio, naam=waarde.naam, vastgesteld_op__isnull=False)
    return zelfde.filter(periode__contains=gesloten(waarde.periode).van).exclude(pk=waarde.pk).first()


def daarna_geldt(regio: str, waarde: Beleidswaarde, op: date) -> str:
    """What would follow when a value that waits is set."""
    boekje, tot = boekje_van(regio), gesloten(waarde.periode).tot
    rijen = [deel for deel in _waarden(regio) if deel.naam == waarde.naam and deel.pk != waarde.pk]
    return wat_volgt([waarderegel(deel, boekje, op) for deel in rijen], tot, gesloten(waarde.periode).van)


def wacht(regio: str) -> list[Wachtregel]:
    """What was prepared about values and waits for a second person, the oldest first."""
    return _voorstellen(regio, afgewezen=False)


def afgewezen(regio: str) -> list[Wachtregel]:
    """What was refused last, the newest first."""
    return _voorstellen(regio, afgewezen=True)[::-1][:LAATSTE_AFGEWEZEN]


def _voorstellen(regio: str, *, afgewezen: bool) -> list[Wachtregel]:
    eigen = {"regio_id": regio, "vastgesteld_op": None, "afgewezen_op__isnull": not afgewezen}
    waarden = list(Beleidswaarde.objects.filter(**eigen).order_by("id"))
    einden = list(Eindevoorstel.objects.filter(**eigen).select_related("waarde").order_by("id"))
    if not (waarden or einden):
        return []
    boekje = boekje_van(regio)
    alle = [
        *((deel, "waarde", f"{boekje.titel(deel.naam)}: {boekje.waarde(deel)}") for deel in waarden),
        *((deel, "einde", f"Einde van: {boekje.titel(deel.waarde.naam)}, {boekje.waarde(deel.waarde)}")
          for deel in einden),
    ]  # fmt: skip
    op_volgorde = sorted(alle, key=lambda paar: (paar[0].afgewezen_op or paar[0].voorbereid_op, paar[0].pk))
    return [Wachtregel(soort, deel.pk, wat, deel.besluit, deel.afgewezen_omdat) for deel, soort, wat in op_volgorde]
