"""What the building blocks of a page are filled with. A view makes these; a template only shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Chipsoort = Literal["telaat", "dringend", "bijna", "goed", "info", "rust"]
Taakstand = Literal["klaar", "bezig", "te_doen"]
Stapstand = Literal["klaar", "nu", "straks"]
Oordeel = Literal["klopt", "klopt_niet", "onbekend"]

# house style: 0 to 2 days is urgent, 3 to 7 is soon
DRINGEND_TOT, BIJNA_TOT = 2, 7


@dataclass(frozen=True)
class Chip:
    """A state in a few words, with its colour and icon."""

    soort: Chipsoort
    tekst: str
    icoon: str


def dagen_in_woorden(dagen: int) -> str:
    """How long there still is: 'Nog 7 dagen', 'Vandaag', '3 dagen te laat'."""
    if dagen == 0:
        return "Vandaag"
    aantal = f"{abs(dagen)} {'dag' if abs(dagen) == 1 else 'dagen'}"
    return f"{aantal} te laat" if dagen < 0 else f"Nog {aantal}"


def termijnchip(dagen: int) -> Chip:
    """The chip of a term that ends in so many days."""
    if dagen < 0:
        return Chip("telaat", dagen_in_woorden(dagen), "alert-triangle")
    soort: Chipsoort = "dringend" if dagen <= DRINGEND_TOT else "bijna" if dagen <= BIJNA_TOT else "rust"
    return Chip(soort, dagen_in_woorden(dagen), "clock")


def wachtchip(op: str) -> Chip:
    """The chip of a case that waits for somebody else."""
    return Chip("info", f"Wacht op {op}", "hourglass")


TAAKCHIPS: dict[Taakstand, Chip] = {
    "klaar": Chip("goed", "Klaar", "check"),
    "bezig": Chip("bijna", "Bezig", "progress"),
    "te_doen": Chip("rust", "Te doen", "circle-dashed"),
}
OORDEELCHIPS: dict[Oordeel, Chip] = {
    "klopt": Chip("goed", "Klopt", "check"),
    "klopt_niet": Chip("dringend", "Klopt niet", "alert-triangle"),
    "onbekend": Chip("bijna", "Nog beoordelen", "help-circle"),
}
EEN_VOORWAARDE: dict[Oordeel, str] = {
    "klopt": "De voorwaarde klopt.",
    "klopt_niet": "De voorwaarde klopt niet.",
    "onbekend": "U beoordeelt de voorwaarde nog.",
}
STAPWOORDEN: dict[Stapstand, str] = {"klaar": "klaar", "nu": "bezig", "straks": "nog niet begonnen"}


@dataclass(frozen=True)
class Grond:
    """Where it stands: as people read it, with the address of the text and its gist where these are known."""

    tekst: str
    adres: str = ""
    kern: str = ""


@dataclass(frozen=True)
class Uitlegregel:
    """A sentence of an explanation, with the provisions it rests on."""

    tekst: str
    gronden: tuple[Grond, ...] = ()


@dataclass(frozen=True)
class Waarom:
    """The explanation under a date, an amount or an outcome; `waarover` sets it apart for a screen reader."""

    vraag: str
    regels: tuple[Uitlegregel, ...]
    waarover: str = ""
    berekend: datetime | None = None
    regels_sinds: date | None = None
    open: bool = False


@dataclass(frozen=True)
class Processtap:
    """A step of a procedure; `datum` in words: 'uiterlijk 30 november'."""

    naam: str
    datum: str
    stand: Stapstand

    @property
    def in_woorden(self) -> str:
        return STAPWOORDEN[self.stand]


@dataclass(frozen=True)
class Taak:
    """Something to do; its name is the link."""

    naam: str
    adres: str
    stand: Taakstand

    @property
    def chip(self) -> Chip:
        return TAAKCHIPS[self.stand]


@dataclass(frozen=True)
class Gegeven:
    """A name and a value."""

    naam: str
    waarde: str


@dataclass(frozen=True)
class Gebeurtenis:
    """Something that happened: when, what, by whom."""

    op: date
    wat: str
    uitleg: str
    icoon: str = "file-text"
    adres: str = ""
    adrestekst: str = ""


@dataclass(frozen=True)
class Voorwaarde:
    """A condition of an outcome: whether it holds, the fact that was used, where it stands."""

    naam: str
    oordeel: Oordeel
    gegeven: str
    gronden: tuple[Grond, ...] = ()

    @property
    def chip(self) -> Chip:
        return OORDEELCHIPS[self.oordeel]


@dataclass(frozen=True)
class Conclusie:
    """An outcome in one sentence, with every condition behind it; provisional until a person decides."""

    zin: str
    voorwaarden: tuple[Voorwaarde, ...]
    voorlopig: bool = True
    wie_beslist: str = "U beslist"

    def aantal(self, oordeel: Oordeel) -> int:
        return sum(voorwaarde.oordeel == oordeel for voorwaarde in self.voorwaarden)

    @property
    def in_het_kort(self) -> str:
        """How many conditions hold, and how many do not or are still open."""
        alle, open_, niet = len(self.voorwaarden), self.aantal("onbekend"), self.aantal("klopt_niet")
        if alle == 1:
            return EEN_VOORWAARDE[self.voorwaarden[0].oordeel]
        klopt = self.aantal("klopt")
        delen = [f"{klopt} van de {alle} voorwaarden {'klopt' if klopt == 1 else 'kloppen'}."]
        if niet:
            delen.append(f"{niet} {'voorwaarde klopt' if niet == 1 else 'voorwaarden kloppen'} niet.")
        if open_:
            delen.append(f"{open_} {'voorwaarde' if open_ == 1 else 'voorwaarden'} beoordeelt u nog.")
        return " ".join(delen)
