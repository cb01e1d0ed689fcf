"""The screens of the reports: who sees what, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.stad import Stad
from tests.verantwoording.bewoners import besluit, bewoner, in_de, in_dienst, kosten, melding
from voordeur.kern.actor import Rol
from voordeur.verantwoording.actions import BijKwartaal, stel_kwartaalrapportage_vast
from voordeur.verantwoording.models import Kwartaalrapportage

LIJST, Q1 = "/verantwoording/", "/verantwoording/2026/1/"
VASTSTELLEN, CSV = f"{Q1}vaststellen/", f"{Q1}cijfers.csv"
NA_Q1, IN_Q1 = date(2026, 4, 10), date(2026, 2, 3)
LEZERS = ("controller", "bestuurder", "teamleider", "toezichthouder", "contractbeheerder")
ANDEREN = ("consulent", "aanbieder", "opvang", "beheerder")


@pytest.fixture(autouse=True)
def dag(op: Any) -> Any:
    with op(NA_Q1):
        yield


def stel_vast(stad: Stad) -> None:
    stel_kwartaalrapportage_vast(stad.als("controller"), BijKwartaal(stad.centrum, 2026, 1), op=NA_Q1)


def tekst(antwoord: Any) -> str:
    return " ".join(antwoord.content.decode().split())


@pytest.mark.parametrize("wie", LEZERS)
@pytest.mark.parametrize("adres", [LIJST, Q1, CSV])
def test_who_leads_or_checks_reads_the_reports(regio_: Stad, opent: Any, wie: str, adres: str) -> None:
    assert opent(regio_, wie).get(adres).status_code == 200


@pytest.mark.parametrize("wie", ANDEREN)
@pytest.mark.parametrize("adres", [LIJST, Q1, CSV, VASTSTELLEN])
def test_other_roles_do_not(regio_: Stad, opent: Any, wie: str, adres: str) -> None:
    assert opent(regio_, wie).get(adres).status_code == 403


@pytest.mark.parametrize("wie", ["teamleider", "toezichthouder", "contractbeheerder"])
def test_who_only_reads_does_not_set(regio_: Stad, opent: Any, wie: str) -> None:
    assert opent(regio_, wie).get(VASTSTELLEN).status_code == 403
    assert "Stel de cijfers vast" not in tekst(opent(regio_, wie).get(Q1))


def test_the_list_says_by_when_and_why_and_what_is_late(regio_: Stad, opent: Any, op: Any) -> None:
    pagina = tekst(opent(regio_, "controller").get(LIJST))
    assert "Eerste kwartaal van 2026" in pagina
    assert "Uiterlijk 30 april 2026" in pagina
    assert "Nog 20 dagen" in pagina
    assert "Loopt nog" in pagina
    assert "artikel 6" in pagina
    assert "4 rapportages zijn te laat" in pagina
    stel_vast(regio_)
    with op(date(2026, 5, 2)):
        pagina = tekst(opent(regio_, "controller").get(LIJST))
    assert "Vastgesteld op 10 april 2026" in pagina


def test_where_the_agreement_asks_for_none_the_list_says_so(stad: Callable[[str], Stad], opent: Any) -> None:
    pagina = tekst(opent(stad("ijsselvecht"), "controller").get(LIJST))
    assert "Geen afgesproken dag" in pagina
    assert "De regeling vraagt geen rapportage over een kwartaal." in pagina
    assert "Wel gevraagd, elk halfjaar: Financiële gegevens voor het overleg." in pagina
    assert "Geen rapportage is te laat." in pagina


@pytest.mark.parametrize("id_", ["almelo", "boce", "drechtsteden", "ijsselvecht"])
def test_every_region_has_its_pages(stad: Callable[[str], Stad], opent: Any, id_: str) -> None:
    regio_ = stad(id_)
    bewoner(regio_, IN_Q1)
    for adres in (LIJST, Q1, VASTSTELLEN):
        assert opent(regio_, "controller").get(adres).status_code == 200


def test_the_page_of_a_quarter_starts_with_what_happened(regio_: Stad, opent: Any) -> None:
    bewoner(regio_, date(2025, 12, 1))
    bewoner(regio_, IN_Q1)
    bewoner(regio_, IN_Q1, date(2026, 3, 1), gemeente=regio_.andere_gemeente)
    kosten(regio_, regio_.gemeente, Decimal("1234.50"), IN_Q1)
    pagina = tekst(opent(regio_, "controller").get(Q1))
    assert "Aan het eind woonden er 2 mensen beschermd, 1 meer dan ervoor." in pagina
    assert "In dit kwartaal kwamen er 2 mensen bij. Er ging er 1 weg." in pagina
    assert "voorlopig" in pagina
    assert "<polygon" in pagina
    assert "€\u00a01.234,50" in pagina or "€ 1.234,50" in pagina
    assert "Hoe tellen wij dit?" in pagina


def test_of_a_quarter_that_runs_the_page_says_now(regio_: Stad, opent: Any) -> None:
    bewoner(regio_, IN_Q1)
    assert "Nu woont er 1 mens beschermd, evenveel als ervoor." in tekst(
        opent(regio_, "controller").get("/verantwoording/2026/2/")
    )


@pytest.mark.parametrize("pad", ["2026/0/", "2026/5/", "2026/3/", "1/1/", "99999/1/"])
def test_a_quarter_that_is_not_there_or_not_yet_is_not_found(regio_: Stad, opent: Any, pad: str) -> None:
    assert opent(regio_, "controller").get(f"/verantwoording/{pad}").status_code == 404


def test_a_local_municipality_sees_nothing_until_it_is_set_and_then_all_of_it(regio_: Stad, opent: Any) -> None:
    bewoner(regio_, IN_Q1)
    in_dienst(regio_, "lokale_controller", Rol.CONTROLLER, regio_.andere_gemeente)
    lokaal = opent(regio_, "lokale_controller")
    pagina = tekst(lokaal.get(Q1))
    assert "nog niet vastgesteld" in pagina
    assert "U ziet alleen de dossiers van uw eigen gemeente." in pagina
    assert "Mensen per gemeente" not in pagina
    assert lokaal.get(CSV).status_code == 404
    assert lokaal.get(VASTSTELLEN).status_code == 403
    stel_vast(regio_)
    pagina = tekst(lokaal.get(Q1))
    assert "Aan het eind woonde er 1 mens beschermd" in pagina
    assert "Het kwartaal ervoor is nog niet vastgesteld." in pagina
    assert lokaal.get(CSV).status_code == 200


def test_setting_it_is_looking_checking_and_confirming(regio_: Stad, opent: Any) -> None:
    bewoner(regio_, IN_Q1)
    controller = opent(regio_, "controller")
    assert VASTSTELLEN in tekst(controller.get(Q1))
    eerst = controller.get(VASTSTELLEN)
    assert "Mensen per gemeente" in tekst(eerst)
    velden = {"gezien": eerst.context["formulier"].nu, "nagekeken": "on"}
    assert "Controleer uw antwoorden" in tekst(controller.post(VASTSTELLEN, velden))
    klaar = controller.post(VASTSTELLEN, velden | {"_bevestig": "1"}, follow=True)
    assert klaar.redirect_chain[0][0] == Q1
    assert "De cijfers van het eerste kwartaal van 2026 zijn vastgesteld." in tekst(klaar)
    assert "Stel de cijfers vast" not in tekst(klaar)
    with in_de(regio_):
        assert Kwartaalrapportage.objects.count() == 1
    assert "al vastgesteld" in tekst(controller.get(VASTSTELLEN))


def test_without_looking_nothing_is_set(regio_: Stad, opent: Any) -> None:
    antwoord = opent(regio_, "controller").post(VASTSTELLEN, {"gezien": "x", "_bevestig": "1"})
    assert antwoord.status_code == 422
    assert "Kijk de cijfers na en zet dan het vinkje." in tekst(antwoord)


def test_figures_that_changed_after_looking_are_shown_again(regio_: Stad, opent: Any) -> None:
    controller = opent(regio_, "controller")
    velden = {"gezien": controller.get(VASTSTELLEN).context["formulier"].nu, "nagekeken": "on", "_bevestig": "1"}
    bewoner(regio_, IN_Q1)
    antwoord = controller.post(VASTSTELLEN, velden)
    assert antwoord.status_code == 422
    assert "De cijfers zijn intussen veranderd." in tekst(antwoord)
    opnieuw = velden | {"gezien": antwoord.context["formulier"].nu}
    assert controller.post(VASTSTELLEN, opnieuw).status_code == 302


def test_a_quarter_that_runs_cannot_be_set(regio_: Stad, opent: Any) -> None:
    antwoord = opent(regio_, "controller").get("/verantwoording/2026/2/vaststellen/")
    assert antwoord.status_code == 403
    assert "loopt tot en met 30 juni 2026" in tekst(antwoord)


def test_the_file_is_a_download_that_a_spreadsheet_reads(regio_: Stad, opent: Any) -> None:
    bewoner(regio_, IN_Q1)
    antwoord = opent(regio_, "controller").get(CSV)
    assert antwoord.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert antwoord.headers["Content-Disposition"] == ('attachment; filename="kwartaalrapportage-2026-1-voorlopig.csv"')
    assert antwoord.content.decode().startswith("\ufeffgemeente;code;meldingen")
    assert "voorlopig op 10 april 2026" in antwoord.content.decode()


@pytest.mark.parametrize("adres", [LIJST, Q1])
def test_the_number_of_queries_does_not_grow(regio_: Stad, opent: Any, adres: str) -> None:
    bewoner(regio_, IN_Q1)
    controller = opent(regio_, "controller")
    controller.get(adres)
    with CaptureQueriesContext(connection) as weinig:
        controller.get(adres)
    for _ in range(4):
        bewoner(regio_, IN_Q1, gemeente=regio_.andere_gemeente)
        besluit(melding(regio_, IN_Q1), regio_, IN_Q1, strekking="afwijzing")
        kosten(regio_, regio_.gemeente, Decimal("5.00"), IN_Q1)
    with CaptureQueriesContext(connection) as veel:
        controller.get(adres)
    assert len(weinig) == len(veel)
