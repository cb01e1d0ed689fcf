"""What each agreement says of shelter reaches the screens of a shelter; what it does not say comes from the law."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.opvang.opzet import richt_in
from tests.stad import Stad
from voordeur.opvang.forms import Deur
from voordeur.opvang.forms_persoon import Intake, Plan
from voordeur.opvang.soorten import HERKOMST, OPLOSSINGEN, lijst_van
from voordeur.regelingen.laden import ids, nieuwste
from voordeur.regelingen.machten import opvangmachten
from voordeur.toegang.queries import opvangvormen

DAG = date(2026, 3, 2)


@pytest.mark.bepaling("boce/aanbod-mo")
def test_the_door_knows_the_four_kinds_of_places_of_two_shelters() -> None:
    regeling = nieuwste("boce")
    formulier = Deur(vandaag=DAG, soorten=opvangvormen(regeling))
    assert [naam for naam, _ in formulier.fields["soort"].choices] == [
        "trajectplaats", "dagopvang", "nachtopvang", "crisisopvang",
    ]  # fmt: skip
    assert list(lijst_van(regeling, "opvanginstellingen").values()) == ["Leger des Heils", "Wender"]


@pytest.mark.bepaling("boce/mo-herkomst")
def test_the_intake_asks_by_which_of_the_six_ways_somebody_came() -> None:
    herkomst = lijst_van(nieuwste("boce"), HERKOMST)
    formulier = Intake(matrix=None, beslist_zelf=True, herkomst=herkomst)
    keuzes = [naam for naam, _ in formulier.fields["herkomst"].choices if naam]
    assert len(keuzes) == 6
    assert "De cliënt komt zelf aan de deur" in keuzes
    assert "Uitgevallen in een vorm van beschermd wonen" in keuzes


@pytest.mark.parametrize(("id_", "zin"), [
    ("boce", "De regeling vraagt een vaste vragenlijst, maar noemt de vragen niet."),
    ("almelo", "De regeling zegt niets over een vragenlijst."),
])  # fmt: skip
def test_the_intake_says_whether_the_agreement_asks_for_a_questionnaire(
    stad: Callable[[str], Stad], id_: str, zin: str
) -> None:
    huis = richt_in(stad(id_))
    assert zin in huis.klant().get(f"/opvang/{huis.aan_de_deur().nummer}/intake/").content.decode()


@pytest.mark.bepaling("almelo/ketenaanpak")
def test_a_plan_can_name_the_seven_solutions_of_the_chain() -> None:
    formulier = Plan(oplossingen=lijst_van(nieuwste("almelo"), OPLOSSINGEN))
    namen = [naam for naam, _ in formulier.fields["oplossingen"].choices]
    assert len(namen) == 7
    assert {"Casuïstiektafel", "Versnelfonds", "Mobility Mentoring"} <= set(namen)


@pytest.mark.bepaling("boce/toegang-mo")
def test_a_shelter_decides_where_the_agreement_gives_it_the_mandate() -> None:
    machten = {id_: opvangmachten(nieuwste(id_), DAG) for id_ in ids()}
    assert {id_ for id_, gegeven in machten.items() if gegeven} == {"boce"}
    assert {macht.handeling for macht in machten["boce"]} == {
        "toegang.onderzoek", "toegang.aanvraag", "toegang.besluit",
    }  # fmt: skip


@pytest.mark.parametrize("id_", ids())
def test_an_agreement_without_a_word_on_shelter_has_it_by_law(id_: str) -> None:
    regeling = nieuwste(id_)
    genoemd = {deel.id for deel in regeling.producten if deel.voorziening == "MO"}
    assert set(opvangvormen(regeling)) == (genoemd or {"opvang"})
    assert "oplossingen" in Plan(oplossingen=lijst_van(regeling, OPLOSSINGEN)).fields or id_ != "almelo"
