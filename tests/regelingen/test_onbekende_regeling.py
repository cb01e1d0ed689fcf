"""An agreement that nobody here has seen: a foundation as party, a price per night, terms counted back, few rules."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from voordeur.regelingen.bestand import lees_document
from voordeur.regelingen.controle import controleer, maak_regeling
from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.vergelijken import vergelijk
from voordeur.regelingen.wetten import sluitingskalender
from voordeur.regels.plichten import jaarkalender
from voordeur.regels.stemming import tel_stemmen
from voordeur.regels.tarief import bereken_tarief
from voordeur.regels.termijnen import bereken_termijn

TEKST = """\
id = "waddenkust"
naam = "Waddenkust"
titel = "Overeenkomst nachtopvang"
bron = "verzonnen voor deze test"
versie = 2027-03-01

[[partijen]]
code = "0060"
naam = "Ameland"
centrum = true
grond = "waddenkust/wie"

[[partijen]]
naam = "Stichting Nachtanker"
soort = "organisatie"
grond = "waddenkust/wie"

[tarieven]
eenheid = { naam = "nacht", dagen = 1 }
grond = "waddenkust/prijs"

[[tarieven.prijzen]]
arrangement = "bed"
naam = "een bed voor de nacht"
basis = { gewoon = "61.35" }
grond = "waddenkust/prijs"

[[termijnen]]
soort = "afmelden"
naam = "Afmelden voor een bed"
lengte = { dagen = 2 }
vanaf = "de nacht"
richting = "terug"
grond = "waddenkust/prijs"

[[kalender]]
id = "winter"
wat = "De winteropvang is open"
wie = "Stichting Nachtanker"
wanneer = { soort = "venster", maand = 10, dag = 15, tot_maand = 12, tot_dag = 31 }
grond = "waddenkust/winter"

[stemming]
stemmen_per_gemeente = 3
grond = "waddenkust/stem"

[bepalingen]
wie = { vindplaats = "art. 1", soort = "D", kern = "Een gemeente en een stichting." }
prijs = { vindplaats = "art. 2", soort = "R", kern = "De prijs is per nacht; afmelden kan tot twee dagen ervoor." }
winter = { vindplaats = "art. 3", soort = "K", kern = "De winteropvang is open van 15 oktober tot en met 31 december." }
stem = { vindplaats = "art. 4", soort = "R", kern = "Een gemeente heeft drie stemmen." }
"""


@pytest.fixture
def regeling(tmp_path: Path) -> Regeling:
    bestand = tmp_path / "2027-03-01.toml"
    bestand.write_text(TEKST, "utf-8")
    assert controleer(bestand) == []
    return maak_regeling(lees_document(bestand))


def test_a_party_need_not_be_a_municipality(regeling: Regeling) -> None:
    assert [partij.naam for partij in regeling.partijen] == ["Ameland", "Stichting Nachtanker"]
    assert list(regeling.gemeenten_op(date(2027, 3, 1))) == ["0060"]


def test_a_price_may_be_per_night_and_without_surcharge_or_index(regeling: Regeling) -> None:
    assert regeling.tarieven is not None
    uitkomst = bereken_tarief(
        regeling.tarieven, arrangement="bed", zwaarte="gewoon", huisvesting=None, op=date(2031, 1, 1), indexcijfers={}
    )
    assert (uitkomst.waarde.totaal, uitkomst.waarde.eenheid) == (Decimal("61.35"), "nacht")


def test_a_term_may_be_counted_back_and_then_does_not_shift(regeling: Regeling) -> None:
    einde = bereken_termijn(regeling.termijnen[0], date(2027, 5, 4), sluitingskalender()).waarde
    assert einde.uiterlijk == date(2027, 5, 2)  # a Sunday


def test_a_vote_may_count_otherwise_and_know_no_second_round(regeling: Regeling) -> None:
    assert regeling.stemming is not None
    uitslag = tel_stemmen(regeling.stemming, [{"0060": "voor"}], "0060").waarde
    assert (uitslag.besluit, uitslag.tellingen[0].voor) == ("aangenomen", 3)


def test_a_duty_may_be_a_season(regeling: Regeling) -> None:
    (dag,) = jaarkalender(regeling.kalender, 2027).waarde
    assert (dag.van, dag.uiterlijk) == (date(2027, 10, 15), date(2027, 12, 31))


def test_it_can_be_laid_beside_itself(regeling: Regeling) -> None:
    assert all(onderwerp.gelijk for onderwerp in vergelijk(regeling, regeling).waarde)
