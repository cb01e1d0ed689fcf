"""Which situation of an agreement's payers somebody is in, by what is known; the first that the agreement has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .betalers import Betaalregel, wie_betaalt
from .datums import geldende
from .uitkomst import Uitkomst


@dataclass(frozen=True)
class Betaalfeiten:
    """What is known of somebody on a day. `nieuw`: a new client by the rule of the agreement; None: not looked at.

    `titel_tot`: the day on which a forensic title ends; until then another pays.
    """

    voorziening: str = "BW"
    van_elders: bool = False
    woonplaats_bekend: bool = True
    plek_elders: bool = False
    nieuw: bool | None = None
    titel_tot: date | None = None


def situaties(feiten: Betaalfeiten, op: date) -> Iterator[str]:
    """The situations that fit, the most particular first."""
    if feiten.titel_tot is not None and op < feiten.titel_tot:
        yield "forensische_plaats"
    if feiten.van_elders:
        yield "van_elders_hier"
    if not feiten.woonplaats_bekend:
        yield "woonplaats_onbekend"
    if feiten.plek_elders:
        yield "buiten_regio_geplaatst"
        yield "woonplaatsbeginsel"
    if feiten.voorziening == "MO":
        yield from ("mo_opvang", "maatschappelijke_opvang")
        return
    if feiten.nieuw is not None:
        yield from ("nieuwe_client",) if feiten.nieuw else ("bestaande_client", "bestaande_client_bw")
    yield from ("beschermd_wonen", "levering")


def betaler_op(regels: Sequence[Betaalregel], feiten: Betaalfeiten, op: date) -> Uitkomst[str] | None:
    """Who pays on a day; None when the agreement says nothing about any situation that fits."""
    for situatie in situaties(feiten, op):
        if geldende((deel for deel in regels if deel.situatie == situatie), op) is not None:
            return wie_betaalt(regels, situatie, op)
    return None
