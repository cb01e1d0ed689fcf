"""The keys of an installation: made once, kept outside the database, given by the environment."""

from __future__ import annotations

import os
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from pathlib import Path

from ..fouten import InvoerFout

SLEUTEL, HOOFD, INDEX = "VOORDEUR_SLEUTEL", "VOORDEUR_HOOFDSLEUTELS", "VOORDEUR_INDEXSLEUTEL"
NAMEN = (SLEUTEL, HOOFD, INDEX)
BYTES = 32


def nieuwe_hoofdsleutel() -> str:
    """A main key: 256 bits, in the form that Fernet asks."""
    return urlsafe_b64encode(secrets.token_bytes(BYTES)).decode()


def nieuwe_sleutels() -> dict[str, str]:
    """A set for a new installation, by the name in the environment."""
    return {
        SLEUTEL: secrets.token_urlsafe(2 * BYTES),
        HOOFD: nieuwe_hoofdsleutel(),
        INDEX: secrets.token_urlsafe(BYTES),
    }


def als_regels(sleutels: Mapping[str, str]) -> list[str]:
    """The lines of an environment file."""
    return [f"{naam}={waarde}" for naam, waarde in sleutels.items()]


def eis_sleutels(omgeving: Mapping[str, str]) -> None:
    """Raises InvoerFout for the first key that the environment lacks."""
    for naam in NAMEN:
        if not omgeving.get(naam):
            raise InvoerFout(naam, "ontbreekt; maak sleutels met: voordeur sleutels nieuw")


def gezette_sleutels() -> dict[str, str]:
    """The keys by which Django runs now, by their names in the environment; a key that is not there is empty."""
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        sleutel = settings.SECRET_KEY
    except ImproperlyConfigured:  # how Django tells that it is empty
        sleutel = ""
    return {
        SLEUTEL: sleutel,
        HOOFD: ",".join(settings.VOORDEUR_HOOFDSLEUTELS),
        INDEX: settings.VOORDEUR_INDEXSLEUTEL,
    }


def lees_sleutels(bestand: Path) -> dict[str, str]:
    """The keys that were kept in a file; empty when there is none."""
    if not bestand.exists():
        return {}
    regels = (regel.partition("=") for regel in bestand.read_text("utf-8").splitlines() if "=" in regel)
    return {naam: waarde for naam, _, waarde in regels}


def bewaar_sleutels(bestand: Path, sleutels: Mapping[str, str]) -> None:
    """Keep the keys in a file that only this user can read; whole or not at all."""
    half = bestand.with_name(f".{bestand.name}.{os.getpid()}")
    half.unlink(missing_ok=True)
    with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as uit:
        uit.write("\n".join(als_regels(sleutels)) + "\n")
        uit.flush()
        os.fsync(uit.fileno())
    half.replace(bestand)
