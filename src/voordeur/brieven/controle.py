"""What must be in a letter before it may be printed. All that is wrong is told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from voordeur.regels.verwoorden import schrijf_datum

from .controle_tekst import tekstgebreken
from .fouten import BriefOnvolledig
from .soorten import (
    Activatiebrief,
    BeslissingOpBezwaar,
    Besluit,
    Brief,
    Dwangsombesluit,
    Ontvangstbevestiging,
    Opschorting,
    Strekking,
    Termijnbericht,
    Uitnodiging,
    Verslag,
)
from .waarden import Rechtsmiddel

VENSTERREGELS = 6  # name and address; more does not show through the window of an envelope
DAGEN_TOT_REDENERING = 7  # article 3:47 lid 3 Awb


def controleer(brief: Brief) -> None:
    """Do nothing when the letter may be sent. Raises BriefOnvolledig with one sentence for each thing to mend."""
    gebreken = [*tekstgebreken(brief), *_algemeen(brief), *_eigen(brief)]
    if gebreken:
        raise BriefOnvolledig(gebreken)


def _algemeen(brief: Brief) -> Iterator[str]:
    afzender = brief.afzender
    if afzender.krachtens_mandaat and afzender.namens is None:
        yield "De brief gaat uit krachtens mandaat: zeg namens welk bestuursorgaan (artikel 10:10 Awb)."
    if not afzender.krachtens_mandaat and afzender.namens is not None:
        yield "De brief noemt een bestuursorgaan waarnamens hij uitgaat: zeg ook dat er een mandaat is."
    if not brief.ontvanger.adres:
        yield "Het adres van de ontvanger ontbreekt."
    if len(brief.ontvanger.adres) >= VENSTERREGELS:
        yield f"Het adres is te lang voor het venster: gebruik hoogstens {VENSTERREGELS - 1} regels onder de naam."


def _eigen(brief: Brief) -> Iterator[str]:
    for soort, gebreken in EIGEN.items():
        if isinstance(brief, soort):
            yield from gebreken(brief)
            return
    yield "Kies een soort brief: besluit, opschorting of ontvangstbevestiging."


def _verslag(brief: Verslag) -> Iterator[str]:
    if not brief.delen:
        yield "Het verslag zegt niet wat er is onderzocht."


def _termijnbericht(brief: Termijnbericht) -> Iterator[str]:
    if not brief.delen:
        yield "De brief zegt niet wat er met de termijn gebeurt."


def _uitnodiging(brief: Uitnodiging) -> Iterator[str]:
    if brief.dag <= brief.datum:
        yield "De dag van het gesprek ligt na de brief."


def _besluit(brief: Besluit) -> Iterator[str]:
    yield from _strekking(brief)
    yield from _motivering(brief)
    if brief.rechtsmiddel is None:
        yield "Het besluit zegt niet hoe iemand bezwaar kan maken: vul het rechtsmiddel in (artikel 3:45 Awb)."
    else:
        yield from _rechtsmiddel(brief.datum, brief.rechtsmiddel)


def _dwangsom(brief: Dwangsombesluit) -> Iterator[str]:
    if brief.bedrag < 0:
        yield "Een dwangsom is nooit minder dan nul."
    if brief.betaald_uiterlijk <= brief.datum:
        yield "De dag van de betaling ligt na de brief."
    if not any(stap.gronden for stap in brief.redenering.stappen):
        yield "Het besluit noemt geen reden met een wetsartikel (artikel 3:47 Awb)."
    yield from _rechtsmiddel(brief.datum, brief.rechtsmiddel)


def _op_bezwaar(brief: BeslissingOpBezwaar) -> Iterator[str]:
    if not any(stap.gronden for stap in brief.redenering.stappen):
        yield "De beslissing noemt geen reden met een wetsartikel (artikel 7:12 Awb)."
    if brief.rechtsmiddel is not None:
        yield from _rechtsmiddel(brief.datum, brief.rechtsmiddel)


def _strekking(brief: Besluit) -> Iterator[str]:
    voorziening = brief.voorziening
    if brief.strekking is Strekking.TOEKENNING and voorziening is None:
        yield "De toekenning zegt niet wat iemand krijgt: vul de voorziening in."
    if brief.strekking is Strekking.AFWIJZING and not brief.in_plaats_daarvan:
        yield "De afwijzing zegt niet wat iemand dan wel kan krijgen: vul dat in."
    if brief.strekking is Strekking.AFWIJZING and voorziening is not None:
        yield "Een afwijzing kent niets toe: haal de voorziening weg."
    if brief.strekking in (Strekking.WIJZIGING, Strekking.INTREKKING) and brief.gaat_in_op is None:
        yield f"De {brief.strekking} zegt niet vanaf welke dag zij geldt (artikel 2.3.10 lid 2 Wmo 2015)."
    if voorziening and voorziening.einde is not None and voorziening.einde < voorziening.begin:
        yield "De laatste dag van de voorziening ligt voor de eerste."


def _motivering(brief: Besluit) -> Iterator[str]:
    delen = (deel for deel in (brief.oordeel, brief.redenering) if deel)
    if any(stap.gronden for deel in delen for stap in deel.stappen):
        return
    grens = brief.datum + timedelta(days=DAGEN_TOT_REDENERING)
    if brief.redenering_volgt is None:
        yield "Het besluit noemt geen reden met een wetsartikel of bepaling (artikelen 3:46 en 3:47 Awb)."
    elif not brief.datum <= brief.redenering_volgt <= grens:
        yield f"De reden moet uiterlijk op {schrijf_datum(grens)} volgen (artikel 3:47 lid 3 Awb)."


def _rechtsmiddel(datum: date, middel: Rechtsmiddel) -> Iterator[str]:
    eerste = datum + timedelta(weeks=middel.weken)
    if middel.weken < 1:
        yield "De termijn voor bezwaar is minstens een week."
    elif middel.laatste_dag < eerste:
        yield f"De laatste dag voor bezwaar is te vroeg: hij is op zijn vroegst {schrijf_datum(eerste)}."
    if not middel.adres:
        yield "Het rechtsmiddel noemt geen adres voor het bezwaarschrift."
    if not middel.inhoud:
        yield "Het rechtsmiddel zegt niet wat er in het bezwaarschrift staat (artikel 6:5 Awb)."


def _opschorting(brief: Opschorting) -> Iterator[str]:
    if not brief.ontbreekt:
        yield "De brief zegt niet wat iemand moet aanvullen."
    if brief.uiterlijk <= brief.datum:
        yield f"De laatste dag om aan te vullen moet na {schrijf_datum(brief.datum)} liggen."
    if brief.aanvraag_van > brief.datum:
        yield "De aanvraag kan niet na de brief zijn gedaan."


def _ontvangst(brief: Ontvangstbevestiging) -> Iterator[str]:
    if not brief.vervolg:
        yield "De brief zegt niet wat er nu gebeurt."
    if brief.ontvangen_op > brief.datum:
        yield "De dag van ontvangst kan niet na de brief liggen."
    if brief.antwoord_uiterlijk < brief.ontvangen_op:
        yield "De dag van het antwoord kan niet voor de dag van ontvangst liggen."


def _activatie(brief: Activatiebrief) -> Iterator[str]:
    if not (brief.site and brief.loginnaam and brief.code):
        yield "De brief zegt niet waar en waarmee iemand inlogt."
    if brief.geldig_tot <= brief.datum:
        yield "De code in de brief is al verlopen."


EIGEN: dict[type, Callable[[Any], Iterator[str]]] = {
    Besluit: _besluit,
    Opschorting: _opschorting,
    Ontvangstbevestiging: _ontvangst,
    Verslag: _verslag,
    Termijnbericht: _termijnbericht,
    Dwangsombesluit: _dwangsom,
    Uitnodiging: _uitnodiging,
    BeslissingOpBezwaar: _op_bezwaar,
    Activatiebrief: _activatie,
}
