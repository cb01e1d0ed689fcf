"""The way in from report to decision, by five agreements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.stad import Stad
from tests.toegang.weg import breng_tot
from voordeur.kern.actor import als
from voordeur.toegang.models import Dossier, Klok

MELDERS = {
    "enschede": "gemeente",
    "drechtsteden": "inwoner",
    "almelo": "inwoner",
    "boce": "inwoner",
    "ijsselvecht": "inwoner",
}
Bouw = Callable[[str], Stad]


def lopend(stad: Stad, dossier: Dossier) -> dict[str, date]:
    with als(stad.als("consulent")):
        return dict(Klok.objects.filter(dossier=dossier, klaar_op=None).values_list("soort", "uiterlijk"))


@pytest.mark.parametrize("regeling", MELDERS)
def test_every_agreement_brings_a_report_to_a_decision(stad: Bouw, regeling: str) -> None:
    hier = stad(regeling)
    dossier = breng_tot(hier, "genomen", melder=MELDERS[regeling])
    assert dossier.stap == "plaatsing"
    assert lopend(hier, dossier) == {"bezwaar": date(2026, 4, 13)}
