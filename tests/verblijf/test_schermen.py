"""The screens of the stays: waiting list, choosing a place, residents, ending."""

from __future__ import annotations

from datetime import date

import pytest

from tests.aanbod.scherm import binnen, tekst, vragen
from tests.stad import Stad
from tests.verblijf.opzet import OP, open_huis, wacht
from voordeur.aanbod.models import Plek
from voordeur.kern.actor import als
from voordeur.kern.models import Mandaatregel
from voordeur.verblijf.actions import plaats
from voordeur.verblijf.models import Plaatsing

LIJST, BEWONERS = "/verblijf/wachtlijst/", "/verblijf/"


def plaats_iemand(stad: Stad, plek: Plek, nummer: str = "1", **velden: object) -> Plaatsing:
    besluit = wacht(stad, product=plek.product, nummer=nummer, **velden)
    wie = "lokaal" if velden.get("als_lokaal") else "consulent"
    return plaats(stad.als(wie), besluit, plek, vanaf=OP, op=OP).object


def test_the_waiting_list_says_who_waits_since_when_for_what_and_where(enschede: Stad) -> None:
    wacht(enschede, product="all-inclusive")
    wacht(enschede, product="modulair", nummer="2", naam="Bakker", genomen_op=date(2026, 3, 1))
    pagina = tekst(binnen(enschede, "consulent").get(LIJST))
    assert "Mevrouw De Wit Dossier 2026-1" in pagina
    assert "29 dagen wacht sinds 1 februari 2026" in pagina
    assert "Beschermd wonen modulair" in pagina
    assert pagina.index("De Wit") < pagina.index("Bakker")


def test_the_waiting_list_can_be_narrowed_to_a_municipality(enschede: Stad) -> None:
    wacht(enschede, product="all-inclusive")
    wacht(enschede, product="all-inclusive", nummer="2", naam="Bakker", college=enschede.centrum)
    klant = binnen(enschede, "consulent")
    assert "Bakker" not in tekst(klant.get(LIJST, {"gemeente": enschede.gemeente}))
    assert "Niemand wacht" in tekst(klant.get(LIJST, {"gemeente": enschede.andere_gemeente}))


def test_an_empty_waiting_list_says_so(enschede: Stad) -> None:
    assert "Niemand wacht" in tekst(binnen(enschede, "consulent").get(LIJST))


def test_who_has_a_pgb_is_on_the_list_but_is_not_placed_here(enschede: Stad) -> None:
    wacht(enschede, product="all-inclusive", leveringsvorm="pgb")
    antwoord = binnen(enschede, "consulent").get(LIJST)
    assert "zoekt zelf een plek" in tekst(antwoord)
    assert b"/verblijf/plaatsen/" not in antwoord.content


def test_the_page_offers_what_fits_and_says_of_every_other_place_why_not(enschede: Stad) -> None:
    goed = open_huis(enschede, "all-inclusive", 2)
    open_huis(enschede, "modulair", naam="De Eik", contract=False)
    plaats_iemand(enschede, goed.plekken[0], nummer="9")
    wacht(enschede, product="all-inclusive")
    pagina = tekst(binnen(enschede, "consulent").get("/verblijf/plaatsen/2026-1/"))
    assert "1 plek past" in pagina
    assert "De Linde, plek 2 (Een," in pagina
    assert "2 plekken passen niet" in pagina
    assert "De plek is bezet vanaf 2 maart 2026 tot en met 28 februari 2027." in pagina
    assert "De plek is van een andere soort: Beschermd wonen modulair." in pagina


def test_choosing_goes_by_checking_the_answer(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive")
    wacht(enschede, product="all-inclusive")
    klant, adres = binnen(enschede, "consulent"), "/verblijf/plaatsen/2026-1/"
    keuze = {"plek": huis.plekken[0].pk, "vanaf": "2026-03-09"}
    controle = tekst(klant.post(adres, keuze))
    assert "Controleer uw antwoorden Een plek voor mevrouw De Wit vanaf 9 maart 2026" in controle
    assert "De Linde, plek 1" in controle
    klaar = klant.post(adres, keuze | {"_bevestig": "1"}, follow=True)
    assert "Mevrouw De Wit heeft een plek vanaf 9 maart 2026: De Linde, plek 1 (Een, " in tekst(klaar)
    assert "krijgt bericht" in tekst(klaar)
    with als(enschede.als("consulent")):
        assert Plaatsing.objects.get().periode.lower == date(2026, 3, 9)


def test_without_a_choice_the_page_asks_for_one(enschede: Stad) -> None:
    open_huis(enschede, "all-inclusive")
    wacht(enschede, product="all-inclusive")
    antwoord = binnen(enschede, "consulent").post("/verblijf/plaatsen/2026-1/", {"vanaf": "2026-03-09"})
    assert antwoord.status_code == 422
    assert "Kies een plek." in tekst(antwoord)


def test_a_day_that_does_not_exist_is_said_at_the_field(enschede: Stad) -> None:
    open_huis(enschede, "all-inclusive")
    wacht(enschede, product="all-inclusive")
    antwoord = binnen(enschede, "consulent").get("/verblijf/plaatsen/2026-1/", {"vanaf": "31-02-2026"})
    assert "Vul een datum in die bestaat" in tekst(antwoord)


def test_a_place_that_was_taken_while_choosing_is_said_with_the_other_places(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive", 2)
    wacht(enschede, product="all-inclusive")
    plaats_iemand(enschede, huis.plekken[0], nummer="9")
    keuze = {"plek": huis.plekken[0].pk, "vanaf": "2026-03-09", "_bevestig": "1"}
    antwoord = binnen(enschede, "consulent").post("/verblijf/plaatsen/2026-1/", keuze)
    assert antwoord.status_code == 422
    assert "Deze plek is intussen bezet of past niet meer. Kies een andere plek." in tekst(antwoord)
    assert "De Linde, plek 2" in tekst(antwoord)


def test_a_place_that_is_taken_at_the_last_moment_is_said_with_the_other_places(
    enschede: Stad, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between showing the choice and keeping it, somebody else is first."""
    from voordeur.verblijf import views_plaatsen

    huis = open_huis(enschede, "all-inclusive", 2)
    wacht(enschede, product="all-inclusive")

    def een_ander_eerst(*wat: object, **hoe: object) -> object:
        ander = wacht(enschede, product="all-inclusive", nummer="9")
        plaats(enschede.als("consulent2"), ander, huis.plekken[0], vanaf=OP, op=OP)
        return plaats(*wat, **hoe)

    monkeypatch.setattr(views_plaatsen, "plaats", een_ander_eerst)
    keuze = {"plek": huis.plekken[0].pk, "vanaf": "2026-03-09", "_bevestig": "1"}
    antwoord = binnen(enschede, "consulent").post("/verblijf/plaatsen/2026-1/", keuze)
    assert antwoord.status_code == 409
    assert "Een collega was u voor. De Linde, plek 1 (Een," in tekst(antwoord)
    assert "1 plek past" in tekst(antwoord)


def test_who_has_a_place_meanwhile_is_not_placed_again(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive")
    plaats_iemand(enschede, huis.plekken[0])
    antwoord = binnen(enschede, "consulent").get("/verblijf/plaatsen/2026-1/")
    assert antwoord.status_code == 403
    assert "heeft in deze tijd al een plek" in tekst(antwoord)


def test_the_residents_are_listed_with_their_place(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive")
    plaats_iemand(enschede, huis.plekken[0])
    pagina = tekst(binnen(enschede, "consulent").get(BEWONERS))
    assert "1 bewoner" in pagina
    assert "Mevrouw De Wit Dossier 2026-1 De Linde, plek 1 Een" in pagina
    assert "Niemand gevonden" in tekst(binnen(enschede, "consulent").get(BEWONERS, {"nummer": "999"}))
    assert "Hier staat nu niemand" in tekst(binnen(enschede, "consulent").get(BEWONERS, {"stand": "straks"}))


def test_a_provider_sees_only_its_own_residents_and_cannot_end_a_stay(enschede: Stad) -> None:
    een = open_huis(enschede, "all-inclusive")
    twee = open_huis(enschede, "all-inclusive", aanbieder=enschede.andere_aanbieder, naam="De Eik")
    plaats_iemand(enschede, een.plekken[0])
    ander = plaats_iemand(enschede, twee.plekken[0], nummer="2", naam="Bakker")
    klant = binnen(enschede, "aanbieder")
    pagina = tekst(klant.get(BEWONERS))
    assert "De Wit" in pagina
    assert "Bakker" not in pagina
    assert "Beëindig" not in pagina
    assert klant.get(f"/verblijf/{ander.pk}/beeindigen/").status_code == 403


def test_a_stay_ends_after_checking(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive")
    plaatsing = plaats_iemand(enschede, huis.plekken[0])
    klant, adres = binnen(enschede, "consulent"), f"/verblijf/{plaatsing.pk}/beeindigen/"
    antwoord = {"laatste_dag": "2026-03-31", "reden": "doorstroom"}
    controle = tekst(klant.post(adres, antwoord))
    assert "31 maart 2026" in controle
    assert "Naar een zelfstandige woning" in controle
    klaar = tekst(klant.post(adres, antwoord | {"_bevestig": "1"}, follow=True))
    assert "Het verblijf van mevrouw De Wit eindigt na 31 maart 2026." in klaar
    assert "Gaat weg" in klaar


def test_a_last_day_outside_the_stay_is_said_at_the_field(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive")
    plaatsing = plaats_iemand(enschede, huis.plekken[0])
    antwoord = binnen(enschede, "consulent").post(
        f"/verblijf/{plaatsing.pk}/beeindigen/", {"laatste_dag": "2026-03-01", "reden": "anders"}
    )
    assert antwoord.status_code == 422
    assert "Kies een laatste dag vanaf 2 maart 2026 en uiterlijk op 28 februari 2027." in tekst(antwoord)


def test_what_another_college_has_is_like_what_does_not_exist(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive", 2)
    with als(enschede.als("beheerder")):
        Mandaatregel.objects.filter(van__code=enschede.gemeente).delete()
    besluit = wacht(enschede, product="all-inclusive")
    plaatsing = plaats(enschede.als("lokaal"), besluit, huis.plekken[0], vanaf=OP, op=OP).object
    wacht(enschede, product="all-inclusive", nummer="2")
    klant = binnen(enschede, "buur")
    for echt, verzonnen in (
        (f"/verblijf/{plaatsing.pk}/beeindigen/", "/verblijf/999999999/beeindigen/"),
        ("/verblijf/plaatsen/2026-2/", "/verblijf/plaatsen/2026-9999/"),
        ("/verblijf/plaatsen/2026-1/", "/verblijf/plaatsen/2026-9999/"),
    ):
        antwoorden = klant.get(echt), klant.get(verzonnen)
        assert [antwoord.status_code for antwoord in antwoorden] == [404, 404]
        assert antwoorden[0].content == antwoorden[1].content


@pytest.mark.parametrize("wie", ["contractbeheerder", "controller", "bestuurder", "aanbieder", "beheerder", "opvang"])
def test_the_waiting_list_with_names_is_only_for_who_places(enschede: Stad, wie: str) -> None:
    assert binnen(enschede, wie).get(LIJST).status_code == 403


def test_the_pages_ask_as_much_of_the_database_with_more_people(enschede: Stad) -> None:
    huis = open_huis(enschede, "all-inclusive", 8)
    adressen = [LIJST, BEWONERS, "/verblijf/plaatsen/2026-w1/"]

    def erbij(begin: int, eind: int) -> None:
        for volgnummer in range(begin, eind):
            plaats_iemand(enschede, huis.plekken[volgnummer], nummer=str(volgnummer))
            wacht(enschede, product="all-inclusive", nummer=f"w{volgnummer}")

    erbij(1, 2)
    klant = binnen(enschede, "consulent")
    klant.get(LIJST)  # the first page of a session writes that it began
    eerst = [vragen(klant, adres) for adres in adressen]
    erbij(2, 7)
    assert [vragen(klant, adres) for adres in adressen] == eerst


def test_a_day_outside_the_decision_is_said_and_not_searched(enschede: Stad) -> None:
    open_huis(enschede, "all-inclusive")
    besluit = wacht(enschede, product="all-inclusive")
    antwoord = binnen(enschede, "consulent").get(f"/verblijf/plaatsen/{besluit.nummer}/", {"vanaf": "1800-01-01"})
    assert antwoord.status_code == 200
    assert "Het besluit geldt vanaf" in tekst(antwoord)
