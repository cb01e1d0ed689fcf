"""What was examined, to be read by who signs and by who comes later: the conversation, each subject, the scores."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from voordeur.regels.onderzoek import Stand, stand_van
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.velden import JA_NEE_WOORDEN

from .matrix import matrix_van
from .onderwerpen import ONDERWERPEN
from .queries import Dossierbeeld

STANDEN: dict[Stand, str] = {"besproken": "Besproken", "nvt": "Niet van toepassing", "onbekend": "Nog niet bekend"}


def bevindingen(beeld: Dossierbeeld) -> tuple[Gegeven, ...]:
    """Every question that was answered, with its answer; nothing before the investigation began."""
    return tuple(_antwoorden(beeld)) if "onderzoek" in beeld.geschreven else ()


def _antwoorden(beeld: Dossierbeeld) -> Iterator[Gegeven]:
    onderzoek = beeld.geschreven["onderzoek"]
    if gesprek := onderzoek.get("gesprek_op"):
        yield Gegeven("Gesprek", schrijf_datum(date.fromisoformat(gesprek)))
    for naam, (vraag, _) in ONDERWERPEN.items():
        yield Gegeven(vraag, _met_stand(onderzoek.get(naam) or "", onderzoek.get("standen", {}).get(naam, "")))
    lokaal = onderzoek.get("lokale_voorziening", {})
    yield Gegeven("Is hulp in de eigen gemeente bekeken?", JA_NEE_WOORDEN[lokaal.get("onderzocht")])
    yield Gegeven("Is die hulp genoeg?", JA_NEE_WOORDEN[lokaal.get("volstaat")])


def _met_stand(tekst: str, gekozen: str) -> str:
    """A text with how far the subject is, when there is more to say than that it was talked about."""
    stand = stand_van(tekst, gekozen)
    if stand == "besproken":
        return tekst
    return f"{STANDEN[stand]}: {tekst}" if tekst else STANDEN[stand]


def scores(beeld: Dossierbeeld) -> tuple[Gegeven, ...]:
    """The score of each domain at the intake; nothing when it was not scored."""
    gegeven = beeld.geschreven.get("zrm intake", {}).get("scores", {})
    hoogste = matrix_van(beeld.regeling).hoogste
    return tuple(Gegeven(domein, f"{score} van {hoogste}") for domein, score in gegeven.items())
