"""A new version of the agreement: uploaded by one, confirmed by another, from its first day on; withdrawn before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from voordeur.kern.actor import Actor
from voordeur.kern.beleid import eigen_van, regeling_id, vergeet, versies_van
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Regelingversie
from voordeur.regelingen.bestand import ontleed
from voordeur.regelingen.controle import fouten_in, maak_regeling
from voordeur.regelingen.schema import Regeling

from ..fouten_beleid import AlGezet, AndereRegeling, BestandKloptNiet, VersieGeldtAl, VersieIsEr, VersieTeLaat
from ..models import Versievoorstel
from .beleid import VASTSTELLERS, VOORBEREIDERS
from .partijen import draai_wisseling_terug, wissel_partijen
from .tweede import eis_los


@dataclass(frozen=True)
class BijVersie:
    """The agreement of the region, as the college of the centre (CBS code) deals with it; `pk`: of a proposal."""

    college_code: str
    pk: int | str = ""

    @property
    def betreft(self) -> str:
        return "beleid"


@handeling("beheer.versie.voorbereiden", rollen=VOORBEREIDERS)
def bereid_versie_voor(wie: Actor, bij: BijVersie, inhoud: bytes, besluit: str, *, op: date) -> Gedaan[Versievoorstel]:
    """Upload the file of a new version. Nothing changes until another person confirms it.

    Raises BestandKloptNiet with all faults, AndereRegeling, VersieIsEr, VersieTeLaat.
    """
    return Gedaan(leg_voorstel_neer(wie.regio, inhoud, besluit, wie.account, op))


def leg_voorstel_neer(regio: str, inhoud: bytes, besluit: str, door: int | None, op: date) -> Versievoorstel:
    """The same as a part of a larger action, or of the command line (`door` None)."""
    regeling = _lees(regio, inhoud)
    eis(regeling.versie not in versies_van(regio), VersieIsEr(regeling.versie))
    eis(regeling.versie >= op, VersieTeLaat(regeling.versie))
    with als_geschonden({"versievoorstel_een_open": VersieIsEr(regeling.versie)}):
        return Versievoorstel.objects.create(
            regio_id=regio, versie=regeling.versie, inhoud=inhoud, hash=sha256(inhoud).hexdigest(), besluit=besluit,
            voorbereid_door=door, voorbereid_op=op,
        )  # fmt: skip


def _lees(regio: str, inhoud: bytes) -> Regeling:
    fouten = fouten_in(inhoud)
    eis(not fouten, BestandKloptNiet(fouten))
    regeling = maak_regeling(ontleed(inhoud))
    eis(regeling.id == regeling_id(regio), AndereRegeling(regeling_id(regio), regeling.id))
    return regeling


@handeling("beheer.versie.bevestigen", rollen=VASTSTELLERS)
def bevestig_versie(wie: Actor, bij: BijVersie, *, op: date) -> Gedaan[Versievoorstel]:
    """Let a version that another uploaded hold from its first day on. Raises ZelfdePersoon, AlGezet, VersieTeLaat."""
    vers = Versievoorstel.objects.select_for_update().get(pk=bij.pk)
    eis(vers.open, AlGezet())
    zelf = vers.voorbereid_door is not None and wie.staat_voor(vers.voorbereid_door, op)
    eis(not zelf, ZelfdePersoon("Een ander dan wie het laadde, bevestigt een versie."))
    eis_los(wie, vers.voorbereid_door)
    eis(vers.versie >= op, VersieTeLaat(vers.versie))
    vers.bevestigd_door, vers.bevestigd_op = wie.account, op
    vers.save(update_fields=["bevestigd_door", "bevestigd_op"])
    laad_versie(vers, wie.account, op)
    return Gedaan(vers)


def laad_versie(voorstel: Versievoorstel, door: int | None, op: date) -> None:
    """Let a version hold with its parties, as a part of a larger action (or to see what it would do).

    Raises AnderCentrum, LatereVersie, NogOpen, BegintLater.
    """
    regeling = maak_regeling(ontleed(bytes(voorstel.inhoud)))
    wissel_partijen(voorstel.regio_id, regeling, versies_van(voorstel.regio_id))
    Regelingversie.objects.create(
        regio_id=voorstel.regio_id, regeling=regeling_id(voorstel.regio_id), versie=voorstel.versie,
        inhoud=bytes(voorstel.inhoud), hash=voorstel.hash, voorbereid_door=voorstel.voorbereid_door, door=door, op=op,
    )  # fmt: skip
    vergeet()


@handeling("beheer.versie.intrekken", rollen=VASTSTELLERS)
def trek_versie_in(wie: Actor, bij: BijVersie, *, versie: date, op: date) -> Gedaan[Regelingversie]:
    """Take back a version before its first day: it will not hold. Raises VersieGeldtAl, WisselingGebruikt."""
    hash_ = eigen_van(wie.regio).versies.get(versie)
    if hash_ is None or versie <= op:
        raise VersieGeldtAl
    weg = Regelingversie.objects.create(
        regio_id=wie.regio, regeling=regeling_id(wie.regio), versie=versie, soort=Regelingversie.Soort.INGETROKKEN,
        inhoud=b"", hash=hash_, door=wie.account, op=op,
    )  # fmt: skip
    draai_wisseling_terug(wie.regio, versie)
    vergeet()
    return Gedaan(weg)
