"""Everything that people do on the way in, from report to decision."""

from .besluiten import Besluitvoorstel, bereid_besluit_voor, neem_besluit, stuur_terug
from .melden import Melding, bevestig, meld
from .onderzoeken import beantwoord_criteria, leg_onderzoek_vast, ontvang_aanvraag, schaal_in, score_zrm
from .stappen import zet_stap

__all__ = [
    "Besluitvoorstel",
    "Melding",
    "beantwoord_criteria",
    "bereid_besluit_voor",
    "bevestig",
    "leg_onderzoek_vast",
    "meld",
    "neem_besluit",
    "ontvang_aanvraag",
    "schaal_in",
    "score_zrm",
    "stuur_terug",
    "zet_stap",
]
