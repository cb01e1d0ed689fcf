"""Claims: handing in, reading, assessing, by the same actions as the screens."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import Field

from voordeur.geld.actions import dien_declaratie_in, keur_declaratie_goed, wijs_declaratie_af
from voordeur.geld.forms import Bedragformulier, Redenformulier
from voordeur.geld.fouten import AlGedeclareerd
from voordeur.geld.models import Declaratie as Declaratierij
from voordeur.geld.queries import declaraties, waarom_van
from voordeur.geld.toets import Blokkeuze, te_declareren
from voordeur.kern.perioden import gesloten
from voordeur.verblijf.queries import plaatsingen

from ..beschrijving import punt
from ..bladeren import deel
from ..deur import Vraag
from ..herhaling import Nieuw
from ..invoer import (
    Aantal,
    Bedragtekst,
    Berekening,
    Cursor,
    Gemaakt,
    Invoer,
    Lijst,
    Tekst,
    Uitvoer,
    als_berekening,
    bedrag,
    gevraagd,
    schoon,
)
from ..lijsten import lijst as maak_lijst
from ..problemen import veldfouten
from ..versies import eis_versie, geef_versie
from .dossiervormen import Leeg

router = Router(tags=["Declaraties"])
Stand = Literal["ingediend", "goedgekeurd", "afgekeurd"]


class Declaratieregel(Uitvoer):
    """A claim: what a provider asks for one stay over one block of days."""

    nummer: str
    plaatsing: int
    organisatie: int
    gemeente: str
    blok: int
    van: date
    tot: date | None
    bedrag: str
    verwacht: str | None
    stand: str
    ingediend_op: date
    beoordeeld_op: date | None
    reden: str


class Declaratie(Declaratieregel):
    """One claim, with how the expected amount was computed."""

    berekening: Berekening | None


class Blokregel(Uitvoer):
    """A block that can be claimed for a stay, and how many of its days were lived in."""

    blok: int
    van: date
    tot: date | None
    dagen: int


class Declaratievraag(Invoer):
    """The stay, the block and the amount."""

    plaatsing: Annotated[int, Field(ge=1, le=2**53)]
    blok: Annotated[int, Field(ge=1, le=10_000)]
    bedrag: Bedragtekst


class Afwijsvraag(Invoer):
    """Why a claim is refused; the provider reads it."""

    reden: Annotated[Tekst, Field(max_length=300)] = gevraagd()


@punt(
    router,
    "GET",
    "/declaraties",
    id="declaraties",
    kop="De declaraties die u mag zien",
    antwoord=Lijst[Declaratieregel],
    scherm="geld:declaraties",
)
def lijst(
    request: Vraag,
    stand: Annotated[Stand | None, Query(None, description="Alleen declaraties in deze stand.")] = None,
    cursor: Cursor = None,
    aantal: Aantal = 50,
) -> Any:
    """The claims that the account of the key may see, the last one first; a provider sees its own."""
    gezocht = declaraties(request.actor)
    gevonden = deel(gezocht.filter(stand=stand) if stand else gezocht, cursor, aantal)
    return Lijst[Declaratieregel](
        items=[Declaratieregel(**_regel(deze)) for deze in gevonden.rijen], volgende=gevonden.volgende
    )


def _regel(deze: Declaratierij) -> dict[str, Any]:
    dagen = gesloten(deze.periode)
    return {
        "nummer": deze.nummer, "plaatsing": deze.plaatsing_id, "organisatie": deze.organisatie_id,
        "gemeente": deze.college_code, "blok": deze.blok, "van": dagen.van, "tot": dagen.tot,
        "bedrag": bedrag(deze.bedrag), "verwacht": None if deze.verwacht is None else bedrag(deze.verwacht),
        "stand": deze.stand, "ingediend_op": deze.ingediend_op, "beoordeeld_op": deze.beoordeeld_op,
        "reden": deze.reden,
    }  # fmt: skip


def _blokken(request: Vraag, plaatsing: int) -> list[Blokkeuze]:
    """The blocks of a stay that are over and not claimed yet, the newest first."""
    verblijf = get_object_or_404(plaatsingen(request.actor), pk=plaatsing)
    geldig = declaraties(request.actor).filter(plaatsing=verblijf).exclude(stand="afgekeurd").order_by()
    return te_declareren(request.actor.regio, verblijf, set(geldig.values_list("blok", flat=True)), request.vandaag)


def _blok(deze: Blokkeuze) -> Blokregel:
    return Blokregel(blok=deze.blok, van=deze.periode.van, tot=deze.periode.tot, dagen=deze.dagen)


maak_lijst(
    router, "/plaatsingen/{plaatsing}/blokken", id="blokken", kop="Welke blokken u nog kunt declareren",
    scherm="geld:declareren", rij=Blokregel, zoek=_blokken, maak=_blok,
)  # fmt: skip


def _pad(nummer: str) -> str:
    return f"/v1/declaraties/{nummer}"


def _stand(deze: Declaratierij) -> dict[str, Any]:
    return {"stand": deze.stand, "beoordeeld_op": deze.beoordeeld_op, "bedrag": bedrag(deze.bedrag)}


@punt(
    router,
    "GET",
    "/declaraties/{nummer}",
    id="declaratie",
    kop="Een declaratie",
    antwoord=Declaratie,
    scherm="geld:declaratie",
    toont=True,
)
def een(request: Vraag, response: HttpResponse, nummer: str) -> Any:
    """One claim, with how the expected amount was computed."""
    deze = get_object_or_404(declaraties(request.actor), nummer=nummer)
    geef_versie(response, _pad(nummer), _stand(deze))
    grond = waarom_van(deze.bewijs)
    return Declaratie(**_regel(deze), berekening=als_berekening(grond.uitkomst, grond.regeling) if grond else None)


@punt(
    router,
    "POST",
    "/declaraties",
    id="maakDeclaratie",
    kop="Dien een declaratie in",
    antwoord=Gemaakt,
    scherm="geld:declareren_blok",
    maakt=True,
)
def maak(request: Vraag, vraag: Declaratievraag) -> Any:
    """Claim one block of a stay; it is checked at once, and kept with what does not match."""
    verblijf = plaatsingen(request.actor).filter(pk=vraag.plaatsing).first()
    if verblijf is None:
        raise veldfouten([("#/plaatsing", "Deze plaatsing vinden wij niet.")])
    gevraagd_: Decimal = schoon(Bedragformulier({"bedrag": vraag.bedrag.replace(".", ",")}))["bedrag"]
    try:
        gedaan = dien_declaratie_in(request.actor, verblijf, blok=vraag.blok, bedrag=gevraagd_, op=request.vandaag)
    except AlGedeclareerd as fout:
        raise veldfouten([("#/blok", str(fout))]) from None
    return Nieuw(gedaan.object.nummer, _pad(gedaan.object.nummer))


@punt(
    router,
    "POST",
    "/declaraties/{nummer}/goedkeuringen",
    id="keurDeclaratieGoed",
    kop="Keur een declaratie goed",
    antwoord=Declaratieregel,
    scherm="geld:declaratie_goedkeuren",
    wijzigt=True,
    toont=True,
)
def goedkeuring(request: Vraag, response: HttpResponse, nummer: str, vraag: Leeg) -> Any:
    """Approve a claim of which every check holds; it is booked."""
    keur_declaratie_goed(request.actor, _zoals_gezien(request, nummer), op=request.vandaag)
    return _nu(request, response, nummer)


@punt(
    router,
    "POST",
    "/declaraties/{nummer}/afwijzingen",
    id="wijsDeclaratieAf",
    kop="Keur een declaratie af",
    antwoord=Declaratieregel,
    scherm="geld:declaratie_afwijzen",
    wijzigt=True,
    toont=True,
)
def afwijzing(request: Vraag, response: HttpResponse, nummer: str, vraag: Afwijsvraag) -> Any:
    """Refuse a claim with the reason; the block can be claimed again."""
    deze = _zoals_gezien(request, nummer)
    reden = schoon(Redenformulier(vraag.model_dump()))["reden"]
    wijs_declaratie_af(request.actor, deze, reden=reden, op=request.vandaag)
    return _nu(request, response, nummer)


def _zoals_gezien(request: Vraag, nummer: str) -> Declaratierij:
    """The claim, locked, when it still is what the caller saw. Raises Http404, Probleem."""
    deze = get_object_or_404(declaraties(request.actor), nummer=nummer)
    Declaratierij.objects.select_for_update().get(pk=deze.pk)
    deze.refresh_from_db(fields=["stand", "beoordeeld_op", "bedrag"])
    eis_versie(request, _pad(nummer), _stand(deze))
    return deze


def _nu(request: Vraag, response: HttpResponse, nummer: str) -> Declaratieregel:
    deze = declaraties(request.actor).get(nummer=nummer)
    geef_versie(response, _pad(nummer), _stand(deze))
    return Declaratieregel(**_regel(deze))
