"""Powers that one college gives to another, or to an organisation: written down by one, agreed to by another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.fouten import Geweigerd, StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import REGISTER, Gedaan, handeling
from voordeur.kern.models import College, Mandaatregel, Organisatie
from voordeur.kern.perioden import gesloten, half_open

from ..fouten import InHetVerleden, VerkeerdeDagen
from ..models import Mandaatvoorstel
from .mensen import BEHEER, BijPersoneel
from .tweede import eis_los

TWEEDE = frozenset({Rol.TEAMLEIDER, Rol.BESTUURDER})
DIEPST = 2


class DubbelMandaat(Geweigerd):
    """The same power between the same two in the same days."""

    def __init__(self) -> None:
        super().__init__("Dit mandaat is er al in deze dagen. Kies andere dagen.")


class AanZichzelf(Geweigerd):
    """A college has its own power already."""

    def __init__(self) -> None:
        super().__init__("Een college geeft geen mandaat aan zichzelf. Kies een ander.")


@dataclass(frozen=True)
class Mandaat:
    """Which power, whose it is, and who may use it: a college or an organisation."""

    handeling: str
    van: College
    aan: College | Organisatie
    grond: str


class GeenMacht(Geweigerd):
    """A power is over a part of the work, never over management."""

    def __init__(self) -> None:
        super().__init__("Over dit onderdeel geeft een gemeente geen mandaat. Kies een ander onderdeel.")


def machten() -> tuple[str, ...]:
    """What a power can be over: a room, or a part of one ('toegang', 'toegang.besluit'); never over management."""
    delen = (naam.split(".") for naam in REGISTER)
    namen = {".".join(deel[:aantal]) for deel in delen for aantal in range(1, min(DIEPST, len(deel)) + 1)}
    return tuple(sorted(naam for naam in namen if naam.partition(".")[0] not in ("api", "beheer", "proef")))


@handeling("beheer.mandaat.voorstellen", rollen=BEHEER)
def stel_mandaat_voor(
    wie: Actor,
    bij: BijPersoneel,
    mandaat: Mandaat,
    *,
    van: date,
    tot: date | None,
    op: date,
    ook_verleden: bool = False,
) -> Gedaan[Mandaatvoorstel]:
    """Write a power down. Nobody may use it until another person agreed.

    Raises InHetVerleden, VerkeerdeDagen, AanZichzelf, GeenMacht, DubbelMandaat.
    """
    eis(van >= op or ook_verleden, InHetVerleden())
    eis(tot is None or tot >= van, VerkeerdeDagen(van))
    eis(mandaat.aan != mandaat.van, AanZichzelf())
    eis(mandaat.handeling in machten(), GeenMacht())
    aan = {"aan": mandaat.aan} if isinstance(mandaat.aan, College) else {"aan_organisatie": mandaat.aan}
    velden = {"regio_id": wie.regio, "handeling": mandaat.handeling, "van": mandaat.van, **aan}
    _eis_enkel(velden, half_open(van, tot))
    gevraagd = Mandaatvoorstel.objects.filter(**velden, akkoord=None, periode__overlap=half_open(van, tot))
    eis(not gevraagd.exists(), DubbelMandaat())
    return Gedaan(
        Mandaatvoorstel.objects.create(
            **velden,
            periode=half_open(van, tot),
            ook_verleden=ook_verleden,
            grond=mandaat.grond,
            gevraagd_door=wie.account or 0,
            gevraagd_op=op,
        )
    )


def _eis_enkel(velden: dict[str, Any], dagen: Any) -> None:
    eis(not Mandaatregel.objects.filter(**velden, periode__overlap=dagen).exists(), DubbelMandaat())


@handeling("beheer.mandaat.bevestigen", rollen=TWEEDE)
def beslis_mandaat(
    wie: Actor, bij: BijPersoneel, voorstel: Mandaatvoorstel, *, akkoord: bool, op: date
) -> Gedaan[Mandaatvoorstel]:
    """Put a power that another wrote down in the register, or let it go.

    Who agreed late does not make the days before count. Raises ZelfdePersoon, PasUitgenodigd, StapNietAanDeBeurt,
    DubbelMandaat.
    """
    nu = Mandaatvoorstel.objects.select_for_update().get(pk=voorstel.pk)
    eis(nu.akkoord is None, StapNietAanDeBeurt("Dit mandaat wacht niet meer op een bevestiging."))
    eis(not wie.staat_voor(nu.gevraagd_door, op), ZelfdePersoon("Een ander bevestigt dit mandaat."))
    if akkoord:
        eis_los(wie, nu.gevraagd_door)
        _zet_in_register(nu, op)
    nu.akkoord, nu.beslist_door, nu.beslist_op = akkoord, wie.account, op
    nu.save(update_fields=["akkoord", "beslist_door", "beslist_op"])
    return Gedaan(nu)


def _zet_in_register(voorstel: Mandaatvoorstel, op: date) -> None:
    dagen = gesloten(voorstel.periode)
    van = dagen.van if voorstel.ook_verleden else max(dagen.van, op)
    eis(dagen.tot is None or van <= dagen.tot, StapNietAanDeBeurt("De dagen van dit mandaat zijn al voorbij."))
    velden = {
        "regio_id": voorstel.regio_id,
        "handeling": voorstel.handeling,
        "van_id": voorstel.van_id,
        "aan_id": voorstel.aan_id,
        "aan_organisatie_id": voorstel.aan_organisatie_id,
    }
    _eis_enkel(velden, half_open(van, dagen.tot))
    Mandaatregel.objects.create(**velden, periode=half_open(van, dagen.tot), grond=voorstel.grond)


@handeling("beheer.mandaat.beeindigen", rollen=BEHEER)
def beeindig_mandaat(
    wie: Actor, bij: BijPersoneel, regel: Mandaatregel, *, laatste_dag: date, op: date, ook_verleden: bool = False
) -> Gedaan[Mandaatregel]:
    """Give a power a last day; it stays in the register. Raises InHetVerleden, VerkeerdeDagen."""
    dagen = gesloten(regel.periode)
    eis(laatste_dag >= op - timedelta(days=1) or ook_verleden, InHetVerleden())
    eis(dagen.van <= laatste_dag <= (dagen.tot or date.max), VerkeerdeDagen(dagen.van))
    regel.periode = half_open(dagen.van, laatste_dag)
    regel.save(update_fields=["periode"])
    return Gedaan(regel)
