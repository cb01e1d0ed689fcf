"""What the report over a quarter says, when it is owed, and that it stays as it was set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from django.test.utils import CaptureQueriesContext

from tests.database import actor, nieuwe_regio
from tests.stad import Stad
from tests.verantwoording.bewoners import besluit, bewoner, in_de, in_dienst, kosten, melding, woont
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.kern.actor import Rol, als
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.models import Journaalregel
from voordeur.kern.queries import ziet_alles
from voordeur.verantwoording.actions import (
    AlVastgesteld,
    BijKwartaal,
    NietVoorDeRegio,
    NogBezig,
    stel_kwartaalrapportage_vast,
)
from voordeur.verantwoording.kwartalen import Kwartaal
from voordeur.verantwoording.models import Kwartaalrapportage
from voordeur.verantwoording.queries import afspraak, cijfers, cijfers_van, rapportages, uiterlijk
from voordeur.verantwoording.tellen import Kwartaalcijfers

NA_Q1 = date(2026, 4, 10)
IN_Q1 = date(2026, 2, 3)


def stel_vast(stad: Stad, wie: str = "controller", *, op: date = NA_Q1, **velden: Any) -> Any:
    bij = BijKwartaal(**{"college_code": stad.centrum, "jaar": 2026, "kwartaal": 1, **velden})
    return stel_kwartaalrapportage_vast(stad.als(wie), bij, op=op)


def tel(stad: Stad, kwartaal: int = 1, jaar: int = 2026, op: date | None = None) -> Kwartaalcijfers:
    with in_de(stad):
        return cijfers(jaar, kwartaal, op=op)[stad.gemeente]


def test_a_resident_who_moved_in_shows_in_the_flow_of_the_own_municipality(regio_: Stad) -> None:
    bewoner(regio_, IN_Q1)
    assert tel(regio_) == Kwartaalcijfers(meldingen=1, toegekend=1, instroom=1, in_zorg_eind=1)
    with in_de(regio_):
        assert cijfers(2026, 1)[regio_.centrum] == Kwartaalcijfers()
    assert tel(regio_, 2) == Kwartaalcijfers(in_zorg_begin=1, in_zorg_eind=1)


def test_a_person_is_counted_once_whatever_happens_more_than_once(regio_: Stad) -> None:
    eerste = bewoner(regio_, IN_Q1, date(2026, 2, 20))
    weer = melding(regio_, date(2026, 3, 1), inwoner=eerste.dossier.inwoner)
    woont(regio_, besluit(weer, regio_, date(2026, 3, 2)), date(2026, 3, 3))
    assert tel(regio_) == Kwartaalcijfers(meldingen=1, toegekend=1, instroom=1, in_zorg_eind=1)


def test_a_refusal_counts_as_refused_and_a_withdrawn_decision_not_at_all(regio_: Stad) -> None:
    besluit(melding(regio_, IN_Q1), regio_, IN_Q1, strekking="afwijzing")
    besluit(melding(regio_, IN_Q1), regio_, IN_Q1, ingetrokken_op=date(2026, 3, 1))
    besluit(melding(regio_, IN_Q1), regio_, IN_Q1, ingetrokken_op=date(2026, 4, 1))
    assert tel(regio_) == Kwartaalcijfers(meldingen=3, afgewezen=1, toegekend=1, wachtend_eind=1)


def test_who_is_granted_and_has_no_place_waits_until_living_somewhere(regio_: Stad) -> None:
    toegekend = besluit(melding(regio_, IN_Q1), regio_, IN_Q1)
    besluit(melding(regio_, IN_Q1), regio_, IN_Q1, leveringsvorm="pgb")
    woont(regio_, toegekend, date(2026, 4, 1))
    assert tel(regio_).wachtend_eind == 1
    assert tel(regio_, 2).wachtend_eind == 0


def test_costs_count_in_the_quarter_of_the_entry_and_the_quarters_are_the_year(regio_: Stad) -> None:
    for op, jaar in ((date(2025, 12, 20), 2026), (IN_Q1, 2026), (date(2026, 12, 31), 2026), (date(2027, 3, 1), 2026)):
        kosten(regio_, regio_.gemeente, Decimal("10.25"), op, jaar)
    kosten(regio_, regio_.centrum, Decimal("7.00"), IN_Q1)
    assert [tel(regio_, kwartaal).lasten for kwartaal in (1, 2, 3, 4)] == [Decimal("20.50"), 0, 0, Decimal("20.50")]
    assert tel(regio_, 4, op=date(2026, 12, 30)).lasten == 0


def test_of_a_quarter_that_runs_only_what_has_happened_counts(regio_: Stad) -> None:
    bewoner(regio_, date(2026, 3, 20))
    assert tel(regio_, op=date(2026, 3, 19)) == Kwartaalcijfers()
    assert tel(regio_, op=date(2026, 3, 20)).in_zorg_eind == 1


def test_the_number_of_queries_does_not_grow(regio_: Stad) -> None:
    bewoner(regio_, IN_Q1)
    with in_de(regio_):
        # from here on the agreement of the region is in memory
        cijfers(2026, 1)
    with in_de(regio_), CaptureQueriesContext(connection) as weinig:
        cijfers(2026, 1)
    for _ in range(4):
        bewoner(regio_, IN_Q1, gemeente=regio_.andere_gemeente)
    with in_de(regio_), CaptureQueriesContext(connection) as veel:
        cijfers(2026, 1)
    assert len(weinig) == len(veel)


def test_somebody_of_another_municipality_counts_nothing_of_this_one(regio_: Stad) -> None:
    bewoner(regio_, IN_Q1)
    kosten(regio_, regio_.gemeente, Decimal("10.25"), IN_Q1)
    with in_de(regio_, "buur") as buur:
        assert set(cijfers(2026, 1).values()) == {Kwartaalcijfers()}
        assert not ziet_alles(buur, NA_Q1)
    with in_de(regio_) as controller:
        assert ziet_alles(controller, NA_Q1)


# --- when it is owed -----------------------------------------------------------------------------


def test_the_report_is_owed_in_the_month_after_the_quarter(regio_: Stad) -> None:
    uitkomst = uiterlijk(regio_.regeling, 2026, 1)
    assert uitkomst.waarde == date(2026, 4, 30)
    assert any("enschede/art6-5" in stap.gronden for stap in uitkomst.stappen)
    assert uiterlijk(regio_.regeling, 2026, 4).waarde == date(2027, 1, 31)


@pytest.mark.parametrize("id_", ["almelo", "boce", "drechtsteden", "ijsselvecht"])
def test_an_agreement_without_the_duty_says_so_with_what_it_does_ask_for(id_: str) -> None:
    from voordeur.regelingen.laden import nieuwste

    uitkomst = uiterlijk(nieuwste(id_), 2026, 1)
    assert uitkomst.waarde is None
    assert [stap.sleutel for stap in uitkomst.stappen[:2]] == ["rapportage.niet_gevraagd", "rapportage.wel_gevraagd"]
    assert all(stap.gronden for stap in uitkomst.stappen[1:])


def test_a_quarter_before_the_agreement_has_no_day_but_a_reason(regio_: Stad) -> None:
    with in_de(regio_):
        vroeg = afspraak(regio_.regio, Kwartaal(2021, 4))
    assert vroeg.uiterlijk is None
    assert "geldt vanaf 2022-01-01" in vroeg.waarom_niet


def test_that_the_agreement_still_holds_after_its_end_is_said(stad: Callable[[str], Stad]) -> None:
    regio_ = stad("drechtsteden")
    with in_de(regio_):
        stappen = afspraak(regio_.regio, Kwartaal(2026, 1)).uiterlijk.stappen  # type: ignore[union-attr]
    assert stappen[0].sleutel == "regeling.verlenging_verondersteld"


# --- setting it ----------------------------------------------------------------------------------


def test_a_report_that_was_set_stays_as_it_was(regio_: Stad) -> None:
    bewoner(regio_, IN_Q1)
    kosten(regio_, regio_.gemeente, Decimal("10.25"), IN_Q1)
    rapportage = stel_vast(regio_).object
    bewoner(regio_, IN_Q1)
    with in_de(regio_) as wie:
        bewaard = rapportages(wie).get()
        assert bewaard.cijfers[regio_.gemeente]["lasten"] == "10.25"
        assert cijfers_van(bewaard)[regio_.gemeente].instroom == 1
        assert cijfers(2026, 1)[regio_.gemeente].instroom == 2
    for wijzig in (
        lambda: Kwartaalrapportage.objects.filter(pk=rapportage.pk).update(cijfers={}),
        lambda: Kwartaalrapportage.objects.filter(pk=rapportage.pk).delete(),
    ):
        with pytest.raises(ProgrammingError, match="groeit alleen"), in_de(regio_):
            wijzig()


def test_the_journal_says_who_set_it_and_on_which_ground(regio_: Stad) -> None:
    gedaan = stel_vast(regio_, "bestuurder")
    assert gedaan.uitkomst.waarde == date(2026, 4, 30)
    with in_de(regio_):
        regel = Journaalregel.objects.get(handeling="verantwoording.kwartaal.vaststellen")
    assert (regel.account, regel.betreft) == (regio_.accounts["bestuurder"].pk, "kwartaal 2026-1")
    assert "enschede/art6-5" in str(regel.waarom)


def test_every_other_municipality_is_told_without_a_figure(regio_: Stad) -> None:
    stel_vast(regio_)
    with in_de(regio_):
        berichten = list(Bericht.objects.filter(soort="kwartaalrapportage"))
    namen = {partij.naam for code, partij in regio_.regeling.gemeenten_op(NA_Q1).items() if code != regio_.centrum}
    assert {bericht.aan for bericht in berichten} == {f"college van {naam}" for naam in namen}
    assert "/verantwoording/2026/1/" in inhoud_van(berichten[0]).decode()


def test_it_is_set_only_after_the_last_day(regio_: Stad) -> None:
    with pytest.raises(NogBezig, match="tot en met 31 maart 2026"):
        stel_vast(regio_, op=date(2026, 3, 31))
    assert stel_vast(regio_, op=date(2026, 4, 1)).object.vastgesteld_op == date(2026, 4, 1)


def test_it_is_set_once(regio_: Stad) -> None:
    stel_vast(regio_)
    with pytest.raises(AlVastgesteld, match="al vastgesteld"):
        stel_vast(regio_, "bestuurder")


@pytest.mark.parametrize("wie", ["consulent", "teamleider", "toezichthouder", "contractbeheerder", "aanbieder"])
def test_only_a_controller_or_a_bestuurder_sets_it(regio_: Stad, wie: str) -> None:
    with pytest.raises(GeenMandaat):
        stel_vast(regio_, wie)


def test_a_local_controller_does_not_set_it_for_the_region(regio_: Stad) -> None:
    in_dienst(regio_, "lokale_controller", Rol.CONTROLLER, regio_.gemeente)
    with pytest.raises(NietVoorDeRegio, match="niet de dossiers van alle gemeenten"):
        stel_vast(regio_, "lokale_controller", college_code=regio_.gemeente)
    with pytest.raises(GeenMandaat):
        stel_vast(regio_, "lokale_controller")


def test_without_the_powers_of_all_colleges_the_centre_cannot_set_it(regio_: Stad) -> None:
    from voordeur.kern.models import Mandaatregel

    with in_de(regio_):
        Mandaatregel.objects.filter(van__code=regio_.gemeente).delete()
    with pytest.raises(NietVoorDeRegio):
        stel_vast(regio_)


# --- what the database holds ---------------------------------------------------------------------


def rij(stad: Stad, **velden: Any) -> None:
    Kwartaalrapportage.objects.create(
        **{"regio_id": stad.regio, "college_code": stad.centrum, "jaar": 2026, "kwartaal": 1, "cijfers": {},
           "vastgesteld_door": 1, "vastgesteld_op": NA_Q1, **velden}
    )  # fmt: skip


def test_the_database_knows_one_report_a_quarter_and_four_quarters(regio_: Stad) -> None:
    with in_de(regio_):
        rij(regio_)
        with pytest.raises(IntegrityError, match="kwartaalrapportage_een_per_kwartaal"), transaction.atomic():
            rij(regio_)
        for kwartaal in (0, 5):
            with pytest.raises(IntegrityError, match="kwartaalrapportage_kwartaal_bestaat"), transaction.atomic():
                rij(regio_, kwartaal=kwartaal)


def test_a_report_is_there_for_every_college_of_the_region_and_for_nobody_else(regio_: Stad) -> None:
    stel_vast(regio_)
    with in_de(regio_, "buur") as buur:
        assert rapportages(buur).count() == 1
    with als(actor(nieuwe_regio())):
        assert not Kwartaalrapportage.objects.exists()
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            rij(regio_)
