"""What waits in the outbox is locked: with the key of the resident it is about, all else with the main key."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from voordeur.inwoner.actions import AlVernietigd
from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.vergeten import bij_vernietigen
from voordeur.kern.actor import Actor, als
from voordeur.kern.fouten import eis
from voordeur.kern.sleutels import (
    SleutelOntbreekt,
    ontsleutel_bestand,
    pak_sleutel_uit,
    sluit_met_hoofdsleutel,
    verpak_opnieuw,
    versleutel_bestand,
)
from voordeur.kern.vernieuwen import vernieuwer

from .models import Bericht


def als_zelf(regio: str, inwoner: UUID) -> Actor:
    """The system at work in the file of one resident, and in no other."""
    return Actor(regio, None, "Voordeur", vanwaar="werker", inwoner=str(inwoner))


def sluit(inhoud: bytes, over: Inwoner | None) -> bytes:
    """Lock what a message holds with the key of the resident it is about, or with the main key. Raises AlVernietigd."""
    if over is None:
        return sluit_met_hoofdsleutel(inhoud)
    eis(over.sleutel is not None, AlVernietigd())
    assert over.sleutel is not None
    return versleutel_bestand(pak_sleutel_uit(over.sleutel), inhoud)


def inhoud_van(bericht: Bericht) -> bytes:
    """What a message holds; nothing once it was sent. Raises SleutelOntbreekt when the key is gone."""
    inhoud = bytes(bericht.inhoud)
    if not inhoud or not bericht.op_slot:
        return inhoud
    if bericht.inwoner_id is None:
        return pak_sleutel_uit(inhoud)
    with als(als_zelf(bericht.regio_id, bericht.inwoner_id)):
        inwoner = Inwoner.objects.filter(pk=bericht.inwoner_id).first()
    if inwoner is None or inwoner.sleutel is None:
        raise SleutelOntbreekt
    return ontsleutel_bestand(pak_sleutel_uit(inwoner.sleutel), inhoud)


def doe_op_slot(bericht: Bericht, over: Inwoner | None) -> None:
    """Lock a message that an earlier version put ready in the open, and remember whom it is about."""
    if not bericht.op_slot and bytes(bericht.inhoud):
        bericht.inhoud = sluit(bytes(bericht.inhoud), over)
    bericht.inwoner, bericht.op_slot = over, True
    bericht.save(update_fields=["inhoud", "inwoner", "op_slot", "aan"])


@vernieuwer("berichten die wachten")
def verpak_berichten_opnieuw(_wie: Actor) -> int:
    """Lock anew what stands under the main key; what is about a resident goes along with that one's key."""
    wacht = Bericht.objects.select_for_update().filter(op_slot=True, inwoner=None).exclude(inhoud=b"")
    for bericht in wacht.order_by("pk"):
        bericht.inhoud = verpak_opnieuw(bytes(bericht.inhoud))
        bericht.save(update_fields=["inhoud"])
    return len(wacht)


@bij_vernietigen
def wis_post(inwoner: Inwoner) -> None:
    """What waits for or about somebody, and the files of it that still lie in the folder of the post."""
    wis(Bericht.objects.filter(inwoner=inwoner))


def wis(berichten: QuerySet[Bericht]) -> list[str]:
    """Remove messages: what was sent stays in the queue as a line without what it held. Returns the ids."""
    ids = [str(pk) for pk in berichten.values_list("pk", flat=True)]
    for bericht in ids:
        (Path(settings.VOORDEUR_POSTMAP) / bericht).unlink(missing_ok=True)
    berichten.exclude(stand=Bericht.Stand.VERZONDEN).delete()
    berichten.update(inhoud=b"", reden="")
    return ids
