"""Where support has the best chance, who is responsible meanwhile, and by which steps a dispute goes."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voordeur.regels.fouten import OngeldigFeit, RegelOntbreekt
from voordeur.regels.landelijk import (
    Criterium,
    Geschilregel,
    Landelijkfeiten,
    Landelijkregel,
    Punt,
    Raadpleging,
    Trede,
    geschilweg,
    volgende_trede,
    weeg_plek,
    wie_is_verantwoordelijk,
)
from voordeur.regels.toegang import Toegangsfeiten, Toegangsregel, Vorm, Woonplaatseis, toets_toegang

GROND = ("proef/landelijk",)
REGEL = Landelijkregel(
    GROND,
    "de centrumgemeente",
    criteria=(
        Criterium("a", "a. Motivatie", GROND, (Punt("a", "eigen reden", "Is er een eigen reden?"),)),
        Criterium(
            "b",
            "b. Omgeving",
            GROND,
            (Punt("b-i", "het netwerk", "Helpt het netwerk?"), Punt("b-ii", "uitstroom", "Bij uitstroom?")),
        ),
    ),
    raadplegen=True,
)
PUNTEN = ("a", "b-i", "b-ii")
KLAAR: tuple[Raadpleging, ...] = ("geen_antwoord", "akkoord", "niet_akkoord")


def feiten(
    *antwoorden: bool | None, besproken: bool | None = True, raadpleging: Raadpleging = "akkoord"
) -> Landelijkfeiten:
    return Landelijkfeiten(dict(zip(PUNTEN, antwoorden, strict=False)), True, besproken, raadpleging)


@pytest.mark.parametrize(
    ("antwoorden", "pleit"),
    [
        ((True, False, None), "ja"),
        ((False, False, False), "nee"),
        ((False, None, False), "onbekend"),
        ((), "onbekend"),
    ],
)
def test_one_yes_is_a_reason_for_here_and_an_unknown_is_never_a_no(
    antwoorden: tuple[bool | None, ...], pleit: str
) -> None:
    uitkomst = weeg_plek(REGEL, feiten(*antwoorden))
    assert uitkomst.waarde.pleit_hier == pleit
    assert uitkomst.stappen[-1].sleutel == f"landelijk.pleit_{pleit}"


def test_what_is_not_examined_is_named() -> None:
    uitkomst = weeg_plek(REGEL, feiten(False, None, False, besproken=None, raadpleging="wacht"))
    assert uitkomst.waarde.zorgvuldig == "onbekend"
    assert uitkomst.waarde.ontbreekt == ("b-i", "besproken", "herkomst")
    assert weeg_plek(REGEL, feiten(False, False, True)).waarde.zorgvuldig == "ja"


@pytest.mark.parametrize(("stand", "genoeg"), [*((stand, True) for stand in KLAAR), ("wacht", False),
                                               ("niet_gevraagd", False)])  # fmt: skip
def test_the_origin_was_asked_when_it_answered_or_let_the_term_pass(stand: Raadpleging, genoeg: bool) -> None:
    uitkomst = weeg_plek(REGEL, feiten(True, True, True, raadpleging=stand))
    assert ("herkomst" not in uitkomst.waarde.ontbreekt) is genoeg
    assert f"landelijk.herkomst_{stand}" in [stap.sleutel for stap in uitkomst.stappen]


def test_where_nothing_says_that_the_origin_is_asked_it_need_not_be() -> None:
    zonder = Landelijkregel(GROND, "wie beoordeelt", criteria=REGEL.criteria)
    assert weeg_plek(zonder, feiten(True, True, True, raadpleging="niet_gevraagd")).waarde.zorgvuldig == "ja"


def test_each_criterion_says_which_points_speak_for_here() -> None:
    stappen = {stap.waarden["naam"]: stap for stap in weeg_plek(REGEL, feiten(None, True, False)).stappen
               if "naam" in stap.waarden}  # fmt: skip
    assert stappen["b. Omgeving"].waarden["punten"] == ["het netwerk"]
    assert stappen["a. Motivatie"].sleutel == "landelijk.criterium_onbekend"


def test_the_wish_is_heard_and_decides_nothing() -> None:
    met, zonder = (
        weeg_plek(REGEL, Landelijkfeiten(dict.fromkeys(PUNTEN, False), wens, True, "akkoord")) for wens in (True, False)
    )
    assert met.waarde == zonder.waarde
    assert (met.stappen[0].sleutel, zonder.stappen[0].sleutel) == ("landelijk.wens_ja", "landelijk.wens_nee")


def test_a_point_that_is_not_there_or_no_criteria_at_all_is_said() -> None:
    with pytest.raises(OngeldigFeit, match=r"antwoorden\.x: dit punt is er niet"):
        weeg_plek(REGEL, Landelijkfeiten({"x": True}))
    with pytest.raises(RegelOntbreekt, match="criteria voor landelijke toegankelijkheid"):
        weeg_plek(Landelijkregel(GROND, "x"), Landelijkfeiten())
    with pytest.raises(ValueError, match="minstens een punt"):
        Criterium("a", "a", GROND, ())


@given(st.tuples(*[st.sampled_from([True, False, None])] * 3))
def test_finding_out_more_never_turns_a_yes_or_a_no_around(antwoorden: tuple[bool | None, ...]) -> None:
    voor = weeg_plek(REGEL, feiten(*antwoorden)).waarde.pleit_hier
    for vulling in product([True, False], repeat=3):
        ingevuld = [nieuw if oud is None else oud for oud, nieuw in zip(antwoorden, vulling, strict=True)]
        na = weeg_plek(REGEL, feiten(*ingevuld)).waarde.pleit_hier
        assert voor in ("onbekend", na)


@pytest.mark.parametrize("richting", ["in", "uit"])
@pytest.mark.parametrize("overname", [True, False])
@pytest.mark.parametrize("geaccepteerd", [True, False])
@pytest.mark.parametrize("losgelaten", [True, False])
def test_nobody_is_ever_without_a_region(richting: str, overname: bool, geaccepteerd: bool, losgelaten: bool) -> None:
    uitkomst = wie_is_verantwoordelijk(
        richting,
        overname=overname,
        geaccepteerd=geaccepteerd,
        losgelaten=losgelaten,  # type: ignore[arg-type]
    )
    weg = overname and geaccepteerd and losgelaten
    assert (uitkomst.waarde.wie, uitkomst.waarde.losgelaten) == ("elders" if weg else "hier", weg)
    sleutels = [stap.sleutel for stap in uitkomst.stappen]
    assert sleutels[0] == ("landelijk.gemeld_hier" if richting == "in" else "landelijk.woont_hier")
    assert uitkomst.stappen[0].gronden == ("wmo/1.2.1",)
    if overname and not weg:
        wacht = "landelijk.wacht_op_overdracht" if geaccepteerd else "landelijk.wacht_op_acceptatie"
        assert sleutels[1:] == [wacht, "landelijk.hulp_gaat_door"]
    else:
        assert sleutels[1:] == ["landelijk.overgenomen" if weg else "landelijk.blijft_hier"]


LAND = Geschilregel("landelijk", ("landelijk/geschil",), (
    Trede("een", "Zij overleggen.", "contactpersonen", GROND),
    Trede("twee", "De commissie adviseert.", "commissie", GROND, volgt_advies=True),
))  # fmt: skip


def test_a_region_with_steps_of_its_own_goes_by_these_and_else_by_the_national_ones() -> None:
    eigen = Geschilregel("landelijk", GROND, (Trede("team", "Het team bemiddelt.", "team", GROND),), "Cliënt eerst.")
    weg = geschilweg((eigen,), (LAND,), "landelijk")
    assert (weg.waarde.treden, weg.waarde.grond, weg.waarde.uitgangspunt) == (eigen.treden, GROND, "Cliënt eerst.")
    assert weg.stappen[0].sleutel == "geschil.eigen_weg"
    volgt = Geschilregel("landelijk", GROND)
    weg = geschilweg((volgt,), (LAND,), "landelijk")
    assert (weg.waarde.treden, weg.waarde.grond) == (LAND.treden, (*GROND, "landelijk/geschil"))
    assert [stap.sleutel for stap in weg.stappen] == [
        "geschil.landelijke_weg",
        "geschil.trede",
        "geschil.trede_gevolgd",
    ]
    assert weg.stappen[2].waarden["nummer"] == 2
    assert geschilweg((), (LAND,), "landelijk").waarde == LAND


def test_a_dispute_for_which_nothing_gives_steps_has_none() -> None:
    with pytest.raises(RegelOntbreekt, match="weg voor een geschil over indicatie"):
        geschilweg((), (LAND,), "indicatie")


def test_the_step_after_the_last_is_none() -> None:
    volgende = volgende_trede(LAND, "een")
    assert volgende is not None
    assert volgende.id == "twee"
    assert volgende_trede(LAND, "twee") is None
    with pytest.raises(RegelOntbreekt, match="trede drie"):
        volgende_trede(LAND, "drie")


@pytest.mark.parametrize(("beste_plek", "antwoord"), [(True, "ja"), (False, "nee"), (None, "onbekend")])
def test_for_somebody_of_elsewhere_not_the_residence_decides_but_the_best_place(
    beste_plek: bool | None, antwoord: str
) -> None:
    regel = Toegangsregel(
        (Vorm("kamer", "Kamer", ("Er is toezicht nodig.",), GROND),),
        woonplaats=Woonplaatseis(("proef/woonplaats",), ("proef/elders",)),
    )
    van_elders = Toegangsfeiten(
        date(2026, 3, 2), criteria={"kamer": {1: True}}, landelijk=True, beste_plek_hier=beste_plek
    )
    uitkomst = toets_toegang(regel, van_elders, ["0001"])
    assert uitkomst.waarde.toegang == antwoord
    assert (uitkomst.stappen[0].sleutel, uitkomst.stappen[0].gronden) == (
        f"toegang.beste_plek_{antwoord}", ("proef/elders",),
    )  # fmt: skip
    assert uitkomst.waarde.ontbreekt == (("beste_plek",) if beste_plek is None else ())


def test_also_without_a_demand_of_residence_the_best_place_is_asked_by_the_law() -> None:
    regel = Toegangsregel((Vorm("kamer", "Kamer", ("Er is toezicht nodig.",), GROND),))
    feiten = Toegangsfeiten(date(2026, 3, 2), criteria={"kamer": {1: True}}, landelijk=True)
    assert toets_toegang(regel, feiten, []).stappen[0].gronden == ("wmo/1.2.1",)
