"""The link by which somebody who never logged in chooses a password: works once, and for three days."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from voordeur.kern.models import Account


def eenmalige_link(account: Account, adres: str = "") -> str:
    """The whole address (`adres`: where Voordeur runs, else VOORDEUR_SITE); empty after a login."""
    if account.last_login is not None:
        return ""
    velden = {"uidb36": user_pk_to_url_str(account), "key": default_token_generator.make_token(account)}
    begin = (adres or settings.VOORDEUR_SITE).rstrip("/")
    return begin + reverse("account_reset_password_from_key", kwargs=velden)
