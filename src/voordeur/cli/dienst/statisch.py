"""Static files, gathered into one folder with a hash in their names; again only when one of them is another."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.test.utils import override_settings

MERK = "van.txt"


def verzamel() -> bool:
    """Gather the static files when they are missing or stale; false when they were good.

    In a folder beside it first: the web door never serves half a set.
    """
    map_ = Path(settings.STATIC_ROOT)
    merk = kenmerk()
    bestaand = map_ / MERK
    if bestaand.exists() and bestaand.read_text("utf-8") == merk:
        return False
    nieuw, oud = (map_.with_name(f"{map_.name}.{deel}") for deel in ("nieuw", "oud"))
    for rest in (nieuw, oud):
        shutil.rmtree(rest, ignore_errors=True)
    with override_settings(STATIC_ROOT=str(nieuw)):
        call_command("collectstatic", verbosity=0, interactive=False)
    (nieuw / MERK).write_text(merk, "utf-8")
    if map_.exists():
        map_.rename(oud)
    nieuw.rename(map_)
    shutil.rmtree(oud, ignore_errors=True)
    return True


def kenmerk() -> str:
    """A hash over the names and contents of all static files of the installed apps."""
    som = sha256()
    for finder in get_finders():
        for naam, opslag in sorted(finder.list([]), key=lambda paar: str(paar[0])):
            som.update(f"{naam}\n".encode())
            with opslag.open(naam) as bestand:
                som.update(bestand.read())
    return som.hexdigest()
