"""A resident comes in by the broker: with a level that is high enough, and a BSN that is known here."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from voordeur.inwoner.ingang import accounts_bij_bsn
from voordeur.web.klok import vandaag
from voordeur.web.mijn.verder import veilig

from .binnen import binnen

GEKOZEN, ZO_LANG = "voordeur_digid_keuze", 15 * 60
# from low to high; how a broker says it: in words, by the level of eIDAS, or by the context class of DigiD itself
NIVEAUS = ("basis", "midden", "substantieel", "hoog")
_SAML = "urn:oasis:names:tc:SAML:2.0:ac:classes:"
_EIDAS = "http:" + "//eidas.europa.eu/LoA/"
ZO_GEZEGD = {
    **{niveau: niveau for niveau in NIVEAUS},
    f"{_EIDAS}low": "basis",
    f"{_EIDAS}substantial": "substantieel",
    f"{_EIDAS}high": "hoog",
    f"{_SAML}PasswordProtectedTransport": "basis",
    f"{_SAML}MobileTwoFactorContract": "midden",
    f"{_SAML}Smartcard": "substantieel",
    f"{_SAML}SmartcardPKI": "hoog",
}


def is_hoog_genoeg(claims: Mapping[str, Any]) -> bool:
    """Whether the broker says the level that is asked, or a higher one. What is not known is too low."""
    niveau = ZO_GEZEGD.get(str(claims.get("acr", "")))
    return niveau is not None and NIVEAUS.index(niveau) >= NIVEAUS.index(settings.VOORDEUR_DIGID_NIVEAU)


def van_inwoner(request: HttpRequest, sociallogin: SocialLogin) -> HttpResponse:
    """Log a resident in, or say what to do. Nothing that the broker tells is kept: no BSN, no name."""
    verteld: Mapping[str, Any] = sociallogin.account.extra_data
    bewijs = verteld.get("id_token") or {}
    if not is_hoog_genoeg(bewijs):
        return redirect("mijn:digid_niveau")
    bsn = bewijs.get(settings.VOORDEUR_DIGID_BSN) or (verteld.get("userinfo") or {}).get(settings.VOORDEUR_DIGID_BSN)
    accounts = accounts_bij_bsn(str(bsn or ""), vandaag())
    if not accounts:
        return redirect("mijn:digid_onbekend")
    verder = veilig(request, sociallogin.state.get("next") or "")
    if len(accounts) > 1:
        request.session.cycle_key()
        request.session[GEKOZEN] = {"accounts": [account.pk for account in accounts], "om": int(time.time())}
        return redirect("mijn:digid_regio")
    return binnen(request, accounts[0], verder)
