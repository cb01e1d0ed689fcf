"""The screens of the money in a real browser: no faults of accessibility, and they fit a phone."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import override_settings
from django.urls import reverse

from tests.geld.opzet import JAAR, NU, VAN, blokverblijf, bouwer, contract, indexbegroting, verblijf
from tests.geld.test_declaraties import PRIJS, blok_voor, dien_in
from tests.geld.test_jaren import gesloten_jaar, verrekend
from tests.stad import Stad
from tests.web.keur import keur
from tests.web.vensters import adres, browser
from voordeur.geld.actions import bereid_subsidie_voor, verleen_subsidie, zet_voorschot_klaar
from voordeur.geld.models import Declaratie, Subsidie
from voordeur.kern.actor import als

__all__ = ["adres", "browser"]
pytestmark = pytest.mark.traag


def subsidiestad(stad: Callable[[str], Stad]) -> tuple[Stad, list[tuple[str, str]]]:
    """A settled year and a running one with something that waits; who opens which page."""
    from voordeur.aanbod.actions import BijOrganisatie

    gebouwd = stad("enschede")
    contract(gebouwd, voorbeeld=True)
    verblijf(gebouwd, nummer="2", college=gebouwd.andere_gemeente)
    verrekend(gebouwd, gesloten_jaar(gebouwd, voorbeeld=True))
    bij = BijOrganisatie(gebouwd.centrum, gebouwd.aanbieder)
    velden = {"jaar": 2026, "bedrag": Decimal("73000.00"), "op": VAN}
    nieuw = bereid_subsidie_voor(gebouwd.als("contractbeheerder"), bij, **velden).object
    verleen_subsidie(gebouwd.als("controller"), nieuw, op=VAN)
    for termijn, wie in ((1, "contractbeheerder"), (2, "controller")):
        zet_voorschot_klaar(gebouwd.als(wie), nieuw, termijn=termijn, op=NU)
    with als(bouwer(gebouwd)):
        nummers = list(Subsidie.objects.order_by("jaar").values_list("nummer", flat=True))
    return gebouwd, [
        ("controller", reverse("geld:inbox")),
        ("controller", reverse("geld:jaar", args=[JAAR])),
        ("controller", reverse("geld:grootboek", args=[JAAR])),
        ("controller", reverse("geld:subsidies")),
        ("controller", reverse("geld:subsidie", args=[nummers[0]])),
        ("controller", reverse("geld:betaling", args=["2026-0001"])),
        ("controller", reverse("geld:begroting", args=[2026])),
        ("contractbeheerder", reverse("geld:subsidie_nieuw")),
    ]


def bloksteden(stad: Callable[[str], Stad]) -> tuple[Stad, list[tuple[str, str]]]:
    """Claims that match and that do not; who opens which page."""
    dorp = stad("drechtsteden")
    contract(dorp, soort="inkoop")
    indexbegroting(dorp)
    plaatsing = blokverblijf(dorp)
    dien_in(dorp, plaatsing)
    dien_in(dorp, blokverblijf(dorp, nummer="2"), PRIJS + 1)
    vorig = blok_voor(dorp, NU) - 1
    with als(bouwer(dorp)):
        nummers = list(Declaratie.objects.order_by("id").values_list("nummer", flat=True))
    return dorp, [
        ("controller", reverse("geld:inbox")),
        ("controller", reverse("geld:declaratie", args=[nummers[1]])),
        ("controller", reverse("geld:jaar", args=[2026])),
        ("aanbieder", reverse("geld:declaraties")),
        ("aanbieder", reverse("geld:declareren")),
        ("aanbieder", reverse("geld:declareren_blok", args=[plaatsing.pk, vorig])),
    ]


@pytest.mark.parametrize("bouw", [subsidiestad, bloksteden])
def test_axe_finds_nothing_and_the_pages_fit(bouw: Any, stad: Callable[[str], Stad], browser: Any, adres: str) -> None:
    with override_settings(VOORDEUR_VANDAAG=NU):
        gebouwd, paginas = bouw(stad)
        assert keur(browser, adres, gebouwd, paginas, titel=f"geld-{bouw.__name__}") == []
