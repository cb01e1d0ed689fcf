"""From the text of a cell to a value: each reader raises Leesfout with what is wrong, why, and what then."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from voordeur.inwoner.bsn import lees_bsn

from .lezen import LANGSTE_CEL
from .omgeving import Omgeving
from .rij import Keuzes, Leesfout, Lezer

DAG_NL = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
DAG_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
BEDRAG = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(\d+))?")
FORMULE = ("=", "@")
VROEGST, LAATST = 1900, 2200
CENTEN = 2


def kaal(tekst: str) -> str:
    """The text of a cell. Raises Leesfout on a formula, a sign that is no text, or too much."""
    if tekst.startswith(FORMULE):
        raise Leesfout(
            "Hier staat een formule.", "Wij lezen alleen wat er zelf staat.", "Zet de uitkomst in de cel, als tekst."
        )
    if len(tekst) > LANGSTE_CEL:
        raise Leesfout("Deze tekst is te lang.", f"Hoogstens {LANGSTE_CEL} tekens kan.", "Maak de tekst korter.")
    if not tekst.isprintable():
        raise Leesfout("Hier staat een teken dat geen letter is.", "Zo'n teken is niet te tonen.", "Typ deze cel over.")
    # what our own files put before a text that looks like a formula
    return tekst[1:] if tekst[:1] == "'" and tekst[1:2] in ("=", "+", "-", "@") else tekst


def tekst(langste: int) -> Lezer:
    """A text of at most so many signs."""

    def lees(cel: str, _: Omgeving) -> str:
        if len(cel) > langste:
            raise Leesfout("Deze tekst is te lang.", f"Hoogstens {langste} tekens kan.", "Maak de tekst korter.")
        return cel

    return lees


def patroon(vorm: str, zo: str) -> Lezer:
    """A text of a form."""
    past = re.compile(vorm)

    def lees(cel: str, _: Omgeving) -> str:
        if not past.fullmatch(cel):
            raise Leesfout("Dit heeft niet de goede vorm.", f"De vorm is zo: {zo}.", "Verbeter deze cel.")
        return cel

    return lees


def dag(cel: str, _: Omgeving) -> date:
    """A day: 31-12-2026 or 2026-12-31."""
    if past := DAG_NL.fullmatch(cel):
        delen = (past[3], past[2], past[1])
    elif past := DAG_ISO.fullmatch(cel):
        delen = (past[1], past[2], past[3])
    else:
        raise Leesfout("Dit is geen datum.", "Een datum ziet er zo uit: 31-12-2026.", "Verbeter de datum.")
    try:
        gelezen = date(*map(int, delen))
    except ValueError:
        raise Leesfout("Deze datum bestaat niet.", "De kalender kent deze dag niet.", "Verbeter de datum.") from None
    if not VROEGST <= gelezen.year <= LAATST:
        raise Leesfout("Dit jaar kan niet.", "Het jaar ligt te ver weg.", "Verbeter de datum.")
    return gelezen


def bedrag(cel: str, _: Omgeving) -> Decimal:
    """An amount in euros: 1.250,50."""
    past = BEDRAG.fullmatch(cel.replace("€", "").replace("\xa0", "").replace(" ", ""))
    if past is None:
        raise Leesfout("Dit is geen bedrag.", "Een bedrag ziet er zo uit: 1.250,50.", "Verbeter het bedrag.")
    if len(past[1] or "") > CENTEN:
        raise Leesfout(
            "Dit bedrag heeft meer dan twee cijfers achter de komma.", "Wij ronden uw bedragen niet af.",
            "Rond het bedrag zelf af op centen.",
        )  # fmt: skip
    return Decimal(past[0].replace(".", "").replace(",", ".")).quantize(Decimal("0.01"))


def bsn(cel: str, _: Omgeving) -> str:
    """A BSN that passes the check on eleven."""
    try:
        return lees_bsn(cel)
    except ValueError as fout:
        raise Leesfout(str(fout), "Een BSN voldoet aan de elfproef.", "Kijk het BSN na.") from None


def jaartal(cel: str, _: Omgeving) -> int:
    """A year."""
    if not re.fullmatch(r"20\d\d", cel):
        raise Leesfout("Dit is geen jaar.", "Een jaar ziet er zo uit: 2026.", "Verbeter het jaar.")
    return int(cel)


def uit(namen: Callable[[Omgeving], Mapping[str, str]], wat: str) -> Lezer:
    """One of the names or codes of the region, or both as "code (naam)"; gives the code."""

    def lees(cel: str, omgeving: Omgeving) -> str:
        gezocht, bekend = cel.casefold(), namen(omgeving)
        for code, naam in bekend.items():
            if gezocht in (code.casefold(), naam.casefold(), f"{code} ({naam})".casefold()):
                return code
        raise Leesfout(
            f"Deze {wat} kennen wij niet.", "Dit staat niet op de lijst van uw regio.",
            "Kies uit het blad 'Toegestaan' van het sjabloon.",
        )  # fmt: skip

    return lees


def keuze(*mogelijk: str) -> tuple[Lezer, Keuzes]:
    """One of a few words, and those words."""

    def lees(cel: str, _: Omgeving) -> str:
        if cel.casefold() not in mogelijk:
            raise Leesfout("Dit woord kennen wij hier niet.", f"Het kan zijn: {', '.join(mogelijk)}.", "Kies er een.")
        return cel.casefold()

    def woorden(_: Omgeving) -> Mapping[str, str]:
        return {woord: woord for woord in mogelijk}

    return lees, woorden


def als_tekst(waarde: Any) -> str:
    """A value as the difference list shows it, and as its content is compared."""
    if waarde is None:
        return ""
    if isinstance(waarde, Decimal):
        return f"{waarde:.2f}".replace(".", ",")
    if isinstance(waarde, (list, tuple)):
        return ", ".join(map(str, waarde))
    return waarde.strftime("%d-%m-%Y") if isinstance(waarde, date) else str(waarde)
