"""Staff: who is invited, which roles and powers they get; and what nobody can do to it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client, override_settings
from django.utils import timezone

from tests.beheer.personeel import WACHTWOORD, _dag, nieuw, post, rollen, stad
from tests.geld import opzet as geld
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP, breng_tot
from tests.web.wereld import klant
from voordeur.beheer.actions import mensen as doe
from voordeur.beheer.actions import tweede
from voordeur.beheer.actions.mandaten import beslis_mandaat
from voordeur.beheer.fouten import AlGebruikt, LaatsteBeheerder, PasBegonnen, PasUitgenodigd
from voordeur.beheer.models import Mandaatvoorstel, Uitnodiging
from voordeur.kern.accounts import actor_van
from voordeur.kern.actor import Rol, als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt
from voordeur.kern.models import Aanstelling, Account, College, Journaalregel, Mandaatregel, Organisatie
from voordeur.kern.perioden import gesloten

__all__ = ["_dag", "stad"]
CODE = re.compile(r"[B-Z2-9]{5}-[B-Z2-9]{5}")


# ---- inviting


def nodig_uit(stad: Stad, naam: str, **meer: str) -> tuple[Account, str]:
    email = f"{naam}@{stad.regio}.test"
    antwoord = klant(stad, "beheerder").post(
        "/beheer/medewerkers/uitnodigen/",
        {"naam": naam, "functie": "Consulent", "telefoon": "", "email": email, **meer},
    )
    code = CODE.search(antwoord.content.decode())
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
    code = CODE.search(mail.outbox[-1].body)
    assert code
    assert code.group() not in antwoord.content.decode()


def test_an_address_that_has_an_account_is_refused_at_its_field(stad: Stad) -> None:
    antwoord = klant(stad, "beheerder").post(
        "/beheer/medewerkers/uitnodigen/", {"naam": "Dubbel", "email": stad.accounts["consulent"].email.upper()}
    )
    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == ["email"]


def opnieuw(stad: Stad, account: Account) -> Any:
    return klant(stad, "beheerder").post(f"/beheer/medewerkers/{account.pk}/code/", {"knop": "ja"})


def test_a_new_code_for_an_account_that_was_used_is_never_shown_to_the_manager(stad: Stad) -> None:
    ongebruikt, eerste = nodig_uit(stad, "ongebruikt")
    tweede = CODE.search(opnieuw(stad, ongebruikt).content.decode())
    assert tweede
    assert (welkom(ongebruikt, eerste).status_code, welkom(ongebruikt, tweede.group()).status_code) == (422, 303)
    beslisser = nieuw(stad, "beslisser", Rol.TEAMLEIDER)
    Client().force_login(beslisser)
    with pytest.raises(AlGebruikt):
        doe.nodig_opnieuw_uit(stad.als("beheerder"), doe.BijPersoneel(stad.centrum), beslisser, op=OP)
    with override_settings(EMAIL_HOST="post.example"):
        gezien = opnieuw(stad, beslisser).content.decode()
    gemaild = CODE.search(mail.outbox[-1].body)
    assert gemaild
    assert mail.outbox[-1].to == [beslisser.email]
    assert CODE.search(gezien) is None
    assert welkom(beslisser, gemaild.group()).status_code == 303


def test_a_login_of_the_region_that_is_linked_counts_as_use(stad: Stad) -> None:
    gekoppeld, _ = nodig_uit(stad, "gekoppeld")
    SocialAccount.objects.create(user=gekoppeld, provider="regio", uid="gekoppeld")
    assert opnieuw(stad, gekoppeld).status_code == 422
    with pytest.raises(AlGebruikt):
        doe.nodig_opnieuw_uit(stad.als("beheerder"), doe.BijPersoneel(stad.centrum), gekoppeld, op=OP)


def test_a_code_that_was_shown_opens_nothing_once_the_account_is_used(stad: Stad) -> None:
    account, code = nodig_uit(stad, "intussen")
    Client().force_login(account)
    assert welkom(account, code).status_code == 422


# ---- a way back without mail, by two people


def vergeten(stad: Stad, naam: str) -> tuple[Account, str]:
    """Somebody who used the account, and the code that the manager was shown."""
    account = stad.accounts.get(naam) or nieuw(stad, naam)
    Client().force_login(account)
    antwoord = klant(stad, "beheerder").post(
        f"/beheer/medewerkers/{account.pk}/code/",
        {"waarom": "Wachtwoord vergeten", "herstel": "", "bevestigd_door": "1"},
    )
    code = CODE.search(antwoord.content.decode())
    assert code
    return account, code.group()


def herstelvraag(stad: Stad, account: Account) -> Uitnodiging:
    with als(geld.bouwer(stad)):
        return Uitnodiging.objects.filter(account=account, herstel=True).latest("id")


def bevestig(stad: Stad, wie: str, account: Account, antwoord: str = "ja") -> Any:
    pad = f"/beheer/te-bevestigen/code/{herstelvraag(stad, account).pk}/"
    return klant(stad, wie).post(pad, {"akkoord": antwoord})


def test_who_forgot_the_password_comes_back_when_a_second_person_agrees_and_reads_it_at_each_login(stad: Stad) -> None:
    account, code = vergeten(stad, "vergeetal")
    oud = klant(stad, "vergeetal")
    account, code = vergeten(stad, "vergeetal")
    te_vroeg = welkom(account, code)
    assert (te_vroeg.status_code, "werkt nog niet" in te_vroeg.content.decode()) == (422, True)
    lijst = klant(stad, "controller").get("/beheer/te-bevestigen/").content.decode()
    assert "Wachtwoord vergeten" in lijst
    assert bevestig(stad, "controller", account).status_code == 303
    assert welkom(account, code, "een ander goed wachtwoord").status_code == 303
    assert welkom(account, code, "nog een ander wachtwoord").status_code == 422
    assert oud.get("/dossiers/").url.startswith("/inloggen/")
    for _ in range(2):
        client = Client()
        client.post("/inloggen/", {"login": account.email, "password": "een ander goed wachtwoord"})
        pagina = client.get("/", follow=True).content.decode()
        assert "Beheerder een code voor uw account. Controller bevestigde dat." in pagina
    with als(geld.bouwer(stad)):
        gedaan = Journaalregel.objects.filter(handeling__in=HERSTEL, uitslag="gedaan").order_by("id")
        regels = [
            regel for regel in gedaan if regel.object_id in (str(herstelvraag(stad, account).pk), str(account.pk))
        ]
    assert [(regel.handeling, regel.account) for regel in regels][-3:] == [
        ("beheer.mens.herstel_vragen", stad.accounts["beheerder"].pk),
        ("beheer.mens.herstel_bevestigen", stad.accounts["controller"].pk),
        ("beheer.mens.wachtwoord_gekozen", None),
    ]


HERSTEL = ("beheer.mens.herstel_vragen", "beheer.mens.herstel_bevestigen", "beheer.mens.wachtwoord_gekozen")


def test_a_manager_alone_never_comes_in_as_a_colleague(stad: Stad) -> None:
    account, code = vergeten(stad, "slachtoffer")
    # the manager who asked is no second person, and neither is the owner, or an account made for the occasion
    assert "Laat een collega dit doen" in bevestig(stad, "beheerder", account).content.decode()
    knecht, _ = nodig_uit(stad, "knecht")
    stad.accounts["knecht"] = knecht
    assert geef(stad, knecht, rol="teamleider").status_code == 303
    assert "pas van deze collega" in bevestig(stad, "knecht", account).content.decode()
    assert bevestig(stad, "consulent", account).status_code == 403
    assert welkom(account, code).status_code == 422
    # whoever can log in the old way needs no code: it is over
    leider, van_leider = vergeten(stad, "leidster")
    with als(geld.bouwer(stad)):
        rol = Aanstelling.objects.get(account=leider)
        Aanstelling.objects.filter(pk=rol.pk).update(rol=Rol.TEAMLEIDER.value)
    assert "niet voor uzelf" in bevestig(stad, "leidster", leider).content.decode()
    # that look was a login of the owner: the code is dead, whoever agrees
    assert bevestig(stad, "teamleider", leider).status_code == 303
    assert welkom(leider, van_leider).status_code == 422
    # what the second person refuses is over
    assert bevestig(stad, "teamleider", account, "nee").status_code == 303
    assert welkom(account, code).status_code == 422
    for naam, velden in (
        ("uitnodiging_vier_ogen", {"bevestigd_door": stad.accounts["beheerder"].pk}),
        ("uitnodiging_vier_ogen", {"bevestigd_door": account.pk}),
        ("uitnodiging_herstel_bevestigd", {"gebruikt_om": timezone.now()}),
    ):
        with pytest.raises(IntegrityError) as fout, transaction.atomic(), als(geld.bouwer(stad)):
            Uitnodiging.objects.filter(account=account, herstel=True).update(**velden)
        assert constraint_van(fout.value) == naam


# ---- roles and powers


def test_two_accounts_that_one_manager_let_in_are_no_two_people_for_two_weeks(
    stad: Stad, monkeypatch: pytest.MonkeyPatch
) -> None:
    een, ander = nodig_uit(stad, "poppetje")[0], nodig_uit(stad, "poppetje2")[0]
    oud = nieuw(stad, "oudgediende")
    assert geef(stad, oud, rol="teamleider").status_code == 303
    baas = stad.accounts["beheerder"].pk
    # in a region that began just now everybody came in just now
    tweede.eis_los(actor_van(een, op=OP), ander.pk)
    tweede.eis_langer_hier(actor_van(een, op=OP), een.pk)
    monkeypatch.setattr(tweede, "_bestaat_langer", lambda wie, grens: True)
    for wie, met in ((een, ander.pk), (een, baas), (stad.accounts["beheerder"], een.pk), (oud, baas), (oud, een.pk)):
        with pytest.raises(PasUitgenodigd):
            tweede.eis_los(actor_van(wie, op=OP), met)
    tweede.eis_los(stad.als("teamleider"), baas)
    tweede.eis_los(stad.als("teamleider"), een.pk)
    with pytest.raises(PasBegonnen):
        tweede.eis_langer_hier(stad.als("teamleider"), stad.accounts["teamleider"].pk, een.pk)
    tweede.eis_langer_hier(stad.als("teamleider"), oud.pk)
    # a power that the manager wrote down is not agreed to by who came in by that manager
    velden = {"van_college": f"college-{stad.gemeente}", "aan": f"college-{stad.andere_gemeente}", "macht": "toegang",
              "grond": "poppenkast", "van": OP.isoformat(), "tot": "2026-12-31", "akkoord": "ja"}  # fmt: skip
    assert post(klant(stad, "beheerder"), "/beheer/mandaten/nieuw/", velden).status_code == 303
    with als(geld.bouwer(stad)):
        voorstel = Mandaatvoorstel.objects.get(grond="poppenkast")
        Uitnodiging.objects.filter(account__in=[een, ander]).update(gemaakt_om=timezone.now() - timedelta(days=15))
    with pytest.raises(PasUitgenodigd):
        beslis_mandaat(actor_van(oud, op=OP), doe.BijPersoneel(stad.centrum), voorstel, akkoord=True, op=OP)
    tweede.eis_los(actor_van(een, op=OP), ander.pk)
    tweede.eis_langer_hier(actor_van(een, op=OP), een.pk)


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
    vinkje = 'name="ook_verleden"'
    leeg = klant(stad, "beheerder").get(f"/beheer/medewerkers/{account.pk}/rol/").content.decode()
    gevraagd = geef(stad, account, **oud).content.decode()
    assert (vinkje in leeg, vinkje in gevraagd, "al voorbij" in gevraagd) == (False, True, True)
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
    assert post(klant(stad, "beheerder"), "/beheer/mandaten/nieuw/", velden | {"akkoord": "ja"}).status_code == 303
    assert post(klant(stad, "beheerder"), "/beheer/mandaten/nieuw/", velden).status_code == 422
    # one person alone gives nobody a power
    assert actor_van(account, op=OP).colleges == frozenset()
    assert "Wacht op een tweede persoon" in klant(stad, "beheerder").get("/beheer/mandaten/").content.decode()
    with als(geld.bouwer(stad)):
        voorstel = Mandaatvoorstel.objects.get(aan_organisatie=huis)
    ja, bij = {"akkoord": "ja"}, doe.BijPersoneel(stad.centrum)
    pad = f"/beheer/te-bevestigen/mandaat/{voorstel.pk}/"
    assert klant(stad, "beheerder").post(pad, ja).status_code == 403
    with pytest.raises(IntegrityError) as fout, transaction.atomic(), als(geld.bouwer(stad)):
        Mandaatvoorstel.objects.update(akkoord=True, beslist_op=OP, beslist_door=voorstel.gevraagd_door)
    assert constraint_van(fout.value) == "mandaatvoorstel_vier_ogen"
    assert klant(stad, "teamleider").post(pad, ja).status_code == 303
    with pytest.raises(StapNietAanDeBeurt):
        beslis_mandaat(stad.als("bestuurder"), bij, voorstel, akkoord=True, op=OP)
    assert actor_van(account, op=OP).colleges == {stad.gemeente}
    assert breng_tot(stad, "onderzoek", "deurmens").behandelaar == account.pk
    with als(geld.bouwer(stad)):
        regel = Mandaatregel.objects.get(aan_organisatie=huis)
    einde = {"laatste_dag": OP.isoformat()}
    assert klant(stad, "beheerder").post(f"/beheer/mandaten/{regel.pk}/einde/", einde).status_code == 303
    assert actor_van(account, op=OP + timedelta(days=1)).colleges == frozenset()
