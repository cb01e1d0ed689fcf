"""The page on which somebody takes up a dossier, or hands it to a colleague."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from voordeur.schermen.bouwstenen import Taak
from voordeur.schermen.velden import KIES, MetVersie
from voordeur.schermen.verzoek import Verzoek, scherm

from .aanhaken import taken
from .actions import wijs_toe
from .actions.toewijzen import OPEN
from .fouten import GeenCollega
from .models import Dossier
from .queries import Dossierbeeld
from .queries_toewijzen import behandelaars
from .views import WERKERS
from .views_stappen import begin, loop, open_beeld, stap_van


class Behandelaar(MetVersie):
    """Who handles the dossier from now on."""

    def __init__(self, *delen: Any, collegas: Mapping[int, str], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        keuzes = [KIES, *((str(nummer), naam) for nummer, naam in collegas.items())]
        self.fields["behandelaar"] = forms.ChoiceField(
            label="Wie behandelt dit dossier?", choices=keuzes, error_messages={"required": "Kies een collega."}
        )


@scherm("toegang:toewijzen", rollen=WERKERS)
def toewijzen(request: Verzoek, nummer: str) -> HttpResponse:
    """Take up a dossier, or hand it over; whoever works alone finds their own name chosen."""
    gelezen = open_beeld(request, nummer, OPEN)
    collegas = behandelaars(gelezen.dossier, request.vandaag)
    nu = gelezen.dossier.behandelaar or request.actor.account
    formulier = Behandelaar(
        request.POST or None, collegas=collegas, initial=begin(gelezen, behandelaar=str(nu) if nu in collegas else "")
    )
    stap = stap_van(gelezen, "Kies de behandelaar", "Wijs toe", "De behandelaar is het contact van de inwoner.",
                    controle=False)  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        gekozen = int(ingevuld["behandelaar"])
        wijs_toe(request.actor, gelezen.dossier, gekozen, versie=ingevuld["versie"], op=request.vandaag)
        return f"{collegas[gekozen]} behandelt nu dit dossier."

    return loop(request, gelezen, stap, formulier, doe, bij_veld={GeenCollega: "behandelaar"})


@taken
def opnemen(_request: Verzoek, beeld: Dossierbeeld) -> Iterator[Taak]:
    """What nobody handles asks to be taken up; a report is taken up by who confirms it."""
    dossier = beeld.dossier
    if dossier.behandelaar is None and dossier.stap in OPEN and dossier.stap != Dossier.Stap.MELDING:
        yield Taak("Neem dit dossier op", reverse("toegang:toewijzen", args=[dossier.nummer]), "te_doen")
