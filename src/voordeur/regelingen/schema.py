"""The form of an agreement's file. What a rule needs is defined with that rule; here is what binds it together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, PrivateAttr

from voordeur.regels.betalers import Betaalregel
from voordeur.regels.bevoegdheid import Mandaat
from voordeur.regels.inschaling import Inschaling
from voordeur.regels.landelijk import Geschilregel, Landelijkregel
from voordeur.regels.nieuwe_client import NieuweClientregel
from voordeur.regels.opzegging import Opzegregel, ZorgOpzegregel
from voordeur.regels.parameters import OpenParameter, Parameter
from voordeur.regels.perioden import Periodeblokken
from voordeur.regels.plichten import Plicht
from voordeur.regels.rangorde import Rangorde
from voordeur.regels.risico import Risicoregel
from voordeur.regels.routes import Route, Toegangsorganisatie
from voordeur.regels.sroi import Sroiregel
from voordeur.regels.stemming import Stemregel
from voordeur.regels.tarief import Tarieven
from voordeur.regels.termijnen import Termijn
from voordeur.regels.toegang import Toegangsregel
from voordeur.regels.uitkomst import Gronden
from voordeur.regels.verdeelmodel import Verdeelmodel
from voordeur.regels.vereisten import Vereisten
from voordeur.regels.verrekening_reserve import Reserveregel
from voordeur.regels.verrekening_sleutel import Sleutelregel

CODE = re.compile(r"[0-9]{4}")


@dataclass(frozen=True)
class Bepaling:
    """A provision: where it stands, its kind, its gist in our words. `licht`: a record or agenda point is enough."""

    vindplaats: str
    soort: Literal["R", "W", "D", "V", "K", "B"]
    kern: str
    licht: bool = False


@dataclass(frozen=True)
class Partij:
    """A party. A municipality has a CBS code; another kind of party has none. `opgegaan_in`: merged into, on `tot`."""

    naam: str
    grond: Gronden
    soort: Literal["gemeente", "aanbieder", "organisatie"] = "gemeente"
    code: str | None = None
    centrum: bool = False
    van: date | None = None
    tot: date | None = None
    opgegaan_in: str | None = None

    def __post_init__(self) -> None:
        if self.soort == "gemeente" and not CODE.fullmatch(self.code or ""):
            raise ValueError("een gemeente heeft een CBS-code van vier cijfers")


@dataclass(frozen=True)
class Looptijd:
    """When the agreement holds. `daarna`: what the command line assumes after the end."""

    van: date
    grond: Gronden
    tot: date | None = None
    daarna: Literal["geen", "verlenging_verondersteld"] = "geen"


@dataclass(frozen=True)
class Product:
    """A form of support. `beschermd_wonen`: whether it is BW by the definition of the agreement; None: not said."""

    id: str
    naam: str
    grond: Gronden
    voorziening: Literal["BW", "MO", "BT"] = "BW"
    beschermd_wonen: bool | None = None
    huur: bool | None = None
    leveringsvormen: tuple[str, ...] = ()
    alleen_voor: str = ""


@dataclass(frozen=True)
class Lezing:
    """A choice of how to read what the source leaves unclear; a region changes it by a decision of its own."""

    id: str
    onderwerp: str
    bron_zegt: str
    keuze: str
    reden: str
    grond: Gronden
    vanaf: date | None = None


@dataclass(frozen=True)
class Afspraak:
    """A record or an agenda point: something agreed that asks no computation, with its state."""

    id: str
    wat: str
    grond: Gronden
    wie: str = ""
    datum: date | None = None
    stand: Literal["geldt", "voornemen", "verlopen", "niet_geleverd"] = "geldt"


@dataclass(frozen=True)
class Onderdeel:
    """One line of a list."""

    id: str
    naam: str


@dataclass(frozen=True)
class Lijst:
    """A fixed list of an agreement: budget items, ways in, chain solutions."""

    id: str
    naam: str
    onderdelen: tuple[Onderdeel, ...]
    grond: Gronden


@dataclass(frozen=True)
class Zelfredzaamheidsmatrix:
    """Names of the domains and the scores only; the matrix itself is not ours to copy."""

    versie: str
    domeinen: tuple[str, ...]
    laagste: int
    hoogste: int
    metingen: tuple[str, ...]
    grond: Gronden


@dataclass(frozen=True)
class Resultaatgebied:
    """A life domain and the results that support may aim at."""

    domein: str
    resultaten: tuple[str, ...]
    grond: Gronden


@dataclass(frozen=True)
class Verrekening:
    """How a year is settled: with a reserve, or by a fixed key."""

    reserve: Reserveregel | None = None
    vaste_sleutel: Sleutelregel | None = None

    def __post_init__(self) -> None:
        if (self.reserve is None) == (self.vaste_sleutel is None):
            raise ValueError("geef precies een van reserve of vaste_sleutel")


@dataclass(frozen=True)
class Invulling:
    """A value that a region decided on for what the agreement leaves open. `id`: of the row that keeps it."""

    naam: str
    waarde: str
    vanaf: date
    besluit: str
    tot: date | None = None
    id: int = 0


@dataclass(frozen=True)
class Herkomst:
    """What an agreement was made of: the hash of its file, and the values of the region on a day."""

    hash: str
    op: date | None = None
    waarden: tuple[Invulling, ...] = ()


class Regeling(BaseModel):
    """A version of an agreement. Every rule may be absent: then a question for it is answered with that reason."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    id: str
    naam: str
    titel: str
    bron: str
    versie: date
    volgorde: int = 999
    bepalingen: dict[str, Bepaling]
    looptijd: Looptijd | None = None
    partijen: tuple[Partij, ...] = ()
    lezingen: tuple[Lezing, ...] = ()
    open: tuple[OpenParameter, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    lijsten: tuple[Lijst, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    producten: tuple[Product, ...] = ()
    toegang: Toegangsregel | None = None
    vereisten: tuple[Vereisten, ...] = ()
    routes: tuple[Route, ...] = ()
    toegangsorganisatie: Toegangsorganisatie | None = None
    termijnen: tuple[Termijn, ...] = ()
    kalender: tuple[Plicht, ...] = ()
    mandaten: tuple[Mandaat, ...] = ()
    betalers: tuple[Betaalregel, ...] = ()
    rangorde: Rangorde | None = None
    nieuwe_client: NieuweClientregel | None = None
    inschaling: Inschaling | None = None
    tarieven: Tarieven | None = None
    perioden: Periodeblokken | None = None
    verrekening: Verrekening | None = None
    verdeelmodel: Verdeelmodel | None = None
    sroi: Sroiregel | None = None
    stemming: Stemregel | None = None
    risico: Risicoregel | None = None
    opzegging: Opzegregel | None = None
    opzegging_zorg: ZorgOpzegregel | None = None
    zelfredzaamheidsmatrix: Zelfredzaamheidsmatrix | None = None
    resultaatgebieden: tuple[Resultaatgebied, ...] = ()
    landelijk: Landelijkregel | None = None
    geschillen: tuple[Geschilregel, ...] = ()
    # not of the file: where this version came from, when that is not the file of the package as it is
    _herkomst: Herkomst | None = PrivateAttr(default=None)

    @property
    def herkomst(self) -> Herkomst | None:
        """The file and the local values that this was made of; None: the file of the package as it is."""
        return self._herkomst

    def met_herkomst(self, herkomst: Herkomst) -> Regeling:
        """The same agreement, that remembers what it was made of."""
        gelijk = self.model_copy()
        gelijk._herkomst = herkomst
        return gelijk

    def gemeenten_op(self, dag: date) -> dict[str, Partij]:
        """The municipalities of the agreement on a day, by code, in the order of the file."""
        return {
            partij.code: partij
            for partij in self.partijen
            if partij.code is not None and (partij.van or date.min) <= dag and (partij.tot is None or dag <= partij.tot)
        }

    def centrumgemeente(self, dag: date) -> str | None:
        """The code of the centrumgemeente."""
        return next((code for code, partij in self.gemeenten_op(dag).items() if partij.centrum), None)
