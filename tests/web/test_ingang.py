"""A resident gets in with the code of a letter, and nobody else does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from tests.stad import Stad, bouw_stad
from tests.toegang.weg import IDENTITEIT, OP, breng_tot
from tests.web.wereld import klant
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.brieven.soorten import Activatiebrief
from voordeur.inwoner import ingang
from voordeur.inwoner.ingang import GeboortedatumOntbreekt, kaal
from voordeur.inwoner.models import Toegangscode
from voordeur.inwoner.queries import lees_bestand
from voordeur.kern.actor import als
from voordeur.kern.models import Journaalregel
from voordeur.toegang.actions import stappen
from voordeur.toegang.actions.ingang import geef_toegang
from voordeur.toegang.models import Document, Dossier

GEBOREN = "1994-03-04"
WACHTWOORD = "drie gele fietsen"
INLOGGEN, ACTIVEREN, KIEZEN = "/mijn/inloggen/", "/mijn/activeren/", "/mijn/activeren/wachtwoord/"
FOUT = "Deze gegevens kloppen niet, of de code werkt niet meer."


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock(), override_settings(VOORDEUR_VANDAAG=OP):
        yield bouw_stad("enschede")


@pytest.fixture(autouse=True)
def _leeg_geheugen() -> None:
    """The rate limits of another test do not count here."""
    cache.clear()


@pytest.fixture
def brieven(monkeypatch: pytest.MonkeyPatch) -> list[Activatiebrief]:
    """The letters that were printed, as they were before that."""
    gedrukt: list[Any] = []
    echt = stappen.maak_pdf

    def druk(brief: Any) -> bytes:
        gedrukt.append(brief)
        return echt(brief)

    monkeypatch.setattr(stappen, "maak_pdf", druk)
    return gedrukt


@pytest.fixture
def dossier(stad: Stad) -> Dossier:
    return breng_tot(stad, "melding")


def met_brief(stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]) -> Activatiebrief:
    """A letter that staff asked for by its page; gives it as it was sent."""
    aantal = len(brieven)
    antwoord = klant(stad, "consulent").post(f"/dossiers/{dossier.nummer}/account/")
    assert antwoord.status_code == 303, antwoord.content.decode()
    assert "staat alleen in de brief zelf" in brieven[-1].code
    return brieven[aantal]


def toon(client: Client, brief: Activatiebrief, **anders: str) -> Any:
    velden = {"loginnaam": brief.loginnaam, "code": brief.code, "geboortedatum": GEBOREN}
    return client.post(ACTIVEREN, {**velden, **anders})


def activeer(brief: Activatiebrief, wachtwoord: str = WACHTWOORD) -> Client:
    client = Client()
    assert toon(client, brief).url == KIEZEN
    antwoord = client.post(KIEZEN, {"wachtwoord": wachtwoord, "nog_een_keer": wachtwoord})
    assert antwoord.url == "/mijn/"
    return client


def log_in(client: Client, brief: Activatiebrief, wachtwoord: str = WACHTWOORD, **velden: str) -> Any:
    return client.post(INLOGGEN, {"loginnaam": brief.loginnaam, "wachtwoord": wachtwoord, **velden})


def test_from_the_letter_to_the_own_case_and_in_again_with_a_password(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    consulent = klant(stad, "consulent")
    assert "Stuur een brief met een code" in consulent.get(f"/dossiers/{dossier.nummer}/").content.decode()
    brief = met_brief(stad, dossier, brieven)
    assert brief.site.endswith(ACTIVEREN)
    assert brief.geldig_tot == OP + timedelta(days=21)
    assert "Er ging een brief met een code" in consulent.get(f"/dossiers/{dossier.nummer}/").content.decode()
    client = activeer(brief)
    assert dossier.nummer in client.get("/mijn/").content.decode()
    client.post("/mijn/uitloggen/")
    assert client.get("/mijn/").url == "/mijn/inloggen/?next=/mijn/"
    assert log_in(client, brief).url == "/mijn/"
    assert dossier.nummer in client.get("/mijn/").content.decode()
    assert "De inwoner heeft een account." in consulent.get(f"/dossiers/{dossier.nummer}/").content.decode()


def test_neither_the_account_nor_the_kept_letter_nor_the_database_holds_what_lets_somebody_in(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    brief = met_brief(stad, dossier, brieven)
    with als(stad.als("consulent")):
        rij = Toegangscode.objects.get(inwoner=dossier.inwoner_id)
        document = Document.objects.get(dossier=dossier, soort="activatiebrief")
        gestuurd = inhoud_van(Bericht.objects.filter(soort="activatiebrief").latest("id"))
        assert gestuurd != lees_bestand(dossier.inwoner, document.inhoud)
    assert kaal(brief.code) not in rij.hash
    account = rij.account
    assert (account.naam, account.functie, account.telefoon) == ("inwoner", "", "")
    assert brief.loginnaam.isdecimal()
    assert len(brief.loginnaam) < 8
    assert brief.loginnaam not in dossier.nummer


@pytest.mark.parametrize(
    "fout", [{"code": "AAAA-AAAA-AAAA"}, {"geboortedatum": "1994-03-05"}, {"geboortedatum": ""}, {"loginnaam": "1"}]
)
def test_a_wrong_name_code_or_day_of_birth_get_one_and_the_same_answer(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief], fout: dict[str, str]
) -> None:
    client = Client()
    antwoord = toon(client, met_brief(stad, dossier, brieven), **fout)
    assert antwoord.status_code == 422
    assert FOUT in antwoord.content.decode()
    assert client.get(KIEZEN).url == ACTIVEREN


def test_an_account_without_an_open_code_takes_as_much_work_as_a_name_that_nobody_has(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief], monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = met_brief(stad, dossier, brieven)
    activeer(brief)
    gerekend: list[str] = []
    monkeypatch.setattr(ingang, "make_password", gerekend.append)
    for naam in (brief.loginnaam, "1"):
        assert toon(Client(), brief, loginnaam=naam).status_code == 422
    assert gerekend == [kaal(brief.code)] * 2


def test_a_code_as_people_type_it_is_the_code(stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]) -> None:
    brief = met_brief(stad, dossier, brieven)
    assert toon(Client(), brief, code=f" {brief.code.lower().replace('-', ' ')} ").url == KIEZEN


def test_after_five_wrong_tries_the_right_code_is_blocked_and_staff_sees_it(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    brief = met_brief(stad, dossier, brieven)
    for _ in range(5):
        toon(Client(), brief, code="AAAA-AAAA-AAAA")
    assert toon(Client(), brief).status_code == 422
    assert "vijf keer verkeerd" in klant(stad, "consulent").get(f"/dossiers/{dossier.nummer}/").content.decode()
    with als(stad.als("consulent")):
        rij = Toegangscode.objects.get(inwoner=dossier.inwoner_id)
        geweigerd = Journaalregel.objects.filter(handeling="inwoner.toegang.activeren", object_id=str(rij.pk))
        assert geweigerd.filter(uitslag="geweigerd").count() == 5
        with pytest.raises(IntegrityError, match="toegangscode_vijf_pogingen"), transaction.atomic():
            Toegangscode.objects.filter(pk=rij.pk).update(pogingen=6)
    assert toon(Client(), met_brief(stad, dossier, brieven)).url == KIEZEN


def test_a_code_works_once_ends_after_its_days_and_with_the_next_letter(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    eerste, tweede = met_brief(stad, dossier, brieven), met_brief(stad, dossier, brieven)
    assert eerste.loginnaam == tweede.loginnaam
    assert toon(Client(), eerste).status_code == 422
    with override_settings(VOORDEUR_VANDAAG=tweede.geldig_tot + timedelta(days=1)):
        assert toon(Client(), tweede).status_code == 422
    snel, traag = Client(), Client()
    toon(snel, tweede)
    toon(traag, tweede)
    snel.post(KIEZEN, {"wachtwoord": WACHTWOORD, "nog_een_keer": WACHTWOORD})
    te_laat = traag.post(KIEZEN, {"wachtwoord": "een ander wachtwoord", "nog_een_keer": "een ander wachtwoord"})
    assert te_laat.status_code == 403
    assert toon(Client(), tweede).status_code == 422
    assert log_in(Client(), tweede).status_code == 302


def test_without_a_day_of_birth_no_letter_goes(stad: Stad) -> None:
    zonder = {naam: waarde for naam, waarde in IDENTITEIT.items() if naam != "geboortedatum"}
    onbekend = breng_tot(stad, "melding", identiteit=zonder)
    with pytest.raises(GeboortedatumOntbreekt):
        geef_toegang(stad.als("consulent"), onbekend, op=OP)
    assert klant(stad, "consulent").post(f"/dossiers/{onbekend.nummer}/account/").status_code == 403


def test_a_password_is_long_twice_the_same_and_not_asked_for_long_after_the_code(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client()
    toon(client, met_brief(stad, dossier, brieven))
    for een, twee, zin in (("kort", "kort", "12 tekens"), (WACHTWOORD, WACHTWOORD + "!", "twee keer hetzelfde")):
        antwoord = client.post(KIEZEN, {"wachtwoord": een, "nog_een_keer": twee})
        assert (antwoord.status_code, zin in antwoord.content.decode()) == (422, True)
    from voordeur.web.mijn import views_ingang

    nu = views_ingang.time.time()
    monkeypatch.setattr(views_ingang.time, "time", lambda: nu + views_ingang.ZO_LANG + 1)
    assert client.get(KIEZEN).url == ACTIVEREN


def test_staff_ends_the_account_at_once_and_a_new_letter_opens_it_again(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    brief = met_brief(stad, dossier, brieven)
    client = activeer(brief)
    klant(stad, "teamleider").post(f"/dossiers/{dossier.nummer}/account/sluiten/")
    assert client.get("/mijn/").url == "/mijn/inloggen/?next=/mijn/"
    assert log_in(Client(), brief).status_code == 422
    activeer(met_brief(stad, dossier, brieven), "vier groene bomen")
    assert log_in(Client(), brief).status_code == 422


def test_a_new_password_ends_the_sessions_of_the_old_one(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    oud = activeer(met_brief(stad, dossier, brieven))
    activeer(met_brief(stad, dossier, brieven), "vier groene bomen")
    assert oud.get("/mijn/").url.startswith(INLOGGEN)


# ---- the page of the login


def test_an_unknown_name_a_wrong_password_and_an_account_of_staff_get_the_same_answer(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    brief = met_brief(stad, dossier, brieven)
    activeer(brief)
    antwoorden = []
    for naam, wachtwoord in (
        (brief.loginnaam, "verkeerd"), ("7654321", WACHTWOORD), (stad.accounts["consulent"].email, "geheim"),
    ):  # fmt: skip
        antwoord = Client().post(INLOGGEN, {"loginnaam": naam, "wachtwoord": wachtwoord})
        assert antwoord.status_code == 422
        antwoorden.append(antwoord.context["formulier"].non_field_errors())
    assert antwoorden[0] == antwoorden[1] == antwoorden[2]


def test_after_five_wrong_passwords_the_right_one_has_to_wait(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    brief = met_brief(stad, dossier, brieven)
    activeer(brief)
    for _ in range(5):
        log_in(Client(), brief, "verkeerd")
    antwoord = log_in(Client(), brief)
    assert (antwoord.status_code, "Wacht vijf minuten" in antwoord.content.decode()) == (422, True)
    assert [Client().post(INLOGGEN, {}).status_code for _ in range(31)][-1] == 429


def test_who_chooses_so_logs_in_with_a_code_as_well_and_stops_when_they_want(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    brief = met_brief(stad, dossier, brieven)
    ik = activeer(brief)
    # nobody has to, and no page asks for it
    assert log_in(Client(), brief).url == "/mijn/"
    assert "/mijn/telefoon/" in ik.get("/mijn/gegevens/").content.decode()
    sleutel = re.findall(r'class="sleutel">([\w ]+)<', ik.get("/mijn/telefoon/").content.decode())[0].replace(" ", "")
    goed = {"code": code_nu(sleutel), "wachtwoord": WACHTWOORD}
    for fout in ({"code": "000000"}, {"wachtwoord": "iets anders dan dit"}):
        assert ik.post("/mijn/telefoon/", goed | fout).status_code == 422
    codes = ik.post("/mijn/telefoon/", goed).content.decode()
    bewaard = re.findall(r"<li>(\w{8})</li>", codes)
    assert len(bewaard) == 10
    # the password alone opens nothing now, and in English neither
    half = Client()
    half.post("/mijn/taal/", {"taal": "en", "verder": INLOGGEN})
    assert log_in(half, brief).url == "/mijn/inloggen/code/"
    assert half.get("/mijn/").url.startswith(INLOGGEN)
    fout = half.post("/mijn/inloggen/code/", {"code": "000000"})
    assert (fout.status_code, "This code is not right." in fout.content.decode()) == (422, True)
    assert half.post("/mijn/inloggen/code/", {"code": bewaard[0]}).url == "/mijn/"
    assert half.get("/mijn/").status_code == 200
    # a kept code works once; a new letter opens the door again without a telephone
    ander = Client()
    log_in(ander, brief)
    assert ander.post("/mijn/inloggen/code/", {"code": bewaard[0]}).status_code == 422
    cache.clear()
    assert half.post("/mijn/telefoon/", {"wachtwoord": "iets anders dan dit"}).status_code == 422
    assert half.post("/mijn/telefoon/", {"wachtwoord": WACHTWOORD}).url == "/mijn/telefoon/"
    assert log_in(Client(), brief).url == "/mijn/"
    assert Client().get("/mijn/inloggen/code/").url == INLOGGEN
    assert Client().get("/mijn/telefoon/").url == f"{INLOGGEN}?next=/mijn/telefoon/"


def test_a_code_that_was_withdrawn_meanwhile_takes_no_telephone_away(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    brief = met_brief(stad, dossier, brieven)
    client = Client()
    assert toon(client, brief).url == KIEZEN
    with als(stad.als("consulent")):
        rij = Toegangscode.objects.get(inwoner=dossier.inwoner_id)
        Authenticator.objects.create(user=rij.account, type=Authenticator.Type.TOTP, data={})
        Toegangscode.objects.filter(pk=rij.pk).update(ingetrokken_op=OP)
    antwoord = client.post(KIEZEN, {"wachtwoord": WACHTWOORD, "nog_een_keer": WACHTWOORD})
    assert (antwoord.status_code, Authenticator.objects.filter(user=rij.account).count()) == (403, 1)
    nieuw = met_brief(stad, dossier, brieven)
    activeer(nieuw)
    assert not Authenticator.objects.filter(user=rij.account).exists()


def code_nu(sleutel: str) -> str:
    """What the telephone shows now."""
    return str(format_hotp_value(hotp_value(sleutel, next(iter(yield_hotp_counters_from_time())))))


def test_a_session_key_from_before_is_worth_nothing_after_the_code_and_after_the_login(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    brief = met_brief(stad, dossier, brieven)
    client = Client()
    client.session.save()
    sleutels = [client.cookies["sessionid"].value] if "sessionid" in client.cookies else []
    toon(client, brief)
    sleutels.append(client.cookies["sessionid"].value)
    client.post(KIEZEN, {"wachtwoord": WACHTWOORD, "nog_een_keer": WACHTWOORD})
    sleutels.append(client.cookies["sessionid"].value)
    client.post("/mijn/uitloggen/")
    log_in(client, brief)
    sleutels.append(client.cookies["sessionid"].value)
    assert len(set(sleutels)) == len(sleutels)
    dief = Client()
    for sleutel in sleutels[:-1]:
        dief.cookies["sessionid"] = sleutel
        assert dief.get("/mijn/").status_code == 302
        assert dief.get(KIEZEN).url == ACTIVEREN


@pytest.mark.parametrize(
    "elders",
    [
        "https://elders.example/mijn/",
        "//elders.example/mijn/",
        "/\\elders.example",
        "javascript:alert(1)",
        "/dossiers/",
    ],
)
def test_after_login_one_goes_on_to_the_own_pages_and_never_elsewhere(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief], elders: str
) -> None:
    brief = met_brief(stad, dossier, brieven)
    client = activeer(brief)
    assert client.get(INLOGGEN, {"next": elders}).url == "/mijn/"
    assert log_in(Client(), brief, next=elders).url == "/mijn/"
    assert log_in(Client(), brief, next="/mijn/?op=1").url == "/mijn/?op=1"
    assert elders not in Client().get(INLOGGEN, {"next": elders}).content.decode()


def test_a_resident_opens_no_page_of_staff_and_staff_none_of_a_resident(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    client = activeer(met_brief(stad, dossier, brieven))
    for pad in ("/werk/", "/dossiers/", f"/dossiers/{dossier.nummer}/", f"/dossiers/{dossier.nummer}/account/"):
        assert client.get(pad).status_code == 403
    assert klant(stad, "consulent").get("/mijn/").status_code == 403
    assert klant(stad, "buur").get(f"/dossiers/{dossier.nummer}/account/").status_code == 404


def test_the_database_knows_one_open_code_for_an_account(
    stad: Stad, dossier: Dossier, brieven: list[Activatiebrief]
) -> None:
    met_brief(stad, dossier, brieven)
    with als(stad.als("consulent")):
        rij = Toegangscode.objects.get(inwoner=dossier.inwoner_id)
        rij.pk = None
        with pytest.raises(IntegrityError, match="toegangscode_een_open"), transaction.atomic():
            rij.save()
        rij.tot, rij.ingetrokken_op = OP - timedelta(days=1), OP
        with pytest.raises(IntegrityError, match="toegangscode_eindigt_na_begin"), transaction.atomic():
            rij.save()
