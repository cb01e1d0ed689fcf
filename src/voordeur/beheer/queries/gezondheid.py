"""How the system itself is: the worker, messages, the seal, the clocks, the disk, and the version."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Max, Min
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinatePeriodicDefer, ProcrastinateWorker

from voordeur import __version__
from voordeur.berichten.queries import aantal_per_stand, nog_niet_weg
from voordeur.schermen.bouwstenen import Chip

from .begin import zegelstand
from .gemeenten import zonder_briefgegevens

Stand = Literal["goed", "nog_niet", "let_op", "fout"]
CHIPS: dict[Stand, Chip] = {
    "goed": Chip("goed", "In orde", "check"),
    "nog_niet": Chip("rust", "Nog niet gelopen", "clock"),
    "let_op": Chip("bijna", "Let op", "help-circle"),
    "fout": Chip("telaat", "Gaat niet goed", "alert-triangle"),
}
# the worker tells every ten seconds that it is there; sealing is each minute, watching the terms each hour
WERKER_STIL = timedelta(minutes=2)
ZEGEL_STIL = timedelta(minutes=5)
TERMIJNEN_STIL = timedelta(hours=2)
WACHT_LANG = timedelta(minutes=30)
KLOK_SCHEELT = timedelta(seconds=5)
# the share of the disk that is free, below which something is said
KRAP, VOL = 0.15, 0.05
GIB = 1024**3


@dataclass(frozen=True)
class Meting:
    """One thing that was looked at: how it is in a sentence, and what to do when it is not well."""

    naam: str
    stand: Stand
    hoe: str
    doe: str = ""

    @property
    def is_zorg(self) -> bool:
        return self.stand in ("let_op", "fout")

    @property
    def chip(self) -> Chip:
        return CHIPS[self.stand]


def gezondheid(regio: str, nu: datetime) -> list[Meting]:
    """Everything that is looked at, for the region where it is of one; `nu` as the clock of this process has it."""
    return [
        _werker(nu),
        _berichten(nu),
        _zegel(regio, nu),
        _termijnen(nu),
        _klok(nu),
        _rechtsdag(),
        _brieven(regio, nu.date()),
        _schijf(Path(os.environ.get("VOORDEUR_VAR") or settings.VOORDEUR_POSTMAP)),
        _database(),
        _versie(),
    ]


def _werker(nu: datetime) -> Meting:
    gezien = ProcrastinateWorker.objects.aggregate(laatst=Max("last_heartbeat"))["laatst"]
    if gezien is None or nu - gezien > WERKER_STIL:
        sinds = f"zweeg sinds {_moment(gezien)}" if gezien else "is niet gezien"
        return Meting("Werker", "fout", f"De werker {sinds}. Berichten gaan niet weg.", "Start de dienst opnieuw.")
    return Meting("Werker", "goed", f"De werker meldde zich om {_moment(gezien)}.")


def _berichten(nu: datetime) -> Meting:
    standen = aantal_per_stand()
    oudste = nog_niet_weg().filter(stand="klaar").values_list("klaargezet_om", flat=True).first()
    hoe = f"{standen['klaar']} onderweg, {standen['mislukt']} mislukt."
    if standen["mislukt"]:
        return Meting("Berichten", "let_op", hoe, "Kijk onder Berichten waarom, en verstuur ze opnieuw.")
    if oudste is not None and nu - oudste > WACHT_LANG:
        return Meting(
            "Berichten", "fout", f"{hoe} Het oudste wacht sinds {_moment(oudste)}.", "Kijk of de werker werkt."
        )
    return Meting("Berichten", "goed", hoe)


def _zegel(regio: str, nu: datetime) -> Meting:
    stand = zegelstand(regio)
    hoe = f"{stand.verzegeld} van de {stand.regels} regels zijn verzegeld."
    if stand.open and (stand.laatst is None or nu - stand.laatst > ZEGEL_STIL):
        return Meting("Verzegelen van het logboek", "fout", hoe, "Voer uit: voordeur journaal controleer.")
    return Meting("Verzegelen van het logboek", "goed", hoe)


def _termijnen(nu: datetime) -> Meting:
    laatst = ProcrastinatePeriodicDefer.objects.filter(task_name="toegang.bewaak").aggregate(om=Max("defer_timestamp"))[
        "om"
    ]
    moment = datetime.fromtimestamp(laatst, UTC) if laatst else None
    if nu - _ingericht() < TERMIJNEN_STIL and moment is None:
        return Meting("Termijnen bewaken", "nog_niet", "Voordeur is hier nieuw. De eerste keer is binnen een uur.")
    if moment is None or nu - moment > TERMIJNEN_STIL:
        hoe = f"De termijnen zijn het laatst bewaakt op {_moment(moment)}." if moment else "Nog niet bewaakt."
        return Meting("Termijnen bewaken", "fout", hoe, "Kijk of de werker werkt.")
    return Meting("Termijnen bewaken", "goed", f"De termijnen zijn bewaakt om {_moment(moment)}.")


def _ingericht() -> datetime:
    """When this database was made."""
    eerste: datetime = MigrationRecorder(connection).migration_qs.aggregate(om=Min("applied"))["om"]
    return eerste


def _klok(nu: datetime) -> Meting:
    """The clock of this machine beside that of the database: journal and terms come from both."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        daar: datetime = cursor.fetchone()[0]
    scheelt = abs(datetime.now(UTC) - daar)
    if scheelt > KLOK_SCHEELT:
        hoe = f"De klok van de database scheelt {round(scheelt.total_seconds())} seconden met die van de server."
        return Meting("Klok", "fout", hoe, "Zet op beide machines de tijd gelijk (NTP).")
    return Meting("Klok", "goed", f"Server en database lopen gelijk. Het is {_moment(nu)}.")


def _rechtsdag() -> Meting:
    gezet: date | None = settings.VOORDEUR_VANDAAG
    if gezet:
        return Meting(
            "Datum", "let_op", f"De dag staat vast op {gezet:%d-%m-%Y}.", "Dat is alleen voor een demo of een test."
        )
    return Meting("Datum", "goed", "De dag loopt gewoon door.")


def _brieven(regio: str, dag: date) -> Meting:
    if zonder := zonder_briefgegevens(regio, dag):
        return Meting("Gegevens op brieven", "let_op", zonder, "Vul ze in bij Beheer, Gemeenten.")
    return Meting("Gegevens op brieven", "goed", "Elke gemeente heeft een postadres en een telefoonnummer.")


def _schijf(map_: Path) -> Meting:
    bestaat = next(deel for deel in (map_, *map_.absolute().parents) if deel.exists())
    ruimte = shutil.disk_usage(bestaat)
    vrij = ruimte.free / ruimte.total
    hoe = f"{ruimte.free / GIB:.1f} GB vrij ({vrij:.0%}).".replace(".", ",", 1)
    if vrij < KRAP:
        return Meting("Schijf", "fout" if vrij < VOL else "let_op", hoe, "Maak ruimte, of vergroot de schijf.")
    return Meting("Schijf", "goed", hoe)


def _database() -> Meting:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version'), pg_database_size(current_database())")
        versie, grootte = cursor.fetchone()
    return Meting("Database", "goed", f"PostgreSQL {versie.split()[0]}, {round(grootte / 1024**2)} MB.")


def _versie() -> Meting:
    uitvoerder = MigrationExecutor(connection)
    achter = len(uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes()))
    if achter:
        return Meting("Versie", "fout", f"De database loopt {achter} stappen achter.", "Voer uit: voordeur migreer.")
    return Meting("Versie", "goed", f"Voordeur {__version__}. Database en versie passen bij elkaar.")


def _moment(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%d-%m-%Y %H:%M}"
