"""Keys outside the database: packing the keys of persons, and finding without being able to read."""

from __future__ import annotations

import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

# how Django gives what a BinaryField holds
Bytes = bytes | memoryview


class SleutelOntbreekt(Exception):
    """Something was packed with a key that is not here, or its key was destroyed."""

    def __init__(self) -> None:
        super().__init__("Deze gegevens zijn niet meer te lezen: de sleutel is vernietigd of ontbreekt.")


def hoofdsleutels() -> MultiFernet:
    """The main keys, the one in use first; the others still unpack what is old. Raises ImproperlyConfigured."""
    if not settings.VOORDEUR_HOOFDSLEUTELS:
        raise ImproperlyConfigured("VOORDEUR_HOOFDSLEUTELS ontbreekt: zonder hoofdsleutel wordt niets bewaard")
    return MultiFernet([Fernet(sleutel) for sleutel in settings.VOORDEUR_HOOFDSLEUTELS])


def nieuwe_sleutel() -> tuple[bytes, bytes]:
    """A key of its own for one person: itself, and packed with the main key as it may be stored."""
    sleutel = Fernet.generate_key()
    return sleutel, hoofdsleutels().encrypt(sleutel)


def pak_sleutel_uit(verpakt: Bytes) -> bytes:
    """The key of a person, or what else the main key locked. Raises SleutelOntbreekt."""
    return _lees(hoofdsleutels(), verpakt)


def sluit_met_hoofdsleutel(inhoud: bytes) -> bytes:
    """Lock what is about nobody with the main key in use; `pak_sleutel_uit` opens it."""
    return hoofdsleutels().encrypt(inhoud)


def verpak_opnieuw(verpakt: bytes) -> bytes:
    """The same key under the main key in use: what rotation does, without touching what it locks.

    Raises SleutelOntbreekt.
    """
    try:
        return hoofdsleutels().rotate(verpakt)
    except InvalidToken:
        raise SleutelOntbreekt from None


def versleutel(sleutel: bytes, inhoud: str) -> bytes:
    """Lock a text with a person's key."""
    return versleutel_bestand(sleutel, inhoud.encode())


def versleutel_bestand(sleutel: bytes, inhoud: bytes) -> bytes:
    """Lock a file with a person's key."""
    return Fernet(sleutel).encrypt(inhoud)


def ontsleutel(sleutel: bytes, inhoud: Bytes) -> str:
    """Read a text with a person's key. Raises SleutelOntbreekt."""
    return ontsleutel_bestand(sleutel, inhoud).decode()


def ontsleutel_bestand(sleutel: bytes, inhoud: Bytes) -> bytes:
    """Read a file with a person's key. Raises SleutelOntbreekt."""
    return _lees(Fernet(sleutel), inhoud)


def _lees(slot: Fernet | MultiFernet, inhoud: Bytes) -> bytes:
    try:
        return slot.decrypt(bytes(inhoud))
    except InvalidToken:
        raise SleutelOntbreekt from None


def blinde_index(regio: str, soort: str, waarde: str) -> str:
    """A key to find an exact value by, different in each region, from which the value cannot be read."""
    if not settings.VOORDEUR_INDEXSLEUTEL:
        raise ImproperlyConfigured("VOORDEUR_INDEXSLEUTEL ontbreekt: zonder indexsleutel is niets terug te vinden")
    boodschap = f"{regio}\x00{soort}\x00{waarde}".encode()
    return hmac.new(settings.VOORDEUR_INDEXSLEUTEL.encode(), boodschap, hashlib.sha256).hexdigest()
