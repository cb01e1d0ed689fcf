"""Giving notice: of an agreement by a party, and of care by a client or a provider."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .datums import plus_dagen, plus_maanden
from .fouten import OngeldigFeit
from .perioden import Periodeblokken, blok_van
from .uitkomst import Gronden, Uitkomst, stap
from .wanneer import Wanneer


@dataclass(frozen=True)
class Opzegregel:
    """How many months of notice an agreement asks, how it is given, and on which day of the year it takes effect."""

    maanden: int
    vorm: str
    grond: Gronden
    ingang: Wanneer | None = None

    def __post_init__(self) -> None:
        if self.ingang is not None and not self.ingang.eindigt_op_vaste_dag:
            raise ValueError("een ingang is een dag van soort jaarlijks of na_kwartaal")


@dataclass(frozen=True)
class Opzegging:
    """The first day on which a party is out."""

    per: date


def bereken_opzegging(regel: Opzegregel, dagtekening: date) -> Uitkomst[Opzegging]:
    """From when a notice with this date works. Raises DatumBuitenKalender past the year 9999."""
    vroegst = plus_maanden(dagtekening, regel.maanden)
    stappen = [
        stap(
            "opzegging.termijn",
            regel.grond,
            maanden=regel.maanden,
            dagtekening=dagtekening,
            vroegst=vroegst,
            vorm=regel.vorm,
        )
    ]
    per = vroegst
    if regel.ingang is not None:
        per = regel.ingang.eerste_vanaf(vroegst)
        stappen.append(stap("opzegging.vaste_ingang", regel.grond, per=per))
    stappen.append(stap("opzegging.per", regel.grond, per=per))
    return Uitkomst(Opzegging(per), tuple(stappen))


@dataclass(frozen=True)
class ZorgOpzegregel:
    """How many whole periods of notice care asks, and for which reasons it ends at once."""

    hele_perioden: int
    direct_bij: tuple[str, ...]
    grond: Gronden


@dataclass(frozen=True)
class ZorgOpzegging:
    """The last day of care."""

    laatste_dag: date


def bereken_zorgopzegging(
    regel: ZorgOpzegregel, perioden: Periodeblokken, opgezegd_op: date, reden: str = ""
) -> Uitkomst[ZorgOpzegging]:
    """The last day of care: whole periods after the one in which notice is given, or the same day for a grave reason.

    Raises OngeldigFeit when notice is given before the first period.
    """
    if reden in regel.direct_bij:
        return Uitkomst(
            ZorgOpzegging(opgezegd_op), (stap("opzegging.zorg_direct", regel.grond, reden=reden, dag=opgezegd_op),)
        )
    if not regel.hele_perioden:
        raise OngeldigFeit("perioden", "de regeling noemt geen opzegtermijn in perioden")
    nu = blok_van(perioden, opgezegd_op)
    assert nu.waarde.periode.tot is not None
    laatste = plus_dagen(nu.waarde.periode.tot, regel.hele_perioden * perioden.dagen)
    gezet = stap("opzegging.zorg", regel.grond, perioden=regel.hele_perioden, opgezegd_op=opgezegd_op, laatste=laatste)
    return Uitkomst(ZorgOpzegging(laatste), (*nu.stappen, gezet))
