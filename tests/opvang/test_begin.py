"""Where who works at a shelter begins, also when that is at a college, and what the register of mandates shows."""

from __future__ import annotations

import pytest

from tests.opvang.opzet import Huis
from tests.stad import _in_dienst
from tests.web.hulp import b1_gebreken
from voordeur.kern.actor import Rol, als
from voordeur.kern.models import College
from voordeur.kern.onderhoud import systeem
from voordeur.opvang import fouten
from voordeur.opvang.models import Nacht, NietGegeven


def test_a_shelter_begins_with_the_list_of_tonight(huis: Huis) -> None:
    klant = huis.klant()
    assert klant.get("/").headers["Location"] == "/opvang/"
    pagina = klant.get("/opvang/").content.decode()
    assert "Er staat nog niemand op de lijst." in pagina
    assert 'href="/opvang/deur/"' in pagina
    assert klant.get("/aanbieder/").status_code == 200


def test_who_works_at_a_college_sees_figures_and_no_error_page(huis: Huis) -> None:
    with als(systeem(huis.stad.regio)):
        centrum = College.objects.get(code=huis.stad.centrum)
        _in_dienst(huis.stad, "gemeentelijk", Rol.OPVANGMEDEWERKER, college=centrum)
    klant = huis.klant("gemeentelijk")
    assert "U werkt niet bij een opvang" in klant.get("/opvang/").content.decode()
    assert "U werkt niet bij een organisatie" in klant.get("/aanbieder/").content.decode()
    assert klant.get("/opvang/cijfers/").status_code == 200
    weg = klant.get("/opvang/deur/")
    assert weg.status_code == 403
    assert "Een medewerker van de opvang houdt deze lijst bij." in weg.content.decode()


def test_the_register_of_mandates_names_the_shelter(huis: Huis) -> None:
    huis.geef_mandaat()
    assert "De Nachtvlinder" in huis.klant("beheerder").get("/beheer/").content.decode()


def test_what_a_shelter_is_told_is_plain_dutch() -> None:
    zinnen = [
        str(fouten.AlOpgenomen()), str(fouten.GeenOpvang()), str(fouten.AlVervallen()),
        *(str(naam) for _, naam in (*Nacht.Reden.choices, *NietGegeven.Grond.choices, *NietGegeven.Uitkomst.choices)),
    ]  # fmt: skip
    assert [gebrek for zin in zinnen for gebrek in b1_gebreken(zin)] == []


@pytest.mark.parametrize("pad", ["0000-0000/", "0000-0000/intake/", "bon/0000-0000/", "0000-0000/brief/1/"])
def test_who_is_not_there_is_not_found(huis: Huis, pad: str) -> None:
    assert huis.klant().get(f"/opvang/{pad}").status_code == 404
