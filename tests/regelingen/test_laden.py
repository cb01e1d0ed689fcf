"""Which version of an agreement holds on a day, and what is said when its end has passed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from voordeur.regelingen import laden
from voordeur.regelingen.controle import OngeldigeRegeling
from voordeur.regelingen.laden import NietGeldig, OnbekendeRegeling, geldig_op, laad, laatste_dag, nieuwste, versies

MINIMAAL = """\
id = "{id}"
naam = "Proef"
titel = "Proef"
bron = "verzonnen"
versie = {versie}
[looptijd]
van = {versie}
{meer}
grond = "{id}/a"
[bepalingen.a]
vindplaats = "a"
soort = "K"
kern = "Van en tot."
"""


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of agreements in place of the real one."""
    monkeypatch.setattr(laden, "map_van_regelingen", lambda: tmp_path)
    for geheugen in (laden.laad, laden.versies):
        geheugen.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    for geheugen in (laden.laad, laden.versies):
        geheugen.cache_clear()


def schrijf(map_: Path, id_: str, versie: str, meer: str = "", naam: str = "") -> None:
    (map_ / id_).mkdir(exist_ok=True)
    (map_ / id_ / f"{naam or versie}.toml").write_text(MINIMAAL.format(id=id_, versie=versie, meer=meer), "utf-8")


def test_the_version_of_the_day_is_taken_and_the_first_ends_where_the_second_begins(map_: Path) -> None:
    schrijf(map_, "proef", "2030-01-01")
    schrijf(map_, "proef", "2032-01-01")
    assert geldig_op("proef", date(2031, 12, 31))[0].versie == date(2030, 1, 1)
    assert geldig_op("proef", date(2032, 1, 1))[0].versie == date(2032, 1, 1)
    assert laatste_dag("proef", date(2030, 1, 1)) == date(2031, 12, 31)
    assert laatste_dag("proef", date(2032, 1, 1)) is None
    assert nieuwste("proef").versie == date(2032, 1, 1)


def test_before_the_first_day_there_is_no_answer_and_the_first_day_is_named(map_: Path) -> None:
    schrijf(map_, "proef", "2030-01-01")
    with pytest.raises(NietGeldig, match="geldt vanaf 2030-01-01"):
        geldig_op("proef", date(2029, 12, 31))


def test_after_an_end_there_is_no_answer(map_: Path) -> None:
    schrijf(map_, "proef", "2030-01-01", "tot = 2030-12-31")
    assert geldig_op("proef", date(2030, 12, 31))[1] == ()
    with pytest.raises(NietGeldig, match="tot en met 2030-12-31"):
        geldig_op("proef", date(2031, 1, 1))


def test_a_prolongation_that_is_assumed_is_said(map_: Path) -> None:
    schrijf(map_, "proef", "2030-01-01", 'tot = 2030-12-31\ndaarna = "verlenging_verondersteld"')
    _, (stap,) = geldig_op("proef", date(2031, 1, 1))
    assert (stap.sleutel, stap.gronden) == ("regeling.verlenging_verondersteld", ("proef/a",))


def test_a_file_must_hold_what_its_name_says(map_: Path) -> None:
    schrijf(map_, "proef", "2030-01-01", naam="2030-01-02")
    with pytest.raises(OngeldigeRegeling, match="map en naam zeggen proef 2030-01-02"):
        laad("proef", date(2030, 1, 2))


def test_a_file_with_a_fault_is_not_loaded(map_: Path) -> None:
    schrijf(map_, "proef", "2030-01-01", 'fout = "x"')
    with pytest.raises(OngeldigeRegeling) as gevangen:
        laad("proef", date(2030, 1, 1))
    assert gevangen.value.fouten[0].veld == "looptijd.fout"


def test_a_ground_that_is_no_provision_stops_the_loading(map_: Path) -> None:
    schrijf(map_, "proef", "2030-01-01")
    bestand = map_ / "proef" / "2030-01-01.toml"
    bestand.write_text(bestand.read_text("utf-8").replace("proef/a", "proef/b"), "utf-8")
    with pytest.raises(OngeldigeRegeling, match="geen bepaling"):
        laad("proef", date(2030, 1, 1))


def test_an_unknown_agreement_names_the_ones_there_are() -> None:
    with pytest.raises(OnbekendeRegeling, match=", ".join(versies())):
        nieuwste("nergens")
