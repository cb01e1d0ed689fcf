"""Numbers that people say to each other: one after the other, also when many ask at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from tests.database import actor, nieuwe_regio
from voordeur.kern.actor import als
from voordeur.kern.nummers import volgend_nummer


def neem(regio: str) -> str:
    try:
        with als(actor(regio)):
            return volgend_nummer(regio, "dossier", 2026)
    finally:
        connections["default"].close()


def test_each_kind_and_each_year_and_each_region_counts_for_itself(regio: str) -> None:
    with als(actor(regio)):
        assert volgend_nummer(regio, "dossier", 2026) == "2026-0001"
        assert volgend_nummer(regio, "dossier", 2026) == "2026-0002"
        assert volgend_nummer(regio, "dossier", 2027) == "2027-0001"
        assert volgend_nummer(regio, "besluit", 2026) == "2026-0001"
    ander = nieuwe_regio()
    with als(actor(ander)):
        assert volgend_nummer(ander, "dossier", 2026) == "2026-0001"


def test_forty_at_once_get_forty_numbers_without_a_gap(regio: str) -> None:
    with ThreadPoolExecutor(8) as draden:
        gekregen = list(draden.map(lambda _: neem(regio), range(40)))
    assert sorted(gekregen) == [f"2026-{nummer:04d}" for nummer in range(1, 41)]
