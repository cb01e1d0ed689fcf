"""The examples in the manual: run each one and write its real output under it."""

from __future__ import annotations

import io
import re
import shlex
import sys
from contextlib import redirect_stdout

from voordeur.cli.hoofd import voer_uit

from .merken import WORTEL

HANDLEIDING = WORTEL / "docs" / "handleiding.md"
VOORBEELD = re.compile(r"```console\n\$ voordeur (?P<opdracht>.*)\n(?P<uitvoer>(?:.*\n)*?)```")
REST, HOOGSTENS = "…", 14


def voorbeelden() -> list[tuple[str, str]]:
    """The commands in the manual with the output that stands under each."""
    return [(deel["opdracht"], deel["uitvoer"]) for deel in VOORBEELD.finditer(HANDLEIDING.read_text("utf-8"))]


def uitvoer_van(opdracht: str, *, kort: bool) -> str:
    """What a command prints; `kort` keeps the first lines. Raises ValueError when the command fails."""
    with redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")) as scherm:
        if voer_uit(shlex.split(opdracht)) != 0:
            raise ValueError(f"voordeur {opdracht} failed")
        scherm.flush()
        regels = scherm.buffer.getvalue().decode("utf-8").splitlines()
    getoond = [*regels[:HOOGSTENS], REST] if kort and len(regels) > HOOGSTENS else regels
    return "".join(f"{regel}\n" for regel in getoond)


def main() -> int:
    """Write the output of every example into the manual."""
    tekst = HANDLEIDING.read_text("utf-8")

    def vul(deel: re.Match[str]) -> str:
        opdracht = deel["opdracht"]
        kort = deel["uitvoer"].endswith(f"{REST}\n")
        return f"```console\n$ voordeur {opdracht}\n{uitvoer_van(opdracht, kort=kort)}```"

    HANDLEIDING.write_text(VOORBEELD.sub(vul, tekst), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
