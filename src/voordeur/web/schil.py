"""What stands around every page: the menu of who is logged in, and whether this is a demo. A context processor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst

from voordeur.kern.actor import Actor
from voordeur.kern.models import Account
from voordeur.schermen.schil import Menugroep, Menupunt, Schil
from voordeur.schermen.verzoek import SCHERMEN, mag_openen

from .settings_inloggen import OIDC_ID
from .tellen import aantallen


@dataclass(frozen=True)
class Ingang:
    """A screen that the menu leads to, by the name of its address; `kort` on the bar at the bottom of a phone."""

    scherm: str
    naam: str
    icoon: str
    kort: str = ""


MENU: tuple[tuple[str, tuple[Ingang, ...]], ...] = (
    ("Bewoners", (
        Ingang("web:werkvoorraad", "Mijn werkvoorraad", "inbox", "Mijn werk"),
        Ingang("opvang:vannacht", "Wie slaapt hier", "home", "Vannacht"),
        Ingang("opvang:deur", "Aan de deur", "door", "Deur"),
        Ingang("web:aanbieder", "Mijn organisatie", "heart-handshake", "Begin"),
        Ingang("toegang:lijst", "Dossiers", "folder", "Dossiers"),
        Ingang("toegang:personen", "Zoek een persoon", "search"),
        Ingang("toegang:termijnen", "Termijnen", "calendar-event"),
        Ingang("toegang:nieuw", "Nieuwe melding", "phone", "Melding"),
        Ingang("toegang:te_ondertekenen", "Te ondertekenen", "gavel"),
        Ingang("toegang:aflopend", "Indicaties die aflopen", "hourglass"),
        Ingang("toegang:vragen_aan_ons", "Vragen aan ons", "message-2"),
        Ingang("toegang:inwonervragen", "Vragen van inwoners", "mail"),
        Ingang("toegang:klachten", "Klachten", "alert-triangle"),
        Ingang("toegang:klachten_jaar", "Klachten per jaar", "chart-bar"),
        Ingang("toegang:wachten", "Wie wacht op wie", "clock"),
        Ingang("toegang:niet_aangekomen", "Niet aangekomen", "mail"),
        Ingang("toegang:komt_eraan", "Komt eraan", "calendar-event"),
        Ingang("toegang:aanmeldlijst", "Aanmeldlijst", "clipboard-text"),
        Ingang("verblijf:wachtlijst", "Wachtlijst", "hourglass"),
        Ingang("verblijf:bewoners", "Wie woont waar", "home", "Bewoners"),
        Ingang("opvang:cijfers", "Opvang in cijfers", "chart-bar"),
    )),
    ("Geld", (
        Ingang("geld:inbox", "Te beoordelen", "list-check", "Geld"),
        Ingang("geld:declaraties", "Declaraties", "coin-euro", "Declaraties"),
        Ingang("geld:subsidies", "Subsidies", "building-bank"),
        Ingang("geld:jaar", "Jaar en verrekening", "calculator"),
    )),
    ("Samenwerking", (
        Ingang("web:regio", "Regio in beeld", "chart-bar", "Regio"),
        Ingang("aanbod:lijst", "Aanbieders en contracten", "file-text"),
        Ingang("verantwoording:lijst", "Rapportages", "clipboard-text"),
    )),
    ("Beheer", (
        Ingang("beheer:begin", "Beheer", "clipboard-check", "Beheer"),
        Ingang("beheer:verzoeken", "Verzoeken over gegevens", "clipboard-text"),
        Ingang("beheer:afschermingen", "Afgeschermde dossiers", "alert-triangle"),
        Ingang("beheer:mensen", "Medewerkers", "user"),
        Ingang("beheer:inlezen", "Inlezen", "file-text"),
        Ingang("beheer:beleid", "Beleid", "file-text"),
        Ingang("beheer:gemeenten", "Gemeenten", "building-bank"),
        Ingang("beheer:organisaties", "Organisaties", "heart-handshake"),
        Ingang("beheer:rechten", "Rechten bekijken", "list-check"),
        Ingang("beheer:te_bevestigen", "Te bevestigen", "check"),
        Ingang("beheer:nood", "Open in nood", "alert-triangle"),
        Ingang("beheer:noden", "Noodtoegang", "history"),
    )),
)  # fmt: skip
VAN_EEN_JAAR = re.compile(r"/geld/\d{4}/")
VOET = (("web:toegankelijkheid", "Toegankelijkheid"), ("web:privacy", "Privacy"), ("web:hulp", "Hulp"))


def schil(request: HttpRequest) -> dict[str, Any]:
    """`schil` for who is logged in, and what the pages of logging in ask."""
    actor = getattr(request, "actor", None)
    return {
        # the pages of a resident have a frame of their own
        "schil": van(actor, request) if actor and not _is_inwoner(request) else None,
        "demo": settings.VOORDEUR_DEMO,
        "mag_wachtwoord_vragen": bool(settings.EMAIL_HOST),
        "aanmelddienst": aanmelddienst(),
    }


def _is_inwoner(request: HttpRequest) -> bool:
    account: Any = request.user
    return bool(account.soort == Account.Soort.INWONER)


def aanmelddienst() -> dict[str, str] | None:
    """The provider of the region by its name and the address to go there; None when there is none."""
    if not settings.VOORDEUR_OIDC_UITGEVER:
        return None
    naam = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["name"]
    return {"naam": naam, "adres": reverse("openid_connect_login", args=[OIDC_ID])}


def van(actor: Actor, request: HttpRequest) -> Schil:
    """The frame of the one who acts, with the menu of the roles of today."""
    vandaag: date = request.vandaag  # type: ignore[attr-defined]
    tellers = aantallen(actor, vandaag)
    groepen = (
        Menugroep(kop, tuple(punt for ingang in ingangen if (punt := _punt(ingang, actor, vandaag, tellers))))
        for kop, ingangen in MENU
    )
    account: Any = request.user
    rollen = actor.rollen_op(vandaag)
    return Schil(
        regio=account.regio.naam,
        begin=reverse("web:begin"),
        groepen=tuple(_met_hier(groep, _hier(request.path)) for groep in groepen if groep.punten),
        naam=actor.naam,
        rol=capfirst(account.functie or (rollen[0].rol.value if rollen else "geen rol vandaag")),
        voet=tuple(Menupunt(naam, reverse(scherm), "info-circle") for scherm, naam in VOET),
        account=reverse("mfa_index"),
        uitloggen=reverse("account_logout"),
        wissel=reverse("web:kies_account") if settings.VOORDEUR_DEMO else "",
        demo=settings.VOORDEUR_DEMO,
    )


def _punt(ingang: Ingang, actor: Actor, vandaag: date, tellers: dict[str, int]) -> Menupunt | None:
    """An entry of the menu; None for a screen that is not there or that the role may not open."""
    try:
        adres = reverse(ingang.scherm)
    except NoReverseMatch:
        return None
    if ingang.scherm not in SCHERMEN or not mag_openen(actor, ingang.scherm, vandaag):
        return None
    return Menupunt(ingang.naam, adres, ingang.icoon, ingang.kort, tellers.get(ingang.scherm))


def adressen() -> list[str]:
    """The addresses of the menu, the longest first."""
    gevonden = []
    for _, ingangen in MENU:
        for ingang in ingangen:
            try:
                gevonden.append(reverse(ingang.scherm))
            except NoReverseMatch:
                continue
    return sorted(gevonden, key=len, reverse=True)


def _hier(pad: str) -> str:
    """The entry of the menu that a page belongs to; the pages of a year have the year first in their address."""
    if VAN_EEN_JAAR.match(pad):
        return reverse("geld:jaar")
    return next((adres for adres in adressen() if pad.startswith(adres)), "")


def _met_hier(groep: Menugroep, hier: str) -> Menugroep:
    punten = (
        Menupunt(punt.naam, punt.adres, punt.icoon, punt.kort, punt.aantal, punt.adres == hier) for punt in groep.punten
    )
    return Menugroep(groep.naam, tuple(punten))
