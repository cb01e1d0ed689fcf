"""`voordeur stem ijsselvecht`: a majority of the votes for and against, and a second round after a tie."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.hulp import vraag, weiger

ZWOLLE, DALFSEN, HARDENBERG, KAMPEN = "0193", "0148", "0160", "0166"
STAKEN = {ZWOLLE: "voor", DALFSEN: "tegen"}


def telling(voor: int, tegen: int, onthouding: int = 0) -> dict[str, int]:
    return {"voor": voor, "tegen": tegen, "onthouding": onthouding}


@pytest.mark.parametrize(
    ("ronden", "besluit", "tellingen"),
    [
        ([{ZWOLLE: "voor"}], "aangenomen", [telling(1, 0)]),
        ([{ZWOLLE: "tegen"}], "verworpen", [telling(0, 1)]),
        ([{ZWOLLE: "tegen", DALFSEN: "voor", KAMPEN: "voor"}], "aangenomen", [telling(2, 1)]),
        ([{ZWOLLE: "voor", DALFSEN: "tegen", KAMPEN: "tegen"}], "verworpen", [telling(1, 2)]),
        (
            [{ZWOLLE: "voor", DALFSEN: "onthouding", KAMPEN: "onthouding", HARDENBERG: "onthouding"}],
            "aangenomen",
            [telling(1, 0, 3)],
        ),
        ([STAKEN | {HARDENBERG: "onthouding"}], "herstemming", [telling(1, 1, 1)]),
        ([{}], "herstemming", [telling(0, 0)]),
        ([{DALFSEN: "onthouding"}], "herstemming", [telling(0, 0, 1)]),
        ([STAKEN, STAKEN], "aangenomen", [telling(1, 1), telling(2, 1)]),
        ([STAKEN, {ZWOLLE: "tegen", DALFSEN: "voor"}], "verworpen", [telling(1, 1), telling(1, 2)]),
        ([STAKEN, STAKEN | {KAMPEN: "tegen"}], "onbeslist", [telling(1, 1), telling(2, 2)]),
        ([{}, {}], "onbeslist", [telling(0, 0), telling(0, 0)]),
        ([{}, {DALFSEN: "voor", KAMPEN: "tegen"}], "onbeslist", [telling(0, 0), telling(1, 1)]),
    ],
)
def test_the_votes_for_and_against_decide(
    ronden: list[dict[str, str]], besluit: str, tellingen: list[dict[str, int]]
) -> None:
    uitkomst = vraag("stem", "ijsselvecht", invoer={"ronden": ronden})
    assert (uitkomst["besluit"], uitkomst["tellingen"]) == (besluit, tellingen)


@pytest.mark.parametrize(
    ("ronden", "genoemd"),
    [
        ([], "ronden"),
        ([{ZWOLLE: "voor"}, STAKEN], "ronden"),
        ([{ZWOLLE: "tegen"}, {}], "ronden"),
        ([STAKEN, STAKEN, STAKEN], "ronden"),
        ([STAKEN, {}, {}], "ronden"),
        ([{"0153": "voor"}], "ronden[0].0153"),
        ([{}, {"9999": "voor"}], "ronden[1].9999"),
        ([{"193": "voor"}], "ronden[0]"),
        ([{ZWOLLE: "misschien"}], "ronden[0].0193"),
        ([{ZWOLLE: "Voor"}], "ronden[0].0193"),
        ([{ZWOLLE: None}], "ronden[0].0193"),
        ([{ZWOLLE: True}], "ronden[0].0193"),
        ([[]], "ronden[0]"),
        ({}, "ronden"),
        (None, "ronden"),
    ],
)
def test_a_vote_that_cannot_be_is_refused(ronden: Any, genoemd: str) -> None:
    assert genoemd in weiger("stem", "ijsselvecht", invoer={"ronden": ronden})
