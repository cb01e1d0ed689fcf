"""A region with very many dossiers, written by the database itself."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from django.db import connection, connections

from tests.stad import Stad, bouw_stad
from voordeur.kern.actor import als
from voordeur.kern.sleutels import nieuwe_sleutel, versleutel
from voordeur.toegang.models import Dossier, Klok

BEGIN = date(2016, 1, 1)
INWONERS = """INSERT INTO inwoner_inwoner (id, regio_id, college_code, aanbieders, sleutel)
SELECT gen_random_uuid(), %(regio)s, %(college)s, '{}', %(sleutel)s FROM generate_series(1, %(aantal)s)"""
NAMEN = """INSERT INTO inwoner_gegeven (regio_id, college_code, aanbieders, inwoner_id, soort, van, versie, inhoud)
SELECT regio_id, college_code, '{}', id, 'identiteit', '', 1, %(wie)s FROM inwoner_inwoner WHERE regio_id = %(regio)s"""
DOSSIERS = """INSERT INTO toegang_dossier (regio_id, college_code, aanbieders, inwoner_id, nummer, voorziening, route,
  regeling_versie, stap, versie, melder, gemeld_op, spoed)
SELECT regio_id, college_code, '{}', id, '2026-' || lpad(n::text, 6, '0'), 'BW', 'zorginstelling', %(versie)s,
  'melding', 1, 'zorgaanbieder', %(begin)s::date + (n %% 3650)::int, false
FROM (SELECT *, row_number() OVER () AS n FROM inwoner_inwoner WHERE regio_id = %(regio)s) AS wie"""


def vul(aantal: int, *, klokken: bool = False) -> Stad:
    """A region with so many reports. One key and one name for all: reading costs the same, writing much less."""
    stad = bouw_stad("enschede")
    sleutel, verpakt = nieuwe_sleutel()
    velden: dict[str, Any] = {
        "regio": stad.regio, "college": stad.gemeente, "sleutel": verpakt, "aantal": aantal, "begin": BEGIN,
        "versie": stad.regeling.versie,
        "wie": versleutel(sleutel, json.dumps({"naam": "de Wit", "voornaam": "Sanne", "aanhef": "mevrouw"})),
    }  # fmt: skip
    with als(stad.als("consulent")), connection.cursor() as cursor:
        for vraag in (INWONERS, NAMEN, DOSSIERS):
            cursor.execute(vraag, velden)
        if klokken:
            Klok.objects.bulk_create([_klok(dossier) for dossier in Dossier.objects.order_by("id")])
    _werk_bij()
    return stad


def _klok(dossier: Dossier) -> Klok:
    """The term of the investigation, which runs from the report."""
    return Klok(
        regio_id=dossier.regio_id, college_code=dossier.college_code, dossier=dossier, soort="onderzoek",
        naam="Onderzoek", start=dossier.gemeld_op, gestart_door="melding",
        uiterlijk=dossier.gemeld_op + timedelta(weeks=6),
    )  # fmt: skip


def _werk_bij() -> None:
    """What autovacuum does on a server that runs: the planner knows how many rows there are."""
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("ANALYZE")
