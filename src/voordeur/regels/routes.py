"""The ways into care: which steps follow when somebody reports, by who reports and in which form care is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .fouten import RegelOntbreekt
from .uitkomst import Gronden, Uitkomst, stap

# the pages of the way in that do a step
DEUREN = (
    "melding", "bevestiging", "onderzoek", "verslag", "aanvraag", "besluit", "plaatsing", "bericht", "plan",
    "landelijk",
)  # fmt: skip
LANGSTE_ANTWOORD, LANGSTE_ID = 40, 21


@dataclass(frozen=True)
class Routestap:
    """One step of a route; `termijn` names a term of the agreement or the law.

    `door`: the page of the way in that does it ("onderzoek"); without one it is noted, or asked of `vraag_aan`.
    `voor`: the step of a dossier before which it has to be done ("besluit"). `antwoorden`: what can come of it; of an
    application: the paper that it is. `vereisten`: the set of demands that is gone through with it. `betrokkene`: what
    somebody is to the resident who becomes known with it ("contactpersoon").
    """

    id: str
    wat: str
    wie: str
    grond: Gronden
    termijn: str = ""
    alleen_bij: str = ""
    door: str = ""
    vraag_aan: str = ""
    voor: str = ""
    antwoorden: tuple[str, ...] = ()
    vereisten: str = ""
    betrokkene: str = ""

    def __post_init__(self) -> None:
        if self.door and self.door not in DEUREN:
            raise ValueError(f"de stap kan niet door {self.door!r}; wel: {', '.join(DEUREN)}")
        if self.door and self.vraag_aan:
            raise ValueError("een stap gaat door een pagina of is een vraag aan iemand, niet allebei")
        if self.voor not in ("", "besluit"):
            raise ValueError('een stap hoeft alleen klaar te zijn voor het "besluit"')
        if len(self.id) > LANGSTE_ID:
            raise ValueError(f"de naam van een stap heeft hooguit {LANGSTE_ID} tekens")
        if any(len(antwoord) > LANGSTE_ANTWOORD for antwoord in self.antwoorden):
            raise ValueError(f"een antwoord heeft hooguit {LANGSTE_ANTWOORD} tekens")


@dataclass(frozen=True)
class Werkafspraak:
    """An agreement that an access organisation works under; `geleverd` False: nobody gave us the paper with its days.

    `daarna`: what is known of the time after its last day.
    """

    wat: str
    grond: Gronden
    van: date | None = None
    tot: date | None = None
    geleverd: bool = True
    daarna: str = ""


@dataclass(frozen=True)
class Toegangsorganisatie:
    """Who does the work of the way in, and under which agreements."""

    naam: str
    grond: Gronden
    werkt_onder: tuple[Werkafspraak, ...] = ()


@dataclass(frozen=True)
class Route:
    """A way in: for which facility, for whose report, along which steps."""

    id: str
    naam: str
    voorziening: str
    melders: tuple[str, ...]
    grond: Gronden
    stappen: tuple[Routestap, ...] = ()


def kies_route(
    routes: Sequence[Route], *, voorziening: str, melder: str, leveringsvorm: str = ""
) -> Uitkomst[tuple[Routestap, ...]]:
    """The steps of the route of this reporter, without the ones that are only for another form of delivery.

    Raises RegelOntbreekt when there is no such route.
    """
    route = passende_route(routes, voorziening=voorziening, melder=melder)
    stappen = tuple(deel for deel in route.stappen if not leveringsvorm or deel.alleen_bij in ("", leveringsvorm))
    gezet = stap("route.gekozen", route.grond, naam=route.naam, melder=melder, aantal=len(stappen))
    delen = (stap("route.stap", deel.grond, wat=deel.wat, wie=deel.wie) for deel in stappen)
    return Uitkomst(stappen, (gezet, *delen))


def passende_route(routes: Sequence[Route], *, voorziening: str, melder: str) -> Route:
    """The first route of this reporter; one with the reporter "iedereen" takes everybody. Raises RegelOntbreekt."""
    passend = [
        route
        for route in routes
        if route.voorziening == voorziening and (melder in route.melders or "iedereen" in route.melders)
    ]
    if not passend:
        bekend = dict.fromkeys(naam for route in routes if route.voorziening == voorziening for naam in route.melders)
        raise RegelOntbreekt(f"route naar {voorziening} voor melder {melder}; wel: {', '.join(bekend) or 'geen'}")
    return passend[0]
