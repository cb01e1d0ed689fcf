"""Parameters that cannot work are refused where an agreement is loaded, and rules stop where a part is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from voordeur.regels.fouten import OngeldigFeit, RegelOntbreekt
from voordeur.regels.nieuwe_client import NieuweClientregel
from voordeur.regels.opzegging import Opzegregel
from voordeur.regels.rangorde import Rangorde, gaat_voor
from voordeur.regels.risico import Resultaatsignaal
from voordeur.regels.tarief import Eenheid, Prijs, Tarieven, bereken_tarief
from voordeur.regels.termijnen import Termijn
from voordeur.regels.toegang import Toegangsfeiten, Toegangsregel, Vorm, toets_toegang
from voordeur.regels.verwoorden import schrijf_bedrag
from voordeur.regels.wanneer import Wanneer

GROND = ("x/a1",)
EENS = Wanneer("eenmalig", tot=date(2030, 1, 1))


@pytest.mark.parametrize(
    ("maak", "melding"),
    [
        (lambda: Termijn("a", "A", GROND, "nu", wanneer=EENS), "een termijn eindigt op een dag van soort"),
        (lambda: Opzegregel(6, "brief", GROND, ingang=EENS), "een ingang is een dag van soort"),
        (lambda: Prijs("a", "A", {"x": Decimal(1)}, GROND, opslag={}), "de opslag noemt andere zwaarten"),
        (lambda: Vorm("a", "A", (), GROND), "een vorm heeft minstens een criterium"),
        (lambda: Resultaatsignaal(0, Decimal(0), GROND), "kijk naar minstens een jaar"),
        (lambda: NieuweClientregel(0, GROND), "kijk minstens een dag terug"),
        (lambda: Wanneer("jaarlijks", maand=13, dag=1), "1-13 is geen dag die er elk jaar is"),
        (lambda: Wanneer("jaarlijks", maand=2, dag=29), "29-2 is geen dag die er elk jaar is"),
        (lambda: Wanneer("venster", maand=1, dag=1, tot_maand=4, tot_dag=31), "31-4 is geen dag"),
    ],
)
def test_a_parameter_that_cannot_work_is_refused(maak: Callable[[], object], melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        maak()


def test_the_last_day_of_february_comes_every_year() -> None:
    assert Wanneer("jaarlijks", maand=2, dag=28).in_jaar(2028) == ((None, date(2028, 2, 28)),)


def test_a_window_may_begin_in_the_year_before() -> None:
    winter = Wanneer("venster", maand=11, dag=1, tot_maand=3, tot_dag=31)
    assert winter.in_jaar(2027) == ((date(2026, 11, 1), date(2027, 3, 31)),)


def test_a_report_may_be_due_more_than_a_year_after_its_quarter() -> None:
    dagen = [dag for _, dag in Wanneer("na_kwartaal", maanden=15).in_jaar(2027)]
    assert dagen == [date(2027, 3, 31), date(2027, 6, 30), date(2027, 9, 30), date(2027, 12, 31)]


def test_a_printed_surcharge_without_its_rule_stops_the_price() -> None:
    tarieven = Tarieven(Eenheid("nacht"), GROND, (Prijs("a", "A", {"x": Decimal(9)}, GROND, opslag={"x": Decimal(1)}),))
    with pytest.raises(RegelOntbreekt, match="tarieven voor een opslag"):
        bereken_tarief(tarieven, arrangement="a", zwaarte="x", huisvesting=None, op=date(2030, 1, 1), indexcijfers={})


def test_an_agreement_without_forms_has_no_criteria() -> None:
    with pytest.raises(RegelOntbreekt, match="criteria"):
        toets_toegang(Toegangsregel(), Toegangsfeiten(date(2030, 1, 1)), [])


def test_nothing_goes_before_nothing() -> None:
    with pytest.raises(OngeldigFeit, match="noem minstens een tekst"):
        gaat_voor(Rangorde(GROND, ("a",)), [])


def test_less_than_half_a_cent_below_zero_is_no_negative_amount() -> None:
    assert schrijf_bedrag(Decimal("-0.004")) == "€\u00a00,00"
