"""The screens of the clocks, as people use them: each action by its page, the list of terms, and its calendar file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from tests.stad import Stad
from tests.toegang.test_klokken import klok_van, schort_op
from tests.toegang.test_klokken_begin import betwist
from tests.toegang.test_klokken_bewaking import ontvouw
from tests.toegang.test_klokken_dwangsom import stel_in_gebreke
from tests.toegang.test_schermen import doe, in_, pad
from tests.toegang.weg import IDENTITEIT, breng_tot, vers
from voordeur.kern.actor import als
from voordeur.toegang.actions.bewaking import bewaak
from voordeur.toegang.models import Dossier

Bouw = Callable[[str], Stad]


@pytest.fixture(autouse=True)
def _vandaag() -> Any:
    with override_settings(VOORDEUR_VANDAAG=date(2026, 3, 4)):
        yield


def op(dag: date) -> Any:
    return override_settings(VOORDEUR_VANDAAG=dag)


def termijn(dossier: Dossier, deel: str, soort: str = "besluit") -> str:
    return pad(dossier, f"termijn/{soort}/{deel}/")


def velden(stad: Stad, dossier: Dossier, **anders: Any) -> dict[str, Any]:
    return {"versie": vers(stad, dossier).versie} | anders


def test_suspended_and_resumed_through_the_pages_with_the_sum_on_the_dossier(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    klant = in_(hier, "consulent")
    assert termijn(dossier, "opschorten") in klant.get(pad(dossier)).content.decode()
    vraag = {"grond": "aanvulling", "gevraagd": "een kopie\n- de beschikking", "reden": "", "tot": "2026-03-18"}
    pagina = doe(klant, termijn(dossier, "opschorten"), **velden(hier, dossier, **vraag))
    assert "De termijn staat stil vanaf morgen." in pagina
    assert "staat stil van 5 maart 2026 tot en met 17 maart 2026, 13 dagen." in pagina
    assert "Gevraagd: een kopie; de beschikking." in pagina
    assert "artikel 4:15 lid 1" in pagina
    assert "Bekijk de brief" in pagina
    with op(date(2026, 3, 11)):
        pagina = doe(klant, termijn(dossier, "hervatten"), **velden(hier, dossier, vanaf="2026-03-11"))
    assert "2 weken + 6 dagen opschorting, schuift van zondag naar maandag." in pagina
    assert "23 maart 2026" in pagina


def test_postponed_and_told_through_the_pages(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    klant = in_(hier, "consulent")
    uitstel = {"grond": "instemming", "door": "de mentor", "ingestemd_op": "2026-03-03", "nieuw": "2026-03-20"}
    pagina = doe(klant, termijn(dossier, "uitstel"), **velden(hier, dossier, **uitstel, reden="De arts is weg."))
    assert "2 weken + 4 dagen uitstel" in pagina
    assert "Ingestemd door: de mentor, op 3 maart 2026." in pagina
    pagina = doe(klant, termijn(dossier, "bericht"), **velden(hier, dossier, nieuw="2026-03-25", reden="Te druk."))
    assert "De inwoner weet dat het later wordt: 25 maart 2026. De termijn verandert niet." in pagina


FOUT: list[tuple[str, dict[str, str], str]] = [
    ("opschorten", {"grond": "aanvulling", "tot": "2026-03-18"}, "Vul dit in: het komt in de brief."),
    ("opschorten", {"grond": "overmacht", "tot": "2026-03-18"}, "Vul dit in: het komt in de brief."),
    ("opschorten", {"grond": "aanvulling", "gevraagd": "x", "tot": "2026-03-04"}, "Vul een datum in na vandaag"),
    ("uitstel", {"grond": "instemming", "nieuw": "2026-03-20", "reden": "x"}, "Schrijf op wie heeft ingestemd."),
    ("uitstel", {"grond": "x", "nieuw": "2026-03-20", "reden": "x"}, "Maak een keuze."),
    ("bericht", {"nieuw": "2026-03-10", "reden": "x"}, "Kies een dag na 16 maart 2026."),
    ("begin", {"begin": "2026-03-02", "door": "zij", "reden": "x"}, "Op deze dag begon de termijn al."),
    ("ingebrekestelling", {"ontvangen_op": "2026-03-05"}, "Vul een datum in tot en met vandaag."),
    ("ingebrekestelling", {"ontvangen_op": "0001-01-01"}, "Vul een datum in tot en met vandaag."),
]


def test_a_wrong_answer_is_told_at_its_field_and_nothing_is_lost(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    klant = in_(hier, "consulent")
    for deel, antwoorden, fout in FOUT:
        antwoord = klant.post(termijn(dossier, deel), velden(hier, dossier, **antwoorden, _bevestig="1"))
        tekst = antwoord.content.decode()
        assert (antwoord.status_code, fout in tekst) == (422, True), (deel, antwoorden)
        assert all(f'value="{waarde}"' in tekst or waarde in tekst for waarde in antwoorden.values()), antwoorden


def test_a_term_that_is_not_there_and_one_that_the_law_does_not_stop_are_refused_in_words(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "genomen")
    klant = in_(hier, "consulent")
    for adres, zin in (
        (termijn(dossier, "opschorten"), "Deze termijn loopt niet in dit dossier."),
        (termijn(dossier, "opschorten", "bezwaar"), "De wet laat deze termijn niet stilstaan."),
        (termijn(dossier, "uitstel", "bezwaar"), "Voor deze termijn is geen uitstel mogelijk."),
        (termijn(dossier, "bericht", "bezwaar"), "Dit bericht hoort alleen bij een besluit."),
    ):
        antwoord = klant.get(adres)
        assert (antwoord.status_code, zin in antwoord.content.decode()) == (403, True), adres


def test_a_colleague_who_was_first_is_shown(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    oud = vers(hier, dossier).versie
    schort_op(hier, dossier)
    antwoord = in_(hier, "consulent2").post(
        termijn(dossier, "bericht"), {"versie": oud, "nieuw": "2026-03-30", "reden": "druk", "_bevestig": "1"}
    )
    assert antwoord.status_code == 409
    assert "Termijn opgeschort" in antwoord.content.decode()


def test_a_notice_and_its_penalty_stand_on_the_dossier_day_by_day(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    klant = in_(hier, "consulent")
    with op(date(2026, 3, 17)):
        pagina = doe(klant, termijn(dossier, "ingebrekestelling"), **velden(hier, dossier, ontvangen_op="2026-03-17"))
        assert "Zonder besluit begint de dwangsom op 1 april 2026." in pagina
        assert "De dwangsom begint op 1 april 2026. Een besluit voor die dag kost niets." in pagina
    with op(date(2026, 4, 3)):
        pagina = klant.get(pad(dossier)).content.decode()
        assert "€\u00a046,00" in pagina
        assert "2 april 2026" in pagina
    with op(date(2026, 5, 13)):
        assert "Stel de dwangsom vast" in klant.get(pad(dossier)).content.decode()
        assert "vastgesteld op €\u00a01.442,00" in doe(klant, termijn(dossier, "dwangsom"), **velden(hier, dossier))


def test_a_notice_that_came_too_early_says_so(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    pagina = doe(
        in_(hier, "consulent"),
        termijn(dossier, "ingebrekestelling"),
        **velden(hier, dossier, ontvangen_op="2026-03-04"),
    )
    assert "De brief kwam te vroeg en heeft geen gevolg." in pagina
    assert "Te vroeg" in pagina


def test_the_team_leader_gets_the_contested_start_as_a_task(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    velden_ = velden(hier, dossier, begin="2026-02-20", door="de inwoner", reden="Zij mailde.", startstuk="")
    assert "De teamleider beslist." in doe(in_(hier, "consulent"), termijn(dossier, "begin"), **velden_)
    taak = "Beslis over de begindatum"
    assert taak not in in_(hier, "consulent").get(pad(dossier)).content.decode()
    leider = in_(hier, "teamleider")
    assert taak in leider.get(pad(dossier)).content.decode()
    assert "Reden: Zij mailde." in leider.get(termijn(dossier, "begin/beslissen")).content.decode()
    pagina = doe(leider, termijn(dossier, "begin/beslissen"), **velden(hier, dossier, toegewezen="ja", reden="Klopt."))
    assert "Eerst was het begin 2 maart 2026 en de laatste dag 16 maart 2026." in pagina
    assert in_(hier, "consulent").get(termijn(dossier, "begin/beslissen")).status_code == 403


def test_the_list_has_what_is_late_first_and_by_week(stad: Bouw) -> None:
    hier = stad("enschede")
    laat = breng_tot(hier, "besluit")
    breng_tot(hier, "onderzoek")
    breng_tot(hier, "melding")
    bewaak(hier.regio, date(2026, 3, 18))
    with op(date(2026, 3, 18)):
        klant = in_(hier, "consulent")
        pagina = klant.get("/dossiers/termijnen/").content.decode()
        koppen = [deel.split("</h2>")[0].split(">")[-1] for deel in pagina.split('id="h-week-')[1:]]
        assert koppen == ["Te laat", "Week van 13 april 2026"]
        assert "Gemeld bij de teamleider op 18 maart 2026" in pagina
        assert "2 dagen te laat" in pagina
        assert laat.nummer in pagina
        assert "nog niemand" not in pagina
        assert "nog niemand" in klant.get("/dossiers/termijnen/?wie=team").content.decode()
        soort = klant.get("/dossiers/termijnen/?wie=team&soort=besluit").content.decode()
        assert "1 termijn loopt" in soort
        assert "Niets gevonden" in klant.get("/dossiers/termijnen/?soort=x").content.decode()
        assert "loopt geen termijn" in in_(hier, "consulent2").get("/dossiers/termijnen/").content.decode()
        leider = in_(hier, "teamleider")
        assert "3 termijnen lopen" in leider.get("/dossiers/termijnen/").content.decode()
        assert "loopt geen termijn" in leider.get("/dossiers/termijnen/?wie=mijn").content.decode()
        assert "3 termijnen lopen" in in_(hier, "toezichthouder").get("/dossiers/termijnen/").content.decode()
        assert laat.nummer not in in_(hier, "buur").get("/dossiers/termijnen/?wie=team").content.decode()


def test_the_calendar_file_names_cases_by_number_only(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    antwoord = in_(hier, "consulent").get("/dossiers/termijnen/agenda.ics")
    assert antwoord.headers["Content-Type"] == "text/calendar; charset=utf-8"
    tekst = antwoord.content.decode()
    gelezen = dict(ontvouw(tekst))
    assert gelezen["SUMMARY"] == f"{dossier.nummer}: Besluit op een aanvraag"
    assert gelezen["DTSTART;VALUE=DATE"] == "20260316"
    assert gelezen["UID"] == f"klok-{klok_van(hier, dossier).pk}@{hier.regio}.voordeur"
    for woord in (IDENTITEIT["naam"], IDENTITEIT["voornaam"], "mevrouw", "Consulent", "Kleinbuurt"):
        assert woord not in tekst
    schort_op(hier, dossier)
    opnieuw = dict(ontvouw(in_(hier, "consulent").get("/dossiers/termijnen/agenda.ics").content.decode()))
    assert opnieuw["UID"] == gelezen["UID"]
    assert opnieuw["DTSTART;VALUE=DATE"] == "20260330"


def test_the_list_asks_the_database_as_often_for_one_as_for_many(stad: Bouw) -> None:
    hier = stad("enschede")
    klant = in_(hier, "consulent")

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gevraagd:
            assert klant.get("/dossiers/termijnen/?wie=team").status_code == 200
        return len(gevraagd)

    breng_tot(hier, "besluit")
    vragen()
    een = vragen()
    for _ in range(3):
        schort_op(hier, breng_tot(hier, "besluit"))
    assert vragen() == een


def test_who_looks_on_sees_the_sum_and_no_actions(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    betwist(hier, dossier)
    stel_in_gebreke(hier, dossier, date(2026, 3, 17))
    with op(date(2026, 3, 20)):
        pagina = in_(hier, "toezichthouder").get(pad(dossier)).content.decode()
    assert "De begindatum is betwist op 9 maart 2026." in pagina
    assert "2 weken." in pagina
    assert "/termijn/besluit/" not in pagina
    with als(hier.als("consulent")):
        assert klok_van(hier, dossier).betwist_op == date(2026, 3, 9)
