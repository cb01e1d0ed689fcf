"""Filling the demo: each region day by day, from two years ago to today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import cycle

from voordeur.regelingen.laden import geldig_op

from .agenda import Agenda
from .declaraties import Declaraties
from .gegevens import aantal_inwoners, dobbel
from .huizen import open_aanbod
from .hulp import hulpsoorten
from .kas import AFREKENEN, Kas
from .loten import Bijzonder, Lot, plannen
from .opvang import Opvang
from .personen import personen
from .regio import Kast, richt_in
from .reizen import Reis
from .van_inwoner import laat_horen

ZAAD = 1


@dataclass(frozen=True)
class Gebouwd:
    """A region that was filled, and how much was done in it."""

    regio: str
    inwoners: int
    gedaan: int


def eerste_jaar(vandaag: date) -> int:
    """The last year that is closed and settled today."""
    return vandaag.year - (1 if (vandaag.month, vandaag.day) > AFREKENEN else 2)


def bouw_regio(
    zaad: int, vandaag: date, regeling_id: str, *, regio: str | None = None, aantal: int | None = None
) -> Gebouwd:
    """Fill one region of the demo. The same seed and day give the same content, whatever the name of the region.

    Raises Geweigerd where the rules refuse a step: then the demo is wrong, and nothing is passed over.
    """
    regeling, _ = geldig_op(regeling_id, vandaag)
    jaar = eerste_jaar(vandaag)
    sinds = date(jaar - 1, 11, 1)
    kast = richt_in(regio or regeling_id, regeling, vandaag, date(jaar - 1, 1, 1))
    reizen = list(_reizen(kast, zaad, sinds, aantal_inwoners(regeling_id) if aantal is None else aantal))
    agenda = Agenda(vandaag)
    agenda.op = sinds
    nodig = [reis.hulp for reis in reizen if reis.plan.lot is not Lot.AFGEWEZEN]
    agenda.zet(sinds, lambda op: open_aanbod(kast, nodig, op))
    declaraties = Declaraties(kast, dobbel(zaad, vandaag, regeling_id, "declaraties"))
    if kast.gemandateerd:  # else each municipality keeps books of its own, outside the region
        Kas(kast, reizen, dobbel(zaad, vandaag, regeling_id, "kas")).begin(agenda, range(jaar - 1, vandaag.year + 2))
    for reis in reizen:
        reis.begin(agenda)
        declaraties.volg(agenda, reis)
    laat_horen(agenda, reizen)
    Opvang(kast, dobbel(zaad, vandaag, regeling_id, "opvang")).begin(agenda)
    return Gebouwd(kast.regio, len(reizen), agenda.speel())


def _reizen(kast: Kast, zaad: int, sinds: date, aantal: int) -> Iterator[Reis]:
    """The residents: their plan, who they are, where they live and what they need."""
    kans = dobbel(zaad, kast.vandaag, kast.regeling.id, "reizen")
    mensen = personen(dobbel(zaad, kast.vandaag, kast.regeling.id, "personen"), sinds)
    soorten = cycle(hulpsoorten(kast.regeling) or [None])
    gewichten = [4 if code == kast.centrum else 1 for code in kast.gemeenten]
    for plan in plannen(aantal, sinds, kast.vandaag, kans):
        gemeente = kans.choices(kast.gemeenten, gewichten)[0]
        if plan.bijzonder is Bijzonder.VAN_ELDERS:
            gemeente = kast.centrum
        yield Reis(kast, plan, next(mensen), gemeente, next(soorten), kans)
