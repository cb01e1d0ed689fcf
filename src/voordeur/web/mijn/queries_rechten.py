"""What is kept of a resident, and who looked at it (NEN 7513: chronological, merged per day)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from voordeur.inwoner.models import Gegeven, Inwoner
from voordeur.inwoner.queries import bsn_van, opgeschreven
from voordeur.kern.actor import Actor
from voordeur.kern.inzage import inzage
from voordeur.kern.models import Aanstelling, Account, Journaalregel
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.toegang.models import Besluit, Bezwaar, Document, Dossier, Klok
from voordeur.toegang.toelichting import soort_van
from voordeur.toegang.woorden import woorden_van

from .soortnamen import in_gewone_woorden

ZONE = ZoneInfo("Europe/Amsterdam")
# the most entries of a period that are read at once; a longer period is asked in parts
MEESTE = 5000
# how to reach somebody else who stands in the file is theirs to give (article 5.3.2 Wmo)
VAN_EEN_ANDER = ("telefoon", "email", "adres", "contact")
OVER_ANDEREN = ("betrokkene ", "machtiging ")
# why staff keep somebody safe, and talk among themselves before a decision is taken
ALLEEN_VOOR_ONS = ("afscherming ", "markering ", "noodtoegang ", "noodverzoek ", "teruggestuurd")
WAT: dict[str, Any] = {
    Journaalregel.Uitslag.GELEZEN: _("bekeken"),
    Journaalregel.Uitslag.GEDAAN: _("gedaan"),
    Journaalregel.Uitslag.GEWEIGERD: _("geprobeerd, mocht niet"),
}
LEZEN: dict[str, Any] = {
    "toegang.dossier.inzien": _("Uw dossier"),
    "toegang.document.inzien": _("Een brief of document"),
    "toegang.journaal.inzien": _("Het logboek"),
    "toegang.melding.inzien": _("De melding"),
    "inwoner.inzien": _("Wie u bent"),
    "inwoner.afschrift": _("Een afschrift van alles"),
    "inwoner.gezien": _("Wie uw dossier zag"),
}


@dataclass(frozen=True)
class Gezien:
    """One line: on which day who did or read what, how often. `nood`: by emergency access."""

    dag: date
    wie: str
    waar: str
    wat: str
    hoe: str
    keren: int
    nood: bool


@inzage("inwoner.gezien")
def wie_zag(wie: Actor, inwoner: Inwoner, van: date, tot: date, *, op: date) -> list[Gezien]:
    """Who looked at or did something with the file in a period, the newest day first. Four queries."""
    return lees_gezien(wie, inwoner, van, tot)


def lees_gezien(wie: Actor, inwoner: Inwoner, van: date, tot: date) -> list[Gezien]:
    """The same for a query that is journaled itself."""
    zaken = [f"dossier {nummer}" for nummer in Dossier.objects.filter(inwoner=inwoner).values_list("nummer", flat=True)]
    regels = Journaalregel.objects.filter(
        Q(betreft__in=zaken) | Q(object_id=str(inwoner.pk)),
        om__gte=_begin(van), om__lt=_begin(tot + timedelta(days=1)), regio_id=wie.regio,
    ).order_by("-id")[:MEESTE]  # fmt: skip
    return _per_dag(list(regels), _zelf(wie, inwoner))


def _zelf(wie: Actor, inwoner: Inwoner) -> set[int | None]:
    """The accounts that the log calls 'yourself': of who reads the own log, and in a copy by staff of who it is for."""
    if wie.inwoner is not None:
        return {wie.account}
    return set(Account.objects.filter(inwoner=inwoner.pk).values_list("pk", flat=True))


def _begin(dag: date) -> datetime:
    return datetime.combine(dag, time.min, ZONE)


def _per_dag(regels: list[Journaalregel], zelf: set[int | None]) -> list[Gezien]:
    namen, waar = _wie_en_waar({regel.account for regel in regels if regel.account})
    groepen: dict[tuple[Any, ...], int] = {}
    for regel in regels:
        deze = (regel.om.astimezone(ZONE).date(), regel.account, regel.rol, regel.handeling, regel.uitslag,
                bool(regel.noodtoegang))  # fmt: skip
        groepen[deze] = groepen.get(deze, 0) + 1
    return [
        Gezien(
            dag, str(_("Uzelf")) if account in zelf else namen.get(account, str(_("Voordeur zelf"))),
            ", ".join(filter(None, (rol and gettext(rol), waar.get(account, "")))),
            str(_wat(handeling)), str(WAT[uitslag]), keren, nood,
        )
        for (dag, account, rol, handeling, uitslag, nood), keren in groepen.items()
    ]  # fmt: skip


def _wat(handeling: str) -> Any:
    woorden = woorden_van(handeling)
    return LEZEN.get(handeling) or (gettext(woorden.wat) if woorden.wat != handeling else _("Uw gegevens"))


def _wie_en_waar(accounts: set[int]) -> tuple[dict[int, str], dict[int, str]]:
    """The name and function of who did it, and the organisation they did it for."""
    rijen = Account.objects.filter(pk__in=accounts).values_list("pk", "naam", "functie")
    namen = {pk: f"{naam}, {functie}" if functie else naam for pk, naam, functie in rijen}
    aanstellingen = Aanstelling.objects.filter(account__in=accounts).select_related("college", "organisatie")
    waar = {}
    for deel in aanstellingen.order_by("pk"):
        bij = (
            _("gemeente %(naam)s") % {"naam": deel.college.naam}
            if deel.college
            else deel.organisatie.naam
            if deel.organisatie
            else ""
        )
        waar[deel.account_id] = bij
    return namen, waar


def alles_van(wie: Actor, inwoner: Inwoner, op: date) -> dict[str, Any]:
    """All that is kept of somebody, as plain values. Raises SleutelOntbreekt when it was destroyed."""
    dossiers = list(Dossier.objects.filter(inwoner=inwoner).order_by("gemeld_op", "id"))
    return {
        "op": op.isoformat(),
        "persoon": {
            **in_gewone_woorden(_zonder_anderen(opgeschreven(inwoner, van="")), {}), "bsn": bsn_van(inwoner),
        },
        "dossiers": [_dossier(dossier, inwoner) for dossier in dossiers],
        "overig": {
            van: _zonder_anderen(opgeschreven(inwoner, van=van))
            for van in _andere_onderwerpen(inwoner, dossiers)
        },
        "wie_zag_het": [
            {**vars(regel), "dag": regel.dag.isoformat()} for regel in lees_gezien(wie, inwoner, date(2000, 1, 1), op)
        ],
    }  # fmt: skip


def _andere_onderwerpen(inwoner: Inwoner, dossiers: Iterable[Dossier]) -> list[str]:
    bekend = {"", *(dossier.nummer for dossier in dossiers)}
    gevonden = Gegeven.objects.filter(inwoner=inwoner).order_by("van").values_list("van", flat=True).distinct()
    return [van for van in gevonden if van not in bekend]


def _zonder_anderen(geschreven: dict[str, Any]) -> dict[str, Any]:
    """What was written, without how somebody else can be reached and without what is for staff alone."""
    return {
        soort: {naam: waarde for naam, waarde in inhoud.items() if naam not in VAN_EEN_ANDER}
        if soort.startswith(OVER_ANDEREN) and isinstance(inhoud, dict)
        else inhoud
        for soort, inhoud in geschreven.items()
        if not soort.startswith(ALLEEN_VOOR_ONS)
    }


def _titels(papieren: Iterable[Document], klokken: Iterable[Klok]) -> dict[str, str]:
    """What papers and terms are called, by the kind under which something is written about them."""
    papier = {str(deze.pk): f"'{deze.titel}' van {schrijf_datum(deze.op)}" for deze in papieren}
    termijnen = {f"klok {klok.pk}": f"'{klok.naam}' van {schrijf_datum(klok.start)}" for klok in klokken}
    return {f"{soort} {pk}": titel for soort in ("document", "brief") for pk, titel in papier.items()} | termijnen


def _dossier(dossier: Dossier, inwoner: Inwoner) -> dict[str, Any]:
    klokken = Klok.objects.filter(dossier=dossier).order_by("start", "id")
    besluiten = Besluit.objects.filter(dossier=dossier, genomen_op__isnull=False).order_by("genomen_op", "id")
    bezwaren = Bezwaar.objects.filter(dossier=dossier).order_by("ontvangen_op", "id")
    voorstellen = {soort_van(deze) for deze in Besluit.objects.filter(dossier=dossier, genomen_op=None)}
    geschreven = _zonder_anderen(opgeschreven(inwoner, van=dossier.nummer))
    eigen = {soort: inhoud for soort, inhoud in geschreven.items() if soort not in voorstellen}
    papieren = Document.objects.filter(dossier=dossier).defer("inhoud").order_by("op", "id")
    return {
        "nummer": dossier.nummer,
        "voorziening": dossier.get_voorziening_display(),
        "stap": dossier.get_stap_display(),
        "gemeld_op": dossier.melddag.isoformat() if dossier.melddag else None,
        "gemeld_door": dossier.melder,
        "afgesloten_op": dossier.afgesloten_op.isoformat() if dossier.afgesloten_op else None,
        "geschreven": in_gewone_woorden(eigen, _titels(papieren, klokken)),
        "termijnen": [
            {"naam": klok.naam, "begin": klok.start.isoformat(), "uiterlijk": klok.uiterlijk.isoformat(),
             "klaar_op": klok.klaar_op.isoformat() if klok.klaar_op else None}
            for klok in klokken
        ],
        "besluiten": [
            {"nummer": besluit.nummer, "wat": besluit.get_strekking_display(), "soort": besluit.get_soort_display(),
             "genomen_op": besluit.genomen_op.isoformat() if besluit.genomen_op else None}
            for besluit in besluiten
        ],
        "bezwaren": [
            {"ontvangen_op": deze.ontvangen_op.isoformat(), "uitkomst": deze.get_uitkomst_display()}
            for deze in bezwaren
        ],
        "documenten": [
            {"nummer": papier.pk, "titel": papier.titel, "op": papier.op.isoformat(), "van": papier.van}
            for papier in papieren
        ],
    }  # fmt: skip
