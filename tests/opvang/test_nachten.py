"""Who sleeps here tonight: one click for each person, crossed out with a reason, counted as persons."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from tests.opvang.opzet import MORGEN, OP, Huis
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt
from voordeur.opvang.actions import BijHuis, BijOpvang, Elders, bij, breng_elders, geef_nacht, haal_weg, leg_bedden_vast
from voordeur.opvang.actions.deur import Gast
from voordeur.opvang.fouten import AlVervallen, GeenOpvang, NachtKloptNiet, Onvolledig, SlaaptHierAl
from voordeur.opvang.models import Bedden, Nacht, NietGegeven
from voordeur.opvang.queries import bezetting
from voordeur.opvang.queries_cijfers import per_opvang
from voordeur.toegang.models import Dossier


def nachten(huis: Huis) -> list[Nacht]:
    with als(huis.stad.als("consulent")):
        return list(Nacht.objects.select_related("dossier").order_by("nacht", "id"))


def test_the_next_evening_one_click_puts_everybody_on_the_list_again(huis: Huis) -> None:
    huis.aan_de_deur(Gast(identiteit={"voornaam": "Bas"}), Gast(kind=True))
    huis.aan_de_deur(Gast(identiteit={"voornaam": "Els"}))
    with override_settings(VOORDEUR_VANDAAG=MORGEN):
        klant = huis.klant()
        pagina = klant.get("/opvang/").content.decode()
        assert "Zet alle 3 op de lijst" in pagina
        assert klant.post("/opvang/", {"allen": "1", "nacht": MORGEN.isoformat()}).status_code == 303
        pagina = klant.get("/opvang/").content.decode()
    assert "3 mensen, van wie 1 kind." in pagina
    assert "2 nachten" in pagina
    assert [rij.nacht for rij in nachten(huis)] == [OP] * 3 + [MORGEN] * 3
    assert [rij.kind for rij in nachten(huis)] == [False, True, False] * 2


def test_who_sleeps_elsewhere_tonight_does_not_hold_up_the_others_and_a_child_stays_a_child(huis: Huis) -> None:
    weg = huis.aan_de_deur(Gast(kind=True))
    huis.aan_de_deur()
    vol = Elders(grond="vol", uitkomst="andere_opvang", naar=huis.anker, gebeld="Jos")
    breng_elders(huis.stad.als("nacht"), BijOpvang(weg, huis.vlinder), vol, nacht=MORGEN, op=MORGEN)
    daar = geef_nacht(huis.stad.als("anker"), BijOpvang(weg, huis.anker), nacht=MORGEN, op=MORGEN).object
    assert daar.kind
    with override_settings(VOORDEUR_VANDAAG=MORGEN):
        assert huis.klant().post("/opvang/", {"allen": "1", "nacht": MORGEN.isoformat()}).status_code == 303
        assert huis.klant().post("/opvang/", {"geef": weg.nummer, "nacht": MORGEN.isoformat()}).status_code == 403
    assert len([rij for rij in nachten(huis) if rij.nacht == MORGEN]) == 2


def test_one_click_for_one_person(huis: Huis) -> None:
    dossier = huis.aan_de_deur()
    with override_settings(VOORDEUR_VANDAAG=MORGEN):
        antwoord = huis.klant().post("/opvang/", {"geef": dossier.nummer, "nacht": MORGEN.isoformat()})
    assert antwoord.status_code == 303
    assert [rij.nacht for rij in nachten(huis)] == [OP, MORGEN]


def test_the_morning_after_a_night_is_crossed_out_with_a_reason_and_stays(huis: Huis) -> None:
    dossier = huis.aan_de_deur()
    pad = f"/opvang/{dossier.nummer}/niet-hier/?nacht={OP.isoformat()}"
    with override_settings(VOORDEUR_VANDAAG=MORGEN):
        klant = huis.klant()
        assert klant.post(pad, {"reden": ""}).status_code == 422
        antwoord = klant.post(pad, {"reden": "weggegaan"})
        assert antwoord.status_code == 303, antwoord.content.decode()
        assert "ging in de nacht weg" in klant.get(f"/opvang/{dossier.nummer}/").content.decode()
        assert klant.get(pad).status_code == 404
    (rij,) = nachten(huis)
    assert (rij.vervallen_op, rij.reden) == (MORGEN, "weggegaan")
    with als(huis.stad.als("nacht")):
        assert bezetting(huis.vlinder, OP).slapers == 0
    with pytest.raises(AlVervallen):
        haal_weg(huis.stad.als("nacht"), rij, "vergissing", op=MORGEN)
    # crossed out, so the bed can be given again
    geef_nacht(huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder), nacht=OP, op=MORGEN)


def test_nobody_has_two_beds_in_a_night(huis: Huis) -> None:
    dossier = huis.aan_de_deur()
    with pytest.raises(SlaaptHierAl, match="2 maart 2026"):
        geef_nacht(huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder), nacht=OP, op=OP)
    with (
        als(huis.stad.als("nacht")),
        pytest.raises(IntegrityError, match="nacht_een_bed_per_persoon"),
        transaction.atomic(),
    ):
        _nacht(huis, dossier)


def test_a_crossed_out_night_has_a_reason(huis: Huis) -> None:
    dossier = huis.aan_de_deur()
    with (
        als(huis.stad.als("nacht")),
        pytest.raises(IntegrityError, match="nacht_vervallen_met_reden"),
        transaction.atomic(),
    ):
        _nacht(huis, dossier, nacht=MORGEN, vervallen_op=MORGEN)
    with pytest.raises(Onvolledig, match="reden"):
        haal_weg(huis.stad.als("nacht"), nachten(huis)[0], "zomaar", op=OP)


def _nacht(huis: Huis, dossier: Dossier, **velden: Any) -> Nacht:
    gewoon = {"nacht": OP, "soort": "nachtopvang", "genoteerd_door": 1}
    return Nacht.objects.create(
        regio_id=huis.stad.regio, college_code=dossier.college_code, aanbieders=[huis.vlinder], dossier=dossier,
        organisatie_id=huis.vlinder, **(gewoon | velden),
    )  # fmt: skip


def test_another_shelter_sees_nobody_of_this_one_and_acts_on_nobody(huis: Huis) -> None:
    dossier = huis.aan_de_deur()
    assert huis.klant("anker").get(f"/opvang/{dossier.nummer}/").status_code == 404
    assert huis.klant("anker").post("/opvang/", {"geef": dossier.nummer}).status_code == 404
    assert dossier.nummer not in huis.klant("anker").get("/opvang/").content.decode()
    (rij,) = nachten(huis)
    for wie in ("anker", "aanbieder", "consulent"):
        with pytest.raises(GeenMandaat):
            haal_weg(huis.stad.als(wie), rij, "vergissing", op=OP)
    with pytest.raises(Dossier.DoesNotExist):
        geef_nacht(huis.stad.als("anker"), BijOpvang(dossier, huis.anker), nacht=MORGEN, op=MORGEN)


def test_who_works_at_a_college_keeps_no_list(huis: Huis) -> None:
    with pytest.raises(GeenOpvang):
        bij(huis.stad.als("consulent"), huis.aan_de_deur())


def test_a_full_house_is_told_and_stops_nobody(huis: Huis) -> None:
    klant = huis.klant()
    assert klant.post("/opvang/bedden/", {"aantal": "-1", "vanaf": "2026-03-02"}).status_code == 422
    assert klant.post("/opvang/bedden/", {"aantal": "1", "vanaf": "2026-03-02"}).status_code == 303
    huis.aan_de_deur()
    assert "0 van de 1 bedden vrij" in klant.get("/opvang/").content.decode()
    assert "U kunt toch iemand opnemen." in klant.get("/opvang/deur/").content.decode()
    huis.aan_de_deur()
    with als(huis.stad.als("nacht")):
        assert bezetting(huis.vlinder, OP).slapers == 2
    wie, van = huis.stad.als("nacht"), BijHuis(huis.stad.centrum, huis.vlinder)
    leg_bedden_vast(wie, van, 3, vanaf=OP, op=OP)
    with als(wie):
        assert Bedden.objects.get().aantal == 3
        with pytest.raises(IntegrityError, match="bedden_een_per_dag"), transaction.atomic():
            Bedden.objects.create(regio_id=huis.stad.regio, organisatie_id=huis.vlinder, aantal=2, vanaf=OP)
    with pytest.raises(Onvolledig):
        leg_bedden_vast(wie, van, 5000, vanaf=OP, op=OP)
    with pytest.raises(GeenMandaat):
        leg_bedden_vast(huis.stad.als("anker"), van, 3, vanaf=OP, op=OP)


def test_no_bed_for_somebody_who_is_known_here(huis: Huis) -> None:
    dossier = huis.aan_de_deur()
    with override_settings(VOORDEUR_VANDAAG=MORGEN):
        klant, pad = huis.klant(), f"/opvang/{dossier.nummer}/geen-plek/"
        assert "Wie hebt u daar gesproken?" in klant.get(pad).content.decode()
        velden = {"grond": "vol", "uitkomst": "elders", "waar": "Bij zijn zus", "gebeld": "De zus"}
        assert klant.post(pad, velden).status_code == 303
        dubbel = klant.post(pad, velden)
        assert dubbel.status_code == 422
        assert "staat al op een lijst" in dubbel.content.decode()
        assert "Geen bed hier" in klant.get(f"/opvang/{dossier.nummer}/").content.decode()


@pytest.mark.parametrize(("anders", "fout"), [
    ({"grond": "regiobinding"}, "waarom"), ({"uitkomst": "weg"}, "waar de persoon nu is"),
    ({"waar": ""}, "waar de persoon nu is"), ({"gebeld": ""}, "gesproken"), ({"naar": 1}, "andere opvang"),
])  # fmt: skip
def test_a_night_that_is_not_given_has_a_ground_a_place_and_somebody_who_was_called(
    huis: Huis, anders: dict[str, Any], fout: str
) -> None:
    dossier = huis.aan_de_deur()
    velden = {"grond": "vol", "uitkomst": "elders", "waar": "Hotel", "gebeld": "Jos"} | anders
    with pytest.raises(Onvolledig, match=fout):
        breng_elders(
            huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder), Elders(**velden), nacht=MORGEN, op=MORGEN
        )


@pytest.mark.parametrize(("veld", "fout"), [
    ({"uitkomst": "weg"}, "niet_gegeven_uitkomst_bekend"), ({}, "niet_gegeven_een_per_nacht"),
])  # fmt: skip
def test_the_database_keeps_a_night_that_was_not_given_whole(huis: Huis, veld: dict[str, str], fout: str) -> None:
    dossier = huis.aan_de_deur()
    velden = {"grond": "vol", "uitkomst": "nergens"} | veld
    with als(huis.stad.als("nacht")), pytest.raises(IntegrityError, match=fout), transaction.atomic():
        for _ in range(2):
            NietGegeven.objects.create(
                regio_id=huis.stad.regio, college_code=dossier.college_code, aanbieders=[huis.vlinder],
                dossier=dossier, organisatie_id=huis.vlinder, nacht=OP, genoteerd_door=1, **velden,
            )  # fmt: skip


def test_a_dossier_of_something_else_or_a_closed_one_has_no_nights(huis: Huis) -> None:
    dossier = huis.aan_de_deur()
    with als(huis.stad.als("consulent")):
        Dossier.objects.filter(pk=dossier.pk).update(stap="afgesloten")
    with pytest.raises(StapNietAanDeBeurt, match="afgesloten"):
        geef_nacht(huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder), nacht=MORGEN, op=MORGEN)
    with als(huis.stad.als("consulent")):
        Dossier.objects.filter(pk=dossier.pk).update(stap="onderzoek", voorziening="BW")
    with pytest.raises(StapNietAanDeBeurt, match="niet over opvang"):
        geef_nacht(huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder), nacht=MORGEN, op=MORGEN)


def test_a_kind_of_bed_that_the_agreement_does_not_have(huis: Huis) -> None:
    dossier = huis.aan_de_deur()
    with pytest.raises(Onvolledig, match="soort plek"):
        geef_nacht(huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder), nacht=MORGEN, soort="tent", op=MORGEN)
    with pytest.raises(NachtKloptNiet):
        geef_nacht(huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder), nacht=OP, op=OP + timedelta(days=2))


def test_persons_are_counted_once_and_children_are_persons(huis: Huis) -> None:
    dossier = huis.aan_de_deur(Gast(), Gast(kind=True))
    geef_nacht(huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder), nacht=MORGEN, op=MORGEN)
    with als(huis.stad.als("consulent")):
        (cijfer,) = per_opvang(OP, MORGEN)
    assert (cijfer.nachten, cijfer.personen, cijfer.kinderen, cijfer.niet_gegeven) == (3, 2, 1, 0)


def test_the_list_asks_the_database_as_often_for_six_people_as_for_two(huis: Huis) -> None:
    klant = huis.klant()
    huis.aan_de_deur(Gast(), Gast(kind=True))
    klant.get("/opvang/")
    with CaptureQueriesContext(connection) as twee:
        klant.get("/opvang/")
    huis.aan_de_deur(Gast(), Gast(kind=True))
    huis.aan_de_deur(Gast(), Gast(kind=True))
    with CaptureQueriesContext(connection) as zes:
        klant.get("/opvang/")
    assert len(zes) == len(twee)


def test_a_night_that_the_address_cannot_mean_is_tonight(huis: Huis) -> None:
    for vraag in ("?nacht=gisteren", "?nacht=2027-01-01", "?nacht=0001-01-01"):
        assert huis.klant().get(f"/opvang/{vraag}").status_code == 200, vraag


def test_a_family_goes_on_the_list_with_one_click(huis: Huis) -> None:
    dossier = huis.aan_de_deur(Gast(), Gast(kind=True), Gast(kind=True))
    with override_settings(VOORDEUR_VANDAAG=MORGEN):
        klant = huis.klant()
        assert "Met het gezin" in klant.get("/opvang/").content.decode()
        assert klant.post("/opvang/", {"gezin": dossier.nummer, "nacht": MORGEN.isoformat()}).status_code == 303
    assert [rij.nacht for rij in nachten(huis)] == [OP] * 3 + [MORGEN] * 3


def test_everybody_is_taken_off_the_list_of_a_night_with_one_reason(huis: Huis) -> None:
    huis.aan_de_deur(Gast(), Gast(kind=True))
    with override_settings(VOORDEUR_VANDAAG=MORGEN):
        klant, pad = huis.klant(), f"/opvang/niemand/?nacht={OP.isoformat()}"
        pagina = klant.get(pad).content.decode()
        assert "staan 2 mensen" in pagina
        assert f'name="nacht" value="{OP.isoformat()}"' in pagina
        velden = {"nacht": OP.isoformat(), "reden": "vergissing"}
        assert klant.post("/opvang/niemand/", velden | {"reden": ""}).status_code == 422
        assert klant.post("/opvang/niemand/", velden).status_code == 303
    assert {rij.reden for rij in nachten(huis)} == {"vergissing"}


def test_the_night_goes_along_with_the_correction(huis: Huis) -> None:
    dossier = huis.aan_de_deur()
    with override_settings(VOORDEUR_VANDAAG=MORGEN):
        klant, pad = huis.klant(), f"/opvang/{dossier.nummer}/niet-hier/"
        assert f'value="{OP.isoformat()}"' in klant.get(f"{pad}?nacht={OP.isoformat()}").content.decode()
        assert klant.post(pad, {"nacht": OP.isoformat(), "reden": "niet_gekomen"}).status_code == 303
    assert [rij.reden for rij in nachten(huis)] == ["niet_gekomen"]


def test_four_people_without_a_name_are_told_apart(huis: Huis) -> None:
    ouder = huis.aan_de_deur(Gast(), Gast(kind=True))
    with override_settings(VOORDEUR_VANDAAG=MORGEN):
        alleen = huis.aan_de_deur(Gast(), op=MORGEN)
        klant = huis.klant()
        klant.post("/opvang/", {"allen": "1", "nacht": MORGEN.isoformat()})
        lijst = klant.get("/opvang/").content.decode()
        assert f"{ouder.nummer}, kwam op 2 maart 2026" in lijst
        assert f"{alleen.nummer}, kwam op 3 maart 2026" in lijst
        assert lijst.count(f"kind van {ouder.nummer}") == 1
        assert "Kwam op 3 maart 2026" in klant.get(f"/opvang/{alleen.nummer}/").content.decode()
