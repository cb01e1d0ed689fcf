"""What is on the paper, for each kind: the sentences that the law and the reader need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from tests.brieven.lezen import bevat
from tests.brieven.voorbeelden import (
    AFWIJZING,
    AFZENDER,
    ALLE,
    ONDERTEKENING,
    ONTVANGSTBEVESTIGING,
    OPSCHORTING,
    PGB,
    TOEKENNING,
    VOORZIENING,
)
from voordeur.brieven.blokken import Alinea, Deel
from voordeur.brieven.pdf import maak_pdf
from voordeur.brieven.soorten import Brief, Strekking

BEZWAAR = (
    "Bent u het niet eens met dit besluit?",
    "U, of iemand anders voor wie dit besluit gevolgen heeft.",
    "Binnen 6 weken na de dag waarop wij dit besluit verstuurden.",
    "4 januari 2027. Stuurt u een brief? Doe die dan uiterlijk op deze dag op de post.",
    "het college van burgemeester en wethouders van Kleinbuurt, Commissie bezwaarschriften, Postbus 5",
    "uw naam en adres",
    "de datum van uw bezwaar",
    "het besluit waar u het niet mee eens bent",
    "waarom u het er niet mee eens bent",
    "uw handtekening",
    "Het besluit blijft gelden, ook als u bezwaar maakt.",
    "voorlopige voorziening bij de rechtbank Voorbeeldland",
)


def ontbrekend(brief: Brief, zinnen: Iterable[str]) -> list[str]:
    pdf = maak_pdf(brief)
    return [zin for zin in zinnen if not bevat(pdf, zin)]


@pytest.mark.parametrize("naam", ALLE)
def test_every_letter_says_who_to_whom_when_about_what_and_whom_to_call(naam: str) -> None:
    brief = ALLE[naam]
    nodig = (
        AFZENDER.naam, "Namens: het college van burgemeester en wethouders van Kleinbuurt",
        "Mevrouw J. de Wit", "Lindelaan 12", "Datum: 23 november 2026", "Ons kenmerk: V-2026-0417",
        "Uw bericht van: 12 november 2026", brief.onderwerp, "Geachte mevrouw De Wit,", brief.kernzin,
        "Bel dan met Samira Bakker, telefoon 0900 123 45 67", "s.bakker@voorbeeldstad.example", "klachtencoördinator",
        "P. Jansen", "teamleider Toegang", "Pagina 1 van", "digitaal vastgesteld",
    )  # fmt: skip
    assert ontbrekend(brief, nodig) == []


def test_a_grant_says_what_from_when_by_whom_and_why() -> None:
    nodig = (
        "beschermd wonen, arrangement 3", "zorg in natura", "Stichting De Haven", "1 december 2026",
        "30 november 2028", "artikel 2.3.5 lid 4 van de Wmo 2015", "artikel 4 lid 1 van de regionale regeling",
        "Hoeveel u betaalt, bepaalt het CAK.", "artikel 2.3.8 van de Wmo 2015", "uiterlijk op 30 november 2027 opnieuw",
    )  # fmt: skip
    assert ontbrekend(TOEKENNING, (*nodig, *BEZWAAR)) == []


def test_a_personal_budget_says_how_much_for_what_on_which_conditions() -> None:
    brief = replace(TOEKENNING, voorziening=replace(VOORZIENING, pgb=PGB, einde=None, bijdrage_bepaald_door=None))
    nodig = ("persoonsgebonden budget (pgb)", "€ 4.250,50 per maand", PGB.doel, PGB.voorwaarden)
    assert ontbrekend(brief, (*nodig, "er is geen vaste laatste dag", "betaalt u geen eigen bijdrage")) == []


def test_a_grant_without_a_place_says_that_we_look_for_one() -> None:
    brief = replace(TOEKENNING, voorziening=replace(VOORZIENING, aanbieder=None, heronderzoek=None))
    assert ontbrekend(brief, ("Wij zoeken nog een aanbieder.", "Wij bekijken van tijd tot tijd opnieuw")) == []


def test_a_refusal_says_why_and_what_is_offered_instead() -> None:
    nodig = ("Waarom wij dit besluiten", "Wat u wel kunt krijgen", "begeleiding bij u thuis, vier keer per week")
    assert ontbrekend(AFWIJZING, (*nodig, *BEZWAAR)) == []


def test_a_withdrawal_says_from_which_day() -> None:
    brief = replace(AFWIJZING, strekking=Strekking.INTREKKING, gaat_in_op=date(2027, 2, 1), in_plaats_daarvan=())
    assert ontbrekend(brief, ("Dit besluit geldt vanaf 1 februari 2027.",)) == []


def test_in_urgency_the_letter_says_when_the_reasoning_follows() -> None:
    brief = replace(TOEKENNING, redenering=None, redenering_volgt=date(2026, 11, 30))
    assert ontbrekend(brief, ("Daarom krijgt u de uitleg later, uiterlijk op 30 november 2026.",)) == []


def test_a_suspension_says_what_is_missing_until_when_and_what_it_does_to_the_term() -> None:
    nodig = (
        "Uw aanvraag van 12 november 2026 is nog niet compleet.", "een kopie van uw identiteitsbewijs",
        "Doe dit uiterlijk op 7 december 2026. U hebt dus nog 14 dagen.", "langsbrengen aan de balie",
        "staat stil vanaf 24 november 2026", "hoogstens tot 7 december 2026", "artikel 4:15", "artikel 4:5",
    )  # fmt: skip
    assert ontbrekend(OPSCHORTING, nodig) == []


def test_one_day_is_not_written_as_days() -> None:
    brief = replace(OPSCHORTING, uiterlijk=date(2026, 11, 24))
    assert ontbrekend(brief, ("U hebt dus nog 1 dag.",)) == []


def test_a_confirmation_says_what_came_in_what_follows_and_until_when() -> None:
    nodig = (
        "Wij ontvingen uw melding op 20 november 2026.", "U mag iemand meenemen.",
        "U hoort uiterlijk op 1 januari 2027 van ons.", "Ik zoek een plek om veilig te wonen.",
    )  # fmt: skip
    assert ontbrekend(ONTVANGSTBEVESTIGING, nodig) == []


def test_a_confirmation_without_data_has_no_empty_table() -> None:
    assert not bevat(maak_pdf(replace(ONTVANGSTBEVESTIGING, gegevens=())), "Wat u hebt doorgegeven")


@pytest.mark.parametrize("naam", ALLE)
def test_free_parts_are_printed_in_every_kind(naam: str) -> None:
    brief = replace(ALLE[naam], delen=(Deel("Wat wij afspraken", (Alinea("Eerste zin.\n\nTweede zin."),)),))
    assert ontbrekend(brief, ("Wat wij afspraken", "Eerste zin.", "Tweede zin.")) == []


def test_without_a_mandate_the_college_signs_for_itself() -> None:
    brief = replace(TOEKENNING, afzender=replace(AFZENDER, krachtens_mandaat=False, namens=None))
    pdf = maak_pdf(brief)
    assert bevat(pdf, f"Met vriendelijke groet,{AFZENDER.naam},P. Jansen")
    assert not bevat(pdf, "Namens")


def test_a_pen_needs_no_excuse() -> None:
    brief = replace(TOEKENNING, ondertekening=replace(ONDERTEKENING, digitaal=False))
    assert not bevat(maak_pdf(brief), "digitaal vastgesteld")
