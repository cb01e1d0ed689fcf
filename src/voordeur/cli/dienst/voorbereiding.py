"""What has to be done before the doors open: tables as this version knows them, and static files."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from .kinderen import zeg
from .statisch import verzamel

EIGENAAR = "eigenaar"


def nog_te_migreren(alias: str) -> list[str]:
    """The migrations that the database does not have yet, in order."""
    uitvoerder = MigrationExecutor(connections[alias])
    plan = uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes())
    return [f"{migratie.app_label}.{migratie.name}" for migratie, _ in plan]


def migreer_alles() -> list[str]:
    """Bring the tables up to date as their owner; gives the migrations that were done."""
    nieuw = nog_te_migreren(EIGENAAR)
    if nieuw:
        zeg(f"de tabellen worden gemaakt of bijgewerkt ({len(nieuw)} stappen); dat duurt even")
        call_command("migrate", database=EIGENAAR, verbosity=0)
    connections[EIGENAAR].close()
    maak_vindbaar()
    sluit_post()
    return nieuw


def sluit_post() -> int:
    """What an earlier version left open in the outbox is locked after this; returns how many that were."""
    from voordeur.kern.actor import als
    from voordeur.kern.onderhoud import regios, systeem
    from voordeur.toegang.oude_post import sluit_oude_post

    aantal = 0
    for regio in regios():
        with als(systeem(regio)):
            aantal += sluit_oude_post()
    return aantal


def maak_vindbaar() -> int:
    """Who was registered by an earlier version can be found by name after this; returns how many that were."""
    from voordeur.inwoner.zoeksleutels import vul_zoeksleutels
    from voordeur.kern.actor import als
    from voordeur.kern.onderhoud import regios, systeem

    aantal = 0
    for regio in regios():
        with als(systeem(regio)):
            aantal += vul_zoeksleutels()
    return aantal


def vergeet_opnieuw() -> int:
    """Whoever was destroyed and came back with a copy is destroyed again; returns how many.

    Raises RegisterOnleesbaar.
    """
    from voordeur.inwoner.herstel import herhaal_vernietigingen
    from voordeur.web.klok import vandaag

    return herhaal_vernietigingen(vandaag())


def bereid(*, migreer: bool) -> int:
    """Prepare, before anybody can log in.

    The exit code is 2 when the database is older than this version and may not be touched here, or when the register
    of destructions cannot be read.
    """
    from voordeur.inwoner.register import RegisterOnleesbaar

    if migreer:
        migreer_alles()
    elif nieuw := nog_te_migreren("default"):
        zeg(f"de database is ouder dan deze versie ({len(nieuw)} migraties); voer eerst uit: voordeur migreer")
        return 2
    try:
        if opnieuw := vergeet_opnieuw():
            zeg(f"{opnieuw} keer opnieuw vernietigd wat een teruggezette kopie weer leesbaar maakte")
    except RegisterOnleesbaar as fout:
        zeg(str(fout))
        return 2
    verzamel()
    return 0
