"""A region that the package does not know, made out of a file: whole, once, and away again while it is empty."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from tests.beheer.zesde import BESTAND, bevolk, inhoud, maak
from tests.cli.hulp import voordeur
from tests.toegang.weg import breng_tot, toekenning, vers, voorstel_van
from tests.verblijf.opzet import open_huis
from tests.web.wereld import klant
from voordeur.beheer.actions.beleid import (
    Besluitgegevens,
    BijBeleid,
    bereid_waarde_voor,
    geldt_voortaan,
    stel_waarde_vast,
)
from voordeur.beheer.actions.regio import RegioNietLeeg, haal_regio_weg, maak_regio
from voordeur.beheer.queries.beleid import gevolgen
from voordeur.beheer.regelingmandaten import mandaten_van
from voordeur.geld.actions import (
    BijJaar,
    bereid_verrekening_voor,
    sluit_jaar,
    stel_begroting_vast,
    stel_verrekening_vast,
)
from voordeur.geld.lokaal import BEGIN, PLAFOND
from voordeur.kern.actor import als
from voordeur.kern.models import (
    Account,
    Beleidswaarde,
    College,
    Mandaatregel,
    Organisatie,
    Regelingversie,
    Regio,
    Rekenbewijs,
)
from voordeur.kern.onderhoud import systeem
from voordeur.kern.queries import colleges, regeling_van
from voordeur.kern.rekenbewijs import herbereken
from voordeur.regelingen.controle import controleer
from voordeur.toegang.actions import bereid_besluit_voor, neem_besluit
from voordeur.toegang.queries import toets
from voordeur.verblijf.actions import plaats

pytestmark = pytest.mark.traag
OP = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


def test_the_example_is_a_valid_agreement_with_municipalities_that_do_not_exist() -> None:
    assert controleer(BESTAND) == []
    assert {code for code in json.dumps(BESTAND.read_text()).split('code = \\"') if code[:2] == "99"}


def test_the_command_makes_a_region_once_and_its_manager_gets_in_by_a_link_that_works_once(tmp_path: Path) -> None:
    bestand = tmp_path / "regio.toml"
    bestand.write_bytes(inhoud("proefregio-een"))
    vraag = ("regio", "nieuw", str(bestand), "--beheerder", "eerste@een.example", "--adres", "http://testserver",
             "--naam", "Wies de Boer")  # fmt: skip
    gemaakt = voordeur(*vraag, "--json")
    assert (gemaakt.code, gemaakt.json["uitkomst"]["gemaakt"]) == (0, True)
    with als(systeem("proefregio-een")):
        assert {college.code: college.centrum for college in College.objects.all()} == {
            "9901": True, "9902": False, "9903": False, "9904": False,
        }  # fmt: skip
        assert set(Mandaatregel.objects.values_list("handeling", flat=True)) == {
            "toegang", "inwoner", "verblijf", "geld",
        }  # fmt: skip
        assert bytes(Regelingversie.objects.get().inhoud) == bestand.read_bytes()
    assert Account.objects.get(email="eerste@een.example").naam == "Wies de Boer"
    nog_eens = voordeur(*vraag, "--json")
    assert (nog_eens.code, nog_eens.json["uitkomst"]["gemaakt"]) == (0, False)
    assert Account.objects.filter(regio="proefregio-een").count() == 1
    _kies_wachtwoord(gemaakt.json["uitkomst"]["link"])
    pagina = Client().get(gemaakt.json["uitkomst"]["link"], follow=True)
    assert "wachtwoord1" not in pagina.content.decode()
    assert pagina.context["token_fail"]


def test_powers_to_organisations_come_from_the_agreement_with_its_article_and_its_days(tmp_path: Path) -> None:
    id_ = "proefregio-toegang"
    mandaten = "".join(
        f'[[mandaten]]\nhandeling = "{wat}"\nwat = "x"\nsoort = "mandaat"\nvan = "x"\naan = "{aan}"\n{meer}'
        f'grond = "{id_}/art3"\n'
        for wat, aan, meer in (
            ("toegang.onderzoek", "Toegang Oost", "tot = 2026-12-31\n"), ("mo.besluit", "opvanginstellingen", ""),
        )
    )  # fmt: skip
    organisatie = f'[toegangsorganisatie]\nnaam = "Toegang Oost"\ngrond = "{id_}/art3"\n'
    bestand = tmp_path / "regio.toml"
    bestand.write_bytes(inhoud(id_) + f"{organisatie}{mandaten}".encode())
    antwoord = voordeur("regio", "nieuw", str(bestand), "--beheerder", f"beheer@{id_}.example")
    assert "De regeling geeft opvanginstellingen een mandaat (toegang.besluit)" in antwoord.tekst
    with als(systeem(id_)):
        (toegang,) = Organisatie.objects.all()
        gegeven = Mandaatregel.objects.filter(aan_organisatie=toegang)
        assert (toegang.naam, toegang.soort) == ("Toegang Oost", "toegang")
        assert {(deel.van.code, deel.grond, deel.periode.upper) for deel in gegeven} == {
            (code, f"{id_}/art3", date(2027, 1, 1)) for code in ("9901", "9902", "9903", "9904")
        }
        namen = {deel.handeling for deel in gegeven}
        assert {"toegang.melden", "toegang.onderzoek", "inwoner"} <= namen
        assert not {"toegang", "toegang.besluit"} & namen, "the college itself decides"
    stad = bevolk(id_)
    beheer = klant(stad, "beheerder")
    pagina = beheer.get("/beheer/mandaten/").content.decode()
    assert "Wat de regeling nog noemt" in pagina
    assert "opvanginstellingen" in pagina
    beheer.post("/beheer/organisaties/nieuw/", {"naam": "De Nachtrust", "soort": "opvang"})
    with als(systeem(id_)):
        opvang = Organisatie.objects.get(naam="De Nachtrust")
        gehaald = list(mandaten_van(regeling_van(id_, OP)[0], colleges(id_), [opvang], dag=OP, sinds=OP))
    namens = {(deel.van.code, deel.handeling) for deel in gehaald if deel.aan_organisatie == opvang}
    assert namens == {("9901", f"toegang.{deel}") for deel in ("onderzoek", "aanvraag", "besluit")}


def _kies_wachtwoord(link: str) -> None:
    client = Client()
    pagina = client.get(link, follow=True)
    nieuw = {"password1": "een heel lang wachtwoord", "password2": "een heel lang wachtwoord"}
    assert client.post(pagina.request["PATH_INFO"], nieuw).status_code == 302
    met = {"login": "eerste@een.example", "password": "een heel lang wachtwoord"}
    binnen = Client()
    assert binnen.post("/inloggen/", met).url == "/"
    with override_settings(VOORDEUR_TWEEDE_FACTOR=True):
        assert binnen.get("/beheer/").url == "/account/telefoon/"
        assert binnen.get("/account/telefoon/").status_code == 200, "a telephone can be coupled at once"


def test_without_keys_no_region_is_made(tmp_path: Path) -> None:
    bestand = tmp_path / "regio.toml"
    bestand.write_bytes(inhoud("proefregio-kaal"))
    with override_settings(SECRET_KEY=""):
        antwoord = voordeur("regio", "nieuw", str(bestand), "--beheerder", "x@kaal.example")
    assert antwoord.code == 2
    assert b"VOORDEUR_SLEUTEL: ontbreekt" in antwoord.fout
    assert not Regio.objects.filter(pk="proefregio-kaal").exists()


def test_a_wrong_file_gives_all_its_faults_and_nothing_is_made(tmp_path: Path) -> None:
    bestand = tmp_path / "fout.toml"
    tekst = (
        inhoud("proefregio-fout").replace(b'grond = "waterland', b'grond = "elders').replace(b"centrum = true\n", b"")
    )
    bestand.write_bytes(tekst.replace(b"weken = 6", b'weken = "zes"').replace(b"vanaf = 18", b"vanaf = 18.5"))
    antwoord = voordeur("regio", "nieuw", str(bestand), "--beheerder", "x@fout.example", "--json")
    assert antwoord.code == 1
    assert {"toegang.leeftijd.vanaf", "termijnen[0].lengte.weken"} <= {
        deel["veld"] for deel in antwoord.json["uitkomst"]["fouten"]
    }
    assert not Regio.objects.filter(pk="proefregio-fout").exists()
    bestand.write_bytes(inhoud("proefregio-fout").replace(b"centrum = true\n", b""))
    antwoord = voordeur("regio", "nieuw", str(bestand), "--beheerder", "x@fout.example", "--json")
    assert [deel["veld"] for deel in antwoord.json["uitkomst"]["fouten"]] == ["partijen"]


def test_a_region_goes_away_as_long_as_nobody_did_anything_and_can_be_made_again() -> None:
    maak("proefregio-weg")
    haal_regio_weg("proefregio-weg")
    assert not Regio.objects.filter(pk="proefregio-weg").exists()
    assert maak("proefregio-weg").gemaakt
    stad = bevolk("proefregio-weg")
    breng_tot(stad, "melding")
    with pytest.raises(RegioNietLeeg, match="dossier"):
        haal_regio_weg("proefregio-weg")
    assert voordeur("regio", "weg", "proefregio-weg").code == 2


def test_another_file_for_the_same_region_is_refused(tmp_path: Path) -> None:
    maak("proefregio-anders")
    bestand = tmp_path / "anders.toml"
    bestand.write_bytes(inhoud("proefregio-anders") + b"\n# anders\n")
    antwoord = voordeur("regio", "nieuw", str(bestand), "--beheerder", "beheer@proefregio-anders.example")
    assert antwoord.code == 2
    assert "voordeur regeling laad" in antwoord.fout.decode()


def test_somebody_is_reported_decided_and_placed_and_the_year_is_settled_by_the_rules_of_the_file() -> None:
    maak("proefregio-heel")
    stad = bevolk("proefregio-heel")
    dossier = breng_tot(stad, "besluit")
    anders = {"arrangement": "wonen-in-groep", "zwaarte": "midden"}
    bereid_besluit_voor(stad.als("consulent"), dossier, toekenning(stad, **anders), versie=dossier.versie, op=OP)
    neem_besluit(stad.als("teamleider"), voorstel_van(stad, dossier), op=OP)
    besluit = voorstel_van(stad, vers(stad, dossier))
    huis = open_huis(stad, "wonen-in-groep")
    plaats(stad.als("consulent"), besluit, plek=huis.plekken[0], vanaf=date(2026, 4, 1), op=OP)
    assert vers(stad, dossier).stap == "verblijf"
    jaar = stel_begroting_vast(
        stad.als("controller"), BijJaar("9901", 2025), rijksbudget=Decimal("1000.00"), sleutel={"9901": Decimal(1)},
        open_parameters={BEGIN: "0", PLAFOND: "600.00"}, besluit="Besluit", voorbeeld=True, op=date(2025, 1, 2),
    ).object  # fmt: skip
    sluit_jaar(stad.als("controller"), jaar, op=OP)
    voorstel = bereid_verrekening_voor(stad.als("controller"), jaar, op=OP).object
    klaar = stel_verrekening_vast(stad.als("bestuurder"), voorstel, op=OP).object
    assert (klaar.uitkomst["reserve_eind"], klaar.uitkomst["uitkering"]["9901"]) == ("600.00", "400.00")
    with als(systeem(stad.regio)):
        assert all(herbereken(bewijs).gelijk for bewijs in Rekenbewijs.objects.all())
        assert regeling_van(stad.regio, OP)[0].naam == "Verzonnen regio Waterland-Oost"


def test_a_value_for_access_is_read_by_the_day_of_the_report_and_the_open_cases_are_listed() -> None:
    """The age is open here: a case reported before the first day keeps the old one."""
    id_ = "proefregio-leeftijd"
    open_ = b'[[open]]\nnaam = "toegang.leeftijd.vanaf"\nreden = "de leeftijd volgt"\ngrond = "x/art2"\n'
    bestand = inhoud(id_) + open_.replace(b"x/", f"{id_}/".encode())
    gemaakt = maak_regio(bestand, f"beheer@{id_}.example", op=date(2025, 1, 1))
    assert gemaakt.beheerder.naam == "beheer"
    stad = bevolk(id_)
    dossier = breng_tot(stad, "onderzoek")
    besluit = Besluitgegevens("De colleges", OP)
    for van, zaken in ((OP + timedelta(days=1), 0), (OP, 1)):
        bij = BijBeleid("9901", "toegang.leeftijd.vanaf")
        waarde = bereid_waarde_voor(stad.als("controller"), bij, "65", besluit, van=van, tot=None, op=OP).object
        with als(stad.als("bestuurder")):
            gevolg = gevolgen(id_, lambda waarde=waarde: geldt_voortaan(waarde, -1, OP), van, OP)
            assert not Beleidswaarde.objects.filter(vastgesteld_op__isnull=False).exists()
        assert [(deel.nummer, deel.straks) for deel in gevolg.verschillen] == [
            (f"Dossier {dossier.nummer}", "nee")
        ] * zaken
    with als(systeem(id_)):
        assert toets(dossier, OP).waarde.toegang != "nee"
    stel_waarde_vast(stad.als("bestuurder"), BijBeleid("9901", waarde.naam, waarde.pk), op=OP)
    with als(systeem(id_)):
        assert toets(dossier, OP).waarde.toegang == "nee"
