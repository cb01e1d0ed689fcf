"""What municipalities agreed nationally, for what an agreement itself does not say."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from voordeur.regels.landelijk import Geschilregel, Landelijkregel, geschilweg
from voordeur.regels.uitkomst import Uitkomst

from .schema import Bepaling, Regeling
from .wetten import Model, lees_landelijk

BRON = "landelijk"


class Toegankelijkheid(Model):
    """The criteria and the way of a dispute, with the provisions that they rest on."""

    bepalingen: dict[str, Bepaling]
    landelijk: Landelijkregel
    geschillen: tuple[Geschilregel, ...]


@cache
def toegankelijkheid() -> Toegankelijkheid:
    """The national agreement on access from elsewhere."""
    return lees_landelijk("toegankelijkheid", Toegankelijkheid)


def landelijkregel_van(regeling: Regeling) -> Landelijkregel:
    """What an agreement weighs for somebody of another region; the national criteria where it names none itself."""
    van_land, eigen = toegankelijkheid().landelijk, regeling.landelijk
    if eigen is None:
        return van_land
    return eigen if eigen.criteria else replace(eigen, criteria=van_land.criteria)


def geschilweg_van(regeling: Regeling, soort: str) -> Uitkomst[Geschilregel]:
    """The steps of a dispute by an agreement, else the national ones. Raises RegelOntbreekt."""
    return geschilweg(regeling.geschillen, toegankelijkheid().geschillen, soort)


def landelijke_bepaling(naam: str) -> Bepaling | None:
    """A provision of the national agreement by its name."""
    return toegankelijkheid().bepalingen.get(naam)
