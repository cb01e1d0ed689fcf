"""Somebody who is not safe: a warning with what to do now, until a safe place or a plan is written down."""

from __future__ import annotations

import pytest

from tests.opvang.opzet import ANTWOORDEN, OP, Huis
from tests.opvang.test_besluit import doe
from tests.web.hulp import b1_gebreken
from voordeur.kern.fouten import Gewijzigd
from voordeur.opvang.actions import BijOpvang, leg_intake_vast, leg_veilige_plek_vast
from voordeur.opvang.fouten import Onvolledig
from voordeur.opvang.veiligheid import SIGNALEN
from voordeur.toegang.models import Dossier

HULP = "Bel Veilig Thuis: 0800 2000. Dat is gratis en kan dag en nacht."


def pagina(huis: Huis, dossier: Dossier, wie: str = "nacht") -> str:
    return huis.klant(wie).get(f"/opvang/{dossier.nummer}/").content.decode()


def test_who_does_not_feel_safe_has_a_warning_until_there_is_a_safe_place(huis: Huis) -> None:
    dossier = huis.aan_de_deur(veilig=False)
    voor = pagina(huis, dossier)
    assert SIGNALEN["deur"] in voor
    assert HULP in voor
    assert "Bel 112." in voor
    dossier = doe(huis.klant(), huis, dossier, "veilig", plan="Zij slaapt bij Het Anker.", gesproken="Veilig Thuis")
    na = pagina(huis, dossier)
    assert HULP not in na
    assert "Zij slaapt bij Het Anker." in na
    # what becomes known later is a new danger
    plek = BijOpvang(dossier, huis.vlinder)
    antwoorden = {**ANTWOORDEN, "geweld": True}
    dossier = leg_intake_vast(huis.stad.als("nacht"), plek, antwoorden, versie=dossier.versie, op=OP).object
    assert SIGNALEN["intake"] in pagina(huis, dossier)


@pytest.mark.parametrize("veilig", [True, None])
def test_who_is_safe_or_was_not_asked_has_no_warning(huis: Huis, veilig: bool | None) -> None:
    assert HULP not in pagina(huis, huis.aan_de_deur(veilig=veilig))


def test_a_safe_place_says_what_it_is_and_overwrites_nobody(huis: Huis) -> None:
    dossier = huis.aan_de_deur(veilig=False)
    wie, plek = huis.stad.als("nacht"), BijOpvang(dossier, huis.vlinder)
    with pytest.raises(Onvolledig, match="veilige plek of het plan"):
        leg_veilige_plek_vast(wie, plek, " ", versie=dossier.versie, op=OP)
    leg_veilige_plek_vast(wie, plek, "Bij haar zus.", versie=dossier.versie, op=OP)
    with pytest.raises(Gewijzigd):
        leg_veilige_plek_vast(wie, plek, "Elders.", versie=dossier.versie, op=OP)


def test_the_warning_is_plain_dutch() -> None:
    assert [gebrek for zin in (*SIGNALEN.values(), HULP) for gebrek in b1_gebreken(zin)] == []
