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
from .bijzonder import (
    Spoedhulp,
    Verleden,
    bepaal_client,
    keur_spoed_goed,
    leg_omstandigheid_vast,
    stel_woonplaats_vast,
)
from .klokken import (
    Opschortverzoek,
    Uitstelafspraak,
    eindig_opschorting,
    kondig_latere_dag_aan,
    schort_klok_op,
    spreek_uitstel_af,
)
from .klokken_begin import Betwisting, beslis_over_begin, betwist_begin
from .klokken_dwangsom import leg_ingebrekestelling_vast, stel_dwangsom_vast, stel_volle_dwangsom_vast
from .melden import Melding, bevestig, meld
from .onderzoeken import beantwoord_criteria, leg_onderzoek_vast, ontvang_aanvraag, schaal_in, score_zrm
from .stappen import zet_stap
from .toewijzen import bewaar_filter, haal_filter_weg, wijs_toe
from .uitvragen import Vraag, beantwoord, herinner, stel_vraag
from .wegen import Notitie, ga_verder_zonder, noteer_stap

__all__ = [
    "Besluitvoorstel",
    "Betwisting",
    "Bezwaarschrift",
    "Melding",
    "Notitie",
    "Opschortverzoek",
    "PgbAfspraken",
    "Spoedhulp",
    "Uitstelafspraak",
    "Verleden",
    "Vervolgvoorstel",
    "Vraag",
    "beantwoord",
    "beantwoord_criteria",
    "beoordeel_pgb",
    "beoordeel_te_laat",
    "bepaal_client",
    "bereid_besluit_voor",
    "bereid_vervolg_voor",
    "beslis_op_bezwaar",
    "beslis_over_begin",
    "betwist_begin",
    "bevestig",
    "bewaar_filter",
    "eindig_opschorting",
    "ga_verder_zonder",
    "haal_filter_weg",
    "herinner",
    "keur_spoed_goed",
    "kondig_latere_dag_aan",
    "leg_horen_vast",
    "leg_ingebrekestelling_vast",
    "leg_omstandigheid_vast",
    "leg_onderzoek_vast",
    "leg_resultaten_vast",
    "meld",
    "neem_besluit",
    "nodig_uit",
    "noteer_stap",
    "ontvang_aanvraag",
    "ontvang_bezwaar",
    "schaal_in",
    "schort_klok_op",
    "score_zrm",
    "spreek_uitstel_af",
    "stel_dwangsom_vast",
    "stel_volle_dwangsom_vast",
    "stel_vraag",
    "stel_woonplaats_vast",
    "stuur_terug",
    "wijs_toe",
    "zet_stap",
]
