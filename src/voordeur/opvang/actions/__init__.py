"""Everything that people do at a shelter."""

from .besluit import start_traject, stel_besluit_voor
from .deur import AanDeDeur, Gast, ontvang
from .hulp import BijOpvang, bij
from .intake import leg_intake_vast, maak_plan, vul_aan
from .nachten import BijHuis, Elders, breng_elders, geef_nacht, haal_weg, leg_bedden_vast
from .veilig import leg_veilige_plek_vast

__all__ = [
    "AanDeDeur", "BijHuis", "BijOpvang", "Elders", "Gast", "bij", "breng_elders", "geef_nacht", "haal_weg",
    "leg_bedden_vast", "leg_intake_vast", "leg_veilige_plek_vast", "maak_plan", "ontvang", "start_traject",
    "stel_besluit_voor", "vul_aan",
]  # fmt: skip
