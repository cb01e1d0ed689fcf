"""The screens of the money: what waits, what somebody may open, and a page that does not grow in questions."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.geld.conftest import Binnen
from tests.geld.opzet import (
    JAAR,
    VAN,
    begroting,
    blokverblijf,
    bouwer,
    contract,
    indexbegroting,
    subsidie,
    vastgestelde_subsidie,
    verblijf,
    verleende_subsidie,
)
from tests.geld.test_declaraties import PRIJS, blok_voor, dien_in
from tests.geld.test_jaren import gesloten_jaar, verrekend
from tests.stad import Stad
from tests.web.hulp import b1_gebreken, leestekst
from voordeur.geld.actions import bereid_verrekening_voor, zet_voorschot_klaar
from voordeur.geld.models import Betaling, Boeking, Declaratie, Subsidie, Verrekening
from voordeur.geld.urls import app_name, urlpatterns
from voordeur.kern.actor import als
from voordeur.kern.models import Mandaatregel
from voordeur.schermen.doorloop import BEVESTIG
from voordeur.schermen.verzoek import SCHERMEN


@pytest.fixture
def regio_stad(stad: Callable[[str], Stad]) -> Stad:
    gebouwd = stad("enschede")
    contract(gebouwd, voorbeeld=True)
    return gebouwd


@pytest.fixture
def dorp(stad: Callable[[str], Stad]) -> Stad:
    gebouwd = stad("drechtsteden")
    contract(gebouwd, soort="inkoop")
    return gebouwd


def tekst(antwoord: Any) -> str:
    inhoud: str = antwoord.content.decode()
    return inhoud


def bevestig(client: Any, adres: str, **velden: Any) -> Any:
    return client.post(adres, {BEVESTIG: "1", **velden}, follow=True)


def test_each_screen_is_written_down_under_its_address() -> None:
    assert {f"{app_name}:{deel.name}" for deel in urlpatterns} == {
        naam for naam in SCHERMEN if naam.startswith("geld:")
    }


def test_what_waits_is_assessed_by_another_and_ones_own_waits_for_a_colleague(regio_stad: Stad, binnen: Binnen) -> None:
    verleend = verleende_subsidie(regio_stad)
    betaling = zet_voorschot_klaar(regio_stad.als("contractbeheerder"), verleend, termijn=1, op=VAN).object
    adres = reverse("geld:betaling", args=[betaling.nummer])
    eigen = tekst(binnen(regio_stad, "contractbeheerder").get(reverse("geld:inbox")))
    assert "Wacht op een collega" in eigen
    assert adres not in eigen
    controller = binnen(regio_stad, "controller")
    pagina = tekst(controller.get(reverse("geld:inbox")))
    assert adres in pagina
    assert "Waarom dit bedrag?" in pagina
    assert "Voorbeeldbedrag" in pagina
    assert controller.get(adres).status_code == 200
    assert "is goedgekeurd en geboekt" in tekst(bevestig(controller, adres))
    assert "Alles is beoordeeld" in tekst(controller.get(reverse("geld:inbox")))


def test_a_refusal_asks_why_and_shows_it_to_the_provider(regio_stad: Stad, binnen: Binnen) -> None:
    verleend = verleende_subsidie(regio_stad)
    betaling = zet_voorschot_klaar(regio_stad.als("contractbeheerder"), verleend, termijn=1, op=VAN).object
    adres = reverse("geld:betaling_afkeuren", args=[betaling.nummer])
    client = binnen(regio_stad, "controller")
    leeg = client.post(adres, {"reden": ""})
    assert leeg.status_code == 422
    assert "Schrijf op waarom." in tekst(leeg)
    bevestig(client, adres, reden="Het bedrag is te hoog.")
    assert "Het bedrag is te hoog." in tekst(binnen(regio_stad, "aanbieder").get(reverse("geld:betalingen")))


def test_a_subsidy_goes_from_grant_to_settlement_by_its_screens(regio_stad: Stad, binnen: Binnen) -> None:
    verblijf(regio_stad)
    een, twee = binnen(regio_stad, "contractbeheerder"), binnen(regio_stad, "controller")
    nieuw = reverse("geld:subsidie_nieuw")
    assert een.get(nieuw).status_code == 200
    antwoorden = {"aanbieder": regio_stad.aanbieder, "jaar": JAAR, "bedrag": "36.500,00"}
    assert "Controleer uw antwoorden" in tekst(een.post(nieuw, antwoorden))
    assert "Een collega verleent haar" in tekst(bevestig(een, nieuw, **antwoorden))
    assert bevestig(een, nieuw, **antwoorden).status_code == 422
    with als(bouwer(regio_stad)):
        nummer = Subsidie.objects.get().nummer
    for wie, naam in ((twee, "verlenen"), (een, "vaststelling"), (twee, "vaststellen")):
        adres = reverse(f"geld:{naam}", args=[nummer])
        assert wie.get(adres).status_code == 200, naam
        if naam == "vaststelling":
            voorschot = reverse("geld:voorschot", args=[nummer])
            assert "Termijn 12" in tekst(een.get(voorschot))
            bevestig(een, voorschot, termijn="1")
            with als(bouwer(regio_stad)):
                betaling = Betaling.objects.get().nummer
            bevestig(twee, reverse("geld:betaling", args=[betaling]))
        assert bevestig(wie, adres).status_code == 200, naam
    pagina = tekst(twee.get(reverse("geld:subsidie", args=[nummer])))
    assert "365 dagen maal" in pagina
    assert "Nabetaling" in pagina
    with als(bouwer(regio_stad)):
        assert Subsidie.objects.get().stand == "vastgesteld"


def test_who_prepared_is_told_that_a_colleague_has_to_do_it(regio_stad: Stad, binnen: Binnen) -> None:
    nummer = subsidie(regio_stad).nummer
    antwoord = bevestig(binnen(regio_stad, "contractbeheerder"), reverse("geld:verlenen", args=[nummer]))
    assert antwoord.status_code == 403
    assert "Laat een collega dit doen" in tekst(antwoord)


def test_a_provider_claims_with_the_expected_amount_and_sees_every_check(dorp: Stad, binnen: Binnen) -> None:
    indexbegroting(dorp)
    plaatsing = blokverblijf(dorp)
    client = binnen(dorp, "aanbieder")
    keuze = tekst(client.get(reverse("geld:declareren")))
    adres = reverse("geld:declareren_blok", args=[plaatsing.pk, blok_voor(dorp, date_nu())])
    assert adres in keuze
    formulier = tekst(client.get(adres))
    assert 'value="4.266,59"' in formulier or 'value="4266,59"' in formulier
    assert "Voorbeeldbedrag" in formulier
    pagina = tekst(bevestig(client, adres, bedrag="4.266,59"))
    assert "Voorlopig: de declaratie klopt." in pagina
    assert "Keur goed" not in pagina
    assert bevestig(client, adres, bedrag="4.266,59").status_code == 422


def date_nu() -> Any:
    from tests.geld.opzet import NU

    return NU


def test_a_person_of_the_region_approves_or_refuses_a_claim(dorp: Stad, binnen: Binnen) -> None:
    indexbegroting(dorp)
    goed, fout = dien_in(dorp, blokverblijf(dorp)), dien_in(dorp, blokverblijf(dorp, nummer="2"), PRIJS + 1)
    client = binnen(dorp, "controller")
    assert "Klopt niet" in tekst(client.get(reverse("geld:inbox")))
    pagina = tekst(client.get(reverse("geld:declaratie", args=[fout.nummer])))
    assert "Keur af" in pagina
    assert "Keur goed" not in pagina
    afwijzen = reverse("geld:declaratie_afwijzen", args=[fout.nummer])
    assert client.get(afwijzen).status_code == 200
    bevestig(client, afwijzen, reden="Een euro te veel.")
    goedkeuren = reverse("geld:declaratie_goedkeuren", args=[goed.nummer])
    assert client.get(goedkeuren).status_code == 200
    assert "is goedgekeurd en geboekt" in tekst(bevestig(client, goedkeuren))
    assert client.get(goedkeuren).status_code == 302
    assert "Een euro te veel." in tekst(binnen(dorp, "aanbieder").get(reverse("geld:declaratie", args=[fout.nummer])))
    lijst = tekst(client.get(reverse("geld:declaraties"), {"stand": "afgekeurd", "jaar": "2026"}))
    assert fout.nummer in lijst
    assert goed.nummer not in lijst


def test_a_missing_index_figure_is_a_page_with_the_reason(dorp: Stad, binnen: Binnen) -> None:
    plaatsing = blokverblijf(dorp)
    antwoord = binnen(dorp, "aanbieder").get(reverse("geld:declareren_blok", args=[plaatsing.pk, 100]))
    assert antwoord.status_code == 403
    assert "noemt geen cijfers" in tekst(antwoord)


def test_a_year_goes_from_budget_to_settlement_by_its_screens(regio_stad: Stad, binnen: Binnen) -> None:
    verblijf(regio_stad)
    een, twee = binnen(regio_stad, "controller"), binnen(regio_stad, "bestuurder")
    jaar = reverse("geld:jaar", args=[JAAR])
    assert "nog geen begroting" in tekst(een.get(jaar))
    adres = reverse("geld:begroting", args=[JAAR])
    assert "De regeling laat dit open" in tekst(een.get(adres))
    assert een.post(adres, {"rijksbudget": "1", "besluit": "x"}).status_code == 422
    antwoorden = {
        "rijksbudget": "100.000", "besluit": "Besluit 7", f"sleutel_{regio_stad.centrum}": "60",
        f"sleutel_{regio_stad.gemeente}": "40", "open_verrekening_reserve_begin": "5000",
        "open_verrekening_reserve_plafond": "20000", "voorbeeld": "on",
    }  # fmt: skip
    assert een.post(adres, {**antwoorden, "open_verrekening_reserve_begin": "veel"}).status_code == 422
    assert "Jaar is open" in tekst(bevestig(een, adres, **antwoorden))
    vastgestelde_subsidie(regio_stad)
    assert "Wacht nog" in tekst(een.get(reverse("geld:sluiten", args=[JAAR])))
    assert "is afgesloten" in tekst(bevestig(een, reverse("geld:sluiten", args=[JAAR])))
    assert een.get(reverse("geld:verrekening", args=[JAAR])).status_code == 200
    assert "Voorlopig" in tekst(bevestig(een, reverse("geld:verrekening", args=[JAAR]), maatregelen=""))
    vaststellen = reverse("geld:verrekening_vaststellen", args=[JAAR])
    assert twee.get(vaststellen).status_code == 200
    pagina = tekst(bevestig(twee, vaststellen))
    assert "De regio houdt in 2025 €\xa063.500,00 over." in pagina
    assert "Naar de reserve" in pagina
    assert "Voorbeeldbedrag" in pagina
    assert "29.100,00" in pagina
    assert "19.400,00" in pagina


def test_an_agreement_without_a_settlement_says_why_on_the_page(dorp: Stad, binnen: Binnen) -> None:
    begroting(dorp, open_parameters={})
    pagina = tekst(binnen(dorp, "controller").get(reverse("geld:jaar", args=[JAAR])))
    assert "Dit jaar heeft geen verrekening" in pagina
    assert "kent geen verrekenregel" in pagina


def test_a_deficit_says_what_each_municipality_pays(regio_stad: Stad, binnen: Binnen) -> None:
    verrekend(regio_stad, gesloten_jaar(regio_stad, rijksbudget=Decimal("30000.00")))
    pagina = tekst(binnen(regio_stad, "toezichthouder").get(reverse("geld:jaar", args=[JAAR])))
    assert "De regio komt in 2025 €\xa06.500,00 tekort. De gemeenten betalen samen €\xa01.500,00." in pagina
    assert "(betaalt)" in pagina


def test_the_ledger_shows_its_lines_can_be_filtered_and_taken_back(regio_stad: Stad, binnen: Binnen) -> None:
    verleende_subsidie(regio_stad, termijnen=2)
    client = binnen(regio_stad, "controller")
    adres = reverse("geld:grootboek", args=[JAAR])
    assert "2 boekingen" in tekst(client.get(adres))
    assert "Niets gevonden" in tekst(client.get(adres, {"rekening": "4000"}))
    with als(bouwer(regio_stad)):
        nummer = Boeking.objects.order_by("id").values_list("nummer", flat=True)[0]
    storno = reverse("geld:storneren", args=[nummer])
    assert client.get(storno).status_code == 200
    pagina = tekst(bevestig(client, storno, reden="Dubbel."))
    assert "Deze boeking is teruggeboekt." in pagina
    assert bevestig(client, storno, reden="Nog eens.").status_code == 403


def test_the_ledger_is_a_file_for_other_programs(regio_stad: Stad, binnen: Binnen) -> None:
    verleende_subsidie(regio_stad, termijnen=1)
    antwoord = binnen(regio_stad, "controller").get(reverse("geld:hledger", args=[JAAR]))
    assert "attachment" in antwoord.headers["Content-Disposition"]
    assert "1300 Vooruitbetaald aan aanbieders" in tekst(antwoord)


def test_rows_of_another_region_are_not_there(regio_stad: Stad, stad: Callable[[str], Stad], binnen: Binnen) -> None:
    klaar = vastgestelde_subsidie(regio_stad, termijnen=1)
    with als(bouwer(regio_stad)):
        betaling, boeking = Betaling.objects.order_by("id")[0], Boeking.objects.order_by("id")[0]
    vreemd = binnen(stad("enschede"), "controller")
    for naam, deel in (
        ("subsidie", klaar.nummer), ("verlenen", klaar.nummer), ("betaling", betaling.nummer),
        ("storneren", boeking.nummer), ("declaratie", "2026-0001"), ("sluiten", JAAR),
        ("verrekening_vaststellen", JAAR),
    ):  # fmt: skip
        assert vreemd.get(reverse(f"geld:{naam}", args=[deel])).status_code == 404, naam


def test_a_claim_of_another_provider_is_not_there(dorp: Stad, binnen: Binnen) -> None:
    indexbegroting(dorp)
    plaatsing = blokverblijf(dorp)
    gedaan = dien_in(dorp, plaatsing)
    ander = binnen(dorp, "andere_aanbieder")
    assert ander.get(reverse("geld:declaratie", args=[gedaan.nummer])).status_code == 404
    assert ander.get(reverse("geld:declareren_blok", args=[plaatsing.pk, 1])).status_code == 404
    assert gedaan.nummer not in tekst(ander.get(reverse("geld:declaraties")))


@pytest.mark.parametrize(
    ("wie", "naam", "delen", "mag"),
    [
        ("aanbieder", "inbox", [], False),
        ("aanbieder", "betalingen", [], True),
        ("aanbieder", "declareren", [], True),
        ("aanbieder", "jaar", [], False),
        ("consulent", "inbox", [], False),
        ("consulent", "declaraties", [], False),
        ("toezichthouder", "inbox", [], True),
        ("toezichthouder", "jaar", [], True),
        ("toezichthouder", "subsidie_nieuw", [], False),
        ("toezichthouder", "begroting", [2026], False),
        ("contractbeheerder", "subsidie_nieuw", [], True),
        ("contractbeheerder", "sluiten", [2026], False),
        ("bestuurder", "subsidie_nieuw", [], False),
        ("controller", "declareren", [], False),
    ],
)
def test_a_screen_opens_for_its_roles_only(
    regio_stad: Stad, binnen: Binnen, wie: str, naam: str, delen: list[int], mag: bool
) -> None:
    antwoord = binnen(regio_stad, wie).get(reverse(f"geld:{naam}", args=delen))
    assert antwoord.status_code == (200 if mag else 403)


LEGE_LIJSTEN = [("inbox", []), ("betalingen", []), ("subsidies", []), ("declaraties", []), ("grootboek", [2026])]


@pytest.mark.parametrize(("naam", "delen"), LEGE_LIJSTEN)
def test_an_empty_list_says_what_comes_there(regio_stad: Stad, binnen: Binnen, naam: str, delen: list[int]) -> None:
    pagina = tekst(binnen(regio_stad, "controller").get(reverse(f"geld:{naam}", args=delen)))
    assert 'class="kaart leeg"' in pagina


def vragen(client: Any, adres: str) -> int:
    client.get(adres)
    with CaptureQueriesContext(connection) as gevangen:
        assert client.get(adres).status_code == 200
    return len(gevangen)


def test_lists_ask_as_many_questions_for_one_row_as_for_more(dorp: Stad, binnen: Binnen) -> None:
    indexbegroting(dorp)
    dien_in(dorp, blokverblijf(dorp))
    controller, aanbieder = binnen(dorp, "controller"), binnen(dorp, "aanbieder")
    adressen = [
        (controller, "inbox"),
        (controller, "declaraties"),
        (aanbieder, "declareren"),
        (aanbieder, "betalingen"),
    ]
    eerst = [vragen(client, reverse(f"geld:{naam}")) for client, naam in adressen]
    for nummer in range(2, 6):
        dien_in(dorp, blokverblijf(dorp, nummer=str(nummer)))
    assert [vragen(client, reverse(f"geld:{naam}")) for client, naam in adressen] == eerst
    with als(bouwer(dorp)):
        assert Declaratie.objects.count() == 5


def test_the_ledger_and_the_subsidies_ask_a_constant_number_of_questions(regio_stad: Stad, binnen: Binnen) -> None:
    verleend = verleende_subsidie(regio_stad, termijnen=1)
    zet_voorschot_klaar(regio_stad.als("contractbeheerder"), verleend, termijn=2, op=VAN)
    client = binnen(regio_stad, "controller")
    adressen = [
        reverse("geld:grootboek", args=[JAAR]), reverse("geld:subsidie", args=[verleend.nummer]),
        reverse("geld:inbox"), reverse("geld:jaar", args=[JAAR]),
    ]  # fmt: skip
    eerst = [vragen(client, adres) for adres in adressen]
    from voordeur.geld.actions import keur_goed

    for termijn in range(3, 7):
        betaling = zet_voorschot_klaar(regio_stad.als("contractbeheerder"), verleend, termijn=termijn, op=VAN).object
        if termijn > 4:
            keur_goed(regio_stad.als("controller"), betaling, op=VAN)
    assert [vragen(client, adres) for adres in adressen] == eerst


def test_the_sentences_of_the_pages_are_plain_dutch(regio_stad: Stad, binnen: Binnen) -> None:
    jaar = gesloten_jaar(regio_stad, voorbeeld=True)
    bereid_verrekening_voor(regio_stad.als("controller"), jaar, op=date_nu())
    with als(bouwer(regio_stad)):
        nummer = Subsidie.objects.get().nummer
        assert Verrekening.objects.count() == 1
    client = binnen(regio_stad, "bestuurder")
    for adres in (
        reverse("geld:jaar", args=[JAAR]), reverse("geld:subsidie", args=[nummer]), reverse("geld:inbox"),
        reverse("geld:verrekening_vaststellen", args=[JAAR]),
    ):  # fmt: skip
        woorden = [gebrek for gebrek in b1_gebreken(leestekst(tekst(client.get(adres)))) if " " not in gebrek]
        assert woorden == [], adres


def test_a_controller_of_a_municipality_sees_its_own_lines_and_cannot_take_the_whole_file(
    regio_stad: Stad, binnen: Binnen
) -> None:
    from tests.stad import ALTIJD
    from voordeur.kern.models import Aanstelling, College

    begroting(regio_stad)
    verblijf(regio_stad, nummer="1", tot=VAN)
    verblijf(regio_stad, nummer="2", tot=VAN, college=regio_stad.andere_gemeente)
    vastgestelde_subsidie(regio_stad, termijnen=0)
    with als(bouwer(regio_stad)):
        college = College.objects.get(code=regio_stad.gemeente)
        Aanstelling.objects.create(
            regio_id=regio_stad.regio, account=regio_stad.accounts["lokaal"], rol="controller", college=college,
            periode=ALTIJD,
        )  # fmt: skip
    client = binnen(regio_stad, "lokaal")
    pagina = tekst(client.get(reverse("geld:jaar", args=[JAAR])))
    assert "Uw gemeente heeft in 2025 €\xa0100,00 aan lasten." in pagina
    grootboek = tekst(client.get(reverse("geld:grootboek", args=[JAAR]), {"rekening": "4000"}))
    assert grootboek.count("4000 Lasten beschermd wonen</span>") == 1
    assert client.get(reverse("geld:hledger", args=[JAAR])).status_code == 403


def test_where_a_municipality_gave_no_power_the_centre_gets_no_file_that_would_not_balance(
    regio_stad: Stad, binnen: Binnen
) -> None:
    with als(bouwer(regio_stad)):
        Mandaatregel.objects.filter(van__code=regio_stad.gemeente).delete()
    client = binnen(regio_stad, "controller")
    assert client.get(reverse("geld:hledger", args=[JAAR])).status_code == 403
