"""The pages of local policy: what is open and what it is now, a value for it, and the text of the agreement."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from voordeur.kern.fouten import Geweigerd
from voordeur.kern.queries import centrum
from voordeur.regelingen.lokaal import VERLENGING
from voordeur.regelingen.waardewoorden import woorden_van
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.parameters import OpenParameter
from voordeur.regels.uitkomst import Gronden
from voordeur.schermen.bouwstenen import Chip, Grond
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.gronden import gronden_van, voluit
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from . import fouten_beleid as fout
from .actions import beleid as doe
from .actions.beleid import VASTSTELLERS, VOORBEREIDERS, BijBeleid
from .forms_beleid import Verlenging, Waarde, eerste_dag
from .queries import beleid as vraag
from .queries import beleid_open as gaten

KIJKERS = VOORBEREIDERS | VASTSTELLERS
BIJ_WAARDE: dict[type[Geweigerd], str] = {
    fout.WaardeKloptNiet: "waarde", fout.NietOpen: "van", fout.PeriodeOmgekeerd: "tot",
    fout.BesluitInDeToekomst: "besluit_op",
}  # fmt: skip


INGEVULD, OPEN = Chip("goed", "Ingevuld", "check"), Chip("bijna", "Open", "help-circle")
NU = Chip("info", "Geldt nu", "check")


def kruimels() -> tuple[Kruimel, ...]:
    """The way to a page of local policy."""
    return (Kruimel("Beleid", reverse("beheer:beleid")),)


def bij(request: Verzoek, naam: str = "", pk: int | str = "") -> BijBeleid:
    """What an action is about: a parameter, for the college of the centre."""
    return BijBeleid(centrum(request.actor.regio).code, naam, pk)


def met_tekst(gronden: Gronden) -> tuple[Grond, ...]:
    """Grounds as people read them; those of the agreement lead to its text in this room."""
    tekst = reverse("beheer:beleid_tekst")
    return tuple(
        deel if deel.adres or not deel.kern else replace(deel, adres=f"{tekst}#{grond.partition('/')[2]}")
        for grond, deel in zip(gronden, gronden_van(gronden), strict=True)
    )


def klaar(request: Verzoek, zin: str) -> HttpResponse:
    """Back to the overview, with what was done."""
    messages.success(request, zin)
    return redirect("beheer:beleid")


@scherm("beheer:beleid", KIJKERS)
def overzicht(request: Verzoek) -> HttpResponse:
    """Everything that the region decides about its agreement itself, on one page."""
    regio, op = request.actor.regio, request.vandaag
    try:
        regels, reden = gaten.open_parameters(regio, op), ""
    except Onberekenbaar as onberekenbaar:
        regels, reden = [], str(onberekenbaar)
    open_ = sum(regel.nu is None for regel in regels)
    inhoud = {
        "regels": [(regel, met_tekst(regel.gronden), INGEVULD if regel.nu else OPEN) for regel in regels],
        "nu": NU,
        "open": open_,
        "reden": reden,
        "voorstellen": gaten.wacht(regio),
        "afgewezen": gaten.afgewezen(regio),
        "versievoorstellen": vraag.versievoorstellen(regio),
        "versies": vraag.versies(regio, op),
        "vertrekkers": vraag.vertrekkers(regio),
        "looptijd": vraag.looptijd(regio, op),
        "bereidt_voor": mag_openen(request.actor, "beheer:versie_nieuw", op),
        "stelt_vast": mag_openen(request.actor, "beheer:voorstel_afwijzen", op),
    }
    return render(request, "beheer/beleid.html", inhoud)


@scherm("beheer:beleid_invullen", VOORBEREIDERS)
def invullen(request: Verzoek, naam: str) -> HttpResponse:
    """Prepare a value for an open parameter."""
    gat = _gat_of_404(request, naam)
    formulier = Waarde(request.POST or None, gat=gat, initial=eerste_dag(request.vandaag))
    stap = Stap(
        f"Vul in: {woorden_van(gat.naam, gat).titel}", "Leg dit klaar", reverse("beheer:beleid"),
        uitleg=f"De regeling laat dit open: {gat.reden}.", kruimels=kruimels(),
    )  # fmt: skip

    def bewaar(schoon: dict[str, Any]) -> HttpResponse:
        gemaakt = doe.bereid_waarde_voor(
            request.actor, bij(request, naam), schoon["waarde"], formulier.besluit(), van=schoon["van"],
            tot=schoon["tot"], op=request.vandaag,
        ).object  # fmt: skip
        messages.success(request, "Het voorstel ligt klaar. Een ander stelt het vast.")
        return redirect("beheer:beleid_waarde", gemaakt.pk)

    return doorloop(request, stap, formulier, bewaar, bij_veld=BIJ_WAARDE)


def _gat_of_404(request: Verzoek, naam: str) -> OpenParameter:
    try:
        gevonden = gaten.gat_van(request.actor.regio, naam, request.vandaag)
    except Onberekenbaar:
        gevonden = None
    if gevonden is None:
        raise Http404
    return gevonden


@scherm("beheer:beleid_verlengen", VOORBEREIDERS)
def verlengen(request: Verzoek) -> HttpResponse:
    """Prepare the decision that prolongs the agreement."""
    formulier = Verlenging(request.POST or None, initial={"besluit_op": request.vandaag})
    stap = Stap(
        "Leg een verlenging vast", "Leg dit klaar", reverse("beheer:beleid"),
        uitleg="Voordeur zegt dan welk besluit de regeling verlengt.", kruimels=kruimels(),
    )  # fmt: skip

    def bewaar(schoon: dict[str, Any]) -> HttpResponse:
        gemaakt = doe.bereid_verlenging_voor(
            request.actor, bij(request, VERLENGING), formulier.besluit(), tot=schoon["tot"], op=request.vandaag
        ).object
        messages.success(request, "Het voorstel ligt klaar. Een ander stelt het vast.")
        return redirect("beheer:beleid_waarde", gemaakt.pk)

    velden: dict[type[Geweigerd], str] = {
        fout.PeriodeOmgekeerd: "tot", fout.BesluitInDeToekomst: "besluit_op", fout.GeenEinde: "tot"
    }  # fmt: skip
    return doorloop(request, stap, formulier, bewaar, bij_veld=velden)


@scherm("beheer:beleid_tekst", KIJKERS)
def tekst(request: Verzoek) -> HttpResponse:
    """What the agreement says, provision by provision, in the words of its file."""
    try:
        regeling, reden = gaten.kale_regeling(request.actor.regio, request.vandaag), ""
    except Onberekenbaar as onberekenbaar:
        regeling, reden = None, str(onberekenbaar)
    bepalingen = regeling.bepalingen.items() if regeling else ()
    inhoud = {
        "regeling": regeling,
        "reden": reden,
        "bepalingen": [(naam, voluit(deel.vindplaats), deel.kern) for naam, deel in bepalingen],
        "kruimels": kruimels(),
        "kruimel_hier": "De tekst van de regeling",
    }
    return render(request, "beheer/beleid_tekst.html", inhoud)
