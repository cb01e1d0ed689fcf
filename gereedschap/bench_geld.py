"""`python -m gereedschap.bench_geld`: posting and balancing 10,000 entries beside two programs for ledgers.

Voordeur posts in PostgreSQL and adds up there; hledger and ledger read our own export and add up. Their balances have
to be ours to the cent, or there is no figure. Needs a database (DATABASE_URL and DATABASE_OWNER_URL, or the embedded
server) and the two programs; a program that is not installed is left out and said.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

AANTAL = 10_000
BUNDEL = 100
JAAR = 2025
RONDEN = 5
REGIO = f"bench-{uuid.uuid4().hex[:8]}"
GEMEENTEN = tuple(f"{code:04}" for code in range(1, 13))
PROGRAMMAS = ("hledger", "ledger")


@contextmanager
def toepassing() -> Iterator[None]:
    """Django on a fresh database of this run: yours by the environment, else an embedded server."""
    from cryptography.fernet import Fernet

    os.environ["DJANGO_SETTINGS_MODULE"] = "voordeur.web.settings"
    os.environ.setdefault("VOORDEUR_HOOFDSLEUTELS", Fernet.generate_key().decode())
    os.environ.setdefault("VOORDEUR_INDEXSLEUTEL", "meting")
    os.environ.setdefault("VOORDEUR_SLEUTEL", "meting")
    if os.environ.get("DATABASE_URL") and os.environ.get("DATABASE_OWNER_URL"):
        with _gemigreerd(os.environ["DATABASE_URL"], os.environ["DATABASE_OWNER_URL"]):
            yield
        return
    from voordeur.kern.postgres import ingebedde_server

    map_ = Path(tempfile.mkdtemp(prefix="voordeur-meting-"))
    map_.chmod(0o711)
    try:
        with ingebedde_server(map_) as server, _gemigreerd(server.loper, server.eigenaar):
            yield
    finally:
        shutil.rmtree(map_, ignore_errors=True)


@contextmanager
def _gemigreerd(loper: str, eigenaar: str) -> Iterator[None]:
    import psycopg
    from psycopg import sql
    from psycopg.conninfo import make_conninfo

    naam = f"meting_{os.getpid()}"
    with psycopg.connect(eigenaar, autocommit=True) as beheer:
        beheer.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(naam)))
    os.environ["DATABASE_URL"] = make_conninfo(loper, dbname=naam)
    os.environ["DATABASE_OWNER_URL"] = make_conninfo(eigenaar, dbname=naam)
    import django
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    call_command("migrate", database="eigenaar", verbosity=0)
    try:
        yield
    finally:
        connections.close_all()
        with psycopg.connect(eigenaar, autocommit=True) as beheer:
            beheer.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(naam)))


def regels() -> Iterator[list[tuple[str, str, Decimal]]]:
    """Entries as a region has them: costs of some municipalities, against what is to be paid by the centre."""
    from voordeur.geld.rekeningen import LASTEN, TE_BETALEN

    dobbel = random.Random(20260101)  # noqa: S311
    for _ in range(AANTAL):
        delen = [
            (LASTEN, code, Decimal(dobbel.randint(1, 999_999)) / 100)
            for code in dobbel.sample(GEMEENTEN, dobbel.randint(1, 4))
        ]
        yield [*delen, (TE_BETALEN, GEMEENTEN[0], -sum((bedrag for _, _, bedrag in delen), Decimal(0)))]


def boek_alles() -> float:
    """Post every entry, a hundred in a transaction, each checked by the trigger of the database; seconds."""
    from voordeur.geld.boeken import boek
    from voordeur.kern.actor import Actor, als
    from voordeur.kern.models import College, Regio

    Regio.objects.create(id=REGIO, naam=REGIO)
    wie = Actor(REGIO, 1, "Meting", (), frozenset(GEMEENTEN), vanwaar="meting")
    werk = list(regels())
    begin = time.perf_counter()
    with als(wie):
        for code in GEMEENTEN:
            College.objects.create(regio_id=REGIO, code=code, naam=code, centrum=code == GEMEENTEN[0])
    for eerste in range(0, AANTAL, BUNDEL):
        with als(wie):
            for nummer, delen in enumerate(werk[eerste : eerste + BUNDEL], eerste):
                dag = date(JAAR, 1, 1) + timedelta(days=nummer % 365)
                boek(wie, op=dag, jaar=JAAR, omschrijving=f"Meting {nummer}", bron=f"meting {nummer}", regels=delen)
    return time.perf_counter() - begin


def saldi_hier() -> dict[str, Decimal]:
    """Our balances, by the name of the account in the export."""
    from voordeur.geld.queries import saldi
    from voordeur.kern.actor import Actor, als

    with als(Actor(REGIO, 1, "Meting", (), frozenset(GEMEENTEN), vanwaar="meting")):
        return {f"{deel.soort}:{deel.rekening} {deel.naam}:{deel.college_code}": deel.bedrag for deel in saldi(JAAR)}


def schrijf_uit(bestand: Path) -> None:
    """The export of the year."""
    from voordeur.geld.queries import als_hledger
    from voordeur.kern.actor import Actor, als

    with als(Actor(REGIO, 1, "Meting", (), frozenset(GEMEENTEN), vanwaar="meting")):
        bestand.write_text(als_hledger(JAAR), "utf-8")


def saldi_van(programma: str, bestand: Path) -> Callable[[], dict[str, Decimal]]:
    """The balances that another program reads from the export."""

    def reken() -> dict[str, Decimal]:
        opdracht = [programma, "balance", "--flat", "--no-total", "-f", str(bestand)]
        uitvoer = subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout
        return {naam: Decimal(bedrag) for bedrag, naam in re.findall(r"^\s*(-?[\d.]+) EUR\s+(.+?)\s*$", uitvoer, re.M)}

    return reken


def meet(programma: str, bestand: Path) -> dict[str, Any]:
    """The medians in seconds of one balance, taken in turn, and the median of the ratios. Raises on other balances."""
    elders = saldi_van(programma, bestand)
    if elders() != saldi_hier():
        raise AssertionError(f"{programma} komt op andere saldi uit")
    paren = [(_duur(saldi_hier), _duur(elders)) for _ in range(RONDEN)]
    return {
        "verhouding": round(statistics.median(hier / daar for hier, daar in paren), 4),
        "hier": round(statistics.median(hier for hier, _ in paren), 7),
        "tegenover": round(statistics.median(daar for _, daar in paren), 7),
        "wat": f"balances of {AANTAL} entries, equal to the cent / {programma} on our export",
    }


def _duur(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def metingen() -> dict[str, dict[str, Any]]:
    """Post, export and compare; one figure for each program that is there."""
    with toepassing(), tempfile.TemporaryDirectory() as map_:
        bestand = Path(map_) / "grootboek.journal"
        boeken = boek_alles()
        schrijven = _duur(lambda: schrijf_uit(bestand))
        print(f"posted {AANTAL} entries in {boeken:.1f} s, wrote the export in {schrijven:.1f} s")
        uitkomst = {}
        for programma in PROGRAMMAS:
            if shutil.which(programma) is None:
                print(f"{programma} is not installed: no figure")
                continue
            uitkomst[f"grootboek-{AANTAL}-{programma}"] = meet(programma, bestand)
        return uitkomst


def main() -> int:
    """Print the figures."""
    for naam, deel in metingen().items():
        print(f"{naam:24} {deel['verhouding']:>9}x  {deel['hier']:>11} s / {deel['tegenover']:>11} s  {deel['wat']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
