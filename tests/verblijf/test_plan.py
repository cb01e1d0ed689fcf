"""The plan of the provider is waited for, and noted when it is there."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.stad import Stad
from tests.verblijf.opzet import OP, open_huis, wacht
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat
from voordeur.toegang.models import Klok
from voordeur.verblijf.actions import ontvang_plan, plaats
from voordeur.verblijf.fouten import GeenPlanVerwacht, PlanDagKloptNiet
from voordeur.verblijf.models import Plaatsing

BINNEN = date(2026, 4, 1)
DAARNA = date(2026, 4, 2)


@pytest.fixture
def plaatsing(enschede: Stad) -> Plaatsing:
    huis, besluit = open_huis(enschede, "all-inclusive"), wacht(enschede, product="all-inclusive")
    return plaats(enschede.als("consulent"), besluit, huis.plekken[0], vanaf=OP, op=OP).object


def test_the_term_stops_on_the_day_on_which_the_plan_came(enschede: Stad, plaatsing: Plaatsing) -> None:
    ontvang_plan(enschede.als("consulent"), plaatsing, ontvangen_op=BINNEN, op=DAARNA)
    with als(enschede.als("consulent")):
        assert Klok.objects.get().klaar_op == BINNEN


def test_a_plan_is_noted_once(enschede: Stad, plaatsing: Plaatsing) -> None:
    ontvang_plan(enschede.als("consulent"), plaatsing, ontvangen_op=BINNEN, op=BINNEN)
    with pytest.raises(GeenPlanVerwacht):
        ontvang_plan(enschede.als("consulent"), plaatsing, ontvangen_op=BINNEN, op=BINNEN)


@pytest.mark.parametrize("dag", [date(2026, 3, 1), date(2026, 4, 3)])
def test_a_plan_comes_after_the_placement_and_not_in_the_future(
    enschede: Stad, plaatsing: Plaatsing, dag: date
) -> None:
    with pytest.raises(PlanDagKloptNiet, match="2 maart 2026 tot en met 2 april 2026"):
        ontvang_plan(enschede.als("consulent"), plaatsing, ontvangen_op=dag, op=DAARNA)


def test_who_does_not_work_on_the_file_cannot_note_it(enschede: Stad, plaatsing: Plaatsing) -> None:
    with pytest.raises(GeenMandaat):
        ontvang_plan(enschede.als("controller"), plaatsing, ontvangen_op=BINNEN, op=BINNEN)


def test_the_page_tells_at_the_field_which_days_can_be(enschede: Stad, plaatsing: Plaatsing, settings: object) -> None:
    settings.VOORDEUR_VANDAAG = DAARNA  # type: ignore[attr-defined]
    client = Client()
    client.force_login(enschede.accounts["consulent"])
    with als(enschede.als("consulent")):
        adres = f"/verblijf/plan/{Plaatsing.objects.select_related('dossier').get().dossier.nummer}/"
    fout = client.post(adres, {"ontvangen_op": "2026-05-01", "_bevestig": "1"})
    assert fout.status_code == 422
    assert fout.content.decode().count("Vul een dag in van 2 maart 2026 tot en met 2 april 2026.") == 2
    goed = client.post(adres, {"ontvangen_op": "2026-04-01", "_bevestig": "1"}, follow=True)
    assert "Het plan voor" in goed.content.decode()
