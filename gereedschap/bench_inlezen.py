"""`python -m gereedschap.bench_inlezen`: a whole region read in, in a process of its own, while a page is looked at.

Prints JSON: seconds of checking and of reading in, the most memory of that process, and the p95 of a page of 100
dossiers before it and during it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from http import HTTPStatus
from statistics import quantiles
from typing import Any

from .bench_omgeving import toepassing

INWONERS = 5_000
RIJEN_PER_INWONER = 4
METINGEN = 40
KIND = """
import json, resource, sys, time, django
django.setup()
from datetime import date
from voordeur.beheer.inlezen import uitvoeren
regio, set_id, wat = sys.argv[1], int(sys.argv[2]), sys.argv[3]
begin = time.perf_counter()
if wat == "toets":
    uitvoeren.toets_set(regio, set_id, date(2026, 3, 2))
else:
    uitvoeren.voer_uit(regio, set_id)
duur = time.perf_counter() - begin
print(json.dumps({"s": round(duur, 2), "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
"""


def meet_inlezen() -> dict[str, Any]:
    """The figures of one run on a database of its own."""
    from django.conf import settings
    from django.test import Client

    from tests.beheer.inlezen.opzet import OP, alles_van, als_csv, bestanden
    from tests.stad import bouw_stad
    from voordeur.beheer.actions import inlezen as acties
    from voordeur.beheer.inlezen.uitvoeren import neem_terug
    from voordeur.beheer.models import Inleesset
    from voordeur.toegang.models import Dossier

    stad = bouw_stad("enschede")
    beheerder = stad.als("beheerder")
    deze = acties.begin(beheerder, acties.BijRegio(stad.centrum), op=OP).object
    for soort, rijen in bestanden(stad, INWONERS, wonend=INWONERS // 2).items():
        acties.voeg_bestand_toe(beheerder, deze, soort, soort, als_csv(rijen), op=OP)
    client = Client(headers={"host": "localhost"})
    client.force_login(stad.accounts["consulent"])

    def kijk() -> float:
        begin = time.perf_counter()
        assert client.get("/dossiers/").status_code == HTTPStatus.OK
        return time.perf_counter() - begin

    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "voordeur.web.settings", "VOORDEUR_SLEUTEL": "x",
        "VOORDEUR_HOOFDSLEUTELS": ",".join(settings.VOORDEUR_HOOFDSLEUTELS),
        "VOORDEUR_INDEXSLEUTEL": settings.VOORDEUR_INDEXSLEUTEL,
    }  # fmt: skip

    def doe(wat: str) -> tuple[dict[str, Any], list[float]]:
        return _ernaast([sys.executable, "-c", KIND, stad.regio, str(deze.pk), wat], omgeving, kijk)

    kijk()
    ervoor = [kijk() for _ in range(METINGEN)]
    acties.laat_toetsen(beheerder, deze, op=OP)
    toets, tijdens_toets = doe("toets")
    acties.bied_aan(beheerder, deze, goede_regels=False, op=OP)
    acties.laat_uitvoeren(stad.als("controller"), deze, op=OP)
    inlezen, tijdens = doe("voer_uit")
    with alles_van(stad):
        assert (Inleesset.objects.get().stand, Dossier.objects.count()) == ("uitgevoerd", INWONERS)
    erna = [kijk() for _ in range(METINGEN)]
    begin = time.perf_counter()
    with alles_van(stad):
        deze.refresh_from_db()
    acties.draai_terug(stad.als("controller"), deze, op=OP)
    neem_terug(stad.regio, deze.pk)
    terug = round(time.perf_counter() - begin, 2)
    return {
        "rijen": INWONERS * RIJEN_PER_INWONER, "toets": toets, "inlezen": inlezen, "terug_s": terug,
        "p95": {"ervoor": p95(ervoor), "tijdens_toets": p95(tijdens_toets), "tijdens": p95(tijdens), "erna": p95(erna)},
        "lasten": os.getloadavg()[0],
    }  # fmt: skip


def _ernaast(
    opdracht: list[str], omgeving: dict[str, str], kijk: Callable[[], float]
) -> tuple[dict[str, Any], list[float]]:
    """What a process says at its end, and how long each look took while it ran."""
    proces = subprocess.Popen(opdracht, env=omgeving, stdout=subprocess.PIPE)
    keren = []
    while proces.poll() is None:
        keren.append(kijk())
    assert proces.stdout is not None
    assert proces.returncode == 0
    return json.loads(proces.stdout.read()), keren


def p95(keren: list[float]) -> float:
    """The time that nineteen of twenty are under, in seconds."""
    return round(quantiles(keren, n=20)[-1], 4) if len(keren) > 1 else 0.0


def main() -> int:
    """Measure on a fresh database and print it."""
    with toepassing():
        print(json.dumps(meet_inlezen(), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
