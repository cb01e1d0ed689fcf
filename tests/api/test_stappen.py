"""The steps of the screens by the machine door: from a report to a decision, and what only a human may do."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from tests.api.opzet import Systeem, melding, systemen_van
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import breng_tot, voorstel_van
from tests.web.wereld import Wereld
from voordeur.api import stappen
from voordeur.geld.models import Betaling
from voordeur.kern.actor import als
from voordeur.kern.fouten import Mensenwerk
from voordeur.kern.handeling import REGISTER
from voordeur.kern.mensenwerk import MENSENWERK, eis_mens
from voordeur.kern.models import Journaalregel
from voordeur.toegang.actions import neem_besluit
from voordeur.toegang.models import Afspraak, Document, Klok
from voordeur.web.klok import vandaag

Maker = Callable[..., Systeem]
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture(scope="module")
def blokregio(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    """A region with a route of its own, a matrix and a table of arrangements."""
    with django_db_blocker.unblock():
        yield bouw_stad("drechtsteden")


def doe(wie: Systeem, pad: str, deel: str, inhoud: Any = None) -> Any:
    """A step of a dossier, on what was just read."""
    return wie.post(f"{pad}/{deel}", inhoud, if_match=wie.get(pad).headers["ETag"])


def lukt(wie: Systeem, pad: str, deel: str, inhoud: Any = None) -> Any:
    gedaan = doe(wie, pad, deel, inhoud)
    assert gedaan.status_code == 200, (deel, gedaan.content)
    assert gedaan.headers["ETag"] == wie.get(pad).headers["ETag"]
    return gedaan.json()


def fouten(antwoord: Any) -> dict[str, str]:
    assert antwoord.status_code == 422, antwoord.content
    return {deel.get("pointer") or deel["parameter"]: deel["detail"] for deel in antwoord.json()["errors"]}


def vragen(wie: Systeem, pad: str, stap: str, deel: str = "") -> dict[str, list[str]]:
    """What a step asks: by place what can be chosen."""
    antwoord = wie.get(f"{pad}/stapvragen?stap={stap}&deel={deel}&aantal=100")
    assert antwoord.status_code == 200, antwoord.content
    return {vraag["pointer"]: [keuze["waarde"] for keuze in vraag["keuzes"]] for vraag in antwoord.json()["items"]}


def bestand(inhoud: bytes = PDF) -> dict[str, str]:
    return {"naam": "stuk.pdf", "inhoud": base64.b64encode(inhoud).decode()}


def test_a_system_brings_a_report_to_a_decision_that_a_human_signs(blokregio: Stad) -> None:
    systeem, dag = systemen_van(blokregio), vandaag().isoformat()
    wie = systeem("consulent")
    pad = systeem("aanbieder").maak("/v1/meldingen", melding(blokregio)).headers["Location"]
    assert doe(wie, pad, "onderzoeken", {"afgerond": True}).status_code == 409
    doe(wie, pad, "bevestigingen")

    half = fouten(doe(wie, pad, "onderzoeken", {"afgerond": True, "standNetwerk": "nvt"}))
    assert half["#/gesprekOp"] == "Vul dit in voordat u het onderzoek afrondt."
    assert half["#/netwerk"] == "Schrijf op waarom dit niet van toepassing is."
    heel = {"gesprekOp": dag, "behoeften": "Zij wil leren koken.", "onderzocht": True, "volstaat": False,
            "overgangsrecht": False, "afgerond": True}  # fmt: skip
    assert lukt(wie, pad, "onderzoeken", heel)["melding"].startswith("Het onderzoek is vastgelegd.")

    domeinen = vragen(wie, pad, "meetZelfredzaamheid")
    assert fouten(doe(wie, pad, "metingen", {"scores": {"1": 9}}))["#/scores/2"] == "Maak een keuze."
    lukt(wie, pad, "metingen", {"scores": {plaats.rpartition("/")[2]: 3 for plaats in domeinen}})
    eisen = [plaats.removeprefix("#/eisen/") for plaats in vragen(wie, pad, "noteerWegstap", "screening")]
    gebeld = {"op": dag, "besproken": "Gebeld.", "eisen": {eis: True for eis in eisen if "#" not in eis}}
    assert lukt(wie, pad, "wegstappen/screening/notities", gebeld)["melding"] == "De stap is genoteerd."
    assert doe(wie, pad, "wegstappen/bestaat-niet/notities", gebeld).status_code == 404

    lukt(wie, pad, "verslagen", {"advies": "U past bij beschermd wonen."})
    lukt(wie, pad, "verslagreacties", {"oordeel": "eens"})
    kapot = {"getekendOp": dag, "ontvangenOp": dag, "bestand": {"naam": "x.pdf", "inhoud": "geen base64!"}}
    assert "#/bestand/inhoud" in fouten(doe(wie, pad, "getekende-verslagen", kapot))
    lukt(wie, pad, "getekende-verslagen", kapot | {"bestand": bestand()})
    stuk = vragen(wie, pad, "noteerAanvraag")["#/stuk"][0]
    lukt_aanvraag = doe(wie, pad, "aanvragen", {"ontvangenOp": dag, "getekendOp": dag, "stuk": stuk})
    assert lukt_aanvraag.json()["stap"] == "besluit"

    keuzes = vragen(wie, pad, "bereidBesluitVoor")
    leeg = doe(wie, pad, "besluitvoorstellen", {"strekking": "toekenning", "motivering": "U past hier."})
    (vorm,) = (deel for deel in leeg.json()["errors"] if deel["pointer"] == "#/vorm")
    assert vorm["keuzes"] == keuzes["#/vorm"]
    voorstel = {
        "strekking": "toekenning", "vorm": vorm["keuzes"][0], "arrangement": keuzes["#/arrangement"][0],
        "zwaarte": "midden", "van": dag, "motivering": "U past hier.", "afwijking": "Zij heeft dit nodig.",
        "tot": (vandaag() + timedelta(days=200)).isoformat(),
    }  # fmt: skip
    lukt(wie, pad, "besluitvoorstellen", voorstel)

    geweigerd = doe(systeem("teamleider"), pad, "ondertekeningen", {"keuze": "teken"})
    assert (geweigerd.status_code, geweigerd.json()["type"]) == (403, "urn:voordeur:probleem:mensenwerk")
    with als(blokregio.als("beheerder")):
        assert Journaalregel.objects.filter(handeling="toegang.besluit.nemen", uitslag="geweigerd").count() == 1
    with als(blokregio.als("teamleider")):
        dossier = Document.objects.filter(dossier__nummer=pad.rpartition("/")[2])[0].dossier
    neem_besluit(blokregio.als("teamleider"), voorstel_van(blokregio, dossier), op=vandaag())
    besluiten = wie.get("/v1/besluiten?stand=genomen").json()["items"]
    assert [deze["dossier"] for deze in besluiten] == [dossier.nummer]


def test_a_document_comes_once_is_what_it_is_and_may_be_large(plaats: Stad, systeem: Maker) -> None:
    wie, pad = systeem("consulent"), f"/v1/dossiers/{breng_tot(plaats, 'onderzoek').nummer}"
    dag = vandaag().isoformat()
    vraag = {"bestand": bestand(), "soort": "advies", "van": "behandelaar", "ontvangenOp": dag}
    eerste = wie.maak(f"{pad}/documenten", vraag, "een-document-1")
    assert eerste.status_code == 201, eerste.content
    assert wie.maak(f"{pad}/documenten", vraag, "een-document-1").content == eerste.content
    assert wie.get(eerste.headers["Location"]).content == PDF
    assert len([deze for deze in wie.get(f"{pad}/documenten").json()["items"] if deze["soort"] == "advies"]) == 1
    assert "#/bestand" in fouten(wie.maak(f"{pad}/documenten", vraag | {"bestand": bestand(b"MZ geen document")}))
    groot = wie.maak(f"{pad}/documenten", vraag | {"bestand": bestand(PDF[:9] + b"x" * 3_000_000 + PDF)})
    assert groot.status_code == 201, groot.content[:300]
    assert wie.maak(f"{pad}/documenten", vraag | {"bestand": bestand(b"x" * 11_000_000)}).status_code in (413, 422)


def test_an_objection_a_complaint_and_an_appointment_go_by_the_version_in_their_list(
    wereld: Wereld, systeem: Maker
) -> None:
    wie, pad = systeem("consulent"), f"/v1/dossiers/{wereld.waarden['dossier']}"
    straks = (vandaag() + timedelta(days=30)).isoformat()
    (bezwaar, *_) = wie.get(f"{pad}/bezwaren").json()["items"]
    plek = f"{pad}/bezwaren/{bezwaar['id']}"
    vraag = {"dag": straks, "waar": "Stadhuis, 10 uur"}
    assert wie.post(f"{plek}/uitnodigingen", vraag, if_match=wie.get(pad).headers["ETag"]).status_code == 412
    gedaan = wie.post(f"{plek}/uitnodigingen", vraag, if_match=bezwaar["versie"])
    assert gedaan.status_code == 200, gedaan.content
    assert wie.get(gedaan.json()["locatie"]).status_code == 200
    te_laat = wie.post(f"{plek}/uitnodigingen", vraag, if_match=bezwaar["versie"])
    assert te_laat.json()["gewijzigd"] == [{"veld": "hoorzittingOp", "gezien": None, "nu": straks}]
    open_ = wie.get("/v1/bezwaren?stand=open&aantal=100").json()["items"]
    nu = next(deze for deze in open_ if deze["id"] == bezwaar["id"])
    assert (nu["hoorzittingOp"], nu["versie"]) == (straks, gedaan.headers["ETag"])

    tijd = {"dag": straks, "begint": "10:00", "eindigt": "09:00", "waar": "Stadhuis", "met": "Noor"}
    assert fouten(wie.maak(f"{pad}/afspraken", tijd))
    assert wie.maak(f"{pad}/afspraken", tijd | {"eindigt": "11:00"}).status_code == 201
    (afspraak, *_) = wie.get(f"{pad}/afspraken").json()["items"]
    weg = wie.post(f"{pad}/afspraken/{afspraak['id']}/afzeggingen", if_match=afspraak["versie"])
    assert weg.json()["melding"] == "De afspraak gaat niet door."

    (klacht, *_) = wie.get("/v1/klachten?stand=open").json()["items"]
    uitstel = wie.post(
        f"/v1/dossiers/{klacht['dossier']}/klachten/{klacht['id']}/verdagingen", {"reden": "Ziekte."},
        if_match=klacht["versie"],
    )  # fmt: skip
    assert uitstel.status_code in (200, 409), uitstel.content


def test_what_a_call_made_is_not_what_a_colleague_made_meanwhile_and_nothing_made_is_refused(
    wereld: Wereld, systeem: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    wie, pad, echt = systeem("consulent"), f"/v1/dossiers/{wereld.waarden['dossier']}/afspraken", stappen.wandel
    straks = (vandaag() + timedelta(days=31)).isoformat()
    vraag = {"dag": straks, "begint": "10:00", "eindigt": "11:00", "waar": "Stadhuis", "met": "Noor"}
    paren: list[tuple[int, int]] = []

    def met_collega(*delen: Any) -> str:
        zin = echt(*delen)
        rij = Afspraak.objects.latest("id")
        eigen, rij.pk = rij.pk, None
        rij.save()
        paren.append((eigen, rij.pk))
        return zin

    monkeypatch.setattr(stappen, "wandel", met_collega)
    gemaakt = wie.maak(pad, vraag)
    assert (gemaakt.status_code, gemaakt.json()["id"]) == (201, str(paren[0][0]))
    monkeypatch.setattr(stappen, "wandel", lambda *_: "")
    assert wie.maak(pad, vraag).status_code == 409


def test_a_term_stands_still_and_runs_again(plaats: Stad, systeem: Maker) -> None:
    wie = systeem("consulent")
    pad = systeem("aanbieder").maak("/v1/meldingen", melding(plaats)).headers["Location"]
    doe(wie, pad, "bevestigingen")
    (klok, *_) = wie.get(pad).json()["klokken"]
    deel = f"termijnen/{klok['soort']}"
    gronden = vragen(wie, pad, "stelUit", klok["soort"])["#/grond"]
    nieuw = (vandaag() + timedelta(days=60)).isoformat()
    uitstel = {"grond": gronden[0], "door": "De inwoner", "ingestemdOp": vandaag().isoformat(), "nieuw": nieuw,
               "reden": "Zij is op reis."}  # fmt: skip
    assert "De inwoner krijgt een brief." in lukt(wie, pad, f"{deel}/verlengingen", uitstel)["melding"]
    assert wie.get(pad).json()["klokken"][0]["uiterlijk"] >= nieuw
    assert doe(wie, pad, "termijnen/bestaat-niet/hervattingen", {"vanaf": nieuw}).status_code == 409
    with als(plaats.als("consulent")):
        assert Klok.objects.filter(dossier__nummer=pad.rpartition("/")[2]).exists()


def test_the_door_of_a_shelter_takes_in_once_and_a_night_is_crossed_out(wereld: Wereld, systeem: Maker) -> None:
    wie = systeem("opvang")
    vraag = {"naam": "Kees", "kinderen": 1, "veilig": True}
    eerste = wie.maak("/v1/aanmeldingen", vraag, "aan-de-deur-1")
    assert eerste.status_code == 201, eerste.content
    assert wie.maak("/v1/aanmeldingen", vraag, "aan-de-deur-1").content == eerste.content
    nachten = wie.get(f"/v1/nachten?nacht={vandaag()}").json()["items"]
    (kind, ouder, *_) = nachten
    assert (ouder["dossier"], kind["kind"]) == (eerste.json()["id"], True)
    assert "Kees" not in json.dumps(nachten)
    vol = wie.get("/v1/bezettingen").json()["items"][0]
    weg = wie.post(f"/v1/nachten/{kind['id']}/doorhalingen", {"reden": "weggegaan"}, if_match=kind["versie"])
    assert weg.status_code == 200, weg.content
    assert wie.get("/v1/bezettingen").json()["items"][0]["slapers"] == vol["slapers"] - 1
    assert wie.maak("/v1/nachten", {"dossier": ouder["dossier"]}).status_code == 409
    assert wie.maak("/v1/nachten", {"dossier": kind["dossier"]}).status_code == 201
    geen = wie.maak("/v1/aanmeldingen-zonder-bedden", {"grond": "gezin", "uitkomst": "elders"})
    assert set(fouten(geen)) == {"#/waar", "#/gebeld"}


def test_a_contract_and_its_prices(plaats: Stad, systeem: Maker) -> None:
    wie = systeem("contractbeheerder")
    pad = f"/v1/organisaties/{plaats.andere_aanbieder}"
    vraag = {"soort": "subsidie", "van": "2026-01-01", "dagprijs": "125.50"}
    assert fouten(wie.maak(f"{pad}/contracten", vraag | {"tot": "2020-01-01"})).keys() == {"#/tot"}
    gemaakt = wie.maak(f"{pad}/contracten", vraag)
    assert gemaakt.status_code == 201, gemaakt.content
    (nieuwste, *_) = wie.get("/v1/contracten").json()["items"]
    assert (nieuwste["nummer"], nieuwste["dagprijs"]) == (gemaakt.json()["id"], "125.50")
    assert "#/van" in fouten(wie.maak(f"{pad}/contracten", vraag))


def test_of_two_steps_with_money_one_is_of_a_human(wereld: Wereld, systeem: Maker) -> None:
    maker, keurder = systeem("contractbeheerder"), systeem("controller")
    klaar = maker.maak(f"/v1/subsidies/{wereld.waarden['subsidie']}/voorschotten", {"termijn": 3})
    assert klaar.status_code == 201, klaar.content
    gezien = keurder.get(klaar.headers["Location"])
    assert gezien.json()["termijn"] == 3
    alleen = keurder.post(f"{klaar.headers['Location']}/goedkeuringen", if_match=gezien.headers["ETag"])
    assert (alleen.status_code, alleen.json()["type"]) == (403, "urn:voordeur:probleem:mensenwerk")
    # this one was put ready by a human
    pad = f"/v1/betalingen/{wereld.waarden['betaling']}"
    goed = keurder.post(f"{pad}/goedkeuringen", if_match=keurder.get(pad).headers["ETag"])
    assert goed.status_code == 200, goed.content
    with als(wereld.stad.als("controller")):
        assert Betaling.objects.get(nummer=wereld.waarden["betaling"]).stand == "goedgekeurd"


def test_what_is_for_a_human_is_refused_to_every_key_and_is_an_action_that_exists(plaats: Stad) -> None:
    assert sorted(MENSENWERK - set(REGISTER)) == []
    sleutel, mens = (plaats.als("teamleider").__class__(plaats.regio, 1, "x", vanwaar=hoe) for hoe in ("api", "web"))
    for naam in MENSENWERK:
        eis_mens(mens, naam)
        with pytest.raises(Mensenwerk):
            eis_mens(sleutel, naam)
