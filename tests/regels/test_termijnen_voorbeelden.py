"""The worked examples of the reference, typed over: three ways of counting agreed on them."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.wetten import sluitingskalender, wettelijke_termijnen
from voordeur.regels.termijnen import Lengte, Termijn, bereken_termijn

# what, the start, the term (w weeks, d days, m months; minus counts back), the raw end, the last day, why
VOORBEELDEN = """
    onderzoek                    2026-02-20    6w  2026-04-03  2026-04-07  Good Friday, weekend, Easter Monday
    onderzoek                    2026-03-16    6w  2026-04-27  2026-04-28  King's day
    onderzoek                    2026-03-24    6w  2026-05-05  2026-05-06  Liberation day
    onderzoek                    2026-04-02    6w  2026-05-14  2026-05-18  Ascension day, Friday by decree, weekend
    onderzoek                    2026-11-13    6w  2026-12-25  2026-12-28  Christmas on Friday and Saturday
    onderzoek                    2025-03-22    6w  2025-05-03  2025-05-06  weekend, Liberation day on Monday
    beschikking                  2026-12-11    2w  2026-12-25  2026-12-28  Christmas, weekend
    onderzoek                    2024-02-16    6w  2024-03-29  2024-04-02  Good Friday up to Easter Monday
    onderzoek                    2024-03-28    6w  2024-05-09  2024-05-13  Ascension day, Friday by decree, weekend
    onderzoek                    2024-11-13    6w  2024-12-25  2024-12-30  Christmas, Friday by decree, weekend
    onderzoek                    2025-11-20    6w  2026-01-01  2026-01-05  New Year, Friday by decree, weekend
    onderzoek                    2027-03-24    6w  2027-05-05  2027-05-10  Liberation day up to the weekend
    onderzoek                    2027-03-10    6w  2027-04-21  2027-04-21  a plain Wednesday
    persoonlijk-plan             2026-04-03    7d  2026-04-10  2026-04-10  from Good Friday to a plain Friday
    persoonlijk-plan             2026-05-07    7d  2026-05-14  2026-05-18  Ascension day, Friday by decree, weekend
    beschikking                  2026-05-01    2w  2026-05-15  2026-05-18  closed by decree only, weekend
    bezwaar                      2025-04-17    6w  2025-05-29  2025-06-02  Ascension day, Friday by decree, weekend
    bezwaar                      2028-03-16    6w  2028-04-27  2028-05-01  King's day, Friday by decree, weekend
    beslissing-bezwaar-commissie 2026-02-03   12w  2026-04-28  2026-04-28  exactly twelve weeks, a plain Tuesday
    beslissing-bezwaar-commissie 2026-02-02   12w  2026-04-27  2026-04-28  exactly twelve weeks, King's day
    klacht                       2027-04-05    6w  2027-05-17  2027-05-18  Whit Monday
    klacht-advies                2026-03-16   10w  2026-05-25  2026-05-26  Whit Monday
    buiten-behandeling           2027-03-01    4w  2027-03-29  2027-03-30  Easter Monday
    vernietiging                 2026-09-25    3m  2026-12-25  2026-12-28  three months: Christmas, weekend
    vernietiging                 2026-11-30    3m  2027-02-28  2027-03-01  there is no 30 February; Sunday
    bewaartermijn                2024-12-25  180m  2039-12-25  2039-12-25  years are taken out (Atw 4)
    dwangsom-maximum             2026-11-14   42d  2026-12-26  2026-12-26  the law takes it out (Awb 4:17)
    algemeen                     2026-04-02    3d  2026-04-05  2026-04-08  two open days in the term (Atw 2)
    terugrekening                2026-05-06  -10d  2026-04-26  2026-04-26  a term counted back does not shift
    overeenkomst                 2026-11-11    6w  2026-12-23  2026-12-23  an agreement; a plain day
    overeenkomst                 2026-11-13    6w  2026-12-25  2026-12-25  an agreement does not shift
"""
RIJEN = [regel.split(maxsplit=5) for regel in VOORBEELDEN.strip().splitlines()]
EENHEDEN = {"w": "weken", "d": "dagen", "m": "maanden"}
REGIMES = {"overeenkomst": "overeenkomst", "dwangsom-maximum": "uitgesloten"}
# the terms that the law sets, as the package reads them: with or without a committee
VAN_DE_WET = {
    "onderzoek": ("onderzoek", False),
    "beschikking": ("besluit", False),
    "bezwaar": ("bezwaar", False),
    "persoonlijk-plan": ("persoonlijk-plan", False),
    "klacht": ("klacht", False),
    "klacht-advies": ("klacht", True),
    "beslissing-bezwaar-commissie": ("beslissing-op-bezwaar", True),
}


@pytest.mark.parametrize("rij", RIJEN, ids=lambda rij: f"{rij[0]}-{rij[1]}")
def test_a_worked_example_comes_out(rij: list[str]) -> None:
    soort, start, lengte, einde_ruw, uiterlijk, _ = rij
    termijn = Termijn(
        soort,
        soort,
        ("x/a1",),
        "iets",
        lees(lengte),
        richting="terug" if lengte.startswith("-") else "vooruit",
        regime=REGIMES.get(soort, "wet"),  # type: ignore[arg-type]
    )
    waarde = bereken_termijn(termijn, date.fromisoformat(start), sluitingskalender()).waarde
    assert (str(waarde.start), str(waarde.einde_ruw), str(waarde.uiterlijk)) == (start, einde_ruw, uiterlijk)


@pytest.mark.parametrize("rij", [rij for rij in RIJEN if rij[0] in VAN_DE_WET], ids=lambda rij: f"{rij[0]}-{rij[1]}")
def test_the_term_of_the_law_has_the_length_of_the_example(rij: list[str]) -> None:
    soort, met_commissie = VAN_DE_WET[rij[0]]
    termijn = wettelijke_termijnen()[soort]
    assert (termijn.lengte_met_commissie if met_commissie else termijn.lengte) == lees(rij[2])
    assert (termijn.regime, termijn.richting) == ("wet", "vooruit")


def test_there_are_thirty_one_examples() -> None:
    assert len(RIJEN) == 31


def lees(lengte: str) -> Lengte:
    return Lengte(**{EENHEDEN[lengte[-1]]: abs(int(lengte[:-1]))})
