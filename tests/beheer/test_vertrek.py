"""Standing in during leave, handing over, leaving: who may do what, and who stays somebody else."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client, override_settings
from django.urls import reverse

from tests.beheer.personeel import WACHTWOORD, _dag, nieuw, post, rollen, stad
from tests.geld import opzet as geld
from tests.stad import Stad
from tests.toegang.weg import OP, breng_tot, vers, voorstel_van
from tests.web.wereld import klant
from voordeur.api.actions import BijBeheer, Sleutelvraag, maak_sleutel
from voordeur.api.geheim import nieuw_geheim
from voordeur.api.models import Apisleutel
from voordeur.beheer.actions import mensen as doe
from voordeur.beheer.actions import vertrek
from voordeur.beheer.fouten import AlVervangen, NietUzelf
from voordeur.beheer.models import Rechtbeoordeling, Uitnodiging
from voordeur.kern.accounts import actor_van
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.fouten import ZelfdePersoon
from voordeur.kern.models import Aanstelling, College, Journaalregel, Vervanging
from voordeur.kern.perioden import gesloten, half_open
from voordeur.toegang.actions import neem_besluit
from voordeur.web.werk import Filters, zaken

__all__ = ["_dag", "stad"]


# ---- standing in


def vervang(stad: Stad, wie: str, door: str, college: str = "", **anders: str) -> Any:
    velden = {
        "vervanger": str(stad.accounts[door].pk),
        "college": college or stad.centrum,
        "van": OP.isoformat(),
        "tot": "2026-03-20",
    }
    return post(
        klant(stad, "teamleider"), f"/beheer/medewerkers/{stad.accounts[wie].pk}/vervanging/", {**velden, **anders}
    )


def nu(stad: Stad, wie: str) -> Actor:
    return actor_van(stad.accounts[wie], "test", op=OP)


def test_who_stands_in_has_the_work_and_roles_of_the_other_beside_the_own_and_the_journal_says_for_whom(
    stad: Stad,
) -> None:
    weg, hier = nieuw(stad, "wegleider", Rol.TEAMLEIDER), nieuw(stad, "hier", Rol.CONSULENT, stad.gemeente)
    dossier = breng_tot(stad, "onderzoek", "wegleider", college_code=stad.andere_gemeente)
    assert klant(stad, "hier").get(f"/dossiers/{dossier.nummer}/").status_code == 404
    assert vervang(stad, "wegleider", "hier", gegeven_door="1", regio="ander").status_code == 303
    wie = nu(stad, "hier")
    assert {(deel.rol, deel.college, deel.voor) for deel in wie.rollen_op(OP)} == {
        (Rol.CONSULENT, stad.gemeente, None), (Rol.TEAMLEIDER, stad.centrum, weg.pk),
    }  # fmt: skip
    with als(wie):
        assert dossier in zaken(wie, OP, Filters())
    assert klant(stad, "hier").get(f"/dossiers/{dossier.nummer}/").status_code == 200
    with als(geld.bouwer(stad)):
        regel = Journaalregel.objects.filter(betreft=dossier.betreft, uitslag="gelezen").latest("id")
    assert (regel.account, regel.voor) == (hier.pk, weg.pk)
    logboek = klant(stad, "hier").get(reverse("toegang:journaal", args=[dossier.nummer]))
    assert "Hier (vervangt Wegleider)" in logboek.content.decode()
    assert wie.rollen_op(date(2026, 3, 21)) == wie.rollen[:1]
    with override_settings(VOORDEUR_VANDAAG=date(2026, 3, 21)):
        assert klant(stad, "hier").get(f"/dossiers/{dossier.nummer}/").status_code == 404


def test_four_eyes_compare_persons_also_while_one_stands_in_for_the_other(stad: Stad) -> None:
    for naam in ("eerste", "tweede", "derde"):
        nieuw(stad, naam)
    van_weg = breng_tot(stad, "voorbereid", "eerste")
    assert vervang(stad, "eerste", "tweede").status_code == 303
    voorstel = voorstel_van(stad, van_weg)
    # what the absent one prepared, and what the replacement prepares in the meantime, a third signs
    with pytest.raises(ZelfdePersoon):
        neem_besluit(nu(stad, "tweede"), voorstel, op=OP)
    eigen = voorstel_van(stad, breng_tot(stad, "voorbereid", "tweede"))
    with pytest.raises(ZelfdePersoon):
        neem_besluit(nu(stad, "tweede"), eigen, op=OP)
    # and a replacement of the replacement does not reach further than the one they stand in for
    assert vervang(stad, "tweede", "derde").status_code == 303
    assert nu(stad, "derde").vervangt_op(OP) == {stad.accounts["tweede"].pk}
    with pytest.raises(ZelfdePersoon):
        neem_besluit(nu(stad, "derde"), eigen, op=OP)
    neem_besluit(nu(stad, "derde"), voorstel, op=OP)


def test_nobody_stands_in_by_own_choice_twice_at_once_or_for_a_manager(stad: Stad) -> None:
    een, twee = nieuw(stad, "vakantie"), nieuw(stad, "invaller")
    antwoord = vervang(stad, "vakantie", "teamleider")
    assert list(antwoord.context["formulier"].errors) == ["vervanger"]
    assert vervang(stad, "vakantie", "invaller").status_code == 303
    with als(geld.bouwer(stad)):
        college = College.objects.get(code=stad.centrum)
    wie, bij = stad.als("beheerder"), doe.BijPersoneel(stad.centrum)
    dagen = {"van": OP, "tot": date(2026, 3, 5), "op": OP}
    with pytest.raises(AlVervangen):
        vertrek.geef_vervanging(wie, bij, een, stad.accounts["consulent2"], college, **dagen)
    with pytest.raises(NietUzelf):
        vertrek.geef_vervanging(wie, bij, een, stad.accounts["beheerder"], college, **dagen)
    vertrek.geef_vervanging(stad.als("teamleider"), bij, stad.accounts["beheerder"], twee, college, **dagen)
    assert Rol.FUNCTIONEEL_BEHEERDER not in {deel.rol for deel in nu(stad, "invaller").rollen_op(OP)}
    with pytest.raises(IntegrityError) as fout, transaction.atomic(), als(geld.bouwer(stad)):
        Vervanging.objects.create(
            regio_id=stad.regio,
            vervangt=een,
            vervanger=twee,
            college=college,
            periode=half_open(OP, OP),
            gegeven_door=1,
        )
    assert constraint_van(fout.value) == "vervanging_een_tegelijk"


# ---- handing over and leaving


def test_a_caseload_is_divided_in_one_go_after_the_list_was_seen(stad: Stad) -> None:
    van, een, twee = (nieuw(stad, naam) for naam in ("overdrager", "ontvanger", "medeontvanger"))
    dossiers = [breng_tot(stad, "onderzoek", "overdrager") for _ in range(3)]
    pad, client = f"/beheer/medewerkers/{van.pk}/overdragen/", klant(stad, "teamleider")
    velden = {"dossiers": [str(deel.pk) for deel in dossiers], "aan": [str(een.pk), str(twee.pk)]}
    tekst = client.post(pad, velden).content.decode()
    assert tekst.count("Ontvanger") >= 1
    assert tekst.count("Medeontvanger") >= 1
    assert vers(stad, dossiers[0]).behandelaar == van.pk
    assert client.post(pad, {**velden, "_bevestig": "1"}).status_code == 303
    assert [vers(stad, deel).behandelaar for deel in dossiers] == [een.pk, twee.pk, een.pk]
    vreemd = {"dossiers": [str(breng_tot(stad, "onderzoek").pk)], "aan": [str(stad.accounts["aanbieder"].pk)]}
    assert client.post(pad, {**vreemd, "_bevestig": "1"}).status_code == 422


def test_leaving_now_ends_the_live_session_the_roles_and_the_replacements_and_frees_the_dossiers(stad: Stad) -> None:
    weg = nieuw(stad, "vertrekker")
    nieuw(stad, "blijver")
    dossier = breng_tot(stad, "onderzoek", "vertrekker")
    assert vervang(stad, "blijver", "vertrekker").status_code == 303
    live, ook = klant(stad, "vertrekker"), klant(stad, "consulent")
    assert live.get("/").status_code == 302
    pad = f"/beheer/medewerkers/{weg.pk}/vertrek/"
    assert post(klant(stad, "beheerder"), pad, {"laatste_dag": OP.isoformat(), "nu": "on"}).status_code == 303
    assert live.get("/dossiers/").url.startswith("/inloggen/")
    assert ook.get("/dossiers/").status_code == 200
    assert not Client().login(email=weg.email, password=WACHTWOORD)
    assert vers(stad, dossier).behandelaar is None
    assert all(gesloten(rol.periode).tot == OP for rol in rollen(stad, weg))
    with als(geld.bouwer(stad)):
        assert gesloten(Vervanging.objects.get(vervanger=weg).periode).tot == OP


def test_after_the_last_day_the_door_is_shut_before_the_worker_comes_and_the_worker_closes_the_account(
    stad: Stad,
) -> None:
    weg = nieuw(stad, "laterweg")
    client = klant(stad, "laterweg")
    pad = f"/beheer/medewerkers/{weg.pk}/vertrek/"
    assert post(klant(stad, "beheerder"), pad, {"laatste_dag": "2026-03-10"}).status_code == 303
    assert client.get("/dossiers/").status_code == 200
    with override_settings(VOORDEUR_VANDAAG=date(2026, 3, 11)):
        assert client.get("/dossiers/").url.startswith("/inloggen/")
    weg.refresh_from_db()
    assert weg.is_active
    assert vertrek.sluit_vertrokken(stad.regio, date(2026, 3, 11)) == 1
    weg.refresh_from_db()
    assert not weg.is_active


def test_a_closed_account_opens_again_with_a_reason_and_a_code_and_without_what_it_had(stad: Stad) -> None:
    terug = nieuw(stad, "terugkeerder")
    live = klant(stad, "terugkeerder")
    van, tot = OP, date(2026, 12, 31)
    sleutel = Sleutelvraag(naam="Systeem", account=terug, mag_schrijven=True, van=van, tot=tot)
    maak_sleutel(stad.als("beheerder"), BijBeheer(stad.centrum), sleutel, nieuw_geheim(stad.regio), op=OP)
    client, pad = klant(stad, "beheerder"), f"/beheer/medewerkers/{terug.pk}/"
    assert post(client, f"{pad}vertrek/", {"laatste_dag": OP.isoformat(), "nu": "on"}).status_code == 303
    assert f"{pad}heropenen/" in client.get(pad).content.decode()
    assert client.post(f"{pad}heropenen/", {"waarom": ""}).status_code == 422
    # who closes a colleague's account and opens it again still needs a second person for the code
    gezien = client.post(f"{pad}heropenen/", {"waarom": "Terug in dienst"}).content.decode()
    code = re.search(r"[B-Z2-9]{5}-[B-Z2-9]{5}", gezien)
    assert code
    velden = {"email": terug.email, "code": code.group(), "wachtwoord": "weer een wachtwoord"}
    velden["nog_eens"] = velden["wachtwoord"]
    assert Client().post("/beheer/welkom/", velden).status_code == 422
    with als(geld.bouwer(stad)):
        wacht = Uitnodiging.objects.get(account=terug, klaar_om=None)
        assert Apisleutel.objects.get(account=terug).beeindigd_op == OP
    antwoord = klant(stad, "teamleider").post(f"/beheer/te-bevestigen/code/{wacht.pk}/", {"akkoord": "ja"})
    assert antwoord.status_code == 303
    assert Client().post("/beheer/welkom/", velden).status_code == 303
    assert live.get("/dossiers/").url.startswith("/inloggen/")
    assert not Client().login(email=terug.email, password=WACHTWOORD)
    terug.refresh_from_db()
    assert nu(stad, "terugkeerder").rollen_op(OP) == ()
    assert klant(stad, "terugkeerder").get("/dossiers/").status_code == 403
    assert "al open" in client.post(f"{pad}heropenen/", {"waarom": "Nog eens"}).content.decode()


def test_nobody_sends_oneself_away(stad: Stad) -> None:
    eigen = stad.accounts["beheerder"].pk
    post(klant(stad, "beheerder"), f"/beheer/medewerkers/{eigen}/vertrek/", {"laatste_dag": OP.isoformat(), "nu": "on"})
    stad.accounts["beheerder"].refresh_from_db()
    assert stad.accounts["beheerder"].is_active


# ---- the yearly look


def test_rights_are_looked_at_each_year_by_another_and_end_there_and_then(stad: Stad) -> None:
    account = nieuw(stad, "herzien")
    with als(geld.bouwer(stad)):
        rol = Aanstelling.objects.get(account=account)
    leider, pad = klant(stad, "teamleider"), f"/beheer/rechten/{rol.pk}/"
    assert "Te laat" in leider.get("/beheer/rechten/").content.decode()
    assert leider.post(pad, {"blijft": "ja", "door": "1", "op": "2020-01-01"}).status_code == 303
    with als(geld.bouwer(stad)):
        gezien = Rechtbeoordeling.objects.get(aanstelling=rol)
    assert (gezien.door, gezien.op, gezien.blijft) == (stad.accounts["teamleider"].pk, OP, True)
    assert leider.post(pad, {"blijft": "nee"}).status_code == 303
    with als(geld.bouwer(stad)):
        assert gesloten(Aanstelling.objects.get(pk=rol.pk).periode).tot == OP
        eigen = Aanstelling.objects.get(account=stad.accounts["teamleider"])
        elders = Aanstelling.objects.get(account=stad.accounts["lokaal"])
    assert [leider.get(f"/beheer/rechten/{deel.pk}/").status_code for deel in (eigen, elders)] == [404, 404]
    # the own rights stand in the list, for another to look at
    assert "Beheerder (uzelf" in klant(stad, "beheerder").get("/beheer/rechten/").content.decode()


@override_settings(VOORDEUR_VANDAAG=date(2026, 3, 2))
def test_who_leads_nothing_sees_no_rights(stad: Stad) -> None:
    assert klant(stad, "consulent").get("/beheer/rechten/").status_code == 403
    nieuw(stad, "dorpsleider", Rol.TEAMLEIDER, stad.andere_gemeente)
    tekst = klant(stad, "dorpsleider").get("/beheer/rechten/").content.decode()
    assert "Buur" in tekst
    assert "Consulent2" not in tekst
