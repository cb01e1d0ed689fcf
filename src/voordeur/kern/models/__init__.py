"""What the ground stores: tables and constraints, no behaviour beyond a row of its own."""

from .accounts import Aanstelling, Account
from .journaal import Journaalregel, Rekenbewijs, Zegel
from .regio import College, Mandaatregel, Organisatie, Regio, Teller

__all__ = [
    "Aanstelling",
    "Account",
    "College",
    "Journaalregel",
    "Mandaatregel",
    "Organisatie",
    "Regio",
    "Rekenbewijs",
    "Teller",
    "Zegel",
]
