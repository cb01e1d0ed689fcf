"""The self-sufficiency matrix: that of the agreement, else the thirteen domains that are used everywhere."""

from __future__ import annotations

from voordeur.regelingen.schema import Regeling, Zelfredzaamheidsmatrix

from .models import Dossier

INTAKE = "intake"

DERTIEN_DOMEINEN = Zelfredzaamheidsmatrix(
    versie="dertien domeinen; de regeling noemt geen matrix",
    domeinen=(
        "Financiën",
        "Werk en opleiding",
        "Tijdsbesteding",
        "Huisvesting",
        "Huiselijke relaties",
        "Geestelijke gezondheid",
        "Lichamelijke gezondheid",
        "Middelengebruik",
        "Basale ADL",
        "Instrumentele ADL",
        "Sociaal netwerk",
        "Maatschappelijke participatie",
        "Justitie",
    ),
    laagste=1,
    hoogste=5,
    metingen=("intake", "voortgang", "uitstroom"),
    grond=(),
)


def matrix_van(regeling: Regeling) -> Zelfredzaamheidsmatrix:
    """The matrix that a dossier under this agreement is scored with."""
    return regeling.zelfredzaamheidsmatrix or DERTIEN_DOMEINEN


def metingen_bij(stap: str, matrix: Zelfredzaamheidsmatrix) -> tuple[str, ...]:
    """The measurements that can be made at a step: the intake with the investigation, the later ones during a stay."""
    if stap == Dossier.Stap.VERBLIJF:
        return tuple(naam for naam in matrix.metingen if naam != INTAKE)
    return tuple(naam for naam in matrix.metingen if naam == INTAKE)
