"""Putting a message ready, and sending what is ready."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from voordeur.inwoner.models import Inwoner
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.sleutels import SleutelOntbreekt

from .kanalen import KANALEN, NietBezorgd
from .models import Bericht
from .queries import nog_niet_weg
from .slot import inhoud_van, sluit, wis


def zet_klaar(wie: Actor, *, kanaal: str, aan: str, soort: str, inhoud: bytes, over: Inwoner | None = None) -> Bericht:
    """Put a message ready in the transaction of the one who acts: it leaves only when that is committed.

    `over`: the resident whom it says something about, with whose key it is locked and destroyed. Numbers and days for
    a municipality are about nobody. Raises KeyError on a way out that is not there, AlVernietigd.
    """
    KANALEN[kanaal]
    bericht = Bericht.objects.create(
        regio_id=wie.regio, kanaal=kanaal, aan=aan, soort=soort, inhoud=sluit(inhoud, over), inwoner=over, op_slot=True
    )
    from .tasks import verstuur_bericht

    verstuur_bericht.defer(regio=wie.regio, bericht=str(bericht.pk))
    return bericht


def verstuur(regio: str, bericht: str) -> bool:
    """Send a message that is ready. Returns False when it had been sent already. Raises NietBezorgd to try again.

    The row stays locked while it is on its way, so that two workers never send the same message at once.
    """
    with als(systeem(regio)):
        deze = Bericht.objects.select_for_update().filter(pk=uuid.UUID(bericht)).first()
        # what was destroyed meanwhile has nothing to send
        if deze is None or deze.stand == Bericht.Stand.VERZONDEN:
            return False
        # opened in memory only: a way out reads it there, and it is never kept so
        deze.inhoud = _open(deze)
        KANALEN[deze.kanaal](deze)
        # a letter is kept with its resident, locked; a second copy here would outlive the key of that resident
        _zet(deze, stand=Bericht.Stand.VERZONDEN, verzonden_om=timezone.now(), reden="", inhoud=b"")
        return True


def _open(bericht: Bericht) -> bytes:
    try:
        return inhoud_van(bericht)
    except SleutelOntbreekt:
        raise NietBezorgd("De sleutel van dit bericht ontbreekt of is vernietigd.") from None


@dataclass(frozen=True)
class BijBericht:
    """A message of a region, whose outbox its centrumgemeente (CBS code) looks after."""

    college_code: str
    pk: uuid.UUID


@handeling("berichten.opnieuw", rollen={Rol.FUNCTIONEEL_BEHEERDER})
def opnieuw(wie: Actor, bij: BijBericht, *, op: date) -> Gedaan[Bericht]:
    """Send a message that did not arrive once more. Raises Bericht.DoesNotExist."""
    return Gedaan(zet_opnieuw(wie, bij.pk))


def zet_opnieuw(wie: Actor, bericht: uuid.UUID) -> Bericht:
    """Put a message that did not arrive ready again, as a part of a larger action. Raises Bericht.DoesNotExist."""
    deze = Bericht.objects.select_for_update().get(pk=bericht)
    mislukt = deze.stand == Bericht.Stand.MISLUKT
    eis(mislukt, StapNietAanDeBeurt("Dit bericht is al verzonden of staat al klaar."))
    deze.stand, deze.reden = Bericht.Stand.KLAAR, ""
    deze.save(update_fields=["stand", "reden"])
    from .tasks import verstuur_bericht

    verstuur_bericht.defer(regio=wie.regio, bericht=str(deze.pk))
    return deze


def haal_in(regio: str) -> int:
    """Give every message that has not left a new job: after a worker was killed its job is stuck. Returns how many.

    A message that leaves twice at once waits for itself, and then finds itself sent.
    """
    from .tasks import verstuur_bericht

    with als(systeem(regio)):
        wachtend = [str(bericht.pk) for bericht in nog_niet_weg()]
        for bericht in wachtend:
            verstuur_bericht.defer(regio=regio, bericht=bericht)
    return len(wachtend)


def noteer_mislukt(regio: str, bericht: str, fout: NietBezorgd) -> None:
    """Keep that a message did not leave, and why; it stands in the queue for people to see."""
    with als(systeem(regio)):
        deze = Bericht.objects.select_for_update().get(pk=uuid.UUID(bericht))
        if deze.stand != Bericht.Stand.VERZONDEN:
            _zet(deze, stand=Bericht.Stand.MISLUKT, reden=str(fout))


def wis_berichten(aan: Sequence[str]) -> list[str]:
    """Remove what was put ready for these receivers, also from the folder of the post; returns the ids.

    A part of the destruction of somebody's facts: that something was sent stays in the queue, without what it held.
    """
    return wis(Bericht.objects.filter(aan__in=aan))


def systeem(regio: str) -> Actor:
    """The system itself at work in a region."""
    return Actor(regio, None, "Voordeur", vanwaar="werker")


def _zet(bericht: Bericht, **velden: Any) -> None:
    bericht.pogingen += 1
    for naam, waarde in velden.items():
        setattr(bericht, naam, waarde)
    bericht.save(update_fields=["pogingen", *velden])
