"""The Dutch text of every step, at reading level B1, looked up by key."""

from __future__ import annotations

from collections.abc import Mapping

from . import (
    besluit,
    correctie,
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
