"""What the resident is told and hands in: client support, the personal plan (article 2.3.2 lid 2, 3 and 5 Wmo)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import VAN_DE_INWONER, Actor
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.queries import regeling_versie

from ..documentsoorten import PLAN
from ..feiten import lees
from ..fouten import OnvolledigPlan
from ..models import Dossier
from ..voorlichting import UITLEG, plan_uiterlijk, verteld
from .documenten import NieuwDocument, bewaar_document
from .onderzoeken import TE_ONDERZOEKEN
from .stappen import WERKERS, bewaar, eis_geen_voorstel, pak_dossier


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A personal plan as it came: in words, as a file (its name and content), or both."""

    ontvangen_op: date
    tekst: str = ""
    bestandsnaam: str = ""
    inhoud: bytes = b""


@handeling("toegang.voorlichting.noteren", rollen=WERKERS)
def noteer_uitleg(
    wie: Actor, dossier: Dossier, gegeven: Mapping[str, date], *, versie: int, op: date
) -> Gedaan[Dossier]:
    """Write down on which day the resident was told what in a conversation, by the keys of UITLEG."""
    dossier = pak_dossier(dossier, versie, TE_ONDERZOEKEN)
    eis(bool(gegeven), OnvolledigPlan("clientondersteuning", "Vul ten minste een dag in."))
    for wat, dag in gegeven.items():
        eis(wat in UITLEG, OnvolledigPlan("clientondersteuning", "Dit onderwerp is er niet."))
        eis(
            dossier.gemeld_op <= dag <= op,
            OnvolledigPlan(wat, "Vul een datum in vanaf de melding tot en met vandaag."),
        )
    eerder = lees(dossier)[1].get("voorlichting", {})
    nieuw = {wat: dag.isoformat() for wat, dag in gegeven.items()}
    schrijf_op(dossier.inwoner, "voorlichting", {**eerder, **nieuw}, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(dossier)


@handeling("toegang.plan.ontvangen", rollen=WERKERS | VAN_DE_INWONER)
def ontvang_plan(wie: Actor, dossier: Dossier, plan: Plan, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Take in the personal plan of the resident: the investigation has to use it. One that comes late counts too.

    Raises OnvolledigPlan, a BestandGeweigerd.
    """
    # the seven days run from the report, so also before it is confirmed
    dossier = pak_dossier(dossier, versie, (Dossier.Stap.MELDING, *TE_ONDERZOEKEN))
    eis_geen_voorstel(dossier)
    eis(bool(plan.tekst.strip() or plan.inhoud), OnvolledigPlan("tekst", "Schrijf het plan op of kies een bestand."))
    eis(
        dossier.gemeld_op <= plan.ontvangen_op <= op,
        OnvolledigPlan("ontvangen_op", "Vul een datum in vanaf de melding tot en met vandaag."),
    )
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    eerst = verteld(dossier, lees(dossier)[1])["persoonlijk_plan"].eerst_op
    uiterlijk = plan_uiterlijk(dossier, regeling, eerst)
    stuk = None
    if plan.inhoud:
        nieuw = NieuwDocument(
            soort=PLAN, van="inwoner", naam=plan.bestandsnaam, inhoud=plan.inhoud, ontvangen_op=plan.ontvangen_op
        )
        stuk = bewaar_document(dossier, nieuw, op=op).pk
    feiten = {
        "tekst": plan.tekst,
        "ontvangen_op": plan.ontvangen_op.isoformat(),
        "document": stuk,
        "op_tijd": plan.ontvangen_op <= uiterlijk.waarde,
    }
    schrijf_op(dossier.inwoner, "persoonlijk plan", feiten, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(dossier, uiterlijk)
