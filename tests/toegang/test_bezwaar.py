"""An objection: in time or not, heard, decided by another than the signer, and what then happens in the dossier."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from tests.brieven.lezen import bevat
from tests.stad import Stad
from tests.toegang.besluiten import brief_van
from tests.toegang.weg import OP, afwijzing, breng_tot, toekenning, vers, voorstel_van
from voordeur.kern.actor import als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.fouten import GeenMandaat, Gewijzigd, StapNietAanDeBeurt, ZelfdePersoon
from voordeur.kern.perioden import gesloten, half_open
from voordeur.regels.bezwaar import Bezwaarstand, mogelijk, op_tijd
from voordeur.toegang.actions import (
    Bezwaarschrift,
    beoordeel_te_laat,
    bereid_besluit_voor,
    beslis_op_bezwaar,
    leg_horen_vast,
    neem_besluit,
    nodig_uit,
    ontvang_bezwaar,
)
from voordeur.toegang.fouten import OnvolledigBezwaar
from voordeur.toegang.models import Besluit, Bezwaar, Dossier, Klok
from voordeur.toegang.queries import geldend_besluit, kijk

Bouw = Callable[[str], Stad]
# the decision is of 2 March 2026, the last day to object 13 April
OP_TIJD, TE_LAAT = date(2026, 3, 20), date(2026, 4, 21)


def afgewezen(stad: Stad) -> Dossier:
    dossier = breng_tot(stad, "besluit")
    voorstel = afwijzing(afwijking="Zij woont al bij haar zus.")
    bereid_besluit_voor(stad.als("consulent"), dossier, voorstel, versie=dossier.versie, op=OP)
    neem_besluit(stad.als("teamleider"), voorstel_van(stad, dossier), op=OP)
    return vers(stad, dossier)


def ontvang(stad: Stad, dossier: Dossier, op: date = OP_TIJD, wie: str = "consulent", **anders: Any) -> Bezwaar:
    schrift = Bezwaarschrift(**({"ontvangen_op": op, "gronden": "Ik kan daar niet blijven."} | anders))
    besluit = voorstel_van(stad, dossier)
    dossier = vers(stad, dossier)
    bezwaar: Bezwaar = ontvang_bezwaar(stad.als(wie), besluit, schrift, versie=dossier.versie, op=op).object
    return bezwaar


def doe(
    stad: Stad, bezwaar: Bezwaar, stap: Callable[..., Any], *delen: Any, wie: str = "consulent", **velden: Any
) -> Any:
    velden = {"op": date(2026, 4, 30), "versie": vers(stad, bezwaar.dossier).versie} | velden
    return stap(stad.als(wie), bezwaar, *delen, **velden).object


def klok_van(stad: Stad, dossier: Dossier) -> Klok:
    with als(stad.als("consulent")):
        return Klok.objects.get(dossier=dossier, soort="beslissing-op-bezwaar")


@pytest.mark.parametrize(
    ("ontvangen", "verzonden", "gehaald"),
    [
        (date(2026, 4, 13), None, True),
        (date(2026, 4, 14), None, False),
        (date(2026, 4, 20), date(2026, 4, 13), True),
        (date(2026, 4, 21), date(2026, 4, 13), False),
        (date(2026, 4, 15), date(2026, 4, 14), False),
    ],
)
def test_by_post_it_may_come_a_week_later_when_it_was_posted_in_time(
    ontvangen: date, verzonden: date | None, gehaald: bool
) -> None:
    assert op_tijd(date(2026, 4, 13), ontvangen, verzonden).waarde.op_tijd is gehaald


@pytest.mark.parametrize(
    ("stand", "uitkomsten"),
    [
        (Bezwaarstand(True, None, False, False), {"ingetrokken"}),
        (
            Bezwaarstand(True, None, True, False),
            {"gegrond", "deels_gegrond", "ongegrond", "niet_ontvankelijk", "ingetrokken"},
        ),
        (Bezwaarstand(False, None, True, False), {"ingetrokken"}),
        (Bezwaarstand(False, False, False, False), {"niet_ontvankelijk", "ingetrokken"}),
        (Bezwaarstand(False, True, False, False), {"ingetrokken"}),
    ],
)
def test_what_can_be_decided_follows_from_what_was_done(stand: Bezwaarstand, uitkomsten: set[str]) -> None:
    assert set(mogelijk(stand).waarde) == uitkomsten


def test_the_term_to_decide_runs_from_the_end_of_the_term_to_object_and_a_letter_says_so(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = afgewezen(hier)
    bezwaar = ontvang(hier, dossier)
    klok = klok_van(hier, dossier)
    assert bezwaar.op_tijd
    assert (klok.start, klok.uiterlijk) == (date(2026, 4, 13), date(2026, 5, 26))
    pdf = brief_van(hier, dossier, "bezwaar ontvangen")
    for zin in ("Wij hebben uw bezwaar ontvangen", "26 mei 2026", "die uw besluit niet ondertekende"):
        assert bevat(pdf, zin), zin
    with als(hier.als("consulent")):
        assert kijk(vers(hier, dossier)).geschreven[f"bezwaar {bezwaar.pk}"]["gronden"] == "Ik kan daar niet blijven."


def test_who_is_late_is_asked_why_and_a_good_reason_counts(stad: Bouw) -> None:
    hier = stad("enschede")
    bezwaar = ontvang(hier, afgewezen(hier), TE_LAAT)
    assert not bezwaar.op_tijd
    assert bevat(brief_van(hier, bezwaar.dossier, "bezwaar ontvangen"), "Uw bezwaar kwam te laat binnen.")
    with pytest.raises(OnvolledigBezwaar, match="Beoordeel eerst"):
        doe(hier, bezwaar, beslis_op_bezwaar, "ongegrond", "x", wie="consulent2")
    with pytest.raises(OnvolledigBezwaar, match="waarom"):
        doe(hier, bezwaar, beoordeel_te_laat, True, " ")
    doe(hier, bezwaar, beoordeel_te_laat, True, "Zij lag in het ziekenhuis.")
    doe(hier, bezwaar, leg_horen_vast, gehoord_op=date(2026, 4, 29), verslag="Zij vertelde haar verhaal.")
    gedaan = doe(hier, bezwaar, beslis_op_bezwaar, "ongegrond", "De redenen blijven staan.", wie="consulent2")
    assert (gedaan.verschoonbaar, gedaan.uitkomst) == (True, "ongegrond")


def test_late_without_a_reason_is_not_treated_and_needs_no_hearing(stad: Bouw) -> None:
    hier = stad("enschede")
    bezwaar = ontvang(hier, afgewezen(hier), TE_LAAT)
    doe(hier, bezwaar, beoordeel_te_laat, False, "Zij vergat het.")
    with pytest.raises(OnvolledigBezwaar, match="geen goede reden"):
        doe(hier, bezwaar, beslis_op_bezwaar, "gegrond", "x", wie="consulent2")
    doe(hier, bezwaar, beslis_op_bezwaar, "niet_ontvankelijk", "U was te laat.", wie="consulent2")
    pdf = brief_van(hier, bezwaar.dossier, "beslissing op bezwaar")
    assert bevat(pdf, "Wij behandelen uw bezwaar niet verder.")
    assert bevat(pdf, "Bij wie?")


def test_the_hearing_leaves_a_week_to_read_and_the_letter_says_where(stad: Bouw) -> None:
    hier = stad("enschede")
    bezwaar = ontvang(hier, afgewezen(hier))
    with pytest.raises(OnvolledigBezwaar, match="een week lang") as fout:
        doe(hier, bezwaar, nodig_uit, date(2026, 3, 26), "Stadhuis", op=OP_TIJD)
    assert fout.value.veld == "dag"
    gedaan = doe(hier, bezwaar, nodig_uit, date(2026, 3, 27), "Stadhuis, kamer 2", op=OP_TIJD)
    assert gedaan.hoorzitting_op == date(2026, 3, 27)
    pdf = brief_van(hier, bezwaar.dossier, "uitnodiging hoorzitting")
    for zin in ("27 maart 2026", "Stadhuis, kamer 2", "U mag iemand meenemen."):
        assert bevat(pdf, zin), zin


@pytest.mark.parametrize(
    "velden",
    [
        {},
        {"gehoord_op": date(2026, 4, 29), "verslag": "x", "afgezien": "ziet_af"},
        {"gehoord_op": date(2026, 4, 29)},
        {"gehoord_op": date(2026, 1, 1), "verslag": "x"},
        {"afgezien": "geen_zin", "toelichting": "x"},
        {"afgezien": "ziet_af"},
    ],
)
def test_heard_with_a_report_or_waived_with_a_reason_of_the_law(stad: Bouw, velden: dict[str, Any]) -> None:
    hier = stad("enschede")
    bezwaar = ontvang(hier, afgewezen(hier))
    with pytest.raises(OnvolledigBezwaar):
        doe(hier, bezwaar, leg_horen_vast, **velden)


def gehoord(stad: Stad, dossier: Dossier) -> Bezwaar:
    bezwaar = ontvang(stad, dossier)
    doe(stad, bezwaar, leg_horen_vast, afgezien="ziet_af", toelichting="Zij wil geen gesprek.")
    return bezwaar


def test_who_signed_the_decision_does_not_decide_on_the_objection(stad: Bouw) -> None:
    hier = stad("enschede")
    bezwaar = gehoord(hier, afgewezen(hier))
    with pytest.raises(ZelfdePersoon):
        doe(hier, bezwaar, beslis_op_bezwaar, "ongegrond", "x", wie="teamleider")
    with als(hier.als("teamleider")), pytest.raises(IntegrityError) as fout:
        teamleider = hier.accounts["teamleider"].pk
        Bezwaar.objects.filter(pk=bezwaar.pk).update(beslisser=teamleider, beslist_op=OP, uitkomst="ongegrond")
    assert constraint_van(fout.value) == "bezwaar_andere_beslisser"


def test_one_objection_at_a_time_against_a_decision(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = afgewezen(hier)
    ontvang(hier, dossier)
    with pytest.raises(StapNietAanDeBeurt, match="loopt al bezwaar"):
        ontvang(hier, dossier)


def test_an_upheld_objection_opens_the_dossier_and_the_new_decision_takes_the_place(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = afgewezen(hier)
    assert dossier.stap == "afgesloten"
    bezwaar = gehoord(hier, dossier)
    doe(hier, bezwaar, beslis_op_bezwaar, "gegrond", "Haar zus verhuist.", wie="consulent2")
    assert bevat(brief_van(hier, dossier, "beslissing op bezwaar"), "U krijgt gelijk. Wij nemen een nieuw besluit.")
    dossier = vers(hier, dossier)
    assert (dossier.stap, dossier.afgesloten_op) == ("besluit", None)
    assert klok_van(hier, dossier).klaar_op is None
    dag = date(2026, 5, 4)
    bereid_besluit_voor(hier.als("consulent"), dossier, toekenning(hier), versie=dossier.versie, op=dag)
    with pytest.raises(ZelfdePersoon, match="wie het vorige besluit nam"):
        neem_besluit(hier.als("teamleider"), voorstel_van(hier, dossier), op=dag)
    nieuw: Besluit = neem_besluit(hier.als("consulent2"), voorstel_van(hier, dossier), op=dag).object
    assert nieuw.soort == "op_bezwaar"
    assert nieuw.vervangt_id == bezwaar.besluit_id
    assert klok_van(hier, dossier).klaar_op == dag
    with als(hier.als("consulent")):
        assert Bezwaar.objects.get(pk=bezwaar.pk).nieuw_besluit == nieuw
        assert geldend_besluit(dossier, date(2026, 6, 1)) == nieuw
        assert Besluit.objects.get(pk=bezwaar.besluit_id).ingetrokken_op == dag
    pdf = brief_van(hier, dossier, "besluit")
    for zin in ("Nieuw besluit na uw bezwaar", "Dan kunt u in beroep gaan.", "komt in de plaats van ons besluit"):
        assert bevat(pdf, zin), zin
    assert vers(hier, dossier).stap == "plaatsing"


def test_the_term_goes_on_while_an_upheld_objection_waits_for_its_new_decision(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = afgewezen(hier)
    doe(hier, gehoord(hier, dossier), beslis_op_bezwaar, "gegrond", "Haar zus verhuist.", wie="consulent2")
    tweede = ontvang(hier, dossier)
    doe(hier, tweede, beslis_op_bezwaar, "ingetrokken", "Dubbel verstuurd.", wie="consulent2")
    assert klok_van(hier, dossier).klaar_op is None


def test_a_right_that_ran_out_is_not_made_longer_by_the_decision_on_an_objection(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "genomen")
    with als(hier.als("consulent")):
        Besluit.objects.filter(dossier=dossier).update(periode=half_open(date(2026, 3, 2), date(2026, 3, 31)))
    bezwaar = gehoord(hier, dossier)
    doe(hier, bezwaar, beslis_op_bezwaar, "gegrond", "Zij heeft meer nodig.", wie="consulent2")
    dossier, dag = vers(hier, dossier), date(2026, 5, 4)
    voorstel = toekenning(hier, van=dag, tot=date(2026, 12, 31))
    bereid_besluit_voor(hier.als("consulent"), dossier, voorstel, versie=dossier.versie, op=dag)
    neem_besluit(hier.als("consulent2"), voorstel_van(hier, dossier), op=dag)
    with als(hier.als("consulent")):
        oud = Besluit.objects.get(pk=bezwaar.besluit_id)
        assert gesloten(oud.periode).tot == date(2026, 3, 31)
        assert geldend_besluit(dossier, date(2026, 4, 15)) is None


@pytest.mark.parametrize("uitkomst", ["ongegrond", "ingetrokken", "niet_ontvankelijk"])
def test_what_is_not_upheld_leaves_the_decision_and_stops_the_term(stad: Bouw, uitkomst: str) -> None:
    hier = stad("enschede")
    dossier = afgewezen(hier)
    bezwaar = gehoord(hier, dossier)
    doe(hier, bezwaar, beslis_op_bezwaar, uitkomst, "De redenen blijven staan.", wie="consulent2")
    assert klok_van(hier, dossier).klaar_op == date(2026, 4, 30)
    assert vers(hier, dossier).stap == "afgesloten"
    pdf = brief_van(hier, dossier, "beslissing op bezwaar")
    assert bevat(pdf, "Ons besluit blijft zoals het is.")
    assert bevat(pdf, "rechtbank") is (uitkomst != "ingetrokken")
    with pytest.raises(StapNietAanDeBeurt, match="al beslist"):
        doe(hier, bezwaar, beslis_op_bezwaar, "gegrond", "x", wie="consulent2")


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"ontvangen_op": date(2026, 3, 21)}, "ontvangen_op"),
        ({"ontvangen_op": date(2026, 3, 1)}, "ontvangen_op"),
        ({"gronden": " "}, "gronden"),
        ({"verzonden_op": date(2026, 3, 21)}, "verzonden_op"),
    ],
)
def test_an_objection_says_when_and_why(stad: Bouw, anders: dict[str, Any], veld: str) -> None:
    hier = stad("enschede")
    dossier = afgewezen(hier)
    with pytest.raises(OnvolledigBezwaar) as fout:
        ontvang(hier, dossier, **anders)
    assert fout.value.veld == veld


def test_the_power_and_the_version_are_asked_here_too(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = afgewezen(hier)
    besluit = voorstel_van(hier, dossier)
    schrift = Bezwaarschrift(ontvangen_op=OP_TIJD, gronden="x")
    for wie in ("controller", "aanbieder", "buur", "toezichthouder"):
        with pytest.raises(GeenMandaat):
            ontvang_bezwaar(hier.als(wie), besluit, schrift, versie=dossier.versie, op=OP_TIJD)
    with pytest.raises(Gewijzigd):
        ontvang_bezwaar(hier.als("consulent"), besluit, schrift, versie=1, op=OP_TIJD)


def test_against_what_is_not_decided_nobody_objects(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "voorbereid")
    with pytest.raises(StapNietAanDeBeurt, match="niet genomen"):
        ontvang(hier, dossier)
