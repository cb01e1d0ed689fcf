"""Who helps a resident, and for whom somebody who helps looks."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voordeur.inwoner.accounts import VOOR, lopende_machtigingen
from voordeur.inwoner.helpers import (
    Helper,
    KanNietHelpen,
    aanvaard,
    geef_helper_code,
    helpers_van,
    nodig_uit,
    stop_met_helpen,
    trek_in,
    wie_men_helpt,
    wie_stopt,
)
from voordeur.inwoner.ingang import CodeKloptNiet, Uitgegeven, toon_code, wie_helpt_met
from voordeur.inwoner.models import Inwoner, Machtiging
from voordeur.kern.actor import Rol
from voordeur.kern.models import Account
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.web.klok import vandaag

from .forms_helpers import Niets, Uitnodigen
from .forms_ingang import Code
from .stap import loop, stap_van
from .views_ingang import is_binnen

ALLEEN_ZELF = frozenset({Rol.INWONER})


def _inwoner(request: Verzoek) -> Inwoner:
    return get_object_or_404(Inwoner, pk=request.actor.inwoner)


def _machtiging(request: Verzoek, pk: int) -> Machtiging:
    """One of the own; that of somebody else is not there."""
    return get_object_or_404(Machtiging.objects.select_related("inwoner"), pk=pk, inwoner=request.actor.inwoner)


@scherm("mijn:helpers", ALLEEN_ZELF)
def helpers(request: Verzoek) -> HttpResponse:
    """Who may look along or do things, and who did before."""
    beelden = helpers_van(_inwoner(request), request.vandaag)
    return render(request, "mijn/helpers.html", {"helpers": beelden})


@scherm("mijn:helper_nieuw", ALLEEN_ZELF)
def nieuw(request: Verzoek) -> HttpResponse:
    """Ask somebody; then the code to hand over comes, once."""
    formulier = Uitnodigen(request.POST or None, vandaag=request.vandaag)
    stap = stap_van(
        None, _("Vraag iemand om u te helpen"), _("Maak een code"),
        _("U krijgt een code. Die geeft u aan wie u helpt. U kunt altijd stoppen."), terug=reverse("mijn:helpers"),
    )  # fmt: skip
    if not (formulier.is_bound and formulier.is_valid() and "_bevestig" in request.POST):
        return loop(request, stap, formulier, lambda _ingevuld: "")
    helper = Helper(**formulier.cleaned_data, van=request.vandaag)
    machtiging = nodig_uit(request.actor, _inwoner(request), helper, op=request.vandaag).object
    return _met_code(request, machtiging, helper.naam)


@scherm("mijn:helper_code", ALLEEN_ZELF)
def code(request: Verzoek, pk: int) -> HttpResponse:
    """A new code; the one before it works no more."""
    machtiging = _machtiging(request, pk)
    naam = next(beeld.naam for beeld in helpers_van(machtiging.inwoner, request.vandaag) if beeld.machtiging.pk == pk)
    if request.method == "POST":
        return _met_code(request, machtiging, naam)
    stap = stap_van(
        None, _("Maak een nieuwe code voor %(naam)s") % {"naam": naam}, _("Maak een nieuwe code"),
        _("De oude code werkt dan niet meer."), terug=reverse("mijn:helpers"), controle=False,
    )  # fmt: skip
    return loop(request, stap, Niets(), lambda _ingevuld: "")


def _met_code(request: Verzoek, machtiging: Machtiging, naam: str) -> HttpResponse:
    gegeven: Uitgegeven = geef_helper_code(request.actor, machtiging, op=request.vandaag).object
    adres = request.build_absolute_uri(reverse("mijn:activeren"))
    return render(request, "mijn/helper_code.html", {"gegeven": gegeven, "naam": naam, "adres": adres})


@scherm("mijn:helper_einde", ALLEEN_ZELF)
def einde(request: Verzoek, pk: int) -> HttpResponse:
    """Let somebody help no longer."""
    machtiging = _machtiging(request, pk)
    naam = next(beeld.naam for beeld in helpers_van(machtiging.inwoner, request.vandaag) if beeld.machtiging.pk == pk)
    stap = stap_van(
        None, _("%(naam)s helpt niet meer") % {"naam": naam}, _("Stop hiermee"),
        _("Deze persoon ziet uw zaak dan meteen niet meer."), terug=reverse("mijn:helpers"), controle=False,
    )  # fmt: skip

    def doe(_ingevuld: dict[str, Any]) -> str:
        trek_in(request.actor, machtiging, op=request.vandaag)
        return _("Deze persoon ziet uw zaak niet meer.")

    return loop(request, stap, Niets({} if request.method == "POST" else None), doe)


@require_http_methods(["GET", "POST"])
def voor_wie(request: HttpRequest) -> HttpResponse:
    """For whom somebody looks: oneself, or one of those who let them. A new code is handed in here too."""
    account = request.user
    if not isinstance(account, Account) or not is_binnen(request):
        return redirect(f"{reverse('mijn:inloggen')}?next={request.path}")
    mag = list(lopende_machtigingen(account, vandaag()))
    if "voor" in request.POST:
        return _kies(request, account, mag)
    if "stop" in request.POST:
        return _stop(request, account, mag)
    formulier = Code(request.POST if request.method == "POST" else None)
    if formulier.is_bound:
        if te_vaak := ratelimit.consume_or_429(request, action="login"):
            return te_vaak  # type: ignore[no-any-return]
        if formulier.is_valid() and _neem_aan(account, formulier):
            messages.success(request, _("U kunt nu iemand anders helpen. Kies voor wie u kijkt."))
            return redirect("mijn:voor_wie")
    namen = wie_men_helpt(account, mag)
    keuzes = [(deze, namen.get(deze.inwoner_id, "")) for deze in mag]
    return render(
        request, "mijn/voor_wie.html", {"keuzes": keuzes, "eigen": account.inwoner, "formulier": formulier},
        status=422 if formulier.is_bound else 200,
    )  # fmt: skip


def _kies(request: HttpRequest, account: Account, mag: list[Machtiging]) -> HttpResponse:
    gekozen = request.POST["voor"]
    if gekozen == "mijzelf" and account.inwoner is not None:
        request.session.pop(VOOR, None)
    elif gekozen in {str(deze.inwoner_id) for deze in mag}:
        request.session[VOOR] = gekozen
    else:
        raise Http404
    return redirect("mijn:begin")


def _stop(request: HttpRequest, account: Account, mag: list[Machtiging]) -> HttpResponse:
    """Ask whether somebody stops helping, and do it."""
    deze = next((rij for rij in mag if str(rij.inwoner_id) == request.POST["stop"]), None)
    if deze is None:
        raise Http404
    naam = wie_men_helpt(account, [deze]).get(deze.inwoner_id, "")
    if "zeker" not in request.POST:
        return render(request, "mijn/helpen_stop.html", {"deze": deze, "naam": naam})
    stop_met_helpen(wie_stopt(deze), deze, op=vandaag())
    if request.session.get(VOOR) == str(deze.inwoner_id):
        del request.session[VOOR]
    messages.success(request, _("U helpt %(naam)s niet meer. U ziet de zaak niet meer.") % {"naam": naam})
    return redirect("mijn:voor_wie")


def _neem_aan(account: Account, formulier: Code) -> bool:
    """Take a power on with the account that is in use; else the form says why not."""
    niet = _("Deze gegevens kloppen niet, of de code werkt niet meer.")
    try:
        rij = toon_code(formulier.cleaned_data["loginnaam"], formulier.cleaned_data["code"], None, vandaag())
        aanvaard(wie_helpt_met(account, rij), rij, op=vandaag())
    except CodeKloptNiet:
        formulier.add_error(None, niet)
    except KanNietHelpen:
        formulier.add_error(None, _("Met deze code kunt u niet helpen. Het is uw eigen zaak, of u helpt al."))
    return not formulier.errors
