"""A subsidy from grant to settlement."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from voordeur.aanbod.actions import BijOrganisatie
from voordeur.aanbod.queries import aanbieders
from voordeur.kern.queries import centrum, gemeentenamen, namen_van_accounts
from voordeur.regels.subsidie import TERMIJNEN, voorschot_van_termijn
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Gegeven, Processtap
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from ..actions import (
    bereid_subsidie_voor,
    bereid_vaststelling_voor,
    stel_subsidie_vast,
    verleen_subsidie,
    zet_voorschot_klaar,
)
from ..beeld.gemeen import BETALINGCHIPS, SUBSIDIECHIPS, VOORBEELD, waarom
from ..beeld.wachtend import soortnaam
from ..forms import Leeg, Standfilter, Subsidieformulier, Termijnformulier
from ..fouten import BestaatAl, GeenDagprijs
from ..models import Betaling, Subsidie
from ..queries import betalingen, waarom_van
from ..queries import subsidies as alle_subsidies
from .gemeen import BESLISSERS, LEZERS, VOORBEREIDERS, beslisstap, klaar, naar_subsidies

VAN_EEN_ANDER = frozenset({"geld:verlenen", "geld:vaststellen"})
EIGEN = {
    Subsidie.Stand.VOORBEREID: "U bereidde dit voor. Een collega verleent de subsidie.",
    Subsidie.Stand.VASTSTELLING: "U bereidde dit voor. Een collega stelt de subsidie vast.",
}


@scherm("geld:subsidies", rollen=LEZERS)
def subsidies(request: Verzoek) -> HttpResponse:
    """Every subsidy, the newest year first."""
    alle = alle_subsidies(request.actor)
    jaren = sorted(set(alle.order_by().values_list("jaar", flat=True).distinct()), reverse=True)
    formulier = Standfilter(request.GET, Subsidie.Stand.choices, jaren)
    gekozen = formulier.gekozen()
    pagina = blad(request, alle.filter(**gekozen))
    return render(request, "geld/subsidies.html", {
        "formulier": formulier, "gefilterd": bool(gekozen), "blad": pagina, "hier": request.path,
        "rijen": [(deel, SUBSIDIECHIPS[deel.stand]) for deel in pagina.rijen],
        "voorbeeldchip": VOORBEELD,
        "mag": mag_openen(request.actor, "geld:subsidie_nieuw", request.vandaag),
    })  # fmt: skip


@scherm("geld:subsidie", rollen=LEZERS)
def subsidie(request: Verzoek, nummer: str) -> HttpResponse:
    """One subsidy: its steps, its advances, and its settlement by municipality with why."""
    gezocht = _subsidie(request, nummer)
    grond = waarom_van(gezocht.bewijs)
    namen = gemeentenamen(request.actor.regio)
    bedragen = grond.uitkomst.waarde.per_gemeente if grond else {}
    dagen = dict(grond.bewijs.feiten["geleverd"]) if grond else {}
    rijen = [(namen.get(code, code), dagen[code], bedrag) for code, bedrag in bedragen.items()]
    betaald = betalingen(request.actor).filter(subsidie=gezocht).order_by("termijn", "id")
    return render(request, "geld/subsidie.html", {
        "subsidie": gezocht,
        "chip": SUBSIDIECHIPS[gezocht.stand],
        "stappen": _stappen(gezocht),
        "gegevens": _gegevens(gezocht),
        "betalingen": [(deel, soortnaam(deel), BETALINGCHIPS[deel.stand]) for deel in betaald],
        "rijen": rijen,
        "dagen": sum(dagen.values()),
        "waarom": waarom(grond, f"subsidie {nummer}") if grond else None,
        "voorbeeldchip": VOORBEELD if gezocht.contract.voorbeeld else None,
        "taken": _taken(request, gezocht),
        "wacht_op": EIGEN.get(Subsidie.Stand(gezocht.stand), "") if _is_eigen(request, gezocht) else "",
        "kruimels": (naar_subsidies(),),
        "kruimel_hier": f"Subsidie {nummer}",
    })  # fmt: skip


def _stappen(gezocht: Subsidie) -> tuple[Processtap, ...]:
    """Prepared, granted, advanced, settled."""
    volgorde = [stand.value for stand in Subsidie.Stand]
    nu = volgorde.index(gezocht.stand)
    verleend = schrijf_datum(gezocht.verleend_op) if gezocht.verleend_op else "nog niet"
    vastgesteld = schrijf_datum(gezocht.vastgesteld_op) if gezocht.vastgesteld_op else f"na {gezocht.jaar}"
    return (
        Processtap("Voorbereid", "", "klaar"),
        Processtap("Verleend", verleend, "klaar" if nu else "nu"),
        Processtap("Voorschotten", f"in {gezocht.jaar}", "klaar" if nu > 1 else "nu" if nu == 1 else "straks"),
        Processtap("Vastgesteld", vastgesteld, "klaar" if nu == len(volgorde) - 1 else "nu" if nu > 1 else "straks"),
    )


def _gegevens(gezocht: Subsidie) -> tuple[Gegeven, ...]:
    namen = namen_van_accounts([gezocht.voorbereid_door, gezocht.verleend_door, gezocht.vastgesteld_door])
    prijs = gezocht.contract.dagprijs
    paren = (
        ("Aanbieder", gezocht.organisatie.naam),
        ("Jaar", str(gezocht.jaar)),
        ("Verleend" if gezocht.verleend_op else "Te verlenen", schrijf_bedrag(gezocht.verleend_bedrag)),
        ("Prijs per dag", schrijf_bedrag(prijs) if prijs else "geen"),
        ("Contract", gezocht.contract.nummer),
        ("Voorbereid door", namen.get(gezocht.voorbereid_door, "onbekend")),
        ("Verleend door", namen.get(gezocht.verleend_door or 0, "nog niemand")),
        ("Vastgesteld door", namen.get(gezocht.vastgesteld_door or 0, "nog niemand")),
    )
    return tuple(Gegeven(naam, waarde) for naam, waarde in paren)


def _taken(request: Verzoek, gezocht: Subsidie) -> tuple[tuple[str, str, bool], ...]:
    """What somebody can do now: address, words, and whether it is the main button."""
    kan = {
        Subsidie.Stand.VOORBEREID: (("geld:verlenen", "Verleen de subsidie", True),),
        Subsidie.Stand.VERLEEND: (
            ("geld:voorschot", "Zet een voorschot klaar", True),
            ("geld:vaststelling", "Bereid de vaststelling voor", False),
        ),
        Subsidie.Stand.VASTSTELLING: (
            ("geld:vaststellen", "Stel de subsidie vast", True),
            ("geld:vaststelling", "Bereid opnieuw voor", False),
        ),
    }.get(Subsidie.Stand(gezocht.stand), ())
    return tuple(
        (reverse(naam, args=[gezocht.nummer]), tekst, hoofd)
        for naam, tekst, hoofd in kan
        if mag_openen(request.actor, naam, request.vandaag)
        and (naam != "geld:vaststelling" or request.vandaag.year > gezocht.jaar)
        and (naam not in VAN_EEN_ANDER or not _is_eigen(request, gezocht))
    )


def _is_eigen(request: Verzoek, gezocht: Subsidie) -> bool:
    """Whether the reader took the first of the two steps, so that a colleague takes the second."""
    vaststelling = gezocht.stand == Subsidie.Stand.VASTSTELLING
    return (gezocht.vaststelling_door if vaststelling else gezocht.voorbereid_door) == request.actor.account


@scherm("geld:subsidie_nieuw", rollen=VOORBEREIDERS)
def subsidie_nieuw(request: Verzoek) -> HttpResponse:
    """Prepare a grant."""
    keuzes = [(organisatie.pk, organisatie.naam) for organisatie in aanbieders(request.actor)]
    formulier = Subsidieformulier(request.POST or None, keuzes, request.vandaag.year)
    uitleg = "Een collega verleent de subsidie daarna."
    stap = Stap("Nieuwe subsidie", "Bereid de subsidie voor", reverse("geld:subsidies"), uitleg, True,
                "schermen/stap.html", (naar_subsidies(),))  # fmt: skip

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        bij = BijOrganisatie(centrum(request.actor.regio).code, int(schoon["aanbieder"]))
        velden = {"jaar": schoon["jaar"], "bedrag": schoon["bedrag"], "op": request.vandaag}
        gemaakt = bereid_subsidie_voor(request.actor, bij, **velden).object
        tekst = f"Subsidie {gemaakt.nummer} is voorbereid. Een collega verleent haar."
        return klaar(request, tekst, "geld:subsidie", gemaakt.nummer)

    return doorloop(request, stap, formulier, doe, bij_veld={BestaatAl: "aanbieder", GeenDagprijs: "aanbieder"})


@scherm("geld:verlenen", rollen=BESLISSERS)
def verlenen(request: Verzoek, nummer: str) -> HttpResponse:
    """Grant what another prepared."""
    gezocht = _subsidie(request, nummer)
    stap = _beslis(gezocht, f"Subsidie {nummer} verlenen", "Verleen de subsidie")

    def doe(_: dict[str, Any]) -> HttpResponse:
        verleen_subsidie(request.actor, gezocht, op=request.vandaag)
        return klaar(request, f"Subsidie {nummer} is verleend.", "geld:subsidie", nummer)

    return doorloop(request, stap, Leeg(request.POST or None), doe)


@scherm("geld:voorschot", rollen=VOORBEREIDERS)
def voorschot(request: Verzoek, nummer: str) -> HttpResponse:
    """Put a term ready."""
    gezocht = _subsidie(request, nummer)
    open_ = betalingen(request.actor).filter(subsidie=gezocht).exclude(stand=Betaling.Stand.AFGEKEURD)
    gedaan = set(open_.values_list("termijn", flat=True))
    keuzes = [
        (termijn, f"Termijn {termijn}: {schrijf_bedrag(bedrag)}")
        for termijn in TERMIJNEN
        if termijn not in gedaan and (bedrag := voorschot_van_termijn(gezocht.verleend_bedrag, termijn).waarde)
    ]
    stap = _beslis(gezocht, "Voorschot klaarzetten", "Zet het voorschot klaar", controle=True)

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        gemaakt = zet_voorschot_klaar(request.actor, gezocht, termijn=schoon["termijn"], op=request.vandaag).object
        return klaar(request, f"Voorschot {gemaakt.nummer} wacht op een collega.", "geld:subsidie", nummer)

    return doorloop(request, stap, Termijnformulier(request.POST or None, keuzes), doe, bij_veld={BestaatAl: "termijn"})


@scherm("geld:vaststelling", rollen=VOORBEREIDERS)
def vaststelling(request: Verzoek, nummer: str) -> HttpResponse:
    """Compute the settlement."""
    gezocht = _subsidie(request, nummer)
    stap = _beslis(gezocht, f"Vaststelling van {nummer} voorbereiden", "Reken de vaststelling uit")

    def doe(_: dict[str, Any]) -> HttpResponse:
        bereid_vaststelling_voor(request.actor, gezocht, op=request.vandaag)
        tekst = "De vaststelling is uitgerekend. Een collega stelt vast."
        return klaar(request, tekst, "geld:subsidie", nummer)

    return doorloop(request, stap, Leeg(request.POST or None), doe)


@scherm("geld:vaststellen", rollen=BESLISSERS)
def vaststellen(request: Verzoek, nummer: str) -> HttpResponse:
    """Settle what another prepared."""
    gezocht = _subsidie(request, nummer)
    stap = _beslis(gezocht, f"Subsidie {nummer} vaststellen", "Stel de subsidie vast")

    def doe(_: dict[str, Any]) -> HttpResponse:
        stel_subsidie_vast(request.actor, gezocht, op=request.vandaag)
        return klaar(request, f"Subsidie {nummer} is vastgesteld en geboekt.", "geld:subsidie", nummer)

    return doorloop(request, stap, Leeg(request.POST or None), doe)


def _subsidie(request: Verzoek, nummer: str) -> Subsidie:
    gezocht: Subsidie = get_object_or_404(alle_subsidies(request.actor), nummer=nummer)
    return gezocht


def _beslis(gezocht: Subsidie, titel: str, knop: str, *, controle: bool = False) -> Stap:
    grond = waarom_van(gezocht.bewijs)
    gegevens = list(_gegevens(gezocht)[:4])
    if gezocht.vastgesteld_bedrag is not None:
        gegevens.append(Gegeven("Vast te stellen", schrijf_bedrag(gezocht.vastgesteld_bedrag)))
    adres = reverse("geld:subsidie", args=[gezocht.nummer])
    return beslisstap(
        titel,
        knop,
        adres,
        (naar_subsidies(), Kruimel(f"Subsidie {gezocht.nummer}", adres)),
        gegevens=gegevens,
        waarom=waarom(grond, f"subsidie {gezocht.nummer}", open_=True) if grond else None,
        chips=[SUBSIDIECHIPS[gezocht.stand], *([VOORBEELD] if gezocht.contract.voorbeeld else [])],
        controle=controle,
    )
