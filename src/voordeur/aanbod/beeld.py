"""What the screens of the offer show: numbers of a day put together for a list and for one provider."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from voordeur.kern.models import Organisatie
from voordeur.kern.perioden import gesloten
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum
from voordeur.schermen.bouwstenen import Chip, Gegeven

from .forms import HUISVESTING
from .models import Contract, Locatie
from .queries import Bezetting, Plekgroep, bezetting_op, contracten

BETALING = {
    "subsidie": "De aanbieder krijgt elke maand een voorschot. Na het jaar telt elke dag zorg.",
    "inkoop": "De aanbieder stuurt declaraties. De prijzen staan in uw regeling.",
}
GEEN_CONTRACT = Chip("dringend", "Geen contract", "alert-triangle")
VOORBEELD = Chip("bijna", "Voorbeeldbedrag", "info-circle")
LOOPT, STRAKS, VOORBIJ = (
    Chip("goed", "Loopt nu", "check"),
    Chip("info", "Begint nog", "clock"),
    Chip("rust", "Voorbij", "history"),
)


@dataclass(frozen=True)
class Aanbiederregel:
    """A provider in the list; the numbers are of today."""

    organisatie: Organisatie
    contract: Contract | None
    looptijd: str
    locaties: int
    stand: Bezetting


@dataclass(frozen=True)
class Plekregel:
    """The places of one product at one location."""

    product: str
    huisvesting: str
    stand: Bezetting


@dataclass(frozen=True)
class Locatiebeeld:
    """A location with its places by product."""

    locatie: Locatie
    gemeente: str
    regels: tuple[Plekregel, ...]
    stand: Bezetting


@dataclass(frozen=True)
class Contractbeeld:
    """A contract in words; `voorbeeld`: no source gives the amount."""

    contract: Contract
    chip: Chip
    gegevens: tuple[Gegeven, ...]
    betaling: str


def samen(standen: Iterable[Bezetting]) -> Bezetting:
    """Several counts together."""
    alle = list(standen)
    return Bezetting(sum(stand.plekken for stand in alle), sum(stand.bezet for stand in alle))


def aanbiederregels(organisaties: Iterable[Organisatie], dag: date) -> tuple[Aanbiederregel, ...]:
    """Providers with their contract and places of a day. A constant number of questions to the database."""
    rij = list(organisaties)
    nummers = [organisatie.pk for organisatie in rij]
    standen, alle = bezetting_op(dag, nummers), contracten(nummers)
    return tuple(_regel(organisatie, alle[organisatie.pk], standen, dag) for organisatie in rij)


def _regel(
    organisatie: Organisatie, alle: Iterable[Contract], standen: Mapping[Plekgroep, Bezetting], dag: date
) -> Aanbiederregel:
    eigen = {groep: stand for groep, stand in standen.items() if groep.organisatie == organisatie.pk}
    contract = next((deel for deel in alle if gesloten(deel.periode).bevat(dag)), None)
    return Aanbiederregel(
        organisatie,
        contract,
        looptijd(contract) if contract else "",
        len({groep.locatie for groep in eigen}),
        samen(eigen.values()),
    )


def looptijd(contract: Contract) -> str:
    """'tot en met 31 december 2026', or 'zonder einddatum'."""
    tot = gesloten(contract.periode).tot
    return f"tot en met {schrijf_datum(tot)}" if tot else "zonder einddatum"


def contractbeeld(contract: Contract, dag: date) -> Contractbeeld:
    """A contract as its page shows it."""
    periode = gesloten(contract.periode)
    chip = LOOPT if periode.bevat(dag) else STRAKS if dag < periode.van else VOORBIJ
    gegevens = [
        Gegeven("Nummer", contract.nummer),
        Gegeven("Looptijd", f"Vanaf {schrijf_datum(periode.van)}, {looptijd(contract)}"),
        Gegeven("Betaling", contract.get_soort_display()),
    ]
    if contract.dagprijs is not None:
        gegevens.append(Gegeven("Dagprijs", schrijf_bedrag(contract.dagprijs)))
    return Contractbeeld(contract, chip, tuple(gegevens), BETALING[contract.soort])


def locatiebeelden(
    organisatie: Organisatie, namen: Mapping[str, str], gemeenten: Mapping[str, str], dag: date
) -> tuple[Locatiebeeld, ...]:
    """The locations of a provider with their places of a day."""
    standen = bezetting_op(dag, [organisatie.pk])
    return tuple(
        _locatiebeeld(
            locatie, {groep: stand for groep, stand in standen.items() if groep.locatie == locatie.pk}, namen, gemeenten
        )
        for locatie in organisatie.locaties.order_by("naam", "id")
    )


def _locatiebeeld(
    locatie: Locatie, standen: Mapping[Plekgroep, Bezetting], namen: Mapping[str, str], gemeenten: Mapping[str, str]
) -> Locatiebeeld:
    regels = tuple(
        Plekregel(namen.get(groep.product, groep.product), HUISVESTING.get(groep.huisvesting, ""), stand)
        for groep, stand in standen.items()
    )
    gemeente = gemeenten.get(locatie.gemeente, locatie.gemeente)
    return Locatiebeeld(locatie, gemeente, regels, samen(standen.values()))
