"""What a correction changes: clocks, letters, the outcome of the access test. Found by doing it, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models, transaction

from voordeur.kern.fouten import eis
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.termijnen import Termijneinde
from voordeur.regels.uitkomst import Uitkomst

from .brief import ontvanger_van
from .feiten import lees, toetsfeiten
from .fouten_landelijk import AlGeplaatst
from .models import Besluit, Document, Dossier, Klok
from .queries import regeling_van_dossier, toets_op, waarom_klok

EIGEN = "voordeur"
# letters that are written anew from the dossier, and so can be sent anew
OPNIEUW = frozenset({"ontvangstbevestiging"})


@dataclass(frozen=True)
class Klokgevolg:
    """A clock that ends on another day, and why; `ingebreke`: a notice of default counted on the old day."""

    naam: str
    oud: date
    nieuw: date
    waarom: Uitkomst[Termijneinde]
    ingebreke: bool


@dataclass(frozen=True)
class Briefgevolg:
    """A letter that would read differently now."""

    pk: int
    titel: str
    op: date
    kan_opnieuw: bool


@dataclass(frozen=True)
class Gevolgen:
    """What changes. `toets_oud`, `toets_nieuw`: the answer of the access test, empty where there is none.

    `herzien`: the numbers of decisions that rest on what was corrected, and stay as they are until they are revised.
    """

    klokken: tuple[Klokgevolg, ...] = ()
    brieven: tuple[Briefgevolg, ...] = ()
    toets_oud: str = ""
    toets_nieuw: str = ""
    herzien: tuple[str, ...] = ()
    andere_dossiers: int = 0

    @property
    def toets_anders(self) -> bool:
        return self.toets_oud != self.toets_nieuw


@dataclass(frozen=True)
class Foto:
    """How a dossier stands at a moment, as far as corrections touch it."""

    einden: dict[int, date]
    toets: str
    genomen: dict[str, str]
    aan: Any
    melding: tuple[date, str]


def maak_foto(dossier: Dossier, op: date) -> Foto:
    """Look at a dossier before and after a correction."""
    identiteit, geschreven = lees(dossier)
    genomen = Besluit.objects.filter(dossier=dossier, genomen_op__isnull=False, ingetrokken_op=None)
    nu = toetsfeiten(dossier, identiteit, geschreven, op)
    toen = geschreven.get("toetsfeiten")
    vast = {"geboortedatum", "woonplaats"}
    bij_besluit = {**toen, **{naam: nu[naam] for naam in vast}} if toen else nu
    return Foto(
        einden=dict(Klok.objects.filter(dossier=dossier).values_list("pk", "uiterlijk")),
        toets=_toets(dossier, nu),
        genomen={besluit.nummer: _toets(dossier, bij_besluit) for besluit in genomen},
        aan=ontvanger_van(dossier),
        melding=(dossier.gemeld_op, dossier.college_code),
    )


def _toets(dossier: Dossier, feiten: dict[str, Any]) -> str:
    try:
        return str(toets_op(regeling_van_dossier(dossier), dossier, feiten).waarde.toegang)
    except Onberekenbaar:
        return ""


def vergelijk(dossier: Dossier, voor: Foto, na: Foto) -> Gevolgen:
    """What is different between two looks at a dossier."""
    klokken = [
        Klokgevolg(
            klok.naam, voor.einden[klok.pk], klok.uiterlijk, waarom_klok(klok), klok.ingebrekestellingen.exists()
        )
        for klok in Klok.objects.filter(dossier=dossier).select_related("dossier").order_by("uiterlijk", "id")
        if voor.einden.get(klok.pk) not in (None, klok.uiterlijk)
    ]
    anders = voor.aan != na.aan or voor.melding[1] != na.melding[1]
    bevestiging = anders or bool(klokken) or voor.melding != na.melding
    return Gevolgen(
        klokken=tuple(klokken),
        brieven=tuple(_brieven(dossier, anders, bevestiging)),
        toets_oud=voor.toets,
        toets_nieuw=na.toets,
        herzien=tuple(naam for naam, toets in voor.genomen.items() if na.genomen.get(naam) != toets),
        andere_dossiers=Dossier.objects.filter(inwoner=dossier.inwoner_id).exclude(pk=dossier.pk).count(),
    )


def _brieven(dossier: Dossier, alle: bool, bevestiging: bool) -> list[Briefgevolg]:
    """Every letter of ours when name, address or municipality changed; else the confirmation, with its days."""
    documenten = Document.objects.filter(dossier=dossier, van=EIGEN).defer("inhoud").order_by("op", "id")
    laatste = {document.soort: document for document in documenten}
    return [
        Briefgevolg(deel.pk, deel.titel, deel.op, deel.soort in OPNIEUW)
        for deel in laatste.values()
        if alle or (bevestiging and deel.soort in OPNIEUW)
    ]


def alsof(dossier: Dossier, pas_toe: Callable[[], object], op: date) -> Gevolgen:
    """What a correction would change, without doing it. Raises what the correction raises."""
    with transaction.atomic():
        voor = maak_foto(dossier, op)
        pas_toe()
        gevolgen = vergelijk(dossier, voor, maak_foto(dossier, op))
        transaction.set_rollback(True)
    return gevolgen


def relaties(dossier: Dossier) -> list[tuple[type[models.Model], str]]:
    """Every model of this room that carries a dossier, with the name of that field. Raises AlGeplaatst.

    A row of another room, a place or money, does not move with it.
    """
    eigen = []
    for relatie in Dossier._meta.related_objects:
        model, veld = relatie.field.model, relatie.field.name
        if model._meta.app_label == Dossier._meta.app_label:
            eigen.append((model, veld))
        else:
            eis(not model._default_manager.filter(**{veld: dossier}).exists(), AlGeplaatst())
    return eigen
