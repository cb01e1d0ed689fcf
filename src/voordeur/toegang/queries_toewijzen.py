"""Who could handle a dossier, and which filters somebody keeps."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.models import Aanstelling, Mandaatregel

from .models import Dossier, Zoekfilter

BEHANDELT = (Rol.CONSULENT.value, Rol.TEAMLEIDER.value)


def behandelaars(dossier: Dossier, op: date) -> dict[int, str]:
    """The names, by account, of who works on this day for the college of a dossier or for one with its mandate."""
    gemachtigd = Mandaatregel.objects.filter(van__code=dossier.college_code, periode__contains=op).values("aan__code")
    gevonden = Aanstelling.objects.filter(rol__in=BEHANDELT, periode__contains=op, account__is_active=True)
    eigen = gevonden.filter(college__code=dossier.college_code) | gevonden.filter(college__code__in=gemachtigd)
    paren = eigen.order_by("account__naam", "account").values_list("account", "account__naam")
    return dict(paren)


def filters_van(wie: Actor) -> list[Zoekfilter]:
    """The filters that somebody keeps, by name."""
    return list(Zoekfilter.objects.filter(account=wie.account or 0).order_by("naam"))


def behandelaars_van(colleges: Collection[str], op: date) -> dict[int, str]:
    """The names, by account, of who works on this day in one of these colleges (CBS codes)."""
    gevonden = Aanstelling.objects.filter(
        rol__in=BEHANDELT, periode__contains=op, account__is_active=True, college__code__in=colleges
    )
    return dict(gevonden.order_by("account__naam", "account").values_list("account", "account__naam"))
