"""Which arrangement and which weight."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.inschaling import Arrangement, Inschaalfeiten, schaal_in
from voordeur.regels.parameters import parameter_op

WERK = {"licht": "oefenen-en-stimuleren", "midden": "aanleren-en-oefenen", "zwaar": "overname-en-aanleren"}


def inschaling(
    regeling: Regeling,
    zwaarte: str,
    cluster: int | None,
    *,
    dag_en_nacht: bool = True,
    alarm: bool,
    woning: bool = True,
) -> Arrangement:
    assert regeling.inschaling is not None
    feiten = Inschaalfeiten(dag_en_nacht, alarm, woning, cluster, WERK[zwaarte])
    return schaal_in(regeling.inschaling, feiten).waarde


@pytest.mark.bepaling("drechtsteden/inschaling")
@pytest.mark.parametrize("zwaarte", ["licht", "midden", "zwaar"])
def test_the_kind_of_work_sets_the_weight(regeling: Regeling, zwaarte: str) -> None:
    assert inschaling(regeling, zwaarte, 8, alarm=False).zwaarte == zwaarte


@pytest.mark.parametrize(("zwaarte", "aantal"), [("licht", 9), ("midden", 10), ("zwaar", 6)])
def test_each_weight_has_its_features(regeling: Regeling, zwaarte: str, aantal: int) -> None:
    lijsten = {lijst.id: lijst.onderdelen for lijst in regeling.lijsten}
    assert len(lijsten[f"kenmerken-{zwaarte}"]) == aantal


@pytest.mark.bepaling("drechtsteden/arrangementen")
@pytest.mark.parametrize("zwaarte", ["licht", "midden"])
@pytest.mark.parametrize(
    ("cluster", "arrangement"),
    [
        (None, "een-op-een"),
        (1, "tot-6-extramuraal"),
        (6, "tot-6-extramuraal"),
        (7, "tot-12-extramuraal"),
        (12, "tot-12-extramuraal"),
    ],
)
def test_who_can_call_for_help_lives_outside_an_institution(
    regeling: Regeling, zwaarte: str, cluster: int | None, arrangement: str
) -> None:
    assert inschaling(regeling, zwaarte, cluster, alarm=True) == Arrangement(arrangement, zwaarte, True)


@pytest.mark.bepaling("drechtsteden/arrangementen")
def test_shared_living_up_to_six_needs_no_independent_home(regeling: Regeling) -> None:
    gedeeld = inschaling(regeling, "licht", 6, alarm=True, woning=False)
    assert gedeeld == Arrangement("tot-6-extramuraal", "licht", True)


@pytest.mark.bepaling("drechtsteden/arrangementen")
@pytest.mark.parametrize("cluster", [None, 12])
def test_the_other_extramural_arrangements_need_an_independent_home(regeling: Regeling, cluster: int | None) -> None:
    assert regeling.inschaling is not None
    uitkomst = schaal_in(regeling.inschaling, Inschaalfeiten(True, True, False, cluster, WERK["licht"]))
    assert uitkomst.waarde == Arrangement(None, "licht", False)
    gezet = uitkomst.stappen[-1]
    assert (gezet.sleutel, gezet.gronden) == ("inschaling.woning_nodig", ("drechtsteden/arrangementen",))


@pytest.mark.bepaling("drechtsteden/arrangementen")
@pytest.mark.parametrize("zwaarte", ["licht", "midden", "zwaar"])
@pytest.mark.parametrize(
    ("cluster", "arrangement"),
    [
        (1, "tot-12-intramuraal"),
        (12, "tot-12-intramuraal"),
        (13, "boven-12-intramuraal"),
    ],
)
def test_who_cannot_call_for_help_has_it_on_the_spot(
    regeling: Regeling, zwaarte: str, cluster: int, arrangement: str
) -> None:
    assert inschaling(regeling, zwaarte, cluster, alarm=False) == Arrangement(arrangement, zwaarte, True)


@pytest.mark.parametrize(
    ("zwaarte", "cluster", "alarm"),
    [
        ("zwaar", None, True),
        ("zwaar", 6, True),
        ("zwaar", 12, True),
        ("licht", 13, True),
        ("midden", None, False),
    ],
)
def test_nothing_fits_heavy_support_outside_large_clusters_or_a_home_alone_without_alarm(
    regeling: Regeling, zwaarte: str, cluster: int | None, alarm: bool
) -> None:
    assert inschaling(regeling, zwaarte, cluster, alarm=alarm) == Arrangement(None, zwaarte, False)


@pytest.mark.bepaling("drechtsteden/arrangementen")
def test_day_activities_are_never_in_an_arrangement(regeling: Regeling) -> None:
    naam = "arrangement.dagbesteding"
    assert parameter_op(regeling.parameters, regeling.open, naam, date(2018, 1, 1)).waarde == "nee"


@pytest.mark.parametrize("cluster", [None, 4, 20])
def test_who_needs_no_support_day_and_night_fits_the_outflow_arrangement(
    regeling: Regeling, cluster: int | None
) -> None:
    uitkomst = inschaling(regeling, "licht", cluster, dag_en_nacht=False, alarm=True)
    assert uitkomst == Arrangement("uitstroom", None, True)
