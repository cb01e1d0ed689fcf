"""What people do with a stay: place somebody, and end a stay."""

from __future__ import annotations

from datetime import date

from voordeur.aanbod.models import Plek
from voordeur.inwoner.actions import toon_aan
from voordeur.kern.actor import Actor, Rol
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.perioden import gesloten, half_open
from voordeur.kern.queries import regeling_van
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.plaatsing import Past
from voordeur.regels.uitkomst import Uitkomst
from voordeur.toegang.actions.delen import (
    lopende_klok,
    pak_voor_verblijf,
    start_klok,
    stop_klok,
    toon_dossier_aan,
    zet_stap,
)
from voordeur.toegang.models import Besluit, Dossier

from .bericht import meld_einde, meld_plaatsing
from .fouten import (
    AlBeeindigd,
    GeenPlanVerwacht,
    HeeftAlEenPlek,
    LaatsteDagKloptNiet,
    PlanDagKloptNiet,
    PlekBezet,
    PlekPastNiet,
    RedenOnbekend,
)
from .gevolgen import VERVOLG
from .models import Plaatsing
from .queries import vergrendel_plek, waarom_niet

WERKERS = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})
PLAN = "ondersteuningsplan"
# why a stay ends: the reports count these
REDENEN = {
    "doorstroom": "Naar een zelfstandige woning",
    "wlz": "Naar zorg vanuit de Wlz",
    "verhuizing": "Verhuisd",
    "overleden": "Overleden",
    "anders": "Anders",
}


@handeling("verblijf.plaatsen", rollen=WERKERS)
def plaats(wie: Actor, besluit: Besluit, plek: Plek, *, vanaf: date, op: date) -> Gedaan[Plaatsing]:
    """Give somebody a place from a day on, as long as the decision lasts. The provider sees who is coming.

    Raises PlekBezet, HeeftAlEenPlek, PlekPastNiet, StapNietAanDeBeurt. Bookings of one place wait for each other, so
    that whoever comes second is told in words; the constraints of the database have the last word.
    """
    dossier = pak_voor_verblijf(besluit.dossier_id)
    vergrendel_plek(plek.pk)
    besluit.refresh_from_db()
    besluit.dossier = dossier
    uitkomst = waarom_niet(besluit, plek, vanaf)
    _eis_past(uitkomst)
    eis(dossier.stap == Dossier.Stap.PLAATSING, StapNietAanDeBeurt("Voor dit dossier zoekt niemand nu een plek."))
    plaatsing = _boek(wie, dossier, besluit, plek, uitkomst.waarde, op)
    toon_dossier_aan(dossier, plaatsing.organisatie_id)
    toon_aan(dossier.inwoner, plaatsing.organisatie_id)
    zet_stap(dossier, Dossier.Stap.VERBLIJF, op)
    _start_plan(dossier, besluit, vanaf)
    meld_plaatsing(wie, dossier.college_code, dossier.nummer, vanaf)
    return Gedaan(plaatsing, uitkomst)


def _eis_past(uitkomst: Uitkomst[Past]) -> None:
    niet = uitkomst.waarde.niet_voldaan
    eis("persoon" not in niet, HeeftAlEenPlek())
    eis(niet != ("vrij",), PlekBezet())
    eis(not niet, PlekPastNiet(uitkomst))


def _boek(wie: Actor, dossier: Dossier, besluit: Besluit, plek: Plek, past: Past, op: date) -> Plaatsing:
    assert past.periode is not None
    organisatie = plek.locatie.organisatie_id
    met_naam = {"plaatsing_geen_dubbel_bed": PlekBezet(), "plaatsing_een_plek_per_persoon": HeeftAlEenPlek()}
    with als_geschonden(met_naam):
        return Plaatsing.objects.create(
            regio_id=dossier.regio_id,
            college_code=dossier.college_code,
            aanbieders=[organisatie],
            dossier=dossier,
            besluit=besluit,
            plek=plek,
            organisatie_id=organisatie,
            periode=half_open(past.periode.van, past.periode.tot),
            geplaatst_door=wie.account or 0,
            geplaatst_op=op,
        )


def _start_plan(dossier: Dossier, besluit: Besluit, vanaf: date) -> None:
    """The term of the provider's plan, where the agreement has one: from the placement, or from the decision."""
    begin = {"de plaatsing": vanaf, "het besluit": besluit.genomen_op}
    regeling, _ = regeling_van(dossier.regio_id, vanaf)
    for termijn in regeling.termijnen:
        if termijn.soort == PLAN:
            start = begin.get(termijn.vanaf)
            if start is None:
                raise RegelOntbreekt(f"begin '{termijn.vanaf}' voor {termijn.naam}")
            start_klok(dossier, PLAN, start, termijn.vanaf.removeprefix("de ").removeprefix("het "))


@handeling("verblijf.plan_ontvangen", rollen=WERKERS)
def ontvang_plan(wie: Actor, plaatsing: Plaatsing, *, ontvangen_op: date, op: date) -> Gedaan[Plaatsing]:
    """Note that the provider handed in its plan: the term for it stops on the day on which it came.

    Raises GeenPlanVerwacht, PlanDagKloptNiet.
    """
    dossier = pak_voor_verblijf(plaatsing.dossier_id)
    klok = lopende_klok(dossier, PLAN)
    eis(klok is not None, GeenPlanVerwacht())
    assert klok is not None
    eis(klok.start <= ontvangen_op <= op, PlanDagKloptNiet(klok.start, op))
    stop_klok(dossier, PLAN, ontvangen_op)
    return Gedaan(plaatsing)


@handeling("verblijf.beeindigen", rollen=WERKERS)
def beeindig(wie: Actor, plaatsing: Plaatsing, *, laatste_dag: date, reden: str, op: date) -> Gedaan[Plaatsing]:
    """End a stay: its place is free from the day after, and the dossier closes. `reden`: a key of REDENEN.

    What was to follow on it by a later decision does not go on. Raises AlBeeindigd, LaatsteDagKloptNiet, RedenOnbekend.
    """
    dossier = pak_voor_verblijf(plaatsing.dossier_id)
    verblijf = Plaatsing.objects.select_for_update().get(pk=plaatsing.pk)
    if verblijf.beeindigd_op is not None and verblijf.reden_einde != VERVOLG:
        raise AlBeeindigd(verblijf.beeindigd_op)
    eis(reden in REDENEN, RedenOnbekend())
    dagen = gesloten(verblijf.periode)
    eis(dagen.bevat(laatste_dag), LaatsteDagKloptNiet(dagen.van, dagen.tot))
    Plaatsing.objects.filter(dossier=dossier, periode__startswith__gt=laatste_dag).delete()
    verblijf.periode = half_open(dagen.van, laatste_dag)
    verblijf.beeindigd_op, verblijf.reden_einde = op, reden
    verblijf.save(update_fields=["periode", "beeindigd_op", "reden_einde"])
    stop_klok(dossier, PLAN, op)
    zet_stap(dossier, Dossier.Stap.AFGESLOTEN, op)
    meld_einde(wie, dossier.college_code, dossier.nummer, laatste_dag)
    return Gedaan(verblijf)
