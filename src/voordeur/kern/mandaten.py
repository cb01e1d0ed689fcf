"""Whether somebody may carry out an action for a college on a day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from .actor import Actor, Rol, Rolbekleding
from .fouten import GeenMandaat
from .models import Mandaatregel

VAN_AANBIEDER = frozenset({Rol.AANBIEDER, Rol.OPVANGMEDEWERKER})


def eis_mandaat(
    wie: Actor, handeling: str, college: str, rollen: Collection[Rol], op: date, aanbieder: str | None = None
) -> Rolbekleding:
    """The role in which somebody acts. Raises GeenMandaat.

    Allowed is a role of the action in the college itself, in a college that has its mandate for the action that day,
    or in the provider (by id) that the object names.
    """
    for deel in wie.rollen_op(op):
        if deel.rol in rollen and _past(deel, handeling, college, aanbieder, op):
            return deel
    raise GeenMandaat(handeling, college, op)


def _past(deel: Rolbekleding, handeling: str, college: str, aanbieder: str | None, op: date) -> bool:
    if deel.college:
        return _mag_voor(handeling, deel.college, college, op)
    # whatever else somebody is appointed to at a provider, it never acts on that provider for the region
    return deel.rol in VAN_AANBIEDER and deel.aanbieder is not None and deel.aanbieder == aanbieder


def _mag_voor(handeling: str, eigen: str, college: str, op: date) -> bool:
    return eigen == college or heeft_mandaat(handeling, van=college, aan=eigen, op=op)


def heeft_mandaat(handeling: str, *, van: str, aan: str, op: date) -> bool:
    """Whether a college has another's power for an action on a day. Colleges by CBS code.

    A power over 'toegang.besluit' holds for 'toegang.besluit.nemen' too.
    """
    delen = handeling.split(".")
    ruimer = [".".join(delen[:aantal]) for aantal in range(1, len(delen) + 1)]
    return Mandaatregel.objects.filter(
        handeling__in=ruimer, van__code=van, aan__code=aan, periode__contains=op
    ).exists()
