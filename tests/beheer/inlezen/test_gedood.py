"""A worker that is killed half way leaves nothing half done, and the next one does the whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from procrastinate.contrib.django import app
from psycopg.conninfo import make_conninfo

from tests.beheer.inlezen.opzet import OP, aangeboden, alles_van, bestanden, lees_in
from tests.stad import Stad
from tests.web.wereld import klant
from voordeur.beheer.actions import inlezen as acties
from voordeur.beheer.inlezen.soorten.inwoners import Inwoners
from voordeur.beheer.inlezen.uitvoeren import neem_terug, voer_uit
from voordeur.beheer.models import Inleesset, Inleesvoortgang
from voordeur.beheer.tasks import neem_inlezen_terug, toets_inlezen, voer_inlezen_uit
from voordeur.cli.dienst.werker import RIJEN
from voordeur.inwoner.models import Inwoner
from voordeur.kern.models import Organisatie
from voordeur.toegang.models import Dossier

OPDRACHT = """
import sys, django
django.setup()
from voordeur.beheer.inlezen.soorten.inwoners import Inwoners
from voordeur.beheer.inlezen.uitvoeren import neem_terug, voer_uit
voer_uit(sys.argv[1], int(sys.argv[2]))
"""


def kind(regio: str, set_id: int) -> subprocess.Popen[bytes]:
    """Another process on the same database, with the same keys."""
    db = connections["default"].settings_dict
    url = make_conninfo(
        dbname=db["NAME"], user=db["USER"], password=db["PASSWORD"], host=db["HOST"], port=str(db["PORT"])
    )
    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "voordeur.web.settings", "DATABASE_URL": url, "VOORDEUR_SLEUTEL": "x",
        "VOORDEUR_HOOFDSLEUTELS": ",".join(settings.VOORDEUR_HOOFDSLEUTELS),
        "VOORDEUR_INDEXSLEUTEL": settings.VOORDEUR_INDEXSLEUTEL,
    }  # fmt: skip
    return subprocess.Popen([sys.executable, "-c", OPDRACHT, regio, str(set_id)], env=omgeving)


def test_killed_half_way_nothing_is_there_and_the_next_worker_does_all(enschede: Stad) -> None:
    deze = aangeboden(enschede, bestanden(enschede, 700, wonend=350))
    acties.laat_uitvoeren(enschede.als("controller"), deze, op=OP)
    proces = kind(enschede.regio, deze.pk)
    gezien = 0
    try:
        tot = time.monotonic() + 60
        while gezien < 1_200 and proces.poll() is None and time.monotonic() < tot:
            with alles_van(enschede):
                stand = Inleesvoortgang.objects.filter(set=deze).first()
            gezien = stand.gedaan if stand else 0
    finally:
        proces.send_signal(signal.SIGKILL)
        proces.wait()
    with alles_van(enschede):
        deze.refresh_from_db()
        # far enough to have written residents, and nothing of it is there
        assert 1_200 <= gezien < Inleesvoortgang.objects.get().totaal
        assert deze.stand == "bezig"
        assert not Inwoner.objects.exists()
        assert not Organisatie.objects.filter(naam="De Haven").exists()
    assert acties.haal_inlezen_in(enschede.regio) == 1
    voer_uit(enschede.regio, deze.pk)
    voer_uit(enschede.regio, deze.pk)
    with alles_van(enschede):
        deze.refresh_from_db()
        assert (deze.stand, Inwoner.objects.count()) == ("uitgevoerd", 700)


def test_stopped_while_going_back_all_is_there_and_the_next_worker_takes_all_back(
    enschede: Stad, monkeypatch: pytest.MonkeyPatch
) -> None:
    deze = lees_in(enschede, bestanden(enschede))
    acties.draai_terug(enschede.als("teamleider"), deze, op=OP)
    with monkeypatch.context() as halverwege, pytest.raises(KeyboardInterrupt):
        halverwege.setattr(Inwoners, "verwijder", onderbreek)
        neem_terug(enschede.regio, deze.pk)
    with alles_van(enschede):
        deze.refresh_from_db()
        assert (deze.stand, Dossier.objects.count(), Inwoner.objects.count()) == ("gaat_terug", 3, 3)
        # decisions, stays, who waits and the balance were done already
        assert Inleesvoortgang.objects.get().gedaan == 9
    pad = f"/beheer/inlezen/{deze.pk}/"
    pagina = klant(enschede, "teamleider").get(pad).content.decode()
    assert ("9 van 18 rijen gedaan: besluiten." in pagina, 'http-equiv="refresh"' in pagina) == (True, True)
    assert acties.haal_inlezen_in(enschede.regio) == 1
    neem_terug(enschede.regio, deze.pk)
    neem_terug(enschede.regio, deze.pk)
    with alles_van(enschede):
        deze.refresh_from_db()
        assert (deze.stand, Inwoner.objects.count()) == ("terug", 0)


def test_what_moves_in_waits_in_a_queue_of_its_own() -> None:
    assert {taak.queue for taak in (toets_inlezen, voer_inlezen_uit, neem_inlezen_terug)} == {RIJEN[1]}
    # and no task waits in a queue that nobody works
    assert {taak.queue for taak in app.tasks.values()} - {"builtin"} == set(RIJEN)


def onderbreek(*_: Any) -> None:
    raise KeyboardInterrupt


def test_what_nobody_touches_for_a_month_is_cleaned_up(enschede: Stad) -> None:
    lees_in(enschede, {"organisaties": bestanden(enschede)["organisaties"]})
    acties.begin(enschede.als("beheerder"), acties.BijRegio(enschede.centrum), op=OP)
    assert acties.ruim_op(enschede.regio, OP) == 0
    assert acties.ruim_op(enschede.regio, date(2026, 5, 1)) == 2
    with alles_van(enschede):
        assert sorted(Inleesset.objects.values_list("stand", "sleutel")) == [("afgerond", None), ("vervallen", None)]
