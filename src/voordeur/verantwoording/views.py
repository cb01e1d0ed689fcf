"""The screens of the reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from voordeur.kern.actor import Rol
from voordeur.kern.fouten import eis
from voordeur.kern.queries import centrum, gemeentenamen, ziet_alles
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from . import beelden
from .actions import VASTSTELLERS, AlVastgesteld, BijKwartaal, NietVoorDeRegio, NogBezig, stel_kwartaalrapportage_vast
from .forms import Vaststelling, vingerafdruk
from .kwartalen import Kwartaal, begonnen
from .models import Kwartaalrapportage
from .queries import Cijfers, afspraak, cijfers, cijfers_van, rapportages, vastgesteld
from .stroombeeld import stroombeeld
from .tellen import samen
from .uitvoer import als_csv

LEZERS = VASTSTELLERS | {Rol.TEAMLEIDER, Rol.TOEZICHTHOUDER, Rol.CONTRACTBEHEERDER}
VAKKEN = ("Kwartaalrapportages", "verantwoording:lijst")


@scherm("verantwoording:lijst", rollen=LEZERS)
def lijst(request: Verzoek) -> HttpResponse:
    """The quarters of this year and the last: which reports were set, by when they are owed, which are late."""
    gezet = {(deze.jaar, deze.kwartaal): deze for deze in rapportages(request.actor)}
    rijen = tuple(
        (
            kwartaal,
            beelden.stand(
                kwartaal,
                gezet.get((kwartaal.jaar, kwartaal.nummer)),
                afspraak(request.actor.regio, kwartaal),
                request.vandaag,
            ),
        )
        for kwartaal in begonnen(request.vandaag)
    )
    te_laat = tuple(kwartaal.naam for kwartaal, stand in rijen if stand.te_laat)
    return render(request, "verantwoording/lijst.html", {"rijen": rijen, "te_laat": te_laat})


@dataclass(frozen=True)
class Gezien:
    """What somebody may see of a quarter: the set report, the figures until now, or nothing yet."""

    kwartaal: Kwartaal
    rapportage: Kwartaalrapportage | None
    cijfers: Cijfers | None

    @property
    def voorlopig(self) -> bool:
        return self.rapportage is None


def _kwartaal_of_404(request: Verzoek, jaar: int, kwartaal: int) -> Kwartaal:
    try:
        gevraagd = Kwartaal(jaar, kwartaal)
    except ValueError:
        raise Http404 from None
    if gevraagd.van > request.vandaag:
        raise Http404
    return gevraagd


def _zie(request: Verzoek, kwartaal: Kwartaal, alles: bool) -> Gezien:
    """The report is for every college; figures that were not set are only right for who sees all dossiers."""
    rapportage = vastgesteld(request.actor, kwartaal)
    if rapportage is not None:
        return Gezien(kwartaal, rapportage, cijfers_van(rapportage))
    nu = cijfers(kwartaal.jaar, kwartaal.nummer, op=request.vandaag) if alles else None
    return Gezien(kwartaal, None, nu)


@scherm("verantwoording:kwartaal", rollen=LEZERS)
def kwartaal(request: Verzoek, jaar: int, kwartaal: int) -> HttpResponse:
    """The figures of a quarter: as they were set, or until now."""
    gevraagd = _kwartaal_of_404(request, jaar, kwartaal)
    alles = ziet_alles(request.actor, request.vandaag)
    gezien = _zie(request, gevraagd, alles)
    inhoud = {
        "gezien": gezien,
        "stand": beelden.stand(
            gevraagd, gezien.rapportage, afspraak(request.actor.regio, gevraagd), request.vandaag
        ),
        "kruimels": (_naar_lijst(),),
        "kruimel_hier": _kop(gevraagd),
        "mag_vaststellen": alles
        and gezien.voorlopig
        and gevraagd.tot < request.vandaag
        and mag_openen(request.actor, "verantwoording:vaststellen", request.vandaag),
    }  # fmt: skip
    if gezien.cijfers is None:
        return render(request, "verantwoording/nog_niet.html", inhoud)
    return render(request, "verantwoording/kwartaal.html", inhoud | _beeld(request, gezien, gezien.cijfers, alles))


def _beeld(request: Verzoek, gezien: Gezien, alle: Cijfers, alles: bool) -> dict[str, Any]:
    namen, dit = gemeentenamen(request.actor.regio), samen(alle.values())
    loopt = gezien.kwartaal.tot >= request.vandaag
    ervoor = _zie(request, gezien.kwartaal.ervoor, alles)
    return {
        "regio": dit,
        "conclusie": beelden.conclusie(dit, loopt),
        "loopt": loopt,
        "uitleg": beelden.zo_tellen_wij(),
        "stroom": stroombeeld(dit),
        "mensen": beelden.per_gemeente(alle, namen, beelden.MENSEN, "Aantal personen"),
        "werk": beelden.per_gemeente(alle, namen, beelden.WERK, "Aantal personen, en lasten in euro's"),
        "ervoor": ervoor,
        "vergelijking": beelden.vergelijking(dit, samen(ervoor.cijfers.values()), _kort(gezien.kwartaal))
        if ervoor.cijfers is not None
        else None,
    }


def _kort(kwartaal: Kwartaal) -> tuple[str, str]:
    """The heads of the columns: the quarter before, and this one."""
    ervoor = kwartaal.ervoor
    return f"{ervoor.jaar}-{ervoor.nummer}", f"{kwartaal.jaar}-{kwartaal.nummer}"


def _kop(kwartaal: Kwartaal) -> str:
    return kwartaal.naam.capitalize()


def _naar_lijst() -> Kruimel:
    naam, adres = VAKKEN
    return Kruimel(naam, reverse(adres))


@scherm("verantwoording:csv", rollen=LEZERS)
def csv(request: Verzoek, jaar: int, kwartaal: int) -> HttpResponse:
    """The figures as a file for outside. Nothing to download for who may not see them yet."""
    gevraagd = _kwartaal_of_404(request, jaar, kwartaal)
    gezien = _zie(request, gevraagd, ziet_alles(request.actor, request.vandaag))
    if gezien.cijfers is None:
        raise Http404
    op = gezien.rapportage.vastgesteld_op if gezien.rapportage else request.vandaag
    stand = f"{'voorlopig' if gezien.voorlopig else 'vastgesteld'} op {schrijf_datum(op)}"
    inhoud = als_csv(gevraagd, gezien.cijfers, gemeentenamen(request.actor.regio), stand)
    naam = f"kwartaalrapportage-{jaar}-{kwartaal}{'-voorlopig' if gezien.voorlopig else ''}.csv"
    # a byte order mark, by which a spreadsheet knows the letters
    return HttpResponse(
        f"\ufeff{inhoud}".encode(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{naam}"'},
    )


@scherm("verantwoording:vaststellen", rollen=VASTSTELLERS)
def vaststellen(request: Verzoek, jaar: int, kwartaal: int) -> HttpResponse:
    """Look at the figures, then set them."""
    gevraagd = _kwartaal_of_404(request, jaar, kwartaal)
    terug = reverse("verantwoording:kwartaal", args=(jaar, kwartaal))
    eis(ziet_alles(request.actor, request.vandaag), NietVoorDeRegio())
    eis(gevraagd.tot < request.vandaag, NogBezig(gevraagd))
    eis(vastgesteld(request.actor, gevraagd) is None, AlVastgesteld(gevraagd))
    alle = cijfers(jaar, kwartaal)
    formulier = Vaststelling(request.POST or None, vingerafdruk(alle))

    def doe(_: dict[str, Any]) -> HttpResponse:
        bij = BijKwartaal(centrum(request.actor.regio).code, jaar, kwartaal)
        stel_kwartaalrapportage_vast(request.actor, bij, op=request.vandaag)
        messages.success(request, f"De cijfers van het {gevraagd.naam} zijn vastgesteld. De gemeenten krijgen bericht.")
        return redirect(terug)

    return doorloop(request, _stap(request, gevraagd, alle, terug), formulier, doe)


def _stap(request: Verzoek, kwartaal: Kwartaal, alle: Cijfers, terug: str) -> Stap:
    namen = gemeentenamen(request.actor.regio)
    return Stap(
        titel=f"Stel de cijfers vast van het {kwartaal.naam}",
        knop="Stel de cijfers vast",
        terug=terug,
        uitleg="Daarna veranderen de cijfers niet meer. Alle gemeenten krijgen bericht.",
        sjabloon="verantwoording/vaststellen.html",
        kruimels=(_naar_lijst(), Kruimel(_kop(kwartaal), terug)),
        extra={
            "mensen": beelden.per_gemeente(alle, namen, beelden.MENSEN, "Aantal personen"),
            "werk": beelden.per_gemeente(alle, namen, beelden.WERK, "Aantal personen, en lasten in euro's"),
        },
    )
