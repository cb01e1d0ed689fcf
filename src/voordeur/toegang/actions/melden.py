"""A report comes in and is confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from voordeur.inwoner.actions import neem_op, schrijf_op
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.nummers import volgend_nummer
from voordeur.kern.queries import centrum, colleges, regeling_van
from voordeur.regelingen.schema import Regeling
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.komt_eraan import MEERDERJARIG, nodig_vanaf
from voordeur.regels.routes import kies_route, passende_route
from voordeur.regels.uitkomst import Stap, Uitkomst, stap

from ..brief import ontvangstbevestiging
from ..fouten import GemeenteDoetNietMee, KanNietBerekend
from ..models import Dossier, Klok
from ..termijnen import start_klok
from .stappen import WERKERS, pak_dossier, verstuur_brief, zet_stap


@dataclass(frozen=True, kw_only=True)
class Melding:
    """A report that somebody needs support.

    `college_code`: the municipality of the resident. `melder`: one of the reporters that the routes of the agreement
    name. `identiteit`: as `inwoner.actions.neem_op` takes it. `aanbieder_id`: the organisation that reports.
    `nodig_op`: from which later day help is needed; who is not of age yet needs it from their birthday by themselves.
    Without a known residence (`woonplaats_bekend` False) the case is of the centrumgemeente, whatever code it names.
    """

    college_code: str
    melder: str
    identiteit: Mapping[str, Any]
    reden: str
    ontvangen_op: date
    bsn: str | None = None
    voorziening: str = "BW"
    aanbieder_id: int | None = None
    vorige_voorziening: str = ""
    nodig_op: date | None = None
    woonplaats_bekend: bool = True
    pk: str = ""


@handeling("toegang.melden", rollen=WERKERS | {Rol.AANBIEDER, Rol.OPVANGMEDEWERKER})
def meld(wie: Actor, melding: Melding, *, op: date) -> Gedaan[Dossier]:
    """Take in a report: the dossier starts, and so does the term of the investigation. Raises ValueError on a BSN."""
    eis(melding.ontvangen_op <= op, StapNietAanDeBeurt("De dag van de melding kan niet na vandaag liggen."))
    gemeente = colleges(wie.regio).get(melding.college_code)
    if gemeente is not None:
        eis(gemeente.doet_mee_op(melding.ontvangen_op), GemeenteDoetNietMee(gemeente.naam, melding.ontvangen_op))
    regeling, aannames = _regeling(wie, melding)
    route, gekozen = _route(regeling, melding)
    if not melding.woonplaats_bekend:
        melding = replace(melding, college_code=centrum(wie.regio).code)
    # who reports hands over: the rows of the college are written for it, and are not to be seen by a provider
    with als(replace(wie, colleges=wie.colleges | {melding.college_code})):
        dossier = _neem_aan(wie, melding, regeling, route)
        start_klok(dossier, "onderzoek", melding.ontvangen_op, "melding")
    return Gedaan(dossier, Uitkomst(dossier.nummer, (*aannames, *gekozen)))


def _regeling(wie: Actor, melding: Melding) -> tuple[Regeling, tuple[Stap, ...]]:
    try:
        return regeling_van(wie.regio, melding.ontvangen_op)
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None


def _route(regeling: Regeling, melding: Melding) -> tuple[str, tuple[Stap, ...]]:
    """The route of this reporter; an agreement without any routes has none to follow.

    No agreement takes away what the law gives: without a route to shelter of its own a shelter takes in all the same.
    """
    if not regeling.routes:
        return "", ()
    if melding.voorziening == "MO" and all(route.voorziening != "MO" for route in regeling.routes):
        return "", (stap("route.opvang_wet", ("wmo/1.2.1", "wmo/2.3.3")),)
    vraag = {"voorziening": melding.voorziening, "melder": melding.melder}
    try:
        return passende_route(regeling.routes, **vraag).id, kies_route(regeling.routes, **vraag).stappen
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None


def _neem_aan(wie: Actor, melding: Melding, regeling: Regeling, route: str) -> Dossier:
    aanbieders = [melding.aanbieder_id] if melding.aanbieder_id is not None else []
    inwoner = neem_op(wie, melding.college_code, melding.identiteit, bsn=melding.bsn, aanbieders=aanbieders)
    dossier = Dossier.objects.create(
        regio_id=wie.regio,
        college_code=melding.college_code,
        aanbieders=aanbieders,
        inwoner=inwoner,
        nummer=volgend_nummer(wie.regio, "dossier", melding.ontvangen_op.year),
        voorziening=melding.voorziening,
        route=route,
        regeling_versie=regeling.versie,
        melder=melding.melder,
        organisatie=melding.aanbieder_id,
        gemeld_op=melding.ontvangen_op,
        nodig_op=melding.nodig_op or _meerderjarig_op(regeling, melding),
    )
    inhoud = {"reden": melding.reden, "vorige_voorziening": melding.vorige_voorziening}
    schrijf_op(inwoner, "melding", inhoud, van=dossier.nummer, aanbieders=aanbieders)
    if not melding.woonplaats_bekend:
        schrijf_op(inwoner, "woonplaats", {"bekend": False}, van=dossier.nummer)
    return dossier


def _meerderjarig_op(regeling: Regeling, melding: Melding) -> date | None:
    """The day on which somebody who is too young now is old enough for what is asked."""
    geboren = melding.identiteit.get("geboortedatum")
    if not geboren or melding.voorziening != "BW":
        return None
    eis_leeftijd = regeling.toegang.leeftijd if regeling.toegang else None
    jaren = eis_leeftijd.vanaf if eis_leeftijd else MEERDERJARIG
    return nodig_vanaf(date.fromisoformat(geboren), melding.ontvangen_op, jaren)


@handeling("toegang.melding.bevestigen", rollen=WERKERS)
def bevestig(wie: Actor, dossier: Dossier, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Confirm a report by letter: who confirms it is the one to call, and the investigation starts."""
    dossier = pak_dossier(dossier, versie, {Dossier.Stap.MELDING})
    dossier.behandelaar, dossier.bevestigd_op = wie.account, op
    dossier.save(update_fields=["behandelaar", "bevestigd_op"])
    klok = Klok.objects.get(dossier=dossier, soort="onderzoek", klaar_op=None)
    verstuur_brief(wie, dossier, ontvangstbevestiging(wie, dossier, klok.uiterlijk, op), "ontvangstbevestiging", op)
    zet_stap(dossier, Dossier.Stap.ONDERZOEK, op)
    return Gedaan(dossier)
