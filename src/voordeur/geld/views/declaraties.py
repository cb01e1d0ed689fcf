"""Claims: the list, handing one in, and assessing it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from voordeur.inwoner.queries import namen_van
from voordeur.kern.actor import Rol
from voordeur.kern.queries import namen_van_accounts
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm
from voordeur.verblijf.models import Plaatsing
from voordeur.verblijf.queries import plaatsingen

from ..actions import dien_declaratie_in, keur_declaratie_goed, wijs_declaratie_af
from ..beeld.declaraties import conclusie
from ..beeld.gemeen import DECLARATIECHIPS, VOORBEELD, waarom, waarom_uitkomst
from ..beeld.wachtend import bloktekst
from ..forms import Bedragformulier, Leeg, Redenformulier, Standfilter
from ..fouten import AlGedeclareerd
from ..lokaal import indexcijfers
from ..models import Declaratie
from ..queries import declaraties as alle_declaraties
from ..queries import waarom_van
from ..toets import grondslag, mag_declareren, reken, te_declareren
from .gemeen import MET_AANBIEDER, VOORBEREIDERS, beslisstap, klaar, naar_declaraties

AANBIEDER = frozenset({Rol.AANBIEDER})


@scherm("geld:declaraties", rollen=MET_AANBIEDER)
def declaraties(request: Verzoek) -> HttpResponse:
    """Every claim that somebody may see; a provider its own."""
    alle = alle_declaraties(request.actor)
    jaren = sorted({deel.year for deel in alle.order_by().dates("ingediend_op", "year")}, reverse=True)
    formulier = Standfilter(request.GET, Declaratie.Stand.choices, jaren)
    gekozen = formulier.gekozen()
    if "jaar" in gekozen:
        gekozen["ingediend_op__year"] = gekozen.pop("jaar")
    pagina = blad(request, alle.filter(**gekozen))
    namen = namen_van(deel.plaatsing.dossier.inwoner for deel in pagina.rijen)
    return render(request, "geld/declaraties.html", {
        "formulier": formulier, "gefilterd": bool(gekozen), "blad": pagina, "hier": request.path,
        "rijen": [
            (deel, namen[deel.plaatsing.dossier.inwoner_id], bloktekst(deel), DECLARATIECHIPS[deel.stand])
            for deel in pagina.rijen
        ],
        "voorbeeldchip": VOORBEELD if indexcijfers().voorbeeld else None,
        "per_blok": mag_declareren(request.actor.regio, request.vandaag),
        "mag": mag_openen(request.actor, "geld:declareren", request.vandaag),
    })  # fmt: skip


@scherm("geld:declareren", rollen=AANBIEDER)
def declareren(request: Verzoek) -> HttpResponse:
    """Choose a resident and a block: every block that is over and was not claimed yet."""
    pagina = blad(request, plaatsingen(request.actor))
    gedaan: dict[int, set[int]] = {deel.pk: set() for deel in pagina.rijen}
    geldig = alle_declaraties(request.actor).filter(plaatsing__in=list(gedaan)).exclude(stand="afgekeurd").order_by()
    for plaatsing, blok in geldig.values_list("plaatsing_id", "blok"):
        gedaan[plaatsing].add(blok)
    namen = namen_van(deel.dossier.inwoner for deel in pagina.rijen)
    vandaag = request.vandaag
    rijen = [
        (deel, namen[deel.dossier.inwoner_id], te_declareren(request.actor.regio, deel, gedaan[deel.pk], vandaag))
        for deel in pagina.rijen
    ]
    return render(request, "geld/declareren.html", {
        "rijen": rijen, "blad": pagina, "per_blok": mag_declareren(request.actor.regio, vandaag),
        "kruimels": (naar_declaraties(),), "kruimel_hier": "Nieuwe declaratie",
    })  # fmt: skip


@scherm("geld:declareren_blok", rollen=AANBIEDER)
def declareren_blok(request: Verzoek, plaatsing: int, blok: int) -> HttpResponse:
    """Hand a claim in; the expected amount stands in the field, with its why."""
    verblijf: Plaatsing = get_object_or_404(plaatsingen(request.actor), pk=plaatsing)
    grond = grondslag(request.actor, verblijf, blok=blok, bedrag=None, op=request.vandaag)
    uitkomst = reken(grond)
    toets = uitkomst.waarde
    naam = namen_van([verblijf.dossier.inwoner])[verblijf.dossier.inwoner_id]
    stap = beslisstap(
        f"Declaratie voor {naam}",
        "Dien de declaratie in",
        reverse("geld:declareren"),
        (naar_declaraties(), Kruimel("Nieuwe declaratie", reverse("geld:declareren"))),
        gegevens=[
            Gegeven("Bewoner", naam),
            Gegeven(
                "Blok",
                f"{blok}: {schrijf_datum(toets.blok.van)} tot en met {schrijf_datum(toets.blok.tot or toets.blok.van)}",
            ),
            Gegeven("Dagen", str(toets.dagen)),
            Gegeven("Wij verwachten", schrijf_bedrag(toets.verwacht)),
        ],
        waarom=waarom_uitkomst(uitkomst, f"{naam}, blok {blok}", grond.regeling),
        chips=[VOORBEELD] if grond.voorbeeld else [],
        controle=True,
    )
    formulier = Bedragformulier(request.POST or None, initial={"bedrag": toets.verwacht})

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        gedaan = dien_declaratie_in(request.actor, verblijf, blok=blok, bedrag=schoon["bedrag"], op=request.vandaag)
        nummer = gedaan.object.nummer
        return klaar(request, f"Declaratie {nummer} is ingediend en gecontroleerd.", "geld:declaratie", nummer)

    return doorloop(request, stap, formulier, doe, bij_veld={AlGedeclareerd: "bedrag"})


@scherm("geld:declaratie", rollen=MET_AANBIEDER)
def declaratie(request: Verzoek, nummer: str) -> HttpResponse:
    """One claim with every check."""
    gezocht = _declaratie(request, nummer)
    grond = waarom_van(gezocht.bewijs)
    open_ = gezocht.stand == Declaratie.Stand.INGEDIEND
    mag = mag_openen(request.actor, "geld:declaratie_goedkeuren", request.vandaag) and open_
    return render(request, "geld/declaratie.html", {
        "declaratie": gezocht,
        "chip": DECLARATIECHIPS[gezocht.stand],
        "naam": _naam(gezocht),
        "gegevens": _gegevens(gezocht),
        "conclusie": conclusie(grond, gezocht, beslist_zelf=mag) if grond else None,
        "waarom": waarom(grond, f"declaratie {nummer}", "Waarom verwachten wij dit bedrag?") if grond else None,
        "goed": grond is not None and grond.uitkomst.waarde.goed,
        "mag": mag,
        "voorbeeldchip": VOORBEELD if indexcijfers().voorbeeld else None,
        "kruimels": (naar_declaraties(),),
        "kruimel_hier": f"Declaratie {nummer}",
    })  # fmt: skip


@scherm("geld:declaratie_goedkeuren", rollen=VOORBEREIDERS)
def declaratie_goedkeuren(request: Verzoek, nummer: str) -> HttpResponse:
    """Approve a claim."""
    gezocht = _declaratie(request, nummer)

    def doe(_: dict[str, Any]) -> HttpResponse:
        keur_declaratie_goed(request.actor, gezocht, op=request.vandaag)
        return klaar(request, f"Declaratie {nummer} is goedgekeurd en geboekt.", "geld:inbox")

    if gezocht.stand != Declaratie.Stand.INGEDIEND and request.method == "GET":
        return redirect("geld:declaratie", nummer)
    stap = _beslis(gezocht, f"Declaratie {nummer} goedkeuren", "Keur de declaratie goed")
    return doorloop(request, stap, Leeg(request.POST or None), doe)


@scherm("geld:declaratie_afwijzen", rollen=VOORBEREIDERS)
def declaratie_afwijzen(request: Verzoek, nummer: str) -> HttpResponse:
    """Refuse a claim, with the reason."""
    gezocht = _declaratie(request, nummer)

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        wijs_declaratie_af(request.actor, gezocht, reden=schoon["reden"], op=request.vandaag)
        return klaar(request, f"Declaratie {nummer} is afgekeurd.", "geld:inbox")

    stap = _beslis(gezocht, f"Declaratie {nummer} afkeuren", "Keur de declaratie af", controle=True)
    return doorloop(request, stap, Redenformulier(request.POST or None), doe)


def _declaratie(request: Verzoek, nummer: str) -> Declaratie:
    gezocht: Declaratie = get_object_or_404(alle_declaraties(request.actor), nummer=nummer)
    return gezocht


def _naam(gezocht: Declaratie) -> str:
    return namen_van([gezocht.plaatsing.dossier.inwoner])[gezocht.plaatsing.dossier.inwoner_id]


def _gegevens(gezocht: Declaratie) -> tuple[Gegeven, ...]:
    namen = namen_van_accounts([gezocht.ingediend_door, gezocht.beoordeeld_door])
    paren = [
        ("Bewoner", _naam(gezocht)),
        ("Aanbieder", gezocht.organisatie.naam),
        ("Periode", bloktekst(gezocht)),
        ("Gevraagd", schrijf_bedrag(gezocht.bedrag)),
        ("Wij verwachten", schrijf_bedrag(gezocht.verwacht) if gezocht.verwacht is not None else "onbekend"),
        ("Ingediend", f"{schrijf_datum(gezocht.ingediend_op)} door {namen.get(gezocht.ingediend_door, 'onbekend')}"),
    ]
    if gezocht.beoordeeld_op:
        wie = namen.get(gezocht.beoordeeld_door or 0, "onbekend")
        paren.append(("Beoordeeld", f"{schrijf_datum(gezocht.beoordeeld_op)} door {wie}"))
    return tuple(Gegeven(naam, waarde) for naam, waarde in paren)


def _beslis(gezocht: Declaratie, titel: str, knop: str, *, controle: bool = False) -> Stap:
    grond = waarom_van(gezocht.bewijs)
    adres = reverse("geld:declaratie", args=[gezocht.nummer])
    voorbeeld = [VOORBEELD] if indexcijfers().voorbeeld else []
    return beslisstap(
        titel,
        knop,
        adres,
        (naar_declaraties(), Kruimel(f"Declaratie {gezocht.nummer}", adres)),
        gegevens=_gegevens(gezocht),
        waarom=waarom(grond, f"declaratie {gezocht.nummer}", "Waarom?", open_=True) if grond else None,
        chips=[DECLARATIECHIPS[gezocht.stand], *voorbeeld],
        controle=controle,
    )
