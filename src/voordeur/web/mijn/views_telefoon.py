"""A code on the telephone beside the password: for who chooses so, and nobody has to."""

from __future__ import annotations

import base64
from typing import Any

from allauth.account.internal.stagekit import get_pending_stage
from allauth.core import ratelimit
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, clear_totp_secret
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voordeur.kern.models import Account

from .forms_telefoon import CodeBijInloggen, EigenWachtwoord, KoppelTelefoon
from .views_ingang import is_binnen, koppel_los


@require_http_methods(["GET", "POST"])
def telefoon(request: HttpRequest) -> HttpResponse:
    """Couple a telephone, or stop with it. Only for who has a password here."""
    account = request.user
    if not isinstance(account, Account) or not is_binnen(request):
        return redirect(f"{reverse('mijn:inloggen')}?next={request.path}")
    if not account.has_usable_password():
        return redirect("mijn:begin")
    if request.method == "POST" and (te_vaak := ratelimit.consume_or_429(request, action="login")):
        return te_vaak  # type: ignore[no-any-return]
    if is_gekoppeld(account):
        return _stop(request, account)
    return _koppel(request, account)


def is_gekoppeld(account: Account) -> bool:
    """Whether somebody logs in with a code as well."""
    return bool(Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists())


def _koppel(request: HttpRequest, account: Account) -> HttpResponse:
    formulier = KoppelTelefoon(request.POST if request.method == "POST" else None, account=account)
    if formulier.is_bound and formulier.is_valid():
        TOTP.activate(account, formulier.secret)
        bewaard = RecoveryCodes.activate(account)
        bewaard.mark_as_viewed()
        clear_totp_secret(request)
        return render(request, "mijn/telefoon_codes.html", {"codes": bewaard.get_unused_codes()})
    adapter = get_adapter()
    sleutel = adapter.build_totp_url(account, formulier.secret)
    vierkant = adapter.build_totp_svg(sleutel)
    plaatje = f"data:image/svg+xml;base64,{base64.b64encode(vierkant.encode()).decode()}"
    return _toon(request, formulier, plaatje=plaatje, sleutel=sleutel)


def _stop(request: HttpRequest, account: Account) -> HttpResponse:
    formulier = EigenWachtwoord(request.POST if request.method == "POST" else None, account=account)
    if formulier.is_bound and formulier.is_valid():
        koppel_los(account)
        messages.success(request, _("Uw telefoon is losgekoppeld. U logt weer in met alleen uw wachtwoord."))
        return redirect("mijn:telefoon")
    return _toon(request, formulier, gekoppeld=True)


def _toon(request: HttpRequest, formulier: EigenWachtwoord, **meer: Any) -> HttpResponse:
    status = 422 if formulier.is_bound else 200
    return render(request, "mijn/telefoon.html", {"formulier": formulier, **meer}, status=status)


class Code(AuthenticateView):  # type: ignore[misc]
    """The second step of logging in, after the password, for who coupled a telephone."""

    template_name = "mijn/code.html"

    def get_form_class(self) -> type[CodeBijInloggen]:
        return CodeBijInloggen

    def get_context_data(self, **velden: Any) -> dict[str, Any]:
        return {**super().get_context_data(**velden), "formulier": self.form or self.auth_form}

    def form_invalid(self, form: CodeBijInloggen) -> HttpResponse:
        antwoord: HttpResponse = self.render_to_response(self.get_context_data(form=form), status=422)
        return antwoord


def code(request: HttpRequest) -> HttpResponseBase:
    """Fill in the code; who did not give a password first does that."""
    if get_pending_stage(request) is None:
        return redirect("mijn:begin" if is_binnen(request) else "mijn:inloggen")
    antwoord: HttpResponseBase = Code.as_view()(request)
    return antwoord
