"""The investigation: what may be written when, what the rules make of it, and when the application may come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.stad import Stad
from tests.toegang.weg import IDENTITEIT, INSCHAALFEITEN, ONDERZOEK, OP, breng_tot, toekenning, vers
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt
from voordeur.kern.models import Rekenbewijs
from voordeur.regels.fouten import OngeldigFeit, RegelOntbreekt
from voordeur.toegang.actions import (
    beantwoord_criteria,
    bereid_besluit_voor,
    leg_onderzoek_vast,
    ontvang_aanvraag,
    schaal_in,
    score_zrm,
)
from voordeur.toegang.fouten import KanNietBerekend
from voordeur.toegang.models import Dossier, Klok
from voordeur.toegang.queries import inschaling, kijk, toets

Bouw = Callable[[str], Stad]


def lopend(stad: Stad, dossier: Dossier) -> set[str]:
    with als(stad.als("consulent")):
        return set(Klok.objects.filter(dossier=dossier, klaar_op=None).values_list("soort", flat=True))


def geschreven(stad: Stad, dossier: Dossier) -> dict[str, Any]:
    with als(stad.als("consulent")):
        return kijk(vers(stad, dossier)).geschreven


def test_an_investigation_that_is_not_finished_keeps_its_term(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    half = leg_onderzoek_vast(
        hier.als("consulent"), dossier, ONDERZOEK | {"afgerond": False}, versie=dossier.versie, op=OP
    ).object
    assert (half.stap, half.onderzocht_op, lopend(hier, half)) == ("onderzoek", None, {"onderzoek"})
    heel = leg_onderzoek_vast(hier.als("consulent"), half, ONDERZOEK, versie=half.versie, op=OP).object
    assert (heel.stap, heel.onderzocht_op, lopend(hier, heel)) == ("aanvraag", OP, set())
    assert geschreven(hier, heel)["onderzoek"]["behoeften"] == "Zij wil een veilige plek."


def test_before_the_report_is_confirmed_nothing_is_examined(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding")
    with pytest.raises(StapNietAanDeBeurt, match="'melding'"):
        leg_onderzoek_vast(hier.als("consulent"), dossier, ONDERZOEK, versie=dossier.versie, op=OP)


@pytest.mark.parametrize("wie", ["controller", "toezichthouder", "buur"])
def test_who_has_no_power_here_writes_nothing(stad: Bouw, wie: str) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    with pytest.raises(GeenMandaat):
        leg_onderzoek_vast(hier.als(wie), dossier, ONDERZOEK, versie=dossier.versie, op=OP)
    assert vers(hier, dossier).versie == dossier.versie


@pytest.mark.parametrize("regeling", ["enschede", "drechtsteden"])
def test_scores_are_kept_locked_also_where_the_agreement_has_no_matrix(stad: Bouw, regeling: str) -> None:
    hier = stad(regeling)
    dossier = breng_tot(hier, "onderzoek")
    scores = {"Financiën": 2, "Justitie": 5}
    score_zrm(hier.als("consulent"), dossier, scores, versie=dossier.versie, op=OP)
    assert geschreven(hier, dossier)["zrm intake"] == {"scores": scores, "op": "2026-03-02"}


@pytest.mark.parametrize(
    ("scores", "meting"),
    [({"Financiën": 6}, "intake"), ({"Financiën": 0}, "intake"), ({"Tuin": 3}, "intake"), ({}, "x")],
)
def test_a_score_or_domain_that_the_matrix_has_not_is_refused(stad: Bouw, scores: dict[str, int], meting: str) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    with pytest.raises(OngeldigFeit):
        score_zrm(hier.als("consulent"), dossier, scores, meting=meting, versie=dossier.versie, op=OP)


def test_an_unknown_criterion_leaves_the_outcome_unknown_and_says_which(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    dossier = leg_onderzoek_vast(hier.als("consulent"), dossier, ONDERZOEK, versie=dossier.versie, op=OP).object
    antwoorden = {"all-inclusive": {1: True, 2: True, 3: None, 4: True}, "modulair": {1: False}}
    gedaan = beantwoord_criteria(hier.als("consulent"), dossier, antwoorden, versie=dossier.versie, op=OP)
    with als(hier.als("consulent")):
        uitkomst = toets(gedaan.object, OP)
    assert (uitkomst.waarde.toegang, uitkomst.waarde.ontbreekt) == ("onbekend", ("all-inclusive/3",))
    assert gedaan.uitkomst.waarde == uitkomst.waarde


def test_for_who_lives_outside_the_region_the_best_place_is_still_to_be_found_out(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "aanvraag", melder="buiten de regio")
    with als(hier.als("consulent")):
        uitkomst = toets(dossier, OP).waarde
    assert (uitkomst.toegang, uitkomst.ontbreekt) == ("onbekend", ("beste_plek",))


def test_without_a_birth_date_the_age_is_unknown(stad: Bouw) -> None:
    hier = stad("enschede")
    zonder = {naam: waarde for naam, waarde in IDENTITEIT.items() if naam != "geboortedatum"}
    dossier = breng_tot(hier, "aanvraag", identiteit=zonder)
    with als(hier.als("consulent")):
        assert toets(dossier, OP).waarde.ontbreekt == ("geboortedatum",)


def test_a_criterion_that_the_agreement_has_not_is_refused_and_not_kept(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    with pytest.raises(OngeldigFeit):
        beantwoord_criteria(hier.als("consulent"), dossier, {"modulair": {7: True}}, versie=dossier.versie, op=OP)
    assert "criteria" not in geschreven(hier, dossier)


def test_an_agreement_without_criteria_or_table_says_so(stad: Bouw) -> None:
    hier = stad("almelo")
    dossier = breng_tot(hier, "onderzoek")
    with pytest.raises(KanNietBerekend, match="kent geen criteria"):
        beantwoord_criteria(hier.als("consulent"), dossier, {"x": {1: True}}, versie=dossier.versie, op=OP)
    with pytest.raises(KanNietBerekend, match="kent geen inschaling"):
        schaal_in(hier.als("consulent"), dossier, INSCHAALFEITEN, versie=dossier.versie, op=OP)
    with als(hier.als("consulent")):
        assert inschaling(dossier) is None
        with pytest.raises(RegelOntbreekt, match="criteria voor beschermd wonen"):
            toets(dossier, OP)


def test_criteria_of_protected_living_are_not_asked_of_who_needs_shelter(stad: Bouw) -> None:
    hier = stad("boce")
    dossier = breng_tot(hier, "onderzoek", voorziening="MO")
    with als(hier.als("consulent")), pytest.raises(RegelOntbreekt, match="maatschappelijke opvang"):
        toets(dossier, OP)


def test_the_arrangement_follows_the_table_and_keeps_its_proof_without_facts(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "onderzoek")
    gedaan = schaal_in(hier.als("consulent"), dossier, INSCHAALFEITEN, versie=dossier.versie, op=OP)
    assert (gedaan.uitkomst.waarde.arrangement, gedaan.uitkomst.waarde.zwaarte) == ("tot-12-intramuraal", "midden")
    with als(hier.als("consulent")):
        bewijs = Rekenbewijs.objects.get(regel="toegang.inschaling")
        assert inschaling(dossier) == gedaan.uitkomst
    assert bewijs.feiten == {}
    with pytest.raises(OngeldigFeit, match="kies uit"):
        schaal_in(hier.als("consulent"), dossier, INSCHAALFEITEN | {"werk": "x"}, versie=dossier.versie + 1, op=OP)


def test_the_application_waits_for_the_investigation_unless_that_is_late(stad: Bouw) -> None:
    """Article 2.3.2 lid 9 Wmo."""
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    with pytest.raises(StapNietAanDeBeurt, match="nog niet klaar"):
        ontvang_aanvraag(hier.als("consulent"), dossier, ontvangen_op=OP, versie=dossier.versie, op=OP)
    laat = date(2026, 4, 14)
    dossier = ontvang_aanvraag(hier.als("consulent"), dossier, ontvangen_op=laat, versie=dossier.versie, op=laat).object
    assert (dossier.stap, lopend(hier, dossier)) == ("besluit", {"onderzoek", "besluit"})
    with pytest.raises(StapNietAanDeBeurt, match="vast wat u hebt onderzocht"):
        bereid_besluit_voor(hier.als("consulent"), dossier, toekenning(hier), versie=dossier.versie, op=laat)
    dossier = leg_onderzoek_vast(hier.als("consulent"), dossier, ONDERZOEK, versie=dossier.versie, op=laat).object
    assert (dossier.stap, lopend(hier, dossier)) == ("besluit", {"besluit"})


@pytest.mark.parametrize("dag", [date(2026, 3, 1), date(2026, 3, 3)])
def test_an_application_is_not_older_than_the_report_nor_of_tomorrow(stad: Bouw, dag: date) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "aanvraag")
    with pytest.raises(StapNietAanDeBeurt, match="na de melding"):
        ontvang_aanvraag(hier.als("consulent"), dossier, ontvangen_op=dag, versie=dossier.versie, op=OP)


@pytest.mark.parametrize("regeling", ["enschede", "drechtsteden"])
def test_the_decision_is_due_two_weeks_after_the_application(stad: Bouw, regeling: str) -> None:
    hier = stad(regeling)
    dossier = breng_tot(hier, "besluit")
    with als(hier.als("consulent")):
        assert Klok.objects.get(dossier=dossier, soort="besluit").uiterlijk == date(2026, 3, 16)
