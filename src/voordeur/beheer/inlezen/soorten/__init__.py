"""The kinds of tables, in the order in which they are read: each names only what stands before it."""

from __future__ import annotations

from .aanbod import Contracten, Locaties, Organisaties, Plekken
from .balans import Beginbalans
from .basis import Soort
from .besluiten import Besluiten
from .inwoners import Inwoners
from .verblijf import Plaatsingen, Wachtlijst

SOORTEN: dict[str, Soort] = {
    soort.id: soort
    for soort in (
        Organisaties(), Contracten(), Locaties(), Plekken(), Inwoners(), Besluiten(), Plaatsingen(), Wachtlijst(),
        Beginbalans(),
    )
}  # fmt: skip
