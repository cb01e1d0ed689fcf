"""What allauth asks us: nobody signs up, who comes in through the provider of the region, how a secret is kept."""

from __future__ import annotations

import time
from typing import Any

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from voordeur.kern.models import Account
from voordeur.kern.sleutels import hoofdsleutels
from voordeur.web.settings_inwoner import DIGID_ID

from .digid import van_inwoner

# what allauth wants to say, by the template it would take; the rest is not worth a sentence
MELDINGEN = {
    "account/messages/password_changed.txt": "Uw wachtwoord is gewijzigd.",
    "mfa/messages/totp_activated.txt": "Uw telefoon is gekoppeld.",
    "mfa/messages/totp_deactivated.txt": "Uw telefoon is losgekoppeld.",
    "mfa/messages/recovery_codes_generated.txt": "U hebt nieuwe herstelcodes.",
}
TE_VAAK = _("Dit lukte te vaak niet. Wacht vijf minuten en probeer het opnieuw.")


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by the region: nobody signs up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Dit e-mailadres of wachtwoord klopt niet. Probeer het opnieuw.",
        "incorrect_password": "Dit wachtwoord klopt niet. Probeer het opnieuw.",
        "enter_current_password": "Dit is niet uw wachtwoord van nu. Probeer het opnieuw.",
        "too_many_login_attempts": TE_VAAK,
        "rate_limited": TE_VAAK,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who showed a moment ago who they are, by password, code or provider, need not do it again."""
        bewezen = [deel["at"] for deel in get_authentication_records(self.request, self.request.user)]
        return not bewezen or time.time() - max(bewezen) > account_settings.REAUTHENTICATION_TIMEOUT

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *_: Any, **__: Any
    ) -> None:
        if message_template in MELDINGEN:
            messages.add_message(request, level, MELDINGEN[message_template])


class TweedeFactor(DefaultMFAAdapter):  # type: ignore[misc]
    """The secrets of the second factor are locked with the main key, which is not in the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Deze code klopt niet. Kijk op uw telefoon en probeer het opnieuw."),
        "rate_limited": TE_VAAK,
        "cannot_generate_recovery_codes": "Koppel eerst uw telefoon. Daarna krijgt u herstelcodes.",
    }

    def encrypt(self, text: str) -> str:
        return hoofdsleutels().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return hoofdsleutels().decrypt(encrypted_text.encode()).decode()


class VanDeRegio(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Who logs in at the provider of the region gets the account with that e-mail address, and never a new one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """The first time: link to the account with an address that the provider has verified.

        A resident comes by a broker of their own, and nothing of what that tells is kept.
        """
        if sociallogin.account.provider == DIGID_ID:
            raise ImmediateHttpResponse(van_inwoner(request, sociallogin))
        if sociallogin.is_existing:
            return
        account = bekend(sociallogin)
        if account is None:
            raise ImmediateHttpResponse(render(request, "socialaccount/geen_account.html", status=403))
        sociallogin.connect(request, account)


def bekend(sociallogin: SocialLogin) -> AbstractBaseUser | None:
    """The active account of the one verified address; None when there is none, or more than one."""
    adressen = {adres.email.lower() for adres in sociallogin.email_addresses if adres.verified is True}
    medewerkers = Account.objects.filter(is_active=True, soort=Account.Soort.MEDEWERKER)
    gevonden = [account for adres in sorted(adressen) for account in medewerkers.filter(email__iexact=adres)]
    return gevonden[0] if len(gevonden) == 1 else None
