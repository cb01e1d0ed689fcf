"""The steps of a route and how far they are, who pays in which situation, urgency, and help that is needed later."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voordeur.regels.arrangementeisen import eisen_van
from voordeur.regels.betalers import Betaalregel
from voordeur.regels.datums import is_jaar_oud
from voordeur.regels.inschaling import Inschaalregel, Inschaling
from voordeur.regels.komt_eraan import dag_van_leeftijd, is_op_tijd, nodig_vanaf
from voordeur.regels.routes import Routestap
from voordeur.regels.spoed import VAN_DE_WET, kan_met_spoed, spoedeisen, vraagt_goedkeuring
from voordeur.regels.vereisten import Eis, Vereisten
from voordeur.regels.verwoorden import verwoord
from voordeur.regels.weg import Gezet, loop_weg, tegengehouden
from voordeur.regels.wie_betaalt import Betaalfeiten, betaler_op

OP = date(2026, 3, 2)
MELDING = Routestap("melding", "Meld.", "iemand", ("x/s1",), door="melding")
VRAAG = Routestap("vraag", "Vraag het na.", "het huis", ("x/s2",), vraag_aan="gemeente", voor="besluit")
UITLEG = Routestap("uitleg", "Leg het uit.", "het huis", ("x/s3", "wmo/2.3.2-3"), door="bevestiging", voor="besluit")
BESLUIT = Routestap("besluit", "Besluit.", "het huis", ("x/s4",), door="besluit")
NAZORG = Routestap("nazorg", "Bel later.", "het huis", ("x/s5",))
STAPPEN = (MELDING, VRAAG, UITLEG, BESLUIT, NAZORG)


def loop(gezet: dict[str, Gezet], *, wacht: tuple[str, ...] = (), besloten: bool = False) -> dict[str, str]:
    weg = loop_weg(STAPPEN, gezet, wacht=wacht, besloten=besloten, regeling="x")
    return {deel.stap.id: deel.stand for deel in weg}


def test_what_a_page_did_is_done_and_what_comes_after_the_decision_waits_for_it() -> None:
    gedaan = {"door:melding": Gezet(OP)}
    assert loop(gedaan) == {
        "melding": "klaar", "vraag": "te_doen", "uitleg": "te_doen", "besluit": "te_doen", "nazorg": "later",
    }  # fmt: skip
    assert loop(gedaan, wacht=("vraag",))["vraag"] == "wacht"
    assert loop(gedaan, besloten=True)["nazorg"] == "te_doen"


def test_what_stands_in_the_way_of_a_decision_and_whether_a_law_asks_it() -> None:
    weg = loop_weg(STAPPEN, {}, wacht=(), besloten=False, regeling="x")
    assert [(deel.stap.id, deel.door_wet) for deel in tegengehouden(weg)] == [("vraag", False), ("uitleg", True)]
    klaar = loop_weg(STAPPEN, {"vraag": Gezet(OP), "uitleg": Gezet(OP)}, wacht=(), besloten=False, regeling="x")
    assert tegengehouden(klaar) == ()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"door": "raam"}, "de stap kan niet door 'raam'"),
        ({"door": "besluit", "vraag_aan": "gemeente"}, "niet allebei"),
        ({"voor": "ontbijt"}, 'alleen klaar te zijn voor het "besluit"'),
        ({"antwoorden": ("x" * 41,)}, "hooguit 40 tekens"),
        ({"id": "x" * 22}, "hooguit 21 tekens"),
    ],
)
def test_a_step_that_cannot_be_is_refused_in_the_file(velden: dict[str, object], zin: str) -> None:
    with pytest.raises(ValueError, match=zin):
        Routestap(**{"id": "stap", "wat": "Doe iets.", "wie": "iemand", "grond": ("x/s1",), **velden})  # type: ignore[arg-type]


def regel(situatie: str, betaler: str, **velden: date) -> Betaalregel:
    return Betaalregel(situatie, situatie, betaler, ("x/s1",), **velden)


REGELS = (
    regel("bestaande_client", "het centrum"), regel("nieuwe_client", "het centrum", tot=date(2023, 12, 31)),
    regel("nieuwe_client", "de gemeente", vanaf=date(2024, 1, 1)), regel("van_elders_hier", "de herkomst"),
    regel("woonplaats_onbekend", "het rijk", vanaf=date(2023, 1, 1)), regel("forensische_plaats", "justitie"),
    regel("mo_opvang", "de opvangpot"), regel("buiten_regio_geplaatst", "de herkomst"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("feiten", "op", "betaler"),
    [
        (Betaalfeiten(), OP, None),
        (Betaalfeiten(nieuw=True), OP, "de gemeente"),
        (Betaalfeiten(nieuw=True), date(2023, 6, 1), "het centrum"),
        (Betaalfeiten(nieuw=False), OP, "het centrum"),
        (Betaalfeiten(nieuw=True, van_elders=True), OP, "de herkomst"),
        (Betaalfeiten(woonplaats_bekend=False), OP, "het rijk"),
        (Betaalfeiten(woonplaats_bekend=False), date(2022, 6, 1), None),
        (Betaalfeiten(plek_elders=True), OP, "de herkomst"),
        (Betaalfeiten(titel_tot=date(2026, 4, 1)), OP, "justitie"),
        (Betaalfeiten(titel_tot=OP, nieuw=False), OP, "het centrum"),
        (Betaalfeiten(voorziening="MO", nieuw=False), OP, "de opvangpot"),
    ],
)
def test_the_most_particular_situation_that_the_agreement_has_decides(
    feiten: Betaalfeiten, op: date, betaler: str | None
) -> None:
    uitkomst = betaler_op(REGELS, feiten, op)
    assert (uitkomst.waarde if uitkomst else None) == betaler


@given(geboren=st.dates(date(1920, 1, 1), date(2020, 12, 31)), jaren=st.integers(0, 30))
def test_the_day_of_an_age_is_the_first_on_which_it_is_reached(geboren: date, jaren: int) -> None:
    dag = dag_van_leeftijd(geboren, jaren)
    assert is_jaar_oud(geboren, jaren, dag)
    assert not is_jaar_oud(geboren, jaren, date.fromordinal(dag.toordinal() - 1))


def test_who_is_old_enough_needs_no_later_day_and_an_unknown_birth_date_says_nothing() -> None:
    assert nodig_vanaf(date(2008, 6, 10), OP) == date(2026, 6, 10)
    assert nodig_vanaf(date(2008, 3, 2), OP) is None
    assert nodig_vanaf(None, OP) is None


def test_a_decision_on_the_very_day_is_in_time() -> None:
    assert is_op_tijd(OP, OP, ()).waarde.op_tijd
    assert not is_op_tijd(OP, date(2026, 3, 3), ()).waarde.op_tijd
    assert "Werk dus sneller." in verwoord(is_op_tijd(OP, date(2026, 3, 3), ()).stappen[0])


def test_urgency_goes_by_the_agreement_else_by_the_law_and_consent_is_given_apart() -> None:
    eigen = Vereisten("spoed", "Spoed", ("x/s1",), (Eis("nood", "er is nood"), Eis("goedkeuring", "er is goedkeuring")))
    assert spoedeisen((eigen,)) is eigen
    assert spoedeisen(()) is VAN_DE_WET
    assert (vraagt_goedkeuring(eigen), vraagt_goedkeuring(VAN_DE_WET)) == (True, False)
    assert kan_met_spoed(eigen, {"nood": True}).waarde.voldaan == "ja"
    assert kan_met_spoed(eigen, {}).waarde.voldaan == "onbekend"


def test_an_arrangement_says_what_it_asks_of_home_and_support() -> None:
    regels = (
        Inschaalregel("groot", "Groot huis", ("x/s1",), ondersteuning_24_7=True, kan_zelf_alarmeren=False,
                      in_cluster=True, cluster_vanaf=13, zwaarten=("licht",)),
        Inschaalregel("klein", "Klein huis", ("x/s1",), in_cluster=True, cluster_tot=6, eist_zelfstandige_woning=True),
        Inschaalregel("alleen", "Alleen", ("x/s1",), ondersteuning_24_7=False, in_cluster=False),
    )  # fmt: skip
    tabel = Inschaling(("x/s1",), {}, regels)
    zinnen = {id_: [verwoord(deel) for deel in eisen_van(tabel, id_).stappen] for id_ in ("groot", "klein", "alleen")}  # type: ignore[union-attr]
    assert zinnen == {
        "groot": ["Groot huis vraagt dit.", "Er is dag en nacht hulp.", "De cliënt kan niet zelf alarm slaan.",
                  "De cliënt woont in een groep van 13 of meer bewoners.", "De zwaarte is een van deze: licht."],
        "klein": ["Klein huis vraagt dit.", "De cliënt woont in een groep van 1 tot en met 6 bewoners.",
                  "Er is een zelfstandige woning."],
        "alleen": ["Alleen vraagt dit.", "Hulp dag en nacht is niet nodig.", "De cliënt woont niet in een groep."],
    }  # fmt: skip
    assert eisen_van(tabel, "dans") is None
