"""What is asked of the way in. Reading a dossier is journaled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from voordeur.inwoner.queries import lees_bestand
from voordeur.inwoner.queries_afscherming import adres_geheim, zonder_adres
from voordeur.kern.actor import Actor
from voordeur.kern.inzage import inzage
from voordeur.kern.models import Journaalregel
from voordeur.kern.queries import regeling_versie
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.regelingen.schema import Regeling
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.inschaling import Arrangement
from voordeur.regels.termijnen import Termijneinde
from voordeur.regels.toegang import Toegang
from voordeur.regels.uitkomst import Uitkomst

from .feiten import genoemde_vormen, inschaal_regel, kent_criteria, lees, toets_regel, toetsfeiten, vormen_van
from .models import Besluit, Document, Dossier, Klok
from .models.besluit import PAPIER
from .termijnen import bereken_einde, lopende_klok, opschortingen_van

# what comes beside a dossier without changing it: it leaves the version as it is
NAAST = (
    "toegang.document.toevoegen", "toegang.betrokkene.toevoegen", "toegang.betrokkene.beeindigen",
    "toegang.inwonervraag.stellen", "toegang.inwonervraag.beantwoorden", "toegang.klacht.indienen",
    "toegang.klacht.opnemen",
    "toegang.klacht.doorsturen", "toegang.klacht.persoon", "toegang.klacht.verdagen", "toegang.klacht.afhandelen",
    "toegang.afspraak.maken", "toegang.afspraak.verzetten", "toegang.afspraak.afzeggen", "toegang.afspraak.anders",
)  # fmt: skip


def dossiers(wie: Actor) -> QuerySet[Dossier]:
    """The dossiers that the actor may see, with their residents, the newest first."""
    return Dossier.objects.select_related("inwoner").order_by("-gemeld_op", "-id")


def met_nummer(gezocht: QuerySet[Dossier], nummer: str) -> QuerySet[Dossier]:
    """The dossiers of this number or the beginning of one, of the end of one, or with a decision of this number.

    What a letter gives as its reference is read as a whole: '2026-0012, besluit 2026-0007'.
    """
    dossier, _, besluit = nummer.partition(", besluit ")
    if besluit:
        return gezocht.filter(nummer=dossier)
    return gezocht.filter(
        Q(nummer__startswith=nummer)
        | Q(nummer__endswith=f"-{nummer.zfill(4)}")
        | Q(pk__in=_van_nummer(nummer).values("dossier"))
    )


def besluitnummers(nummer: str) -> dict[int, str]:
    """By dossier the decision that was found by its number, for whoever wonders why a dossier is shown."""
    return {besluit.dossier_id: besluit.papiernummer or besluit.nummer for besluit in _van_nummer(nummer)}


def _van_nummer(nummer: str) -> QuerySet[Besluit]:
    """A decision that was taken on paper is found by the number on that paper."""
    return Besluit.objects.filter(nummer__in=(nummer, f"{PAPIER}{nummer}")).order_by("id")


def dossier_of_404(nummer: str) -> Dossier:
    """The dossier with this number. What may not be seen is not there: Http404."""
    if "\0" in nummer:
        raise Http404
    return get_object_or_404(Dossier.objects.select_related("inwoner"), nummer=nummer)


def klokken(dossier: Dossier) -> QuerySet[Klok]:
    """Every term of a dossier, the one that ends first in front."""
    return Klok.objects.filter(dossier=dossier).order_by("uiterlijk", "id")


def lopende_klokken(wie: Actor) -> QuerySet[Klok]:
    """Every term that runs in the dossiers that the actor may see, the one that ends first in front."""
    return Klok.objects.filter(klaar_op=None).select_related("dossier__inwoner").order_by("uiterlijk", "id")


def loopt(dossier: Dossier, soort: str) -> bool:
    """Whether a term of this kind runs."""
    return lopende_klok(dossier, soort) is not None


def besluiten(dossier: Dossier) -> QuerySet[Besluit]:
    """Every decision of a dossier, the newest first."""
    return Besluit.objects.filter(dossier=dossier).order_by("-id")


def geldend_besluit(dossier: Dossier, op: date) -> Besluit | None:
    """The decision that grants something on a day: taken, and not withdrawn. What ends one cuts its period short."""
    toegekend = besluiten(dossier).filter(strekking=Besluit.Strekking.TOEKENNING, ingetrokken_op=None)
    return toegekend.filter(genomen_op__lte=op, periode__contains=op).first()


def voorstellen() -> QuerySet[Besluit]:
    """The decisions that were prepared and wait for a signature."""
    return Besluit.objects.filter(genomen_op=None, ingetrokken_op=None)


def personen_gemeld(voorziening: str, van: date, tot: date) -> dict[str, int]:
    """How many persons had a melding in these days, by municipality."""
    rijen = Dossier.objects.filter(voorziening=voorziening, gemeld_op__range=(van, tot), melddag_bekend=True)
    return dict(rijen.values_list("college_code").annotate(aantal=Count("inwoner", distinct=True)))


def personen_met_besluit(voorziening: str, strekking: str, van: date, tot: date) -> dict[str, int]:
    """How many persons had such a decision, taken in these days and not withdrawn in them, by municipality."""
    rijen = Besluit.objects.filter(
        _niet_ingetrokken(tot), dossier__voorziening=voorziening, strekking=strekking, genomen_op__range=(van, tot)
    )
    return dict(rijen.values_list("college_code").annotate(aantal=Count("dossier__inwoner", distinct=True)))


def toegekend_op(voorziening: str, op: date) -> QuerySet[Besluit]:
    """What was granted in kind on a day: not withdrawn, not over, the dossier not closed; the oldest first."""
    return Besluit.objects.filter(
        _niet_ingetrokken(op),
        Q(periode__endswith=None) | Q(periode__endswith__gt=op),
        Q(dossier__afgesloten_op=None) | Q(dossier__afgesloten_op__gt=op),
        dossier__voorziening=voorziening, strekking=Besluit.Strekking.TOEKENNING, leveringsvorm="zin",
        genomen_op__lte=op,
    ).order_by("genomen_op", "id")  # fmt: skip


def _niet_ingetrokken(op: date) -> Q:
    return Q(ingetrokken_op=None) | Q(ingetrokken_op__gt=op)


def genomen_besluiten(wie: Actor) -> QuerySet[Besluit]:
    """The grants that were taken and not withdrawn, with dossier and resident."""
    genomen = Besluit.objects.filter(
        strekking=Besluit.Strekking.TOEKENNING, genomen_op__isnull=False, ingetrokken_op=None
    )
    return genomen.select_related("dossier__inwoner")


def te_plaatsen(wie: Actor) -> QuerySet[Besluit]:
    """The decisions that granted a place which still has to be found, the oldest first: of a dossier the newest."""
    genomen = genomen_besluiten(wie)
    later = genomen.filter(dossier=OuterRef("dossier"), pk__gt=OuterRef("pk"))
    wachtend = genomen.filter(dossier__stap=Dossier.Stap.PLAATSING).filter(~Exists(later))
    return wachtend.order_by("genomen_op", "id")


def regeling_van_dossier(dossier: Dossier) -> Regeling:
    """The agreement as it held on the day of the report, which holds for the whole case."""
    return regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)


def vormen(dossier: Dossier) -> dict[str, str]:
    """The forms that a decision on this dossier can name, by id."""
    return vormen_van(regeling_van_dossier(dossier), dossier)


def opvangvormen(regeling: Regeling) -> dict[str, str]:
    """The kinds of beds that an agreement names for shelter, by id; the law's when it names none."""
    return genoemde_vormen(regeling, "MO")


def toets(dossier: Dossier, op: date) -> Uitkomst[Toegang]:
    """The access test by what is known now. Raises RegelOntbreekt, SleutelOntbreekt."""
    identiteit, geschreven = lees(dossier)
    return toets_met(regeling_van_dossier(dossier), dossier, identiteit, geschreven, op)


def toets_met(
    regeling: Regeling, dossier: Dossier, identiteit: Mapping[str, Any], geschreven: Mapping[str, Any], op: date
) -> Uitkomst[Toegang]:
    """The access test on facts that were read already. Raises RegelOntbreekt when there are no criteria for this."""
    return toets_op(regeling, dossier, toetsfeiten(dossier, identiteit, geschreven, op))


def toets_op(regeling: Regeling, dossier: Dossier, feiten: Mapping[str, Any]) -> Uitkomst[Toegang]:
    """The access test on facts as they were kept with a decision. Raises RegelOntbreekt without criteria for this."""
    if not kent_criteria(regeling, dossier):
        raise RegelOntbreekt(f"criteria voor {dossier.get_voorziening_display()}")
    return toets_regel(regeling, feiten)


def inschaling(dossier: Dossier) -> Uitkomst[Arrangement] | None:
    """The arrangement that fits; None when the agreement has no table or nothing was filled in yet."""
    return inschaling_met(regeling_van_dossier(dossier), lees(dossier)[1])


def inschaling_met(regeling: Regeling, geschreven: Mapping[str, Any]) -> Uitkomst[Arrangement] | None:
    """The arrangement on facts that were read already."""
    feiten = geschreven.get("inschaalfeiten")
    return inschaal_regel(regeling, feiten) if feiten and regeling.inschaling else None


def waarom_klok(klok: Klok) -> Uitkomst[Termijneinde]:
    """Why a term ends when it ends, computed again. Raises RegelOntbreekt when nothing sets this term any more."""
    uitkomst = bereken_einde(klok.dossier, klok.soort, klok.start, opschortingen_van(klok))
    if uitkomst is None:
        raise RegelOntbreekt(f"termijn {klok.soort}")
    return uitkomst


@dataclass(frozen=True)
class Dossierbeeld:
    """All of one dossier. `vernietigd`: the key is gone, and with it identity, writings and the text of documents.

    `geschreven`: the newest version of each kind: melding, onderzoek, criteria, 'zrm intake', 'besluit 2026-0001'.
    """

    dossier: Dossier
    regeling: Regeling
    identiteit: dict[str, Any]
    geschreven: dict[str, Any]
    klokken: tuple[Klok, ...]
    besluiten: tuple[Besluit, ...]
    documenten: tuple[Document, ...]
    vernietigd: bool

    @property
    def kent_criteria(self) -> bool:
        return kent_criteria(self.regeling, self.dossier)


@inzage("toegang.dossier.inzien")
def dossier_inzien(wie: Actor, dossier: Dossier, *, op: date) -> Dossierbeeld:
    """Open a dossier: a constant number of queries, whatever it holds."""
    return kijk(dossier)


def kijk(dossier: Dossier) -> Dossierbeeld:
    """The same for a step that is itself a part of working on the dossier."""
    try:
        (identiteit, geschreven), vernietigd = lees(dossier), False
    except SleutelOntbreekt:
        identiteit, geschreven, vernietigd = {}, {}, True
    documenten = Document.objects.filter(dossier=dossier).defer("inhoud").order_by("-op", "-id")
    termijnen = klokken(dossier).select_related("dossier")
    return Dossierbeeld(
        dossier, regeling_van_dossier(dossier), identiteit, geschreven,
        tuple(termijnen), tuple(besluiten(dossier)), tuple(documenten), vernietigd,
    )  # fmt: skip


@inzage("toegang.melding.inzien")
def melding_inzien(wie: Actor, dossier: Dossier, *, op: date) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a provider sees of what it reported: who it is about, and the report itself."""
    identiteit, geschreven = lees(dossier)
    if adres_geheim(dossier.inwoner):
        identiteit = zonder_adres(identiteit)
    return identiteit, geschreven.get("melding", {})


@inzage("toegang.document.inzien")
def document_inzien(wie: Actor, document: Document, *, op: date) -> bytes:
    """The PDF of a document. Raises SleutelOntbreekt when the key of the resident was destroyed."""
    return lees_bestand(document.dossier.inwoner, document.inhoud)


def journaal_van(dossier: Dossier) -> QuerySet[Journaalregel]:
    """Who did, read or was refused what in a dossier, the newest first."""
    return Journaalregel.objects.filter(betreft=dossier.betreft).order_by("-id")


@inzage("toegang.journaal.inzien")
def journaal_inzien(wie: Actor, dossier: Dossier, *, op: date) -> QuerySet[Journaalregel]:
    """The journal of a dossier, for who wants to know who looked and who changed what."""
    return journaal_van(dossier)


def gebeurd_sinds(dossier: Dossier, gezien: int) -> list[Journaalregel]:
    """What was done since the version that somebody saw: each change raises the version by one, and is journaled."""
    nu = Dossier.objects.values_list("versie", flat=True).get(pk=dossier.pk)
    gedaan = journaal_van(dossier).filter(uitslag=Journaalregel.Uitslag.GEDAAN).exclude(handeling__in=NAAST)
    return list(gedaan[: max(nu - gezien, 0)])
