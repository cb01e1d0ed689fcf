"""What is asked about keeping and destroying: what stands in the way, how old it is, who is due, what waits."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, Greatest

from voordeur.geld.models import Declaratie
from voordeur.inwoner.models import Inwoner
from voordeur.kern.models import Journaalregel
from voordeur.regels.datums import plus_maanden
from voordeur.toegang.models import Besluit, Bezwaar, Document, Dossier
from voordeur.verblijf.models import Plaatsing

from ..models.bewaren import Bewaring, Inwonerverzoek, Lijstregel, Vernietigingslijst

# article 5.3.4 lid 1 Wmo
BEWAARMAANDEN = 15 * 12
ZONE = ZoneInfo("Europe/Amsterdam")


def wat_tegenhoudt(inwoner: Inwoner, op: date) -> tuple[str, ...]:
    """The grounds by which the facts of somebody may not go now, found in the file itself."""
    lopend = Dossier.objects.filter(inwoner=inwoner).exclude(stap=Dossier.Stap.AFGESLOTEN).exists()
    hulp = Besluit.objects.filter(
        Q(periode__endswith=None) | Q(periode__endswith__gt=op), dossier__inwoner=inwoner, genomen_op__isnull=False,
        ingetrokken_op=None, strekking="toekenning", dossier__afgesloten_op=None,
    )  # fmt: skip
    woont = Plaatsing.objects.filter(
        Q(periode__endswith=None) | Q(periode__endswith__gt=op), dossier__inwoner=inwoner
    ).exists()
    gevonden = {
        "lopende_hulp": lopend or woont or hulp.exists(),
        "bezwaar": Bezwaar.objects.filter(dossier__inwoner=inwoner, beslist_op=None).exists(),
        "betaling": Declaratie.objects.filter(plaatsing__dossier__inwoner=inwoner, stand="ingediend").exists(),
    }
    return tuple(grond for grond, staat_er in gevonden.items() if staat_er)


def brondatum(inwoner: Inwoner) -> date:
    """The day on which the last change of the data of somebody was recorded (article 5.3.4 lid 1 Wmo)."""
    momenten = [
        inwoner.sinds,
        inwoner.gegevens.aggregate(om=Max("om"))["om"],
        Document.objects.filter(dossier__inwoner=inwoner).aggregate(om=Max("om"))["om"],
        _gedaan_in(Dossier.objects.filter(inwoner=inwoner)).aggregate(om=Max("om"))["om"],
    ]
    laatste: datetime = max(moment for moment in momenten if moment is not None)
    return laatste.astimezone(ZONE).date()


def _gedaan_in(dossiers: QuerySet[Dossier]) -> QuerySet[Journaalregel]:
    zaken = [dossier.betreft for dossier in dossiers]
    return Journaalregel.objects.filter(betreft__in=zaken, uitslag=Journaalregel.Uitslag.GEDAAN)


def bewaard_tot(bron: date) -> date:
    """The last day of the fifteen years; the Algemene termijnenwet does not move a term of years (article 4 Atw)."""
    return plus_maanden(bron, BEWAARMAANDEN)


def aan_de_beurt(op: date) -> QuerySet[Inwoner]:
    """Who has been kept long enough, with `laatst`; not who is kept longer, has a case, or stands on a list already."""
    grens = datetime.combine(plus_maanden(op, -BEWAARMAANDEN), time.min, ZONE)
    dossier = Dossier.objects.filter(inwoner=OuterRef("pk"))
    gewijzigd = Journaalregel.objects.filter(
        betreft=Concat(Value("dossier "), OuterRef("nummer")), uitslag=Journaalregel.Uitslag.GEDAAN, om__gte=grens
    )
    woont = Plaatsing.objects.filter(Q(periode__endswith=None) | Q(periode__endswith__gt=op))
    papier = Document.objects.filter(dossier__inwoner=OuterRef("pk"), om__gte=grens)
    op_lijst = Lijstregel.objects.filter(inwoner=OuterRef("pk"), lijst__ingetrokken_op=None, lijst__klaar_op=None)
    langer = Bewaring.objects.filter(inwoner=OuterRef("pk"), tot__gte=op)
    return (
        Inwoner.objects.filter(sleutel__isnull=False, sinds__lt=grens)
        .annotate(laatst=Greatest("sinds", Max("gegevens__om")))
        .filter(
            ~Exists(dossier.exclude(stap=Dossier.Stap.AFGESLOTEN)), ~Exists(dossier.filter(Exists(gewijzigd))),
            ~Exists(woont.filter(dossier__inwoner=OuterRef("pk"))), ~Exists(papier), ~Exists(op_lijst),
            ~Exists(langer), laatst__lt=grens,
        ).order_by("laatst", "pk")
    )  # fmt: skip


def verzoeken(**welke: Any) -> QuerySet[Inwonerverzoek]:
    """The requests that the actor may see, the one that ends first in front."""
    return Inwonerverzoek.objects.filter(**welke).select_related("inwoner").order_by("uiterlijk", "id")


def open_verzoeken() -> QuerySet[Inwonerverzoek]:
    """What still asks something of somebody: to decide, or to carry out what was allowed. Not of who was destroyed."""
    levend = verzoeken(inwoner__sleutel__isnull=False)
    return levend.filter(Q(beslist_op=None) | Q(toegestaan=True, soort="vernietiging", uitgevoerd_op=None))


def lijsten() -> QuerySet[Vernietigingslijst]:
    """Every list of the region, the newest first."""
    return Vernietigingslijst.objects.order_by("-id")


def regels_van(lijst: Vernietigingslijst) -> QuerySet[Lijstregel]:
    """The lines of a list that the actor may see, with their residents."""
    return Lijstregel.objects.filter(lijst=lijst).select_related("inwoner").order_by(F("brondatum"), "pk")


def nummers_van(inwoners: list[Inwoner]) -> dict[Any, list[str]]:
    """The numbers of the dossiers of some residents; one query."""
    gevonden: dict[Any, list[str]] = {inwoner.pk: [] for inwoner in inwoners}
    paren = Dossier.objects.filter(inwoner__in=inwoners).order_by("nummer").values_list("inwoner_id", "nummer")
    for inwoner, nummer in paren:
        gevonden[inwoner].append(nummer)
    return gevonden
