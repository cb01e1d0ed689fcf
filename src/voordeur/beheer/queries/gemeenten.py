"""The municipalities of a region as they stand on their letters."""

from __future__ import annotations

from datetime import date

from django.http import Http404

from voordeur.kern.actor import Actor
from voordeur.kern.models import College
from voordeur.kern.queries import colleges


def gemeente_of_404(wie: Actor, code: str) -> College:
    """A municipality of the own region, by its CBS code."""
    college = colleges(wie.regio).get(code)
    if college is None:
        raise Http404
    return college


def zonder_briefgegevens(regio: str, op: date) -> str:
    """Which municipalities take part, or will, and cannot send a decision yet, as a sentence; empty when all can."""
    meedoend = (college for college in colleges(regio).values() if college.tot is None or college.tot >= op)
    namen = [college.naam for college in meedoend if not (college.adres and college.telefoon)]
    if not namen:
        return ""
    return f"Postadres of telefoon ontbreekt van {', '.join(namen)}. Een besluit kan daar nog niet weg."
