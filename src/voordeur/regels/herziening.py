"""On which grounds a decision is changed or withdrawn (Wmo 2.3.10 lid 1), and from which day."""

from __future__ import annotations

# the letters of article 2.3.10 lid 1 Wmo 2015
GRONDEN = {
    "a": "De gegevens waren niet juist of niet compleet. Met de juiste gegevens was het besluit anders.",
    "b": "De hulp is niet meer nodig.",
    "c": "De hulp is niet meer genoeg of past niet meer.",
    "d": "De inwoner houdt zich niet aan de voorwaarden.",
    "e": "De inwoner gebruikt de hulp niet, of voor iets anders.",
}
GROND_LID = "wmo/2.3.10-1"
GROND_MOMENT = "wmo/2.3.10-2"
