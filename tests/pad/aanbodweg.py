"""The offer as a contract manager makes it on the screen: a contract, a house, its places."""

from __future__ import annotations

from datetime import date

from tests.pad.venster import Venster


def contracteer(beheerder: Venster, aanbieder: str, van: date, *, dagprijs: str = "") -> None:
    """A subsidy with a price for a day, or purchase by claims; ends on the page of the provider."""
    beheerder.open("/aanbod/")
    beheerder.link(aanbieder)
    beheerder.link("Sluit een contract")
    beheerder.kies("Hoe betaalt u deze aanbieder?", "Subsidie" if dagprijs else "Inkoop")
    beheerder.dag("Eerste dag", van)
    if dagprijs:
        beheerder.vul("Prijs voor een dag zorg", dagprijs)
        beheerder.vink("Dit bedrag is een voorbeeld")
    beheerder.knop("Ga verder")
    beheerder.knop("Sluit het contract")
    beheerder.zegt(f"met {aanbieder} is gesloten.")


def open_huis(beheerder: Venster, huis: str, gemeente: str, product: str, van: date) -> None:
    """A house of this provider with two places; ends on the page of the provider."""
    beheerder.link("Voeg een locatie toe")
    beheerder.vul("Naam van de locatie", huis)
    beheerder.selecteer("Gemeente", gemeente)
    beheerder.knop("Ga verder")
    beheerder.knop("Voeg de locatie toe")
    beheerder.link("Voeg plekken toe")
    beheerder.selecteer("Soort plek", product)
    beheerder.vul("Aantal plekken", "2")
    beheerder.dag("Vanaf welke dag zijn de plekken er?", van)
    beheerder.knop("Ga verder")
    beheerder.knop("Voeg de plekken toe")
    beheerder.zegt(f"2 plekken zijn toegevoegd aan {huis}.")
