"""`voordeur inschaling`: every row of the table, and what would fit when nothing does."""

from __future__ import annotations

from itertools import product

import pytest

from tests.cli.hulp import heel, vraag

LICHT, MIDDEN, ZWAAR = "oefenen-en-stimuleren", "aanleren-en-oefenen", "overname-en-aanleren"
ZWAARTE = {LICHT: "licht", MIDDEN: "midden", ZWAAR: "zwaar"}
CLUSTERS = (None, 1, 4, 6, 7, 12, 13, 400)
WERK = (LICHT, MIDDEN, ZWAAR)
JA_NEE = (True, False)

# calls for help himself | independent home | cluster | work -> arrangement; no arrangement is not fitting
TABEL = [
    *((True, True, None, werk, "een-op-een") for werk in (LICHT, MIDDEN)),
    *((True, False, None, werk, None) for werk in (LICHT, MIDDEN)),
    *(
        (True, woning, cluster, werk, "tot-6-extramuraal")
        for woning, cluster, werk in product(JA_NEE, (1, 4, 6), (LICHT, MIDDEN))
    ),
    *((True, True, cluster, werk, "tot-12-extramuraal") for cluster, werk in product((7, 12), (LICHT, MIDDEN))),
    *((True, False, cluster, werk, None) for cluster, werk in product((7, 12), (LICHT, MIDDEN))),
    *((True, woning, cluster, werk, None) for woning, cluster, werk in product(JA_NEE, (13, 400), (LICHT, MIDDEN))),
    *((True, woning, cluster, ZWAAR, None) for woning, cluster in product(JA_NEE, CLUSTERS)),
    *(
        (False, woning, cluster, werk, "tot-12-intramuraal")
        for woning, cluster, werk in product(JA_NEE, (1, 4, 6, 7, 12), WERK)
    ),
    *(
        (False, woning, cluster, werk, "boven-12-intramuraal")
        for woning, cluster, werk in product(JA_NEE, (13, 400), WERK)
    ),
    *((False, woning, None, werk, None) for woning, werk in product(JA_NEE, WERK)),
]


def feiten(dag_en_nacht: bool, zelf: bool, woning: bool, cluster: int | None, werk: str) -> dict[str, object]:
    return {
        "ondersteuning_24_7": dag_en_nacht,
        "kan_zelf_alarmeren": zelf,
        "zelfstandige_woning": woning,
        "cluster": cluster,
        "werk": werk,
    }


def test_the_table_below_has_every_combination_once() -> None:
    rijen = {(zelf, woning, cluster, werk) for zelf, woning, cluster, werk, _ in TABEL}
    assert len(rijen) == len(TABEL) == len(JA_NEE) * len(JA_NEE) * len(CLUSTERS) * len(WERK)


@pytest.mark.parametrize(("zelf", "woning", "cluster", "werk", "arrangement"), TABEL)
def test_the_first_line_that_fits_gives_the_arrangement(
    zelf: bool, woning: bool, cluster: int | None, werk: str, arrangement: str | None
) -> None:
    uitkomst = vraag("inschaling", "drechtsteden", invoer=feiten(True, zelf, woning, cluster, werk))
    assert uitkomst["arrangement"] == arrangement
    assert uitkomst["zwaarte"] == ZWAARTE[werk]
    assert uitkomst["passend"] is (arrangement is not None)


@pytest.mark.parametrize("werk", WERK)
@pytest.mark.parametrize("cluster", CLUSTERS)
def test_without_support_day_and_night_it_is_outflow_without_a_weight(cluster: int | None, werk: str) -> None:
    for zelf, woning in product(JA_NEE, JA_NEE):
        uitkomst = vraag("inschaling", "drechtsteden", invoer=feiten(False, zelf, woning, cluster, werk))
        assert (uitkomst["arrangement"], uitkomst["zwaarte"], uitkomst["passend"]) == ("uitstroom", None, True)


@pytest.mark.parametrize(
    ("vraagfeiten", "past"),
    [
        ((True, True, False, None, LICHT), "zelfstandige woning"),
        ((True, True, True, 4, ZWAAR), "intramuraal|intramurale"),
        ((True, False, True, None, MIDDEN), "12"),
    ],
)
def test_when_nothing_fits_the_reasoning_says_what_would(
    vraagfeiten: tuple[bool, bool, bool, int | None, str], past: str
) -> None:
    antwoord = heel("inschaling", "drechtsteden", invoer=feiten(*vraagfeiten))
    tekst = " ".join(stap["tekst"] for stap in antwoord["waarom"]).lower()
    assert any(woord in tekst for woord in past.split("|")), tekst
