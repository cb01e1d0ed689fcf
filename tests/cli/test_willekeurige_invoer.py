"""Whatever JSON comes in, the answer is an answer or one line of refusal."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.hulp import is_weigering, voordeur
from tests.cli.velden import paden, schrijf
from tests.cli.voorbeelden import VRAGEN

pytestmark = pytest.mark.traag

RUSTIG = settings(max_examples=120, deadline=None, derandomize=True, database=None)
GRAAG = [
    "",
    "0",
    "-0.00",
    "0.00",
    "1",
    "0.5",
    "1.005",
    "-1",
    "999999999999.99",
    "0153",
    "0141",
    "0193",
    "0114",
    "wajong",
]
GRAAG += ["2026-03-01", "0001-01-01", "9999-12-31", "voor", "ja", "4", "overname-en-aanleren"]

WOORDEN = ["regeling", "toon", "lijst", "termijn", "wet", "tarief", "verreken", "boce", "enschede", "stem", "--json"]
WOORDEN += ["--op", "--start", "2026-01-01", "--weken", "3", "--invoer", "-", "--help", "--", "--commissie"]

bladeren = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.integers(-2, 13)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(GRAAG)
)
willekeurig = st.recursive(
    bladeren,
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(st.text(max_size=5), deel, max_size=3),
    max_leaves=8,
)


def eis_antwoord_of_weigering(woorden: tuple[str, ...], invoer: str) -> None:
    antwoord = voordeur(*woorden, "--json", invoer=invoer)
    if antwoord.code != 0:
        is_weigering(antwoord)
        return
    assert antwoord.fout == b""
    assert set(antwoord.json) == {"regeling", "uitkomst", "waarom"}
    assert antwoord.json["waarom"]
    assert b"-0.00" not in antwoord.uit


@pytest.mark.parametrize("naam", VRAGEN)
@RUSTIG
@given(invoer=willekeurig)
def test_any_json_at_all(naam: str, invoer: Any) -> None:
    eis_antwoord_of_weigering(VRAGEN[naam][0], json.dumps(invoer))


@pytest.mark.parametrize("naam", VRAGEN)
@RUSTIG
@given(data=st.data())
def test_a_good_question_with_some_members_replaced(naam: str, data: st.DataObject) -> None:
    woorden, goed = VRAGEN[naam]
    welke = data.draw(st.lists(st.sampled_from(list(paden(goed))), min_size=1, max_size=3, unique=True))
    anders = {pad: json.dumps(data.draw(bladeren | willekeurig)) for pad in welke}
    eis_antwoord_of_weigering(woorden, schrijf(deepcopy(goed), rauw=anders))


@pytest.mark.parametrize("naam", VRAGEN)
@RUSTIG
@given(rauw=st.binary(max_size=40))
def test_any_bytes_at_all(naam: str, rauw: bytes) -> None:
    antwoord = voordeur(*VRAGEN[naam][0], "--json", invoer=rauw)
    is_weigering(antwoord)


@RUSTIG
@given(
    woorden=st.lists(
        st.sampled_from(WOORDEN) | st.text(max_size=4),
        max_size=6,
    )
)
def test_any_words_at_all(woorden: list[str]) -> None:
    antwoord = voordeur(*woorden)
    if antwoord.code != 0:
        is_weigering(antwoord)
