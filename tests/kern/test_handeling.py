"""A thing that a person does: mandate first, then all or nothing, and the journal always."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from tests.database import OP, actor
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.fouten import GeenMandaat, Geweigerd, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.inzage import inzage
from voordeur.kern.models import Journaalregel, Organisatie
from voordeur.regels.uitkomst import Uitkomst, stap


@dataclass(frozen=True)
class Zaak:
    """Something that a college is about; stands in for the dossier of a later room."""

    college_code: str
    pk: int = 7


@handeling("proef.besluit", rollen={Rol.CONSULENT})
def besluit(wie: Actor, zaak: Zaak, naam: str, *, op: date, fout: Geweigerd | None = None) -> Gedaan[Organisatie]:
    """Decide on something: writes a row, and may still be refused after that."""
    gemaakt = Organisatie.objects.create(regio_id=wie.regio, naam=naam, soort="anders")
    eis(fout is None, fout or Geweigerd())
    return Gedaan(gemaakt, Uitkomst(True, (stap("proef.stap", ("proef/a1",), bedrag="geheim"),)))


@inzage("proef.dossier")
def dossier(wie: Actor, zaak: Zaak, *, op: date) -> str:
    """Show something."""
    return f"dossier {zaak.pk}"


def journaal(regio: str) -> list[Journaalregel]:
    with als(actor(regio)):
        return list(Journaalregel.objects.order_by("id"))


def test_an_action_is_done_and_journaled_with_its_grounds_and_without_its_values(regio: str) -> None:
    gedaan = besluit(actor(regio), Zaak("0001"), "Het Huis", op=OP)
    (regel,) = journaal(regio)
    assert (regel.handeling, regel.uitslag, regel.namens, regel.rol, regel.account, regel.vanwaar) == (
        "proef.besluit", "gedaan", "0001", "consulent", 1, "test",
    )  # fmt: skip
    assert (regel.object_soort, regel.object_id, regel.op) == ("organisatie", str(gedaan.object.pk), OP)
    assert regel.waarom == [{"sleutel": "proef.stap", "gronden": ["proef/a1"]}]


def test_a_college_may_act_for_another_by_mandate(regio: str) -> None:
    besluit(actor(regio), Zaak("0002"), "Voor de buren", op=OP)
    assert [regel.namens for regel in journaal(regio)] == ["0002"]


@pytest.mark.parametrize(
    ("wie", "college", "op"),
    [
        ({}, "0003", OP),
        ({"college": "0002"}, "0001", OP),
        ({"rol": Rol.CONTROLLER}, "0001", OP),
        ({}, "0001", date(2019, 12, 31)),
        ({}, "0002", date(2019, 12, 31)),
    ],
    ids=["no mandate", "mandate the other way", "another role", "before the appointment", "before the mandate"],
)
def test_without_a_mandate_nothing_changes_and_the_refusal_stays(
    wie: dict[str, object], college: str, op: date, regio: str
) -> None:
    with pytest.raises(GeenMandaat, match=f"niet doen voor {college}"):
        besluit(actor(regio, **wie), Zaak(college), "Nooit", op=op)
    (regel,) = journaal(regio)
    assert (regel.uitslag, regel.namens) == ("geweigerd", college)
    with als(actor(regio)):
        assert not Organisatie.objects.exists()


def test_a_refusal_halfway_undoes_all_and_is_journaled_with_its_reason(regio: str) -> None:
    weigering = ZelfdePersoon("U kunt uw eigen voorstel niet tekenen.")
    with pytest.raises(ZelfdePersoon):
        besluit(actor(regio), Zaak("0001"), "Half", op=OP, fout=weigering)
    assert [(regel.uitslag, regel.waarom) for regel in journaal(regio)] == [("geweigerd", [{"reden": str(weigering)}])]
    with als(actor(regio)):
        assert not Organisatie.objects.exists()


def test_a_refusal_stays_also_when_the_request_around_it_is_rolled_back(regio: str) -> None:
    with pytest.raises(RuntimeError), als(actor(regio)):
        with pytest.raises(Geweigerd):
            besluit(actor(regio), Zaak("0003"), "Nooit", op=OP)
        raise RuntimeError
    assert [regel.uitslag for regel in journaal(regio)] == ["geweigerd"]


def test_an_accident_leaves_no_trace_of_what_did_not_happen(regio: str) -> None:
    with pytest.raises(RuntimeError), als(actor(regio)):
        besluit(actor(regio), Zaak("0001"), "Weg", op=OP)
        raise RuntimeError
    assert journaal(regio) == []


def test_looking_into_a_dossier_is_journaled(regio: str) -> None:
    assert dossier(actor(regio), Zaak("0001"), op=OP) == "dossier 7"
    (regel,) = journaal(regio)
    assert (regel.uitslag, regel.handeling, regel.object_id) == ("gelezen", "proef.dossier", "7")
