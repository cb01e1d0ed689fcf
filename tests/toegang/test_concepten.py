"""A draft: kept while somebody types, offered again, gone when handed in; nobody else sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.test_schermen import doe, in_, pad
from tests.toegang.weg import OP, breng_tot, vers
from voordeur.kern.actor import als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.models import Journaalregel
from voordeur.toegang.actions import leg_onderzoek_vast, zet_stap
from voordeur.toegang.actions.concepten import GROOTSTE, bewaar_concept, gooi_concept_weg
from voordeur.toegang.fouten import ConceptTeGroot
from voordeur.toegang.models import Concept, Dossier
from voordeur.toegang.queries_concepten import concept_van

Bouw = Callable[[str], Stad]


@pytest.fixture(autouse=True)
def _vandaag() -> Any:
    with override_settings(VOORDEUR_VANDAAG=OP):
        yield


def concept(
    stad: Stad, dossier: Dossier, wie: str = "consulent", formulier: str = "onderzoek"
) -> dict[str, Any] | None:
    with als(stad.als(wie)):
        gevonden = concept_van(stad.als(wie), dossier, formulier)
    return gevonden.velden if gevonden else None


def test_what_is_typed_is_kept_and_offered_again(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "onderzoek")
    klant, adres = in_(hier, "consulent"), pad(dossier, "onderzoek/")
    getypt = {
        "versie": dossier.versie,
        "netwerk": "Een zus.",
        "stand_netwerk": "onbekend",
        "afgerond": "",
        "vreemd": "x",
    }
    antwoord = klant.post(adres, {**getypt, "_concept": "bewaar"})
    assert antwoord.status_code == 200
    assert set(antwoord.json()) == {"om"}
    assert concept(hier, dossier)["netwerk"] == ["Een zus."]
    assert "vreemd" not in concept(hier, dossier)
    pagina = klant.get(adres)
    assert pagina.context["formulier"]["netwerk"].value() == "Een zus."
    assert pagina.context["formulier"]["stand_netwerk"].value() == "onbekend"
    assert "Het is nog niet vastgelegd." in pagina.content.decode()


def test_keeping_a_draft_changes_nothing_of_the_dossier_and_is_no_deed(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    with als(hier.als("consulent")):
        voor = Journaalregel.objects.filter(betreft=dossier.betreft).count()
    in_(hier, "consulent").post(pad(dossier, "onderzoek/"), {"netwerk": "Een zus.", "_concept": "bewaar"})
    with als(hier.als("consulent")):
        assert Journaalregel.objects.filter(betreft=dossier.betreft).count() == voor
        assert b"zus" not in bytes(Concept.objects.get().inhoud)
    assert vers(hier, dossier).versie == dossier.versie


def test_without_javascript_a_button_does_the_same(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    klant, adres = in_(hier, "consulent"), pad(dossier, "onderzoek/")
    assert "Bewaar en ga later verder" in klant.get(adres).content.decode()
    antwoord = klant.post(adres, {"versie": dossier.versie, "netwerk": "Een zus.", "_concept": "later"})
    assert antwoord.status_code == 303
    assert "Wat u typte, is bewaard." in klant.get(antwoord.headers["Location"]).content.decode()
    assert concept(hier, dossier)["netwerk"] == ["Een zus."]


def test_handed_in_or_thrown_away_the_draft_is_gone(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "onderzoek")
    klant, adres = in_(hier, "consulent"), pad(dossier, "onderzoek/")
    klant.post(adres, {"netwerk": "Een zus.", "_concept": "bewaar"})
    assert klant.post(adres, {"_concept": "weg"}).status_code == 303
    assert concept(hier, dossier) is None
    assert klant.get(adres).context["formulier"]["netwerk"].value() is None
    klant.post(adres, {"versie": dossier.versie, "netwerk": "Een zus.", "_concept": "bewaar"})
    doe(klant, adres, versie=dossier.versie, netwerk="Een zus.", afgerond="nee")
    assert concept(hier, dossier) is None


def test_a_draft_of_before_does_not_run_over_what_a_colleague_did(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    klant, adres = in_(hier, "consulent"), pad(dossier, "onderzoek/")
    klant.post(adres, {"versie": dossier.versie, "netwerk": "Een zus.", "_concept": "bewaar"})
    ander = {"netwerk": "Een broer.", "afgerond": False}
    leg_onderzoek_vast(hier.als("consulent2"), dossier, ander, versie=dossier.versie, op=OP)
    formulier = klant.get(adres).context["formulier"]
    assert int(formulier["versie"].value()) == dossier.versie
    velden = {"versie": dossier.versie, "netwerk": "Een zus.", "afgerond": "nee", "overgangsrecht": "nee"}
    antwoord = klant.post(adres, velden | {"_bevestig": "1"})
    assert antwoord.status_code == 409
    assert "Een zus." in antwoord.content.decode()
    assert concept(hier, dossier)["netwerk"] == ["Een zus."]


def test_a_draft_is_of_one_person(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    bewaar_concept(hier.als("consulent"), dossier, "zrm", {"d0": ["3"]}, op=OP)
    assert concept(hier, dossier, "consulent2", "zrm") is None
    gooi_concept_weg(hier.als("consulent2"), dossier, "zrm")
    assert concept(hier, dossier, "consulent", "zrm") == {"d0": ["3"]}
    pagina = in_(hier, "consulent").get(pad(dossier, "zelfredzaamheid/"))
    assert pagina.context["formulier"]["d0"].value() == "3"


def test_the_draft_of_a_report_is_kept_too(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "aanvraag")
    klant, adres = in_(hier, "consulent"), pad(dossier, "verslag/")
    assert klant.post(adres, {"versie": dossier.versie, "advies": "Half.", "_concept": "bewaar"}).status_code == 200
    assert "Half." in klant.get(adres).content.decode()


@pytest.mark.parametrize("wie", ["controller", "toezichthouder", "buur", "aanbieder"])
def test_who_may_not_do_the_step_keeps_no_draft(stad: Bouw, wie: str) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    with pytest.raises(GeenMandaat):
        bewaar_concept(hier.als(wie), dossier, "onderzoek", {"netwerk": ["x"]}, op=OP)
    assert in_(hier, wie).post(pad(dossier, "onderzoek/"), {"_concept": "bewaar"}).status_code in (403, 404)


def test_an_endless_draft_is_refused(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    with pytest.raises(ConceptTeGroot):
        bewaar_concept(hier.als("consulent"), dossier, "onderzoek", {"netwerk": ["x" * GROOTSTE]}, op=OP)


def test_there_is_one_draft_for_each_person_and_step(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    actor = hier.als("consulent")
    for tekst in ("een", "twee"):
        bewaar_concept(actor, dossier, "onderzoek", {"netwerk": [tekst]}, op=OP)
    assert concept(hier, dossier) == {"netwerk": ["twee"]}
    with pytest.raises(IntegrityError) as fout, als(actor):
        rij = Concept.objects.get(dossier=dossier)
        rij.pk = None
        rij.save(force_insert=True)
    assert constraint_van(fout.value) == "concept_een_per_persoon_en_stap"


def test_with_the_dossier_the_drafts_end(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    actor = hier.als("consulent")
    bewaar_concept(actor, dossier, "onderzoek", {"netwerk": ["een"]}, op=OP)
    with als(actor):
        zet_stap(Dossier.objects.get(pk=dossier.pk), Dossier.Stap.AFGESLOTEN, OP)
        assert not Concept.objects.filter(dossier=dossier).exists()
