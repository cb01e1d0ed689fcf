"""Yes, no and unknown: one no decides over all, one yes decides over one, and unknown never decides."""

from __future__ import annotations

from itertools import product

import pytest

from voordeur.regels.drieledig import ANTWOORD, alle, een

DRIE = (True, False, None)


@pytest.mark.parametrize(
    ("antwoorden", "allemaal", "minstens_een"),
    [
        ((), True, False),
        ((True,), True, True),
        ((False,), False, False),
        ((None,), None, None),
        ((True, False), False, True),
        ((True, None), None, True),
        ((None, False), False, None),
        ((True, None, False), False, True),
        ((True, True), True, True),
        ((False, False), False, False),
    ],
)
def test_how_answers_are_put_together(
    antwoorden: tuple[bool | None, ...], allemaal: bool | None, minstens_een: bool | None
) -> None:
    assert alle(antwoorden) is allemaal
    assert een(antwoorden) is minstens_een


def test_the_words_for_the_answers() -> None:
    assert ANTWOORD == {True: "ja", False: "nee", None: "onbekend"}


def test_answers_may_come_one_by_one() -> None:
    assert alle(antwoord for antwoord in (True, None)) is None
    assert een(antwoord for antwoord in (False, None)) is None


def test_a_known_outcome_holds_however_the_unknown_turns_out() -> None:
    for antwoorden in product(DRIE, repeat=3):
        ingevuld = [keus for keus in product((True, False), repeat=3) if _past(keus, antwoorden)]
        for som, python in ((alle, all), (een, any)):
            mogelijk = {python(keus) for keus in ingevuld}
            assert som(antwoorden) is (mogelijk.pop() if len(mogelijk) == 1 else None)


def _past(keus: tuple[bool, ...], antwoorden: tuple[bool | None, ...]) -> bool:
    return all(antwoord in (None, gekozen) for gekozen, antwoord in zip(keus, antwoorden, strict=True))
