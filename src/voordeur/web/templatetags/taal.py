"""The languages to choose from, each as it calls itself."""

from __future__ import annotations

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def talen() -> list[tuple[str, str]]:
    """Each language by its code and its own name."""
    return [(str(code), str(naam)) for code, naam in settings.LANGUAGES]
