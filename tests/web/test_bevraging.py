"""How many questions a page asks of the database: frozen, and the same for one row as for thirty."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from tests.stad import Stad, bouw_stad
from tests.web.adressen import Adres, met_scherm
from tests.web.wereld import REGELING, klant, met_geld, vul
from voordeur.schermen.verzoek import mag_openen
from voordeur.web.klok import vandaag

pytestmark = pytest.mark.traag
BESTAND = Path(__file__).with_name("bevraging.json")
WIE = ("consulent", "contractbeheerder", "controller", "bestuurder", "beheerder", "aanbieder")
# the beginning leads elsewhere, and a filter is only kept
GEEN_PAGINA = {"beheer:inlezen_nieuw", "beheer:lijst_maken", "web:begin", "web:filter_bewaren"}
PAGINAS = [adres for adres in met_scherm() if not adres.velden and adres.naam not in GEEN_PAGINA]


@pytest.fixture(scope="module")
def steden(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[int, Stad]]:
    """One region with a case of each sort, and one with thirty."""
    with django_db_blocker.unblock():
        gevonden = {}
        for aantal in (1, 30):
            gevonden[aantal] = bouw_stad(REGELING)
            met_geld(gevonden[aantal])
            vul(gevonden[aantal], aantal)
        yield gevonden


def gevraagd(stad: Stad, wie: str, adres: Adres) -> int:
    client, pad = klant(stad, wie), adres.pad({})
    # the first request of a session writes when it began
    client.get("/hulp/")
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        assert client.get(pad).status_code == 200
    return len(vragen)


def bewaard() -> dict[str, int]:
    gelezen: dict[str, int] = json.loads(BESTAND.read_text("utf-8")) if BESTAND.exists() else {}
    return gelezen


def bewaar(naam: str, aantal: int) -> None:
    BESTAND.write_text(json.dumps(bewaard() | {naam: aantal}, indent=1, sort_keys=True) + "\n", "utf-8")


@pytest.mark.parametrize("adres", PAGINAS, ids=lambda adres: adres.naam)
def test_a_page_asks_as_much_for_one_row_as_for_thirty_and_not_more_than_before(
    steden: dict[int, Stad], adres: Adres
) -> None:
    """When a page rightly asks more: run once with BEVRAGING=schrijf and look at the difference of the file."""
    for wie in WIE:
        if mag_openen(steden[1].als(wie), adres.naam, vandaag()):
            een, dertig = (gevraagd(steden[aantal], wie, adres) for aantal in (1, 30))
            naam = f"{adres.naam} {wie}"
            if os.environ.get("BEVRAGING") == "schrijf":
                bewaar(naam, een)
            assert (naam, dertig) == (naam, een)
            assert (naam, een) == (naam, bewaard().get(naam))


def test_the_file_names_no_page_that_is_gone() -> None:
    namen = {adres.naam for adres in PAGINAS}
    assert {sleutel.split(" ")[0] for sleutel in bewaard()} <= namen
