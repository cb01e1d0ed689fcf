"""The pages of allauth that there are. The names are allauth's; whatever is not here does not exist."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as herstelcodes
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as sociaal
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern, path, re_path
from django.views.generic import RedirectView

View = Callable[..., HttpResponseBase]


def alleen_met(instellingen: tuple[str, ...], view: View) -> View:
    """A page that is only there when one of these settings has a value."""

    @wraps(view)
    def misschien(request: HttpRequest, *delen: Any, **velden: Any) -> HttpResponseBase:
        if not any(getattr(settings, instelling) for instelling in instellingen):
            raise Http404
        return view(request, *delen, **velden)

    return misschien


def met_eigen_wachtwoord(view: View) -> View:
    """A page for who has a password here; others have it at the provider of the region."""

    @wraps(view)
    def misschien(request: HttpRequest, *delen: Any, **velden: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not request.user.has_usable_password():
            raise Http404
        return view(request, *delen, **velden)

    return misschien


MAIL, OIDC = ("EMAIL_HOST",), ("VOORDEUR_OIDC_UITGEVER", "VOORDEUR_DIGID_UITGEVER")
nieuw = "inloggen/wachtwoord/"

urlpatterns: list[URLPattern] = [
    path("inloggen/", account.login, name="account_login"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("inloggen/niet-actief/", account.account_inactive, name="account_inactive"),
    path("inloggen/code/", mfa.authenticate, name="mfa_authenticate"),
    path("inloggen/opnieuw/", met_eigen_wachtwoord(account.reauthenticate), name="account_reauthenticate"),
    path("inloggen/opnieuw/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path(nieuw, alleen_met(MAIL, account.password_reset), name="account_reset_password"),
    path(f"{nieuw}verstuurd/", alleen_met(MAIL, account.password_reset_done), name="account_reset_password_done"),
    # also without mail: the first manager of a region gets the link from who makes the region
    path(f"{nieuw}klaar/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        rf"^{nieuw}(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("account/", mfa.index, name="mfa_index"),
    path("account/wachtwoord/", met_eigen_wachtwoord(account.password_change), name="account_change_password"),
    path("account/telefoon/", totp.activate_totp, name="mfa_activate_totp"),
    path("account/telefoon/weg/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/herstelcodes/", herstelcodes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/herstelcodes/nieuw/", herstelcodes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("inloggen/<slug:provider_id>/start/", alleen_met(OIDC, oidc.login), name="openid_connect_login"),
    path("inloggen/<slug:provider_id>/terug/", alleen_met(OIDC, oidc.callback), name="openid_connect_callback"),
    path(
        "inloggen/afgebroken/",
        alleen_met(OIDC, RedirectView.as_view(pattern_name="account_login")),
        name="socialaccount_login_cancelled",
    ),
    path("inloggen/mislukt/", alleen_met(OIDC, sociaal.login_error), name="socialaccount_login_error"),
]
