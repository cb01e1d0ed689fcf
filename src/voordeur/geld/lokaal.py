"""What the agreement leaves open, as a region filled it in by a decision: read from the budgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from voordeur.kern.fouten import eis
from voordeur.regelingen.lokaal import als_paren
from voordeur.regelingen.schema import Regeling

from .fouten import OngeldigeParameter, ParameterOntbreekt
from .models import Begroting

INDEX = "tarieven.indexering.indexcijfer"
VERREKEN = "verrekening"
BEGIN = f"{VERREKEN}.reserve.begin"
PLAFOND = f"{VERREKEN}.reserve.plafond"
AANDEEL = f"{VERREKEN}.egalisatie_percentage"
BUDGET = f"{VERREKEN}.budget"
UITVOERINGSKOSTEN = f"{VERREKEN}.uitvoeringskosten"
# figures that a settlement asks for also where the file does not list them as open
ALTIJD = (BEGIN, PLAFOND, AANDEEL, BUDGET, UITVOERINGSKOSTEN)
# what cannot be computed as long as something is open, in words
STAAT_STIL: Mapping[str, str] = {
    INDEX: "De prijzen na de eerste indexering, en de declaraties daarvan.",
    **dict.fromkeys(ALTIJD, "De verrekening van een jaar."),
}


@dataclass(frozen=True)
class Indexcijfers:
    """The index figures by year, and whether a budget that named one of them gives example figures."""

    cijfers: Mapping[int, Decimal]
    voorbeeld: bool


def getal(naam: str, waarde: object) -> Decimal:
    """A figure as it was written: with a point or a comma. Raises OngeldigeParameter."""
    try:
        gelezen = Decimal(str(waarde).strip().replace(",", "."))
    except InvalidOperation:
        gelezen = Decimal("NaN")
    eis(gelezen.is_finite(), OngeldigeParameter(naam, "schrijf een getal, zoals 0,031 of 1250,50"))
    return gelezen


def lees_index(jaar: int, parameters: Mapping[str, Any]) -> dict[int, Decimal]:
    """The index figures that a budget names. Raises OngeldigeParameter.

    Three ways: one figure for the year of the budget; '2018=0,011 2019=0,02' or a mapping for more years; or a name
    with the year behind it ('….2018').
    """
    gevonden: dict[int, Decimal] = {}
    for naam, waarde in parameters.items():
        if naam == INDEX:
            gevonden |= {deel: getal(naam, cijfer) for deel, cijfer in _per_jaar(jaar, waarde).items()}
        elif naam.startswith(f"{INDEX}."):
            gevonden[_jaar(naam.removeprefix(f"{INDEX}."))] = getal(naam, waarde)
    return gevonden


def _per_jaar(jaar: int, waarde: object) -> dict[int, object]:
    if isinstance(waarde, Mapping):
        return {_jaar(deel): cijfer for deel, cijfer in waarde.items()}
    paren = [deel.partition("=") for deel in str(waarde).replace(";", " ").split()]
    if any(is_ for _, is_, _ in paren):
        return {_jaar(deel): cijfer for deel, _, cijfer in paren}
    return {jaar: waarde}


def _jaar(tekst: object) -> int:
    eis(str(tekst).isdecimal(), OngeldigeParameter(INDEX, "schrijf per jaar een cijfer, zoals 2018=0,011"))
    return int(str(tekst))


def indexcijfers() -> Indexcijfers:
    """Every index figure that a budget of the region names; a later budget goes before an earlier one."""
    cijfers: dict[int, Decimal] = {}
    voorbeeld = False
    for begroting in Begroting.objects.order_by("jaar"):
        gelezen = lees_index(begroting.jaar, begroting.open_parameters)
        cijfers |= gelezen
        voorbeeld = voorbeeld or (begroting.voorbeeld and bool(gelezen))
    return Indexcijfers(cijfers, voorbeeld)


def bedrag_van(begroting: Begroting, regeling: Regeling, naam: str) -> Decimal:
    """A figure of the budget, else of the region's policy on the last day of the year.

    Raises ParameterOntbreekt with the reason of the agreement's file.
    """
    waarde = begroting.open_parameters.get(naam) or ingevuld(regeling, naam)
    eis(waarde not in (None, ""), ParameterOntbreekt(naam, reden_van(regeling, naam)))
    return getal(naam, waarde)


def ingevuld(regeling: Regeling, naam: str) -> str | None:
    """What the region decided for an open parameter, as it is stored; None when it is still open."""
    lokaal = (deel for deel in regeling.parameters if deel.naam == naam and deel.status == "lokaal")
    return next((deel.waarde for deel in lokaal), None)


def index_met_beleid(regeling: Regeling) -> Indexcijfers:
    """The index figures of the region's policy, and of the budgets: those go first."""
    begroot, beleid = indexcijfers(), ingevuld(regeling, INDEX)
    eigen = {int(jaar): cijfer for jaar, cijfer in als_paren(beleid).items()} if beleid else {}
    return Indexcijfers({**eigen, **begroot.cijfers}, begroot.voorbeeld)


def reden_van(regeling: Regeling, naam: str) -> str:
    """Why the agreement leaves something open."""
    return next((gat.reden for gat in regeling.open if gat.naam == naam), "de bron noemt dit getal niet")


def controleer(regeling: Regeling, jaar: int, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters as they are stored, as text. Raises OngeldigeParameter on a name or a figure that cannot be."""
    bekend = {gat.naam for gat in regeling.open} | set(ALTIJD)
    for naam, waarde in parameters.items():
        eis(naam in bekend or naam.startswith(f"{INDEX}."), OngeldigeParameter(naam, "dit laat de regeling niet open"))
        if naam in ALTIJD:
            getal(naam, waarde)
    lees_index(jaar, parameters)
    return {naam: _als_tekst(waarde) for naam, waarde in parameters.items()}


def _als_tekst(waarde: object) -> Any:
    if isinstance(waarde, Mapping):
        return {str(deel): str(cijfer) for deel, cijfer in waarde.items()}
    return str(waarde)
