"""Who waits for a place, which places fit, who lives where: the same actions as the screens."""

from datetime import date
from typing import Annotated, Any, Literal

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import Field

from voordeur.aanbod.queries import plekken
from voordeur.inwoner.queries import namen_van
from voordeur.kern.perioden import gesloten
from voordeur.verblijf.actions import beeindig, ontvang_plan, plaats
from voordeur.verblijf.forms import Dagformulier, Eindformulier, Planformulier
from voordeur.verblijf.fouten import PlanDagKloptNiet, PlekPastNiet
from voordeur.verblijf.models import Plaatsing as Plaatsingrij
from voordeur.verblijf.queries import kansen, plaatsingen, product_van, wachtlijst

from ..beschrijving import punt
from ..bladeren import deel, deel_van_rij
from ..deur import Vraag
from ..herhaling import Nieuw
from ..invoer import (
    Aantal,
    Cursor,
    Dagtekst,
    Gemaakt,
    Invoer,
    Lijst,
    Redenering,
    Tekst,
    Uitvoer,
    gevraagd,
    redenering,
    schoon,
)
from ..problemen import veldfouten
from ..versies import eis_versie, geef_versie

router = Router(tags=["Plaatsen"])
GEEN_BESLUIT = "Dit besluit vinden wij niet bij wie op een plek wacht."
GEEN_PLEK = "Deze plek vinden wij niet."
Gemeentecode = Annotated[str | None, Query(None, pattern=r"^[0-9]{4}$", description="De CBS-code.")]


class Wachtende(Uitvoer):
    """Somebody who has a decision and no place. `dagen`: since the decision, or the list that was read in."""

    besluit: str
    dossier: str
    gemeente: str
    product: str
    leveringsvorm: str
    genomen_op: date
    dagen: int


class Kans(Uitvoer):
    """A place, and whether it fits the decision from the day that was asked."""

    plek: int
    nummer: str
    locatie: str
    organisatie: int
    product: str
    past: bool
    waarom: list[Redenering]


class Plaatsingregel(Uitvoer):
    """A stay in a list: codes and days."""

    id: int
    dossier: str
    gemeente: str
    organisatie: int
    locatie: str
    plek: str
    product: str
    van: date
    tot: date | None
    geplaatst_op: date
    beeindigd_op: date | None
    reden_einde: str


class Plaatsing(Plaatsingregel):
    """One stay, with how to call who lives there."""

    bewoner: str


class Plaatsingvraag(Invoer):
    """Somebody who waits, the place, and from which day."""

    besluit: Annotated[Tekst, Field(max_length=20)]
    plek: Annotated[int, Field(ge=1, le=2**53)]
    vanaf: Dagtekst = gevraagd()


class Planvraag(Invoer):
    """The day on which the plan of the provider came in."""

    ontvangen_op: Dagtekst = gevraagd()


class Eindvraag(Invoer):
    """The last day of a stay, and why it ends."""

    laatste_dag: Dagtekst = gevraagd()
    reden: Annotated[Tekst, Field(max_length=40)] = gevraagd()


@punt(
    router,
    "GET",
    "/wachtenden",
    id="wachtenden",
    kop="Wie op een plek wacht",
    antwoord=Lijst[Wachtende],
    scherm="verblijf:wachtlijst",
)
def wachtenden(request: Vraag, gemeente: Gemeentecode = None, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """Who has a decision and no place, the first decision in front."""
    gezocht = wachtlijst(request.actor)
    if gemeente:
        gezocht = gezocht.filter(college_code=gemeente)
    gevonden = deel(gezocht, cursor, aantal, op="id")
    return Lijst[Wachtende](
        items=[_wachtende(deze, request.vandaag) for deze in gevonden.rijen], volgende=gevonden.volgende
    )


def _wachtende(besluit: Any, dag: date) -> Wachtende:
    return Wachtende(
        besluit=besluit.nummer, dossier=besluit.dossier.nummer, gemeente=besluit.college_code,
        product=product_van(besluit), leveringsvorm=besluit.leveringsvorm, genomen_op=besluit.genomen_op,
        dagen=(dag - besluit.sinds).days,
    )  # fmt: skip


@punt(
    router,
    "GET",
    "/wachtenden/{besluit}/plekken",
    id="plekken",
    kop="Welke plekken bij een besluit passen",
    antwoord=Lijst[Kans],
    scherm="verblijf:plaatsen",
)
def plekken_bij(request: Vraag, besluit: str, vanaf: date, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """Every place of the region, and whether and why it fits this decision from a day on."""
    gevonden = get_object_or_404(wachtlijst(request.actor), nummer=besluit)
    alle = kansen(request.actor, gevonden, plekken(), vanaf)
    stuk = deel_van_rij(alle, cursor, aantal)
    rijen = [
        Kans(
            plek=kans.plek.pk, nummer=kans.plek.nummer, locatie=kans.plek.locatie.naam,
            organisatie=kans.plek.locatie.organisatie_id, product=kans.plek.product,
            past=kans.uitkomst.waarde.past, waarom=redenering(kans.uitkomst.stappen),
        )
        for kans in stuk.rijen
    ]  # fmt: skip
    return Lijst[Kans](items=rijen, volgende=stuk.volgende)


@punt(
    router,
    "GET",
    "/plaatsingen",
    id="plaatsingen",
    kop="Wie waar woont",
    antwoord=Lijst[Plaatsingregel],
    scherm="verblijf:bewoners",
)
def lijst(
    request: Vraag,
    stand: Annotated[Literal["nu", "straks", "voorbij"] | None, Query(None, description="Leeg: allemaal.")] = None,
    gemeente: Gemeentecode = None,
    cursor: Cursor = None,
    aantal: Aantal = 50,
) -> Any:
    """The stays that the account of the key may see, the last one made first; a provider sees its own."""
    dag = request.vandaag
    standen = {
        "nu": Q(periode__contains=dag),
        "straks": Q(periode__startswith__gt=dag),
        "voorbij": Q(periode__endswith__lte=dag),
    }
    gezocht = plaatsingen(request.actor).filter(standen.get(stand or "", Q()))
    if gemeente:
        gezocht = gezocht.filter(college_code=gemeente)
    gevonden = deel(gezocht, cursor, aantal)
    return Lijst[Plaatsingregel](
        items=[Plaatsingregel(**_regel(deze)) for deze in gevonden.rijen], volgende=gevonden.volgende
    )


def _regel(deze: Plaatsingrij) -> dict[str, Any]:
    dagen = gesloten(deze.periode)
    return {
        "id": deze.pk, "dossier": deze.dossier.nummer, "gemeente": deze.college_code,
        "organisatie": deze.organisatie_id, "locatie": deze.plek.locatie.naam, "plek": deze.plek.nummer,
        "product": deze.plek.product, "van": dagen.van, "tot": dagen.tot, "geplaatst_op": deze.geplaatst_op,
        "beeindigd_op": deze.beeindigd_op, "reden_einde": deze.reden_einde,
    }  # fmt: skip


def _pad(nummer: int) -> str:
    return f"/v1/plaatsingen/{nummer}"


def _stand(deze: Plaatsingrij) -> dict[str, Any]:
    dagen = gesloten(deze.periode)
    return {"van": dagen.van, "tot": dagen.tot, "beeindigd_op": deze.beeindigd_op, "reden_einde": deze.reden_einde}


@punt(
    router,
    "GET",
    "/plaatsingen/{plaatsing}",
    id="plaatsing",
    kop="Een plaatsing",
    antwoord=Plaatsing,
    scherm="verblijf:bewoners",
    toont=True,
)
def een(request: Vraag, response: HttpResponse, plaatsing: int) -> Any:
    """One stay, with how to call who lives there."""
    deze = get_object_or_404(plaatsingen(request.actor), pk=plaatsing)
    geef_versie(response, _pad(deze.pk), _stand(deze))
    naam = namen_van([deze.dossier.inwoner])[deze.dossier.inwoner_id]
    return Plaatsing(**_regel(deze), bewoner=naam)


@punt(
    router,
    "POST",
    "/plaatsingen",
    id="maakPlaatsing",
    kop="Geef iemand een plek",
    antwoord=Gemaakt,
    scherm="verblijf:plaatsen",
    maakt=True,
)
def maak(request: Vraag, vraag: Plaatsingvraag) -> Any:
    """Give somebody a place, for as long as the decision lasts. The provider sees who is coming."""
    besluit = wachtlijst(request.actor).filter(nummer=vraag.besluit).first()
    plek = plekken().filter(pk=vraag.plek).first()
    fouten = [("#/besluit", GEEN_BESLUIT)] if besluit is None else []
    fouten += [("#/plek", GEEN_PLEK)] if plek is None else []
    if besluit is None or plek is None:
        raise veldfouten(fouten)
    vanaf = schoon(Dagformulier({"vanaf": vraag.vanaf}, gesloten(besluit.periode)))["vanaf"]
    try:
        gemaakt: Plaatsingrij = plaats(request.actor, besluit, plek, vanaf=vanaf, op=request.vandaag).object
    except PlekPastNiet as fout:
        raise veldfouten([("#/plek", str(fout))]) from None
    return Nieuw(str(gemaakt.pk), _pad(gemaakt.pk))


@punt(
    router,
    "POST",
    "/plaatsingen/{plaatsing}/beeindigingen",
    id="beeindigPlaatsing",
    kop="Beëindig een verblijf",
    antwoord=Plaatsingregel,
    scherm="verblijf:beeindigen",
    wijzigt=True,
    toont=True,
)
def einde(request: Vraag, response: HttpResponse, plaatsing: int, vraag: Eindvraag) -> Any:
    """End a stay: the place is free from the day after, and the dossier closes."""
    deze = _zoals_gezien(request, plaatsing)
    ingevuld = schoon(Eindformulier(vraag.model_dump(), gesloten(deze.periode)))
    beeindig(request.actor, deze, **ingevuld, op=request.vandaag)
    return _nu(request, response, deze)


@punt(
    router,
    "POST",
    "/plaatsingen/{plaatsing}/plannen",
    id="noteerPlan",
    kop="Noteer dat het plan binnen is",
    antwoord=Plaatsingregel,
    scherm="verblijf:plan",
    wijzigt=True,
    toont=True,
)
def plan(request: Vraag, response: HttpResponse, plaatsing: int, vraag: Planvraag) -> Any:
    """Note that the provider handed in its plan: the term for it stops on that day."""
    deze = _zoals_gezien(request, plaatsing)
    ingevuld = schoon(Planformulier(vraag.model_dump()))
    try:
        ontvang_plan(request.actor, deze, **ingevuld, op=request.vandaag)
    except PlanDagKloptNiet as fout:
        raise veldfouten([("#/ontvangenOp", str(fout))]) from None
    return _nu(request, response, deze)


def _zoals_gezien(request: Vraag, plaatsing: int) -> Plaatsingrij:
    """The stay, locked, when it still is what the caller saw. Raises Http404, Probleem."""
    deze = get_object_or_404(plaatsingen(request.actor), pk=plaatsing)
    # the same change at the same moment waits for this one, and then sees it
    Plaatsingrij.objects.select_for_update().get(pk=deze.pk)
    deze.refresh_from_db(fields=["periode", "beeindigd_op", "reden_einde"])
    eis_versie(request, _pad(deze.pk), _stand(deze))
    return deze


def _nu(request: Vraag, response: HttpResponse, deze: Plaatsingrij) -> Plaatsingregel:
    nu = get_object_or_404(plaatsingen(request.actor), pk=deze.pk)
    geef_versie(response, _pad(nu.pk), _stand(nu))
    return Plaatsingregel(**_regel(nu))
