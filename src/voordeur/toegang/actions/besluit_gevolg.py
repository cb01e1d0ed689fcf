"""What a signed decision does to an earlier one, to an objection, and to the step of its dossier."""

from __future__ import annotations

from datetime import date, timedelta

from voordeur.kern.actor import Actor
from voordeur.kern.perioden import gesloten, half_open

from ..feiten import wacht_op_plek
from ..gevolgen import voer_uit
from ..models import Besluit, Dossier
from ..queries import regeling_van_dossier
from ..queries_besluit import bezwaar_om_opnieuw_te_besluiten, loopt_bezwaar
from ..termijnen import stop_klok
from .klokken_dwangsom import stel_dwangsom_vast

Soort, Strekking = Besluit.Soort, Besluit.Strekking
# these take the place of a decision while it runs; an extension comes after it
IN_PLAATS_VAN = frozenset({Soort.HERZIENING, Soort.INTREKKING, Soort.EINDE, Soort.OP_BEZWAAR})
BESLISTERMIJN = "beslissing-op-bezwaar"


def verwerk(wie: Actor, besluit: Besluit, op: date) -> str:
    """Let a decision that was just signed take effect. Returns the step that its dossier goes to."""
    if besluit.vervangt is not None and besluit.soort in IN_PLAATS_VAN:
        _kort_in(besluit.vervangt, besluit.gaat_in_op or op, op)
    if besluit.soort == Soort.OP_BEZWAAR:
        _rond_bezwaar_af(wie, besluit, op)
    heeft_plek = voer_uit(wie, besluit, op)
    if besluit.strekking != Strekking.TOEKENNING:
        return Dossier.Stap.AFGESLOTEN
    zoekt = not heeft_plek and wacht_op_plek(regeling_van_dossier(besluit.dossier), besluit)
    return Dossier.Stap.PLAATSING if zoekt else Dossier.Stap.VERBLIJF


def _kort_in(oud: Besluit, gaat_in_op: date, op: date) -> None:
    """The earlier decision gives a right until the day before; none at all when it is replaced from its first day."""
    if oud.periode is None or gaat_in_op <= gesloten(oud.periode).van:
        oud.ingetrokken_op = op
    else:
        dagen = gesloten(oud.periode)
        # one that ran out earlier gives no right in the days between
        oud.periode = half_open(dagen.van, min(gaat_in_op - timedelta(days=1), dagen.tot or date.max))
    oud.save(update_fields=["periode", "ingetrokken_op"])


def _rond_bezwaar_af(wie: Actor, besluit: Besluit, op: date) -> None:
    """The objection has the decision that it led to; only now its term stops, unless another objection waits."""
    bezwaar = bezwaar_om_opnieuw_te_besluiten(besluit.dossier)
    if bezwaar is not None:
        bezwaar.nieuw_besluit = besluit
        bezwaar.save(update_fields=["nieuw_besluit"])
    if not loopt_bezwaar(besluit.dossier):
        stel_dwangsom_vast(wie, besluit.dossier, BESLISTERMIJN, op)
        stop_klok(besluit.dossier, BESLISTERMIJN, op)
