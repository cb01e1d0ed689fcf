"""The text of every step, at reading level B1, looked up by key; what a resident can meet in other languages too."""

from __future__ import annotations

from collections.abc import Mapping

from . import (
    besluit,
    correctie,
    engels,
    geld,
    landelijk,
    onderzoek,
    opvang,
    overleg,
    regio,
    termijnen,
    toegang,
    verblijf,
    wegen,
)

TEKSTEN: Mapping[str, str] = {
    **termijnen.TEKSTEN,
    **toegang.TEKSTEN,
    **landelijk.TEKSTEN,
    **correctie.TEKSTEN,
    **besluit.TEKSTEN,
    **onderzoek.TEKSTEN,
    **opvang.TEKSTEN,
    **geld.TEKSTEN,
    **overleg.TEKSTEN,
    **regio.TEKSTEN,
    **verblijf.TEKSTEN,
    **wegen.TEKSTEN,
}

# a language is one file with the same keys
IN_ANDERE_TALEN: Mapping[str, Mapping[str, str]] = {"en": engels.TEKSTEN}
