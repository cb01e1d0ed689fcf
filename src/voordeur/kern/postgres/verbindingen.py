"""The addresses that the application gets: one for each role."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from .geheimen import lees_wachtwoord
from .mappen import Mappen

DATABASE = "voordeur"
LOPER, EIGENAAR, BEHEERDER = "voordeur", "voordeur_eigenaar", "voordeur_beheer"


@dataclass(frozen=True)
class Verbindingen:
    """libpq URLs: `loper` for the role that runs the application, `eigenaar` for migrations. Hold passwords."""

    loper: str = field(repr=False)
    eigenaar: str = field(repr=False)


def verbindingen_van(mappen: Mappen, socketmap: Path) -> Verbindingen:
    """The addresses of the server with its socket in this folder. Raises OSError without passwords."""
    return Verbindingen(url(mappen, socketmap, LOPER), url(mappen, socketmap, EIGENAAR))


def url(mappen: Mappen, socketmap: Path, rol: str, database: str = DATABASE) -> str:
    """The address of one role."""
    plaats = quote(os.fsencode(socketmap), safe="")
    return f"postgresql://{rol}:{quote(lees_wachtwoord(mappen, rol))}@/{database}?host={plaats}&port=5432"
