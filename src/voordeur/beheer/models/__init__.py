"""What the management of a region stores: tables and constraints, no behaviour beyond a row of its own."""

from .bewaren import Bewaring, Inwonerverzoek, Lijstregel, Vernietigingslijst

__all__ = ["Bewaring", "Inwonerverzoek", "Lijstregel", "Vernietigingslijst"]
