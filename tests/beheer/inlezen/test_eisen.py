"""What the database itself holds of moving in, and what goes along with a new main key."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError

from tests.beheer.inlezen.opzet import OP, alles_van, bestanden, lees_in
from tests.stad import Stad
from voordeur.beheer.inlezen.kluis import nieuw_slot, verpak_inlezen_opnieuw
from voordeur.beheer.models import Inleesbestand, Inleesset, Inleessleutel


def nieuw(stad: Stad, **velden: Any) -> Inleesset:
    gewoon = {"regio_id": stad.regio, "sleutel": nieuw_slot(), "begonnen_door": 1, "begonnen_op": OP}
    return Inleesset.objects.create(**gewoon | velden)


@pytest.mark.parametrize(
    ("eis", "velden"),
    [
        ("inleesset_vier_ogen", {"aangeboden_door": 7, "uitgevoerd_door": 7}),
        ("inleesset_na_afloop_geen_sleutel", {"stand": "afgerond"}),
        ("inleesset_uitgevoerd_door_iemand", {"stand": "bezig"}),
        ("inleesset_terug_door_iemand", {"stand": "gaat_terug"}),
    ],
)
def test_the_database_refuses_a_set_that_cannot_be(enschede: Stad, eis: str, velden: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match=eis), alles_van(enschede):
        nieuw(enschede, **velden)


def test_there_is_one_file_of_a_kind_and_one_object_by_a_key(enschede: Stad) -> None:
    with pytest.raises(IntegrityError, match="inleesbestand_een_per_soort"), alles_van(enschede):
        deze = nieuw(enschede)
        for _ in range(2):
            Inleesbestand.objects.create(regio_id=enschede.regio, set=deze, soort="plekken", naam=b"", inhoud=b"")
    with pytest.raises(IntegrityError, match="inleessleutel_een"), alles_van(enschede):
        for pk in ("1", "2"):
            Inleessleutel.objects.create(regio_id=enschede.regio, soort="plekken", index="x", inhoud="", object=pk)


def test_a_new_main_key_takes_sets_and_the_secret_along(enschede: Stad) -> None:
    lees_in(enschede, {"organisaties": bestanden(enschede)["organisaties"]})
    with alles_van(enschede) as wie:
        voor = bytes(Inleesset.objects.get().sleutel or b"")
        assert verpak_inlezen_opnieuw(wie) == 2
        assert bytes(Inleesset.objects.get().sleutel or b"") != voor
