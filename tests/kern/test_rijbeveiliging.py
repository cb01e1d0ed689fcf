"""Who acts decides which rows there are: nobody is an error, another region is nothing, one's own is there."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connections, transaction
from django.db.models import Model

from tests.database import actor, nieuwe_regio
from voordeur.kern.actor import als
from voordeur.kern.models import College, Regio

pytestmark = pytest.mark.usefixtures("django_db_setup")

# before login nobody acts yet, so the account of whoever logs in is not guarded per row
ZONDER_WACHT = {"Regio", "Account"}
MODELLEN = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("voordeur.") and model.__name__ not in ZONDER_WACHT
]


@pytest.mark.parametrize("model", MODELLEN, ids=lambda model: model.__name__)
def test_every_table_of_a_region_is_guarded_also_for_its_owner(model: type[Model], regio: str) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE relname = %s", [model._meta.db_table]
        )
        assert cursor.fetchone() == (True, True)


@pytest.mark.parametrize("model", MODELLEN, ids=lambda model: model.__name__)
def test_every_table_of_a_region_carries_its_region(model: type[Model]) -> None:
    assert "regio" in {veld.name for veld in model._meta.get_fields()}


def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("model", MODELLEN, ids=lambda model: model.__name__)
def test_without_an_actor_every_table_answers_with_an_error_also_when_it_is_empty(model: type[Model]) -> None:
    with pytest.raises(DatabaseError, match="geen actor"), transaction.atomic():
        list(model._default_manager.order_by("pk"))


def test_a_prepared_question_does_not_remember_an_actor(regio: str) -> None:
    """The planner asks whether there is an actor; what it heard must not outlive the transaction."""
    with connections["default"].cursor() as cursor:
        cursor.execute("PREPARE vraag AS SELECT count(*) FROM kern_college")
        with als(actor(regio)):
            cursor.execute("EXECUTE vraag")
            assert cursor.fetchone() == (3,)
        with pytest.raises(DatabaseError, match="geen actor"), transaction.atomic():
            cursor.execute("EXECUTE vraag")
        with als(actor(nieuwe_regio())):
            cursor.execute("EXECUTE vraag")
            assert cursor.fetchone() == (0,)
        cursor.execute("DEALLOCATE vraag")


def test_an_actor_sees_the_rows_of_the_region_and_no_others(regio: str) -> None:
    with als(actor(nieuwe_regio())):
        assert not College.objects.exists()
    with als(actor(regio)):
        assert College.objects.count() == 3


def test_a_row_cannot_be_put_in_another_region(regio: str) -> None:
    ander = nieuwe_regio()
    with pytest.raises(DatabaseError, match="row-level security"), als(actor(regio)):
        College.objects.create(regio_id=ander, code="0009", naam="Elders")


def test_the_actor_ends_with_the_transaction(regio: str) -> None:
    with als(actor(regio)):
        assert College.objects.exists()
    with pytest.raises(DatabaseError, match="geen actor"), transaction.atomic():
        College.objects.exists()


def test_an_actor_inside_an_actor_gives_back_the_first(regio: str) -> None:
    with als(actor(regio)):
        with als(actor(nieuwe_regio())):
            assert not College.objects.exists()
        assert College.objects.exists()


@pytest.mark.parametrize(
    "opdracht",
    ["CREATE TABLE van_mij (a int)", "DROP TABLE kern_college", "ALTER TABLE kern_college DISABLE ROW LEVEL SECURITY"],
)
def test_the_role_that_runs_owns_nothing(opdracht: str, regio: str) -> None:
    with pytest.raises(DatabaseError), connections["default"].cursor() as cursor:
        cursor.execute(opdracht)


def test_the_role_that_runs_cannot_pass_the_guard(regio: str) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)


def test_no_region_has_two_centres(regio: str) -> None:
    with pytest.raises(DatabaseError, match="college_een_centrum"), als(actor(regio)):
        College.objects.create(regio_id=regio, code="0004", naam="Nog een", centrum=True)


def test_a_college_has_the_code_of_the_cbs(regio: str) -> None:
    with pytest.raises(DatabaseError, match="college_code_van_cbs"), als(actor(regio)):
        College.objects.create(regio_id=regio, code="x", naam="Geen code")


def test_every_region_has_an_id_of_its_own(regio: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Regio.objects.create(id=regio, naam="nog een")
