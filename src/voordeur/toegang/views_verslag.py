"""The pages of the report: making it, the reaction of the resident, the signature; and its card on the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse

from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.schermen.bouwstenen import Taak, Taakstand
from voordeur.schermen.gronden import gronden_van
from voordeur.schermen.verzoek import Verzoek, scherm

from . import onderzoeksbeeld
from .aanhaken import Kaart, kaart, taken
from .actions.onderzoeken import TE_ONDERZOEKEN
from .actions.verslag import Getekend, Reactie, noteer_reactie, ontvang_getekend, stel_verslag_op
from .forms_verslag import Getekendformulier, Reactieformulier, Verslagformulier
from .fouten import BriefKanNietWeg, OnvolledigVerslag
from .models import Dossier
from .queries import Dossierbeeld
from .queries_verslag import Verslagbeeld, getekend_is_aanvraag, verslagen
from .views import WERKERS
from .views_concepten import loop_met_concept
from .views_documenten import bij_het_bestand
from .views_stappen import begin, loop, open_beeld, open_onderzoek, stap_van


@contextmanager
def bij_het_veld() -> Iterator[None]:
    """A refusal that is about one answer stands at its field."""
    try:
        with bij_het_bestand():
            yield
    except BriefKanNietWeg as fout:
        raise ValidationError({"advies": str(fout)}) from None
    except OnvolledigVerslag as fout:
        raise ValidationError({fout.veld: str(fout)}) from None


def _nieuwste(gelezen: Dossierbeeld) -> Verslagbeeld | None:
    return next(iter(verslagen(gelezen.documenten, gelezen.geschreven)), None)


@scherm("toegang:verslag", rollen=WERKERS)
def verslag(request: Verzoek, nummer: str) -> HttpResponse:
    """Make the report and send it to the resident."""
    gelezen = open_onderzoek(request, nummer)
    eis("onderzoek" in gelezen.geschreven, StapNietAanDeBeurt("Schrijf eerst op wat u hebt onderzocht."))
    vorige = _nieuwste(gelezen)
    formulier = Verslagformulier(request.POST or None, initial=begin(gelezen, advies=vorige.advies if vorige else ""))
    stap = stap_van(
        gelezen, f"Maak versie {vorige.versie + 1} van het verslag" if vorige else "Maak het verslag",
        "Verstuur het verslag", "De inwoner krijgt het verslag als brief en kan erop reageren.",
        sjabloon="toegang/stap_verslag.html",
        extra={"bevindingen": onderzoeksbeeld.bevindingen(gelezen), "scores": onderzoeksbeeld.scores(gelezen),
               "gronden": gronden_van(("wmo/2.3.2-8",)),
               "aanpassen": reverse("toegang:onderzoek", args=[nummer])},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            stel_verslag_op(
                request.actor, gelezen.dossier, ingevuld["advies"], versie=ingevuld["versie"], op=request.vandaag
            )
        return "Het verslag is verstuurd. Noteer straks de reactie van de inwoner."

    return loop_met_concept(request, gelezen, "verslag", stap, formulier, doe)


@scherm("toegang:verslag_reactie", rollen=WERKERS)
def reactie(request: Verzoek, nummer: str) -> HttpResponse:
    """Write down what the resident said of the newest report."""
    gelezen, laatste = _met_verslag(request, nummer)
    eerder = {"oordeel": laatste.oordeel, "opmerkingen": laatste.opmerkingen}
    formulier = Reactieformulier(request.POST or None, initial=begin(gelezen, **eerder))
    stap = stap_van(
        gelezen, "Reactie op het verslag", "Bewaar de reactie",
        f"Dit gaat over versie {laatste.versie}.", controle=False,
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        gegeven = Reactie(oordeel=ingevuld["oordeel"], opmerkingen=ingevuld["opmerkingen"])
        with bij_het_veld():
            noteer_reactie(request.actor, gelezen.dossier, gegeven, versie=ingevuld["versie"], op=request.vandaag)
        if gegeven.oordeel == "niet_eens":
            return "De reactie is bewaard. Klopt er iets niet? Maak dan een nieuwe versie van het verslag."
        return "De reactie is bewaard."

    return loop(request, gelezen, stap, formulier, doe)


@scherm("toegang:verslag_getekend", rollen=WERKERS)
def getekend(request: Verzoek, nummer: str) -> HttpResponse:
    """Take in the signed report."""
    gelezen, laatste = _met_verslag(request, nummer)
    formulier = Getekendformulier(
        request.POST or None, request.FILES or None,
        initial=begin(gelezen, ontvangen_op=request.vandaag, getekend_op=laatste.getekend_op),
        verstuurd_op=laatste.op, vandaag=request.vandaag,
    )  # fmt: skip
    stuk = getekend_is_aanvraag(gelezen.regeling, gelezen.dossier)
    stap = stap_van(
        gelezen, "Het getekende verslag", "Leg het getekende verslag vast",
        f"In deze regio is {stuk} de aanvraag. Leg daarna de aanvraag vast." if stuk else
        "In deze regio is dit nog geen aanvraag.", controle=False,
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        bestand = ingevuld["bestand"]
        nieuw = Getekend(
            getekend_op=ingevuld["getekend_op"], ontvangen_op=ingevuld["ontvangen_op"],
            bestandsnaam=bestand.naam if bestand else "", inhoud=bestand.inhoud if bestand else b"",
        )  # fmt: skip
        with bij_het_veld():
            ontvang_getekend(request.actor, gelezen.dossier, nieuw, versie=ingevuld["versie"], op=request.vandaag)
        wacht = stuk and gelezen.dossier.stap in (Dossier.Stap.ONDERZOEK, Dossier.Stap.AANVRAAG)
        return "Het getekende verslag is bewaard." + (" Leg nu de aanvraag vast." if wacht else "")

    return loop(request, gelezen, stap, formulier, doe)


def _met_verslag(request: Verzoek, nummer: str) -> tuple[Dossierbeeld, Verslagbeeld]:
    gelezen = open_beeld(request, nummer, TE_ONDERZOEKEN)
    laatste = _nieuwste(gelezen)
    if laatste is None:
        raise StapNietAanDeBeurt("Er is nog geen verslag. Maak dat eerst.")
    return gelezen, laatste


@kaart
def kaart_verslag(request: Verzoek, beeld: Dossierbeeld) -> Kaart | None:
    """The report in its versions, once there is one; what the resident said is for who works on the dossier."""
    gevonden = verslagen(beeld.documenten, beeld.geschreven)
    if not gevonden:
        return None
    werkt = any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag))
    mag = werkt and beeld.dossier.stap in TE_ONDERZOEKEN and not beeld.vernietigd
    return Kaart("verslag", "Verslag van het onderzoek", "toegang/verslag_kaart.html", {
        "verslagen": gevonden, "mag": mag, "werkt": werkt,
    })  # fmt: skip


@taken
def taken_verslag(_: Verzoek, beeld: Dossierbeeld) -> Iterator[Taak]:
    """The report is a part of the investigation: make it, and hear what the resident says of it."""
    dossier = beeld.dossier
    if dossier.stap not in TE_ONDERZOEKEN or "onderzoek" not in beeld.geschreven or beeld.vernietigd:
        return
    if any(deel.genomen_op is None and deel.ingetrokken_op is None for deel in beeld.besluiten):
        return
    laatste = _nieuwste(beeld)
    if laatste is None:
        yield Taak("Maak het verslag", reverse("toegang:verslag", args=[dossier.nummer]), "te_doen")
        return
    stand: Taakstand = "klaar" if laatste.oordeel or laatste.getekend_op else "te_doen"
    yield Taak("Noteer de reactie op het verslag", reverse("toegang:verslag_reactie", args=[dossier.nummer]), stand)
