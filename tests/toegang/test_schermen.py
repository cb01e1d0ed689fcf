"""The screens of the way in, as people use them: fill in, check, confirm, and see what happens next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from tests.database import vernietig
from tests.stad import Stad
from tests.toegang.weg import INSCHAALFEITEN, OP, breng_tot, loop_de_weg, vers
from voordeur.kern.actor import als
from voordeur.kern.models import Journaalregel
from voordeur.toegang.models import Document, Dossier
from voordeur.toegang.queries import besluiten

Bouw = Callable[[str], Stad]
TWEE = pytest.mark.parametrize("regeling", ["enschede", "drechtsteden"])


@pytest.fixture(autouse=True)
def _vandaag() -> Any:
    with override_settings(VOORDEUR_VANDAAG=OP):
        yield


def in_(stad: Stad, wie: str) -> Client:
    klant = Client()
    klant.force_login(stad.accounts[wie])
    return klant


def doe(klant: Client, pad: str, **velden: Any) -> str:
    """Fill in, check the answers, confirm; returns the page that follows."""
    controle = klant.post(pad, velden)
    assert controle.status_code == 200, controle.content.decode()
    assert "Controleer uw antwoorden" in controle.content.decode(), controle.content.decode()
    klaar = klant.post(pad, velden | {"_bevestig": "1"})
    assert klaar.status_code == 303, klaar.content.decode()
    return klant.get(klaar.headers["Location"]).content.decode()


def pad(dossier: Dossier, stap: str = "") -> str:
    return f"/dossiers/{dossier.nummer}/{stap}"


def melding_velden(stad: Stad, **anders: Any) -> dict[str, Any]:
    gewoon = {
        "college_code": stad.gemeente,
        "melder": "gemeente",
        "voorziening": "BW",
        "ontvangen_op": "2026-03-02",
        "aanhef": "mevrouw",
        "voornaam": "Sanne",
        "naam": "de Wit",
        "geboortedatum": "1994-03-04",
        "bsn": "123456782",
        "adres": "Lindelaan 12\n1234 AB Kleinbuurt",
        "reden": "Zij redt het niet alleen.",
    }
    return {naam: waarde for naam, waarde in (gewoon | anders).items() if waarde is not None}


def nieuwste_dossier(stad: Stad) -> Dossier:
    with als(stad.als("consulent")):
        return Dossier.objects.select_related("inwoner").latest("id")


@TWEE
def test_from_report_to_letter_through_the_pages(stad: Bouw, regeling: str) -> None:
    hier = stad(regeling)
    klant = in_(hier, "consulent")
    pagina = doe(klant, "/dossiers/nieuw/", **melding_velden(hier))
    assert "Bevestig de melding nu aan de inwoner." in pagina
    dossier = nieuwste_dossier(hier)

    assert "Lindelaan 12" in klant.get(pad(dossier, "bevestigen/")).content.decode()
    assert klant.post(pad(dossier, "bevestigen/"), {"versie": dossier.versie}).status_code == 303
    dossier = vers(hier, dossier)
    onderzoek = {"gesprek_op": "2026-03-02", "behoeften": "Een veilige plek.", "onderzocht": "ja", "volstaat": "nee"}
    onderzoek |= {"overgangsrecht": "nee"} if regeling == "enschede" else {}
    assert "Nu kan de inwoner een aanvraag doen." in doe(
        klant, pad(dossier, "onderzoek/"), versie=dossier.versie, afgerond="ja", **onderzoek
    )
    dossier = vers(hier, dossier)
    assert "De scores zijn bewaard." in doe(
        klant, pad(dossier, "zelfredzaamheid/"), versie=dossier.versie, **{f"d{nummer}": "3" for nummer in range(13)}
    )
    dossier = vers(hier, dossier)
    eerste = hier.regeling.toegang.vormen[0]
    antwoorden = {f"{eerste.id}/{nummer}": "ja" for nummer in range(1, len(eerste.criteria) + 1)}
    pagina = doe(klant, pad(dossier, "voorwaarden/"), versie=dossier.versie, **antwoorden)
    assert "Voorlopig: mevrouw De Wit komt in aanmerking voor beschermd wonen" in pagina
    if regeling == "drechtsteden":
        dossier = vers(hier, dossier)
        feiten = {naam: {True: "ja", False: "nee"}.get(w, w) for naam, w in INSCHAALFEITEN.items() if naam != "cluster"}
        pagina = doe(klant, pad(dossier, "inschaling/"), versie=dossier.versie, cluster=12, **feiten)
        assert "intramurale setting" in pagina
    dossier = vers(hier, dossier)
    stuk = {"stuk": "het getekende onderzoeksverslag", "getekend_op": "2026-03-02"}
    getekend = stuk if regeling == "drechtsteden" else {}
    doe(klant, pad(dossier, "aanvraag/"), versie=dossier.versie, ontvangen_op="2026-03-02", **getekend)
    dossier = loop_de_weg(hier, vers(hier, dossier))
    formulier = klant.get(pad(dossier, "besluit/")).context["formulier"].initial
    assert (formulier["strekking"], formulier["vorm"]) == ("toekenning", eerste.id)
    voorstel = {"strekking": "toekenning", "vorm": eerste.id, "van": "2026-04-01", "tot": "2028-03-31"}
    voorstel |= {"motivering": "U hebt dag en nacht toezicht nodig."}
    if regeling == "drechtsteden":
        voorstel |= {"arrangement": "tot-12-intramuraal", "zwaarte": "midden"}
    doe(klant, pad(dossier, "besluit/"), versie=dossier.versie, **voorstel)
    dossier = vers(hier, dossier)

    teamleider = in_(hier, "teamleider")
    assert "Consulent bereidde dit besluit voor." in teamleider.get(pad(dossier, "ondertekenen/")).content.decode()
    pagina = doe(teamleider, pad(dossier, "ondertekenen/"), versie=dossier.versie, keuze="teken")
    assert "Zoek nu een plek." in pagina
    with als(hier.als("consulent")):
        assert f"/verblijf/plaatsen/{besluiten(dossier).get().nummer}/" in pagina
    with als(hier.als("consulent")):
        brief = Document.objects.get(dossier=dossier, soort="besluit")
    pdf = klant.get(pad(dossier, f"document/{brief.pk}/"))
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")
    logboek = klant.get(pad(dossier, "journaal/")).content.decode()
    assert "Besluit genomen" in logboek
    assert "Document gelezen" in logboek


def test_what_does_not_fit_stands_at_its_field_and_nothing_typed_is_lost(stad: Bouw) -> None:
    hier = stad("enschede")
    fout = melding_velden(hier, bsn="123456789", geboortedatum=None, ontvangen_op="2026-03-03", melder="inwoner")
    antwoord = in_(hier, "consulent").post("/dossiers/nieuw/", fout)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    for zin in (
        "Dit BSN klopt niet. Kijk of er een cijfer verkeerd staat.",
        "Vul een datum in, of kies dat die niet bekend is.",
        "Vul een datum in tot en met vandaag.",
        "Maak een keuze.",
    ):
        assert tekst.count(zin) == 2, zin
    assert 'value="de Wit"' in tekst
    with als(hier.als("consulent")):
        assert not Dossier.objects.exists()


def test_a_birth_date_may_be_unknown_and_then_the_age_is_still_to_be_found_out(stad: Bouw) -> None:
    hier = stad("enschede")
    klant = in_(hier, "consulent")
    doe(klant, "/dossiers/nieuw/", **melding_velden(hier, geboortedatum=None, geboortedatum_onbekend="on"))
    tekst = klant.get(pad(nieuwste_dossier(hier))).content.decode()
    assert "De geboortedatum is niet bekend." in tekst
    assert "het is nog niet te zeggen of mevrouw De Wit in aanmerking komt" in tekst


def test_a_consulent_chooses_from_the_own_municipalities_and_a_provider_from_all(stad: Bouw) -> None:
    hier = stad("enschede")
    alle = set(hier.regeling.gemeenten_op(OP))

    def keuzes(wie: str) -> set[str]:
        formulier = in_(hier, wie).get("/dossiers/nieuw/").context["formulier"]
        return {waarde for waarde, _ in formulier.fields["college_code"].choices} - {"", "onbekend"}

    assert keuzes("lokaal") == {hier.gemeente}
    assert keuzes("consulent") == keuzes("aanbieder") == keuzes("opvang") == alle


def test_a_provider_that_the_agreement_does_not_name_reads_how_to_report(stad: Bouw) -> None:
    assert "noemt uw organisatie niet" in in_(stad("almelo"), "aanbieder").get("/dossiers/nieuw/").content.decode()
    assert (
        "noemt uw organisatie niet" not in in_(stad("enschede"), "aanbieder").get("/dossiers/nieuw/").content.decode()
    )


def test_a_provider_reports_and_then_sees_a_short_page(stad: Bouw) -> None:
    hier = stad("enschede")
    klant = in_(hier, "aanbieder")
    assert klant.get("/dossiers/nieuw/").context["formulier"].initial["melder"] == "zorgaanbieder"
    pagina = doe(klant, "/dossiers/nieuw/", **melding_velden(hier, melder="zorgaanbieder"))
    assert "Zij redt het niet alleen." in pagina
    assert "Hoe ver is het?" in pagina
    for verborgen in ("Waarom? Zo komt", "Documenten", "1994", "Lindelaan", "Nu te doen"):
        assert verborgen not in pagina
    dossier = nieuwste_dossier(hier)
    for stap in ("bevestigen/", "onderzoek/", "voorwaarden/", "besluit/", "ondertekenen/", "journaal/", "document/1/"):
        assert klant.get(pad(dossier, stap)).status_code == 403, stap
    with als(hier.als("consulent")):
        gelezen = Journaalregel.objects.filter(betreft=dossier.betreft, handeling="toegang.melding.inzien")
        assert gelezen.count() == 1


def test_a_supervisor_reads_and_does_nothing(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    klant = in_(hier, "toezichthouder")
    tekst = klant.get(pad(dossier)).content.decode()
    assert "U leest mee." in tekst
    assert "Leg het onderzoek vast" not in tekst
    assert klant.get(pad(dossier, "onderzoek/")).status_code == 403
    assert klant.get("/dossiers/nieuw/").status_code == 403
    with als(hier.als("consulent")):
        regel = Journaalregel.objects.get(betreft=dossier.betreft, uitslag="gelezen")
        assert regel.account == hier.accounts["toezichthouder"].pk


@pytest.mark.parametrize("stap", ["", "bevestigen/", "onderzoek/", "besluit/", "journaal/", "document/1/"])
def test_what_one_may_not_see_is_as_what_is_not_there(stad: Bouw, stap: str) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding")
    buur = in_(hier, "buur")
    vreemd, nergens = buur.get(pad(dossier, stap)), buur.get(f"/dossiers/2026-9999/{stap}")
    assert (vreemd.status_code, vreemd.content) == (404, nergens.content)


@pytest.mark.parametrize(
    "adres", ["/dossiers/", "/dossiers/nieuw/", "/dossiers/2026-0001/", "/dossiers/2026-0001/besluit/"]
)
def test_who_is_not_logged_in_is_led_to_the_door(stad: Bouw, adres: str) -> None:
    antwoord = Client().get(adres)
    assert antwoord.status_code == 302
    assert "login" in antwoord.headers["Location"] or "inloggen" in antwoord.headers["Location"]


def test_a_step_that_is_not_at_hand_says_so(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding")
    antwoord = in_(hier, "consulent").get(pad(dossier, "besluit/"))
    assert antwoord.status_code == 403
    assert "stap &#x27;melding&#x27;" in antwoord.content.decode()


def test_when_a_colleague_was_first_one_sees_what_and_loses_nothing(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    scores = {f"d{nummer}": "3" for nummer in range(13)}
    doe(in_(hier, "consulent2"), pad(dossier, "zelfredzaamheid/"), versie=dossier.versie, **scores)
    velden = {"versie": dossier.versie, "behoeften": "Rust en regelmaat.", "afgerond": "nee", "overgangsrecht": "nee"}
    klant = in_(hier, "consulent")
    antwoord = klant.post(pad(dossier, "onderzoek/"), velden | {"_bevestig": "1"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Zelfredzaamheid gescoord" in tekst
    assert "Consulent2 vulde de matrix in." in tekst
    assert "Rust en regelmaat." in tekst
    nieuw = antwoord.context["formulier"]["versie"].value()
    assert klant.post(pad(dossier, "onderzoek/"), velden | {"versie": nieuw, "_bevestig": "1"}).status_code == 303


def besluit_klaar(stad: Stad) -> tuple[Client, Dossier]:
    return in_(stad, "consulent"), breng_tot(stad, "besluit")


def test_departing_from_the_rules_asks_for_its_reason_at_the_field(stad: Bouw) -> None:
    klant, dossier = besluit_klaar(stad("enschede"))
    velden = {"versie": dossier.versie, "strekking": "afwijzing", "motivering": "x", "in_plaats_daarvan": "y"}
    antwoord = klant.post(pad(dossier, "besluit/"), velden | {"_bevestig": "1"})
    assert antwoord.status_code == 422
    assert antwoord.context["formulier"].errors["afwijking"]
    assert "U wijkt af van de uitkomst van de regels." in antwoord.content.decode()


def test_a_proposal_without_form_or_first_day_comes_back(stad: Bouw) -> None:
    klant, dossier = besluit_klaar(stad("drechtsteden"))
    velden = {"versie": dossier.versie, "strekking": "toekenning", "motivering": "x"}
    antwoord = klant.post(pad(dossier, "besluit/"), velden)
    assert antwoord.status_code == 422
    assert set(antwoord.context["formulier"].errors) == {"vorm", "arrangement", "van"}


def test_who_prepared_it_is_told_that_a_colleague_signs(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "voorbereid")
    klant = in_(hier, "consulent")
    assert "U bereidde dit besluit zelf voor." in klant.get(pad(dossier, "ondertekenen/")).content.decode()
    antwoord = klant.post(pad(dossier, "ondertekenen/"), {"versie": dossier.versie, "keuze": "teken", "_bevestig": "1"})
    assert antwoord.status_code == 403
    assert "Laat een collega dit doen." in antwoord.content.decode()
    logboek = in_(hier, "teamleider").get(pad(dossier, "journaal/")).content.decode()
    assert "Geweigerd" in logboek
    assert "Laat een collega dit doen." in logboek


def test_sending_back_asks_why_and_the_preparer_reads_it(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "voorbereid")
    klant = in_(hier, "teamleider")
    velden = {"versie": dossier.versie, "keuze": "terug"}
    assert klant.post(pad(dossier, "ondertekenen/"), velden).status_code == 422
    doe(klant, pad(dossier, "ondertekenen/"), **velden, reden="De einddatum klopt niet.")
    assert "De einddatum klopt niet." in in_(hier, "consulent").get(pad(dossier, "besluit/")).content.decode()


def test_an_agreement_without_criteria_shows_that_a_person_judges(stad: Bouw) -> None:
    hier = stad("ijsselvecht")
    dossier = breng_tot(hier, "besluit", melder="inwoner")
    klant = in_(hier, "consulent")
    for plek in ("", "besluit/"):
        tekst = klant.get(pad(dossier, plek)).content.decode()
        assert "deze regeling kent geen criteria voor beschermd wonen. U beslist op uw eigen oordeel." in tekst
    assert klant.get(pad(dossier, "voorwaarden/")).status_code == 403
    assert klant.get(pad(dossier, "inschaling/")).status_code == 403


def test_after_the_key_is_destroyed_the_dossier_shows_days_and_numbers_only(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "genomen")
    with als(hier.als("beheerder")):
        vernietig(hier.als("beheerder"), dossier.inwoner)
    klant = in_(hier, "consulent")
    tekst = klant.get(pad(dossier)).content.decode()
    assert "De gegevens van deze inwoner zijn vernietigd." in tekst
    assert "Wit" not in tekst
    with als(hier.als("consulent")):
        brief = Document.objects.get(dossier=dossier, soort="besluit")
    assert klant.get(pad(dossier, f"document/{brief.pk}/")).status_code == 410
    assert "Gegevens vernietigd" in klant.get("/dossiers/").content.decode()


def test_the_list_finds_by_number_and_step_and_says_when_there_is_nothing(stad: Bouw) -> None:
    hier = stad("enschede")
    klant = in_(hier, "consulent")
    assert "Er zijn nog geen dossiers" in klant.get("/dossiers/").content.decode()
    een, twee = breng_tot(hier, "melding"), breng_tot(hier, "besluit")

    def gevonden(**vraag: str) -> list[str]:
        return [regel["dossier"].nummer for regel in klant.get("/dossiers/", vraag).context["regels"]]

    assert gevonden() == [twee.nummer, een.nummer]
    assert gevonden(zoek=een.nummer) == [een.nummer] == gevonden(zoek="1")
    assert gevonden(stap="besluit") == [twee.nummer]
    assert "Niets gevonden" in klant.get("/dossiers/", {"zoek": "9999"}).content.decode()


def vragen(klant: Client, adres: str) -> int:
    with CaptureQueriesContext(connection) as gevraagd:
        assert klant.get(adres).status_code == 200
    return len(gevraagd)


def test_thirty_dossiers_ask_the_database_as_often_as_one(stad: Bouw) -> None:
    hier = stad("enschede")
    klant = in_(hier, "consulent")
    dossier = breng_tot(hier, "genomen")
    klant.get("/dossiers/")
    lijst, een = vragen(klant, "/dossiers/"), vragen(klant, pad(dossier))
    for _ in range(29):
        breng_tot(hier, "melding")
    for _ in range(5):
        klant.get(pad(dossier))
    assert vragen(klant, "/dossiers/") == lijst
    assert vragen(klant, pad(dossier)) == een


def test_a_day_of_another_century_is_a_slip_of_the_keyboard(stad: Bouw) -> None:
    hier = stad("enschede")
    fout = melding_velden(hier, geboortedatum="1800-01-01", ontvangen_op="1800-01-01")
    antwoord = in_(hier, "consulent").post("/dossiers/nieuw/", fout)
    assert antwoord.status_code == 422
    for zin in ("Deze dag is meer dan een jaar geleden.", "Dit is meer dan 120 jaar geleden."):
        assert antwoord.content.decode().count(zin) == 2, zin


def test_an_error_that_comes_more_than_once_says_of_which_question_it_is(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    antwoord = in_(hier, "consulent").post(pad(dossier, "zelfredzaamheid/"), {"versie": dossier.versie})
    assert antwoord.status_code == 422
    assert "Huisvesting: maak een keuze." in antwoord.content.decode()


def test_a_page_that_is_refused_leads_back_to_the_dossier(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding")
    antwoord = in_(hier, "consulent").get(pad(dossier, "besluit/"))
    assert f'href="{pad(dossier)}">Ga terug' in antwoord.content.decode()
