"""What a decision after a grant does to a place: it stops, goes on, or no longer fits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from psycopg.types.range import Range

from voordeur.aanbod.queries import plekken
from voordeur.kern.actor import Actor
from voordeur.kern.perioden import gesloten, half_open
from voordeur.regels.plaatsing import verblijfsperiode
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.toegang.gevolgen import doet_gevolgen, zegt_gevolgen
from voordeur.toegang.models import Besluit

from .bericht import meld_einde
from .models import Plaatsing
from .queries import met_bezetting, product_van, recht_van, vergrendel_plek, waarom_niet

Strekking, Soort = Besluit.Strekking, Besluit.Soort
ERNA = frozenset({Soort.VERLENGING, Soort.OVERBRUGGING})
# why a stay was closed that was not ended by hand; the first goes on, at the same place, by another decision
VERVOLG, BESLUIT = "vervolg", "besluit"


@zegt_gevolgen
def gevolgen_voor_plek(besluit: Besluit, op: date) -> Iterator[str]:
    """What signing does to where somebody lives, in sentences."""
    if besluit.vervangt_id is None:
        return
    for verblijf in _geraakt(besluit):
        yield _zin(verblijf, besluit, op)


def _zin(verblijf: Plaatsing, besluit: Besluit, op: date) -> str:
    waar, toegekend = verblijf.plek.locatie.naam, besluit.strekking == Strekking.TOEKENNING
    if toegekend and _zelfde_hulp(besluit):
        niet = wat_niet_past(verblijf, besluit)
        if not niet:
            return f"De inwoner blijft in {waar}. Het verblijf loopt door op dit besluit."
        if besluit.soort in ERNA:
            return _na_dit_besluit(waar, niet)
    laatste = _laatste_dag(besluit, op)
    if (eerste := gesloten(verblijf.periode).van) > laatste:
        return f"Het verblijf in {waar} vanaf {schrijf_datum(eerste)} gaat niet door. De plek komt vrij."
    stopt = f"Het verblijf in {waar} stopt. De laatste dag is {schrijf_datum(laatste)}."
    return f"{stopt} Zoek voor daarna een andere plek." if toegekend else stopt


def _na_dit_besluit(waar: str, niet: frozenset[str]) -> str:
    """Why somebody whose help goes on cannot stay, with what to do."""
    if niet == {"contract"}:
        eerst = "Leg eerst een contract vast, anders komt de inwoner op de wachtlijst."
        return f"Voor {waar} is er daarna geen contract. {eerst}"
    return f"De inwoner kan daarna niet blijven in {waar}. Zoek na de handtekening een andere plek."


def _geraakt(besluit: Besluit) -> list[Plaatsing]:
    """The stays that the decision is about: of an extension the last, else all with days from then on."""
    alle = Plaatsing.objects.filter(dossier_id=besluit.dossier_id).select_related("plek__locatie", "besluit")
    alle = alle.order_by("periode")
    if besluit.soort in ERNA:
        return [deze for deze in alle if deze.besluit_id == besluit.vervangt_id and deze.beeindigd_op is None][-1:]
    assert besluit.gaat_in_op is not None
    return list(alle.filter(beeindigd_op=None, periode__overlap=half_open(besluit.gaat_in_op, None)))


def _zelfde_hulp(besluit: Besluit) -> bool:
    """Whether the help stays the same kind, so that a place for it still fits."""
    oud = besluit.vervangt
    return oud is not None and product_van(oud) == product_van(besluit) and besluit.leveringsvorm == "zin"


def _laatste_dag(besluit: Besluit, op: date) -> date:
    """Nobody leaves in the past: who lives somewhere stays until the day of the signature at least."""
    return max((besluit.gaat_in_op or op) - timedelta(days=1), op)


def wat_niet_past(verblijf: Plaatsing, besluit: Besluit) -> frozenset[str]:
    """The demands that the place does not meet in the days of the decision; the own stay is not in the way."""
    vanaf, straks = _vanaf(verblijf, besluit), _als_genomen(besluit)
    dagen = verblijfsperiode(recht_van(straks, {}), vanaf)
    if dagen is None:
        return frozenset({"besluit"})
    niet = frozenset(waarom_niet(straks, verblijf.plek, vanaf).waarde.niet_voldaan) - {"persoon"}
    if besluit.soort in ERNA:
        return niet
    einde = gesloten(verblijf.periode).tot
    daarna = einde is not None and (dagen.tot is None or dagen.tot > einde)
    vrij = not daarna or _is_vrij(verblijf, half_open((einde or vanaf) + timedelta(days=1), dagen.tot))
    return niet - {"vrij"} if vrij else niet | {"vrij"}


def _is_vrij(verblijf: Plaatsing, dagen: Range[date]) -> bool:
    return met_bezetting(plekken().filter(pk=verblijf.plek_id), dagen).filter(bezet=None).exists()


def _als_genomen(besluit: Besluit) -> Besluit:
    """The same decision as it will be once it is signed; never stored."""
    if besluit.genomen_op is not None:
        return besluit
    velden = ("regio_id", "dossier_id", "strekking", "vorm", "arrangement", "leveringsvorm", "periode")
    return Besluit(genomen_op=besluit.voorbereid_op, **{naam: getattr(besluit, naam) for naam in velden})


def _vanaf(verblijf: Plaatsing, besluit: Besluit) -> date:
    begin = gesloten(besluit.periode).van
    return begin if besluit.soort in ERNA else max(begin, gesloten(verblijf.periode).van)


@doet_gevolgen
def laat_volgen(wie: Actor, besluit: Besluit, op: date) -> bool:
    """Stop the stays that a decision ends; let those go on that it carries. True: somebody lives on this decision."""
    if besluit.vervangt_id is None:
        return False
    blijft = False
    for verblijf in _geraakt(besluit):
        vergrendel_plek(verblijf.plek_id)
        if besluit.strekking == Strekking.TOEKENNING and _zelfde_hulp(besluit) and not wat_niet_past(verblijf, besluit):
            _loopt_door(wie, verblijf, besluit, op)
            blijft = True
        elif besluit.soort not in ERNA:
            _stopt(wie, verblijf, besluit, op)
    return blijft


def _stopt(wie: Actor, verblijf: Plaatsing, besluit: Besluit, op: date) -> None:
    dagen, laatste = gesloten(verblijf.periode), _laatste_dag(besluit, op)
    if dagen.van > laatste:
        # nobody lived there; the decision and the journal tell that it was planned
        verblijf.delete()
        return
    if dagen.tot is None or laatste < dagen.tot:
        verblijf.periode = half_open(dagen.van, laatste)
    verblijf.beeindigd_op, verblijf.reden_einde = op, BESLUIT
    verblijf.save(update_fields=["periode", "beeindigd_op", "reden_einde"])
    meld_einde(wie, verblijf.college_code, besluit.dossier.nummer, gesloten(verblijf.periode).tot or laatste)


def _loopt_door(wie: Actor, verblijf: Plaatsing, besluit: Besluit, op: date) -> None:
    """The stay so far keeps its decision, which claims are checked against; from then on it is of the new one."""
    vanaf, tot = _vanaf(verblijf, besluit), gesloten(besluit.periode).tot
    if vanaf <= gesloten(verblijf.periode).van:
        verblijf.besluit, verblijf.periode = besluit, half_open(vanaf, tot)
        verblijf.save(update_fields=["besluit", "periode"])
        return
    einde = gesloten(verblijf.periode).tot
    voor = vanaf - timedelta(days=1)
    verblijf.periode = half_open(gesloten(verblijf.periode).van, voor if einde is None else min(voor, einde))
    verblijf.beeindigd_op, verblijf.reden_einde = op, VERVOLG
    verblijf.save(update_fields=["periode", "beeindigd_op", "reden_einde"])
    Plaatsing.objects.create(
        regio_id=verblijf.regio_id,
        college_code=verblijf.college_code,
        aanbieders=verblijf.aanbieders,
        dossier_id=verblijf.dossier_id,
        besluit=besluit,
        plek_id=verblijf.plek_id,
        organisatie_id=verblijf.organisatie_id,
        periode=half_open(vanaf, tot),
        geplaatst_door=wie.account or 0,
        geplaatst_op=op,
    )
