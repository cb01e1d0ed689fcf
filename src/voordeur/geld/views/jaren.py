"""The year: its overview, its budget, its closing and its settlement."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from voordeur.kern.actor import Rol
from voordeur.kern.queries import centrum, gemeentenamen, regeling_van, ziet_alles
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from ..actions import BijJaar, bereid_verrekening_voor, sluit_jaar, stel_begroting_vast, stel_verrekening_vast
from ..actions.jaren import wat_nog_openstaat
from ..beeld.gemeen import VOORBEELD, waarom
from ..beeld.jaar import jaarbeeld
from ..forms import Begrotingformulier, Leeg, Verrekenformulier
from ..fouten import BestaatAl, NietTeBerekenen
from ..models import Begroting, Verrekening
from ..queries import begroting_van, jaren, terug_van, waarom_van
from .gemeen import LEZERS, VOORBEREIDERS, beslisstap, klaar, naar_jaar

BEGROTERS = frozenset({Rol.CONTROLLER, Rol.BESTUURDER})
CONTROLLER = frozenset({Rol.CONTROLLER})


@scherm("geld:jaar", rollen=LEZERS)
def jaar(request: Verzoek, jaar: int | None = None) -> HttpResponse:
    """The year in figures; without a year in the address this year."""
    gekozen = jaar or request.vandaag.year
    regio = request.actor.regio
    begroting = begroting_van(gekozen)
    regeling = _regeling(regio, gekozen)
    alles = ziet_alles(request.actor, request.vandaag)
    beeld = jaarbeeld(request.actor, regeling, gekozen, begroting, gemeentenamen(regio), alles)
    alle = sorted({*jaren(), gekozen}, reverse=True)
    return render(request, "geld/jaar.html", {
        "beeld": beeld,
        "jaren": alle,
        "regeling": regeling,
        "voorbeeldchip": VOORBEELD if begroting and begroting.voorbeeld else None,
        "taken": _taken(request, gekozen, begroting, beeld),
    })  # fmt: skip


def _regeling(regio: str, jaar: int) -> Any:
    """The agreement of a year. Raises NietTeBerekenen for a year in which none holds."""
    try:
        return regeling_van(regio, date(jaar, 12, 31))[0]
    except (Onberekenbaar, ValueError) as fout:
        raise NietTeBerekenen(str(fout)) from None


def _taken(request: Verzoek, jaar: int, begroting: Begroting | None, beeld: Any) -> list[tuple[str, str, bool]]:
    """What somebody can do now: address, words, and whether it is the main button."""
    volgende: tuple[str, str] | None
    taken = [("geld:grootboek", "Bekijk het grootboek", False)]
    if begroting is None:
        volgende = ("geld:begroting", "Leg de begroting vast")
    elif begroting.afgesloten_op is None:
        volgende = ("geld:sluiten", "Sluit het jaar") if request.vandaag.year > jaar else None
    elif beeld.geen_verrekening or beeld.vastgesteld:
        volgende = None
    elif beeld.verrekening is None:
        volgende = ("geld:verrekening", "Bereid de verrekening voor")
    else:
        eigen = beeld.verrekening.voorbereid_door == request.actor.account
        volgende = None if eigen else ("geld:verrekening_vaststellen", "Stel de verrekening vast")
        taken.append(("geld:verrekening", "Bereid de verrekening opnieuw voor", False))
    if volgende is not None:
        taken.append((*volgende, True))
    return [
        (reverse(naam, args=[jaar]), tekst, hoofd)
        for naam, tekst, hoofd in taken
        if mag_openen(request.actor, naam, request.vandaag)
    ]


@scherm("geld:begroting", rollen=BEGROTERS)
def begroting(request: Verzoek, jaar: int) -> HttpResponse:
    """Record the decided budget of a year."""
    regeling = _regeling(request.actor.regio, jaar)
    namen = {code: naam for code, naam in gemeentenamen(request.actor.regio).items()
             if code in regeling.gemeenten_op(date(jaar, 12, 31))}  # fmt: skip
    formulier = Begrotingformulier(request.POST or None, regeling, jaar, namen)
    uitleg = "Leg vast wat de gemeenten hebben besloten. Daarna kan niemand dit nog veranderen."
    stap = Stap(f"Begroting {jaar}", "Leg de begroting vast", reverse("geld:jaar", args=[jaar]), uitleg, True,
                "schermen/stap.html", (naar_jaar(jaar),))  # fmt: skip

    def doe(_: dict[str, Any]) -> HttpResponse:
        bij = BijJaar(centrum(request.actor.regio).code, jaar)
        stel_begroting_vast(request.actor, bij, **formulier.als_besluit(), op=request.vandaag)
        return klaar(request, f"De begroting van {jaar} is vastgelegd.", "geld:jaar", jaar)

    return doorloop(request, stap, formulier, doe, bij_veld={BestaatAl: "rijksbudget"})


@scherm("geld:sluiten", rollen=CONTROLLER)
def sluiten(request: Verzoek, jaar: int) -> HttpResponse:
    """Close the books of a year."""
    gezocht = _begroting(jaar)
    wachtend = wat_nog_openstaat(request.actor.regio, jaar)
    stap = beslisstap(
        f"Het jaar {jaar} sluiten",
        "Sluit het jaar",
        reverse("geld:jaar", args=[jaar]),
        (naar_jaar(jaar),),
        gegevens=[Gegeven("Wacht nog", ", ".join(wachtend) or "niets")],
        uitleg="Daarna boekt niemand meer in dit jaar. Alleen de verrekening komt er nog bij.",
    )

    def doe(_: dict[str, Any]) -> HttpResponse:
        sluit_jaar(request.actor, gezocht, op=request.vandaag)
        return klaar(request, f"Het jaar {jaar} is afgesloten.", "geld:jaar", jaar)

    return doorloop(request, stap, Leeg(request.POST or None), doe)


@scherm("geld:verrekening", rollen=VOORBEREIDERS)
def verrekening(request: Verzoek, jaar: int) -> HttpResponse:
    """Compute the settlement of a closed year."""
    gezocht = _begroting(jaar)
    uitleg = "Het systeem rekent. Een collega stelt de uitkomst vast."
    stap = beslisstap(
        f"Verrekening {jaar} voorbereiden",
        "Reken de verrekening uit",
        reverse("geld:jaar", args=[jaar]),
        (naar_jaar(jaar),),
        gegevens=_gegevens(gezocht),
        chips=[VOORBEELD] if gezocht.voorbeeld else [],
        uitleg=uitleg,
        controle=True,
    )

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        bereid_verrekening_voor(request.actor, gezocht, maatregelen=schoon["maatregelen"], op=request.vandaag)
        return klaar(request, "De verrekening is uitgerekend. Een collega stelt haar vast.", "geld:jaar", jaar)

    return doorloop(request, stap, Verrekenformulier(request.POST or None), doe)


@scherm("geld:verrekening_vaststellen", rollen=BEGROTERS)
def verrekening_vaststellen(request: Verzoek, jaar: int) -> HttpResponse:
    """Set the settlement that another prepared."""
    gezocht: Verrekening = get_object_or_404(Verrekening.objects.select_related("begroting"), begroting__jaar=jaar)
    grond = waarom_van(gezocht.bewijs)
    stap = beslisstap(
        f"Verrekening {jaar} vaststellen",
        "Stel de verrekening vast",
        reverse("geld:jaar", args=[jaar]),
        (naar_jaar(jaar),),
        gegevens=(*_gegevens(gezocht.begroting), *_per_gemeente(request, gezocht)),
        waarom=waarom(grond, f"de verrekening van {jaar}", open_=True) if grond else None,
        chips=[VOORBEELD] if gezocht.begroting.voorbeeld else [],
        uitleg="Daarna is de verrekening geboekt bij elke gemeente.",
    )

    def doe(_: dict[str, Any]) -> HttpResponse:
        stel_verrekening_vast(request.actor, gezocht, op=request.vandaag)
        return klaar(request, f"De verrekening van {jaar} is vastgesteld en geboekt.", "geld:jaar", jaar)

    return doorloop(request, stap, Leeg(request.POST or None), doe)


def _per_gemeente(request: Verzoek, verrekening: Verrekening) -> tuple[Gegeven, ...]:
    """What each municipality gets or pays, by name; who works for one sees that one."""
    wie = request.actor
    alles = centrum(wie.regio).code in wie.colleges
    terug = {code: bedrag for code, bedrag in terug_van(verrekening).items() if alles or code in wie.colleges}
    return tuple(
        Gegeven(naam, f"{'betaalt' if terug[code] < 0 else 'krijgt'} {schrijf_bedrag(abs(terug[code]))}")
        for code, naam in gemeentenamen(wie.regio).items()
        if code in terug
    )


def _begroting(jaar: int) -> Begroting:
    gezocht: Begroting = get_object_or_404(Begroting, jaar=jaar)
    return gezocht


def _gegevens(gezocht: Begroting) -> tuple[Gegeven, ...]:
    gesloten = schrijf_datum(gezocht.afgesloten_op) if gezocht.afgesloten_op else "nog niet"
    return (
        Gegeven("Geld van het Rijk", schrijf_bedrag(gezocht.rijksbudget)),
        Gegeven("Besluit", gezocht.besluit),
        Gegeven("Afgesloten", gesloten),
    )
