"""The screens of the offer: who has which places, under which contract."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from voordeur.kern.actor import Rol
from voordeur.kern.models import Organisatie
from voordeur.kern.queries import centrum, gemeentenamen, regeling_van
from voordeur.regels.producten import huisvestingen
from voordeur.schermen.bladeren import blad
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from .actions import BijOrganisatie, open_locatie, open_plekken, sluit_contract, zet_adres
from .beeld import GEEN_CONTRACT, VOORBEELD, aanbiederregels, contractbeeld, locatiebeelden, samen
from .forms import Adresformulier, Contractformulier, Locatieformulier, Plekkenformulier, Zoekformulier
from .fouten import AlEenContract, NaamBestaatAl
from .models import Locatie
from .queries import aanbieders, contracten, producten, productnamen, zoek

LEZERS = frozenset(
    {
        Rol.CONTRACTBEHEERDER, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.CONTROLLER, Rol.BESTUURDER, Rol.TOEZICHTHOUDER,
    }
)  # fmt: skip
BEHEER = frozenset({Rol.CONTRACTBEHEERDER})


@scherm("aanbod:lijst", rollen=LEZERS)
def lijst(request: Verzoek) -> HttpResponse:
    """Every provider with its contract, and how many places are free today."""
    regio, dag = request.actor.regio, request.vandaag
    soorten = {product.id: product.naam for product in producten(regio, dag)}
    formulier = Zoekformulier(request.GET, soorten, gemeentenamen(regio))
    gekozen = formulier.gekozen()
    pagina = blad(request, zoek(request.actor, dag, **gekozen))
    regels = aanbiederregels(pagina.rijen, dag)
    return render(request, "aanbod/lijst.html", {
        "formulier": formulier, "gefilterd": bool(gekozen), "blad": pagina, "regels": regels, "hier": request.path,
        "geen_contract": GEEN_CONTRACT,
        "totaal": samen(regel.stand for regel in regels),
    })  # fmt: skip


@scherm("aanbod:aanbieder", rollen=LEZERS)
def aanbieder(request: Verzoek, pk: int) -> HttpResponse:
    """One provider: how it is paid, and its houses with their places."""
    organisatie = _aanbieder(request, pk)
    regio, dag = request.actor.regio, request.vandaag
    locaties = locatiebeelden(organisatie, productnamen(regio, dag), gemeentenamen(regio), dag)
    return render(request, "aanbod/aanbieder.html", {
        "organisatie": organisatie,
        "locaties": locaties,
        "stand": samen(locatie.stand for locatie in locaties),
        "contracten": [contractbeeld(contract, dag) for contract in contracten([pk])[pk]],
        "voorbeeldchip": VOORBEELD,
        "beheer": mag_openen(request.actor, "aanbod:contract", dag),
        "kruimels": (_naar_lijst(),),
        "kruimel_hier": organisatie.naam,
    })  # fmt: skip


@scherm("aanbod:contract", rollen=BEHEER)
def contract(request: Verzoek, pk: int) -> HttpResponse:
    """Make a contract with a provider."""
    organisatie = _aanbieder(request, pk)
    regeling, _ = regeling_van(request.actor.regio, request.vandaag)
    formulier = Contractformulier(request.POST or None, met_prijzen=regeling.tarieven is not None)
    stap = _stap(organisatie, f"Nieuw contract met {organisatie.naam}", "Sluit het contract")

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        gemaakt = sluit_contract(request.actor, _bij(request, organisatie), **schoon, op=request.vandaag).object
        return _klaar(request, organisatie, f"Contract {gemaakt.nummer} met {organisatie.naam} is gesloten.")

    return doorloop(request, stap, formulier, doe, bij_veld={AlEenContract: "van"})


@scherm("aanbod:locatie", rollen=BEHEER)
def locatie(request: Verzoek, pk: int) -> HttpResponse:
    """Add a house of a provider."""
    organisatie = _aanbieder(request, pk)
    formulier = Locatieformulier(request.POST or None, gemeentenamen(request.actor.regio))
    stap = _stap(organisatie, f"Nieuwe locatie van {organisatie.naam}", "Voeg de locatie toe")

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        open_locatie(request.actor, _bij(request, organisatie), **schoon, op=request.vandaag)
        return _klaar(request, organisatie, f"Locatie {schoon['naam']} is toegevoegd. Voeg nu de plekken toe.")

    return doorloop(request, stap, formulier, doe, bij_veld={NaamBestaatAl: "naam"})


@scherm("aanbod:adres", rollen=BEHEER)
def adres(request: Verzoek, pk: int) -> HttpResponse:
    """Say where a house stands."""
    huis = get_object_or_404(Locatie.objects.select_related("organisatie"), pk=pk)
    formulier = Adresformulier(request.POST if request.method == "POST" else None, initial={"adres": huis.adres})
    stap = _stap(huis.organisatie, f"Het adres van {huis.naam}", "Bewaar het adres")

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        zet_adres(request.actor, huis, schoon["adres"], op=request.vandaag)
        return _klaar(request, huis.organisatie, f"Het adres van {huis.naam} is bewaard.")

    return doorloop(request, stap, formulier, doe)


@scherm("aanbod:plekken", rollen=BEHEER)
def plekken(request: Verzoek, pk: int) -> HttpResponse:
    """Add places to a house."""
    huis = get_object_or_404(Locatie.objects.select_related("organisatie"), pk=pk)
    regeling, _ = regeling_van(request.actor.regio, request.vandaag)
    soorten = {product.id: product.naam for product in producten(request.actor.regio, request.vandaag)}
    keuzes = {product: huisvestingen(regeling.tarieven, product) for product in soorten}
    formulier = Plekkenformulier(request.POST or None, soorten, keuzes, van=request.vandaag)
    stap = _stap(huis.organisatie, f"Plekken toevoegen aan {huis.naam}", "Voeg de plekken toe")

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        nieuw = open_plekken(request.actor, huis, **schoon, op=request.vandaag).object
        erbij = "1 plek is" if len(nieuw) == 1 else f"{len(nieuw)} plekken zijn"
        return _klaar(request, huis.organisatie, f"{erbij} toegevoegd aan {huis.naam}.")

    return doorloop(request, stap, formulier, doe)


def _aanbieder(request: Verzoek, pk: int) -> Organisatie:
    return get_object_or_404(aanbieders(request.actor), pk=pk)


def _bij(request: Verzoek, organisatie: Organisatie) -> BijOrganisatie:
    return BijOrganisatie(centrum(request.actor.regio).code, organisatie.pk)


def _naar_lijst() -> Kruimel:
    return Kruimel("Aanbieders", reverse("aanbod:lijst"))


def _stap(organisatie: Organisatie, titel: str, knop: str) -> Stap:
    adres = reverse("aanbod:aanbieder", args=[organisatie.pk])
    return Stap(titel, knop, adres, kruimels=(_naar_lijst(), Kruimel(organisatie.naam, adres)))


def _klaar(request: Verzoek, organisatie: Organisatie, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect("aanbod:aanbieder", organisatie.pk)
