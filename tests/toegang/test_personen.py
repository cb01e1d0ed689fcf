"""Finding a person through the screens: found however it was typed, and only by who may see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.database import vernietig
from tests.stad import Stad, alleen, bouw_stad
from tests.toegang.wandel import in_, loop, zie
from tests.toegang.weg import IDENTITEIT, OP, breng_tot, melding
from voordeur.cli.dienst.voorbereiding import maak_vindbaar
from voordeur.inwoner.models import Zoeksleutel
from voordeur.kern.actor import als
from voordeur.kern.models import Journaalregel
from voordeur.toegang.actions import meld
from voordeur.toegang.models import Dossier

ADRES = "/dossiers/personen/"
ZIJ: dict[str, Any] = {**IDENTITEIT, "naam": "Müller-Šimić", "geboortenaam": "Yıldız", "geboortedatum": "1994-03-04"}


@pytest.fixture(scope="module")
def stad(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock(), override_settings(VOORDEUR_VANDAAG=OP):
        yield bouw_stad("enschede")


@pytest.fixture(scope="module")
def dossier(stad: Stad) -> Dossier:
    gemeld: Dossier = meld(stad.als("consulent"), melding(stad, identiteit=ZIJ, bsn="111222333"), op=OP).object
    return gemeld


def zoek(stad: Stad, wie: str = "consulent", **velden: str) -> Any:
    return in_(stad, wie).post(ADRES, velden)


@pytest.mark.parametrize(
    ("velden", "waarom"),
    [
        ({"bsn": "111222333"}, "Zelfde BSN"),
        ({"naam": "Mueller", "geboortedatum": "4-3-1994"}, "Zelfde geboortedatum, naam lijkt op"),
        ({"naam": "yildiz", "voornaam": "Sane", "geboortedatum": "3-4-1994"}, "Dag en maand verwisseld, naam lijkt op"),
        ({"naam": "Sanne", "voornaam": "Simic", "geboortedatum": "1994"}, "voornaam en achternaam verwisseld"),
    ],
)
def test_somebody_is_found_with_why_and_with_the_dossier(
    stad: Stad, dossier: Dossier, velden: dict[str, str], waarom: str
) -> None:
    pagina = zoek(stad, **velden).content.decode()
    for wat in ("Müller-Šimić, geboren Yıldız", waarom, "4 maart 1994", f"/dossiers/{dossier.nummer}/"):
        assert wat in pagina


def test_who_may_not_see_the_person_gets_the_answer_of_nobody(stad: Stad, dossier: Dossier) -> None:
    for velden in ({"bsn": "111222333"}, {"naam": "Müller", "geboortedatum": "4-3-1994"}):
        gezien, niemand = (zoek(stad, "buur", **deze).content.decode() for deze in (velden, {"bsn": "123456782"}))
        assert "Niemand gevonden" in gezien
        assert gezien.count("<tr") == niemand.count("<tr") == 0


def test_a_search_is_journaled_without_what_was_typed(stad: Stad, dossier: Dossier) -> None:
    zoek(stad, naam="Müller", geboortedatum="4-3-1994")
    with als(stad.als("consulent")):
        laatste = list(Journaalregel.objects.order_by("-id")[:2])
    assert {deel.handeling for deel in laatste} == {"inwoner.zoeken", "inwoner.gevonden"}
    assert str(dossier.inwoner_id) in {deel.object_id for deel in laatste}
    assert not any("ller" in str(deel.__dict__) for deel in laatste)


def test_what_lacks_is_said_at_its_field(stad: Stad) -> None:
    for velden, veld in (({}, "bsn"), ({"naam": "Wit"}, "geboortedatum"), ({"bsn": "1"}, "bsn"),
                         ({"naam": "Wit", "geboortedatum": "31-2-1994"}, "geboortedatum")):  # fmt: skip
        antwoord = zoek(stad, **velden)
        assert antwoord.status_code == 422
        assert list(antwoord.context["formulier"].errors) == [veld]


def test_a_report_shows_who_may_be_the_same_person_and_does_not_stop(stad: Stad, dossier: Dossier) -> None:
    velden = {
        "college_code": stad.gemeente, "melder": "gemeente", "voorziening": "BW", "ontvangen_op": "2026-03-02",
        "voornaam": "Sanne", "naam": "Mueller", "geboortedatum": "1994-04-03", "reden": "Zij redt het niet.",
    }  # fmt: skip
    blad = in_(stad).post("/dossiers/nieuw/", velden).content.decode()
    assert "Kent u deze persoon al?" in blad
    assert dossier.nummer in blad
    zonder = in_(stad, "aanbieder").post("/dossiers/nieuw/", {**velden, "melder": "zorgaanbieder"}).content.decode()
    assert "Kent u deze persoon al?" not in zonder
    assert in_(stad).post("/dossiers/nieuw/", velden | {"_bevestig": "1"}).status_code == 303


def test_a_name_stands_as_it_was_typed_and_somebody_is_called_as_they_want(stad: Stad) -> None:
    lang = "Wolfeschlegelsteinhausenbergerdorff-" + "x" * 90
    zo = breng_tot(stad, "onderzoek", identiteit={**IDENTITEIT, "naam": lang, "voorletters": "S.M."})
    nieuw = {
        "naam": "hooks", "voornaam": "bell", "voorletters": "", "aanhef": "mevrouw", "geboortenaam": "Watkins",
        "roepnaam": "bell", "reden": "typefout", "toelichting": "",
    }  # fmt: skip
    assert "bell" in loop(stad, zo, "corrigeren/naam/", **nieuw)
    assert ">bell hooks</h1>" in zie(stad, zo)
    # the name of before finds her too
    assert "een eerdere naam" in zoek(stad, naam=lang, geboortedatum="4-3-1994").content.decode()


def test_nothing_can_be_read_from_the_keys_and_they_go_with_the_key_of_the_person(stad: Stad) -> None:
    weg = meld(stad.als("consulent"), melding(stad, identiteit={"naam": "Verdwijning"}), op=OP).object
    with als(stad.als("consulent")):
        sleutels = list(Zoeksleutel.objects.filter(inwoner=weg.inwoner).values_list("index", flat=True))
        assert sleutels
        assert all(len(sleutel) == 64 and set(sleutel) <= set("0123456789abcdef") for sleutel in sleutels)
    vernietig(stad.als("beheerder"), weg.inwoner)
    with als(stad.als("consulent")):
        assert not Zoeksleutel.objects.filter(inwoner=weg.inwoner).exists()


def test_who_was_registered_by_an_earlier_version_is_found_after_the_upgrade(stad: Stad, dossier: Dossier) -> None:
    velden = {"naam": "Mueller", "geboortedatum": "4-3-1994"}
    with als(stad.als("consulent")):
        Zoeksleutel.objects.filter(inwoner=dossier.inwoner).delete()
    assert dossier.nummer not in zoek(stad, **velden).content.decode()
    with alleen(stad):
        maak_vindbaar()
    assert dossier.nummer in zoek(stad, **velden).content.decode()
