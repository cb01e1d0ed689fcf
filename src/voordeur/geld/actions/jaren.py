"""The year: its budget by a decision, and the closing of its books."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q

from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.onderhoud import systeem
from voordeur.kern.queries import regeling_van
from voordeur.regelingen.schema import Regeling

from ..boeken import Regel, boek
from ..fouten import BestaatAl, OngeldigeParameter, StaatNogOpen
from ..lokaal import BEGIN, controleer, getal, ingevuld
from ..models import Begroting, Betaling, Boekingsregel, Declaratie, Subsidie
from ..rekeningen import BANK, RESERVE, RIJK, RIJKSBUDGET


@dataclass(frozen=True)
class BijJaar:
    """A year of the region, as the college (CBS code) deals with it."""

    college_code: str
    jaar: int

    @property
    def pk(self) -> str:
        return str(self.jaar)

    @property
    def betreft(self) -> str:
        return f"jaar {self.jaar}"


@handeling("geld.begroting.vaststellen", rollen={Rol.CONTROLLER, Rol.BESTUURDER})
def stel_begroting_vast(
    wie: Actor,
    bij: BijJaar,
    *,
    rijksbudget: Decimal,
    sleutel: Mapping[str, Decimal],
    open_parameters: Mapping[str, Any],
    besluit: str,
    voorbeeld: bool,
    op: date,
) -> Gedaan[Begroting]:
    """Record the decided budget of a year with its key by municipality and what the agreement leaves open.

    The money of the Rijk is posted; the first reserve that is named opens the account of the reserve.
    """
    regeling, _ = regeling_van(wie.regio, date(bij.jaar, 12, 31))
    _controleer_sleutel(sleutel, regeling.gemeenten_op(date(bij.jaar, 12, 31)))
    eis(rijksbudget >= 0, OngeldigeParameter("rijksbudget", "kan niet onder nul zijn"))
    parameters = controleer(regeling, bij.jaar, open_parameters)
    with als_geschonden({"begroting_een_per_jaar": BestaatAl(f"de begroting van {bij.jaar}")}):
        begroting = Begroting.objects.create(
            regio_id=wie.regio,
            college_code=bij.college_code,
            jaar=bij.jaar,
            rijksbudget=rijksbudget,
            sleutel={code: str(gewicht) for code, gewicht in sorted(sleutel.items())},
            open_parameters=parameters,
            besluit=besluit,
            voorbeeld=voorbeeld,
            vastgesteld_op=op,
        )
    regels = list(_openingsregels(begroting, regeling))
    if regels:
        bron = f"begroting {bij.jaar}"
        boek(wie, op=op, jaar=bij.jaar, omschrijving=f"Begroting {bij.jaar}", bron=bron, regels=regels)
    return Gedaan(begroting)


def _controleer_sleutel(sleutel: Mapping[str, Decimal], gemeenten: Mapping[str, object]) -> None:
    for code, gewicht in sleutel.items():
        eis(code in gemeenten, OngeldigeParameter("sleutel", f"{code} is geen gemeente van deze regeling"))
        eis(gewicht >= 0, OngeldigeParameter("sleutel", f"het gewicht van {code} kan niet onder nul zijn"))
    eis(any(sleutel.values()), OngeldigeParameter("sleutel", "minstens één gemeente heeft een gewicht"))


def _openingsregels(begroting: Begroting, regeling: Regeling) -> Iterator[Regel]:
    centrum = begroting.college_code
    if begroting.rijksbudget:
        yield RIJK, centrum, begroting.rijksbudget
        yield RIJKSBUDGET, centrum, -begroting.rijksbudget
    begin = begroting.open_parameters.get(BEGIN) or ingevuld(regeling, BEGIN)
    if begin not in (None, "") and not Boekingsregel.objects.filter(rekening__code=RESERVE).exists():
        yield BANK, centrum, getal(BEGIN, begin)
        yield RESERVE, centrum, -getal(BEGIN, begin)


@handeling("geld.jaar.sluiten", rollen={Rol.CONTROLLER})
def sluit_jaar(wie: Actor, begroting: Begroting, *, op: date) -> Gedaan[Begroting]:
    """Close the books of a year in which nothing waits any more. After this only its settlement is posted."""
    vers = Begroting.objects.select_for_update().get(pk=begroting.pk)
    eis(vers.afgesloten_op is None, StapNietAanDeBeurt(f"Het jaar {vers.jaar} is al afgesloten."))
    eis(op.year > vers.jaar, StapNietAanDeBeurt(f"Sluiten kan na het einde van {vers.jaar}."))
    wachtend = wat_nog_openstaat(wie.regio, vers.jaar)
    eis(not wachtend, StaatNogOpen(vers.jaar, ", ".join(wachtend)))
    vers.afgesloten_op, vers.afgesloten_door = op, wie.account
    vers.save(update_fields=["afgesloten_op", "afgesloten_door"])
    return Gedaan(vers)


def wat_nog_openstaat(regio: str, jaar: int) -> list[str]:
    """What still waits in a year, in words with its number; nothing when the year can be closed.

    Counted by the system, so that nothing is left out because somebody may not see the municipality that it is of.
    """
    # a block belongs to the year of its last day; the end of the period is the day after that
    in_jaar = Q(periode__endswith__gt=date(jaar, 1, 1), periode__endswith__lte=date(jaar + 1, 1, 1))
    with als(systeem(regio)):
        betalingen = Betaling.objects.filter(jaar=jaar, stand=Betaling.Stand.KLAAR).count()
        declaraties = Declaratie.objects.filter(in_jaar, stand=Declaratie.Stand.INGEDIEND).count()
        subsidies = Subsidie.objects.filter(jaar=jaar).exclude(stand=Subsidie.Stand.VASTGESTELD).count()
    return [
        f"{aantal} {een if aantal == 1 else meer}"
        for aantal, een, meer in (
            (betalingen, "betaling", "betalingen"),
            (declaraties, "declaratie", "declaraties"),
            (subsidies, "subsidie zonder vaststelling", "subsidies zonder vaststelling"),
        )
        if aantal
    ]
