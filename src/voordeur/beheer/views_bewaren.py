"""The pages of requests about own data: which wait, what is asked, the answer, and carrying it out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from voordeur.inwoner.queries import namen_van, opgeschreven
from voordeur.kern.actor import Rol
from voordeur.kern.fouten import Geweigerd
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Gegeven, Waarom, termijnchip
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.gronden import in_woorden
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import SCHERMEN, Verzoek, mag_openen, scherm
from voordeur.toegang.queries import dossier_of_404

from .actions import bewaren as acties
from .forms_bewaren import Antwoordformulier, Bevestiging, Verlenging, Verzoekformulier
from .gronden_bewaren import VELDEN, WEIGERGRONDEN
from .models.bewaren import Inwonerverzoek
from .queries.bewaren import nummers_van, open_verzoeken, verzoeken, wat_tegenhoudt

STAF = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER, Rol.FUNCTIONEEL_BEHEERDER})
# a page of the web door, that stands above this room
AFSCHRIFT = "web:afschrift"
AFSCHRIFTEN = {"pdf": "Afschrift om te lezen (PDF)", "zip": "Afschrift met alle documenten (ZIP)"}
DOOR = {"inwoner": "de inwoner", "vertegenwoordiger": "de wettelijk vertegenwoordiger"}


def vraagblad(titel: str, knop: str, uitleg: str = "", **meer: Any) -> Stap:
    """A step that leads back to the requests."""
    terug = reverse("beheer:verzoeken")
    kruimels = (Kruimel("Verzoeken over gegevens", terug),)
    return Stap(titel, knop, terug, uitleg=uitleg, controle=False, kruimels=kruimels, **meer)


def loop(
    request: Verzoek, deze: Stap, formulier: BaseForm, doe: Callable[[dict[str, Any]], str], naar: str
) -> HttpResponse:
    """The form, and what happened after it; a refusal that names a field comes back at that field."""

    def klaar(ingevuld: dict[str, Any]) -> HttpResponse:
        try:
            zin = doe(ingevuld)
        except Geweigerd as fout:
            veld = getattr(fout, "veld", "")
            if veld not in formulier.fields:
                raise
            raise ValidationError({veld: str(fout)}) from None
        messages.success(request, zin)
        return redirect(naar)

    return doorloop(request, deze, formulier, klaar)


@scherm("beheer:verzoeken", STAF)
def lijst(request: Verzoek) -> HttpResponse:
    """What residents asked about their data and still waits, the one that ends first in front."""
    bladzijde = blad(request, open_verzoeken())
    namen = namen_van([verzoek.inwoner for verzoek in bladzijde.rijen])
    nummers = nummers_van([verzoek.inwoner for verzoek in bladzijde.rijen])
    rijen = [
        {"verzoek": verzoek, "naam": namen[verzoek.inwoner_id], "nummers": nummers[verzoek.inwoner_id],
         "chip": termijnchip((verzoek.uiterlijk - request.vandaag).days)}
        for verzoek in bladzijde.rijen
    ]  # fmt: skip
    return render(request, "beheer/verzoeken.html", {
        "blad": bladzijde, "rijen": rijen, "vandaag": request.vandaag,
        "mag_bewaren": mag_openen(request.actor, "beheer:bewaren", request.vandaag),
        "mag_brieven": mag_openen(request.actor, "beheer:vastgehouden", request.vandaag),
    })  # fmt: skip


@scherm("beheer:verzoek_nieuw", STAF)
def nieuw(request: Verzoek, nummer: str) -> HttpResponse:
    """Write down a request that came on paper or at the desk."""
    dossier = dossier_of_404(nummer)
    formulier = Verzoekformulier(
        request.POST or None, initial={"ontvangen_op": request.vandaag}, vandaag=request.vandaag
    )
    deze = vraagblad(
        f"Verzoek over gegevens bij dossier {nummer}", "Leg het verzoek vast",
        "Vernietigen moet binnen drie maanden. Bekijken en verbeteren binnen een maand.",
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        gedaan = acties.ontvang_verzoek(request.actor, dossier.inwoner, acties.Vraag(**ingevuld), op=request.vandaag)
        return f"Het verzoek staat er. Antwoord uiterlijk op {schrijf_datum(gedaan.object.uiterlijk)}."

    return loop(request, deze, formulier, doe, "beheer:verzoeken")


def _open(pk: int) -> Inwonerverzoek:
    return get_object_or_404(verzoeken(), pk=pk)


def _gegevens(verzoek: Inwonerverzoek) -> tuple[Gegeven, ...]:
    if verzoek.inwoner.sleutel is None:
        return (Gegeven("Stand", "De gegevens zijn vernietigd."),)
    geschreven = opgeschreven(verzoek.inwoner, van="")
    tekst = geschreven.get(f"verzoek {verzoek.pk}", {})
    return (
        Gegeven("Wie", namen_van([verzoek.inwoner])[verzoek.inwoner_id]),
        Gegeven("Vraagt", verzoek.get_soort_display()),
        *((Gegeven("Waarover", VELDEN[verzoek.veld]),) if verzoek.veld else ()),
        Gegeven("Gevraagd door", DOOR.get(tekst.get("door", ""), "de inwoner")),
        Gegeven("Ontvangen op", schrijf_datum(verzoek.ontvangen_op)),
        Gegeven("Antwoord uiterlijk op", schrijf_datum(verzoek.uiterlijk)),
        *_verlengd(verzoek, geschreven),
        Gegeven("De inwoner schrijft", tekst.get("tekst") or "niets"),
    )


def _verlengd(verzoek: Inwonerverzoek, geschreven: dict[str, Any]) -> tuple[Gegeven, ...]:
    if verzoek.verlengd_op is None:
        return ()
    reden = geschreven.get(f"verlenging verzoek {verzoek.pk}", {}).get("reden", "")
    return (Gegeven("Meer tijd", f"De inwoner hoorde dit op {schrijf_datum(verzoek.verlengd_op)}. {reden}"),)


def _afschriften(request: Verzoek, verzoek: Inwonerverzoek) -> list[tuple[str, str]]:
    """The copy to hand over, for who answers a request to see what is kept."""
    mag = AFSCHRIFT in SCHERMEN and mag_openen(request.actor, AFSCHRIFT, request.vandaag)
    if verzoek.soort != Inwonerverzoek.Soort.INZAGE or verzoek.beslist_op is not None or not mag:
        return []
    return [(naam, reverse(AFSCHRIFT, args=[verzoek.pk, vorm])) for vorm, naam in AFSCHRIFTEN.items()]


@scherm("beheer:verzoek", STAF)
def een(request: Verzoek, pk: int) -> HttpResponse:
    """One request: what is asked, why, until when, and what stands in the way."""
    verzoek = _open(pk)
    tegen = wat_tegenhoudt(verzoek.inwoner, request.vandaag) if verzoek.soort == acties.VERNIETIGING else ()
    return render(request, "beheer/verzoek.html", {
        "verzoek": verzoek, "gegevens": _gegevens(verzoek), "tegen": [WEIGERGRONDEN[grond].naam for grond in tegen],
        "waarom": Waarom("Waarom deze dag?", in_woorden(acties.termijn_van(
            acties.VERLENGD if verzoek.verlengd_op else verzoek.soort, verzoek.ontvangen_op
        ))),
        "chip": termijnchip((verzoek.uiterlijk - request.vandaag).days),
        "nummers": nummers_van([verzoek.inwoner])[verzoek.inwoner_id], "afschriften": _afschriften(request, verzoek),
        "mag_beslissen": verzoek.beslist_op is None and mag_openen(
            request.actor, "beheer:verzoek_beslissen", request.vandaag
        ),
        "mag_verlengen": verzoek.beslist_op is None and verzoek.verlengd_op is None
        and verzoek.soort != acties.VERNIETIGING and request.vandaag <= verzoek.uiterlijk
        and mag_openen(request.actor, "beheer:verzoek_verlengen", request.vandaag),
        "mag_uitvoeren": verzoek.toegestaan is True and verzoek.uitgevoerd_op is None
        and verzoek.soort == acties.VERNIETIGING
        and mag_openen(request.actor, "beheer:verzoek_uitvoeren", request.vandaag),
    })  # fmt: skip


@scherm("beheer:verzoek_verlengen", acties.BEHANDELAARS)
def verlengen(request: Verzoek, pk: int) -> HttpResponse:
    """Take two further months, with a letter that says why."""
    verzoek = _open(pk)
    nieuw = acties.termijn_van(acties.VERLENGD, verzoek.ontvangen_op).waarde.uiterlijk
    deze = vraagblad(
        "Vraag meer tijd voor het verzoek", "Verleng en stuur de brief",
        f"Het antwoord komt dan uiterlijk op {schrijf_datum(nieuw)}. Dit kan één keer.",
        sjabloon="beheer/verzoek_beslissen.html", extra={"gegevens": _gegevens(verzoek)},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        acties.verleng(request.actor, verzoek, ingevuld["reden"], op=request.vandaag)
        return "U hebt meer tijd. De inwoner krijgt een brief met de reden."

    return loop(request, deze, Verlenging(request.POST or None), doe, "beheer:verzoeken")


@scherm("beheer:verzoek_beslissen", acties.BESLISSERS)
def beslissen(request: Verzoek, pk: int) -> HttpResponse:
    """Say yes, or no with a ground of the law and a letter."""
    verzoek = _open(pk)
    formulier = Antwoordformulier(request.POST or None, soort=verzoek.soort)
    uitleg = "Een ander voert de vernietiging daarna uit." if verzoek.soort == acties.VERNIETIGING else ""
    deze = vraagblad(
        "Beslis over het verzoek", "Leg de beslissing vast", uitleg, sjabloon="beheer/verzoek_beslissen.html",
        extra={"gegevens": _gegevens(verzoek)},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        toelichting = ingevuld["toelichting"]
        if ingevuld["toestaan"] == "ja":
            acties.sta_toe(request.actor, verzoek, toelichting, op=request.vandaag)
            return "U staat het verzoek toe."
        acties.weiger(request.actor, verzoek, ingevuld["grond"], toelichting, op=request.vandaag)
        return "U wijst het verzoek af. De inwoner krijgt een brief."

    return loop(request, deze, formulier, doe, "beheer:verzoeken")


@scherm("beheer:verzoek_uitvoeren", acties.UITVOERDERS)
def uitvoeren(request: Verzoek, pk: int) -> HttpResponse:
    """Destroy, as the second person."""
    verzoek = _open(pk)
    deze = vraagblad(
        "Vernietig de gegevens", "Vernietig nu", "Dit is niet terug te draaien. Het logboek blijft bestaan.",
        sjabloon="beheer/verzoek_beslissen.html", extra={"gegevens": _gegevens(verzoek)},
    )  # fmt: skip

    def doe(_ingevuld: dict[str, Any]) -> str:
        acties.voer_vernietiging_uit(request.actor, verzoek, op=request.vandaag)
        return "De gegevens zijn vernietigd. Niemand kan ze nog lezen."

    return loop(request, deze, Bevestiging(request.POST or None), doe, "beheer:verzoeken")
