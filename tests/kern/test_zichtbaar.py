"""One of everything: the own college sees it, another municipality and another region see nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.apps import apps
from django.db.models import Model
from pytest_django import DjangoDbBlocker

from tests.database import OP
from tests.stad import Stad, bouw_stad
from tests.web.wereld import REGELING, maak, met_geld
from voordeur.inwoner.actions import BijCollege, registreer
from voordeur.kern.actor import als
from voordeur.kern.models import Zegel
from voordeur.kern.onderhoud import systeem, verzegel

pytestmark = pytest.mark.traag
MODELLEN = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("voordeur.") and model.__name__ not in {"Regio", "Account", "Teller"}
]
VAN_PERSOON = [model for model in MODELLEN if "college_code" in {veld.name for veld in model._meta.get_fields()}]
# of the centre here; what a municipality sees of the ledger is tested with the money
VAN_CENTRUM = {
    "Begroting",
    "Verrekening",
    "Kwartaalrapportage",
    "Subsidie",
    "Betaling",
    "Boekingsregel",
    "Vernietigingslijst",
}
# made at the end of a year or of a quarter; their own tests show who sees them
LATER = {"Verrekening", "Kwartaalrapportage"} | {
    "Zoekfilter",
    "Uitnodiging",
    "Rechtbeoordeling",
    # kept longer, and what is on a list of what is destroyed: tests/beheer/test_bewaren.py
    "Bewaring",
    "Lijstregel",
    # only while a table is read in, and what was known of it; a call of the API that was repeated
    "Inleesbestand",
    "Inleesvoortgang",
    "Inleesgeheim",
    "Inleessleutel",
    "Inleesdaad",
    "Herhaling",
    # only once a version with other municipalities was confirmed: tests/beheer/test_versies.py
    "Partijwisseling",
}  # fmt: skip
# that something may not be sent or shown has to be known whoever acts; it names no person
VAN_IEDEREEN = {"Markering"}


@pytest.fixture(scope="module")
def steden(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Stad, Stad]]:
    """A region with one of everything, and one with nothing."""
    with django_db_blocker.unblock():
        stad = bouw_stad(REGELING)
        met_geld(stad)
        maak(stad, stad.gemeente)
        registreer(stad.als("consulent"), BijCollege(stad.gemeente), {"naam": "de Wit"}, bsn="900000004", op=OP)
        with als(systeem(stad.regio)):
            verzegel(stad.regio)
        yield stad, bouw_stad(REGELING)


def aantal(stad: Stad, wie: str, model: type[Model], kies: Callable[..., bool] = lambda _: True) -> int:
    with als(stad.als(wie)):
        return sum(kies(rij) for rij in model._default_manager.order_by("pk"))


@pytest.mark.parametrize(
    "model", [deel for deel in MODELLEN if deel.__name__ not in LATER], ids=lambda deel: deel.__name__
)
def test_who_works_for_every_college_sees_the_rows(steden: tuple[Stad, Stad], model: type[Model]) -> None:
    assert aantal(steden[0], "consulent", model) > 0


@pytest.mark.parametrize("model", MODELLEN, ids=lambda deel: deel.__name__)
def test_another_region_sees_none_of_them(steden: tuple[Stad, Stad], model: type[Model]) -> None:
    van_hier = aantal(steden[1], "consulent", model, lambda rij: rij.regio_id == steden[0].regio)
    assert van_hier == 0
    assert model is not Zegel or aantal(steden[1], "consulent", model) == 0


@pytest.mark.parametrize(
    "model",
    [deel for deel in VAN_PERSOON if deel.__name__ not in VAN_CENTRUM | LATER | VAN_IEDEREEN],
    ids=lambda deel: deel.__name__,
)
def test_another_municipality_sees_nothing_of_a_person(steden: tuple[Stad, Stad], model: type[Model]) -> None:
    stad = steden[0]
    assert aantal(stad, "lokaal", model, lambda rij: rij.college_code == stad.gemeente) > 0
    assert aantal(stad, "buur", model, lambda rij: rij.college_code == stad.gemeente) == 0
