"""Appointments: staff makes, moves and cancels them; the resident asks for another time."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, time

from voordeur.berichten.nieuws import meld_nieuws
from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import VAN_DE_INWONER, Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling

from ..fouten_inwoner import OnvolledigVanInwoner
from ..models import Afspraak, Dossier
from .stappen import WERKERS


@dataclass(frozen=True, kw_only=True)
class Moment:
    """When: a day, from a time to a time."""

    dag: date
    begint: time
    eindigt: time


@dataclass(frozen=True, kw_only=True)
class Waarover:
    """Where, with whom, about what."""

    waar: str
    met: str
    waarover: str = ""


def soort_afspraak(afspraak: Afspraak) -> str:
    """The kind of facts under which the words of an appointment are kept; the wish for another with 'anders'."""
    return f"afspraak {afspraak.pk}"


def soort_anders(afspraak: Afspraak) -> str:
    """The kind of facts under which the wish for another time is kept."""
    return f"{soort_afspraak(afspraak)} anders"


@handeling("toegang.afspraak.maken", rollen=WERKERS)
def maak_afspraak(wie: Actor, dossier: Dossier, moment: Moment, bij: Waarover, *, op: date) -> Gedaan[Afspraak]:
    """Make an appointment with the resident; it stands on their page at once."""
    _controleer(moment, bij, op)
    afspraak = Afspraak.objects.create(
        regio_id=dossier.regio_id, college_code=dossier.college_code, dossier=dossier, gemaakt_op=op,
        gemaakt_door=wie.account, **asdict(moment),
    )  # fmt: skip
    schrijf_op(dossier.inwoner, soort_afspraak(afspraak), asdict(bij), van=dossier.nummer)
    meld_nieuws(wie, dossier.inwoner_id, dossier.nummer)
    return Gedaan(afspraak)


@handeling("toegang.afspraak.verzetten", rollen=WERKERS)
def verzet_afspraak(wie: Actor, afspraak: Afspraak, moment: Moment, bij: Waarover, *, op: date) -> Gedaan[Afspraak]:
    """Move an appointment to another time or place; a wish for another time is answered by it."""
    nu = _pak(afspraak, op)
    _controleer(moment, bij, op)
    nu.dag, nu.begint, nu.eindigt = moment.dag, moment.begint, moment.eindigt
    nu.verzet, nu.anders_gevraagd_op = nu.verzet + 1, None
    nu.save(update_fields=["dag", "begint", "eindigt", "verzet", "anders_gevraagd_op"])
    schrijf_op(nu.dossier.inwoner, soort_afspraak(nu), asdict(bij), van=nu.dossier.nummer)
    meld_nieuws(wie, nu.dossier.inwoner_id, nu.dossier.nummer)
    return Gedaan(nu)


@handeling("toegang.afspraak.afzeggen", rollen=WERKERS)
def zeg_afspraak_af(wie: Actor, afspraak: Afspraak, *, op: date) -> Gedaan[Afspraak]:
    """Cancel an appointment."""
    nu = _pak(afspraak, op)
    nu.vervallen_op = op
    nu.save(update_fields=["vervallen_op"])
    meld_nieuws(wie, nu.dossier.inwoner_id, nu.dossier.nummer)
    return Gedaan(nu)


@handeling("toegang.afspraak.anders", rollen=VAN_DE_INWONER)
def vraag_ander_moment(wie: Actor, afspraak: Afspraak, tekst: str, *, op: date) -> Gedaan[Afspraak]:
    """Ask for another time, with when one can. Until staff moves it, the appointment stands."""
    nu = _pak(afspraak, op)
    eis(bool(tekst.strip()), OnvolledigVanInwoner("tekst", "Schrijf op wanneer u wel kunt."))
    nu.anders_gevraagd_op = op
    nu.save(update_fields=["anders_gevraagd_op"])
    schrijf_op(nu.dossier.inwoner, soort_anders(nu), {"tekst": tekst.strip()}, van=nu.dossier.nummer)
    return Gedaan(nu)


def _controleer(moment: Moment, bij: Waarover, op: date) -> None:
    for voldaan, veld, reden in (
        (moment.dag >= op, "dag", "Kies een dag vanaf vandaag."),
        (moment.eindigt > moment.begint, "eindigt", "Het einde moet na het begin zijn."),
        (bool(bij.waar.strip()), "waar", "Vul in waar de afspraak is."),
        (bool(bij.met.strip()), "met", "Vul in met wie de afspraak is."),
    ):
        eis(voldaan, OnvolledigVanInwoner(veld, reden))


def _pak(afspraak: Afspraak, op: date) -> Afspraak:
    """An appointment as it is now, locked, that still has to come."""
    nu = Afspraak.objects.select_for_update(of=("self",)).select_related("dossier__inwoner").get(pk=afspraak.pk)
    eis(nu.vervallen_op is None, StapNietAanDeBeurt("Deze afspraak gaat niet door."))
    eis(nu.dag >= op, StapNietAanDeBeurt("Deze afspraak is al geweest."))
    return nu
