"""Why there is no server. Each message is one Dutch line that says what to do."""

from __future__ import annotations

from pathlib import Path

EIGEN_SERVER = "gebruik een eigen server met DATABASE_URL en DATABASE_OWNER_URL"
UITWEG = f"kies een andere map met VOORDEUR_VAR=/pad, of {EIGEN_SERVER}"


class GeenServer(Exception):
    """The embedded server cannot be made, started, reached or stopped."""


def onbereikbaar(map_: Path, naam: str) -> GeenServer:
    """The user that runs the server cannot read or enter a folder."""
    return GeenServer(f"gebruiker {naam} van de database kan niet bij {map_}; {UITWEG}")


def laatste_regel(tekst: str) -> str:
    """The last line with words of what a program said, for in a message of one line."""
    regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    return regels[-1] if regels else "geen uitleg"
