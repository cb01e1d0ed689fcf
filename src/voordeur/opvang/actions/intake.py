"""After the first night: who somebody is, the fixed questionnaire, and the plan with goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.queries import regeling_versie
from voordeur.kern.rekenbewijs import bereken
from voordeur.toegang.actions import leg_onderzoek_vast, ontvang_aanvraag
from voordeur.toegang.actions.delen import beslist_zelf, bewaar, pak_dossier
from voordeur.toegang.models import Dossier

from ..fouten import Onvolledig
from ..toets import VELDEN
from ..vragenlijst import TEKST, VERSIE
from .hulp import OPVANG, BijOpvang, eis_van_opvang

Stap = Dossier.Stap
TE_VRAGEN = (Stap.ONDERZOEK, Stap.AANVRAAG, Stap.BESLUIT)
OPEN = (*TE_VRAGEN, Stap.PLAATSING, Stap.VERBLIJF)
MEESTE_DOELEN = 12


@handeling("opvang.persoon.aanvullen", rollen=OPVANG)
def vul_aan(
    wie: Actor, plek: BijOpvang, identiteit: Mapping[str, Any], *, versie: int, op: date, woonplaats: str | None = None
) -> Gedaan[Dossier]:
    """Write down who somebody is, as far as that became known, and where they lived (None: not known yet)."""
    dossier = pak_dossier(plek.dossier, versie, OPEN)
    eis_van_opvang(dossier)
    schrijf_op(dossier.inwoner, "identiteit", identiteit, van="", aanbieders=dossier.inwoner.aanbieders)
    schrijf_op(
        dossier.inwoner, "opvang woonplaats", {"woonplaats": woonplaats}, van=dossier.nummer,
        aanbieders=dossier.aanbieders,
    )  # fmt: skip
    bewaar(dossier)
    return Gedaan(dossier)


@handeling("opvang.intake", rollen=OPVANG)
def leg_intake_vast(
    wie: Actor, plek: BijOpvang, antwoorden: Mapping[str, Any], *, versie: int, op: date, afgerond: bool = False
) -> Gedaan[Dossier]:
    """Write down the fixed questionnaire. Finished, by a shelter that decides, it is the investigation and application.

    `antwoorden`: by the ids of `vragenlijst`, True, False or None, and texts; `binding_tekst`; `zrm` {domain: score}.
    """
    dossier = pak_dossier(plek.dossier, versie, TE_VRAGEN)
    eis_van_opvang(dossier)
    inhoud = {**antwoorden, "versie": VERSIE, "op": op.isoformat()}
    schrijf_op(dossier.inwoner, "opvang intake", inhoud, van=dossier.nummer, aanbieders=dossier.aanbieders)
    feiten = {veld: antwoorden.get(veld) for veld in VELDEN}
    gegeven = schrijf_op(dossier.inwoner, "opvang feiten", feiten, van=dossier.nummer, aanbieders=dossier.aanbieders)
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    uitkomst, _ = bereken(wie, "opvang.toets", regeling, {}, feiten_van=f"gegeven:{gegeven.pk}")
    bewaar(dossier)
    if afgerond and beslist_zelf(wie, dossier.college_code, op):
        dossier = _rond_af(wie, dossier, antwoorden, op)
    return Gedaan(dossier, uitkomst)


def _rond_af(wie: Actor, dossier: Dossier, antwoorden: Mapping[str, Any], op: date) -> Dossier:
    """The intake of a shelter that decides is the investigation; the wish for shelter is the application."""
    onderzoek = {vraag.id: antwoorden.get(vraag.id) or "" for vraag in TEKST} | {
        "gesprek_op": op.isoformat(), "lokale_voorziening": {"onderzocht": None, "volstaat": None}, "afgerond": True,
    }  # fmt: skip
    dossier = leg_onderzoek_vast(wie, dossier, onderzoek, versie=dossier.versie, op=op).object
    if dossier.stap == Stap.AANVRAAG:
        dossier = ontvang_aanvraag(wie, dossier, ontvangen_op=op, versie=dossier.versie, op=op).object
    return dossier


@handeling("opvang.traject.voorstellen", rollen=OPVANG)
def maak_plan(
    wie: Actor, plek: BijOpvang, doelen: Sequence[str], *, versie: int, op: date, oplossingen: Sequence[str] = ()
) -> Gedaan[Dossier]:
    """Propose a trajectory: the goals of somebody, in their own words, as the plan that a decision rests on.

    `oplossingen`: names of what the chain of the region can do for them. Raises Onvolledig.
    """
    dossier = pak_dossier(plek.dossier, versie, OPEN)
    eis_van_opvang(dossier)
    kort = [doel.strip() for doel in doelen if doel.strip()]
    eis(bool(kort), Onvolledig("doelen", "Schrijf minstens een doel op."))
    eis(len(kort) <= MEESTE_DOELEN, Onvolledig("doelen", f"Schrijf hooguit {MEESTE_DOELEN} doelen op."))
    inhoud = {"doelen": kort, "oplossingen": list(oplossingen), "op": op.isoformat()}
    schrijf_op(dossier.inwoner, "opvang plan", inhoud, van=dossier.nummer, aanbieders=dossier.aanbieders)
    bewaar(dossier)
    return Gedaan(dossier)
