"""The offer of a region: a contract with each provider, its houses spread over the municipalities, and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import count, cycle

from voordeur.aanbod import actions as aanbod
from voordeur.aanbod.models import Locatie

from .gegevens import namen, voorbeelden
from .hulp import Hulp
from .regio import Kast

RUIM = 2  # places of each kind above what the residents of the demo need


def open_aanbod(kast: Kast, hulp: Sequence[Hulp | None], op: date) -> None:
    """Contracts from the first day of the year on, and houses with a place for everybody of the demo."""
    wie = kast.actoren["contractbeheerder"]
    begin, eind = date(op.year, 1, 1), date(kast.vandaag.year + 1, 12, 31)
    voorbeeld = voorbeelden(kast.regeling.id)
    for organisatie in kast.aanbieders.values():
        bij = aanbod.BijOrganisatie(kast.centrum, organisatie)
        prijs = {"soort": "inkoop"} if kast.declareert else {"soort": "subsidie", "dagprijs": voorbeeld.dagprijs}
        aanbod.sluit_contract(wie, bij, **prijs, van=begin, tot=eind, voorbeeld=not kast.declareert, op=op)
    huizen = _huizen(kast, op)
    nodig = Counter((deel.product, deel.huisvesting) for deel in hulp if deel is not None)
    for (product, huisvesting), aantal in sorted(nodig.items()):
        for plaats in range(len(huizen)):
            deel = (aantal + RUIM + plaats) // len(huizen)
            if deel:
                aanbod.open_plekken(
                    wie, huizen[plaats], product=product, aantal=deel, huisvesting=huisvesting, van=begin, op=op
                )


def _huizen(kast: Kast, op: date) -> list[Locatie]:
    """One or two houses for each provider, in turn over the municipalities."""
    wie = kast.actoren["contractbeheerder"]
    straten, nummers = cycle(namen()["straten"]["namen"]), count(3, 8)
    gemeenten, huisnamen = cycle(kast.gemeenten), iter(namen()["aanbieders"]["huizen"])
    return [
        aanbod.open_locatie(
            wie, aanbod.BijOrganisatie(kast.centrum, organisatie), naam=naam, gemeente=next(gemeenten),
            adres=f"{next(straten)} {next(nummers)}", op=op,
        ).object
        for organisatie in kast.aanbieders.values()
        for naam in (next(huisnamen), next(huisnamen))
    ]  # fmt: skip
