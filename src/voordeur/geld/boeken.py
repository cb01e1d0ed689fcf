"""Posting an entry, as a part of a larger action. That it balances is guarded by the database as well."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from voordeur.kern.actor import Actor
from voordeur.kern.fouten import eis
from voordeur.kern.nummers import volgend_nummer
from voordeur.regels.bedragen import NUL

from .fouten import JaarGesloten, NietInEvenwicht, NietsTeBoeken, OnbekendeRekening
from .models import Begroting, Boeking, Boekingsregel
from .rekeningen import SCHEMA, rekeningen

Regel = tuple[str, str, Decimal]
# what the trigger of the database lets through after the closing of a year
NA_SLUITING = "verrekening"
# what follows from a decision that stands: taken back alone, books and decision would tell two stories
VAST = ("begroting ", "subsidie ", f"{NA_SLUITING} ")


def boek(
    wie: Actor,
    *,
    op: date,
    jaar: int,
    omschrijving: str,
    bron: str,
    regels: Sequence[Regel],
    storno_van: Boeking | None = None,
) -> Boeking:
    """Post lines of (account, college, amount in euros; debit above zero). Lines of zero are left out.

    Raises NietInEvenwicht, NietsTeBoeken, OnbekendeRekening, or JaarGesloten for anything but the settlement.
    """
    delen = [(code, college, bedrag) for code, college, bedrag in regels if bedrag]
    _controleer(delen)
    eis(bron.startswith(f"{NA_SLUITING} ") or not is_gesloten(jaar), JaarGesloten(jaar))
    schema = rekeningen(wie.regio)
    boeking = Boeking.objects.create(
        regio_id=wie.regio,
        nummer=volgend_nummer(wie.regio, "boeking", jaar),
        op=op,
        jaar=jaar,
        omschrijving=omschrijving,
        bron=bron,
        storno_van=storno_van,
    )
    Boekingsregel.objects.bulk_create(
        Boekingsregel(regio_id=wie.regio, boeking=boeking, rekening=schema[code], college_code=college, bedrag=bedrag)
        for code, college, bedrag in delen
    )
    return boeking


def _controleer(delen: Sequence[Regel]) -> None:
    eis(bool(delen), NietsTeBoeken())
    for code, _, _ in delen:
        eis(code in SCHEMA, OnbekendeRekening(code))
    som = sum((bedrag for _, _, bedrag in delen), NUL)
    eis(not som, NietInEvenwicht(som))


def is_gesloten(jaar: int) -> bool:
    """Whether the books of a year are closed."""
    return Begroting.objects.filter(jaar=jaar, afgesloten_op__isnull=False).exists()


def staat_vast(boeking: Boeking) -> bool:
    """Whether an entry follows from a decision, so that it cannot be taken back by itself."""
    return boeking.bron.startswith(VAST)


def door(wie: Actor) -> int:
    """The account of who acts: a step with money is always somebody's."""
    assert wie.account is not None
    return wie.account
