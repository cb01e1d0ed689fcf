"""The first page of a resident: the own cases."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from voordeur.kern.actor import VAN_DE_INWONER
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.models import Dossier


@scherm("mijn:begin", VAN_DE_INWONER)
def begin(request: Verzoek) -> HttpResponse:
    """Every case of the resident, the newest first."""
    assert request.actor.inwoner is not None
    dossiers = Dossier.objects.filter(inwoner_id=request.actor.inwoner).order_by("-gemeld_op", "-id")
    return render(request, "mijn/begin.html", {"zaken": dossiers})
