"""Complaints: the list, one complaint with what can be done, and each of those steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm, Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from voordeur.inwoner.queries import namen_van
from voordeur.kern.fouten import StapNietAanDeBeurt
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Gegeven, Waarom, termijnchip
from voordeur.schermen.gronden import gronden_van, in_woorden
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions.klachten import (
    Oordeel,
    OpgenomenKlacht,
    handel_klacht_af,
    neem_klacht_op,
    schakel_klachtenpersoon_in,
    soort_klacht,
    stuur_klacht_door,
    verdaag_klacht,
)
from .forms_inwoner import Afhandelen, Doorsturen, KlachtOpnemen, Verdagen
from .fouten import BriefKanNietWeg
from .fouten_inwoner import OnvolledigVanInwoner
from .klachttermijn import klacht_uiterlijk
from .models import Dossier, Klacht
from .queries import Dossierbeeld
from .queries_inwoner import open_klachten
from .queries_toewijzen import behandelaars
from .views import WERKERS, kruimels
from .views_stappen import loop, open_beeld, stap_van

ALLE_STAPPEN = frozenset(Dossier.Stap.values)
KOPPEN = ("Inwoner", "Dossier", "Antwoord uiterlijk", "Termijn")


@contextmanager
def bij_het_veld() -> Iterator[None]:
    """A refusal that is about one answer stands at its field; a letter that cannot be made loses nothing typed."""
    try:
        yield
    except OnvolledigVanInwoner as fout:
        raise ValidationError({fout.veld: str(fout)}) from None
    except BriefKanNietWeg as fout:
        raise ValidationError(str(fout)) from None


@scherm("toegang:klachten", rollen=WERKERS)
def lijst(request: Verzoek) -> HttpResponse:
    """Every complaint that is open, the first end in front."""
    bladzijde = blad(request, open_klachten(request.actor))
    namen = namen_van([klacht.dossier.inwoner for klacht in bladzijde.rijen])
    regels = [
        {
            "naam": namen[deze.dossier.inwoner_id],
            "nummer": deze.dossier.nummer,
            "adres": reverse("toegang:klacht", args=[deze.dossier.nummer, deze.pk]),
            "dag": deze.uiterlijk,
            "chip": termijnchip((deze.uiterlijk - request.vandaag).days),
        }
        for deze in bladzijde.rijen
    ]
    return render(request, "toegang/inwoner_lijst.html", {
        "blad": bladzijde, "regels": regels, "titel": "Klachten", "koppen": KOPPEN, "kruimels": (),
        "uitleg": "Iemand die er niet bij betrokken was, behandelt de klacht.", "wat": "klachten",
    })  # fmt: skip


def _open(request: Verzoek, nummer: str, pk: int) -> tuple[Dossierbeeld, Klacht, dict[str, Any]]:
    """A complaint with its dossier and what was said. Raises Http404."""
    gevonden = get_object_or_404(Klacht.objects.select_related("dossier"), pk=pk, dossier__nummer=nummer)
    gelezen = open_beeld(request, nummer, ALLE_STAPPEN)
    gevonden.dossier = gelezen.dossier
    return gelezen, gevonden, gelezen.geschreven.get(soort_klacht(gevonden), {})


@scherm("toegang:klacht_nieuw", rollen=WERKERS)
def nieuw(request: Verzoek, nummer: str) -> HttpResponse:
    """Write down a complaint that was told."""
    gelezen = open_beeld(request, nummer, ALLE_STAPPEN)
    collegas = behandelaars(gelezen.dossier, request.vandaag)
    formulier = KlachtOpnemen(request.POST or None, collegas=collegas, initial={"ontvangen_op": request.vandaag})
    stap = stap_van(
        gelezen, "Schrijf een klacht op", "Bewaar de klacht", "De inwoner krijgt een brief dat de klacht er is.",
        sjabloon="toegang/besluit_stap.html", extra={"gronden": gronden_van(("awb/9:6", "awb/9:11")), "regels": ()},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            gemaakt: Klacht = neem_klacht_op(
                request.actor, gelezen.dossier, OpgenomenKlacht(**ingevuld), op=request.vandaag
            ).object
        return f"De klacht is bewaard. Geef antwoord op {schrijf_datum(gemaakt.uiterlijk)}, of eerder."

    return loop(request, gelezen, stap, formulier, doe)


@scherm("toegang:klacht", rollen=WERKERS)
def klacht(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """What the resident says, until when, and what can be done with it."""
    gelezen, deze, zegt = _open(request, nummer, pk)
    uitkomst = klacht_uiterlijk(deze.ontvangen_op, met_persoon=deze.met_persoon, verdaagd_op=deze.verdaagd_op)
    return render(request, "toegang/klacht.html", {
        "deze": deze, "gegevens": tuple(_gegevens(deze, zegt)), "nummer": nummer,
        "chip": termijnchip((deze.uiterlijk - request.vandaag).days),
        "betrokken": request.actor.staat_voor(deze.betrokken, request.vandaag),
        "opgenomen": request.actor.staat_voor(deze.opgenomen_door, request.vandaag),
        "waarom": Waarom("Waarom deze dag?", in_woorden(uitkomst), waarover="klacht"),
        "kruimels": kruimels(dossier=gelezen.dossier), "kruimel_hier": "Klacht",
    })  # fmt: skip


def _gegevens(deze: Klacht, zegt: dict[str, Any]) -> Iterator[Gegeven]:
    paren = (
        ("De klacht", zegt.get("tekst", "")),
        ("Gaat over", deze.get_over_display()),
        ("Namelijk", zegt.get("wie", "")),
        ("Binnen op", schrijf_datum(deze.ontvangen_op)),
        ("Hoe", deze.get_langs_display()),
        ("Antwoord uiterlijk", schrijf_datum(deze.uiterlijk)),
        ("Klachtenpersoon", "Kijkt mee" if deze.met_persoon else ""),
        ("Uitgesteld op", schrijf_datum(deze.verdaagd_op) if deze.verdaagd_op else ""),
        ("Omdat", zegt.get("reden_uitstel", "")),
        ("Doorgestuurd naar", deze.doorgestuurd_aan),
        ("Uitkomst", str(deze.get_uitkomst_display()).capitalize()),
        ("Klaar op", schrijf_datum(deze.klaar_op) if deze.klaar_op else ""),
        ("Uitleg", zegt.get("motivering", "")),
    )
    return (Gegeven(naam, str(waarde)) for naam, waarde in paren if waarde)


def _stap(
    request: Verzoek, nummer: str, pk: int, formulier: BaseForm, tekst: tuple[str, str, str],
    gronden: tuple[str, ...], doe: Callable[[Klacht, dict[str, Any]], str],
) -> HttpResponse:  # fmt: skip
    gelezen, deze, zegt = _open(request, nummer, pk)
    if deze.klaar_op is not None:
        raise StapNietAanDeBeurt("Deze klacht is al klaar.")
    titel, knop, uitleg = tekst
    stap = stap_van(
        gelezen, titel, knop, uitleg, sjabloon="toegang/besluit_stap.html",
        extra={"gronden": gronden_van(gronden), "kop": "De inwoner zegt", "regels": (zegt.get("tekst", ""),)},
    )  # fmt: skip

    def doe_bij_het_veld(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            return doe(deze, ingevuld)

    return loop(request, gelezen, stap, formulier, doe_bij_het_veld)


@scherm("toegang:klacht_doorsturen", rollen=WERKERS)
def doorsturen(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Pass a complaint on."""
    tekst = ("Stuur de klacht door", "Stuur de klacht door", "De inwoner krijgt een brief: aan wie en wanneer.")

    def doe(deze: Klacht, ingevuld: dict[str, Any]) -> str:
        stuur_klacht_door(request.actor, deze, ingevuld["aan"], ingevuld["toelichting"], op=request.vandaag)
        return "De klacht is doorgestuurd. De inwoner krijgt een brief."

    return _stap(request, nummer, pk, Doorsturen(request.POST or None), tekst, ("awb/2:3",), doe)


@scherm("toegang:klacht_persoon", rollen=WERKERS)
def persoon(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Let the complaints person advise."""
    tekst = ("Vraag de klachtenpersoon", "Vraag de klachtenpersoon", "Dan is er tien weken tijd in plaats van zes.")

    def doe(deze: Klacht, _ingevuld: dict[str, Any]) -> str:
        schakel_klachtenpersoon_in(request.actor, deze, op=request.vandaag)
        return "De klachtenpersoon kijkt mee. De inwoner krijgt een brief."

    return _stap(request, nummer, pk, Form(request.POST or None), tekst, ("awb/9:11",), doe)


@scherm("toegang:klacht_verdagen", rollen=WERKERS)
def verdagen(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Put the end off once."""
    tekst = ("Neem vier weken meer tijd", "Neem meer tijd", "Dat kan een keer. De inwoner krijgt een brief.")

    def doe(deze: Klacht, ingevuld: dict[str, Any]) -> str:
        verdaag_klacht(request.actor, deze, ingevuld["reden"], op=request.vandaag)
        return "Er is vier weken meer tijd. De inwoner krijgt een brief."

    return _stap(request, nummer, pk, Verdagen(request.POST or None), tekst, ("awb/9:11-2",), doe)


@scherm("toegang:klacht_afhandelen", rollen=WERKERS)
def afhandelen(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Give the outcome."""
    tekst = ("Handel de klacht af", "Verstuur het oordeel", "De inwoner krijgt een brief met uw oordeel.")

    def doe(deze: Klacht, ingevuld: dict[str, Any]) -> str:
        handel_klacht_af(request.actor, deze, Oordeel(**ingevuld), op=request.vandaag)
        return "De klacht is klaar. De inwoner krijgt een brief."

    gronden = ("awb/9:7", "awb/9:10", "awb/9:12")
    return _stap(request, nummer, pk, Afhandelen(request.POST or None), tekst, gronden, doe)
