"""Decisions and objections through the pages: fields by kind, the queue of signatures, what ends, what is touched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from tests.stad import Stad
from tests.toegang.test_besluit_vervolg import BEGIN, EINDE, vervolg, wonend
from tests.toegang.test_schermen import doe, in_, pad
from tests.toegang.wandel import loop
from tests.toegang.weg import OP, breng_tot, loop_de_weg, toekenning, vers, voorstel_van
from voordeur.inwoner.actions import schrijf_op
from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import als
from voordeur.toegang.actions import bereid_besluit_voor, bereid_vervolg_voor
from voordeur.toegang.models import Bezwaar, Dossier

Bouw = Callable[[str], Stad]
AFWIJZING = {
    "strekking": "afwijzing", "motivering": "Hulp thuis is genoeg.", "in_plaats_daarvan": "U krijgt begeleiding thuis.",
    "afwijking": "Zij woont al bij haar zus.",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _vandaag() -> Any:
    with override_settings(VOORDEUR_VANDAAG=OP):
        yield


def teken(stad: Stad, dossier: Dossier, wie: str = "teamleider") -> str:
    return doe(in_(stad, wie), pad(dossier, "ondertekenen/"), versie=vers(stad, dossier).versie, keuze="teken")


def tekst(klant: Client, adres: str) -> str:
    antwoord = klant.get(adres)
    assert antwoord.status_code == 200, antwoord.content.decode()
    return " ".join(antwoord.content.decode().split())


def test_a_part_is_granted_through_the_page_and_each_missing_part_stands_at_its_field(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    klant = in_(hier, "consulent")
    velden = {"strekking": "gedeeltelijk", "vorm": "all-inclusive", "van": "2026-04-01", "motivering": "Dat is nodig."}
    antwoord = klant.post(pad(dossier, "besluit/"), velden | {"versie": dossier.versie})
    assert antwoord.status_code == 422
    assert set(antwoord.context["formulier"].errors) == {"niet_toegekend", "waarom_niet", "in_plaats_daarvan"}
    rest = {"niet_toegekend": "Een eigen keuken.", "waarom_niet": "Dat is geen hulp.", "in_plaats_daarvan": "Een huis."}
    pagina = doe(klant, pad(dossier, "besluit/"), versie=dossier.versie, **velden, **rest)
    assert "Een collega leest het besluit dat u klaarlegde" in pagina
    assert "Lees en onderteken het besluit" not in pagina
    assert "Een eigen keuken." in tekst(in_(hier, "teamleider"), pad(dossier, "ondertekenen/"))
    assert "Toekennen: gedeeltelijke toekenning" in teken(hier, dossier)


def test_where_the_agreement_wants_a_last_day_the_page_does_not_call_it_optional(stad: Bouw) -> None:
    for regeling, gevraagd in (("drechtsteden", True), ("enschede", False)):
        hier = stad(regeling)
        pagina = tekst(in_(hier, "consulent"), pad(breng_tot(hier, "besluit"), "besluit/"))
        assert ("De regeling vraagt een laatste dag." in pagina) is gevraagd
        assert ("Leeg: er is geen vaste laatste dag." in pagina) is not gevraagd


def test_who_decides_and_who_signs_are_told_what_is_open_or_does_not_go_together(stad: Bouw) -> None:
    hier = stad("almelo")
    dossier = breng_tot(hier, "besluit")
    assert "geschil" not in tekst(in_(hier, "consulent"), pad(dossier, "besluit/"))
    begin = {"soort": "indicatie", "wederpartij": "de lokale Wmo", "begonnen_op": "2026-03-02", "waarover": "De vorm."}
    loop(hier, dossier, "geschil/", **begin, betaalt_intussen="deze regio")
    met_geschil = tekst(in_(hier, "consulent"), pad(dossier, "besluit/"))
    assert "Er loopt een geschil met de lokale Wmo." in met_geschil
    assert "Er is nog geen verslag van het onderzoek." in met_geschil
    with als(hier.als("consulent")):
        onderzoek = opgeschreven(dossier.inwoner, van=dossier.nummer)["onderzoek"]
        genoeg = {"lokale_voorziening": {"onderzocht": True, "volstaat": True}}
        schrijf_op(dossier.inwoner, "onderzoek", onderzoek | genoeg, van=dossier.nummer)
    assert "hulp in de eigen gemeente genoeg is" in tekst(in_(hier, "consulent"), pad(dossier, "besluit/"))
    nu = loop_de_weg(hier, vers(hier, dossier))
    bereid_besluit_voor(hier.als("consulent"), nu, toekenning(hier), versie=nu.versie, op=OP)
    assert "Er loopt een geschil met de lokale Wmo." in tekst(in_(hier, "teamleider"), pad(dossier, "ondertekenen/"))


def test_the_budget_is_judged_on_its_own_page_and_asked_for_in_the_decision(stad: Bouw) -> None:
    hier = stad("almelo")
    dossier = breng_tot(hier, "besluit")
    klant = in_(hier, "consulent")
    assert "Hoe krijgt de inwoner de hulp?" not in tekst(klant, pad(dossier, "besluit/"))
    alle = {"gevraagd": "ja", "zelf_beheren": "ja", "gemotiveerd": "ja", "kwaliteit": "nee"}
    antwoord = klant.post(pad(dossier, "pgb/"), alle | {"versie": dossier.versie})
    assert set(antwoord.context["formulier"].errors) == {"uitleg_kwaliteit"}
    pagina = doe(klant, pad(dossier, "pgb/"), versie=dossier.versie, **alle, uitleg_kwaliteit="De zus is geen hulp.")
    assert "De inwoner vraagt om een pgb" in pagina
    assert "De zus is geen hulp." in pagina
    dossier = vers(hier, dossier)
    velden = {"strekking": "toekenning", "vorm": "beschermd-wonen", "van": "2026-04-01", "motivering": "Dat is nodig."}
    adres = pad(dossier, "besluit/")
    antwoord = klant.post(adres, velden | {"versie": dossier.versie, "leveringsvorm": "pgb"})
    assert set(antwoord.context["formulier"].errors) == {"pgb_bedrag", "pgb_per", "pgb_doel", "pgb_voorwaarden"}
    doe(klant, adres, versie=dossier.versie, leveringsvorm="zin", **velden)
    assert "In natura. Een pgb is niet toegekend." in teken(hier, dossier)


@pytest.mark.bepaling("drechtsteden/resultaatgebieden")
def test_results_are_a_task_where_the_agreement_has_them(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "besluit")
    klant = in_(hier, "consulent")
    assert "Schrijf de resultaten op" in tekst(klant, pad(dossier))
    assert "Bijvoorbeeld: rekeningen op tijd betaald" in tekst(klant, pad(dossier, "resultaten/"))
    antwoord = klant.post(pad(dossier, "resultaten/"), {"versie": dossier.versie, "d0": "De huur is betaald."})
    assert antwoord.status_code == 303
    with als(hier.als("consulent")):
        from voordeur.toegang.queries import kijk

        assert kijk(vers(hier, dossier)).geschreven["resultaten"] == {"Financiën": "De huur is betaald."}


def test_the_page_before_the_signature_says_which_place_and_money_it_touches(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = wonend(hier)
    with override_settings(VOORDEUR_VANDAAG=date(2027, 1, 10)):
        velden = {"soort": "intrekking", "van": "2027-02-01", "grond": "b", "motivering": "U redt het zelf."}
        klant = in_(hier, "consulent")
        antwoord = klant.post(pad(dossier, "vervolg/"), velden | {"versie": dossier.versie})
        assert set(antwoord.context["formulier"].errors) == {"in_plaats_daarvan"}
        doe(klant, pad(dossier, "vervolg/"), versie=dossier.versie, **velden, in_plaats_daarvan="Hulp thuis.")
        pagina = tekst(in_(hier, "teamleider"), pad(dossier, "ondertekenen/"))
        assert "Dit verandert er na de handtekening" in pagina
        assert "Het verblijf in De Linde stopt. De laatste dag is 31 januari 2027." in pagina
        assert "Stoppen: intrekking" in teken(hier, dossier)


def test_months_before_the_end_it_is_a_task_and_on_the_list_until_something_follows(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = wonend(hier)
    klant = in_(hier, "consulent")
    assert "Er loopt niets af" in tekst(klant, "/dossiers/aflopend/")
    assert "Nog niet zover?" not in tekst(klant, pad(dossier))
    with override_settings(VOORDEUR_VANDAAG=date(2028, 1, 10)):
        assert "Besluit hoe het verdergaat na 31 maart 2028" in tekst(klant, pad(dossier))
        lijst = tekst(klant, "/dossiers/aflopend/?maanden=3")
        assert dossier.nummer in lijst
        assert "31 maart 2028" in lijst
        assert "Niets gevonden" in tekst(klant, "/dossiers/aflopend/?voorziening=MO")
        assert dossier.nummer not in tekst(klant, "/dossiers/aflopend/?maanden=1")
        formulier = klant.get(pad(dossier, "vervolg/?soort=overbrugging")).context["formulier"]
        assert (formulier.initial["soort"], formulier.initial["van"]) == ("overbrugging", date(2028, 4, 1))
        velden = {
            "soort": "overbrugging",
            "van": "2028-04-01",
            "tot": "2028-06-30",
            "motivering": "Wij zijn nog bezig.",
        }
        doe(klant, pad(dossier, "vervolg/"), versie=dossier.versie, **velden)
        assert "Er ligt een besluit klaar" in tekst(klant, "/dossiers/aflopend/?maanden=3")
        teken(hier, dossier)
        assert "30 juni 2028" in tekst(klant, "/dossiers/aflopend/")
    with override_settings(VOORDEUR_VANDAAG=date(2028, 7, 5)):
        assert "5 dagen te laat" in tekst(klant, "/dossiers/aflopend/")


def test_the_queue_holds_what_colleagues_prepared_and_nothing_of_ones_own(stad: Bouw) -> None:
    hier = stad("enschede")
    assert "Er ligt niets om te ondertekenen" in tekst(in_(hier, "teamleider"), "/dossiers/te-ondertekenen/")
    dossier = breng_tot(hier, "voorbereid")
    rij = tekst(in_(hier, "teamleider"), "/dossiers/te-ondertekenen/")
    assert pad(dossier, "ondertekenen/") in rij
    assert "Toekenning" in rij
    assert "Nog 14 dagen" in rij
    assert "Er ligt niets" in tekst(in_(hier, "consulent"), "/dossiers/te-ondertekenen/")
    assert "Er ligt niets" in tekst(in_(hier, "buur"), "/dossiers/te-ondertekenen/")
    assert in_(hier, "controller").get("/dossiers/te-ondertekenen/").status_code == 403


def test_an_objection_through_the_pages_until_the_new_decision(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    klant = in_(hier, "consulent")
    doe(klant, pad(dossier, "besluit/"), versie=dossier.versie, **AFWIJZING)
    assert "Leg een bezwaar vast" in teken(hier, dossier)
    dossier = vers(hier, dossier)
    nummer = voorstel_van(hier, dossier).nummer
    fout = klant.post(
        pad(dossier, "bezwaar/"),
        {"versie": dossier.versie, "besluit": nummer, "ontvangen_op": "2026-01-01", "gronden": "x", "_bevestig": "1"},
    )
    assert fout.status_code == 422
    assert fout.context["formulier"].errors["ontvangen_op"]
    with override_settings(VOORDEUR_VANDAAG=date(2026, 3, 20)):
        pagina = doe(
            klant,
            pad(dossier, "bezwaar/"),
            versie=dossier.versie,
            besluit=nummer,
            ontvangen_op="2026-03-20",
            gronden="Ik kan daar niet blijven.",
        )
        assert "Het bezwaar is vastgelegd. Het is op tijd." in pagina
        assert "Dan is er beslist op het bezwaar." in pagina
        assert "Ik kan daar niet blijven." in pagina
        with als(hier.als("consulent")):
            pk = Bezwaar.objects.get(dossier=dossier).pk
        stap = f"bezwaar/{pk}/"
        dossier = vers(hier, dossier)
        assert "Nodig de inwoner uit" in pagina
        doe(klant, pad(dossier, f"{stap}uitnodigen/"), versie=dossier.versie, dag="2026-04-01", waar="Stadhuis, 10 uur")
        dossier = vers(hier, dossier)
    with override_settings(VOORDEUR_VANDAAG=date(2026, 4, 2)):
        doe(
            klant,
            pad(dossier, f"{stap}horen/"),
            versie=dossier.versie,
            gehoord_op="2026-04-01",
            verslag="Zij vertelde.",
        )
        assert "Beslis op het bezwaar" not in tekst(in_(hier, "teamleider"), pad(dossier))
        dossier = vers(hier, dossier)
        ander = in_(hier, "consulent2")
        velden = {"uitkomst": "gegrond", "motivering": "De zus verhuist."}
        pagina = doe(ander, pad(dossier, f"{stap}beslissen/"), versie=dossier.versie, **velden)
        assert "Bereid nu het nieuwe besluit voor." in pagina
        assert "Bereid het besluit voor" in pagina
        dossier = vers(hier, dossier)
        toekennen = {"strekking": "toekenning", "vorm": "all-inclusive", "van": "2026-04-10", "motivering": "Nu wel."}
        doe(klant, pad(dossier, "besluit/"), versie=dossier.versie, **toekennen)
        pagina = teken(hier, dossier, "consulent2")
        assert "Toekennen: besluit op bezwaar" in pagina
        assert klant.get(pad(dossier, f"{stap}beslissen/")).status_code == 403


@pytest.mark.parametrize("stap", ["vervolg/", "bezwaar/", "pgb/", "resultaten/"])
def test_a_step_that_is_not_at_hand_says_so_and_strangers_find_nothing(stad: Bouw, stap: str) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding")
    assert in_(hier, "consulent").get(pad(dossier, stap)).status_code == 403
    assert in_(hier, "buur").get(pad(dossier, stap)).status_code == 404


def test_the_lists_ask_as_often_for_many_as_for_one(stad: Bouw) -> None:
    hier = stad("enschede")

    def vragen(klant: Client, adres: str) -> int:
        klant.get(adres)
        with CaptureQueriesContext(connection) as gevraagd:
            assert klant.get(adres).status_code == 200
        return len(gevraagd)

    klanten = {
        "/dossiers/te-ondertekenen/": in_(hier, "teamleider"),
        "/dossiers/aflopend/?maanden=12": in_(hier, "consulent"),
    }
    with override_settings(VOORDEUR_VANDAAG=date(2027, 10, 1)):
        for nummer in range(4):
            dossier = breng_tot(hier, "genomen")
            bereid_vervolg_voor(hier.als("consulent"), dossier, vervolg("verlenging"), versie=dossier.versie, op=BEGIN)
            if nummer == 0:
                eerst = {adres: vragen(klant, adres) for adres, klant in klanten.items()}
        assert {adres: vragen(klant, adres) for adres, klant in klanten.items()} == eerst
    assert EINDE.year == 2028
