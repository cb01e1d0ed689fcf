"""200 people at once for the last place: one gets it, the others are told, nothing breaks."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from tests.stad import Stad
from tests.verblijf.opzet import BEGIN, OP, besluitvelden, open_huis
from voordeur.inwoner.actions import neem_op
from voordeur.kern.actor import als
from voordeur.kern.models import Journaalregel
from voordeur.toegang.models import Besluit, Dossier
from voordeur.verblijf.actions import plaats
from voordeur.verblijf.models import Plaatsing

AANTAL = 200
# each has two connections, of which PostgreSQL has a hundred
TEGELIJK = 40


def wachtrij(stad: Stad) -> list[Besluit]:
    with als(stad.als("consulent")) as wie:
        inwoner = neem_op(wie, stad.gemeente, {"naam": "de Wit"})
        dossiers = Dossier.objects.bulk_create(
            Dossier(
                regio_id=stad.regio, college_code=stad.gemeente, inwoner=inwoner, nummer=f"2026-{volgnummer}",
                voorziening="BW", regeling_versie=stad.regeling.versie, stap="plaatsing", melder="client",
                gemeld_op=BEGIN,
            )
            for volgnummer in range(AANTAL)
        )  # fmt: skip
        return Besluit.objects.bulk_create(
            Besluit(dossier=dossier, **besluitvelden(stad, dossier, "all-inclusive")) for dossier in dossiers
        )


@pytest.mark.traag
def test_of_200_at_once_exactly_one_gets_the_last_place_and_the_others_hear_that_it_is_taken(enschede: Stad) -> None:
    plek = open_huis(enschede, "all-inclusive").plekken[0]
    besluiten, wie = wachtrij(enschede), enschede.als("consulent")
    begin = threading.Barrier(TEGELIJK)

    def boek(besluit: Besluit) -> str:
        if besluit in besluiten[:TEGELIJK]:
            begin.wait()
        try:
            plaats(wie, besluit, plek, vanaf=OP, op=OP)
        except Exception as fout:
            return type(fout).__name__
        finally:
            connections.close_all()
        return "geplaatst"

    with ThreadPoolExecutor(TEGELIJK) as werkers:
        uitslagen = Counter(werkers.map(boek, besluiten))
    assert uitslagen == {"geplaatst": 1, "PlekBezet": AANTAL - 1}
    with als(wie):
        assert Plaatsing.objects.count() == 1
        assert Dossier.objects.filter(stap="verblijf").count() == 1
        assert Journaalregel.objects.filter(uitslag="geweigerd").count() == AANTAL - 1
