"""Drafts on the page of a step: kept every few seconds or by a button, offered again, gone when handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.forms import BaseForm, MultipleChoiceField
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone

from voordeur.schermen.doorloop import Stap
from voordeur.schermen.verzoek import Verzoek

from .actions.concepten import bewaar_concept, gooi_concept_weg
from .models import Dossier
from .queries import Dossierbeeld
from .queries_concepten import Conceptbeeld, concept_van
from .views import naar_dossier
from .views_stappen import loop

KEUZE = "_concept"
BEWAAR, LATER, WEG = "bewaar", "later", "weg"


def loop_met_concept(
    request: Verzoek,
    gelezen: Dossierbeeld,
    naam: str,
    stap: Stap,
    formulier: BaseForm,
    doe: Callable[[dict[str, Any]], str],
) -> HttpResponse:
    """The step by its form, with a draft of this name: offered when the page opens, gone once it was handed in."""
    dossier = gelezen.dossier
    if KEUZE in request.POST:
        return _met_keuze(request, dossier, naam, formulier)
    concept = concept_van(request.actor, dossier, naam)
    if concept is not None and not formulier.is_bound:
        vul_met(formulier, concept)
    stap = replace(stap, extra={**stap.extra, "concept_van": concept.om if concept else None})

    def doe_en_ruim_op(ingevuld: dict[str, Any]) -> str:
        gedaan = doe(ingevuld)
        gooi_concept_weg(request.actor, dossier, naam)
        return gedaan

    return loop(request, gelezen, stap, formulier, doe_en_ruim_op)


def vul_met(formulier: BaseForm, concept: Conceptbeeld) -> None:
    """Let a form start with a draft, the version of the dossier that was seen with it included."""
    for naam, veld in formulier.fields.items():
        waarden = concept.velden.get(naam, [])
        meer = isinstance(veld, MultipleChoiceField)
        formulier.initial[naam] = waarden if meer else (waarden[-1] if waarden else "")


def _met_keuze(request: Verzoek, dossier: Dossier, naam: str, formulier: BaseForm) -> HttpResponse:
    if request.POST[KEUZE] == WEG:
        gooi_concept_weg(request.actor, dossier, naam)
        return HttpResponseRedirect(request.path, status=303)
    velden = {veld: request.POST.getlist(veld) for veld in formulier.fields if veld in request.POST}
    concept = bewaar_concept(request.actor, dossier, naam, velden, op=request.vandaag)
    if request.POST[KEUZE] == LATER:
        messages.success(request, "Wat u typte, is bewaard. U kunt later verder.")
        return naar_dossier(dossier)
    return JsonResponse({"om": f"{timezone.localtime(concept.om):%H:%M}"})
