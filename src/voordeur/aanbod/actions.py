"""What people do with the offer: contracts, locations and places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Organisatie
from voordeur.kern.nummers import volgend_nummer
from voordeur.kern.perioden import half_open
from voordeur.kern.queries import centrum, colleges, regeling_van
from voordeur.regels.producten import huisvestingen, met_plekken

from .fouten import (
    AantalKloptNiet,
    AlEenContract,
    DagprijsHoortBijSubsidie,
    GeenAanbieder,
    GeenPrijstabel,
    GemeenteBuitenDeRegio,
    HuisvestingKloptNiet,
    NaamBestaatAl,
    NietVanHetCentrum,
    PeriodeKloptNiet,
    ProductZonderPlekken,
)
from .models import Contract, Locatie, Plek

MEESTE_TEGELIJK = 100


@dataclass(frozen=True)
class BijOrganisatie:
    """A provider by its id, as the college (CBS code) deals with it."""

    college_code: str
    aanbieder_id: int
    pk: str = ""


@handeling("contractering.sluiten", rollen={Rol.CONTRACTBEHEERDER})
def sluit_contract(
    wie: Actor,
    bij: BijOrganisatie,
    *,
    soort: str,
    van: date,
    tot: date | None,
    dagprijs: Decimal | None = None,
    voorbeeld: bool = False,
    op: date,
) -> Gedaan[Contract]:
    """Make a contract with a provider, for the days `van` through `tot`; `dagprijs` in euros for a day, by subsidy.

    Raises AlEenContract, DagprijsHoortBijSubsidie, GeenAanbieder, GeenPrijstabel, NietVanHetCentrum, PeriodeKloptNiet.
    """
    _eis_aanbieder(wie, bij)
    eis(tot is None or van <= tot, PeriodeKloptNiet())
    subsidie = soort == Contract.Soort.SUBSIDIE
    eis(subsidie == (dagprijs is not None and dagprijs > 0), DagprijsHoortBijSubsidie())
    eis(subsidie or regeling_van(wie.regio, van)[0].tarieven is not None, GeenPrijstabel())
    with als_geschonden({"contract_een_tegelijk": AlEenContract()}):
        contract = Contract.objects.create(
            regio_id=wie.regio,
            organisatie_id=bij.aanbieder_id,
            soort=soort,
            nummer=volgend_nummer(wie.regio, "contract", op.year),
            periode=half_open(van, tot),
            dagprijs=dagprijs,
            voorbeeld=voorbeeld,
        )
    return Gedaan(contract)


@handeling("aanbod.locatie.openen", rollen={Rol.CONTRACTBEHEERDER})
def open_locatie(
    wie: Actor, bij: BijOrganisatie, *, naam: str, gemeente: str, adres: str = "", op: date
) -> Gedaan[Locatie]:
    """Add a house of a provider; `gemeente` is the CBS code of where it stands, `adres` the street when known.

    Raises GeenAanbieder, GemeenteBuitenDeRegio, NaamBestaatAl, NietVanHetCentrum.
    """
    _eis_aanbieder(wie, bij)
    eis(gemeente in colleges(wie.regio), GemeenteBuitenDeRegio())
    with als_geschonden({"locatie_een_naam_per_aanbieder": NaamBestaatAl(naam)}):
        locatie = Locatie.objects.create(
            regio_id=wie.regio, organisatie_id=bij.aanbieder_id, naam=naam, gemeente=gemeente, adres=adres.strip()
        )
    return Gedaan(locatie)


@handeling("aanbod.locatie.adres", rollen={Rol.CONTRACTBEHEERDER})
def zet_adres(wie: Actor, locatie: Locatie, adres: str, *, op: date) -> Gedaan[Locatie]:
    """Say at which street a house stands, or, empty, that nobody is told."""
    nu = Locatie.objects.select_for_update().get(pk=locatie.pk)
    nu.adres = adres.strip()
    nu.save(update_fields=["adres"])
    return Gedaan(nu)


@handeling("aanbod.plekken.openen", rollen={Rol.CONTRACTBEHEERDER})
def open_plekken(
    wie: Actor, locatie: Locatie, *, product: str, aantal: int, huisvesting: str = "", van: date, op: date
) -> Gedaan[tuple[Plek, ...]]:
    """Add places of a product to a location, numbered on from the last, from a day on.

    Raises AantalKloptNiet, HuisvestingKloptNiet, ProductZonderPlekken.
    """
    regeling, _ = regeling_van(wie.regio, van)
    mogelijk = {deel.id for deel in met_plekken(regeling.producten, regeling.inschaling)}
    eis(product in mogelijk, ProductZonderPlekken())
    keuzes = huisvestingen(regeling.tarieven, product)
    eis(huisvesting in (keuzes or ("",)), HuisvestingKloptNiet(keuzes))
    eis(1 <= aantal <= MEESTE_TEGELIJK, AantalKloptNiet(MEESTE_TEGELIJK))
    Locatie.objects.select_for_update().get(pk=locatie.pk)
    laatste = locatie.plekken.count()
    plekken = Plek.objects.bulk_create(
        Plek(
            regio_id=wie.regio,
            locatie=locatie,
            nummer=str(laatste + volgnummer),
            product=product,
            huisvesting=huisvesting,
            periode=half_open(van, None),
        )
        for volgnummer in range(1, aantal + 1)
    )
    return Gedaan(Plekken(plekken))


class Plekken(tuple[Plek, ...]):
    """Places that were opened together; in the journal they are one entry of their location."""

    @property
    def pk(self) -> int:
        return self[0].locatie_id

    @property
    def betreft(self) -> str:
        return f"locatie {self[0].locatie_id}"


def _eis_aanbieder(wie: Actor, bij: BijOrganisatie) -> None:
    eis(bij.college_code == centrum(wie.regio).code, NietVanHetCentrum())
    aanbieders = Organisatie.objects.filter(soort=Organisatie.Soort.AANBIEDER)
    eis(aanbieders.filter(pk=bij.aanbieder_id).exists(), GeenAanbieder())
