"""The pages on which staff lets a resident log in, and ends that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from voordeur.inwoner.helpers import Helper, helpers_van, trek_in
from voordeur.inwoner.ingang import stand_van
from voordeur.inwoner.models import Machtiging
from voordeur.inwoner.queries_afscherming import toon_adres
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.verzoek import Verzoek, scherm

from . import beeld as maak
from .aanhaken import Kaart, kaart
from .actions.ingang import beeindig_toegang, geef_toegang, leg_vertegenwoordiger_vast
from .forms_ingang import Bevestiging, Vertegenwoordiger
from .models import Dossier
from .queries import Dossierbeeld
from .views import WERKERS
from .views_stappen import loop, open_beeld, stap_van

ALLE_STAPPEN = tuple(Dossier.Stap)


@dataclass(frozen=True)
class Ingang:
    """How a resident gets in, in a sentence; `actief`: the account can be used now."""

    zin: str
    actief: bool
    account: bool


def ingang_van(beeld: Dossierbeeld, op: date) -> Ingang:
    """How the resident of a dossier gets in on a day: two questions to the database at most."""
    account, code = stand_van(beeld.dossier.inwoner)
    if account is None:
        return Ingang("De inwoner heeft nog geen account.", False, False)
    if account.is_active:
        return Ingang("De inwoner heeft een account.", True, True)
    if code is None:
        return Ingang("Het account van de inwoner is gesloten.", False, True)
    if code.geblokkeerd:
        return Ingang("De code uit de brief is vijf keer verkeerd ingevuld. Stuur een nieuwe brief.", False, True)
    tot = schrijf_datum(code.tot)
    zin = (
        f"Er ging een brief met een code. Die geldt tot en met {tot}."
        if code.tot >= op
        else f"De code verliep op {tot}."
    )
    return Ingang(zin, False, True)


@kaart
def ingang(request: Verzoek, beeld: Dossierbeeld) -> Kaart | None:
    """Whether the resident can log in, for who works on the dossier."""
    if beeld.vernietigd or not any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag)):
        return None
    helpers = [deze for deze in helpers_van(beeld.dossier.inwoner, request.vandaag) if deze.stand != "voorbij"]
    return Kaart(
        "ingang",
        "Online volgen",
        "toegang/ingang_kaart.html",
        vars(ingang_van(beeld, request.vandaag)) | {"helpers": helpers},
        "naast",
    )


@scherm("toegang:ingang", rollen=WERKERS)
def geven(request: Verzoek, nummer: str) -> HttpResponse:
    """Send the letter with the code."""
    gelezen = open_beeld(request, nummer, ALLE_STAPPEN)
    brief = (
        Gegeven("Aan", maak.naam_van(gelezen)),
        Gegeven("Adres", toon_adres(gelezen.dossier.inwoner, gelezen.identiteit, "geen adres: geef de brief zelf")),
        Gegeven("Nu", ingang_van(gelezen, request.vandaag).zin),
    )
    stap = stap_van(
        gelezen, "Geef de inwoner een account", "Verstuur de brief",
        "De inwoner krijgt een brief met een inlognaam en een code. Een eerdere code werkt dan niet meer.",
        controle=False, sjabloon="toegang/ingang_stap.html", extra={"regels": brief},
    )  # fmt: skip

    def doe(_ingevuld: dict[str, Any]) -> str:
        geef_toegang(request.actor, gelezen.dossier, op=request.vandaag)
        return "De brief met de code is verstuurd."

    formulier = Bevestiging({} if request.method == "POST" else None)
    return loop(request, gelezen, stap, formulier, doe)


@scherm("toegang:vertegenwoordiger", rollen=WERKERS)
def vertegenwoordiger(request: Verzoek, nummer: str) -> HttpResponse:
    """Write down who stands for the resident, with what they showed."""
    gelezen = open_beeld(request, nummer, ALLE_STAPPEN)
    formulier = Vertegenwoordiger(request.POST or None, initial={"van": request.vandaag}, vandaag=request.vandaag)
    stap = stap_van(
        gelezen, "Wie vertegenwoordigt de inwoner?", "Bewaar en verstuur de brief",
        "Deze persoon krijgt een brief met een code, en kan dan namens de inwoner inloggen.",
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        adres = tuple(regel.strip() for regel in ingevuld.pop("adres").splitlines() if regel.strip())
        leg_vertegenwoordiger_vast(request.actor, gelezen.dossier, Helper(**ingevuld), adres, op=request.vandaag)
        return "De vertegenwoordiger staat in het dossier. De brief is verstuurd."

    return loop(request, gelezen, stap, formulier, doe)


@scherm("toegang:machtiging_einde", rollen=WERKERS)
def machtiging_einde(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """End what somebody may do for the resident."""
    gelezen = open_beeld(request, nummer, ALLE_STAPPEN)
    machtiging = get_object_or_404(Machtiging, pk=pk, inwoner=gelezen.dossier.inwoner_id)
    beelden = helpers_van(gelezen.dossier.inwoner, request.vandaag)
    naam = next(beeld.naam for beeld in beelden if beeld.machtiging.pk == pk)
    stap = stap_van(
        gelezen, "Stop de toegang van iemand anders", "Stop de toegang",
        "Deze persoon ziet de zaak dan meteen niet meer.", controle=False, sjabloon="toegang/ingang_stap.html",
        extra={"regels": (Gegeven("Naam", naam), Gegeven("Rol", machtiging.get_soort_display().capitalize()))},
    )  # fmt: skip

    def doe(_ingevuld: dict[str, Any]) -> str:
        trek_in(request.actor, machtiging, op=request.vandaag)
        return "Deze persoon ziet de zaak niet meer."

    return loop(request, gelezen, stap, Bevestiging({} if request.method == "POST" else None), doe)


@scherm("toegang:ingang_einde", rollen=WERKERS)
def beeindigen(request: Verzoek, nummer: str) -> HttpResponse:
    """End the account of the resident."""
    gelezen = open_beeld(request, nummer, ALLE_STAPPEN)
    stap = stap_van(
        gelezen, "Sluit het account van de inwoner", "Sluit het account",
        "De inwoner kan meteen niet meer inloggen. Het dossier blijft zoals het is.",
        controle=False, sjabloon="toegang/ingang_stap.html",
        extra={"regels": (Gegeven("Nu", ingang_van(gelezen, request.vandaag).zin),)},
    )  # fmt: skip

    def doe(_ingevuld: dict[str, Any]) -> str:
        beeindig_toegang(request.actor, gelezen.dossier, op=request.vandaag)
        return "Het account is gesloten."

    return loop(request, gelezen, stap, Bevestiging({} if request.method == "POST" else None), doe)
