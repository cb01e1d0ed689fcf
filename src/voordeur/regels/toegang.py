"""Do the access criteria hold? True, false or unknown: an unknown fact is never a no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from .datums import is_jaar_oud
from .drieledig import ANTWOORD, Antwoord, alle, een
from .fouten import OngeldigFeit, RegelOntbreekt
from .uitkomst import Gronden, Stap, Uitkomst, stap


@dataclass(frozen=True)
class Leeftijdseis:
    """From which age."""

    vanaf: int
    grond: Gronden


@dataclass(frozen=True)
class Woonplaatseis:
    """Residence in one of the municipalities of the agreement; who lives elsewhere goes by the national route."""

    grond: Gronden
    grond_elders: Gronden = ()


@dataclass(frozen=True)
class LokaleVoorzieningeis:
    """A local facility was examined and does not suffice; a running right may stand in for it."""

    grond: Gronden
    overgangsrecht_telt: bool = False


@dataclass(frozen=True)
class Vorm:
    """A form of support with its criteria, in the order of the source; all of them must hold."""

    id: str
    naam: str
    criteria: tuple[str, ...]
    grond: Gronden

    def __post_init__(self) -> None:
        if not self.criteria:
            raise ValueError("een vorm heeft minstens een criterium")


@dataclass(frozen=True)
class Toegangsregel:
    """Everything that an agreement asks of somebody who wants in."""

    vormen: tuple[Vorm, ...] = ()
    leeftijd: Leeftijdseis | None = None
    woonplaats: Woonplaatseis | None = None
    lokale_voorziening: LokaleVoorzieningeis | None = None


@dataclass(frozen=True)
class LokaleVoorziening:
    """What is known of a local facility."""

    onderzocht: bool | None = None
    volstaat: bool | None = None


@dataclass(frozen=True)
class Toegangsfeiten:
    """The facts of one person on one day; None is unknown. `criteria` by form and by number, from 1.

    `landelijk`: somebody of another region, for whom not the residence decides but whether support has the best
    chance here (`beste_plek_hier`).
    """

    peildatum: date
    geboortedatum: date | None = None
    woonplaats: str | None = None
    lokale_voorziening: LokaleVoorziening = LokaleVoorziening()
    overgangsrecht: bool = False
    criteria: Mapping[str, Mapping[int, bool | None]] = field(default_factory=dict)
    landelijk: bool = False
    beste_plek_hier: bool | None = None


@dataclass(frozen=True)
class Toegang:
    """The answer, the answer by form, and the facts that are still to be found out (empty unless unknown)."""

    toegang: Antwoord
    vormen: Mapping[str, Antwoord]
    ontbreekt: tuple[str, ...]


def toets_toegang(regel: Toegangsregel, feiten: Toegangsfeiten, gemeenten: Sequence[str]) -> Uitkomst[Toegang]:
    """Test the general conditions and the criteria of every form.

    `gemeenten`: the codes of the agreement on the day. No when a condition fails or every form does; yes when all
    conditions hold and one form does. Raises OngeldigFeit on a form or a criterion that the agreement has not, and
    RegelOntbreekt when it has no forms at all.
    """
    if not regel.vormen:
        raise RegelOntbreekt("criteria")
    _controleer(regel, feiten)
    voorwaarden, stappen = _voorwaarden(regel, feiten, gemeenten)
    oordelen = {vorm.id: alle(_antwoorden(vorm, feiten)) for vorm in regel.vormen}
    stappen += [_vormstap(vorm, _antwoorden(vorm, feiten)) for vorm in regel.vormen]
    oordeel = alle([alle(voorwaarden.values()), een(oordelen.values())])
    ontbreekt = _ontbreekt(regel, feiten, voorwaarden, oordelen) if oordeel is None else ()
    vormen = {vorm: ANTWOORD[antwoord] for vorm, antwoord in oordelen.items()}
    gronden = tuple(dict.fromkeys(grond for vorm in regel.vormen for grond in vorm.grond))
    stappen.append(stap(f"toegang.{ANTWOORD[oordeel]}", gronden, ontbreekt=ontbreekt, vormen=vormen))
    return Uitkomst(Toegang(ANTWOORD[oordeel], vormen, ontbreekt), tuple(stappen))


def _controleer(regel: Toegangsregel, feiten: Toegangsfeiten) -> None:
    if feiten.geboortedatum is not None and feiten.geboortedatum > feiten.peildatum:
        raise OngeldigFeit("geboortedatum", "ligt na de peildatum")
    vormen = {vorm.id: vorm for vorm in regel.vormen}
    for naam, criteria in feiten.criteria.items():
        if naam not in vormen:
            raise OngeldigFeit(f"criteria.{naam}", f"deze vorm is er niet; wel: {', '.join(vormen)}")
        aantal = len(vormen[naam].criteria)
        for nummer in criteria:
            if not 1 <= nummer <= aantal:
                raise OngeldigFeit(f"criteria.{naam}.{nummer}", f"deze vorm heeft criteria 1 tot en met {aantal}")


def _voorwaarden(
    regel: Toegangsregel, feiten: Toegangsfeiten, gemeenten: Sequence[str]
) -> tuple[dict[str, bool | None], list[Stap]]:
    """The general conditions that this agreement has, by the fact that decides them."""
    toetsen: dict[str, tuple[bool | None, Stap]] = {}
    if regel.leeftijd is not None:
        toetsen["geboortedatum"] = _leeftijd(regel.leeftijd, feiten)
    if feiten.landelijk:
        toetsen["beste_plek"] = _beste_plek(regel.woonplaats, feiten)
    elif regel.woonplaats is not None:
        toetsen["woonplaats"] = _woonplaats(regel.woonplaats, feiten, gemeenten)
    if regel.lokale_voorziening is not None:
        toetsen["lokale_voorziening"] = _lokaal(regel.lokale_voorziening, feiten)
    return {naam: antwoord for naam, (antwoord, _) in toetsen.items()}, [gezet for _, gezet in toetsen.values()]


def _leeftijd(eis: Leeftijdseis, feiten: Toegangsfeiten) -> tuple[bool | None, Stap]:
    oud = None if feiten.geboortedatum is None else is_jaar_oud(feiten.geboortedatum, eis.vanaf, feiten.peildatum)
    return oud, stap(
        f"toegang.leeftijd_{ANTWOORD[oud]}",
        eis.grond,
        vanaf=eis.vanaf,
        peildatum=feiten.peildatum,
        geboortedatum=feiten.geboortedatum,
    )


def _woonplaats(eis: Woonplaatseis, feiten: Toegangsfeiten, gemeenten: Sequence[str]) -> tuple[bool | None, Stap]:
    binnen = None if feiten.woonplaats is None else feiten.woonplaats in gemeenten
    gronden = eis.grond + (eis.grond_elders if binnen is False else ())
    return binnen, stap(f"toegang.woonplaats_{ANTWOORD[binnen]}", gronden, woonplaats=feiten.woonplaats)


def _beste_plek(eis: Woonplaatseis | None, feiten: Toegangsfeiten) -> tuple[bool | None, Stap]:
    """Who lives elsewhere may come: where support has the best chance is examined, and until then it is no no."""
    grond = (eis.grond_elders if eis is not None else ()) or ("wmo/1.2.1",)
    return feiten.beste_plek_hier, stap(f"toegang.beste_plek_{ANTWOORD[feiten.beste_plek_hier]}", grond)


def _lokaal(eis: LokaleVoorzieningeis, feiten: Toegangsfeiten) -> tuple[bool | None, Stap]:
    if eis.overgangsrecht_telt and feiten.overgangsrecht:
        return True, stap("toegang.overgangsrecht", eis.grond)
    lokaal = feiten.lokale_voorziening
    onderzocht = True if lokaal.onderzocht else None  # not yet examined is unknown, never a no
    volstaat_niet = alle([onderzocht, None if lokaal.volstaat is None else not lokaal.volstaat])
    return volstaat_niet, stap(
        f"toegang.lokale_voorziening_{ANTWOORD[volstaat_niet]}",
        eis.grond,
        onderzocht=lokaal.onderzocht,
        volstaat=lokaal.volstaat,
    )


def _antwoorden(vorm: Vorm, feiten: Toegangsfeiten) -> list[bool | None]:
    gegeven = feiten.criteria.get(vorm.id, {})
    return [gegeven.get(nummer) for nummer in range(1, len(vorm.criteria) + 1)]


def _vormstap(vorm: Vorm, antwoorden: list[bool | None]) -> Stap:
    oordeel = alle(antwoorden)
    welke = [tekst for tekst, antwoord in zip(vorm.criteria, antwoorden, strict=True) if antwoord is oordeel]
    return stap(f"toegang.vorm_{ANTWOORD[oordeel]}", vorm.grond, vorm=vorm.naam, aantal=len(antwoorden), criteria=welke)


def _ontbreekt(
    regel: Toegangsregel,
    feiten: Toegangsfeiten,
    voorwaarden: Mapping[str, bool | None],
    oordelen: Mapping[str, bool | None],
) -> tuple[str, ...]:
    """The unknown facts that can still change the answer: general ones first, then criteria of forms not decided."""
    algemeen = [naam for naam, antwoord in voorwaarden.items() if antwoord is None]
    if any(oordelen.values()):
        return tuple(algemeen)
    open_vormen = [vorm for vorm in regel.vormen if oordelen[vorm.id] is None]
    per_vorm = [
        f"{vorm.id}/{nummer}"
        for vorm in open_vormen
        for nummer, antwoord in enumerate(_antwoorden(vorm, feiten), start=1)
        if antwoord is None
    ]
    return tuple(algemeen + per_vorm)
