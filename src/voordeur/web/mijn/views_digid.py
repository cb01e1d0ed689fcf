"""What a resident reads when the broker did not bring them in, or in more than one region."""

from __future__ import annotations

import time

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from voordeur.kern.models import Account
from voordeur.web.inloggen.binnen import binnen
from voordeur.web.inloggen.digid import GEKOZEN, ZO_LANG


def onbekend(request: HttpRequest) -> HttpResponse:
    """Nobody here by that BSN, or nobody who may be shown: the same page."""
    return render(request, "mijn/digid_onbekend.html", status=403)


def niveau(request: HttpRequest) -> HttpResponse:
    """Logged in at the broker by a level that is too low."""
    return render(request, "mijn/digid_niveau.html", {"niveau": settings.VOORDEUR_DIGID_NIVEAU}, status=403)


@require_http_methods(["GET", "POST"])
def regio(request: HttpRequest) -> HttpResponse:
    """Somebody with a file in more than one region says which one to open, within a quarter of an hour."""
    mag = request.session.get(GEKOZEN)
    if not mag or time.time() - mag["om"] > ZO_LANG:
        return redirect("mijn:inloggen")
    accounts = (
        Account.objects.filter(pk__in=mag["accounts"], is_active=True).select_related("regio").order_by("regio__naam")
    )
    if request.method == "POST":
        gekozen = next((deze for deze in accounts if str(deze.pk) == request.POST.get("account")), None)
        if gekozen is None:
            raise Http404
        del request.session[GEKOZEN]
        return binnen(request, gekozen)
    return render(request, "mijn/digid_regio.html", {"accounts": accounts})
