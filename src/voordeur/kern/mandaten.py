"""Whether somebody may carry out an action for a college on a day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import QuerySet

from .actor import VAN_DE_INWONER, Actor, Rol, Rolbekleding
from .fouten import AlleenLezen, GeenMandaat, eis
from .models import Mandaatregel
from .perioden import gesloten

# how long an ended power is told of, and how long before its end
EEN_JAAR, VOORAF = timedelta(days=365), timedelta(days=92)
VAN_AANBIEDER = frozenset({Rol.AANBIEDER, Rol.OPVANGMEDEWERKER})


def eis_mandaat(
    wie: Actor,
    handeling: str,
    college: str,
    rollen: Collection[Rol],
    op: date,
    aanbieder: str | None = None,
    inwoner: str | None = None,
) -> Rolbekleding:
    """The role in which somebody acts. Raises GeenMandaat; AlleenLezen for who may look along and do nothing.

    Allowed is a role of the action in the college itself, in a college that has its mandate for the action that day,
    in the provider (by id) that the object names, or in a provider that has the mandate of the college. A resident, or
    who helps one, acts on what is of that resident (by id) only.
    """
    for deel in wie.rollen_op(op):
        if deel.rol not in rollen:
            continue
        if deel.rol in VAN_DE_INWONER:
            if wie.inwoner is not None and wie.inwoner == inwoner:
                eis(not deel.alleen_lezen, AlleenLezen())
                return deel
        elif _past(deel, handeling, college, aanbieder, op):
            return deel
    raise GeenMandaat(handeling, college, op)


def _past(deel: Rolbekleding, handeling: str, college: str, aanbieder: str | None, op: date) -> bool:
    if deel.college:
        return _mag_voor(handeling, deel.college, college, op)
    if deel.toegang is not None:
        return organisatie_heeft_mandaat(handeling, van=college, organisatie=int(deel.toegang), op=op)
    # whatever else somebody is appointed to at a provider, it never acts on that provider for the region
    if deel.rol not in VAN_AANBIEDER or deel.aanbieder is None:
        return False
    return deel.aanbieder == aanbieder or organisatie_heeft_mandaat(
        handeling, van=college, organisatie=int(deel.aanbieder), op=op
    )


def _mag_voor(handeling: str, eigen: str, college: str, op: date) -> bool:
    return eigen == college or heeft_mandaat(handeling, van=college, aan=eigen, op=op)


def heeft_mandaat(handeling: str, *, van: str, aan: str, op: date) -> bool:
    """Whether a college has another's power for an action on a day. Colleges by CBS code.

    A power over 'toegang.besluit' holds for 'toegang.besluit.nemen' too.
    """
    return _mandaten(handeling, van, op).filter(aan__code=aan).exists()


def organisatie_heeft_mandaat(handeling: str, *, van: str, organisatie: int, op: date) -> bool:
    """Whether an organisation, by id, may decide in the name of a college (article 2.6.3 Wmo) on a day."""
    return _mandaten(handeling, van, op).filter(aan_organisatie=organisatie).exists()


def _mandaten(handeling: str, van: str, op: date) -> QuerySet[Mandaatregel]:
    return Mandaatregel.objects.filter(handeling__in=_ruimer(handeling), van__code=van, periode__contains=op)


def einde_van_mandaten(handeling: str, *, van: str, op: date) -> list[tuple[str, date]]:
    """Who has, or had in the last year, the power of a college for an action, with a last day that is near or over.

    A power that goes on by another line is not in it; the one that ended first comes in front.
    """
    delen = _ruimer(handeling)
    regels = Mandaatregel.objects.filter(handeling__in=delen, van__code=van).select_related("aan", "aan_organisatie")
    laatste: dict[str, date] = {}
    for regel in regels:
        wie = regel.aan or regel.aan_organisatie
        if wie is not None:
            laatste[wie.naam] = max(laatste.get(wie.naam, date.min), gesloten(regel.periode).tot or date.max)
    gevonden = [(naam, dag) for naam, dag in laatste.items() if op - EEN_JAAR <= dag <= op + VOORAF]
    return sorted(gevonden, key=lambda paar: (paar[1], paar[0]))


def _ruimer(handeling: str) -> list[str]:
    delen = handeling.split(".")
    return [".".join(delen[:aantal]) for aantal in range(1, len(delen) + 1)]
