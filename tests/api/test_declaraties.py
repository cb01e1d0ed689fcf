"""Claims by the machine door, in a region that pays per block."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.api.opzet import systeem_van
from tests.geld import opzet as geld
from tests.stad import Stad, bouw_stad
from voordeur.regels.perioden import blok_van
from voordeur.web.klok import vandaag


@pytest.fixture(scope="module")
def blokstad(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        stad = bouw_stad("drechtsteden")
        geld.contract(stad, soort="inkoop")
        geld.indexbegroting(stad)
        yield stad


def test_a_provider_claims_once_and_the_region_assesses_what_it_saw(blokstad: Stad) -> None:
    aanbieder, controller = systeem_van(blokstad, "aanbieder"), systeem_van(blokstad, "controller")
    verblijf = geld.blokverblijf(blokstad)
    vraag = {
        "plaatsing": verblijf.pk,
        "blok": blok_van(blokstad.regeling.perioden, vandaag()).waarde.nummer - 1,
        "bedrag": "1.00",
    }
    open_ = aanbieder.get(f"/v1/plaatsingen/{verblijf.pk}/blokken").json()["items"]
    assert vraag["blok"] == open_[0]["blok"]
    te_veel = aanbieder.maak("/v1/declaraties", vraag | {"bedrag": "1"})
    assert te_veel.json()["errors"][0]["pointer"] == "#/bedrag"
    nul = aanbieder.maak("/v1/declaraties", vraag | {"bedrag": "0.00"})
    assert nul.json()["errors"] == [{"detail": "Het bedrag moet groter zijn dan nul.", "pointer": "#/bedrag"}]
    eerste = aanbieder.maak("/v1/declaraties", vraag)
    assert eerste.status_code == 201, eerste.content
    pad = eerste.headers["Location"]
    gelezen = controller.get(pad)
    verwacht = gelezen.json()["verwacht"]
    assert (gelezen.json()["bedrag"], gelezen.json()["berekening"]["uitkomst"]["verwacht"]) == ("1.00", verwacht)
    assert gelezen.json()["berekening"]["waarom"]
    dubbel = aanbieder.maak("/v1/declaraties", vraag)
    assert dubbel.json()["errors"][0]["pointer"] == "#/blok"
    gezien = gelezen.headers["ETag"]
    assert controller.post(f"{pad}/goedkeuringen", if_match=gezien).status_code == 409
    leeg = controller.post(f"{pad}/afwijzingen", {"reden": ""}, if_match=gezien)
    assert leeg.json()["errors"] == [{"detail": "Schrijf op waarom.", "pointer": "#/reden"}]
    af = controller.post(f"{pad}/afwijzingen", {"reden": "Het bedrag klopt niet."}, if_match=gezien)
    assert (af.status_code, af.json()["stand"]) == (200, "afgekeurd")
    te_laat = controller.post(f"{pad}/goedkeuringen", if_match=gezien)
    assert {"veld": "stand", "gezien": "ingediend", "nu": "afgekeurd"} in te_laat.json()["gewijzigd"]
    opnieuw = aanbieder.maak("/v1/declaraties", vraag | {"bedrag": verwacht}).headers["Location"]
    goed = controller.post(f"{opnieuw}/goedkeuringen", if_match=controller.get(opnieuw).headers["ETag"])
    assert (goed.status_code, goed.json()["stand"]) == (200, "goedgekeurd"), goed.content
    assert aanbieder.get(pad).json()["reden"] == "Het bedrag klopt niet."
