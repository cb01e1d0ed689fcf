"""Who logs in reads that somebody made a new code for this account."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from voordeur.kern.models import Account

from .queries.tweede import zinnen_over_code


@receiver(user_logged_in)
def meld_code(request: HttpRequest, user: Account, **_: Any) -> None:
    """At each login for a month: also when it was somebody else who logged in first."""
    if user.soort == Account.Soort.MEDEWERKER:
        for zin in zinnen_over_code(user):
            messages.warning(request, zin, fail_silently=True)
