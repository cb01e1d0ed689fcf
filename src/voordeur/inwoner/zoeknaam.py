"""Names as people look for them: what sounds the same gets the same key. Pure, and meant for names in the Netherlands.

Müller is Mueller, Yıldız is Yildiz, Meijer is Meyer, Janssen is Jansen, and the prefix of 'van der Wit' does not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

# words before a name that people leave out, write apart or write together
VOORVOEGSELS = frozenset(
    re.findall(
        r"\w+",
        "van v der den de het t te ten ter in op aan bij onder over uit tot vander vanden von zu zur el al as ben bin "
        "ibn abu ait d da do dos das del della di du des l la le les af av",
    )
)
# letters that do not fall apart in a letter and its mark
EIGEN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ĳ": "ij", "’": "'"}
)
UMLAUT = {"ä": "ae", "ö": "oe", "ü": "ue"}
# what sounds the same in Dutch, in this order; a figure stands for a sound of more letters
KLANKEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(patroon), klank)
    for patroon, klank in (
        (r"(.)\1+", r"\1"),
        (r"(?<=[aeiou])sch(?=er|e$|$)", "s"),
        (r"tsch|tsj|tch", "tj"),
        (r"sch", "sg"),
        (r"sh|sj", "s"),
        (r"dt$|d$|th", "t"),
        (r"ph", "f"),
        (r"^ch(?=[rl])", "k"),
        (r"c?h(?=m)", ""),
        (r"ch|gh", "g"),
        (r"qu|q", "kw"),
        (r"ck|kc", "k"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"sz|z", "s"),
        (r"v", "f"),
        (r"(?<=.)b$", "p"),
        (r"uij|uy|ui", "1"),
        (r"[ae]?ij|[ae]y|[ae]i|y", "2"),
        (r"[ao]uw?", "3"),
        (r"ae", "a"),
        (r"oe", "4"),
        (r"ie", "i"),
        (r"ue", "u"),
        (r"(?<=.)h", ""),
        (r"2(?=[aeou])", "i"),
        (r"(.)\1+", r"\1"),
    )
)
MAANDEN, OUDSTE_JAAR = 12, 1850
# how many signs of '1994-03-04' say nothing, the year, the month, the day
LENGTES = (0, 4, 7, 10)
WOORD = re.compile(r"[^\W\d_]+(?:['][^\W\d_]+)?")


def kaal(tekst: str) -> str:
    """A text in small letters without marks on them: 'Šimić' is 'simic'."""
    # decomposed on both sides: a sign such as a bold letter only becomes a capital when it is taken apart
    los = unicodedata.normalize("NFKD", tekst).casefold().translate(EIGEN)
    klein = unicodedata.normalize("NFKD", los).casefold()
    return "".join(teken for teken in klein if not unicodedata.combining(teken)).translate(EIGEN)


def klank(woord: str) -> str:
    """The sound of one word. Never empty for a word that has a letter."""
    letters = "".join(teken for teken in kaal(woord) if teken.isalpha())
    gehoord = letters
    for patroon, als in KLANKEN:
        gehoord = patroon.sub(als, gehoord)
    return gehoord or letters


def klanken(naam: str) -> frozenset[str]:
    """Every sound that a name can be found by: its words without prefixes, and all of it as one word."""
    gevonden: set[str] = set()
    for vorm in _vormen(naam):
        woorden = WOORD.findall(vorm)
        eigen = [woord for woord in woorden if kaal(woord) not in VOORVOEGSELS] or woorden
        gevonden |= {klank(woord) for woord in (*eigen, "".join(woorden))}
    return frozenset(gevonden - {""})


def _vormen(naam: str) -> Iterator[str]:
    """The name, and the name as it is written without an umlaut: Müller, Mueller."""
    klein = unicodedata.normalize("NFC", naam.casefold())
    yield klein
    uit = "".join(UMLAUT.get(teken, teken) for teken in klein)
    if uit != klein:
        yield uit


@dataclass(frozen=True)
class Geboren:
    """A day of birth as far as it is known: '1994-03-04', '1994-03', '1994' or ''."""

    tekst: str = ""

    @property
    def dag(self) -> date | None:
        return date.fromisoformat(self.tekst) if len(self.tekst) == len("1994-03-04") else None

    @property
    def verwisseld(self) -> str:
        """The day with day and month the other way round; empty when there is no such day, or it is the same."""
        dag = self.dag
        if dag is None or dag.day > MAANDEN or dag.day == dag.month:
            return ""
        return date(dag.year, dag.day, dag.month).isoformat()

    @property
    def geschat(self) -> bool:
        """Whether only the year counts: who came without papers was often given the first of January or of July."""
        return self.tekst[4:] in ("-01-01", "-07-01") or len(self.tekst) == len("1994")


def lees_geboren(tekst: str) -> Geboren:
    """A day of birth as people type it: 4-3-1994, 3-1994, 1994, 00-03-1994 or 1994-03-04; empty is not known.

    Raises ValueError with what would be right.
    """
    cijfers = [int(deel) for deel in re.findall(r"[0-9]+", tekst)]
    if not tekst.strip():
        return Geboren()
    if re.match(r"\s*[0-9]{4}", tekst):
        cijfers.reverse()
    gelezen = [deel for plaats, deel in enumerate(cijfers) if deel or plaats == len(cijfers) - 1]
    try:
        dag, maand, jaar = [1] * (len(LENGTES) - 1 - len(gelezen)) + gelezen
        geheel = date(jaar, maand, dag).isoformat()
    except (ValueError, OverflowError):
        raise ValueError("Vul een dag in die bestaat, zoals 4-3-1994. Alleen een jaar mag ook.") from None
    if jaar < OUDSTE_JAAR:
        raise ValueError("Vul het jaar in met vier cijfers, zoals 4-3-1994.")
    return Geboren(geheel[: LENGTES[len(gelezen)]])


def sleuteldelen(identiteit: Mapping[str, Any]) -> frozenset[str]:
    """Everything that somebody can be found by: each sound of a name with each way to say the day of birth.

    Name and day stand in one key, so that what is stored says of neither how often it comes.
    """
    geboren = geboren_van(identiteit)
    if geboren.dag is not None:
        dagen = {geboren.tekst, geboren.tekst[:7], geboren.tekst[:4]}
        dagen |= {f"~{geboren.tekst[:4]}"} if geboren.geschat else set()
    else:
        # the wave: it is not known better than this
        dagen = {f"~{geboren.tekst}", geboren.tekst[:7], geboren.tekst[:4]} - {""}
    met_dag = {f"{deel}|{dag}" for deel in namen_van(identiteit) for dag in dagen}
    return frozenset(met_dag | _hele_namen(identiteit))


def _hele_namen(identiteit: Mapping[str, Any]) -> set[str]:
    """First and last name together, for when the day of birth is not known at all."""
    voor = _van(identiteit, VOORNAMEN) or {""}
    return {f"{een}+{ander}" for een in voor for ander in _van(identiteit, ACHTERNAMEN)}


def vraagdelen(identiteit: Mapping[str, Any]) -> frozenset[str]:
    """What to look for when somebody is asked for: also with day and month swapped, and with a day not known."""
    geboren = geboren_van(identiteit)
    dagen = {"~"}
    if geboren.tekst:
        dagen |= {geboren.tekst, f"~{geboren.tekst[:7]}", f"~{geboren.tekst[:4]}"}
        dagen |= {geboren.verwisseld} - {""}
        dagen |= {geboren.tekst[:4]} if geboren.geschat else set()
    met_dag = {f"{deel}|{dag}" for deel in namen_van(identiteit) for dag in dagen}
    return frozenset(met_dag if geboren.tekst else met_dag | _hele_namen(identiteit))


ACHTERNAMEN = ("naam", "geboortenaam")
VOORNAMEN = ("voornaam", "roepnaam")


def namen_van(identiteit: Mapping[str, Any]) -> frozenset[str]:
    """The sounds of every name of somebody."""
    return _van(identiteit, (*ACHTERNAMEN, *VOORNAMEN))


def _van(identiteit: Mapping[str, Any], delen: Iterable[str]) -> frozenset[str]:
    return frozenset(deel for naam in delen for deel in klanken(str(identiteit.get(naam) or "")))


def geboren_van(identiteit: Mapping[str, Any]) -> Geboren:
    """The day of birth that is written with an identity: the whole day, or as much as is known (`geboren`)."""
    return Geboren(str(identiteit.get("geboortedatum") or identiteit.get("geboren") or ""))


@dataclass(frozen=True)
class Gelijkenis:
    """How much two descriptions are alike, and by what, in words for who looks."""

    punten: int
    redenen: tuple[str, ...]


# how sure something makes it that it is the same person
ZEKER, STERK, ZWAK = 4, 3, 1
GENOEG = 4


def vergelijk(gezocht: Mapping[str, Any], bekend: Mapping[str, Any]) -> Gelijkenis | None:
    """How somebody who is asked for is like somebody who is known; None when it is too little to say so."""
    naam, dag = _naam(gezocht, bekend), _dag(geboren_van(gezocht), geboren_van(bekend))
    if naam is None or dag is None:
        return None
    punten = naam[0] + dag[0]
    return Gelijkenis(punten, (dag[1], naam[1])) if punten >= GENOEG else None


def _naam(gezocht: Mapping[str, Any], bekend: Mapping[str, Any]) -> tuple[int, str] | None:
    achter, voor = _van(gezocht, ACHTERNAMEN), _van(gezocht, VOORNAMEN)
    zijn_achter, zijn_voor = _van(bekend, ACHTERNAMEN), _van(bekend, VOORNAMEN)
    if all(_gelijk(gezocht, bekend, deel) for deel in ("voornaam", "naam")):
        return ZEKER, "zelfde naam"
    if achter & zijn_achter:
        beide = not voor or not zijn_voor or bool(voor & zijn_voor)
        return (STERK, "naam lijkt op") if beide else (ZWAK + 1, "achternaam lijkt op")
    if achter & zijn_voor and voor & zijn_achter:
        return STERK, "voornaam en achternaam verwisseld"
    if (achter | voor) & (zijn_achter | zijn_voor):
        return ZWAK, "voornaam lijkt op" if voor & zijn_voor else "een deel van de naam lijkt op"
    return None


def _gelijk(een: Mapping[str, Any], twee: Mapping[str, Any], deel: str) -> bool:
    links, rechts = (kaal(str(wie.get(deel) or "")).split() for wie in (een, twee))
    return links == rechts and (bool(links) or deel != "naam")


def _dag(gezocht: Geboren, bekend: Geboren) -> tuple[int, str] | None:
    if not gezocht.tekst or not bekend.tekst:
        return ZWAK, "geboortedatum niet bekend"
    if gezocht.tekst == bekend.tekst:
        return (ZEKER, "zelfde geboortedatum") if gezocht.dag else (ZWAK + 1, "zelfde geboortejaar")
    if gezocht.verwisseld == bekend.tekst:
        return STERK, "dag en maand verwisseld"
    kort = min(len(gezocht.tekst), len(bekend.tekst))
    if kort < len("1994-03-04") and gezocht.tekst[:kort] == bekend.tekst[:kort]:
        return ZWAK + 1, "zelfde geboortejaar, dag niet bekend"
    if (gezocht.geschat or bekend.geschat) and gezocht.tekst[:4] == bekend.tekst[:4]:
        return ZWAK, "zelfde geboortejaar, dag misschien geschat"
    return None
