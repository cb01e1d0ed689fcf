"""What was examined, to be read by who signs and by who comes later: the conversation, each subject, the scores."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.velden import JA_NEE_WOORDEN

from .matrix import matrix_van
from .onderwerpen import ONDERWERPEN
from .queries import Dossierbeeld


def bevindingen(beeld: Dossierbeeld) -> tuple[Gegeven, ...]:
    """Every question that was answered, with its answer; nothing before the investigation began."""
    return tuple(_antwoorden(beeld)) if "onderzoek" in beeld.geschreven else ()


def _antwoorden(beeld: Dossierbeeld) -> Iterator[Gegeven]:
    onderzoek = beeld.geschreven["onderzoek"]
    if gesprek := onderzoek.get("gesprek_op"):
        yield Gegeven("Gesprek", schrijf_datum(date.fromisoformat(gesprek)))
    for naam, (vraag, _) in ONDERWERPEN.items():
        if tekst := onderzoek.get(naam):
            yield Gegeven(vraag, tekst)
    lokaal = onderzoek.get("lokale_voorziening", {})
    yield Gegeven("Is hulp in de eigen gemeente bekeken?", JA_NEE_WOORDEN[lokaal.get("onderzocht")])
    yield Gegeven("Is die hulp genoeg?", JA_NEE_WOORDEN[lokaal.get("volstaat")])


def scores(beeld: Dossierbeeld) -> tuple[Gegeven, ...]:
    """The score of each domain at the intake; nothing when it was not scored."""
    gegeven = beeld.geschreven.get("zrm intake", {}).get("scores", {})
    hoogste = matrix_van(beeld.regeling).hoogste
    return tuple(Gegeven(domein, f"{score} van {hoogste}") for domein, score in gegeven.items())
