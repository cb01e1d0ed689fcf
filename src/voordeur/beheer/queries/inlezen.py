"""What is asked about moving in. The outcome of a check names people, so looking at it is journaled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from voordeur.kern.actor import Actor
from voordeur.kern.inzage import inzage
from voordeur.kern.queries import namen_van_accounts
from voordeur.schermen.bestand import als_csv

from ..inlezen.kluis import open_, open_json
from ..inlezen.rij import Fout
from ..inlezen.soorten import SOORTEN
from ..models import Inleesset, Inleesvoortgang

# how many names, changes and new rows stand on the page of the set itself
GETOOND, EERSTE = 200, 10
FOUTKOPPEN = ("bestand", "rij", "veld", "wat er staat", "wat", "waarom", "wat dan")


@dataclass(frozen=True)
class Bestandsregel:
    """A file of a set: what is in it, and its name."""

    soort: str
    wat: str
    naam: str


@dataclass(frozen=True)
class Telling:
    """How many rows of a file are what."""

    soort: str
    wat: str
    rijen: int
    nieuw: int
    gewijzigd: int
    gelijk: int
    fout: int


@dataclass(frozen=True)
class NieuweRij:
    """A row that would be new: where it stands, and by field what comes."""

    rij: int
    sleutel: str
    velden: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Nieuw:
    """The rows of a file that would be new; only those that are shown are made."""

    soort: str
    wat: str
    kolommen: tuple[str, ...]
    ruw: Sequence[Sequence[Any]]

    @property
    def aantal(self) -> int:
        return len(self.ruw)

    @property
    def eerste(self) -> list[NieuweRij]:
        return [self.rij(ruw) for ruw in self.ruw[:EERSTE]]

    def rij(self, ruw: Sequence[Any]) -> NieuweRij:
        """A row as it is shown: what was left empty is left out."""
        nummer, sleutel, delen = ruw
        velden = ((naam, deel) for naam, deel in zip(self.kolommen, delen, strict=True) if deel)
        return NieuweRij(nummer, sleutel, tuple(velden))


@dataclass(frozen=True)
class Wijziging:
    """A row that would change something: where it stands, and by field what was and what comes.

    What was is None in a row about people.
    """

    soort: str
    wat: str
    rij: int
    sleutel: str
    velden: tuple[tuple[str, str | None, str], ...]


@dataclass(frozen=True)
class Buiten:
    """What the system has and a file does not name."""

    wat: str
    aantal: int
    namen: tuple[str, ...]


@dataclass(frozen=True)
class Uitslag:
    """What came of checking a set."""

    tellingen: tuple[Telling, ...]
    fouten: tuple[Fout, ...]
    nieuw: tuple[Nieuw, ...]
    wijzigingen: tuple[Wijziging, ...]
    buiten: tuple[Buiten, ...]

    def van_soort(self, soort: str) -> tuple[Nieuw | None, list[Wijziging]]:
        """What is new and what changes of one kind."""
        nieuw = next((deel for deel in self.nieuw if deel.soort == soort), None)
        return nieuw, [wijziging for wijziging in self.wijzigingen if wijziging.soort == soort]

    @property
    def oorzaken(self) -> list[Fout]:
        """The faults to mend: without the rows that only lean on a bad one."""
        return [fout for fout in self.fouten if not fout.gevolg]

    @property
    def gevolgen(self) -> dict[str, list[Fout]]:
        """By what is wrong elsewhere the rows that go wrong by it."""
        groepen: dict[str, list[Fout]] = {}
        for fout in self.fouten:
            if fout.gevolg:
                groepen.setdefault(fout.wat, []).append(fout)
        return groepen

    @property
    def onleesbaar(self) -> int:
        """How many files could not be read."""
        return sum(not fout.rij for fout in self.fouten)

    @property
    def over_mensen(self) -> bool:
        """Whether something changes of people."""
        return any(SOORTEN[wijziging.soort].over_mensen for wijziging in self.wijzigingen)

    @property
    def goed(self) -> int:
        return sum(telling.rijen - telling.fout for telling in self.tellingen)

    @property
    def slecht(self) -> int:
        return sum(telling.fout for telling in self.tellingen)


def sets(regio: str) -> QuerySet[Inleesset]:
    """The sets of a region, the newest first; without what is locked."""
    return Inleesset.objects.filter(regio_id=regio).defer("uitslag", "sleutel").order_by("-id")


def bestanden(deze: Inleesset) -> list[Bestandsregel]:
    """The files of a set that were not removed yet, in the order in which they are read."""
    if deze.sleutel is None:
        return []
    gevonden = {bestand.soort: bestand for bestand in deze.bestanden.defer("inhoud")}
    return [
        Bestandsregel(soort.id, soort.naam, open_(deze, gevonden[soort.id].naam).decode())
        for soort in SOORTEN.values()
        if soort.id in gevonden
    ]


@inzage("beheer.inlezen.inzien")
def uitslag_inzien(wie: Actor, deze: Inleesset, *, op: date) -> Uitslag | None:
    """What came of checking; None while there is nothing. Raises SleutelOntbreekt."""
    return uitslag_van(deze)


def uitslag_van(deze: Inleesset) -> Uitslag | None:
    """The same, for a step that is journaled itself."""
    if deze.uitslag is None:
        return None
    ruw = open_json(deze, deze.uitslag)
    return Uitslag(
        tellingen=tuple(_telling(soort, deel) for soort, deel in ruw["tellingen"].items()),
        fouten=tuple(Fout(*deel) for deel in ruw["fouten"]),
        nieuw=tuple(
            Nieuw(soort, SOORTEN[soort].naam, tuple(deel["kolommen"]), deel["rijen"])
            for soort, deel in ruw.get("nieuw", {}).items()
            if deel["rijen"]
        ),
        wijzigingen=tuple(
            Wijziging(soort, SOORTEN[soort].naam, deel["rij"], deel["sleutel"], tuple(map(tuple, deel["velden"])))
            for soort, delen in ruw["gewijzigd"].items()
            for deel in delen
        ),
        buiten=tuple(
            Buiten(SOORTEN[soort].naam, len(namen), tuple(namen[:GETOOND]))
            for soort, namen in ruw["niet_in_bestand"].items()
            if namen
        ),
    )


def _telling(soort: str, deel: dict[str, Any]) -> Telling:
    gelijk = deel.get("gelijk", 0) + deel.get("gekoppeld", 0)
    return Telling(
        soort,
        SOORTEN[soort].naam,
        deel["rijen"],
        deel.get("nieuw", 0),
        deel.get("gewijzigd", 0),
        gelijk,
        deel.get("fout", 0),
    )


def fouten_als_csv(fouten: Sequence[Fout]) -> bytes:
    """The faults as a file to work through; safe to open in a spreadsheet."""
    rijen = ([f.soort, str(f.rij), f.veld, f.waarde, f.wat, f.waarom, f.dan] for f in fouten)
    return f"\ufeff{als_csv(FOUTKOPPEN, rijen)}".encode()


def voortgang(deze: Inleesset) -> Inleesvoortgang | None:
    """How far the worker said to be."""
    return Inleesvoortgang.objects.filter(set=deze).first()


def wie_deed(deze: Inleesset) -> dict[str, str]:
    """The names of who began, offered and had it carried out."""
    door = {"begonnen": deze.begonnen_door, "aangeboden": deze.aangeboden_door, "uitgevoerd": deze.uitgevoerd_door}
    namen = namen_van_accounts(door.values())
    return {wat: namen.get(account or 0, "") for wat, account in door.items()}
