"""The steps of a region's way in that people note, and the ones that come before a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.queries import regeling_versie
from voordeur.regelingen.schema import Regeling
from voordeur.regels.routes import Routestap
from voordeur.regels.vereisten import Vereisten, toets_vereisten
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.regels.weg import tegengehouden

from ..fouten_wegen import GeenStap, OngeldigeNotitie, StapNietGedaan, WetVraagtStap
from ..models import Betrokkene, Dossier, Routestand, Uitvraag
from ..queries_wegen import stap_van_route, weg_van
from .stappen import WERKERS, bewaar, pak_dossier

# the outcome of a step that a decision did not wait for
ZONDER = "nu zonder"
LOPEND = frozenset(Dossier.Stap.values) - {Dossier.Stap.AFGESLOTEN.value}


@dataclass(frozen=True, kw_only=True)
class Notitie:
    """What there is to say of a step. `eisen`: the answers to its set of demands. `contact`: naam, telefoon, e-mail."""

    op: date
    besproken: str
    uitkomst: str = ""
    eisen: Mapping[str, bool | None] = field(default_factory=dict)
    contact: Mapping[str, str] = field(default_factory=dict)


def soort_van_stap(stap: str) -> str:
    """The kind of facts under which what was noted of a step is kept."""
    return f"stap {stap}"


@handeling("toegang.stap.noteren", rollen=WERKERS)
def noteer_stap(wie: Actor, dossier: Dossier, stap: str, notitie: Notitie, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Note that a step of the route was done. An open question of this step is answered with it, as by telephone.

    A step with demands that are not all known yet is kept, and stays open. Raises GeenStap, OngeldigeNotitie.
    """
    dossier = pak_dossier(dossier, versie, LOPEND)
    deel = _stap(dossier, stap)
    controleer_notitie(dossier, deel, notitie, op)
    leg_stap_vast(wie, dossier, deel, notitie)
    Uitvraag.objects.filter(dossier=dossier, stap=stap, beantwoord_op=None, gevraagd_op__lte=notitie.op).update(
        beantwoord_op=notitie.op, antwoord=notitie.uitkomst
    )
    bewaar(dossier)
    return Gedaan(dossier)


def _stap(dossier: Dossier, stap: str) -> Routestap:
    deel = stap_van_route(dossier, stap)
    if deel is None or deel.door:
        raise GeenStap(stap)
    return deel


def controleer_notitie(dossier: Dossier, stap: Routestap, notitie: Notitie, op: date) -> None:
    """Whether this can be said of the step. Raises OngeldigeNotitie."""
    for voldaan, veld, reden in (
        (dossier.gemeld_op <= notitie.op <= op, "op",
         f"Vul een dag in vanaf {schrijf_datum(dossier.gemeld_op)} tot en met vandaag."),
        (not stap.antwoorden or notitie.uitkomst in stap.antwoorden, "uitkomst", "Kies wat eruit kwam."),
        (bool(notitie.besproken.strip()), "besproken", "Schrijf kort op wat er is besproken."),
        (not stap.betrokkene or bool(notitie.contact.get("naam", "").strip()), "naam", "Vul een naam in."),
    ):  # fmt: skip
        eis(voldaan, OngeldigeNotitie(veld, reden))


def vereisten_van(regeling: Regeling, id_: str) -> Vereisten | None:
    """A set of demands of the agreement by its id."""
    return next((deel for deel in regeling.vereisten if deel.id == id_), None) if id_ else None


def leg_stap_vast(wie: Actor, dossier: Dossier, stap: Routestap, notitie: Notitie) -> None:
    """Keep what was said of a step, as a part of a larger action; it is done when none of its demands is unknown."""
    inhoud = {"besproken": notitie.besproken, "eisen": dict(notitie.eisen), "op": notitie.op.isoformat()}
    schrijf_op(dossier.inwoner, soort_van_stap(stap.id), inhoud, van=dossier.nummer)
    if stap.betrokkene and notitie.contact:
        _voeg_contact_toe(dossier, stap.betrokkene, notitie)
    vereisten = vereisten_van(
        regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op), stap.vereisten
    )
    if vereisten is not None and toets_vereisten(vereisten, notitie.eisen).waarde.voldaan == "onbekend":
        return
    _zet(wie, dossier, stap.id, notitie.op, notitie.uitkomst)


def _zet(wie: Actor, dossier: Dossier, stap: str, op: date, uitkomst: str) -> None:
    velden = {"gedaan_op": op, "door": wie.account, "uitkomst": uitkomst}
    van = {"regio_id": dossier.regio_id, "college_code": dossier.college_code}
    Routestand.objects.update_or_create(dossier=dossier, stap=stap, defaults=velden | van)


def _voeg_contact_toe(dossier: Dossier, soort: str, notitie: Notitie) -> None:
    """Who is the one to call from now on; whoever was that before is not any more."""
    Betrokkene.objects.filter(dossier=dossier, soort=soort, tot=None, van__lte=notitie.op).update(tot=notitie.op)
    betrokkene = Betrokkene.objects.create(
        regio_id=dossier.regio_id, college_code=dossier.college_code, dossier=dossier, soort=soort, van=notitie.op
    )
    schrijf_op(dossier.inwoner, f"betrokkene {betrokkene.pk}", dict(notitie.contact), van=dossier.nummer)


@handeling("toegang.stap.overslaan", rollen=WERKERS)
def ga_verder_zonder(wie: Actor, dossier: Dossier, stap: str, reden: str, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Go on to the decision without a step; the reason comes into its motivation. Raises WetVraagtStap."""
    dossier = pak_dossier(dossier, versie, LOPEND)
    weg = weg_van(dossier, regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op))
    deel = next((deel for deel in weg.stappen if deel.stap.id == stap), None) if weg else None
    if deel is None or not deel.stap.voor:
        raise GeenStap(stap)
    eis(not deel.door_wet, WetVraagtStap([deel.stap.wat]))
    eis(deel.stand != "klaar", StapNietAanDeBeurt("Deze stap is al gedaan."))
    eis(bool(reden.strip()), OngeldigeNotitie("reden", "Schrijf op waarom u nu zonder deze stap verder gaat."))
    schrijf_op(dossier.inwoner, soort_van_stap(stap), {"zonder": reden.strip()}, van=dossier.nummer)
    _zet(wie, dossier, stap, op, ZONDER)
    bewaar(dossier)
    return Gedaan(dossier)


def eis_weg(dossier: Dossier, regeling: Regeling, geschreven: Mapping[str, Any]) -> str:
    """What a decision says of the steps that it did not wait for; empty when every one was done.

    Raises WetVraagtStap, StapNietGedaan.
    """
    weg = weg_van(dossier, regeling)
    stappen = weg.stappen if weg else ()
    open_ = tegengehouden(stappen)
    door_wet = [deel.stap.wat for deel in open_ if deel.door_wet]
    eis(not door_wet, WetVraagtStap(door_wet))
    eis(not open_, StapNietGedaan([deel.stap.wat for deel in open_]))
    redenen = (
        (deel.stap.wat, geschreven.get(soort_van_stap(deel.stap.id), {}).get("zonder", ""))
        for deel in stappen
        if deel.gezet.uitkomst == ZONDER
    )
    return " ".join(f"Wij besluiten zonder deze stap: {wat} De reden: {reden}" for wat, reden in redenen)
