"""After a grant: it goes on, also just after the end, changes or ends, with what that does to place and money."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.brieven.lezen import bevat
from tests.stad import Stad
from tests.toegang.besluiten import brief_van
from tests.toegang.weg import OP, breng_tot, vers, voorstel_van
from tests.verblijf.opzet import open_huis
from voordeur.aanbod.models import Contract
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt, ZelfdePersoon
from voordeur.kern.perioden import gesloten, half_open
from voordeur.toegang.actions import Vervolgvoorstel, bereid_vervolg_voor, neem_besluit
from voordeur.toegang.fouten import OnvolledigVoorstel
from voordeur.toegang.gevolgen import gevolgen_van
from voordeur.toegang.models import Besluit, Dossier
from voordeur.toegang.queries import besluiten, geldend_besluit
from voordeur.verblijf.actions import beeindig, plaats
from voordeur.verblijf.models import Plaatsing

Bouw = Callable[[str], Stad]
BEGIN, EINDE = date(2026, 4, 1), date(2028, 3, 31)


def vervolg(soort: str, **anders: Any) -> Vervolgvoorstel:
    gewoon: dict[str, Any] = {"motivering": "De hulp is nog nodig."}
    if soort in ("verlenging", "overbrugging"):
        gewoon |= {"van": EINDE + timedelta(days=1), "tot": date(2028, 9, 30)}
    else:
        gewoon |= {"van": date(2027, 1, 1), "grond": "b", "in_plaats_daarvan": "Begeleiding thuis."}
    return Vervolgvoorstel(soort=soort, **(gewoon | anders))


def wonend(stad: Stad) -> Dossier:
    """Somebody who lives at a place on a decision that ends on EINDE."""
    dossier = breng_tot(stad, "genomen")
    huis = open_huis(stad, "all-inclusive")
    plaats(stad.als("consulent"), voorstel_van(stad, dossier), huis.plekken[0], vanaf=BEGIN, op=BEGIN)
    return vers(stad, dossier)


def bereid(stad: Stad, dossier: Dossier, voorstel: Vervolgvoorstel, op: date = date(2027, 1, 10)) -> Besluit:
    dossier = vers(stad, dossier)
    bereid_vervolg_voor(stad.als("consulent"), dossier, voorstel, versie=dossier.versie, op=op)
    return voorstel_van(stad, dossier)


def besluit(stad: Stad, dossier: Dossier, voorstel: Vervolgvoorstel, op: date = date(2027, 1, 10)) -> Besluit:
    klaar = bereid(stad, dossier, voorstel, op)
    genomen: Besluit = neem_besluit(stad.als("teamleider"), klaar, op=op).object
    return genomen


def verblijven(stad: Stad, dossier: Dossier) -> list[tuple[date, date | None, str]]:
    with als(stad.als("consulent")):
        rijen = Plaatsing.objects.filter(dossier=dossier).order_by("periode")
        return [(gesloten(rij.periode).van, gesloten(rij.periode).tot, rij.reden_einde) for rij in rijen]


def test_an_extension_goes_on_where_the_decision_ends_and_so_does_the_stay(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = wonend(hier)
    nieuw = besluit(hier, dossier, vervolg("verlenging"))
    assert nieuw.vervangt is not None
    assert verblijven(hier, dossier) == [(BEGIN, EINDE, "vervolg"), (date(2028, 4, 1), date(2028, 9, 30), "")]
    dossier = vers(hier, dossier)
    assert dossier.stap == "verblijf"
    with als(hier.als("consulent")):
        assert geldend_besluit(dossier, EINDE) == nieuw.vervangt
        assert geldend_besluit(dossier, date(2028, 5, 1)) == nieuw
    pdf = brief_van(hier, dossier, "besluit")
    for zin in ("Uw hulp gaat door", "gaat door vanaf 1 april 2028 tot en met 30 september 2028", "Dit is ons oordeel"):
        assert bevat(pdf, zin), zin


def test_who_leaves_before_an_extension_begins_takes_nothing_along(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = wonend(hier)
    besluit(hier, dossier, vervolg("verlenging"))
    with als(hier.als("consulent")):
        eerste = Plaatsing.objects.filter(dossier=dossier).order_by("periode")[0]
    weg = date(2027, 5, 1)
    beeindig(hier.als("consulent"), eerste, laatste_dag=weg, reden="verhuizing", op=weg)
    assert verblijven(hier, dossier) == [(BEGIN, weg, "verhuizing")]


def test_an_extension_just_after_the_end_is_a_normal_route_with_a_reason(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = wonend(hier)
    later = date(2028, 4, 20)
    with pytest.raises(OnvolledigVoorstel, match="Schrijf op waarom dit later komt"):
        bereid(hier, dossier, vervolg("verlenging"), later)
    besluit(hier, dossier, vervolg("verlenging", te_laat="De aanbieder vroeg het laat aan."), later)
    assert verblijven(hier, dossier)[1] == (date(2028, 4, 1), date(2028, 9, 30), "")
    assert bevat(brief_van(hier, dossier, "besluit"), "De aanbieder vroeg het laat aan.")


def test_a_bridging_decision_says_that_the_help_goes_on_and_judges_nothing(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = wonend(hier)
    nieuw = besluit(hier, dossier, vervolg("overbrugging", motivering="Ons onderzoek is nog niet klaar."))
    assert (nieuw.bewijs, nieuw.wijkt_af) == (None, False)
    pdf = brief_van(hier, dossier, "besluit")
    assert bevat(pdf, "Uw hulp gaat door")
    assert bevat(pdf, "Voor die tijd besluiten wij over daarna.")


def test_when_the_place_is_not_free_somebody_looks_for_another(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = wonend(hier)
    with als(hier.als("consulent")):
        plek = Plaatsing.objects.get(dossier=dossier).plek
    ander = breng_tot(hier, "genomen")
    later = besluit(hier, ander, vervolg("verlenging", tot=date(2029, 1, 1)))
    plaats(hier.als("consulent"), later, plek, vanaf=date(2028, 4, 1), op=OP)
    klaar = bereid(hier, dossier, vervolg("verlenging"))
    with als(hier.als("teamleider")):
        assert "kan daarna niet blijven" in " ".join(gevolgen_van(klaar, OP))
    neem_besluit(hier.als("teamleider"), klaar, op=OP)
    assert vers(hier, dossier).stap == "plaatsing"


def test_where_the_contract_ends_first_the_one_who_signs_reads_that(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = wonend(hier)
    with als(hier.als("contractbeheerder")):
        Contract.objects.update(periode=half_open(date(2026, 1, 1), EINDE))
    klaar = bereid(hier, dossier, vervolg("verlenging"))
    with als(hier.als("teamleider")):
        (zin,) = gevolgen_van(klaar, OP)
    assert zin.startswith("Voor De Linde is er daarna geen contract. Leg eerst een contract vast")


def test_a_withdrawal_ends_the_right_and_the_stay_and_says_so_before(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = wonend(hier)
    klaar = bereid(hier, dossier, vervolg("intrekking", van=date(2027, 2, 1)))
    with als(hier.als("teamleider")):
        zinnen = " ".join(gevolgen_van(klaar, date(2027, 1, 10)))
    assert "Het verblijf in De Linde stopt. De laatste dag is 31 januari 2027." in zinnen
    assert "krijgt subsidie" in zinnen
    neem_besluit(hier.als("teamleider"), klaar, op=date(2027, 1, 10))
    assert verblijven(hier, dossier) == [(BEGIN, date(2027, 1, 31), "besluit")]
    dossier = vers(hier, dossier)
    assert dossier.stap == "afgesloten"
    with als(hier.als("consulent")):
        assert geldend_besluit(dossier, date(2027, 1, 31)) is not None
        assert geldend_besluit(dossier, date(2027, 2, 1)) is None
    pdf = brief_van(hier, dossier, "besluit")
    for zin in (
        "Uw beschermd wonen stopt. De laatste dag is 31 januari 2027.", "Wmo 2015, artikel 2.3.10 lid 1",
        "De wet noemt deze reden (onder b)", "Dit besluit geldt vanaf 1 februari 2027.", "Begeleiding thuis.",
        "Wat is de laatste dag?",
    ):  # fmt: skip
        assert bevat(pdf, zin), zin


def test_nobody_leaves_in_the_past_when_the_right_is_taken_back_from_its_first_day(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = wonend(hier)
    besluit(hier, dossier, vervolg("intrekking", van=BEGIN, grond="a"), date(2026, 6, 1))
    assert verblijven(hier, dossier) == [(BEGIN, date(2026, 6, 1), "besluit")]
    with als(hier.als("consulent")):
        assert geldend_besluit(vers(hier, dossier), BEGIN) is None


def test_a_revision_takes_the_place_of_a_running_decision_from_a_day(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = wonend(hier)
    van = date(2027, 1, 1)
    ander = vervolg("herziening", van=van, vorm="modulair", grond="c", afwijking="Zij kan meer zelf.")
    besluit(hier, dossier, ander, date(2026, 12, 1))
    assert verblijven(hier, dossier) == [(BEGIN, date(2026, 12, 31), "besluit")]
    dossier = vers(hier, dossier)
    assert dossier.stap == "plaatsing"
    with als(hier.als("consulent")):
        assert [deel.vorm for deel in besluiten(dossier)] == ["modulair", "all-inclusive"]
        nu = geldend_besluit(dossier, van)
        assert nu is not None
        assert nu.vorm == "modulair"
        assert gesloten(nu.periode).tot == EINDE


def test_a_revision_of_the_duration_alone_leaves_somebody_where_they_are(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = wonend(hier)
    korter = vervolg("herziening", van=date(2027, 1, 1), tot=date(2027, 6, 30), grond="c")
    besluit(hier, dossier, korter, date(2026, 12, 1))
    assert verblijven(hier, dossier)[1] == (date(2027, 1, 1), date(2027, 6, 30), "")
    assert vers(hier, dossier).stap == "verblijf"


@pytest.mark.parametrize(
    ("soort", "anders", "veld"),
    [
        ("verlenging", {"van": EINDE}, "van"),
        ("verlenging", {"motivering": " "}, "motivering"),
        ("verlenging", {"van": None}, "van"),
        ("overbrugging", {"tot": None}, "tot"),
        ("verlenging", {"tot": EINDE}, "tot"),
        ("herziening", {"grond": ""}, "grond"),
        ("herziening", {"van": date(2026, 3, 1)}, "van"),
        ("intrekking", {"in_plaats_daarvan": ""}, "in_plaats_daarvan"),
        ("intrekking", {"van": date(2029, 1, 1)}, "van"),
        ("einde", {"grond": "z"}, "grond"),
        ("iets", {}, "soort"),
    ],
)
def test_what_comes_after_says_all_it_must(stad: Bouw, soort: str, anders: dict[str, Any], veld: str) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "genomen")
    with pytest.raises(OnvolledigVoorstel) as fout:
        bereid(hier, dossier, vervolg(soort, **anders), OP)
    assert fout.value.veld == veld


def test_two_people_and_the_power_of_the_college_here_too(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "genomen")
    klaar = bereid(hier, dossier, vervolg("einde"), OP)
    with pytest.raises(ZelfdePersoon):
        neem_besluit(hier.als("consulent"), klaar, op=OP)
    dossier = vers(hier, dossier)
    for wie in ("controller", "buur", "aanbieder"):
        with pytest.raises(GeenMandaat):
            bereid_vervolg_voor(hier.als(wie), dossier, vervolg("einde"), versie=dossier.versie, op=OP)
    with pytest.raises(StapNietAanDeBeurt, match="terugsturen"):
        bereid(hier, dossier, vervolg("einde"), OP)


def test_where_nothing_was_granted_there_is_nothing_to_end(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    with pytest.raises(StapNietAanDeBeurt, match="'besluit'"):
        bereid(hier, dossier, vervolg("einde"), OP)
