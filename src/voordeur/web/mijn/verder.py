"""Where a resident goes on to: a page of their own on this site, and never another one."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

HIER = "/mijn/"


def veilig(request: HttpRequest, adres: str) -> str:
    """The address when it is a page of a resident here; else the first of those pages."""
    mag = url_has_allowed_host_and_scheme(adres, {request.get_host()}, require_https=request.is_secure())
    return adres if mag and adres.startswith(HIER) else reverse("mijn:begin")
