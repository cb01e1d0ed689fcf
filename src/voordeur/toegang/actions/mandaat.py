"""A shelter that decides in the name of the college (article 2.6.3 Wmo): which steps, and for whom."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.fouten import GeenMandaat, eis
from voordeur.kern.mandaten import organisatie_heeft_mandaat

from ..models import Besluit, Dossier

T = TypeVar("T")
D = TypeVar("D", Dossier, Besluit)
P = ParamSpec("P")
# what the register of mandates asks a shelter for: the last of its steps
BESLISSEN = "toegang.besluit.nemen"
IN_MANDAAT = frozenset({Rol.OPVANGMEDEWERKER})


def beslist_zelf(wie: Actor, college: str, op: date) -> bool:
    """Whether the organisation of somebody decides on shelter in the name of a college (CBS code) on a day."""
    return wie.aanbieder is not None and organisatie_heeft_mandaat(
        BESLISSEN, van=college, organisatie=int(wie.aanbieder), op=op
    )


def namens(wie: Actor, dossier: Dossier) -> AbstractContextManager[Actor]:
    """Act for the college of one dossier of shelter that the organisation of `wie` has. Raises GeenMandaat.

    The decision and its terms are of the college, so that a shelter cannot see them by itself. Whoever uses this asked
    for the mandate already, and asks of the rows of this dossier only.
    """
    eigen = wie.aanbieder is not None and int(wie.aanbieder) in dossier.aanbieders
    eis(eigen and dossier.voorziening == "MO", GeenMandaat(BESLISSEN, dossier.college_code, dossier.gemeld_op))
    return als(replace(wie, colleges=wie.colleges | {dossier.college_code}))


def in_mandaat(stap: Callable[Concatenate[Actor, D, P], T]) -> Callable[..., T]:
    """Let a shelter do a step of the college; stands under `handeling`, which asked for the mandate."""

    @wraps(stap)
    def doe(wie: Actor, doel: D, *delen: P.args, **velden: P.kwargs) -> T:
        dossier = doel if isinstance(doel, Dossier) else doel.dossier
        if dossier.college_code in wie.colleges:
            return stap(wie, doel, *delen, **velden)
        # as it is now, and only when this organisation sees it
        with namens(wie, Dossier.objects.get(pk=dossier.pk)):
            return stap(wie, doel, *delen, **velden)

    return doe
