"""Ending a value of the region's policy: prepared by one, set by another, from a day on."""

from __future__ import annotations

from datetime import date

from voordeur.kern.actor import Actor
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Beleidswaarde
from voordeur.kern.perioden import gesloten

from ..fouten_beleid import AlOpBesloten, EindeLigtKlaar, PeriodeOmgekeerd
from ..models import Eindevoorstel
from .beleid import (
    VASTSTELLERS,
    VOORBEREIDERS,
    Besluitgegevens,
    BijBeleid,
    eis_dagen,
    eis_tweede,
    laat_eindigen,
    laatst_gebruikt,
    voorbereid,
)


@handeling("beheer.beleid.einde_voorbereiden", rollen=VOORBEREIDERS)
def bereid_einde_voor(
    wie: Actor, bij: BijBeleid, besluit: Besluitgegevens, *, vanaf: date, op: date
) -> Gedaan[Eindevoorstel]:
    """Prepare that a value holds no longer from a day on. Nothing changes until another person sets it.

    Raises PeriodeOmgekeerd, BesluitInDeToekomst, AlOpBesloten, EindeLigtKlaar.
    """
    waarde = Beleidswaarde.objects.get(pk=bij.pk, vastgesteld_op__isnull=False, periode__isempty=False)
    eis_dagen(besluit, vanaf, None, op)
    tot, laatst = gesloten(waarde.periode).tot, laatst_gebruikt(waarde)
    eis(tot is None or vanaf <= tot, PeriodeOmgekeerd())
    if laatst is not None:
        eis(vanaf > laatst, AlOpBesloten(laatst))
    with als_geschonden({"eindevoorstel_een_open": EindeLigtKlaar()}):
        gemaakt = Eindevoorstel.objects.create(waarde=waarde, vanaf=vanaf, **voorbereid(wie, besluit, op))
    return Gedaan(gemaakt)


@handeling("beheer.beleid.beeindigen", rollen=VASTSTELLERS)
def beeindig_waarde(wie: Actor, bij: BijBeleid, *, op: date) -> Gedaan[Eindevoorstel]:
    """Let a value end as another prepared; before its first day it never holds. `pk`: of the proposal.

    Raises ZelfdePersoon, AlGezet, PeriodeOmgekeerd, AlOpBesloten.
    """
    vers = Eindevoorstel.objects.select_for_update().get(pk=bij.pk)
    eis_tweede(wie, vers, op)
    waarde = Beleidswaarde.objects.select_for_update().get(pk=vers.waarde_id)
    laat_eindigen(waarde, vers.vanaf, wie.account or 0, op)
    vers.vastgesteld_door, vers.vastgesteld_op = wie.account, op
    vers.save(update_fields=["vastgesteld_door", "vastgesteld_op"])
    return Gedaan(vers)
