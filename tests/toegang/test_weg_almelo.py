"""The way in by an agreement where local help comes first and one office has the mandate for the indication."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.stad import Stad
from tests.toegang.opweg import OP, begin
from voordeur.kern.actor import als
from voordeur.toegang.models import Routestand

Bouw = Callable[[str], Stad]
DAG = OP.isoformat()


@pytest.mark.bepaling("almelo/lokaal-eerst")
@pytest.mark.bepaling("almelo/toegang-cimot")
@pytest.mark.bepaling("almelo/plaats-nabij")
@pytest.mark.bepaling("almelo/warme-overdracht")
def test_local_help_first_then_where_the_chance_is_best_then_the_indication_and_a_warm_hand_over(stad: Bouw) -> None:
    hier = stad("almelo")
    weg = begin(hier, melder="inwoner")
    weg.bevestig()
    pagina = weg.zie()
    assert "Eerst lokaal, dan het Cimot" in pagina
    assert "Werkt onder: mandaat voor de indicatie" in pagina
    weg.onderzoek()
    weg.doe("aanvraag/", ontvangen_op=DAG)
    geweigerd = weg.probeer("besluit/", **weg.voorstel).content.decode()
    assert "preventie, vroege hulp en gewone Wmo-voorzieningen" in geweigerd
    assert "waar de cliënt de meeste kans op succes heeft" in geweigerd
    weg.doe("stap/lokaal/", **_notitie("lokale hulp is niet genoeg"))
    weg.doe("stap/kans/", **_notitie("dicht bij het eigen netwerk"))
    weg.doe("besluit/", **weg.voorstel)
    weg.onderteken()
    assert weg.brief_zegt("U krijgt beschermd wonen vanaf 1 april 2026")
    assert "Vraag na: overdracht" in weg.zie()
    weg.doe("stap/overdracht/vragen/", tekst="Welke zorg loopt er nog? Draag die warm over.")
    assert "Wacht sinds vandaag op gemeente" in weg.zie()
    weg.doe("stap/overdracht/", **_notitie("warm overgedragen"))
    with als(hier.als("consulent")):
        gedaan = set(Routestand.objects.filter(dossier=weg.dossier).values_list("stap", "uitkomst"))
    assert gedaan == {
        ("lokaal", "lokale hulp is niet genoeg"), ("kans", "dicht bij het eigen netwerk"),
        ("overdracht", "warm overgedragen"),
    }  # fmt: skip


@pytest.mark.bepaling("almelo/clientondersteuning")
def test_everyone_is_told_of_client_support_by_the_letter_that_confirms(stad: Bouw) -> None:
    hier = stad("almelo")
    weg = begin(hier, melder="inwoner")
    stap = "De cliënt hoort dat hij onafhankelijke cliëntondersteuning kan krijgen."
    assert stap in weg.zie()
    voor = weg.zie().count("Klaar")
    weg.bevestig()
    assert weg.zie().count("Klaar") == voor + 1


def _notitie(uitkomst: str) -> dict[str, str]:
    return {"op": DAG, "besproken": "Besproken met de inwoner en de gemeente.", "uitkomst": uitkomst}
