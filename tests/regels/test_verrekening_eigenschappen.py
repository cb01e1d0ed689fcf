"""What holds for every settlement: no cent lost, a reserve within its bounds, more money never means less.

The one exception is that of the largest remainder itself (the Alabama paradox): while the total rises by cents, a
municipality that had the last cent of the rounding may lose it. It is pinned here: a single cent, and only while its
own exact share rises by less than a cent.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from voordeur.regels.bedragen import CENT, NUL
from voordeur.regels.verrekening_reserve import (
    Bijdrageregel,
    Plafond,
    Regeldeel,
    Reservefeiten,
    Reserveregel,
    Reserveverrekening,
    Verdeelsleutel,
    verreken_met_reserve,
)
from voordeur.regels.verrekening_sleutel import (
    Kostenplafond,
    Sleutelfeiten,
    Sleutelregel,
    Sleutelverrekening,
    verreken_met_sleutel,
)

GROND = ("proef/artikel",)
RESERVE = Reserveregel(
    GROND,
    overschot_naar_reserve=Regeldeel(GROND),
    plafond=Plafond("bedrag", GROND),
    uitkering=Verdeelsleutel("proef", GROND),
    tekort_uit_reserve=Regeldeel(GROND),
    nooit_negatief=Regeldeel(GROND),
    bijdrage=Bijdrageregel("proef", GROND, maatregelen_eerst=True),
)
VASTE_SLEUTEL = Sleutelregel(
    GROND,
    kostenplafond=Kostenplafond(Decimal("0.051"), afwijken_mag=True, grond=GROND),
    verdeling=Verdeelsleutel("proef", GROND),
)
CODES = ["0147", "0153", "0158", "0164", "0168", "0173", "1735", "1774"]

rustig = settings(deadline=None, max_examples=80)


def euro(centen: int) -> Decimal:
    return Decimal(f"{centen}e-2")


# small amounts bring out the rounding, large ones the places of a Decimal
bedragen = st.one_of(st.integers(0, 300), st.integers(0, 10**15)).map(euro)
resultaten = st.one_of(st.integers(-300, 300), st.integers(-(10**15), 10**15)).map(euro)
sleutels = st.dictionaries(
    st.sampled_from(CODES), st.one_of(st.integers(0, 30), st.integers(0, 10**10)).map(euro)
).filter(lambda sleutel: any(sleutel.values()))
reservejaren = st.builds(
    Reservefeiten, st.just(2023), resultaten, bedragen, bedragen, sleutels, bedragen, st.booleans()
)
sleuteljaren = st.builds(
    Sleutelfeiten,
    st.just(2023),
    bedragen,
    bedragen,
    bedragen,
    sleutels,
    st.none() | st.integers(0, 1000).map(lambda duizendsten: Decimal(f"{duizendsten}e-3")),
)


def reserve(feiten: Reservefeiten) -> Reserveverrekening:
    return verreken_met_reserve(RESERVE, feiten).waarde


def vast(feiten: Sleutelfeiten) -> Sleutelverrekening:
    return verreken_met_sleutel(VASTE_SLEUTEL, feiten).waarde


def saldi(uit: Reserveverrekening | Sleutelverrekening) -> dict[str, Decimal]:
    """What each municipality gets, less what it pays."""
    return {code: uit.uitkering[code] - uit.bijdrage[code] for code in uit.uitkering}


def gedekt_door_maatregelen(feiten: Reservefeiten) -> Decimal:
    """Worked out apart from the rule: what is short after the reserve, as far as the measures reach."""
    na_reserve = -feiten.resultaat - (feiten.begin if feiten.reserve_inzetten else NUL)
    return min(max(NUL, na_reserve), feiten.maatregelen)


def verliest_hoogstens_de_cent_van_de_afronding(
    weinig: dict[str, Decimal], veel: dict[str, Decimal], sleutel: dict[str, Decimal]
) -> bool:
    """No one loses more than a cent, and only who is to get less than a whole cent more, exactly reckoned."""
    erbij = Fraction(sum(veel.values())) - Fraction(sum(weinig.values()))
    som = sum(map(Fraction, sleutel.values()))
    for code, gewicht in sleutel.items():
        verlies = weinig[code] - veel[code]
        mag = CENT if 0 < erbij * Fraction(gewicht) / som < Fraction(CENT) else NUL
        if verlies > mag:
            return False
    return True


# --- with a reserve ---------------------------------------------------------


@rustig
@given(reservejaren)
def test_no_money_is_made_or_lost_in_a_year_with_a_reserve(feiten: Reservefeiten) -> None:
    uit = reserve(feiten)
    erin = feiten.begin + feiten.resultaat + gedekt_door_maatregelen(feiten) + sum(uit.bijdrage.values())
    assert erin == uit.reserve_eind + sum(uit.uitkering.values())
    assert uit.reserve_eind == feiten.begin + uit.naar_reserve - uit.uit_reserve


@rustig
@given(reservejaren)
def test_the_reserve_ends_between_nothing_and_its_ceiling(feiten: Reservefeiten) -> None:
    uit = reserve(feiten)
    assert NUL <= uit.reserve_eind <= feiten.plafond
    assert uit.naar_reserve >= 0
    assert uit.uit_reserve >= 0
    assert min(*uit.uitkering.values(), *uit.bijdrage.values()) >= 0


@rustig
@given(reservejaren)
def test_nobody_pays_while_the_reserve_still_has_money_unless_it_may_not_be_used(feiten: Reservefeiten) -> None:
    uit = reserve(replace(feiten, reserve_inzetten=True))
    if any(uit.bijdrage.values()):
        assert uit.reserve_eind == 0
        assert not any(uit.uitkering.values())


@rustig
@given(reservejaren)
def test_nobody_is_paid_before_the_reserve_is_full(feiten: Reservefeiten) -> None:
    uit = reserve(feiten)
    if any(uit.uitkering.values()):
        assert uit.reserve_eind == feiten.plafond


@rustig
@given(reservejaren, st.randoms())
def test_the_order_of_the_key_changes_nothing_in_a_year_with_a_reserve(feiten: Reservefeiten, toeval: Random) -> None:
    paren = list(feiten.sleutel.items())
    toeval.shuffle(paren)
    recht, geschud = (
        verreken_met_reserve(RESERVE, replace(feiten, sleutel=sleutel)) for sleutel in (feiten.sleutel, dict(paren))
    )
    assert recht == geschud
    assert list(recht.waarde.uitkering) == list(geschud.waarde.uitkering) == sorted(feiten.sleutel)
    assert list(recht.waarde.bijdrage) == list(geschud.waarde.bijdrage) == sorted(feiten.sleutel)


@rustig
@given(reservejaren, bedragen)
def test_a_better_result_never_takes_more_than_the_cent_of_the_rounding_from_anyone(
    feiten: Reservefeiten, beter: Decimal
) -> None:
    weinig, veel = (reserve(replace(feiten, resultaat=feiten.resultaat + erbij)) for erbij in (NUL, beter))
    assert sum(saldi(veel).values()) >= sum(saldi(weinig).values())
    assert veel.reserve_eind >= weinig.reserve_eind
    assert verliest_hoogstens_de_cent_van_de_afronding(saldi(weinig), saldi(veel), dict(feiten.sleutel))


@rustig
@given(reservejaren, bedragen)
def test_between_two_municipalities_a_better_result_is_never_less_for_either(
    feiten: Reservefeiten, beter: Decimal
) -> None:
    twee = dict(list(feiten.sleutel.items())[:2])
    assume(any(twee.values()))
    weinig, veel = (
        saldi(reserve(replace(feiten, sleutel=twee, resultaat=feiten.resultaat + erbij))) for erbij in (NUL, beter)
    )
    assert all(veel[code] >= weinig[code] for code in twee)


def test_a_cent_more_for_three_can_cost_the_smallest_its_cent_of_the_rounding() -> None:
    # 10 cents by 6:6:2 are 4.29, 4.29 and 1.43: the last cent goes to the third, 4, 4 and 2
    # 11 cents are 4.71, 4.71 and 1.57: the last two go to the first and the second, 5, 5 and 1
    sleutel = {"0147": Decimal("6.00"), "0153": Decimal("6.00"), "0158": Decimal("2.00")}
    feiten = Reservefeiten(2023, Decimal("0.10"), NUL, NUL, sleutel)
    assert list(reserve(feiten).uitkering.values()) == [Decimal("0.04"), Decimal("0.04"), Decimal("0.02")]
    meer = reserve(replace(feiten, resultaat=Decimal("0.11")))
    assert list(meer.uitkering.values()) == [Decimal("0.05"), Decimal("0.05"), Decimal("0.01")]
    # and the other way round for a deficit: a cent less to share is a cent more for the third
    tekort = reserve(replace(feiten, resultaat=Decimal("-0.11")))
    kleiner = reserve(replace(feiten, resultaat=Decimal("-0.10")))
    assert (tekort.bijdrage["0158"], kleiner.bijdrage["0158"]) == (Decimal("0.01"), Decimal("0.02"))


# --- by a fixed key ---------------------------------------------------------


@rustig
@given(sleuteljaren)
def test_no_money_is_made_or_lost_in_a_year_by_a_fixed_key(feiten: Sleutelfeiten) -> None:
    uit = vast(feiten)
    assert feiten.rijksbudget + sum(uit.bijdrage.values()) == (
        uit.ingehouden + feiten.voorzieningen + sum(uit.uitkering.values())
    )
    assert sum(saldi(uit).values()) == uit.resultaat
    assert uit.ingehouden + uit.niet_ingehouden == feiten.uitvoeringskosten


@rustig
@given(sleuteljaren)
def test_no_more_is_withheld_than_the_maximum_and_the_cost_and_only_one_side_pays(feiten: Sleutelfeiten) -> None:
    uit = vast(feiten)
    assert NUL <= uit.ingehouden <= min(uit.uitvoeringskosten_maximum, feiten.uitvoeringskosten)
    assert uit.niet_ingehouden >= 0
    assert not (any(uit.uitkering.values()) and any(uit.bijdrage.values()))
    assert min(*uit.uitkering.values(), *uit.bijdrage.values()) >= 0


@rustig
@given(sleuteljaren, st.randoms())
def test_the_order_of_the_key_changes_nothing_in_a_year_by_a_fixed_key(feiten: Sleutelfeiten, toeval: Random) -> None:
    paren = list(feiten.sleutel.items())
    toeval.shuffle(paren)
    recht, geschud = (
        verreken_met_sleutel(VASTE_SLEUTEL, replace(feiten, sleutel=sleutel))
        for sleutel in (feiten.sleutel, dict(paren))
    )
    assert recht == geschud
    assert list(recht.waarde.uitkering) == list(geschud.waarde.uitkering) == sorted(feiten.sleutel)


@rustig
@given(sleuteljaren, bedragen)
def test_more_money_of_the_rijk_or_cheaper_care_never_takes_more_than_the_cent_of_the_rounding_from_anyone(
    feiten: Sleutelfeiten, meer: Decimal
) -> None:
    weinig = vast(feiten)
    meer_rijksgeld = vast(replace(feiten, rijksbudget=feiten.rijksbudget + meer))
    duurder = vast(replace(feiten, voorzieningen=feiten.voorzieningen + meer))
    assert duurder.resultaat <= weinig.resultaat <= meer_rijksgeld.resultaat
    for slechter, beter in ((weinig, meer_rijksgeld), (duurder, weinig)):
        assert verliest_hoogstens_de_cent_van_de_afronding(saldi(slechter), saldi(beter), dict(feiten.sleutel))
