"""Powers that one college gives to another, or to an organisation: written down with their days and provision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from voordeur.kern.actor import Actor
from voordeur.kern.fouten import Geweigerd, eis
from voordeur.kern.handeling import REGISTER, Gedaan, handeling
from voordeur.kern.models import College, Mandaatregel, Organisatie
from voordeur.kern.perioden import gesloten, half_open

from ..fouten import InHetVerleden, VerkeerdeDagen
from .mensen import BEHEER, BijPersoneel

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


def machten() -> tuple[str, ...]:
    """What a power can be over: a room, or a part of one ('toegang', 'toegang.besluit'); never over management."""
    delen = (naam.split(".") for naam in REGISTER)
    namen = {".".join(deel[:aantal]) for deel in delen for aantal in range(1, min(DIEPST, len(deel)) + 1)}
    return tuple(sorted(naam for naam in namen if naam.partition(".")[0] not in ("beheer", "proef")))


@handeling("beheer.mandaat.geven", rollen=BEHEER)
def geef_mandaat(
    wie: Actor,
    bij: BijPersoneel,
    mandaat: Mandaat,
    *,
    van: date,
    tot: date | None,
    op: date,
    ook_verleden: bool = False,
) -> Gedaan[Mandaatregel]:
    """Write a power down. Raises InHetVerleden, VerkeerdeDagen, AanZichzelf, DubbelMandaat."""
    eis(van >= op or ook_verleden, InHetVerleden())
    eis(tot is None or tot >= van, VerkeerdeDagen(van))
    eis(mandaat.aan != mandaat.van, AanZichzelf())
    aan = {"aan": mandaat.aan} if isinstance(mandaat.aan, College) else {"aan_organisatie": mandaat.aan}
    velden = {"regio_id": wie.regio, "handeling": mandaat.handeling, "van": mandaat.van, **aan}
    dagen = half_open(van, tot)
    eis(not Mandaatregel.objects.filter(**velden, periode__overlap=dagen).exists(), DubbelMandaat())
    return Gedaan(Mandaatregel.objects.create(**velden, periode=dagen, grond=mandaat.grond))


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
