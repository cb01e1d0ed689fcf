"""A shielded dossier gives no sign of itself to who is not named: not in a list, a count, a search or an address."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection
from django.db.models.functions import Now
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.geld.opzet import bouwer, verblijf
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP, breng_tot
from tests.web.adressen import met_scherm
from tests.web.bewoner import bewoner
from tests.web.wereld import klant
from voordeur.inwoner.actions_afscherming import (
    OnvolledigeAfscherming,
    bevestig_afscherming,
    hef_afscherming_op,
    vraag_afscherming,
)
from voordeur.inwoner.models import Afscherming, Burgerservicenummer, Gegeven, Inwoner
from voordeur.inwoner.queries import zoek_op_bsn
from voordeur.kern.actor import Actor, Rol, Rolbekleding, als
from voordeur.kern.fouten import ZelfdePersoon
from voordeur.kern.journaal import controleer, verzegel
from voordeur.kern.models import College, Journaalregel, Noodtoegang
from voordeur.schermen.verzoek import mag_openen
from voordeur.toegang.models import Besluit, Document, Dossier, Klok, Samenvoeging
from voordeur.verantwoording.queries import cijfers as kwartaalcijfers
from voordeur.verantwoording.tellen import samen
from voordeur.verblijf.models import Plaatsing
from voordeur.web.klok import vandaag

BSN = "123456782"
KWARTAAL = (date(2026, 1, 1), date(2026, 3, 31))
BUITEN = (
    "consulent2", "contractbeheerder", "controller", "controller2", "bestuurder", "toezichthouder", "beheerder",
    "lokaal", "buur", "aanbieder", "andere_aanbieder", "opvang",
)  # fmt: skip
BINNEN = ("consulent", "teamleider")
LIJSTEN = [adres for adres in met_scherm() if not adres.velden]
# what is different each time a page is opened
WISSELT = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}')
# how many messages and entries there are in the whole region, and how fast: about nobody
TELT_ALLES = ("beheer:begin", "beheer:gezondheid")
# the test opens a place for the one who is hidden, and that a place is there is no secret
NIEUWE_PLEK = ("aanbod:lijst", "web:aanbieder")
# one of each role, with other eyes
LEZERS = ("consulent2", "contractbeheerder", "controller", "lokaal", "aanbieder", "opvang")
ALLE = {Inwoner: "pk", Gegeven: "inwoner_id", Burgerservicenummer: "inwoner_id", Afscherming: "inwoner_id"}
VAN_DOSSIER = (Besluit, Document, Klok, Plaatsing)


@dataclass
class Geval:
    """A region with a neighbour who is no secret, the pages before, and the one who was shielded."""

    stad: Stad
    dossier: Dossier
    woont: Plaatsing
    ervoor: dict[tuple[str, str], tuple[int, str]]


def bladzijden(stad: Stad) -> dict[tuple[str, str], tuple[int, str]]:
    """Every list page as each member of staff sees it who is not named."""
    gezien = {}
    for wie in LEZERS:
        actor, client = stad.als(wie), klant(stad, wie)
        for adres in LIJSTEN:
            if adres.naam not in TELT_ALLES + NIEUWE_PLEK and mag_openen(actor, adres.naam, vandaag()):
                antwoord = client.get(adres.pad({}))
                gezien[wie, adres.naam] = (
                    antwoord.status_code,
                    WISSELT.sub("", antwoord.content.decode(errors="replace")),
                )
    return gezien


def scherm_af(stad: Stad, inwoner: Inwoner) -> Afscherming:
    wie = [stad.accounts[naam].pk for naam in BINNEN]
    gevraagd = vraag_afscherming(stad.als("consulent"), inwoner, wie, "Zij wordt bedreigd.", op=OP).object
    afscherming: Afscherming = bevestig_afscherming(stad.als("teamleider"), gevraagd, op=OP).object
    return afscherming


@pytest.fixture(scope="module")
def geval(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Geval]:
    with django_db_blocker.unblock():
        stad = bouw_stad("enschede")
        breng_tot(stad, "genomen")
        verblijf(stad, nummer="buur")
        ervoor = bladzijden(stad)
        dossier = breng_tot(stad, "genomen", bsn=BSN)
        woont = verblijf(stad, nummer="geheim")
        scherm_af(stad, dossier.inwoner)
        scherm_af(stad, woont.dossier.inwoner)
        yield Geval(stad, dossier, woont, ervoor)


def test_no_list_of_anybody_is_different_from_when_the_person_was_not_there(geval: Geval) -> None:
    erna = bladzijden(geval.stad)
    assert erna.keys() == geval.ervoor.keys()
    assert [waar for waar, gezien in geval.ervoor.items() if gezien != erna[waar]] == []
    assert len(erna) > 40


def test_a_report_counts_everybody_whoever_makes_it_and_names_nobody(geval: Geval) -> None:
    geheim = (geval.dossier.nummer, geval.woont.dossier.nummer, str(geval.dossier.inwoner_id))
    cijfers, gelezen = [], []
    for wie in ("teamleider", "controller", "bestuurder"):
        with als(geval.stad.als(wie)):
            cijfers.append(kwartaalcijfers(2026, 1, op=date(2026, 3, 31)))
            gelezen.append(Dossier.objects.filter(nummer__in=geheim).count())
    assert gelezen == [2, 0, 0], "after the counting the file is as hidden as before"
    assert cijfers[0] == cijfers[1] == cijfers[2]
    alle = samen(cijfers[0].values())
    assert (alle.meldingen, alle.toegekend) > (0, 0)
    with als(geval.stad.als("controller")):
        assert alle.meldingen == Dossier.objects.filter(voorziening="BW", gemeld_op__range=KWARTAAL).count() + len(
            [zaak for zaak in (geval.dossier, geval.woont.dossier) if KWARTAAL[0] <= zaak.gemeld_op <= KWARTAAL[1]]
        )
    for vorm in ("", "cijfers.csv"):
        antwoord = klant(geval.stad, "controller").get(f"/verantwoording/2026/1/{vorm}")
        assert antwoord.status_code == 200
        assert [naald for naald in geheim if naald in antwoord.content.decode()] == []


@pytest.mark.parametrize("wie", BUITEN)
def test_the_database_has_no_row_for_who_is_not_named(geval: Geval, wie: str) -> None:
    weg = {geval.dossier.inwoner_id, geval.woont.dossier.inwoner_id}
    with als(geval.stad.als(wie)):
        for model, veld in ALLE.items():
            assert weg.isdisjoint(model._default_manager.values_list(veld, flat=True)), model
        dossiers = [geval.dossier.pk, geval.woont.dossier_id]
        assert not Dossier.objects.filter(pk__in=dossiers).exists()
        for model in VAN_DOSSIER:
            assert not model._default_manager.filter(dossier_id__in=dossiers).exists(), model
        assert not Journaalregel.objects.filter(betreft=geval.dossier.betreft).exists()
        assert not Journaalregel.objects.filter(object_id=str(geval.dossier.inwoner_id)).exists()


@pytest.mark.parametrize("wie", ["consulent2", "lokaal", "opvang", "aanbieder"])
def test_a_bsn_that_is_hidden_answers_like_one_that_nobody_has(geval: Geval, wie: str) -> None:
    actor = geval.stad.als(wie)
    with als(actor):
        assert zoek_op_bsn(actor, BSN) is None
        assert zoek_op_bsn(actor, "111222333") is None


@pytest.mark.parametrize("wie", ["consulent2", "lokaal", "bestuurder", "aanbieder", "opvang"])
def test_its_addresses_answer_like_a_number_that_does_not_exist(geval: Geval, wie: str) -> None:
    client = klant(geval.stad, wie)
    for naam in ("", "documenten/", "logboek/", "betrokkenen/nieuw/"):
        antwoorden = [client.get(f"/dossiers/{nummer}/{naam}") for nummer in (geval.dossier.nummer, "2099-9999")]
        tekst = [WISSELT.sub("", antwoord.content.decode()) for antwoord in antwoorden]
        assert antwoorden[0].status_code == antwoorden[1].status_code
        assert tekst[0] == tekst[1].replace("2099-9999", geval.dossier.nummer)


def test_who_is_named_and_the_resident_see_it(geval: Geval) -> None:
    for wie in BINNEN:
        assert klant(geval.stad, wie).get(f"/dossiers/{geval.dossier.nummer}/").status_code == 200
    assert geval.dossier.nummer in bewoner(geval.stad, geval.dossier).get("/mijn/").content.decode()


def test_the_system_still_seals_everything(geval: Geval) -> None:
    regio = geval.stad.regio
    with als(Actor(regio, None, "werker", vanwaar="werker")):
        verzegel(regio)
        assert controleer(regio) == []
        assert Journaalregel.objects.filter(betreft=geval.dossier.betreft).exists()


def test_two_people_shield_and_two_are_named(geval: Geval) -> None:
    stad = geval.stad
    dossier = breng_tot(stad, "melding")
    consulent, wie = stad.als("consulent"), [stad.accounts[naam].pk for naam in BINNEN]
    with pytest.raises(OnvolledigeAfscherming, match="twee"):
        vraag_afscherming(consulent, dossier.inwoner, wie[:1], "x", op=OP)
    gevraagd = vraag_afscherming(stad.als("teamleider"), dossier.inwoner, wie, "x", op=OP).object
    with als(stad.als("lokaal")):
        assert Dossier.objects.filter(pk=dossier.pk).exists()
    with pytest.raises(ZelfdePersoon):
        bevestig_afscherming(stad.als("teamleider"), gevraagd, op=OP)
    with pytest.raises(IntegrityError, match="afscherming_vier_ogen"), als(bouwer(stad)):
        Afscherming.objects.filter(pk=gevraagd.pk).update(bevestigd_op=OP, bevestigd_door=gevraagd.gevraagd_door)
    with pytest.raises(IntegrityError, match="afscherming_minstens_twee"), als(bouwer(stad)):
        Afscherming.objects.filter(pk=gevraagd.pk).update(accounts=[1])
    bevestig_afscherming(stad.als("beheerder"), gevraagd, op=OP)
    with als(stad.als("lokaal")):
        assert not Dossier.objects.filter(pk=dossier.pk).exists()
    hef_afscherming_op(consulent, gevraagd, op=OP)
    with als(stad.als("lokaal")):
        assert Dossier.objects.filter(pk=dossier.pk).exists()


def test_every_table_about_a_person_hides_who_is_shielded(geval: Geval) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.table_name FROM information_schema.columns c JOIN pg_class t ON t.relname = c.table_name "
            "WHERE c.table_schema = 'public' AND t.relrowsecurity AND c.column_name IN ('inwoner_id', 'dossier_id') "
            "EXCEPT SELECT tablename FROM pg_policies WHERE policyname = 'niet_verborgen'"
        )
        assert cursor.fetchall() == []


def test_no_key_leads_to_somebody_from_a_table_that_hides_nobody(geval: Geval) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.conrelid::regclass::text, c.conname FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid "
            "WHERE c.contype = 'f' AND t.relrowsecurity AND c.confrelid IN "
            "('inwoner_inwoner'::regclass, 'toegang_dossier'::regclass, 'verblijf_plaatsing'::regclass) AND NOT EXISTS "
            "(SELECT 1 FROM pg_policies p WHERE p.tablename = t.relname AND p.policyname = 'niet_verborgen')"
        )
        assert cursor.fetchall() == []


def test_a_merge_and_an_emergency_are_hidden_by_whichever_column_names_the_person(geval: Geval) -> None:
    stad, geheim = geval.stad, geval.dossier
    ander = breng_tot(stad, "melding")
    with als(bouwer(stad)):
        velden = {"regio_id": stad.regio, "college_code": geheim.college_code, "gevraagd_door": 1, "gevraagd_op": OP}
        for blijft, gaat_op in ((geheim.inwoner, ander.inwoner), (ander.inwoner, geheim.inwoner)):
            Samenvoeging.objects.create(**velden, blijft=blijft, gaat_op=gaat_op)
        nood = Noodtoegang.objects.create(
            regio_id=stad.regio, account=stad.accounts["buur"], college=College.objects.get(code=geheim.college_code),
            dossier=geheim.nummer, reden="gevaar", tot=Now() + timedelta(hours=1),
        )  # fmt: skip
    for wie, ziet in (("teamleider", True), ("consulent2", False), ("buur", False)):
        with als(stad.als(wie)):
            assert Noodtoegang.objects.filter(pk=nood.pk).exists() is ziet, wie
            assert Samenvoeging.objects.filter(gevraagd_door=1).count() == (2 if ziet else 0), wie
    with als(bouwer(stad)):
        Noodtoegang.objects.filter(pk=nood.pk).update(tweede=stad.accounts["teamleider"].pk)
    with als(stad.als("buur")):
        assert Noodtoegang.objects.filter(pk=nood.pk).exists()


def test_a_list_keeps_its_plan(geval: Geval, capsys: pytest.CaptureFixture[str]) -> None:
    """Asked once for a question, not for each row; the ratio of a list with and without the policy is printed."""
    wie = geval.stad.als("consulent2")
    with als(wie), connection.cursor() as cursor:
        cursor.execute(
            "EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM toegang_dossier ORDER BY gemeld_op DESC, id DESC LIMIT 25"
        )
        plan = [regel for (regel,) in cursor.fetchall()]
    keren = [regel for regel in plan if "voordeur_verborgen" in regel and "actual" in regel]
    assert any("InitPlan" in regel for regel in plan)
    assert all("loops=1" in regel or "never executed" in regel for regel in keren)


def test_it_costs_little_where_nobody_is_shielded(django_db_blocker: DjangoDbBlocker, geval: Geval) -> None:
    leeg = Actor("nergens", 7, "x", (Rolbekleding(Rol.CONSULENT, college="0001"),), frozenset({"0001"}), vanwaar="test")
    with als(leeg), connection.cursor() as cursor:
        cursor.execute("SELECT voordeur_verborgen_dossiers()")
        begin = time.perf_counter()
        for _ in range(100):
            cursor.execute("SELECT voordeur_verborgen_dossiers()")
        assert (time.perf_counter() - begin) / 100 < 0.02


def test_a_browser_without_login_sees_nothing(geval: Geval) -> None:
    assert Client().get(f"/dossiers/{geval.dossier.nummer}/").status_code == 302
