"""What sets a case apart: demands of the agreement, urgency, new or existing client, a residence that is unknown."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.apps import apps

from voordeur.berichten.actions import zet_klaar
from voordeur.inwoner.actions import schrijf_op
from voordeur.inwoner.models import Inwoner, VanInwoner
from voordeur.kern.actor import Actor, als
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.queries import centrum, colleges, regeling_versie
from voordeur.kern.rekenbewijs import bereken
from voordeur.regels.fouten import Onberekenbaar, OngeldigFeit
from voordeur.regels.spoed import GOEDKEURING, SPOED, kan_met_spoed, spoedeisen, vraagt_goedkeuring
from voordeur.regels.vereisten import toets_vereisten
from voordeur.regels.verwoorden import verwoord

from ..feiten import lees
from ..feiten_bijzonder import BIJZONDER, soort_van_lijst
from ..fouten import KanNietBerekend
from ..fouten_wegen import GeenStap, OngeldigeNotitie
from ..models import Besluit, Dossier, Uitvraag
from .stappen import WERKERS, bewaar, pak_dossier
from .wegen import LOPEND, vereisten_van

VOOR_BESLUIT = frozenset({Dossier.Stap.MELDING, Dossier.Stap.ONDERZOEK, Dossier.Stap.AANVRAAG, Dossier.Stap.BESLUIT})


@handeling("toegang.omstandigheid.vastleggen", rollen=WERKERS)
def leg_omstandigheid_vast(
    wie: Actor, dossier: Dossier, lijst: str, antwoorden: Mapping[str, bool | None], toelichting: str,
    *, versie: int, op: date,
) -> Gedaan[Dossier]:  # fmt: skip
    """Keep what is known of a set of demands that only some cases have. Raises GeenStap, OngeldigFeit.

    Urgency that was consented to has to be consented to again when what was said of it changes.
    """
    dossier = pak_dossier(dossier, versie, LOPEND)
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    eisen = spoedeisen(regeling.vereisten) if lijst == SPOED else vereisten_van(regeling, lijst)
    if eisen is None or lijst not in BIJZONDER:
        raise GeenStap(lijst)
    eis(bool(toelichting.strip()), OngeldigeNotitie("toelichting", "Schrijf op wat er aan de hand is."))
    uitkomst = toets_vereisten(eisen, antwoorden)
    inhoud = {"antwoorden": dict(antwoorden), "toelichting": toelichting, "op": op.isoformat(), "door": wie.account}
    schrijf_op(dossier.inwoner, soort_van_lijst(lijst), inhoud, van=dossier.nummer)
    if lijst == SPOED:
        dossier.spoed = False
    bewaar(dossier, ["spoed"])
    return Gedaan(dossier, uitkomst)


@dataclass(frozen=True, kw_only=True)
class Spoedhulp:
    """Who may start helping, from which day."""

    aanbieder: str
    begint_op: date


@handeling("toegang.spoed.goedkeuren", rollen=WERKERS)
def keur_spoed_goed(wie: Actor, dossier: Dossier, hulp: Spoedhulp, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Consent that help starts while the investigation goes on: another than who asked, where the agreement asks so.

    Who starts is told the number of the case. Raises KanNietBerekend when the demands are not met.
    """
    dossier = pak_dossier(dossier, versie, VOOR_BESLUIT)
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    eisen = spoedeisen(regeling.vereisten)
    gevraagd = lees(dossier)[1].get(soort_van_lijst(SPOED))
    eis(gevraagd is not None, StapNietAanDeBeurt("Er is nog geen aanvraag om spoed. Leg die eerst vast."))
    assert gevraagd is not None
    eis(not dossier.spoed, StapNietAanDeBeurt("De spoed is al goedgekeurd."))
    apart = not vraagt_goedkeuring(eisen) or not wie.staat_voor(gevraagd.get("door"), op)
    eis(apart, ZelfdePersoon("Een ander dan de aanvrager keurt spoed goed."))
    antwoorden = {naam: waarde for naam, waarde in gevraagd["antwoorden"].items() if naam != GOEDKEURING}
    uitkomst = kan_met_spoed(eisen, antwoorden)
    eis(uitkomst.waarde.voldaan == "ja", StapNietAanDeBeurt(f"Spoed kan nu niet. {verwoord(uitkomst.stappen[0])}"))
    eis(
        hulp.begint_op >= dossier.gemeld_op, OngeldigeNotitie("begint_op", "De hulp kan niet voor de melding beginnen.")
    )
    eis(bool(hulp.aanbieder.strip()), OngeldigeNotitie("aanbieder", "Vul in wie begint met helpen."))
    dossier.spoed = True
    inhoud = {"aanbieder": hulp.aanbieder, "begint_op": hulp.begint_op.isoformat(), "goedgekeurd_door": wie.account}
    schrijf_op(dossier.inwoner, "spoedhulp", inhoud, van=dossier.nummer)
    bericht = {"dossier": dossier.nummer, "spoed_vanaf": hulp.begint_op.isoformat()}
    zet_klaar(
        wie, kanaal="map", aan=hulp.aanbieder, soort="spoed", inhoud=json.dumps(bericht).encode(), over=dossier.inwoner
    )
    bewaar(dossier, ["spoed"])
    return Gedaan(dossier, uitkomst)


@dataclass(frozen=True, kw_only=True)
class Verleden:
    """Requests and stretches of use in the region before the report; a last day of None: it goes on."""

    aanvragen: Sequence[date] = ()
    gebruik: Sequence[tuple[date, date | None]] = ()


@handeling("toegang.nieuwe_client.bepalen", rollen=WERKERS)
def bepaal_client(wie: Actor, dossier: Dossier, verleden: Verleden, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Find whether somebody is new here, and which municipality is responsible; the proof is kept.

    Raises OngeldigFeit on a day that cannot be, KanNietBerekend when the agreement has no such rule.
    """
    dossier = pak_dossier(dossier, versie, LOPEND)
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    feiten: dict[str, Any] = {
        "meldingsdatum": dossier.gemeld_op.isoformat(),
        "gemeente": dossier.college_code,
        "centrumgemeente": centrum(dossier.regio_id).code,
        "aanvragen": [dag.isoformat() for dag in verleden.aanvragen],
        "gebruik": [[van.isoformat(), tot.isoformat() if tot else None] for van, tot in verleden.gebruik],
    }
    gegeven = schrijf_op(dossier.inwoner, "nieuwe client", feiten, van=dossier.nummer)
    try:
        uitkomst, _ = bereken(wie, "toegang.nieuwe_client", regeling, {}, feiten_van=f"gegeven:{gegeven.pk}")
    except OngeldigFeit:
        raise
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None
    bewaar(dossier)
    return Gedaan(dossier, uitkomst)


@handeling("toegang.woonplaats.vaststellen", rollen=WERKERS)
def stel_woonplaats_vast(
    wie: Actor, dossier: Dossier, gemeente: str, toelichting: str, *, versie: int, op: date
) -> Gedaan[Dossier]:
    """Find out where somebody lives whose residence was unknown. `gemeente`: a CBS code of the region, or empty.

    Empty is a municipality outside the region. The whole case goes over to the municipality that was found.
    """
    dossier = pak_dossier(dossier, versie, VOOR_BESLUIT)
    onbekend = lees(dossier)[1].get("woonplaats", {}).get("bekend") is False
    eis(onbekend, StapNietAanDeBeurt("De woonplaats van deze inwoner is al bekend."))
    eis(not gemeente or gemeente in colleges(dossier.regio_id), OngeldigeNotitie("gemeente", "Kies een gemeente."))
    eis(bool(toelichting.strip()), OngeldigeNotitie("toelichting", "Schrijf op hoe u dit weet."))
    besloten = Besluit.objects.filter(dossier__inwoner=dossier.inwoner_id).exists()
    eis(not besloten, StapNietAanDeBeurt("Er is al een besluit over deze inwoner."))
    inhoud = {"bekend": True, "buiten": not gemeente, "toelichting": toelichting, "op": op.isoformat()}
    schrijf_op(dossier.inwoner, "woonplaats", inhoud, van=dossier.nummer)
    bewaar(dossier)
    if gemeente and gemeente != dossier.college_code:
        # whoever finds out hands over: the rows go to a college whose files they may not see
        with als(replace(wie, colleges=wie.colleges | {gemeente})):
            _sluit_vragen(dossier, op)
            _verhuis(dossier, gemeente)
        dossier.college_code = gemeente
    return Gedaan(dossier)


def _sluit_vragen(dossier: Dossier, op: date) -> None:
    """What the municipality that turned out to be the wrong one was asked, needs no answer any more."""
    vragen = Uitvraag.objects.filter(dossier=dossier, aan_soort=Uitvraag.AanSoort.COLLEGE, beantwoord_op=None)
    vragen.filter(aan=dossier.college_code).update(beantwoord_op=op, antwoord="andere woonplaats")


def _verhuis(dossier: Dossier, gemeente: str) -> None:
    """Every row about the resident goes to another college."""
    for model in apps.get_models():
        if not issubclass(model, VanInwoner) or model._meta.abstract:
            continue
        velden = {veld.name for veld in model._meta.get_fields()}
        pad = "dossier__inwoner" if "dossier" in velden else "inwoner" if "inwoner" in velden else "pk"
        if pad == "pk" and model is not Inwoner:
            continue
        rijen = model._default_manager.filter(**{pad: dossier.inwoner_id})
        model._default_manager.filter(pk__in=list(rijen.values_list("pk", flat=True))).update(college_code=gemeente)
