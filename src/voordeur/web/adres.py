"""The address of a page of another room, when that page is there."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse


def adres_van(naam: str, *delen: object) -> str:
    """The address by name; empty when there is no such page."""
    try:
        return reverse(naam, args=delen)
    except NoReverseMatch:
        return ""
