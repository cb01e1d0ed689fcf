"""Why something about a stay was refused."""

from __future__ import annotations

from datetime import date
from typing import Any

from voordeur.kern.fouten import Geweigerd
from voordeur.regels.plaatsing import reden
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verwoorden import schrijf_datum, verwoord


class PlekBezet(Geweigerd):
    """Somebody else has the place on one of the days."""

    def __init__(self) -> None:
        super().__init__("Deze plek is net bezet. Kies een andere plek.")


class HulpThuis(Geweigerd):
    """The help of the decision is given at home."""

    def __init__(self, product: str) -> None:
        super().__init__(f"Deze hulp krijgt de inwoner thuis: {product}. Daarvoor hoeft u geen plek te zoeken.")


class HeeftAlEenPlek(Geweigerd):
    """The person has a place on one of the days."""

    def __init__(self) -> None:
        super().__init__("Deze inwoner heeft in deze tijd al een plek. Kijk bij de bewoners.")


class PlekPastNiet(Geweigerd):
    """The place does not fit the decision; says each demand that is not met."""

    def __init__(self, uitkomst: Uitkomst[Any]) -> None:
        self.uitkomst = uitkomst
        super().__init__(" ".join(verwoord(stap) for stap in uitkomst.stappen if reden(stap)))


class AlBeeindigd(Geweigerd):
    """The stay was ended before."""

    def __init__(self, op: date) -> None:
        super().__init__(f"Dit verblijf is al beëindigd op {schrijf_datum(op)}.")


class LaatsteDagKloptNiet(Geweigerd):
    """The last day lies outside the stay."""

    def __init__(self, van: date, tot: date | None) -> None:
        eind = f" en uiterlijk op {schrijf_datum(tot)}" if tot else ""
        super().__init__(f"Kies een laatste dag vanaf {schrijf_datum(van)}{eind}.")


class RedenOnbekend(Geweigerd):
    """The reason is not one of the list."""

    def __init__(self) -> None:
        super().__init__("Kies een reden uit de lijst.")


class GeenPlanVerwacht(Geweigerd):
    """No term for the provider's plan runs."""

    def __init__(self) -> None:
        super().__init__("Het plan van de aanbieder is er al, of de regeling vraagt er geen.")


class PlanDagKloptNiet(Geweigerd):
    """A plan comes after its term began, and not in the future."""

    def __init__(self, van: date, tot: date) -> None:
        super().__init__(
            f"Vul een dag in van {schrijf_datum(van)} tot en met {schrijf_datum(tot)}."
            if van <= tot
            else f"De termijn begint op {schrijf_datum(van)}. Noteer het plan vanaf die dag."
        )
