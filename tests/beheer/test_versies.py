"""A new version of the agreement: checked, compared, confirmed by a second person, from its first day on."""

from __future__ import annotations

import re
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
from tests.toegang.weg import breng_tot, melding
from tests.web.wereld import klant
from voordeur.beheer.models import Partijwisseling, Versievoorstel
from voordeur.kern.actor import als
from voordeur.kern.mandaten import heeft_mandaat
from voordeur.kern.models import Aanstelling, Account, College, Mandaatregel, Regelingversie
from voordeur.kern.onderhoud import systeem
from voordeur.kern.perioden import gesloten, half_open
from voordeur.kern.queries import gemeentenamen, regeling_van, regeling_versie, ziet_alles
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.toegang.actions import meld
from voordeur.toegang.fouten import GemeenteDoetNietMee
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


def met_partijen(stad: Stad, dag: date, weg: str) -> str:
    """The agreement from a day on without one municipality, and with an invented one."""
    partijen = re.compile(r'\[\[partijen\]\]\ncode = "([0-9]{4})"\n(?:.+\n)+')
    zonder = partijen.sub(lambda deel: "" if deel[1] == weg else deel[0], tekst(stad, dag))
    grond = stad.regeling.partijen[0].grond[0]
    return f'{zonder}\n[[partijen]]\ncode = "9950"\nnaam = "Nieuwdorp"\ngrond = "{grond}"\n'


def voor(college: str) -> dict[str, date | None]:
    """The powers of a municipality with the end of each."""
    return {deel.handeling: deel.periode.upper for deel in Mandaatregel.objects.filter(van__code=college)}


@pytest.mark.usefixtures("stad")
def test_municipalities_join_and_leave_on_the_day_of_a_version_and_that_can_be_taken_back() -> None:
    stad, dag = bouw_stad("drechtsteden"), vandaag() + timedelta(days=40)
    weg, naam = stad.andere_gemeente, stad.regeling.gemeenten_op(vandaag())[stad.andere_gemeente].naam
    with als(bouwer(stad)):
        vooraf = (voor(weg), set(College.objects.values_list("code", "van", "tot")))
    antwoord = laad(stad, met_partijen(stad, dag, weg))
    pagina, voorstel = antwoord.content.decode(), antwoord.request["PATH_INFO"]
    for zin in (
        "Welke gemeenten erbij komen en weggaan", f"Doet mee vanaf {schrijf_datum(dag)}.", naam,
        f"Doet mee tot en met {schrijf_datum(dag - timedelta(days=1))}.", "Geeft mandaat voor: geld",
    ):  # fmt: skip
        assert zin in pagina, zin
    klant(stad, "teamleider").post(voorstel)
    with als(bouwer(stad)):
        nieuw, oud = College.objects.get(code="9950"), College.objects.get(code=weg)
        assert (nieuw.naam, nieuw.van, oud.tot) == ("Nieuwdorp", dag, dag - timedelta(days=1))
        assert voor(weg) == {"toegang": dag, "verblijf": dag, "inwoner": dag, "geld": None}
        assert not Aanstelling.objects.filter(college=oud, periode__contains=dag).exists()
        for op, erbij in ((dag - timedelta(days=1), False), (dag, True)):
            assert heeft_mandaat("toegang.melden", van="9950", aan=stad.centrum, op=op) == erbij
            assert heeft_mandaat("toegang.melden", van=weg, aan=stad.centrum, op=op) != erbij
            assert ("9950" in gemeentenamen(stad.regio, op), weg in gemeentenamen(stad.regio, op)) == (
                erbij, not erbij,
            )  # fmt: skip
    controller = stad.als("controller")
    with als(controller):
        assert ziet_alles(controller, vandaag()), "who joins later is not missing now"
    with pytest.raises(GemeenteDoetNietMee, match=naam):
        van_aanbieder = {"melder": "aanbieder", "aanbieder_id": stad.aanbieder}
        meld(stad.als("aanbieder"), melding(stad, college_code=weg, ontvangen_op=dag, **van_aanbieder), op=dag)
    onderweg = meld(stad.als("consulent"), melding(stad, college_code=weg), op=vandaag()).object
    assert f"Nog open: {onderweg.nummer}" in klant(stad, "teamleider").get("/beheer/beleid/").content.decode()
    klant(stad, "bestuurder").post(f"/beheer/beleid/versie/{dag}/intrekken/")
    with als(bouwer(stad)):
        assert (voor(weg), set(College.objects.values_list("code", "van", "tot"))) == vooraf


@pytest.mark.usefixtures("stad")
def test_taking_a_version_back_gives_nobody_what_ended_meanwhile() -> None:
    stad, dag = bouw_stad("drechtsteden"), vandaag() + timedelta(days=40)
    wie = ("consulent", "aanbieder", "contractbeheerder", "teamleider")
    with als(bouwer(stad)):
        weg = College.objects.get(code=stad.andere_gemeente)
        rol = {"regio_id": stad.regio, "rol": "toezichthouder", "college": weg}
        rijen = {
            naam: Aanstelling.objects.create(
                **rol, account=stad.accounts[naam], periode=half_open(vandaag(), None)
            ).pk
            for naam in wie
        }  # fmt: skip
    klant(stad, "teamleider").post(laad(stad, met_partijen(stad, dag, weg.code)).request["PATH_INFO"])
    gekort, eerder = dag - timedelta(days=1), dag - timedelta(days=9)
    with als(bouwer(stad)):
        assert {gesloten(deel.periode).tot for deel in Aanstelling.objects.filter(pk__in=rijen.values())} == {gekort}
        Mandaatregel.objects.filter(van=weg, handeling="verblijf").update(periode=half_open(vandaag(), eerder))
        Aanstelling.objects.filter(pk=rijen["consulent"]).update(periode=half_open(vandaag(), eerder))
        Account.objects.filter(pk=stad.accounts["aanbieder"].pk).update(laatste_dag=dag + timedelta(days=5))
        nieuwer = stad.accounts["contractbeheerder"]
        Aanstelling.objects.create(**rol, account=nieuwer, periode=half_open(dag + timedelta(days=3), None))
    klant(stad, "bestuurder").post(f"/beheer/beleid/versie/{dag}/intrekken/")
    with als(bouwer(stad)):
        assert not Partijwisseling.objects.exists()
        assert (voor(weg.code)["verblijf"], voor(weg.code)["toegang"]) == (eerder + timedelta(days=1), None)
        tot = {naam: gesloten(Aanstelling.objects.get(pk=pk).periode).tot for naam, pk in rijen.items()}
    assert tot == dict(zip(wie, (eerder, gekort, gekort, None), strict=True))


@pytest.mark.usefixtures("stad")
def test_a_municipality_with_open_dossiers_does_not_leave_and_the_centre_never_does() -> None:
    stad, dag = bouw_stad("drechtsteden"), vandaag() + timedelta(days=40)
    dossier = breng_tot(stad, "melding")
    antwoord = laad(stad, met_partijen(stad, dag, dossier.college_code))
    assert f"Nog open: {dossier.nummer}" in antwoord.content.decode()
    geweigerd = klant(stad, "teamleider").post(antwoord.request["PATH_INFO"])
    assert geweigerd.status_code == 403
    assert f"Deze dossiers zijn nog open: {dossier.nummer}." in geweigerd.content.decode()
    zonder = met_partijen(stad, dag + timedelta(days=1), stad.centrum)
    antwoord = laad(stad, zonder)
    assert "niet meer de centrumgemeente" in antwoord.content.decode()
    with als(bouwer(stad)):
        assert not College.objects.exclude(van=None, tot=None).exists()


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
