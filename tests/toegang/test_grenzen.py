"""What the database itself refuses, each constraint by its name, and what others cannot see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError

from tests.stad import Stad
from tests.toegang.weg import OP, breng_tot, voorstel_van
from voordeur.kern.actor import als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.perioden import half_open
from voordeur.regels.datums import Periode
from voordeur.toegang.models import Besluit, Document, Dossier, Klok
from voordeur.toegang.queries import waarom_klok
from voordeur.toegang.termijnen import schort_op, start_klok

Bouw = Callable[[str], Stad]


def breekt(stad: Stad, doe: Callable[[], object]) -> str:
    with pytest.raises(IntegrityError) as fout, als(stad.als("consulent")):
        doe()
    return constraint_van(fout.value)


@pytest.mark.parametrize(
    ("velden", "naam"),
    [
        ({"stap": "zoek"}, "dossier_stap_bekend"),
        ({"bevestigd_op": date(2026, 3, 1)}, "dossier_bevestigd_na_melding"),
    ],
)
def test_a_dossier_that_cannot_be(stad: Bouw, velden: dict[str, Any], naam: str) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding")
    assert breekt(hier, lambda: Dossier.objects.filter(pk=dossier.pk).update(**velden)) == naam


def test_a_number_is_given_once(stad: Bouw) -> None:
    hier = stad("enschede")
    een, twee = breng_tot(hier, "melding"), breng_tot(hier, "melding")
    dubbel = Dossier.objects.filter(pk=twee.pk)
    assert breekt(hier, lambda: dubbel.update(nummer=een.nummer)) == "dossier_een_nummer"


def test_one_clock_of_a_kind_runs_and_none_ends_before_it_starts(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding")
    assert breekt(hier, lambda: start_klok(dossier, "onderzoek", OP, "x")) == "klok_een_lopende_per_soort"
    klokken = Klok.objects.filter(dossier=dossier)
    assert breekt(hier, lambda: klokken.update(uiterlijk=date(2026, 3, 1))) == "klok_eindigt_na_start"


@pytest.mark.parametrize(
    ("velden", "naam"),
    [
        ({"ondertekend_door": "zelf", "genomen_op": OP}, "besluit_vier_ogen"),
        ({"genomen_op": OP}, "besluit_genomen_is_ondertekend"),
        ({"ondertekend_door": -1}, "besluit_genomen_is_ondertekend"),
        ({"vorm": ""}, "besluit_toekenning_noemt_vorm_en_periode"),
        ({"periode": None}, "besluit_toekenning_noemt_vorm_en_periode"),
        ({"strekking": "anders"}, "besluit_strekking_bekend"),
    ],
)
def test_a_decision_that_cannot_be(stad: Bouw, velden: dict[str, Any], naam: str) -> None:
    hier = stad("enschede")
    besluit = voorstel_van(hier, breng_tot(hier, "voorbereid"))
    if velden.get("ondertekend_door") == "zelf":
        velden = velden | {"ondertekend_door": besluit.voorbereid_door}
    assert breekt(hier, lambda: Besluit.objects.filter(pk=besluit.pk).update(**velden)) == naam


def test_one_decision_is_prepared_at_a_time_and_each_has_its_number(stad: Bouw) -> None:
    hier = stad("enschede")
    een, twee = (voorstel_van(hier, breng_tot(hier, "voorbereid")) for _ in range(2))
    assert breekt(hier, lambda: Besluit.objects.filter(pk=twee.pk).update(nummer=een.nummer)) == "besluit_een_nummer"
    kopie = {"nummer": "2026-9999", "strekking": "toekenning", "vorm": "modulair", "periode": half_open(OP, None)}
    kopie |= {"voorbereid_door": 1, "voorbereid_op": OP, "regio_id": hier.regio, "college_code": hier.gemeente}
    maak = lambda: Besluit.objects.create(dossier_id=een.dossier_id, **kopie)  # noqa: E731
    assert breekt(hier, maak) == "besluit_een_in_voorbereiding"


def test_a_dossier_is_never_removed_from_under_what_hangs_on_it(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding")
    with pytest.raises(ProtectedError), als(hier.als("consulent")):
        Dossier.objects.filter(pk=dossier.pk).delete()


@pytest.mark.parametrize("wie", ["buur", "aanbieder", "opvang"])
def test_who_is_not_of_the_dossier_sees_none_of_it(stad: Bouw, wie: str) -> None:
    hier = stad("enschede")
    breng_tot(hier, "genomen")
    with als(hier.als(wie)):
        assert [soort.objects.count() for soort in (Dossier, Klok, Besluit, Document)] == [0, 0, 0, 0]


def test_another_region_sees_nothing(stad: Bouw) -> None:
    hier, elders = stad("enschede"), stad("enschede")
    breng_tot(hier, "genomen")
    with als(elders.als("teamleider")):
        assert not Dossier.objects.exists()


def test_a_suspension_moves_the_end_and_its_reason_is_told_again(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    with als(hier.als("consulent")):
        klok = Klok.objects.select_related("dossier").get(dossier=dossier, soort="besluit")
        schort_op(klok, [Periode(date(2026, 3, 4), date(2026, 3, 10))])
        opnieuw = Klok.objects.select_related("dossier").get(pk=klok.pk)
        assert opnieuw.uiterlijk == date(2026, 3, 23) == waarom_klok(opnieuw).waarde.uiterlijk
