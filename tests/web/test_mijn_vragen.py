"""A resident asks, complains and makes an appointment; staff answers; each step through the screens of both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP, breng_tot
from tests.web.bewoner import account_van, bewoner
from tests.web.wereld import klant
from voordeur.inwoner.accounts import actor_van_inwoner
from voordeur.inwoner.actions_afscherming import haal_markering_weg, zet_markering
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt
from voordeur.toegang.actions.klachten import stuur_klacht_door
from voordeur.toegang.actions.van_inwoner import vraag_behandelaar
from voordeur.toegang.klachttermijn import klacht_uiterlijk
from voordeur.toegang.models import Afspraak, Document, Dossier, Inwonervraag, Klacht


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        yield bouw_stad("enschede")


@pytest.fixture(scope="module")
def dossier(stad: Stad) -> Dossier:
    return breng_tot(stad, "onderzoek")


@pytest.fixture(autouse=True)
def vandaag(settings: Any) -> None:
    settings.VOORDEUR_VANDAAG = OP


def woorden(antwoord: Any) -> str:
    assert antwoord.status_code == 200, antwoord.content.decode()[-1500:]
    tekst: str = antwoord.content.decode()
    return tekst


def test_a_question_goes_to_who_handles_the_case_and_its_answer_comes_back(stad: Stad, dossier: Dossier) -> None:
    zelf, consulent = bewoner(stad, dossier), klant(stad, "consulent")
    assert "Stel een vraag" in woorden(zelf.get("/mijn/"))
    assert zelf.post("/mijn/vragen/nieuw/", {"tekst": " "}).status_code == 422
    na = zelf.post("/mijn/vragen/nieuw/", {"tekst": "Mag mijn zus mee?"}, follow=True)
    assert "Wij hebben uw vraag." in woorden(na)
    lijst = woorden(consulent.get("/dossiers/vragen-van-inwoners/"))
    with als(stad.als("consulent")):
        vraag = Inwonervraag.objects.get(dossier=dossier)
    pad = f"/dossiers/{dossier.nummer}/inwonervraag/{vraag.pk}/"
    assert pad in lijst
    assert pad in woorden(consulent.get(f"/dossiers/{dossier.nummer}/"))
    assert "Mag mijn zus mee?" in woorden(consulent.get(pad))
    assert "Uw antwoord staat bij de inwoner." in woorden(consulent.post(pad, {"tekst": "Ja, graag."}, follow=True))
    assert "Ja, graag." in woorden(zelf.get("/mijn/vragen/"))
    # a colleague that was later is told
    assert consulent.post(pad, {"tekst": "Nee."}).status_code == 403


def test_nobody_asks_in_the_name_of_another(stad: Stad, dossier: Dossier) -> None:
    ander = actor_van_inwoner(account_van(stad, breng_tot(stad, "melding")))
    with pytest.raises(GeenMandaat):
        vraag_behandelaar(ander, dossier, "Wie is dit?", op=OP)
    with pytest.raises(GeenMandaat):
        vraag_behandelaar(stad.als("consulent"), dossier, "Wie is dit?", op=OP)
    with als(ander):
        assert not Inwonervraag.objects.filter(dossier=dossier).exists()


def dien_in(stad: Stad, dossier: Dossier, over: str = "ons") -> tuple[Client, Klacht]:
    zelf = bewoner(stad, dossier)
    na = zelf.post("/mijn/klacht/", {"over": over, "tekst": "Ik word nooit teruggebeld."}, follow=True)
    assert "Wij hebben uw klacht." in woorden(na)
    with als(stad.als("consulent")):
        return zelf, Klacht.objects.filter(dossier=dossier).latest("id")


def test_a_complaint_is_confirmed_and_dealt_with_by_who_was_not_involved(stad: Stad, dossier: Dossier) -> None:
    zelf, klacht = dien_in(stad, dossier)
    assert klacht.uiterlijk == date(2026, 4, 13)
    with als(stad.als("consulent")):
        assert Document.objects.filter(dossier=dossier, soort="klacht ontvangen").exists()
    assert "U hoort van ons op 13 april 2026, of eerder." in woorden(zelf.get("/mijn/vragen/"))
    pad = f"/dossiers/{dossier.nummer}/klacht/{klacht.pk}/"
    oordeel = {
        "uitkomst": "gegrond", "motivering": "Wij hadden moeten bellen.", "gehoord_op": OP.isoformat(),
        "ombudsman": "de Nationale ombudsman", "_bevestig": "1",
    }  # fmt: skip
    betrokken, collega = klant(stad, "consulent"), klant(stad, "teamleider")
    assert "U was bij deze zaak betrokken." in woorden(betrokken.get(pad))
    geweigerd = betrokken.post(f"{pad}oordeel/", oordeel)
    assert geweigerd.status_code == 403
    assert "niet bij betrokken" in geweigerd.content.decode()
    zonder_gesprek = collega.post(f"{pad}oordeel/", oordeel | {"gehoord_op": ""})
    assert zonder_gesprek.status_code == 422
    assert "De klacht is klaar." in woorden(collega.post(f"{pad}oordeel/", oordeel, follow=True))
    gelezen = woorden(zelf.get("/mijn/vragen/"))
    assert "U kreeg gelijk." in gelezen
    assert "de Nationale ombudsman" in gelezen


def test_a_complaint_about_another_is_passed_on_never_sent_away(stad: Stad, dossier: Dossier) -> None:
    zelf, klacht = dien_in(stad, dossier, "aanbieder")
    pad = f"/dossiers/{dossier.nummer}/klacht/{klacht.pk}/doorsturen/"
    velden = {"aan": "Stichting Een", "toelichting": "Zij geven de hulp.", "_bevestig": "1"}
    # not by who it may be about, not with the warning to send nothing, and never one about the municipality
    assert klant(stad, "consulent").post(pad, velden).status_code == 403
    collega = stad.als("teamleider")
    markering = zet_markering(collega, dossier.inwoner, "niets_sturen", "Haar ex opent de post.", op=OP).object
    with pytest.raises(StapNietAanDeBeurt, match="zonder overleg"):
        stuur_klacht_door(collega, klacht, "Stichting Een", "", op=OP)
    haal_markering_weg(collega, markering, "Haar ex is weg.", op=OP)
    _, over_ons = dien_in(stad, dossier)
    with pytest.raises(StapNietAanDeBeurt, match="gaat over de gemeente"):
        stuur_klacht_door(collega, over_ons, "De buren", "", op=OP)
    assert "doorgestuurd" in woorden(klant(stad, "teamleider").post(pad, velden, follow=True))
    assert "Wij stuurden uw klacht op 2 maart 2026 door naar Stichting Een." in woorden(zelf.get("/mijn/vragen/"))


def test_a_complaint_that_was_told_counts_from_the_day_it_came_and_is_confirmed(stad: Stad, dossier: Dossier) -> None:
    collega, pad = klant(stad, "teamleider"), f"/dossiers/{dossier.nummer}/klacht/nieuw/"
    assert pad in woorden(collega.get(f"/dossiers/{dossier.nummer}/"))
    over = stad.accounts["teamleider"].pk
    velden = {
        "langs": "telefoon", "ontvangen_op": OP.isoformat(), "over": "ons", "wie": "", "betrokken": str(over),
        "tekst": "De teamleider luistert niet.", "_bevestig": "1",
    }  # fmt: skip
    morgen = (OP + timedelta(days=1)).isoformat()
    assert collega.post(pad, velden | {"ontvangen_op": morgen}).status_code == 422
    assert collega.post(pad, velden | {"langs": "online"}).status_code == 422
    assert "Geef antwoord op 13 april 2026, of eerder." in woorden(collega.post(pad, velden, follow=True))
    with als(stad.als("consulent")):
        klacht = Klacht.objects.filter(dossier=dossier).latest("id")
        brieven = Document.objects.filter(dossier=dossier, soort="klacht ontvangen").count()
    assert (klacht.betrokken, klacht.langs, klacht.opgenomen_door) == (over, "telefoon", over)
    assert brieven > 0
    assert "De teamleider luistert niet." in woorden(bewoner(stad, dossier).get("/mijn/vragen/"))
    # whom it is about may write it down, and does not judge; the one who handles the case may
    oordeel = {"uitkomst": "ongegrond", "motivering": "Er is geluisterd.", "afgezien": "on",
               "ombudsman": "de Nationale ombudsman", "_bevestig": "1"}  # fmt: skip
    weg = f"/dossiers/{dossier.nummer}/klacht/{klacht.pk}/oordeel/"
    assert collega.post(weg, oordeel).status_code == 403
    assert klant(stad, "consulent").post(weg, oordeel).status_code == 303
    # nor does who wrote it down, also when they say that it is about a colleague
    collega.post(pad, velden | {"betrokken": str(stad.accounts["consulent"].pk)})
    with als(stad.als("consulent")):
        klacht = Klacht.objects.filter(dossier=dossier).latest("id")
    pagina = f"/dossiers/{dossier.nummer}/klacht/{klacht.pk}/"
    assert "U schreef deze klacht zelf op." in woorden(collega.get(pagina))
    geweigerd = collega.post(f"{pagina}oordeel/", oordeel)
    assert (geweigerd.status_code, "schreef deze klacht zelf op" in geweigerd.content.decode()) == (403, True)


def test_the_year_of_complaints_is_numbers_by_kind_and_outcome_and_no_names(stad: Stad, dossier: Dossier) -> None:
    dien_in(stad, dossier, "ander")
    with als(stad.als("teamleider")):
        van_dit_jaar = Klacht.objects.filter(ontvangen_op__year=OP.year)
        aantal, anders = van_dit_jaar.count(), van_dit_jaar.filter(over="ander").count()
    client = klant(stad, "teamleider")
    pagina = woorden(client.get("/dossiers/klachten/jaar/"))
    assert f"Er kwamen {aantal} klachten binnen." in pagina or f"Er kwam {aantal} klacht binnen." in pagina
    bestand = client.get("/dossiers/klachten/jaar/?jaar=2026&vorm=csv")
    assert 'filename="klachten-2026.csv"' in bestand.headers["Content-Disposition"]
    regels = [regel.split(";") for regel in bestand.content.decode().removeprefix("\ufeff").split("\r\n") if regel]
    assert regels[0][:3] == ["Gemeente", "Waarover", "Binnengekomen"]
    assert sum(int(regel[2]) for regel in regels[1:]) == aantal
    (ander,) = (regel for regel in regels if regel[1] == "Een andere organisatie")
    assert (int(ander[2]), int(ander[8])) == (anders, anders)
    for tekst in (pagina, bestand.content.decode()):
        assert "De Wit" not in tekst
        assert dossier.nummer not in tekst
    assert klant(stad, "controller").get("/dossiers/klachten/jaar/?jaar=1999").status_code == 200
    assert klant(stad, "consulent").get("/dossiers/klachten/jaar/").status_code == 403


def test_the_term_of_a_complaint_grows_once_and_by_the_complaints_person(stad: Stad, dossier: Dossier) -> None:
    _, klacht = dien_in(stad, dossier)
    pad, wie = f"/dossiers/{dossier.nummer}/klacht/{klacht.pk}/", klant(stad, "teamleider")
    woorden(wie.post(f"{pad}persoon/", {"_bevestig": "1"}, follow=True))
    woorden(wie.post(f"{pad}uitstel/", {"reden": "Wij spreken nog iemand.", "_bevestig": "1"}, follow=True))
    with als(stad.als("consulent")):
        klacht.refresh_from_db()
    # ten weeks and four, by the rules of terms: 8 June is an ordinary Monday
    assert klacht.uiterlijk == date(2026, 6, 8)
    assert wie.post(f"{pad}uitstel/", {"reden": "Nog langer.", "_bevestig": "1"}).status_code == 403
    assert klacht_uiterlijk(date(2027, 4, 5), met_persoon=False, verdaagd_op=None).waarde.uiterlijk == date(2027, 5, 18)
    assert klacht_uiterlijk(date(2026, 3, 16), met_persoon=True, verdaagd_op=None).waarde.uiterlijk == date(2026, 5, 26)


def test_the_database_keeps_the_involved_one_from_the_judgement(stad: Stad, dossier: Dossier) -> None:
    _, klacht = dien_in(stad, dossier)
    fout = {
        "klacht_niet_door_betrokkene": {"klaar_door": klacht.betrokken, "uitkomst": "opgelost", "klaar_op": OP},
        "klacht_niet_door_opnemer": {"opgenomen_door": 1, "klaar_door": 1, "uitkomst": "opgelost", "klaar_op": OP},
        "klacht_klaar_heeft_uitkomst": {"klaar_op": OP},
        "klacht_doorgestuurd_noemt_aan": {"klaar_door": 1, "uitkomst": "doorgestuurd", "klaar_op": OP},
        "klacht_gehoord_of_afgezien": {"klaar_door": 1, "uitkomst": "gegrond", "klaar_op": OP},
    }
    door = {"klaar_door": klacht.betrokken, "klaar_op": OP}
    # to pass it on is to end it as well
    doorgestuurd = door | {"uitkomst": "doorgestuurd", "doorgestuurd_aan": "De buren"}
    opgenomen: dict[str, Any] = {"langs": "balie"}
    for naam, velden in (
        *fout.items(), ("klacht_niet_door_betrokkene", doorgestuurd), ("klacht_opgenomen_door_iemand", opgenomen),
    ):  # fmt: skip
        with pytest.raises(IntegrityError, match=naam), als(stad.als("consulent")), transaction.atomic():
            Klacht.objects.filter(pk=klacht.pk).update(**velden)


def test_the_database_keeps_days_and_times_in_their_order(stad: Stad, dossier: Dossier) -> None:
    van = {"regio_id": stad.regio, "college_code": dossier.college_code, "dossier": dossier}
    eerder, uur = OP - timedelta(days=1), time(10)
    for naam, soort, velden in (
        ("inwonervraag_antwoord_na_vraag", Inwonervraag, {"gesteld_op": OP, "beantwoord_op": eerder}),
        ("afspraak_eindigt_na_begin", Afspraak, {"dag": OP, "gemaakt_op": OP, "begint": uur, "eindigt": uur}),
        ("afspraak_niet_in_het_verleden", Afspraak,
         {"dag": eerder, "gemaakt_op": OP, "begint": uur, "eindigt": time(11)}),
    ):  # fmt: skip
        with pytest.raises(IntegrityError, match=naam), als(stad.als("consulent")), transaction.atomic():
            soort.objects.create(**van, **velden)


def test_an_appointment_is_seen_taken_along_without_names_and_moved_on_request(stad: Stad, dossier: Dossier) -> None:
    consulent, zelf = klant(stad, "consulent"), bewoner(stad, dossier)
    dag = (OP + timedelta(days=7)).isoformat()
    velden = {"dag": dag, "begint": "14:00", "eindigt": "15:00", "waar": "Lindelaan 12", "met": "Jan de Boer"}
    nieuw = f"/dossiers/{dossier.nummer}/afspraak/"
    assert consulent.post(nieuw, velden | {"eindigt": "13:00"}).status_code == 422
    assert "De afspraak is gemaakt." in woorden(consulent.post(nieuw, velden, follow=True))
    with als(stad.als("consulent")):
        afspraak = Afspraak.objects.latest("id")
    pagina = woorden(zelf.get("/mijn/"))
    assert "maandag 9 maart 2026, 14.00 tot 15.00 uur" in pagina
    assert "Jan de Boer" in pagina
    agenda = woorden(zelf.get(f"/mijn/afspraken/{afspraak.pk}/agenda/"))
    assert "DTSTART:20260309T130000Z" in agenda
    assert not any(deel in agenda for deel in ("Jan", "Linde", "Wit", dossier.nummer))
    anders = f"/mijn/afspraken/{afspraak.pk}/ander-moment/"
    woorden(zelf.post(anders, {"tekst": "Liever dinsdag."}, follow=True))
    pad = f"{nieuw}{afspraak.pk}/"
    assert "Liever dinsdag." in woorden(consulent.get(pad))
    woorden(consulent.post(pad, velden | {"dag": "2026-03-10"}, follow=True))
    assert "dinsdag 10 maart 2026" in woorden(zelf.get("/mijn/"))
    assert "SEQUENCE:1" in woorden(zelf.get(f"/mijn/afspraken/{afspraak.pk}/agenda/"))
    woorden(consulent.post(f"{pad}afzeggen/", {"_bevestig": "1"}, follow=True))
    assert "Uw afspraken" not in woorden(zelf.get("/mijn/"))
    assert zelf.get(anders).status_code == 404
