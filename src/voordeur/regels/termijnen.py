"""Terms: their raw end, suspension, and the shift of the Algemene termijnenwet (Atw)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .datums import Periode, plus_dagen, plus_maanden
from .feestdagen import Sluitingskalender
from .fouten import OngeldigFeit
from .opschorten import Opschorting, Stilstand, Uitstel
from .uitkomst import Gronden, Stap, Uitkomst, stap
from .wanneer import Wanneer

# Atw 4: the law does not shift a term that is longer than this
LANGSTE_WEKEN, LANGSTE_DAGEN, LANGSTE_MAANDEN = 12, 90, 3
# Atw 2: from three days on, a term holds at least two open days
KORTSTE_MET_OPEN_DAGEN, MINSTE_OPEN_DAGEN = 3, 2


@dataclass(frozen=True)
class Lengte:
    """How long a term is, in one unit."""

    weken: int = 0
    dagen: int = 0
    maanden: int = 0

    def __post_init__(self) -> None:
        if sum(aantal > 0 for aantal in self._delen) != 1 or min(self._delen) < 0:
            raise ValueError("geef precies een van weken, dagen of maanden, groter dan nul")

    @property
    def _delen(self) -> tuple[int, int, int]:
        return (self.weken, self.dagen, self.maanden)

    def na(self, start: date, richting: int = 1) -> date:
        """The day on which the term ends; the start day is day 0. `richting` -1 counts back."""
        if self.maanden:
            return plus_maanden(start, richting * self.maanden)
        return plus_dagen(start, richting * (7 * self.weken + self.dagen))

    @property
    def valt_onder_termijnenwet(self) -> bool:
        return self.weken <= LANGSTE_WEKEN and self.dagen <= LANGSTE_DAGEN and self.maanden <= LANGSTE_MAANDEN  # Atw 4

    @property
    def tekst(self) -> str:
        aantal, een, meer = next(
            deel
            for deel in (
                (self.weken, "week", "weken"),
                (self.dagen, "dag", "dagen"),
                (self.maanden, "maand", "maanden"),
            )
            if deel[0]
        )
        return f"{aantal} {een if aantal == 1 else meer}"


@dataclass(frozen=True)
class Termijn:
    """A term: how long after (or before) what, or on which day of the calendar, and whether it shifts.

    `regime`: "wet" follows the Algemene termijnenwet, "overeenkomst" does not, "uitgesloten" is a term of the law
    that the law itself takes out (Awb 4:17 lid 1).
    """

    soort: str
    naam: str
    grond: Gronden
    vanaf: str
    lengte: Lengte | None = None
    wanneer: Wanneer | None = None
    lengte_met_commissie: Lengte | None = None
    richting: Literal["vooruit", "terug"] = "vooruit"
    regime: Literal["wet", "overeenkomst", "uitgesloten"] = "overeenkomst"
    voor: str = ""

    def __post_init__(self) -> None:
        if (self.lengte is None) == (self.wanneer is None):
            raise ValueError("geef precies een van lengte of wanneer")
        if self.wanneer is not None and not self.wanneer.eindigt_op_vaste_dag:
            raise ValueError("een termijn eindigt op een dag van soort jaarlijks of na_kwartaal")


@dataclass(frozen=True)
class Termijneinde:
    """The last day of a term, before a shift (`einde_ruw`) and after it (`uiterlijk`)."""

    start: date
    einde_ruw: date
    uiterlijk: date


def bereken_termijn(
    termijn: Termijn, start: date, kalender: Sluitingskalender, opschortingen: Sequence[Stilstand] = ()
) -> Uitkomst[Termijneinde]:
    """The last day of a term that starts on `start`, with what suspended it (Awb 4:15) and its shift (Atw 1 and 2).

    Raises OngeldigFeit on a suspension outside the term, DatumBuitenKalender past the year 9999.
    """
    stappen = [_beginstap(termijn, start)]
    zonder = _nominaal_einde(termijn, start)
    einde_ruw, opgeschort = _schort_op(start, zonder, opschortingen, stappen)
    stappen.append(stap("termijn.einde_ruw", termijn.grond, einde_ruw=einde_ruw))
    if not _verschuift(termijn, einde_ruw, stappen):
        return Uitkomst(Termijneinde(start, einde_ruw, einde_ruw), tuple(stappen))
    uiterlijk = _naar_open_dag(einde_ruw, kalender, stappen)
    if (zonder - start).days >= KORTSTE_MET_OPEN_DAGEN:
        uiterlijk = _met_open_dagen(start, uiterlijk, kalender, opgeschort, stappen)
    if any(kalender.is_voorlopig(dag) for dag in (einde_ruw, uiterlijk)):
        stappen.append(
            stap("termijn.voorlopig", ("atw/3",), van=kalender.besluiten_bekend_van, tot=kalender.besluiten_bekend_tot)
        )
    return Uitkomst(Termijneinde(start, einde_ruw, uiterlijk), tuple(stappen))


def _beginstap(termijn: Termijn, start: date) -> Stap:
    if termijn.lengte is None:
        return stap("termijn.vaste_dag", termijn.grond, naam=termijn.naam, start=start)
    sleutel = "termijn.lengte" if termijn.richting == "vooruit" else "termijn.lengte_terug"
    return stap(
        sleutel, termijn.grond, naam=termijn.naam, lengte=termijn.lengte.tekst, vanaf=termijn.vanaf, start=start
    )


def _nominaal_einde(termijn: Termijn, start: date) -> date:
    if termijn.wanneer is not None:
        return termijn.wanneer.eerste_vanaf(start)
    assert termijn.lengte is not None
    return termijn.lengte.na(start, 1 if termijn.richting == "vooruit" else -1)


def _schort_op(
    start: date, einde: date, opschortingen: Sequence[Stilstand], stappen: list[Stap]
) -> tuple[date, tuple[Periode, ...]]:
    """Move the end by each suspended day once, and by what was added; all in order of their first day."""
    laatste, opgeschort = start, []
    for periode in sorted(opschortingen, key=_begin_en_einde):
        if isinstance(periode, Uitstel):
            einde = plus_dagen(einde, periode.dagen)
            stappen.append(stap("termijn.uitstel", periode.grond, op=periode.van, dagen=periode.dagen))
            continue
        if not start < periode.van <= einde:
            raise OngeldigFeit("opschorting", f"begint op {periode.van}; dat moet na {start} zijn en niet na {einde}")
        tot = periode.tot or date.max
        dagen = max(0, (tot - max(plus_dagen(periode.van, -1), laatste)).days)
        laatste = max(laatste, tot)
        einde = plus_dagen(einde, dagen)
        opgeschort.append(periode)
        grond = periode.grond if isinstance(periode, Opschorting) else ("awb/4:15",)
        stappen.append(stap("termijn.opschorting", grond, van=periode.van, tot=tot, dagen=dagen))
    return einde, tuple(opgeschort)


def _begin_en_einde(deel: Stilstand) -> tuple[date, date]:
    return deel.van, deel.van if isinstance(deel, Uitstel) else deel.tot or date.max


def _verschuift(termijn: Termijn, einde_ruw: date, stappen: list[Stap]) -> bool:
    """Whether the Algemene termijnenwet moves the end; says so when it does not."""
    if termijn.regime == "overeenkomst":
        stappen.append(stap("termijn.overeenkomst_verschuift_niet", ("atw/5",), uiterlijk=einde_ruw))
    elif termijn.regime == "uitgesloten":
        stappen.append(stap("termijn.uitgesloten", termijn.grond, uiterlijk=einde_ruw))
    elif termijn.richting == "terug":
        stappen.append(stap("termijn.terug_verschuift_niet", ("atw/1",), uiterlijk=einde_ruw))
    elif termijn.lengte is not None and not termijn.lengte.valt_onder_termijnenwet:
        stappen.append(stap("termijn.te_lang", ("atw/4",), lengte=termijn.lengte.tekst, uiterlijk=einde_ruw))
    else:
        return True
    return False


def _naar_open_dag(dag: date, kalender: Sluitingskalender, stappen: list[Stap]) -> date:
    """Atw 1: through the next day that is no Saturday, Sunday or holiday."""
    if kalender.is_open(dag):
        stappen.append(stap("termijn.open_dag", ("atw/1",), uiterlijk=dag))
        return dag
    while (reden := kalender.waarom_gesloten(dag)) is not None:
        stappen.append(stap("termijn.gesloten_dag", ("atw/1", "atw/3"), dag=dag, reden=reden))
        dag = plus_dagen(dag, 1)
    stappen.append(stap("termijn.verschoven", ("atw/1",), uiterlijk=dag))
    return dag


def _met_open_dagen(
    start: date, einde: date, kalender: Sluitingskalender, opgeschort: tuple[Periode, ...], stappen: list[Stap]
) -> date:
    """Atw 2: a term of three days or more holds at least two open days; a suspended day is not in the term."""
    open_dagen = _open_dagen(start, kalender, opgeschort)
    tweede = next(dag for nummer, dag in enumerate(open_dagen, start=1) if nummer == MINSTE_OPEN_DAGEN)
    if tweede > einde:
        stappen.append(stap("termijn.twee_open_dagen", ("atw/2",), uiterlijk=tweede))
    return max(einde, tweede)


def _open_dagen(start: date, kalender: Sluitingskalender, opgeschort: tuple[Periode, ...]) -> Iterator[date]:
    """The open days after the start that are not suspended. Raises DatumBuitenKalender past the year 9999."""
    dag = plus_dagen(start, 1)
    while True:
        stilstand = next((periode for periode in opgeschort if periode.bevat(dag)), None)
        if stilstand is not None:
            dag = stilstand.tot or date.max
        elif kalender.is_open(dag):
            yield dag
        dag = plus_dagen(dag, 1)
