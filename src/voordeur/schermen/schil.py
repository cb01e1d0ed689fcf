"""What stands around a page: the menu, who is logged in, the way back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Menupunt:
    """An entry of the menu; `kort` is its name at the bottom of the phone, `aantal` what waits there."""

    naam: str
    adres: str
    icoon: str
    kort: str = ""
    aantal: int | None = None
    hier: bool = False


@dataclass(frozen=True)
class Menugroep:
    """Entries under one heading."""

    naam: str
    punten: tuple[Menupunt, ...]


@dataclass(frozen=True)
class Kruimel:
    """A page above this one."""

    naam: str
    adres: str


@dataclass(frozen=True)
class Schil:
    """The frame of somebody who is logged in. A page gets it as `schil`; without one there is no menu."""

    regio: str
    begin: str
    groepen: tuple[Menugroep, ...]
    naam: str
    rol: str
    voet: tuple[Menupunt, ...] = ()
    # the pages of one's own account; `wissel` only in a demo
    account: str = ""
    uitloggen: str = ""
    wissel: str = ""
    demo: bool = False

    @property
    def onder(self) -> tuple[Menupunt, ...]:
        """The first three entries with a short name: the fourth button at the bottom opens the whole menu."""
        return tuple(punt for groep in self.groepen for punt in groep.punten if punt.kort)[:3]

    @property
    def letters(self) -> str:
        delen = self.naam.split()
        return (delen[0][:1] + (delen[-1][:1] if len(delen) > 1 else "")).upper() if delen else ""
