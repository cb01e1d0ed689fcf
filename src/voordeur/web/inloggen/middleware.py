"""What holds for everybody who is logged in: a session ends, and where it is obligatory there is a second factor."""

from __future__ import annotations

import time
from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.urls.exceptions import Resolver404
from django.utils.translation import gettext as _

from voordeur.kern.models import Account

Antwoord = Callable[[HttpRequest], HttpResponse]

SINDS, LAATST = "voordeur_sinds", "voordeur_laatst"
# the time of the last request is written at most once a minute
SCHRIJF_NA = 60
ZONDER_TWEEDE_FACTOR = {"mfa_activate_totp", "account_logout", "web:toegankelijkheid", "web:privacy", "web:hulp"}


class Sessieduur:
    """Logs out who was silent for too long, and everybody after a working day."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            nu = int(time.time())
            if self.voorbij(request, nu):
                logout(request)
                messages.info(request, _("U was een tijd weg. Log opnieuw in."))
            elif nu - request.session.get(LAATST, 0) >= SCHRIJF_NA:
                request.session[LAATST] = nu
                request.session.setdefault(SINDS, nu)
        return self.get_response(request)

    @staticmethod
    def voorbij(request: HttpRequest, nu: int) -> bool:
        sinds, laatst = request.session.get(SINDS, nu), request.session.get(LAATST, nu)
        return bool(nu - sinds > settings.VOORDEUR_SESSIE_LANGST or nu - laatst > settings.VOORDEUR_SESSIE_STIL)


class TweedeFactorVerplicht:
    """Leads who has no second factor yet to the page where it is made; nothing else opens before that."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            settings.VOORDEUR_TWEEDE_FACTOR
            and request.user.is_authenticated
            # a resident shows who they are by the broker or with the code of a letter
            and request.user.soort == Account.Soort.MEDEWERKER
            and naam_van(request.path_info) not in ZONDER_TWEEDE_FACTOR
            and not is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
        ):
            return redirect(reverse("mfa_activate_totp"))
        return self.get_response(request)


def naam_van(pad: str) -> str:
    """The name of the address of a page; empty when there is none."""
    try:
        return resolve(pad).view_name
    except Resolver404:
        return ""
