"""Papers of a dossier: taken in by content, locked, listed, and handed over without harm."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from tests.database import vernietig
from tests.stad import Stad
from tests.toegang.papier import DOCX, EICAR, PDF, PNG
from tests.toegang.test_schermen import in_, pad
from tests.toegang.weg import OP, breng_tot
from voordeur.inwoner.actions import AlVernietigd
from voordeur.inwoner.bestanden import GROOTSTE, BestandOnbekend
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.models import Journaalregel
from voordeur.toegang.actions.documenten import NieuwDocument, voeg_document_toe
from voordeur.toegang.fouten import OnvolledigDocument
from voordeur.toegang.models import Document, Dossier
from voordeur.toegang.queries import kijk

Bouw = Callable[[str], Stad]


@pytest.fixture(autouse=True)
def _vandaag() -> Any:
    with override_settings(VOORDEUR_VANDAAG=OP):
        yield


def velden(inhoud: bytes = PDF, naam: str = "Paspoort Sanne de Wit.pdf", **anders: Any) -> dict[str, Any]:
    gewoon = {"bestand": SimpleUploadedFile(naam, inhoud), "soort": "identiteit", "van": "inwoner"}
    return gewoon | {"ontvangen_op": "2026-03-02", "toelichting": "Voorkant"} | anders


def nieuw(inhoud: bytes = PDF, **anders: Any) -> NieuwDocument:
    gewoon: dict[str, Any] = {"soort": "anders", "van": "inwoner", "naam": "plan.pdf", "inhoud": inhoud}
    return NieuwDocument(**(gewoon | {"ontvangen_op": OP} | anders))


def laatste(stad: Stad) -> Document:
    with als(stad.als("consulent")):
        return Document.objects.latest("id")


def test_a_paper_comes_in_through_the_page_and_is_locked(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    klant = in_(hier, "consulent")
    assert klant.post(pad(dossier, "documenten/nieuw/"), velden()).status_code == 303
    document = laatste(hier)
    assert (document.mime, document.grootte, document.titel) == ("application/pdf", len(PDF), "Bewijs van identiteit")
    assert PDF not in bytes(document.inhoud)
    lijst = klant.get(pad(dossier, "documenten/")).content.decode()
    for wat in ("Bewijs van identiteit", "De inwoner", "2 maart 2026", "Paspoort Sanne de Wit.pdf", "Voorkant"):
        assert wat in lijst
    assert "Voeg een document toe" in klant.get(pad(dossier)).content.decode()
    assert "Document toegevoegd" in klant.get(pad(dossier, "journaal/")).content.decode()


def test_the_name_of_a_file_is_kept_locked(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    document = voeg_document_toe(hier.als("consulent"), dossier, nieuw(naam="Sanne.pdf"), op=OP).object
    with als(hier.als("consulent")):
        rij = Document.objects.filter(pk=document.pk).values().get()
        assert kijk(dossier).geschreven[f"document {document.pk}"]["naam"] == "Sanne.pdf"
    assert "Sanne" not in str({veld: waarde for veld, waarde in rij.items() if veld != "inhoud"})


def test_what_others_made_is_saved_and_never_run(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    klant = in_(hier, "consulent")
    document = voeg_document_toe(hier.als("consulent"), dossier, nieuw(DOCX, naam="brief van Sanne.exe"), op=OP).object
    antwoord = klant.get(pad(dossier, f"document/{document.pk}/"))
    assert antwoord.content == DOCX
    assert antwoord.headers["Content-Disposition"] == 'attachment; filename="brief van Sanne.docx"'
    assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in antwoord.headers["Content-Security-Policy"]
    with als(hier.als("consulent")):
        brief = Document.objects.get(dossier=dossier, soort="ontvangstbevestiging")
        assert Journaalregel.objects.filter(handeling="toegang.document.inzien", betreft=dossier.betreft).count() == 1
    eigen = klant.get(pad(dossier, f"document/{brief.pk}/"))
    assert eigen.headers["Content-Disposition"].startswith("inline")
    assert eigen.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("inhoud", "naam", "zin"),
    [
        (b"MZ een programma", "plan.pdf", "Dit is geen PDF, JPEG, PNG, Word- of ODT-bestand."),
        (b"", "leeg.pdf", "Dit bestand is leeg."),
        (PDF + b"x" * GROOTSTE, "groot.pdf", "Kies een bestand van hoogstens 10 MB."),
    ],
)
def test_what_is_no_paper_stands_at_the_field_and_the_rest_stays(
    stad: Bouw, inhoud: bytes, naam: str, zin: str
) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    antwoord = in_(hier, "consulent").post(
        pad(dossier, "documenten/nieuw/"), velden(inhoud, naam, toelichting="Bijzondere tekst")
    )
    assert antwoord.status_code == 422
    assert zin in antwoord.context["formulier"].errors["bestand"][0]
    assert "Bijzondere tekst" in antwoord.content.decode()
    assert laatste(hier).soort == "ontvangstbevestiging"


def test_a_picture_with_another_name_is_taken_for_what_it_is(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    assert in_(hier, "consulent").post(pad(dossier, "documenten/nieuw/"), velden(PNG, "foto.jpg")).status_code == 303
    assert laatste(hier).mime == "image/png"


def test_without_a_file_the_page_asks_for_one(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    leeg = {naam: waarde for naam, waarde in velden().items() if naam != "bestand"}
    antwoord = in_(hier, "consulent").post(pad(dossier, "documenten/nieuw/"), leeg)
    assert antwoord.context["formulier"].errors == {"bestand": ["Kies een bestand."]}


def test_a_scanner_that_finds_something_keeps_it_out(stad: Bouw, tmp_path: Path) -> None:
    scan = tmp_path / "scan.py"
    scan.write_text("import sys; sys.exit(b'EICAR' in sys.stdin.buffer.read())")
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    with override_settings(VOORDEUR_SCANNER=f"opdracht:{sys.executable} {scan}"):
        antwoord = in_(hier, "consulent").post(
            pad(dossier, "documenten/nieuw/"), velden(PDF + EICAR + b"\n%%EOF", "x.pdf")
        )
    assert "virus" in antwoord.context["formulier"].errors["bestand"][0]
    assert laatste(hier).soort == "ontvangstbevestiging"
    with als(hier.als("consulent")):
        assert Journaalregel.objects.filter(handeling="toegang.document.toevoegen", uitslag="geweigerd").exists()


def test_a_file_that_is_sent_never_lies_on_the_disk(stad: Bouw, tmp_path: Path) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    with override_settings(FILE_UPLOAD_TEMP_DIR=str(tmp_path)):
        groot = PDF + b"x" * (5 * 1024 * 1024) + b"\n%%EOF"
        assert in_(hier, "consulent").post(pad(dossier, "documenten/nieuw/"), velden(groot)).status_code == 303
    assert list(tmp_path.iterdir()) == []
    assert laatste(hier).grootte == len(groot)


def test_a_colleague_does_not_have_to_look_at_a_paper_first(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    voeg_document_toe(hier.als("consulent2"), dossier, nieuw(), op=OP)
    with als(hier.als("consulent")):
        assert Dossier.objects.get(pk=dossier.pk).versie == dossier.versie


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"soort": "x"}, "soort"), ({"van": "x"}, "van"), ({"ontvangen_op": date(2026, 3, 3)}, "ontvangen_op")],
)
def test_what_is_not_said_of_a_paper(stad: Bouw, anders: dict[str, Any], veld: str) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    with pytest.raises(OnvolledigDocument) as fout:
        voeg_document_toe(hier.als("consulent"), dossier, nieuw(**anders), op=OP)
    assert fout.value.veld == veld


def test_the_action_looks_at_the_content_itself(stad: Bouw) -> None:
    hier = stad("enschede")
    with pytest.raises(BestandOnbekend):
        voeg_document_toe(hier.als("consulent"), breng_tot(hier, "onderzoek"), nieuw(b"MZ"), op=OP)


@pytest.mark.parametrize("wie", ["toezichthouder", "controller", "buur", "aanbieder"])
def test_who_has_no_power_adds_nothing(stad: Bouw, wie: str) -> None:
    hier = stad("enschede")
    with pytest.raises(GeenMandaat):
        voeg_document_toe(hier.als(wie), breng_tot(hier, "onderzoek"), nieuw(), op=OP)


def test_who_reads_along_sees_the_list_and_no_way_to_add(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    pagina = in_(hier, "toezichthouder").get(pad(dossier, "documenten/"))
    assert pagina.status_code == 200
    assert "Voeg een document toe" not in pagina.content.decode()


def test_the_list_has_a_filter_and_an_empty_state(stad: Bouw) -> None:
    hier = stad("enschede")
    leeg = breng_tot(hier, "melding")
    klant = in_(hier, "consulent")
    assert "Er zijn nog geen documenten" in klant.get(pad(leeg, "documenten/")).content.decode()
    dossier = breng_tot(hier, "onderzoek")
    voeg_document_toe(hier.als("consulent"), dossier, nieuw(), op=OP)
    gekozen = klant.get(pad(dossier, "documenten/"), {"soort": "anders"}).content.decode()
    assert "1 document<" in gekozen
    assert (
        "Er is geen document van deze soort." in klant.get(pad(dossier, "documenten/"), {"soort": "x"}).content.decode()
    )


def test_a_full_list_asks_the_database_as_often_as_a_short_one(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    klant = in_(hier, "consulent")

    def vragen() -> int:
        klant.get(pad(dossier, "documenten/"))
        with CaptureQueriesContext(connection) as gevraagd:
            klant.get(pad(dossier, "documenten/"))
        return len(gevraagd)

    een = vragen()
    for _ in range(5):
        voeg_document_toe(hier.als("consulent"), dossier, nieuw(), op=OP)
    assert vragen() == een


def test_after_the_key_is_gone_nothing_is_read_or_added(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    document = voeg_document_toe(hier.als("consulent"), dossier, nieuw(naam="Sanne.pdf"), op=OP).object
    vernietig(hier.als("beheerder"), dossier.inwoner)
    klant = in_(hier, "consulent")
    assert klant.get(pad(dossier, f"document/{document.pk}/")).status_code == 410
    lijst = klant.get(pad(dossier, "documenten/")).content.decode()
    assert "Sanne" not in lijst
    assert "Voeg een document toe" not in lijst
    with pytest.raises(AlVernietigd):
        voeg_document_toe(hier.als("consulent"), dossier, nieuw(), op=OP)
