"""What somebody needs: which forms, arrangements and places an agreement has, and facts that lead to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import product as combinaties
from typing import Any

from voordeur.regelingen.schema import Regeling
from voordeur.regels.inschaling import Inschaalfeiten, schaal_in
from voordeur.regels.producten import huisvestingen, met_plekken

Criteria = dict[str, dict[int, bool | None]]


@dataclass(frozen=True)
class Hulp:
    """A kind of help: what the decision names, which place it needs, and the facts that the classification asks."""

    vorm: str
    product: str
    arrangement: str = ""
    zwaarte: str = ""
    huisvesting: str = ""
    inschaalfeiten: Mapping[str, Any] = field(default_factory=dict, hash=False)


def hulpsoorten(regeling: Regeling) -> tuple[Hulp, ...]:
    """Every kind of help that somebody can live with by this agreement; none when it names no such product."""
    bewoond = [product.id for product in met_plekken(regeling.producten, regeling.inschaling)]
    vormen = [vorm.id for vorm in regeling.toegang.vormen] if regeling.toegang else bewoond
    if regeling.inschaling is not None:
        return tuple(_ingeschaald(regeling, vormen[0], set(bewoond)))
    return tuple(Hulp(vorm, vorm) for vorm in vormen if vorm in bewoond)


def _ingeschaald(regeling: Regeling, vorm: str, bewoond: set[str]) -> Iterator[Hulp]:
    """One kind of help for each arrangement and weight that the table can give and that has a price."""
    assert regeling.inschaling is not None
    gehad: set[tuple[str, str]] = set()
    for alarm, cluster, werk in combinaties((True, False), (None, 4, 10, 20), regeling.inschaling.zwaarte_bij_werk):
        feiten = Inschaalfeiten(
            ondersteuning_24_7=True, kan_zelf_alarmeren=alarm, zelfstandige_woning=True, cluster=cluster, werk=werk
        )
        past = schaal_in(regeling.inschaling, feiten).waarde
        soort = (past.arrangement or "", past.zwaarte or "")
        if past.passend and soort not in gehad and soort[0] in bewoond and _heeft_prijs(regeling, *soort):
            gehad.add(soort)
            keuzes = huisvestingen(regeling.tarieven, soort[0]) or ("",)
            yield Hulp(vorm, soort[0], *soort, keuzes[len(gehad) % len(keuzes)], asdict(feiten))


def _heeft_prijs(regeling: Regeling, arrangement: str, zwaarte: str) -> bool:
    prijzen = regeling.tarieven.prijzen if regeling.tarieven else ()
    return any(prijs.arrangement == arrangement and zwaarte in prijs.basis for prijs in prijzen)


def criteria_voor(regeling: Regeling, hulp: Hulp) -> Criteria:
    """Answers by which this form is granted and the others are not."""
    return _criteria(regeling, {hulp.vorm})


def criteria_tegen(regeling: Regeling) -> Criteria:
    """Answers by which no form is granted."""
    return _criteria(regeling, set())


def criteria_half(regeling: Regeling, hulp: Hulp) -> Criteria:
    """Answers of somebody whose last criterion is not known yet."""
    antwoorden = criteria_voor(regeling, hulp)
    if hulp.vorm in antwoorden:
        antwoorden[hulp.vorm][max(antwoorden[hulp.vorm])] = None
    return antwoorden


def _criteria(regeling: Regeling, ja: set[str]) -> Criteria:
    vormen = regeling.toegang.vormen if regeling.toegang else ()
    return {
        vorm.id: {nummer: vorm.id in ja or nummer > 1 for nummer in range(1, len(vorm.criteria) + 1)} for vorm in vormen
    }
