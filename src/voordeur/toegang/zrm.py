"""The measurements of the matrix over time, and their change as a picture and as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from voordeur.regelingen.schema import Regeling, Zelfredzaamheidsmatrix
from voordeur.regels.verwoorden import schrijf_datum, verwoord
from voordeur.regels.zelfredzaamheid import Richting, Verschil, vergelijk

from .matrix import matrix_van

# in units of the drawing: the scale runs from LINKS over BREED, each domain takes HOOG
LINKS, BREED, HOOG = 10, 320, 44
IN_WOORDEN: dict[Richting, str] = {"beter": "beter", "gelijk": "gelijk", "minder": "minder goed", "onbekend": "geen"}


@dataclass(frozen=True)
class Meting:
    """One measurement: which ('intake'), when, and the score of each domain."""

    naam: str
    op: date
    scores: Mapping[str, int]

    @property
    def kop(self) -> str:
        return f"{self.naam.capitalize()}, {schrijf_datum(self.op)}"


@dataclass(frozen=True)
class Rij:
    """A domain in the picture and in the table; `y` is its top, `x`es the places on the scale (None: not scored)."""

    domein: str
    y: int
    eerst_x: int | None
    laatst_x: int | None
    richting: Richting
    verandering: str
    # the heading and the score of each measurement
    cellen: tuple[tuple[str, str], ...]

    @property
    def lijn(self) -> bool:
        return self.richting in ("beter", "minder")


@dataclass(frozen=True)
class Verloop:
    """Every measurement from the first to the last, and what changed."""

    metingen: tuple[Meting, ...]
    rijen: tuple[Rij, ...]
    schaal: tuple[int, ...]
    zinnen: tuple[str, ...]

    @property
    def hoogte(self) -> int:
        return len(self.rijen) * HOOG + 8


def met_eerdere(eerder: Mapping[str, Any] | None, scores: Mapping[str, int], op: date) -> dict[str, Any]:
    """What is kept of a measurement: it, its day, and those of the same kind on earlier days."""
    nieuw: dict[str, Any] = {"scores": dict(scores), "op": op.isoformat()}
    if eerder:
        gemeten = [*eerder.get("eerder", ()), {"scores": eerder["scores"], "op": eerder["op"]}]
        nieuw["eerder"] = [deel for deel in gemeten if deel["op"] != op.isoformat()]
    return nieuw


def metingen(geschreven: Mapping[str, Any], matrix: Zelfredzaamheidsmatrix) -> tuple[Meting, ...]:
    """Every measurement that was made, the first in front."""
    gevonden = [
        Meting(naam, date.fromisoformat(deel["op"]), deel["scores"])
        for naam in matrix.metingen
        if (gemeten := geschreven.get(f"zrm {naam}"))
        for deel in (*gemeten.get("eerder", ()), gemeten)
    ]
    return tuple(sorted(gevonden, key=lambda meting: (meting.op, matrix.metingen.index(meting.naam))))


def eerdere_scores(geschreven: Mapping[str, Any], namen: Sequence[str]) -> Mapping[str, int]:
    """The scores to start the form of an only measurement with; a measurement that is chosen starts empty."""
    gemeten = geschreven.get(f"zrm {namen[0]}", {}) if len(namen) == 1 else {}
    scores: Mapping[str, int] = gemeten.get("scores", {})
    return scores


def verloop(geschreven: Mapping[str, Any], regeling: Regeling) -> Verloop | None:
    """The change since the first measurement; None as long as there are no two."""
    matrix = matrix_van(regeling)
    gemeten = metingen(geschreven, matrix)
    if len(gemeten) < 2:  # noqa: PLR2004
        return None
    uitkomst = vergelijk(matrix.domeinen, gemeten[0].scores, gemeten[-1].scores, tuple(matrix.grond))
    rijen = tuple(_rij(nummer, deel, gemeten, matrix) for nummer, deel in enumerate(uitkomst.waarde))
    stukken = matrix.hoogste - matrix.laagste
    schaal = tuple(LINKS + nummer * BREED // stukken for nummer in range(stukken + 1))
    return Verloop(gemeten, rijen, schaal, tuple(verwoord(deze) for deze in uitkomst.stappen))


def _rij(nummer: int, deel: Verschil, gemeten: Sequence[Meting], matrix: Zelfredzaamheidsmatrix) -> Rij:
    verschil = (deel.laatst or 0) - (deel.eerst or 0)
    getal = {"beter": f" (+{verschil})", "minder": f" (−{-verschil})"}.get(deel.richting, "")
    return Rij(
        deel.domein,
        nummer * HOOG,
        _x(deel.eerst, matrix),
        _x(deel.laatst, matrix),
        deel.richting,
        f"{IN_WOORDEN[deel.richting].capitalize()}{getal}",
        tuple((meting.kop, str(meting.scores.get(deel.domein, "geen"))) for meting in gemeten),
    )


def _x(score: int | None, matrix: Zelfredzaamheidsmatrix) -> int | None:
    """The place of a score on the scale."""
    if score is None:
        return None
    return LINKS + (score - matrix.laagste) * BREED // max(matrix.hoogste - matrix.laagste, 1)
