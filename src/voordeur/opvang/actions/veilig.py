"""Somebody who is not safe: the safe place, or the plan, that was agreed on."""

from __future__ import annotations

from datetime import date

from voordeur.inwoner.actions import schrijf_op
from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.toegang.actions.delen import bewaar, pak_dossier
from voordeur.toegang.models import Dossier

from ..fouten import Onvolledig
from ..veiligheid import VEILIG, signalen
from .hulp import OPVANG, BijOpvang, eis_van_opvang
from .intake import OPEN


@handeling("opvang.veilig", rollen=OPVANG)
def leg_veilige_plek_vast(
    wie: Actor, plek: BijOpvang, plan: str, *, versie: int, op: date, gesproken: str = ""
) -> Gedaan[Dossier]:
    """Write down what makes somebody safe, and with whom it was agreed. It answers the signals that there are now.

    Raises Onvolledig.
    """
    dossier = pak_dossier(plek.dossier, versie, OPEN)
    eis_van_opvang(dossier)
    eis(bool(plan.strip()), Onvolledig("plan", "Schrijf op wat de veilige plek of het plan is."))
    geschreven = opgeschreven(dossier.inwoner, van=dossier.nummer)
    inhoud = {
        "plan": plan.strip(), "gesproken": gesproken.strip(), "op": op.isoformat(), "signalen": signalen(geschreven),
    }  # fmt: skip
    schrijf_op(dossier.inwoner, VEILIG, inhoud, van=dossier.nummer, aanbieders=dossier.aanbieders)
    bewaar(dossier)
    return Gedaan(dossier)
