"""From a night to a trajectory: intake, plan, and a decision by mandate with four eyes; refused without a mandate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.brieven.lezen import bevat
from tests.opvang.opzet import ANTWOORDEN, OP, Huis, richt_in
from tests.stad import Stad
from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, Gewijzigd, StapNietAanDeBeurt, ZelfdePersoon
from voordeur.kern.models import Journaalregel, Rekenbewijs
from voordeur.kern.rekenbewijs import herbereken
from voordeur.opvang.actions import BijOpvang, leg_intake_vast, maak_plan, start_traject, stel_besluit_voor, vul_aan
from voordeur.opvang.actions.deur import Gast
from voordeur.opvang.fouten import EerstUitzoeken, Onvolledig
from voordeur.toegang.actions import (
    Besluitvoorstel,
    bereid_besluit_voor,
    leg_onderzoek_vast,
    neem_besluit,
    ontvang_aanvraag,
)
from voordeur.toegang.fouten import RedenOntbreekt
from voordeur.toegang.models import Besluit, Document, Dossier, Klok
from voordeur.toegang.queries import besluiten

BESLUIT: dict[str, Any] = {
    "strekking": "toekenning", "vorm": "trajectplaats", "van": "2026-03-02", "tot": "2026-08-31",
    "motivering": "U hebt geen thuis en redt het nu niet alleen.",
}  # fmt: skip
NEE: dict[str, Any] = {
    "strekking": "afwijzing", "motivering": "U hebt een huis.", "in_plaats_daarvan": "U krijgt hulp bij uw schulden.",
}  # fmt: skip


def velden(dossier: Dossier, **anders: Any) -> dict[str, Any]:
    return {"versie": str(dossier.versie), **anders}


def als_formulier(antwoorden: dict[str, Any]) -> dict[str, str]:
    return {naam: {True: "ja", False: "nee", None: ""}.get(deel, deel) for naam, deel in antwoorden.items()}


def doe(klant: Client, huis: Huis, dossier: Dossier, stap: str, **antwoorden: Any) -> Dossier:
    """One step through its page, without a page that checks the answers."""
    antwoord = klant.post(f"/opvang/{dossier.nummer}/{stap}/", velden(dossier, **antwoorden))
    assert antwoord.status_code == 303, antwoord.content.decode()
    return huis.vers(dossier)


def tot_besluit(huis: Huis, **anders: Any) -> Dossier:
    """Somebody with a finished intake and a plan."""
    dossier = huis.aan_de_deur(Gast(identiteit={"voornaam": "Bas"}))
    wie = huis.stad.als("nacht")
    antwoorden = {**ANTWOORDEN, **anders}
    plek = BijOpvang(dossier, huis.vlinder)
    dossier = leg_intake_vast(wie, plek, antwoorden, versie=dossier.versie, op=OP, afgerond=True).object
    plek = BijOpvang(dossier, huis.vlinder)
    return maak_plan(wie, plek, ["Een eigen kamer"], versie=dossier.versie, op=OP).object


def test_a_shelter_with_a_mandate_goes_from_door_to_letter_without_the_college(huis: Huis) -> None:
    huis.geef_mandaat()
    klant, collega = huis.klant(), huis.klant("nacht2")
    dossier = huis.aan_de_deur(Gast(identiteit={"voornaam": "Bas"}))
    dossier = doe(klant, huis, dossier, "gegevens", voornaam="Bas", naam="Vos", woonplaats="")
    assert "woonplaats nog niet bekend" in klant.get(f"/opvang/{dossier.nummer}/").content.decode()
    dossier = doe(klant, huis, dossier, "intake", **als_formulier(ANTWOORDEN), afgerond="on")
    assert dossier.stap == "besluit"
    assert (dossier.onderzocht_op, dossier.aangevraagd_op) == (OP, OP)
    dossier = doe(klant, huis, dossier, "plan", doelen="Een eigen kamer\nSchulden regelen")
    pad = f"/opvang/{dossier.nummer}/besluit/"
    controle = klant.post(pad, velden(dossier, **BESLUIT))
    assert "Controleer uw antwoorden" in controle.content.decode(), controle.content.decode()
    assert klant.post(pad, velden(dossier, **BESLUIT, _bevestig="1")).status_code == 303
    dossier = huis.vers(dossier)
    tekenen = f"/opvang/{dossier.nummer}/ondertekenen/"
    pagina = collega.get(tekenen).content.decode()
    assert "Schulden regelen" in pagina
    assert "De wet geeft deze persoon opvang." in pagina
    klaar = collega.post(tekenen, velden(dossier, keuze="teken", _bevestig="1"))
    assert klaar.status_code == 303, klaar.content.decode()
    dossier = huis.vers(dossier)
    assert dossier.stap == "verblijf"
    with als(huis.stad.als("consulent")):
        besluit = besluiten(dossier).get()
        assert besluit.ondertekend_door == huis.stad.accounts["nacht2"].pk
        assert Klok.objects.filter(dossier=dossier, soort="bezwaar", klaar_op=None).exists()
        rollen = set(Journaalregel.objects.filter(handeling="toegang.besluit.nemen").values_list("rol", flat=True))
        bewijs = Rekenbewijs.objects.get(regel="opvang.toets")
        assert herbereken(bewijs).gelijk
        document = Document.objects.get(dossier=dossier, soort="besluit")
    assert rollen == {"opvangmedewerker"}
    brief = collega.get(f"/opvang/{dossier.nummer}/brief/{document.pk}/")
    for zin in (
        "U krijgt maatschappelijke opvang vanaf 2 maart 2026 tot en met 31 augustus 2026",
        "namens het college van burgemeester en wethouders van Emmen",
        "opvangmedewerker bij De Nachtvlinder",
        "AanbiederDe Nachtvlinder",
        "U hebt geen thuis en redt het nu niet alleen.",
    ):
        assert bevat(brief.content, zin), zin
    pagina = klant.get(f"/opvang/{dossier.nummer}/").content.decode()
    assert "Brieven om te geven" in pagina
    assert "Trajectplaats maatschappelijke opvang" in pagina
    # what others wrote is no letter to hand over
    with als(huis.stad.als("consulent")):
        Document.objects.filter(pk=document.pk).update(van="zorgaanbieder")
    assert collega.get(f"/opvang/{dossier.nummer}/brief/{document.pk}/").status_code == 404


@pytest.mark.parametrize("handeling", ["leeg", "toegang.melden", "verblijf"])
def test_without_a_mandate_for_decisions_the_shelter_does_not_decide(huis: Huis, handeling: str) -> None:
    if handeling != "leeg":
        huis.geef_mandaat(handeling)
    dossier = tot_besluit(huis)
    assert dossier.stap == "onderzoek"
    wie, ander = huis.stad.als("nacht"), huis.stad.als("nacht2")
    plek = BijOpvang(dossier, huis.vlinder)
    voorstel = Besluitvoorstel(strekking="toekenning", motivering="x", vorm="trajectplaats", van=OP, tot=OP)
    with pytest.raises(GeenMandaat):
        leg_onderzoek_vast(wie, dossier, {}, versie=dossier.versie, op=OP)
    with pytest.raises(GeenMandaat):
        ontvang_aanvraag(wie, dossier, ontvangen_op=OP, versie=dossier.versie, op=OP)
    with pytest.raises(GeenMandaat):
        stel_besluit_voor(wie, plek, voorstel, versie=dossier.versie, op=OP)
    with pytest.raises(GeenMandaat):
        bereid_besluit_voor(wie, dossier, voorstel, versie=dossier.versie, op=OP)
    besluit = Besluit(pk=1, college_code=huis.stad.centrum, dossier=dossier)
    with pytest.raises(GeenMandaat):
        neem_besluit(ander, besluit, op=OP)
    klant = huis.klant()
    assert klant.get(f"/opvang/{dossier.nummer}/besluit/").status_code == 403
    assert klant.get(f"/opvang/{dossier.nummer}/ondertekenen/").status_code == 403
    pagina = klant.get(f"/opvang/{dossier.nummer}/").content.decode()
    assert "Uw organisatie heeft daarvoor geen mandaat." in pagina
    with als(huis.stad.als("consulent")):
        geweigerd = Journaalregel.objects.filter(handeling="toegang.besluit.voorbereiden", uitslag="geweigerd")
        assert geweigerd.exists()


def test_a_mandate_over_shelter_is_none_over_beschermd_wonen_or_over_anothers_people(huis: Huis) -> None:
    huis.geef_mandaat()
    dossier = tot_besluit(huis)
    wie = huis.stad.als("nacht")
    voorstel = Besluitvoorstel(strekking="toekenning", motivering="x", vorm="trajectplaats", van=OP, tot=OP)
    with als(huis.stad.als("consulent")):
        Dossier.objects.filter(pk=dossier.pk).update(voorziening="BW")
    with pytest.raises(GeenMandaat):
        bereid_besluit_voor(wie, dossier, voorstel, versie=dossier.versie, op=OP)
    with als(huis.stad.als("consulent")):
        Dossier.objects.filter(pk=dossier.pk).update(voorziening="MO", aanbieders=[huis.anker])
    with pytest.raises(Dossier.DoesNotExist):
        bereid_besluit_voor(wie, dossier, voorstel, versie=dossier.versie, op=OP)


def test_the_other_shelter_has_no_mandate_by_that_of_this_one(huis: Huis) -> None:
    huis.geef_mandaat()
    dossier = tot_besluit(huis)
    with pytest.raises(GeenMandaat):
        bereid_besluit_voor(
            huis.stad.als("anker"), dossier, Besluitvoorstel(**NEE), versie=dossier.versie, op=OP
        )  # fmt: skip


def test_a_decision_against_the_law_has_a_reason_that_the_signer_and_the_letter_see(huis: Huis) -> None:
    huis.geef_mandaat()
    klant, collega = huis.klant(), huis.klant("nacht2")
    dossier = tot_besluit(huis, thuis_verlaten=False)
    pad, waarom = f"/opvang/{dossier.nummer}/besluit/", "Zij kan nu niet naar huis."
    zonder = klant.post(pad, velden(dossier, **BESLUIT, _bevestig="1"))
    assert zonder.status_code == 422
    assert zonder.context["formulier"].errors["afwijking"]
    assert klant.post(pad, velden(dossier, **BESLUIT, afwijking=waarom, _bevestig="1")).status_code == 303
    tekenen = f"/opvang/{dossier.nummer}/ondertekenen/"
    pagina = collega.get(tekenen).content.decode()
    assert "Dit besluit wijkt af van wat de wet zegt." in pagina
    assert waarom in pagina
    assert collega.post(tekenen, velden(huis.vers(dossier), keuze="teken", _bevestig="1")).status_code == 303
    with als(huis.stad.als("consulent")):
        besluit = besluiten(dossier).get()
        document = Document.objects.get(dossier=dossier, soort="besluit")
    assert besluit.wijkt_af
    assert bevat(collega.get(f"/opvang/{dossier.nummer}/brief/{document.pk}/").content, waarom)


def test_a_refusal_of_what_the_law_gives_has_a_reason_and_what_is_unknown_asks_none(huis: Huis) -> None:
    huis.geef_mandaat()
    dossier, wie = tot_besluit(huis), huis.stad.als("nacht")
    with pytest.raises(RedenOntbreekt):
        stel_besluit_voor(wie, BijOpvang(dossier, huis.vlinder), Besluitvoorstel(**NEE), versie=dossier.versie, op=OP)
    dossier = tot_besluit(huis, thuis_verlaten=None)
    ja = Besluitvoorstel(strekking="toekenning", motivering="x", vorm="trajectplaats", van=OP, tot=OP)
    besluit = stel_besluit_voor(wie, BijOpvang(dossier, huis.vlinder), ja, versie=dossier.versie, op=OP).object
    assert not besluit.wijkt_af


def test_who_prepared_a_decision_does_not_sign_it(huis: Huis) -> None:
    huis.geef_mandaat()
    dossier = tot_besluit(huis, thuis_verlaten=False)
    wie, plek = huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder)
    besluit = stel_besluit_voor(wie, plek, Besluitvoorstel(**NEE), versie=dossier.versie, op=OP).object
    with pytest.raises(ZelfdePersoon):
        neem_besluit(wie, besluit, op=OP)
    assert (
        "Een collega ondertekent het." in huis.klant().get(f"/opvang/{dossier.nummer}/ondertekenen/").content.decode()
    )
    terug = huis.klant("nacht2").post(
        f"/opvang/{dossier.nummer}/ondertekenen/",
        velden(huis.vers(dossier), keuze="terug", reden="Te kort.", _bevestig="1"),
    )
    assert terug.status_code == 303


def test_a_refusal_waits_for_the_facts_and_names_what_is_offered(huis: Huis) -> None:
    huis.geef_mandaat()
    dossier = tot_besluit(huis, thuis_verlaten=None)
    wie, plek = huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder)
    with pytest.raises(EerstUitzoeken, match="of de persoon een thuis heeft"):
        stel_besluit_voor(wie, plek, Besluitvoorstel(**NEE), versie=dossier.versie, op=OP)
    pagina = huis.klant().post(f"/opvang/{dossier.nummer}/besluit/", velden(dossier, **NEE, _bevestig="1"))
    assert pagina.status_code == 422
    assert "Zoek eerst uit: of de persoon een thuis heeft." in pagina.content.decode()
    kaal = huis.klant().post(
        f"/opvang/{dossier.nummer}/besluit/", velden(dossier, **(NEE | {"in_plaats_daarvan": ""}))
    )  # fmt: skip
    assert "Schrijf op wat de persoon wel kan krijgen." in kaal.content.decode()


def test_a_refusal_after_the_investigation_is_on_paper_with_what_is_offered(huis: Huis) -> None:
    huis.geef_mandaat()
    dossier = tot_besluit(huis, thuis_verlaten=False)
    plek = BijOpvang(dossier, huis.vlinder)
    besluit = stel_besluit_voor(
        huis.stad.als("nacht"), plek, Besluitvoorstel(**NEE), versie=dossier.versie, op=OP
    ).object
    neem_besluit(huis.stad.als("nacht2"), besluit, op=OP)
    with als(huis.stad.als("consulent")):
        assert Document.objects.filter(dossier=dossier, soort="besluit").exists()
        assert Dossier.objects.get(pk=dossier.pk).stap == "afgesloten"


def test_a_trajectory_has_a_plan_and_a_last_day(huis: Huis) -> None:
    huis.geef_mandaat()
    dossier = huis.aan_de_deur()
    wie, plek = huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder)
    dossier = leg_intake_vast(wie, plek, ANTWOORDEN, versie=dossier.versie, op=OP, afgerond=True).object
    ja = {"strekking": "toekenning", "motivering": "x", "vorm": "trajectplaats", "van": OP}
    with pytest.raises(StapNietAanDeBeurt, match="het plan met de doelen"):
        stel_besluit_voor(
            wie, BijOpvang(dossier, huis.vlinder), Besluitvoorstel(**ja, tot=OP), versie=dossier.versie, op=OP
        )
    plek = BijOpvang(dossier, huis.vlinder)
    with pytest.raises(Onvolledig, match="minstens een doel"):
        maak_plan(wie, plek, [" "], versie=dossier.versie, op=OP)
    dossier = maak_plan(wie, plek, ["Een huis"], versie=dossier.versie, op=OP).object
    with pytest.raises(Onvolledig, match="laatste dag"):
        stel_besluit_voor(wie, BijOpvang(dossier, huis.vlinder), Besluitvoorstel(**ja), versie=dossier.versie, op=OP)
    with pytest.raises(StapNietAanDeBeurt, match="nog geen besluit"):
        start_traject(wie, BijOpvang(dossier, huis.vlinder), op=OP)


@pytest.mark.parametrize("regeling", ["almelo", "enschede"])
def test_without_a_mandate_the_college_reads_the_intake_and_decides(stad: Callable[[str], Stad], regeling: str) -> None:
    huis = richt_in(stad(regeling))
    dossier = tot_besluit(huis)
    consulent = huis.stad.als("consulent")
    pagina = huis.klant("consulent").get(f"/dossiers/{dossier.nummer}/").content.decode()
    assert "Intake van de opvang" in pagina
    assert "Een eigen kamer" in pagina
    onderzoek = {**ANTWOORDEN, "gesprek_op": OP.isoformat(), "lokale_voorziening": {}}
    dossier = leg_onderzoek_vast(consulent, dossier, onderzoek, versie=dossier.versie, op=OP).object
    dossier = ontvang_aanvraag(consulent, dossier, ontvangen_op=OP, versie=dossier.versie, op=OP).object
    vorm = {"almelo": "opvang", "enschede": "opvang"}[regeling]
    voorstel = Besluitvoorstel(strekking="toekenning", motivering="Geen thuis.", vorm=vorm, van=OP, tot=OP)
    besluit = bereid_besluit_voor(consulent, dossier, voorstel, versie=dossier.versie, op=OP).object
    neem_besluit(huis.stad.als("teamleider"), besluit, op=OP)
    klant = huis.klant()
    assert "Start het traject" in klant.get(f"/opvang/{dossier.nummer}/").content.decode()
    assert klant.post(f"/opvang/{dossier.nummer}/starten/", {"ja": "1"}).status_code == 303
    assert huis.vers(dossier).stap == "verblijf"


def test_the_matrix_is_asked_where_the_agreement_has_one(stad: Callable[[str], Stad]) -> None:
    huis = richt_in(stad("drechtsteden"))
    dossier = huis.aan_de_deur()
    klant = huis.klant()
    assert "Zelfredzaamheid" in klant.get(f"/opvang/{dossier.nummer}/intake/").content.decode()
    doe(klant, huis, dossier, "intake", **als_formulier(ANTWOORDEN), d0="3")
    with als(huis.stad.als("nacht")):
        geschreven = opgeschreven(dossier.inwoner, van=dossier.nummer)["opvang intake"]
    assert list(geschreven["zrm"].values()) == [3]
    assert geschreven["versie"] == "2026-11"


def test_who_saw_an_older_version_is_told(huis: Huis) -> None:
    dossier = huis.aan_de_deur()
    wie, plek = huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder)
    maak_plan(wie, plek, ["Een huis"], versie=dossier.versie, op=OP)
    for stap in (
        lambda: maak_plan(wie, plek, ["Anders"], versie=dossier.versie, op=OP),
        lambda: vul_aan(wie, plek, {}, versie=dossier.versie, op=OP),
        lambda: leg_intake_vast(wie, plek, ANTWOORDEN, versie=dossier.versie, op=OP),
    ):
        with pytest.raises(Gewijzigd):
            stap()
    botsing = huis.klant().post(f"/opvang/{dossier.nummer}/plan/", velden(dossier, doelen="Mijn doel"))
    assert botsing.status_code == 409
    assert "Mijn doel" in botsing.content.decode()


def test_the_shelter_that_took_over_has_what_the_first_one_wrote_and_can_go_on(huis: Huis) -> None:
    from voordeur.opvang.actions import Elders, breng_elders

    huis.geef_mandaat()
    dossier = huis.aan_de_deur(Gast(identiteit={"voornaam": "Bas"}))
    wie = huis.stad.als("nacht")
    plek = BijOpvang(dossier, huis.vlinder)
    dossier = leg_intake_vast(wie, plek, ANTWOORDEN, versie=dossier.versie, op=OP).object
    weg = Elders(grond="veiligheid", uitkomst="andere_opvang", naar=huis.anker, gebeld="Jos")
    breng_elders(wie, BijOpvang(dossier, huis.vlinder), weg, nacht=OP, op=OP)
    klant = huis.klant("anker")
    pagina = klant.get(f"/opvang/{dossier.nummer}/").content.decode()
    assert "Een plek en rust." in pagina
    dossier = huis.vers(dossier)
    doe(klant, huis, dossier, "intake", **als_formulier({**ANTWOORDEN, "behoeften": "Nu iets anders."}))
    assert "Nu iets anders." in klant.get(f"/opvang/{dossier.nummer}/").content.decode()
