"""New or existing client: the window of 365 days, and the start of decentralisation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.datums import Periode
from voordeur.regels.nieuwe_client import NieuweClient, bepaal_nieuwe_client
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.uitkomst import Uitkomst

EMMEN, COEVORDEN = "0114", "0109"


def melding(
    regeling: Regeling, dag: str, *, aanvragen: Sequence[str] = (), gebruik: Sequence[tuple[str, str | None]] = ()
) -> Uitkomst[NieuweClient]:
    """A report by a resident of Coevorden."""
    assert regeling.nieuwe_client is not None
    op = date.fromisoformat(dag)
    return bepaal_nieuwe_client(
        regeling.nieuwe_client,
        meldingsdatum=op,
        gemeente=COEVORDEN,
        centrumgemeente=regeling.centrumgemeente(op) or "",
        aanvragen=[date.fromisoformat(aanvraag) for aanvraag in aanvragen],
        gebruik=[Periode(date.fromisoformat(van), tot and date.fromisoformat(tot)) for van, tot in gebruik],
    )


@pytest.mark.bepaling("boce/overgangsclient")
def test_the_window_is_the_365_days_before_the_report(regeling: Regeling) -> None:
    waarde = melding(regeling, "2023-05-01").waarde
    assert waarde.venster == Periode(date(2022, 5, 1), date(2023, 4, 30))


@pytest.mark.bepaling("boce/overgangsclient")
def test_without_request_and_use_somebody_is_new_and_belongs_to_the_own_municipality(regeling: Regeling) -> None:
    uitkomst = melding(regeling, "2023-05-01", aanvragen=["2022-04-30"], gebruik=[("2015-01-01", "2022-04-30")])
    assert uitkomst.waarde.nieuw
    assert (uitkomst.waarde.verantwoordelijk, uitkomst.waarde.code) == ("gemeente", COEVORDEN)
    assert all("boce/overgangsclient" in stap.gronden for stap in uitkomst.stappen)


@pytest.mark.bepaling("boce/overgangsclient")
def test_a_request_alone_makes_an_existing_client_of_the_centrumgemeente(regeling: Regeling) -> None:
    waarde = melding(regeling, "2023-05-01", aanvragen=["2022-05-01"]).waarde
    assert (waarde.nieuw, waarde.verantwoordelijk, waarde.code) == (False, "centrumgemeente", EMMEN)


@pytest.mark.bepaling("boce/overgangsclient")
def test_one_day_of_use_in_the_window_makes_an_existing_client(regeling: Regeling) -> None:
    assert not melding(regeling, "2023-05-01", gebruik=[("2020-01-01", "2022-05-01")]).waarde.nieuw
    assert not melding(regeling, "2023-05-01", gebruik=[("2023-04-30", None)]).waarde.nieuw


@pytest.mark.bepaling("boce/overgangsclient")
def test_the_request_of_the_report_itself_does_not_count(regeling: Regeling) -> None:
    assert melding(regeling, "2023-05-01", aanvragen=["2023-05-01"]).waarde.nieuw


@pytest.mark.bepaling("boce/overgangsfase")
@pytest.mark.parametrize(
    ("dag", "wie", "code"),
    [("2022-12-31", "centrumgemeente", EMMEN), ("2023-01-01", "gemeente", COEVORDEN)],
)
def test_a_new_client_is_the_municipalitys_own_from_1_january_2023_itself(
    regeling: Regeling, dag: str, wie: str, code: str
) -> None:
    uitkomst = melding(regeling, dag)
    assert uitkomst.waarde.nieuw
    assert (uitkomst.waarde.verantwoordelijk, uitkomst.waarde.code) == (wie, code)
    assert "boce/overgangsfase" in uitkomst.stappen[-1].gronden


@pytest.mark.bepaling("boce/overgangsfase")
def test_the_start_of_decentralisation_is_marked_as_a_plan(regeling: Regeling) -> None:
    sleutels = [stap.sleutel for stap in melding(regeling, "2023-05-01").stappen]
    assert "nieuwe_client.start_is_plan" in sleutels


@pytest.mark.bepaling("boce/overgangsfase")
def test_in_2022_all_money_still_goes_to_emmen_and_the_ten_years_after_are_a_plan(regeling: Regeling) -> None:
    def fase(dag: date) -> tuple[str, list[str]]:
        uitkomst = parameter_op(regeling.parameters, regeling.open, "verdeling.fase", dag)
        return uitkomst.waarde, [stap.sleutel for stap in uitkomst.stappen]

    assert fase(date(2022, 12, 31)) == ("helemaal historisch, alles naar Emmen", ["parameter.waarde"])
    for dag in (date(2023, 1, 1), date(2031, 12, 31)):
        waarde, sleutels = fase(dag)
        assert waarde == "objectief, met afbouw van het historische deel"
        assert sleutels[-1] == "parameter.plan"
    duur = parameter_op(regeling.parameters, regeling.open, "overgang.duur", date(2023, 1, 1))
    assert int(duur.waarde) == len(range(2022, 2031 + 1))


@pytest.mark.bepaling("boce/overgangsclient")
def test_the_money_for_clients_in_the_transition_is_left_open(regeling: Regeling) -> None:
    with pytest.raises(ParameterOpen, match="overgangscliënten"):
        parameter_op(regeling.parameters, regeling.open, "overgangsclienten.geld", date(2023, 1, 1))
