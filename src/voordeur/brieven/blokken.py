"""The blocks of text that a letter is built from. All text is plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Alinea:
    """A paragraph; every line break in it starts a new one."""

    tekst: str


@dataclass(frozen=True)
class Opsomming:
    """A list, with dots or with numbers."""

    punten: tuple[str, ...]
    genummerd: bool = False


@dataclass(frozen=True)
class Tabel:
    """Two columns under two headings; the headings tell a screen reader what it reads."""

    kop: tuple[str, str]
    rijen: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Redenstap:
    """One step of the reasoning in words, and the provisions it rests on (none for a fact that speaks for itself)."""

    tekst: str
    gronden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Redenering:
    """The reasoning, step by step."""

    stappen: tuple[Redenstap, ...]


Blok: TypeAlias = Alinea | Opsomming | Tabel | Redenering


@dataclass(frozen=True)
class Deel:
    """A part of the letter under a heading of its own."""

    kop: str
    blokken: tuple[Blok, ...]
