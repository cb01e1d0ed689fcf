"""Requests of residents about their own data whose term ends soon or is over, as lines of the work list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from voordeur.beheer.queries.bewaren import nummers_van, open_verzoeken
from voordeur.inwoner.queries import namen_van
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Chip, termijnchip

from .adres import adres_van

# a letter has to be written, or a second person found: longer before than the week of a case
VOORAF = timedelta(days=14)
MEESTE = 10


@dataclass(frozen=True)
class Verzoekregel:
    """Who asks what, what has to be done, and by which day."""

    naam: str
    nummers: str
    actie: str
    adres: str
    chip: Chip
    klaar: str
    te_laat: bool


def verzoekwerk(op: date) -> list[Verzoekregel]:
    """What ends within two weeks or is late, first what ends first; three queries, one when there is none."""
    verzoeken = list(open_verzoeken().filter(uiterlijk__lte=op + VOORAF)[:MEESTE])
    if not verzoeken:
        return []
    inwoners = [verzoek.inwoner for verzoek in verzoeken]
    namen, nummers = namen_van(inwoners), nummers_van(inwoners)
    regels = []
    for verzoek in verzoeken:
        dagen = (verzoek.uiterlijk - op).days
        wat = f"Vraagt: {verzoek.get_soort_display()}"
        regels.append(Verzoekregel(
            naam=namen[verzoek.inwoner_id],
            nummers=", ".join(nummers[verzoek.inwoner_id]),
            actie=f"{wat}. {'Voer het verzoek uit' if verzoek.toegestaan else 'Geef antwoord'}",
            adres=adres_van("beheer:verzoek", verzoek.pk),
            chip=termijnchip(dagen),
            klaar=f"{'moest klaar op' if dagen < 0 else 'klaar op'} {schrijf_datum(verzoek.uiterlijk)}",
            te_laat=dagen < 0,
        ))  # fmt: skip
    return regels
