"""The last step of each way in for residents."""

from __future__ import annotations

from allauth.account.utils import perform_login
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from voordeur.kern.models import Account


def binnen(request: HttpRequest, account: Account, verder: str = "") -> HttpResponse:
    """Log somebody in under a new session key: what was put in the browser before is worth nothing after it."""
    if request.user.is_authenticated:
        logout(request)
    request.session.cycle_key()
    antwoord: HttpResponse = perform_login(request, account, redirect_url=verder or reverse("mijn:begin"))
    if antwoord.headers.get("Location") == reverse("mfa_authenticate"):
        # who coupled a telephone goes on in the frame, and the language, of a resident
        return HttpResponseRedirect(reverse("mijn:code"))
    return antwoord
