"""What the rules can read of a region's own policy, in plain words: a file of an agreement may say it otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Woorden:
    """The name of a parameter, what it is for, and the unit that a value is shown in ('€', '€ per dag', '%')."""

    titel: str
    waarvoor: str = ""
    eenheid: str = ""


WOORDEN: Mapping[str, Woorden] = {
    "looptijd.tot": Woorden("Verlenging van de regeling", "Tot en met deze dag loopt de regeling door."),
    "tarieven.indexering.indexcijfer": Woorden(
        "Indexcijfer van de prijzen", "Met dit cijfer gaan de prijzen elk jaar omhoog of omlaag.", "%"
    ),
    "verrekening.reserve.plafond": Woorden(
        "Bovengrens van de reserve", "Zo groot mag de reserve worden. De rest gaat naar de gemeenten.", "€"
    ),
    "verrekening.reserve.begin": Woorden(
        "Reserve aan het begin", "Met dit bedrag begint de reserve in het eerste jaar.", "€"
    ),
    "verrekening.egalisatie_percentage": Woorden(
        "Aandeel voor de egalisatiereserve", "Dit deel van het budget gaat naar de egalisatiereserve.", "%"
    ),
    "verrekening.budget": Woorden("Budget van het jaar", "Over dit bedrag rekent de verrekening van een jaar.", "€"),
    "verrekening.uitvoeringskosten": Woorden(
        "Kosten van de uitvoering", "Deze kosten van de centrumgemeente tellen mee in de verrekening.", "€"
    ),
    "verrekening.sleutel": Woorden(
        "Verdeelsleutel van de gemeenten", "Zo verdelen de gemeenten een tekort of een overschot."
    ),
    "toegang.leeftijd.vanaf": Woorden("Laagste leeftijd", "Vanaf deze leeftijd kan iemand hulp krijgen.", "jaar"),
    "risico.resultaat.materieel": Woorden(
        "Grens voor een groot verlies", "Een groter deel van de omzet als verlies is een signaal.", "%"
    ),
    "risico.liquiditeit.current_ratio_onder": Woorden(
        "Grens voor te weinig geld", "Een aanbieder met een lagere current ratio geeft een signaal."
    ),
}
