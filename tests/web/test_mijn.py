"""A resident follows the own case: what happens, what is asked, who to talk to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.geld.opzet import verblijf
from tests.stad import Stad, bouw_stad
from tests.toegang.papier import PDF
from tests.toegang.weg import OP, breng_tot, vers, voorstel_van
from tests.web.bewoner import bewoner
from tests.web.test_afscherming import scherm_af
from voordeur.aanbod.actions import zet_adres
from voordeur.inwoner.actions_afscherming import zet_markering
from voordeur.inwoner.models import Machtiging
from voordeur.kern.actor import als
from voordeur.kern.models import Account, Journaalregel
from voordeur.toegang.actions.afspraken import Moment, Waarover, maak_afspraak
from voordeur.toegang.actions.verslag import stel_verslag_op
from voordeur.toegang.documentsoorten import EIGEN
from voordeur.toegang.models import Besluit, Bezwaar, Document, Dossier, Ingebrekestelling
from voordeur.toegang.queries import kijk


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        yield bouw_stad("enschede")


@pytest.fixture(autouse=True)
def vandaag(settings: Any) -> None:
    settings.VOORDEUR_VANDAAG = OP


def tekst(client: Client, pad: str, status: int = 200) -> str:
    antwoord = client.get(pad)
    assert antwoord.status_code == status, antwoord.content.decode()[-2000:]
    return antwoord.content.decode()


def zaak(stad: Stad, tot: str) -> tuple[Client, Dossier]:
    dossier = breng_tot(stad, tot)
    return bewoner(stad, dossier), dossier


def test_each_page_says_who_to_talk_to(stad: Stad) -> None:
    klant, _ = zaak(stad, "onderzoek")
    pagina = tekst(klant, "/mijn/")
    assert "Consulent" in pagina
    assert 'href="tel:0123456789"' in pagina
    nog_niemand, _ = zaak(stad, "melding")
    pagina = tekst(nog_niemand, "/mijn/")
    assert "Bel de gemeente" in pagina
    assert 'href="tel:140123"' in pagina


def test_a_resident_reads_how_far_the_case_is_and_why_that_day(stad: Stad) -> None:
    klant, dossier = zaak(stad, "onderzoek")
    pagina = tekst(klant, "/mijn/")
    assert "Wij zoeken uit wat u nodig hebt" in pagina
    assert "Ons onderzoek is klaar op 13 april 2026, of eerder." in pagina
    assert "de termijn is 6 weken" in pagina
    assert tekst(klant, f"/mijn/zaak/{dossier.nummer}/").count("<h1>") == 1


def test_a_proposal_is_nobodys_yet_and_a_decision_gives_its_reasons_and_last_day(stad: Stad) -> None:
    klant, dossier = zaak(stad, "voorbereid")
    assert "Dag en nacht toezicht" not in tekst(klant, "/mijn/")
    klant, dossier = zaak(stad, "genomen")
    besluit = voorstel_van(stad, dossier)
    pagina = tekst(klant, "/mijn/")
    assert "U krijgt beschermd wonen vanaf 1 april 2026" in pagina
    assert "U wacht sinds 2 maart 2026." in pagina
    waarom = tekst(klant, f"/mijn/zaak/{dossier.nummer}/besluit/{besluit.nummer}/")
    assert "Dag en nacht toezicht is nodig." in waarom
    assert "bezwaar maken tot en met <strong>13 april 2026" in waarom
    assert tekst(klant, f"/mijn/zaak/{dossier.nummer}/besluit/9999-0001/", 404)


def test_the_reasons_and_the_terms_are_there_in_english_too(stad: Stad) -> None:
    klant, dossier = zaak(stad, "genomen")
    klant.post("/mijn/taal/", {"taal": "en", "verder": "/mijn/"})
    besluit = voorstel_van(stad, dossier)
    pagina = tekst(klant, f"/mijn/zaak/{dossier.nummer}/besluit/{besluit.nummer}/")
    assert "You get help from" in pagina
    assert "the person is 18 years or older." in pagina
    klant, _ = zaak(stad, "onderzoek")
    klant.post("/mijn/taal/", {"taal": "en", "verder": "/mijn/"})
    pagina = tekst(klant, "/mijn/")
    assert "de termijn is" not in pagina


def test_somebody_elses_case_is_not_there(stad: Stad) -> None:
    klant, _ = zaak(stad, "onderzoek")
    _, ander = zaak(stad, "genomen")
    besluit = voorstel_van(stad, ander)
    for pad in (
        "",
        "plan/",
        "opsturen/",
        "verslag/",
        f"besluit/{besluit.nummer}/",
        f"besluit/{besluit.nummer}/bezwaar/",
    ):
        tekst(klant, f"/mijn/zaak/{ander.nummer}/{pad}", 404)
    with als(stad.als("consulent")):
        stuk = Document.objects.filter(dossier=ander).first()
    assert stuk is not None
    tekst(klant, f"/mijn/brieven/{stuk.pk}/", 404)


def test_an_own_plan_comes_in_also_before_the_confirmation_and_also_late(stad: Stad) -> None:
    klant, dossier = zaak(stad, "melding")
    pad = f"/mijn/zaak/{dossier.nummer}/plan/"
    assert "Verstuur uw plan" in tekst(klant, pad)
    assert klant.post(pad, {"versie": dossier.versie, "tekst": " "}).status_code == 422
    antwoord = klant.post(pad, {"versie": dossier.versie, "tekst": "Ik wil rust."}, follow=True)
    assert "Wij hebben uw plan" in antwoord.content.decode()
    with als(stad.als("consulent")):
        assert kijk(vers(stad, dossier)).geschreven["persoonlijk plan"]["tekst"] == "Ik wil rust."
    # who saw an older version keeps what was typed
    weer = klant.post(pad, {"versie": dossier.versie, "tekst": "Nog iets."})
    assert weer.status_code == 409
    assert "Nog iets." in weer.content.decode()


def test_papers_come_in_and_are_read_back(stad: Stad) -> None:
    klant, dossier = zaak(stad, "onderzoek")
    pad = f"/mijn/zaak/{dossier.nummer}/opsturen/"
    kwaad = SimpleUploadedFile("brief.pdf", b"MZ\x90\x00 geen pdf")
    assert klant.post(pad, {"soort": "brief_inwoner", "bestand": kwaad}).status_code == 422
    goed = SimpleUploadedFile("brief.pdf", PDF)
    antwoord = klant.post(pad, {"soort": "brief_inwoner", "bestand": goed}, follow=True)
    assert "Wij hebben uw document" in antwoord.content.decode()
    lijst = tekst(klant, "/mijn/brieven/")
    assert "Uw brief" in lijst
    with als(stad.als("consulent")):
        stuk = Document.objects.get(dossier=dossier, soort="brief_inwoner")
    gelezen = klant.get(f"/mijn/brieven/{stuk.pk}/")
    assert gelezen.content == PDF
    assert "attachment" in gelezen.headers["Content-Disposition"]
    with als(stad.als("consulent")):
        regel = Journaalregel.objects.filter(handeling="toegang.document.inzien", object_id=str(stuk.pk)).get()
        assert (regel.rol, regel.uitslag) == ("", "gelezen")


def test_a_report_is_read_and_answered(stad: Stad) -> None:
    klant, dossier = zaak(stad, "aanvraag")
    pad = f"/mijn/zaak/{dossier.nummer}/verslag/"
    assert "Er is nog geen verslag" in tekst(klant, pad, 403)
    stel_verslag_op(stad.als("consulent"), dossier, "Wij adviseren hulp.", versie=dossier.versie, op=OP)
    versie = vers(stad, dossier).versie
    assert "Wij adviseren hulp." in tekst(klant, pad)
    fout = klant.post(pad, {"versie": versie, "oordeel": "niet_eens"})
    assert "Schrijf op waarmee u het niet eens bent." in fout.content.decode()
    klant.post(pad, {"versie": versie, "oordeel": "niet_eens", "opmerkingen": "Mijn zus komt niet."})
    with als(stad.als("consulent")):
        assert kijk(vers(stad, dossier)).geschreven["verslag 1 reactie"]["opmerkingen"] == "Mijn zus komt niet."


@pytest.mark.parametrize(("dag", "op_tijd"), [("2026-04-13", True), ("2026-04-14", False)])
def test_an_objection_is_taken_in_on_the_day_it_comes_also_late(
    stad: Stad, dag: str, op_tijd: bool, settings: Any
) -> None:
    klant, dossier = zaak(stad, "genomen")
    besluit = voorstel_van(stad, dossier)
    settings.VOORDEUR_VANDAAG = date.fromisoformat(dag)
    pad = f"/mijn/zaak/{dossier.nummer}/besluit/{besluit.nummer}/bezwaar/"
    assert ("U bent te laat" in tekst(klant, pad)) is not op_tijd
    antwoord = klant.post(pad, {"versie": dossier.versie, "gronden": "Ik heb meer nodig."}, follow=True)
    assert "Wij hebben uw bezwaar" in antwoord.content.decode()
    with als(stad.als("consulent")):
        bezwaar = Bezwaar.objects.get(besluit=besluit)
    assert (bezwaar.op_tijd, bezwaar.ontvangen_op) == (op_tijd, date.fromisoformat(dag))
    assert "U maakte bezwaar." in tekst(klant, "/mijn/")
    assert klant.get(pad).status_code == 403


def test_when_we_are_late_the_page_says_so_and_takes_the_notice(stad: Stad, settings: Any) -> None:
    klant, dossier = zaak(stad, "besluit")
    pad = f"/mijn/zaak/{dossier.nummer}/te-laat/besluit/"
    settings.VOORDEUR_VANDAAG = date(2026, 3, 16)
    assert "Zeg ons dat wij te laat zijn" not in tekst(klant, "/mijn/")
    assert klant.get(pad).status_code == 403
    settings.VOORDEUR_VANDAAG = date(2026, 3, 17)
    assert "Wij zijn te laat. Dat spijt ons." in tekst(klant, "/mijn/")
    antwoord = klant.post(pad, {"versie": dossier.versie}, follow=True)
    assert "Wij hebben uw bericht." in antwoord.content.decode()
    with als(stad.als("consulent")):
        assert not Ingebrekestelling.objects.get(dossier=dossier).te_vroeg
    assert "zei u ons dat wij te laat zijn" in tekst(klant, "/mijn/")


# ---- who looks along


def kijkt_mee(stad: Stad, dossier: Dossier, mag: str = "lezen") -> tuple[Client, Account]:
    helper = Account.objects.create(
        regio_id=stad.regio, email=f"{dossier.nummer}@inwoner.invalid", naam="inwoner", soort="inwoner"
    )
    with als(stad.als("consulent")):
        Machtiging.objects.create(
            regio_id=stad.regio, college_code=dossier.college_code, inwoner=dossier.inwoner, soort="helper",
            mag=mag, van=OP, account=helper,
        )  # fmt: skip
    client = Client()
    client.force_login(helper)
    return client, helper


def test_who_looks_along_gets_no_letter_no_place_and_no_house_of_who_is_in_hiding(stad: Stad) -> None:
    """As an attacker: by the lists, by the address of each paper that the resident can open, and by the page."""
    dossier, consulent = breng_tot(stad, "genomen", wie="consulent"), stad.als("consulent")
    moment = Moment(dag=OP, begint=time(10), eindigt=time(11))
    maak_afspraak(consulent, dossier, moment, Waarover(waar="Schuilstraat 9", met="Fatma"), op=OP)
    zelf, (kijkt, _) = bewoner(stad, dossier), kijkt_mee(stad, dossier, "handelen")
    with als(consulent):
        papieren = [pk for pk, van in Document.objects.filter(dossier=dossier).values_list("pk", "van") if van == EIGEN]
        besluit = Besluit.objects.get(dossier=dossier)
    # before anybody hides, a helper reads along
    assert "Schuilstraat 9" in tekst(kijkt, "/mijn/")
    assert kijkt.get(f"/mijn/brieven/{papieren[0]}/").status_code == 200
    zet_markering(consulent, dossier.inwoner, "geheim_adres", "Zij wordt gezocht.", op=OP)
    for pk in papieren:
        assert zelf.get(f"/mijn/brieven/{pk}/").status_code == 200
        assert kijkt.get(f"/mijn/brieven/{pk}/").status_code == 404
    brieven, zaak = tekst(kijkt, "/mijn/brieven/"), tekst(kijkt, f"/mijn/zaak/{dossier.nummer}/")
    assert "Het adres is geheim." in brieven
    assert "Het adres is geheim." in zaak
    anders = [tekst(kijkt, pad) for pad in (
        f"/mijn/zaak/{dossier.nummer}/besluit/{besluit.nummer}/", "/mijn/gegevens/", "/mijn/gegevens/gezien/",
    )]  # fmt: skip
    for pagina in (brieven, zaak, *anders):
        assert "Schuilstraat" not in pagina
        assert "Lindelaan" not in pagina
        assert not any(f"/mijn/brieven/{pk}/" in pagina for pk in papieren)
    assert "Schuilstraat 9" in tekst(zelf, "/mijn/")
    assert kijkt.get("/mijn/gegevens/afschrift/zip/").status_code == 403
    # of who is shielded nothing is left to look along in
    scherm_af(stad, dossier.inwoner)
    for pad in ("/mijn/", "/mijn/brieven/", f"/mijn/brieven/{papieren[0]}/"):
        assert kijkt.get(pad).url == "/mijn/voor-wie/"
    assert dossier.nummer in tekst(zelf, "/mijn/")


def test_a_resident_reads_the_street_of_the_house_and_who_looks_along_not_in_hiding(stad: Stad) -> None:
    woont = verblijf(stad, nummer="straat")
    zet_adres(stad.als("contractbeheerder"), woont.plek.locatie, "Hagedoornweg 4, 7512 XX", op=OP)
    zelf, (kijkt, _) = bewoner(stad, woont.dossier), kijkt_mee(stad, woont.dossier)
    for client in (zelf, kijkt):
        assert "Hagedoornweg 4, 7512 XX" in tekst(client, "/mijn/")
    zet_markering(stad.als("consulent"), woont.dossier.inwoner, "geheim_adres", "Zij wordt gezocht.", op=OP)
    assert "Hagedoornweg" in tekst(zelf, "/mijn/")
    assert "Hagedoornweg" not in tekst(kijkt, "/mijn/")
