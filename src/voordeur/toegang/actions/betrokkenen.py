"""Who stands beside the resident: a representative, client support, a carer, somebody at the municipality."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling

from ..fouten import OnvolledigeBetrokkene
from ..models import Betrokkene, Dossier
from .delen import pak_voor_verblijf
from .stappen import WERKERS


@dataclass(frozen=True, kw_only=True)
class Persoon:
    """Who it is: facts of a person, so they are kept locked. `organisatie`: for whom they work."""

    naam: str
    telefoon: str = ""
    email: str = ""
    organisatie: str = ""
    toelichting: str = ""


@handeling("toegang.betrokkene.toevoegen", rollen=WERKERS)
def voeg_betrokkene_toe(
    wie: Actor, dossier: Dossier, soort: str, persoon: Persoon, *, van: date, op: date
) -> Gedaan[Betrokkene]:
    """Write down who takes part from a day on; it changes no step and no term."""
    return Gedaan(zet_erbij(dossier, soort, persoon, van=van, op=op))


def zet_erbij(dossier: Dossier, soort: str, persoon: Persoon, *, van: date, op: date) -> Betrokkene:
    """The same as a part of a larger action. Raises OnvolledigeBetrokkene, AlVernietigd."""
    dossier = pak_voor_verblijf(dossier.pk)
    eis(soort in Betrokkene.Soort.values, OnvolledigeBetrokkene("soort", "Kies wat deze persoon doet."))
    eis(bool(persoon.naam.strip()), OnvolledigeBetrokkene("naam", "Vul een naam in."))
    eis(van <= op, OnvolledigeBetrokkene("van", "Vul een datum in tot en met vandaag."))
    betrokkene = Betrokkene.objects.create(
        regio_id=dossier.regio_id, college_code=dossier.college_code, dossier=dossier, soort=soort, van=van
    )
    schrijf_op(dossier.inwoner, f"betrokkene {betrokkene.pk}", asdict(persoon), van=dossier.nummer)
    return betrokkene


@handeling("toegang.betrokkene.beeindigen", rollen=WERKERS)
def beeindig_betrokkene(wie: Actor, betrokkene: Betrokkene, *, laatste_dag: date, op: date) -> Gedaan[Betrokkene]:
    """Write down that somebody takes part no longer; who it was stays to be read."""
    nu = Betrokkene.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=betrokkene.pk)
    eis(nu.tot is None, StapNietAanDeBeurt("Deze persoon doet al niet meer mee."))
    eis(
        nu.van <= laatste_dag <= op,
        OnvolledigeBetrokkene("laatste_dag", "Vul een datum in vanaf het begin tot en met vandaag."),
    )
    nu.tot = laatste_dag
    nu.save(update_fields=["tot"])
    return Gedaan(nu)
