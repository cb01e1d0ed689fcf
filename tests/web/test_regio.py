"""The region in one page: its figures with their origin, the settlement, and what the agreement asks for next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from tests.stad import Stad
from tests.verantwoording.bewoners import besluit, bewoner, in_dienst, kosten, melding
from voordeur.geld.actions import (
    BijJaar,
    bereid_verrekening_voor,
    sluit_jaar,
    stel_begroting_vast,
    stel_verrekening_vast,
)
from voordeur.geld.models import Begroting
from voordeur.kern.actor import Rol

VANDAAG, DIT, VORIG = date(2026, 4, 10), "/regio/", "/regio/2025/"
KIJKERS = ("bestuurder", "controller", "contractbeheerder", "teamleider", "toezichthouder")
HARD = "\u00a0"


@pytest.fixture(autouse=True)
def dag() -> Iterator[None]:
    with override_settings(VOORDEUR_VANDAAG=VANDAAG):
        yield


@pytest.fixture
def enschede(stad: Callable[[str], Stad]) -> Stad:
    return stad("enschede")


def pagina(stad: Stad, adres: str = DIT, wie: str = "controller") -> str:
    client = Client()
    client.force_login(stad.accounts[wie])
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split()).replace(HARD, " ")


def status(stad: Stad, wie: str, adres: str = DIT) -> int:
    client = Client()
    client.force_login(stad.accounts[wie])
    return int(client.get(adres).status_code)


def begroting(stad: Stad, jaar: int, **open_: str) -> Begroting:
    """A budget of a million, three quarters for the centre."""
    gedaan: Any = stel_begroting_vast(
        stad.als("controller"),
        BijJaar(stad.centrum, jaar),
        rijksbudget=Decimal("1000000.00"),
        sleutel={stad.centrum: Decimal(3), stad.gemeente: Decimal(1)},
        open_parameters=open_,
        besluit="Besluit 12",
        voorbeeld=True,
        op=date(jaar, 1, 1),
    )
    return gedaan.object


def afgerekend(stad: Stad, jaar: int) -> None:
    """A closed year with a result of 400.000 euros, and a reserve in which 150.000 still fits."""
    open_ = {"verrekening.reserve.begin": "100000.00", "verrekening.reserve.plafond": "250000.00"}
    gesloten = begroting(stad, jaar, **open_)
    kosten(stad, stad.centrum, Decimal("600000.00"), date(jaar, 5, 1))
    sluit_jaar(stad.als("controller"), gesloten, op=date(jaar + 1, 2, 1))
    klaar: Any = bereid_verrekening_voor(stad.als("controller"), gesloten, op=date(jaar + 1, 2, 2))
    stel_verrekening_vast(stad.als("bestuurder"), klaar.object, op=date(jaar + 1, 2, 3))


@pytest.mark.parametrize("wie", KIJKERS)
def test_who_leads_pays_or_checks_sees_the_region(enschede: Stad, wie: str) -> None:
    assert "Regio in beeld" in pagina(enschede, wie=wie)


@pytest.mark.parametrize("wie", ["consulent", "aanbieder", "opvang", "beheerder", "lokaal"])
def test_other_roles_do_not(enschede: Stad, wie: str) -> None:
    assert status(enschede, wie) == 403


def test_the_page_starts_with_people_and_money(enschede: Stad) -> None:
    begroting(enschede, 2026)
    bewoner(enschede, date(2026, 2, 3))
    bewoner(enschede, date(2026, 2, 3), date(2026, 4, 9))
    besluit(melding(enschede, date(2026, 3, 1)), enschede, date(2026, 3, 1))
    tekst = pagina(enschede)
    assert "De regio houdt over 2026 waarschijnlijk € 1.000.000 over." in tekst
    assert "Er woont 1 mens beschermd. Er wacht 1 mens op een plek." in tekst
    assert "het langst 40 dagen" in tekst
    assert "over, 100% van het budget" in tekst


def test_what_is_expected_counts_subsidies_once_and_goes_on_with_the_claims(enschede: Stad) -> None:
    begroting(enschede, 2026)
    kosten(enschede, enschede.gemeente, Decimal("100000.00"), date(2026, 2, 1))
    tekst = pagina(enschede)
    assert "Aan declaraties is op 10 april 2026 € 100.000,00 geboekt." in tekst
    assert "Als dat zo doorgaat, is het € 365.000,00 in het hele jaar." in tekst
    assert "€ 1.000.000,00 − € 365.000,00 = € 635.000,00." in tekst


def test_a_deficit_is_called_one(enschede: Stad) -> None:
    begroting(enschede, 2026)
    kosten(enschede, enschede.gemeente, Decimal("500000.00"), date(2026, 2, 1))
    tekst = pagina(enschede)
    assert "De regio komt over 2026 waarschijnlijk € 825.000 tekort." in tekst
    assert "kost meer dan haar deel van het budget." in tekst


def test_every_figure_says_where_it_comes_from_and_an_example_says_that_it_is_one(enschede: Stad) -> None:
    afgerekend(enschede, 2025)
    begroting(enschede, 2026)
    tekst = pagina(enschede)
    assert tekst.count("Waarom dit getal?") == 2
    assert tekst.count("Waarom dit bedrag?") == 3
    assert "Besluit: Besluit 12." in tekst
    assert "Voorbeeldbedrag" in tekst


def test_costs_stand_beside_the_share_of_each_municipality(enschede: Stad) -> None:
    begroting(enschede, 2026)
    kosten(enschede, enschede.gemeente, Decimal("50000.00"), date(2026, 2, 1))
    tekst = pagina(enschede)
    assert "Geen gemeente kost meer dan haar deel van het budget." in tekst
    for cel in ("75%", "25%", "€ 750.000", "€ 200.000"):
        assert f"<span>{cel}</span>" in tekst
    assert 'width="6.60%"' in tekst


def test_the_settlement_of_the_closed_year_says_who_gets_what_and_why(enschede: Stad) -> None:
    afgerekend(enschede, 2025)
    for adres in (DIT, VORIG):
        tekst = pagina(enschede, adres)
        assert "Wat krijgt of betaalt elke gemeente over 2025?" in tekst
        assert "Vastgesteld op 3 februari 2026." in tekst
        assert "<span>€ 187.500,00</span>" in tekst
        assert "In de reserve past nog € 150.000,00." in tekst
        assert "artikel 2" in tekst
    assert "De regio houdt over 2025 € 400.000 over." in pagina(enschede, VORIG)
    assert "€ 250.000" in pagina(enschede, VORIG)


@pytest.mark.parametrize(("id_", "zin"), [
    ("ijsselvecht", "Er is nog geen afgerekend jaar."),
    ("drechtsteden", "Deze regio rekent niet af."),
    ("boce", "Deze regio rekent niet af."),
])  # fmt: skip
def test_without_a_settlement_the_reason_stands_there(stad: Callable[[str], Stad], id_: str, zin: str) -> None:
    regeling_kan = "geen verrekenregel" in (tekst := pagina(stad(id_)))
    assert (zin in tekst, regeling_kan) == (True, "niet" in zin)


def test_the_duties_that_come_next_have_their_day_and_ground(enschede: Stad) -> None:
    tekst = pagina(enschede)
    assert "Wat vraagt de regeling nu?" in tekst
    assert "Centrumgemeente, uiterlijk 30 april 2026" in tekst
    assert "Nog 20 dagen" in tekst
    assert tekst.count("Rapportage over cliëntstromen") == 2, "the duty, and the words that set its why apart"
    assert "Wat heeft geen vaste dag?" in tekst
    assert "Wat vraagt de regeling nu?" not in pagina(_met_vorig_jaar(enschede), VORIG)


def _met_vorig_jaar(stad: Stad) -> Stad:
    begroting(stad, 2025)
    return stad


@pytest.mark.parametrize("id_", ["almelo", "boce", "drechtsteden", "ijsselvecht"])
def test_every_region_has_its_page_and_says_what_is_assumed(stad: Callable[[str], Stad], id_: str) -> None:
    regio_ = stad(id_)
    tot = regio_.regeling.looptijd.tot if regio_.regeling.looptijd else None
    verlengd = tot is not None and tot < VANDAAG
    assert ("Hier is aangenomen dat zij daarna is verlengd" in pagina(regio_)) is verlengd


def test_a_year_is_chosen_in_the_address(enschede: Stad) -> None:
    begroting(enschede, 2025)
    assert 'href="/regio/2025/"' in pagina(enschede)
    assert 'href="/regio/2025/" aria-current="page"' in pagina(enschede, VORIG)
    assert status(enschede, "controller", "/regio/2019/") == 404
    assert status(enschede, "controller", "/regio/2027/") == 404


def test_a_local_municipality_sees_what_is_for_all_and_no_figure_that_would_be_wrong(enschede: Stad) -> None:
    afgerekend(enschede, 2025)
    bewoner(enschede, date(2026, 2, 3))
    in_dienst(enschede, "lokale_controller", Rol.CONTROLLER, enschede.gemeente)
    tekst = pagina(enschede, wie="lokale_controller")
    assert "U ziet alleen de dossiers van uw eigen gemeente." in tekst
    assert "Wonen beschermd" not in tekst
    assert "Wat kost het per gemeente?" not in tekst
    assert "Wat krijgt of betaalt elke gemeente over 2025?" in tekst


def test_the_number_of_queries_does_not_grow(enschede: Stad) -> None:
    begroting(enschede, 2026)
    bewoner(enschede, date(2026, 2, 3))
    client = Client()
    client.force_login(enschede.accounts["controller"])
    client.get(DIT)
    with CaptureQueriesContext(connection) as weinig:
        client.get(DIT)
    for _ in range(4):
        bewoner(enschede, date(2026, 2, 3), gemeente=enschede.andere_gemeente)
        besluit(melding(enschede, date(2026, 3, 1)), enschede, date(2026, 3, 1))
        kosten(enschede, enschede.gemeente, Decimal("5.00"), date(2026, 2, 1))
    with CaptureQueriesContext(connection) as veel:
        client.get(DIT)
    assert len(weinig) == len(veel)
