"""The way in by an agreement where a foundation advises and the signed advice is the application."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.stad import Stad
from tests.toegang.opweg import OP, begin
from tests.toegang.weg import vers
from voordeur.kern.actor import als
from voordeur.toegang.models import Klok

Bouw = Callable[[str], Stad]
DAG = OP.isoformat()
ADVIES = {"op": DAG, "besproken": "De stichting adviseert beschermd wonen.", "uitkomst": "beschermd wonen past"}


@pytest.mark.bepaling("boce/toegang-sdt")
def test_the_signed_advice_is_the_application_and_the_municipality_decides(stad: Bouw) -> None:
    hier = stad("boce")
    weg = begin(hier, melder="inwoner")
    weg.bevestig()
    assert "Stichting De Toegang" in weg.zie()
    assert "die dag is voorbij" in weg.zie()
    weg.onderzoek()
    assert "De aanvraag is het getekende advies." in weg.zie("aanvraag/")
    te_laat = weg.probeer("aanvraag/", ontvangen_op=DAG, getekend_op="2026-03-03")
    assert te_laat.status_code == 422
    assert "Vul een dag in vanaf de melding tot en met de aanvraag." in te_laat.content.decode()
    weg.doe("aanvraag/", ontvangen_op=DAG, getekend_op=DAG)
    assert weg.probeer("besluit/", **weg.voorstel | {"vorm": "bw"}).status_code == 422
    vorm = next(deel.id for deel in hier.regeling.producten if deel.voorziening == "BW")
    geweigerd = weg.probeer("besluit/", **weg.voorstel | {"vorm": vorm})
    assert "Eerst moet dit nog: De Toegang geeft een advies." in geweigerd.content.decode()
    weg.doe("stap/advies/vragen/", tekst="Wat is uw advies?")
    weg.doe("stap/advies/", **ADVIES)
    weg.doe("besluit/", **weg.voorstel | {"vorm": vorm})
    weg.onderteken()
    assert weg.brief_zegt("U krijgt beschermd wonen vanaf 1 april 2026")
    assert set(weg.klokken()) == {"bezwaar"}


def test_going_on_without_the_advice_gives_its_reason_in_the_letter(stad: Bouw) -> None:
    hier = stad("boce")
    weg = begin(hier, melder="inwoner")
    weg.bevestig()
    weg.onderzoek()
    weg.doe("aanvraag/", ontvangen_op=DAG, getekend_op=DAG)
    assert "stap/advies/zonder/" in weg.zie("stap/advies/")
    leeg = weg.probeer("stap/advies/zonder/", reden="")
    assert leeg.status_code == 422
    weg.doe("stap/advies/zonder/", reden="De stichting doet dit werk niet meer.")
    vorm = next(deel.id for deel in hier.regeling.producten if deel.voorziening == "BW")
    weg.doe("besluit/", **weg.voorstel | {"vorm": vorm})
    weg.onderteken()
    assert weg.brief_zegt("De reden: De stichting doet dit werk niet meer.")


@pytest.mark.bepaling("boce/wlz-overgang")
def test_while_the_ciz_has_not_decided_the_indication_may_go_on(stad: Bouw) -> None:
    hier = stad("boce")
    weg = begin(hier, melder="inwoner")
    weg.bevestig()
    antwoorden = {"eis_wmo_indicatie": "ja", "eis_wlz_aangevraagd": "ja", "eis_ciz_nog_bezig": "ja"}
    weg.doe("bijzonder/wlz_verlenging/", toelichting="Aangevraagd in februari.", **antwoorden)
    pagina = weg.zie()
    assert "Verlenging van de Wmo-indicatie in afwachting van de Wlz: alles wat nodig is, is er." in pagina
    assert "Vraag na of het CIZ heeft besloten" in pagina
    weg.doe("bijzonder/wlz_verlenging/", toelichting="Besloten.", **antwoorden | {"eis_ciz_nog_bezig": "nee"})
    assert "Vraag na of het CIZ heeft besloten" not in weg.zie()


@pytest.mark.bepaling("boce/woonplaats")
def test_an_unknown_residence_goes_to_the_centre_and_then_to_the_municipality_that_was_found(stad: Bouw) -> None:
    hier = stad("boce")
    weg = begin(hier, melder="inwoner", college_code="onbekend")
    assert weg.dossier.college_code == hier.centrum
    pagina = weg.zie()
    assert "De woonplaats is nog niet bekend." in pagina
    assert "de gemeente zelf, met een aanvulling uit het landelijke budget" in pagina
    weg.doe("woonplaats/", gemeente=hier.gemeente, toelichting="Uit de Basisregistratie Personen.")
    nu = vers(hier, weg.dossier)
    assert nu.college_code == hier.gemeente
    with als(hier.als("lokaal")):
        assert set(Klok.objects.filter(dossier=nu).values_list("college_code", flat=True)) == {hier.gemeente}
    assert "De woonplaats is nog niet bekend." not in weg.zie(wie="lokaal")


@pytest.mark.bepaling("boce/buitenregio-betaling")
def test_a_place_outside_the_region_needs_its_reasons_and_says_who_pays(stad: Bouw) -> None:
    hier = stad("boce")
    weg = begin(hier, melder="inwoner")
    weg.bevestig()
    redenen = {"eis_beste_plek": "ja", "eis_motivering": "ja", "eis_overleg": ""}
    weg.doe("bijzonder/plaatsing_buiten_regio/", toelichting="Heel specifiek aanbod.", **redenen)
    assert "Wie betaalt?" not in weg.zie()
    weg.doe("bijzonder/plaatsing_buiten_regio/", toelichting="Overlegd.", **redenen | {"eis_overleg": "ja"})
    pagina = weg.zie()
    assert "een eigen cliënt op een plek buiten de regio betaalt op 2 maart 2026: gemeente van herkomst." in pagina
