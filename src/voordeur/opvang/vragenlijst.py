"""The fixed questionnaire of the intake. The agreements ask for one and give no questions, so these are the law's.

VERSIE is kept with the answers; a question that changes makes a new version.
"""

from __future__ import annotations

from dataclasses import dataclass

VERSIE = "2026-11"


@dataclass(frozen=True)
class Vraag:
    """A question with its key and the provision behind it."""

    id: str
    vraag: str
    uitleg: str
    grond: str


# yes, no or not known yet
JA_NEE = (
    Vraag(
        "thuis_verlaten", "Is de persoon weg van huis en kan hij of zij niet terug?",
        "Bijvoorbeeld door schulden, ruzie, geweld of ontslag uit een instelling.", "wmo/1.2.1",
    ),
    Vraag(
        "redt_zich_zelf", "Redt de persoon zich nu op eigen kracht?", "Ook met hulp van familie of vrienden.",
        "wmo/1.2.1",
    ),
    Vraag("geweld", "Is er gevaar door geweld in huis?", "Dan zoeken wij een veilige plek.", "wmo/1.2.1"),
    Vraag(
        "binding", "Is er een band met deze regio?",
        "Dit onderzoekt u na de eerste nacht. Een nee is nooit een reden om iemand te weigeren.", "wmo/1.2.1",
    ),
)  # fmt: skip
# the subjects of article 2.3.2 lid 4 Wmo, by the keys under which the investigation keeps them
TEKST = tuple(
    Vraag(id_, vraag, uitleg, "wmo/2.3.2-4")
    for id_, vraag, uitleg in (
        ("behoeften", "Wat heeft de persoon nodig en wat wil hij of zij zelf?", ""),
        ("eigen_kracht", "Wat kan de persoon zelf?", ""),
        ("netwerk", "Wat kunnen familie, vrienden en anderen doen?", ""),
        ("mantelzorg", "Welke hulp heeft een mantelzorger nodig?", "Schrijf 'geen mantelzorger' als die er niet is."),
        ("voorzieningen", "Welke andere hulp is bekeken?", "Zoals dagopvang, een uitkering of schuldhulp."),
        ("samenwerking", "Welke zorg krijgt de persoon al van anderen?", ""),
        ("bijdrage", "Wat weet de persoon over de eigen bijdrage?", ""),
    )
)
# what a refusal waits for, in the words of a sentence
UIT_TE_ZOEKEN = {
    "thuis_verlaten": "of de persoon een thuis heeft",
    "redt_zich_zelf": "of de persoon zich zelf redt",
}
