"""The report of the investigation: made of what was found, sent, reacted to, signed; older versions stay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from tests.brieven.lezen import bevat
from tests.stad import Stad
from tests.toegang.papier import PDF
from tests.toegang.test_schermen import doe, in_, pad
from tests.toegang.weg import OP, breng_tot, vers
from voordeur.inwoner.actions import schrijf_op
from voordeur.inwoner.queries import lees_bestand, opgeschreven
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, Gewijzigd, StapNietAanDeBeurt
from voordeur.toegang.actions import score_zrm
from voordeur.toegang.actions.plannen import Plan, ontvang_plan
from voordeur.toegang.actions.verslag import Getekend, Reactie, noteer_reactie, ontvang_getekend, stel_verslag_op
from voordeur.toegang.fouten import OnvolledigVerslag
from voordeur.toegang.models import Document, Dossier
from voordeur.toegang.queries import kijk
from voordeur.toegang.queries_verslag import Verslagbeeld, getekend_is_aanvraag, getekend_verslag, verslagen

Bouw = Callable[[str], Stad]
LATER = date(2026, 3, 9)


@pytest.fixture(autouse=True)
def _vandaag() -> Any:
    with override_settings(VOORDEUR_VANDAAG=LATER):
        yield


def met_verslag(stad: Stad, advies: str = "Wij adviseren beschermd wonen.") -> Dossier:
    dossier = breng_tot(stad, "aanvraag")
    stel_verslag_op(stad.als("consulent"), dossier, advies, versie=dossier.versie, op=OP)
    return vers(stad, dossier)


def alle(stad: Stad, dossier: Dossier) -> tuple[Verslagbeeld, ...]:
    with als(stad.als("consulent")):
        beeld = kijk(vers(stad, dossier))
    return verslagen(beeld.documenten, beeld.geschreven)


def pdf_van(stad: Stad, dossier: Dossier, versie: int = 1) -> bytes:
    with als(stad.als("consulent")):
        document = Document.objects.get(dossier=dossier, soort="verslag", versie=versie)
        return lees_bestand(dossier.inwoner, document.inhoud)


@pytest.mark.parametrize("regeling", ["enschede", "drechtsteden"])
def test_the_report_says_what_was_found_and_how_to_react(stad: Bouw, regeling: str) -> None:
    hier = stad(regeling)
    dossier = breng_tot(hier, "aanvraag")
    actor = hier.als("consulent")
    dossier = score_zrm(actor, dossier, {"Financiën": 2}, versie=dossier.versie, op=OP).object
    plan = Plan(ontvangen_op=OP, tekst="Ik wil bij mijn zus in de buurt wonen.")
    dossier = ontvang_plan(actor, dossier, plan, versie=dossier.versie, op=OP).object
    stel_verslag_op(actor, dossier, "Wij adviseren beschermd wonen.", versie=dossier.versie, op=OP)
    pdf = pdf_van(hier, dossier)
    for zin in (
        "Verslag van ons onderzoek naar beschermd wonen",
        "Haar zus komt elke week langs.",
        "Dit hebben wij bekeken. Die hulp is niet genoeg.",
        "2 van 5",
        "Ik wil bij mijn zus in de buurt wonen.",
        "Wij adviseren beschermd wonen.",
        "Ik ben het eens met dit verslag.",
    ):
        assert bevat(pdf, zin), zin


@pytest.mark.bepaling("drechtsteden/aanvraag")
def test_only_where_the_agreement_says_so_the_signed_report_is_the_application(stad: Bouw) -> None:
    hier, daar = stad("drechtsteden"), stad("enschede")
    een, twee = met_verslag(hier), met_verslag(daar)
    assert getekend_is_aanvraag(hier.regeling, een) == "het getekende onderzoeksverslag"
    assert getekend_is_aanvraag(daar.regeling, twee) == ""
    assert bevat(pdf_van(hier, een), "U vraagt hulp aan met het getekende onderzoeksverslag.")
    assert not bevat(pdf_van(daar, twee), "U vraagt hulp aan met")


def test_after_the_application_the_report_does_not_ask_for_one(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    stel_verslag_op(hier.als("consulent"), dossier, "Wij adviseren dit.", versie=dossier.versie, op=OP)
    assert bevat(pdf_van(hier, dossier), "Uw aanvraag kwam bij ons binnen op")
    assert not bevat(pdf_van(hier, dossier), "Wilt u na dit verslag hulp aanvragen?")


@pytest.mark.parametrize(("regeling", "eerst"), [("drechtsteden", "Maak het verslag"), ("enschede", "Leg de aanvraag")])
def test_where_the_signed_report_is_the_application_the_report_comes_first(
    stad: Bouw, regeling: str, eerst: str
) -> None:
    hier = stad(regeling)
    dossier = breng_tot(hier, "aanvraag")
    taken = [taak.naam for taak in in_(hier, "consulent").get(pad(dossier)).context["taken"] if taak.stand != "klaar"]
    volgorde = [naam for naam in taken if naam.startswith(("Maak het verslag", "Leg de aanvraag"))]
    assert volgorde[0].startswith(eerst)
    assert len(volgorde) == 2


def test_one_form_that_fits_is_enough_to_go_on(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "aanvraag")
    with als(hier.als("consulent")):
        antwoorden = opgeschreven(dossier.inwoner, van=dossier.nummer)["criteria"]
        half = antwoorden | {"modulair": {"1": None}}
        schrijf_op(dossier.inwoner, "criteria", half, van=dossier.nummer)
    taken = {taak.naam: taak.stand for taak in in_(hier, "consulent").get(pad(dossier)).context["taken"]}
    assert taken["Beoordeel de voorwaarden"] == "klaar"


def test_a_report_is_made_through_the_page_and_leads_to_the_reaction(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "aanvraag")
    klant = in_(hier, "consulent")
    assert "Maak het verslag" in klant.get(pad(dossier)).content.decode()
    assert "Haar zus komt elke week langs." in klant.get(pad(dossier, "verslag/")).content.decode()
    pagina = doe(klant, pad(dossier, "verslag/"), versie=dossier.versie, advies="Wij adviseren beschermd wonen.")
    assert "Noteer de reactie op het verslag" in pagina
    assert "Verstuurd op 9 maart 2026." in pagina


def test_a_new_version_keeps_the_older_one(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = met_verslag(hier, "Eerste advies.")
    actor = hier.als("consulent")
    niet = Reactie(oordeel="niet_eens", opmerkingen="Mijn zus komt niet elke week.")
    dossier = noteer_reactie(actor, dossier, niet, versie=dossier.versie, op=LATER).object
    stel_verslag_op(actor, dossier, "Tweede advies.", versie=dossier.versie, op=LATER)
    nieuw, oud = alle(hier, dossier)
    assert (nieuw.versie, nieuw.advies, nieuw.oordeel) == (2, "Tweede advies.", "")
    assert (oud.versie, oud.oordeel, oud.opmerkingen) == (1, "niet_eens", "Mijn zus komt niet elke week.")
    assert bevat(pdf_van(hier, dossier, 1), "Eerste advies.")
    assert bevat(pdf_van(hier, dossier, 2), "Dit verslag komt in de plaats van het vorige.")
    pagina = in_(hier, "consulent").get(pad(dossier)).content.decode()
    assert "Mijn zus komt niet elke week." in pagina
    assert "Mijn zus komt niet elke week." not in in_(hier, "toezichthouder").get(pad(dossier)).content.decode()


def test_a_reaction_is_noted_through_the_page(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = met_verslag(hier)
    klant = in_(hier, "consulent")
    zonder = klant.post(pad(dossier, "verslag/reactie/"), {"versie": dossier.versie, "oordeel": "niet_eens"})
    assert zonder.context["formulier"].errors == {"opmerkingen": ["Schrijf op waarmee de inwoner het niet eens is."]}
    assert (
        klant.post(pad(dossier, "verslag/reactie/"), {"versie": dossier.versie, "oordeel": "eens"}).status_code == 303
    )
    assert alle(hier, dossier)[0].reactie == "Eens met het verslag"


def test_a_signed_report_comes_back_with_its_day_and_its_file(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = met_verslag(hier)
    klant = in_(hier, "consulent")
    assert (
        "is het getekende onderzoeksverslag de aanvraag"
        in klant.get(pad(dossier, "verslag/getekend/")).content.decode()
    )
    velden = {
        "versie": dossier.versie, "getekend_op": "2026-03-05", "ontvangen_op": "2026-03-09",
        "bestand": SimpleUploadedFile("getekend.pdf", PDF),
    }  # fmt: skip
    antwoord = klant.post(pad(dossier, "verslag/getekend/"), velden)
    assert antwoord.status_code == 303
    assert "Leg nu de aanvraag vast." in klant.get(antwoord.headers["Location"]).content.decode()
    with als(hier.als("consulent")):
        beeld = kijk(vers(hier, dossier))
        gevonden = getekend_verslag(beeld.documenten, beeld.geschreven)
        assert Document.objects.get(dossier=dossier, soort="verslag_getekend").versie == 1
    assert gevonden is not None
    assert (gevonden.getekend_op, gevonden.ontvangen_op) == (date(2026, 3, 5), LATER)


@pytest.mark.parametrize(
    ("getekend", "ontvangen"),
    [(date(2026, 3, 1), LATER), (LATER, date(2026, 3, 5)), (LATER, date(2026, 3, 10))],
)
def test_nobody_signs_before_the_report_or_after_it_came_back(stad: Bouw, getekend: date, ontvangen: date) -> None:
    hier = stad("enschede")
    dossier = met_verslag(hier)
    stuk = Getekend(getekend_op=getekend, ontvangen_op=ontvangen)
    with pytest.raises(OnvolledigVerslag):
        ontvang_getekend(hier.als("consulent"), dossier, stuk, versie=dossier.versie, op=LATER)


def test_without_an_investigation_there_is_no_report_and_without_a_report_no_reaction(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    actor = hier.als("consulent")
    with pytest.raises(StapNietAanDeBeurt, match="wat u hebt onderzocht"):
        stel_verslag_op(actor, dossier, "x", versie=dossier.versie, op=OP)
    with pytest.raises(StapNietAanDeBeurt, match="nog geen verslag"):
        noteer_reactie(actor, dossier, Reactie(oordeel="eens"), versie=dossier.versie, op=OP)
    assert in_(hier, "consulent").get(pad(dossier, "verslag/")).status_code == 403
    dossier = breng_tot(hier, "aanvraag")
    with pytest.raises(OnvolledigVerslag):
        stel_verslag_op(actor, dossier, " ", versie=dossier.versie, op=OP)
    with pytest.raises(Gewijzigd):
        stel_verslag_op(actor, dossier, "x", versie=dossier.versie - 1, op=OP)


@pytest.mark.parametrize("oordeel", ["misschien", "niet_eens"])
def test_a_reaction_that_cannot_be_is_refused(stad: Bouw, oordeel: str) -> None:
    hier = stad("enschede")
    dossier = met_verslag(hier)
    with pytest.raises(OnvolledigVerslag):
        noteer_reactie(hier.als("consulent"), dossier, Reactie(oordeel=oordeel), versie=dossier.versie, op=OP)


def test_a_sign_that_cannot_be_printed_stands_at_the_field(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "aanvraag")
    velden = {"versie": dossier.versie, "advies": "Wij \u202eadviseren.", "_bevestig": "1"}
    antwoord = in_(hier, "consulent").post(pad(dossier, "verslag/"), velden)
    assert antwoord.status_code == 422
    assert "teken" in antwoord.context["formulier"].errors["advies"][0]


@pytest.mark.parametrize("wie", ["toezichthouder", "controller", "buur"])
def test_who_has_no_power_reports_nothing(stad: Bouw, wie: str) -> None:
    hier = stad("enschede")
    dossier = met_verslag(hier)
    actor = hier.als(wie)
    with pytest.raises(GeenMandaat):
        stel_verslag_op(actor, dossier, "x", versie=dossier.versie, op=OP)
    with pytest.raises(GeenMandaat):
        noteer_reactie(actor, dossier, Reactie(oordeel="eens"), versie=dossier.versie, op=OP)
    with pytest.raises(GeenMandaat):
        stuk = Getekend(getekend_op=OP, ontvangen_op=OP)
        ontvang_getekend(actor, dossier, stuk, versie=dossier.versie, op=OP)
