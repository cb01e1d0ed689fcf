"""Who may act for whom: in the own college, with a mandate, or in the provider that the thing is of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.database import ALTIJD, OP, actor
from voordeur.kern.actor import Actor, Rol, Rolbekleding, als
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.mandaten import eis_mandaat
from voordeur.kern.models import College, Mandaatregel, Organisatie

ROLLEN = {Rol.CONSULENT, Rol.AANBIEDER}


@dataclass(frozen=True)
class Geval:
    handeling: str
    college: str
    aanbieder: str | None = None


def mag(wie: Actor, geval: Geval, op: date = OP) -> bool:
    with als(wie):
        try:
            eis_mandaat(wie, geval.handeling, geval.college, ROLLEN, op, geval.aanbieder)
        except GeenMandaat:
            return False
        return True


def van_aanbieder(regio: str, nummer: str) -> Actor:
    bekleding = Rolbekleding(Rol.AANBIEDER, aanbieder=nummer)
    return replace(actor(regio), rollen=(bekleding,), colleges=frozenset(), aanbieder=nummer)


def test_a_power_over_a_field_holds_for_each_action_in_it(regio: str) -> None:
    consulent = actor(regio)
    assert mag(consulent, Geval("proef.besluit", "0002"))
    assert mag(consulent, Geval("proef.besluit.nemen", "0002"))
    assert not mag(consulent, Geval("proef.besluiten", "0002"))
    assert not mag(consulent, Geval("proef", "0002"))


def test_a_power_ends_on_its_day(regio: str) -> None:
    consulent = actor(regio)
    with als(consulent):
        tot_op = type(ALTIJD)(date(2020, 1, 1), OP)
        van, aan = (College.objects.get(code=code) for code in ("0003", "0001"))
        Mandaatregel.objects.create(
            regio_id=regio, handeling="proef", van=van, aan=aan, periode=tot_op, grond="proef/b"
        )
    assert mag(consulent, Geval("proef.iets", "0003"), date(2026, 3, 1))
    assert not mag(consulent, Geval("proef.iets", "0003"), OP)


@pytest.mark.parametrize(("van_wie", "verwacht"), [("7", True), ("8", False), (None, False)])
def test_a_provider_acts_only_on_what_is_its_own(regio: str, van_wie: str | None, verwacht: bool) -> None:
    assert mag(van_aanbieder(regio, "7"), Geval("proef.declareren", "0001", van_wie)) is verwacht


def test_a_role_of_the_region_at_a_provider_gives_no_power_over_what_that_provider_asks(regio: str) -> None:
    bij_aanbieder = Rolbekleding(Rol.CONSULENT, aanbieder="7")
    wie = replace(actor(regio), rollen=(bij_aanbieder,), colleges=frozenset(), aanbieder="7")
    assert not mag(wie, Geval("proef.iets", "0003", "7"))


def test_a_provider_acts_for_the_college_that_gave_it_its_power_and_for_no_other(regio: str) -> None:
    van = actor(regio)
    with als(van):
        zeven, acht = (
            Organisatie.objects.create(regio_id=regio, naam=naam, soort="opvang") for naam in ("zeven", "acht")
        )
        Mandaatregel.objects.create(
            regio_id=regio, handeling="proef.besluit", van=College.objects.get(code="0001"), aan_organisatie=zeven,
            periode=ALTIJD, grond="proef/c",
        )  # fmt: skip
    geval = Geval("proef.besluit.nemen", "0001")
    assert mag(van_aanbieder(regio, str(zeven.pk)), geval)
    assert not mag(van_aanbieder(regio, str(acht.pk)), geval)
    assert not mag(van_aanbieder(regio, str(zeven.pk)), Geval("proef.besluit.nemen", "0002"))
    assert not mag(van_aanbieder(regio, str(zeven.pk)), Geval("proef.iets", "0001"))
    assert not mag(van_aanbieder(regio, str(zeven.pk)), geval, date(2019, 12, 31))


@pytest.mark.parametrize("aan", ["geen", "beide"])
def test_a_power_is_given_to_a_college_or_to_an_organisation(regio: str, aan: str) -> None:
    with als(actor(regio)):
        college = College.objects.get(code="0001")
        organisatie = Organisatie.objects.create(regio_id=regio, naam="zeven", soort="opvang")
        velden = {"aan": college, "aan_organisatie": organisatie} if aan == "beide" else {}
        with pytest.raises(IntegrityError, match="mandaat_aan_een"), transaction.atomic():
            Mandaatregel.objects.create(
                regio_id=regio, handeling="proef", van=college, periode=ALTIJD, grond="proef/c", **velden
            )
