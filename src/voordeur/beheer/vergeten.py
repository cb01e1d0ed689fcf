"""What moving in and emergencies keep of a resident, and wipe when their facts are destroyed."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q

from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries import bsn_van
from voordeur.inwoner.vergeten import bij_vernietigen
from voordeur.kern.sleutels import blinde_index

from .inlezen.kluis import INDEX, bestanden_van, blind, geheim_van, gooi_sleutel_weg
from .inlezen.lezen import BestandNietTeLezen, lees_tabel
from .inlezen.op_slot import objecten_van
from .models import Inleesdaad, Inleesset, Inleessleutel, Noodverzoek

STAND = Inleesset.Stand
NIET_UITGEVOERD = (STAND.OPEN, STAND.TOETSEN, STAND.GETOETST, STAND.AANGEBODEN)
GEDAAN = (STAND.UITGEVOERD, STAND.GAAT_TERUG)
WEG = "In deze bestanden stonden gegevens die nu vernietigd zijn. Begin opnieuw met nieuwe bestanden."


@bij_vernietigen
def wis_noodverzoeken(inwoner: Inwoner) -> None:
    """The hash by which somebody was asked for in an emergency that waits."""
    nummer = bsn_van(inwoner) if inwoner.sleutel is not None else None
    if nummer:
        Noodverzoek.objects.filter(bsn=blinde_index(inwoner.regio_id, "bsn", nummer)).update(bsn="")


@bij_vernietigen
def wis_inlezen(inwoner: Inwoner) -> None:
    """What stood there before, the blind content, and files that name somebody and were not carried out.

    The blind key stays: by it a file of the old system is kept from bringing somebody back.
    """
    van = Q(pk__in=[])
    for soort, objecten in objecten_van([inwoner.pk]).items():
        van |= Q(soort=soort, object__in=objecten)
    sleutels = set(Inleessleutel.objects.filter(van).values_list("index", flat=True))
    _gooi_bestanden_weg(inwoner, sleutels)
    daden = Inleesdaad.objects.filter(van)
    Inleesset.objects.filter(stand__in=GEDAAN, daden__in=daden).update(uitslag=None)
    daden.update(oud=None, oude_inhoud="")
    Inleessleutel.objects.filter(van).update(inhoud="")


def _gooi_bestanden_weg(inwoner: Inwoner, sleutels: set[str]) -> None:
    nummer = bsn_van(inwoner) if inwoner.sleutel is not None else None
    geheim = geheim_van(inwoner.regio_id)
    wachtend = Inleesset.objects.select_for_update(no_key=True).filter(stand__in=NIET_UITGEVOERD).exclude(sleutel=None)
    for deze in wachtend.order_by("pk"):
        if _noemt(bestanden_van(deze), geheim, sleutels, nummer):
            gooi_sleutel_weg(deze)
            deze.stand, deze.melding = STAND.VERVALLEN, WEG
            deze.save()


def _noemt(bestanden: Mapping[str, bytes], geheim: bytes, sleutels: set[str], nummer: str | None) -> bool:
    """Whether files have the key or the number of somebody, in a column of whatever name."""
    for soort, inhoud in bestanden.items():
        try:
            cellen = {cel for _, rij in lees_tabel(inhoud) for cel in rij}
        except BestandNietTeLezen:
            # what cannot be read cannot be told to be about another
            return True
        if nummer in cellen or any(blind(geheim, INDEX, soort, cel) in sleutels for cel in cellen):
            return True
    return False
