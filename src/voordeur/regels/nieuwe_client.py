"""New or existing client by the 365-day rule, and which municipality is responsible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .datums import Periode, plus_dagen
from .fouten import OngeldigFeit
from .uitkomst import Gronden, Stap, Uitkomst, stap


@dataclass(frozen=True)
class Doordecentralisatie:
    """The day from which new clients are each municipality's own; None: not set, so nothing changes yet."""

    grond: Gronden
    start: date | None = None
    plan: bool = False


@dataclass(frozen=True)
class NieuweClientregel:
    """How many days back neither a request nor use may lie."""

    dagen: int
    grond: Gronden
    doordecentralisatie: Doordecentralisatie | None = None

    def __post_init__(self) -> None:
        if self.dagen < 1:
            raise ValueError("kijk minstens een dag terug")


@dataclass(frozen=True)
class NieuweClient:
    """Whether somebody is new, in which window that was looked at, and who is responsible."""

    nieuw: bool
    venster: Periode
    verantwoordelijk: Literal["gemeente", "centrumgemeente"]
    code: str


def bepaal_nieuwe_client(
    regel: NieuweClientregel,
    *,
    meldingsdatum: date,
    gemeente: str,
    centrumgemeente: str,
    aanvragen: Sequence[date],
    gebruik: Sequence[Periode],
) -> Uitkomst[NieuweClient]:
    """New is: neither a request nor a day of use in the window before the report.

    The report's own day is not in the window. Raises OngeldigFeit on a request after the report.
    """
    for nummer, aanvraag in enumerate(aanvragen):
        if aanvraag > meldingsdatum:
            raise OngeldigFeit(f"aanvragen[{nummer}]", "ligt na de meldingsdatum")
    venster = Periode(plus_dagen(meldingsdatum, -regel.dagen), plus_dagen(meldingsdatum, -1))
    geteld = [dag for dag in aanvragen if venster.bevat(dag)]
    gebruikt = [periode for periode in gebruik if periode.raakt(venster)]
    nieuw = not geteld and not gebruikt
    eigen, waarom = _wie(regel.doordecentralisatie, nieuw, meldingsdatum)
    stappen = [
        stap("nieuwe_client.venster", regel.grond, dagen=regel.dagen, van=venster.van, tot=venster.tot),
        stap(
            "nieuwe_client.nieuw" if nieuw else "nieuwe_client.bestaand",
            regel.grond,
            aanvragen=len(geteld),
            gebruik=len(gebruikt),
        ),
        *waarom,
    ]
    code = gemeente if eigen else centrumgemeente
    waarde = NieuweClient(nieuw, venster, "gemeente" if eigen else "centrumgemeente", code)
    return Uitkomst(waarde, tuple(stappen))


def _wie(regel: Doordecentralisatie | None, nieuw: bool, meldingsdatum: date) -> tuple[bool, list[Stap]]:
    """Whether the municipality itself is responsible, and why."""
    if regel is None or regel.start is None:
        return False, [stap("nieuwe_client.geen_startdatum", regel.grond if regel else ())]
    stappen = [stap("nieuwe_client.start_is_plan", regel.grond, start=regel.start)] if regel.plan else []
    eigen = nieuw and meldingsdatum >= regel.start
    sleutel = "nieuwe_client.gemeente" if eigen else "nieuwe_client.centrumgemeente"
    return eigen, [*stappen, stap(sleutel, regel.grond, start=regel.start, nieuw=nieuw)]
