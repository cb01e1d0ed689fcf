"""What this room holds when two registrations would become one: requests and lists are about one of them."""

from __future__ import annotations

from django.db.models import Q

from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.samenvoegen import houdt_samenvoegen_tegen

from .models.bewaren import Inwonerverzoek, Lijstregel


@houdt_samenvoegen_tegen
def open_verzoek(inwoner: Inwoner) -> str:
    """A request to destroy or correct that is not done, or a list that still has to be carried out."""
    loopt = Q(beslist_op=None) | Q(toegestaan=True, uitgevoerd_op=None)
    if Inwonerverzoek.objects.filter(loopt, inwoner=inwoner).exists():
        return "Er loopt een verzoek om te vernietigen of te verbeteren. Rond dat eerst af."
    regels = Lijstregel.objects.filter(inwoner=inwoner, vernietigd_op=None)
    if regels.filter(lijst__ingetrokken_op=None, lijst__klaar_op=None).exists():
        return "Deze registratie staat op een lijst om te vernietigen. Haal haar daar eerst af."
    return ""
