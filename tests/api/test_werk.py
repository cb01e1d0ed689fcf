"""Work by the machine door: it does what the screens do, once, on what was seen, and the journal says so."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connections
from django.db.models.functions import Now

from tests.api.eigen import plaats, systeem
from tests.api.opzet import Systeem, melding, systeem_van, systemen_van
from tests.geld import opzet as geld
from tests.stad import Stad, alleen
from tests.toegang.weg import breng_tot
from tests.verblijf.opzet import open_huis, wacht
from tests.web.wereld import Wereld
from voordeur.api import herhaling
from voordeur.api.models import Herhaling
from voordeur.api.tasks import ruim_op
from voordeur.inwoner.actions_afscherming import bevestig_afscherming, vraag_afscherming, zet_markering
from voordeur.kern.actor import als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.models import Journaalregel
from voordeur.toegang.models import Dossier
from voordeur.web.klok import vandaag

Maker = Callable[..., Systeem]

__all__ = ["plaats", "systeem"]


PROBLEEM = "urn:voordeur:probleem:"


def journaal(stad: Stad, handeling: str, **zoek: Any) -> int:
    with als(stad.als("beheerder")):
        return Journaalregel.objects.filter(handeling=handeling, vanwaar="api", **zoek).count()


def aantal_dossiers(stad: Stad) -> int:
    with als(geld.bouwer(stad)):
        return Dossier.objects.count()


def tegelijk(doe: Callable[[], Any], aantal: int = 6) -> list[Any]:
    """The same thing by so many threads at once."""
    start, gedaan = threading.Barrier(aantal), []

    def een() -> None:
        try:
            start.wait()
            gedaan.append(doe())
        finally:
            connections.close_all()

    draden = [threading.Thread(target=een) for _ in range(aantal)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return gedaan


def test_a_report_becomes_a_dossier_that_is_read_confirmed_and_journaled(plaats: Stad, systeem: Maker) -> None:
    aanbieder, consulent = systeem("aanbieder"), systeem("consulent")
    gemaakt = aanbieder.maak("/v1/meldingen", melding(plaats, bsn="999990019"))
    assert gemaakt.status_code == 201, gemaakt.content
    pad = gemaakt.headers["Location"]
    assert gemaakt.json() == {"id": pad.rpartition("/")[2], "locatie": pad}
    assert journaal(plaats, "toegang.melden", object_id__gt="") == 1
    eigen = aanbieder.get(pad).json()
    assert (eigen["inwoner"]["naam"], eigen["klokken"]) == ("de Wit", None)
    gelezen = consulent.get(pad)
    heel = gelezen.json()
    assert (heel["stap"], heel["inwoner"]["geboortedatum"], heel["klokken"][0]["soort"]) == (
        "melding", "1994-03-04", "onderzoek",
    )  # fmt: skip
    assert journaal(plaats, "toegang.dossier.inzien", betreft=f"dossier {heel['nummer']}") == 1
    bevestigd = consulent.post(f"{pad}/bevestigingen", if_match=gelezen.headers["ETag"])
    assert (bevestigd.status_code, bevestigd.json()["stap"]) == (200, "onderzoek")
    assert bevestigd.headers["ETag"] not in ("", gelezen.headers["ETag"])
    (brief,) = consulent.get(f"{pad}/documenten").json()["items"]
    inhoud = consulent.get(brief["locatie"])
    assert inhoud.content.startswith(b"%PDF")
    assert journaal(plaats, "toegang.document.inzien") == 1
    gevonden = consulent.post("/v1/zoekvragen", {"bsn": "999990019"}).json()["items"]
    assert [deze["nummer"] for deze in gevonden] == [heel["nummer"]]
    assert journaal(plaats, "inwoner.zoeken") == 1
    assert consulent.post("/v1/zoekvragen", {"bsn": "123"}).json()["errors"][0]["pointer"] == "#/bsn"


def test_what_is_wrong_is_said_at_its_field_in_the_words_of_the_screen(plaats: Stad, systeem: Maker) -> None:
    fout = melding(plaats, naam="", ontvangenOp="2026-02-30", geboortedatum=None, bsn="123")
    antwoord = systeem("aanbieder").maak("/v1/meldingen", fout)
    assert antwoord.status_code == 422
    assert antwoord.headers["Content-Type"] == "application/problem+json"
    teksten = {deel["pointer"]: deel["detail"] for deel in antwoord.json()["errors"]}
    assert teksten["#/naam"] == "Vul een achternaam in."
    assert teksten["#/ontvangenOp"] == "Vul een datum in die bestaat, zoals 19-10-2026."
    assert teksten["#/geboortedatum"] == "Vul een datum in, of kies dat die niet bekend is."
    assert "#/bsn" in teksten
    vreemd = systeem("aanbieder").maak("/v1/meldingen", melding(plaats, iets=1, reden=5, voornaam="a\0b")).json()
    assert {deel["pointer"]: deel["detail"] for deel in vreemd["errors"]} == {
        "#/iets": "Dit veld kennen wij niet.",
        "#/reden": "Schrijf dit als tekst tussen aanhalingstekens.",
        "#/voornaam": "Deze tekst bevat tekens die wij niet kunnen bewaren.",
    }


def test_who_is_known_already_is_said_first(plaats: Stad, systeem: Maker) -> None:
    bekend = melding(plaats, bsn="999990020")
    wie = systeem("consulent")
    assert wie.maak("/v1/meldingen", bekend | {"melder": "gemeente"}).status_code in (201, 422)
    antwoord = wie.maak("/v1/meldingen", bekend)
    if antwoord.status_code == 201:
        antwoord = wie.maak("/v1/meldingen", bekend)
    assert antwoord.json()["errors"][0]["pointer"] == "#/toch"
    assert wie.maak("/v1/meldingen", bekend | {"toch": True}).status_code == 201


@pytest.mark.parametrize(
    ("methode", "pad", "status"),
    [
        ("GET", "/v1/nergens", 404), ("GET", "/v1", 404), ("GET", "/v1/", 404), ("GET", "/v1/dossiers/", 404),
        ("PUT", "/v1/dossiers", 405), ("DELETE", "/v1/gemeenten", 405), ("GET", "/v1/meldingen", 405),
        ("GET", "/v1/plaatsingen/x", 404), ("GET", "/v1/dossiers?stap=iets", 422),
        ("GET", "/v1/dossiers?aantal=0", 422),
        ("GET", "/v1/dossiers?cursor=%00", 404), ("GET", "/v1/dossiers/%00", 404),
    ],
)  # fmt: skip
def test_every_refusal_is_a_problem(systeem: Maker, methode: str, pad: str, status: int) -> None:
    antwoord = systeem("consulent").vraag(methode, pad)
    assert antwoord.status_code == status
    assert antwoord.headers["Content-Type"] == "application/problem+json"
    assert antwoord.headers["API-Version"] == "1.0.0"
    assert antwoord.json()["status"] == status
    assert antwoord.json()["detail"].endswith(".")
    assert status != 405 or antwoord.headers["Allow"]


@pytest.mark.parametrize(
    ("soort", "inhoud", "status"),
    [("text/plain", "{}", 415), ("application/x-www-form-urlencoded", "a=b", 415), ("application/json", "{", 400),
     ("application/json", "[]", 422), ("application/json", "\xff", 400), ("application/json", "null", 422),
     ("application/json", "x" * 3_000_000, 413)],
    ids=["tekst", "formulier", "half", "lijst", "latin", "niets", "te groot"],
)  # fmt: skip
def test_a_body_that_is_no_json_object_is_a_problem(systeem: Maker, soort: str, inhoud: str, status: int) -> None:
    from django.test import Client

    koppen = {"Authorization": f"Bearer {systeem('aanbieder').bewijs}", "Idempotency-Key": uuid.uuid4().hex}
    antwoord = Client().post("/v1/meldingen", inhoud.encode("latin-1"), content_type=soort, headers=koppen)
    assert (antwoord.status_code, antwoord.json()["status"]) == (status, status)


def test_a_creation_without_a_key_of_its_own_is_refused(plaats: Stad, systeem: Maker) -> None:
    voor = aantal_dossiers(plaats)
    for sleutel in ({}, {"idempotency_key": "kort"}, {"idempotency_key": "x" * 65}):
        antwoord = systeem("aanbieder").post("/v1/meldingen", melding(plaats), **sleutel)
        assert (antwoord.status_code, antwoord.json()["type"]) == (400, f"{PROBLEEM}geen-herhaalsleutel")
    assert aantal_dossiers(plaats) == voor


def test_the_same_key_gives_the_same_answer_also_to_six_calls_at_once(plaats: Stad, systeem: Maker) -> None:
    wie, voor, vraag, sleutel = systeem("aanbieder"), aantal_dossiers(plaats), melding(plaats), uuid.uuid4().hex
    antwoorden = tegelijk(lambda: wie.maak("/v1/meldingen", vraag, sleutel))
    antwoorden.append(wie.maak("/v1/meldingen", vraag, sleutel))
    assert {deze.status_code for deze in antwoorden} == {201}
    assert len({deze.content for deze in antwoorden}) == 1
    assert len({deze.headers["Location"] for deze in antwoorden}) == 1
    assert aantal_dossiers(plaats) == voor + 1


def test_the_same_key_for_something_else_is_refused_and_another_system_has_keys_of_its_own(
    plaats: Stad, systeem: Maker
) -> None:
    wie, sleutel = systeem("aanbieder"), uuid.uuid4().hex
    assert wie.maak("/v1/meldingen", melding(plaats), sleutel).status_code == 201
    anders = wie.maak("/v1/meldingen", melding(plaats, naam="Jansen"), sleutel)
    assert (anders.status_code, anders.json()["type"]) == (422, f"{PROBLEEM}herhaalsleutel-gebruikt")
    assert systeem("andere_aanbieder").maak("/v1/meldingen", melding(plaats), sleutel).status_code == 201


def test_a_refused_creation_leaves_its_key_free_and_an_old_key_is_forgotten(
    plaats: Stad, systeem: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    wie, sleutel = systeem("aanbieder"), uuid.uuid4().hex
    assert wie.maak("/v1/meldingen", melding(plaats, naam=""), sleutel).status_code == 422
    assert wie.maak("/v1/meldingen", melding(plaats), sleutel).status_code == 201
    monkeypatch.setattr(herhaling, "BEWAARD", timedelta(0))
    anders = wie.maak("/v1/meldingen", melding(plaats, naam="Jansen"), sleutel)
    assert anders.status_code == 201


def test_each_night_what_was_made_a_day_ago_is_forgotten(plaats: Stad, systeem: Maker) -> None:
    oud, vers = uuid.uuid4().hex, uuid.uuid4().hex
    for sleutel in (oud, vers):
        systeem("aanbieder").maak("/v1/meldingen", melding(plaats), sleutel)
    with als(plaats.als("beheerder")):
        Herhaling.objects.filter(sleutel=oud).update(om=Now() - timedelta(hours=25))
    with alleen(plaats):
        ruim_op(timestamp=0)
    with als(plaats.als("beheerder")):
        assert list(Herhaling.objects.filter(sleutel__in=(oud, vers)).values_list("sleutel", flat=True)) == [vers]


def test_nothing_about_a_person_is_kept_with_a_key(plaats: Stad, systeem: Maker) -> None:
    wie, sleutel = systeem("aanbieder"), uuid.uuid4().hex
    wie.maak("/v1/meldingen", melding(plaats, naam="Bijzondernaam", bsn="999990032"), sleutel)
    with als(plaats.als("beheerder")):
        rij = Herhaling.objects.get(sleutel=sleutel)
    tekst = json.dumps(vars(rij), default=str)
    assert "Bijzondernaam" not in tekst
    assert "999990032" not in tekst
    with pytest.raises(IntegrityError) as fout, als(plaats.als("beheerder")):
        Herhaling.objects.create(regio_id=rij.regio_id, apisleutel_id=rij.apisleutel_id, sleutel=sleutel, aanvraag="x")
    assert constraint_van(fout.value) == "herhaling_een_per_sleutel"


def test_what_goes_wrong_halfway_leaves_nothing(plaats: Stad, systeem: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    voor, sleutel = aantal_dossiers(plaats), uuid.uuid4().hex
    with monkeypatch.context() as even:
        even.setattr(Herhaling, "save", lambda *_, **__: 1 / 0)
        antwoord = systeem("aanbieder").maak("/v1/meldingen", melding(plaats), sleutel)
    assert (antwoord.status_code, antwoord.json()["type"]) == (500, f"{PROBLEEM}er-ging-iets-mis")
    assert aantal_dossiers(plaats) == voor
    assert systeem("aanbieder").maak("/v1/meldingen", melding(plaats), sleutel).status_code == 201


def test_a_secret_address_goes_to_no_system_and_a_shielded_dossier_is_not_there(plaats: Stad, systeem: Maker) -> None:
    wie, dossier = systeem("consulent"), breng_tot(plaats, "melding")
    pad = f"/v1/dossiers/{dossier.nummer}"
    assert wie.get(pad).json()["inwoner"]["adres"] == ["Lindelaan 12", "1234 AB Kleinbuurt"]
    zet_markering(plaats.als("consulent"), dossier.inwoner, "geheim_adres", "Zij is bang.", op=vandaag())
    assert "Lindelaan" not in wie.get(pad).content.decode()
    zij = [plaats.accounts[naam].pk for naam in ("consulent2", "teamleider")]
    vraag = vraag_afscherming(plaats.als("consulent2"), dossier.inwoner, zij, "Een collega.", op=vandaag()).object
    bevestig_afscherming(plaats.als("teamleider"), vraag, op=vandaag())
    assert wie.get(pad).content == wie.get("/v1/dossiers/2099-9999").content
    assert dossier.nummer not in wie.get("/v1/dossiers?aantal=100").content.decode()


def test_a_change_asks_what_was_seen_and_says_field_by_field_what_is_different(plaats: Stad, systeem: Maker) -> None:
    wie = systeem("consulent")
    pad = f"/v1/dossiers/{breng_tot(plaats, 'melding').nummer}"
    gezien = wie.get(pad).headers["ETag"]
    for geen in ({}, {"if_match": "*"}, {"if_match": ""}):
        assert wie.post(f"{pad}/bevestigingen", **geen).status_code == 428
    assert wie.post(f"{pad}/bevestigingen", if_match=gezien).status_code == 200
    te_laat = wie.post(f"{pad}/bevestigingen", if_match=gezien)
    assert te_laat.status_code == 412
    verschil = {deel["veld"]: (deel["gezien"], deel["nu"]) for deel in te_laat.json()["gewijzigd"]}
    assert verschil["stap"] == ("melding", "onderzoek")
    assert verschil["bevestigdOp"] == (None, vandaag().isoformat())
    ander = f"/v1/dossiers/{breng_tot(plaats, 'melding').nummer}"
    for vreemd in (gezien, '"verzonnen"', f'"{gezien[1:-2]}x"'):
        assert wie.post(f"{ander}/bevestigingen", if_match=vreemd).json().get("gewijzigd") == []


def test_of_two_changes_of_what_both_saw_one_is_done(plaats: Stad, systeem: Maker) -> None:
    wie = systeem("consulent")
    pad = f"/v1/dossiers/{breng_tot(plaats, 'melding').nummer}"
    gezien = wie.get(pad).headers["ETag"]
    antwoorden = tegelijk(lambda: wie.post(f"{pad}/bevestigingen", if_match=gezien), 3)
    assert sorted(deze.status_code for deze in antwoorden) == [200, 412, 412]


def test_an_application_is_noted_by_the_rules_of_the_screen(plaats: Stad, systeem: Maker) -> None:
    wie = systeem("consulent")
    pad = f"/v1/dossiers/{breng_tot(plaats, 'aanvraag').nummer}"
    gezien = wie.get(pad).headers["ETag"]
    fout = wie.post(f"{pad}/aanvragen", {"ontvangenOp": "2020-01-01"}, if_match=gezien)
    assert fout.status_code == 422
    assert {
        "pointer": "#/ontvangenOp",
        "detail": "Vul een datum in vanaf de melding tot en met vandaag.",
    } in fout.json()["errors"]
    dag = vandaag().isoformat()
    gelukt = wie.post(f"{pad}/aanvragen", {"ontvangenOp": dag} | _stuk(fout.json()["errors"], dag), if_match=gezien)
    assert (gelukt.status_code, gelukt.json()["stap"]) == (200, "besluit"), gelukt.content
    vroeg = f"/v1/dossiers/{breng_tot(plaats, 'melding').nummer}"
    geweigerd = wie.post(
        f"{vroeg}/aanvragen", {"ontvangenOp": dag, **_stuk(fout.json()["errors"], dag)},
        if_match=wie.get(vroeg).headers["ETag"],
    )  # fmt: skip
    assert geweigerd.status_code == 409
    assert journaal(plaats, "toegang.aanvraag.ontvangen", uitslag="geweigerd") == 1


def _stuk(fouten: list[dict[str, str]], dag: str) -> dict[str, str]:
    """What this route asks beside the day."""
    return {"getekendOp": dag} if any(fout["pointer"] == "#/getekendOp" for fout in fouten) else {}


def test_who_waits_gets_a_place_once_and_the_stay_ends(plaats: Stad, systeem: Maker) -> None:
    wie = systeem("consulent")
    huis = open_huis(plaats, "all-inclusive", 2, aanbieder=plaats.andere_aanbieder)
    dag = vandaag()
    tot = dag + timedelta(days=400)
    besluit = wacht(plaats, product="all-inclusive", nummer="w-api", tot=tot)
    plekken = wie.get(f"/v1/wachtenden/{besluit.nummer}/plekken?vanaf={dag}").json()["items"]
    passend = [deze for deze in plekken if deze["past"]]
    assert {deze["plek"] for deze in passend} == {plek.pk for plek in huis.plekken}
    assert passend[0]["waarom"]
    vraag = {"besluit": besluit.nummer, "plek": passend[0]["plek"], "vanaf": dag.isoformat()}
    assert "Het besluit geldt vanaf" in wie.maak("/v1/plaatsingen", vraag | {"vanaf": "2020-01-01"}).content.decode()
    sleutel = uuid.uuid4().hex
    antwoorden = tegelijk(lambda: wie.maak("/v1/plaatsingen", vraag, sleutel), 3)
    assert [deze.status_code for deze in antwoorden] == [201] * 3
    pad = antwoorden[0].headers["Location"]
    gezien = systeem("andere_aanbieder").get(pad)
    assert gezien.json()["bewoner"].endswith("De Wit")
    einde = {"laatsteDag": dag.isoformat(), "reden": "doorstroom"}
    assert (
        systeem("andere_aanbieder").post(f"{pad}/beeindigingen", einde, if_match=gezien.headers["ETag"]).status_code
        == 403
    )
    fout = wie.post(f"{pad}/beeindigingen", einde | {"reden": "zomaar"}, if_match=gezien.headers["ETag"])
    assert fout.json()["errors"][0]["pointer"] == "#/reden"
    klaar = wie.post(f"{pad}/beeindigingen", einde, if_match=gezien.headers["ETag"])
    assert (klaar.status_code, klaar.json()["tot"]) == (200, dag.isoformat())
    te_laat = wie.post(f"{pad}/beeindigingen", einde, if_match=gezien.headers["ETag"])
    assert {"veld": "redenEinde", "gezien": "", "nu": "doorstroom"} in te_laat.json()["gewijzigd"]


def test_the_plan_of_the_provider_is_noted_by_the_door_too(plaats: Stad, systeem: Maker) -> None:
    wie, dag = systeem("consulent"), vandaag()
    huis = open_huis(plaats, "modulair", 1, aanbieder=plaats.andere_aanbieder, naam="De Eik", contract=False)
    besluit = wacht(plaats, product="modulair", nummer="w-plan", tot=dag + timedelta(days=400))
    vraag = {"besluit": besluit.nummer, "plek": huis.plekken[0].pk, "vanaf": dag.isoformat()}
    pad = wie.maak("/v1/plaatsingen", vraag).headers["Location"]
    gezien = wie.get(pad).headers["ETag"]
    assert besluit.dossier.nummer in {deze["dossier"] for deze in wie.get("/v1/termijnen?aantal=100").json()["items"]}
    te_laat = wie.post(f"{pad}/plannen", {"ontvangenOp": "2099-01-01"}, if_match=gezien)
    assert te_laat.json()["errors"][0]["pointer"] == "#/ontvangenOp"
    assert wie.post(f"{pad}/plannen", {"ontvangenOp": dag.isoformat()}, if_match=gezien).status_code == 200
    assert wie.post(f"{pad}/plannen", {"ontvangenOp": dag.isoformat()}, if_match=gezien).status_code == 409
    assert journaal(plaats, "verblijf.plan_ontvangen", uitslag="gedaan") == 1


def test_a_rule_of_the_agreement_answers_with_why(plaats: Stad, systeem: Maker) -> None:
    wie = systeem("consulent", schrijven=False)
    termijn = wie.post("/v1/berekeningen/termijnen", {"soort": "onderzoek", "start": "2026-03-02"}).json()
    assert termijn["uitkomst"] == {"start": "2026-03-02", "eindeRuw": "2026-04-13", "uiterlijk": "2026-04-13"}
    assert any("wmo" in grond for deel in termijn["waarom"] for grond in deel["gronden"])
    toets = wie.post("/v1/berekeningen/toegangstoetsen", {"peildatum": "2026-03-02", "geboortedatum": "1990-01-01"})
    assert toets.status_code == 200
    assert toets.json()["regeling"]["id"] == plaats.regeling.id
    nee = wie.post("/v1/berekeningen/termijnen", {"soort": "bestaat-niet", "start": "2026-03-02"})
    assert (nee.status_code, nee.json()["detail"]) == (422, "Deze regeling kent geen termijn bestaat-niet.")


def test_a_year_is_settled_as_the_command_line_does(plaats: Stad, systeem: Maker) -> None:
    codes = sorted(plaats.regeling.gemeenten_op(date(2025, 12, 31)))
    vraag = {
        "jaar": 2025, "sleutel": dict.fromkeys(codes, "1"), "resultaat": "1000.00", "reserveBegin": "500.00",
        "reservePlafond": "900.00",
    }  # fmt: skip
    gedaan = systeem("controller").post("/v1/berekeningen/verrekeningen", vraag)
    assert gedaan.status_code == 200, gedaan.content
    uitkomst = gedaan.json()["uitkomst"]
    assert (uitkomst["naarReserve"], uitkomst["reserveEind"]) == ("400.00", "900.00")
    assert set(uitkomst["uitkering"]) == set(codes)
    mist = systeem("controller").post("/v1/berekeningen/verrekeningen", {**vraag, "reservePlafond": None}).json()
    assert mist["errors"] == [{"detail": "dit heeft de regeling nodig", "pointer": "#/reservePlafond"}]


def test_figures_of_a_quarter_and_contracts_go_out_as_text_with_two_decimals(wereld: Wereld) -> None:
    systeem = systemen_van(wereld.stad)
    rijen = systeem("contractbeheerder").get("/v1/contracten").json()["items"]
    assert "100.00" in {rij["dagprijs"] for rij in rijen}
    kwartaal = systeem("controller").get("/v1/kwartaalrapportages/2025-1")
    assert kwartaal.json()["voorlopig"]
    assert all(deel["lasten"].rpartition(".")[2].isdigit() for deel in kwartaal.json()["cijfers"])
    for geen in ("2025-5", "2025-01", "x", "2099-1", "99999-1"):
        assert systeem("controller").get(f"/v1/kwartaalrapportages/{geen}").status_code == 404


def test_a_message_that_did_not_arrive_is_seen_and_sent_again(wereld: Wereld) -> None:
    beheerder = systeem_van(wereld.stad, "beheerder")
    (bericht, *_) = beheerder.get("/v1/berichten").json()["items"]
    assert beheerder.maak(f"/v1/berichten/{bericht['id']}/verzendpogingen", {}).status_code == 201
    assert beheerder.maak(f"/v1/berichten/{bericht['id']}/verzendpogingen", {}).status_code == 409
    assert bericht["id"] not in beheerder.get("/v1/berichten").content.decode()
