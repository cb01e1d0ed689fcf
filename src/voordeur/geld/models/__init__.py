"""What is stored of the money."""

from .declaraties import Declaratie
from .grootboek import Boeking, Boekingsregel, Rekening
from .jaren import Begroting, Verrekening
from .subsidies import Betaling, Subsidie

__all__ = [
    "Begroting",
    "Betaling",
    "Boeking",
    "Boekingsregel",
    "Declaratie",
    "Rekening",
    "Subsidie",
    "Verrekening",
]
