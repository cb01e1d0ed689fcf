"""The filling of the demo: through the actions only, the same for the same seed and day, and sound on any day."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from django.db.models import Sum
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.demo.uitdraai import uitdraai
from voordeur.berichten.models import Bericht
from voordeur.demo import loten as demo_loten
from voordeur.demo.bouw import bouw_regio, eerste_jaar
from voordeur.demo.gegevens import is_groot
from voordeur.demo.loten import Lot
from voordeur.geld.models import Begroting, Boekingsregel, Declaratie, Subsidie
from voordeur.geld.queries import verrekening_van
from voordeur.kern.accounts import actor_van
from voordeur.kern.actor import MEDEWERKERS, als
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.mandaten import eis_mandaat
from voordeur.kern.models import Account, Journaalregel, Mandaatregel, Regio, Rekenbewijs
from voordeur.kern.onderhoud import controleer_journalen, systeem
from voordeur.kern.rekenbewijs import herbereken
from voordeur.regelingen.laden import ids, nieuwste
from voordeur.toegang.dwangsom import dwangsom_tot
from voordeur.toegang.models import Bezwaar, Dossier, Ingebrekestelling, Klok, Landelijk
from voordeur.verantwoording.models import Kwartaalrapportage
from voordeur.web.views_demo import regio_keuze

VANDAAG = date(2026, 11, 22)
# a leap day, the first of a year, a day closed by decree
BIJZONDER = [date(2028, 2, 29), date(2026, 1, 1), date(2026, 5, 15)]
Bouw = Callable[..., str]

pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def bouw(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Bouw]:
    """Fills a region that nobody else uses."""
    post = str(tmp_path_factory.mktemp("post"))

    def bouw_(regeling: str, vandaag: date = VANDAAG, zaad: int = 1, aantal: int = 8) -> str:
        regio = f"{regeling}-{uuid.uuid4().hex[:8]}"
        bouw_regio(zaad, vandaag, regeling, regio=regio, aantal=aantal)
        return regio

    with django_db_blocker.unblock(), override_settings(VOORDEUR_POSTMAP=post):
        yield bouw_


@pytest.fixture(scope="module")
def gebouwd(bouw: Bouw) -> Callable[[str], str]:
    """A region by an agreement that is only looked at: built once for all tests."""
    return cache(bouw)


def met(kan: Callable[[object], object]) -> list[str]:
    """The agreements that have a rule."""
    return [id_ for id_ in ids() if kan(nieuwste(id_))]


RESERVE = met(lambda regeling: regeling.verrekening and regeling.verrekening.reserve)
TARIEVEN = met(lambda regeling: regeling.tarieven)


# the smallest and one with prices and claims: the others are made of the same parts, and take long
@pytest.mark.parametrize("regeling", ["boce", "drechtsteden"])
def test_the_same_seed_and_day_give_the_same_content(bouw: Bouw, gebouwd: Callable[[str], str], regeling: str) -> None:
    eerste, tweede = uitdraai(gebouwd(regeling)), uitdraai(bouw(regeling))
    assert set(eerste) == set(tweede)
    for tabel, regels in eerste.items():
        assert regels == tweede[tabel], tabel


@pytest.mark.parametrize(("regeling", "vandaag"), list(zip(ids(), BIJZONDER, strict=False)), ids=str)
def test_it_can_be_filled_on_a_day_that_is_out_of_the_ordinary(bouw: Bouw, regeling: str, vandaag: date) -> None:
    regio = bouw(regeling, vandaag)
    with als(systeem(regio)):
        assert Dossier.objects.filter(voorziening="BW").count() == 8
        assert not Journaalregel.objects.filter(op__gt=vandaag).exists()


@pytest.mark.parametrize("regeling", ids())
def test_nothing_was_refused_and_journal_proofs_and_ledger_are_sound(
    gebouwd: Callable[[str], str], regeling: str, tmp_path: Path
) -> None:
    regio = gebouwd(regeling)
    (stand,) = controleer_journalen(tmp_path / "hoofden.json", [regio])
    assert stand.breuken == ()
    assert stand.regels > 50
    with als(systeem(regio)):
        assert not Journaalregel.objects.exclude(uitslag="gedaan").exists()
        assert set(Journaalregel.objects.values_list("vanwaar", flat=True)) == {"demo"}
        uitslagen = [herbereken(bewijs) for bewijs in Rekenbewijs.objects.all()]
        assert [uitslag for uitslag in uitslagen if not uitslag.gelijk] == []
        per_boeking = Boekingsregel.objects.values("boeking").annotate(som=Sum("bedrag"))
        assert [deel for deel in per_boeking if deel["som"]] == []


@pytest.mark.parametrize("regeling", ids())
def test_every_stage_is_there_to_be_seen(gebouwd: Callable[[str], str], regeling: str) -> None:
    with als(systeem(gebouwd(regeling))):
        stappen = set(Dossier.objects.values_list("stap", flat=True))
        laat = Klok.objects.filter(klaar_op=None, soort="onderzoek", uiterlijk__lt=VANDAAG)
        assert stappen >= {"melding", "onderzoek", "besluit", "plaatsing", "verblijf", "afgesloten"}
        assert laat.exists()


@pytest.mark.parametrize("regeling", [id_ for id_ in ids() if is_groot(id_)])
def test_the_large_regions_show_what_goes_otherwise(bouw: Bouw, monkeypatch: pytest.MonkeyPatch, regeling: str) -> None:
    """With those residents alone: a whole large region takes long to fill."""
    lot_van = [*[Lot.ONDERZOEK] * 7, *[Lot.AANVRAAG] * 3, *[Lot.VERBLIJF] * 2, Lot.AFGEWEZEN]
    monkeypatch.setattr(demo_loten, "loten", lambda aantal: lot_van)
    with als(systeem(bouw(regeling))):
        late = Ingebrekestelling.objects.get(te_vroeg=False)
        assert dwangsom_tot(late, VANDAAG).waarde.totaal > 0
        assert any(klok.opschortingen for klok in Klok.objects.filter(soort="besluit", klaar_op=None))
        assert Bezwaar.objects.get().hoorzitting_op is not None
        assert set(Landelijk.objects.values_list("richting", flat=True)) == {"in", "uit"}
        assert Dossier.objects.filter(spoed=True).count() == 1


@pytest.mark.parametrize("regeling", RESERVE)
def test_where_the_agreement_settles_the_past_year_is_closed_settled_and_reported(
    gebouwd: Callable[[str], str], regeling: str
) -> None:
    jaar = eerste_jaar(VANDAAG)
    with als(systeem(gebouwd(regeling))):
        begroting = Begroting.objects.get(jaar=jaar)
        assert begroting.afgesloten_op is not None
        assert begroting.voorbeeld
        verrekening = verrekening_van(jaar)
        assert verrekening is not None
        assert verrekening.vastgesteld_op is not None
        assert Kwartaalrapportage.objects.filter(jaar=jaar).count() == 4
        assert set(Subsidie.objects.filter(jaar=jaar).values_list("stand", flat=True)) == {"vastgesteld"}


@pytest.mark.parametrize("regeling", TARIEVEN)
def test_where_the_agreement_has_prices_claims_are_approved_and_now_and_then_refused(
    gebouwd: Callable[[str], str], regeling: str
) -> None:
    with als(systeem(gebouwd(regeling))):
        standen = list(Declaratie.objects.values_list("stand", flat=True))
        assert standen.count("goedgekeurd") > 20
        assert "afgekeurd" in standen
        assert not Declaratie.objects.filter(stand="goedgekeurd").exclude(bedrag=0).filter(bewijs=None).exists()


def test_the_work_of_an_access_organisation_can_be_played(gebouwd: Callable[[str], str]) -> None:
    for regeling, naam, beslist in (("almelo", "Cimot", True), ("ijsselvecht", "Centrale Toegang", False)):
        regio = Regio.objects.get(pk=gebouwd(regeling))
        gekozen = {mens.waar: mens.id for rol in regio_keuze(regio, VANDAAG).rollen for mens in rol.mensen}
        wie = actor_van(Account.objects.get(pk=gekozen[naam]), op=VANDAAG)
        assert wie.colleges == set(nieuwste(regeling).gemeenten_op(VANDAAG))
        with als(wie):
            dossier = Dossier.objects.order_by("-id").first()
            assert dossier is not None
            mag = (dossier.college_code, MEDEWERKERS, VANDAAG)
            assert eis_mandaat(wie, "toegang.onderzoek.vastleggen", *mag).toegang
            regels = list(Mandaatregel.objects.values_list("handeling", "van", "aan", "aan_organisatie"))
            assert len(regels) == len(set(regels))
            with nullcontext() if beslist else pytest.raises(GeenMandaat):
                eis_mandaat(wie, "toegang.besluit.nemen", *mag)


def test_letters_wait_in_the_outbox(gebouwd: Callable[[str], str]) -> None:
    with als(systeem(gebouwd(ids()[0]))):
        assert Bericht.objects.filter(soort="besluit").exists()
