"""What people do to move in: gather files, have them checked, offer them to a colleague, who carries them out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from voordeur.inwoner.bestanden import GROOTSTE
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.fouten import Geweigerd, StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.journaal import schrijf
from voordeur.kern.queries import colleges

from ..inlezen.kluis import gooi_sleutel_weg, nieuw_slot, open_json, sluit
from ..inlezen.soorten import SOORTEN
from ..inlezen.terug import eis_niets_erop
from ..inlezen.toetsen import NietAllesGoed, NietsGoeds
from ..inlezen.uitvoeren import werker
from ..models import Inleesbestand, Inleesset, Inleesvoortgang
from .tweede import eis_los

BEHEERDER = frozenset({Rol.FUNCTIONEEL_BEHEERDER})
TWEEDE = frozenset({Rol.TEAMLEIDER, Rol.CONTROLLER})
STAND = Inleesset.Stand
# after so long what lies in a set is of no use any more
NA = timedelta(days=30)
BIJ_DE_WERKER = frozenset({STAND.TOETSEN, STAND.BEZIG, STAND.GAAT_TERUG})
NOG_TE_WIJZIGEN = frozenset({STAND.OPEN, STAND.GETOETST, STAND.AANGEBODEN})


class BestandPastNiet(Geweigerd):
    """Not a kind of table, or a file that is too large or empty."""


@dataclass(frozen=True)
class BijRegio:
    """The centrumgemeente (CBS code), which keeps the system for the region."""

    college_code: str
    pk: str = ""


@handeling("beheer.inlezen.beginnen", rollen=BEHEERDER)
def begin(wie: Actor, bij: BijRegio, *, op: date) -> Gedaan[Inleesset]:
    """Begin a set of files."""
    return Gedaan(
        Inleesset.objects.create(
            regio_id=wie.regio, sleutel=nieuw_slot(), begonnen_door=wie.account or 0, begonnen_op=op
        )
    )


@handeling("beheer.inlezen.bestand", rollen=BEHEERDER)
def voeg_bestand_toe(
    wie: Actor, set_: Inleesset, soort: str, naam: str, inhoud: bytes, *, op: date
) -> Gedaan[Inleesset]:
    """Put a file in a set, in the place of the one of its kind. Raises BestandPastNiet."""
    deze = _pak(set_, NOG_TE_WIJZIGEN)
    eis(soort in SOORTEN, BestandPastNiet("Kies wat er in het bestand staat."))
    eis(bool(inhoud), BestandPastNiet("Dit bestand is leeg. Kies een ander bestand."))
    eis(len(inhoud) <= GROOTSTE, BestandPastNiet("Dit bestand is te groot. Maak er twee van."))
    Inleesbestand.objects.filter(set=deze, soort=soort).delete()
    Inleesbestand.objects.create(
        regio_id=wie.regio, set=deze, soort=soort, naam=sluit(deze, naam[:120].encode()), inhoud=sluit(deze, inhoud)
    )
    return Gedaan(_terug_naar_open(deze))


@handeling("beheer.inlezen.bestand_weg", rollen=BEHEERDER)
def haal_bestand_weg(wie: Actor, set_: Inleesset, soort: str, *, op: date) -> Gedaan[Inleesset]:
    """Take a file out of a set."""
    deze = _pak(set_, NOG_TE_WIJZIGEN)
    Inleesbestand.objects.filter(set=deze, soort=soort).delete()
    return Gedaan(_terug_naar_open(deze))


@handeling("beheer.inlezen.toetsen", rollen=BEHEERDER)
def laat_toetsen(wie: Actor, set_: Inleesset, *, op: date) -> Gedaan[Inleesset]:
    """Have the files checked by the worker; nothing is read in."""
    deze = _pak(set_, NOG_TE_WIJZIGEN)
    eis(deze.bestanden.exists(), StapNietAanDeBeurt("Er is nog geen bestand om te toetsen. Kies er eerst een."))
    _terug_naar_open(deze, STAND.TOETSEN)
    from ..tasks import toets_inlezen

    toets_inlezen.defer(regio=wie.regio, set_id=deze.pk, op=op.isoformat())
    return Gedaan(deze)


@handeling("beheer.inlezen.aanbieden", rollen=BEHEERDER)
def bied_aan(wie: Actor, set_: Inleesset, *, goede_regels: bool, op: date) -> Gedaan[Inleesset]:
    """Offer a checked set to a colleague: the good rows only, or all or nothing. Raises NietAllesGoed, NietsGoeds."""
    deze = _pak(set_, {STAND.GETOETST})
    uitslag = open_json(deze, deze.uitslag or b"")
    eis(goede_regels or not uitslag["fouten"], NietAllesGoed())
    goed = sum(telling["rijen"] - telling.get("fout", 0) for telling in uitslag["tellingen"].values())
    eis(goed > 0, NietsGoeds())
    deze.goede_regels, deze.aangeboden_door = goede_regels, wie.account
    return Gedaan(_zet(deze, STAND.AANGEBODEN))


@handeling("beheer.inlezen.uitvoeren", rollen=TWEEDE)
def laat_uitvoeren(wie: Actor, set_: Inleesset, *, op: date) -> Gedaan[Inleesset]:
    """Have the worker read in what was offered. Raises ZelfdePersoon."""
    deze = _pak(set_, {STAND.AANGEBODEN})
    eis(not wie.staat_voor(deze.aangeboden_door, op), ZelfdePersoon("U bood dit zelf aan."))
    eis_los(wie, deze.aangeboden_door)
    deze.uitgevoerd_door, deze.uitgevoerd_op = wie.account, op
    _zet(deze, STAND.BEZIG)
    from ..tasks import voer_inlezen_uit

    voer_inlezen_uit.defer(regio=wie.regio, set_id=deze.pk)
    return Gedaan(deze)


@handeling("beheer.inlezen.terugdraaien", rollen=TWEEDE)
def draai_terug(wie: Actor, set_: Inleesset, *, op: date) -> Gedaan[Inleesset]:
    """Have the worker take back what a set read in, as a whole. Raises ErIsOpGebouwd with what stands in the way."""
    deze = _pak(set_, {STAND.UITGEVOERD})
    # it was written for every college of the region, and goes back for each
    with als(replace(wie, colleges=frozenset(colleges(wie.regio)))):
        eis_niets_erop(deze)
    deze.terug_door, deze.terug_op = wie.account, op
    _zet(deze, STAND.GAAT_TERUG)
    # how far reading in was says nothing of going back
    Inleesvoortgang.objects.filter(set=deze).delete()
    from ..tasks import neem_inlezen_terug

    neem_inlezen_terug.defer(regio=wie.regio, set_id=deze.pk)
    return Gedaan(deze)


@handeling("beheer.inlezen.afronden", rollen=BEHEERDER)
def rond_af(wie: Actor, set_: Inleesset, *, op: date) -> Gedaan[Inleesset]:
    """Say that a set is right: what it kept of people to go back is destroyed."""
    deze = _pak(set_, {STAND.UITGEVOERD})
    gooi_sleutel_weg(deze)
    return Gedaan(_zet(deze, STAND.AFGEROND))


@handeling("beheer.inlezen.weggooien", rollen=BEHEERDER)
def gooi_weg(wie: Actor, set_: Inleesset, *, op: date) -> Gedaan[Inleesset]:
    """Throw away a set that was not read in, with its files."""
    deze = _pak(set_, NOG_TE_WIJZIGEN)
    gooi_sleutel_weg(deze)
    return Gedaan(_zet(deze, STAND.VERVALLEN))


def haal_inlezen_in(regio: str) -> int:
    """Give what waits for the worker a new job: after it was killed the old one is stuck. Returns how many."""
    from ..tasks import neem_inlezen_terug, toets_inlezen, voer_inlezen_uit

    van_stand = {STAND.BEZIG: voer_inlezen_uit, STAND.GAAT_TERUG: neem_inlezen_terug}
    op: date = settings.VOORDEUR_VANDAAG or timezone.localdate()
    with als(werker(regio, None)):
        wachtend = list(Inleesset.objects.filter(stand__in=BIJ_DE_WERKER).order_by("pk"))
        for deze in wachtend:
            if deze.stand == STAND.TOETSEN:
                toets_inlezen.defer(regio=regio, set_id=deze.pk, op=op.isoformat())
            else:
                van_stand[STAND(deze.stand)].defer(regio=regio, set_id=deze.pk)
    return len(wachtend)


def ruim_op(regio: str, op: date) -> int:
    """Throw away or finish what nobody touched for a month. Returns how many."""
    grens = op - NA
    with als(werker(regio, None)) as wie:
        vergeten = Inleesset.objects.select_for_update(no_key=True).order_by("pk")
        blijft_liggen = vergeten.filter(stand__in=NOG_TE_WIJZIGEN, begonnen_op__lt=grens)
        nooit_afgerond = vergeten.filter(stand=STAND.UITGEVOERD, uitgevoerd_op__lt=grens)
        opgeruimd = [(deze, STAND.VERVALLEN) for deze in blijft_liggen]
        opgeruimd += [(deze, STAND.AFGEROND) for deze in nooit_afgerond]
        for deze, stand in opgeruimd:
            gooi_sleutel_weg(deze)
            schrijf(wie, "beheer.inlezen.opgeruimd", op, _zet(deze, stand), deze.college_code, "", None)
    return len(opgeruimd)


def _pak(set_: Inleesset, standen: Collection[str]) -> Inleesset:
    deze = Inleesset.objects.select_for_update(no_key=True).get(pk=set_.pk)
    naam = STAND(deze.stand).label.lower()
    eis(deze.stand in standen, StapNietAanDeBeurt(f"Dit kan nu niet. De stand is: {naam}."))
    return deze


def _terug_naar_open(deze: Inleesset, stand: str = STAND.OPEN) -> Inleesset:
    deze.uitslag, deze.afdruk, deze.aangeboden_door, deze.uitgevoerd_door = None, "", None, None
    return _zet(deze, stand)


def _zet(deze: Inleesset, stand: str) -> Inleesset:
    deze.stand, deze.melding = stand, ""
    deze.save()
    return deze
