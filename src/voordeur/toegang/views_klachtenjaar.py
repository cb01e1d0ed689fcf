"""The complaints of a year as they are made known: how many, about what, how they ended, and no names (9:12a Awb)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from voordeur.kern.actor import Rol
from voordeur.kern.queries import gemeentenamen
from voordeur.schermen.bestand import als_csv
from voordeur.schermen.gronden import gronden_van
from voordeur.schermen.verzoek import Verzoek, scherm

from .models import Klacht
from .queries_inwoner import Jaarregel, eerste_klachtjaar, klachten_per_jaar

LEZERS = frozenset({Rol.TEAMLEIDER, Rol.CONTROLLER, Rol.FUNCTIONEEL_BEHEERDER})
UITKOMSTEN = tuple(Klacht.Uitkomst)
KOPPEN = (
    "Gemeente", "Waarover", "Binnengekomen", "Gegrond", "Deels gegrond", "Ongegrond", "Opgelost", "Doorgestuurd",
    "Nog open", "Na de laatste dag",
)  # fmt: skip


@scherm("toegang:klachten_jaar", rollen=LEZERS)
def jaar(request: Verzoek) -> HttpResponse:
    """The list of one year on a page, or as a file for a spreadsheet."""
    nu = request.vandaag.year
    jaren = range(nu, min(eerste_klachtjaar(), nu) - 1, -1)
    gevraagd = request.GET.get("jaar", "")
    gekozen = next((mogelijk for mogelijk in jaren if str(mogelijk) == gevraagd), nu)
    gemeenten = gemeentenamen(request.actor.regio)
    rijen = [_cellen(regel, gemeenten) for regel in klachten_per_jaar(gekozen, request.vandaag)]
    if request.GET.get("vorm") == "csv":
        koppen = {"Content-Disposition": f'attachment; filename="klachten-{gekozen}.csv"'}
        # the mark in front tells a spreadsheet that this is UTF-8
        return HttpResponse(f"\ufeff{als_csv(KOPPEN, rijen)}", "text/csv; charset=utf-8", headers=koppen)
    met_kop = [tuple(zip(KOPPEN, rij, strict=True)) for rij in rijen]
    return render(request, "toegang/klachten_jaar.html", {
        "jaar": gekozen, "jaren": jaren, "koppen": KOPPEN, "rijen": met_kop,
        "totaal": sum(int(rij[2]) for rij in rijen), "gronden": gronden_van(("awb/9:12a",)), "kruimels": (),
    })  # fmt: skip


def _cellen(regel: Jaarregel, gemeenten: dict[str, str]) -> tuple[str, ...]:
    aantallen = (regel.binnen, *(regel.uitkomsten.get(uit, 0) for uit in UITKOMSTEN), regel.open_, regel.te_laat)
    over = str(Klacht.Over(regel.over).label).capitalize()
    return (gemeenten.get(regel.college, regel.college), over, *map(str, aantallen))
