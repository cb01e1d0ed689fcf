"""Questions of residents: the list of what waits, the answer, and the card on the dossier."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from voordeur.inwoner.queries import namen_van
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.queries import namen_van_accounts
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import wachtchip
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions.van_inwoner import beantwoord_inwonervraag, soort_antwoord, soort_vraag
from .forms_inwoner import Antwoord
from .fouten_inwoner import OnvolledigVanInwoner
from .models import Dossier, Inwonervraag
from .queries import Dossierbeeld
from .queries_inwoner import open_inwonervragen
from .views import WERKERS
from .views_stappen import loop, open_beeld, stap_van

ALLE_STAPPEN = frozenset(Dossier.Stap.values)
KOPPEN = ("Inwoner", "Dossier", "Gevraagd op", "Behandelaar")


@scherm("toegang:inwonervragen", rollen=WERKERS)
def lijst(request: Verzoek) -> HttpResponse:
    """Every question that waits, the oldest in front."""
    bladzijde = blad(request, open_inwonervragen(request.actor))
    namen = namen_van([vraag.dossier.inwoner for vraag in bladzijde.rijen])
    collega = namen_van_accounts([vraag.dossier.behandelaar for vraag in bladzijde.rijen])
    regels = [
        {
            "naam": namen[vraag.dossier.inwoner_id],
            "nummer": vraag.dossier.nummer,
            "adres": reverse("toegang:inwonervraag", args=[vraag.dossier.nummer, vraag.pk]),
            "dag": vraag.gesteld_op,
            "chip": wachtchip(collega.get(vraag.dossier.behandelaar or 0, "een behandelaar")),
        }
        for vraag in bladzijde.rijen
    ]
    return render(request, "toegang/inwoner_lijst.html", {
        "blad": bladzijde, "regels": regels, "titel": "Vragen van inwoners", "koppen": KOPPEN, "kruimels": (),
        "uitleg": "Deze vragen stelden inwoners op hun eigen pagina.", "wat": "vragen",
    })  # fmt: skip


def zegt(gelezen: Dossierbeeld, soort: str) -> str:
    """The words of a resident, from what was read."""
    tekst: str = gelezen.geschreven.get(soort, {}).get("tekst", "")
    return tekst


@scherm("toegang:inwonervraag", rollen=WERKERS)
def beantwoorden(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Answer a question."""
    vraag = get_object_or_404(Inwonervraag.objects.select_related("dossier"), pk=pk, dossier__nummer=nummer)
    gelezen = open_beeld(request, nummer, ALLE_STAPPEN)
    eis(vraag.beantwoord_op is None, StapNietAanDeBeurt("Deze vraag is al beantwoord."))
    stap = stap_van(
        gelezen, "Beantwoord de vraag", "Verstuur het antwoord", "De inwoner leest uw antwoord op de eigen pagina.",
        controle=False, sjabloon="toegang/besluit_stap.html",
        extra={"gronden": (), "kop": "De inwoner vraagt", "regels": (zegt(gelezen, soort_vraag(vraag)),)},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        beantwoord_inwonervraag(request.actor, vraag, ingevuld["tekst"], op=request.vandaag)
        return "Uw antwoord staat bij de inwoner."

    return loop(request, gelezen, stap, Antwoord(request.POST or None), doe, bij_veld={OnvolledigVanInwoner: "tekst"})


def vraagregels(gelezen: Dossierbeeld, vragen: list[Inwonervraag]) -> list[dict[str, Any]]:
    """Questions with their answers, for a card."""
    return [
        {
            "vraag": zegt(gelezen, soort_vraag(vraag)),
            "antwoord": zegt(gelezen, soort_antwoord(vraag)),
            "gesteld_op": vraag.gesteld_op,
            "beantwoord_op": vraag.beantwoord_op,
            "pk": vraag.pk,
        }
        for vraag in vragen
    ]
