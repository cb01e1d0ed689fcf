"""Shelters: who comes to the door, who sleeps where tonight, how many beds there are."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import QuerySet
from ninja import Router
from pydantic import Field

from voordeur.kern.fouten import eis
from voordeur.kern.queries import centrum
from voordeur.opvang.actions import AanDeDeur, bij, geef_nacht, ontvang
from voordeur.opvang.forms import Beddental, Deur, DeurZonderBed, NietHier
from voordeur.opvang.fouten import GeenOpvang
from voordeur.opvang.models import Aanmelding, Bedden, Nacht
from voordeur.opvang.queries import andere_opvang, bezetting, gezin_zonder_bed, laatste_soort, mo_dossiers
from voordeur.opvang.soorten import soorten_op

from ..beschrijving import punt
from ..deur import Vraag
from ..herhaling import Nieuw
from ..invoer import Gemaakt, Invoer, Tekst, Uitvoer
from ..lijsten import filter_op, lijst, uit
from ..problemen import van_formulier, veldfouten
from ..stappen import Bak, Ding, Scherm, nieuw, stap, vergrendel
from ..vormen import Kort, stuur_in, vorm_uit, vraag_naar

router = Router(tags=["Opvang"])
AANMELDING_SLEUTELS = UUID("6f1b8a53-6b1e-4d61-9a3e-2b3a2f1f6c0d")


class Nachtregel(Uitvoer):
    """A night of somebody, by the number of the dossier. `versie`: what to send in If-Match to cross it out."""

    id: int
    dossier: str
    organisatie: int
    nacht: date
    soort: str
    kind: bool
    vervallen_op: date | None
    reden: str
    versie: str


class Bezettingregel(Uitvoer):
    """How full a shelter is in a night; `bedden` null when it did not record how many it has."""

    organisatie: int
    nacht: date
    slapers: int
    kinderen: int
    bedden: int | None
    vrij: int | None


class Bedregel(Uitvoer):
    """How many beds a shelter has from a day on."""

    organisatie: int
    aantal: int
    vanaf: date


class Aanmeldregel(Uitvoer):
    """Somebody came to the door, with who came along; the dossier is of who came first."""

    id: int
    dossier: str
    organisatie: int
    op: date
    volwassenen: int
    kinderen: int


class Nachtvraag(Invoer):
    """Somebody who is known, who sleeps here tonight; with the family that came along when `gezin` says so."""

    dossier: Annotated[Tekst, Field(max_length=20)]
    gezin: bool = False


def huis_van(request: Vraag) -> int:
    """The shelter of the account. Raises GeenOpvang."""
    eis(request.actor.aanbieder is not None, GeenOpvang())
    return int(request.actor.aanbieder or 0)


def nachten(request: Vraag, nacht: date | None) -> QuerySet[Nacht]:
    """The nights of the own shelter, the last one written down first."""
    gezocht = Nacht.objects.select_related("dossier").filter(organisatie=huis_van(request))
    return gezocht.filter(nacht=nacht) if nacht else gezocht


def _bezetting(request: Vraag, nacht: date | None) -> list[Bezettingregel]:
    organisatie, deze = huis_van(request), nacht or request.vandaag
    vol = bezetting(organisatie, deze)
    return [Bezettingregel(organisatie=organisatie, nacht=deze, slapers=vol.slapers, kinderen=vol.kinderen,
                           bedden=vol.bedden, vrij=vol.vrij)]  # fmt: skip


NACHT = Ding(
    lambda request, nacht: vergrendel(nachten(request, None), pk=nacht),
    lambda deze: {"nacht": deze.nacht, "vervallen_op": deze.vervallen_op, "reden": deze.reden},
    lambda deze: f"/v1/nachten/{deze.pk}",
    lambda deze: f"/v1/nachten?nacht={deze.nacht.isoformat()}",
)
OP_NACHT = filter_op(date, "De dag waarop de nacht begint.")
lijst(
    router, "/nachten", id="nachten", kop="Wie er slaapt bij uw opvang", scherm="opvang:vannacht", rij=Nachtregel,
    zoek=nachten, nacht=OP_NACHT,
    maak=lambda deze: uit(Nachtregel, deze, id=deze.pk, dossier=deze.dossier.nummer,
                          organisatie=deze.organisatie_id, versie=NACHT.etag(deze)),
)  # fmt: skip
lijst(
    router, "/bezettingen", id="bezettingen", kop="Hoe vol uw opvang is in een nacht", scherm="opvang:vannacht",
    rij=Bezettingregel, zoek=_bezetting, maak=lambda deze: deze, nacht=OP_NACHT,
)  # fmt: skip
lijst(
    router, "/beddentallen", id="beddentallen", kop="Hoeveel bedden uw opvang heeft", scherm="opvang:bedden",
    rij=Bedregel, zoek=lambda request: Bedden.objects.filter(organisatie=huis_van(request)),
    maak=lambda deze: uit(Bedregel, deze, organisatie=deze.organisatie_id),
)  # fmt: skip
lijst(
    router, "/aanmeldingen", id="aanmeldingen", kop="Wie er aan de deur kwam", scherm="opvang:deur", rij=Aanmeldregel,
    zoek=lambda request: Aanmelding.objects.select_related("dossier").filter(organisatie=huis_van(request)),
    maak=lambda deze: uit(Aanmeldregel, deze, id=deze.pk, dossier=deze.dossier.nummer,
                          organisatie=deze.organisatie_id),
)  # fmt: skip

nieuw(
    router, "/beddentallen", id="legBeddenVast", kop="Leg vast hoeveel bedden er zijn",
    scherm=Scherm("opvang:bedden", lambda *_: {}), vorm=vorm_uit("Beddenvraag", Beddental),
    bak=Bak(huis_van, lambda _, huis: Bedden.objects.filter(organisatie=huis),
            lambda deze: str(deze.pk), lambda _: "/v1/beddentallen"),
)  # fmt: skip
stap(
    router, "/nachten/{nacht}/doorhalingen", id="haalNachtWeg", kop="Haal een nacht van de lijst",
    scherm=Scherm("opvang:niet_hier", lambda deze, _: {"nummer": deze.dossier.nummer},
                  lambda deze: {"nacht": deze.nacht.isoformat()}),
    vorm=vorm_uit("Doorhaling", NietHier), ding=NACHT,
)  # fmt: skip


@punt(
    router,
    "POST",
    "/nachten",
    id="maakNacht",
    kop="Zet iemand op de lijst van vannacht",
    antwoord=Gemaakt,
    scherm="opvang:vannacht",
    maakt=True,
)
def slaapt_hier(request: Vraag, vraag: Nachtvraag) -> Any:
    """Somebody who is known sleeps here tonight, with the family when that is asked."""
    huis = huis_van(request)
    dossier = mo_dossiers().filter(nummer=vraag.dossier).first()
    if dossier is None:
        raise veldfouten([("#/dossier", "Dit dossier vinden wij niet bij de opvang.")])
    nacht, soort = request.vandaag, laatste_soort(huis)
    for deze in (gezin_zonder_bed(dossier, nacht) if vraag.gezin else [dossier]) or [dossier]:
        gemaakt = geef_nacht(request.actor, bij(request.actor, deze), nacht=nacht, soort=soort, op=nacht).object
    return Nieuw(str(gemaakt.pk), f"/v1/nachten?nacht={nacht.isoformat()}")


AANMELDVRAAG = vorm_uit(
    "Aanmeldvraag", DeurZonderBed, zonder=("grond", "toch_vol", "uitkomst", "naar", "waar", "gebeld"),
    soort=vraag_naar(Kort, "", "Welke plek? Leeg: de plek die de opvang het laatst gaf."),
)  # fmt: skip
ZONDER_BED = vorm_uit(
    "ZonderBed", DeurZonderBed, soort=vraag_naar(Kort, ""),
    naar=vraag_naar(Kort, "", "Het nummer van de opvang in de regio die de persoon overneemt."),
)  # fmt: skip


def _neem_op(request: Vraag, soort: type[Deur], ingestuurd: Any, **meer: Any) -> Nieuw:
    """The door of the screen, stored once for each Idempotency-Key."""
    huis = huis_van(request)
    keuzes: Mapping[str, str] = soorten_op(request.actor.regio, request.vandaag)
    laatst = laatste_soort(huis)
    if not ingestuurd.post.get("soort"):
        ingestuurd.post["soort"] = laatst if laatst in keuzes else next(iter(keuzes))
    formulier = soort(ingestuurd.post, vandaag=request.vandaag, soorten=keuzes, **meer)
    if not formulier.is_valid():
        raise van_formulier(formulier)
    wie = AanDeDeur(
        college_code=centrum(request.actor.regio).code, aanbieder_id=huis, gasten=formulier.gasten(),
        nacht=request.vandaag, veilig=formulier.cleaned_data["veilig"], soort=formulier.soort,
        elders=formulier.elders() if isinstance(formulier, DeurZonderBed) else None,
        sleutel=uuid5(AANMELDING_SLEUTELS, f"{request.apisleutel.pk} {request.headers['Idempotency-Key']}"),
    )  # fmt: skip
    with transaction.atomic():
        gemaakt = ontvang(request.actor, wie, op=request.vandaag).object
    return Nieuw(gemaakt.dossier.nummer, "/v1/aanmeldingen")


def aan_de_deur(request: Vraag, vraag: Any) -> Any:
    """Somebody came to the door and gets a bed. Everything may stay open; there is no way to refuse."""
    return _neem_op(request, Deur, stuur_in(AANMELDVRAAG, vraag))


def geen_bed(request: Vraag, vraag: Any) -> Any:
    """Somebody came to the door and there is no bed: why, and where the person was brought."""
    huis = huis_van(request)
    meer = {"opvang": andere_opvang(huis), "vrij": bezetting(huis, request.vandaag).vrij}
    return _neem_op(request, DeurZonderBed, stuur_in(ZONDER_BED, vraag), **meer)


for functie, vorm_, pad_, id_, kop_, scherm_ in (
    (aan_de_deur, AANMELDVRAAG, "/aanmeldingen", "maakAanmelding", "Neem op wie aan de deur komt", "opvang:deur"),
    (geen_bed, ZONDER_BED, "/aanmeldingen-zonder-bedden", "meldGeenBed", "Leg vast dat er geen bed was en waarheen",
     "opvang:geen_plek"),
):  # fmt: skip
    functie.__annotations__["vraag"] = vorm_.soort
    punt(router, "POST", pad_, id=id_, kop=kop_, antwoord=Gemaakt, scherm=scherm_, maakt=True)(functie)
