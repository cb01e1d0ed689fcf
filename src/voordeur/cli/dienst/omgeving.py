"""What the parts of the service are told: the database, the folders and the keys, by the environment."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ..fouten import InvoerFout

LOPER, EIGENAAR = "DATABASE_URL", "DATABASE_OWNER_URL"
HOOFDEN = "VOORDEUR_ZEGELHOOFDEN"


@dataclass(frozen=True)
class Omgeving:
    """The environment of every part. `ingebed` is the folder of the embedded server, when that is used."""

    var: Path
    namen: Mapping[str, str] = field(repr=False)
    ingebed: Path | None = None

    @property
    def migreert(self) -> bool:
        """The service brings the tables up to date itself: only where no owner can be kept apart from it."""
        return self.ingebed is not None


def met_mappen(var: Path, namen: Mapping[str, str]) -> dict[str, str]:
    """The environment with a folder for whatever was not named."""
    standaard = {
        "VOORDEUR_VAR": str(var),
        "VOORDEUR_STATISCH": str(var / "statisch"),
        "VOORDEUR_POSTMAP": str(var / "post"),
        HOOFDEN: str(var / "zegelhoofden.json"),
        "DJANGO_SETTINGS_MODULE": "voordeur.web.settings",
    }
    return {**standaard, **namen}


@contextmanager
def omgeving_met_database(var: Path, namen: Mapping[str, str]) -> Iterator[Omgeving]:
    """The database of the environment, or the embedded server as long as the block runs. Raises InvoerFout."""
    alles = met_mappen(var, namen)
    if alles.get(LOPER):
        yield Omgeving(var, alles)
        return
    if alles.get(EIGENAAR):
        raise InvoerFout(LOPER, f"ontbreekt, en {EIGENAAR} is er wel; geef beide of geen van beide")
    from voordeur.kern.postgres import GeenServer, ingebedde_server

    try:
        with ingebedde_server(var) as server:
            yield Omgeving(var, {**alles, LOPER: server.loper, EIGENAAR: server.eigenaar}, ingebed=var)
    except GeenServer as fout:
        raise InvoerFout("database", str(fout)) from fout


def var_uit_omgeving() -> Path:
    """The folder for all that changes; made when it is not there."""
    from voordeur.kern.postgres import var_map

    var = var_map()
    if not var.exists():
        var.mkdir(parents=True)
        var.chmod(0o711)  # the user that PostgreSQL runs as passes through
    return var


def zegelhoofden() -> Path:
    """The file outside the database with the last seal of each region."""
    from voordeur.kern.postgres import var_map

    return Path(os.environ.get(HOOFDEN) or var_map() / "zegelhoofden.json")


def toepassing_aanwezig() -> None:
    """Raises InvoerFout where only the rules were installed."""
    try:
        import django  # noqa: F401
        import psycopg  # noqa: F401
        import waitress  # noqa: F401
    except ModuleNotFoundError:
        raise InvoerFout("opdracht", "deze opdracht heeft de toepassing nodig; installeer voordeur[app]") from None


def omgeving_nu() -> dict[str, str]:
    """A copy of the environment of this process."""
    return dict(os.environ)
