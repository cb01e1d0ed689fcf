"""What is asked about local policy: what is open, what the region filled in, which versions there are, what changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from voordeur.geld import vooruitblik as geld
from voordeur.geld.lokaal import STAAT_STIL
from voordeur.kern.actor import Actor, als
from voordeur.kern.beleid import document_van, eigen_van, vergeet, versies_van
from voordeur.kern.fouten import Geweigerd
from voordeur.kern.models import Beleidswaarde
from voordeur.kern.onderhoud import systeem
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import regeling_van
from voordeur.regelingen.bestand import ontleed
from voordeur.regelingen.controle import maak_regeling
from voordeur.regelingen.lokaal import VERLENGING, Klasse, klasse_van
from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.vergelijken import Onderwerp, vergelijk
from voordeur.regels.datums import Periode
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.parameters import OpenParameter
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.toegang import vooruitblik as toegang

from ..models import Versievoorstel

NIETS = "Niets: Voordeur bewaart dit en laat het zien."
# how long before its end somebody is warned that the agreement ends
WAARSCHUW = timedelta(days=180)


@dataclass(frozen=True)
class Waarderegel:
    """A value of a parameter as a row: in which days, by which decision, and whether it holds today."""

    pk: int
    waarde: str
    periode: str
    besluit: str
    toelichting: str
    geldt: bool
    vastgesteld: bool
    kan_eindigen: bool


@dataclass(frozen=True)
class Openregel:
    """A parameter that the agreement leaves open: why, what stands still without it, and its values."""

    naam: str
    reden: str
    gronden: tuple[str, ...]
    stil: str
    ingevuld: bool
    waarden: tuple[Waarderegel, ...]


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
    per_naam: dict[str, list[Waarderegel]] = {}
    rijen = Beleidswaarde.objects.filter(regio_id=regio).order_by("naam", "periode", "id")
    for rij in rijen:
        per_naam.setdefault(rij.naam, []).append(_waarderegel(rij, op))
    return [_openregel(gat, tuple(per_naam.get(gat.naam, ()))) for gat in kale_regeling(regio, op).open]


def _openregel(gat: OpenParameter, waarden: tuple[Waarderegel, ...]) -> Openregel:
    ingevuld = any(deel.geldt for deel in waarden)
    return Openregel(gat.naam, gat.reden, gat.grond, staat_stil(gat), ingevuld, waarden)


def staat_stil(gat: OpenParameter) -> str:
    """What cannot be computed as long as this is open."""
    if klasse_van(gat).pad:
        return "Hier rekent Voordeur met een voorbeeld uit het bestand, of niet."
    return STAAT_STIL.get(gat.naam, NIETS)


def _waarderegel(rij: Beleidswaarde, op: date) -> Waarderegel:
    leeg = rij.periode.isempty
    dagen = Periode(date.min) if leeg else gesloten(rij.periode)
    vast = rij.vastgesteld_op is not None
    geldt = vast and not leeg and dagen.bevat(op)
    loopt = vast and not leeg and (dagen.tot is None or dagen.tot >= op)
    tekst = "heeft nooit gegolden" if leeg else dagen_in_woorden(dagen)
    return Waarderegel(rij.pk, rij.waarde, tekst, rij.besluit, rij.toelichting, geldt, vast, loopt)


def gat_van(regio: str, naam: str, op: date) -> tuple[OpenParameter, Klasse] | None:
    """An open parameter of the agreement of a day by its name, and what its values look like."""
    gat = next((deel for deel in kale_regeling(regio, op).open if deel.naam == naam), None)
    return (gat, klasse_van(gat)) if gat else None


@dataclass(frozen=True)
class Versieregel:
    """A version of the agreement as a row; `eigen`: loaded by the region, `kan_weg`: before its first day."""

    versie: date
    periode: str
    eigen: bool
    geldt: bool
    kan_weg: bool


def versies(regio: str, op: date) -> list[Versieregel]:
    """The versions of the agreement, the newest first."""
    eigen, begin = eigen_van(regio).versies, versies_van(regio)
    einden = [*(deel - timedelta(days=1) for deel in begin[1:]), None]
    rijen = [
        Versieregel(van, dagen_in_woorden(Periode(van, tot)), van in eigen, Periode(van, tot).bevat(op),
                    van in eigen and van > op)
        for van, tot in zip(begin, einden, strict=True)
    ]  # fmt: skip
    return rijen[::-1]


@dataclass(frozen=True)
class Looptijdbeeld:
    """Until when the agreement holds, with what prolonged it. `waarschuw`: the end is near or was passed."""

    tot: date | None
    einde: date | None
    verondersteld: bool
    waarschuw: bool
    verlengingen: tuple[Waarderegel, ...]


def looptijd(regio: str, op: date) -> Looptijdbeeld:
    """The end of the agreement as it stands today; where it ended or did not begin yet, of the newest version."""
    try:
        regeling, stappen = regeling_van(regio, op)
        verondersteld = any(stap.sleutel == "regeling.verlenging_verondersteld" for stap in stappen)
    except Onberekenbaar:
        if not versies_van(regio):
            return Looptijdbeeld(None, None, verondersteld=False, waarschuw=False, verlengingen=())
        # it ended and nobody prolonged it: the newest version is what can be prolonged
        regeling, verondersteld = maak_regeling(document_van(regio, versies_van(regio)[-1])), False
    tot = regeling.looptijd.tot if regeling.looptijd else None
    rijen = Beleidswaarde.objects.filter(regio_id=regio, naam=VERLENGING).order_by("periode", "id")
    verlengingen = tuple(_waarderegel(rij, op) for rij in rijen)
    einden = [deel.tot for deel in eigen_van(regio).verlengingen if deel.tot is not None]
    einde = max([tot, *einden]) if tot else None
    return Looptijdbeeld(tot, einde, verondersteld, einde is not None and einde - WAARSCHUW <= op, verlengingen)


def waardevoorstellen(regio: str) -> list[Beleidswaarde]:
    """What was prepared and waits for a second person, the oldest first."""
    return list(Beleidswaarde.objects.filter(regio_id=regio, vastgesteld_op=None).order_by("id"))


def versievoorstellen(regio: str) -> list[Versievoorstel]:
    """Versions that were uploaded and wait for a second person."""
    open_ = Versievoorstel.objects.filter(regio_id=regio, bevestigd_op=None)
    return list(open_.defer("inhoud").order_by("versie"))


def naast_elkaar(regio: str, voorstel: Versievoorstel) -> tuple[tuple[Onderwerp, ...], int]:
    """What is different in a new version beside the one before it, and how many subjects are the same."""
    nieuw = maak_regeling(ontleed(bytes(voorstel.inhoud)))
    eerder = [versie for versie in versies_van(regio) if versie < nieuw.versie]
    oud = maak_regeling(document_van(regio, eerder[-1] if eerder else versies_van(regio)[0]))
    onderwerpen = vergelijk(oud, nieuw).waarde
    anders = tuple(deel for deel in onderwerpen if not deel.gelijk)
    return anders, len(onderwerpen) - len(anders)


@dataclass(frozen=True)
class Verschil:
    """A running case that comes out otherwise."""

    nummer: str
    wat: str
    nu: str
    straks: str


@dataclass(frozen=True)
class Gevolgen:
    """How many outcomes were looked at, and which are different. `reden`: why it cannot take effect at all."""

    bekeken: int
    verschillen: tuple[Verschil, ...] = ()
    reden: str = ""


def gevolgen(regio: str, pas_toe: Callable[[], None], vanaf: date, op: date) -> Gevolgen:
    """What would change for running cases: found by doing it and taking it back. Counts every municipality."""
    with als(systeem(regio)) as wie:
        nu = _standen(wie, vanaf, op)
        try:
            with transaction.atomic():
                pas_toe()
                straks = _standen(wie, vanaf, op)
                transaction.set_rollback(True)
        except Geweigerd as fout:
            return Gevolgen(len(nu), reden=str(fout))
        finally:
            vergeet()
    anders = [
        Verschil(nummer, wat, nu.get((nummer, wat), "–"), straks.get((nummer, wat), "–"))
        for nummer, wat in {**nu, **straks}
        if nu.get((nummer, wat)) != straks.get((nummer, wat))
    ]
    return Gevolgen(len({**nu, **straks}), tuple(anders))


def _standen(wie: Actor, vanaf: date, op: date) -> dict[tuple[str, str], str]:
    alle = [*toegang.standen(vanaf, op), *geld.standen(wie, vanaf, op)]
    return {(nummer, wat): stand for nummer, wat, stand in alle}
