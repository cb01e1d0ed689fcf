"""The screens of the offer: who has which places, under which contract."""

from __future__ import annotations

from datetime import date

import pytest

from tests.aanbod.scherm import binnen, tekst, vragen
from tests.stad import Stad
from tests.verblijf.opzet import open_huis, wacht
from voordeur.aanbod.models import Contract, Locatie, Plek
from voordeur.kern.actor import als
from voordeur.kern.models import Mandaatregel, Organisatie
from voordeur.verblijf.actions import plaats

LIJST, OP = "/aanbod/", date(2026, 3, 2)


def test_the_list_says_who_has_a_contract_and_how_many_places_are_free_today(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive", 3)
    plaats(enschede.als("consulent"), wacht(enschede, product="all-inclusive"), huis.plekken[0], vanaf=OP, op=OP)
    pagina = tekst(binnen(enschede, "consulent").get(LIJST))
    assert "2 aanbieders" in pagina
    assert "Een Subsidie, tot en met 31 december 2030 1 3 1 2" in pagina
    assert "Twee Geen contract 0 0 0 0" in pagina


def test_a_place_counts_as_taken_also_for_who_may_not_see_who_lives_there(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive", 3)
    with als(enschede.als("beheerder")):
        Mandaatregel.objects.all().delete()
    plaats(enschede.als("lokaal"), wacht(enschede, product="all-inclusive"), huis.plekken[0], vanaf=OP, op=OP)
    assert "2030 1 3 1 2" in tekst(binnen(enschede, "contractbeheerder").get(LIJST))


@pytest.mark.parametrize(
    ("vraag", "gevonden"),
    [
        ({"naam": "wee"}, {"Twee"}),
        ({"product": "all-inclusive"}, {"Een"}),
        ({"product": "modulair"}, set()),
        ({"product": "verzonnen"}, {"Een", "Twee"}),
        ({"blad": "999"}, {"Een", "Twee"}),
    ],
)
def test_the_list_can_be_narrowed_by_the_address(enschede: Stad, vraag: dict[str, str], gevonden: set[str]) -> None:
    open_huis(enschede, "all-inclusive")
    antwoord = binnen(enschede, "consulent").get(LIJST, vraag)
    assert {naam for naam in ("Een", "Twee") if f">{naam}</a>" in antwoord.content.decode()} == gevonden
    assert ("Niets gevonden" in tekst(antwoord)) is not bool(gevonden)


def test_the_list_goes_on_on_the_next_page_with_the_filter(enschede: Stad) -> None:
    with als(enschede.als("beheerder")):
        Organisatie.objects.bulk_create(
            Organisatie(regio_id=enschede.regio, naam=f"Huis {nummer:02}", soort="aanbieder") for nummer in range(30)
        )
    antwoord = binnen(enschede, "consulent").get(LIJST, {"naam": "Huis"})
    assert "Blad 1 van 2" in tekst(antwoord)
    assert "/aanbod/?naam=Huis&amp;blad=2" in antwoord.content.decode()
    assert "Huis 29" in tekst(binnen(enschede, "consulent").get("/aanbod/?naam=Huis&blad=2"))


def test_the_page_of_a_provider_shows_contract_and_places_and_marks_an_example(enschede: Stad) -> None:
    open_huis(enschede, "all-inclusive", 2)
    pagina = tekst(binnen(enschede, "controller").get(f"/aanbod/{enschede.aanbieder}/"))
    assert "De Linde" in pagina
    assert "Beschermd wonen all-inclusive 2 0 2" in pagina
    assert "€\u00a0100,00" in pagina or "€ 100,00" in pagina
    assert "Voorbeeldbedrag" in pagina
    assert "Voeg plekken toe" not in pagina


def test_a_contract_is_made_after_checking(enschede: Stad) -> None:
    klant, adres = binnen(enschede, "contractbeheerder"), f"/aanbod/{enschede.aanbieder}/contract/"
    assert "Inkoop" not in tekst(klant.get(adres))
    antwoord = {"soort": "subsidie", "van": "2026-01-01", "tot": "2026-12-31", "dagprijs": "145,50"}
    assert "€\u00a0145,50" in klant.post(adres, antwoord).content.decode()
    klaar = tekst(klant.post(adres, antwoord | {"_bevestig": "1"}, follow=True))
    assert "Contract 2026-0001 met Een is gesloten." in klaar
    tweede = klant.post(adres, antwoord | {"_bevestig": "1"})
    assert tweede.status_code == 422
    assert "heeft in deze tijd al een contract" in tekst(tweede)
    with als(enschede.als("contractbeheerder")):
        assert Contract.objects.count() == 1


def test_a_contract_with_a_fault_says_so_at_the_field(drechtsteden: Stad) -> None:
    adres = f"/aanbod/{drechtsteden.aanbieder}/contract/"
    antwoord = binnen(drechtsteden, "contractbeheerder").post(
        adres, {"soort": "inkoop", "van": "2026-01-01", "tot": "2025-12-31", "dagprijs": "1"}
    )
    assert antwoord.status_code == 422
    assert "De laatste dag ligt voor de eerste dag." in tekst(antwoord)
    assert "Laat de dagprijs bij inkoop leeg." in tekst(antwoord)


def test_a_location_and_its_places_are_added_after_checking(drechtsteden: Stad) -> None:
    klant = binnen(drechtsteden, "contractbeheerder")
    adres = f"/aanbod/{drechtsteden.aanbieder}/locatie/"
    huis = {"naam": "De Linde", "gemeente": drechtsteden.gemeente, "_bevestig": "1"}
    assert "Locatie De Linde is toegevoegd." in tekst(klant.post(adres, huis, follow=True))
    assert "heeft al een locatie met de naam De Linde" in tekst(klant.post(adres, huis))
    with als(drechtsteden.als("contractbeheerder")):
        adres = f"/aanbod/locatie/{Locatie.objects.get().pk}/plekken/"
    plek = {"product": "een-op-een", "huisvesting": "", "aantal": "3", "van": "2026-01-01"}
    assert "Kies met of zonder huisvesting." in tekst(klant.post(adres, plek))
    plek |= {"huisvesting": "incl", "_bevestig": "1"}
    assert "3 plekken zijn toegevoegd aan De Linde." in tekst(klant.post(adres, plek, follow=True))
    with als(drechtsteden.als("contractbeheerder")):
        assert Plek.objects.filter(huisvesting="incl").count() == 3


def test_housing_is_not_asked_where_no_price_depends_on_it(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive")
    assert "Huisvesting" not in tekst(
        binnen(enschede, "contractbeheerder").get(f"/aanbod/locatie/{huis.locatie.pk}/plekken/")
    )


def test_another_region_is_like_what_does_not_exist(enschede: Stad, drechtsteden: Stad) -> None:
    huis = open_huis(drechtsteden, "tot-12-intramuraal")
    klant = binnen(enschede, "contractbeheerder")
    for adres in (f"/aanbod/{drechtsteden.aanbieder}/", f"/aanbod/locatie/{huis.locatie.pk}/plekken/"):
        ander = klant.get(adres)
        assert ander.status_code == 404
        assert ander.content == klant.get("/aanbod/999999999/").content


@pytest.mark.parametrize("wie", ["consulent", "teamleider", "controller", "bestuurder", "toezichthouder"])
def test_who_reads_does_not_change(enschede: Stad, wie: str) -> None:
    klant = binnen(enschede, wie)
    assert klant.get(LIJST).status_code == 200
    assert klant.get(f"/aanbod/{enschede.aanbieder}/contract/").status_code == 403


def test_a_provider_does_not_see_the_contracts_of_others(enschede: Stad) -> None:
    assert binnen(enschede, "aanbieder").get(LIJST).status_code == 403


def test_the_pages_ask_as_much_of_the_database_with_more_houses(enschede: Stad) -> None:
    open_huis(enschede, "all-inclusive", 2)
    klant, adressen = binnen(enschede, "consulent"), [LIJST, f"/aanbod/{enschede.aanbieder}/"]
    klant.get(LIJST)  # the first page of a session writes that it began
    eerst = [vragen(klant, adres) for adres in adressen]
    for volgnummer in range(4):
        open_huis(enschede, "modulair", 3, naam=f"Huis {volgnummer}", contract=False)
    assert [vragen(klant, adres) for adres in adressen] == eerst
