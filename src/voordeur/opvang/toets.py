"""The rule of shelter as a computation that is kept and can be done again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voordeur.kern.rekenbewijs import Feiten, rekenregel
from voordeur.regelingen.schema import Regeling
from voordeur.regels.drieledig import Antwoord
from voordeur.regels.opvang import Opvangfeiten, toets_opvang
from voordeur.regels.uitkomst import Uitkomst
from voordeur.toegang.models import Besluit

VELDEN = ("thuis_verlaten", "redt_zich_zelf", "binding")
# what the law says against a decision; unknown is against neither
TEGEN: dict[str, Antwoord] = {Besluit.Strekking.TOEKENNING.value: "nee", Besluit.Strekking.AFWIJZING.value: "ja"}


@rekenregel("opvang.toets")
def opvang_regel(_regeling: Regeling, feiten: Feiten) -> Uitkomst[Antwoord]:
    """Who gets shelter, by the answers of an intake. The law is the same under every agreement."""
    return toets_opvang(feiten_uit(feiten))


def feiten_uit(intake: Mapping[str, Any]) -> Opvangfeiten:
    """The facts of the law, as an intake found them."""
    return Opvangfeiten(**{veld: intake.get(veld) for veld in VELDEN})


def wijkt_af_van_wet(strekking: str, intake: Mapping[str, Any]) -> bool:
    """Whether a decision grants what the law does not give, or refuses what it gives."""
    return toets_opvang(feiten_uit(intake)).waarde == TEGEN.get(strekking)
