"""Who may open what: every address, every role, objects of one's own and of others. New screens join by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.urls import resolve
from pytest_django import DjangoDbBlocker

from tests.stad import Stad, bouw_stad
from tests.web.adressen import NERGENS, OPEN, VAN_ALLAUTH, Adres, alle, met_scherm
from tests.web.wereld import REGELING, Binnen, Wereld, klant, maak, met_geld, tel_door
from voordeur.kern.actor import Actor, als
from voordeur.schermen.verzoek import SCHERMEN, mag_openen
from voordeur.web.klok import vandaag

pytestmark = pytest.mark.traag
WIE = (
    "consulent", "teamleider", "contractbeheerder", "controller", "bestuurder", "toezichthouder", "beheerder",
    "lokaal", "buur", "aanbieder", "andere_aanbieder", "opvang", "inwoner",
)  # fmt: skip
# of every kind of guard one: that nothing of another region is seen by anybody is tested on each table
KIJKT_VERDER = ("consulent", "controller", "beheerder", "aanbieder", "opvang", "inwoner")
SCHERMADRESSEN = met_scherm()
OBJECTADRESSEN = [adres for adres in SCHERMADRESSEN if adres.velden and adres.zicht != "altijd"]


@pytest.fixture(scope="module")
def werelden(
    zonder_tellers: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[dict[str, Wereld]]:
    """By where the object is: in one municipality of the region, in the other, in another region."""
    with django_db_blocker.unblock():
        stad, elders = bouw_stad(REGELING), bouw_stad(REGELING)
        gevonden = {
            "eigen gemeente": maak(stad, stad.gemeente),
            "andere gemeente": maak(stad, stad.andere_gemeente),
        }
        for _ in range(3):
            vreemd = maak(elders, elders.gemeente)
        gevonden["andere regio"] = vreemd
        tel_door(elders)
        for deze in (stad, elders):
            geld = met_geld(deze)
            for wereld in gevonden.values():
                if wereld.stad is deze:
                    wereld.waarden |= geld | {"jaar": 2025, "kwartaal": 1}
        yield gevonden


@pytest.fixture(scope="module")
def stad(werelden: dict[str, Wereld]) -> Stad:
    return werelden["eigen gemeente"].stad


@pytest.fixture(scope="module")
def binnen(stad: Stad) -> Binnen:
    return Binnen(stad)


@pytest.fixture(scope="module")
def streng(stad: Stad) -> Client:
    """Somebody whose browser sends no token along."""
    return klant(stad, "teamleider", enforce_csrf_checks=True)


def bestaande(wereld: Wereld) -> dict[str, Any]:
    return {**NERGENS, **wereld.waarden}


def ziet(wie: Actor, adres: Adres, wereld: Wereld, regio: str) -> bool:
    """Whether somebody should see the object: by the region, and for a person by college or provider."""
    if wereld.stad.regio != regio:
        return False
    if wie.inwoner is not None:
        return wereld.van == wereld.stad.gemeente
    if adres.zicht == "regio":
        return True
    if adres.zicht == "organisatie":
        return wereld.stad.centrum in wie.colleges or wie.aanbieder == str(wereld.stad.aanbieder)
    van_aanbieder = adres.naam.startswith(("verblijf:", "geld:")) and wie.aanbieder == str(wereld.stad.aanbieder)
    if adres.naam.startswith("opvang:"):
        van_aanbieder = wie.aanbieder == str(wereld.stad.andere_aanbieder)
    return wereld.van in wie.colleges or van_aanbieder


def test_every_address_has_a_screen_or_stands_in_the_list_of_open_pages() -> None:
    namen = {adres.naam for adres in alle()}
    zonder = {naam for naam in namen if naam not in SCHERMEN and naam not in OPEN and not naam.startswith(VAN_ALLAUTH)}
    assert zonder == set()
    assert namen >= OPEN


def test_every_screen_has_an_address_of_that_name() -> None:
    assert set(SCHERMEN) <= {adres.naam for adres in alle()}


@pytest.mark.parametrize("adres", SCHERMADRESSEN, ids=lambda adres: adres.naam)
def test_whoever_is_not_logged_in_goes_to_the_login_page(werelden: dict[str, Wereld], adres: Adres) -> None:
    antwoord = Client().get(adres.pad(bestaande(werelden["eigen gemeente"])))
    assert antwoord.status_code in (302, 405)
    assert antwoord.status_code == 405 or antwoord.url.startswith(("/inloggen/?next=", "/mijn/inloggen/?next="))


@pytest.mark.parametrize("adres", SCHERMADRESSEN, ids=lambda adres: adres.naam)
def test_a_role_that_is_not_written_down_gets_no_further(
    werelden: dict[str, Wereld], binnen: Binnen, adres: Adres
) -> None:
    pad = adres.pad(bestaande(werelden["eigen gemeente"]))
    mogen = [wie for wie in WIE if mag_openen(binnen.actor(wie), adres.naam, vandaag())]
    mogen_niet = [wie for wie in WIE if wie not in mogen]
    assert [wie for wie in mogen if weigert(binnen.klant(wie).get(pad))] == []
    assert [wie for wie in mogen_niet if not bewaakt(binnen, wie, pad)] == []
    # the web door before it is the same for all: one of them, each time another, goes by that
    if mogen_niet:
        antwoord = binnen.klant(mogen_niet[SCHERMADRESSEN.index(adres) % len(mogen_niet)]).get(pad)
        assert antwoord.status_code == 405 or weigert(antwoord)


def weigert(antwoord: Any) -> bool:
    """Whether the page says that somebody may not see it."""
    return antwoord.status_code == 403 and b"U mag deze pagina niet zien" in antwoord.content


def bewaakt(binnen: Binnen, wie: str, pad: str) -> bool:
    """Whether the screen itself stops somebody who comes past the web door as who they are."""
    gevonden = resolve(pad)
    request: Any = RequestFactory().get(pad)
    request.user, request.vandaag = binnen.stad.accounts[wie], vandaag()
    with als(binnen.actor(wie)) as request.actor:
        try:
            antwoord = gevonden.func(request, *gevonden.args, **gevonden.kwargs)
        except PermissionDenied:
            return True
    return bool(antwoord.status_code == 405)


@pytest.mark.parametrize("adres", OBJECTADRESSEN, ids=lambda adres: adres.naam)
def test_what_is_not_yours_answers_like_what_does_not_exist(
    werelden: dict[str, Wereld], binnen: Binnen, adres: Adres
) -> None:
    fouten = []
    regio = werelden["eigen gemeente"].stad.regio
    # who may not open the screen at all is refused before anything is looked up: the test above
    for wie in (deze for deze in WIE if mag_openen(binnen.actor(deze), adres.naam, vandaag())):
        actor, client = binnen.actor(wie), binnen.klant(wie)
        methode = client.post if adres.naam == "beheer:bericht_opnieuw" else client.get
        nergens = methode(adres.pad(NERGENS))
        for waar, wereld in werelden.items():
            if waar == "andere regio" and wie not in KIJKT_VERDER:
                continue
            antwoord = methode(adres.pad(bestaande(wereld)))
            gelijk = (antwoord.status_code, antwoord.content) == (nergens.status_code, nergens.content)
            mag = ziet(actor, adres, wereld, regio)
            if gelijk is mag:
                fouten.append((wie, waar, antwoord.status_code))
    assert fouten == []


@pytest.mark.parametrize("adres", [adres for adres in alle() if adres.naam in SCHERMEN or adres.naam in OPEN],
                         ids=lambda adres: adres.naam)  # fmt: skip
def test_a_form_without_its_token_is_refused(werelden: dict[str, Wereld], streng: Client, adres: Adres) -> None:
    antwoord = streng.post(adres.pad(bestaande(werelden["eigen gemeente"])), {"a": "b"})
    assert antwoord.status_code == 403
    assert "Uw formulier is verlopen" in antwoord.content.decode()


@pytest.mark.parametrize("pad", ["/inloggen/", "/uitloggen/", "/account/telefoon/", "/inloggen/demo/"])
def test_logging_in_without_its_token_is_refused(stad: Stad, pad: str) -> None:
    assert Client(enforce_csrf_checks=True).post(pad, {"login": "x", "password": "y"}).status_code == 403
