"""A letter that may not be sent is refused before anything is printed, with all that is wrong in Dutch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.brieven.voorbeelden import (
    AFWIJZING,
    AFZENDER,
    ALLE,
    DAG,
    KENMERK,
    ONTVANGER,
    ONTVANGSTBEVESTIGING,
    OPSCHORTING,
    RECHTSMIDDEL,
    REDENERING,
    TOEKENNING,
    VOORZIENING,
)
from voordeur.brieven import pdf
from voordeur.brieven.blokken import Alinea, Deel, Opsomming, Redenering, Redenstap
from voordeur.brieven.controle import controleer
from voordeur.brieven.fouten import BriefOnvolledig
from voordeur.brieven.soorten import Brief, Strekking

ZONDER_GROND = Redenering((Redenstap("Zo is het nu eenmaal."),))
WIJZIGING = Strekking.WIJZIGING
GEVALLEN: list[tuple[Brief, dict[str, Any], str]] = [
    (TOEKENNING, {"rechtsmiddel": None}, "rechtsmiddel"),
    (AFWIJZING, {"rechtsmiddel": None}, "artikel 3:45 Awb"),
    (TOEKENNING, {"afzender": replace(AFZENDER, namens=None)}, "zeg namens welk bestuursorgaan (artikel 10:10 Awb)"),
    (OPSCHORTING, {"afzender": replace(AFZENDER, namens=None)}, "zeg namens welk bestuursorgaan"),
    (TOEKENNING, {"afzender": replace(AFZENDER, krachtens_mandaat=False)}, "zeg ook dat er een mandaat is"),
    (TOEKENNING, {"redenering": None}, "geen reden"),
    (TOEKENNING, {"redenering": ZONDER_GROND}, "geen reden met een wetsartikel"),
    (TOEKENNING, {"redenering": None, "redenering_volgt": date(2026, 12, 1)}, "uiterlijk op 30 november 2026 volgen"),
    (TOEKENNING, {"redenering": None, "redenering_volgt": date(2026, 11, 22)}, "uiterlijk op 30 november 2026 volgen"),
    (TOEKENNING, {"voorziening": None}, "vul de voorziening in"),
    (TOEKENNING, {"voorziening": replace(VOORZIENING, einde=date(2026, 11, 30))}, "ligt voor de eerste"),
    (AFWIJZING, {"in_plaats_daarvan": ()}, "wat iemand dan wel kan krijgen"),
    (AFWIJZING, {"voorziening": VOORZIENING}, "haal de voorziening weg"),
    (TOEKENNING, {"strekking": WIJZIGING}, "De wijziging zegt niet vanaf welke dag"),
    (TOEKENNING, {"rechtsmiddel": replace(RECHTSMIDDEL, laatste_dag=date(2027, 1, 3))}, "vroegst 4 januari 2027"),
    (TOEKENNING, {"rechtsmiddel": replace(RECHTSMIDDEL, weken=0)}, "minstens een week"),
    (TOEKENNING, {"rechtsmiddel": replace(RECHTSMIDDEL, adres=())}, "geen adres voor het bezwaarschrift"),
    (TOEKENNING, {"rechtsmiddel": replace(RECHTSMIDDEL, inhoud=())}, "artikel 6:5 Awb"),
    (OPSCHORTING, {"ontbreekt": ()}, "wat iemand moet aanvullen"),
    (OPSCHORTING, {"uiterlijk": DAG}, "na 23 november 2026 liggen"),
    (OPSCHORTING, {"aanvraag_van": date(2026, 11, 24)}, "niet na de brief"),
    (ONTVANGSTBEVESTIGING, {"vervolg": ()}, "wat er nu gebeurt"),
    (ONTVANGSTBEVESTIGING, {"ontvangen_op": date(2026, 11, 24)}, "niet na de brief liggen"),
    (ONTVANGSTBEVESTIGING, {"antwoord_uiterlijk": date(2026, 11, 19)}, "niet voor de dag van ontvangst"),
    (TOEKENNING, {"ontvanger": replace(ONTVANGER, adres=())}, "adres van de ontvanger ontbreekt"),
    (TOEKENNING, {"ontvanger": replace(ONTVANGER, adres=("a",) * 6)}, "hoogstens 5 regels"),
    (TOEKENNING, {"onderwerp": " "}, "Het veld 'onderwerp' is leeg."),
    (TOEKENNING, {"kenmerk": replace(KENMERK, ons="\n")}, "Het veld 'kenmerk.ons' is leeg."),
    (TOEKENNING, {"kernzin": "U krijgt\x07 hulp."}, "'kernzin' staat een teken dat niet in een brief mag: U+0007"),
    (TOEKENNING, {"ontvanger": replace(ONTVANGER, naam="J.\u202eW")}, "'ontvanger.naam'"),
    (TOEKENNING, {"delen": (Deel("Kop", (Alinea(""),)),)}, "'delen 1.blokken 1.tekst' is leeg"),
    (TOEKENNING, {"onderwerp": "a" * 251}, "Het veld 'onderwerp' is te lang: gebruik hoogstens 250 tekens."),
    (TOEKENNING, {"kenmerk": replace(KENMERK, ons="a" * 61)}, "'kenmerk.ons' is te lang"),
    (TOEKENNING, {"ontvanger": replace(ONTVANGER, adres=("b", "a" * 251))}, "'ontvanger.adres 2' is te lang"),
    (TOEKENNING, {"kernzin": "a" * 5001}, "'kernzin' is te lang: gebruik hoogstens 5000"),
    (TOEKENNING, {"delen": (Deel("Kop", ()),)}, "'delen 1.blokken' is leeg"),
    (TOEKENNING, {"delen": (Deel("Kop", (Opsomming(()),)),)}, "'delen 1.blokken 1.punten' is leeg"),
    (TOEKENNING, {"onderwerp": "\ud800"}, "U+D800"),
]


@pytest.fixture
def geen_druk(monkeypatch: pytest.MonkeyPatch) -> None:
    def druk(*_: object) -> bytes:
        raise AssertionError("er is iets gedrukt")

    monkeypatch.setattr(pdf, "_druk", druk)


@pytest.mark.usefixtures("geen_druk")
@pytest.mark.parametrize(("brief", "anders", "zin"), GEVALLEN, ids=[geval[2] for geval in GEVALLEN])
def test_it_is_refused_before_anything_is_printed(brief: Brief, anders: dict[str, Any], zin: str) -> None:
    with pytest.raises(BriefOnvolledig) as fout:
        pdf.maak_pdf(replace(brief, **anders))
    assert len(fout.value.gebreken) == 1
    assert zin in str(fout.value)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    brief = replace(
        TOEKENNING, rechtsmiddel=None, voorziening=None, kernzin="", afzender=replace(AFZENDER, namens=None)
    )
    with pytest.raises(BriefOnvolledig, match="Deze brief kan nog niet weg") as fout:
        controleer(brief)
    assert len(fout.value.gebreken) == 4


def test_a_letter_of_no_kind_is_refused() -> None:
    velden = ("afzender", "ontvanger", "kenmerk", "datum", "onderwerp", "kernzin", "contact", "ondertekening")
    with pytest.raises(BriefOnvolledig, match="Kies een soort brief"):
        controleer(Brief(**{veld: getattr(TOEKENNING, veld) for veld in velden}))


@pytest.mark.parametrize("naam", ALLE)
def test_the_examples_themselves_may_be_sent(naam: str) -> None:
    controleer(ALLE[naam])


def test_an_urgent_decision_may_follow_with_its_reasoning_within_the_week() -> None:
    controleer(replace(TOEKENNING, redenering=ZONDER_GROND, redenering_volgt=date(2026, 11, 30)))
    controleer(replace(TOEKENNING, redenering=REDENERING))
