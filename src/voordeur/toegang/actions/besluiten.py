"""The decision: prepared by one, signed or sent back by another."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

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
from voordeur.regels.toegang import Toegang
from voordeur.regels.uitkomst import Uitkomst

from ..brief_besluit import besluitbrief, grenzen
from ..feiten import (
    Geschreven,
    arrangementen_van,
    kent_criteria,
    lees,
    toets_regel,
    toetsfeiten,
)
from ..fouten import KanNietBerekend, NogOnbekend, OnvolledigVoorstel, RedenOntbreekt
from ..models import Besluit, Bezwaar, Dossier
from ..queries_besluit import bezwaar_om_opnieuw_te_besluiten
from ..termijnen import bereken_einde, start_klok, stop_klok, wijs_startstuk_aan
from ..toelichting import Toelichting, soort_van
from ..volledig import open_punten
from .besluit_gevolg import verwerk
from .besluit_voorstel import (
    AFWIJZING,
    TOEKENNING,
    Besluitvoorstel,
    Tabel,
    arrangement_van,
    controleer,
    toelichting_van,
    wijkt_af_van_pgb,
    wijkt_af_van_regels,
)
from .klokken_dwangsom import stel_dwangsom_vast
from .mandaat import IN_MANDAAT, in_mandaat
from .stappen import WERKERS, bewaar, eis_geen_voorstel, pak_dossier, verstuur_brief, zet_stap
from .wegen import eis_weg

OP_BEZWAAR = Besluit.Soort.OP_BEZWAAR.value


@handeling("toegang.besluit.voorbereiden", rollen=WERKERS | IN_MANDAAT)
@in_mandaat
def bereid_besluit_voor(
    wie: Actor, dossier: Dossier, voorstel: Besluitvoorstel, *, versie: int, op: date
) -> Gedaan[Besluit]:
    """Prepare a decision: the outcome of the access test is kept as proof, and a departure from it has a reason.

    After an objection that was upheld it takes the place of the decision that was contested.
    """
    dossier = pak_dossier(dossier, versie, {Dossier.Stap.BESLUIT})
    eis_geen_voorstel(dossier)
    eis(dossier.onderzocht_op is not None, StapNietAanDeBeurt("Leg eerst vast wat u hebt onderzocht."))
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    identiteit, geschreven = lees(dossier)
    controleer(voorstel, regeling, dossier, geschreven)
    zonder = eis_weg(dossier, regeling, geschreven)
    voorstel = replace(voorstel, motivering=f"{voorstel.motivering} {zonder}".strip())
    uitkomst, bewijs = toets_nu(wie, dossier, regeling, toetsfeiten(dossier, identiteit, geschreven, op))
    toegang = uitkomst.waarde if uitkomst else None
    if voorstel.strekking == AFWIJZING:
        open_ = open_punten(regeling, geschreven, toegang)
        eis(not open_, NogOnbekend([punt.tekst for punt in open_]))
    wijkt_af = _wijkt_af(voorstel, toegang, regeling, dossier, geschreven)
    velden = _velden(voorstel, bezwaar_om_opnieuw_te_besluiten(dossier), op)
    toelichting = toelichting_van(voorstel, geschreven)
    besluit = leg_klaar(wie, dossier, velden | {"wijkt_af": wijkt_af, "bewijs": bewijs}, toelichting, op)
    bewaar(dossier)
    return Gedaan(besluit, uitkomst)


def _wijkt_af(
    voorstel: Besluitvoorstel, toegang: Toegang | None, regeling: Regeling, dossier: Dossier, geschreven: Geschreven
) -> bool:
    """Whether it departs from the rules of access or of the budget. Raises RedenOntbreekt without a reason for it."""
    tabel = Tabel(bool(arrangementen_van(regeling, dossier)), arrangement_van(regeling, geschreven))
    wijkt_af = wijkt_af_van_regels(voorstel, toegang, tabel) | wijkt_af_van_pgb(voorstel, geschreven)
    eis(not wijkt_af or bool(voorstel.afwijking.strip()), RedenOntbreekt())
    return wijkt_af


def _velden(voorstel: Besluitvoorstel, bezwaar: Bezwaar | None, op: date) -> dict[str, Any]:
    velden: dict[str, Any] = {"strekking": voorstel.strekking, "soort": voorstel.soort}
    if voorstel.strekking == TOEKENNING:
        assert voorstel.van is not None
        velden |= {naam: getattr(voorstel, naam) for naam in ("vorm", "arrangement", "zwaarte", "leveringsvorm")}
        velden |= {"periode": half_open(voorstel.van, voorstel.tot)}
    if bezwaar is not None:
        gaat_in_op = voorstel.van if voorstel.strekking == TOEKENNING else op
        velden |= {"soort": OP_BEZWAAR, "vervangt_id": bezwaar.besluit_id, "gaat_in_op": gaat_in_op}
    return velden


def toets_nu(
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


def leg_klaar(wie: Actor, dossier: Dossier, velden: dict[str, Any], toelichting: Toelichting, op: date) -> Besluit:
    """A decision that waits for its signature, and what was written with it, as a part of a larger action."""
    assert wie.account is not None
    besluit = Besluit.objects.create(
        regio_id=dossier.regio_id,
        college_code=dossier.college_code,
        dossier=dossier,
        nummer=volgend_nummer(dossier.regio_id, "besluit", op.year),
        voorbereid_door=wie.account,
        voorbereid_op=op,
        **velden,
    )
    schrijf_op(dossier.inwoner, soort_van(besluit), asdict(toelichting), van=dossier.nummer)
    return besluit


@handeling("toegang.besluit.nemen", rollen=WERKERS | IN_MANDAAT)
@in_mandaat
def neem_besluit(wie: Actor, besluit: Besluit, *, op: date) -> Gedaan[Besluit]:
    """Sign a decision that another prepared: the letter goes out, the term of objection starts, the dossier goes on."""
    dossier, besluit = _pak(besluit)
    eis(not wie.staat_voor(besluit.voorbereid_door, op), ZelfdePersoon("Een ander dan de voorbereider ondertekent."))
    _eis_ander_na_bezwaar(wie, besluit, op)
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    _, geschreven = lees(dossier)
    uitkomst = toets_regel(regeling, geschreven["toetsfeiten"]) if besluit.bewijs else None
    besluit.ondertekend_door, besluit.genomen_op = wie.account, op
    besluit.save(update_fields=["ondertekend_door", "genomen_op"])
    stel_dwangsom_vast(wie, dossier, "besluit", op)
    stop_klok(dossier, "besluit", op)
    laatste_dag = _begin_rechtsmiddel(dossier, besluit, op)
    toelichting = Toelichting(**geschreven[soort_van(besluit)])
    brief = besluitbrief(wie, besluit, regeling, toelichting, uitkomst, bezwaar_tot=laatste_dag, op=op)
    wijs_startstuk_aan(dossier, "bezwaar", verstuur_brief(wie, dossier, brief, "besluit", op))
    _vertel_gemeente(wie, besluit)
    zet_stap(dossier, verwerk(wie, besluit, op), op)
    return Gedaan(besluit, uitkomst)


def _eis_ander_na_bezwaar(wie: Actor, besluit: Besluit, op: date) -> None:
    """The new decision is a part of deciding the objection: not by who signed the old one (Awb 10:3 lid 3)."""
    eerder = besluit.vervangt.ondertekend_door if besluit.soort == OP_BEZWAAR and besluit.vervangt else None
    eis(not wie.staat_voor(eerder, op), ZelfdePersoon("Een ander dan wie het vorige besluit nam, ondertekent."))


def _begin_rechtsmiddel(dossier: Dossier, besluit: Besluit, op: date) -> date:
    """The last day to object, or to appeal against a decision on an objection.

    One term is shown at a time; that of an earlier decision keeps its last day, which still counts for that decision.
    """
    if besluit.soort == OP_BEZWAAR:
        einde = bereken_einde(dossier, "bezwaar", op)
        assert einde is not None
        return einde.waarde.uiterlijk
    stop_klok(dossier, "bezwaar", op)
    klok = start_klok(dossier, "bezwaar", op, f"besluit {besluit.nummer}")
    assert klok is not None
    return klok.uiterlijk


def _pak(besluit: Besluit) -> tuple[Dossier, Besluit]:
    """The dossier and its decision, locked, the decision still waiting for a signature."""
    dossier = Dossier.objects.select_for_update(of=("self",)).select_related("inwoner").get(pk=besluit.dossier_id)
    nu = Besluit.objects.select_for_update(of=("self",)).select_related("vervangt").get(pk=besluit.pk)
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
        "van": van or besluit.gaat_in_op,
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
