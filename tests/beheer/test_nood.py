"""Emergency access opens one file, for some hours, to read; it is told, journaled and judged. Who may see a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.beheer.personeel import _dag, nieuw, post, stad
from tests.geld import opzet as geld
from tests.stad import Stad
from tests.toegang.weg import OP, breng_tot, vers
from tests.web.wereld import klant
from voordeur.beheer.actions import nood as doe
from voordeur.beheer.actions.nood_tweede import ruim_verlopen_op
from voordeur.beheer.models import Noodverzoek
from voordeur.beheer.queries.nood import te_bekijken
from voordeur.beheer.queries.rechten import wie_mag
from voordeur.beheer.vergeten import wis_noodverzoeken
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.inwoner.actions_afscherming import bevestig_afscherming, vraag_afscherming
from voordeur.inwoner.models import Gegeven
from voordeur.kern.accounts import actor_in_nood, actor_van
from voordeur.kern.actor import Actor, als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.models import Account, College, Journaalregel, Noodtoegang
from voordeur.kern.onderhoud import systeem
from voordeur.kern.perioden import half_open
from voordeur.kern.sleutels import blinde_index
from voordeur.toegang.actions import wijs_toe
from voordeur.toegang.models import Dossier
from voordeur.web.mijn.queries_rechten import ALLEEN_VOOR_ONS

__all__ = ["_dag", "stad"]


def open_nood(stad: Stad, wie: str, nummer: str, **anders: str) -> Any:
    velden = {"nummer": nummer, "reden": "gevaar", "toelichting": "Zij staat voor de deur en is bang."}
    return post(klant(stad, wie), "/beheer/nood/", {**velden, **anders})


def van(stad: Stad, nummer: str) -> Noodtoegang:
    with als(geld.bouwer(stad)):
        return Noodtoegang.objects.select_related("college").filter(dossier=nummer).latest("id")


def test_one_dossier_opens_to_read_and_each_reading_stands_in_the_journal(stad: Stad) -> None:
    dossier, ander = breng_tot(stad, "onderzoek"), breng_tot(stad, "onderzoek")
    assert open_nood(stad, "buur", dossier.nummer, account="1", college=stad.centrum).status_code == 303
    nood = van(stad, dossier.nummer)
    assert nood.account_id == stad.accounts["buur"].pk
    for _ in range(2):
        assert "de Wit" in klant(stad, "buur").get(f"/beheer/nood/{nood.pk}/").content.decode().replace(
            "De Wit", "de Wit"
        )
    # nothing else opens by it: not its own page, no other dossier, no list, and for nobody else
    assert klant(stad, "buur").get(f"/dossiers/{dossier.nummer}/").status_code == 404
    assert klant(stad, "buur").get(f"/dossiers/{ander.nummer}/").status_code == 404
    assert klant(stad, "lokaal").get(f"/beheer/nood/{nood.pk}/").status_code == 404
    with als(geld.bouwer(stad)):
        regels = list(
            Journaalregel.objects.filter(noodtoegang=nood.pk).order_by("id").values_list("handeling", flat=True)
        )
        bericht = Bericht.objects.filter(soort="noodtoegang").latest("klaargezet_om")
    logboek = klant(stad, "consulent").get(reverse("toegang:journaal", args=[dossier.nummer])).content.decode()
    assert logboek.count("Buur (met noodtoegang)") == 3
    assert regels == ["toegang.nood.openen", *["toegang.dossier.inzien"] * 2]
    assert bericht.aan == f"teamleider van college {stad.gemeente}"
    assert inhoud_van(bericht) == f'{{"noodtoegang": {nood.pk}}}'.encode()


def test_whoever_reads_in_an_emergency_can_do_nothing(stad: Stad) -> None:
    dossier = breng_tot(stad, "onderzoek")
    open_nood(stad, "opvang", dossier.nummer)
    wie = actor_in_nood(stad.als("opvang"), van(stad, dossier.nummer))
    with pytest.raises(GeenMandaat):
        wijs_toe(wie, dossier, stad.accounts["opvang"].pk, versie=dossier.versie, op=OP)
    assert vers(stad, dossier).behandelaar == dossier.behandelaar


def test_after_the_hours_it_is_over(stad: Stad) -> None:
    dossier = breng_tot(stad, "onderzoek")
    open_nood(stad, "buur", dossier.nummer)
    nood = van(stad, dossier.nummer)
    assert nood.tot - nood.van == timedelta(hours=4)
    with als(geld.bouwer(stad)):
        Noodtoegang.objects.filter(pk=nood.pk).update(van=timezone.now() - timedelta(hours=5), tot=timezone.now())
    antwoord = klant(stad, "buur").get(f"/beheer/nood/{nood.pk}/")
    assert (antwoord.status_code, "is voorbij" in antwoord.content.decode()) == (403, True)


def test_typing_numbers_until_one_fits_is_stopped_and_what_is_not_there_answers_the_same(stad: Stad) -> None:
    nieuw(stad, "gokker", college=stad.andere_gemeente)
    fouten = [open_nood(stad, "gokker", nummer) for nummer in ("2026-9999", "900000004", "x", "123456782", "2099-1")]
    teksten = {str(antwoord.context["formulier"].errors["nummer"]) for antwoord in fouten}
    assert len(teksten) == 1
    dossier = breng_tot(stad, "onderzoek")
    assert "te vaak" in open_nood(stad, "gokker", dossier.nummer).content.decode()
    assert open_nood(stad, "consulent", dossier.nummer).status_code == 422


def test_the_team_leader_sees_why_and_judges_and_never_the_own_one(stad: Stad) -> None:
    dossier = breng_tot(stad, "onderzoek")
    open_nood(stad, "buur", dossier.nummer)
    nood, leider = van(stad, dossier.nummer), klant(stad, "teamleider")
    assert "Noodtoegang" in leider.get("/", follow=True).content.decode()
    tekst = leider.get(f"/beheer/noodtoegang/{nood.pk}/").content.decode()
    assert "Zij staat voor de deur" in tekst
    assert klant(stad, "consulent").get(f"/beheer/noodtoegang/{nood.pk}/").status_code == 403
    gevraagd = {
        "oordeel": "niet_terecht",
        "toelichting": "Zij had kunnen bellen.",
        "beoordeeld_door": "1",
        "tot": "2030-01-01",
    }
    assert leider.post(f"/beheer/noodtoegang/{nood.pk}/", gevraagd).status_code == 303
    nu = van(stad, dossier.nummer)
    assert (nu.oordeel, nu.beoordeeld_door, nu.tot) == ("niet_terecht", stad.accounts["teamleider"].pk, nood.tot)
    with pytest.raises(IntegrityError) as fout, transaction.atomic(), als(geld.bouwer(stad)):
        Noodtoegang.objects.filter(pk=nood.pk).update(beoordeeld_door=nood.account_id)
    assert constraint_van(fout.value) == "noodtoegang_ander_oordeelt"
    # neither does who agreed to it
    with als(geld.bouwer(stad)):
        Noodtoegang.objects.filter(pk=nood.pk).update(
            tweede=stad.accounts["teamleider"].pk, oordeel="", beoordeeld_door=None, beoordeeld_op=None
        )
        assert not te_bekijken(stad.als("teamleider")).filter(pk=nood.pk).exists()
    assert leider.post(f"/beheer/noodtoegang/{nood.pk}/", gevraagd).status_code == 422
    with pytest.raises(IntegrityError) as fout, transaction.atomic(), als(geld.bouwer(stad)):
        Noodtoegang.objects.filter(pk=nood.pk).update(
            oordeel="terecht", beoordeeld_op=OP, beoordeeld_door=stad.accounts["teamleider"].pk
        )
    assert constraint_van(fout.value) == "noodtoegang_ander_oordeelt"


def test_a_role_that_never_opens_a_dossier_has_no_emergencies(stad: Stad) -> None:
    dossier = breng_tot(stad, "onderzoek")
    assert open_nood(stad, "controller", dossier.nummer).status_code == 403
    with pytest.raises(GeenMandaat):
        doe.open_in_nood(stad.als("controller"), dossier.nummer, Noodtoegang.Reden.GEVAAR, "x", op=OP)


def test_a_shielded_dossier_never_opens_in_an_emergency_and_only_who_is_named_may_see_it(stad: Stad) -> None:
    dossier = breng_tot(stad, "onderzoek")
    assert open_nood(stad, "buur", dossier.nummer).status_code == 303
    eerder = van(stad, dossier.nummer)
    namen = [stad.accounts[wie].pk for wie in ("consulent", "teamleider")]
    gevraagd = vraag_afscherming(stad.als("consulent"), dossier.inwoner, namen, "Zij wordt bedreigd.", op=OP).object
    bevestig_afscherming(stad.als("teamleider"), gevraagd, op=OP)
    nieuw(stad, "helper", college=stad.andere_gemeente)
    er_is, er_is_niet = open_nood(stad, "helper", dossier.nummer), open_nood(stad, "helper", "2099-0001")
    assert er_is.status_code == er_is_niet.status_code == 422
    assert er_is.context["formulier"].errors == er_is_niet.context["formulier"].errors
    assert klant(stad, "buur").get(f"/beheer/nood/{eerder.pk}/").status_code == 404
    with als(stad.als("consulent")):
        assert {deel.account for deel in wie_mag(dossier, OP)} == set(namen)


def vraag_tweede(stad: Stad, wie: str, nummer: str) -> Any:
    velden = {"nummer": nummer, "reden": "gevaar", "toelichting": "Zij staat voor de deur en is bang."}
    return post(klant(stad, wie), "/beheer/nood/vragen/", {**velden, "tweede": "1", "akkoord": "ja"})


def gevraagd_door(stad: Stad, wie: str) -> Noodverzoek:
    with als(geld.bouwer(stad)):
        return Noodverzoek.objects.filter(account=stad.accounts[wie]).latest("id")


def beslis(stad: Stad, wie: str, verzoek: Noodverzoek, antwoord: str = "ja") -> Any:
    return klant(stad, wie).post(f"/beheer/te-bevestigen/nood/{verzoek.pk}/", {"akkoord": antwoord})


@pytest.fixture(scope="module")
def geheim(stad: Stad) -> Dossier:
    """A file that only the consulent and the team leader see."""
    dossier = breng_tot(stad, "onderzoek", bsn="111222333")
    namen = [stad.accounts[wie].pk for wie in ("consulent", "teamleider")]
    gevraagd = vraag_afscherming(stad.als("consulent"), dossier.inwoner, namen, "Zij wordt bedreigd.", op=OP).object
    bevestig_afscherming(stad.als("teamleider"), gevraagd, op=OP)
    return dossier


def test_a_shielded_dossier_opens_in_an_emergency_when_a_second_person_agreed(stad: Stad, geheim: Dossier) -> None:
    nieuw(stad, "redder")
    # asking tells nothing: a number that is not there, and one that is, get the same answer on the same pages
    for nummer in ("2099-0007", geheim.nummer, "111222333"):
        assert vraag_tweede(stad, "redder", nummer).status_code == 303
    pagina = klant(stad, "redder").get("/beheer/nood/").content.decode()
    assert pagina.count("Wacht op een tweede persoon") == 3
    verzoek = gevraagd_door(stad, "redder")
    assert (verzoek.nummer, len(verzoek.bsn), verzoek.akkoord) == ("", 64, None)
    assert beslis(stad, "redder", verzoek).status_code == 403
    assert beslis(stad, "bestuurder", verzoek).status_code == 403
    assert beslis(stad, "controller", verzoek).status_code == 303
    nood = van(stad, geheim.nummer)
    assert (nood.account_id, nood.tweede) == (stad.accounts["redder"].pk, stad.accounts["controller"].pk)
    assert gevraagd_door(stad, "redder").bsn == ""
    client = klant(stad, "redder")
    assert f"/beheer/nood/{nood.pk}/" in client.get("/beheer/nood/").content.decode()
    assert "de wit" in client.get(f"/beheer/nood/{nood.pk}/").content.decode().lower()
    # by that access alone: the own page, the lists and every action of that account stay without the file
    assert client.get(f"/dossiers/{geheim.nummer}/").status_code == 404
    assert geheim.nummer not in client.get("/dossiers/?alle=1").content.decode()
    with als(geld.bouwer(stad)):
        regels = Journaalregel.objects.filter(betreft=geheim.betreft, handeling__startswith="toegang.nood.")
        geschreven = [(regel.handeling, regel.account, regel.noodtoegang) for regel in regels.order_by("id")]
        bericht = Bericht.objects.filter(soort="noodtoegang").latest("klaargezet_om")
    assert geschreven == [
        ("toegang.nood.bevestigen", stad.accounts["controller"].pk, None),
        ("toegang.nood.openen", stad.accounts["redder"].pk, nood.pk),
    ]
    assert inhoud_van(bericht) == f'{{"noodtoegang": {nood.pk}}}'.encode()
    assert "Zij staat voor de deur" in klant(stad, "teamleider").get(f"/beheer/noodtoegang/{nood.pk}/").content.decode()
    # the second person agreed, and sees nothing of it
    assert klant(stad, "controller").get(f"/dossiers/{geheim.nummer}/").status_code in (403, 404)


def test_the_database_itself_shows_a_shielded_dossier_by_an_access_of_two_people_only(
    stad: Stad, geheim: Dossier
) -> None:
    nieuw(stad, "alleen")
    wie = stad.accounts["alleen"]
    with als(systeem(stad.regio)):
        nood = Noodtoegang.objects.create(
            regio_id=stad.regio, account=wie, college=College.objects.get(code=geheim.college_code),
            dossier=geheim.nummer, reden="gevaar", tot=timezone.now() + timedelta(hours=4),
        )  # fmt: skip

    def ziet(actor: Actor) -> bool:
        with als(actor):
            return Dossier.objects.filter(pk=geheim.pk).exists()

    lezer = actor_in_nood(stad.als("alleen"), nood)
    assert not ziet(lezer)
    with pytest.raises(IntegrityError) as fout, transaction.atomic(), als(systeem(stad.regio)):
        Noodtoegang.objects.filter(pk=nood.pk).update(tweede=wie.pk)
    assert constraint_van(fout.value) == "noodtoegang_tweede_ander"
    with als(systeem(stad.regio)):
        Noodtoegang.objects.filter(pk=nood.pk).update(tweede=stad.accounts["controller"].pk)
    assert (ziet(lezer), ziet(stad.als("alleen"))) == (True, False)
    # for nobody else, not by another access, and not after the hours
    assert not ziet(actor_in_nood(stad.als("consulent2"), nood))
    assert not ziet(replace(lezer, noodtoegang=nood.pk + 1))
    with als(systeem(stad.regio)):
        Noodtoegang.objects.filter(pk=nood.pk).update(van=timezone.now() - timedelta(hours=5), tot=timezone.now())
    assert not ziet(lezer)


def test_what_is_refused_or_not_there_opens_nothing_and_asking_for_everything_is_stopped(
    stad: Stad, geheim: Dossier
) -> None:
    nieuw(stad, "vrager")
    assert vraag_tweede(stad, "vrager", "Jan de Wit").status_code == 422
    assert "al zien" in vraag_tweede(stad, "consulent", geheim.nummer).content.decode()
    vraag_tweede(stad, "vrager", geheim.nummer)
    assert beslis(stad, "teamleider", gevraagd_door(stad, "vrager"), "nee").status_code == 303
    vraag_tweede(stad, "vrager", "2099-0008")
    weg = gevraagd_door(stad, "vrager")
    assert beslis(stad, "teamleider", weg).status_code == 303
    assert beslis(stad, "teamleider", weg).status_code == 404
    with als(geld.bouwer(stad)):
        assert not Noodtoegang.objects.filter(account=stad.accounts["vrager"]).exists()
    with pytest.raises(IntegrityError) as fout, transaction.atomic(), als(geld.bouwer(stad)):
        Noodverzoek.objects.filter(pk=weg.pk).update(beslist_door=weg.account_id)
    assert constraint_van(fout.value) == "noodverzoek_vier_ogen"
    for _ in range(3):
        vraag_tweede(stad, "vrager", "2099-0009")
    assert "te vaak" in vraag_tweede(stad, "vrager", geheim.nummer).content.decode()


def test_an_emergency_that_nobody_answers_leaves_nothing_of_the_resident_and_asking_moves_no_date(
    stad: Stad, geheim: Dossier
) -> None:
    nieuw(stad, "stille")

    def woorden() -> set[str]:
        gevonden = Gegeven.objects.filter(inwoner=geheim.inwoner, soort__startswith="noodverzoek ")
        return set(gevonden.values_list("soort", flat=True))

    with als(systeem(stad.regio)):
        eerder, laatst = woorden(), geheim.inwoner.gegevens.latest("om").om
    assert vraag_tweede(stad, "stille", "111222333").status_code == 303
    verzoek = gevraagd_door(stad, "stille")
    with als(systeem(stad.regio)):
        assert woorden() - eerder == {f"noodverzoek {verzoek.pk}"}
        assert geheim.inwoner.gegevens.latest("om").om == laatst
    # what staff write about keeping somebody safe is not on the list of the resident
    assert f"noodverzoek {verzoek.pk}".startswith(ALLEEN_VOOR_ONS)
    ruim_verlopen_op(stad.regio)
    assert gevraagd_door(stad, "stille").bsn
    with als(systeem(stad.regio)):
        Noodverzoek.objects.filter(pk=verzoek.pk).update(gevraagd_om=timezone.now() - timedelta(hours=25))
    ruim_verlopen_op(stad.regio)
    assert gevraagd_door(stad, "stille").bsn == ""
    assert vraag_tweede(stad, "stille", geheim.nummer).status_code == 303
    assert beslis(stad, "teamleider", gevraagd_door(stad, "stille"), "nee").status_code == 303
    with als(systeem(stad.regio)):
        assert woorden() <= eerder
        # destroying empties the hash of a question that still waits
        Noodverzoek.objects.filter(pk=verzoek.pk).update(bsn=blinde_index(stad.regio, "bsn", "111222333"))
        wis_noodverzoeken(geheim.inwoner)
        assert Noodverzoek.objects.get(pk=verzoek.pk).bsn == ""


def test_closing_an_account_ends_its_access_to_a_shielded_file_too(stad: Stad, geheim: Dossier) -> None:
    weg = nieuw(stad, "wegloper")
    with als(systeem(stad.regio)):
        nood = Noodtoegang.objects.create(
            regio_id=stad.regio, account=weg, college=College.objects.get(code=geheim.college_code),
            dossier=geheim.nummer, reden="gevaar", tot=timezone.now() + timedelta(hours=4),
            tweede=stad.accounts["controller"].pk,
        )  # fmt: skip
    velden = {"laatste_dag": OP.isoformat(), "nu": "on"}
    assert post(klant(stad, "beheerder"), f"/beheer/medewerkers/{weg.pk}/vertrek/", velden).status_code == 303
    with als(systeem(stad.regio)):
        assert Noodtoegang.objects.get(pk=nood.pk).tot <= timezone.now()


# ---- who may see a file, and why


def test_somebody_is_on_the_list_exactly_when_the_database_shows_them_the_file(stad: Stad) -> None:
    nieuw(stad, "waarnemer", college=stad.andere_gemeente)
    vertrokken = nieuw(stad, "oudgediende")
    Account.objects.filter(pk=vertrokken.pk).update(is_active=False)
    with als(geld.bouwer(stad)):
        midden = College.objects.get(code=stad.centrum)
        stad.accounts["waarnemer"].vervangt.create(
            regio_id=stad.regio, vervangt=stad.accounts["consulent2"], college=midden, gegeven_door=1,
            periode=half_open(OP, date(2026, 3, 20)),
        )  # fmt: skip
    codes = (stad.centrum, stad.gemeente, stad.andere_gemeente)
    dossiers = [
        *(breng_tot(stad, "onderzoek", college_code=code) for code in codes),
        breng_tot(stad, "melding", "aanbieder", melder="zorgaanbieder", aanbieder_id=stad.aanbieder),
    ]  # fmt: skip
    personeel = list(Account.objects.filter(regio_id=stad.regio, soort="medewerker", is_active=True))
    for dag in (OP, date(2026, 3, 21)):
        for dossier in dossiers:
            with als(geld.bouwer(stad)):
                op_lijst = {deel.account for deel in wie_mag(dossier, dag) if deel.waardoor != "Noodtoegang"}
            ziet = set()
            for account in personeel:
                with als(actor_van(account, op=dag)):
                    if Dossier.objects.filter(pk=dossier.pk).exists():
                        ziet.add(account.pk)
            assert op_lijst == ziet
    assert vertrokken.pk not in op_lijst


def test_the_page_says_by_what_since_when_and_by_which_ground(stad: Stad) -> None:
    dossier = breng_tot(stad, "onderzoek")
    open_nood(stad, "buur", dossier.nummer)
    client = klant(stad, "consulent")
    assert f"/beheer/wie-mag/{dossier.nummer}/" in client.get(f"/dossiers/{dossier.nummer}/").content.decode()
    tekst = client.get(f"/beheer/wie-mag/{dossier.nummer}/").content.decode()
    for stuk in ("Noodtoegang", "proef/mandaat", "met een mandaat", "1 januari 2015", "Lokaal"):
        assert stuk in tekst
    assert klant(stad, "buur").get(f"/beheer/wie-mag/{dossier.nummer}/").status_code == 404


def test_asking_who_may_see_a_file_takes_as_many_questions_for_few_people_as_for_many(stad: Stad) -> None:
    dossier = breng_tot(stad, "onderzoek")
    client, pad = klant(stad, "consulent"), f"/beheer/wie-mag/{dossier.nummer}/"
    client.get(pad)
    with CaptureQueriesContext(connection) as eerst:
        client.get(pad)
    for nummer in range(4):
        nieuw(stad, f"kijker{nummer}", college=stad.gemeente)
        nieuw(stad, f"noodkijker{nummer}", college=stad.andere_gemeente)
        open_nood(stad, f"noodkijker{nummer}", dossier.nummer)
    client.get(pad)
    with CaptureQueriesContext(connection) as dan:
        tekst = client.get(pad).content.decode()
    assert all(f"Kijker{nummer}" in tekst and f"Noodkijker{nummer}" in tekst for nummer in range(4))
    assert len(dan) <= len(eerst) + 1
