"""The subjects of article 2.3.2 lid 4 as a checklist, what everybody is told, and the personal plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from tests.brieven.lezen import bevat
from tests.stad import Stad
from tests.toegang.papier import EICAR, PDF
from tests.toegang.test_melden import brief_van
from tests.toegang.test_schermen import doe, in_, pad
from tests.toegang.weg import ONDERZOEK, OP, afwijzing, breng_tot, toekenning, vers
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, Gewijzigd, StapNietAanDeBeurt
from voordeur.regels.fouten import OngeldigFeit
from voordeur.toegang.actions import beantwoord_criteria, bereid_besluit_voor, leg_onderzoek_vast
from voordeur.toegang.actions.plannen import Plan, noteer_uitleg, ontvang_plan
from voordeur.toegang.fouten import NogOnbekend, OnvolledigPlan
from voordeur.toegang.models import Document, Dossier
from voordeur.toegang.queries import kijk
from voordeur.toegang.voorlichting import plan_uiterlijk, verteld

Bouw = Callable[[str], Stad]
DUN: dict[str, Any] = {
    "gesprek_op": "2026-03-02",
    "behoeften": "Een veilige plek.",
    "lokale_voorziening": {"onderzocht": True, "volstaat": False},
}


@pytest.fixture(autouse=True)
def _vandaag() -> Any:
    with override_settings(VOORDEUR_VANDAAG=OP):
        yield


def geschreven(stad: Stad, dossier: Dossier) -> dict[str, Any]:
    with als(stad.als("consulent")):
        return kijk(vers(stad, dossier)).geschreven


def met_onderzoek(stad: Stad, onderzoek: dict[str, Any]) -> Dossier:
    """Ready for a decision, with every criterion answered by no, and this investigation."""
    dossier = breng_tot(stad, "besluit")
    nee = {vorm.id: {1: False} for vorm in stad.regeling.toegang.vormen}
    actor = stad.als("consulent")
    dossier = beantwoord_criteria(actor, dossier, nee, versie=dossier.versie, op=OP).object
    return leg_onderzoek_vast(actor, dossier, onderzoek, versie=dossier.versie, op=OP).object


def test_a_refusal_after_a_thin_inquiry_is_stopped_and_says_what_to_find_out(stad: Bouw) -> None:
    """Lessen: a refusal after a thin inquiry was overturned (family with children)."""
    hier = stad("enschede")
    dossier = met_onderzoek(hier, DUN)
    with pytest.raises(NogOnbekend) as fout:
        bereid_besluit_voor(hier.als("consulent"), dossier, afwijzing(), versie=dossier.versie, op=OP)
    for wat in ("wat de inwoner zelf kan", "wat familie en vrienden kunnen doen", "welke zorg er al is van anderen"):
        assert wat in str(fout.value)
    assert "wat de inwoner nodig heeft" not in str(fout.value)


def test_a_grant_does_not_wait_for_every_subject(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    dossier = leg_onderzoek_vast(hier.als("consulent"), dossier, DUN, versie=dossier.versie, op=OP).object
    besluit = bereid_besluit_voor(hier.als("consulent"), dossier, toekenning(hier), versie=dossier.versie, op=OP)
    assert besluit.object.strekking == "toekenning"


def test_a_full_inquiry_lets_a_refusal_through(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = met_onderzoek(hier, ONDERZOEK)
    besluit = bereid_besluit_voor(hier.als("consulent"), dossier, afwijzing(), versie=dossier.versie, op=OP).object
    assert besluit.strekking == "afwijzing"


def test_the_page_of_the_decision_leads_to_what_is_not_known(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = met_onderzoek(hier, DUN)
    pagina = in_(hier, "consulent").get(pad(dossier, "besluit/")).content.decode()
    assert f'href="{pad(dossier, "onderzoek/")}#id_netwerk"' in pagina
    assert "U kunt pas afwijzen als u dit weet." in pagina


def test_not_applicable_needs_its_reason_at_the_field(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "onderzoek")
    velden = {"versie": dossier.versie, "afgerond": "nee", "stand_mantelzorg": "nvt", "stand_netwerk": "besproken"}
    antwoord = in_(hier, "consulent").post(pad(dossier, "onderzoek/"), velden)
    assert antwoord.status_code == 422
    fouten = antwoord.context["formulier"].errors
    assert fouten == {
        "mantelzorg": ["Schrijf op waarom dit niet van toepassing is."],
        "netwerk": ["Schrijf op wat u besprak, of kies: nog niet bekend."],
    }


def test_each_subject_keeps_its_state(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "onderzoek")
    doe(
        in_(hier, "consulent"), pad(dossier, "onderzoek/"), versie=dossier.versie, afgerond="nee",
        behoeften="Rust.", mantelzorg="Die is er niet.", stand_mantelzorg="nvt", netwerk="Zus.",
        stand_netwerk="onbekend",
    )  # fmt: skip
    standen = geschreven(hier, dossier)["onderzoek"]["standen"]
    assert (standen["behoeften"], standen["mantelzorg"], standen["netwerk"], standen["bijdrage"]) == (
        "besproken", "nvt", "onbekend", "onbekend",
    )  # fmt: skip
    pagina = in_(hier, "consulent").get(pad(dossier)).content.decode()
    assert "Niet van toepassing: Die is er niet." in pagina


def test_a_state_that_there_is_not_is_refused(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    fout = ONDERZOEK | {"standen": {"netwerk": "misschien"}}
    with pytest.raises(OngeldigFeit):
        leg_onderzoek_vast(hier.als("consulent"), dossier, fout, versie=dossier.versie, op=OP)


@pytest.mark.parametrize("regeling", ["enschede", "drechtsteden"])
def test_the_letter_tells_of_client_support_and_of_the_plan_with_its_day(stad: Bouw, regeling: str) -> None:
    hier = stad(regeling)
    dossier = breng_tot(hier, "onderzoek")
    pdf = brief_van(hier, dossier, "ontvangstbevestiging")
    assert bevat(pdf, "U kunt gratis hulp krijgen van een cliëntondersteuner.")
    assert bevat(pdf, "U mag tot en met 9 maart 2026 zelf een plan inleveren.")
    with als(hier.als("consulent")):
        al = verteld(dossier, {})
    assert (al["clientondersteuning"].eerst_op, al["persoonlijk_plan"].eerst_op, al["pgb"].eerst_op) == (OP, OP, None)


def test_what_was_told_in_the_conversation_is_kept_beside_the_letter(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "onderzoek")
    klant = in_(hier, "consulent")
    antwoord = klant.post(pad(dossier, "uitleg/"), {"versie": dossier.versie, "pgb": "2026-03-02"})
    assert antwoord.status_code == 303
    pagina = klant.get(pad(dossier)).content.decode()
    assert "in de brief van 2 maart 2026" in pagina
    assert "in het gesprek op 2 maart 2026" in pagina


@pytest.mark.parametrize(
    ("velden", "veld"), [({}, "clientondersteuning"), ({"pgb": "2026-03-03"}, "pgb"), ({"pgb": "2026-03-01"}, "pgb")]
)
def test_a_day_that_cannot_be_stands_at_its_field(stad: Bouw, velden: dict[str, str], veld: str) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "onderzoek")
    antwoord = in_(hier, "consulent").post(pad(dossier, "uitleg/"), {"versie": dossier.versie, **velden})
    assert antwoord.status_code == 422
    assert veld in antwoord.context["formulier"].errors


def test_where_nobody_was_told_yet_seven_days_count_from_the_telling(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "melding")
    with als(hier.als("consulent")):
        assert plan_uiterlijk(dossier, hier.regeling, date(2026, 3, 20)).waarde == date(2026, 3, 27)
        assert plan_uiterlijk(dossier, hier.regeling, None).waarde == date(2026, 3, 9)


def test_a_personal_plan_comes_in_words_and_as_a_file(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    klant = in_(hier, "consulent")
    velden = {
        "versie": dossier.versie, "ontvangen_op": "2026-03-02", "tekst": "Ik wil bij mijn zus in de buurt wonen.",
        "bestand": SimpleUploadedFile("Plan van Sanne.pdf", PDF),
    }  # fmt: skip
    assert klant.post(pad(dossier, "persoonlijk-plan/"), velden).status_code == 303
    plan = geschreven(hier, dossier)["persoonlijk plan"]
    assert (plan["op_tijd"], plan["tekst"]) == (True, "Ik wil bij mijn zus in de buurt wonen.")
    with als(hier.als("consulent")):
        document = Document.objects.get(pk=plan["document"])
    assert (document.soort, document.van, "Sanne" in document.titel) == ("persoonlijk_plan", "inwoner", False)
    assert "Ik wil bij mijn zus in de buurt wonen." in klant.get(pad(dossier)).content.decode()


def test_a_plan_that_comes_late_counts_and_an_empty_one_does_not(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    actor, laat = hier.als("consulent"), date(2026, 3, 20)
    with pytest.raises(OnvolledigPlan):
        ontvang_plan(actor, dossier, Plan(ontvangen_op=OP), versie=dossier.versie, op=laat)
    ontvang_plan(actor, dossier, Plan(ontvangen_op=laat, tekst="Mijn plan."), versie=dossier.versie, op=laat)
    assert geschreven(hier, dossier)["persoonlijk plan"]["op_tijd"] is False


def test_a_plan_with_a_virus_stands_at_the_field_and_the_words_stay(stad: Bouw, tmp_path: Any) -> None:
    import sys

    scan = tmp_path / "scan.py"
    scan.write_text("import sys; sys.exit(b'EICAR' in sys.stdin.buffer.read())")
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    velden = {
        "versie": dossier.versie, "ontvangen_op": "2026-03-02", "tekst": "Mijn plan.",
        "bestand": SimpleUploadedFile("plan.pdf", PDF + EICAR + b"\n%%EOF"),
    }  # fmt: skip
    with override_settings(VOORDEUR_SCANNER=f"opdracht:{sys.executable} {scan}"):
        antwoord = in_(hier, "consulent").post(pad(dossier, "persoonlijk-plan/"), velden)
    assert antwoord.status_code == 422
    assert "virus" in antwoord.context["formulier"].errors["bestand"][0]
    assert "Mijn plan." in antwoord.content.decode()
    assert "persoonlijk plan" not in geschreven(hier, dossier)


@pytest.mark.parametrize("wie", ["controller", "buur", "toezichthouder"])
def test_who_has_no_power_notes_nothing(stad: Bouw, wie: str) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    with pytest.raises(GeenMandaat):
        noteer_uitleg(hier.als(wie), dossier, {"pgb": OP}, versie=dossier.versie, op=OP)
    with pytest.raises(GeenMandaat):
        ontvang_plan(hier.als(wie), dossier, Plan(ontvangen_op=OP, tekst="x"), versie=dossier.versie, op=OP)


def test_a_plan_waits_its_turn(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding")
    plan = Plan(ontvangen_op=OP, tekst="x")
    # the seven days run from the report: it may come before that is confirmed (2.3.2 lid 2 Wmo)
    ontvang_plan(hier.als("consulent"), dossier, plan, versie=dossier.versie, op=OP)
    besloten = breng_tot(hier, "genomen")
    with pytest.raises(StapNietAanDeBeurt):
        ontvang_plan(hier.als("consulent"), besloten, plan, versie=besloten.versie, op=OP)
    dossier = breng_tot(hier, "onderzoek")
    with pytest.raises(Gewijzigd):
        ontvang_plan(hier.als("consulent"), dossier, plan, versie=dossier.versie - 1, op=OP)
