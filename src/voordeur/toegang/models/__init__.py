"""What is stored of the way in. Codes and days only: what somebody said or found stands with the resident, locked."""

from .anderen import Geschil, Landelijk, Routestand, Uitvraag, Verplaatsing, Zoekfilter
from .besluit import Besluit, Bezwaar
from .dossier import Dossier, VanDossier
from .inwoner import Afspraak, Inwonervraag, Klacht
from .klok import Ingebrekestelling, Klok
from .papieren import Betrokkene, Concept, Document
from .samenvoeging import Samenvoeging
from .vastgehouden import Vastgehouden

__all__ = [
    "Afspraak", "Besluit", "Betrokkene", "Bezwaar", "Concept", "Document", "Dossier", "Geschil", "Ingebrekestelling",
    "Inwonervraag", "Klacht", "Klok", "Landelijk", "Routestand", "Samenvoeging", "Uitvraag", "VanDossier",
    "Vastgehouden", "Verplaatsing", "Zoekfilter",
]  # fmt: skip
