"""A letter as plain data for the template: only strings, lists and truth, no markup."""

from __future__ import annotations

from typing import Any

from voordeur.regels.verwoorden import schrijf_datum

from .blokken import Alinea, Blok, Deel, Opsomming, Redenering, Redenstap, Tabel
from .opbouw import delen_van
from .soorten import Brief
from .tekens import effen

Velden = dict[str, Any]  # what JSON can hold


def velden_van(brief: Brief) -> Velden:
    """Everything that the template prints. Texts are evened here, so that nothing passes by."""
    return {
        "titel": effen(brief.onderwerp),
        "afzender": {
            "hoofd": effen(brief.afzender.hoofd),
            "naam": effen(brief.afzender.naam),
            "adres": _regels(brief.afzender.adres),
        },
        "ontvanger": _regels((brief.ontvanger.naam, *brief.ontvanger.adres)),
        "kenmerk": effen(brief.kenmerk.ons),
        "gegevens": [[label, effen(waarde)] for label, waarde in _gegevens(brief)],
        "aanhef": effen(brief.ontvanger.aanhef) + ",",
        "kernzin": effen(brief.kernzin),
        "delen": [_deel(deel) for deel in delen_van(brief)],
        "slot": _slot(brief),
    }


def _gegevens(brief: Brief) -> list[tuple[str, str]]:
    kenmerk = brief.kenmerk
    van = schrijf_datum(kenmerk.uw_bericht_van) if kenmerk.uw_bericht_van else None
    paren = [
        ("Datum", schrijf_datum(brief.datum)),
        ("Ons kenmerk", kenmerk.ons),
        ("Uw kenmerk", kenmerk.uw),
        ("Uw bericht van", van),
        ("Namens", brief.afzender.namens),
    ]
    return [(label, waarde) for label, waarde in paren if waarde is not None]


def _deel(deel: Deel) -> Velden:
    return {"kop": effen(deel.kop), "blokken": [_blok(blok) for blok in deel.blokken]}


def _blok(blok: Blok) -> Velden:
    match blok:
        case Alinea(tekst):
            return {"soort": "alinea", "alineas": [regel for deel in tekst.splitlines() if (regel := effen(deel))]}
        case Opsomming(punten, genummerd):
            return {"soort": "nummers" if genummerd else "punten", "punten": _regels(punten)}
        case Tabel(kop, rijen):
            return {"soort": "tabel", "kop": _regels(kop), "rijen": [_regels(rij) for rij in rijen]}
        case Redenering(stappen):
            return {"soort": "redenering", "stappen": [_stap(stap) for stap in stappen]}


def _stap(stap: Redenstap) -> Velden:
    grond = "; ".join(_regels(stap.gronden))
    return {"tekst": effen(stap.tekst), "grond": f"Dit staat in: {grond}." if grond else None}


def _slot(brief: Brief) -> Velden:
    afzender, wie = brief.afzender, brief.ondertekening
    noot = "Deze brief is digitaal vastgesteld. Daarom staat er geen handtekening onder."
    return {
        "namens": f"namens {effen(afzender.namens)}," if afzender.namens else f"{effen(afzender.naam)},",
        "wie": [effen(wie.naam), effen(wie.functie), *([effen(afzender.naam)] if afzender.namens else [])],
        "noot": noot if wie.digitaal else None,
    }


def _regels(teksten: tuple[str, ...]) -> list[str]:
    return [effen(tekst) for tekst in teksten]
