"""What the database itself never lets through, each by its name; another region's offer is not there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from tests.stad import Stad
from voordeur.aanbod.models import Contract, Locatie, Plek
from voordeur.kern.actor import als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.perioden import half_open

VAN, TOT = date(2026, 1, 1), date(2026, 12, 31)
LEEG = half_open(VAN, date(2025, 12, 31))


def contractrij(stad: Stad, **velden: Any) -> Contract:
    gewoon = {"soort": "subsidie", "nummer": "1", "periode": half_open(VAN, TOT), "dagprijs": Decimal("1.00")}
    return Contract(regio_id=stad.regio, organisatie_id=stad.aanbieder, **gewoon | velden)


def breekt(naam: str, *rijen: models.Model) -> None:
    *goed, fout = rijen
    for rij in goed:
        rij.save()
    with pytest.raises(IntegrityError) as melding, transaction.atomic():
        fout.save()
    assert constraint_van(melding.value) == naam


@pytest.mark.parametrize(
    ("naam", "eerst", "dan"),
    [
        ("contract_een_nummer", {}, {"periode": half_open(date(2027, 1, 1), None)}),
        ("contract_een_tegelijk", {}, {"nummer": "2"}),
        ("contract_soort_bekend", None, {"soort": "gratis"}),
        ("contract_periode_niet_leeg", None, {"periode": LEEG}),
        ("contract_subsidie_heeft_dagprijs", None, {"dagprijs": None}),
        ("contract_subsidie_heeft_dagprijs", None, {"dagprijs": Decimal(0)}),
        ("contract_subsidie_heeft_dagprijs", None, {"soort": "inkoop"}),
    ],
)
def test_a_contract(enschede: Stad, naam: str, eerst: dict[str, Any] | None, dan: dict[str, Any]) -> None:
    rijen = [contractrij(enschede, **velden) for velden in (eerst, dan) if velden is not None]
    with als(enschede.als("contractbeheerder")):
        breekt(naam, *rijen)


def test_a_location_has_one_name(enschede: Stad) -> None:
    velden = {"regio_id": enschede.regio, "organisatie_id": enschede.aanbieder, "naam": "De Linde", "gemeente": "0153"}
    with als(enschede.als("contractbeheerder")):
        breekt("locatie_een_naam_per_aanbieder", Locatie(**velden), Locatie(**velden))
        Locatie.objects.create(**velden | {"organisatie_id": enschede.andere_aanbieder})


@pytest.mark.parametrize(
    ("naam", "dan"),
    [
        ("plek_een_nummer_per_locatie", {}),
        ("plek_periode_niet_leeg", {"nummer": "2", "periode": LEEG}),
        ("plek_huisvesting_bekend", {"nummer": "2", "huisvesting": "half"}),
    ],
)
def test_a_place(enschede: Stad, naam: str, dan: dict[str, Any]) -> None:
    with als(enschede.als("contractbeheerder")):
        locatie = Locatie.objects.create(
            regio_id=enschede.regio, organisatie_id=enschede.aanbieder, naam="De Linde", gemeente="0153"
        )
        gewoon = {"regio_id": enschede.regio, "locatie": locatie, "nummer": "1", "product": "all-inclusive"}
        gewoon["periode"] = half_open(VAN, None)
        breekt(naam, Plek(**gewoon), Plek(**gewoon | dan))


def test_the_offer_of_another_region_is_not_there(enschede: Stad, drechtsteden: Stad) -> None:
    with als(enschede.als("contractbeheerder")):
        contractrij(enschede).save()
    with als(drechtsteden.als("contractbeheerder")):
        assert not Contract.objects.exists()
