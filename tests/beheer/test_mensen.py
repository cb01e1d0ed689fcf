"""Staff: who is invited, gets a role, stands in, hands over and leaves; and what nobody can do to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from tests.geld import opzet as geld
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP, breng_tot, vers, voorstel_van
from tests.web.wereld import klant
from voordeur.beheer.actions import mensen as doe
from voordeur.beheer.actions import vertrek
from voordeur.beheer.fouten import AlVervangen, LaatsteBeheerder, NietUzelf
from voordeur.beheer.models import Uitnodiging
from voordeur.kern.accounts import actor_van
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.fouten import GeenMandaat, ZelfdePersoon
from voordeur.kern.models import Aanstelling, Account, College, Journaalregel, Mandaatregel, Organisatie, Vervanging
from voordeur.kern.perioden import gesloten, half_open
from voordeur.toegang.actions import neem_besluit
from voordeur.web.werk import Filters, zaken

WACHTWOORD = "vier losse woorden hier"


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    """One region for all of these tests; what is made in one does not stand in the way of another."""
    with django_db_blocker.unblock():
        yield bouw_stad("enschede")


@pytest.fixture(autouse=True)
def _dag(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    cache.clear()
    with override_settings(VOORDEUR_VANDAAG=OP), django_db_blocker.unblock():
        yield


def nieuw(stad: Stad, naam: str, rol: Rol | None = Rol.CONSULENT, college: str = "") -> Account:
    """Somebody of the staff whom no other test knows."""
    account = Account.objects.create_user(
        f"{naam}@{stad.regio}.test", WACHTWOORD, regio_id=stad.regio, naam=naam.title()
    )
    if rol is not None:
        with als(geld.bouwer(stad)):
            bij = College.objects.get(code=college or stad.centrum)
            Aanstelling.objects.create(
                regio_id=stad.regio, account=account, rol=rol, college=bij, periode=half_open(date(2020, 1, 1), None)
            )
    stad.accounts[naam] = account
    return account


def rollen(stad: Stad, account: Account) -> list[Aanstelling]:
    with als(geld.bouwer(stad)):
        return list(Aanstelling.objects.filter(account=account).order_by("id"))


def post(client: Client, pad: str, gegevens: dict[str, Any]) -> Any:
    return client.post(pad, gegevens | {"_bevestig": "1"})


# ---- inviting


def nodig_uit(stad: Stad, naam: str, **meer: str) -> tuple[Account, str]:
    email = f"{naam}@{stad.regio}.test"
    antwoord = klant(stad, "beheerder").post(
        "/beheer/medewerkers/uitnodigen/",
        {"naam": naam, "functie": "Consulent", "telefoon": "", "email": email, **meer},
    )
    code = re.search(r"[B-Z2-9]{5}-[B-Z2-9]{5}", antwoord.content.decode())
    assert code
    return Account.objects.get(email=email), code.group()


def welkom(account: Account, code: str, wachtwoord: str = WACHTWOORD) -> Any:
    velden = {"email": account.email.upper(), "code": code, "wachtwoord": wachtwoord, "nog_eens": wachtwoord}
    return Client().post("/beheer/welkom/", velden)


def test_who_is_invited_chooses_a_password_with_a_code_that_works_once_and_sees_nothing_without_a_role(
    stad: Stad,
) -> None:
    account, code = nodig_uit(stad, "nieuweling")
    assert not account.has_usable_password()
    assert welkom(account, code.lower()).url == "/inloggen/"
    client = Client()
    assert client.post("/inloggen/", {"login": account.email, "password": WACHTWOORD}).status_code == 302
    assert client.get("/dossiers/").status_code == 403
    assert welkom(account, code, "een heel ander wachtwoord").status_code == 422
    with als(geld.bouwer(stad)):
        assert code.replace("-", "") not in str(list(Uitnodiging.objects.values()))


def test_extra_answers_make_nobody_a_manager_or_somebody_of_another_region(stad: Stad) -> None:
    account, _ = nodig_uit(
        stad, "aanvaller", regio="ander", regio_id="ander", soort="inwoner", is_active="", password="x", rol="x",
        account="1", laatste_dag="2020-01-01", inwoner="00000000-0000-0000-0000-000000000001",
    )  # fmt: skip
    assert (account.regio_id, account.soort, account.is_active) == (stad.regio, "medewerker", True)
    assert (account.inwoner, account.laatste_dag, rollen(stad, account)) == (None, None, [])


def test_after_five_wrong_codes_the_right_one_is_over_and_the_answer_never_tells_who_exists(stad: Stad) -> None:
    account, code = nodig_uit(stad, "raadsel")
    fout = [welkom(account, "BBBBB-BBBBB") for _ in range(5)]
    niemand = Client().post("/beheer/welkom/", {
        "email": "niemand@example.org", "code": "BBBBB-BBBBB", "wachtwoord": WACHTWOORD, "nog_eens": WACHTWOORD,
    })  # fmt: skip
    assert {antwoord.status_code for antwoord in (*fout, niemand)} == {422}
    assert fout[0].context["formulier"].errors == niemand.context["formulier"].errors
    assert welkom(account, code).status_code == 422


@override_settings(EMAIL_HOST="post.example")
def test_with_a_mail_server_the_code_goes_by_mail_and_stands_on_no_page(stad: Stad) -> None:
    antwoord = klant(stad, "beheerder").post(
        "/beheer/medewerkers/uitnodigen/", {"naam": "Post", "email": f"post@{stad.regio}.test"}
    )
    code = re.search(r"[B-Z2-9]{5}-[B-Z2-9]{5}", mail.outbox[-1].body)
    assert code
    assert code.group() not in antwoord.content.decode()


def test_an_address_that_has_an_account_is_refused_at_its_field(stad: Stad) -> None:
    antwoord = klant(stad, "beheerder").post(
        "/beheer/medewerkers/uitnodigen/", {"naam": "Dubbel", "email": stad.accounts["consulent"].email.upper()}
    )
    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == ["email"]


# ---- roles and powers


def geef(stad: Stad, account: Account, wie: str = "beheerder", **anders: str) -> Any:
    velden = {"rol": "consulent", "plek": f"college-{stad.centrum}", "van": OP.isoformat(), "tot": ""}
    return post(klant(stad, wie), f"/beheer/medewerkers/{account.pk}/rol/", {**velden, **anders})


def test_a_role_is_given_and_ended_by_a_screen_and_its_history_stays(stad: Stad) -> None:
    account = nieuw(stad, "rolmens", None)
    assert geef(stad, account, regio="ander", account_id=str(stad.accounts["beheerder"].pk)).status_code == 303
    (rol,) = rollen(stad, account)
    assert (rol.rol, rol.account_id, rol.regio_id) == ("consulent", account.pk, stad.regio)
    assert klant(stad, "rolmens").get("/dossiers/").status_code == 200
    einde = {"laatste_dag": "2026-03-04"}
    assert klant(stad, "beheerder").post(f"/beheer/rollen/{rol.pk}/einde/", einde).status_code == 303
    assert gesloten(rollen(stad, account)[0].periode).tot == date(2026, 3, 4)
    assert (
        "tot en met 4 maart 2026" in klant(stad, "beheerder").get(f"/beheer/medewerkers/{account.pk}/").content.decode()
    )
    with override_settings(VOORDEUR_VANDAAG=date(2026, 3, 5)):
        assert klant(stad, "rolmens").get("/dossiers/").status_code == 403


def test_a_role_in_the_past_has_to_be_meant_and_a_double_one_is_never_kept(stad: Stad) -> None:
    account = nieuw(stad, "dubbele", None)
    oud = {"van": "2026-01-01", "tot": "2026-02-01"}
    assert "al voorbij" in geef(stad, account, **oud).content.decode()
    assert geef(stad, account, **oud, ook_verleden="on").status_code == 303
    assert geef(stad, account).status_code == 303
    antwoord = geef(stad, account, van="2026-05-01")
    assert (antwoord.status_code, list(antwoord.context["formulier"].errors)) == (422, ["van"])
    with pytest.raises(IntegrityError) as fout, transaction.atomic(), als(geld.bouwer(stad)):
        nu = rollen(stad, account)[1]
        Aanstelling.objects.create(
            regio_id=stad.regio, account=account, rol=nu.rol, college=nu.college, periode=nu.periode
        )
    assert constraint_van(fout.value) == "aanstelling_niet_dubbel"


def test_nobody_gives_oneself_a_role_and_the_last_manager_stays(stad: Stad) -> None:
    beheerder = stad.accounts["beheerder"]
    assert "Vraag een andere beheerder" in geef(stad, beheerder, rol="teamleider").content.decode()
    (eigen,) = rollen(stad, beheerder)
    bij = doe.BijPersoneel(stad.centrum)
    with pytest.raises(LaatsteBeheerder):
        doe.beeindig_rol(stad.als("beheerder"), bij, eigen, laatste_dag=OP, op=OP)


@pytest.mark.parametrize(("rol", "soort"), [("teamleider", "aanbieder"), ("functioneel beheerder", "toegang")])
def test_a_role_that_does_not_fit_the_place_is_refused(stad: Stad, rol: str, soort: str) -> None:
    with als(geld.bouwer(stad)):
        huis, _ = Organisatie.objects.get_or_create(regio_id=stad.regio, naam=f"Huis {soort}", soort=soort)
    antwoord = geef(stad, stad.accounts["consulent"], rol=rol, plek=f"organisatie-{huis.pk}")
    assert list(antwoord.context["formulier"].errors) == ["rol"]


def test_a_manager_of_a_municipality_only_appoints_there(stad: Stad) -> None:
    nieuw(stad, "dorpsbeheer", Rol.FUNCTIONEEL_BEHEERDER, stad.gemeente)
    account = nieuw(stad, "dorper", None)
    assert list(geef(stad, account, wie="dorpsbeheer").context["formulier"].errors) == ["plek"]
    assert geef(stad, account, wie="dorpsbeheer", plek=f"college-{stad.gemeente}").status_code == 303
    with als(geld.bouwer(stad)):
        plek = doe.Plek(College.objects.get(code=stad.centrum))
    with pytest.raises(GeenMandaat):
        doe.geef_rol(
            stad.als("dorpsbeheer"),
            doe.BijPersoneel(stad.centrum),
            account,
            Rol.CONTROLLER,
            plek,
            van=OP,
            tot=None,
            op=OP,
        )


def test_a_team_leader_cannot_appoint_and_nobody_reaches_another_region(stad: Stad) -> None:
    elders = bouw_stad("enschede")
    vreemd = elders.accounts["consulent"]
    assert geef(stad, stad.accounts["consulent2"], wie="teamleider").status_code == 403
    for pad in ("", "gegevens/", "rol/", "code/", "vertrek/", "vervanging/"):
        assert klant(stad, "beheerder").get(f"/beheer/medewerkers/{vreemd.pk}/{pad}").status_code == 404
        assert klant(stad, "beheerder").post(f"/beheer/medewerkers/{vreemd.pk}/{pad}", {"naam": "X"}).status_code in (
            404,
            405,
        )
    vreemd.refresh_from_db()
    assert vreemd.naam == "Consulent"


def test_a_power_of_an_access_organisation_lets_its_people_work_until_it_ends(stad: Stad) -> None:
    with als(geld.bouwer(stad)):
        huis = Organisatie.objects.create(regio_id=stad.regio, naam="De Deur", soort="toegang")
    account = nieuw(stad, "deurmens", None)
    assert geef(stad, account, plek=f"organisatie-{huis.pk}").status_code == 303
    assert actor_van(account, op=OP).colleges == frozenset()
    velden = {"van_college": f"college-{stad.gemeente}", "aan": f"organisatie-{huis.pk}", "macht": "toegang",
              "grond": "mandaatbesluit 2026", "van": OP.isoformat(), "tot": "2026-12-31"}  # fmt: skip
    assert post(klant(stad, "beheerder"), "/beheer/mandaten/nieuw/", velden).status_code == 303
    assert post(klant(stad, "beheerder"), "/beheer/mandaten/nieuw/", velden).status_code == 422
    assert actor_van(account, op=OP).colleges == {stad.gemeente}
    assert breng_tot(stad, "onderzoek", "deurmens").behandelaar == account.pk
    with als(geld.bouwer(stad)):
        regel = Mandaatregel.objects.get(aan_organisatie=huis)
    einde = {"laatste_dag": OP.isoformat()}
    assert klant(stad, "beheerder").post(f"/beheer/mandaten/{regel.pk}/einde/", einde).status_code == 303
    assert actor_van(account, op=OP + timedelta(days=1)).colleges == frozenset()


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


def test_nobody_sends_oneself_away(stad: Stad) -> None:
    eigen = stad.accounts["beheerder"].pk
    post(klant(stad, "beheerder"), f"/beheer/medewerkers/{eigen}/vertrek/", {"laatste_dag": OP.isoformat(), "nu": "on"})
    stad.accounts["beheerder"].refresh_from_db()
    assert stad.accounts["beheerder"].is_active
