"""What stands around each page of a resident: the menu, and who they can talk to."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext

from voordeur.schermen.verzoek import SCHERMEN, mag_openen
from voordeur.web.mijn.praten import Gesprekspartner, wie_helpt
from voordeur.web.mijn.woorden import titel_van

register = template.Library()
register.filter("titel", titel_van)


@register.simple_tag(takes_context=True)
def mijn_menu(context: Context) -> list[tuple[str, str, bool]]:
    """The entries: name, address, and whether the page is there. What no part offers yet is left out."""
    pad = context["request"].path
    ingangen = (
        ("mijn:begin", gettext("Mijn zaak")),
        ("mijn:brieven", gettext("Brieven")),
        ("mijn:vragen", gettext("Vragen")),
        ("mijn:helpers", gettext("Wie mij helpt")),
        ("mijn:gegevens", gettext("Gegevens")),
        ("mijn:uitloggen", gettext("Uitloggen")),
    )
    request: Any = context["request"]
    gevonden = [(naam, adres) for scherm, naam in ingangen if _mag(request, scherm) and (adres := _adres(scherm))]
    langste = max((adres for _, adres in gevonden if pad.startswith(adres)), key=len, default="")
    return [(naam, adres, adres == langste) for naam, adres in gevonden]


def _mag(request: Any, scherm: str) -> bool:
    """Whether a page is for these eyes: who helps somebody does not choose who else does."""
    actor = getattr(request, "actor", None)
    return scherm not in SCHERMEN or actor is None or mag_openen(actor, scherm, request.vandaag)


def _adres(scherm: str) -> str:
    try:
        return reverse(scherm)
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True)
def met_wie_praten(context: Context) -> Gesprekspartner | None:
    """Who to talk to: of the case that the page is about, else of the newest one."""
    actor: Any = getattr(context["request"], "actor", None)
    return wie_helpt(actor, context.get("dossier")) if actor else None
