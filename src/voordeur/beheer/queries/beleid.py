"""What is asked about local policy: which versions there are, how long they hold, and what a change would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from voordeur.geld import vooruitblik as geld
from voordeur.kern.actor import Actor, als
from voordeur.kern.beleid import document_van, eigen_van, vergeet, versies_van
from voordeur.kern.fouten import Geweigerd
from voordeur.kern.models import Aanstelling, College, Organisatie
from voordeur.kern.onderhoud import systeem
from voordeur.kern.queries import colleges, regeling_van
from voordeur.regelingen.bestand import ontleed
from voordeur.regelingen.controle import maak_regeling
from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.vergelijken import Onderwerp, vergelijk
from voordeur.regels.datums import Periode
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.toegang import vooruitblik as toegang

from ..actions.partijen import open_dossiers
from ..fouten_beleid import NOEM_ER
from ..models import Versievoorstel
from ..partijen import Gaat, Komt, wisseling
from ..regelingmandaten import mandaten_van
from .beleid_open import Waarderegel, dagen_in_woorden, verlengingen_van

# how long before its end somebody is warned that the agreement ends
WAARSCHUW = timedelta(days=180)


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
    verlengingen = verlengingen_van(regio, op)
    einden = [deel.tot for deel in eigen_van(regio).verlengingen if deel.tot is not None]
    einde = max([tot, *einden]) if tot else None
    return Looptijdbeeld(tot, einde, verondersteld, einde is not None and einde - WAARSCHUW <= op, verlengingen)


def versievoorstellen(regio: str) -> list[Versievoorstel]:
    """Versions that were uploaded and wait for a second person."""
    open_ = Versievoorstel.objects.filter(regio_id=regio, bevestigd_op=None, afgewezen_op=None)
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
class Partijregel:
    """A municipality that joins or leaves by a version, and what that does."""

    naam: str
    wat: str
    gevolg: str


def partijen(regio: str, voorstel: Versievoorstel) -> list[Partijregel]:
    """Who joins and who leaves by a version that waits."""
    nieuw = maak_regeling(ontleed(bytes(voorstel.inhoud)))
    with als(systeem(regio)):
        er_zijn = colleges(regio)
        anders = wisseling(nieuw, er_zijn)
        komen = [_komt(nieuw, deel, er_zijn) for deel in anders.erbij]
        return [*komen, *(_gaat(deel) for deel in anders.eruit)]


def _komt(regeling: Regeling, komt: Komt, er_zijn: dict[str, College]) -> Partijregel:
    college = er_zijn.get(komt.code) or College(regio_id=regeling.id, code=komt.code, naam=komt.partij.naam)
    alle = mandaten_van(
        regeling, er_zijn | {komt.code: college}, Organisatie.objects.all(), dag=komt.van, sinds=komt.van
    )
    machten = sorted({regel.handeling for regel in alle if regel.van is college})
    gevolg = f"Geeft mandaat voor: {', '.join(machten)}." if machten else "Geeft geen mandaat."
    return Partijregel(komt.partij.naam, f"Doet mee vanaf {schrijf_datum(komt.van)}.", gevolg)


def _gaat(gaat: Gaat) -> Partijregel:
    lopend = open_dossiers(gaat.college)
    rollen = Aanstelling.objects.filter(college=gaat.college, periode__contains=gaat.laatste_dag).count()
    gevolg = (
        f"Nog open: {', '.join(lopend[:NOEM_ER])}. Eerst afsluiten."
        if lopend
        else f"Geen open dossiers. {rollen} {'rol' if rollen == 1 else 'rollen'} en de mandaten eindigen. "
        "Het mandaat voor het geld blijft. "
        "Oude dossiers en cijfers blijven bij de centrumgemeente."
    )
    return Partijregel(gaat.college.naam, f"Doet mee tot en met {schrijf_datum(gaat.laatste_dag)}.", gevolg)


def vertrekkers(regio: str) -> list[str]:
    """Who leaves, or left, and still has open dossiers: a sentence for each."""
    with als(systeem(regio)):
        return [
            f"{deel.naam} doet mee tot en met {schrijf_datum(deel.tot)}. Nog open: {', '.join(lopend[:NOEM_ER])}."
            for deel in College.objects.exclude(tot=None).order_by("naam")
            if deel.tot and (lopend := open_dossiers(deel))
        ]


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
