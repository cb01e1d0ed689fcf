"""A year: its budget by a decision, its closing, its settlement to the cent, and what an agreement leaves open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.geld.opzet import (
    JAAR,
    NU,
    VAN,
    begroting,
    bouwer,
    contract,
    subsidie,
    vastgestelde_subsidie,
    verblijf,
    verleende_subsidie,
)
from tests.stad import Stad
from voordeur.geld.actions import (
    bereid_verrekening_voor,
    sluit_jaar,
    stel_verrekening_vast,
    storneer,
    zet_voorschot_klaar,
)
from voordeur.geld.boeken import boek
from voordeur.geld.fouten import (
    BestaatAl,
    HoortBijBesluit,
    JaarGesloten,
    NietTeBerekenen,
    OngeldigeParameter,
    ParameterOntbreekt,
    StaatNogOpen,
)
from voordeur.geld.lokaal import AANDEEL, BEGIN, PLAFOND, UITVOERINGSKOSTEN
from voordeur.geld.models import Begroting, Boeking, Subsidie, Verrekening
from voordeur.geld.queries import kan_verrekenen, lasten_per_gemeente, saldi, verrekening_van
from voordeur.geld.rekeningen import BANK, BESTEMMING, GEMEENTEN, RESERVE, RIJK
from voordeur.kern.actor import als
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon
from voordeur.kern.models import Rekenbewijs
from voordeur.kern.rekenbewijs import herbereken


@pytest.fixture
def regio_stad(stad: Callable[[str], Stad]) -> Stad:
    gebouwd = stad("enschede")
    contract(gebouwd)
    return gebouwd


def gesloten_jaar(stad: Stad, **velden: object) -> Begroting:
    """A year with costs of 36,500 euros, closed."""
    gemaakt = begroting(stad, **velden)
    verblijf(stad)
    vastgestelde_subsidie(stad)
    klaar: Begroting = sluit_jaar(stad.als("controller"), gemaakt, op=NU).object
    return klaar


def verrekend(stad: Stad, jaar: Begroting, **velden: object) -> Verrekening:
    voorstel = bereid_verrekening_voor(stad.als("controller"), jaar, op=NU, **velden).object
    klaar: Verrekening = stel_verrekening_vast(stad.als("bestuurder"), voorstel, op=NU).object
    return klaar


def per_rekening(stad: Stad, rekening: str) -> dict[str, Decimal]:
    with als(bouwer(stad)):
        return {deel.college_code: deel.bedrag for deel in saldi(JAAR) if deel.rekening == rekening}


def test_a_year_has_one_budget_with_weights_of_its_municipalities_only(regio_stad: Stad) -> None:
    begroting(regio_stad)
    with pytest.raises(BestaatAl, match="De begroting van 2025 is er al"):
        begroting(regio_stad)
    with pytest.raises(OngeldigeParameter, match="9999 is geen gemeente"):
        begroting(regio_stad, 2026, sleutel={"9999": Decimal(1)})
    with pytest.raises(OngeldigeParameter, match="minstens één gemeente"):
        begroting(regio_stad, 2026, sleutel={regio_stad.centrum: Decimal(0)})
    with pytest.raises(OngeldigeParameter, match="laat de regeling niet open"):
        begroting(regio_stad, 2026, open_parameters={"verzonnen": "1"})
    with pytest.raises(OngeldigeParameter, match="schrijf een getal"):
        begroting(regio_stad, 2026, open_parameters={PLAFOND: "veel"})


def test_a_surplus_goes_to_the_reserve_up_to_its_ceiling_and_the_rest_to_the_municipalities(regio_stad: Stad) -> None:
    klaar = verrekend(regio_stad, gesloten_jaar(regio_stad))
    uitkomst = klaar.uitkomst
    assert (uitkomst["naar_reserve"], uitkomst["reserve_eind"]) == ("15000.00", "20000.00")
    assert sum(map(Decimal, uitkomst["uitkering"].values())) == Decimal("48500.00")
    assert per_rekening(regio_stad, RESERVE) == {regio_stad.centrum: Decimal("-20000.00")}
    assert per_rekening(regio_stad, BESTEMMING) == {regio_stad.centrum: Decimal("63500.00")}
    terug = {code: -Decimal(bedrag) for code, bedrag in uitkomst["uitkering"].items()}
    assert per_rekening(regio_stad, GEMEENTEN) == terug


def test_a_deficit_comes_from_the_reserve_then_from_measures_then_from_the_municipalities(regio_stad: Stad) -> None:
    klaar = verrekend(regio_stad, gesloten_jaar(regio_stad, rijksbudget=Decimal("30000.00")), maatregelen=500)
    assert klaar.uitkomst["uit_reserve"] == "5000.00"
    assert sum(map(Decimal, klaar.uitkomst["bijdrage"].values())) == Decimal("1000.00")
    assert per_rekening(regio_stad, RESERVE) == {regio_stad.centrum: Decimal("0.00")}
    assert sum(per_rekening(regio_stad, GEMEENTEN).values()) == Decimal("1000.00")


def test_a_settlement_is_prepared_by_one_and_set_by_another_once(regio_stad: Stad) -> None:
    jaar = gesloten_jaar(regio_stad)
    voorstel = bereid_verrekening_voor(regio_stad.als("controller"), jaar, op=NU).object
    with pytest.raises(ZelfdePersoon):
        stel_verrekening_vast(regio_stad.als("controller"), voorstel, op=NU)
    stel_verrekening_vast(regio_stad.als("controller2"), voorstel, op=NU)
    with pytest.raises(StapNietAanDeBeurt):
        stel_verrekening_vast(regio_stad.als("bestuurder"), voorstel, op=NU)
    with pytest.raises(StapNietAanDeBeurt):
        bereid_verrekening_voor(regio_stad.als("controller"), jaar, op=NU)


@pytest.mark.parametrize("weg", [BEGIN, PLAFOND])
def test_a_figure_that_the_agreement_leaves_open_stops_the_settlement_with_its_reason(
    regio_stad: Stad, weg: str
) -> None:
    ingevuld = {naam: "5000" for naam in (BEGIN, PLAFOND) if naam != weg}
    jaar = gesloten_jaar(regio_stad, open_parameters=ingevuld)
    with pytest.raises(ParameterOntbreekt, match=r"eind 2021|jaarrekening 2021"):
        bereid_verrekening_voor(regio_stad.als("controller"), jaar, op=NU)


def test_the_reserve_of_the_decision_is_that_of_the_ledger(regio_stad: Stad) -> None:
    verrekend(regio_stad, gesloten_jaar(regio_stad))
    volgend = begroting(regio_stad, 2026, open_parameters={BEGIN: "1", PLAFOND: "20000"})
    later = NU.replace(year=2027)
    dicht = sluit_jaar(regio_stad.als("controller"), volgend, op=later).object
    with pytest.raises(StapNietAanDeBeurt, match=r"grootboek zegt €\s20.000,00"):
        bereid_verrekening_voor(regio_stad.als("controller"), dicht, op=later)


def test_the_next_year_starts_with_what_the_year_before_left(regio_stad: Stad) -> None:
    verrekend(regio_stad, gesloten_jaar(regio_stad))
    volgend = begroting(regio_stad, 2026, open_parameters={PLAFOND: "20000"})
    later = NU.replace(year=2027)
    dicht = sluit_jaar(regio_stad.als("controller"), volgend, op=later).object
    voorstel = bereid_verrekening_voor(regio_stad.als("controller"), dicht, op=later).object
    assert (voorstel.uitkomst["naar_reserve"], voorstel.uitkomst["reserve_eind"]) == ("0.00", "20000.00")


def test_a_year_closes_when_nothing_waits_in_it_and_after_its_end(regio_stad: Stad) -> None:
    jaar, wie = begroting(regio_stad), regio_stad.als("controller")
    verleend = verleende_subsidie(regio_stad)
    zet_voorschot_klaar(regio_stad.als("contractbeheerder"), verleend, termijn=1, op=VAN)
    with pytest.raises(StaatNogOpen, match="1 betaling, 1 subsidie zonder vaststelling"):
        sluit_jaar(wie, jaar, op=NU)
    with pytest.raises(StapNietAanDeBeurt, match="na het einde van 2025"):
        sluit_jaar(wie, jaar, op=VAN)


def test_a_closed_year_takes_its_settlement_and_nothing_else(regio_stad: Stad) -> None:
    with als(regio_stad.als("controller")) as wie:
        regels = [(BANK, regio_stad.centrum, Decimal(5)), (RIJK, regio_stad.centrum, Decimal(-5))]
        ontvangst = boek(wie, op=VAN, jaar=JAAR, omschrijving="Ontvangst", bron="proef 1", regels=regels)
    jaar = gesloten_jaar(regio_stad)
    with pytest.raises(StapNietAanDeBeurt, match="al afgesloten"):
        sluit_jaar(wie, jaar, op=NU)
    assert storneer(wie, ontvangst, reden="Dubbel.", op=NU).object.jaar == NU.year
    verrekend(regio_stad, jaar)
    with als(bouwer(regio_stad)):
        assert verrekening_van(JAAR) is not None


def test_what_waits_at_a_municipality_that_somebody_may_not_see_keeps_the_year_open(regio_stad: Stad) -> None:
    jaar, wie = begroting(regio_stad), regio_stad.als("controller")
    verleend = verleende_subsidie(regio_stad)
    with als(bouwer(regio_stad)):
        Subsidie.objects.filter(pk=verleend.pk).update(college_code=regio_stad.gemeente)
    blind = replace(wie, colleges=frozenset({regio_stad.centrum}))
    with pytest.raises(StaatNogOpen, match="1 subsidie zonder vaststelling"):
        sluit_jaar(blind, jaar, op=NU)


def test_a_settlement_is_not_set_on_a_ledger_that_changed_after_it_was_prepared(regio_stad: Stad) -> None:
    voorstel = bereid_verrekening_voor(regio_stad.als("controller"), gesloten_jaar(regio_stad), op=NU).object
    with als(regio_stad.als("controller")) as wie:
        regels = [(BANK, regio_stad.centrum, Decimal(5)), (RESERVE, regio_stad.centrum, Decimal(-5))]
        boek(wie, op=NU, jaar=NU.year, omschrijving="Bij", bron="proef 1", regels=regels)
    with pytest.raises(StapNietAanDeBeurt, match=r"grootboek zegt|intussen veranderd"):
        stel_verrekening_vast(regio_stad.als("bestuurder"), voorstel, op=NU)


def test_what_follows_from_a_decision_that_stands_is_not_taken_back(regio_stad: Stad) -> None:
    verrekend(regio_stad, gesloten_jaar(regio_stad))
    with als(bouwer(regio_stad)):
        boekingen = list(Boeking.objects.order_by("id"))
    soorten = {boeking.bron.partition(" ")[0] for boeking in boekingen}
    assert soorten == {"begroting", "betaling", "subsidie", "verrekening"}
    for boeking in boekingen:
        with pytest.raises(HoortBijBesluit):
            storneer(regio_stad.als("controller"), boeking, reden="Toch niet.", op=NU)


def test_in_a_closed_year_no_subsidy_is_prepared(regio_stad: Stad) -> None:
    sluit_jaar(regio_stad.als("controller"), begroting(regio_stad), op=NU)
    with pytest.raises(JaarGesloten):
        subsidie(regio_stad)


def test_a_year_that_closes_is_not_booked_in_any_more(regio_stad: Stad) -> None:
    gesloten_jaar(regio_stad)
    with pytest.raises(JaarGesloten), als(regio_stad.als("controller")) as wie:
        regels = [(RESERVE, regio_stad.centrum, Decimal(1)), (GEMEENTEN, regio_stad.centrum, Decimal(-1))]
        boek(wie, op=NU, jaar=JAAR, omschrijving="Te laat", bron="proef 1", regels=regels)


def test_an_open_year_is_not_settled(regio_stad: Stad) -> None:
    with pytest.raises(StapNietAanDeBeurt, match="Sluit eerst het jaar 2025"):
        bereid_verrekening_voor(regio_stad.als("controller"), begroting(regio_stad), op=NU)


def test_an_agreement_without_a_rule_says_that_nobody_settles(stad: Callable[[str], Stad]) -> None:
    elders = stad("drechtsteden")
    uitkomst = kan_verrekenen(elders.regeling)
    assert (uitkomst.waarde, uitkomst.stappen[0].sleutel) == (False, "verrekening.kan_niet")
    jaar = sluit_jaar(elders.als("controller"), begroting(elders, open_parameters={}), op=NU).object
    with pytest.raises(NietTeBerekenen, match="kent geen verrekenregel"):
        bereid_verrekening_voor(elders.als("controller"), jaar, op=NU)


def test_a_fixed_key_settles_the_costs_of_execution_too(stad: Callable[[str], Stad]) -> None:
    elders = stad("ijsselvecht")
    contract(elders)
    assert kan_verrekenen(elders.regeling).waarde
    klaar = verrekend(elders, gesloten_jaar(elders, open_parameters={UITVOERINGSKOSTEN: "6000"}))
    assert (klaar.uitkomst["ingehouden"], klaar.uitkomst["resultaat"]) == ("5100.00", "58400.00")
    assert sum(per_rekening(elders, GEMEENTEN).values()) == Decimal("-63500.00")
    assert per_rekening(elders, BESTEMMING) == {elders.centrum: Decimal("58400.00")}


def test_a_ceiling_that_is_a_share_of_the_budget_is_computed(stad: Callable[[str], Stad]) -> None:
    elders = stad("almelo")
    contract(elders)
    klaar = verrekend(elders, gesloten_jaar(elders, open_parameters={BEGIN: "0", AANDEEL: "0,10"}))
    assert (klaar.uitkomst["naar_reserve"], klaar.uitkomst["reserve_eind"]) == ("10000.00", "10000.00")


def test_the_settlement_counts_all_costs_and_its_proof_comes_out_the_same(regio_stad: Stad) -> None:
    klaar = verrekend(regio_stad, gesloten_jaar(regio_stad))
    with als(bouwer(regio_stad)):
        bewijs = Rekenbewijs.objects.get(pk=klaar.bewijs)
        assert herbereken(bewijs).gelijk
        assert bewijs.feiten["lasten"] == "36500.00"


def test_a_municipality_sees_its_own_costs_only(regio_stad: Stad) -> None:
    verblijf(regio_stad, nummer="1")
    verblijf(regio_stad, nummer="2", college=regio_stad.andere_gemeente)
    vastgestelde_subsidie(regio_stad, termijnen=0)
    with als(regio_stad.als("lokaal")):
        assert set(lasten_per_gemeente(JAAR)) == {regio_stad.gemeente}
    blind = replace(regio_stad.als("lokaal"), colleges=frozenset())
    with als(blind):
        assert lasten_per_gemeente(JAAR) == {}


def test_a_subsidy_can_be_prepared_again_only_for_another_year(regio_stad: Stad) -> None:
    assert subsidie(regio_stad, jaar=2026).nummer == "2026-0001"
