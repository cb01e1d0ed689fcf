"""What is asked about stays: which places are free, why one does not fit, who lives where, who waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from django.contrib.postgres.fields import DateRangeField
from django.db.models import Case, DateField, Exists, F, Func, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from psycopg.types.range import Range

from voordeur.aanbod.models import Plek
from voordeur.aanbod.queries import bezetvraag, met_contract_op, plekken, productnamen
from voordeur.aanbod.queries import contracten as contracten_van
from voordeur.kern.actor import Actor, als, huidige_actor
from voordeur.kern.perioden import gesloten, half_open
from voordeur.kern.queries import colleges, regeling_van
from voordeur.regels.datums import Periode
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.plaatsing import Past, Plekfeiten, Recht, past_op_plek, verblijfsperiode
from voordeur.regels.uitkomst import Uitkomst
from voordeur.toegang.feiten import zonder_plekken
from voordeur.toegang.models import Besluit
from voordeur.toegang.queries import te_plaatsen, toegekend_op

from .models import Plaatsing

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Bezet(TypedDict):
    """What a place is asked with: the days of the first stay in a range, or None."""

    bezet: Range[date] | None


class BezetOp(Func):
    """The days of the first stay at a place within a range, whoever it is; NULL when the place is free."""

    function = "verblijf_bezetting"
    output_field = DateRangeField()

    def __init__(self, bereik: Range[date]) -> None:
        super().__init__("pk", Value(bereik, output_field=DateRangeField()))


def met_bezetting(gezocht: QuerySet[Plek], bereik: Range[date]) -> QuerySet[WithAnnotations[Plek, Bezet]]:
    """Places with `bezet`: the days of the first stay within a range, or None. All ask the same: list, why, action."""
    return gezocht.annotate(bezet=BezetOp(bereik))


def vrije_plekken(product: str, vanaf: date, tot: date | None = None) -> QuerySet[Plek]:
    """The places of a product that somebody can have from `vanaf` through `tot`; None: without an end.

    Who places on a decision gives its last day; then a place is in here exactly when the booking succeeds.
    """
    bereik = half_open(vanaf, tot)
    open_ = met_contract_op(plekken(product), vanaf).filter(periode__contains=bereik)
    return met_bezetting(open_, bereik).filter(bezet=None)


def product_van(besluit: Besluit) -> str:
    """What a decision is for: its arrangement, or its form where the agreement has no arrangements."""
    return besluit.arrangement or besluit.vorm


def recht_van(besluit: Besluit, namen: dict[str, str]) -> Recht:
    """A decision as the rule of placing sees it; one that is not taken, or withdrawn, gives no right."""
    geldt = besluit.strekking == Besluit.Strekking.TOEKENNING and besluit.genomen_op and not besluit.ingetrokken_op
    product = product_van(besluit)
    periode = gesloten(besluit.periode) if geldt else None
    return Recht(product, namen.get(product, product), besluit.leveringsvorm, periode)


@dataclass(frozen=True)
class Kans:
    """A place, and whether it fits a decision."""

    plek: Plek
    uitkomst: Uitkomst[Past]


def kansen(wie: Actor, besluit: Besluit, gezocht: QuerySet[Plek], vanaf: date) -> list[Kans]:
    """Test every place of a question for a decision. A constant number of questions to the database."""
    namen = productnamen(wie.regio, vanaf)
    recht = recht_van(besluit, namen)
    bereik = _bereik(verblijfsperiode(recht, vanaf) or Periode(vanaf))
    rijen = list(met_bezetting(gezocht, bereik))
    lopend = _contracten_op({plek.locatie.organisatie_id for plek in rijen}, vanaf)
    elders = _elders(besluit, bereik)
    return [Kans(plek, past_op_plek(recht, _feiten(plek, namen, lopend), elders, vanaf)) for plek in rijen]


def waarom_niet(besluit: Besluit, plek: Plek, vanaf: date) -> Uitkomst[Past]:
    """Whether a place fits a decision from a day on, with every demand and its value."""
    wie = Actor(besluit.regio_id, None, "")
    (kans,) = kansen(wie, besluit, plekken().filter(pk=plek.pk), vanaf)
    return kans.uitkomst


def _bereik(periode: Periode) -> Range[date]:
    return half_open(periode.van, periode.tot)


def _contracten_op(organisaties: Iterable[int], dag: date) -> dict[int, Periode]:
    return {
        organisatie: gesloten(contract.periode)
        for organisatie, rij in contracten_van(organisaties).items()
        for contract in rij
        if gesloten(contract.periode).bevat(dag)
    }


def _elders(besluit: Besluit, bereik: Range[date]) -> Periode | None:
    verblijf = Plaatsing.objects.filter(dossier_id=besluit.dossier_id, periode__overlap=bereik).order_by("id").first()
    return gesloten(verblijf.periode) if verblijf else None


def _feiten(plek: WithAnnotations[Plek, Bezet], namen: dict[str, str], lopend: dict[int, Periode]) -> Plekfeiten:
    return Plekfeiten(
        product=plek.product,
        productnaam=namen.get(plek.product, plek.product),
        periode=gesloten(plek.periode),
        contract=lopend.get(plek.locatie.organisatie_id),
        bezet=gesloten(plek.bezet) if plek.bezet else None,
    )


def vergrendel_plek(plek_id: int) -> None:
    """Let bookings of one place wait for each other until the transaction ends. Raises Plek.DoesNotExist."""
    Plek.objects.select_for_update(no_key=True).get(pk=plek_id)


@bezetvraag
def bezette(gezocht: QuerySet[Plek], dag: date) -> QuerySet[Plek]:
    """Of some places those that somebody lives at on a day."""
    return met_bezetting(gezocht, half_open(dag, dag)).exclude(bezet=None)


def plaatsingen(wie: Actor) -> QuerySet[Plaatsing]:
    """The stays that somebody may see, with dossier, resident and place; a provider its own."""
    # not the decision: a provider may not see it, and joining it would hide the stay as well
    samen = ("dossier__inwoner", "plek__locatie", "organisatie")
    return Plaatsing.objects.filter(regio_id=wie.regio).select_related(*samen).order_by("-geplaatst_op", "-id")


@dataclass(frozen=True)
class Geleverd:
    """How many days of a period somebody of a college stayed with a provider."""

    plaatsing_id: int
    college_code: str
    dagen: int


def geleverde_dagen(organisatie_id: int, van: date, tot: date) -> list[Geleverd]:
    """The days of each stay with a provider between two days, both included."""
    gezocht = Plaatsing.objects.filter(organisatie_id=organisatie_id, periode__overlap=half_open(van, tot))
    return [
        Geleverd(verblijf.pk, verblijf.college_code, _dagen_binnen(gesloten(verblijf.periode), van, tot))
        for verblijf in gezocht.order_by("college_code", "id")
    ]


def _dagen_binnen(periode: Periode, van: date, tot: date) -> int:
    return (min(periode.tot or tot, tot) - max(periode.van, van)).days + 1


@dataclass(frozen=True)
class Bewoning:
    """That somebody (any key) of a college lives somewhere in a period."""

    college: str
    persoon: object
    periode: Periode


def bewoningen(voorziening: str, van: date, tot: date) -> list[Bewoning]:
    """Where people lived on any of these days, as the one who acts may see."""
    rijen = Plaatsing.objects.filter(dossier__voorziening=voorziening, periode__overlap=half_open(van, tot))
    velden = rijen.values_list("college_code", "dossier__inwoner", "periode")
    return [Bewoning(college, persoon, gesloten(periode)) for college, persoon, periode in velden]


@dataclass(frozen=True)
class Wachtende:
    """Somebody who waits: of which municipality, since the day of the decision or on the list of before."""

    college: str
    persoon: object
    sinds: date


def wachtenden_op(voorziening: str, op: date) -> list[Wachtende]:
    """Who waits for a place on a day, each person once by its first decision, the longest wait first.

    Nobody has lived anywhere on that dossier yet. A personal budget is not waited for: who has one finds a place
    without the region.
    """
    gewoond = Plaatsing.objects.filter(dossier=OuterRef("dossier"), periode__startswith__lte=op)
    wachtend = toegekend_op(voorziening, op).exclude(Exists(gewoond)).exclude(_thuis(op))
    wachtend = wachtend.annotate(sinds=Coalesce("dossier__wacht_sinds", "genomen_op")).order_by("sinds", "id")
    eerste: dict[tuple[str, object], Wachtende] = {}
    for college, persoon, sinds in wachtend.values_list("college_code", "dossier__inwoner", "sinds"):
        eerste.setdefault((college, persoon), Wachtende(college, persoon, sinds))
    return list(eerste.values())


@dataclass(frozen=True)
class Rij:
    """Since when somebody waits, how many people wait longer for the same kind of place, and how many wait in all."""

    sinds: date
    voor: int
    samen: int


def plaats_in_de_rij(besluit: Besluit) -> Rij:
    """Where the person of a decision that was taken stands on the waiting list; numbers, never who.

    Also for who may see no other file: the counting is done for the whole region.
    """
    alle = frozenset(colleges(besluit.regio_id))
    with als(Actor(besluit.regio_id, None, "Voordeur", colleges=alle)):
        samen = wachtlijst(Actor(besluit.regio_id, None, "Voordeur")).filter(
            vorm=besluit.vorm, arrangement=besluit.arrangement
        )
        sinds = samen.filter(pk=besluit.pk).values_list("sinds", flat=True).first() or besluit.genomen_op
        assert sinds is not None
        voor = samen.filter(Q(sinds__lt=sinds) | Q(sinds=sinds, pk__lt=besluit.pk))
        return Rij(sinds, voor.count(), samen.count())


class Sinds(TypedDict):
    """What a decision on the waiting list is asked with: since when its person waits."""

    sinds: date


def wachtlijst(wie: Actor) -> QuerySet[WithAnnotations[Besluit, Sinds]]:
    """The decisions of who waits for a place, who waits longest first: always what is true now, never a kept list.

    `sinds`: the day of the decision. Who stood on the list of before keeps that day, until the first stay: whoever
    waits again after it waits since the new decision.
    """
    gewoond = Plaatsing.objects.filter(dossier=OuterRef("dossier"))
    van_de_oude_lijst = Case(When(~Exists(gewoond), then=F("dossier__wacht_sinds")), output_field=DateField())
    sinds = Coalesce(van_de_oude_lijst, F("genomen_op"))
    return te_plaatsen(wie).annotate(sinds=sinds).order_by("sinds", "id")


def _thuis(op: date) -> Q:
    """The decisions on help that is given at home, by the agreement of a day: nobody waits for a place with those."""
    wie = huidige_actor()
    assert wie is not None
    try:
        zonder = zonder_plekken(regeling_van(wie.regio, op)[0])
    except Onberekenbaar:
        return Q(pk=None)
    return Q(arrangement__in=zonder) | Q(arrangement="", vorm__in=zonder)
