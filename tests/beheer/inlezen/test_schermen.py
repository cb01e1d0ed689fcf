"""The pages of moving in: from template to what was read in, by two people, without JavaScript."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from tests.beheer.inlezen.opzet import aangeboden, alles_van, als_csv, bestanden, getoetst, lees_in
from tests.stad import Stad
from tests.web.wereld import klant
from voordeur.beheer.inlezen.soorten import SOORTEN
from voordeur.beheer.inlezen.uitvoeren import toets_set, voer_uit
from voordeur.beheer.models import Inleesset
from voordeur.kern.models import Aanstelling
from voordeur.toegang.models import Dossier
from voordeur.web.klok import vandaag


def test_from_files_to_what_was_read_in_by_two_people(enschede: Stad) -> None:
    beheerder, controller = klant(enschede, "beheerder"), klant(enschede, "controller")
    adres = beheerder.post("/beheer/inlezen/nieuw/").url
    tabellen = bestanden(enschede)
    tabellen["inwoners"][1]["bsn"] = "123456789"
    for soort, rijen in tabellen.items():
        bestand = SimpleUploadedFile(f"../{soort}.csv", als_csv(rijen), "text/csv")
        assert beheerder.post(f"{adres}bestand/", {"soort": soort, "bestand": bestand}).url == adres
    beheerder.post(f"{adres}toetsen/", {"ja": "1"})
    assert 'http-equiv="refresh"' in beheerder.get(adres).content.decode()
    with alles_van(enschede):
        deze = Inleesset.objects.get()
    toets_set(enschede.regio, deze.pk, vandaag())
    pagina = beheerder.get(adres).content.decode()
    assert "Dit BSN klopt niet. Kijk of er een cijfer verkeerd staat." in pagina
    assert "Inwoners, rij 3, bsn" in pagina
    assert beheerder.get(f"{adres}fouten/").content.decode().startswith("\ufeffbestand;rij;veld")
    assert beheerder.post(f"{adres}aanbieden/", {"regels": "alles"}).status_code == 422
    assert beheerder.post(f"{adres}aanbieden/", {"regels": "goede"}).url == adres
    assert beheerder.get(f"{adres}uitvoeren/").status_code == 403
    assert controller.post(f"{adres}uitvoeren/", {"regels": "x"}).url == adres
    voer_uit(enschede.regio, deze.pk)
    assert "Kijk of alles klopt" in controller.get(adres).content.decode()
    with alles_van(enschede):
        assert Dossier.objects.count() == 2
    assert controller.post(f"{adres}terug/", {"ja": "1"}).url == adres
    with alles_van(enschede):
        assert not Dossier.objects.exists()


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
    lees_in(enschede, bestanden(enschede))
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
    assert "Overgezet" in consulent.get(paden[2]).content.decode()
    assert "de Wit-3" in consulent.get("/verblijf/wachtlijst/").content.decode()
    assert "De Haven" in klant(enschede, "contractbeheerder").get("/aanbod/").content.decode()
