"""One person from the report to the report on the quarter, by an agreement with subsidy and a reserve."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pikepdf
import pytest

from tests.brieven.lezen import bevat, open_pdf
from tests.pad import aanbodweg, geldweg, weg
from tests.pad.conftest import Toneel
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.kern.actor import als

pytestmark = pytest.mark.traag
MELDING, AANVRAAG = date(2025, 11, 3), date(2025, 11, 24)
VAN, TOT = date(2025, 12, 1), date(2026, 11, 30)
NA_HET_JAAR = date(2026, 1, 12)
VORM = "Beschermd wonen all-inclusive"
DRIE = {"Er moet dag en nacht": "Ja", "De cliënt heeft de veiligheid": "Ja", "De cliënt kan niet zelf": "Ja"}
LAATSTE = "De cliënt heeft intensieve begeleiding nodig."
ANDERE_VORM = {"Beschermd wonen modulair": {"De cliënt kan in een eigen woning": "Nee"}}


def test_one_person_all_the_way(toneel: Callable[..., Toneel]) -> None:
    regio = toneel("enschede", axe=("telefoon",))
    regio.dag(MELDING)
    nummer = weg.meld(regio.als("aanbieder"), regio.gemeente, MELDING)
    _onderzocht(regio)
    _besloten(regio)
    _brief_is_goed(regio, nummer)
    _geplaatst(regio, nummer)
    _gesubsidieerd(regio)
    _verrekend(regio)
    _verantwoord(regio)


def _onderzocht(regio: Toneel) -> None:
    """One criterion stays unknown first: the page names it and draws no conclusion."""
    consulent = regio.als("consulent")
    weg.bevestig(consulent)
    weg.onderzoek(consulent, MELDING, overgangsrecht=True)
    weg.scoor(consulent)
    weg.vraag_na(consulent, "afstemming")
    weg.beoordeel(consulent, {VORM: DRIE | {LAATSTE: "Nog niet bekend"}, **ANDERE_VORM})
    consulent.zegt("het is nog niet te zeggen of mevrouw De Wit in aanmerking komt", "1 voorwaarde beoordeelt u nog.")
    consulent.zegt(f"{LAATSTE} Nog beoordelen {VORM}. Nog niet beoordeeld.")
    weg.beoordeel(consulent, {VORM: {LAATSTE: "Ja"}})
    consulent.zegt("mevrouw De Wit komt in aanmerking voor beschermd wonen all-inclusive.", "7 van de 7 voorwaarden")
    consulent.zegt(f"{LAATSTE} Klopt {VORM}. De consulent zegt: ja. Dienstverleningsovereenkomst")
    regio.dag(AANVRAAG)
    weg.ontvang_aanvraag(consulent, AANVRAAG)


def _besloten(regio: Toneel) -> None:
    """Prepared by one, signed by another."""
    consulent = regio.als("consulent")
    weg.bereid_voor(consulent, VAN, TOT)
    weg.teken_zelf(consulent)
    weg.onderteken(regio.als("teamleider"))


def _brief_is_goed(regio: Toneel, nummer: str) -> None:
    """A PDF with tags, a title and its language, addressed to the person, with the words of the decision."""
    consulent = regio.als("consulent")
    consulent.open(f"/dossiers/{nummer}/")
    pdf = consulent.haal("Besluit op uw aanvraag")
    with open_pdf(pdf) as brief:
        assert brief.Root.MarkInfo.Marked
        assert brief.Root.Lang == "nl-NL"
        assert brief.Root.ViewerPreferences.DisplayDocTitle
        assert isinstance(brief.Root.StructTreeRoot, pikepdf.Dictionary)
        assert str(brief.docinfo["/Title"]) == "Besluit op uw aanvraag voor beschermd wonen"
    assert bevat(pdf, f"Gemeente {regio.centrum}")
    assert bevat(pdf, f"Ons kenmerk: {nummer}, besluit ")
    assert bevat(pdf, "U hebt dag en nacht hulp nodig.")
    assert bevat(pdf, "Lindelaan 12")


def _geplaatst(regio: Toneel, nummer: str) -> None:
    """On a free place, and the municipality of the resident hears of the decision and of the place."""
    beheerder, consulent = regio.als("contractbeheerder"), regio.als("consulent")
    aanbodweg.contracteer(beheerder, "Een", date(2025, 1, 1), dagprijs="100,00")
    aanbodweg.open_huis(beheerder, "De Linde", regio.centrum, VORM, date(2025, 1, 1))
    weg.plaats(consulent, VAN, "De Linde")
    consulent.zegt(f"De gemeente {regio.gemeente} krijgt bericht.")
    consulent.open(f"/dossiers/{nummer}/")
    consulent.zegt("Stap 6 van 6: verblijf")
    consulent.link("Bekijk waar de inwoner woont")
    consulent.zegt("De Linde, plek 1", "1 december 2025")
    with als(regio.stad.als("beheerder")):
        soorten = set(Bericht.objects.values_list("soort", flat=True))
        plaatsing = inhoud_van(Bericht.objects.get(soort="plaatsing")).decode()
    assert soorten == {"ontvangstbevestiging", "vraag", "besluit", "besluit-bericht", "plaatsing"}
    assert regio.gemeente in plaatsing
    assert "vanaf 1 december 2025" in plaatsing
    assert "Wit" not in plaatsing


def _gesubsidieerd(regio: Toneel) -> None:
    """An advance, then a settlement on the 31 days of December, booked with the municipality of the resident."""
    regio.dag(VAN)
    beheerder, controller = regio.als("contractbeheerder"), regio.als("controller")
    geldweg.leg_begroting_vast(
        controller, 2025, "100.000,00", {"Reserve aan het begin": "5000,00", "Grens van de reserve": "20000,00"}
    )
    subsidie = geldweg.bereid_subsidie_voor(beheerder, "Een", 2025, "12.000,00")
    geldweg.verleen(controller, subsidie)
    geldweg.zet_voorschot_klaar(beheerder, subsidie, "Termijn 12: €\N{NO-BREAK SPACE}1.000,00")
    geldweg.keur_betaling_goed(controller, "Voorschot, termijn 12 van 2025")
    regio.dag(NA_HET_JAAR)
    geldweg.stel_subsidie_vast(beheerder, controller, subsidie)
    controller.zegt(f"{regio.gemeente} 31 € 3.100,00", "31 dagen maal € 100,00 is € 3.100,00.")
    controller.zegt("Als voorschot is € 1.000,00 goedgekeurd. De aanbieder krijgt nog € 2.100,00.")
    controller.open("/geld/2025/grootboek/")
    controller.zegt(f"4000 Lasten beschermd wonen {regio.gemeente} € 3.100,00")


def _verrekend(regio: Toneel) -> None:
    """The year does not close while a payment waits; then the surplus fills the reserve and goes back."""
    controller = regio.als("controller")
    controller.open("/geld/2025/")
    controller.link("Sluit het jaar")
    controller.zegt("Wacht nog 1 betaling")
    controller.knop("Sluit het jaar", status=403)
    controller.zegt("Het jaar 2025 kan nog niet dicht. Er wacht nog: 1 betaling.")
    geldweg.keur_betaling_goed(regio.als("controller2"), "Nabetaling 2025")
    geldweg.sluit_jaar(controller, 2025)
    bestuurder = regio.als("bestuurder")
    geldweg.verreken(controller, bestuurder, 2025)
    bestuurder.zegt(
        "Verrekening vastgesteld",
        "De regio houdt in 2025 € 96.900,00 over.",
        "De gemeenten krijgen samen € 81.900,00 terug.",
    )
    bestuurder.zegt("De lasten in het grootboek zijn € 3.100,00.", "In de reserve past nog € 15.000,00.")
    bestuurder.zegt(f"{regio.gemeente} 12,50% € 3.100,00 € 10.237,50", "Waarom deze verdeling?")


def _verantwoord(regio: Toneel) -> None:
    """The person is in the figures of the municipality: reported, granted, came in, lives there."""
    controller = regio.als("controller")
    geldweg.stel_kwartaal_vast(controller, "Vierde kwartaal van 2025")
    controller.zegt("Begin Instroom Uitstroom Eind Wacht", f"{regio.gemeente} 0 1 0 1 0")
    controller.zegt("Meldingen Toegekend Afgewezen Lasten", f"{regio.gemeente} 1 1 0 € 3.100,00")
