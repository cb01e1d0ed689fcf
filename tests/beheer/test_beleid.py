"""What a region decides itself: set by two people, read by the rules on its day, never changed behind a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from tests.geld.opzet import NU, begroting, bouwer, contract, vastgestelde_subsidie, verblijf
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import breng_tot
from tests.web.wereld import klant
from voordeur.beheer.actions.beleid import (
    Besluitgegevens,
    BijBeleid,
    bereid_verlenging_voor,
    bereid_waarde_voor,
    stel_waarde_vast,
)
from voordeur.beheer.actions.beleid_einde import beeindig_waarde, bereid_einde_voor
from voordeur.beheer.fouten_beleid import AlOpBesloten, NietOpen, Overlapt, WaardeKloptNiet
from voordeur.beheer.models import Eindevoorstel
from voordeur.beheer.queries.wachtend import SOORTEN, Wachtend, wacht_op_akkoord
from voordeur.geld.actions import bereid_verrekening_voor, sluit_jaar, stel_verrekening_vast
from voordeur.geld.fouten import ParameterOntbreekt
from voordeur.geld.lokaal import BEGIN, PLAFOND
from voordeur.kern.actor import als
from voordeur.kern.beleid import vergeet
from voordeur.kern.fouten import GeenMandaat, ZelfdePersoon
from voordeur.kern.models import Beleidswaarde, Rekenbewijs
from voordeur.kern.onderhoud import systeem
from voordeur.kern.perioden import half_open
from voordeur.kern.queries import regeling_van
from voordeur.kern.rekenbewijs import herbereken
from voordeur.regelingen.laden import NietGeldig, ids, nieuwste
from voordeur.regelingen.lokaal import lees_waarde
from voordeur.regelingen.waardewoorden import schrijf_waarde, woorden_van
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.web.klok import vandaag

pytestmark = [pytest.mark.traag, pytest.mark.usefixtures("enschede")]

SLEUTEL = "verrekening.andere_sleutel"
RATIO = "risico.liquiditeit.current_ratio_onder"
BESLUIT = Besluitgegevens("De colleges", date(2026, 1, 5), "B-7", "verseon 12", "Na een risicoanalyse.")


@pytest.fixture(scope="module")
def enschede(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        yield bouw_stad("enschede")


def zet(stad: Stad, naam: str, waarde: str, van: date, tot: date | None = None) -> Beleidswaarde:
    voorstel = bereid_waarde_voor(
        stad.als("controller"), BijBeleid(stad.centrum, naam), waarde, BESLUIT, van=van, tot=tot, op=NU
    ).object
    gezet: Beleidswaarde = stel_waarde_vast(stad.als("bestuurder"), bij(stad, voorstel), op=NU).object
    return gezet


def bij(stad: Stad, waarde: Beleidswaarde) -> BijBeleid:
    return BijBeleid(stad.centrum, waarde.naam, waarde.pk)


def eindig(stad: Stad, waarde: Beleidswaarde, vanaf: date) -> None:
    einde = bereid_einde_voor(stad.als("controller"), bij(stad, waarde), BESLUIT, vanaf=vanaf, op=NU).object
    beeindig_waarde(stad.als("bestuurder"), BijBeleid(stad.centrum, waarde.naam, einde.pk), op=NU)


def op_dag(stad: Stad, naam: str, dag: date) -> str | None:
    with als(systeem(stad.regio)):
        regeling, _ = regeling_van(stad.regio, dag)
        try:
            return parameter_op(regeling.parameters, regeling.open, naam, dag).waarde
        except ParameterOpen:
            return None


def test_one_prepares_and_another_sets_and_only_then_the_rules_read_it_on_its_days(enschede: Stad) -> None:
    controller, bestuurder = enschede.als("controller"), enschede.als("bestuurder")
    voorstel = bereid_waarde_voor(
        controller, BijBeleid(enschede.centrum, SLEUTEL), " naar draagkracht ", BESLUIT, van=date(2024, 1, 1),
        tot=date(2024, 12, 31), op=NU,
    ).object  # fmt: skip
    assert op_dag(enschede, SLEUTEL, date(2024, 6, 1)) is None
    with pytest.raises(GeenMandaat):
        stel_waarde_vast(controller, bij(enschede, voorstel), op=NU)
    with pytest.raises(GeenMandaat):
        bereid_waarde_voor(bestuurder, bij(enschede, voorstel), "x", BESLUIT, van=NU, tot=None, op=NU)
    stel_waarde_vast(bestuurder, bij(enschede, voorstel), op=NU)
    assert [op_dag(enschede, SLEUTEL, date(jaar, 1, 1)) for jaar in (2023, 2024, 2025)] == [
        None,
        "naar draagkracht",
        None,
    ]


def test_a_value_is_checked_by_the_class_of_its_parameter(enschede: Stad) -> None:
    wie = enschede.als("controller")
    for waarde, melding in (("veel", "dit is geen getal"), ("-1", "minstens 0"), ("1,005", "hoogstens 2 cijfers")):
        with pytest.raises(WaardeKloptNiet, match=melding):
            bereid_waarde_voor(wie, BijBeleid(enschede.centrum, PLAFOND), waarde, BESLUIT, van=NU, tot=None, op=NU)
    with pytest.raises(NietOpen):
        bereid_waarde_voor(wie, BijBeleid(enschede.centrum, "toegang.leeftijd"), "21", BESLUIT, van=NU, tot=None, op=NU)


def test_a_value_fills_the_field_of_the_agreement_that_has_its_name() -> None:
    stad = bouw_stad("drechtsteden")
    with pytest.raises(WaardeKloptNiet, match="geen getal"):
        zet(stad, RATIO, "laag", NU)
    zet(stad, RATIO, "1,25", NU)
    with als(systeem(stad.regio)):
        signaal = regeling_van(stad.regio, NU)[0].risico.liquiditeit
        eerder = regeling_van(stad.regio, NU - timedelta(days=1))[0].risico.liquiditeit
    assert (signaal.current_ratio_onder, signaal.voorbeeld) == (Decimal("1.25"), False)
    assert eerder.voorbeeld


def test_a_year_is_settled_with_what_the_region_decided_and_comes_out_the_same_when_that_has_ended() -> None:
    stad = bouw_stad("enschede")
    contract(stad)
    zet(stad, BEGIN, "5000", date(2025, 1, 1))
    jaar = begroting(stad, open_parameters={})
    verblijf(stad)
    vastgestelde_subsidie(stad)
    jaar = sluit_jaar(stad.als("controller"), jaar, op=NU).object
    with pytest.raises(ParameterOntbreekt, match="stand van de reserve"):
        bereid_verrekening_voor(stad.als("controller"), jaar, op=NU)
    plafond = zet(stad, PLAFOND, "20000", date(2025, 1, 1))
    voorstel = bereid_verrekening_voor(stad.als("controller"), jaar, op=NU).object
    klaar = stel_verrekening_vast(stad.als("bestuurder"), voorstel, op=NU).object
    assert klaar.uitkomst["reserve_eind"] == "20000.00"
    with pytest.raises(AlOpBesloten, match="31 december 2025"):
        eindig(stad, plafond, date(2025, 7, 1))
    eindig(stad, plafond, date(2026, 1, 1))
    zet(stad, PLAFOND, "1", date(2026, 1, 1))
    with als(systeem(stad.regio)):
        bewijs = Rekenbewijs.objects.get(pk=klaar.bewijs)
        assert {deel["naam"] for deel in bewijs.lokaal["waarden"]} == {BEGIN, PLAFOND}
        assert len(bewijs.lokaal_hash) == 64
        uitslag = herbereken(bewijs)
    assert (uitslag.gelijk, uitslag.reden) == (True, "")


def test_what_the_database_itself_refuses(enschede: Stad) -> None:
    gezet = zet(enschede, PLAFOND, "100", date(2024, 1, 1), date(2024, 12, 31))
    velden = {
        "regio_id": enschede.regio, "naam": PLAFOND, "waarde": "1", "orgaan": "x", "besluit_op": NU,
        "voorbereid_door": 1, "voorbereid_op": NU, "periode": half_open(date(2024, 12, 31), None),
    }  # fmt: skip
    with als(bouwer(enschede)):
        with pytest.raises(IntegrityError, match="beleidswaarde_geen_overlap"), transaction.atomic():
            Beleidswaarde.objects.create(**velden, vastgesteld_door=2, vastgesteld_op=NU)
        with pytest.raises(IntegrityError, match="beleidswaarde_vier_ogen"), transaction.atomic():
            Beleidswaarde.objects.create(**velden, vastgesteld_door=1)
        with pytest.raises(IntegrityError, match="beleidswaarde_afgewezen"), transaction.atomic():
            Beleidswaarde.objects.create(**velden, afgewezen_door=1, afgewezen_op=NU, afgewezen_omdat="zelf")
        einde = {
            naam: velden[naam] for naam in ("regio_id", "orgaan", "besluit_op", "voorbereid_door", "voorbereid_op")
        }
        for naam, meer in (
            ("vier_ogen", {"vastgesteld_door": 1}), ("afgewezen", {"afgewezen_op": NU}),
        ):  # fmt: skip
            with pytest.raises(IntegrityError, match=f"eindevoorstel_{naam}"), transaction.atomic():
                Eindevoorstel.objects.create(waarde=gezet, vanaf=NU, **einde, **meer)
        for verandering in ({"waarde": "2"}, {"periode": half_open(date(2024, 1, 1), None)}):
            with pytest.raises(IntegrityError, match="eindigt alleen eerder"), transaction.atomic():
                Beleidswaarde.objects.filter(pk=gezet.pk).update(**verandering)
        with pytest.raises(DatabaseError, match="eindigt alleen eerder"), transaction.atomic():
            Beleidswaarde.objects.filter(pk=gezet.pk).delete()


def test_the_page_shows_what_changes_and_warns_when_nothing_does() -> None:
    stad = bouw_stad("enschede")
    jaar = begroting(stad, vandaag().year, open_parameters={BEGIN: "0"})
    velden = {"orgaan": "De colleges", "besluit_op": "2026-01-05", "van": f"{jaar.jaar}-01-01", "_bevestig": "1"}
    client = klant(stad, "controller")
    overzicht = client.get("/beheer/beleid/").content.decode()
    assert "stand van de reserve eind 2021" in overzicht
    assert "niet ingevuld" in overzicht
    assert "De verrekening van een jaar." in overzicht
    fout = client.post(f"/beheer/beleid/invullen/{PLAFOND}/", {**velden, "waarde": "veel"})
    assert fout.status_code == 422
    assert fout.context["formulier"].errors["waarde"] == ["Deze waarde past hier niet: dit is geen getal."]
    antwoord = client.post(f"/beheer/beleid/invullen/{PLAFOND}/", {**velden, "waarde": "20000"}, follow=True)
    tekst = antwoord.content.decode()
    assert f"Jaar {jaar.jaar}" in tekst
    assert "staat niet in de overeenkomst" in tekst
    assert "reserve €" in tekst
    assert "U legde dit zelf klaar" in tekst
    waarde = antwoord.request["PATH_INFO"]
    niets = client.post(f"/beheer/beleid/invullen/{SLEUTEL}/", {**velden, "waarde": "naar inwoners"}, follow=True)
    assert "0 zaken veranderen" in niets.content.decode()
    assert klant(stad, "bestuurder").post(waarde).status_code in (302, 303)
    assert "Vastgesteld door" in client.get(waarde).content.decode()
    assert op_dag(stad, PLAFOND, date(jaar.jaar, 1, 1)) == "20000"
    overzicht = client.get("/beheer/beleid/").content.decode()
    for zin in (
        "Bovengrens van de reserve", "Zo groot mag de reserve worden.", "€\u00a020.000,00", f"1 januari {jaar.jaar}",
        "De colleges, 5 januari 2026", "Dit blijft zo tot een nieuw besluit.", '/beheer/beleid/tekst/#art2-3"',
    ):  # fmt: skip
        assert zin in overzicht, zin
    assert PLAFOND not in re.sub(r'href="[^"]*"', "", overzicht), "no raw key"
    assert 'id="art2-3"' in client.get("/beheer/beleid/tekst/").content.decode()


def test_an_end_is_prepared_by_one_shows_what_it_changes_and_is_set_by_another() -> None:
    stad = bouw_stad("enschede")
    jaar = begroting(stad, vandaag().year, open_parameters={BEGIN: "0"})
    zet(stad, PLAFOND, "1250,50", date(jaar.jaar, 1, 1))
    gezet = zet(stad, PLAFOND, "20000", date(jaar.jaar, 2, 1))
    client, tweede = klant(stad, "controller"), klant(stad, "bestuurder")
    velden = {"vanaf": f"{jaar.jaar}-07-01", "orgaan": "De raad", "besluit_op": "2026-01-06", "_bevestig": "1"}
    adres = f"/beheer/beleid/waarde/{gezet.pk}/beeindigen/"
    assert tweede.get(adres).status_code == 403
    antwoord = client.post(adres, velden, follow=True)
    pagina, einde = antwoord.content.decode(), antwoord.request["PATH_INFO"]
    for zin in ("€\u00a020.000,00, vanaf 1 februari", "De raad", "6 januari 2026", f"Jaar {jaar.jaar}", "reserve €"):
        assert zin in pagina, zin
    assert client.post(adres, velden).status_code == 422, "one end at a time"
    assert op_dag(stad, PLAFOND, date(jaar.jaar, 7, 1)) == "20000"
    assert client.post(einde).status_code == 403
    assert "geldt niet meer vanaf 1 juli" in tweede.post(einde, follow=True).content.decode()
    assert op_dag(stad, PLAFOND, date(jaar.jaar, 7, 1)) is None
    assert op_dag(stad, PLAFOND, date(jaar.jaar, 6, 30)) == "20000"
    assert f"Na 30 juni {jaar.jaar}" in client.get("/beheer/beleid/").content.decode() or vandaag().month > 6


def test_a_proposal_shows_old_and_new_and_is_refused_with_a_reason_or_withdrawn_by_who_made_it() -> None:
    stad = bouw_stad("enschede")
    zet(stad, PLAFOND, "1250,50", date(2025, 1, 1))
    eerste, ander, tweede = (klant(stad, wie) for wie in ("controller", "controller2", "bestuurder"))
    velden = {"orgaan": "De colleges", "besluit_op": "2026-01-05", "van": "2026-02-01", "_bevestig": "1"}

    def leg_klaar() -> tuple[str, str]:
        gedaan = eerste.post(f"/beheer/beleid/invullen/{PLAFOND}/", {**velden, "waarde": "€ 2.000,00"}, follow=True)
        pad = gedaan.request["PATH_INFO"]
        return pad, f"/beheer/beleid/voorstel/waarde/{pad.split('/')[-2]}"

    waarde, voorstel = leg_klaar()
    pagina = tweede.get(waarde).content.decode()
    for zin in ("€\u00a01.250,50, vanaf 1 januari 2025", "€\u00a02.000,00", "5 januari 2026", "lopende zaken"):
        assert zin in pagina, zin
    assert waarde in tweede.get("/beheer/te-bevestigen/").content.decode()
    assert f"{voorstel}/intrekken/" not in ander.get(waarde).content.decode()
    assert "Wie het klaarlegde, trekt het in" in ander.post(f"{voorstel}/intrekken/").content.decode()
    assert eerste.post(f"{voorstel}/afwijzen/", {"reden": "x"}).status_code == 403
    assert tweede.post(f"{voorstel}/afwijzen/", {"reden": ""}).status_code == 422
    tweede.post(f"{voorstel}/afwijzen/", {"reden": "Het bedrag klopt niet."})
    assert "Het bedrag klopt niet." in eerste.get("/beheer/beleid/").content.decode()
    assert "Waarom afgewezen" in eerste.get(waarde).content.decode()
    assert tweede.post(waarde).status_code == 403, "what was refused cannot be set"
    _, voorstel = leg_klaar()
    eerste.post(f"{voorstel}/intrekken/")
    assert "Wacht op een tweede persoon" not in eerste.get("/beheer/beleid/").content.decode()
    assert op_dag(stad, PLAFOND, NU) == "1250.50"


@pytest.mark.parametrize(
    ("naam", "typt", "staat", "leest"),
    [
        (PLAFOND, "€ 1.250,50", "1250.50", "€\u00a01.250,50"),
        (PLAFOND, "1.250.000", "1250000", "€\u00a01.250.000,00"),
        ("verrekening.egalisatie_percentage", "5%", "0.05", "5%"),
        ("tarieven.indexering.indexcijfer", "2026=3,1% 2027=0,02", "2026=0.031 2027=0.02", "2026: 3,1%, 2027: 2%"),
        ("wlz.overgangsregeling.einde", "31-12-2026", "2026-12-31", "31 december 2026"),
    ],
)
def test_a_value_is_typed_and_read_as_people_write_it(naam: str, typt: str, staat: str, leest: str) -> None:
    gat = next(gat for id_ in ids() for gat in nieuwste(id_).open if gat.naam == naam)
    assert lees_waarde(gat, typt) == staat
    assert schrijf_waarde(naam, gat, staat, {}) == leest


def test_every_open_parameter_has_a_name_for_people() -> None:
    for gat in [gat for id_ in ids() for gat in nieuwste(id_).open]:
        woorden = woorden_van(gat.naam, gat)
        assert woorden.titel, gat.naam
        assert "." not in woorden.titel, gat.naam
        assert woorden.waarvoor.endswith("."), gat.naam


def test_a_recorded_prolongation_takes_the_place_of_the_assumption() -> None:
    stad = bouw_stad("ijsselvecht")
    with als(systeem(stad.regio)):
        assert [stap.sleutel for stap in regeling_van(stad.regio, NU)[1]] == ["regeling.verlenging_verondersteld"]
    client = klant(stad, "controller")
    assert "Voordeur neemt aan dat de regeling is verlengd" in client.get("/beheer/beleid/").content.decode()
    velden = {"orgaan": "De raden", "besluit_op": "2026-01-05", "nummer": "R-9", "tot": "2030-12-31", "_bevestig": "1"}
    antwoord = client.post("/beheer/beleid/verlengen/", velden, follow=True)
    klant(stad, "teamleider").post(antwoord.request["PATH_INFO"])
    with als(systeem(stad.regio)):
        (stap,) = regeling_van(stad.regio, NU)[1]
        (daarna,) = regeling_van(stad.regio, date(2031, 1, 1))[1]
    assert (stap.sleutel, stap.waarden["besluit"]) == ("regeling.verlengd", "De raden, 5 januari 2026, R-9")
    assert stap.gronden == ("ijsselvecht/looptijd",)
    assert daarna.sleutel == "regeling.verlenging_verondersteld"
    assert "Voordeur neemt aan" not in client.get("/beheer/beleid/").content.decode()
    assert breng_tot(stad, "melding").regeling_versie == stad.regeling.versie
    nog_eens = bereid_verlenging_voor(
        stad.als("controller"), BijBeleid(stad.centrum, "looptijd.tot"), BESLUIT, tot=date(2032, 12, 31), op=NU
    ).object
    assert nog_eens.periode.lower == date(2031, 1, 1)


def test_an_agreement_that_has_ended_can_still_be_prolonged() -> None:
    stad, later = bouw_stad("boce"), date(2033, 2, 1)
    with als(systeem(stad.regio)), pytest.raises(NietGeldig):
        regeling_van(stad.regio, later)
    wie, naam = stad.als("controller"), BijBeleid(stad.centrum, "looptijd.tot")
    voorstel = bereid_verlenging_voor(wie, naam, BESLUIT, tot=date(2034, 12, 31), op=later).object
    stel_waarde_vast(stad.als("bestuurder"), bij(stad, voorstel), op=later)
    with als(systeem(stad.regio)):
        assert [stap.sleutel for stap in regeling_van(stad.regio, later)[1]] == ["regeling.verlengd"]
        with pytest.raises(NietGeldig):
            regeling_van(stad.regio, date(2035, 1, 1))


def test_who_prepared_it_does_not_set_it_also_not_in_another_role(enschede: Stad) -> None:
    voorstel = bereid_waarde_voor(
        enschede.als("controller"), BijBeleid(enschede.centrum, SLEUTEL), "x", BESLUIT, van=date(2031, 1, 1), tot=None,
        op=NU,
    ).object  # fmt: skip
    wacht = Wachtend(next(deel for deel in SOORTEN if deel.scherm == "beheer:beleid_waarde"), voorstel.pk)
    gezien = {wie: wacht in _te_doen(enschede, wie) for wie in ("bestuurder", "teamleider", "controller")}
    assert gezien == {"bestuurder": True, "teamleider": True, "controller": False}
    with als(bouwer(enschede)):
        Beleidswaarde.objects.filter(pk=voorstel.pk).update(voorbereid_door=enschede.accounts["bestuurder"].pk)
    assert [wacht in _te_doen(enschede, wie) for wie in ("bestuurder", "teamleider")] == [False, True]
    with pytest.raises(ZelfdePersoon):
        stel_waarde_vast(enschede.als("bestuurder"), bij(enschede, voorstel), op=NU)


def _te_doen(stad: Stad, wie: str) -> list[Wachtend]:
    """What somebody reads in the work list as waiting for them."""
    with als(stad.als(wie)) as actor:
        return wacht_op_akkoord(actor, NU)


BEGINDAG = date(2030, 1, 1)
DAGEN = st.integers(min_value=0, max_value=20)
STAP = st.tuples(st.sampled_from(["zet", "eindig"]), DAGEN, st.none() | DAGEN)


@given(st.lists(STAP, max_size=8))
@settings(
    max_examples=25, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
def test_any_sequence_of_setting_and_ending_never_overlaps(
    enschede: Stad, stappen: list[tuple[str, int, int | None]]
) -> None:
    """Beside a plain model: a list of [value, first day, last day], of which a later start cuts the earlier one."""
    model: list[list[int]] = []
    with transaction.atomic():
        for nummer, (wat, van, tot) in enumerate(stappen):
            if wat == "zet":
                _zet(enschede, model, nummer, van, 1000 if tot is None else van + tot)
            elif model:
                _eindig(enschede, model, model[van % len(model)], van)
        with als(systeem(enschede.regio)):
            vergeet()
            for dag in range(45):
                verwacht = [str(waarde) for waarde, begin, eind in model if begin <= dag <= eind]
                assert [op_dag(enschede, BEGIN, BEGINDAG + timedelta(days=dag)) or None] == (verwacht or [None])
        transaction.set_rollback(True)


def _zet(stad: Stad, model: list[list[int]], waarde: int, van: int, tot: int) -> None:
    dag = BEGINDAG + timedelta(days=van)
    einde = None if tot == 1000 else BEGINDAG + timedelta(days=tot)
    raakt = [deel for deel in model if deel[1] <= tot and van <= deel[2]]
    if any(deel[1] >= van for deel in raakt):
        with pytest.raises(Overlapt):
            zet(stad, BEGIN, str(waarde), dag, einde)
        return
    zet(stad, BEGIN, str(waarde), dag, einde)
    for deel in raakt:
        deel[2] = van - 1
    model.append([waarde, van, tot])


def _eindig(stad: Stad, model: list[list[int]], deel: list[int], vanaf: int) -> None:
    if vanaf > deel[2]:
        return
    with als(systeem(stad.regio)):
        rij = Beleidswaarde.objects.filter(naam=BEGIN, waarde=str(deel[0]), vastgesteld_op__isnull=False).latest("id")
    eindig(stad, rij, BEGINDAG + timedelta(days=vanaf))
    if vanaf <= deel[1]:
        model.remove(deel)
    else:
        deel[2] = vanaf - 1
