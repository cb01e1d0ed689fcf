"""The pages of moving in: from template to what was read in, by two people, without JavaScript."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from tests.beheer.inlezen.opzet import OP, aangeboden, alles_van, als_csv, bestanden, bsn, getoetst, lees_in
from tests.stad import Stad
from tests.web.wereld import klant
from voordeur.beheer.inlezen.soorten import SOORTEN
from voordeur.beheer.inlezen.uitvoeren import neem_terug, toets_set, voer_uit
from voordeur.beheer.models import Inleesbestand, Inleesset
from voordeur.kern.actor import als
from voordeur.kern.models import Aanstelling
from voordeur.toegang.models import Besluit, Dossier
from voordeur.toegang.queries import kijk
from voordeur.web.klok import vandaag
from voordeur.web.mijn.besluitbeeld import besluitbeeld
from voordeur.web.tellen import aantallen

pytestmark = pytest.mark.traag


def test_from_files_to_what_was_read_in_by_two_people(enschede: Stad) -> None:
    beheerder, controller = klant(enschede, "beheerder"), klant(enschede, "controller")
    adres = beheerder.post("/beheer/inlezen/nieuw/").url
    tabellen = bestanden(enschede)
    tabellen["inwoners"][1]["bsn"] = "123456789"
    # all at once: by their name, and else by their headings
    namen = {soort: f"../{soort}-2026.csv" for soort in tabellen} | {"plekken": "export 7.csv"}
    inhoud = {namen[soort]: als_csv(rijen) for soort, rijen in tabellen.items()}
    assert beheerder.post(f"{adres}bestand/", stuur(inhoud)).url == adres
    assert "export 7.csv" in beheerder.get(adres).content.decode()
    beheerder.post(f"{adres}toetsen/", {"ja": "1"})
    assert 'http-equiv="refresh"' in beheerder.get(adres).content.decode()
    with alles_van(enschede):
        deze = Inleesset.objects.get()
    vraagt_hoever = {"HTTP_HX_REQUEST": "true"}
    assert 'id="voortgang"' in beheerder.get(adres, **vraagt_hoever).content.decode()
    toets_set(enschede.regio, deze.pk, vandaag())
    assert beheerder.get(adres, **vraagt_hoever).headers["HX-Refresh"] == "true"
    pagina = beheerder.get(adres).content.decode()
    assert "Dit BSN klopt niet. Kijk of er een cijfer verkeerd staat." in pagina
    assert "Inwoners, rij 3, bsn" in pagina
    assert "Er staat: eindigt op 789" in pagina
    assert "Rij 3 van inwoners heeft een fout. Daardoor ook: besluiten rij 3, plaatsingen rij 3." in pagina
    assert f'nl-button--secondary" href="{adres}aanbieden/"' in pagina
    assert beheerder.get(f"{adres}fouten/").content.decode().startswith("\ufeffbestand;rij;veld;wat er staat")
    assert beheerder.post(f"{adres}aanbieden/", {"regels": "alles"}).status_code == 422
    assert beheerder.post(f"{adres}aanbieden/", {"regels": "goede"}).url == adres
    assert beheerder.get(f"{adres}uitvoeren/").status_code == 403
    # who can agree reads it in the work list and in the menu; who offered it does not
    werk = controller.get("/werk/").content.decode()
    assert f'href="{adres}">Inlezen</a>' in werk
    assert "Wacht op uw akkoord" not in klant(enschede, "contractbeheerder").get("/werk/").content.decode()
    with als(enschede.als("teamleider")) as teamleider:
        assert aantallen(teamleider, vandaag())["beheer:inlezen"] == 1
    with als(enschede.als("beheerder")) as zelf:
        assert "beheer:inlezen" not in aantallen(zelf, vandaag())
    # who decides sees what comes, not only how much
    pagina = controller.get(adres).content.decode()
    assert "Rij 2 (INW-1): naam: de Wit-1; voornaam: Sanne" in pagina
    assert (bsn(1) in pagina, f"bsn: eindigt op {bsn(1)[-3:]}" in pagina) == (False, True)
    assert "Nieuwe rijen: 15" in (vraag := controller.get(f"{adres}uitvoeren/").content.decode())
    assert "Uw antwoorden" not in vraag
    assert controller.post(f"{adres}uitvoeren/", {"regels": "x"}).url == adres
    voer_uit(enschede.regio, deze.pk)
    assert "de Wit-1" not in controller.get(adres).content.decode()
    assert "De functioneel beheerder rondt dan af." in controller.get(adres).content.decode()
    with alles_van(enschede):
        assert Dossier.objects.count() == 2
    assert controller.post(f"{adres}terug/", {"ja": "1"}).url == adres
    assert "Het terugdraaien begint zo." in controller.get(adres).content.decode()
    neem_terug(enschede.regio, deze.pk)
    with alles_van(enschede):
        assert not Dossier.objects.exists()


def stuur(inhoud: dict[str, bytes]) -> dict[str, list[SimpleUploadedFile]]:
    return {"bestanden": [SimpleUploadedFile(naam, deel, "text/csv") for naam, deel in inhoud.items()]}


def test_what_is_wrong_with_each_of_several_files_is_said_with_its_name(gedeeld: Stad) -> None:
    beheerder = klant(gedeeld, "beheerder")
    adres = beheerder.post("/beheer/inlezen/nieuw/").url
    goed = als_csv(bestanden(gedeeld)["plekken"])
    antwoord = beheerder.post(f"{adres}bestand/", stuur({"a.csv": b"", "b.csv": b"x" * 11_000_000, "c.csv": goed}))
    assert antwoord.status_code == 422
    assert all(zin in antwoord.content.decode() for zin in ("a.csv is leeg.", "b.csv is te groot."))
    antwoord = beheerder.post(f"{adres}bestand/", stuur({"a.csv": goed, "b.csv": goed, "c.csv": b"wie;wat\n1;2"}))
    pagina = antwoord.content.decode()
    assert "a.csv, b.csv: dit is meer dan een bestand met plekken." in pagina
    assert "Wij zien niet wat er in c.csv staat." in pagina
    assert "Kies een bestand." in beheerder.post(f"{adres}bestand/", {"x": "1"}).content.decode()
    with alles_van(gedeeld):
        assert not Inleesbestand.objects.exists()


def test_every_row_can_be_looked_at_and_the_number_of_questions_stays_the_same(gedeeld: Stad) -> None:
    controller, vragen = klant(gedeeld, "controller"), []
    for aantal in (60, 120):
        tabellen = bestanden(gedeeld, aantal)
        pad = f"/beheer/inlezen/{aangeboden(gedeeld, {'inwoners': tabellen['inwoners']}).pk}/"
        controller.get(pad)
        with CaptureQueriesContext(connection) as gevraagd:
            pagina = controller.get(pad).content.decode()
        vragen.append(len(gevraagd))
        assert (pagina.count("naam: de Wit-"), f"alle {aantal} nieuwe rijen" in pagina) == (10, True)
        tweede = controller.get(f"{pad}rijen/inwoners/?blad=2").content.decode()
        assert f"Blad 2 van {-(-aantal // 50)}" in tweede
        assert "INW-51" in tweede
    assert vragen[0] == vragen[1]


def test_who_has_no_faults_is_not_asked_what_to_do_with_them(gedeeld: Stad) -> None:
    beheerder = klant(gedeeld, "beheerder")
    adres = beheerder.post("/beheer/inlezen/nieuw/").url
    beheerder.post(f"{adres}bestand/", stuur({"organisaties.csv": als_csv(bestanden(gedeeld)["organisaties"])}))
    beheerder.post(f"{adres}toetsen/", {"ja": "1"})
    toets_set(gedeeld.regio, int(adres.split("/")[-2]), vandaag())
    assert "regels met een fout" not in beheerder.get(f"{adres}aanbieden/").content.decode()
    assert beheerder.post(f"{adres}aanbieden/", {"ja": "1"}).url == adres


@pytest.mark.parametrize("regio", ["enschede", "drechtsteden"])
def test_a_template_is_made_for_the_region_and_its_example_is_no_row(
    regio: str, request: pytest.FixtureRequest
) -> None:
    stad: Stad = request.getfixturevalue(regio)
    klant_ = klant(stad, "beheerder")
    for soort in SOORTEN:
        als_excel = klant_.get(f"/beheer/inlezen/sjablonen/{soort}.xlsx").content
        als_tekst = klant_.get(f"/beheer/inlezen/sjablonen/{soort}.csv").content
        blad = getoetst(stad, {soort: als_excel})
        assert (blad.fouten, blad.alle) == ([], [])
        assert getoetst(stad, {soort: als_tekst}).fouten == []
        boek = load_workbook(BytesIO(als_excel))
        assert [cel.value for cel in boek["Toegestaan"][1]] == ["kolom", "code", "naam"]
        if soort == "inwoners":
            keuzes = {str(lijst.sqref): lijst.formula1 for lijst in boek.worksheets[0].data_validations.dataValidation}
            assert keuzes["G2:G500"].startswith("Toegestaan!$C$4:")
        assert boek.sheetnames[1:] == ["Uitleg", "Toegestaan"]
        if soort == "plekken":
            kan = [rij[1] for rij in boek["Toegestaan"].iter_rows(values_only=True)]
            assert ("incl" in kan) == (regio == "drechtsteden")
        # what the example says is right, but for the keys of other files
        if soort == "inwoners":
            zonder = als_tekst.decode().replace("VOORBEELD ", "")
            assert getoetst(stad, {soort: zonder.encode()}).fouten == []


def test_a_set_is_of_the_centrumgemeente_and_a_neighbour_finds_none(enschede: Stad) -> None:
    lees_in(enschede, bestanden(enschede))
    tabellen = bestanden(enschede)
    tabellen["inwoners"][0]["straat"] = "Nieuwstraat 1"
    deze = aangeboden(enschede, tabellen)
    with alles_van(enschede):
        buurman = enschede.accounts["lokaal"]
        Aanstelling.objects.filter(account=buurman).update(rol="controller")
    pad = f"/beheer/inlezen/{deze.pk}/"
    assert {klant(enschede, "lokaal").get(f"{pad}{deel}").status_code for deel in ("", "fouten/", "uitvoeren/")} == {
        404
    }
    pagina = klant(enschede, "controller").get(pad).content.decode()
    assert "adres naar 'Nieuwstraat 1" in pagina
    assert "Kerkstraat" not in pagina


def test_what_was_read_in_is_worked_with_like_any_other_dossier(enschede: Stad) -> None:
    deze = lees_in(enschede, bestanden(enschede))
    with alles_van(enschede):
        wachtend = Dossier.objects.get(stap="plaatsing")
        wonend = Dossier.objects.filter(stap="verblijf").order_by("pk")[0]
    consulent = klant(enschede, "consulent")
    paden = [
        f"/dossiers/{wonend.nummer}/", f"/dossiers/{wachtend.nummer}/", f"/dossiers/{wonend.nummer}/journaal/",
        f"/dossiers/{wonend.nummer}/vervolg/", "/verblijf/", "/verblijf/wachtlijst/", "/werk/", "/dossiers/",
        "/verblijf/plaatsen/P-2025-3/",
    ]  # fmt: skip
    assert {pad: consulent.get(pad).status_code for pad in paden} == dict.fromkeys(paden, 200)
    # taken on paper before, said once
    pagina = consulent.get(paden[0]).content.decode()
    assert "Dit besluit is op papier genomen, op 15 december 2025, met nummer 2025-" in pagina
    assert "Voorlopig:" not in pagina
    with alles_van(enschede):
        besluit = Besluit.objects.get(nummer="P-2025-1")
        (zin,) = besluitbeeld(besluit, kijk(besluit.dossier), vandaag()).oordeel
        assert zin == "Wij namen dit besluit op papier, met nummer 2025-1. De redenen staan in die brief."
    for pad in (paden[0], paden[2]):
        pagina = consulent.get(pad).content.decode()
        assert [pagina.count(f"{wat} overgezet") for wat in ("Besluit van papier", "Plek", "Wachtlijst")] == [1, 1, 0]
    assert "de Wit-3" in consulent.get("/verblijf/wachtlijst/").content.decode()
    assert "De Haven" in klant(enschede, "contractbeheerder").get("/aanbod/").content.decode()
    assert "Wens: Rust" in consulent.get("/verblijf/plaatsen/P-2025-3/").content.decode()
    # whoever has the letter in hand looks for its number
    for getypt in ("2025-1", "P-2025-1"):
        gevonden = consulent.get("/dossiers/", {"zoek": getypt})
        assert list(gevonden.context["blad"].rijen) == [wonend]
        assert "besluit 2025-1</span>" in gevonden.content.decode()
    kenmerk = consulent.get("/dossiers/", {"zoek": f"{wonend.nummer}, besluit 2025-1"})
    assert list(kenmerk.context["blad"].rijen) == [wonend]
    # who would take it back after somebody worked on it reads where
    with alles_van(enschede):
        Dossier.objects.filter(pk=wonend.pk).update(versie=wonend.versie + 1)
    antwoord = klant(enschede, "teamleider").post(f"/beheer/inlezen/{deze.pk}/terug/", {"ja": "1"})
    assert antwoord.status_code == 422
    assert f"In 1 dossier is intussen gewerkt: {wonend.nummer}." in antwoord.content.decode()


@override_settings(VOORDEUR_VANDAAG=OP)
def test_help_at_home_waits_for_no_place_and_what_ends_is_in_the_work_list_of_its_handler(boce: Stad) -> None:
    tabellen = bestanden(boce)
    tabellen["besluiten"][2] |= {"vorm": "thuis-plus", "tot": "31-03-2026", "gemeld_op": "01-11-2025"}
    blad = getoetst(boce, tabellen)
    assert [fout.wat for fout in blad.fouten] == ["Bij hulp thuis wacht iemand niet op een plek."]
    del tabellen["wachtlijst"]
    lees_in(boce, tabellen)
    with alles_van(boce):
        thuis = Dossier.objects.get(besluits__nummer="P-2025-3")
        wonend = Dossier.objects.get(besluits__nummer="P-2025-1")
        Dossier.objects.filter(pk=thuis.pk).update(behandelaar=boce.accounts["consulent2"].pk)
    consulent = klant(boce, "consulent")

    def lees(adres: str, wie: Client = consulent) -> str:
        return " ".join(wie.get(adres).content.decode().split())

    assert "Niemand wacht" in lees("/verblijf/wachtlijst/")
    geen_plek = consulent.get("/verblijf/plaatsen/P-2025-3/")
    assert "Deze hulp krijgt de inwoner thuis: Thuis Plus." in geen_plek.content.decode()
    pagina = lees(f"/dossiers/{thuis.nummer}/")
    assert "Zoek een plek" not in pagina
    assert "Bekijk waar de inwoner woont" not in pagina
    # what nobody measured is not measured again; a day that nobody knows is not invented
    assert "Meet de zelfredzaamheid</a>" in pagina
    assert "dag niet bekend" not in pagina
    assert consulent.get(f"/dossiers/{wonend.nummer}/").context["stappen"][0].datum == "dag niet bekend"
    # what the dossier says is to be done stands in the list of its handler, and of nobody else
    werk = lees("/werk/", klant(boce, "consulent2"))
    assert f'href="/dossiers/{thuis.nummer}/vervolg/?soort=verlenging">Besluit hoe het verdergaat na 31 maart' in werk
    assert "klaar op 31 maart 2026" in werk
    assert thuis.nummer not in lees("/werk/")
    for adres in ("/werk/?wie=niemand", "/dossiers/?wie=niemand"):
        van_niemand = lees(adres)
        assert (wonend.nummer in van_niemand, thuis.nummer in van_niemand) == (True, False), adres


@override_settings(VOORDEUR_VANDAAG=OP)
def test_a_decision_on_paper_is_extended_on_that_ground_and_departs_from_nothing(enschede: Stad) -> None:
    lees_in(enschede, bestanden(enschede))
    with alles_van(enschede):
        dossier = Dossier.objects.filter(stap="verblijf").order_by("pk")[0]
    consulent, pad = klant(enschede, "consulent"), f"/dossiers/{dossier.nummer}/"
    naar_criteria = f'href="{pad}voorwaarden/"'
    assert naar_criteria in consulent.get(pad).content.decode()
    adres = f"{pad}vervolg/?soort=verlenging"
    begin = consulent.get(adres).content.decode()
    assert "De voorwaarden zijn niet in Voordeur beoordeeld." in begin
    assert naar_criteria in begin
    assert consulent.get(f"{pad}voorwaarden/").status_code == 200
    velden = {"versie": dossier.versie, "soort": "verlenging", "van": "2028-01-01", "tot": "2028-12-31",
              "motivering": "De hulp is nog nodig."}  # fmt: skip
    # the reason is asked at once, at its own field
    zonder = consulent.post(adres, velden)
    assert (zonder.status_code, set(zonder.context["formulier"].errors)) == (422, {"op_papier"})
    consulent.post(adres, velden | {"op_papier": "Er is niets veranderd.", "_bevestig": "1"})
    with alles_van(enschede):
        voorstel = Besluit.objects.get(dossier=dossier, genomen_op=None)
        assert (voorstel.wijkt_af, voorstel.bewijs) == (False, None)
    teamleider = klant(enschede, "teamleider")
    leest = teamleider.get(f"{pad}ondertekenen/").content.decode()
    assert "Er is niets veranderd." in leest
    assert "op papier genomen" in leest
    assert "wijkt af" not in leest
    versie = {"versie": dossier.versie + 1, "keuze": "teken", "_bevestig": "1"}
    assert "De hulp gaat door." in teamleider.post(f"{pad}ondertekenen/", versie, follow=True).content.decode()
    assert "nog niet te zeggen" not in consulent.get(pad).content.decode()
    # what is assessed here counts from then on, as a provisional outcome
    consulent.post(f"{pad}voorwaarden/", {"versie": dossier.versie + 2, "_bevestig": "1"})
    assert "Voorlopig:" in consulent.get(pad).content.decode()
