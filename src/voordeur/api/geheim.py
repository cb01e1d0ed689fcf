"""What a key looks like: handed out once as a whole, kept as a number and a hash."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass

VOORVOEGSEL = "vd"
VORM = re.compile(rf"{VOORVOEGSEL}\.([a-z0-9_-]{{1,50}})\.([0-9a-f]{{12}})\.([A-Za-z0-9_-]{{43}})", re.ASCII)


@dataclass(frozen=True)
class NieuwGeheim:
    """What is handed out once (`bewijs`), and what is kept of it."""

    nummer: str
    geheim: str
    bewijs: str


def nieuw_geheim(regio: str) -> NieuwGeheim:
    """A new key of 256 random bits; a plain hash of it tells nothing."""
    nummer, geheim = secrets.token_hex(6), secrets.token_urlsafe(32)
    return NieuwGeheim(nummer, hash_van(geheim), f"{VOORVOEGSEL}.{regio}.{nummer}.{geheim}")


def hash_van(geheim: str) -> str:
    """How a secret is kept."""
    return hashlib.sha256(geheim.encode()).hexdigest()
