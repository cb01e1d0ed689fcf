"""The page on health says what is wrong and what to do, from what is really there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client, override_settings

from tests.stad import Stad
from voordeur.beheer.queries import gezondheid as metingen
from voordeur.beheer.queries.gezondheid import Meting, gezondheid
from voordeur.berichten.models import Bericht
from voordeur.kern.actor import als
from voordeur.kern.journaal import verzegel

STAD = Callable[[str], Stad]
NU = datetime.now(UTC)


@pytest.fixture
def deze(stad: STAD) -> Stad:
    return stad("enschede")


def stand(deze: Stad, nu: datetime = NU) -> dict[str, Meting]:
    with als(deze.als("beheerder")):
        return {meting.naam: meting for meting in gezondheid(deze.regio, nu)}


def hartslag(om: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_workers")
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [om])


def test_a_worker_that_fell_silent_is_told(deze: Stad) -> None:
    hartslag(NU - timedelta(seconds=20))
    assert stand(deze)["Werker"].stand == "goed"
    hartslag(NU - timedelta(minutes=3))
    assert stand(deze)["Werker"].stand == "fout"
    assert stand(deze)["Werker"].doe == "Start de dienst opnieuw."


def test_messages_that_failed_or_wait_long_are_told(deze: Stad) -> None:
    assert stand(deze)["Berichten"].stand == "goed"
    with als(deze.als("beheerder")):
        bericht = Bericht.objects.create(regio_id=deze.regio, kanaal="map", aan="x", soort="brief", inhoud=b"")
    assert stand(deze, NU + timedelta(hours=1))["Berichten"].stand == "fout"
    with als(deze.als("beheerder")):
        Bericht.objects.filter(pk=bericht.pk).update(stand="mislukt")
    assert stand(deze)["Berichten"].stand == "let_op"


def test_a_journal_that_is_no_longer_sealed_is_told(deze: Stad) -> None:
    client = Client()
    client.force_login(deze.accounts["beheerder"])
    client.get("/dossiers/")
    with als(deze.als("beheerder")):
        verzegel(deze.regio)
    assert stand(deze)["Verzegelen van het logboek"].stand == "goed"


@pytest.mark.parametrize(("vrij", "verwacht"), [(50, "goed"), (10, "let_op"), (2, "fout")])
def test_a_disk_that_fills_up_is_told(monkeypatch: pytest.MonkeyPatch, vrij: int, verwacht: str) -> None:
    soort = type(shutil.disk_usage("/"))
    monkeypatch.setattr(metingen.shutil, "disk_usage", lambda _: soort(100, 100 - vrij, vrij))
    assert metingen._schijf(Path("/bestaat/niet")).stand == verwacht


def test_a_held_day_and_the_versions_are_told(deze: Stad) -> None:
    with override_settings(VOORDEUR_VANDAAG=date(2026, 3, 2)):
        assert stand(deze)["Datum"].hoe == "De dag staat vast op 02-03-2026."
    nu = stand(deze)
    assert (nu["Versie"].stand, nu["Klok"].stand, nu["Database"].stand) == ("goed", "goed", "goed")


def test_a_fresh_installation_has_not_watched_the_terms_yet_and_that_is_no_fault(deze: Stad) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(applied) FROM django_migrations")
        gemaakt: datetime = cursor.fetchone()[0]
        cursor.execute("DELETE FROM procrastinate_periodic_defers WHERE task_name = 'toegang.bewaak'")
    nieuw = stand(deze, gemaakt + timedelta(minutes=30))["Termijnen bewaken"]
    assert (nieuw.stand, nieuw.chip.tekst, nieuw.is_zorg) == ("nog_niet", "Nog niet gelopen", False)
    assert stand(deze, gemaakt + timedelta(hours=3))["Termijnen bewaken"].stand == "fout"


def test_the_page_puts_what_is_wrong_first(deze: Stad) -> None:
    client = Client()
    client.force_login(deze.accounts["beheerder"])
    hartslag(NU - timedelta(minutes=3))
    pagina = client.get("/beheer/gezondheid/").content.decode()
    assert "uw aandacht" in pagina
    assert pagina.index("Start de dienst opnieuw") < pagina.index("Database en versie passen bij elkaar")
