"""Putting a mistake in the ledger right."""

from __future__ import annotations

from datetime import date

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling

from ..boeken import boek, is_gesloten, staat_vast
from ..fouten import AlTeruggeboekt, GeenReden, HoortBijBesluit
from ..models import Betaling, Boeking, Declaratie, Subsidie

MAX_REDEN, MAX_REDEN_BETALING = 120, 300
EENMAAL = "geld_boeking_storno_van_id_key"


@handeling("geld.boeking.storneren", rollen={Rol.CONTROLLER})
def storneer(wie: Actor, boeking: Boeking, *, reden: str, op: date) -> Gedaan[Boeking]:
    """Take an entry back by its opposite, once; of a closed year in the year of the day itself.

    The advance or the claim that it paid is refused with it: the term can be put ready again, the block claimed again.
    Raises HoortBijBesluit on what follows from a decision that stands.
    """
    vers = Boeking.objects.get(pk=boeking.pk)
    eis(bool(reden.strip()), GeenReden())
    al = vers.storno_van_id is not None or Boeking.objects.filter(storno_van=vers).exists()
    eis(not al, AlTeruggeboekt(vers.nummer))
    eis(not staat_vast(vers), HoortBijBesluit())
    _keur_af_met(vers, f"Teruggeboekt: {reden.strip()}"[:MAX_REDEN_BETALING])
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


def _keur_af_met(boeking: Boeking, reden: str) -> None:
    """Refuse what an entry paid, so that a settlement does not count it and it can be asked again."""
    betaling = Betaling.objects.select_for_update().filter(boeking=boeking).first()
    if betaling is None:
        return
    if betaling.subsidie_id is not None:
        subsidie = Subsidie.objects.select_for_update().get(pk=betaling.subsidie_id)
        eis(subsidie.stand != Subsidie.Stand.VASTGESTELD, HoortBijBesluit())
    Declaratie.objects.filter(boeking=boeking).update(stand=Declaratie.Stand.AFGEKEURD, reden=reden)
    betaling.stand, betaling.reden = Betaling.Stand.AFGEKEURD, reden
    betaling.save(update_fields=["stand", "reden"])
