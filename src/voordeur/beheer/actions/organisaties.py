"""Organisations of a region: how they are reached, who to call, and the agreements on processing personal data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import Geweigerd, StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Aanstelling, Organisatie
from voordeur.kern.perioden import gesloten, half_open

from ..fouten import VerkeerdeDagen
from ..models import Contactpersoon, Verwerkersovereenkomst
from .mensen import VAN_ORGANISATIE, BijPersoneel

HOUDT_BIJ = frozenset({Rol.FUNCTIONEEL_BEHEERDER, Rol.CONTRACTBEHEERDER})


class NaamBestaat(Geweigerd):
    """An organisation of this name is there."""

    def __init__(self) -> None:
        super().__init__("Deze organisatie staat al in de lijst. Kies een andere naam.")


class SoortInGebruik(Geweigerd):
    """People have roles there that do not go with the new sort."""

    def __init__(self) -> None:
        super().__init__("Bij deze organisatie zijn rollen die niet bij deze soort passen. Beëindig die eerst.")


class PlekBezet(Geweigerd):
    """The region has one external contact, one first and one second deputy at a time."""

    def __init__(self) -> None:
        super().__init__("In deze dagen heeft iemand anders deze plek. Kies eerst een laatste dag voor die persoon.")


@dataclass(frozen=True)
class Organisatievelden:
    """What is kept of an organisation."""

    naam: str
    soort: str
    adres: str = ""
    telefoon: str = ""


@dataclass(frozen=True)
class Contactvelden:
    """Who to call; `plek` only for the region itself."""

    naam: str
    functie: str = ""
    telefoon: str = ""
    email: str = ""
    plek: str = ""


@handeling("beheer.organisatie.maken", rollen=HOUDT_BIJ)
def maak_organisatie(wie: Actor, bij: BijPersoneel, velden: Organisatievelden, *, op: date) -> Gedaan[Organisatie]:
    """Write down an organisation. Raises NaamBestaat."""
    with als_geschonden({"organisatie_een_naam_per_regio": NaamBestaat()}):
        return Gedaan(Organisatie.objects.create(regio_id=wie.regio, **vars(velden)))


@handeling("beheer.organisatie.wijzigen", rollen=HOUDT_BIJ)
def wijzig_organisatie(
    wie: Actor, bij: BijPersoneel, organisatie: Organisatie, velden: Organisatievelden, *, op: date
) -> Gedaan[Organisatie]:
    """Change what is kept of an organisation. Raises NaamBestaat, SoortInGebruik."""
    mag = {rol.value for rol in VAN_ORGANISATIE.get(Organisatie.Soort(velden.soort), set())}
    nu_of_later = Q(periode__endswith=None) | Q(periode__endswith__gt=op)
    lopend = Aanstelling.objects.filter(nu_of_later, organisatie=organisatie)
    eis(velden.soort == organisatie.soort or not lopend.exclude(rol__in=mag).exists(), SoortInGebruik())
    for naam, waarde in vars(velden).items():
        setattr(organisatie, naam, waarde)
    with als_geschonden({"organisatie_een_naam_per_regio": NaamBestaat()}):
        organisatie.save(update_fields=[*vars(velden)])
    return Gedaan(organisatie)


@handeling("beheer.contact.toevoegen", rollen=HOUDT_BIJ)
def voeg_contact_toe(
    wie: Actor,
    bij: BijPersoneel,
    organisatie: Organisatie | None,
    velden: Contactvelden,
    *,
    van: date,
    tot: date | None,
    op: date,
) -> Gedaan[Contactpersoon]:
    """Write down who to call, at an organisation or for the region (None). Raises VerkeerdeDagen, PlekBezet."""
    eis(tot is None or tot >= van, VerkeerdeDagen(van))
    eis(organisatie is None or not velden.plek, PlekBezet())
    with als_geschonden({"contact_een_per_plek": PlekBezet()}):
        gemaakt = Contactpersoon.objects.create(
            regio_id=wie.regio, organisatie=organisatie, periode=half_open(van, tot), **vars(velden)
        )
    return Gedaan(gemaakt)


@handeling("beheer.contact.beeindigen", rollen=HOUDT_BIJ)
def beeindig_contact(
    wie: Actor, bij: BijPersoneel, contact: Contactpersoon, *, laatste_dag: date, op: date
) -> Gedaan[Contactpersoon]:
    """Give a contact a last day. Raises VerkeerdeDagen."""
    dagen = gesloten(contact.periode)
    eis(dagen.van <= laatste_dag <= (dagen.tot or date.max), VerkeerdeDagen(dagen.van))
    contact.periode = half_open(dagen.van, laatste_dag)
    contact.save(update_fields=["periode"])
    return Gedaan(contact)


@dataclass(frozen=True)
class Verwerking:
    """An agreement on processing as it was signed."""

    onderwerp: str
    getekend_op: date
    tot_en_met: date | None
    document: str


@handeling("beheer.verwerking.vastleggen", rollen=HOUDT_BIJ)
def leg_verwerking_vast(
    wie: Actor, bij: BijPersoneel, organisatie: Organisatie, verwerking: Verwerking, *, op: date
) -> Gedaan[Verwerkersovereenkomst]:
    """Write down an agreement that was signed (article 28 GDPR). Raises VerkeerdeDagen."""
    einde = verwerking.tot_en_met
    eis(einde is None or einde >= verwerking.getekend_op, VerkeerdeDagen(verwerking.getekend_op))
    gemaakt = Verwerkersovereenkomst.objects.create(regio_id=wie.regio, organisatie=organisatie, **vars(verwerking))
    return Gedaan(gemaakt)


@handeling("beheer.verwerking.beeindigen", rollen=HOUDT_BIJ)
def beeindig_verwerking(
    wie: Actor, bij: BijPersoneel, overeenkomst: Verwerkersovereenkomst, *, laatste_dag: date, op: date
) -> Gedaan[Verwerkersovereenkomst]:
    """It holds no longer: ended, or followed by another. Raises StapNietAanDeBeurt, VerkeerdeDagen."""
    eis(overeenkomst.beeindigd_op is None, StapNietAanDeBeurt("Deze overeenkomst is al beëindigd."))
    vroegst = overeenkomst.getekend_op - timedelta(days=1)
    eis(vroegst < laatste_dag <= op, VerkeerdeDagen(overeenkomst.getekend_op))
    overeenkomst.beeindigd_op = laatste_dag
    overeenkomst.save(update_fields=["beeindigd_op"])
    return Gedaan(overeenkomst)
