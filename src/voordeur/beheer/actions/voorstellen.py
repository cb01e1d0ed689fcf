"""What waits for a second person and does not go on: refused with a reason, or withdrawn by the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from voordeur.kern.actor import Actor
from voordeur.kern.fouten import ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Beleidswaarde
from voordeur.kern.models.beleid import Besluitvoorstel

from ..fouten_beleid import AlGezet, NietVanU
from ..models import Eindevoorstel, Versievoorstel
from .beleid import VASTSTELLERS, VOORBEREIDERS

SOORTEN: Mapping[str, type[Besluitvoorstel | Versievoorstel]] = {
    "waarde": Beleidswaarde, "einde": Eindevoorstel, "versie": Versievoorstel
}  # fmt: skip


@dataclass(frozen=True)
class BijVoorstel:
    """A proposal, as the college of the centre (CBS code) deals with it. `soort`: one of SOORTEN."""

    college_code: str
    soort: str
    pk: int

    @property
    def betreft(self) -> str:
        return "beleid"


@handeling("beheer.beleid.voorstel_afwijzen", rollen=VASTSTELLERS)
def wijs_voorstel_af(wie: Actor, bij: BijVoorstel, reden: str, *, op: date) -> Gedaan[Besluitvoorstel | Versievoorstel]:
    """Refuse what another prepared; it stays to be read, with the reason. Raises AlGezet, ZelfdePersoon."""
    voorstel = _vers(bij)
    zelf = wie.staat_voor(voorstel.voorbereid_door, op)
    eis(not zelf, ZelfdePersoon("Een ander dan de voorbereider wijst dit af."))
    voorstel.afgewezen_door, voorstel.afgewezen_op, voorstel.afgewezen_omdat = wie.account, op, reden
    voorstel.save(update_fields=["afgewezen_door", "afgewezen_op", "afgewezen_omdat"])
    return Gedaan(voorstel)


@handeling("beheer.beleid.voorstel_intrekken", rollen=VOORBEREIDERS)
def trek_voorstel_in(wie: Actor, bij: BijVoorstel, *, op: date) -> Gedaan[BijVoorstel]:
    """Drop what one prepared oneself, or what came by the command line. Raises AlGezet, NietVanU."""
    voorstel = _vers(bij)
    eis(voorstel.voorbereid_door is None or wie.staat_voor(voorstel.voorbereid_door, op), NietVanU())
    voorstel.delete()
    return Gedaan(bij)


def _vers(bij: BijVoorstel) -> Besluitvoorstel | Versievoorstel:
    voorstel = SOORTEN[bij.soort]._default_manager.select_for_update().filter(pk=bij.pk).first()
    if voorstel is None or not voorstel.open:
        raise AlGezet
    return voorstel
