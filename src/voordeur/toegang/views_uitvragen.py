"""Asking somebody else, answering what others ask, and the register of who waits for whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from voordeur.inwoner.queries import namen_van, noem
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.queries import gemeentenamen
from voordeur.regels.routes import Routestap
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Chip
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.gronden import gronden_van
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions import beantwoord, herinner, stel_vraag
from .actions.uitvragen import HERINNER_NA, HERKOMST, LOS, naam_van_wie
from .actions.wegen import LOPEND, vereisten_van
from .forms_wegen import LosseVraag, NieuweVraag, Stapvelden
from .models import Uitvraag
from .queries import regeling_van_dossier
from .queries_wegen import (
    open_vragen,
    stap_van_route,
    uitvraag_inzien,
    uitvraag_lezen,
    uitvraag_of_404,
    vragen_aan,
)
from .views import LEZERS, WERKERS
from .views_stappen import begin, loop, open_beeld, stap_van
from .views_wegen import adres_van_herinnering, bij_het_veld, open_stap, wacht_al

PER_BLAD = 100


@scherm("toegang:vragen", rollen=WERKERS)
def vragen(request: Verzoek, nummer: str, stap: str) -> HttpResponse:
    """Ask the question of a step; only the number of the case leaves the house."""
    gelezen, _, deel = open_stap(request, nummer, stap)
    if not deel.stap.vraag_aan or deel.stap.vraag_aan == HERKOMST:
        raise Http404
    eis(deel.stand == "te_doen", StapNietAanDeBeurt("Deze vraag staat al open of is al beantwoord."))
    gemeente = gemeentenamen(request.actor.regio).get(gelezen.dossier.college_code, "")
    wie = f"gemeente {gemeente}" if deel.stap.vraag_aan == "gemeente" else deel.stap.vraag_aan
    formulier = NieuweVraag(request.POST or None, initial=begin(gelezen, tekst=deel.stap.wat))
    pagina = stap_van(
        gelezen, f"Vraag het aan {wie}", "Verstuur de vraag",
        "In het bericht staat alleen het nummer van het dossier. Wie mag, leest de vraag in Voordeur.",
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            vraag = formulier.vraag(stap)
            stel_vraag(request.actor, gelezen.dossier, vraag, versie=ingevuld["versie"], op=request.vandaag)
        return f"De vraag is verstuurd. Na {HERINNER_NA} dagen gaat er een herinnering uit."

    return loop(request, gelezen, pagina, formulier, doe)


@scherm("toegang:vraag_los", rollen=WERKERS)
def vraag_los(request: Verzoek, nummer: str) -> HttpResponse:
    """Ask somebody what no step of the route asks."""
    gelezen = open_beeld(request, nummer, LOPEND)
    formulier = LosseVraag(request.POST or None, initial=begin(gelezen))
    pagina = stap_van(
        gelezen, "Stel een vraag aan een ander", "Verstuur de vraag",
        "In het bericht staat alleen het nummer van het dossier. Wie mag, leest de vraag in Voordeur.",
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            vraag = formulier.vraag("")
            stel_vraag(request.actor, gelezen.dossier, vraag, versie=ingevuld["versie"], op=request.vandaag)
        return f"De vraag is verstuurd. Na {HERINNER_NA} dagen gaat er een herinnering uit."

    return loop(request, gelezen, pagina, formulier, doe)


@scherm("toegang:vraag", rollen=WERKERS)
def vraag(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Read a question and answer it; also for a colleague who notes what was said on the telephone."""
    uitvraag = uitvraag_of_404(nummer, pk)
    eis(uitvraag.beantwoord_op is None, StapNietAanDeBeurt("Deze vraag is al beantwoord."))
    weg = uitvraag.dossier.inwoner.sleutel is None
    eis(not weg, StapNietAanDeBeurt("De gegevens van deze inwoner zijn vernietigd."))
    gelezen = (
        uitvraag_inzien(request.actor, uitvraag, op=request.vandaag)
        if request.method == "GET"
        else uitvraag_lezen(uitvraag)
    )
    deel = stap_van_route(uitvraag.dossier, uitvraag.stap) or Routestap(LOS, LOS, "", ())
    regeling = regeling_van_dossier(uitvraag.dossier)
    formulier = Stapvelden(
        request.POST or None, initial={"op": request.vandaag}, stap=deel,
        vereisten=vereisten_van(regeling, deel.vereisten), vanaf=uitvraag.gevraagd_op, vandaag=request.vandaag,
    )  # fmt: skip
    pagina = Stap(
        "Beantwoord de vraag", "Verstuur het antwoord", _terug(request, uitvraag),
        uitleg=deel.wat if uitvraag.stap != LOS else "", sjabloon="toegang/uitvragen_vraag.html",
        kruimels=(Kruimel("Vragen aan ons", reverse("toegang:vragen_aan_ons")),),
        extra={
            "naam": noem(gelezen["identiteit"]),
            "vraag": gelezen["vraag"],
            "wacht": wacht_al(uitvraag, gemeentenamen(request.actor.regio), request.vandaag),
            "herinneren": "" if _voor_mij(request, uitvraag) else adres_van_herinnering(nummer, uitvraag),
            "gronden": gronden_van(deel.grond, regeling),
        },
    )  # fmt: skip

    def doe(_: dict[str, Any]) -> HttpResponse:
        with bij_het_veld():
            beantwoord(request.actor, uitvraag, formulier.notitie(), op=request.vandaag)
        messages.success(request, f"Het antwoord bij dossier {nummer} is verstuurd.")
        return HttpResponseRedirect(_terug(request, uitvraag), status=303)

    return doorloop(request, pagina, formulier, doe)


def _terug(request: Verzoek, uitvraag: Uitvraag) -> str:
    """Who was asked goes back to their questions, who asked to the dossier."""
    if _voor_mij(request, uitvraag):
        return reverse("toegang:vragen_aan_ons")
    return reverse("toegang:dossier", args=[uitvraag.dossier.nummer])


def _voor_mij(request: Verzoek, uitvraag: Uitvraag) -> bool:
    return uitvraag.aan in {deel.college for deel in request.actor.rollen_op(request.vandaag)}


@scherm("toegang:herinneren", rollen=WERKERS)
def herinneren(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Send the question once more, by a button."""
    uitvraag = uitvraag_of_404(nummer, pk)
    if request.method == "POST":
        herinner(request.actor, uitvraag, op=request.vandaag)
        messages.success(request, "De herinnering is verstuurd.")
    return HttpResponseRedirect(reverse("toegang:dossier", args=[nummer]), status=303)


@scherm("toegang:vragen_aan_ons", rollen=WERKERS)
def vragen_aan_ons(request: Verzoek) -> HttpResponse:
    """What others ask of the colleges where somebody works."""
    return _lijst(
        request, vragen_aan(request.actor, request.vandaag), "Vragen aan ons",
        "Vragen van collega's uit de regio aan uw gemeente, de oudste boven.", "Niemand wacht op uw gemeente.",
    )  # fmt: skip


@scherm("toegang:wachten", rollen=LEZERS)
def wachten(request: Verzoek) -> HttpResponse:
    """Who waits for whom: every open question in the dossiers that one may see."""
    alle = open_vragen(request.actor)
    namen = gemeentenamen(request.actor.regio)
    paren = alle.order_by("aan").values_list("aan", "aan_soort").distinct()
    opties = [(aan, namen.get(aan, aan)) for aan, _ in paren if aan]
    gevraagd = request.GET.get("op", "")
    gekozen = gevraagd if gevraagd in dict(opties) else ""
    gevonden = alle.filter(aan=gekozen) if gekozen else alle
    return _lijst(
        request, gevonden, "Wie wacht op wie", "Alle vragen die nog open staan, de oudste boven.",
        "Alle vragen zijn beantwoord.", opties=opties, gekozen=gekozen,
    )  # fmt: skip


def _lijst(
    request: Verzoek, gevonden: QuerySet[Uitvraag], titel: str, uitleg: str, leeg: str,
    opties: Iterable[tuple[str, str]] = (), gekozen: str = "",
) -> HttpResponse:  # fmt: skip
    bladzijde = blad(request, gevonden, PER_BLAD)
    return render(request, "toegang/uitvragen_lijst.html", {
        "titel": titel,
        "uitleg": uitleg,
        "leeg": leeg,
        "blad": bladzijde,
        "regels": _regels(request, bladzijde.rijen),
        "wie_opties": list(opties),
        "gekozen": gekozen,
        "hier": request.path,
        "kruimels": (),
    })  # fmt: skip


def _regels(request: Verzoek, rijen: tuple[Uitvraag, ...]) -> list[dict[str, Any]]:
    """A row for each question; the queries are the same for one and for a hundred."""
    namen, gemeenten = namen_van([rij.dossier.inwoner for rij in rijen]), gemeentenamen(request.actor.regio)
    mag = any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag))
    return [
        {
            "vraag": rij,
            "naam": namen[rij.dossier.inwoner_id],
            "stap": rij.stap.replace("-", " "),
            "wie": naam_van_wie(rij, gemeenten),
            "chip": ouderdom((request.vandaag - rij.gevraagd_op).days),
            "adres": reverse("toegang:vraag", args=[rij.dossier.nummer, rij.pk]) if mag
            else reverse("toegang:dossier", args=[rij.dossier.nummer]),
        }
        for rij in rijen
    ]  # fmt: skip


def ouderdom(dagen: int) -> Chip:
    """How long something waits; from the day that a reminder goes it stands out."""
    tekst = "Sinds vandaag" if dagen == 0 else f"Al {dagen} {'dag' if dagen == 1 else 'dagen'}"
    return Chip("bijna" if dagen >= HERINNER_NA else "rust", tekst, "hourglass")
