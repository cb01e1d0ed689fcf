"""A known answer stays what it is when more becomes known, and what is asked for is what can still change it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from voordeur.regels.toegang import (
    Leeftijdseis,
    LokaleVoorziening,
    LokaleVoorzieningeis,
    Toegang,
    Toegangsfeiten,
    Toegangsregel,
    Vorm,
    Woonplaatseis,
    toets_toegang,
)

SNEL = settings(max_examples=80, deadline=None, derandomize=True)
GROND = ("x/a1",)
drie = st.sampled_from((True, False, None))
twee = st.booleans()
# a fact that makes the condition true, and one that makes it false
GEBOREN = {True: date(1990, 1, 1), False: date(2015, 1, 1), None: None}
WOONT = {True: "9001", False: "9999", None: None}


def regel(aantallen: tuple[int, ...], eisen: tuple[bool, bool, bool]) -> Toegangsregel:
    """An agreement with forms of so many criteria, and the general conditions that are switched on."""
    vormen = tuple(Vorm(f"v{n}", f"Vorm {n}", ("eis",) * aantal, GROND) for n, aantal in enumerate(aantallen))
    leeftijd, woonplaats, lokaal = eisen
    return Toegangsregel(
        vormen,
        Leeftijdseis(18, GROND) if leeftijd else None,
        Woonplaatseis(GROND) if woonplaats else None,
        LokaleVoorzieningeis(GROND, True) if lokaal else None,
    )


regels = st.builds(regel, st.lists(st.integers(1, 4), min_size=1, max_size=3).map(tuple), st.tuples(twee, twee, twee))


@st.composite
def vragen(draw: st.DrawFn) -> tuple[Toegangsregel, Toegangsfeiten]:
    gekozen = draw(regels)
    onderzocht = draw(st.sampled_from((True, None)))
    feiten = Toegangsfeiten(
        date(2026, 3, 2),
        GEBOREN[draw(drie)],
        WOONT[draw(drie)],
        LokaleVoorziening(onderzocht, draw(drie)),
        draw(twee),
        {vorm.id: {n + 1: draw(drie) for n in range(len(vorm.criteria))} for vorm in gekozen.vormen},
    )
    return gekozen, feiten


def toets(gekozen: Toegangsregel, feiten: Toegangsfeiten) -> Toegang:
    return toets_toegang(gekozen, feiten, ("9001",)).waarde


def vul_in(feiten: Toegangsfeiten, wat: str, antwoord: bool) -> Toegangsfeiten:
    """One unknown fact becomes known; a fact that is known stays as it was."""
    if wat == "geboortedatum":
        return replace(feiten, geboortedatum=feiten.geboortedatum or GEBOREN[antwoord])
    if wat == "woonplaats":
        return replace(feiten, woonplaats=feiten.woonplaats or WOONT[antwoord])
    if wat == "lokale_voorziening":
        bekend = feiten.lokale_voorziening.volstaat
        volstaat = not antwoord if bekend is None else bekend
        return replace(feiten, lokale_voorziening=LokaleVoorziening(True, volstaat))
    vorm, nummer = wat.split("/")
    gegeven = dict(feiten.criteria[vorm])
    if gegeven[int(nummer)] is None:
        gegeven[int(nummer)] = antwoord
    return replace(feiten, criteria={**feiten.criteria, vorm: gegeven})


def alle_feiten(gekozen: Toegangsregel) -> list[str]:
    per_vorm = [f"{vorm.id}/{n + 1}" for vorm in gekozen.vormen for n in range(len(vorm.criteria))]
    return ["geboortedatum", "woonplaats", "lokale_voorziening", *per_vorm]


@SNEL
@given(vragen(), st.data())
def test_adding_a_fact_never_changes_a_known_answer(
    vraag: tuple[Toegangsregel, Toegangsfeiten], data: st.DataObject
) -> None:
    gekozen, feiten = vraag
    voor = toets(gekozen, feiten)
    na = toets(gekozen, vul_in(feiten, data.draw(st.sampled_from(alle_feiten(gekozen))), data.draw(twee)))
    assert voor.toegang in ("onbekend", na.toegang)
    assert all(antwoord in ("onbekend", na.vormen[vorm]) for vorm, antwoord in voor.vormen.items())


@SNEL
@given(vragen())
def test_facts_are_asked_for_exactly_when_the_answer_is_unknown(vraag: tuple[Toegangsregel, Toegangsfeiten]) -> None:
    waarde = toets(*vraag)
    assert (waarde.toegang == "onbekend") is bool(waarde.ontbreekt)
    assert len(set(waarde.ontbreekt)) == len(waarde.ontbreekt)


@SNEL
@given(vragen())
def test_all_that_is_asked_for_answered_well_is_a_yes(vraag: tuple[Toegangsregel, Toegangsfeiten]) -> None:
    gekozen, feiten = vraag
    gevraagd = toets(gekozen, feiten).ontbreekt
    assume(gevraagd and not (feiten.lokale_voorziening.volstaat and "lokale_voorziening" in gevraagd))
    for wat in gevraagd:
        feiten = vul_in(feiten, wat, True)
    assert toets(gekozen, feiten).toegang == "ja"


@SNEL
@given(vragen(), st.data())
def test_a_fact_that_is_not_asked_for_does_not_settle_the_answer(
    vraag: tuple[Toegangsregel, Toegangsfeiten], data: st.DataObject
) -> None:
    gekozen, feiten = vraag
    voor = toets(gekozen, feiten)
    over = [wat for wat in alle_feiten(gekozen) if wat not in voor.ontbreekt]
    assume(over)
    na = toets(gekozen, vul_in(feiten, data.draw(st.sampled_from(over)), data.draw(twee)))
    assert na.toegang == voor.toegang


@SNEL
@given(vragen(), st.data())
def test_a_general_condition_that_fails_is_a_no(
    vraag: tuple[Toegangsregel, Toegangsfeiten], data: st.DataObject
) -> None:
    gekozen, feiten = vraag
    assume(gekozen.leeftijd or gekozen.woonplaats)
    te_jong = replace(feiten, geboortedatum=GEBOREN[False], woonplaats=WOONT[False])
    assert toets(gekozen, te_jong).toegang == "nee"
