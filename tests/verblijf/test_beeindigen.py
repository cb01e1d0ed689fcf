"""A stay ends: the place is free from the day after, the dossier closes, who has to know is told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.stad import Stad
from tests.verblijf.opzet import OP, Huis, open_huis, wacht
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.perioden import gesloten
from voordeur.toegang.models import Dossier, Klok
from voordeur.verblijf.actions import REDENEN, beeindig, plaats
from voordeur.verblijf.fouten import AlBeeindigd, LaatsteDagKloptNiet, RedenOnbekend
from voordeur.verblijf.models import Plaatsing
from voordeur.verblijf.queries import Geleverd, geleverde_dagen, vrije_plekken, wachtlijst

LAATSTE = date(2026, 3, 31)


def verblijf(stad: Stad) -> tuple[Huis, Plaatsing]:
    huis, besluit = open_huis(stad, "all-inclusive"), wacht(stad, product="all-inclusive")
    return huis, plaats(stad.als("consulent"), besluit, huis.plekken[0], vanaf=OP, op=OP).object


def test_the_place_is_free_from_the_day_after_and_not_before(enschede: Stad) -> None:
    huis, plaatsing = verblijf(enschede)
    beeindig(enschede.als("consulent"), plaatsing, laatste_dag=LAATSTE, reden="doorstroom", op=OP)
    with als(enschede.als("consulent")):
        assert gesloten(Plaatsing.objects.get().periode).tot == LAATSTE
        assert not vrije_plekken("all-inclusive", LAATSTE)
        assert list(vrije_plekken("all-inclusive", date(2026, 4, 1))) == list(huis.plekken)


def test_the_dossier_closes_and_its_clock_stops(enschede: Stad) -> None:
    _, plaatsing = verblijf(enschede)
    beeindig(enschede.als("consulent"), plaatsing, laatste_dag=LAATSTE, reden="wlz", op=OP)
    with als(enschede.als("consulent")) as wie:
        dossier = Dossier.objects.get()
        assert (dossier.stap, dossier.afgesloten_op, dossier.versie) == ("afgesloten", OP, 3)
        assert Klok.objects.get().klaar_op == OP
        assert not wachtlijst(wie)


def test_the_municipality_hears_the_last_day_and_not_the_reason(enschede: Stad) -> None:
    _, plaatsing = verblijf(enschede)
    beeindig(enschede.als("consulent"), plaatsing, laatste_dag=LAATSTE, reden="overleden", op=OP)
    with als(enschede.als("consulent")):
        tekst = inhoud_van(Bericht.objects.get(soort="einde verblijf")).decode()
    assert "De laatste dag is 31 maart 2026." in tekst
    assert "overleden" not in tekst.lower()


@pytest.mark.parametrize("dag", [date(2026, 3, 1), date(2027, 3, 1)])
def test_a_last_day_outside_the_stay_is_refused(enschede: Stad, dag: date) -> None:
    _, plaatsing = verblijf(enschede)
    with pytest.raises(LaatsteDagKloptNiet, match="vanaf 2 maart 2026 en uiterlijk op 28 februari 2027"):
        beeindig(enschede.als("consulent"), plaatsing, laatste_dag=dag, reden="anders", op=OP)


def test_the_first_day_can_be_the_last_one(enschede: Stad) -> None:
    _, plaatsing = verblijf(enschede)
    beeindig(enschede.als("consulent"), plaatsing, laatste_dag=OP, reden="anders", op=OP)
    with als(enschede.als("consulent")):
        assert geleverde_dagen(enschede.aanbieder, date(2026, 1, 1), date(2026, 12, 31)) == [
            Geleverd(plaatsing.pk, enschede.gemeente, 1)
        ]


def test_a_stay_ends_once(enschede: Stad) -> None:
    _, plaatsing = verblijf(enschede)
    beeindig(enschede.als("consulent"), plaatsing, laatste_dag=LAATSTE, reden="anders", op=OP)
    with pytest.raises(AlBeeindigd, match="al beëindigd op 2 maart 2026"):
        beeindig(enschede.als("consulent"), plaatsing, laatste_dag=OP, reden="anders", op=OP)


def test_the_reason_comes_out_of_the_list(enschede: Stad) -> None:
    _, plaatsing = verblijf(enschede)
    with pytest.raises(RedenOnbekend):
        beeindig(enschede.als("consulent"), plaatsing, laatste_dag=LAATSTE, reden="boos", op=OP)
    assert set(REDENEN) == {"doorstroom", "wlz", "verhuizing", "overleden", "anders"}


def test_a_provider_does_not_end_a_stay(enschede: Stad) -> None:
    _, plaatsing = verblijf(enschede)
    with pytest.raises(GeenMandaat):
        beeindig(enschede.als("aanbieder"), plaatsing, laatste_dag=LAATSTE, reden="anders", op=OP)


@pytest.mark.parametrize(
    ("van", "tot", "dagen"),
    [
        (date(2026, 1, 1), date(2026, 3, 2), 1),
        (date(2026, 3, 1), date(2026, 3, 31), 30),
        (date(2026, 3, 10), date(2026, 3, 12), 3),
        (date(2027, 2, 28), date(2027, 12, 31), 1),
    ],
)
def test_delivered_days_are_counted_within_the_period_on_both_sides(
    enschede: Stad, van: date, tot: date, dagen: int
) -> None:
    _, plaatsing = verblijf(enschede)
    with als(enschede.als("controller")):
        assert geleverde_dagen(enschede.aanbieder, van, tot) == [Geleverd(plaatsing.pk, enschede.gemeente, dagen)]
        assert geleverde_dagen(enschede.andere_aanbieder, van, tot) == []


def test_no_days_are_delivered_outside_the_stay(enschede: Stad) -> None:
    verblijf(enschede)
    with als(enschede.als("controller")):
        assert geleverde_dagen(enschede.aanbieder, date(2026, 1, 1), date(2026, 3, 1)) == []
        assert geleverde_dagen(enschede.aanbieder, date(2027, 3, 1), date(2027, 3, 9)) == []
