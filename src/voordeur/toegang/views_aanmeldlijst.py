"""The central list of who was reported and has no place yet, also as a file for a spreadsheet."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from voordeur.inwoner.queries import namen_van
from voordeur.kern.queries import gemeentenamen, regeling_van
from voordeur.regels.fouten import Onberekenbaar
from voordeur.schermen.bestand import als_csv
from voordeur.schermen.bladeren import blad
from voordeur.schermen.gronden import gronden_van
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions.wegen import vereisten_van
from .fouten import KanNietBerekend
from .queries_wegen import Aanmelding, BijLijst, aangemeld, aanmeldlijst_inzien
from .views import LEZERS

PER_BLAD = 100
KOPPEN = ("dossier", "gemeld op", "gemeente van herkomst", "reden", "komt uit", "stap")
GEEN = "geen voorziening"


def _bij(request: Verzoek) -> BijLijst:
    """For whom somebody reads the list: the first college of today."""
    eigen = [deel.college for deel in request.actor.rollen_op(request.vandaag) if deel.college]
    return BijLijst(eigen[0] if eigen else "")


@scherm("toegang:aanmeldlijst", rollen=LEZERS)
def aanmeldlijst(request: Verzoek) -> HttpResponse:
    """The list with what the agreement wants to be kept of each registration."""
    try:
        regeling, _ = regeling_van(request.actor.regio, request.vandaag)
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None
    bladzijde = blad(request, aangemeld(request.actor), PER_BLAD)
    regels = aanmeldlijst_inzien(request.actor, _bij(request), bladzijde.rijen, op=request.vandaag)
    namen = namen_van([rij.inwoner for rij in bladzijde.rijen])
    gemeenten = gemeentenamen(request.actor.regio)
    eisen = vereisten_van(regeling, "aanmeldlijst")
    return render(request, "toegang/bijzonder_aanmeldlijst.html", {
        "blad": bladzijde,
        "regels": [
            (deel, namen[deel.dossier.inwoner_id], gemeenten.get(deel.dossier.college_code, "")) for deel in regels
        ],
        "geen": GEEN,
        "gronden": gronden_van(eisen.grond, regeling) if eisen else (),
        "hier": request.path,
        "kruimels": (),
    })  # fmt: skip


@scherm("toegang:aanmeldlijst_bestand", rollen=LEZERS)
def bestand(request: Verzoek) -> HttpResponse:
    """The whole list as a file: numbers of dossiers and no names."""
    rijen = tuple(aangemeld(request.actor))
    regels = aanmeldlijst_inzien(request.actor, _bij(request), rijen, op=request.vandaag)
    gemeenten = gemeentenamen(request.actor.regio)
    tekst = als_csv(KOPPEN, (_cellen(deel, gemeenten) for deel in regels))
    naam = f"aanmeldlijst-{request.vandaag.isoformat()}.csv"
    kop = {"Content-Disposition": f'attachment; filename="{naam}"'}
    # the mark in front tells a spreadsheet that this is UTF-8
    return HttpResponse(f"\ufeff{tekst}", "text/csv; charset=utf-8", headers=kop)


def _cellen(deel: Aanmelding, gemeenten: dict[str, str]) -> tuple[str, ...]:
    dossier = deel.dossier
    return (
        dossier.nummer, dossier.gemeld_op.isoformat(), gemeenten.get(dossier.college_code, dossier.college_code),
        deel.reden, deel.vorige_voorziening or GEEN, dossier.get_stap_display(),
    )  # fmt: skip
