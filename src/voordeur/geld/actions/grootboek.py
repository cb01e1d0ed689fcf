"""Putting a mistake in the ledger right."""

from __future__ import annotations

from datetime import date

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling

from ..boeken import boek, is_gesloten
from ..fouten import AlTeruggeboekt, GeenReden
from ..models import Boeking

MAX_REDEN = 120
EENMAAL = "geld_boeking_storno_van_id_key"


@handeling("geld.boeking.storneren", rollen={Rol.CONTROLLER})
def storneer(wie: Actor, boeking: Boeking, *, reden: str, op: date) -> Gedaan[Boeking]:
    """Take an entry back by its opposite, once; of a closed year in the year of the day itself."""
    vers = Boeking.objects.get(pk=boeking.pk)
    eis(bool(reden.strip()), GeenReden())
    al = vers.storno_van_id is not None or Boeking.objects.filter(storno_van=vers).exists()
    eis(not al, AlTeruggeboekt(vers.nummer))
    regels = [
        (regel.rekening.code, regel.college_code, -regel.bedrag)
        for regel in vers.regels.select_related("rekening").order_by("id")
    ]
    # two at once: the second breaks the uniqueness of the one that takes back
    with als_geschonden({EENMAAL: AlTeruggeboekt(vers.nummer)}):
        gemaakt = boek(
            wie,
            op=op,
            jaar=op.year if is_gesloten(vers.jaar) else vers.jaar,
            omschrijving=f"Storno van {vers.nummer}: {reden.strip()[:MAX_REDEN]}",
            bron=f"storno {vers.nummer}",
            regels=regels,
            storno_van=vers,
        )
    return Gedaan(gemaakt)
