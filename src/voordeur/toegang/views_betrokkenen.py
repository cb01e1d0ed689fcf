"""The pages of who takes part: writing somebody down, and that they stopped."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions.betrokkenen import Persoon, beeindig_betrokkene, voeg_betrokkene_toe
from .forms_betrokkenen import Betrokkeneformulier, Einde
from .models import Betrokkene, Dossier
from .queries_betrokkenen import beeld_van
from .views import WERKERS
from .views_stappen import loop, open_beeld, stap_van

ALLE_STAPPEN = tuple(Dossier.Stap)


@scherm("toegang:betrokkene_nieuw", rollen=WERKERS)
def nieuw(request: Verzoek, nummer: str) -> HttpResponse:
    """Write down who takes part."""
    gelezen = open_beeld(request, nummer, ALLE_STAPPEN)
    formulier = Betrokkeneformulier(request.POST or None, initial={"van": request.vandaag}, vandaag=request.vandaag)
    stap = stap_van(
        gelezen, "Wie doet er mee?", "Bewaar deze persoon",
        "Zoals een vertegenwoordiger, een cliëntondersteuner of een mantelzorger.", controle=False,
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        wie = {naam: waarde for naam, waarde in ingevuld.items() if naam not in ("soort", "van")}
        voeg_betrokkene_toe(
            request.actor, gelezen.dossier, ingevuld["soort"], Persoon(**wie), van=ingevuld["van"], op=request.vandaag
        )
        return "Deze persoon staat nu bij 'Wie doen er mee?'."

    return loop(request, gelezen, stap, formulier, doe)


@scherm("toegang:betrokkene_einde", rollen=WERKERS)
def einde(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Write down that somebody takes part no longer."""
    betrokkene = get_object_or_404(Betrokkene.objects.select_related("dossier"), pk=pk, dossier__nummer=nummer)
    gelezen = open_beeld(request, nummer, ALLE_STAPPEN)
    eis(betrokkene.tot is None, StapNietAanDeBeurt("Deze persoon doet al niet meer mee."))
    beeld = beeld_van(betrokkene, gelezen.geschreven.get(f"betrokkene {pk}", {}))
    formulier = Einde(
        request.POST or None, initial={"laatste_dag": request.vandaag}, vanaf=betrokkene.van, vandaag=request.vandaag
    )
    stap = stap_van(
        gelezen, "Iemand doet niet meer mee", "Leg het einde vast", controle=False,
        sjabloon="toegang/betrokkene_einde.html",
        extra={"wie": (Gegeven("Naam", beeld.naam), Gegeven("Rol", beeld.rol))},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        beeindig_betrokkene(request.actor, betrokkene, laatste_dag=ingevuld["laatste_dag"], op=request.vandaag)
        return "Deze persoon doet niet meer mee."

    return loop(request, gelezen, stap, formulier, doe)
