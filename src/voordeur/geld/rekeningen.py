"""The chart of accounts: small and the same for every region."""

from __future__ import annotations

from typing import Final

from .models import Rekening

RESERVE: Final = "0800"
BANK: Final = "1000"
RIJK: Final = "1100"
VOORUITBETAALD: Final = "1300"
TERUG_TE_ONTVANGEN: Final = "1310"
GEMEENTEN: Final = "1400"
TE_BETALEN: Final = "1600"
LASTEN: Final = "4000"
UITVOERING: Final = "4500"
RIJKSBUDGET: Final = "8000"
BESTEMMING: Final = "8900"

SCHEMA: Final = {
    RESERVE: ("Bestemmingsreserve", Rekening.Soort.RESERVE),
    BANK: ("Bank", Rekening.Soort.BEZIT),
    RIJK: ("Te ontvangen van het Rijk", Rekening.Soort.BEZIT),
    VOORUITBETAALD: ("Vooruitbetaald aan aanbieders", Rekening.Soort.BEZIT),
    TERUG_TE_ONTVANGEN: ("Terug te ontvangen van aanbieders", Rekening.Soort.BEZIT),
    GEMEENTEN: ("Te verrekenen met gemeenten", Rekening.Soort.SCHULD),
    TE_BETALEN: ("Te betalen aan aanbieders", Rekening.Soort.SCHULD),
    LASTEN: ("Lasten beschermd wonen", Rekening.Soort.LASTEN),
    UITVOERING: ("Kosten van de uitvoering", Rekening.Soort.LASTEN),
    RIJKSBUDGET: ("Rijksbudget", Rekening.Soort.BATEN),
    BESTEMMING: ("Bestemming van het resultaat", Rekening.Soort.BATEN),
}


def rekeningen(regio: str) -> dict[str, Rekening]:
    """Every account of a region by its code; made when the region books for the first time."""
    gevonden = {rekening.code: rekening for rekening in Rekening.objects.filter(regio_id=regio)}
    if len(gevonden) < len(SCHEMA):
        nieuw = [
            Rekening(regio_id=regio, code=code, naam=naam, soort=soort)
            for code, (naam, soort) in SCHEMA.items()
            if code not in gevonden
        ]
        Rekening.objects.bulk_create(nieuw, ignore_conflicts=True)
        gevonden = {rekening.code: rekening for rekening in Rekening.objects.filter(regio_id=regio)}
    return gevonden
