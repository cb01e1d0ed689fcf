"""A subsidy from grant to settlement: four eyes at each step, the books to the cent, nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from tests.geld.opzet import (
    JAAR,
    NU,
    VAN,
    bouwer,
    contract,
    subsidie,
    vastgestelde_subsidie,
    verblijf,
    verleende_subsidie,
)
from tests.stad import Stad
from voordeur.aanbod.actions import BijOrganisatie
from voordeur.geld.actions import (
    bereid_subsidie_voor,
    bereid_vaststelling_voor,
    keur_af,
    keur_goed,
    stel_subsidie_vast,
    storneer,
    verleen_subsidie,
    zet_voorschot_klaar,
)
from voordeur.geld.fouten import BestaatAl, GeenDagprijs, GeenReden, NietTeBerekenen
from voordeur.geld.models import Betaling, Boekingsregel, Subsidie
from voordeur.geld.queries import lasten_per_gemeente, saldi
from voordeur.geld.rekeningen import TE_BETALEN, TERUG_TE_ONTVANGEN, VOORUITBETAALD
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt, ZelfdePersoon
from voordeur.kern.models import Rekenbewijs
from voordeur.kern.rekenbewijs import herbereken


@pytest.fixture
def regio_stad(stad: Callable[[str], Stad]) -> Stad:
    gebouwd = stad("enschede")
    contract(gebouwd)
    return gebouwd


def saldo(stad: Stad, rekening: str, jaar: int = JAAR) -> Decimal:
    with als(bouwer(stad)):
        return sum((deel.bedrag for deel in saldi(jaar) if deel.rekening == rekening), Decimal(0))


def test_who_prepares_a_grant_does_not_grant_it(regio_stad: Stad) -> None:
    voorbereid = subsidie(regio_stad)
    with pytest.raises(ZelfdePersoon):
        verleen_subsidie(regio_stad.als("contractbeheerder"), voorbereid, op=VAN)
    assert verleen_subsidie(regio_stad.als("bestuurder"), voorbereid, op=VAN).object.stand == "verleend"


def test_a_provider_has_one_subsidy_a_year(regio_stad: Stad) -> None:
    subsidie(regio_stad)
    with pytest.raises(BestaatAl, match="Een subsidie van deze aanbieder voor 2025 is er al"):
        subsidie(regio_stad)


def test_without_a_contract_with_a_price_of_a_day_there_is_no_subsidy(regio_stad: Stad) -> None:
    bij = BijOrganisatie(regio_stad.centrum, regio_stad.andere_aanbieder)
    with pytest.raises(GeenDagprijs):
        bereid_subsidie_voor(regio_stad.als("controller"), bij, jaar=JAAR, bedrag=Decimal(1), op=VAN)


def test_a_municipality_does_not_grant_for_the_centre(regio_stad: Stad) -> None:
    with pytest.raises(GeenMandaat):
        verleen_subsidie(regio_stad.als("lokaal"), subsidie(regio_stad), op=VAN)


def test_twelve_terms_add_up_to_the_grant_to_the_cent(regio_stad: Stad) -> None:
    verleend = verleende_subsidie(regio_stad, bedrag="1000.00", termijnen=12)
    with als(bouwer(regio_stad)):
        bedragen = list(Betaling.objects.filter(subsidie=verleend).values_list("bedrag", flat=True))
    assert sum(bedragen) == Decimal("1000.00")
    assert set(bedragen) == {Decimal("83.33"), Decimal("83.34")}
    assert saldo(regio_stad, VOORUITBETAALD) == Decimal("1000.00")
    assert saldo(regio_stad, TE_BETALEN) == Decimal("-1000.00")


def test_an_advance_is_approved_by_another_once_and_each_term_comes_once(regio_stad: Stad) -> None:
    verleend = verleende_subsidie(regio_stad)
    wie = regio_stad.als("controller")
    betaling = zet_voorschot_klaar(wie, verleend, termijn=1, op=VAN).object
    with pytest.raises(BestaatAl):
        zet_voorschot_klaar(wie, verleend, termijn=1, op=VAN)
    with pytest.raises(ZelfdePersoon):
        keur_goed(wie, betaling, op=VAN)
    keur_goed(regio_stad.als("controller2"), betaling, op=VAN)
    with pytest.raises(StapNietAanDeBeurt, match="al beoordeeld"):
        keur_goed(regio_stad.als("controller2"), betaling, op=VAN)
    with pytest.raises(NietTeBerekenen, match="1 tot en met 12"):
        zet_voorschot_klaar(wie, verleend, termijn=13, op=VAN)


def test_a_refused_advance_says_why_and_its_term_can_be_put_ready_again(regio_stad: Stad) -> None:
    verleend = verleende_subsidie(regio_stad)
    wie, ander = regio_stad.als("contractbeheerder"), regio_stad.als("controller")
    betaling = zet_voorschot_klaar(wie, verleend, termijn=1, op=VAN).object
    with pytest.raises(GeenReden):
        keur_af(ander, betaling, reden=" ", op=VAN)
    assert keur_af(ander, betaling, reden="De bank klopt niet.", op=VAN).object.reden == "De bank klopt niet."
    assert zet_voorschot_klaar(wie, verleend, termijn=1, op=VAN).object.pk != betaling.pk


@pytest.mark.parametrize(
    ("tot", "termijnen", "soort", "rest"),
    [
        (None, 6, "nabetaling", "18249.98"),
        (date(2025, 6, 30), 12, "terugvordering", "-18400.00"),
        (None, 12, None, "0"),
    ],
    ids=["too little was advanced", "too much was advanced", "exactly enough"],
)
def test_the_settlement_is_days_times_price_with_the_advance_set_off(
    regio_stad: Stad, tot: date | None, termijnen: int, soort: str | None, rest: str
) -> None:
    verblijf(regio_stad, tot=tot)
    klaar = vastgestelde_subsidie(regio_stad, termijnen=termijnen)
    dagen = 365 if tot is None else 181
    with als(bouwer(regio_stad)):
        assert lasten_per_gemeente(JAAR) == {regio_stad.gemeente: Decimal(dagen) * 100}
        over = Betaling.objects.filter(subsidie=klaar).exclude(soort="voorschot")
        assert [(deel.soort, deel.bedrag) for deel in over] == ([(soort, Decimal(rest))] if soort else [])
    assert klaar.vastgesteld_bedrag == Decimal(dagen) * 100
    assert saldo(regio_stad, VOORUITBETAALD) == 0
    assert saldo(regio_stad, TERUG_TE_ONTVANGEN) == (-Decimal(rest) if soort == "terugvordering" else 0)


def test_costs_are_posted_at_the_municipality_that_each_stay_counts_for(regio_stad: Stad) -> None:
    verblijf(regio_stad, nummer="1", tot=date(2025, 1, 10))
    verblijf(regio_stad, nummer="2", tot=date(2025, 1, 5), college=regio_stad.andere_gemeente)
    vastgestelde_subsidie(regio_stad, termijnen=0)
    with als(bouwer(regio_stad)):
        assert lasten_per_gemeente(JAAR) == {
            regio_stad.gemeente: Decimal("1000.00"), regio_stad.andere_gemeente: Decimal("500.00"),
        }  # fmt: skip


def test_who_prepares_a_settlement_does_not_settle_it_and_only_after_the_year(regio_stad: Stad) -> None:
    verblijf(regio_stad)
    verleend = verleende_subsidie(regio_stad)
    wie = regio_stad.als("controller")
    with pytest.raises(StapNietAanDeBeurt, match="na het einde van 2025"):
        bereid_vaststelling_voor(wie, verleend, op=date(2025, 12, 31))
    bereid_vaststelling_voor(wie, verleend, op=NU)
    with pytest.raises(ZelfdePersoon):
        stel_subsidie_vast(wie, verleend, op=NU)


def test_a_settlement_whose_days_changed_is_prepared_again(regio_stad: Stad) -> None:
    verblijf(regio_stad)
    verleend = verleende_subsidie(regio_stad)
    bereid_vaststelling_voor(regio_stad.als("contractbeheerder"), verleend, op=NU)
    verblijf(regio_stad, nummer="2")
    with pytest.raises(StapNietAanDeBeurt, match="intussen veranderd"):
        stel_subsidie_vast(regio_stad.als("controller"), verleend, op=NU)
    opnieuw = bereid_vaststelling_voor(regio_stad.als("contractbeheerder"), verleend, op=NU).object
    assert opnieuw.vastgesteld_bedrag == Decimal("73000.00")


def test_an_advance_that_waits_is_assessed_before_the_settlement(regio_stad: Stad) -> None:
    verleend = verleende_subsidie(regio_stad)
    zet_voorschot_klaar(regio_stad.als("contractbeheerder"), verleend, termijn=1, op=VAN)
    with pytest.raises(StapNietAanDeBeurt, match="wacht nog een voorschot"):
        bereid_vaststelling_voor(regio_stad.als("controller"), verleend, op=NU)


def test_days_outside_the_contract_stop_the_settlement(stad: Callable[[str], Stad]) -> None:
    gebouwd = stad("enschede")
    from voordeur.kern.perioden import half_open

    contract(gebouwd, periode=half_open(VAN, date(2025, 6, 30)))
    verblijf(gebouwd)
    verleend = verleende_subsidie(gebouwd)
    with pytest.raises(GeenDagprijs, match="184 dagen van 2025"):
        bereid_vaststelling_voor(gebouwd.als("controller"), verleend, op=NU)


def test_the_proof_holds_codes_days_and_amounts_and_comes_out_the_same_again(regio_stad: Stad) -> None:
    verblijf(regio_stad)
    klaar = vastgestelde_subsidie(regio_stad)
    with als(bouwer(regio_stad)):
        bewijs = Rekenbewijs.objects.get(pk=klaar.bewijs)
        assert bewijs.feiten == {
            "jaar": JAAR, "dagprijs": "100.00", "verleend": "36500.00", "voorschot": "36500.00",
            "geleverd": [[regio_stad.gemeente, 365]],
        }  # fmt: skip
        assert herbereken(bewijs).gelijk


def test_what_a_settlement_owes_cannot_be_refused(regio_stad: Stad) -> None:
    verblijf(regio_stad)
    klaar = vastgestelde_subsidie(regio_stad, termijnen=0, goedkeuren=False)
    with als(bouwer(regio_stad)):
        rest = Betaling.objects.get(subsidie=klaar)
    with pytest.raises(StapNietAanDeBeurt, match="volgt uit een vaststelling"):
        keur_af(regio_stad.als("controller2"), rest, reden="Toch niet.", op=NU)


def test_a_provider_sees_its_own_subsidy_and_no_line_of_the_ledger(regio_stad: Stad) -> None:
    verleende_subsidie(regio_stad, termijnen=1)
    with als(regio_stad.als("aanbieder")):
        assert (Subsidie.objects.count(), Betaling.objects.count(), Boekingsregel.objects.count()) == (1, 1, 0)
    with als(regio_stad.als("andere_aanbieder")):
        assert (Subsidie.objects.count(), Betaling.objects.count()) == (0, 0)


def test_an_advance_that_is_taken_back_does_not_count_and_can_be_put_ready_again(regio_stad: Stad) -> None:
    verleend = verleende_subsidie(regio_stad, termijnen=1)
    with als(bouwer(regio_stad)):
        betaling = Betaling.objects.select_related("boeking").get(subsidie=verleend)
    storneer(regio_stad.als("controller"), betaling.boeking, reden="Dubbel.", op=NU)
    opnieuw = zet_voorschot_klaar(regio_stad.als("contractbeheerder"), verleend, termijn=1, op=NU).object
    with als(bouwer(regio_stad)):
        betaling.refresh_from_db()
    assert (betaling.stand, opnieuw.stand) == ("afgekeurd", "klaar")
