"""What the ground stores: tables and constraints, no behaviour beyond a row of its own."""

from .accounts import Aanstelling, Account
from .beleid import Beleidswaarde, Regelingversie
from .journaal import Journaalregel, Rekenbewijs, Zegel
from .noodtoegang import Noodtoegang
from .regio import College, Mandaatregel, Organisatie, Regio, Teller
from .vervanging import Vervanging

__all__ = [
    "Aanstelling",
    "Account",
    "Beleidswaarde",
    "College",
    "Journaalregel",
    "Mandaatregel",
    "Noodtoegang",
    "Organisatie",
    "Regelingversie",
    "Regio",
    "Rekenbewijs",
    "Teller",
    "Vervanging",
    "Zegel",
]
