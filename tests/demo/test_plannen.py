"""Whoever lives in the demo: invented, in every stage, on days that can be."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voordeur.demo.agenda import Agenda, werkdag
from voordeur.demo.bezetting import medewerkers, regelingen_op, verdeling, voorbeeldmachten
from voordeur.demo.bouw import eerste_jaar
from voordeur.demo.gegevens import aantal_inwoners, dobbel
from voordeur.demo.hulp import criteria_half, criteria_tegen, criteria_voor, hulpsoorten
from voordeur.demo.loten import LAATSTE, Lot, loten, plannen
from voordeur.demo.personen import bsns, personen
from voordeur.inwoner.bsn import lees_bsn
from voordeur.kern.actor import MEDEWERKERS, Rol
from voordeur.regelingen.laden import ids
from voordeur.regelingen.machten import machten

VANDAAG = date(2026, 11, 22)
DAGEN = st.dates(date(2024, 1, 1), date(2030, 12, 31))
STAPPEN = ("gemeld", "bevestigd", "onderzocht", "aangevraagd", "voorbereid", "besloten", "geplaatst", "vertrokken")


def test_sixty_residents_are_in_every_stage_and_most_of_them_live_somewhere() -> None:
    geteld = {lot: loten(60).count(lot) for lot in Lot}
    assert sum(geteld.values()) == 60
    assert min(geteld.values()) >= 4
    assert max(geteld, key=geteld.__getitem__) is Lot.VERBLIJF


@given(st.integers(8, 60))
def test_a_small_region_too_has_every_stage(aantal: int) -> None:
    assert set(loten(aantal)) == set(Lot)
    assert len(loten(aantal)) == aantal


@given(DAGEN, st.integers(0, 60))
def test_the_days_of_a_plan_follow_each_other_and_none_is_after_today(vandaag: date, aantal: int) -> None:
    sinds = date(eerste_jaar(vandaag) - 1, 11, 1)
    for plan in plannen(aantal, sinds, vandaag, dobbel(1, vandaag)):
        dagen = [dag for naam in STAPPEN if (dag := getattr(plan, naam)) is not None]
        assert sinds <= dagen[0]
        assert dagen[-1] <= vandaag
        assert all(eerst <= dan for eerst, dan in pairwise(dagen))
        assert plan.lot not in LAATSTE or len(dagen) == LAATSTE[plan.lot] + 1


@given(DAGEN)
def test_some_terms_are_late_today_and_some_end_today(vandaag: date) -> None:
    sinds = date(eerste_jaar(vandaag) - 1, 11, 1)
    plannen_ = list(plannen(60, sinds, vandaag, dobbel(1, vandaag)))
    onderzoek = {(vandaag - plan.gemeld).days for plan in plannen_ if plan.lot is Lot.ONDERZOEK}
    besluit = {(vandaag - plan.aangevraagd).days for plan in plannen_ if plan.lot is Lot.AANVRAAG and plan.aangevraagd}
    assert max(onderzoek) > 46
    assert 42 in onderzoek
    assert max(besluit) > 16
    assert 14 in besluit


@given(DAGEN)
def test_the_settled_year_is_over_for_months(vandaag: date) -> None:
    assert date(eerste_jaar(vandaag) + 1, 4, 22) <= vandaag
    assert vandaag - date(eerste_jaar(vandaag), 1, 1) < timedelta(days=3 * 366)


def test_a_bsn_can_be_one_begins_with_a_nine_and_is_given_once() -> None:
    gegeven = list(islice(bsns(dobbel(1, VANDAAG)), 300))
    assert len(set(gegeven)) == 300
    assert all(lees_bsn(bsn) == bsn and bsn.startswith("9") for bsn in gegeven)


def test_people_differ_and_some_lack_what_is_often_not_known() -> None:
    mensen = list(islice(personen(dobbel(1, VANDAAG), VANDAAG), 120))
    namen = {(mens.identiteit["voornaam"], mens.identiteit["naam"]) for mens in mensen}
    assert len(namen) == 120
    assert any(mens.bsn is None for mens in mensen)
    assert any("adres" not in mens.identiteit for mens in mensen)
    assert {mens.identiteit["aanhef"] for mens in mensen} == {"mevrouw", "de heer", ""}


def test_the_same_seed_and_day_give_the_same_people_and_another_seed_others() -> None:
    def eerste(zaad: int) -> list[object]:
        return list(islice(personen(dobbel(zaad, VANDAAG), VANDAAG), 20))

    assert eerste(1) == eerste(1)
    assert eerste(1) != eerste(2)


@pytest.mark.parametrize("regeling", regelingen_op(VANDAAG), ids=lambda regeling: regeling.id)
class TestVanEenRegeling:
    """What the file of an agreement makes of its region."""

    def test_the_centre_has_powers_unless_each_municipality_decides_itself(self, regeling) -> None:
        eigen = [deel for deel in regeling.mandaten if deel.handeling == "toegang.besluit" and deel.soort == "eigen"]
        gegeven = {macht.handeling: macht.grond for macht in machten(regeling, VANDAAG)}
        assert bool(gegeven) != bool(eigen)
        assert not gegeven or {"toegang", "verblijf", "inwoner"} <= set(gegeven)
        assert {grond.partition("/")[2] for grond in gegeven.values()} <= set(regeling.bepalingen)

    def test_every_role_has_somebody_and_every_municipality_too(self, regeling) -> None:
        iedereen = list(medewerkers(regeling.id, regeling, VANDAAG))
        assert {deel.rol for deel in iedereen} == MEDEWERKERS
        assert {deel.college for deel in iedereen} >= set(regeling.gemeenten_op(VANDAAG))
        assert len({deel.email for deel in iedereen}) == len(iedereen)

    def test_who_does_the_access_for_the_region_has_people_while_it_does(self, regeling) -> None:
        wie = [deel.organisatie for deel in medewerkers(regeling.id, regeling, VANDAAG) if deel.rol is Rol.CONSULENT]
        verwacht = {
            "almelo": "Cimot", "drechtsteden": "Sociale Dienst Drechtsteden", "ijsselvecht": "Centrale Toegang",
        }.get(regeling.id)  # fmt: skip
        assert {naam for naam in wie if naam} == ({verwacht} if verwacht else set())
        # what the agreement writes out itself needs no example, and the decision is no example anywhere
        voorbeeld = voorbeeldmachten(regeling, VANDAAG)
        assert bool(voorbeeld) == (regeling.id == "ijsselvecht")
        assert not any("toegang.besluit.nemen".startswith(naam) for naam in voorbeeld)

    def test_a_kind_of_help_has_answers_that_lead_to_it(self, regeling) -> None:
        soorten = hulpsoorten(regeling)
        assert soorten
        for hulp in soorten if regeling.toegang else ():
            assert all(criteria_voor(regeling, hulp)[hulp.vorm].values())
            assert None in criteria_half(regeling, hulp)[hulp.vorm].values()
            assert all(False in deel.values() for deel in criteria_tegen(regeling).values())


def test_the_regions_are_filled_in_parts_of_about_the_same_size() -> None:
    delen = verdeling()
    assert sorted(id_ for deel in delen for id_ in deel) == sorted(ids())
    omvang = [sum(map(aantal_inwoners, deel)) for deel in delen]
    assert max(omvang) <= 2 * min(omvang)


def test_an_agenda_keeps_the_order_and_stops_at_today() -> None:
    gedaan: list[str] = []
    agenda = Agenda(VANDAAG)
    agenda.zet(VANDAAG + timedelta(days=1), lambda _: gedaan.append("morgen"))
    agenda.zet(VANDAAG, lambda op: agenda.zet(op - timedelta(days=9), lambda _: gedaan.append("alsnog")))
    agenda.zet(VANDAAG - timedelta(days=2), lambda _: gedaan.append("eergisteren"))
    agenda.zet(VANDAAG, lambda _: gedaan.append("vandaag"))
    assert agenda.speel() == 4
    assert gedaan == ["eergisteren", "vandaag", "alsnog"]


def test_a_weekend_becomes_the_monday_after_it() -> None:
    assert werkdag(date(2026, 11, 20)) == date(2026, 11, 20)
    assert werkdag(date(2026, 11, 21)) == werkdag(date(2026, 11, 22)) == date(2026, 11, 23)
