"""Files that only the user of the server may read: the passwords, and marks of what has been done."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from .gebruiker import Gebruiker
from .mappen import Mappen


def open_eigen(pad: Path, gebruiker: Gebruiker, vlaggen: int) -> int:
    """A descriptor of a 0600 file of this user. Follows no link: root may not be led out of the folder."""
    greep = os.open(pad, vlaggen | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    if os.fstat(greep).st_uid != gebruiker.uid:
        os.fchown(greep, gebruiker.uid, gebruiker.gid)
    return greep


def schrijf_eigen(pad: Path, tekst: str, gebruiker: Gebruiker) -> None:
    """Write a file as a whole: under another name first, so that a stop halfway leaves nothing half."""
    half = pad.with_name(f"{pad.name}.half")
    half.unlink(missing_ok=True)
    with open(open_eigen(half, gebruiker, os.O_WRONLY | os.O_EXCL), "w", encoding="utf-8") as bestand:
        bestand.write(tekst)
        bestand.flush()
        os.fsync(bestand.fileno())
    half.replace(pad)


def bestand_van(mappen: Mappen, rol: str) -> Path:
    """The file with the password of a role."""
    return mappen.basis / f"{rol}.wachtwoord"


def lees_wachtwoord(mappen: Mappen, rol: str) -> str:
    """The password of a role. Raises OSError when there is none."""
    return bestand_van(mappen, rol).read_text("utf-8").strip()


def maak_wachtwoord(mappen: Mappen, rol: str, gebruiker: Gebruiker) -> str:
    """The password of a role, made on the first call: 256 bits in characters that need no escape in a URL."""
    if not bestand_van(mappen, rol).exists():
        schrijf_eigen(bestand_van(mappen, rol), secrets.token_urlsafe(32) + "\n", gebruiker)
    return lees_wachtwoord(mappen, rol)
