"""Organisations, who to call there, agreements on processing, powers that end, and the overview of management."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.urls import NoReverseMatch, reverse

from tests.beheer.personeel import _dag, stad
from tests.geld import opzet as geld
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP, breng_tot, voorstel_van
from tests.web.adressen import alle
from tests.web.wereld import klant
from voordeur.beheer.models import Contactpersoon, Verwerkersovereenkomst
from voordeur.beheer.queries.organisaties import stand_van
from voordeur.kern.actor import als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.mandaten import einde_van_mandaten
from voordeur.kern.models import College, Mandaatregel, Organisatie
from voordeur.kern.perioden import gesloten, half_open
from voordeur.toegang.actions import neem_besluit
from voordeur.toegang.fouten import GeenBriefgegevens

__all__ = ["_dag", "stad"]


def nieuw(stad: Stad, naam: str, soort: str = "corporatie", **meer: str) -> Organisatie:
    velden = {"naam": naam, "soort": soort, "adres": "Plein 1\n1234 AB Dorp", "telefoon": "0123", **meer}
    assert klant(stad, "contractbeheerder").post("/beheer/organisaties/nieuw/", velden).status_code == 303
    with als(geld.bouwer(stad)):
        return Organisatie.objects.get(naam=naam)


def post(stad: Stad, pad: str, gegevens: dict[str, Any]) -> Any:
    return klant(stad, "beheerder").post(pad, gegevens)


def test_a_housing_corporation_is_written_down_with_its_address_and_extra_answers_do_nothing(stad: Stad) -> None:
    deze = nieuw(stad, "Wonen Overal", regio="ander", regio_id="ander", id="1")
    assert (deze.regio_id, deze.soort, deze.adres.splitlines()[0]) == (stad.regio, "corporatie", "Plein 1")
    dubbel = {"naam": "Wonen Overal", "soort": "anders"}
    assert list(post(stad, "/beheer/organisaties/nieuw/", dubbel).context["formulier"].errors) == ["naam"]
    assert post(stad, "/beheer/organisaties/nieuw/", {"naam": "X", "soort": "inwoner"}).status_code == 422


def test_a_municipality_gets_the_address_that_stands_on_its_letters(stad: Stad) -> None:
    pad = f"/beheer/gemeenten/{stad.gemeente}/"
    assert post(stad, pad, {"adres": "", "telefoon": ""}).status_code == 422
    velden = {"adres": "Raadhuis 1\n1234 AB Dorp", "telefoon": "14 099", "naam": "Anders", "centrum": "1"}
    assert post(stad, pad, velden).status_code == 303
    with als(geld.bouwer(stad)):
        deze = College.objects.get(code=stad.gemeente)
    assert (deze.adres.splitlines()[0], deze.telefoon, deze.centrum) == ("Raadhuis 1", "14 099", False)
    assert "14 099" in klant(stad, "beheerder").get("/beheer/gemeenten/").content.decode()


def test_the_sort_of_an_organisation_stays_while_people_have_roles_there(stad: Stad) -> None:
    pad = f"/beheer/organisaties/{stad.aanbieder}/gegevens/"
    assert list(post(stad, pad, {"naam": "Een", "soort": "toegang"}).context["formulier"].errors) == ["soort"]
    assert post(stad, pad, {"naam": "Een", "soort": "opvang", "telefoon": "0987"}).status_code == 303


def test_a_contact_stays_in_the_list_after_the_last_day(stad: Stad) -> None:
    deze = nieuw(stad, "Met Contact", "anders")
    velden = {
        "naam": "Ans de Boer",
        "functie": "Manager",
        "telefoon": "06",
        "email": "ans@example.org",
        "van": OP.isoformat(),
    }
    assert post(stad, f"/beheer/organisaties/{deze.pk}/contact/", {**velden, "plek": "extern"}).status_code == 303
    with als(geld.bouwer(stad)):
        contact = Contactpersoon.objects.get(organisatie=deze)
    assert contact.plek == ""
    assert post(stad, f"/beheer/contacten/{contact.pk}/einde/", {"laatste_dag": "2026-03-05"}).status_code == 303
    tekst = klant(stad, "beheerder").get(f"/beheer/organisaties/{deze.pk}/").content.decode()
    assert "tot en met 5 maart 2026" in tekst


def test_the_region_has_one_first_and_one_second_deputy_at_a_time(stad: Stad) -> None:
    pad = "/beheer/organisaties/contact/"
    for plek in ("extern", "eerste", "tweede"):
        assert (
            post(stad, pad, {"naam": plek, "plek": plek, "van": OP.isoformat(), "tot": "2026-12-31"}).status_code == 303
        )
    antwoord = post(stad, pad, {"naam": "Nog een", "plek": "eerste", "van": "2026-06-01"})
    assert list(antwoord.context["formulier"].errors) == ["plek"]
    assert post(stad, pad, {"naam": "Later", "plek": "eerste", "van": "2027-01-01"}).status_code == 303
    dagen = half_open(date(2026, 5, 1), None)
    with pytest.raises(IntegrityError) as fout, transaction.atomic(), als(geld.bouwer(stad)):
        Contactpersoon.objects.create(regio_id=stad.regio, plek="tweede", naam="x", periode=dagen)
    assert constraint_van(fout.value) == "contact_een_per_plek"
    with pytest.raises(IntegrityError) as fout, transaction.atomic(), als(geld.bouwer(stad)):
        Contactpersoon.objects.create(
            regio_id=stad.regio, plek="tweede", naam="x", periode=dagen, organisatie_id=stad.aanbieder
        )
    assert constraint_van(fout.value) == "contact_plek_van_regio"


def test_an_agreement_on_processing_warns_three_months_ahead_and_after_its_end(stad: Stad) -> None:
    deze = nieuw(stad, "Verwerker", "anders")
    pad = f"/beheer/organisaties/{deze.pk}/verwerking/"
    for onderwerp, einde in (
        ("Ver weg", "2026-06-03"),
        ("Straks", "2026-06-02"),
        ("Voorbij", "2026-03-01"),
        ("Open", ""),
    ):
        velden = {"onderwerp": onderwerp, "getekend_op": "2025-01-01", "tot_en_met": einde, "document": "Z-1"}
        assert post(stad, pad, velden).status_code == 303
    begin = klant(stad, "beheerder").get("/beheer/").content.decode()
    assert [naam in begin for naam in ("Ver weg", "Straks", "Voorbij")] == [False, True, True]
    with als(geld.bouwer(stad)):
        rijen = {deel.onderwerp: deel for deel in Verwerkersovereenkomst.objects.filter(organisatie=deze)}
    standen = {naam: stand_van(deel, OP).tekst for naam, deel in rijen.items()}
    assert standen == {"Ver weg": "Geldig", "Straks": "Loopt af", "Voorbij": "Verlopen", "Open": "Geldig"}
    einde = f"/beheer/verwerkingen/{rijen['Voorbij'].pk}/einde/"
    assert post(stad, einde, {"laatste_dag": "2030-01-01"}).status_code == 422
    assert post(stad, einde, {"laatste_dag": OP.isoformat()}).status_code == 303
    assert "Voorbij" not in klant(stad, "beheerder").get("/beheer/").content.decode()


def test_who_signs_is_told_that_a_power_has_ended_or_ends_soon(stad: Stad) -> None:
    dossier = breng_tot(stad, "voorbereid", college_code=stad.gemeente)
    with als(geld.bouwer(stad)):
        college = College.objects.get(code=stad.gemeente)
        huizen = [
            Organisatie.objects.create(regio_id=stad.regio, naam=naam, soort="toegang")
            for naam in ("Oud", "Bijna", "Door")
        ]
        for huis, tot in zip(huizen, (date(2026, 2, 1), date(2026, 5, 1), date(2026, 2, 1)), strict=True):
            Mandaatregel.objects.create(
                regio_id=stad.regio, handeling="toegang.besluit", van=college, aan_organisatie=huis, grond="x",
                periode=half_open(date(2024, 1, 1), tot),
            )  # fmt: skip
        Mandaatregel.objects.create(
            regio_id=stad.regio, handeling="toegang", van=college, aan_organisatie=huizen[2], grond="x",
            periode=half_open(date(2026, 2, 2), None),
        )  # fmt: skip
        assert [naam for naam, _ in einde_van_mandaten("toegang.besluit.nemen", van=stad.gemeente, op=OP)] == [
            "Oud",
            "Bijna",
        ]
    tekst = klant(stad, "teamleider").get(f"/dossiers/{dossier.nummer}/ondertekenen/").content.decode()
    assert "Het mandaat van Oud is verlopen op 1 februari 2026." in tekst
    assert "Het mandaat van Bijna loopt af op 1 mei 2026." in tekst
    assert "Het mandaat van Door" not in tekst


def test_nothing_of_another_region_is_there(stad: Stad) -> None:
    elders = bouw_stad("enschede")
    with als(geld.bouwer(elders)):
        contact = Contactpersoon.objects.create(
            regio_id=elders.regio, organisatie_id=elders.aanbieder, naam="Ver", periode=half_open(OP, None)
        )
        soort = {"regio_id": elders.regio, "organisatie_id": elders.aanbieder, "onderwerp": "x", "document": "x"}
        overeenkomst = Verwerkersovereenkomst.objects.create(**soort, getekend_op=OP)
    for pad in (f"organisaties/{elders.aanbieder}", f"organisaties/{elders.aanbieder}/gegevens",
                f"organisaties/{elders.aanbieder}/contact", f"organisaties/{elders.aanbieder}/verwerking",
                f"contacten/{contact.pk}/einde", f"verwerkingen/{overeenkomst.pk}/einde"):  # fmt: skip
        assert post(stad, f"/beheer/{pad}/", {"naam": "Van mij", "laatste_dag": OP.isoformat()}).status_code == 404
    with als(geld.bouwer(elders)):
        assert gesloten(Contactpersoon.objects.get(pk=contact.pk).periode).tot is None


def test_the_overview_leads_to_every_room_of_management(stad: Stad) -> None:
    tekst = klant(stad, "beheerder").get("/beheer/").content.decode()
    for pad in ("medewerkers", "rechten", "mandaten", "organisaties"):
        assert f'href="/beheer/{pad}/"' in tekst
    assert "regels zijn verzegeld" in tekst


def test_there_is_no_admin_of_django_behind_any_door(stad: Stad) -> None:
    assert not any(deel.name.startswith("django.contrib.admin") for deel in apps.get_app_configs())
    assert not any("admin" in adres.naam for adres in alle())
    with pytest.raises(NoReverseMatch):
        reverse("admin:index")
    assert klant(stad, "beheerder").get("/admin/").status_code == 404


def test_a_municipality_without_an_address_is_named_before_a_letter_fails_on_it() -> None:
    nieuwe = bouw_stad("enschede")
    code, naam = nieuwe.gemeente, nieuwe.regeling.gemeenten_op(OP)[nieuwe.gemeente].naam
    with als(geld.bouwer(nieuwe)):
        College.objects.filter(code=code).update(adres="")
    dossier = breng_tot(nieuwe, "voorbereid", college_code=code)
    wat = f"Postadres of telefoon ontbreekt van {naam}. Een besluit kan daar nog niet weg."
    for pad in ("/beheer/", "/beheer/gemeenten/", "/beheer/gezondheid/"):
        assert wat in klant(nieuwe, "beheerder").get(pad).content.decode()
    with pytest.raises(GeenBriefgegevens, match="vult dit in bij Beheer, Gemeenten"):
        neem_besluit(nieuwe.als("teamleider"), voorstel_van(nieuwe, dossier), op=OP)
    pad = f"/beheer/gemeenten/{code}/"
    fout = post(nieuwe, pad, {"adres": "Postbus 1", "telefoon": ""}).context["formulier"]
    assert list(fout.errors) == ["adres", "telefoon"]
    goed = {"adres": " Postbus 1 \n\n1234  AB Dorp ", "telefoon": "14 0153"}
    assert klant(nieuwe, "contractbeheerder").post(pad, goed).status_code == 403
    assert post(nieuwe, pad, goed).status_code == 303
    assert wat not in klant(nieuwe, "beheerder").get("/beheer/gezondheid/").content.decode()
    with als(geld.bouwer(nieuwe)):
        assert College.objects.get(code=code).adres == "Postbus 1\n1234 AB Dorp"
    neem_besluit(nieuwe.als("teamleider"), voorstel_van(nieuwe, dossier), op=OP)
