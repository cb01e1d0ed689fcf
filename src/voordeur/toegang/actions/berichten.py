"""Sending once more what did not reach a resident."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from voordeur.berichten.actions import zet_opnieuw
from voordeur.berichten.models import Bericht
from voordeur.berichten.nieuws import aan_inwoner
from voordeur.inwoner.queries_afscherming import mag_bericht
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling

from ..models import Dossier
from .stappen import WERKERS


@handeling("toegang.bericht.opnieuw", rollen=WERKERS)
def stuur_bericht_opnieuw(wie: Actor, dossier: Dossier, bericht: UUID, *, op: date) -> Gedaan[Dossier]:
    """Send a letter or a notice of this dossier again. Raises Bericht.DoesNotExist for one of another."""
    eis(mag_bericht(dossier.inwoner), StapNietAanDeBeurt("Aan deze inwoner mag nu niets. Overleg eerst."))
    deze = Bericht.objects.get(pk=bericht, aan=aan_inwoner(dossier.nummer))
    zet_opnieuw(wie, deze.pk)
    return Gedaan(dossier)
