"""What is asked about residents. Reading the facts of one of them is journaled."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from voordeur.kern.actor import Actor
from voordeur.kern.inzage import inzage
from voordeur.kern.sleutels import SleutelOntbreekt, blinde_index, ontsleutel, pak_sleutel_uit

from .bsn import lees_bsn
from .models import Burgerservicenummer, Inwoner


@inzage("inwoner.inzien")
def gegevens_van(wie: Actor, inwoner: Inwoner, *, op: date) -> dict[str, Any]:
    """The newest version of each kind of facts. Raises SleutelOntbreekt when the key was destroyed."""
    if inwoner.sleutel is None:
        raise SleutelOntbreekt
    sleutel = pak_sleutel_uit(inwoner.sleutel)
    nieuwste = inwoner.gegevens.order_by("soort", "-versie").distinct("soort")
    return {gegeven.soort: json.loads(ontsleutel(sleutel, gegeven.inhoud)) for gegeven in nieuwste}


def zoek_op_bsn(wie: Actor, bsn: str) -> Inwoner | None:
    """The resident with this BSN that the actor may see. None says nothing: not here, or not for these eyes.

    Raises ValueError on a BSN that cannot be one.
    """
    index = blinde_index(wie.regio, "bsn", lees_bsn(bsn))
    gevonden = Burgerservicenummer.objects.filter(index=index).select_related("inwoner").order_by("id").first()
    return gevonden.inwoner if gevonden else None
