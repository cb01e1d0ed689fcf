"""What is asked about organisations: the list, who to call, and which agreements on processing end or have ended."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import Http404

from voordeur.kern.actor import Actor
from voordeur.kern.models import Organisatie
from voordeur.schermen.bouwstenen import Chip

from ..models import Contactpersoon, Verwerkersovereenkomst

# three months ahead there is time to sign a new one
VOORAF = timedelta(days=92)


def organisaties(wie: Actor, soort: str = "") -> QuerySet[Organisatie]:
    """The organisations of the region by name, of one sort or all."""
    gezocht = Organisatie.objects.filter(regio_id=wie.regio)
    return (gezocht.filter(soort=soort) if soort in Organisatie.Soort.values else gezocht).order_by("naam", "id")


def organisatie_of_404(wie: Actor, pk: int) -> Organisatie:
    """One organisation; of another region it is not there."""
    gevonden = organisaties(wie).filter(pk=pk).first()
    if gevonden is None:
        raise Http404
    return gevonden


def contacten(**velden: Any) -> QuerySet[Contactpersoon]:
    """Who to call, the external contact and the deputies first, who stopped at the end."""
    return Contactpersoon.objects.filter(**velden).order_by(
        F("periode__endswith").desc(nulls_first=True), "plek", "naam"
    )


def verwerkingen(organisatie: Organisatie) -> QuerySet[Verwerkersovereenkomst]:
    """The agreements on processing with an organisation, the newest first."""
    return Verwerkersovereenkomst.objects.filter(organisatie=organisatie).order_by("-getekend_op", "-id")


def aflopende_verwerkingen(op: date) -> QuerySet[Verwerkersovereenkomst]:
    """The agreements that ended, or end within three months, and that nobody ended or replaced; the first in front."""
    loopt = Verwerkersovereenkomst.objects.filter(Q(beeindigd_op=None), tot_en_met__lte=op + VOORAF)
    return loopt.select_related("organisatie").order_by("tot_en_met", "id")


def stand_van(overeenkomst: Verwerkersovereenkomst, op: date) -> Chip:
    """Whether an agreement holds, ends soon, has ended, or was ended."""
    einde = overeenkomst.tot_en_met
    if overeenkomst.beeindigd_op is not None:
        return Chip("rust", "Beëindigd", "circle-dashed")
    if einde is not None and einde < op:
        return Chip("telaat", "Verlopen", "alert-triangle")
    if einde is not None and einde <= op + VOORAF:
        return Chip("bijna", "Loopt af", "clock")
    return Chip("goed", "Geldig", "check")
