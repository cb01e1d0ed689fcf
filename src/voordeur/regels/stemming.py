"""A vote between municipalities, and the second round after a tie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from .fouten import OngeldigFeit, eis
from .uitkomst import Gronden, Stap, Uitkomst, stap

Keuze = Literal["voor", "tegen", "onthouding"]
Stembesluit = Literal["aangenomen", "verworpen", "herstemming", "onbeslist"]


@dataclass(frozen=True)
class Herstemming:
    """A second round in which the centrumgemeente has more votes."""

    stemmen_centrumgemeente: int
    grond: Gronden


@dataclass(frozen=True)
class Stemregel:
    """How many votes each municipality has, and whether a tie leads to a second round."""

    stemmen_per_gemeente: int
    grond: Gronden
    herstemming: Herstemming | None = None


@dataclass(frozen=True)
class Telling:
    """The votes of one round."""

    voor: int
    tegen: int
    onthouding: int


@dataclass(frozen=True)
class Stemuitslag:
    """The outcome and the count of each round."""

    besluit: Stembesluit
    tellingen: tuple[Telling, ...]


def tel_stemmen(regel: Stemregel, ronden: Sequence[Mapping[str, Keuze]], centrumgemeente: str) -> Uitkomst[Stemuitslag]:
    """Count the votes. A majority of the votes for and against decides; a tie leads to a second round, then stays.

    Raises OngeldigFeit without a round, with a third, or with a second after a round that decided.
    """
    meest = 1 if regel.herstemming is None else 2
    if not 1 <= len(ronden) <= meest:
        raise OngeldigFeit("ronden", f"geef minstens 1 en ten hoogste {meest} ronde(n)")
    stappen: list[Stap] = []
    tellingen = tuple(_tel(regel, ronde, nummer, centrumgemeente, stappen) for nummer, ronde in enumerate(ronden))
    if len(ronden) > 1 and tellingen[0].voor != tellingen[0].tegen:
        raise OngeldigFeit("ronden[1]", "na een beslissende eerste ronde volgt geen tweede")
    besluit = _besluit(tellingen, meest)
    gronden = regel.herstemming.grond if regel.herstemming and len(ronden) > 1 else regel.grond
    stappen.append(stap(f"stemming.{besluit}", gronden))
    return Uitkomst(Stemuitslag(besluit, tellingen), tuple(stappen))


def _tel(
    regel: Stemregel, ronde: Mapping[str, Keuze], nummer: int, centrumgemeente: str, stappen: list[Stap]
) -> Telling:
    stemmen: dict[Keuze, int] = {"voor": 0, "tegen": 0, "onthouding": 0}
    for gemeente, keuze in ronde.items():
        stemmen[keuze] += _gewicht(regel, gemeente == centrumgemeente and nummer > 0)
    telling = Telling(stemmen["voor"], stemmen["tegen"], stemmen["onthouding"])
    tweede = regel.herstemming if nummer else None
    stappen.append(
        stap(
            "stemming.tweede_ronde" if tweede else "stemming.ronde",
            tweede.grond if tweede else regel.grond,
            voor=telling.voor,
            tegen=telling.tegen,
            onthouding=telling.onthouding,
            centrum=tweede.stemmen_centrumgemeente if tweede else regel.stemmen_per_gemeente,
        )
    )
    return telling


def _gewicht(regel: Stemregel, centrum_in_tweede_ronde: bool) -> int:
    if not centrum_in_tweede_ronde:
        return regel.stemmen_per_gemeente
    return eis(regel.herstemming, "stemregel voor een tweede ronde").stemmen_centrumgemeente


def _besluit(tellingen: Sequence[Telling], meest: int) -> Stembesluit:
    laatste = tellingen[-1]
    if laatste.voor != laatste.tegen:
        return "aangenomen" if laatste.voor > laatste.tegen else "verworpen"
    return "herstemming" if len(tellingen) < meest else "onbeslist"
