"""Who comes in by the machine door: only a key that holds, as the account it was made for, and never by a cookie."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.db.models import F
from django.test import Client, override_settings

from tests.api.eigen import plaats, systeem
from tests.api.opzet import Systeem, melding, systeem_van
from tests.stad import Stad
from tests.web.wereld import klant
from voordeur.api.actions import BijBeheer, SleutelKanNiet, beeindig_sleutel
from voordeur.api.models import Apisleutel
from voordeur.kern.actor import als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.models import Account, Journaalregel
from voordeur.web.klok import vandaag

Maker = Callable[..., Systeem]

__all__ = ["plaats", "systeem"]


def test_an_address_of_another_site_is_a_problem(plaats: Stad) -> None:
    antwoord = Client().get("/v1/gemeenten", headers={"Host": "ergens.example"})
    assert (antwoord.status_code, antwoord.json()["status"]) == (400, 400)


def test_without_a_key_there_is_only_the_description(plaats: Stad) -> None:
    gewoon = Client()
    antwoord = gewoon.get("/v1/dossiers")
    assert antwoord.status_code == 401
    assert antwoord.headers["WWW-Authenticate"].startswith("Bearer")
    assert antwoord.headers["Content-Type"] == "application/problem+json"
    assert antwoord.headers["API-Version"] == "1.0.0"
    open_ = gewoon.get("/v1/openapi.json")
    assert open_.status_code == 200
    assert open_.headers["Access-Control-Allow-Origin"] == "*"


def test_who_is_logged_in_on_the_screens_is_nobody_here(plaats: Stad) -> None:
    beller = klant(plaats, "consulent")
    assert beller.get("/dossiers/").status_code == 200
    assert beller.get("/v1/dossiers").status_code == 401
    assert beller.post("/v1/meldingen", melding(plaats), content_type="application/json").status_code == 401


def test_a_cookie_beside_a_key_changes_nothing(plaats: Stad, systeem: Maker) -> None:
    beller = klant(plaats, "beheerder")
    kop = {"Authorization": f"Bearer {systeem('consulent').bewijs}"}
    assert beller.get("/v1/dossiers", headers=kop).status_code == 200
    assert beller.get("/v1/berichten", headers=kop).status_code == 403
    assert not beller.get("/v1/dossiers", headers=kop).cookies


@pytest.mark.parametrize("anders", ["kort", "vd.x.y.z", "ander geheim", "andere regio", "basic", "nul"])
def test_a_key_that_is_almost_right_opens_nothing(plaats: Stad, systeem: Maker, anders: str) -> None:
    goed = systeem("consulent").bewijs
    _, regio, nummer, geheim = goed.split(".")
    kop = {
        "kort": f"Bearer {goed[:-1]}",
        "vd.x.y.z": "Bearer vd.x.y.z",
        "ander geheim": f"Bearer vd.{regio}.{nummer}.{'a' * 43}",
        "andere regio": f"Bearer vd.elders.{nummer}.{geheim}",
        "basic": f"Basic {goed}",
        "nul": f"Bearer {goed}\x00",
    }[anders]
    assert Client().get("/v1/dossiers", headers={"Authorization": kop}).status_code == 401


def test_a_key_holds_on_its_days_and_until_it_is_ended(plaats: Stad) -> None:
    dag = vandaag()
    later = systeem_van(plaats, "consulent", van=dag + timedelta(days=1), tot=dag + timedelta(days=9))
    assert later.get("/v1/dossiers").status_code == 401
    nu = systeem_van(plaats, "consulent", van=dag - timedelta(days=9), tot=dag)
    assert nu.get("/v1/dossiers").status_code == 200
    beeindig_sleutel(plaats.als("beheerder"), BijBeheer(plaats.centrum, nu.sleutel.pk), op=dag)
    assert nu.get("/v1/dossiers").status_code == 401


def test_an_account_that_was_switched_off_or_left_takes_its_keys_along(plaats: Stad) -> None:
    deze = systeem_van(plaats, "consulent2")
    assert deze.get("/v1/dossiers").status_code == 200
    Account.objects.filter(pk=plaats.accounts["consulent2"].pk).update(is_active=False)
    assert deze.get("/v1/dossiers").status_code == 401
    weg = vandaag() - timedelta(days=1)
    Account.objects.filter(pk=plaats.accounts["consulent2"].pk).update(is_active=True, laatste_dag=weg)
    assert deze.get("/v1/dossiers").status_code == 401
    Account.objects.filter(pk=plaats.accounts["consulent2"].pk).update(laatste_dag=None)


def test_a_key_that_only_reads_changes_nothing_but_may_compute(plaats: Stad, systeem: Maker) -> None:
    lezer = systeem("consulent", schrijven=False)
    assert lezer.get("/v1/dossiers").status_code == 200
    geweigerd = lezer.maak("/v1/meldingen", melding(plaats))
    assert (geweigerd.status_code, geweigerd.json()["type"]) == (403, "urn:voordeur:probleem:alleen-lezen")
    assert lezer.post("/v1/berekeningen/termijnen", {"soort": "onderzoek", "start": "2026-03-02"}).status_code == 200


def test_too_many_calls_in_a_minute_are_refused_for_that_key_alone(plaats: Stad, systeem: Maker) -> None:
    druk = systeem_van(plaats, "teamleider")
    with override_settings(VOORDEUR_API_PER_MINUUT=2):
        codes = [druk.get("/v1/gemeenten").status_code for _ in range(4)]
        assert systeem("consulent", schrijven=False).get("/v1/openapi.json").status_code == 200
    # a minute can end in between
    assert codes in ([200, 200, 429, 429], [200, 200, 200, 429], [200, 200, 200, 200], [200, 200, 429, 200])
    with override_settings(VOORDEUR_API_PER_MINUUT=0):
        antwoord = druk.get("/v1/gemeenten")
    assert antwoord.status_code == 429
    assert antwoord.headers["Retry-After"] == "60"


def test_only_the_hash_of_a_key_is_kept_and_when_it_was_used(plaats: Stad) -> None:
    deze = systeem_van(plaats, "controller")
    deze.get("/v1/gemeenten")
    with als(plaats.als("beheerder")):
        bewaard = Apisleutel.objects.get(pk=deze.sleutel.pk)
    geheim = deze.bewijs.rpartition(".")[2]
    assert geheim not in str(vars(bewaard))
    assert bewaard.laatst_gebruikt is not None


def test_only_the_manager_makes_keys_never_for_a_resident_and_never_for_longer_than_a_year(plaats: Stad) -> None:
    dag = vandaag()
    with pytest.raises(SleutelKanNiet, match="hooguit een jaar"):
        systeem_van(plaats, "consulent", tot=dag + timedelta(days=400))
    bewoner = Account.objects.create_user(
        f"bewoner@{plaats.regio}.test", regio_id=plaats.regio, naam="Bewoner", soort=Account.Soort.INWONER
    )
    plaats.accounts["bewoner"] = bewoner
    with pytest.raises(SleutelKanNiet, match="Dit account kan geen sleutel krijgen"):
        systeem_van(plaats, "bewoner")
    with pytest.raises(GeenMandaat):
        beeindig_sleutel(plaats.als("consulent"), BijBeheer(plaats.centrum, 1), op=dag)


@pytest.mark.parametrize(
    ("velden", "naam"),
    [
        ({"tot": "2000-01-01"}, "apisleutel_eindigt_na_begin"),
        ({"geheim": "leesbaar"}, "apisleutel_alleen_hash"),
        ({"gemaakt_door": F("bevestigd_door")}, "apisleutel_vier_ogen"),
        ({"bevestigd_op": None}, "apisleutel_bevestigd_door_iemand"),
        ({"beeindigd_op": "2026-01-01"}, "apisleutel_einde_door_iemand"),
    ],
)
def test_the_database_refuses_a_key_that_cannot_be(plaats: Stad, velden: dict[str, Any], naam: str) -> None:
    deze = systeem_van(plaats, "consulent")
    with pytest.raises(IntegrityError) as fout, als(plaats.als("beheerder")):
        Apisleutel.objects.filter(pk=deze.sleutel.pk).update(**velden)
    assert constraint_van(fout.value) == naam


def test_keys_of_another_region_are_not_there(plaats: Stad, stad: Callable[[str], Stad]) -> None:
    deze = systeem_van(plaats, "consulent")
    elders = stad("enschede")
    with als(elders.als("beheerder")), connection.cursor() as cursor:
        assert not Apisleutel.objects.filter(pk=deze.sleutel.pk).exists()
        cursor.execute("SELECT count(*) FROM api_herhaling")
        assert cursor.fetchone() == (0,)


def _bevestig(plaats: Stad, maker: Client) -> None:
    """The manager cannot; a team leader does."""
    with als(plaats.als("beheerder")):
        nummer = Apisleutel.objects.get(naam="Dossiersysteem").pk
    adres = f"/beheer/api-sleutels/{nummer}/bevestigen/"
    assert maker.post(adres, {"_bevestig": "1"}).status_code == 403
    teamleider = klant(plaats, "teamleider")
    assert "Wacht op een tweede persoon" in teamleider.get("/beheer/api-sleutels/").content.decode()
    assert teamleider.post(adres, {"_bevestig": "1"}).status_code in (302, 303)


def test_the_manager_makes_a_key_on_a_screen_sees_it_once_and_ends_it(plaats: Stad) -> None:
    beller, dag = klant(plaats, "beheerder"), vandaag()
    velden = {
        "naam": "Dossiersysteem", "account": plaats.accounts["aanbieder"].pk, "mag_schrijven": "on",
        "van": dag.isoformat(), "tot": (dag + timedelta(days=30)).isoformat(),
    }  # fmt: skip
    assert (
        "Kies een laatste dag"
        in beller.post(
            "/beheer/api-sleutels/nieuw/", {**velden, "tot": "2020-01-01", "_bevestig": "1"}
        ).content.decode()
    )
    assert "Controleer" in beller.post("/beheer/api-sleutels/nieuw/", velden).content.decode()
    pagina = beller.post("/beheer/api-sleutels/nieuw/", {**velden, "_bevestig": "1"}).content.decode()
    bewijs = pagina.split('<code class="breekt">')[1].split("<")[0]
    deze = Systeem(bewijs, Apisleutel())
    assert deze.get("/v1/plaatsingen").status_code == 401, "one person alone opens no door"
    _bevestig(plaats, beller)
    assert deze.get("/v1/plaatsingen").status_code == 200
    lijst = beller.get("/beheer/api-sleutels/").content.decode()
    assert "Dossiersysteem" in lijst
    assert bewijs.rpartition(".")[2] not in lijst
    with als(plaats.als("beheerder")):
        nummer = Apisleutel.objects.get(naam="Dossiersysteem").pk
        gedaan = Journaalregel.objects.filter(handeling="api.sleutel.maken", object_id=str(nummer)).count()
    assert gedaan == 1
    assert (
        "Het systeem komt er direct niet meer in"
        in beller.get(f"/beheer/api-sleutels/{nummer}/einde/").content.decode()
    )
    assert beller.post(f"/beheer/api-sleutels/{nummer}/einde/", {"_bevestig": "1"}, follow=True).status_code == 200
    assert deze.get("/v1/plaatsingen").status_code == 401
