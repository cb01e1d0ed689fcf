"""What the management of a region stores: tables and constraints, no behaviour beyond a row of its own."""

from __future__ import annotations

from .bewaren import Bewaring, Inwonerverzoek, Lijstregel, Vernietigingslijst
from .inlezen import Inleesbestand, Inleesdaad, Inleesgeheim, Inleesset, Inleessleutel, Inleesvoortgang

__all__ = [
    "Bewaring", "Inleesbestand", "Inleesdaad", "Inleesgeheim", "Inleesset", "Inleessleutel", "Inleesvoortgang",
    "Inwonerverzoek", "Lijstregel", "Vernietigingslijst",
]  # fmt: skip
