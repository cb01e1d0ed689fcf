"""Giving notice: of the agreement and of care."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.bevoegdheid import Bevoegdheid
from voordeur.regels.opzegging import bereken_opzegging, bereken_zorgopzegging


@pytest.mark.bepaling("drechtsteden/opzegging")
@pytest.mark.parametrize(
    ("dagtekening", "per"),
    [
        (date(2018, 1, 15), date(2018, 7, 15)),
        (date(2026, 8, 31), date(2027, 2, 28)),
    ],
)
def test_notice_works_six_months_after_the_date_of_the_registered_letter(
    regeling: Regeling, dagtekening: date, per: date
) -> None:
    assert regeling.opzegging is not None
    uitkomst = bereken_opzegging(regeling.opzegging, dagtekening)
    assert uitkomst.waarde.per == per
    assert uitkomst.stappen[0].waarden["vorm"] == "aangetekende brief"


@pytest.mark.bepaling("drechtsteden/opzegging")
def test_a_leaving_provider_writes_a_registered_letter_consults_and_reports_progress(
    alle_nodig: Callable[..., None],
) -> None:
    alle_nodig("opzegging", "aangetekend", "overleg", "voortgang")


@pytest.mark.bepaling("drechtsteden/overname")
def test_the_municipalities_choose_who_takes_over_but_cannot_impose_it(
    alle_nodig: Callable[..., None], bevoegd: Callable[..., Bevoegdheid]
) -> None:
    alle_nodig("overname", "blijvende_partij", "geschikt", "instemming", "medewerking")
    kiezen = bevoegd("overname.partij_kiezen")
    assert kiezen.wie == "de gemeenten"
    assert "niet opleggen" in kiezen.voorwaarde


@pytest.mark.bepaling("drechtsteden/beeindiging")
def test_a_harmful_merger_or_unmet_conditions_are_each_enough_to_end_early(
    een_genoeg: Callable[..., None], bevoegd: Callable[..., Bevoegdheid]
) -> None:
    een_genoeg("beeindiging", "fusie", "voorwaarden")
    eind = bevoegd("overeenkomst.beeindigen")
    assert eind.wie == "de gemeenten"
    assert "aangetekende brief" in eind.voorwaarde


@pytest.mark.bepaling("drechtsteden/beeindiging")
def test_ending_early_takes_six_months_where_possible(uiterlijk: Callable[[str, date], date]) -> None:
    assert uiterlijk("beeindiging", date(2018, 3, 1)) == date(2018, 9, 1)


@pytest.mark.bepaling("drechtsteden/opzegging-zorg")
@pytest.mark.parametrize(
    ("opgezegd_op", "laatste_dag"),
    [
        (date(2017, 7, 17), date(2017, 9, 10)),
        (date(2017, 8, 13), date(2017, 9, 10)),
        (date(2017, 8, 14), date(2017, 10, 8)),
    ],
)
def test_care_runs_on_for_one_whole_period_after_the_current_one(
    regeling: Regeling, opgezegd_op: date, laatste_dag: date
) -> None:
    assert regeling.opzegging_zorg is not None
    assert regeling.perioden is not None
    uitkomst = bereken_zorgopzegging(regeling.opzegging_zorg, regeling.perioden, opgezegd_op)
    assert uitkomst.waarde.laatste_dag == laatste_dag


@pytest.mark.bepaling("drechtsteden/opzegging-zorg")
@pytest.mark.parametrize("reden", ["overlijden", "veiligheid en leefbaarheid"])
def test_care_stops_at_once_on_death_or_where_safety_is_at_stake(regeling: Regeling, reden: str) -> None:
    assert regeling.opzegging_zorg is not None
    assert regeling.perioden is not None
    dag = date(2018, 2, 3)
    assert bereken_zorgopzegging(regeling.opzegging_zorg, regeling.perioden, dag, reden).waarde.laatste_dag == dag


@pytest.mark.bepaling("drechtsteden/opzegging-zorg")
def test_notice_of_care_gives_its_reason(alle_nodig: Callable[..., None]) -> None:
    alle_nodig("opzegging-zorg", "gemotiveerd")
