"""What is asked about reports: the figures of a quarter, what was set, and by when it is owed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from voordeur.geld.queries import lasten_geboekt
from voordeur.kern.actor import Actor, als_teller
from voordeur.kern.models import College
from voordeur.kern.queries import regeling_van
from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.wetten import sluitingskalender
from voordeur.regels.bedragen import NUL
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.rapportage import rapportage_uiterlijk
from voordeur.regels.uitkomst import Uitkomst
from voordeur.toegang.queries import personen_gemeld, personen_met_besluit
from voordeur.verblijf.queries import bewoningen, wachtenden_op

from .kwartalen import Kwartaal
from .models import Kwartaalrapportage
from .tellen import DAG, Kwartaalcijfers, Verblijf, tel_stroom, uit_json

Cijfers = dict[str, Kwartaalcijfers]
BW = "BW"


def cijfers(jaar: int, kwartaal: int, *, op: date | None = None) -> Cijfers:
    """The figures of a quarter by municipality (CBS code), of the colleges of who acts. Six queries.

    Who is shielded counts like everybody: the figures are the same whoever asks, and hold numbers only.

    All are of beschermd wonen, by the municipality that the dossier is of; a person counts once in each figure.
    meldingen: persons with a melding that came in. toegekend, afgewezen: persons with such a decision taken, and not
    withdrawn in the quarter. in_zorg_begin, in_zorg_eind: persons living at a place at the midnight before the first
    and after the last day (a move is no gap). instroom: lived there on a day of the quarter, not at its begin.
    uitstroom: lived there on a day of the quarter, not at its end. wachtend_eind: at the end granted in kind, and not
    yet living anywhere. lasten: costs of the year in the ledger, in euros, by the day of the entry; what was booked
    before the year counts in its first quarter and what came after it in its last.
    `op`: of a quarter that still runs, up to and including this day. Raises ValueError on a quarter that is not there.
    """
    dit = Kwartaal(jaar, kwartaal)
    tot = min(dit.tot, op or dit.tot)
    with als_teller():
        tellingen = _tellingen(dit.van, tot)
    lasten = lasten_geboekt(jaar, None if kwartaal == 1 else dit.van, None if tot == date(jaar, 12, 31) else tot)
    codes = set(College.objects.values_list("code", flat=True)).union(lasten, *tellingen.values())
    return {code: _van(code, tellingen, lasten) for code in sorted(codes)}


def _tellingen(van: date, tot: date) -> dict[str, Counter[str]]:
    stroom = tel_stroom(_verblijven(van - DAG, tot + DAG), van, tot)
    return {
        "meldingen": Counter(personen_gemeld(BW, van, tot)),
        "toegekend": Counter(personen_met_besluit(BW, "toekenning", van, tot)),
        "afgewezen": Counter(personen_met_besluit(BW, "afwijzing", van, tot)),
        "instroom": Counter(college for college, _ in stroom.instroom),
        "uitstroom": Counter(college for college, _ in stroom.uitstroom),
        "in_zorg_begin": Counter(college for college, _ in stroom.begin),
        "in_zorg_eind": Counter(college for college, _ in stroom.eind),
        "wachtend_eind": Counter(wachtende.college for wachtende in wachtenden_op(BW, tot)),
    }


def _van(code: str, tellingen: Mapping[str, Counter[str]], lasten: Mapping[str, Decimal]) -> Kwartaalcijfers:
    return Kwartaalcijfers(**{naam: per[code] for naam, per in tellingen.items()}, lasten=lasten.get(code, NUL))


def _verblijven(van: date, tot: date) -> list[Verblijf]:
    return [
        Verblijf(deel.college, deel.persoon, deel.periode.van, deel.periode.tot) for deel in bewoningen(BW, van, tot)
    ]


def wonen_op(dag: date) -> int:
    """How many persons live in beschermd wonen on a day, as the one who acts may see."""
    return len({(deel.college, deel.persoon) for deel in _verblijven(dag, dag)})


def wachten_op(dag: date) -> tuple[int, int]:
    """How many persons wait for a place on a day, and for how many days the longest of them does."""
    wachtenden = wachtenden_op(BW, dag)
    return len(wachtenden), (dag - wachtenden[0].sinds).days if wachtenden else 0


def rapportages(wie: Actor) -> QuerySet[Kwartaalrapportage]:
    """The reports of the region that were set, the newest quarter first. Every college may read them."""
    return Kwartaalrapportage.objects.filter(regio_id=wie.regio).order_by("-jaar", "-kwartaal")


def vastgesteld(wie: Actor, kwartaal: Kwartaal) -> Kwartaalrapportage | None:
    """The report over a quarter, when it was set."""
    return rapportages(wie).filter(jaar=kwartaal.jaar, kwartaal=kwartaal.nummer).first()


def cijfers_van(rapportage: Kwartaalrapportage) -> Cijfers:
    """The figures as they were when the report was set."""
    return {code: uit_json(deel) for code, deel in rapportage.cijfers.items()}


def uiterlijk(regeling: Regeling, jaar: int, kwartaal: int) -> Uitkomst[date | None]:
    """The day by which the agreement asks for the report over a quarter; None with the reason when it asks for none."""
    laatste = Kwartaal(jaar, kwartaal).tot
    return rapportage_uiterlijk(regeling.termijnen, regeling.kalender, laatste, sluitingskalender())


@dataclass(frozen=True)
class Afspraak:
    """By when a report is owed and why, in the version that held on the last day; or why there is none."""

    regeling: Regeling | None
    uiterlijk: Uitkomst[date | None] | None
    waarom_niet: str = ""


def afspraak(regio: str, kwartaal: Kwartaal) -> Afspraak:
    """What the agreement of a region asks for over a quarter."""
    try:
        regeling, verondersteld = regeling_van(regio, kwartaal.tot)
    except Onberekenbaar as fout:
        return Afspraak(None, None, str(fout))
    uitkomst = uiterlijk(regeling, kwartaal.jaar, kwartaal.nummer)
    return Afspraak(regeling, Uitkomst(uitkomst.waarde, (*verondersteld, *uitkomst.stappen)))
