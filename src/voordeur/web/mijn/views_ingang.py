"""Getting in: with the code of a letter the first time, with a name and a password after that."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME, logout
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voordeur.inwoner.ingang import CodeKloptNiet, activeer, adres_van, code_bij, toon_code, wie_activeert
from voordeur.inwoner.models import Toegangscode
from voordeur.kern.actor import als
from voordeur.kern.models import Account
from voordeur.web.inloggen.binnen import binnen
from voordeur.web.klok import vandaag
from voordeur.web.settings_inwoner import DIGID_ID

from .forms_ingang import Activeren, Inloggen, Wachtwoord
from .verder import veilig

# what the session remembers between the code and the password, and for how long (seconds)
GETOOND, ZO_LANG = "voordeur_code", 15 * 60


def _toon(request: HttpRequest, sjabloon: str, formulier: BaseForm, **meer: Any) -> HttpResponse:
    status = 422 if formulier.is_bound else 200
    return render(request, sjabloon, {"formulier": formulier, **meer}, status=status)


@require_http_methods(["GET", "POST"])
def inloggen(request: HttpRequest) -> HttpResponse:
    """The name and the password; the same answer for a name that is not there."""
    verder = veilig(request, request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or "")
    if is_binnen(request):
        return redirect(verder)
    formulier = Inloggen(request.POST if request.method == "POST" else None)
    if formulier.is_bound:
        if te_vaak := ratelimit.consume_or_429(request, action="login"):
            return te_vaak  # type: ignore[no-any-return]
        if formulier.is_valid() and (account := _account(request, formulier)) is not None:
            return binnen(request, account, verder)
    return _toon(request, "mijn/inloggen.html", formulier, verder=verder, veld=REDIRECT_FIELD_NAME, digid=digid())


def digid() -> str:
    """Where the form of the broker goes; empty when there is none."""
    return reverse("openid_connect_login", args=[DIGID_ID]) if settings.VOORDEUR_DIGID_UITGEVER else ""


def is_binnen(request: HttpRequest) -> bool:
    """Whether a resident, or who helps one, is logged in already."""
    return isinstance(request.user, Account) and request.user.soort == Account.Soort.INWONER


def koppel_los(account: Account) -> None:
    """From now on the password is enough again."""
    Authenticator.objects.filter(user=account).delete()


def _account(request: HttpRequest, formulier: Inloggen) -> Account | None:
    """The account of a name and a password; else the form says that it is not right, or tried too often."""
    naam, wachtwoord = formulier.cleaned_data["loginnaam"], formulier.cleaned_data["wachtwoord"]
    try:
        account = get_adapter().authenticate(request, email=adres_van(naam), password=wachtwoord)
    except ValidationError:
        formulier.add_error(None, _("Dit lukte te vaak niet. Wacht vijf minuten en probeer het opnieuw."))
        return None
    if isinstance(account, Account) and account.is_active and account.soort == Account.Soort.INWONER:
        return account
    formulier.add_error(None, _("Deze inlognaam of dit wachtwoord klopt niet. Probeer het opnieuw."))
    return None


@require_http_methods(["GET", "POST"])
def uitloggen(request: HttpRequest) -> HttpResponse:
    """Ask, and end the session."""
    if request.method == "GET" and is_binnen(request):
        return render(request, "mijn/uitloggen.html")
    if request.method == "POST":
        logout(request)
    return redirect("mijn:inloggen")


def vergeten(request: HttpRequest) -> HttpResponse:
    """What to do without a password: a new letter."""
    return render(request, "mijn/vergeten.html")


@require_http_methods(["GET", "POST"])
def activeren(request: HttpRequest) -> HttpResponse:
    """The name, the code and the day of birth. Right, the password follows; wrong, it never says what was wrong."""
    formulier = Activeren(request.POST if request.method == "POST" else None)
    if formulier.is_bound:
        if te_vaak := ratelimit.consume_or_429(request, action="login"):
            return te_vaak  # type: ignore[no-any-return]
        if formulier.is_valid() and (code := _code(formulier)) is not None:
            # under a new key: who put a session into this browser does not choose the password
            request.session.cycle_key()
            request.session[GETOOND] = {"account": code.account_id, "code": code.pk, "om": int(time.time())}
            return redirect("mijn:wachtwoord")
    return _toon(request, "mijn/activeren.html", formulier)


def _code(formulier: Activeren) -> Toegangscode | None:
    ingevuld = formulier.cleaned_data
    try:
        return toon_code(ingevuld["loginnaam"], ingevuld["code"], ingevuld["geboortedatum"], vandaag())
    except CodeKloptNiet:
        formulier.add_error(
            None, _("Deze gegevens kloppen niet, of de code werkt niet meer. Kijk in uw brief of vraag een nieuwe.")
        )
    return None


@require_http_methods(["GET", "POST"])
def wachtwoord(request: HttpRequest) -> HttpResponse:
    """Choose a password, right after the code; then the resident is logged in."""
    getoond = request.session.get(GETOOND)
    if not getoond or time.time() - getoond["om"] > ZO_LANG:
        return redirect("mijn:activeren")
    account = Account.objects.get(pk=getoond["account"])
    formulier = Wachtwoord(request.POST if request.method == "POST" else None, account=account)
    if not formulier.is_valid():
        return _toon(request, "mijn/wachtwoord.html", formulier, loginnaam=account.email.partition("@")[0])
    del request.session[GETOOND]
    code = code_bij(account, getoond["code"])
    wie = wie_activeert(account, code)
    with als(wie):
        activeer(wie, code, formulier.cleaned_data["wachtwoord"], op=vandaag())
        # whoever lost the telephone as well gets in by a new letter, and only once its code turned out to work
        koppel_los(account)
    account.refresh_from_db()
    return binnen(request, account)
