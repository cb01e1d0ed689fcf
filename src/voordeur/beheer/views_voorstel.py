"""What waits about a value: old and new, what it changes, its decision; a second person sets or refuses it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from voordeur.kern.fouten import Geweigerd
from voordeur.kern.models import Beleidswaarde
from voordeur.kern.models.beleid import Besluitvoorstel
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import centrum, namen_van_accounts
from voordeur.regelingen.lokaal import VERLENGING
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from . import fouten_beleid as fout
from .actions import beleid as doe
from .actions.beleid import VASTSTELLERS, VOORBEREIDERS
from .actions.beleid_einde import beeindig_waarde, bereid_einde_voor
from .actions.voorstellen import SOORTEN, BijVoorstel, trek_voorstel_in, wijs_voorstel_af
from .forms_beleid import Afwijzing, Bevestiging, Einde
from .models import Eindevoorstel, Versievoorstel
from .queries import beleid as vraag
from .queries import beleid_open as gaten
from .views_beleid import KIJKERS, bij, klaar, kruimels

NIETS = "niets: de regeling laat dit open"
WEG = "iemand die hier niet meer werkt"
Rij = TypeVar("Rij", Beleidswaarde, Eindevoorstel)
BLADEN = {"waarde": "beheer:beleid_waarde", "einde": "beheer:beleid_einde", "versie": "beheer:versie"}


def of_404(model: type[Rij], pk: int) -> Rij:
    """A row of the region by its number. Raises Http404."""
    gevonden = model._default_manager.filter(pk=pk).first() if pk < 2**63 else None
    if gevonden is None:
        raise Http404
    return gevonden


@scherm("beheer:beleid_waarde", KIJKERS)
def waarde(request: Verzoek, pk: int) -> HttpResponse:
    """A value with its decision; as long as it waits a second person sets it here."""
    gevonden = of_404(Beleidswaarde, pk)
    titel = "Een voorstel voor beleid" if gevonden.open else "Een waarde van uw beleid"
    extra = _waardebeeld(request, gevonden)
    stap = _stap(titel, "Stel dit vast", extra)

    def vast(_: dict[str, Any]) -> HttpResponse:
        doe.stel_waarde_vast(request.actor, bij(request, gevonden.naam, pk), op=request.vandaag)
        return klaar(request, "Dit is vastgesteld. De regels rekenen ermee vanaf de eerste dag.")

    return doorloop(request, stap, _bevestiging(request), vast)


def _stap(titel: str, knop: str, extra: dict[str, Any]) -> Stap:
    return Stap(
        titel, knop, reverse("beheer:beleid"), controle=False, sjabloon="beheer/beleid_waarde.html",
        kruimels=kruimels(), extra=extra,
    )  # fmt: skip


def _bevestiging(request: Verzoek) -> Bevestiging:
    return Bevestiging(request.POST if request.method == "POST" else None)


def _waardebeeld(request: Verzoek, gevonden: Beleidswaarde) -> dict[str, Any]:
    regio, boekje = request.actor.regio, gaten.boekje_van(request.actor.regio)
    leeg = gevonden.periode.isempty
    dagen = "nooit" if leeg else gaten.dagen_in_woorden(gesloten(gevonden.periode))
    wat = [Gegeven("Waarvoor", boekje.titel(gevonden.naam))]
    if gevonden.open:
        wat += [Gegeven("Nu", _nu(regio, gevonden, boekje)), Gegeven("Straks", boekje.waarde(gevonden))]
    else:
        wat.append(Gegeven("Waarde", boekje.waarde(gevonden)))
    wat.append(Gegeven("Geldt", dagen))
    if gevonden.open and gevonden.naam != VERLENGING:
        wat.append(Gegeven("Wat volgt", gaten.daarna_geldt(regio, gevonden, request.vandaag)))
    gevolgen = _gevolgen(request, gevonden) if gevonden.open else None
    return voorstelbeeld(request, gevonden, "waarde", wat, gevolgen)


def _nu(regio: str, gevonden: Beleidswaarde, boekje: gaten.Boekje) -> str:
    if gevonden.naam == VERLENGING:
        einde = doe.einde_van_nu(regio, gesloten(gevonden.periode).van)
        return f"tot en met {schrijf_datum(einde)}" if einde else "geen einddatum"
    nu = gaten.nu_geldt(regio, gevonden)
    return f"{boekje.waarde(nu)}, {gaten.dagen_in_woorden(gesloten(nu.periode))}" if nu else NIETS


def voorstelbeeld(
    request: Verzoek,
    voorstel: Besluitvoorstel,
    soort: str,
    wat: Iterable[Gegeven],
    gevolgen: vraag.Gevolgen | None,
) -> dict[str, Any]:
    """What every page of a proposal shows: what it is, its decision and who did what."""
    namen = namen_van_accounts([voorstel.voorbereid_door, voorstel.vastgesteld_door, voorstel.afgewezen_door])
    besluit = [
        Gegeven("Besloten door", voorstel.orgaan),
        Gegeven("Besloten op", schrijf_datum(voorstel.besluit_op)),
        Gegeven("Nummer van het besluit", voorstel.nummer or "niet ingevuld"),
        Gegeven("Waar het stuk staat", voorstel.stuk or "niet ingevuld"),
        Gegeven("Waarom", voorstel.toelichting or "niet ingevuld"),
        Gegeven("Voorbereid door", wie_en_wanneer(namen, voorstel.voorbereid_door, voorstel.voorbereid_op)),
    ]
    if voorstel.vastgesteld_op:
        besluit.append(
            Gegeven("Vastgesteld door", wie_en_wanneer(namen, voorstel.vastgesteld_door, voorstel.vastgesteld_op))
        )
    if voorstel.afgewezen_op:
        besluit += afwijzing(namen, voorstel)
    return {
        "gegevens": (*wat, *besluit),
        "gevolgen": gevolgen,
        **wie_beslist(request, voorstel, soort),
    }


def afwijzing(namen: dict[int, str], voorstel: Besluitvoorstel | Versievoorstel) -> list[Gegeven]:
    """Who refused it, when and why."""
    assert voorstel.afgewezen_op is not None
    return [
        Gegeven("Afgewezen door", wie_en_wanneer(namen, voorstel.afgewezen_door, voorstel.afgewezen_op)),
        Gegeven("Waarom afgewezen", voorstel.afgewezen_omdat),
    ]


def wie_en_wanneer(namen: dict[int, str], wie: int | None, op: Any) -> str:
    """A name with a day."""
    return f"{namen.get(wie or 0, WEG)}, {schrijf_datum(op)}"


def wie_beslist(request: Verzoek, voorstel: Besluitvoorstel | Versievoorstel, soort: str) -> dict[str, Any]:
    """Whether it waits, and what the one who looks may do with it."""
    op, door = request.vandaag, voorstel.voorbereid_door
    zelf = door is not None and request.actor.staat_voor(door, op)
    plek = {"soort": soort, "pk": voorstel.pk}
    return {
        "open": voorstel.open,
        "zelf": zelf,
        "stelt_vast": mag_openen(request.actor, "beheer:voorstel_afwijzen", op),
        "afwijzen": reverse("beheer:voorstel_afwijzen", kwargs=plek),
        "weg": reverse("beheer:voorstel_weg", kwargs=plek)
        if (zelf or door is None) and mag_openen(request.actor, "beheer:voorstel_weg", op)
        else "",
    }


def _gevolgen(request: Verzoek, gevonden: Beleidswaarde) -> vraag.Gevolgen:
    """What setting a proposal would change."""
    proef = Beleidswaarde.objects.get(pk=gevonden.pk)
    # whoever sets it is not there yet: only to see what it does
    niemand, vanaf = -1, gesloten(proef.periode).van
    return vraag.gevolgen(
        request.actor.regio, lambda: doe.geldt_voortaan(proef, niemand, request.vandaag), vanaf, request.vandaag
    )


@scherm("beheer:beleid_beeindigen", VOORBEREIDERS)
def beeindigen(request: Verzoek, pk: int) -> HttpResponse:
    """Prepare that a value holds no longer from a day on."""
    gevonden = of_404(Beleidswaarde, pk)
    if gevonden.vastgesteld_op is None or gevonden.periode.isempty:
        raise Http404
    boekje, dagen = gaten.boekje_van(request.actor.regio), gaten.dagen_in_woorden(gesloten(gevonden.periode))
    stap = Stap(
        f"Beëindig: {boekje.titel(gevonden.naam)}", "Leg dit klaar", reverse("beheer:beleid"), kruimels=kruimels(),
        uitleg=f"Nu geldt {boekje.waarde(gevonden)}, {dagen}. Een ander stelt het einde vast.",
    )  # fmt: skip
    formulier = Einde(request.POST or None, initial={"vanaf": request.vandaag, "besluit_op": request.vandaag})

    def leg_klaar(schoon: dict[str, Any]) -> HttpResponse:
        gemaakt = bereid_einde_voor(
            request.actor, bij(request, gevonden.naam, pk), formulier.besluit(), vanaf=schoon["vanaf"],
            op=request.vandaag,
        ).object  # fmt: skip
        messages.success(request, "Het voorstel ligt klaar. Een ander stelt het vast.")
        return redirect("beheer:beleid_einde", gemaakt.pk)

    velden: dict[type[Geweigerd], str] = {
        fout.AlOpBesloten: "vanaf", fout.PeriodeOmgekeerd: "vanaf", fout.EindeLigtKlaar: "vanaf",
        fout.BesluitInDeToekomst: "besluit_op",
    }  # fmt: skip
    return doorloop(request, stap, formulier, leg_klaar, bij_veld=velden)


@scherm("beheer:beleid_einde", KIJKERS)
def einde(request: Verzoek, pk: int) -> HttpResponse:
    """That a value ends, with what it changes; a second person sets it here."""
    gevonden = of_404(Eindevoorstel, pk)
    titel = "Een voorstel om te beëindigen" if gevonden.open else "Het einde van een waarde"
    stap = _stap(titel, "Beëindig de waarde", _eindebeeld(request, gevonden))

    def vast(_: dict[str, Any]) -> HttpResponse:
        beeindig_waarde(request.actor, bij(request, gevonden.waarde.naam, pk), op=request.vandaag)
        return klaar(request, f"De waarde geldt niet meer vanaf {schrijf_datum(gevonden.vanaf)}.")

    return doorloop(request, stap, _bevestiging(request), vast)


def _eindebeeld(request: Verzoek, gevonden: Eindevoorstel) -> dict[str, Any]:
    regio, op, boekje = request.actor.regio, request.vandaag, gaten.boekje_van(request.actor.regio)
    van_nu = Beleidswaarde.objects.get(pk=gevonden.waarde_id)
    dagen = "nooit" if van_nu.periode.isempty else gaten.dagen_in_woorden(gesloten(van_nu.periode))
    wat = (
        Gegeven("Waarvoor", boekje.titel(van_nu.naam)),
        Gegeven("Nu", f"{boekje.waarde(van_nu)}, {dagen}"),
        Gegeven("Straks", f"vanaf {schrijf_datum(gevonden.vanaf)} {NIETS}"),
    )
    gevolgen = (
        vraag.gevolgen(regio, lambda: doe.laat_eindigen(van_nu, gevonden.vanaf, -1, op), gevonden.vanaf, op)
        if gevonden.open
        else None
    )
    return voorstelbeeld(request, gevonden, "einde", wat, gevolgen)


def _wacht_of_404(soort: str, pk: int) -> None:
    model = SOORTEN.get(soort)
    gevonden = model._default_manager.filter(pk=pk).first() if model and pk < 2**63 else None
    if gevonden is None or not gevonden.open:
        raise Http404


@scherm("beheer:voorstel_afwijzen", VASTSTELLERS)
def afwijzen(request: Verzoek, soort: str, pk: int) -> HttpResponse:
    """Refuse what another prepared, with a reason."""
    _wacht_of_404(soort, pk)
    stap = Stap(
        "Wijs het voorstel af", "Wijs het af", reverse(BLADEN[soort], args=[pk]), controle=False,
        uitleg="Er verandert niets. Het voorstel blijft te lezen, met uw reden.", kruimels=kruimels(),
    )  # fmt: skip

    def wijs_af(schoon: dict[str, Any]) -> HttpResponse:
        wijs_voorstel_af(request.actor, _bij(request, soort, pk), schoon["reden"], op=request.vandaag)
        return klaar(request, "Het voorstel is afgewezen. Er is niets veranderd.")

    return doorloop(request, stap, Afwijzing(request.POST or None), wijs_af)


@scherm("beheer:voorstel_weg", VOORBEREIDERS)
def weg(request: Verzoek, soort: str, pk: int) -> HttpResponse:
    """Drop what one prepared oneself."""
    _wacht_of_404(soort, pk)
    stap = Stap(
        "Trek het voorstel in", "Trek het voorstel in", reverse(BLADEN[soort], args=[pk]), controle=False,
        uitleg="Het voorstel verdwijnt dan. Er verandert niets.", kruimels=kruimels(),
    )  # fmt: skip

    def trek_in(_: dict[str, Any]) -> HttpResponse:
        trek_voorstel_in(request.actor, _bij(request, soort, pk), op=request.vandaag)
        return klaar(request, "Het voorstel is ingetrokken. Er is niets veranderd.")

    return doorloop(request, stap, _bevestiging(request), trek_in)


def _bij(request: Verzoek, soort: str, pk: int) -> BijVoorstel:
    return BijVoorstel(centrum(request.actor.regio).code, soort, pk)
