"""Which arrangement and weight fit, from a table of the agreement: the first line that fits decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .fouten import OngeldigFeit
from .uitkomst import Gronden, Stap, Uitkomst, stap


@dataclass(frozen=True)
class Inschaalregel:
    """One line of the table. A condition that is not named holds for everybody.

    `in_cluster`: whether somebody lives in a cluster; `cluster_tot`, `cluster_vanaf`: its number of residents.
    `eist_zelfstandige_woning`: the line fits, but without an independent home the arrangement does not.
    """

    arrangement: str
    naam: str
    grond: Gronden
    ondersteuning_24_7: bool | None = None
    kan_zelf_alarmeren: bool | None = None
    in_cluster: bool | None = None
    cluster_vanaf: int | None = None
    cluster_tot: int | None = None
    zwaarten: tuple[str, ...] = ()
    eist_zelfstandige_woning: bool = False
    zonder_zwaarte: bool = False


@dataclass(frozen=True)
class Inschaling:
    """The table of an agreement: the weight by kind of work, and the lines in order."""

    grond: Gronden
    zwaarte_bij_werk: Mapping[str, str]
    regels: tuple[Inschaalregel, ...] = ()


@dataclass(frozen=True)
class Inschaalfeiten:
    """What is known of the support and the home; `cluster` is its number of residents, None for no cluster."""

    ondersteuning_24_7: bool
    kan_zelf_alarmeren: bool
    zelfstandige_woning: bool
    cluster: int | None
    werk: str


@dataclass(frozen=True)
class Arrangement:
    """What came out: None where nothing fits."""

    arrangement: str | None
    zwaarte: str | None
    passend: bool


def schaal_in(regel: Inschaling, feiten: Inschaalfeiten) -> Uitkomst[Arrangement]:
    """The arrangement of the first line that fits, and the weight by the kind of work.

    Raises OngeldigFeit on a kind of work that the agreement has not.
    """
    if feiten.werk not in regel.zwaarte_bij_werk:
        raise OngeldigFeit("werk", f"kies uit: {', '.join(regel.zwaarte_bij_werk)}")
    zwaarte = regel.zwaarte_bij_werk[feiten.werk]
    stappen = [stap("inschaling.zwaarte", regel.grond, werk=feiten.werk, zwaarte=zwaarte)]
    gekozen = next((lijn for lijn in regel.regels if _past(lijn, feiten, zwaarte)), None)
    if gekozen is None or (gekozen.eist_zelfstandige_woning and not feiten.zelfstandige_woning):
        stappen.append(_niet_passend(regel, gekozen, feiten, zwaarte))
        return Uitkomst(Arrangement(None, zwaarte, False), tuple(stappen))
    if gekozen.zonder_zwaarte:
        stappen.append(stap("inschaling.zonder_zwaarte", gekozen.grond, arrangement=gekozen.naam))
        return Uitkomst(Arrangement(gekozen.arrangement, None, True), tuple(stappen))
    stappen.append(stap("inschaling.past", gekozen.grond, arrangement=gekozen.naam, zwaarte=zwaarte))
    return Uitkomst(Arrangement(gekozen.arrangement, zwaarte, True), tuple(stappen))


def _past(lijn: Inschaalregel, feiten: Inschaalfeiten, zwaarte: str) -> bool:
    return _ondersteuning_past(lijn, feiten, zwaarte) and _cluster_past(lijn, feiten.cluster)


def _ondersteuning_past(lijn: Inschaalregel, feiten: Inschaalfeiten, zwaarte: str) -> bool:
    return (
        lijn.ondersteuning_24_7 in (None, feiten.ondersteuning_24_7)
        and lijn.kan_zelf_alarmeren in (None, feiten.kan_zelf_alarmeren)
        and (not lijn.zwaarten or zwaarte in lijn.zwaarten)
    )


def _cluster_past(lijn: Inschaalregel, cluster: int | None) -> bool:
    if lijn.in_cluster is not None and lijn.in_cluster != (cluster is not None):
        return False
    vanaf, tot = lijn.cluster_vanaf or 0, lijn.cluster_tot
    return cluster is None or (vanaf <= cluster and (tot is None or cluster <= tot))


def _niet_passend(regel: Inschaling, gekozen: Inschaalregel | None, feiten: Inschaalfeiten, zwaarte: str) -> Stap:
    """Say what would fit: the same support and weight in another home, else the same weight with other support."""
    wel = [lijn.naam for lijn in regel.regels if _ondersteuning_past(lijn, feiten, zwaarte)]
    if gekozen is not None:
        zonder_woning = [
            lijn.naam
            for lijn in regel.regels
            if _ondersteuning_past(lijn, feiten, zwaarte) and not lijn.eist_zelfstandige_woning
        ]
        return stap("inschaling.woning_nodig", gekozen.grond, arrangement=gekozen.naam, wel=zonder_woning)
    if not wel:
        wel = [lijn.naam for lijn in regel.regels if zwaarte in lijn.zwaarten]
    return stap("inschaling.past_niet", regel.grond, zwaarte=zwaarte, wel=wel)
