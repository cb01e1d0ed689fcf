"""News by mail without a word about anybody, and what did not arrive is seen, told why, and sent again."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.database import vernietig
from tests.stad import Stad, bouw_stad
from tests.toegang.wandel import in_, pad, zie
from tests.toegang.weg import IDENTITEIT, OP, breng_tot, vers
from voordeur.berichten.actions import noteer_mislukt, verstuur
from voordeur.berichten.kanalen import NietBezorgd
from voordeur.berichten.mail import per_mail
from voordeur.berichten.models import Bericht
from voordeur.inwoner.mailadres import GeenMailadres, mailadres_van, stel_mail_in
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.models import Account
from voordeur.toegang.actions import bevestig
from voordeur.toegang.models import Dossier
from voordeur.toegang.queries_berichten import niet_verteld

ADRES = "post@voorbeeld.test"


@pytest.fixture(scope="module")
def stad(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock(), override_settings(VOORDEUR_VANDAAG=OP):
        yield bouw_stad("enschede")


@pytest.fixture(autouse=True)
def _mailserver() -> Iterator[None]:
    post = "django.core.mail.backends.locmem.EmailBackend"
    with override_settings(EMAIL_HOST="mail.test", EMAIL_BACKEND=post, VOORDEUR_SITE="https://voordeur.test"):
        mail.outbox = []
        yield


def met_mail(stad: Stad, adres: str = ADRES) -> Dossier:
    dossier = breng_tot(stad, "melding")
    stel_mail_in(stad.als("consulent"), dossier.inwoner, adres, toestemming=True, op=OP)
    return dossier


def berichten(stad: Stad, dossier: Dossier, **vraag: Any) -> list[Bericht]:
    with als(stad.als("consulent")):
        return list(Bericht.objects.filter(aan=f"inwoner van dossier {dossier.nummer}", **vraag).order_by("kanaal"))


def bevestigd(stad: Stad) -> tuple[Dossier, Bericht]:
    """A dossier of which a letter was put ready, and the notice of it."""
    dossier = met_mail(stad)
    nu = vers(stad, dossier)
    bevestig(stad.als("consulent"), nu, versie=nu.versie, op=OP)
    (bericht,) = berichten(stad, dossier, kanaal="mail")
    return dossier, bericht


def test_a_letter_brings_a_mail_in_which_nothing_stands_about_anybody(stad: Stad) -> None:
    dossier, bericht = bevestigd(stad)
    assert ADRES not in str(bericht.__dict__)
    assert verstuur(stad.regio, str(bericht.pk))
    (bezorgd,) = mail.outbox
    assert bezorgd.to == [ADRES]
    alles = f"{bezorgd.subject} {bezorgd.body} {bezorgd.message()}"
    assert "https://voordeur.test/mijn/" in bezorgd.body
    namen = {stad.regeling.naam, dossier.nummer, "Wit", "Sanne", "melding", "dossier", *IDENTITEIT["adres"]}
    assert [naam for naam in namen if naam.lower() in alles.lower()] == []
    assert bytes(berichten(stad, dossier, kanaal="mail")[0].inhoud) == b""


def test_one_notice_that_waits_is_enough_and_without_consent_or_server_there_is_none(stad: Stad) -> None:
    dossier, _ = bevestigd(stad)
    nu = vers(stad, dossier)
    with override_settings(EMAIL_HOST=""):
        assert berichten(stad, nu, kanaal="mail")
    zonder = breng_tot(stad, "onderzoek")
    assert berichten(stad, zonder, kanaal="mail") == []
    assert len(berichten(stad, zonder, kanaal="map")) == 1
    uit = met_mail(stad)
    with override_settings(EMAIL_HOST=""):
        bevestig(stad.als("consulent"), vers(stad, uit), versie=vers(stad, uit).versie, op=OP)
    assert berichten(stad, uit, kanaal="mail") == []


def test_who_changes_their_mind_or_is_forgotten_gets_nothing_any_more(stad: Stad) -> None:
    dossier, bericht = bevestigd(stad)
    stel_mail_in(stad.als("consulent"), dossier.inwoner, "", toestemming=False, op=OP)
    with pytest.raises(NietBezorgd, match="wil geen mail meer"):
        verstuur(stad.regio, str(bericht.pk))
    dossier, bericht = bevestigd(stad)
    vernietig(stad.als("beheerder"), dossier.inwoner)
    # what waited for somebody who is forgotten was taken out of the queue, or is refused
    with suppress(NietBezorgd, Bericht.DoesNotExist):
        verstuur(stad.regio, str(bericht.pk))
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        (smtplib.SMTPRecipientsRefused({ADRES: (550, b"onbekend")}), "weigert dit mailadres"),
        (smtplib.SMTPServerDisconnected("weg"), "nam het bericht niet aan"),
        (OSError("geen net"), "nam het bericht niet aan"),
    ],
)
def test_what_the_server_says_back_is_not_kept(
    stad: Stad, fout: Exception, zin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*_: Any, **__: Any) -> int:
        raise fout

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", weiger)
    dossier, bericht = bevestigd(stad)
    with pytest.raises(NietBezorgd, match=zin) as gezegd:
        verstuur(stad.regio, str(bericht.pk))
    noteer_mislukt(stad.regio, str(bericht.pk), gezegd.value)
    (mislukt,) = berichten(stad, dossier, stand="mislukt")
    assert ADRES not in mislukt.reden
    assert mislukt.pogingen == 1


def test_the_consulent_sees_what_did_not_arrive_and_sends_it_again(stad: Stad) -> None:
    dossier, bericht = bevestigd(stad)
    noteer_mislukt(stad.regio, str(bericht.pk), NietBezorgd("De mailserver nam het bericht niet aan."))
    for blad in (zie(stad, dossier), in_(stad).get("/dossiers/niet-aangekomen/").content.decode()):
        assert "De mailserver nam het bericht niet aan." in blad
        assert f"/dossiers/{dossier.nummer}/bericht/{bericht.pk}/" in blad
    assert dossier.nummer not in in_(stad, "buur").get("/dossiers/niet-aangekomen/").content.decode()
    anders = breng_tot(stad, "melding")
    assert in_(stad).get(pad(anders, f"bericht/{bericht.pk}/")).status_code == 404
    assert in_(stad).post(pad(dossier, f"bericht/{bericht.pk}/"), {"csrf": "x"}).status_code == 303
    assert berichten(stad, dossier, stand="mislukt") == []
    assert verstuur(stad.regio, str(bericht.pk))
    assert len(mail.outbox) == 1


def test_a_folder_that_is_full_is_a_failure_that_people_see(stad: Stad, tmp_path: Any) -> None:
    dossier = breng_tot(stad, "onderzoek")
    (brief,) = berichten(stad, dossier)
    vol = tmp_path / "vol"
    vol.write_text("")
    with override_settings(VOORDEUR_POSTMAP=str(vol)), pytest.raises(NietBezorgd, match="niet te beschrijven"):
        verstuur(stad.regio, str(brief.pk))


def test_what_was_decided_and_not_sent_is_found_the_day_after(stad: Stad) -> None:
    dossier = breng_tot(stad, "genomen")
    wie, morgen = stad.als("consulent"), OP + timedelta(days=1)

    def open_() -> list[str]:
        with als(wie):
            return [besluit.dossier.nummer for besluit, _ in niet_verteld(wie, morgen)]

    assert dossier.nummer in open_()
    with als(wie):
        assert dossier.nummer not in [besluit.dossier.nummer for besluit, _ in niet_verteld(wie, OP)]
    (brief,) = [deel for deel in berichten(stad, dossier) if deel.soort == "besluit"]
    verstuur(stad.regio, str(brief.pk))
    assert dossier.nummer not in open_()


def test_the_address_is_set_with_consent_by_staff_or_by_the_resident(stad: Stad) -> None:
    dossier = breng_tot(stad, "melding")
    klant, adres = in_(stad), pad(dossier, "mailbericht/")
    fout = klant.post(adres, {"mail": ADRES})
    assert fout.status_code == 422
    assert "Zonder toestemming sturen wij geen mail." in fout.content.decode()
    assert klant.post(adres, {"mail": ADRES, "toestemming": "on"}).status_code == 303
    assert "krijgt een mail als er iets nieuws is" in zie(stad, dossier)
    with pytest.raises(GeenMailadres):
        stel_mail_in(stad.als("consulent"), dossier.inwoner, "geen adres", toestemming=True, op=OP)
    with pytest.raises(GeenMandaat):
        stel_mail_in(stad.als("toezichthouder"), dossier.inwoner, ADRES, toestemming=True, op=OP)
    stad.accounts["zij"] = Account.objects.create_user(
        f"zij@{stad.regio}.test", "geheim", regio_id=stad.regio, naam="inwoner", soort="inwoner",
        inwoner=dossier.inwoner_id,
    )  # fmt: skip
    zij = in_(stad, "zij")
    assert ADRES in zij.get("/mijn/mailbericht/").content.decode()
    assert zij.post("/mijn/mailbericht/", {"mail": "nieuw@voorbeeld.test"}).status_code == 303
    assert zij.post("/mijn/mailbericht/", {"mail": "onzin"}).status_code == 422
    with als(stad.als("consulent")):
        assert mailadres_van(vers(stad, dossier).inwoner) == "nieuw@voorbeeld.test"
    assert "U krijgt geen mail meer." in zij.post("/mijn/mailbericht/", {"mail": ""}, follow=True).content.decode()


def test_the_channel_is_there() -> None:
    from voordeur.berichten.kanalen import KANALEN

    assert KANALEN["mail"] is per_mail
