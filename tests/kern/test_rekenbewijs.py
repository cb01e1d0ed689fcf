"""What was decided on a computation can be computed again, and says when it comes out otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.db import DatabaseError

from tests.database import actor
from voordeur.kern.actor import als
from voordeur.kern.models import Rekenbewijs
from voordeur.kern.rekenbewijs import REGELS, Feiten, bereken, herbereken, rekenregel
from voordeur.regelingen.laden import nieuwste
from voordeur.regelingen.schema import Regeling
from voordeur.regels.bedragen import Verdeling, verdeel
from voordeur.regels.uitkomst import Uitkomst

FEITEN = {"bedrag": "100.00", "sleutel": {"0153": "1", "0147": "2"}}


@pytest.fixture(autouse=True)
def _regel() -> Iterator[None]:
    @rekenregel("proef.verdeling")
    def verdeling(regeling: Regeling, feiten: Feiten) -> Uitkomst[Verdeling]:
        sleutel = {code: Decimal(gewicht) for code, gewicht in feiten["sleutel"].items()}
        return verdeel(Decimal(feiten["bedrag"]), sleutel, (f"{regeling.id}/art2-4",))

    yield
    REGELS.pop("proef.verdeling", None)


@pytest.fixture
def bewijs(regio: str) -> Rekenbewijs:
    with als(actor(regio)) as wie:
        return bereken(wie, "proef.verdeling", nieuwste("enschede"), FEITEN)[1]


def test_a_proof_holds_what_went_in_and_what_came_out(bewijs: Rekenbewijs) -> None:
    assert bewijs.feiten == FEITEN
    assert bewijs.waarde == {"totaal": "100.00", "delen": {"0147": "66.67", "0153": "33.33"}}
    assert (bewijs.regeling, len(bewijs.bestand_hash)) == ("enschede", 64)


def test_the_same_facts_come_out_the_same(bewijs: Rekenbewijs, regio: str) -> None:
    with als(actor(regio)):
        opnieuw = herbereken(Rekenbewijs.objects.get(pk=bewijs.pk))
    assert (opnieuw.gelijk, opnieuw.reden) == (True, "")


def test_a_rule_that_changed_is_told(bewijs: Rekenbewijs) -> None:
    REGELS["proef.verdeling"] = lambda regeling, feiten: verdeel(Decimal("99.00"), {"0147": Decimal(1)})
    opnieuw = herbereken(bewijs)
    assert (opnieuw.gelijk, opnieuw.reden) == (False, "dezelfde regeling en feiten geven nu iets anders")


def test_a_file_that_changed_is_told_also_when_the_value_is_the_same(bewijs: Rekenbewijs) -> None:
    bewijs.bestand_hash = "0" * 64
    opnieuw = herbereken(bewijs)
    assert (opnieuw.gelijk, opnieuw.reden) == (True, "het bestand van de regeling is sindsdien veranderd")


def test_a_rule_that_is_gone_is_told(bewijs: Rekenbewijs) -> None:
    del REGELS["proef.verdeling"]
    assert herbereken(bewijs).reden == "de regel proef.verdeling is er niet meer"


def test_a_proof_is_never_changed(bewijs: Rekenbewijs, regio: str) -> None:
    with pytest.raises(DatabaseError), als(actor(regio)):
        Rekenbewijs.objects.filter(pk=bewijs.pk).update(regel="anders")
