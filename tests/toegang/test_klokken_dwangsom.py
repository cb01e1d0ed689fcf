"""A notice that a decision is late: too early it has no effect; else what is owed, to the cent and with its proof."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError

from tests.brieven.lezen import bevat
from tests.stad import Stad
from tests.toegang.test_klokken import brief, klok_van, schort_op
from tests.toegang.weg import breng_tot, vers, voorstel_van
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt
from voordeur.kern.models import Rekenbewijs
from voordeur.kern.rekenbewijs import herbereken
from voordeur.toegang.actions import (
    eindig_opschorting,
    leg_ingebrekestelling_vast,
    neem_besluit,
    schort_klok_op,
    stel_dwangsom_vast,
    stel_volle_dwangsom_vast,
)
from voordeur.toegang.actions.klokken import Opschortverzoek
from voordeur.toegang.fouten import OnvolledigVoorstel
from voordeur.toegang.klokregels import OP_BEZWAAR
from voordeur.toegang.models import Document, Dossier, Ingebrekestelling, Klok
from voordeur.toegang.termijnen import reken_opnieuw, start_klok

Bouw = Callable[[str], Stad]


def stel_in_gebreke(stad: Stad, dossier: Dossier, op: date, wie: str = "consulent") -> Ingebrekestelling:
    klok = klok_van(stad, dossier)
    gedaan: Ingebrekestelling = leg_ingebrekestelling_vast(
        stad.als(wie), klok, ontvangen_op=op, versie=vers(stad, dossier).versie, op=op
    ).object
    return gedaan


def test_a_notice_on_the_last_day_is_too_early_and_is_answered_so(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    gemaakt = stel_in_gebreke(hier, dossier, date(2026, 3, 16))
    assert gemaakt.te_vroeg
    pdf = brief(hier, dossier, "antwoord-ingebrekestelling")
    assert bevat(pdf, "Uw ingebrekestelling kwam te vroeg. Wij hebben nog tijd tot en met 16 maart 2026.")
    assert bevat(pdf, "Uw brief heeft daarom geen gevolg.")


def test_a_decision_that_is_late_costs_the_penalty_to_the_cent(stad: Bouw) -> None:
    """Term to 16 March, notice on the 17th, first day 1 April, decision on 20 April: 14 x 23 and 5 x 35 is 497."""
    hier = stad("enschede")
    dossier = breng_tot(hier, "voorbereid")
    stel_in_gebreke(hier, dossier, date(2026, 3, 17))
    assert bevat(brief(hier, dossier, "antwoord-ingebrekestelling"), "Wij willen uiterlijk op 31 maart 2026 besluiten.")
    neem_besluit(hier.als("teamleider"), voorstel_van(hier, dossier), op=date(2026, 4, 20))
    with als(hier.als("consulent")):
        vast = Ingebrekestelling.objects.get(dossier=dossier)
        bewijs = Rekenbewijs.objects.get(pk=vast.bewijs)
        assert herbereken(bewijs).gelijk
    assert (vast.bedrag, vast.vastgesteld_op) == (Decimal("497.00"), date(2026, 4, 20))
    assert bewijs.feiten == {
        "einde_termijn": "2026-03-16", "ingebrekestelling": "2026-03-17", "tot_en_met": "2026-04-19",
    }  # fmt: skip
    pdf = brief(hier, dossier, "dwangsombesluit")
    for zin in (
        "U krijgt € 497,00 van ons, omdat ons besluit te laat is.",
        "14 dagen: 1 april 2026 tot en met 14 april 2026",
        "€ 23,00 per dag",
        "5 dagen: 15 april 2026 tot en met 19 april 2026",
        "€ 35,00 per dag",
        "Wij betalen dit bedrag uiterlijk op 1 juni 2026.",
        "Dan kunt u bezwaar maken.",
    ):
        assert bevat(pdf, zin), zin


def test_a_decision_within_two_weeks_costs_nothing_and_says_so(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "voorbereid")
    stel_in_gebreke(hier, dossier, date(2026, 3, 17))
    neem_besluit(hier.als("teamleider"), voorstel_van(hier, dossier), op=date(2026, 4, 1))
    with als(hier.als("consulent")):
        assert Ingebrekestelling.objects.get(dossier=dossier).bedrag == 0
    assert bevat(brief(hier, dossier, "dwangsombesluit"), "U krijgt geen dwangsom.")


def test_without_a_notice_that_counts_there_is_no_letter_about_a_penalty(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "voorbereid")
    stel_in_gebreke(hier, dossier, date(2026, 3, 16))
    neem_besluit(hier.als("teamleider"), voorstel_van(hier, dossier), op=date(2026, 6, 1))
    with als(hier.als("consulent")):
        assert not Document.objects.filter(dossier=dossier, soort="dwangsombesluit").exists()
        assert Ingebrekestelling.objects.get(dossier=dossier).bedrag is None


def test_the_highest_amount_is_fixed_without_a_decision(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "voorbereid")
    stel_in_gebreke(hier, dossier, date(2026, 3, 17))
    klok = klok_van(hier, dossier)
    laatste = date(2026, 5, 12)  # day 42
    with pytest.raises(StapNietAanDeBeurt, match="loopt nog"):
        stel_volle_dwangsom_vast(hier.als("consulent"), klok, versie=vers(hier, dossier).versie, op=laatste)
    vast = stel_volle_dwangsom_vast(
        hier.als("consulent"), klok, versie=vers(hier, dossier).versie, op=date(2026, 5, 13)
    ).object
    assert vast.bedrag == Decimal("1442.00")
    neem_besluit(hier.als("teamleider"), voorstel_van(hier, dossier), op=date(2026, 6, 1))
    with als(hier.als("consulent")):
        assert Document.objects.filter(dossier=dossier, soort="dwangsombesluit").count() == 1


def test_a_suspended_term_makes_a_notice_too_early(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    verzoek = Opschortverzoek(grond="aanvulling", gevraagd=("x",), tot=date(2026, 3, 18))
    klok = klok_van(hier, dossier)
    schort_klok_op(hier.als("consulent"), klok, verzoek, versie=dossier.versie, op=date(2026, 3, 4))
    assert stel_in_gebreke(hier, dossier, date(2026, 3, 17)).te_vroeg


def test_a_second_notice_and_a_day_that_cannot_be_are_refused(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    stel_in_gebreke(hier, dossier, date(2026, 3, 17))
    with pytest.raises(StapNietAanDeBeurt, match="al een ingebrekestelling"):
        stel_in_gebreke(hier, dossier, date(2026, 3, 18))
    klok, versie = klok_van(hier, dossier), vers(hier, dossier).versie
    with pytest.raises(OnvolledigVoorstel):
        leg_ingebrekestelling_vast(
            hier.als("consulent"), klok, ontvangen_op=date(2026, 3, 20), versie=versie, op=date(2026, 3, 19)
        )
    with pytest.raises(GeenMandaat):
        stel_in_gebreke(hier, dossier, date(2026, 3, 19), "controller")


def test_an_investigation_costs_no_penalty(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    klok = klok_van(hier, dossier, "onderzoek")
    with pytest.raises(StapNietAanDeBeurt, match="besluit op een aanvraag"):
        leg_ingebrekestelling_vast(
            hier.als("consulent"), klok, ontvangen_op=date(2026, 5, 1), versie=dossier.versie, op=date(2026, 5, 1)
        )


@pytest.mark.parametrize(
    ("velden", "eis"),
    [({"te_vroeg": False}, "ingebrekestelling_een_die_telt"), ({"bedrag": -1}, "ingebrekestelling_bedrag")],
)
def test_the_database_keeps_one_that_counts_and_no_negative_amount(
    stad: Bouw, velden: dict[str, int], eis: str
) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    eerste = stel_in_gebreke(hier, dossier, date(2026, 3, 17))
    rij = {"te_vroeg": True} | velden
    with pytest.raises(IntegrityError, match=eis), als(hier.als("consulent")):
        Ingebrekestelling.objects.create(
            regio_id=hier.regio, college_code=dossier.college_code, dossier=dossier, klok_id=eerste.klok_id,
            ontvangen_op=date(2026, 3, 18), **rij,
        )  # fmt: skip


def test_a_notice_is_weighed_again_when_all_was_there_earlier_than_was_thought(stad: Bouw) -> None:
    """Asked on 4 March until the 25th; all was there on the 11th, so the term was over on the 23rd."""
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    schort_op(hier, dossier, tot=date(2026, 3, 25))
    assert stel_in_gebreke(hier, dossier, date(2026, 3, 24)).te_vroeg
    eindig_opschorting(
        hier.als("consulent"), klok_van(hier, dossier), vanaf=date(2026, 3, 11),
        versie=vers(hier, dossier).versie, op=date(2026, 3, 24),
    )  # fmt: skip
    with als(hier.als("consulent")):
        assert not Ingebrekestelling.objects.get(dossier=dossier).te_vroeg


def test_once_the_penalty_is_fixed_no_other_notice_counts_when_the_term_is_computed_anew(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    eerste = stel_in_gebreke(hier, dossier, date(2026, 3, 17))
    with als(hier.als("consulent")):
        Ingebrekestelling.objects.filter(pk=eerste.pk).update(vastgesteld_op=date(2026, 4, 1), bedrag=23)
        Ingebrekestelling.objects.create(
            regio_id=hier.regio, college_code=dossier.college_code, dossier=dossier, klok_id=eerste.klok_id,
            ontvangen_op=date(2026, 3, 18), te_vroeg=True,
        )  # fmt: skip
        reken_opnieuw(Klok.objects.select_related("dossier").get(pk=eerste.klok_id), start=date(2026, 2, 20))
        assert Ingebrekestelling.objects.get(dossier=dossier, te_vroeg=False).pk == eerste.pk


def test_a_decision_on_an_objection_that_is_late_costs_the_penalty_too(stad: Bouw) -> None:
    """Awb 7:14: the term of the objection and its notice, by the same rule."""
    hier = stad("enschede")
    dossier = breng_tot(hier, "genomen")
    with als(hier.als("consulent")):
        start_klok(dossier, OP_BEZWAAR, date(2026, 4, 13), "bezwaar")
        klok = Klok.objects.select_related("dossier").get(dossier=dossier, soort=OP_BEZWAAR)
    assert klok.uiterlijk == date(2026, 5, 26)  # Whit Monday is the 25th
    brief_op = date(2026, 5, 27)
    leg_ingebrekestelling_vast(hier.als("consulent"), klok, ontvangen_op=brief_op, versie=dossier.versie, op=brief_op)
    with als(hier.als("teamleider")) as wie:
        bedrag = stel_dwangsom_vast(wie, vers(hier, dossier), OP_BEZWAAR, date(2026, 6, 12))
        assert bedrag == Decimal("23.00")
        assert stel_dwangsom_vast(wie, vers(hier, dossier), OP_BEZWAAR, date(2026, 6, 12)) is None
