"""What an earlier version left open in the outbox is locked, and hung on the resident it is about, at a migration."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import doe_op_slot

from .models import Dossier, Klacht
from .vergeten import aan_ander

VAN_DOSSIER = re.compile(r"(?:inwoner van )?dossier (\S+)")
# once a complaint that was passed on stood under the name of who got it
DOORGESTUURD = "klacht doorgestuurd"
KOP = re.compile(rb"\AKlacht van \S+, dossier (\S+)\n")


def sluit_oude_post() -> int:
    """Lock what waits and is open, in the region of who acts; returns how many rows were touched.

    Of a complaint that was passed on also what was sent: its file may still lie in the folder of the post.
    """
    oud = Bericht.objects.select_for_update(of=("self",)).filter(op_slot=False)
    aantal = 0
    for bericht in oud.order_by("pk"):
        dossier = _dossier_van(bericht)
        if dossier and not VAN_DOSSIER.fullmatch(bericht.aan):
            bericht.aan = aan_ander(dossier)
        over = dossier.inwoner if dossier and dossier.inwoner.sleutel is not None else None
        doe_op_slot(bericht, over)
        aantal += 1
    return aantal


def _dossier_van(bericht: Bericht) -> Dossier | None:
    nummer = ""
    if gevonden := VAN_DOSSIER.fullmatch(bericht.aan):
        nummer = gevonden[1]
    elif bericht.soort == DOORGESTUURD:
        nummer = _van_klacht(bericht)
    return Dossier.objects.select_related("inwoner").filter(nummer=nummer).first() if nummer else None


def _van_klacht(bericht: Bericht) -> str:
    """By the first line, of the row or of its file; else by to whom and when, when that is one complaint only."""
    bestand = Path(settings.VOORDEUR_POSTMAP) / str(bericht.pk)
    tekst = bytes(bericht.inhoud) or (bestand.read_bytes() if bestand.is_file() else b"")
    if kop := KOP.match(tekst):
        return kop[1].decode("utf-8", "replace")
    klachten = Klacht.objects.filter(doorgestuurd_aan=bericht.aan, klaar_op=bericht.klaargezet_om.date())
    nummers = set(klachten.values_list("dossier__nummer", flat=True))
    return nummers.pop() if len(nummers) == 1 else ""
