"""How far a dossier is along the route of its agreement, and who waits for whose answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from voordeur.inwoner.queries import allen_met_bsn, dubbelen, geschreven_van, opgeschreven
from voordeur.kern.actor import Actor
from voordeur.kern.inzage import inzage
from voordeur.kern.models import Journaalregel
from voordeur.kern.queries import regeling_versie
from voordeur.regelingen.schema import Regeling
from voordeur.regels.routes import Route, Routestap
from voordeur.regels.weg import Gezet, Wegstap, loop_weg

from .models import Besluit, Document, Dossier, Klok, Landelijk, Routestand, Uitvraag

GEPLAATST = "verblijf.plaatsen"
LEVERINGSVORMEN = frozenset({"zin", "pgb"})


def route_van(regeling: Regeling, dossier: Dossier) -> Route | None:
    """The route that the dossier goes; None where the agreement has none for it."""
    return next((route for route in regeling.routes if route.id == dossier.route), None)


def stap_van_route(dossier: Dossier, id_: str) -> Routestap | None:
    """A step of the route of a dossier by its id."""
    route = route_van(regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op), dossier)
    return next((deel for deel in route.stappen if deel.id == id_), None) if route else None


def stukken_van_aanvraag(regeling: Regeling, dossier: Dossier) -> tuple[str, ...]:
    """Which papers are the application on this route; none where it asks for no paper of its own."""
    route = route_van(regeling, dossier)
    return next((deel.antwoorden for deel in route.stappen if deel.door == "aanvraag"), ()) if route else ()


@dataclass(frozen=True)
class Weg:
    """The steps of a dossier, and by step the newest question that was asked for it."""

    route: Route
    stappen: tuple[Wegstap, ...]
    vragen: Mapping[str, Uitvraag]


def weg_van(dossier: Dossier, regeling: Regeling) -> Weg | None:
    """The way of a dossier: seven questions to the database, whatever it holds. None without a route."""
    route = route_van(regeling, dossier)
    if route is None:
        return None
    vragen = {vraag.stap: vraag for vraag in Uitvraag.objects.filter(dossier=dossier).order_by("id")}
    besluit = Besluit.objects.filter(dossier=dossier, genomen_op__isnull=False, ingetrokken_op=None).order_by("id")
    genomen = besluit.first()
    stappen = loop_weg(
        _voor_deze_vorm(route, genomen),
        {**_deuren(dossier, genomen), **_genoteerd(dossier, route)},
        wacht={stap for stap, vraag in vragen.items() if vraag.beantwoord_op is None},
        besloten=genomen is not None,
        regeling=regeling.id,
    )
    return Weg(route, stappen, vragen)


def _voor_deze_vorm(route: Route, besluit: Besluit | None) -> tuple[Routestap, ...]:
    """What is only for another form of delivery than the one granted is no step of this dossier."""
    ander = LEVERINGSVORMEN - {besluit.leveringsvorm} if besluit else frozenset()
    return tuple(deel for deel in route.stappen if deel.alleen_bij not in ander)


def _genoteerd(dossier: Dossier, route: Route) -> dict[str, Gezet]:
    """What was noted by hand or answered; what concerns another region is done with its reaction and the choice."""
    gedaan = {deel.stap: Gezet(deel.gedaan_op, deel.uitkomst) for deel in Routestand.objects.filter(dossier=dossier)}
    overleg = Landelijk.objects.filter(dossier=dossier, ingetrokken_op=None).first()
    if overleg and overleg.gekozen_op:
        gedaan["door:landelijk"] = Gezet(overleg.gekozen_op)
    if overleg and overleg.gereageerd_op:
        gedaan |= {deel.id: Gezet(overleg.gereageerd_op) for deel in route.stappen if deel.vraag_aan == "herkomst"}
    return gedaan


def _deuren(dossier: Dossier, besluit: Besluit | None) -> dict[str, Gezet]:
    """What the pages of the way in did already."""
    verslag = Document.objects.filter(dossier=dossier, soort__contains="verslag").order_by("op").values_list("op")
    plan = Klok.objects.filter(dossier=dossier, soort="ondersteuningsplan", klaar_op__isnull=False).order_by("id")
    geplaatst = Journaalregel.objects.filter(
        betreft=dossier.betreft, handeling=GEPLAATST, uitslag=Journaalregel.Uitslag.GEDAAN
    ).order_by("id")
    dagen: dict[str, date | None] = {
        "melding": dossier.gemeld_op,
        "bevestiging": dossier.bevestigd_op,
        "onderzoek": dossier.onderzocht_op,
        "verslag": next((op for (op,) in verslag[:1]), None),
        "aanvraag": dossier.aangevraagd_op,
        "besluit": besluit.genomen_op if besluit else None,
        "plan": next(iter(plan.values_list("klaar_op", flat=True)[:1]), None),
    }
    plaats = geplaatst.first()
    if plaats:
        dagen |= {"plaatsing": plaats.op, "bericht": plaats.op}
    return {f"door:{deur}": Gezet(dag) for deur, dag in dagen.items() if dag is not None}


def bekende_dossiers(wie: Actor, bsn: str) -> tuple[Dossier, ...]:
    """The dossiers of who has this BSN, as far as may be seen, the newest first; nothing for what is no BSN."""
    try:
        inwoners = allen_met_bsn(wie, bsn.strip()) if bsn.strip() else []
    except ValueError:
        return ()
    return tuple(Dossier.objects.filter(inwoner__in=inwoners).order_by("-gemeld_op", "-id")) if inwoners else ()


def andere_dossiers(dossier: Dossier) -> tuple[Dossier, ...]:
    """The other dossiers of the same person, as far as may be seen, the newest first; three queries."""
    eigen = Dossier.objects.filter(inwoner=dossier.inwoner_id).exclude(pk=dossier.pk)
    alle = eigen | Dossier.objects.filter(inwoner__in=dubbelen(dossier.inwoner))
    return tuple(alle.order_by("-gemeld_op", "-id"))


@dataclass(frozen=True)
class BijLijst:
    """The college (CBS code) for whom somebody opens a list."""

    college_code: str
    pk: str = ""


@dataclass(frozen=True)
class Aanmelding:
    """A line of the list of registrations: who, of which municipality (code), why, from which facility."""

    dossier: Dossier
    reden: str
    vorige_voorziening: str


def aangemeld(wie: Actor) -> QuerySet[Dossier]:
    """Who was reported for beschermd wonen and has no place yet, the first report in front."""
    klaar = (Dossier.Stap.VERBLIJF, Dossier.Stap.AFGESLOTEN)
    wacht = Dossier.objects.filter(voorziening="BW").exclude(stap__in=klaar)
    return wacht.select_related("inwoner").order_by("gemeld_op", "id")


@inzage("toegang.aanmeldlijst.inzien")
def aanmeldlijst_inzien(wie: Actor, bij: BijLijst, rijen: Sequence[Dossier], *, op: date) -> tuple[Aanmelding, ...]:
    """The lines of the list; that somebody opened it is journaled."""
    gelezen = geschreven_van([rij.inwoner for rij in rijen], "melding")
    return tuple(
        Aanmelding(rij, melding.get("reden", ""), melding.get("vorige_voorziening", ""))
        for rij in rijen
        for melding in [gelezen.get(rij.nummer, {})]
    )


def komt_eraan(wie: Actor) -> QuerySet[Dossier]:
    """The dossiers in which help is needed from a later day and nobody has a place yet, the first day in front."""
    wacht = Dossier.objects.filter(nodig_op__isnull=False).exclude(
        stap__in=(Dossier.Stap.VERBLIJF, Dossier.Stap.AFGESLOTEN)
    )
    return wacht.select_related("inwoner").order_by("nodig_op", "id")


def open_vragen(wie: Actor) -> QuerySet[Uitvraag]:
    """Every question that nobody answered yet, in the dossiers that the actor may see, the oldest first."""
    return Uitvraag.objects.filter(beantwoord_op=None).select_related("dossier__inwoner").order_by("gevraagd_op", "id")


def vragen_aan(wie: Actor, op: date) -> QuerySet[Uitvraag]:
    """The open questions to the colleges where somebody works today."""
    eigen = [deel.college for deel in wie.rollen_op(op) if deel.college]
    return open_vragen(wie).filter(aan_soort=Uitvraag.AanSoort.COLLEGE, aan__in=eigen)


def uitvraag_of_404(nummer: str, pk: int) -> Uitvraag:
    """A question of a dossier. What may not be seen is not there: Http404."""
    return get_object_or_404(Uitvraag.objects.select_related("dossier__inwoner"), pk=pk, dossier__nummer=nummer)


@inzage("toegang.uitvraag.inzien")
def uitvraag_inzien(wie: Actor, uitvraag: Uitvraag, *, op: date) -> dict[str, Any]:
    """Who it is about, what is asked, and what the report said. Raises SleutelOntbreekt."""
    return uitvraag_lezen(uitvraag)


def uitvraag_lezen(uitvraag: Uitvraag) -> dict[str, Any]:
    """The same for a step that is itself a part of answering."""
    inwoner, nummer = uitvraag.dossier.inwoner, uitvraag.dossier.nummer
    geschreven = opgeschreven(inwoner, van=nummer)
    return {
        "identiteit": opgeschreven(inwoner, van="").get("identiteit", {}),
        "vraag": geschreven.get(f"vraag {uitvraag.stap}", {}).get("vraag", ""),
        "antwoord": geschreven.get(f"antwoord {uitvraag.stap}", {}).get("toelichting", ""),
    }
