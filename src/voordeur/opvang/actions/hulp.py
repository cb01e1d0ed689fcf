"""What the actions of a shelter share: a dossier as a shelter has it, and the nights of somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import Actor, Rol
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.toegang.models import Dossier

from ..fouten import GeenOpvang, NachtKloptNiet
from ..models import Nacht, NietGegeven

OPVANG = frozenset({Rol.OPVANGMEDEWERKER})
AFGESLOTEN = "Dit dossier is afgesloten. Neem de persoon opnieuw op aan de deur."


@dataclass(frozen=True)
class BijOpvang:
    """A dossier as a shelter (`aanbieder_id`) has it: who works there acts on it for that shelter."""

    dossier: Dossier
    aanbieder_id: int

    @property
    def pk(self) -> int:
        return self.dossier.pk

    @property
    def college_code(self) -> str:
        return self.dossier.college_code

    @property
    def betreft(self) -> str:
        return self.dossier.betreft


def bij(wie: Actor, dossier: Dossier) -> BijOpvang:
    """The dossier at the shelter of somebody. Raises GeenOpvang."""
    eis(wie.aanbieder is not None, GeenOpvang())
    return BijOpvang(dossier, int(wie.aanbieder or 0))


def eis_nacht(nacht: date, op: date) -> None:
    """A night is written down on its day or the day after. Raises NachtKloptNiet."""
    eis(op - timedelta(days=1) <= nacht <= op, NachtKloptNiet(nacht))


def eis_van_opvang(dossier: Dossier) -> None:
    """Only a dossier of shelter that is open has nights."""
    eis(dossier.voorziening == "MO", StapNietAanDeBeurt("Dit dossier gaat niet over opvang."))
    eis(dossier.stap != Dossier.Stap.AFGESLOTEN, StapNietAanDeBeurt(AFGESLOTEN))


def is_kind(dossier: Dossier) -> bool:
    """Whether somebody came in as a child, by what was written down at the door.

    A shelter that took somebody over does not see the nights of the other one, and does see what was written.
    """
    if any(model.objects.filter(dossier=dossier, kind=True).exists() for model in (Nacht, NietGegeven)):
        return True
    if dossier.inwoner.sleutel is None:
        return False
    return bool(opgeschreven(dossier.inwoner, van=dossier.nummer).get("deur", {}).get("kind"))
