"""`voordeur regeling lijst`, `toon` and `vergelijk`, and `voordeur dekking`."""

from __future__ import annotations

import pytest

from tests.cli.hulp import REGELINGEN, heel, vraag, weiger

# the first day of the version, and the last day that the agreement itself names
LOOPTIJD = {
    "enschede": ("2022-01-01", None),
    "almelo": ("2020-01-01", "2023-12-31"),
    "boce": ("2021-01-01", "2032-12-31"),
    "drechtsteden": ("2017-07-17", "2018-12-30"),
    "ijsselvecht": ("2023-01-01", "2023-12-31"),
}
PARTIJEN = {
    "enschede": "0153 0147 1774 0158 0164 1735 0168 0173",
    "almelo": "0141 0163 1742 0183 1700 0189",
    "boce": "0114 0109 1681",
    "drechtsteden": "0505 0482 0689 0512 0523 0531 0545 1927 0590 0610 0707 0642",
    "ijsselvecht": "0193 0148 0160 0166 0175 0180 1708 1896",
}
NA_DE_FUSIES = "0505 0482 0512 0523 0531 0590 0610 0642 1978 1961"
CENTRUM = {"enschede": "0153", "almelo": "0141", "boce": "0114", "drechtsteden": "0505", "ijsselvecht": "0193"}
AANTAL = {"enschede": 59, "almelo": 40, "boce": 46, "drechtsteden": 68, "ijsselvecht": 33}


def test_the_list_names_the_five_agreements_with_their_versions() -> None:
    regelingen = {deel["id"]: deel for deel in vraag("regeling", "lijst")["regelingen"]}
    assert set(regelingen) == set(REGELINGEN)
    for id_, (van, tot) in LOOPTIJD.items():
        assert regelingen[id_]["naam"]
        assert regelingen[id_]["versies"] == [{"id": van, "van": van, "tot": tot}]


@pytest.mark.parametrize("id_", REGELINGEN)
def test_an_agreement_shows_what_the_contract_promises(id_: str) -> None:
    antwoord = heel("regeling", "toon", id_)
    assert antwoord["regeling"] == {"id": id_, "versie": LOOPTIJD[id_][0]}
    uitkomst = antwoord["uitkomst"]
    assert {"partijen", "bepalingen", "producten", "criteria", "termijnen", "open"} <= set(uitkomst)
    assert uitkomst["open"]
    for deel in uitkomst["open"]:
        assert deel["reden"].strip()


@pytest.mark.parametrize("id_", REGELINGEN)
def test_the_parties_are_those_of_the_first_day_with_one_centre(id_: str) -> None:
    partijen = vraag("regeling", "toon", id_, "--op", LOOPTIJD[id_][0])["partijen"]
    assert {partij["code"] for partij in partijen} == set(PARTIJEN[id_].split())
    assert [partij["code"] for partij in partijen if partij["centrum"]] == [CENTRUM[id_]]
    assert all(partij["naam"].strip() and isinstance(partij["centrum"], bool) for partij in partijen)


def test_from_2019_drechtsteden_has_the_merged_municipalities() -> None:
    partijen = vraag("regeling", "toon", "drechtsteden", "--op", "2019-01-01")["partijen"]
    assert {partij["code"] for partij in partijen} == set(NA_DE_FUSIES.split())


@pytest.mark.parametrize("id_", REGELINGEN)
def test_every_provision_is_there_once_with_its_place_and_its_core(id_: str) -> None:
    bepalingen = vraag("regeling", "toon", id_)["bepalingen"]
    assert len({deel["id"] for deel in bepalingen}) == len(bepalingen) == AANTAL[id_]
    for deel in bepalingen:
        assert deel["id"].startswith(f"{id_}/")
        assert all(deel[veld].strip() for veld in ("vindplaats", "soort", "kern"))


def test_what_the_source_leaves_open_is_named() -> None:
    genoemd = {"enschede": "plafond", "almelo": "percentage", "ijsselvecht": "sleutel", "drechtsteden": "index"}
    for id_, woord in genoemd.items():
        assert any(woord in deel["naam"] for deel in vraag("regeling", "toon", id_)["open"]), id_


def test_the_criteria_of_enschede_and_drechtsteden_are_four_six_and_five() -> None:
    for id_, verwacht in (
        ("enschede", {"all-inclusive": 4, "modulair": 6}),
        ("drechtsteden", {"beschermd-wonen": 5}),
    ):
        criteria = vraag("regeling", "toon", id_)["criteria"]
        assert {vorm["id"]: len(vorm["criteria"]) for vorm in criteria} == verwacht


@pytest.mark.parametrize("links", REGELINGEN)
@pytest.mark.parametrize("rechts", REGELINGEN)
def test_two_agreements_side_by_side(links: str, rechts: str) -> None:
    antwoord = heel("regeling", "vergelijk", links, rechts)
    assert antwoord["regeling"] is None
    onderwerpen = antwoord["uitkomst"]["onderwerpen"]
    assert onderwerpen
    for deel in onderwerpen:
        assert {"onderwerp", "links", "rechts", "gelijk"} <= set(deel)
        assert deel["gelijk"] is (deel["links"] == deel["rechts"])
    if links == rechts:
        assert all(deel["gelijk"] for deel in onderwerpen)


def test_turning_a_comparison_around_swaps_the_sides() -> None:
    heen = vraag("regeling", "vergelijk", "enschede", "almelo")["onderwerpen"]
    terug = vraag("regeling", "vergelijk", "almelo", "enschede")["onderwerpen"]
    assert [(deel["onderwerp"], deel["links"], deel["rechts"]) for deel in heen] == [
        (deel["onderwerp"], deel["rechts"], deel["links"]) for deel in terug
    ]


@pytest.mark.parametrize("opdracht", ["toon", "vergelijk"])
@pytest.mark.parametrize("id_", ["nergens", "", "landelijk", "../regelingen/enschede", "ENSCHEDE"])
def test_an_agreement_that_is_not_there_is_refused(opdracht: str, id_: str) -> None:
    ander = ("enschede",) if opdracht == "vergelijk" else ()
    assert weiger("regeling", opdracht, id_, *ander).startswith("regeling")


def test_the_coverage_counts_every_provision() -> None:
    uitkomst = vraag("dekking")
    assert (uitkomst["bepalingen"], uitkomst["licht"]) == (246, 30)
    assert {id_: deel["bepalingen"] for id_, deel in uitkomst["per_regeling"].items()} == AANTAL
    assert sum(deel["bewezen"] for deel in uitkomst["per_regeling"].values()) == uitkomst["bewezen"]
    assert len(set(uitkomst["open"])) == len(uitkomst["open"]) == 246 - uitkomst["bewezen"]


def test_what_is_open_in_the_coverage_is_a_provision() -> None:
    bepalingen = {deel["id"] for id_ in REGELINGEN for deel in vraag("regeling", "toon", id_)["bepalingen"]}
    assert set(vraag("dekking")["open"]) <= bepalingen
