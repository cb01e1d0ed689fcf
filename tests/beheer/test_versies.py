"""A new version of the agreement: checked, compared, confirmed by a second person, from its first day on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, connections, transaction
from psycopg.conninfo import make_conninfo
from pytest_django import DjangoDbBlocker

from tests.beheer.beleid_opzet import document_tekst
from tests.cli.hulp import voordeur
from tests.geld.opzet import bouwer, contract, verblijf
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import breng_tot
from tests.web.wereld import klant
from voordeur.beheer.models import Versievoorstel
from voordeur.kern.actor import als
from voordeur.kern.models import Regelingversie
from voordeur.kern.onderhoud import systeem
from voordeur.kern.queries import regeling_van, regeling_versie
from voordeur.web.klok import vandaag


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        yield bouw_stad("drechtsteden")


def tekst(stad: Stad, dag: date) -> str:
    """The agreement of today from another day on, with another minimum age and a price that was raised."""
    oud = stad.regeling.versie.isoformat()
    return (
        document_tekst(stad.regeling.id, stad.regeling.versie)
        .replace(f"versie = {oud}", f"versie = {dag}")
        .replace(f"[looptijd]\nvan = {oud}", f"[looptijd]\nvan = {dag}")
        .replace("\ntot = 2018-12-30\n", "\n")
        .replace('naam = "Drechtsteden"', 'naam = "Drechtsteden nieuw"')
    )


def laad(stad: Stad, inhoud: str, wie: str = "controller") -> Any:
    bestand = SimpleUploadedFile("nieuw.toml", inhoud.encode())
    return klant(stad, wie).post(
        "/beheer/beleid/versie/nieuw/", {"bestand": bestand, "besluit": "De colleges, 3 mei"}, follow=True
    )


def test_a_file_with_faults_gives_each_of_them_with_line_and_field(stad: Stad) -> None:
    fout = (
        tekst(stad, vandaag() + timedelta(days=30))
        .replace("vanaf = 18", 'vanaf = "18"')
        .replace("dagen = 28", "dagen = 2.8")
    )
    antwoord = laad(stad, fout)
    assert antwoord.status_code == 422
    gezegd = " ".join(str(deel) for deel in antwoord.context["formulier"].non_field_errors())
    assert "tarieven.eenheid.dagen: hier hoort een heel getal" in gezegd
    assert "regel " in gezegd
    ander = laad(stad, document_tekst("enschede", date(2022, 1, 1)))
    assert "Uw regio werkt met" in ander.content.decode()
    te_laat = laad(stad, tekst(stad, vandaag() - timedelta(days=1)))
    assert "Kies vandaag of later" in te_laat.content.decode()
    with als(bouwer(stad)):
        assert not Versievoorstel.objects.exists()


def test_a_version_is_compared_confirmed_by_another_and_holds_from_its_day_also_elsewhere(stad: Stad) -> None:
    dag = vandaag() + timedelta(days=30)
    oud = breng_tot(stad, "melding")
    contract(stad)
    verblijf(stad, arrangement="tot-12-intramuraal", zwaarte="midden", product="tot-12-intramuraal")
    antwoord = laad(stad, tekst(stad, dag).replace("2771.89", "2999.99"))
    pagina = antwoord.content.decode()
    assert "Tarieven" in pagina
    assert "Anders: " in pagina
    assert "De toegang volgt de dag van de melding." in pagina
    assert "Wat verandert er voor lopende zaken?" in pagina
    voorstel = antwoord.request["PATH_INFO"]
    assert "U legde dit zelf klaar" in pagina
    with als(systeem(stad.regio)):
        assert regeling_van(stad.regio, dag)[0].naam == "Drechtsteden"
    assert klant(stad, "controller").post(voorstel).status_code == 403
    assert klant(stad, "teamleider").post(voorstel).status_code in (302, 303)
    with als(systeem(stad.regio)):
        assert regeling_van(stad.regio, dag - timedelta(days=1))[0].naam == "Drechtsteden"
        nieuw, stappen = regeling_van(stad.regio, dag)
        assert (nieuw.naam, stappen) == ("Drechtsteden nieuw", ())
        assert regeling_versie(stad.regio, oud.regeling_versie, oud.gemeld_op).naam == "Drechtsteden"
    with psycopg.connect(make_conninfo(**_elders())) as ander:
        ander.execute("SELECT set_config('voordeur.regio', %s, true)", [stad.regio])
        rij = ander.execute("SELECT versie, soort FROM kern_regelingversie").fetchone()
    assert rij == (dag, "geladen")
    klant(stad, "bestuurder").post(f"/beheer/beleid/versie/{dag}/intrekken/")
    with als(systeem(stad.regio)):
        assert regeling_van(stad.regio, dag)[0].naam == "Drechtsteden"
        assert Regelingversie.objects.count() == 2
    assert klant(stad, "bestuurder").get(f"/beheer/beleid/versie/{dag}/intrekken/").status_code == 404


def _elders() -> dict[str, Any]:
    """How another process gets to the same database."""
    nu = connections["default"].settings_dict
    return {
        "dbname": nu["NAME"], "user": nu["USER"], "password": nu["PASSWORD"], "host": nu["HOST"], "port": nu["PORT"]
    }  # fmt: skip


def test_the_command_puts_a_version_ready_and_anybody_who_may_confirms_it(stad: Stad, tmp_path: Path) -> None:
    bestand = tmp_path / "versie.toml"
    dag = vandaag() + timedelta(days=60)
    bestand.write_text("id = 5\n")
    antwoord = voordeur("regeling", "laad", str(bestand), "--regio", stad.regio, "--besluit", "x", "--json")
    assert (antwoord.code, bool(antwoord.json["uitkomst"]["fouten"])) == (1, True)
    bestand.write_text(tekst(stad, dag))
    antwoord = voordeur("regeling", "laad", str(bestand), "--regio", stad.regio, "--besluit", "De colleges", "--json")
    assert (antwoord.code, antwoord.json["uitkomst"]["versie"]) == (0, dag.isoformat())
    assert voordeur("regeling", "laad", str(bestand), "--regio", stad.regio, "--besluit", "x").code == 2
    assert voordeur("regeling", "laad", str(bestand), "--regio", "nergens", "--besluit", "x").code == 2
    with als(bouwer(stad)):
        pk = Versievoorstel.objects.get(versie=dag).pk
    assert klant(stad, "bestuurder").post(f"/beheer/beleid/versie/{pk}/").status_code in (302, 303)
    with als(systeem(stad.regio)):
        assert regeling_van(stad.regio, dag)[0].versie == dag


def test_what_the_database_itself_refuses(stad: Stad) -> None:
    velden = {
        "regio_id": stad.regio,
        "regeling": "x",
        "versie": date(2099, 1, 1),
        "inhoud": b"x",
        "hash": "x",
        "op": vandaag(),
    }
    breng_tot(stad, "melding")
    with als(bouwer(stad)):
        with pytest.raises(IntegrityError, match="regelingversie_vier_ogen"), transaction.atomic():
            Regelingversie.objects.create(**velden, voorbereid_door=1, door=1)
        with pytest.raises(IntegrityError, match="regelingversie_soort"), transaction.atomic():
            Regelingversie.objects.create(**velden, soort="anders")
        rij = Regelingversie.objects.create(**velden)
        for doe in (lambda alle: alle.update(hash="y"), lambda alle: alle.delete()):
            with pytest.raises(DatabaseError, match="groeit alleen"), transaction.atomic():
                doe(Regelingversie.objects.filter(pk=rij.pk))
        voorstel = {"regio_id": stad.regio, "versie": date(2099, 1, 1), "inhoud": b"x", "hash": "x", "besluit": "x"}
        with pytest.raises(IntegrityError, match="versievoorstel_vier_ogen"), transaction.atomic():
            Versievoorstel.objects.create(**voorstel, voorbereid_door=1, voorbereid_op=vandaag(), bevestigd_door=1)
        Versievoorstel.objects.create(**voorstel, voorbereid_op=vandaag())
        with pytest.raises(IntegrityError, match="versievoorstel_een_open"), transaction.atomic():
            Versievoorstel.objects.create(**voorstel, voorbereid_op=vandaag())
        transaction.set_rollback(True)
