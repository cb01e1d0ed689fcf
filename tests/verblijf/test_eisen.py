"""What the database itself never lets through, each by its name; and that a free place can be had."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.stad import Stad
from tests.verblijf.opzet import BEGIN, OP, Huis, open_huis, wacht
from voordeur.kern.actor import als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.perioden import half_open
from voordeur.regels.datums import Periode
from voordeur.regels.plaatsing import Past
from voordeur.regels.uitkomst import Uitkomst
from voordeur.toegang.models import Besluit
from voordeur.verblijf import actions
from voordeur.verblijf.actions import plaats
from voordeur.verblijf.fouten import HeeftAlEenPlek, PlekBezet
from voordeur.verblijf.models import Plaatsing
from voordeur.verblijf.queries import kansen, plekken, vrije_plekken


def rij(besluit: Besluit, huis: Huis, plek: int = 0, **velden: Any) -> dict[str, Any]:
    return {
        "regio_id": besluit.regio_id, "college_code": besluit.college_code, "dossier_id": besluit.dossier_id,
        "besluit": besluit, "plek": huis.plekken[plek], "organisatie_id": huis.locatie.organisatie_id,
        "periode": half_open(OP, None), "geplaatst_door": 1, "geplaatst_op": OP,
    } | velden  # fmt: skip


def breekt(naam: str, *rijen: dict[str, Any]) -> None:
    *goed, fout = rijen
    for deze in goed:
        Plaatsing.objects.create(**deze)
    with pytest.raises(IntegrityError) as melding, transaction.atomic():
        Plaatsing.objects.create(**fout)
    assert constraint_van(melding.value) == naam


def test_no_bed_has_two_people(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive")
    een, twee = (wacht(enschede, product="all-inclusive", nummer=nummer) for nummer in "12")
    with als(enschede.als("consulent")):
        breekt("plaatsing_geen_dubbel_bed", rij(een, huis), rij(twee, huis))


def test_nobody_has_two_beds(enschede: Stad) -> None:
    huis, besluit = open_huis(enschede, "all-inclusive", 2), wacht(enschede, product="all-inclusive")
    with als(enschede.als("consulent")):
        breekt("plaatsing_een_plek_per_persoon", rij(besluit, huis), rij(besluit, huis, 1))


def test_a_stay_has_days(enschede: Stad) -> None:
    huis, besluit = open_huis(enschede, "all-inclusive"), wacht(enschede, product="all-inclusive")
    with als(enschede.als("consulent")):
        breekt("plaatsing_periode_niet_leeg", rij(besluit, huis, periode=half_open(OP, OP - timedelta(days=1))))


@pytest.mark.parametrize("velden", [{"reden_einde": "anders"}, {"beeindigd_op": OP}])
def test_an_end_has_a_day_and_a_reason(enschede: Stad, velden: dict[str, Any]) -> None:
    huis, besluit = open_huis(enschede, "all-inclusive"), wacht(enschede, product="all-inclusive")
    with als(enschede.als("consulent")):
        breekt("plaatsing_einde_met_reden", rij(besluit, huis, **velden))


def test_a_stay_cannot_be_written_for_another_college(enschede: Stad) -> None:
    huis, besluit = open_huis(enschede, "all-inclusive"), wacht(enschede, product="all-inclusive")
    with als(enschede.als("buur")), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Plaatsing.objects.create(**rij(besluit, huis))


def test_one_stay_can_follow_the_other_the_next_day(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive")
    een, twee = (wacht(enschede, product="all-inclusive", nummer=nummer) for nummer in "12")
    with als(enschede.als("consulent")):
        Plaatsing.objects.create(**rij(een, huis, periode=half_open(OP, date(2026, 3, 31))))
        Plaatsing.objects.create(**rij(twee, huis, periode=half_open(date(2026, 4, 1), None)))


@pytest.mark.parametrize(("plek", "weigering"), [(0, PlekBezet), (1, HeeftAlEenPlek)])
def test_when_the_check_saw_it_free_the_constraint_still_refuses_in_words(
    enschede: Stad, monkeypatch: pytest.MonkeyPatch, plek: int, weigering: type[Exception]
) -> None:
    huis = open_huis(enschede, "all-inclusive", 2)
    een, twee = (wacht(enschede, product="all-inclusive", nummer=nummer) for nummer in "12")
    plaats(enschede.als("consulent"), een, huis.plekken[0], vanaf=OP, op=OP)
    vrij = Uitkomst(Past(True, Periode(OP), ()), ())
    monkeypatch.setattr(actions, "waarom_niet", lambda *_: vrij)
    with als(enschede.als("consulent")):
        type(een.dossier).objects.update(stap="plaatsing")
    wie = twee if weigering is PlekBezet else een
    with pytest.raises(weigering):
        plaats(enschede.als("consulent"), wie, huis.plekken[plek], vanaf=OP, op=OP)
    with als(enschede.als("consulent")):
        assert Plaatsing.objects.count() == 1


DAGEN = st.integers(0, 40).map(lambda aantal: BEGIN + timedelta(days=aantal))


class Terug(Exception):
    """Undoes an example."""


def test_a_place_is_offered_exactly_when_it_can_be_had(enschede: Stad) -> None:
    """Whatever is taken and asked: search, 'Waarom niet?' and the booking itself never disagree."""
    huis = open_huis(enschede, "all-inclusive", 2)
    bezetter, vrager = (wacht(enschede, product="all-inclusive", nummer=nummer) for nummer in "12")

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(DAGEN, DAGEN, DAGEN, DAGEN, DAGEN)
    def klopt(bezet_van: date, bezet_tot: date, recht_van: date, recht_tot: date, vanaf: date) -> None:
        bezet_van, bezet_tot = sorted((bezet_van, bezet_tot))
        recht_van, recht_tot = sorted((recht_van, recht_tot))
        with pytest.raises(Terug), als(enschede.als("consulent")) as wie:
            Plaatsing.objects.create(**rij(bezetter, huis, periode=half_open(bezet_van, bezet_tot)))
            vrager.periode = half_open(recht_van, recht_tot)
            vrager.save(update_fields=["periode"])
            in_recht = recht_van <= vanaf <= recht_tot
            vrij = set(vrije_plekken("all-inclusive", vanaf, recht_tot)) if in_recht else set()
            past = {kans.plek for kans in kansen(wie, vrager, plekken(), vanaf) if kans.uitkomst.waarde.past}
            assert past == vrij == {plek for plek in huis.plekken if lukt(wie, plek, vanaf)}
            raise Terug

    def lukt(wie: Any, plek: Any, vanaf: date) -> bool:
        from voordeur.kern.fouten import Geweigerd

        try:
            with transaction.atomic():
                plaats(wie, vrager, plek, vanaf=vanaf, op=OP)
                raise Terug
        except Terug:
            return True
        except Geweigerd:
            return False

    klopt()


def test_without_a_last_day_only_places_without_any_later_stay_are_offered(stad: Callable[[str], Stad]) -> None:
    enschede = stad("enschede")
    huis = open_huis(enschede, "all-inclusive", 2)
    straks = wacht(enschede, product="all-inclusive")
    plaats(enschede.als("consulent"), straks, huis.plekken[0], vanaf=date(2026, 12, 1), op=OP)
    with als(enschede.als("consulent")):
        assert list(vrije_plekken("all-inclusive", OP)) == [huis.plekken[1]]
        assert list(vrije_plekken("all-inclusive", OP, date(2026, 11, 30))) == list(huis.plekken)
