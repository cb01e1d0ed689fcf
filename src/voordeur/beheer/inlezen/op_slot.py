"""Whom a file tells nothing about: who is shielded, and whose facts were destroyed.

Both get the same fault, and so does a resident who went to another municipality: who reads it learns nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from voordeur.inwoner.models import Afscherming, Gegeven, Inwoner
from voordeur.toegang.models import Dossier
from voordeur.verblijf.models import Plaatsing

from .rij import Rij, niet_met_bestand
from .soorten import SOORTEN
from .soorten.verblijf import WACHTLIJST
from .verschil import GELIJK
from .werkblad import Werkblad


def objecten_van(inwoners: Iterable[Any]) -> dict[str, set[str]]:
    """By kind the objects that are about some residents."""
    wie = list(inwoners)
    pks = {
        "besluiten": Dossier.objects.filter(inwoner__in=wie).values_list("pk", flat=True),
        "plaatsingen": Plaatsing.objects.filter(dossier__inwoner__in=wie).values_list("pk", flat=True),
        "wachtlijst": Gegeven.objects.filter(inwoner__in=wie, soort=WACHTLIJST).values_list("pk", flat=True),
    }
    return {"inwoners": {str(pk) for pk in wie}} | {soort: {str(pk) for pk in rijen} for soort, rijen in pks.items()}


def op_slot(regio: str) -> dict[str, set[str]]:
    """By kind what is about somebody who is shielded or destroyed. Asked as the system, which sees them."""
    afgeschermd = Afscherming.objects.filter(regio_id=regio, opgeheven_door=None).exclude(bevestigd_op=None)
    wie = Inwoner.objects.filter(Q(sleutel=None) | Q(pk__in=afgeschermd.values("inwoner")), regio_id=regio)
    return objecten_van(wie.values_list("pk", flat=True))


def zwijg(blad: Werkblad, rijen: Iterable[Rij]) -> None:
    """Give every row that would change or add something about them one fault, in the place of what was found."""
    for rij in rijen:
        if rij.stand != GELIJK and _raakt(blad, rij):
            rij.fouten.clear()
            rij.verschil.clear()
            niet_met_bestand(rij)


def _raakt(blad: Werkblad, rij: Rij) -> bool:
    if rij.object in blad.op_slot.get(rij.soort, ()):
        return True
    naar = ((veld.naar, rij.waarden.get(veld.naam)) for veld in SOORTEN[rij.soort].velden if veld.naar in blad.op_slot)
    return any(blad.object(soort, str(sleutel)) in blad.op_slot[soort] for soort, sleutel in naar if sleutel)
