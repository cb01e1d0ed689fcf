"""Whether the folder holds a demo, and how far it came: a file beside the database, so that nobody fills a real one."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from ..fouten import InvoerFout

BESTAND, SLEUTELS, DATA = "demo.json", "demo-sleutels.env", "postgres"
VAN_DE_DEMO = (SLEUTELS, "zegelhoofden.json", "vernietigingen.jsonl")
MAPPEN_VAN_DE_DEMO = (DATA, "post")


@dataclass(frozen=True)
class Demostand:
    """Of which seed and day the demo is; `klaar` False: the filling was broken off."""

    zaad: int
    vandaag: str
    klaar: bool


def lees_stand(var: Path) -> Demostand | None:
    """The demo in this folder; None when there is none."""
    with suppress(FileNotFoundError, ValueError, TypeError):
        return Demostand(**json.loads((var / BESTAND).read_text("utf-8")))
    return None


def schrijf_stand(var: Path, zaad: int, vandaag: date, *, klaar: bool) -> None:
    """Keep what this folder holds; whole or not at all."""
    half = var / f".{BESTAND}"
    half.write_text(json.dumps(asdict(Demostand(zaad, vandaag.isoformat(), klaar))), "utf-8")
    half.replace(var / BESTAND)


def eis_demo_of_leeg(var: Path) -> None:
    """Raises InvoerFout on a database that is not the demo's."""
    if lees_stand(var) is None and (var / DATA).exists():
        raise InvoerFout(
            "demo", f"in {var} staat al een database die geen demo is; kies een andere map met VOORDEUR_VAR=/pad"
        )


def begin_opnieuw(var: Path) -> None:
    """Remove the demo: its database, keys, messages and heads. To be called by who holds the folder.

    Raises InvoerFout when it is no demo.
    """
    eis_demo_of_leeg(var)
    from voordeur.kern.postgres import GeenServer, stop

    try:
        stop(var)  # one that a killed run left behind
    except GeenServer as fout:
        raise InvoerFout("demo", str(fout)) from None
    for naam in MAPPEN_VAN_DE_DEMO:
        if (var / naam).exists():
            shutil.rmtree(var / naam)
    for naam in VAN_DE_DEMO:
        (var / naam).unlink(missing_ok=True)
    (var / BESTAND).unlink(missing_ok=True)
