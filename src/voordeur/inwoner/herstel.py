"""After a copy was put back: what was destroyed since is destroyed again, before anybody can log in."""

from __future__ import annotations

from datetime import date

from voordeur.kern.actor import als
from voordeur.kern.journaal import schrijf
from voordeur.kern.onderhoud import regios, systeem

from .actions import vergeet
from .models import Inwoner
from .register import lees_register, vul_register_aan

HANDELING = "inwoner.vernietiging.herhalen"


def herhaal_vernietigingen(op: date) -> int:
    """Destroy again whoever stands in the register and can be read, in every region; returns how many.

    Each is journaled. What this database destroyed and the register lacks is written down. Raises RegisterOnleesbaar.
    """
    weg = {(deze.regio, deze.inwoner) for deze in lees_register()}
    return sum(_herhaal(regio, [nummer for van, nummer in weg if van == regio], op) for regio in regios())


def _herhaal(regio: str, weg: list[object], op: date) -> int:
    with als(systeem(regio)) as wie:
        leesbaar = Inwoner.objects.filter(pk__in=weg, regio_id=regio).exclude(sleutel=None)
        nummers = list(leesbaar.order_by("pk").values_list("pk", flat=True))
        for nummer in nummers:
            inwoner = Inwoner.objects.select_for_update().get(pk=nummer)
            # who became part of another goes with that one
            if inwoner.sleutel is not None:
                vergeet(inwoner)
            schrijf(wie, HANDELING, op, inwoner, inwoner.college_code, "", None)
        vul_register_aan(regio)
        return len(nummers)
