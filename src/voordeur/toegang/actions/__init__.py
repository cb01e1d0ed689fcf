"""Everything that people do on the way in, from report to decision."""

from .besluit_delen import beoordeel_pgb, leg_resultaten_vast
from .besluit_vervolg import Vervolgvoorstel, bereid_vervolg_voor
from .besluit_voorstel import Besluitvoorstel, PgbAfspraken
from .besluiten import bereid_besluit_voor, neem_besluit, stuur_terug
from .bezwaren import (
    Bezwaarschrift,
    beoordeel_te_laat,
    beslis_op_bezwaar,
    leg_horen_vast,
    nodig_uit,
    ontvang_bezwaar,
)
from .melden import Melding, bevestig, meld
from .onderzoeken import beantwoord_criteria, leg_onderzoek_vast, ontvang_aanvraag, schaal_in, score_zrm
from .stappen import zet_stap
from .uitvragen import Vraag, beantwoord, herinner, stel_vraag
from .wegen import Notitie, ga_verder_zonder, noteer_stap

__all__ = [
    "Besluitvoorstel",
    "Bezwaarschrift",
    "Melding",
    "Notitie",
    "PgbAfspraken",
    "Vervolgvoorstel",
    "Vraag",
    "beantwoord",
    "beantwoord_criteria",
    "beoordeel_pgb",
    "beoordeel_te_laat",
    "bereid_besluit_voor",
    "bereid_vervolg_voor",
    "beslis_op_bezwaar",
    "bevestig",
    "ga_verder_zonder",
    "herinner",
    "leg_horen_vast",
    "leg_onderzoek_vast",
    "leg_resultaten_vast",
    "meld",
    "neem_besluit",
    "nodig_uit",
    "noteer_stap",
    "ontvang_aanvraag",
    "ontvang_bezwaar",
    "schaal_in",
    "score_zrm",
    "stel_vraag",
    "stuur_terug",
    "zet_stap",
]
