"""What a decision after a grant does to money: claims over days that it takes away, a subsidy that is settled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from voordeur.aanbod.queries import krijgt_subsidie
from voordeur.kern.perioden import gesloten, half_open
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum
from voordeur.toegang.gevolgen import zegt_gevolgen
from voordeur.toegang.models import Besluit
from voordeur.verblijf.models import Plaatsing

from .models import Declaratie

WAT_NU = {
    Declaratie.Stand.INGEDIEND: "Zij wacht nog op een oordeel.",
    Declaratie.Stand.GOEDGEKEURD: "Zij is al goedgekeurd. Meld dit bij de controller.",
}


@zegt_gevolgen
def gevolgen_voor_geld(besluit: Besluit, op: date) -> Iterator[str]:
    """Which claims and which subsidy the decision touches, in sentences; an extension touches none."""
    if besluit.gaat_in_op is None or besluit.vervangt_id is None:
        return
    vanaf = half_open(besluit.gaat_in_op, None)
    rijen = Declaratie.objects.filter(plaatsing__dossier_id=besluit.dossier_id, periode__overlap=vanaf)
    for declaratie in rijen.exclude(stand=Declaratie.Stand.AFGEKEURD).order_by("id"):
        dagen = f"dagen vanaf {schrijf_datum(besluit.gaat_in_op)}"
        bedrag = schrijf_bedrag(declaratie.bedrag)
        stand = WAT_NU[Declaratie.Stand(declaratie.stand)]
        yield f"Declaratie {declaratie.nummer} van {bedrag} gaat ook over {dagen}. {stand}"
    if besluit.strekking != Besluit.Strekking.TOEKENNING:
        yield from _subsidie(besluit, op)


def _subsidie(besluit: Besluit, op: date) -> Iterator[str]:
    assert besluit.gaat_in_op is not None
    verblijven = Plaatsing.objects.filter(
        dossier_id=besluit.dossier_id, beeindigd_op=None, periode__overlap=half_open(besluit.gaat_in_op, None)
    )
    for verblijf in verblijven.select_related("organisatie"):
        dag = max(besluit.gaat_in_op, gesloten(verblijf.periode).van, op)
        if krijgt_subsidie(verblijf.organisatie_id, dag, dag):
            yield (
                f"{verblijf.organisatie.naam} krijgt subsidie. "
                "Bij de vaststelling tellen de dagen na het einde niet meer mee."
            )
