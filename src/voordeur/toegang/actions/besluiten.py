"""The decision: prepared by one, signed or sent back by another."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from voordeur.berichten.actions import zet_klaar
from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.nummers import volgend_nummer
from voordeur.kern.perioden import half_open
from voordeur.kern.queries import centrum, regeling_versie
from voordeur.kern.rekenbewijs import bereken
from voordeur.regelingen.schema import Regeling
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.inschaling import Arrangement
from voordeur.regels.toegang import Toegang
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verwoorden import schrijf_datum

from ..brief import Toelichting, besluitbrief, grenzen
from ..feiten import (
    Geschreven,
    arrangementen_van,
    inschaal_regel,
    kent_criteria,
    lees,
    toets_regel,
    toetsfeiten,
    vormen_van,
)
from ..fouten import KanNietBerekend, NogOnbekend, OnvolledigVoorstel, RedenOntbreekt
from ..models import Besluit, Dossier
from ..termijnen import start_klok, stop_klok
from ..volledig import open_punten
from .mandaat import IN_MANDAAT, in_mandaat
from .stappen import WERKERS, bewaar, eis_geen_voorstel, pak_dossier, verstuur_brief, zet_stap

TOEKENNING, AFWIJZING = Besluit.Strekking.TOEKENNING.value, Besluit.Strekking.AFWIJZING.value


@dataclass(frozen=True, kw_only=True)
class Besluitvoorstel:
    """What is proposed. `vorm`, `arrangement`: ids of the agreement's file. `tot`: the last day, None for no fixed end.

    `afwijking`: why it departs from what the rules say. `in_plaats_daarvan`: what a refused person can get instead.
    """

    strekking: str
    motivering: str
    vorm: str = ""
    arrangement: str = ""
    zwaarte: str = ""
    leveringsvorm: str = "zin"
    van: date | None = None
    tot: date | None = None
    in_plaats_daarvan: str = ""
    afwijking: str = ""


@handeling("toegang.besluit.voorbereiden", rollen=WERKERS | IN_MANDAAT)
@in_mandaat
def bereid_besluit_voor(
    wie: Actor, dossier: Dossier, voorstel: Besluitvoorstel, *, versie: int, op: date
) -> Gedaan[Besluit]:
    """Prepare a decision: the outcome of the access test is kept as proof, and a departure from it has a reason."""
    dossier = pak_dossier(dossier, versie, {Dossier.Stap.BESLUIT})
    eis_geen_voorstel(dossier)
    eis(dossier.onderzocht_op is not None, StapNietAanDeBeurt("Leg eerst vast wat u hebt onderzocht."))
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie)
    _controleer(voorstel, regeling, dossier)
    identiteit, geschreven = lees(dossier)
    uitkomst, bewijs = _toets(wie, dossier, regeling, toetsfeiten(dossier, identiteit, geschreven, op))
    toegang = uitkomst.waarde if uitkomst else None
    if voorstel.strekking == AFWIJZING:
        open_ = open_punten(regeling, geschreven, toegang)
        eis(not open_, NogOnbekend([punt.tekst for punt in open_]))
    tabel = Tabel(bool(arrangementen_van(regeling, dossier)), arrangement_van(regeling, geschreven))
    wijkt_af = wijkt_af_van_regels(voorstel, toegang, tabel)
    eis(not wijkt_af or bool(voorstel.afwijking.strip()), RedenOntbreekt())
    besluit = _maak(wie, dossier, voorstel, wijkt_af, bewijs, op)
    bewaar(dossier)
    return Gedaan(besluit, uitkomst)


def arrangement_van(regeling: Regeling, geschreven: Geschreven) -> Arrangement | None:
    """What the table of the agreement says of the facts that were written down; None without a table or facts."""
    feiten = geschreven.get("inschaalfeiten")
    return inschaal_regel(regeling, feiten).waarde if feiten and regeling.inschaling else None


@dataclass(frozen=True)
class Tabel:
    """Whether the agreement has a table of arrangements for this, and what fits by it; None while it was not asked."""

    geldt: bool
    past: Arrangement | None


def wijkt_af_van_regels(voorstel: Besluitvoorstel, toegang: Toegang | None, tabel: Tabel) -> bool:
    """Whether a proposal says something else than the rules. Where the agreement has no rule, a person judges.

    An arrangement that was chosen before the table was asked departs from the rules as well.
    """
    if voorstel.strekking == AFWIJZING:
        return toegang is not None and toegang.toegang == "ja"
    if toegang is not None and (toegang.toegang != "ja" or toegang.vormen.get(voorstel.vorm) != "ja"):
        return True
    if not tabel.geldt:
        return False
    past, gekozen = tabel.past, (voorstel.arrangement, voorstel.zwaarte)
    return past is None or (past.arrangement or "", past.zwaarte or "") != gekozen


def _toets(
    wie: Actor, dossier: Dossier, regeling: Regeling, feiten: Geschreven
) -> tuple[Uitkomst[Toegang] | None, int | None]:
    """The outcome and the id of its proof; neither when the agreement has no criteria."""
    if not kent_criteria(regeling, dossier):
        return None, None
    gegeven = schrijf_op(dossier.inwoner, "toetsfeiten", feiten, van=dossier.nummer)
    try:
        uitkomst, bewijs = bereken(wie, "toegang.toets", regeling, {}, feiten_van=f"gegeven:{gegeven.pk}")
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None
    return uitkomst, bewijs.pk


def _controleer(voorstel: Besluitvoorstel, regeling: Regeling, dossier: Dossier) -> None:
    """Everything that a proposal of this kind must say, in terms that the agreement has."""
    toekennen = voorstel.strekking == TOEKENNING
    arrangementen = arrangementen_van(regeling, dossier)
    zwaarten = set(regeling.inschaling.zwaarte_bij_werk.values()) if arrangementen and regeling.inschaling else set()
    for voldaan, veld, reden in (
        (voorstel.strekking in (TOEKENNING, AFWIJZING), "strekking", "Kies toekennen of afwijzen."),
        (bool(voorstel.motivering.strip()), "motivering", "Schrijf op waarom u dit besluit."),
        (toekennen or bool(voorstel.in_plaats_daarvan.strip()), "in_plaats_daarvan",
         "Schrijf op wat de inwoner wel kan krijgen."),
        (not toekennen or voorstel.vorm in vormen_van(regeling, dossier), "vorm", "Kies een vorm uit de regeling."),
        (not toekennen or voorstel.van is not None, "van", "Vul de eerste dag in."),
        (voorstel.van is None or voorstel.van >= dossier.gemeld_op, "van",
         f"De eerste dag ligt voor de melding van {schrijf_datum(dossier.gemeld_op)}."),
        (voorstel.van is None or voorstel.tot is None or voorstel.van <= voorstel.tot, "tot",
         "De laatste dag ligt voor de eerste dag."),
        (not toekennen or not arrangementen or voorstel.arrangement in arrangementen, "arrangement",
         "Kies een arrangement uit de regeling."),
        (bool(arrangementen) or not voorstel.arrangement, "arrangement", "Deze regeling kent geen arrangementen."),
        (voorstel.zwaarte in zwaarten | {""}, "zwaarte", "Kies een zwaarte uit de regeling."),
        (voorstel.leveringsvorm == "zin", "leveringsvorm", "Een pgb kunt u hier nog niet toekennen."),
    ):  # fmt: skip
        eis(voldaan, OnvolledigVoorstel(veld, reden))


def _maak(
    wie: Actor, dossier: Dossier, voorstel: Besluitvoorstel, wijkt_af: bool, bewijs: int | None, op: date
) -> Besluit:
    assert wie.account is not None
    toekennen = voorstel.strekking == TOEKENNING
    besluit = Besluit.objects.create(
        regio_id=dossier.regio_id,
        college_code=dossier.college_code,
        dossier=dossier,
        nummer=volgend_nummer(dossier.regio_id, "besluit", op.year),
        strekking=voorstel.strekking,
        vorm=voorstel.vorm if toekennen else "",
        arrangement=voorstel.arrangement if toekennen else "",
        zwaarte=voorstel.zwaarte if toekennen else "",
        leveringsvorm=voorstel.leveringsvorm,
        periode=half_open(voorstel.van, voorstel.tot) if toekennen and voorstel.van else None,
        wijkt_af=wijkt_af,
        bewijs=bewijs,
        voorbereid_door=wie.account,
        voorbereid_op=op,
    )
    toelichting = Toelichting(voorstel.motivering, voorstel.in_plaats_daarvan, voorstel.afwijking)
    schrijf_op(dossier.inwoner, soort_van(besluit), asdict(toelichting), van=dossier.nummer)
    return besluit


def soort_van(besluit: Besluit) -> str:
    """The kind of facts under which what was written with a decision is kept."""
    return f"besluit {besluit.nummer}"


@handeling("toegang.besluit.nemen", rollen=WERKERS | IN_MANDAAT)
@in_mandaat
def neem_besluit(wie: Actor, besluit: Besluit, *, op: date) -> Gedaan[Besluit]:
    """Sign a decision that another prepared: the letter goes out, the term of objection starts, the dossier goes on."""
    dossier, besluit = _pak(besluit)
    eis(besluit.voorbereid_door != wie.account, ZelfdePersoon("Een ander dan de voorbereider ondertekent."))
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie)
    _, geschreven = lees(dossier)
    uitkomst = toets_regel(regeling, geschreven["toetsfeiten"]) if besluit.bewijs else None
    besluit.ondertekend_door, besluit.genomen_op = wie.account, op
    besluit.save(update_fields=["ondertekend_door", "genomen_op"])
    stop_klok(dossier, "besluit", op)
    klok = start_klok(dossier, "bezwaar", op, f"besluit {besluit.nummer}")
    assert klok is not None
    toelichting = Toelichting(**geschreven[soort_van(besluit)])
    brief = besluitbrief(wie, besluit, regeling, toelichting, uitkomst, bezwaar_tot=klok.uiterlijk, op=op)
    verstuur_brief(wie, dossier, brief, "besluit", op)
    _vertel_gemeente(wie, besluit)
    toegekend = besluit.strekking == TOEKENNING
    zet_stap(dossier, Dossier.Stap.PLAATSING if toegekend else Dossier.Stap.AFGESLOTEN, op)
    return Gedaan(besluit, uitkomst)


def _pak(besluit: Besluit) -> tuple[Dossier, Besluit]:
    """The dossier and its decision, locked, the decision still waiting for a signature."""
    dossier = Dossier.objects.select_for_update(of=("self",)).select_related("inwoner").get(pk=besluit.dossier_id)
    nu = Besluit.objects.select_for_update().get(pk=besluit.pk)
    nu.dossier = dossier
    wacht = nu.genomen_op is None and nu.ingetrokken_op is None
    eis(wacht, StapNietAanDeBeurt("Dit besluit is al genomen of teruggestuurd."))
    return dossier, nu


def _vertel_gemeente(wie: Actor, besluit: Besluit) -> None:
    """Tell the municipality of the resident when it is another than the centre: numbers and days, no facts."""
    if besluit.college_code == centrum(besluit.regio_id).code:
        return
    van, tot = grenzen(besluit)
    inhoud = {
        "dossier": besluit.dossier.nummer,
        "besluit": besluit.nummer,
        "strekking": besluit.strekking,
        "genomen_op": besluit.genomen_op,
        "van": van,
        "tot": tot,
    }
    tekst = json.dumps(inhoud, default=str, ensure_ascii=False).encode()
    zet_klaar(wie, kanaal="map", aan=f"college {besluit.college_code}", soort="besluit-bericht", inhoud=tekst)


@handeling("toegang.besluit.terugsturen", rollen=WERKERS | IN_MANDAAT)
@in_mandaat
def stuur_terug(wie: Actor, besluit: Besluit, reden: str, *, op: date) -> Gedaan[Besluit]:
    """Send a prepared decision back with a reason: it is withdrawn, and another can be prepared."""
    dossier, besluit = _pak(besluit)
    eis(bool(reden.strip()), OnvolledigVoorstel("reden", "Schrijf op waarom u het besluit terugstuurt."))
    besluit.ingetrokken_op = op
    besluit.save(update_fields=["ingetrokken_op"])
    inhoud = {"besluit": besluit.nummer, "reden": reden, "door": wie.account}
    schrijf_op(dossier.inwoner, "teruggestuurd", inhoud, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(besluit)
