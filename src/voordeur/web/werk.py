"""What waits for somebody: the cases, their next step and the day it must be ready, in a constant number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Least

from voordeur.inwoner.queries import namen_van
from voordeur.kern.actor import Actor, Rol
from voordeur.kern.handeling import REGISTER
from voordeur.kern.queries import gemeentenamen
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import BIJNA_TOT, DRINGEND_TOT, Chip, Waarom, termijnchip, wachtchip
from voordeur.schermen.gronden import in_woorden
from voordeur.toegang.actions.besluit_gevolg import BESLISTERMIJN
from voordeur.toegang.feiten import BUITEN_DE_REGIO
from voordeur.toegang.klokregels import VAN_DE_INWONER
from voordeur.toegang.models import Dossier, Klok
from voordeur.toegang.queries import dossiers, lopende_klokken, te_plaatsen, voorstellen, waarom_klok
from voordeur.toegang.queries_besluit import LaatsteDag, aflopend
from voordeur.toegang.views_vervolg import AANKONDIGEN, verderadres

from .adres import adres_van

Groepnaam = Literal["eerst", "week", "wacht", "later"]
GROEPEN: dict[Groepnaam, str] = {
    "eerst": "Eerst doen",
    "week": "Komende 7 dagen",
    "wacht": "Wacht op een ander",
    "later": "Later",
}
VOLGORDE = {naam: plek for plek, naam in enumerate(GROEPEN)}
PER_PAGINA = 30

# what the next step is called, and the name of its page, by where the case is
Stap = Dossier.Stap
ACTIES: dict[str, tuple[str, str]] = {
    Stap.MELDING: ("Bevestig de melding", "toegang:bevestigen"),
    Stap.ONDERZOEK: ("Leg het onderzoek vast", "toegang:onderzoek"),
    Stap.AANVRAAG: ("Maak het onderzoek af en wacht op de aanvraag", "toegang:dossier"),
    Stap.BESLUIT: ("Bereid het besluit voor", "toegang:besluit"),
    Stap.PLAATSING: ("Zoek een plek", "toegang:dossier"),
    Stap.VERBLIJF: ("Werk het dossier bij", "toegang:dossier"),
    Stap.AFGESLOTEN: ("Werk het dossier bij", "toegang:dossier"),
}
BEZWAAR = "Behandel het bezwaar"
TEKENEN = "Lees het voorstel en neem het besluit"


@dataclass(frozen=True)
class Filters:
    """What somebody asked for: whose cases, of which municipality, at which step, by which number."""

    alle: bool = False
    niemand: bool = False
    gemeente: str = ""
    stap: str = ""
    nummer: str = ""


@dataclass(frozen=True)
class Zaak:
    """One case as the list shows it."""

    naam: str
    nummer: str
    gemeente: str
    adres: str
    actie: str
    actie_adres: str
    wat: str
    chip: Chip
    klaar: str
    te_laat: bool
    groep: Groepnaam
    waarom: Waarom | None


def mag_tekenen(wie: Actor, op: date) -> bool:
    """Whether one of the roles of today signs decisions."""
    return any(deel.rol in REGISTER["toegang.besluit.nemen"].rollen for deel in wie.rollen_op(op))


def zaken(wie: Actor, op: date, filters: Filters) -> QuerySet[Dossier]:
    """The cases in which something has to be done, each in its group, what must be ready first in front.

    Those of nobody are there all, so that somebody can take them.
    """
    gezocht = _met_groep(wie, op, dossiers(wie).filter(_loopt(wie)))
    if filters.niemand:
        gezocht = gezocht.filter(behandelaar=None)
    else:
        gezocht = gezocht.filter(Q(uiterlijk__isnull=False) | Q(stap=Stap.PLAATSING) | Q(voorstel=True))
    if not filters.niemand and not filters.alle:
        gezocht = gezocht.filter(mijn(wie, op))
    for veld, waarde in (("college_code", filters.gemeente), ("stap", filters.stap), ("nummer", filters.nummer)):
        gezocht = gezocht.filter(**{veld: waarde}) if waarde else gezocht
    return gezocht.order_by("plek", F("uiterlijk").asc(nulls_last=True), "id")


def _loopt(wie: Actor) -> Q:
    """Cases that are not closed; of those that are, the ones with an objection or a decision that waits."""
    bezwaar = lopende_klokken(wie).filter(soort=BESLISTERMIJN).order_by().values("dossier")
    return ~Q(stap=Stap.AFGESLOTEN) | Q(pk__in=bezwaar) | Q(pk__in=voorstellen().values("dossier"))


def mijn(wie: Actor, op: date) -> Q:
    """One's own cases: those one handles, those nobody handles yet, and the proposals of others one may sign."""
    eigen = Q(behandelaar__in=wie.personen_op(op)) | Q(behandelaar=None)
    return eigen | Q(te_tekenen=True) if mag_tekenen(wie, op) else eigen


def _met_groep(wie: Actor, op: date, gezocht: QuerySet[Dossier]) -> QuerySet[Dossier]:
    klok = lopende_klokken(wie).exclude(soort=VAN_DE_INWONER).filter(dossier=OuterRef("pk"))
    voorstel = voorstellen().filter(dossier=OuterRef("pk"))
    van_mij = voorstel.filter(voorbereid_door__in=wie.personen_op(op)) if mag_tekenen(wie, op) else voorstel
    eindigt = aflopend(op + timedelta(days=AANKONDIGEN)).filter(dossier=OuterRef("pk"))
    einde = Case(
        When(stap=Stap.VERBLIJF, then=Subquery(eindigt.values(dag=LaatsteDag(F("periode")))[:1])),
        output_field=DateField(),
    )
    gezocht = gezocht.annotate(einde=einde)
    # of a term and the end of what was granted what comes first; without one of them the other
    uiterlijk = Least(Subquery(klok.values("uiterlijk")[:1], output_field=DateField()), F("einde"))
    gezocht = gezocht.annotate(uiterlijk=uiterlijk, voorstel=Exists(voorstel), wacht=Exists(van_mij))
    gezocht = gezocht.annotate(te_tekenen=Case(When(voorstel=True, wacht=False, then=True), default=False))
    eerst, week = op + timedelta(days=DRINGEND_TOT), op + timedelta(days=BIJNA_TOT)
    groep = Case(
        When(wacht=True, then=Value("wacht")),
        When(uiterlijk__lte=eerst, then=Value("eerst")),
        When(uiterlijk__lte=week, then=Value("week")),
        default=Value("later"),
        output_field=CharField(),
    )
    plek = Case(*(When(groep=naam, then=Value(nummer)) for naam, nummer in VOLGORDE.items()))
    return gezocht.annotate(groep=groep).annotate(plek=plek)


@dataclass(frozen=True)
class Telling:
    """How many cases there are, by group, and how many of them are late. The four numbers that a page shows add up."""

    per_groep: dict[str, int]
    te_laat: int

    @property
    def week(self) -> int:
        """Ready within seven days, today's and tomorrow's too, and not late yet."""
        return self.per_groep["eerst"] - self.te_laat + self.per_groep["week"]

    @property
    def alle(self) -> int:
        return sum(self.per_groep.values())


def tel(gezocht: QuerySet[Dossier], op: date) -> Telling:
    """Count in one question."""
    tellers = {naam: Count("pk", filter=Q(groep=naam)) for naam in GROEPEN}
    laat = Count("pk", filter=Q(uiterlijk__lt=op) & ~Q(groep="wacht"))
    geteld = gezocht.order_by().aggregate(**tellers, te_laat=laat)
    return Telling({naam: geteld[naam] for naam in GROEPEN}, geteld["te_laat"])


def als_zaken(wie: Actor, op: date, pagina: Sequence[Dossier]) -> list[Zaak]:
    """A page of cases as they are shown: names, terms and reasons in a constant number of queries."""
    namen = namen_van([dossier.inwoner for dossier in pagina])
    gemeenten = gemeentenamen(wie.regio)
    klokken: dict[int, Klok] = {}
    for klok in lopende_klokken(wie).exclude(soort=VAN_DE_INWONER).filter(dossier__in=[deel.pk for deel in pagina]):
        klokken.setdefault(klok.dossier_id, klok)
    besluiten = dict(te_plaatsen(wie).filter(dossier__in=pagina).values_list("dossier_id", "nummer"))
    mag = any(deel.rol in {Rol.CONSULENT, Rol.TEAMLEIDER} for deel in wie.rollen_op(op))
    return [
        _zaak(deel, namen, gemeenten, klokken.get(deel.pk), _stap(deel, klokken.get(deel.pk), besluiten), op, mag)
        for deel in pagina
    ]


def _stap(dossier: Dossier, klok: Klok | None, besluiten: dict[int, str]) -> tuple[str, str]:
    """What the next step is called, and the address of its page."""
    actie, scherm = ACTIES[dossier.stap]
    if dossier.te_tekenen:  # type: ignore[attr-defined]
        return TEKENEN, adres_van("toegang:ondertekenen", dossier.nummer)
    if dossier.groep == "wacht":  # type: ignore[attr-defined]
        return "Een collega neemt het besluit", ""
    if klok and klok.soort == BESLISTERMIJN and dossier.stap != Stap.BESLUIT:
        return BEZWAAR, adres_van("toegang:dossier", dossier.nummer)
    if dossier.pk in besluiten:
        return actie, adres_van("verblijf:plaatsen", besluiten[dossier.pk])
    if dossier.stap == Stap.VERBLIJF and (loopt := _wat_loopt(dossier, klok)):
        return loopt
    return actie, adres_van(scherm, dossier.nummer)


def _wat_loopt(dossier: Dossier, klok: Klok | None) -> tuple[str, str] | None:
    """The next step while the help is given, when there is one."""
    if _loopt_af(dossier, klok):
        einde: date = dossier.einde  # type: ignore[attr-defined]
        return f"Besluit hoe het verdergaat na {schrijf_datum(einde)}", verderadres(dossier.nummer)
    return (f"Nog niet binnen: {klok.naam}", adres_van("verblijf:plan", dossier.nummer)) if klok else None


def _loopt_af(dossier: Dossier, klok: Klok | None) -> bool:
    """Whether the end of what was granted is what is to be done first: before any term."""
    einde: date | None = dossier.einde  # type: ignore[attr-defined]
    return einde is not None and (klok is None or einde < klok.uiterlijk)


def _wat(dossier: Dossier) -> str:
    """What kind of case it is, how far, and what sets it apart."""
    delen = (
        dossier.get_voorziening_display().capitalize(),
        f"stap: {dossier.get_stap_display().lower()}",
        "spoed" if dossier.spoed else "",
        "andere regio" if dossier.melder == BUITEN_DE_REGIO else "",
    )
    return ", ".join(deel for deel in delen if deel)


def _zaak(
    dossier: Dossier,
    namen: dict[UUID, str],
    gemeenten: dict[str, str],
    klok: Klok | None,
    volgende: tuple[str, str],
    op: date,
    mag: bool,
) -> Zaak:
    groep: Groepnaam = dossier.groep  # type: ignore[attr-defined]
    loopt_af = _loopt_af(dossier, klok)
    uiterlijk = dossier.einde if loopt_af else klok.uiterlijk if klok else None  # type: ignore[attr-defined]
    dagen = (uiterlijk - op).days if uiterlijk else None
    actie, naar = volgende
    return Zaak(
        naam=namen[dossier.inwoner_id],
        nummer=dossier.nummer,
        gemeente=gemeenten.get(dossier.college_code, dossier.college_code),
        adres=adres_van("toegang:dossier", dossier.nummer),
        actie=actie,
        actie_adres=naar if mag else "",
        wat=_wat(dossier),
        chip=_chip(groep, dagen),
        klaar=_klaar(uiterlijk, dagen),
        te_laat=groep != "wacht" and dagen is not None and dagen < 0,
        groep=groep,
        waarom=_waarom(klok, dossier.nummer) if klok and not loopt_af else None,
    )


def _chip(groep: str, dagen: int | None) -> Chip:
    if groep == "wacht":
        return wachtchip("een collega")
    return Chip("rust", "Geen vaste termijn", "circle-dashed") if dagen is None else termijnchip(dagen)


def _klaar(uiterlijk: date | None, dagen: int | None) -> str:
    if uiterlijk is None or dagen is None:
        return ""
    return f"{'moest klaar op' if dagen < 0 else 'klaar op'} {schrijf_datum(uiterlijk)}"


def _waarom(klok: Klok, nummer: str) -> Waarom | None:
    """The sum of a term; none when the agreement no longer sets it."""
    try:
        regels = in_woorden(waarom_klok(klok))
    except Onberekenbaar:
        return None
    return Waarom("Waarom deze datum?", regels, waarover=f"Zaak {nummer}")


def gemeenten_van(wie: Actor) -> list[tuple[str, str]]:
    """The municipalities that somebody works for, by name."""
    return [(code, naam) for code, naam in gemeentenamen(wie.regio).items() if code in wie.colleges]
