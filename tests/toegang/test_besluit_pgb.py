"""Refusing the form of payment is apart from refusing care; a region's reticence never refuses by itself."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.brieven.lezen import bevat
from tests.stad import Stad
from tests.toegang.besluiten import brief_van
from tests.toegang.weg import OP, afwijzing, breng_tot, toekenning, vers, voorstel_van
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat
from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.pgb import VOORWAARDEN, toets_pgb
from voordeur.toegang.actions import (
    PgbAfspraken,
    beoordeel_pgb,
    bereid_besluit_voor,
    leg_resultaten_vast,
    neem_besluit,
)
from voordeur.toegang.fouten import KanNietBerekend, OnvolledigVoorstel, PgbNogOnbekend, RedenOntbreekt
from voordeur.toegang.models import Besluit, Dossier
from voordeur.toegang.queries import te_plaatsen

Bouw = Callable[[str], Stad]
JA: dict[str, bool | None] = dict.fromkeys(VOORWAARDEN, True)
AFSPRAKEN = PgbAfspraken(
    bedrag=Decimal("4250.50"), per="maand", doel="Begeleiding inkopen.", voorwaarden="Vertel elk halfjaar hoe het gaat."
)


def gevraagd(stad: Stad, antwoorden: dict[str, bool | None], **uitleg: str) -> Dossier:
    dossier = breng_tot(stad, "besluit")
    wie = stad.als("consulent")
    beoordeel_pgb(wie, dossier, True, antwoorden, uitleg, versie=dossier.versie, op=OP)
    return vers(stad, dossier)


def bereid(stad: Stad, dossier: Dossier, **anders: Any) -> Besluit:
    dossier = vers(stad, dossier)
    voorstel = toekenning(stad, **anders)
    klaar: Besluit = bereid_besluit_voor(stad.als("consulent"), dossier, voorstel, versie=dossier.versie, op=OP).object
    return klaar


def test_the_law_knows_three_conditions_and_an_unknown_one_is_never_a_no() -> None:
    assert toets_pgb(JA).waarde.recht == "ja"
    assert toets_pgb(JA | {"kwaliteit": False}).waarde.niet_voldaan == ("kwaliteit",)
    assert toets_pgb({}).waarde.ontbreekt == tuple(VOORWAARDEN)
    with pytest.raises(OngeldigFeit):
        toets_pgb({"niet_logisch": True})


@pytest.mark.bepaling("almelo/pgb")
def test_the_reticence_of_a_region_never_refuses_by_itself(stad: Bouw) -> None:
    """Almelo finds a budget not logical; who meets the law's conditions gets it, and refusing it needs a reason."""
    hier = stad("almelo")
    dossier = gevraagd(hier, JA)
    with pytest.raises(RedenOntbreekt):
        bereid(hier, dossier)
    besluit = bereid(hier, dossier, leveringsvorm="pgb", pgb=AFSPRAKEN)
    assert (besluit.leveringsvorm, besluit.wijkt_af) == ("pgb", False)


def test_a_budget_that_is_refused_is_motivated_by_the_law_and_the_help_is_granted_in_kind(stad: Bouw) -> None:
    hier = stad("almelo")
    dossier = gevraagd(hier, JA | {"zelf_beheren": False}, zelf_beheren="Niemand kan u helpen met het geld.")
    besluit = bereid(hier, dossier)
    assert (besluit.strekking, besluit.leveringsvorm, besluit.wijkt_af) == ("toekenning", "zin", False)
    neem_besluit(hier.als("teamleider"), besluit, op=OP)
    pdf = brief_van(hier, dossier, "besluit")
    for zin in (
        "U krijgt beschermd wonen vanaf", "Waarom u geen pgb krijgt", "De hulp krijgt u wel, maar het pgb niet.",
        "Niemand kan u helpen met het geld.", "Wmo 2015, artikel 2.3.6", "zorg in natura",
    ):  # fmt: skip
        assert bevat(pdf, zin), zin
    assert vers(hier, dossier).stap == "plaatsing"


def test_a_no_to_a_condition_is_explained(stad: Bouw) -> None:
    hier = stad("almelo")
    with pytest.raises(OnvolledigVoorstel, match="waarom deze voorwaarde niet klopt") as fout:
        gevraagd(hier, JA | {"kwaliteit": False})
    assert fout.value.veld == "uitleg_kwaliteit"


def test_while_a_condition_is_unknown_the_budget_is_not_refused(stad: Bouw) -> None:
    hier = stad("almelo")
    dossier = gevraagd(hier, JA | {"gemotiveerd": None})
    with pytest.raises(PgbNogOnbekend):
        bereid(hier, dossier)


def test_a_budget_waits_for_no_place_and_the_letter_says_how_much_for_what(stad: Bouw) -> None:
    hier = stad("almelo")
    dossier = gevraagd(hier, JA)
    besluit = bereid(hier, dossier, leveringsvorm="pgb", pgb=AFSPRAKEN)
    neem_besluit(hier.als("teamleider"), besluit, op=OP)
    assert vers(hier, dossier).stap == "verblijf"
    with als(hier.als("consulent")):
        assert not te_plaatsen(hier.als("consulent")).exists()
    pdf = brief_van(hier, dossier, "besluit")
    for zin in ("persoonsgebonden budget (pgb)", "4.250,50 per maand", "Begeleiding inkopen."):
        assert bevat(pdf, zin), zin


@pytest.mark.parametrize(
    ("regeling", "anders", "veld"),
    [
        ("enschede", {"pgb": AFSPRAKEN}, "leveringsvorm"),
        ("almelo", {}, "pgb_bedrag"),
        ("almelo", {"pgb": PgbAfspraken(bedrag=Decimal("0"), per="maand", doel="x", voorwaarden="x")}, "pgb_bedrag"),
        ("almelo", {"pgb": PgbAfspraken(bedrag=Decimal("1"), per="", doel="x", voorwaarden="x")}, "pgb_doel"),
        ("almelo", {"pgb": PgbAfspraken(bedrag=Decimal("1"), per="jaar", doel="x", voorwaarden="")}, "pgb_voorwaarden"),
    ],
)
def test_a_budget_is_there_where_the_product_has_one_with_its_terms(
    stad: Bouw, regeling: str, anders: dict[str, Any], veld: str
) -> None:
    hier = stad(regeling)
    dossier = gevraagd(hier, JA)
    with pytest.raises(OnvolledigVoorstel) as fout:
        bereid(hier, dossier, leveringsvorm="pgb", **anders)
    assert fout.value.veld == veld


def test_nobody_gets_a_budget_that_they_did_not_ask_for(stad: Bouw) -> None:
    hier = stad("almelo")
    with pytest.raises(OnvolledigVoorstel, match="vroeg niet om een pgb"):
        bereid(hier, breng_tot(hier, "besluit"), leveringsvorm="pgb", pgb=AFSPRAKEN)


def test_who_has_no_power_judges_no_budget(stad: Bouw) -> None:
    hier = stad("almelo")
    dossier = breng_tot(hier, "besluit")
    for wie in ("controller", "aanbieder", "buur"):
        with pytest.raises(GeenMandaat):
            beoordeel_pgb(hier.als(wie), dossier, True, JA, {}, versie=dossier.versie, op=OP)


@pytest.mark.bepaling("drechtsteden/toegang-toeleiding")
def test_a_budget_has_access_in_drechtsteden_and_no_allocation(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = gevraagd(hier, JA)
    besluit = bereid(hier, dossier, leveringsvorm="pgb", pgb=AFSPRAKEN)
    neem_besluit(hier.als("teamleider"), besluit, op=OP)
    assert vers(hier, dossier).stap == "verblijf"
    with als(hier.als("consulent")):
        assert not te_plaatsen(hier.als("consulent")).exists()


def test_a_partial_grant_says_what_is_granted_what_is_not_why_and_what_else(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    deels = {
        "soort": "gedeeltelijk",
        "niet_toegekend": "Een plek met een eigen keuken.",
        "waarom_niet": "Dat is geen hulp.",
    }
    with pytest.raises(OnvolledigVoorstel, match="wel kan krijgen"):
        bereid(hier, dossier, **deels)
    besluit = bereid(hier, dossier, **deels, in_plaats_daarvan="De gemeente helpt met een woning.")
    assert (besluit.strekking, besluit.soort) == ("toekenning", "gedeeltelijk")
    neem_besluit(hier.als("teamleider"), besluit, op=OP)
    pdf = brief_van(hier, dossier, "besluit")
    for zin in (
        "U krijgt niet alles wat u vroeg.", "Een plek met een eigen keuken.", "Dat is geen hulp.",
        "De gemeente helpt met een woning.", "Bent u het niet eens met dit besluit?",
    ):  # fmt: skip
        assert bevat(pdf, zin), zin


@pytest.mark.parametrize("leeg", ["niet_toegekend", "waarom_niet", "in_plaats_daarvan"])
def test_a_partial_grant_without_one_of_these_comes_back(stad: Bouw, leeg: str) -> None:
    hier = stad("enschede")
    alles = {"niet_toegekend": "x", "waarom_niet": "x", "in_plaats_daarvan": "x"} | {leeg: " "}
    with pytest.raises(OnvolledigVoorstel) as fout:
        bereid(hier, breng_tot(hier, "besluit"), soort="gedeeltelijk", **alles)
    assert fout.value.veld == leeg


def test_results_by_life_domain_go_into_the_decision_and_its_letter(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "besluit")
    wie = hier.als("consulent")
    with pytest.raises(KanNietBerekend):
        leg_resultaten_vast(wie, dossier, {"Sterrenkunde": "x"}, versie=dossier.versie, op=OP)
    wens = {"Financiën": "De rekeningen zijn op tijd betaald.", "Justitie": " "}
    leg_resultaten_vast(wie, dossier, wens, versie=dossier.versie, op=OP)
    besluit = bereid(hier, dossier)
    neem_besluit(hier.als("teamleider"), besluit, op=OP)
    pdf = brief_van(hier, dossier, "besluit")
    assert bevat(pdf, "De rekeningen zijn op tijd betaald.")
    assert not bevat(pdf, "Justitie")


def test_a_refusal_of_care_does_not_speak_of_a_budget(stad: Bouw) -> None:
    hier = stad("almelo")
    dossier = gevraagd(hier, JA)
    bereid_besluit_voor(hier.als("consulent"), dossier, afwijzing(), versie=dossier.versie, op=OP)
    neem_besluit(hier.als("teamleider"), voorstel_van(hier, dossier), op=OP)
    assert not bevat(brief_van(hier, dossier, "besluit"), "pgb")
