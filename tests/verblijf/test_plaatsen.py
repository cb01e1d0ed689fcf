"""Placing somebody: the place is free and fits, the provider and the municipality hear of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.stad import Stad
from tests.verblijf.opzet import OP, TOT, open_huis, wacht
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.inwoner.queries import namen_van
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt
from voordeur.kern.models import Journaalregel, Mandaatregel
from voordeur.kern.perioden import gesloten, half_open
from voordeur.regelingen.laden import nieuwste, versies
from voordeur.toegang.models import Besluit, Dossier, Klok
from voordeur.verblijf.actions import plaats
from voordeur.verblijf.fouten import HeeftAlEenPlek, PlekBezet, PlekPastNiet
from voordeur.verblijf.models import Plaatsing
from voordeur.verblijf.queries import plaatsingen, vrije_plekken, waarom_niet

VANAF = date(2026, 3, 9)


def test_somebody_gets_a_place_for_as_long_as_the_decision_lasts(enschede: Stad) -> None:
    huis, besluit = open_huis(enschede, "all-inclusive"), wacht(enschede, product="all-inclusive")
    gedaan = plaats(enschede.als("consulent"), besluit, huis.plekken[0], vanaf=VANAF, op=OP)
    assert (gesloten(gedaan.object.periode).van, gesloten(gedaan.object.periode).tot) == (VANAF, TOT)
    assert gedaan.uitkomst.waarde.past
    with als(enschede.als("consulent")):
        dossier = Dossier.objects.get(pk=besluit.dossier_id)
        assert (dossier.stap, dossier.versie) == ("verblijf", 2)
        regel = Journaalregel.objects.get(handeling="verblijf.plaatsen")
        assert (regel.betreft, regel.namens) == ("dossier 2026-1", enschede.gemeente)


def test_the_provider_sees_who_is_coming_and_the_other_one_does_not(enschede: Stad) -> None:
    huis, besluit = open_huis(enschede, "all-inclusive"), wacht(enschede, product="all-inclusive")
    with als(enschede.als("aanbieder")):
        assert not Dossier.objects.exists()
    plaats(enschede.als("consulent"), besluit, huis.plekken[0], vanaf=VANAF, op=OP)
    with als(enschede.als("aanbieder")) as wie:
        (verblijf,) = plaatsingen(wie)
        assert list(namen_van([verblijf.dossier.inwoner]).values()) == ["mevrouw De Wit"]
        assert not Besluit.objects.exists()
    with als(enschede.als("andere_aanbieder")) as wie:
        assert not plaatsingen(wie)
        assert not Dossier.objects.exists()


def test_the_municipality_hears_the_number_and_the_day_and_nothing_else(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive", 2)
    plaats(enschede.als("consulent"), wacht(enschede, product="all-inclusive"), huis.plekken[0], vanaf=VANAF, op=OP)
    eigen = wacht(enschede, product="all-inclusive", college=enschede.centrum, nummer="2")
    plaats(enschede.als("consulent"), eigen, huis.plekken[1], vanaf=VANAF, op=OP)
    with als(enschede.als("consulent")):
        (bericht,) = Bericht.objects.all()
    tekst = inhoud_van(bericht).decode()
    assert (bericht.kanaal, bericht.soort) == ("map", "plaatsing")
    assert "2026-1" in tekst
    assert "9 maart 2026" in tekst
    assert "Wit" not in tekst


@pytest.mark.parametrize(
    ("regeling", "product", "huisvesting", "start", "uiterlijk"),
    [
        ("enschede", "all-inclusive", "", VANAF, date(2026, 5, 9)),
        ("drechtsteden", "een-op-een", "excl", date(2026, 2, 1), date(2026, 4, 1)),
    ],
)
def test_the_term_of_the_plan_starts_where_the_agreement_says(
    stad: Callable[[str], Stad], regeling: str, product: str, huisvesting: str, start: date, uiterlijk: date
) -> None:
    deze = stad(regeling)
    huis, besluit = open_huis(deze, product, huisvesting=huisvesting), wacht(deze, product=product)
    plaats(deze.als("consulent"), besluit, huis.plekken[0], vanaf=VANAF, op=OP)
    with als(deze.als("consulent")):
        klok = Klok.objects.get(soort="ondersteuningsplan")
        assert (klok.start, klok.uiterlijk) == (start, uiterlijk)


def test_an_agreement_without_that_term_starts_no_clock(stad: Callable[[str], Stad]) -> None:
    almelo = stad("almelo")
    huis, besluit = open_huis(almelo, "beschermd-wonen"), wacht(almelo, product="beschermd-wonen")
    plaats(almelo.als("consulent"), besluit, huis.plekken[0], vanaf=VANAF, op=OP)
    with als(almelo.als("consulent")):
        assert not Klok.objects.exists()


def test_a_place_that_is_taken_is_refused_in_words(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive")
    plaats(enschede.als("consulent"), wacht(enschede, product="all-inclusive"), huis.plekken[0], vanaf=VANAF, op=OP)
    tweede = wacht(enschede, product="all-inclusive", nummer="2")
    with pytest.raises(PlekBezet, match="net bezet"):
        plaats(enschede.als("consulent"), tweede, huis.plekken[0], vanaf=VANAF, op=OP)
    with als(enschede.als("consulent")):
        assert Plaatsing.objects.count() == 1
        assert Journaalregel.objects.filter(uitslag="geweigerd", handeling="verblijf.plaatsen").count() == 1


def test_nobody_gets_two_places(enschede: Stad) -> None:
    huis, besluit = open_huis(enschede, "all-inclusive", 2), wacht(enschede, product="all-inclusive")
    plaats(enschede.als("consulent"), besluit, huis.plekken[0], vanaf=VANAF, op=OP)
    with pytest.raises(HeeftAlEenPlek):
        plaats(enschede.als("consulent"), besluit, huis.plekken[1], vanaf=VANAF, op=OP)


def test_a_bed_that_another_municipality_uses_is_not_free_for_who_cannot_see_it(enschede: Stad) -> None:
    """Without a mandate the centre does not see the stay, and still hears that the place is taken, not by whom."""
    huis = open_huis(enschede, "all-inclusive")
    with als(enschede.als("beheerder")):
        Mandaatregel.objects.filter(van__code=enschede.gemeente).delete()
    plaats(enschede.als("lokaal"), wacht(enschede, product="all-inclusive"), huis.plekken[0], vanaf=VANAF, op=OP)
    eigen = wacht(enschede, product="all-inclusive", college=enschede.centrum, nummer="2")
    with als(enschede.als("consulent")):
        assert not Plaatsing.objects.exists()
        assert not vrije_plekken("all-inclusive", VANAF)
        assert waarom_niet(eigen, huis.plekken[0], VANAF).waarde.niet_voldaan == ("vrij",)
    with pytest.raises(PlekBezet):
        plaats(enschede.als("consulent"), eigen, huis.plekken[0], vanaf=VANAF, op=OP)


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"vorm": "modulair"}, "soort"),
        ({"leveringsvorm": "pgb"}, "leveringsvorm"),
        ({"ingetrokken_op": OP}, "besluit"),
        ({"genomen_op": None, "ondertekend_door": None}, "besluit"),
        ({"periode": half_open(date(2026, 4, 1), TOT)}, "besluit"),
    ],
)
def test_a_decision_that_does_not_fit_is_refused_with_the_reason(
    enschede: Stad, velden: dict[str, object], reden: str
) -> None:
    huis, besluit = open_huis(enschede, "all-inclusive"), wacht(enschede, product="all-inclusive", **velden)
    with pytest.raises(PlekPastNiet) as weigering:
        plaats(enschede.als("consulent"), besluit, huis.plekken[0], vanaf=VANAF, op=OP)
    assert weigering.value.uitkomst.waarde.niet_voldaan == (reden,)
    assert str(weigering.value)


def test_a_place_without_a_contract_is_not_offered_and_not_given(enschede: Stad) -> None:
    huis, besluit = open_huis(enschede, "all-inclusive", contract=False), wacht(enschede, product="all-inclusive")
    with als(enschede.als("consulent")):
        assert not vrije_plekken("all-inclusive", VANAF)
    with pytest.raises(PlekPastNiet, match="geen contract"):
        plaats(enschede.als("consulent"), besluit, huis.plekken[0], vanaf=VANAF, op=OP)


def test_a_dossier_that_is_at_another_step_is_refused(enschede: Stad) -> None:
    huis, besluit = open_huis(enschede, "all-inclusive"), wacht(enschede, product="all-inclusive")
    with als(enschede.als("consulent")):
        Dossier.objects.update(stap="afgesloten")
    with pytest.raises(StapNietAanDeBeurt):
        plaats(enschede.als("consulent"), besluit, huis.plekken[0], vanaf=VANAF, op=OP)


@pytest.mark.parametrize("wie", ["contractbeheerder", "controller", "bestuurder", "toezichthouder"])
def test_who_has_no_part_in_it_may_not_place(enschede: Stad, wie: str) -> None:
    huis, besluit = open_huis(enschede, "all-inclusive"), wacht(enschede, product="all-inclusive")
    with pytest.raises(GeenMandaat):
        plaats(enschede.als(wie), besluit, huis.plekken[0], vanaf=VANAF, op=OP)


def test_without_a_mandate_the_centre_does_not_place_for_another_college(enschede: Stad) -> None:
    huis, besluit = open_huis(enschede, "all-inclusive"), wacht(enschede, product="all-inclusive")
    wie = enschede.als("consulent")
    with als(enschede.als("beheerder")):
        Mandaatregel.objects.filter(handeling="verblijf").delete()
    with pytest.raises(GeenMandaat):
        plaats(wie, besluit, huis.plekken[0], vanaf=VANAF, op=OP)


@pytest.mark.parametrize("regeling", sorted(versies()))
def test_every_agreement_starts_the_plan_on_a_day_that_is_known(regeling: str) -> None:
    begin = {termijn.vanaf for termijn in nieuwste(regeling).termijnen if termijn.soort == "ondersteuningsplan"}
    assert begin <= {"de plaatsing", "het besluit"}
