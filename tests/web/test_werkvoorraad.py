"""The work list: what comes first, what waits for another, why, and for whom it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.test import override_settings

from tests.geld.opzet import contract, subsidie
from tests.stad import Stad
from tests.toegang.weg import OP, breng_tot
from tests.verblijf.opzet import wacht
from tests.web.wereld import klant, zet_stap
from voordeur.kern.actor import als
from voordeur.schermen.schil import Schil
from voordeur.toegang.actions import Vraag, stel_vraag
from voordeur.toegang.models import Dossier, Klok

PAD = "/werk/"


@pytest.fixture
def enschede(stad: Callable[[str], Stad]) -> Stad:
    return stad("enschede")


@pytest.fixture(autouse=True)
def _dag() -> Iterator[None]:
    with override_settings(VOORDEUR_VANDAAG=OP):
        yield


def lees(stad: Stad, wie: str = "consulent", vraag: str = "") -> str:
    return " ".join(klant(stad, wie).get(PAD + vraag).content.decode().split())


def groepen(stad: Stad, wie: str = "consulent", vraag: str = "") -> dict[str, list[str]]:
    """The numbers of the cases by group."""
    antwoord = klant(stad, wie).get(PAD + vraag)
    return {groep.naam: [zaak.nummer for zaak in groep.zaken] for groep in antwoord.context["groepen"]}


def eindigt(stad: Stad, dossier: Dossier, over: int) -> None:
    with als(stad.als("consulent")):
        Klok.objects.filter(dossier=dossier).update(start=date(2020, 1, 1), uiterlijk=OP + timedelta(days=over))


@pytest.mark.parametrize(("over", "groep"), [(-1, "eerst"), (2, "eerst"), (3, "week"), (7, "week"), (8, "later")])
def test_a_case_stands_in_the_group_of_its_day(enschede: Stad, over: int, groep: str) -> None:
    dossier = breng_tot(enschede, "onderzoek")
    eindigt(enschede, dossier, over)
    assert groepen(enschede) == {groep: [dossier.nummer]}


def test_what_is_late_comes_first_and_says_so(enschede: Stad) -> None:
    later, laat = breng_tot(enschede, "onderzoek"), breng_tot(enschede, "onderzoek")
    eindigt(enschede, laat, -3)
    eindigt(enschede, later, -1)
    assert groepen(enschede) == {"eerst": [laat.nummer, later.nummer]}
    tekst = lees(enschede)
    assert "3 dagen te laat" in tekst
    assert "zaak--telaat" in tekst


def test_a_case_says_who_what_and_why_with_the_sum_and_the_article(enschede: Stad) -> None:
    dossier = breng_tot(enschede, "onderzoek")
    tekst = lees(enschede)
    assert "Mevrouw de Wit" in tekst or "Mevrouw De Wit" in tekst
    assert f'href="/dossiers/{dossier.nummer}/onderzoek/"' in tekst
    assert "Leg het onderzoek vast" in tekst
    assert "Waarom deze datum?" in tekst
    assert "Wmo 2015, artikel 2.3.2 lid 1" in tekst


def test_a_proposal_waits_for_a_colleague_and_never_for_who_made_it(enschede: Stad) -> None:
    dossier = breng_tot(enschede, "voorbereid")
    assert groepen(enschede, "consulent") == {"wacht": [dossier.nummer]}
    assert "Wacht op een collega" in lees(enschede, "consulent")
    assert f"/dossiers/{dossier.nummer}/ondertekenen/" not in lees(enschede, "consulent")
    assert dossier.nummer in [nummer for rij in groepen(enschede, "teamleider").values() for nummer in rij]
    assert f'href="/dossiers/{dossier.nummer}/ondertekenen/"' in lees(enschede, "teamleider")


def test_who_waits_for_a_place_is_on_the_list_without_a_term(enschede: Stad) -> None:
    besluit = wacht(enschede, product="beschermd-wonen")
    tekst = lees(enschede, vraag="?wie=alle")
    assert "Zoek een plek" in tekst
    assert "Geen vaste termijn" in tekst
    assert f"/verblijf/plaatsen/{besluit.nummer}/" in tekst


def test_a_case_that_is_closed_or_only_awaits_an_objection_is_no_work(enschede: Stad) -> None:
    dossier = breng_tot(enschede, "genomen")
    zet_stap(enschede, dossier.nummer, stap="verblijf")
    assert groepen(enschede, vraag="?wie=alle") == {}
    assert "U hebt nu niets te doen" in lees(enschede)


def test_mine_are_those_i_handle_and_those_nobody_handles_yet(enschede: Stad) -> None:
    mijn, nieuw = breng_tot(enschede, "onderzoek"), breng_tot(enschede, "melding")
    van_ander = breng_tot(enschede, "onderzoek", wie="consulent2")
    eigen = sorted(nummer for rij in groepen(enschede).values() for nummer in rij)
    alle = sorted(nummer for rij in groepen(enschede, vraag="?wie=alle").values() for nummer in rij)
    assert (eigen, alle) == ([mijn.nummer, nieuw.nummer], [mijn.nummer, nieuw.nummer, van_ander.nummer])


@pytest.mark.parametrize("vraag", ["?stap=melding", "?nummer=2026-0002", "?gemeente=onzin&stap=melding"])
def test_a_filter_stands_in_the_address(enschede: Stad, vraag: str) -> None:
    breng_tot(enschede, "onderzoek")
    melding = breng_tot(enschede, "melding")
    assert [nummer for rij in groepen(enschede, vraag=vraag).values() for nummer in rij] == [melding.nummer]


def test_a_filter_that_finds_nothing_says_what_to_do(enschede: Stad) -> None:
    breng_tot(enschede, "onderzoek")
    assert "Geen zaken gevonden" in lees(enschede, vraag="?nummer=2099-1")


def test_the_menu_counts_what_the_list_counts(enschede: Stad) -> None:
    for _ in range(2):
        breng_tot(enschede, "onderzoek")
    assert '<span aria-hidden="true">2</span>' in lees(enschede)
    assert "U hebt 2 zaken." in lees(enschede)


def test_the_menu_counts_the_questions_of_others_too(enschede: Stad) -> None:
    dossier = breng_tot(enschede, "onderzoek")
    vraag = Vraag(tekst="Kent u deze inwoner?", aan="gemeente")
    stel_vraag(enschede.als("consulent"), dossier, vraag, versie=dossier.versie, op=OP)
    punten = {punt.naam: punt.aantal for groep in _schil(enschede, "lokaal").groepen for punt in groep.punten}
    assert punten["Vragen aan ons"] == 1


def _schil(stad: Stad, wie: str) -> Schil:
    gevonden: Schil = klant(stad, wie).get("/werk/").context["schil"]
    return gevonden


@pytest.mark.parametrize(
    ("veld", "woord"), [({"spoed": True}, "spoed"), ({"melder": "buiten de regio"}, "andere regio")]
)
def test_the_list_says_what_sets_a_case_apart(enschede: Stad, veld: dict[str, object], woord: str) -> None:
    dossier = breng_tot(enschede, "onderzoek")
    assert f"stap: onderzoek, {woord}" not in lees(enschede)
    with als(enschede.als("consulent")):
        Dossier.objects.filter(pk=dossier.pk).update(**veld)
    assert f"stap: onderzoek, {woord}" in lees(enschede)


def test_a_neighbour_sees_no_case_of_another_municipality(enschede: Stad) -> None:
    breng_tot(enschede, "onderzoek")
    assert groepen(enschede, "buur", "?wie=alle") == {}


def test_who_looks_on_sees_every_case_and_no_button(enschede: Stad) -> None:
    dossier = breng_tot(enschede, "onderzoek")
    tekst = lees(enschede, "toezichthouder")
    assert dossier.nummer in tekst
    assert "Wat er loopt" in tekst
    assert "Nieuwe melding" not in tekst
    assert "/onderzoek/" not in tekst


def test_who_keeps_the_money_sees_what_waits_and_no_resident(enschede: Stad) -> None:
    breng_tot(enschede, "onderzoek")
    contract(enschede)
    klaar = subsidie(enschede)
    eigen, ander = lees(enschede, "contractbeheerder"), lees(enschede, "controller")
    assert klaar.nummer in eigen
    assert "Wacht op een collega" in eigen
    assert "Nog beoordelen" in ander
    assert "de Wit" not in eigen + ander


def test_the_beginning_leads_each_role_to_its_screen(enschede: Stad) -> None:
    begin = {naam: klant(enschede, naam).get("/").url for naam in enschede.accounts}
    assert begin == {
        "consulent": "/werk/", "consulent2": "/werk/", "teamleider": "/werk/", "contractbeheerder": "/werk/",
        "controller": "/werk/", "controller2": "/werk/", "bestuurder": "/regio/", "toezichthouder": "/regio/",
        "beheerder": "/beheer/", "lokaal": "/werk/", "buur": "/werk/", "aanbieder": "/aanbieder/",
        "andere_aanbieder": "/aanbieder/", "opvang": "/opvang/",
    }  # fmt: skip


def test_who_has_no_role_today_reads_what_to_do(enschede: Stad) -> None:
    with override_settings(VOORDEUR_VANDAAG=date(2014, 1, 1)):
        assert "U hebt vandaag geen rol" in klant(enschede, "consulent").get("/").content.decode()


def test_the_menu_shows_only_what_the_role_may_open(enschede: Stad) -> None:
    tekst = lees(enschede, "controller")
    assert 'href="/beheer/"' not in tekst
    assert 'href="/verblijf/wachtlijst/"' not in tekst
    assert 'href="/aanbod/"' in tekst


def test_what_nobody_handles_stands_apart(enschede: Stad) -> None:
    van_iemand, van_niemand = breng_tot(enschede, "onderzoek"), breng_tot(enschede, "melding")
    gevonden = [nummer for rij in groepen(enschede, vraag="?wie=niemand").values() for nummer in rij]
    assert (van_niemand.nummer in gevonden, van_iemand.nummer in gevonden) == (True, False)


def test_a_filter_is_kept_used_and_thrown_away(enschede: Stad) -> None:
    breng_tot(enschede, "melding")
    client = klant(enschede, "consulent")
    vraag = {"naam": "Van niemand", "vraag": "wie=niemand&volgende=https://elders.example"}
    antwoord = client.post("/werk/filters/", vraag)
    assert antwoord.url == "/werk/?wie=niemand"
    tekst = client.get("/werk/").content.decode()
    assert 'href="?wie=niemand">Van niemand</a>' in tekst
    assert "Van niemand" not in lees(enschede, "consulent2")
    nummer = client.get("/werk/").context["bewaard"][0].pk
    assert klant(enschede, "consulent2").post(f"/werk/filters/{nummer}/weg/").status_code == 303
    assert client.get("/werk/").context["bewaard"] != []
    client.post(f"/werk/filters/{nummer}/weg/")
    assert client.get("/werk/").context["bewaard"] == []


@pytest.mark.parametrize("adres", ["/dossiers/%00/", "/dossiers/?zoek=%00", "/dossiers/termijnen/?soort=%00"])
def test_an_address_with_a_sign_that_no_text_holds_is_not_there(enschede: Stad, adres: str) -> None:
    assert klant(enschede, "consulent").get(adres).status_code == 404


def test_a_filter_that_is_too_long_as_an_address_says_so(enschede: Stad) -> None:
    lang = {"naam": "Lang", "vraag": f"nummer={'é' * 200}"}
    antwoord = klant(enschede, "consulent").post("/werk/filters/", lang, follow=True)
    assert "te lang om te bewaren" in antwoord.content.decode()


def test_a_filter_without_a_name_says_so(enschede: Stad) -> None:
    antwoord = klant(enschede, "consulent").post("/werk/filters/", {"naam": "", "vraag": "wie=alle"}, follow=True)
    assert "Geef het filter een naam." in antwoord.content.decode()
