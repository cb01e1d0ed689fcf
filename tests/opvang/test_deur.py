"""At the door: a bed first, for everybody, in every region; what is not known is not a no."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from tests.opvang.opzet import MORGEN, OP, Huis, richt_in
from tests.stad import Stad
from voordeur.inwoner.models import Burgerservicenummer
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.models import Journaalregel
from voordeur.opvang.actions import AanDeDeur, Gast, ontvang
from voordeur.opvang.forms import Deur
from voordeur.opvang.fouten import AlOpgenomen, NachtKloptNiet, Onvolledig
from voordeur.opvang.models import Aanmelding, Nacht, NietGegeven
from voordeur.regelingen.laden import ids
from voordeur.toegang.models import Dossier, Klok


def post(huis: Huis, pad: str = "/opvang/deur/", wie: str = "nacht", **velden: Any) -> Any:
    return huis.klant(wie).post(pad, {"sleutel": str(uuid4()), **velden})


@pytest.mark.parametrize("regeling", ids())
def test_nothing_is_known_and_there_is_a_bed_in_every_region(stad: Callable[[str], Stad], regeling: str) -> None:
    hier = richt_in(stad(regeling))
    antwoord = post(hier)
    assert antwoord.status_code == 303, antwoord.content.decode()
    bon = hier.klant().get(antwoord.headers["Location"]).content.decode()
    assert "U hebt een bed bij De Nachtvlinder" in bon
    with als(hier.stad.als("consulent")):
        dossier = Dossier.objects.get(voorziening="MO")
        assert f"Bon {dossier.nummer}" in bon
        assert dossier.college_code == hier.stad.centrum
        assert (dossier.stap, dossier.bevestigd_op) == ("onderzoek", OP)
        assert Nacht.objects.get(dossier=dossier).nacht == OP
        assert not Burgerservicenummer.objects.filter(inwoner=dossier.inwoner).exists()
        assert Klok.objects.filter(dossier=dossier, soort="onderzoek", klaar_op=None).exists()
        regel = Journaalregel.objects.get(handeling="opvang.deur")
    assert {"wmo/1.2.1", "wmo/2.3.3"} <= {grond for stap in regel.waarom for grond in stap["gronden"]}


def test_the_page_asks_nothing_that_has_to_be_answered_and_has_no_button_to_refuse(huis: Huis) -> None:
    pagina = huis.klant().get("/opvang/deur/").content.decode()
    formulier = Deur(vandaag=OP, soorten={"opvang": "Opvang"})
    assert [naam for naam, veld in formulier.fields.items() if veld.required] == []
    assert len(list(formulier.visible_fields())) <= 6
    assert not any(woord in pagina.lower() for woord in ("weiger", "afwijz", "bsn", "regiobinding"))


def test_a_family_stays_together_and_each_child_is_a_person(huis: Huis) -> None:
    antwoord = post(huis, naam="Samira", geboortedatum="1990-05-06", kinderen="2", veilig="ja")
    assert antwoord.status_code == 303
    with als(huis.stad.als("consulent")):
        dossiers = list(Dossier.objects.filter(voorziening="MO").order_by("id"))
        assert len(dossiers) == 3
        assert len({dossier.inwoner_id for dossier in dossiers}) == 3
        assert {dossier.gezin for dossier in dossiers} == {dossiers[0].gezin}
        assert dossiers[0].gezin is not None
        assert list(Nacht.objects.order_by("dossier_id").values_list("kind", flat=True)) == [False, True, True]
        aanmelding = Aanmelding.objects.get()
    assert (aanmelding.volwassenen, aanmelding.kinderen) == (1, 2)
    kind = huis.klant().get(f"/opvang/{dossiers[1].nummer}/").content.decode()
    assert "Hoort bij" in kind
    assert f"Samira, {dossiers[0].nummer}" in kind
    lijst = huis.klant().get("/opvang/").content.decode()
    assert "3 mensen, van wie 2 kinderen" in lijst
    assert lijst.count("kind van Samira") == 2
    assert "Kind van Samira" in kind


def test_who_comes_alone_is_no_family(huis: Huis) -> None:
    assert huis.aan_de_deur().gezin is None


def test_sending_the_form_twice_makes_one_person(huis: Huis) -> None:
    sleutel = str(uuid4())
    eerste, tweede = (post(huis, sleutel=sleutel, naam="Bas") for _ in range(2))
    assert eerste.headers["Location"] == tweede.headers["Location"]
    with als(huis.stad.als("consulent")):
        assert Dossier.objects.count() == 1
    with pytest.raises(AlOpgenomen, match="al verstuurd"):
        uuid = uuid4()
        for _ in range(2):
            huis.aan_de_deur(sleutel=uuid)


def test_no_bed_names_who_was_called_and_the_other_shelter_has_the_person_at_once(huis: Huis) -> None:
    pad = "/opvang/deur/geen-plek/"
    getypt = post(huis, pad, _verder="1", naam="Murat").content.decode()
    assert 'value="Murat"' in getypt
    assert "Fout:" not in getypt
    zonder = post(huis, pad, naam="Murat", grond="vol", uitkomst="andere_opvang")
    assert zonder.status_code == 422
    assert "Schrijf op waar de persoon nu is." in zonder.content.decode()
    assert 'value="Murat"' in zonder.content.decode()
    antwoord = post(
        huis, pad, naam="Murat", grond="vol", uitkomst="andere_opvang", naar=str(huis.anker), gebeld="Jos, 06 1"
    )
    assert antwoord.status_code == 303, antwoord.content.decode()
    with als(huis.stad.als("consulent")):
        rij = NietGegeven.objects.select_related("dossier").get()
        assert (rij.grond, rij.uitkomst, rij.naar_id, rij.nacht) == ("vol", "andere_opvang", huis.anker, OP)
        assert not Nacht.objects.exists()
    ontvangen = huis.klant("anker").get("/opvang/").content.decode()
    assert rij.dossier.nummer in ontvangen
    assert "Murat" in ontvangen
    geef = huis.klant("anker").post("/opvang/", {"geef": rij.dossier.nummer})
    assert geef.status_code == 303
    assert "1 persoon" in huis.klant("anker").get("/opvang/").content.decode()


def test_the_slip_without_a_bed_says_where_to_go_and_who_was_called(huis: Huis) -> None:
    pad = "/opvang/deur/geen-plek/"
    for velden, zinnen in (
        ({"uitkomst": "elders", "waar": "Hotel De Brug", "gebeld": "Jos, 06 1"}, ("Hotel De Brug", "Jos, 06 1")),
        ({"uitkomst": "andere_opvang", "naar": str(huis.anker), "gebeld": "Els"}, ("Het Anker", "Els")),
        ({"uitkomst": "nergens"}, ("Wij hebben nog geen plek gevonden.",)),
    ):
        antwoord = post(huis, pad, grond="gezin", **velden)
        bon = huis.klant().get(antwoord.headers["Location"]).content.decode()
        assert "Waar gaat u heen?" in bon
        assert [zin for zin in zinnen if zin not in bon] == []


def test_who_has_a_bed_after_all_reads_that_on_the_slip(huis: Huis) -> None:
    nummer = post(huis, "/opvang/deur/geen-plek/", grond="vol", uitkomst="nergens").headers["Location"].split("/")[-2]
    assert huis.klant().post("/opvang/", {"geef": nummer}).status_code == 303
    assert "U hebt een bed bij De Nachtvlinder" in huis.klant().get(f"/opvang/bon/{nummer}/").content.decode()


def test_no_bed_while_the_list_has_free_ones_is_asked_again(huis: Huis) -> None:
    klant, bekend = huis.klant(), huis.aan_de_deur(op=OP)
    klant.post("/opvang/bedden/", {"aantal": "4", "vanaf": OP.isoformat()})
    klant.post(f"/opvang/{bekend.nummer}/niet-hier/", {"nacht": OP.isoformat(), "reden": "vergissing"})
    velden = {"grond": "vol", "uitkomst": "nergens"}
    for pad in ("/opvang/deur/geen-plek/", f"/opvang/{bekend.nummer}/geen-plek/"):
        assert "zijn 4 bedden vrij voor deze nacht" in klant.get(pad).content.decode()
        zonder = klant.post(pad, {"sleutel": str(uuid4()), **velden})
        assert zonder.status_code == 422
        assert "Op uw lijst is nog plek." in zonder.content.decode()
        assert klant.post(pad, {"sleutel": str(uuid4()), **velden, "toch_vol": "on"}).status_code == 303
    # another ground, or a house that is full, asks nothing
    assert post(huis, "/opvang/deur/geen-plek/", grond="gezin", uitkomst="nergens").status_code == 303
    klant.post("/opvang/bedden/", {"aantal": "0", "vanaf": OP.isoformat()})
    assert "Toch geen plek" not in klant.get("/opvang/deur/geen-plek/").content.decode()
    assert post(huis, "/opvang/deur/geen-plek/", **velden).status_code == 303


def test_nights_that_were_not_given_are_reported_by_ground(huis: Huis) -> None:
    post(huis, "/opvang/deur/geen-plek/", grond="vol", uitkomst="nergens")
    for wie in ("teamleider", "toezichthouder", "nacht"):
        pagina = huis.klant(wie).get("/opvang/cijfers/").content.decode()
        assert "Er is geen plek vrij" in pagina
        assert "Er is nog geen plek gevonden" in pagina
    assert "Dossier 2026" not in huis.klant("anker").get("/opvang/cijfers/").content.decode()
    leeg = huis.klant("teamleider").get("/opvang/cijfers/?van=2025-01-01&tot=2025-01-31").content.decode()
    assert "noteerde geen opvang een nacht" in leeg


def test_a_tie_with_the_region_is_no_ground_and_the_database_has_none_for_it(huis: Huis) -> None:
    dossier = huis.aan_de_deur()
    with (
        als(huis.stad.als("nacht")),
        pytest.raises(IntegrityError, match="niet_gegeven_grond_bekend"),
        transaction.atomic(),
    ):
        NietGegeven.objects.create(
            regio_id=huis.stad.regio, college_code=dossier.college_code, aanbieders=[huis.vlinder], dossier=dossier,
            organisatie_id=huis.vlinder, nacht=OP, grond="regiobinding", uitkomst="nergens", genoteerd_door=1,
        )  # fmt: skip


def test_a_shelter_takes_in_for_itself_only(huis: Huis) -> None:
    deur = AanDeDeur(college_code=huis.stad.centrum, aanbieder_id=huis.vlinder, gasten=(Gast(),), nacht=OP)
    for wie in ("anker", "aanbieder", "consulent"):
        with pytest.raises(GeenMandaat):
            ontvang(huis.stad.als(wie), deur, op=OP)


@pytest.mark.parametrize("nacht", [OP - timedelta(days=2), MORGEN])
def test_a_night_is_of_today_or_yesterday(huis: Huis, nacht: date) -> None:
    deur = AanDeDeur(college_code=huis.stad.centrum, aanbieder_id=huis.vlinder, gasten=(Gast(),), nacht=nacht)
    with pytest.raises(NachtKloptNiet):
        ontvang(huis.stad.als("nacht"), deur, op=OP)


@pytest.mark.parametrize("aantal", [0, 21])
def test_as_many_people_as_can_stand_at_a_door(huis: Huis, aantal: int) -> None:
    deur = AanDeDeur(college_code=huis.stad.centrum, aanbieder_id=huis.vlinder, gasten=(Gast(),) * aantal, nacht=OP)
    with pytest.raises(Onvolledig, match="hooguit"):
        ontvang(huis.stad.als("nacht"), deur, op=OP)


@pytest.mark.parametrize(("kapot", "fout"), [
    ({"sleutel": None}, "aanmelding_een_keer"), ({"volwassenen": 0, "kinderen": 0}, "aanmelding_iemand"),
])  # fmt: skip
def test_the_database_keeps_a_visit_whole(huis: Huis, kapot: dict[str, Any], fout: str) -> None:
    dossier = huis.aan_de_deur()
    with als(huis.stad.als("nacht")):
        eerste = Aanmelding.objects.get(dossier=dossier)
        velden = {"sleutel": uuid4(), "volwassenen": 1, "kinderen": 0} | kapot
        velden["sleutel"] = velden["sleutel"] or eerste.sleutel
        with pytest.raises(IntegrityError, match=fout), transaction.atomic():
            Aanmelding.objects.create(
                regio_id=huis.stad.regio, college_code=dossier.college_code, aanbieders=[huis.vlinder],
                dossier=dossier, organisatie_id=huis.vlinder, op=OP, **velden,
            )  # fmt: skip


def test_a_wrong_date_is_told_at_its_field_and_nothing_is_lost(huis: Huis) -> None:
    antwoord = post(huis, naam="Bas", geboortedatum="2030-01-01", kinderen="40")
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "Vul een datum in tot en met vandaag." in tekst
    assert "Vul hooguit 9 in." in tekst
    assert 'value="Bas"' in tekst
