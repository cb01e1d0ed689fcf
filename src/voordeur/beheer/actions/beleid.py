"""Filling in what the agreement leaves open, and prolonging it: prepared by one, set by another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.beleid import document_van, geldig_op, vergeet, versie_met, versies_van
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Beleidswaarde, Rekenbewijs
from voordeur.kern.models.beleid import Besluitvoorstel
from voordeur.kern.perioden import gesloten, half_open
from voordeur.regelingen.controle import maak_regeling
from voordeur.regelingen.lokaal import VERLENGING, OngeldigeWaarde, lees_waarde, past
from voordeur.regelingen.schema import Invulling
from voordeur.regels.fouten import Onberekenbaar

from ..fouten_beleid import (
    AlGezet,
    AlOpBesloten,
    BesluitInDeToekomst,
    GeenEinde,
    NietOpen,
    Overlapt,
    PeriodeOmgekeerd,
    WaardeKloptNiet,
)
from .tweede import eis_los

VOORBEREIDERS = frozenset({Rol.CONTROLLER, Rol.CONTRACTBEHEERDER, Rol.FUNCTIONEEL_BEHEERDER})
VASTSTELLERS = frozenset({Rol.BESTUURDER, Rol.TEAMLEIDER})


@dataclass(frozen=True)
class BijBeleid:
    """A parameter of the agreement, as the college of the centre (CBS code) deals with it; `pk`: of a value."""

    college_code: str
    naam: str
    pk: int | str = ""

    @property
    def betreft(self) -> str:
        return "beleid"


@dataclass(frozen=True)
class Besluitgegevens:
    """The decision that sets a value: which body, when, its number, where the paper is, and why."""

    orgaan: str
    op: date
    nummer: str = ""
    stuk: str = ""
    toelichting: str = ""


@handeling("beheer.beleid.voorbereiden", rollen=VOORBEREIDERS)
def bereid_waarde_voor(
    wie: Actor, bij: BijBeleid, waarde: str, besluit: Besluitgegevens, *, van: date, tot: date | None, op: date
) -> Gedaan[Beleidswaarde]:
    """Prepare a value for an open parameter. Nothing changes until another person sets it.

    Raises NietOpen, WaardeKloptNiet, PeriodeOmgekeerd, BesluitInDeToekomst.
    """
    eis_dagen(besluit, van, tot, op)
    try:
        regeling, _ = geldig_op(wie.regio, van)
    except Onberekenbaar:
        raise NietOpen(bij.naam, van) from None
    document = document_van(wie.regio, regeling.versie)
    gat = next((deel for deel in maak_regeling(document).open if deel.naam == bij.naam), None)
    if gat is None:
        raise NietOpen(bij.naam, van)
    try:
        gelezen = lees_waarde(gat, waarde)
        past(document, Invulling(gat.naam, gelezen, van, besluit.orgaan, tot))
    except OngeldigeWaarde as fout:
        raise WaardeKloptNiet(str(fout)) from None
    return Gedaan(_bewaar(wie, bij.naam, gelezen, besluit, van, tot, op))


@handeling("beheer.beleid.verlenging_voorbereiden", rollen=VOORBEREIDERS)
def bereid_verlenging_voor(
    wie: Actor, bij: BijBeleid, besluit: Besluitgegevens, *, tot: date, op: date
) -> Gedaan[Beleidswaarde]:
    """Prepare that the agreement goes on after its end, until a day. Raises GeenEinde, PeriodeOmgekeerd."""
    einde = einde_van_nu(wie.regio, op)
    if einde is None:
        raise GeenEinde
    van = einde + timedelta(days=1)
    eis_dagen(besluit, van, tot, op)
    return Gedaan(_bewaar(wie, VERLENGING, tot.isoformat(), besluit, van, tot, op))


def einde_van_nu(regio: str, op: date) -> date | None:
    """The last day of the agreement with what prolonged it; None when it has no end."""
    begonnen = [versie for versie in versies_van(regio) if versie <= op]
    if not begonnen:
        return None
    # also when it has ended: that is when a prolongation is wanted most
    regeling = versie_met(regio, begonnen[-1], op)
    tot = regeling.looptijd.tot if regeling.looptijd else None
    if tot is None:
        return None
    verlengd = gezet(VERLENGING).filter(regio_id=regio).order_by("-periode").values_list("periode", flat=True)
    einden = [einde for deel in verlengd if (einde := gesloten(deel).tot) is not None]
    return max([tot, *einden])


def eis_dagen(besluit: Besluitgegevens, van: date, tot: date | None, op: date) -> None:
    """The days fit, and the decision was taken. Raises PeriodeOmgekeerd, BesluitInDeToekomst."""
    eis(tot is None or van <= tot, PeriodeOmgekeerd())
    eis(besluit.op <= op, BesluitInDeToekomst())


def _bewaar(
    wie: Actor, naam: str, waarde: str, besluit: Besluitgegevens, van: date, tot: date | None, op: date
) -> Beleidswaarde:
    return Beleidswaarde.objects.create(
        naam=naam, waarde=waarde, periode=half_open(van, tot), **voorbereid(wie, besluit, op)
    )


def voorbereid(wie: Actor, besluit: Besluitgegevens, op: date) -> dict[str, Any]:
    """What every proposal holds: its decision, and who prepared it when."""
    return {
        "regio_id": wie.regio, "orgaan": besluit.orgaan, "besluit_op": besluit.op, "nummer": besluit.nummer,
        "stuk": besluit.stuk, "toelichting": besluit.toelichting, "voorbereid_door": wie.account or 0,
        "voorbereid_op": op,
    }  # fmt: skip


@handeling("beheer.beleid.vaststellen", rollen=VASTSTELLERS)
def stel_waarde_vast(wie: Actor, bij: BijBeleid, *, op: date) -> Gedaan[Beleidswaarde]:
    """Set a value that another prepared; an earlier one that still runs ends where it begins.

    Raises ZelfdePersoon, AlGezet, Overlapt, AlOpBesloten.
    """
    vers = Beleidswaarde.objects.select_for_update().get(pk=bij.pk)
    eis_tweede(wie, vers, op)
    geldt_voortaan(vers, wie.account or 0, op)
    return Gedaan(vers)


def geldt_voortaan(waarde: Beleidswaarde, door: int, op: date) -> None:
    """Let a prepared value hold, as a part of a larger action (or to see what it would do)."""
    van = gesloten(waarde.periode).van
    with als_geschonden({"beleidswaarde_geen_overlap": Overlapt()}):
        for eerder in gezet(waarde.naam).filter(regio_id=waarde.regio_id, periode__overlap=waarde.periode):
            eis(gesloten(eerder.periode).van < van, Overlapt())
            _kort_in(eerder, van, door, op)
        waarde.vastgesteld_door, waarde.vastgesteld_op = door, op
        waarde.save(update_fields=["vastgesteld_door", "vastgesteld_op"])
    vergeet()


def eis_tweede(wie: Actor, voorstel: Besluitvoorstel, op: date) -> None:
    """Who sets something is another than who prepared it, and it still waits. Raises AlGezet, ZelfdePersoon."""
    eis(voorstel.open, AlGezet())
    anders = "Een ander dan de voorbereider stelt dit vast."
    eis(not wie.staat_voor(voorstel.voorbereid_door, op), ZelfdePersoon(anders))
    eis_los(wie, voorstel.voorbereid_door)


def laat_eindigen(waarde: Beleidswaarde, vanaf: date, door: int, op: date) -> None:
    """Let a value hold no longer from a day on, as a part of a larger action (or to see what it would do)."""
    tot = gesloten(waarde.periode).tot
    eis(tot is None or vanaf <= tot, PeriodeOmgekeerd())
    _kort_in(waarde, vanaf, door, op)
    vergeet()


def _kort_in(waarde: Beleidswaarde, vanaf: date, door: int, op: date) -> None:
    laatst = laatst_gebruikt(waarde)
    if laatst is not None and vanaf <= laatst:
        raise AlOpBesloten(laatst)
    van = gesloten(waarde.periode).van
    # an empty range: it never held
    waarde.periode = half_open(van, max(vanaf, van) - timedelta(days=1))
    waarde.beeindigd_door, waarde.beeindigd_op = door, op
    waarde.save(update_fields=["periode", "beeindigd_door", "beeindigd_op"])


def laatst_gebruikt(waarde: Beleidswaarde) -> date | None:
    """The last day about which something was computed with a value; None when nothing was."""
    bewijzen = Rekenbewijs.objects.filter(regio_id=waarde.regio_id, lokaal__contains={"waarden": [{"id": waarde.pk}]})
    dagen = [date.fromisoformat(dag) for dag in bewijzen.values_list("lokaal__op", flat=True) if dag]
    return max(dagen, default=None)


def gezet(naam: str) -> QuerySet[Beleidswaarde]:
    """The values of a name that were set and hold on some day."""
    return Beleidswaarde.objects.filter(naam=naam, vastgesteld_op__isnull=False, periode__isempty=False)
