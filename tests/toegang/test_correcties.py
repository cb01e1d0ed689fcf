"""A mistake is corrected in the open: the old value stays, what changes is shown first, a decision is never changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.wandel import in_, loop, pad, probeer, rij, zie
from tests.toegang.weg import OP, breng_tot, melding, vers
from voordeur.inwoner.models import Gegeven
from voordeur.inwoner.queries import bsn_van, opgeschreven, versies_van
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.models import Journaalregel
from voordeur.toegang.actions import meld
from voordeur.toegang.actions.correcties import Correctie, corrigeer
from voordeur.toegang.models import Besluit, Document, Dossier, Klok

Bouw = Callable[[str], Stad]
REDEN = {"reden": "typefout", "toelichting": "De telefoonnotitie zegt iets anders."}


def controle(stad: Stad, dossier: Dossier, wat: str, **velden: str) -> str:
    """The page on which one checks what would change."""
    velden = {"versie": str(vers(stad, dossier).versie), **REDEN, **velden}
    with override_settings(VOORDEUR_VANDAAG=OP):
        antwoord = in_(stad).post(pad(dossier, f"corrigeren/{wat}/"), velden)
    assert antwoord.status_code == 200, antwoord.content.decode()
    return antwoord.content.decode()


def klok(stad: Stad, dossier: Dossier, soort: str) -> Klok:
    return rij(stad, Klok, dossier=dossier, soort=soort)


def versies(stad: Stad, dossier: Dossier, van: str = "") -> list[dict[str, Any]]:
    with als(stad.als("consulent")):
        return versies_van(vers(stad, dossier).inwoner, "correctie", van=van)


def test_another_day_of_report_moves_the_clock_over_a_weekend_and_says_so_first(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    assert klok(hier, dossier, "onderzoek").uiterlijk == date(2026, 4, 13)
    tekst = controle(hier, dossier, "meldingsdag", dag="2026-02-28")
    assert "uiterlijk <strong>13 april 2026</strong>" not in tekst
    tekst = controle(hier, dossier, "meldingsdag", dag="2026-02-22")
    assert "uiterlijk <strong>7 april 2026</strong>. Dat was 13 april 2026." in tekst
    assert "tweede paasdag" in tekst.lower()
    assert "Wij hebben uw melding ontvangen" in tekst
    assert vers(hier, dossier).gemeld_op == OP
    loop(hier, dossier, "corrigeren/meldingsdag/", dag="2026-02-22", **REDEN)
    assert vers(hier, dossier).gemeld_op == date(2026, 2, 22)
    deze = klok(hier, dossier, "onderzoek")
    assert (deze.start, deze.uiterlijk) == (date(2026, 2, 22), date(2026, 4, 7))
    assert versies(hier, dossier, dossier.nummer)[0]["oud"] == {"dag": "2026-03-02"}
    lijst = zie(hier, dossier, "corrigeren/")
    assert "Er stond: 2 maart 2026. Het werd: 22 februari 2026. Verkeerd getypt." in lijst
    with als(hier.als("consulent")):
        regel = Journaalregel.objects.get(handeling="toegang.correctie", betreft=dossier.betreft)
    sleutels = [deel["sleutel"] for deel in regel.waarom]
    assert sleutels[:3] == ["correctie.meldingsdag", "correctie.reden_typefout", "correctie.klok"]
    logboek = zie(hier, dossier, "journaal/")
    assert "De dag van de melding is verbeterd. Het was verkeerd getypt." in logboek


def test_a_letter_that_no_longer_reads_so_can_be_sent_anew(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    loop(hier, dossier, "corrigeren/naam/", aanhef="mevrouw", voornaam="Sanne", naam="de Witte", **REDEN)
    brief = rij(hier, Document, dossier=dossier, soort="ontvangstbevestiging")
    assert "De Witte" in zie(hier, dossier, f"document/{brief.pk}/opnieuw/").replace("de Witte", "De Witte")
    loop(hier, dossier, f"document/{brief.pk}/opnieuw/", controle=False)
    with als(hier.als("consulent")):
        assert Document.objects.filter(dossier=dossier, soort="ontvangstbevestiging").count() == 2


def test_another_birth_date_changes_the_outcome_and_a_decision_asks_for_a_revision(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "genomen")
    besluit = rij(hier, Besluit, dossier=dossier)
    tekst = controle(hier, dossier, "geboortedatum", geboortedatum="2010-03-04")
    assert f"Het besluit {besluit.nummer} blijft staan. Er is een herziening nodig." in tekst
    tekst = loop(hier, dossier, "corrigeren/geboortedatum/", geboortedatum="2010-03-04", **REDEN)
    assert "Een besluit heeft nu een herziening nodig." in tekst
    assert f"Het besluit {besluit.nummer} rust op een oud gegeven." in tekst
    na = rij(hier, Besluit, dossier=dossier)
    assert (na.strekking, na.ingetrokken_op, na.periode) == (besluit.strekking, None, besluit.periode)
    assert versies(hier, dossier)[0]["oud"] == {"geboortedatum": "1994-03-04"}


def test_before_a_decision_the_outcome_is_shown_as_it_becomes(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    tekst = controle(hier, dossier, "geboortedatum", geboortedatum="2010-03-04")
    assert "De uitkomst van de regels was: voldoet. Dat wordt: <strong>voldoet niet</strong>." in tekst


def test_the_day_of_the_application_moves_the_term_of_the_decision(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    eerst = klok(hier, dossier, "besluit").uiterlijk
    fout = probeer(hier, dossier, "corrigeren/aanvraagdag/", dag="2026-03-01", **REDEN)
    assert fout.context["formulier"].errors["dag"] == ["Vul een dag in vanaf 2 maart 2026 tot en met 2 maart 2026."]
    loop(hier, dossier, "corrigeren/meldingsdag/", dag="2026-02-23", **REDEN)
    loop(hier, dossier, "corrigeren/onderzocht/", dag="2026-02-24", **REDEN)
    loop(hier, dossier, "corrigeren/aanvraagdag/", dag="2026-02-25", **REDEN)
    assert klok(hier, dossier, "besluit").uiterlijk < eerst
    assert klok(hier, dossier, "onderzoek").klaar_op == date(2026, 2, 24)


def test_another_reporter_takes_another_route_with_its_own_term(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "onderzoek", college_code=hier.centrum)
    loop(hier, dossier, "corrigeren/melder/", melder="buiten de regio", **REDEN)
    assert vers(hier, dossier).route == "landelijk"
    assert klok(hier, dossier, "onderzoek").naam == "Onderzoek naar de beste plek in het land"


def test_another_bsn_and_address_keep_what_stood_there(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek", bsn="123456782")
    assert probeer(hier, dossier, "corrigeren/bsn/", bsn="123456789", **REDEN).status_code == 422
    assert probeer(hier, dossier, "corrigeren/bsn/", bsn="123456782", **REDEN).status_code == 422
    loop(hier, dossier, "corrigeren/bsn/", bsn="111222333", **REDEN)
    loop(hier, dossier, "corrigeren/adres/", adres="Dorpsstraat 1\n1234 AB Kleinbuurt", **REDEN)
    with als(hier.als("consulent")):
        inwoner = vers(hier, dossier).inwoner
        assert bsn_van(inwoner) == "111222333"
        assert opgeschreven(inwoner, van="")["identiteit"]["adres"] == ["Dorpsstraat 1", "1234 AB Kleinbuurt"]
        assert Gegeven.objects.filter(inwoner=inwoner, soort="identiteit").count() == 2
    assert [deel["oud"] for deel in versies(hier, dossier)][1] == {"bsn": "123456782"}


def test_another_municipality_takes_every_row_with_it(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    loop(hier, dossier, "corrigeren/gemeente/", college_code=hier.andere_gemeente, **REDEN)
    assert in_(hier, "lokaal").get(pad(dossier)).status_code == 404
    tekst = zie(hier, dossier, wie="buur")
    assert "Sanne" in tekst
    with als(hier.als("buur")):
        assert Klok.objects.filter(dossier=dossier).exists()
        assert Document.objects.filter(dossier=dossier).exists()


def test_a_local_officer_cannot_move_somebody_to_a_municipality_without_its_mandate(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    naar = Correctie(wat="gemeente", nieuw={"college_code": hier.andere_gemeente}, reden="typefout")
    with pytest.raises(GeenMandaat):
        corrigeer(hier.als("lokaal"), dossier, naar, versie=dossier.versie, op=OP)
    assert vers(hier, dossier).college_code == hier.gemeente


def test_with_another_dossier_or_a_waiting_decision_nothing_is_moved(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "voorbereid")
    antwoord = probeer(hier, dossier, "corrigeren/naam/", naam="de Witte", **REDEN)
    assert "Er ligt een besluit klaar om te ondertekenen." in antwoord.content.decode()


def test_what_is_already_there_is_no_correction_and_the_reason_is_asked(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    antwoord = probeer(hier, dossier, "corrigeren/meldingsdag/", dag="2026-03-02", **REDEN)
    assert antwoord.context["formulier"].errors["dag"] == ["Dit staat er al. Vul in wat het moet zijn."]
    antwoord = probeer(hier, dossier, "corrigeren/meldingsdag/", dag="2026-02-27")
    assert list(antwoord.context["formulier"].errors) == ["reden"]
    assert probeer(hier, dossier, "corrigeren/onbekend/", **REDEN).status_code == 404


def test_only_who_works_on_the_dossier_corrects(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    deze = Correctie(wat="meldingsdag", nieuw={"dag": date(2026, 2, 27)}, reden="typefout")
    for wie in ("toezichthouder", "aanbieder", "buur"):
        with pytest.raises(GeenMandaat):
            corrigeer(hier.als(wie), dossier, deze, versie=dossier.versie, op=OP)
    assert "Corrigeer een fout" not in zie(hier, dossier, wie="toezichthouder")
    assert "Corrigeer een fout" in zie(hier, dossier)


def test_the_same_person_in_another_dossier_is_named(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    ander = meld(hier.als("consulent"), melding(hier), op=OP).object
    with als(hier.als("consulent")):
        Dossier.objects.filter(pk=ander.pk).update(inwoner=dossier.inwoner)
    tekst = controle(hier, dossier, "naam", naam="de Witte", voornaam="Sanne")
    assert "Deze inwoner heeft nog een dossier." in tekst
    weigering = probeer(hier, dossier, "corrigeren/gemeente/", college_code=hier.andere_gemeente, **REDEN)
    assert "Deze inwoner heeft nog een dossier." in weigering.content.decode()
