"""The way in by an agreement where the centre asks the municipality: both routes, the list, the conditions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.stad import Stad
from tests.toegang.opweg import MELDING, OP, begin, in_, meld, zie
from voordeur.kern.actor import als
from voordeur.toegang.actions.uitvragen import herinner_vragen
from voordeur.toegang.models import Betrokkene, Uitvraag

Bouw = Callable[[str], Stad]


def vraag_van(stad: Stad, stap: str) -> Uitvraag:
    with als(stad.als("consulent")):
        return Uitvraag.objects.get(stap=stap)


@pytest.mark.bepaling("enschede/route-zorginstelling")
@pytest.mark.bepaling("enschede/overdracht")
def test_reported_by_a_referrer_the_municipality_is_asked_and_chased_and_hands_over(stad: Bouw) -> None:
    hier = stad("enschede")
    weg = begin(hier, melder="verwijzer", vorige_voorziening="kliniek")
    weg.bevestig()
    pagina = weg.zie()
    assert "De weg in deze regio" in pagina
    assert "Vraag na: afstemming" in pagina
    weg.doe("stap/afstemming/vragen/", tekst="Is beschermd wonen nodig? Wat weet u van de situatie?")
    weg.onderzoek()

    later = OP + timedelta(days=14)
    assert "Wacht al 14 dagen op gemeente" in weg.zie(dag=later)
    assert "Al 14 dagen" in zie(hier, "/dossiers/wachten/", op=later)
    assert herinner_vragen(hier.regio, later) == 1
    weg.doe("aanvraag/", dag=later, ontvangen_op=later.isoformat())
    te_vroeg = weg.probeer("besluit/", dag=later, **weg.voorstel)
    assert te_vroeg.status_code == 422
    assert "Eerst moet dit nog: De centrumgemeente stemt met de lokale gemeente af" in te_vroeg.content.decode()

    aan_ons = zie(hier, "/dossiers/vragen/", "lokaal", later)
    vraag = vraag_van(hier, "afstemming")
    assert f"/dossiers/{weg.dossier.nummer}/vraag/{vraag.pk}/" in aan_ons
    antwoord = {"op": later.isoformat(), "besproken": "Wij kennen haar.", "uitkomst": "beschermd wonen is nodig"}
    assert "Vragen aan ons" in weg.doe(f"vraag/{vraag.pk}/", "lokaal", later, **antwoord)
    weg.doe("stap/overdracht/vragen/", dag=later, tekst="Wie is de contactpersoon?")
    overdracht = {"op": later.isoformat(), "besproken": "Zij is overgedragen.", "uitkomst": "overgedragen"}
    weg.doe(f"vraag/{vraag_van(hier, 'overdracht').pk}/", "lokaal", later, naam="Bo Jansen", **overdracht)
    with als(hier.als("consulent")):
        assert Betrokkene.objects.get(dossier=weg.dossier).soort == "contactpersoon"

    weg.doe("besluit/", dag=later, **weg.voorstel)
    weg.onderteken(dag=later)
    assert weg.brief_zegt("U krijgt beschermd wonen vanaf 1 april 2026 tot en met 31 maart 2028.")
    assert weg.klokken() == {"bezwaar": date(2026, 4, 28)}
    assert weg.journaal() == [
        "toegang.melden", "toegang.melding.bevestigen", "toegang.uitvraag.stellen", "toegang.onderzoek.vastleggen",
        "toegang.zrm.scoren", "toegang.criteria.beantwoorden", "toegang.uitvraag.herinneren",
        "toegang.aanvraag.ontvangen", "toegang.uitvraag.beantwoorden", "toegang.uitvraag.stellen",
        "toegang.uitvraag.beantwoorden", "toegang.besluit.voorbereiden", "toegang.besluit.nemen",
    ]  # fmt: skip


@pytest.mark.bepaling("enschede/route-gemeente")
def test_reported_by_a_municipality_the_basic_information_is_the_report_and_advice_may_come(stad: Bouw) -> None:
    hier = stad("enschede")
    weg = begin(hier, melder="gemeente")
    weg.bevestig()
    assert "Vraag na: advies" in weg.zie()
    weg.doe("stap/advies/", besproken="Geen advies nodig.", uitkomst="geen advies", **{"op": OP.isoformat()})
    weg.onderzoek()
    weg.doe("aanvraag/", ontvangen_op=OP.isoformat())
    weg.doe("besluit/", **weg.voorstel)
    assert "Zoek nu een plek." in weg.onderteken()


@pytest.mark.bepaling("enschede/aanmeldlijst")
def test_the_central_list_has_origin_reason_and_facility_and_its_file_is_safe_in_a_spreadsheet(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = meld(hier, melder="gemeente", reden='=HYPERLINK("x")', vorige_voorziening="opvang")
    pagina = zie(hier, "/dossiers/aanmeldlijst/")
    assert "opvang" in pagina
    assert "centrale aanmeldlijst" in pagina
    gemeente = hier.regeling.gemeenten_op(OP)[hier.gemeente].naam
    regels = in_(hier).get("/dossiers/aanmeldlijst/bestand/").content.decode("utf-8-sig").splitlines()
    assert regels[0] == "dossier;gemeld op;gemeente van herkomst;reden;komt uit;stap"
    assert regels[1] == f'{dossier.nummer};2026-03-02;{gemeente};"\'=HYPERLINK(""x"")";opvang;Melding'
    assert MELDING["naam"] not in regels[1]


def test_who_is_not_eighteen_yet_is_reported_ahead_and_tested_on_the_birthday(stad: Bouw) -> None:
    hier = stad("enschede")
    weg = begin(hier, melder="gemeente", geboortedatum="2008-06-10")
    assert weg.dossier.nodig_op == date(2026, 6, 10)
    assert "Hulp is nodig op 10 juni 2026. Het besluit is er uiterlijk op" in weg.zie()
    assert weg.dossier.nummer in zie(hier, "/dossiers/komt-eraan/")
    weg.bevestig()
    weg.onderzoek()
    assert "Op 10 juni 2026 is de inwoner 18 jaar of ouder." in weg.zie()


def test_a_person_who_is_known_gives_a_warning_with_a_link_to_who_may_see_it(stad: Bouw) -> None:
    hier = stad("enschede")
    eerste = meld(hier, melder="gemeente", bsn="123456782")
    velden = {**MELDING, "college_code": hier.gemeente, "melder": "gemeente", "bsn": "123456782"}
    antwoord = in_(hier).post("/dossiers/nieuw/", velden)
    assert antwoord.status_code == 422
    assert f'href="/dossiers/{eerste.nummer}/"' in antwoord.content.decode()
    assert "Deze persoon is al bekend." in antwoord.content.decode()
    buur = in_(hier, "buur").post("/dossiers/nieuw/", {**velden, "college_code": hier.andere_gemeente})
    assert buur.status_code == 200
    assert "al bekend" not in buur.content.decode()
    tweede = meld(hier, melder="gemeente", bsn="123456782", toch="on")
    assert f"/dossiers/{eerste.nummer}/" in zie(hier, f"/dossiers/{tweede.nummer}/")
