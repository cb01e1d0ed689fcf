"""A step that a resident takes: fill in, check, confirm, in the frame of the resident's pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from voordeur.kern.fouten import Geweigerd
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.verzoek import Verzoek
from voordeur.toegang.models import Dossier

from .weigeringen import bij_velden


def stap_van(dossier: Dossier | None, titel: str, knop: str, uitleg: str = "", **meer: Any) -> Stap:
    """What the pages of a step say; `terug` goes to the case unless it says otherwise."""
    terug = meer.pop("terug", "") or (reverse("mijn:zaak", args=[dossier.nummer]) if dossier else reverse("mijn:begin"))
    extra = {"dossier": dossier, **meer.pop("extra", {})}
    kader = {"sjabloon": "mijn/stap.html", "controleblad": "mijn/controleer.html"} | meer
    return Stap(titel, knop, terug, uitleg=uitleg, extra=extra, **kader)


def loop(
    request: Verzoek,
    stap: Stap,
    formulier: BaseForm,
    doe: Callable[[dict[str, Any]], str],
    bij_veld: Mapping[type[Geweigerd], str] | None = None,
) -> HttpResponse:
    """The step by its form; `doe` does it and returns what happens next, in a sentence."""

    def en_terug(ingevuld: dict[str, Any]) -> HttpResponse:
        try:
            klaar = doe(ingevuld)
        except ValidationError as fout:
            raise bij_velden(fout) from None
        messages.success(request, klaar)
        return HttpResponseRedirect(stap.terug, status=303)

    return doorloop(request, stap, formulier, en_terug, gewijzigd=lambda _: (), bij_veld=bij_veld)
