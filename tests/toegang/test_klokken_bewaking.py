"""Nothing is late in silence: one reminder before the end, one message to the team leader after it, no names in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.stad import Stad
from tests.toegang.test_klokken import schort_op
from tests.toegang.weg import IDENTITEIT, breng_tot
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.kern.actor import als
from voordeur.kern.models import Journaalregel
from voordeur.toegang.actions.bewaking import HERINNER_DAGEN, Bewaakt, bewaak
from voordeur.toegang.ics import Dagafspraak, ontsnap, schrijf_agenda, vouw
from voordeur.toegang.models import Klok
from voordeur.toegang.tasks import bewaak_klokken

Bouw = Callable[[str], Stad]
EINDE = date(2026, 3, 16)


def berichten(stad: Stad) -> list[Bericht]:
    with als(stad.als("consulent")):
        return list(Bericht.objects.filter(soort__startswith="termijn-").order_by("klaargezet_om", "pk"))


def test_who_handles_it_is_reminded_once_and_the_team_leader_told_once(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    ver, kort, laat = EINDE - HERINNER_DAGEN - timedelta(days=1), EINDE - HERINNER_DAGEN, EINDE + timedelta(days=1)
    assert [bewaak(hier.regio, dag) for dag in (ver, kort, kort, EINDE, laat, laat)] == [
        Bewaakt(0, 0), Bewaakt(1, 0), Bewaakt(0, 0), Bewaakt(0, 0), Bewaakt(0, 1), Bewaakt(0, 0),
    ]  # fmt: skip
    herinnering, te_laat = berichten(hier)
    assert (herinnering.soort, herinnering.aan) == (
        "termijn-herinnering", f"medewerker {hier.accounts['consulent'].pk}",
    )  # fmt: skip
    assert (te_laat.soort, te_laat.aan) == ("termijn-te-laat", f"teamleider van college {hier.gemeente}")
    assert json.loads(inhoud_van(te_laat)) == {
        "dossier": dossier.nummer, "termijn": "besluit", "uiterlijk": "2026-03-16", "gemeld_op": "2026-03-17",
    }  # fmt: skip
    tekst = "".join(f"{deel.aan} {inhoud_van(deel).decode()}" for deel in (herinnering, te_laat))
    assert not any(woord in tekst for woord in (IDENTITEIT["naam"], IDENTITEIT["voornaam"], "Lindelaan"))
    with als(hier.als("consulent")):
        klok = Klok.objects.get(dossier=dossier, soort="besluit")
        regels = Journaalregel.objects.filter(betreft=dossier.betreft, account=None).order_by("id")
        assert list(regels.values_list("handeling", flat=True)) == ["toegang.klok.herinneren", "toegang.klok.escaleren"]
    assert (klok.herinnerd_op, klok.geescaleerd_op) == (kort, laat)


def test_a_term_that_moved_is_watched_again(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    bewaak(hier.regio, EINDE - timedelta(days=6))
    klok = schort_op(hier, dossier, op=date(2026, 3, 11), tot=date(2026, 3, 31))
    assert klok.herinnerd_op is None
    assert bewaak(hier.regio, klok.uiterlijk) == Bewaakt(1, 0)


def test_a_case_that_nobody_handles_reminds_the_team_and_the_term_of_the_resident_nobody(stad: Bouw) -> None:
    hier = stad("enschede")
    breng_tot(hier, "melding")
    breng_tot(hier, "genomen")
    assert bewaak(hier.regio, date(2026, 4, 10)) == Bewaakt(1, 0)
    assert [deel.aan for deel in berichten(hier)] == [f"team van college {hier.gemeente}"]
    assert bewaak(hier.regio, date(2026, 4, 20)) == Bewaakt(0, 1)


def test_the_worker_calls_it_with_the_day_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    gevraagd: list[date] = []
    monkeypatch.setattr("voordeur.toegang.tasks.bewaak_alles", gevraagd.append)
    bewaak_klokken(timestamp=int(datetime(2026, 3, 16, 23, 5, tzinfo=UTC).timestamp()))
    assert gevraagd == [date(2026, 3, 17)]  # past midnight here


def test_the_worker_has_it_in_its_plan_in_the_queue_that_it_works() -> None:
    from procrastinate.contrib.django import app

    from voordeur.cli.dienst.werker import RIJEN

    taken = {taak.task.name: taak for taak in app.periodic_registry.periodic_tasks.values()}
    assert taken["toegang.bewaak"].task.queue == RIJEN[0]


def ontvouw(tekst: str) -> list[tuple[str, str]]:
    """A calendar as a reader sees it: pieces joined, names and values apart."""
    assert tekst.endswith("\r\n")
    assert all(len(regel.encode()) <= 75 for regel in tekst.split("\r\n"))
    regels = tekst.replace("\r\n ", "").split("\r\n")[:-1]
    return [(naam, waarde) for naam, _, waarde in (regel.partition(":") for regel in regels)]


def test_a_calendar_is_read_back_as_it_was_meant() -> None:
    wat = "2026-0001: één; twee, drie\\vier\nvijf " + "é" * 60
    velden = ontvouw(schrijf_agenda("Termijnen", [Dagafspraak("klok-1@regio", date(2026, 12, 31), wat)], OP_DAG))
    assert velden[0] == ("BEGIN", "VCALENDAR")
    assert velden[-1] == ("END", "VCALENDAR")
    gelezen = dict(velden)
    assert gelezen["VERSION"] == "2.0"
    assert gelezen["UID"] == "klok-1@regio"
    assert gelezen["DTSTAMP"] == "20260302T000000Z"
    assert (gelezen["DTSTART;VALUE=DATE"], gelezen["DTEND;VALUE=DATE"]) == ("20261231", "20270101")
    terug = gelezen["SUMMARY"].replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    assert terug == wat


OP_DAG = date(2026, 3, 2)


def test_a_long_line_is_folded_between_characters() -> None:
    assert vouw("a" * 75) == "a" * 75
    assert vouw("a" * 76) == "a" * 75 + "\r\n a"
    assert vouw("a" * 74 + "é") == "a" * 74 + "\r\n é"
    assert ontsnap("a\r\nb") == "a\\nb"
