"""The copy of all that is kept of somebody, for staff who answer a request on paper (article 15 AVG, 5.3.2 Wmo)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from voordeur.beheer.actions.bewaren import BEHANDELAARS
from voordeur.beheer.models import Inwonerverzoek
from voordeur.beheer.queries.bewaren import open_verzoeken
from voordeur.schermen.verzoek import Verzoek, scherm

from .mijn.views_rechten import geef_afschrift


@scherm("web:afschrift", BEHANDELAARS)
def afschrift(request: Verzoek, pk: int, vorm: str) -> HttpResponse:
    """The same file that residents get on their own page; the reading is journaled."""
    return geef_afschrift(
        request, get_object_or_404(open_verzoeken(), pk=pk, soort=Inwonerverzoek.Soort.INZAGE).inwoner, vorm
    )
