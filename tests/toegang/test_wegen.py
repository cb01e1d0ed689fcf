"""The steps of a region's route: noted, asked of others, and in the way of a decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError

from tests.stad import Stad
from tests.toegang.weg import IDENTITEIT, OP, breng_tot, toekenning, vers
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, Gewijzigd, StapNietAanDeBeurt
from voordeur.kern.queries import regeling_versie
from voordeur.toegang.actions import (
    Notitie,
    Vraag,
    beantwoord,
    bereid_besluit_voor,
    ga_verder_zonder,
    herinner,
    noteer_stap,
    stel_vraag,
)
from voordeur.toegang.actions.uitvragen import herinner_vragen
from voordeur.toegang.fouten_wegen import GeenStap, OngeldigeNotitie, StapNietGedaan, WetVraagtStap
from voordeur.toegang.models import Besluit, Betrokkene, Dossier, Routestand, Uitvraag
from voordeur.toegang.queries_wegen import open_vragen, vragen_aan, weg_van

Bouw = Callable[[str], Stad]
NODIG = "beschermd wonen is nodig"


def van_aanbieder(stad: Stad, tot: str = "melding") -> Dossier:
    return breng_tot(stad, tot, melder="verwijzer", hele_weg=False)


def notitie(**anders: object) -> Notitie:
    gewoon = {"op": OP, "besproken": "Gebeld met de gemeente.", "uitkomst": NODIG}
    return Notitie(**{**gewoon, **anders})  # type: ignore[arg-type]


def standen(stad: Stad, dossier: Dossier) -> dict[str, str]:
    with als(stad.als("consulent")):
        weg = weg_van(dossier, regeling_versie(dossier.regio_id, dossier.regeling_versie))
    assert weg is not None
    return {deel.stap.id: deel.stand for deel in weg.stappen}


def vraag_van(stad: Stad, dossier: Dossier, stap: str = "afstemming") -> Uitvraag:
    gedaan = stel_vraag(
        stad.als("consulent"), dossier, Vraag(stap=stap, tekst="Wat weet u?"), versie=dossier.versie, op=OP
    )
    return gedaan.object


def test_the_steps_follow_what_was_done_and_what_comes_after_the_decision_waits(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = van_aanbieder(hier)
    assert standen(hier, dossier) == {
        "melding": "klaar", "afstemming": "te_doen", "overdracht": "te_doen", "besluit": "te_doen",
        "plaatsing": "later", "bericht": "later",
    }  # fmt: skip


def test_a_step_is_noted_with_its_day_and_what_came_of_it(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = van_aanbieder(hier)
    noteer_stap(hier.als("consulent"), dossier, "afstemming", notitie(), versie=dossier.versie, op=OP)
    with als(hier.als("consulent")):
        stand = Routestand.objects.get(dossier=dossier)
    assert (stand.stap, stand.gedaan_op, stand.uitkomst) == ("afstemming", OP, NODIG)
    assert standen(hier, dossier)["afstemming"] == "klaar"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"op": OP + timedelta(days=1)}, "Vul een dag in vanaf 2 maart 2026 tot en met vandaag."),
        ({"uitkomst": "misschien"}, "Kies wat eruit kwam."),
        ({"besproken": " "}, "Schrijf kort op wat er is besproken."),
    ],
)
def test_what_cannot_be_noted_is_refused_with_its_sentence(stad: Bouw, anders: dict[str, object], zin: str) -> None:
    hier = stad("enschede")
    dossier = van_aanbieder(hier)
    with pytest.raises(OngeldigeNotitie) as fout:
        noteer_stap(hier.als("consulent"), dossier, "afstemming", notitie(**anders), versie=dossier.versie, op=OP)
    assert str(fout.value) == zin


def test_a_step_that_a_page_does_or_that_is_not_there_cannot_be_noted(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = van_aanbieder(hier)
    for stap in ("besluit", "dans"):
        with pytest.raises(GeenStap):
            noteer_stap(hier.als("consulent"), dossier, stap, notitie(), versie=dossier.versie, op=OP)


def test_only_who_works_for_the_municipality_may_and_not_on_an_older_version(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = van_aanbieder(hier)
    for wie in ("buur", "controller", "aanbieder"):
        with pytest.raises(GeenMandaat):
            noteer_stap(hier.als(wie), dossier, "afstemming", notitie(), versie=dossier.versie, op=OP)
    with pytest.raises(Gewijzigd):
        noteer_stap(hier.als("consulent"), dossier, "afstemming", notitie(), versie=dossier.versie - 1, op=OP)


def test_a_question_goes_out_with_the_number_only_and_is_answered_by_who_was_asked(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = van_aanbieder(hier)
    vraag = vraag_van(hier, dossier)
    with als(hier.als("consulent")):
        bericht = inhoud_van(Bericht.objects.filter(soort="vraag").latest("klaargezet_om"))
    tekst = bytes(bericht).decode()
    assert dossier.nummer in tekst
    assert IDENTITEIT["naam"] not in tekst
    assert "Wat weet u?" not in tekst
    assert standen(hier, dossier)["afstemming"] == "wacht"
    with als(hier.als("lokaal")):
        assert list(vragen_aan(hier.als("lokaal"), OP)) == [vraag]
    with als(hier.als("buur")):
        assert not open_vragen(hier.als("buur")).exists()
    beantwoord(hier.als("lokaal"), vraag, notitie(), op=OP)
    assert standen(hier, dossier)["afstemming"] == "klaar"
    with als(hier.als("consulent")):
        assert not open_vragen(hier.als("consulent")).exists()


def test_an_answer_by_telephone_is_noted_at_the_step_and_closes_the_question(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = van_aanbieder(hier)
    vraag = vraag_van(hier, dossier)
    dossier = vers(hier, dossier)
    noteer_stap(hier.als("consulent"), dossier, "afstemming", notitie(), versie=dossier.versie, op=OP)
    with als(hier.als("consulent")):
        vraag.refresh_from_db()
    assert (vraag.beantwoord_op, vraag.antwoord) == (OP, NODIG)
    with pytest.raises(StapNietAanDeBeurt, match="al beantwoord"):
        beantwoord(hier.als("lokaal"), vraag, notitie(), op=OP)


def test_one_question_for_each_step_is_open_at_a_time(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = van_aanbieder(hier)
    vraag = vraag_van(hier, dossier)
    with pytest.raises(StapNietAanDeBeurt, match="Deze vraag staat al open"):
        vraag_van(hier, vers(hier, dossier))
    with pytest.raises(IntegrityError, match="uitvraag_een_open_per_stap"), als(hier.als("consulent")):
        vraag.pk = None
        vraag.save(force_insert=True)


def test_an_answer_cannot_come_before_its_question(stad: Bouw) -> None:
    hier = stad("enschede")
    vraag = vraag_van(hier, van_aanbieder(hier))
    with pytest.raises(IntegrityError, match="uitvraag_antwoord_na_vraag"), als(hier.als("consulent")):
        Uitvraag.objects.filter(pk=vraag.pk).update(beantwoord_op=OP - timedelta(days=1))


def test_a_step_is_done_once(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = van_aanbieder(hier)
    noteer_stap(hier.als("consulent"), dossier, "afstemming", notitie(), versie=dossier.versie, op=OP)
    with als(hier.als("consulent")):
        stand = Routestand.objects.get(dossier=dossier)
    with pytest.raises(IntegrityError, match="routestand_een_per_stap"), als(hier.als("consulent")):
        stand.pk = None
        stand.save(force_insert=True)


def test_a_question_is_chased_after_two_weeks_and_every_two_weeks(stad: Bouw) -> None:
    hier = stad("enschede")
    vraag_van(hier, van_aanbieder(hier))
    veertien = OP + timedelta(days=14)
    assert herinner_vragen(hier.regio, veertien - timedelta(days=1)) == 0
    assert herinner_vragen(hier.regio, veertien) == 1
    assert herinner_vragen(hier.regio, veertien) == 0
    with als(hier.als("consulent")):
        tekst = inhoud_van(Bericht.objects.filter(soort="vraag").latest("klaargezet_om")).decode()
    assert "Wij wachten al 14 dagen op uw antwoord." in tekst
    assert herinner_vragen(hier.regio, veertien + timedelta(days=14)) == 1


def test_a_person_can_remind_too_but_not_twice_on_a_day(stad: Bouw) -> None:
    hier = stad("enschede")
    vraag = vraag_van(hier, van_aanbieder(hier))
    with pytest.raises(StapNietAanDeBeurt, match="ging vandaag al uit"):
        herinner(hier.als("consulent"), vraag, op=OP)
    herinner(hier.als("consulent"), vraag, op=OP + timedelta(days=2))


def test_the_hand_over_names_a_local_contact_and_a_next_one_takes_over(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = van_aanbieder(hier)
    vraag = vraag_van(hier, dossier, "overdracht")
    zonder = notitie(uitkomst="overgedragen")
    with pytest.raises(OngeldigeNotitie, match="Vul een naam in"):
        beantwoord(hier.als("lokaal"), vraag, zonder, op=OP)
    beantwoord(hier.als("lokaal"), vraag, notitie(uitkomst="overgedragen", contact={"naam": "A. Bos"}), op=OP)
    with als(hier.als("consulent")):
        contact = Betrokkene.objects.get(dossier=dossier)
    assert (contact.soort, contact.van, contact.tot) == ("contactpersoon", OP, None)


def test_a_decision_waits_for_the_step_before_it_and_goes_on_with_a_reason(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = van_aanbieder(hier, "besluit")
    consulent = hier.als("consulent")
    with pytest.raises(StapNietGedaan, match="stemt met de lokale gemeente af"):
        bereid_besluit_voor(consulent, dossier, toekenning(hier), versie=dossier.versie, op=OP)
    with pytest.raises(OngeldigeNotitie):
        ga_verder_zonder(consulent, dossier, "afstemming", " ", versie=dossier.versie, op=OP)
    ga_verder_zonder(consulent, dossier, "afstemming", "De gemeente is dicht.", versie=dossier.versie, op=OP)
    dossier = vers(hier, dossier)
    besluit: Besluit = bereid_besluit_voor(consulent, dossier, toekenning(hier), versie=dossier.versie, op=OP).object
    with als(consulent):
        from voordeur.toegang.feiten import lees

        geschreven = lees(dossier)[1][f"besluit {besluit.nummer}"]
    assert "De reden: De gemeente is dicht." in geschreven["motivering"]


def test_no_reason_sets_aside_what_the_law_asks(stad: Bouw) -> None:
    hier = stad("almelo")
    dossier = breng_tot(hier, "melding", melder="inwoner")
    with pytest.raises(WetVraagtStap, match="onafhankelijke cliëntondersteuning"):
        ga_verder_zonder(
            hier.als("consulent"), dossier, "clientondersteuning", "Geen tijd.", versie=dossier.versie, op=OP
        )
