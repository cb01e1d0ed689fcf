"""The entries of a year, as a list and as a file for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from voordeur.kern.actor import Rol
from voordeur.kern.fouten import eis
from voordeur.kern.queries import gemeentenamen, ziet_alles
from voordeur.regels.bedragen import NUL
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.doorloop import doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from ..actions import storneer
from ..boeken import staat_vast
from ..forms import Redenformulier, Rekeningfilter
from ..fouten import NietElkeRegel
from ..models import Boeking
from ..queries import als_hledger, boekingen
from ..rekeningen import SCHEMA
from .gemeen import LEZERS, beslisstap, klaar, naar_jaar

CONTROLLER = frozenset({Rol.CONTROLLER})


@dataclass(frozen=True)
class Regelbeeld:
    """A line: its account, its municipality, and its amount on one of two sides."""

    rekening: str
    gemeente: str
    debet: Decimal | None
    credit: Decimal | None


@dataclass(frozen=True)
class Boekingbeeld:
    """An entry with its lines; `storno`: the address to take it back, empty when that cannot be."""

    boeking: Boeking
    regels: tuple[Regelbeeld, ...]
    debet: Decimal
    credit: Decimal
    storno: str


@scherm("geld:grootboek", rollen=LEZERS)
def grootboek(request: Verzoek, jaar: int) -> HttpResponse:
    """The entries of a year with their lines, the newest first."""
    formulier = Rekeningfilter(request.GET, [(code, f"{code} {naam}") for code, (naam, _) in SCHEMA.items()])
    gekozen = formulier.gekozen()
    pagina = blad(request, boekingen(jaar, gekozen))
    namen = gemeentenamen(request.actor.regio)
    mag = mag_openen(request.actor, "geld:storneren", request.vandaag)
    return render(request, "geld/grootboek.html", {
        "jaar": jaar, "formulier": formulier, "gefilterd": bool(gekozen), "blad": pagina, "hier": request.path,
        "rijen": [_beeld(boeking, namen, mag) for boeking in pagina.rijen],
        "alles": ziet_alles(request.actor, request.vandaag),
        "kruimels": (naar_jaar(jaar),), "kruimel_hier": "Grootboek",
    })  # fmt: skip


def _beeld(boeking: Boeking, namen: dict[str, str], mag: bool) -> Boekingbeeld:
    regels = tuple(
        Regelbeeld(
            str(regel.rekening),
            namen.get(regel.college_code, regel.college_code),
            regel.bedrag if regel.bedrag > 0 else None,
            -regel.bedrag if regel.bedrag < 0 else None,
        )
        for regel in sorted(boeking.regels.all(), key=lambda regel: regel.pk)
    )
    terug = boeking.storno_van_id is not None or boeking.teruggeboekt  # type: ignore[attr-defined]
    kan = mag and not terug and not staat_vast(boeking)
    return Boekingbeeld(
        boeking,
        regels,
        sum((regel.debet or NUL for regel in regels), NUL),
        sum((regel.credit or NUL for regel in regels), NUL),
        reverse("geld:storneren", args=[boeking.nummer]) if kan else "",
    )


@scherm("geld:hledger", rollen=LEZERS)
def hledger(request: Verzoek, jaar: int) -> HttpResponse:
    """The ledger of a year as a file that hledger and ledger read."""
    eis(ziet_alles(request.actor, request.vandaag), NietElkeRegel())
    antwoord = HttpResponse(als_hledger(jaar), content_type="text/plain; charset=utf-8")
    antwoord.headers["Content-Disposition"] = f'attachment; filename="grootboek-{jaar}.journal"'
    return antwoord


@scherm("geld:storneren", rollen=CONTROLLER)
def storneren(request: Verzoek, nummer: str) -> HttpResponse:
    """Take an entry back by its opposite."""
    gezocht: Boeking = get_object_or_404(Boeking.objects.prefetch_related("regels"), nummer=nummer)
    debet = sum((regel.bedrag for regel in gezocht.regels.all() if regel.bedrag > 0), NUL)
    terug = reverse("geld:grootboek", args=[gezocht.jaar])
    stap = beslisstap(
        f"Boeking {nummer} terugboeken",
        "Boek terug",
        terug,
        (naar_jaar(gezocht.jaar), Kruimel("Grootboek", terug)),
        gegevens=[
            Gegeven("Boeking", gezocht.omschrijving),
            Gegeven("Datum", schrijf_datum(gezocht.op)),
            Gegeven("Bedrag", schrijf_bedrag(debet)),
        ],
        uitleg="De boeking blijft staan. Er komt een tegengestelde boeking bij.",
        controle=True,
    )

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        gemaakt = storneer(request.actor, gezocht, reden=schoon["reden"], op=request.vandaag).object
        return klaar(request, f"Boeking {nummer} is teruggeboekt.", "geld:grootboek", gemaakt.jaar)

    return doorloop(request, stap, Redenformulier(request.POST or None), doe)
