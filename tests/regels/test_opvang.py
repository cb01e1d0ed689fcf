"""Who gets shelter by the law: an unknown fact is no no, and a tie with the region changes nothing."""

from __future__ import annotations

from itertools import product

import pytest

from voordeur.regels.opvang import Opvangfeiten, eerste_nacht, toets_opvang
from voordeur.regels.verwoorden import verwoord

DRIE = (True, False, None)


@pytest.mark.parametrize(("thuis_verlaten", "redt_zich_zelf", "verwacht"), [
    (True, False, "ja"), (True, True, "nee"), (False, False, "nee"), (False, None, "nee"), (True, None, "onbekend"),
    (None, False, "onbekend"), (None, None, "onbekend"), (None, True, "nee"),
])  # fmt: skip
def test_who_left_home_and_cannot_manage_alone_gets_shelter(
    thuis_verlaten: bool | None, redt_zich_zelf: bool | None, verwacht: str
) -> None:
    assert toets_opvang(Opvangfeiten(thuis_verlaten, redt_zich_zelf)).waarde == verwacht


@pytest.mark.parametrize(("thuis", "zelf"), list(product(DRIE, DRIE)))
def test_a_tie_with_the_region_never_changes_the_outcome(thuis: bool | None, zelf: bool | None) -> None:
    uitkomsten = {toets_opvang(Opvangfeiten(thuis, zelf, binding)).waarde for binding in DRIE}
    assert len(uitkomsten) == 1


@pytest.mark.parametrize("feiten", [Opvangfeiten(*deel) for deel in product(DRIE, DRIE, DRIE)], ids=str)
def test_every_step_has_its_sentence_and_its_article(feiten: Opvangfeiten) -> None:
    for deze in toets_opvang(feiten).stappen:
        assert verwoord(deze)
        assert deze.gronden == ("wmo/1.2.1",)


def test_the_first_night_asks_for_no_fact_at_all() -> None:
    uitkomst = eerste_nacht()
    assert uitkomst.waarde is True
    assert "wmo/2.3.3" in uitkomst.stappen[0].gronden
    assert "meteen" in verwoord(uitkomst.stappen[0])
