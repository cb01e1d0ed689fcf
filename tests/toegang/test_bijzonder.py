"""What sets a case apart: who may say it, what is refused, and what the law gives where an agreement is silent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.wandel import zie
from tests.toegang.weg import IDENTITEIT, OP, breng_tot, vers
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.inwoner.models import Burgerservicenummer, Gegeven, Inwoner
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, Gewijzigd, StapNietAanDeBeurt
from voordeur.regels.fouten import OngeldigFeit
from voordeur.toegang.actions import (
    Spoedhulp,
    Verleden,
    Vraag,
    bepaal_client,
    keur_spoed_goed,
    leg_omstandigheid_vast,
    stel_vraag,
    stel_woonplaats_vast,
)
from voordeur.toegang.feiten_bijzonder import betaler_van
from voordeur.toegang.fouten import KanNietBerekend
from voordeur.toegang.fouten_wegen import GeenStap, OngeldigeNotitie
from voordeur.toegang.models import Dossier, Uitvraag
from voordeur.toegang.queries import toets
from voordeur.toegang.queries_wegen import komt_eraan
from voordeur.toegang.tasks import herinner_aan_vragen

Bouw = Callable[[str], Stad]
HULP = Spoedhulp(aanbieder="Een", begint_op=OP)


def zeg_spoed(stad: Stad, dossier: Dossier, **antwoorden: bool | None) -> Dossier:
    gedaan = leg_omstandigheid_vast(
        stad.als("consulent"), dossier, "spoed", antwoorden, "Geen huis meer.", versie=dossier.versie, op=OP
    )
    return gedaan.object


def test_without_a_rule_of_its_own_the_law_decides_about_urgency_and_who_starts_hears_the_number_only(
    stad: Bouw,
) -> None:
    hier = stad("enschede")
    dossier = zeg_spoed(hier, breng_tot(hier, "melding"), spoedeisend=True)
    dossier = keur_spoed_goed(hier.als("consulent"), dossier, HULP, versie=dossier.versie, op=OP).object
    assert dossier.spoed
    with als(hier.als("consulent")):
        tekst = inhoud_van(Bericht.objects.get(soort="spoed")).decode()
    assert dossier.nummer in tekst
    assert IDENTITEIT["naam"] not in tekst


def test_urgency_is_not_consented_to_on_what_is_unknown_and_not_twice(stad: Bouw) -> None:
    hier = stad("enschede")
    consulent = hier.als("consulent")
    dossier = zeg_spoed(hier, breng_tot(hier, "melding"), spoedeisend=None)
    with pytest.raises(StapNietAanDeBeurt, match="Spoed kan nu niet"):
        keur_spoed_goed(consulent, dossier, HULP, versie=dossier.versie, op=OP)
    dossier = zeg_spoed(hier, dossier, spoedeisend=True)
    dossier = keur_spoed_goed(consulent, dossier, HULP, versie=dossier.versie, op=OP).object
    with pytest.raises(StapNietAanDeBeurt, match="al goedgekeurd"):
        keur_spoed_goed(consulent, dossier, HULP, versie=dossier.versie, op=OP)
    assert not zeg_spoed(hier, dossier, spoedeisend=True).spoed


def test_another_municipality_and_an_older_version_get_no_further(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = zeg_spoed(hier, breng_tot(hier, "melding"), spoedeisend=True)
    for wie in ("buur", "aanbieder", "toezichthouder"):
        with pytest.raises(GeenMandaat):
            keur_spoed_goed(hier.als(wie), dossier, HULP, versie=dossier.versie, op=OP)
    with pytest.raises(Gewijzigd):
        keur_spoed_goed(hier.als("lokaal"), dossier, HULP, versie=dossier.versie - 1, op=OP)


def test_a_list_that_the_agreement_has_not_or_an_answer_that_it_does_not_ask_is_refused(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier, consulent = breng_tot(hier, "melding"), hier.als("consulent")
    for lijst in ("wlz_verlenging", "aanbieder"):
        with pytest.raises(GeenStap):
            leg_omstandigheid_vast(consulent, dossier, lijst, {}, "x", versie=dossier.versie, op=OP)
    with pytest.raises(OngeldigFeit):
        leg_omstandigheid_vast(consulent, dossier, "spoed", {"dans": True}, "x", versie=dossier.versie, op=OP)
    with pytest.raises(OngeldigeNotitie, match="wat er aan de hand is"):
        leg_omstandigheid_vast(consulent, dossier, "spoed", {}, " ", versie=dossier.versie, op=OP)


def test_new_or_existing_is_only_asked_where_the_agreement_has_that_rule(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding")
    with pytest.raises(KanNietBerekend):
        bepaal_client(hier.als("consulent"), dossier, Verleden(), versie=dossier.versie, op=OP)


@pytest.mark.parametrize(("dagen", "nieuw"), [(365, False), (366, True), (1, False)])
def test_a_request_counts_for_three_hundred_and_sixty_five_days(stad: Bouw, dagen: int, nieuw: bool) -> None:
    hier = stad("ijsselvecht")
    dossier = breng_tot(hier, "melding", melder="inwoner")
    verleden = Verleden(aanvragen=(OP - timedelta(days=dagen),))
    gedaan = bepaal_client(hier.als("consulent"), dossier, verleden, versie=dossier.versie, op=OP)
    assert gedaan.uitkomst.waarde.nieuw is nieuw


def test_an_unknown_residence_is_unknown_to_the_test_and_every_row_goes_to_who_was_found(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding", woonplaats_bekend=False, bsn="123456782")
    assert dossier.college_code == hier.centrum
    with als(hier.als("consulent")):
        assert "woonplaats" in toets(dossier, OP).waarde.ontbreekt
    with pytest.raises(OngeldigeNotitie, match="Kies een gemeente"):
        stel_woonplaats_vast(hier.als("consulent"), dossier, "9999", "BRP", versie=dossier.versie, op=OP)
    stel_woonplaats_vast(hier.als("consulent"), dossier, hier.gemeente, "BRP", versie=dossier.versie, op=OP)
    with als(hier.als("lokaal")):
        nu = Dossier.objects.get(pk=dossier.pk)
        assert Inwoner.objects.get(pk=nu.inwoner_id).college_code == hier.gemeente
        assert set(Gegeven.objects.filter(inwoner=nu.inwoner_id).values_list("college_code")) == {(hier.gemeente,)}
        assert Burgerservicenummer.objects.filter(inwoner=nu.inwoner_id).exists()
    with pytest.raises(StapNietAanDeBeurt, match="al bekend"):
        stel_woonplaats_vast(hier.als("consulent"), nu, hier.gemeente, "BRP", versie=nu.versie, op=OP)


def test_the_municipality_that_was_the_wrong_one_need_not_answer_any_more(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding", woonplaats_bekend=False)
    vraag = Vraag(tekst="Kent u deze inwoner?", aan="gemeente")
    dossier = stel_vraag(hier.als("consulent"), dossier, vraag, versie=dossier.versie, op=OP).object.dossier
    stel_woonplaats_vast(hier.als("consulent"), dossier, hier.gemeente, "BRP", versie=dossier.versie, op=OP)
    with als(hier.als("lokaal")):
        assert Uitvraag.objects.get(dossier=dossier).antwoord == "andere woonplaats"


def test_what_was_decided_for_somebody_before_does_not_go_to_another_municipality(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding", woonplaats_bekend=False, bsn="123456782")
    eerder = breng_tot(hier, "genomen")
    with als(hier.als("consulent")):
        Dossier.objects.filter(pk=eerder.pk).update(inwoner=dossier.inwoner_id)
    with pytest.raises(StapNietAanDeBeurt, match="al een besluit"):
        stel_woonplaats_vast(hier.als("consulent"), dossier, hier.gemeente, "BRP", versie=dossier.versie, op=OP)


def test_who_turns_out_to_live_outside_the_region_goes_by_what_is_agreed_with_the_other(stad: Bouw) -> None:
    hier = stad("boce")
    dossier = breng_tot(hier, "melding", melder="inwoner", woonplaats_bekend=False)
    stel_woonplaats_vast(hier.als("consulent"), dossier, "", "Ingeschreven elders.", versie=dossier.versie, op=OP)
    uitkomst = betaler_van(hier.regeling, vers(hier, dossier), {"woonplaats": {"bekend": True, "buiten": True}}, OP)
    assert uitkomst is not None
    assert uitkomst.waarde == "gemeente van herkomst"


def test_only_who_still_has_no_place_comes_up_with_the_first_day_in_front(stad: Bouw) -> None:
    hier = stad("enschede")
    later = breng_tot(hier, "melding", nodig_op=date(2026, 9, 1))
    eerder = breng_tot(hier, "melding", identiteit={**IDENTITEIT, "geboortedatum": "2008-06-10"})
    breng_tot(hier, "melding")
    with als(hier.als("consulent")):
        Dossier.objects.filter(pk=breng_tot(hier, "melding", nodig_op=OP).pk).update(stap="afgesloten")
        assert list(komt_eraan(hier.als("consulent"))) == [eerder, later]


def test_the_worker_chases_in_every_region_by_the_day_that_is_held(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding", melder="verwijzer")
    vraag = Vraag(stap="afstemming", tekst="Wat weet u?")
    stel_vraag(hier.als("consulent"), dossier, vraag, versie=dossier.versie, op=OP)
    with override_settings(VOORDEUR_VANDAAG=OP + timedelta(days=20)):
        herinner_aan_vragen(timestamp=0)
    with als(hier.als("consulent")):
        assert Uitvraag.objects.get(dossier=dossier).herinnerd_op == OP + timedelta(days=20)


def test_who_waits_asks_again_by_a_button_and_who_was_asked_has_none(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    vraag = Vraag(tekst="Kent u deze inwoner?", aan="gemeente")
    pk = stel_vraag(hier.als("consulent"), dossier, vraag, versie=dossier.versie, op=OP).object.pk
    knop = "Vraag het nog een keer"
    assert knop in zie(hier, dossier, f"vraag/{pk}/")
    assert knop not in zie(hier, dossier, f"vraag/{pk}/", wie="lokaal")
