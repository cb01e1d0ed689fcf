"""What the management of a region stores: tables and constraints, no behaviour beyond a row of its own."""

from __future__ import annotations

from .beleid import Eindevoorstel, Partijwisseling, Versievoorstel
from .bewaren import Bewaring, Inwonerverzoek, Lijstregel, Vernietigingslijst
from .inlezen import Inleesbestand, Inleesdaad, Inleesgeheim, Inleesset, Inleessleutel, Inleesvoortgang
from .mensen import Rechtbeoordeling, Uitnodiging
from .organisaties import Contactpersoon, Verwerkersovereenkomst
from .tweede import Mandaatvoorstel, Noodverzoek

__all__ = [
    "Bewaring",
    "Contactpersoon",
    "Eindevoorstel",
    "Inleesbestand",
    "Inleesdaad",
    "Inleesgeheim",
    "Inleesset",
    "Inleessleutel",
    "Inleesvoortgang",
    "Inwonerverzoek",
    "Lijstregel",
    "Mandaatvoorstel",
    "Noodverzoek",
    "Partijwisseling",
    "Rechtbeoordeling",
    "Uitnodiging",
    "Vernietigingslijst",
    "Versievoorstel",
    "Verwerkersovereenkomst",
]  # fmt: skip
