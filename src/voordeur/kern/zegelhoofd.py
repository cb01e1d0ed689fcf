"""The head of each region's seals, kept in a file outside the database, so that a cut-off end is found."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

Hoofd = tuple[int, str]


def lees_hoofden(bestand: Path) -> dict[str, Hoofd]:
    """The number and hash of the last seal that was kept, by region; empty when nothing was kept yet."""
    if not bestand.exists():
        return {}
    return {
        regio: (int(nummer), str(hash_)) for regio, (nummer, hash_) in json.loads(bestand.read_text("utf-8")).items()
    }


def schrijf_hoofden(bestand: Path, hoofden: Mapping[str, Hoofd]) -> None:
    """Keep the heads; the file is whole or the old one."""
    bestand.parent.mkdir(parents=True, exist_ok=True)
    nieuw = bestand.with_name(f".{bestand.name}.{os.getpid()}")
    nieuw.write_text(json.dumps(dict(sorted(hoofden.items())), indent=1), "utf-8")
    nieuw.replace(bestand)
