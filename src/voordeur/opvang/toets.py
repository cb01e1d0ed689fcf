"""The rule of shelter as a computation that is kept and can be done again."""

from __future__ import annotations

from voordeur.kern.rekenbewijs import Feiten, rekenregel
from voordeur.regelingen.schema import Regeling
from voordeur.regels.drieledig import Antwoord
from voordeur.regels.opvang import Opvangfeiten, toets_opvang
from voordeur.regels.uitkomst import Uitkomst

VELDEN = ("thuis_verlaten", "redt_zich_zelf", "binding")


@rekenregel("opvang.toets")
def opvang_regel(_regeling: Regeling, feiten: Feiten) -> Uitkomst[Antwoord]:
    """Who gets shelter, by the answers of an intake. The law is the same under every agreement."""
    return toets_opvang(Opvangfeiten(**{veld: feiten.get(veld) for veld in VELDEN}))
