"""Contracts, locations and places: what the contractbeheerder can do, and what is refused in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.stad import Stad
from voordeur.aanbod.actions import BijOrganisatie, open_locatie, open_plekken, sluit_contract
from voordeur.aanbod.fouten import (
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
from voordeur.aanbod.models import Contract, Locatie, Plek
from voordeur.aanbod.queries import contract_op, producten
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, Geweigerd
from voordeur.kern.models import Journaalregel, Organisatie
from voordeur.kern.perioden import gesloten

OP, VAN, TOT = date(2026, 3, 2), date(2026, 1, 1), date(2026, 12, 31)


def contract(stad: Stad, wie: str = "contractbeheerder", bij: BijOrganisatie | None = None, **velden: Any) -> Contract:
    gewoon = {"soort": "subsidie", "van": VAN, "tot": TOT, "dagprijs": Decimal("123.45")}
    bij = bij or BijOrganisatie(stad.centrum, stad.aanbieder)
    return sluit_contract(stad.als(wie), bij, op=OP, **gewoon | velden).object


def huis(stad: Stad, naam: str = "De Linde", **velden: Any) -> Locatie:
    gewoon = {"gemeente": stad.gemeente, "op": OP}
    bij = BijOrganisatie(stad.centrum, stad.aanbieder)
    return open_locatie(stad.als("contractbeheerder"), bij, naam=naam, **gewoon | velden).object


def plekken(stad: Stad, locatie: Locatie, **velden: Any) -> tuple[Plek, ...]:
    gewoon = {"product": "all-inclusive", "aantal": 2, "van": VAN, "op": OP}
    return open_plekken(stad.als("contractbeheerder"), locatie, **gewoon | velden).object


def test_a_contract_runs_from_its_first_through_its_last_day(enschede: Stad) -> None:
    gemaakt = contract(enschede)
    assert (gemaakt.nummer, gesloten(gemaakt.periode).van, gesloten(gemaakt.periode).tot) == ("2026-0001", VAN, TOT)
    with als(enschede.als("consulent")):
        assert contract_op(enschede.aanbieder, TOT) == gemaakt
        assert contract_op(enschede.aanbieder, date(2027, 1, 1)) is None
        assert Journaalregel.objects.get(handeling="contractering.sluiten").betreft == "contract 2026-0001"


def test_the_next_contract_begins_the_day_after_and_not_before(enschede: Stad) -> None:
    contract(enschede)
    with pytest.raises(AlEenContract):
        contract(enschede, van=TOT, tot=None)
    assert contract(enschede, van=date(2027, 1, 1), tot=None).periode.upper is None


def test_paying_by_declaratie_needs_the_prices_of_the_agreement(enschede: Stad, drechtsteden: Stad) -> None:
    with pytest.raises(GeenPrijstabel):
        contract(enschede, soort="inkoop", dagprijs=None)
    assert contract(drechtsteden, soort="inkoop", dagprijs=None).dagprijs is None


@pytest.mark.parametrize(
    ("velden", "weigering"),
    [
        ({"dagprijs": None}, DagprijsHoortBijSubsidie),
        ({"dagprijs": Decimal(0)}, DagprijsHoortBijSubsidie),
        ({"soort": "inkoop"}, DagprijsHoortBijSubsidie),
        ({"tot": date(2025, 12, 31)}, PeriodeKloptNiet),
    ],
)
def test_a_contract_that_cannot_be_is_refused_in_words(
    drechtsteden: Stad, velden: dict[str, Any], weigering: type[Geweigerd]
) -> None:
    with pytest.raises(weigering):
        contract(drechtsteden, **velden)


def test_only_a_provider_of_the_region_gets_a_contract(enschede: Stad, drechtsteden: Stad) -> None:
    with als(enschede.als("beheerder")):
        opvang = Organisatie.objects.create(regio_id=enschede.regio, naam="Opvang", soort="opvang")
    for nummer in (opvang.pk, drechtsteden.aanbieder):
        with pytest.raises(GeenAanbieder):
            contract(enschede, bij=BijOrganisatie(enschede.centrum, nummer))


def test_only_the_centre_deals_with_the_offer(enschede: Stad) -> None:
    from voordeur.kern.models import Aanstelling, College

    with als(enschede.als("beheerder")):
        eigen = College.objects.get(code=enschede.gemeente)
        Aanstelling.objects.filter(account=enschede.accounts["lokaal"]).update(rol="contractbeheerder", college=eigen)
    with pytest.raises(NietVanHetCentrum):
        contract(enschede, wie="lokaal", bij=BijOrganisatie(enschede.gemeente, enschede.aanbieder))


@pytest.mark.parametrize("wie", ["consulent", "teamleider", "controller", "aanbieder", "lokaal"])
def test_who_is_no_contractbeheerder_is_refused(enschede: Stad, wie: str) -> None:
    locatie = huis(enschede)
    with pytest.raises(GeenMandaat):
        contract(enschede, wie=wie)
    with pytest.raises(GeenMandaat):
        open_plekken(enschede.als(wie), locatie, product="all-inclusive", aantal=1, van=VAN, op=OP)


def test_a_location_stands_in_the_region_and_has_a_name_of_its_own(enschede: Stad) -> None:
    huis(enschede)
    with pytest.raises(NaamBestaatAl, match="De Linde"):
        huis(enschede)
    with pytest.raises(GemeenteBuitenDeRegio):
        huis(enschede, "De Eik", gemeente="9999")


def test_places_are_numbered_on(enschede: Stad) -> None:
    locatie = huis(enschede)
    plekken(enschede, locatie)
    assert [plek.nummer for plek in plekken(enschede, locatie, product="modulair")] == ["3", "4"]


@pytest.mark.parametrize(
    ("regeling", "verwacht"),
    [
        ("enschede", {"all-inclusive", "modulair"}),
        ("almelo", {"beschermd-wonen"}),
        ("ijsselvecht", {"beschermd-wonen"}),
        ("boce", {"bw-intramuraal", "bw-nabij", "begeleid-wonen"}),
        (
            "drechtsteden",
            {
                "een-op-een", "tot-6-extramuraal", "tot-12-extramuraal", "tot-12-intramuraal", "boven-12-intramuraal",
                "uitstroom",
            },
        ),
    ],
)  # fmt: skip
def test_a_place_is_of_a_product_that_somebody_lives_in(
    stad: Callable[[str], Stad], regeling: str, verwacht: set[str]
) -> None:
    deze = stad(regeling)
    with als(deze.als("contractbeheerder")):
        assert {product.id for product in producten(deze.regio, OP)} == verwacht


def test_another_product_is_refused(drechtsteden: Stad) -> None:
    locatie = huis(drechtsteden)
    for product in ("beschermd-wonen", "vpt", "verzonnen"):
        with pytest.raises(ProductZonderPlekken):
            plekken(drechtsteden, locatie, product=product)


def test_housing_is_chosen_where_and_only_where_the_price_depends_on_it(drechtsteden: Stad) -> None:
    locatie = huis(drechtsteden)
    with pytest.raises(HuisvestingKloptNiet, match="Kies met of zonder"):
        plekken(drechtsteden, locatie, product="een-op-een")
    with pytest.raises(HuisvestingKloptNiet, match="geen keuze"):
        plekken(drechtsteden, locatie, product="tot-12-intramuraal", huisvesting="incl")
    assert plekken(drechtsteden, locatie, product="een-op-een", huisvesting="excl")[0].huisvesting == "excl"


@pytest.mark.parametrize("aantal", [0, -1, 101])
def test_places_come_in_a_number_that_can_be(enschede: Stad, aantal: int) -> None:
    with pytest.raises(AantalKloptNiet):
        plekken(enschede, huis(enschede), aantal=aantal)
