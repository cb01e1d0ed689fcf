"""Which arrangement fits, by a table of an agreement that nobody has seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.inschaling import Arrangement, Inschaalfeiten, Inschaalregel, Inschaling, schaal_in
from voordeur.regels.uitkomst import Stap, Uitkomst

WEG = Inschaalregel("weg", "Naar buiten", ("x/weg",), ondersteuning_24_7=False, zonder_zwaarte=True)
ALLEEN = Inschaalregel(
    "alleen",
    "Alleen wonen",
    ("x/alleen",),
    True,
    kan_zelf_alarmeren=True,
    in_cluster=False,
    zwaarten=("a", "b"),
    eist_zelfstandige_woning=True,
)
KLEIN = Inschaalregel(
    "klein", "Kleine groep", ("x/klein",), True, True, in_cluster=True, cluster_tot=4, zwaarten=("a", "b")
)
GROOT = Inschaalregel("groot", "Grote groep", ("x/groot",), True, False, True, cluster_vanaf=5, cluster_tot=9)
ZWAAR = Inschaalregel("zwaar", "Zware zorg", ("x/zwaar",), True, False, cluster_vanaf=10, zwaarten=("c",))
REGEL = Inschaling(("x/tabel",), {"spelen": "a", "leren": "b", "zorgen": "c"}, (WEG, ALLEEN, KLEIN, GROOT, ZWAAR))
FEITEN = Inschaalfeiten(True, True, True, None, "leren")


def schaal(feiten: Inschaalfeiten, regel: Inschaling = REGEL) -> Uitkomst[Arrangement]:
    return schaal_in(regel, feiten)


def test_the_first_line_that_fits_gives_the_arrangement_and_the_work_its_weight() -> None:
    uitkomst = schaal(FEITEN)
    assert uitkomst.waarde == Arrangement("alleen", "b", True)
    assert uitkomst.stappen == (
        Stap("inschaling.zwaarte", {"werk": "leren", "zwaarte": "b"}, ("x/tabel",)),
        Stap("inschaling.past", {"arrangement": "Alleen wonen", "zwaarte": "b"}, ("x/alleen",)),
    )


def test_a_line_without_weight_fits_whatever_the_work() -> None:
    uitkomst = schaal(Inschaalfeiten(False, False, False, 3, "zorgen"))
    assert uitkomst.waarde == Arrangement("weg", None, True)
    assert uitkomst.stappen == (
        Stap("inschaling.zwaarte", {"werk": "zorgen", "zwaarte": "c"}, ("x/tabel",)),
        Stap("inschaling.zonder_zwaarte", {"arrangement": "Naar buiten"}, ("x/weg",)),
    )


def test_without_an_independent_home_the_line_fits_but_the_arrangement_does_not() -> None:
    uitkomst = schaal(replace(FEITEN, zelfstandige_woning=False))
    assert uitkomst.waarde == Arrangement(None, "b", False)
    waarden = {"arrangement": "Alleen wonen", "wel": ["Kleine groep"]}
    assert uitkomst.stappen[1:] == (Stap("inschaling.woning_nodig", waarden, ("x/alleen",)),)


def test_only_a_line_that_asks_for_a_home_needs_one() -> None:
    assert schaal(replace(FEITEN, zelfstandige_woning=False, cluster=4)).waarde.arrangement == "klein"


@pytest.mark.parametrize(
    ("alarm", "cluster", "werk", "arrangement"),
    [
        (True, None, "spelen", "alleen"),
        (True, 1, "spelen", "klein"),
        (True, 4, "leren", "klein"),
        (True, 5, "leren", None),
        (True, 4, "zorgen", None),
        (True, None, "zorgen", None),
        (False, 4, "leren", None),
        (False, 5, "leren", "groot"),
        (False, 9, "zorgen", "groot"),
        (False, 10, "leren", None),
        (False, 10, "zorgen", "zwaar"),
        (False, 999, "zorgen", "zwaar"),
        (False, 9, "leren", "groot"),
        (False, None, "leren", None),
    ],
)
def test_the_size_of_the_group_and_the_weight_decide_at_their_bounds(
    alarm: bool, cluster: int | None, werk: str, arrangement: str | None
) -> None:
    waarde = schaal(Inschaalfeiten(True, alarm, True, cluster, werk)).waarde
    assert waarde == Arrangement(
        arrangement, {"spelen": "a", "leren": "b", "zorgen": "c"}[werk], arrangement is not None
    )


def test_a_line_that_says_nothing_of_a_group_holds_with_and_without_one() -> None:
    regel = replace(REGEL, regels=(Inschaalregel("x", "Alles", ("x/x",)),))
    assert [schaal(replace(FEITEN, cluster=aantal), regel).waarde.arrangement for aantal in (None, 0, 7)] == ["x"] * 3


def test_a_group_may_be_of_any_size_where_the_line_names_none() -> None:
    regel = replace(REGEL, regels=(Inschaalregel("x", "Groep", ("x/x",), in_cluster=True),))
    assert [schaal(replace(FEITEN, cluster=aantal), regel).waarde.passend for aantal in (None, 0, 7)] == [
        False,
        True,
        True,
    ]


def test_the_order_of_the_lines_decides() -> None:
    alles = Inschaalregel("eerst", "Eerst", ("x/eerst",))
    assert schaal(FEITEN, replace(REGEL, regels=(alles, ALLEEN))).waarde.arrangement == "eerst"
    assert schaal(FEITEN, replace(REGEL, regels=(ALLEEN, alles))).waarde.arrangement == "alleen"


def test_what_does_not_fit_says_what_would_fit_in_another_home() -> None:
    uitkomst = schaal(Inschaalfeiten(True, True, True, 5, "leren"))
    waarden = {"zwaarte": "b", "wel": ["Alleen wonen", "Kleine groep"]}
    assert uitkomst.stappen[1:] == (Stap("inschaling.past_niet", waarden, ("x/tabel",)),)
    zonder_groep = schaal(Inschaalfeiten(True, False, True, None, "leren"))
    assert zonder_groep.stappen[1].waarden["wel"] == ["Grote groep"]
    te_klein = schaal(Inschaalfeiten(True, False, True, 3, "zorgen"))
    assert te_klein.stappen[1].waarden["wel"] == ["Grote groep", "Zware zorg"]


def test_when_the_support_itself_does_not_fit_it_says_what_the_weight_would_get() -> None:
    uitkomst = schaal(Inschaalfeiten(True, True, True, None, "zorgen"))
    assert uitkomst.stappen[1].waarden == {"zwaarte": "c", "wel": ["Zware zorg"]}
    assert schaal(FEITEN, replace(REGEL, regels=(WEG,))).stappen[1].waarden["wel"] == []


def test_another_kind_of_work_is_refused() -> None:
    with pytest.raises(OngeldigFeit) as fout:
        schaal(replace(FEITEN, werk="slapen"))
    assert (fout.value.veld, fout.value.melding) == ("werk", "kies uit: spelen, leren, zorgen")
