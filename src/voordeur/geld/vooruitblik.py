"""How claims, prices and years that are not settled stand by the agreement as it is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from voordeur.kern.actor import Actor
from voordeur.kern.fouten import Geweigerd
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import regeling_van
from voordeur.kern.rekenbewijs import REGELS
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.tarief import Tarieven, bereken_tarief
from voordeur.regels.verwoorden import schrijf_bedrag
from voordeur.verblijf.models import Plaatsing

from .actions.verrekening import feiten_van_jaar, per_gemeente
from .lokaal import index_met_beleid
from .models import Begroting, Declaratie
from .rekenregels import VERREKENING
from .toets import grondslag, reken

Stand = tuple[str, str, str]


def standen(wie: Actor, vanaf: date, op: date) -> Iterator[Stand]:
    """The number, what it is about and the outcome: years, claims that wait, and the price of who lives somewhere."""
    for begroting in Begroting.objects.filter(jaar__gte=vanaf.year, verrekening__vastgesteld_op=None).order_by("jaar"):
        yield f"Jaar {begroting.jaar}", "verrekening", _jaar(wie, begroting)
    wachtend = Declaratie.objects.filter(stand=Declaratie.Stand.INGEDIEND, periode__endswith__gt=vanaf)
    for declaratie in wachtend.select_related("plaatsing").order_by("id"):
        yield f"Declaratie {declaratie.nummer}", "bedrag volgens de regels", _declaratie(wie, declaratie, op)
    yield from _prijzen(wie.regio, max(vanaf, op))


def _jaar(wie: Actor, begroting: Begroting) -> str:
    try:
        regeling, _ = regeling_van(wie.regio, date(begroting.jaar, 12, 31))
        feiten = feiten_van_jaar(wie, begroting, regeling, Decimal(0))
        waarde = REGELS[VERREKENING](regeling, feiten).waarde
    except (Onberekenbaar, Geweigerd) as fout:
        return str(fout)
    uitkomst = {naam: getattr(waarde, naam) for naam in ("bijdrage", "uitkering")}
    delen = [f"{code} {schrijf_bedrag(bedrag)}" for code, bedrag in per_gemeente(uitkomst).items()]
    eind = getattr(waarde, "reserve_eind", None)
    reserve = [] if eind is None else [f"reserve {schrijf_bedrag(eind)}"]
    return ", ".join([*reserve, *delen])


def _declaratie(wie: Actor, declaratie: Declaratie, op: date) -> str:
    try:
        waarde = reken(
            grondslag(wie, declaratie.plaatsing, blok=declaratie.blok, bedrag=declaratie.bedrag, op=op)
        ).waarde
    except (Onberekenbaar, Geweigerd) as fout:
        return str(fout)
    return "; ".join(str(deel) for deel in vars(waarde).values())


def _tot(tarieven: Tarieven, cijfers: Mapping[int, Decimal], dag: date) -> dict[int, Decimal]:
    """The index figures that count on a day."""
    index = tarieven.indexering
    return {
        jaar: cijfer
        for jaar, cijfer in cijfers.items()
        if index and index.vanaf_jaar <= jaar and date(jaar, index.maand, index.dag) <= dag
    }


def _prijzen(regio: str, dag: date) -> Iterator[Stand]:
    """The price of a day for everybody who lives somewhere then, where the agreement has prices."""
    try:
        regeling, _ = regeling_van(regio, dag)
    except Onberekenbaar:
        return
    verblijven = Plaatsing.objects.filter(periode__endswith=None) | Plaatsing.objects.filter(periode__endswith__gt=dag)
    cijfers = index_met_beleid(regeling).cijfers
    for verblijf in verblijven.select_related("besluit", "plek", "dossier").order_by("id"):
        nummer, eerste = f"Dossier {verblijf.dossier.nummer}", max(dag, gesloten(verblijf.periode).van)
        if regeling.tarieven is None:
            yield nummer, "prijs van het verblijf", "geen prijstabel"
            continue
        try:
            tarief = bereken_tarief(
                regeling.tarieven,
                arrangement=verblijf.besluit.arrangement or verblijf.besluit.vorm,
                zwaarte=verblijf.besluit.zwaarte,
                huisvesting=verblijf.plek.huisvesting or None,
                op=eerste,
                indexcijfers=_tot(regeling.tarieven, cijfers, eerste),
            ).waarde
            yield nummer, "prijs van het verblijf", schrijf_bedrag(tarief.totaal)
        except Onberekenbaar as fout:
            yield nummer, "prijs van het verblijf", str(fout)
