"""The pages of local policy: what is open, a value for it, who sets it and what that changes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from voordeur.kern.fouten import Geweigerd
from voordeur.kern.models import Beleidswaarde
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import centrum, namen_van_accounts
from voordeur.regelingen.lokaal import VERLENGING, Klasse
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.parameters import OpenParameter
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Chip, Gegeven
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.gronden import gronden_van
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from . import fouten_beleid as fout
from .actions import beleid as doe
from .actions.beleid import VASTSTELLERS, VOORBEREIDERS, BijBeleid
from .forms_beleid import Bevestiging, Einde, Verlenging, Waarde, eerste_dag
from .queries import beleid as vraag

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


def klaar(request: Verzoek, zin: str) -> HttpResponse:
    """Back to the overview, with what was done."""
    messages.success(request, zin)
    return redirect("beheer:beleid")


@scherm("beheer:beleid", KIJKERS)
def overzicht(request: Verzoek) -> HttpResponse:
    """Everything that the region decides about its agreement itself, on one page."""
    regio, op = request.actor.regio, request.vandaag
    try:
        regels, reden = vraag.open_parameters(regio, op), ""
    except Onberekenbaar as onberekenbaar:
        regels, reden = [], str(onberekenbaar)
    open_ = sum(not regel.ingevuld for regel in regels)
    inhoud = {
        "regels": [(regel, gronden_van(regel.gronden), INGEVULD if regel.ingevuld else OPEN) for regel in regels],
        "nu": NU,
        "open": open_,
        "reden": reden,
        "voorstellen": vraag.waardevoorstellen(regio),
        "versievoorstellen": vraag.versievoorstellen(regio),
        "versies": vraag.versies(regio, op),
        "looptijd": vraag.looptijd(regio, op),
        "bereidt_voor": mag_openen(request.actor, "beheer:versie_nieuw", op),
        "stelt_vast": mag_openen(request.actor, "beheer:beleid_beeindigen", op),
    }
    return render(request, "beheer/beleid.html", inhoud)


@scherm("beheer:beleid_invullen", VOORBEREIDERS)
def invullen(request: Verzoek, naam: str) -> HttpResponse:
    """Prepare a value for an open parameter."""
    gat, klasse = _gat_of_404(request, naam)
    formulier = Waarde(request.POST or None, naam=gat.naam, klasse=klasse, initial=eerste_dag(request.vandaag))
    stap = Stap(
        "Vul een waarde in", "Leg dit klaar", reverse("beheer:beleid"),
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


def _gat_of_404(request: Verzoek, naam: str) -> tuple[OpenParameter, Klasse]:
    try:
        gevonden = vraag.gat_van(request.actor.regio, naam, request.vandaag)
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


def waarde_of_404(pk: int) -> Beleidswaarde:
    """A value of the region by its number. Raises Http404."""
    gevonden = Beleidswaarde.objects.filter(pk=pk).first() if pk < 2**63 else None
    if gevonden is None:
        raise Http404
    return gevonden


@scherm("beheer:beleid_waarde", KIJKERS)
def waarde(request: Verzoek, pk: int) -> HttpResponse:
    """A proposal with what it changes for running cases; a second person sets it here."""
    gevonden = waarde_of_404(pk)
    open_ = gevonden.vastgesteld_op is None
    stap = Stap(
        "Een voorstel voor beleid" if open_ else "Beleid dat is vastgesteld", "Stel dit vast", reverse("beheer:beleid"),
        controle=False, sjabloon="beheer/beleid_waarde.html", kruimels=kruimels(),
        extra=_beeld(request, gevonden, open_),
    )  # fmt: skip

    def vast(_: dict[str, Any]) -> HttpResponse:
        doe.stel_waarde_vast(request.actor, bij(request, gevonden.naam, pk), op=request.vandaag)
        return klaar(request, "Dit is vastgesteld. De regels rekenen ermee vanaf de eerste dag.")

    return doorloop(request, stap, Bevestiging(request.POST if request.method == "POST" else None), vast)


def _beeld(request: Verzoek, gevonden: Beleidswaarde, open_: bool) -> dict[str, Any]:
    namen = namen_van_accounts([gevonden.voorbereid_door, gevonden.vastgesteld_door])
    leeg = gevonden.periode.isempty
    dagen = "nooit" if leeg else vraag.dagen_in_woorden(gesloten(gevonden.periode))
    onbekend = "iemand die hier niet meer werkt"
    gegevens = [
        Gegeven("Waarvoor", "de looptijd van de regeling" if gevonden.naam == VERLENGING else gevonden.naam),
        Gegeven("Waarde", gevonden.waarde),
        Gegeven("Geldt", dagen),
        Gegeven("Besluit", gevonden.besluit),
        Gegeven("Waar het stuk staat", gevonden.stuk or "niet ingevuld"),
        Gegeven("Waarom", gevonden.toelichting or "niet ingevuld"),
        Gegeven("Voorbereid door", namen.get(gevonden.voorbereid_door, onbekend)),
    ]
    if not open_:
        gegevens.append(Gegeven("Vastgesteld door", namen.get(gevonden.vastgesteld_door or 0, onbekend)))
    return {
        "gegevens": tuple(gegevens),
        "open": open_,
        "gevolgen": gevolgen_van(request, gevonden) if open_ else None,
        "zelf": request.actor.staat_voor(gevonden.voorbereid_door, request.vandaag),
        "stelt_vast": mag_openen(request.actor, "beheer:beleid_beeindigen", request.vandaag),
        "weg": reverse("beheer:beleid_waarde_weg", args=[gevonden.pk]),
    }


def gevolgen_van(request: Verzoek, gevonden: Beleidswaarde) -> vraag.Gevolgen:
    """What setting a proposal would change."""
    proef = Beleidswaarde.objects.get(pk=gevonden.pk)
    # whoever sets it is not there yet: only to see what it does
    niemand, vanaf = -1, gesloten(proef.periode).van
    return vraag.gevolgen(
        request.actor.regio, lambda: doe.geldt_voortaan(proef, niemand, request.vandaag), vanaf, request.vandaag
    )


@scherm("beheer:beleid_waarde_weg", KIJKERS)
def waarde_weg(request: Verzoek, pk: int) -> HttpResponse:
    """Drop a proposal."""
    gevonden = waarde_of_404(pk)
    if gevonden.vastgesteld_op is not None:
        raise Http404
    stap = Stap(
        "Trek het voorstel in", "Trek het voorstel in", reverse("beheer:beleid_waarde", args=[pk]), controle=False,
        uitleg=f"Het voorstel voor {gevonden.naam} verdwijnt dan.", kruimels=kruimels(),
    )  # fmt: skip

    def weg(_: dict[str, Any]) -> HttpResponse:
        doe.trek_voorstel_in(request.actor, bij(request, gevonden.naam, pk), op=request.vandaag)
        return klaar(request, "Het voorstel is ingetrokken. Er is niets veranderd.")

    return doorloop(request, stap, Bevestiging(request.POST if request.method == "POST" else None), weg)


@scherm("beheer:beleid_beeindigen", VASTSTELLERS)
def beeindigen(request: Verzoek, pk: int) -> HttpResponse:
    """Let a value hold no longer from a day on."""
    gevonden = waarde_of_404(pk)
    if gevonden.vastgesteld_op is None or gevonden.periode.isempty:
        raise Http404
    stap = Stap(
        "Beëindig deze waarde", "Beëindig de waarde", reverse("beheer:beleid"), kruimels=kruimels(),
        uitleg=f"{gevonden.naam} is nu {gevonden.waarde}, {vraag.dagen_in_woorden(gesloten(gevonden.periode))}.",
    )  # fmt: skip

    def einde(schoon: dict[str, Any]) -> HttpResponse:
        vanaf: date = schoon["vanaf"]
        doe.beeindig_waarde(request.actor, bij(request, gevonden.naam, pk), vanaf=vanaf, op=request.vandaag)
        return klaar(request, f"De waarde geldt niet meer vanaf {schrijf_datum(vanaf)}.")

    formulier = Einde(request.POST or None, initial={"vanaf": request.vandaag})
    velden: dict[type[Geweigerd], str] = {fout.AlOpBesloten: "vanaf", fout.PeriodeOmgekeerd: "vanaf"}
    return doorloop(request, stap, formulier, einde, bij_veld=velden)
