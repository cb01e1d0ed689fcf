"""What waits to be assessed, and the payments themselves."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.doorloop import doorloop
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from ..actions import keur_af, keur_goed
from ..beeld.gemeen import BETALINGCHIPS, VOORBEELD
from ..beeld.wachtend import (
    soortnaam,
    van_betalingen,
    van_declaraties,
    van_subsidies,
    van_verrekeningen,
    waarom_betaling,
)
from ..forms import Leeg, Redenformulier, Standfilter
from ..models import Betaling
from ..queries import BETALERS, jaren, onderbouwingen, te_beoordelen
from ..queries import betalingen as alle_betalingen
from .gemeen import LEZERS, MET_AANBIEDER, beslisstap, klaar, naar_inbox

EERSTE = 25


@scherm("geld:inbox", rollen=LEZERS)
def inbox(request: Verzoek) -> HttpResponse:
    """Subsidies, payments and claims that wait for a second person, each with its why."""
    wie = request.actor
    wachtend = te_beoordelen(wie)
    pagina = blad(request, wachtend.declaraties)
    betalingen, subsidies = wachtend.betalingen.count(), wachtend.subsidies.count()
    verrekeningen = van_verrekeningen(wie, wachtend.verrekeningen)
    return render(request, "geld/inbox.html", {
        "verrekeningen": verrekeningen,
        "subsidies": van_subsidies(wie, wachtend.subsidies[:EERSTE]),
        "betalingen": van_betalingen(wie, wachtend.betalingen[:EERSTE]),
        "declaraties": van_declaraties(wie, pagina.rijen),
        "aantal_subsidies": subsidies, "aantal_betalingen": betalingen, "eerste": EERSTE,
        "aantal": len(verrekeningen) + subsidies + betalingen + pagina.totaal,
        "blad": pagina,
        "mag_betalen": mag_openen(wie, "geld:betaling", request.vandaag),
        "mag_beslissen": mag_openen(wie, "geld:verlenen", request.vandaag),
    })  # fmt: skip


@scherm("geld:betalingen", rollen=MET_AANBIEDER)
def betalingen(request: Verzoek) -> HttpResponse:
    """Every payment that somebody may see; a provider its own."""
    formulier = Standfilter(request.GET, Betaling.Stand.choices, jaren_van_betalingen(request))
    gekozen = formulier.gekozen()
    pagina = blad(request, alle_betalingen(request.actor).filter(**gekozen))
    rijen = [(deel, soortnaam(deel), BETALINGCHIPS[deel.stand]) for deel in pagina.rijen]
    return render(request, "geld/betalingen.html", {
        "formulier": formulier, "gefilterd": bool(gekozen), "blad": pagina, "rijen": rijen, "hier": request.path,
        "voorbeeldchip": VOORBEELD,
    })  # fmt: skip


def jaren_van_betalingen(request: Verzoek) -> list[int]:
    """The years that have a payment that somebody may see, the newest first."""
    gezien = alle_betalingen(request.actor).order_by().values_list("jaar", flat=True).distinct()
    return sorted(set(gezien), reverse=True) or jaren()[:1]


@scherm("geld:betaling", rollen=BETALERS)
def betaling(request: Verzoek, nummer: str) -> HttpResponse:
    """Approve a payment."""
    gezocht = _betaling(request, nummer)
    stap = _stap(gezocht, f"Betaling {nummer} goedkeuren", "Keur de betaling goed", afkeuren=True)

    def doe(_: dict[str, Any]) -> HttpResponse:
        keur_goed(request.actor, gezocht, op=request.vandaag)
        return klaar(request, f"Betaling {nummer} is goedgekeurd en geboekt.", "geld:inbox")

    return doorloop(request, stap, Leeg(request.POST or None), doe)


@scherm("geld:betaling_afkeuren", rollen=BETALERS)
def betaling_afkeuren(request: Verzoek, nummer: str) -> HttpResponse:
    """Refuse an advance."""
    gezocht = _betaling(request, nummer)
    stap = _stap(gezocht, f"Betaling {nummer} afkeuren", "Keur de betaling af", controle=True)

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        keur_af(request.actor, gezocht, reden=schoon["reden"], op=request.vandaag)
        return klaar(request, f"Betaling {nummer} is afgekeurd.", "geld:inbox")

    return doorloop(request, stap, Redenformulier(request.POST or None), doe)


def _betaling(request: Verzoek, nummer: str) -> Betaling:
    gezocht: Betaling = get_object_or_404(alle_betalingen(request.actor), nummer=nummer)
    return gezocht


def _stap(gezocht: Betaling, titel: str, knop: str, *, afkeuren: bool = False, controle: bool = False) -> Any:
    subsidie = gezocht.subsidie
    gegevens = [
        Gegeven("Aanbieder", gezocht.organisatie.naam),
        Gegeven("Waarvoor", soortnaam(gezocht)),
        Gegeven("Bedrag", schrijf_bedrag(gezocht.bedrag)),
        Gegeven("Klaargezet op", schrijf_datum(gezocht.klaargezet_op)),
    ]
    chips = [BETALINGCHIPS[gezocht.stand], *([VOORBEELD] if subsidie and subsidie.contract.voorbeeld else [])]
    kan = afkeuren and gezocht.stand == Betaling.Stand.KLAAR and gezocht.soort == Betaling.Soort.VOORSCHOT
    return beslisstap(
        titel,
        knop,
        reverse("geld:inbox"),
        (naar_inbox(),),
        gegevens=gegevens,
        waarom=waarom_betaling(gezocht, onderbouwingen([subsidie.bewijs if subsidie else None])),
        chips=chips,
        controle=controle,
        anders=reverse("geld:betaling_afkeuren", args=[gezocht.nummer]) if kan else "",
        anderstekst="Keur deze betaling af",
    )
