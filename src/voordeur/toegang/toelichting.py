"""What a person wrote with a decision; it stands with the resident, locked, as 'besluit <number>'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .models import Besluit


@dataclass(frozen=True)
class Toelichting:
    """Texts by a person. `afwijking`: why it departs from the rules. `te_laat`: why an extension came after the end.

    `niet_toegekend` and `waarom_niet`: what of the question is refused, and why. `resultaten`: by life domain.
    `pgb`: {"antwoorden", "uitleg", "toegekend"} where one was asked, with bedrag, per, doel and voorwaarden of one that
    was granted. `grond`: the letter of article 2.3.10 lid 1 Wmo. `was_tot`: the last day that was decided before (ISO).
    `op_papier`: why help goes on on the ground of a decision on paper.
    """

    motivering: str
    in_plaats_daarvan: str = ""
    afwijking: str = ""
    niet_toegekend: str = ""
    waarom_niet: str = ""
    resultaten: Mapping[str, str] = field(default_factory=dict)
    pgb: Mapping[str, Any] | None = None
    grond: str = ""
    te_laat: str = ""
    was_tot: str = ""
    op_papier: str = ""


def soort_van(besluit: Besluit) -> str:
    """The kind of facts under which what was written with a decision is kept."""
    return f"besluit {besluit.nummer}"
