"""From an account to the one who acts."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError
from django.db.backends.postgresql.psycopg_any import DateRange

from tests.database import OP, actor
from voordeur.kern.accounts import actor_van
from voordeur.kern.actor import Rol, als
from voordeur.kern.models import Aanstelling, Account, College, Mandaatregel, Organisatie


@pytest.fixture
def account(regio: str) -> Account:
    return Account.objects.create_user(f"{regio}@example.org", "geheim", naam="Proef", regio_id=regio)


def stel_aan(account: Account, **velden: object) -> None:
    with als(actor(account.regio_id)):
        standaard = {"rol": Rol.CONSULENT, "periode": DateRange(date(2026, 1, 1), date(2027, 1, 1))}
        Aanstelling.objects.create(regio_id=account.regio_id, account=account, **{**standaard, **velden})


def college(regio: str, code: str) -> College:
    with als(actor(regio)):
        return College.objects.get(code=code)


def test_an_officer_of_the_centre_sees_the_colleges_that_gave_it_a_mandate(account: Account, regio: str) -> None:
    stel_aan(account, college=college(regio, "0001"))
    assert actor_van(account).colleges == {"0001", "0002"}


def test_an_officer_of_a_municipality_sees_only_its_own(account: Account, regio: str) -> None:
    stel_aan(account, college=college(regio, "0003"))
    assert actor_van(account).colleges == {"0003"}


def test_the_last_day_of_an_appointment_counts_and_the_day_after_does_not(account: Account, regio: str) -> None:
    stel_aan(account, college=college(regio, "0001"))
    wie = actor_van(account)
    assert [bool(wie.rollen_op(dag)) for dag in (OP, date(2026, 12, 31), date(2027, 1, 1))] == [True, True, False]


def test_somebody_may_have_several_roles(account: Account, regio: str) -> None:
    for rol in (Rol.CONTROLLER, Rol.TEAMLEIDER):
        stel_aan(account, college=college(regio, "0001"), rol=rol)
    assert {deel.rol for deel in actor_van(account).rollen_op(OP)} == {Rol.CONTROLLER, Rol.TEAMLEIDER}


def test_somebody_of_a_provider_sees_no_college(account: Account, regio: str) -> None:
    with als(actor(regio)):
        huis = Organisatie.objects.create(regio_id=regio, naam="Het Huis", soort="aanbieder")
    stel_aan(account, organisatie=huis, rol=Rol.AANBIEDER)
    wie = actor_van(account)
    assert (wie.colleges, wie.aanbieder) == (frozenset(), str(huis.pk))


def test_on_a_day_only_the_appointments_of_that_day_show_files(account: Account, regio: str) -> None:
    with als(actor(regio)):
        oud, nieuw = (Organisatie.objects.create(regio_id=regio, naam=naam, soort="aanbieder") for naam in "AB")
    voorbij = DateRange(date(2024, 1, 1), date(2026, 1, 1))
    stel_aan(account, college=college(regio, "0003"), periode=voorbij)
    stel_aan(account, organisatie=oud, rol=Rol.AANBIEDER, periode=voorbij)
    stel_aan(account, organisatie=nieuw, rol=Rol.AANBIEDER)
    wie = actor_van(account, op=OP)
    assert (wie.colleges, wie.aanbieder) == (frozenset(), str(nieuw.pk))
    assert actor_van(account, op=date(2025, 6, 1)).aanbieder == str(oud.pk)


def test_a_mandate_that_ended_shows_no_files_any_more(account: Account, regio: str) -> None:
    stel_aan(account, college=college(regio, "0001"), periode=DateRange(date(2026, 1, 1), None))
    with als(actor(regio)):
        Mandaatregel.objects.filter(van__code="0002").update(periode=DateRange(date(2020, 1, 1), OP))
    assert actor_van(account, op=OP).colleges == {"0001"}


@pytest.mark.parametrize(
    ("velden", "eis"),
    [
        ({"college": None, "organisatie": None}, "aanstelling_bij_een"),
        ({"rol": "koning"}, "aanstelling_rol_bekend"),
        ({"periode": DateRange(date(2026, 1, 1), date(2026, 1, 1))}, "aanstelling_periode_niet_leeg"),
    ],
)
def test_an_appointment_that_cannot_be_is_refused_by_name(
    velden: dict[str, object], eis: str, account: Account, regio: str
) -> None:
    with pytest.raises(DatabaseError, match=eis):
        stel_aan(account, **{"college": college(regio, "0001"), **velden})
