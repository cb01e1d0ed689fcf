"""Cases that wait for a place and places that are free, made quickly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.backends.postgresql.psycopg_any import DateRange

from tests.stad import Stad
from voordeur.aanbod.actions import BijOrganisatie, open_locatie, open_plekken, sluit_contract
from voordeur.aanbod.models import Locatie, Plek
from voordeur.inwoner.actions import neem_op
from voordeur.kern.actor import als
from voordeur.toegang.models import Besluit, Dossier

OP = date(2026, 3, 2)
BEGIN = date(2026, 1, 1)
VAN, TOT = date(2026, 3, 1), date(2027, 2, 28)


@dataclass
class Huis:
    """A location with its places, under a contract."""

    locatie: Locatie
    plekken: tuple[Plek, ...]


def open_huis(
    stad: Stad,
    product: str,
    aantal: int = 1,
    *,
    naam: str = "De Linde",
    aanbieder: int | None = None,
    huisvesting: str = "",
    contract: bool = True,
) -> Huis:
    wie, bij = stad.als("contractbeheerder"), BijOrganisatie(stad.centrum, aanbieder or stad.aanbieder)
    if contract:
        prijs = {"soort": "subsidie", "dagprijs": Decimal("100.00"), "voorbeeld": True}
        sluit_contract(wie, bij, van=BEGIN, tot=date(2030, 12, 31), op=OP, **prijs)
    locatie = open_locatie(wie, bij, naam=naam, gemeente=stad.centrum, op=OP).object
    met = {"product": product, "huisvesting": huisvesting, "van": BEGIN}
    return Huis(locatie, open_plekken(wie, locatie, aantal=aantal, op=OP, **met).object)


def wacht(
    stad: Stad,
    *,
    product: str,
    college: str | None = None,
    nummer: str = "1",
    naam: str = "de Wit",
    tot: date = TOT,
    **velden: object,
) -> Besluit:
    """Somebody with a decision and without a place; `product`: form, or arrangement where there are some."""
    code = college or stad.gemeente
    wie = stad.als("consulent") if code in stad.als("consulent").colleges else stad.als("lokaal")
    with als(wie):
        inwoner = neem_op(wie, code, {"naam": naam, "voornaam": "Sanne", "aanhef": "mevrouw"})
        dossier = Dossier.objects.create(
            regio_id=stad.regio, college_code=code, inwoner=inwoner, nummer=f"2026-{nummer}", voorziening="BW",
            regeling_versie=stad.regeling.versie, stap="plaatsing", melder="client", gemeld_op=BEGIN,
        )  # fmt: skip
        return Besluit.objects.create(dossier=dossier, **besluitvelden(stad, dossier, product, tot) | velden)


def besluitvelden(stad: Stad, dossier: Dossier, product: str, tot: date = TOT) -> dict[str, object]:
    arrangement = product if stad.regeling.inschaling else ""
    return {
        "regio_id": stad.regio,
        "college_code": dossier.college_code,
        "nummer": dossier.nummer,
        "strekking": "toekenning",
        "vorm": "beschermd-wonen" if arrangement else product,
        "arrangement": arrangement,
        "zwaarte": "licht" if arrangement else "",
        "periode": DateRange(VAN, date.fromordinal(tot.toordinal() + 1)),
        "voorbereid_door": stad.accounts["consulent"].pk,
        "voorbereid_op": BEGIN,
        "ondertekend_door": stad.accounts["teamleider"].pk,
        "genomen_op": date(2026, 2, 1),
    }
