"""What is asked about the money: balances, what waits for somebody, the settlement, the ledger as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.models import Rekenbewijs
from voordeur.kern.rekenbewijs import REGELS, regeling_van_bewijs
from voordeur.regelingen.schema import Regeling
from voordeur.regels.uitkomst import Uitkomst, stap

from .models import Begroting, Betaling, Boeking, Boekingsregel, Declaratie, Rekening, Subsidie, Verrekening
from .rekeningen import LASTEN

BETALERS = frozenset({Rol.CONTROLLER, Rol.BESTUURDER})


@dataclass(frozen=True)
class Saldo:
    """The balance of an account for one college in euros: debit above zero."""

    rekening: str
    naam: str
    soort: str
    college_code: str
    bedrag: Decimal


def lasten_per_gemeente(jaar: int) -> dict[str, Decimal]:
    """The costs of protected living of a year in euros, by the municipality they count for."""
    regels = Boekingsregel.objects.filter(boeking__jaar=jaar, rekening__code=LASTEN)
    return dict(regels.values_list("college_code").annotate(som=Sum("bedrag")).order_by("college_code"))


def lasten_geboekt(jaar: int, van: date | None, tot: date | None) -> dict[str, Decimal]:
    """What was booked on these days (None: no bound) as costs of protected living of a year, by municipality."""
    regels = Boekingsregel.objects.filter(boeking__jaar=jaar, rekening__code=LASTEN)
    if van is not None:
        regels = regels.filter(boeking__op__gte=van)
    if tot is not None:
        regels = regels.filter(boeking__op__lte=tot)
    return dict(regels.values_list("college_code").annotate(som=Sum("bedrag")))


def saldi(jaar: int) -> list[Saldo]:
    """The balance of every account and college over a year, in the order of the chart."""
    velden = ("rekening__code", "rekening__naam", "rekening__soort", "college_code")
    regels = Boekingsregel.objects.filter(boeking__jaar=jaar).values_list(*velden)
    return [Saldo(*rij) for rij in regels.annotate(som=Sum("bedrag")).order_by("rekening__code", "college_code")]


@dataclass(frozen=True)
class TeBeoordelen:
    """What waits for a second person."""

    betalingen: QuerySet[Betaling]
    declaraties: QuerySet[Declaratie]
    subsidies: QuerySet[Subsidie]
    verrekeningen: QuerySet[Verrekening]

    @property
    def aantal(self) -> int:
        return sum(deel.count() for deel in (self.betalingen, self.declaraties, self.subsidies, self.verrekeningen))


def te_beoordelen(wie: Actor) -> TeBeoordelen:
    """What waits in the region, the oldest first. What somebody prepared is in it too: that waits for a colleague."""
    return TeBeoordelen(
        betalingen(wie).filter(stand=Betaling.Stand.KLAAR).order_by("klaargezet_op", "id"),
        declaraties(wie).filter(stand=Declaratie.Stand.INGEDIEND).order_by("ingediend_op", "id"),
        subsidies(wie)
        .filter(stand__in=[Subsidie.Stand.VOORBEREID, Subsidie.Stand.VASTSTELLING])
        .order_by("jaar", "id"),
        Verrekening.objects.filter(regio_id=wie.regio, vastgesteld_op=None)
        .select_related("begroting")
        .order_by("begroting__jaar"),
    )


def wacht_op(wie: Actor) -> int:
    """How many things somebody can assess: what waits without what they prepared.

    Payments and settlements are for who may pay.
    """
    wachtend = te_beoordelen(wie)
    betaalt = any(deel.rol in BETALERS for deel in wie.rollen)
    zelf = Q(stand=Subsidie.Stand.VOORBEREID, voorbereid_door=wie.account) | Q(
        stand=Subsidie.Stand.VASTSTELLING, vaststelling_door=wie.account
    )
    return (
        (wachtend.betalingen.exclude(klaargezet_door=wie.account or 0).count() if betaalt else 0)
        + (wachtend.verrekeningen.exclude(voorbereid_door=wie.account or 0).count() if betaalt else 0)
        + wachtend.declaraties.exclude(ingediend_door=wie.account or 0).count()
        + wachtend.subsidies.exclude(zelf).count()
    )


def betalingen(wie: Actor) -> QuerySet[Betaling]:
    """The payments that somebody may see; a provider its own."""
    return (
        Betaling.objects.filter(regio_id=wie.regio).select_related("organisatie", "subsidie__contract").order_by("-id")
    )


def subsidies(wie: Actor) -> QuerySet[Subsidie]:
    """The subsidies that somebody may see, with contract and provider."""
    return (
        Subsidie.objects.filter(regio_id=wie.regio).select_related("organisatie", "contract").order_by("-jaar", "-id")
    )


def declaraties(wie: Actor) -> QuerySet[Declaratie]:
    """The claims that somebody may see, with stay and resident; a provider its own."""
    samen = ("organisatie", "plaatsing__dossier__inwoner")
    return Declaratie.objects.filter(regio_id=wie.regio).select_related(*samen).order_by("-id")


def begroting_van(jaar: int) -> Begroting | None:
    """The budget of a year, when there is one."""
    return Begroting.objects.filter(jaar=jaar).first()


def jaren() -> list[int]:
    """The years that have a budget or an entry, the newest first."""
    gevonden = set(Begroting.objects.values_list("jaar", flat=True)) | set(
        Boeking.objects.order_by("jaar").values_list("jaar", flat=True).distinct()
    )
    return sorted(gevonden, reverse=True)


def verrekening_van(jaar: int) -> Verrekening | None:
    """The settlement of a year, prepared or set."""
    return Verrekening.objects.filter(begroting__jaar=jaar).select_related("begroting", "boeking").first()


def terug_van(verrekening: Verrekening | None) -> dict[str, Decimal]:
    """What each municipality gets; below zero it pays."""
    if verrekening is None:
        return {}
    uitkering, bijdrage = verrekening.uitkomst["uitkering"], verrekening.uitkomst["bijdrage"]
    return {code: Decimal(uitkering[code]) - Decimal(bijdrage[code]) for code in uitkering}


def kan_verrekenen(regeling: Regeling) -> Uitkomst[bool]:
    """Whether the agreement says how a year is settled, and if not that this is the reason that nobody settles."""
    if regeling.verrekening is None:
        return Uitkomst(False, (stap("verrekening.kan_niet", regeling=regeling.naam),))
    deel = regeling.verrekening.reserve or regeling.verrekening.vaste_sleutel
    return Uitkomst(True, (stap("verrekening.kan", deel.grond if deel else ()),))


@dataclass(frozen=True)
class Onderbouwing:
    """What a proof says: its outcome with the steps, by which version of the agreement, and the proof itself."""

    uitkomst: Uitkomst[Any]
    regeling: Regeling
    bewijs: Rekenbewijs


def onderbouwingen(bewijs_ids: Iterable[int | None]) -> dict[int, Onderbouwing]:
    """The outcomes of proofs by their id, computed again from what was kept. One query, whatever their number."""
    gevonden = Rekenbewijs.objects.filter(pk__in={nummer for nummer in bewijs_ids if nummer is not None})
    return {bewijs.pk: _onderbouwing(bewijs) for bewijs in gevonden}


def _onderbouwing(bewijs: Rekenbewijs) -> Onderbouwing:
    regeling = regeling_van_bewijs(bewijs)
    assert regeling is not None
    return Onderbouwing(REGELS[bewijs.regel](regeling, bewijs.feiten), regeling, bewijs)


def waarom_van(bewijs_id: int | None) -> Onderbouwing | None:
    """What one proof says; None without a proof."""
    return onderbouwingen([bewijs_id]).get(bewijs_id or 0)


def boekingen(jaar: int, rekening: str = "") -> QuerySet[Boeking]:
    """The entries of a year with their lines, the newest first; `teruggeboekt` tells that one was taken back."""
    gezocht = Boeking.objects.filter(jaar=jaar)
    if rekening:
        gezocht = gezocht.filter(Exists(Boekingsregel.objects.filter(boeking=OuterRef("pk"), rekening__code=rekening)))
    met = gezocht.annotate(teruggeboekt=Exists(Boeking.objects.filter(storno_van=OuterRef("pk"))))
    return met.prefetch_related("regels__rekening").order_by("-op", "-id")


def als_hledger(jaar: int) -> str:
    """The entries of a year as a journal that hledger and ledger both read; a sub-account for each municipality."""
    return "\n".join(_journaal(jaar)) + "\n"


def _journaal(jaar: int) -> Iterator[str]:
    yield f"; Grootboek {jaar}, geschreven door Voordeur"
    boekingen = Boeking.objects.filter(jaar=jaar).order_by("op", "id").prefetch_related("regels")
    namen = {rekening.pk: _rekeningnaam(rekening) for rekening in Rekening.objects.all()}
    for boeking in boekingen:
        yield ""
        yield f"{boeking.op.isoformat()} ({boeking.nummer}) {_veilig(boeking.omschrijving)}"
        for regel in sorted(boeking.regels.all(), key=lambda deel: deel.pk):
            yield f"    {namen[regel.rekening_id]}:{regel.college_code}  {regel.bedrag:.2f} EUR"


def _rekeningnaam(rekening: Rekening) -> str:
    return f"{rekening.soort}:{rekening.code} {_veilig(rekening.naam)}"


def _veilig(tekst: str) -> str:
    """One line without the marks that either program reads as something else."""
    return " ".join(tekst.translate(str.maketrans(";|=", ",/-")).split())
