"""On each page of who helps somebody: for whom they look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.template.context import Context

from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries import namen_van
from voordeur.kern.actor import Actor, Rol

register = template.Library()


@dataclass(frozen=True)
class Namens:
    """For whom somebody looks, and whether they may only look."""

    naam: str
    alleen_lezen: bool


@register.simple_tag(takes_context=True)
def namens(context: Context) -> Namens | None:
    """None for who looks at the own file, and before login."""
    request: Any = context["request"]
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return None
    rol = next((deel for deel in actor.rollen_op(request.vandaag) if deel.rol == Rol.GEMACHTIGDE), None)
    if rol is None:
        return None
    namen = namen_van(Inwoner.objects.filter(pk=actor.inwoner or ""))
    return Namens(next(iter(namen.values()), ""), rol.alleen_lezen)
