"""The yearly look at rights: each is let stand, or ended, and by whom."""

from __future__ import annotations

from datetime import date

from voordeur.kern.actor import Actor
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Aanstelling

from ..fouten import NietUzelf
from ..models import Rechtbeoordeling
from .mensen import LEIDING, BijPersoneel, beeindig_rol


@handeling("beheer.recht.beoordelen", rollen=LEIDING)
def bezie_recht(
    wie: Actor, bij: BijPersoneel, aanstelling: Aanstelling, *, blijft: bool, op: date
) -> Gedaan[Rechtbeoordeling]:
    """Let a right of somebody else stand, or end it today. Raises NietUzelf, LaatsteBeheerder."""
    assert wie.account is not None
    eis(not wie.staat_voor(aanstelling.account_id, op), NietUzelf())
    gezien = Rechtbeoordeling.objects.create(
        regio_id=wie.regio, aanstelling=aanstelling, blijft=blijft, door=wie.account, op=op
    )
    if not blijft:
        beeindig_rol(wie, bij, aanstelling, laatste_dag=op, op=op)
    return Gedaan(gezien)
