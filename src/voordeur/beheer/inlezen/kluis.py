"""The lock on a set: files and outcomes hold facts of people, and are gone once its key is."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

from voordeur.kern.actor import Actor
from voordeur.kern.sleutels import (
    SleutelOntbreekt,
    nieuwe_sleutel,
    ontsleutel_bestand,
    pak_sleutel_uit,
    verpak_opnieuw,
    versleutel_bestand,
)
from voordeur.kern.vernieuwen import vernieuwer

from ..models import Inleesbestand, Inleesgeheim, Inleesset

# by which a key of a row is blind
INDEX = "sleutel"


def nieuw_slot() -> bytes:
    """The key of a new set, packed as it may be stored."""
    return nieuwe_sleutel()[1]


def sluit(deze: Inleesset, inhoud: bytes) -> bytes:
    """Lock with the key of a set. Raises SleutelOntbreekt."""
    return versleutel_bestand(_sleutel(deze), inhoud)


def open_(deze: Inleesset, inhoud: bytes | memoryview) -> bytes:
    """Read what was locked with the key of a set. Raises SleutelOntbreekt."""
    return ontsleutel_bestand(_sleutel(deze), inhoud)


def sluit_json(deze: Inleesset, waarde: Any) -> bytes:
    """Lock values that JSON can hold. Raises SleutelOntbreekt."""
    return sluit(deze, json.dumps(waarde, ensure_ascii=False).encode())


def open_json(deze: Inleesset, inhoud: bytes | memoryview) -> Any:
    """Read values that were locked with the key of a set. Raises SleutelOntbreekt."""
    return json.loads(open_(deze, inhoud))


def bestanden_van(deze: Inleesset) -> dict[str, bytes]:
    """The files of a set by kind. Raises SleutelOntbreekt."""
    return {bestand.soort: open_(deze, bestand.inhoud) for bestand in Inleesbestand.objects.filter(set=deze)}


def gooi_sleutel_weg(deze: Inleesset) -> None:
    """Make whatever the set still holds of people unreadable, and remove it. The set itself is saved by who calls."""
    Inleesbestand.objects.filter(set=deze).delete()
    deze.daden.update(oud=None)
    deze.sleutel, deze.uitslag = None, None


def _sleutel(deze: Inleesset) -> bytes:
    if deze.sleutel is None:
        raise SleutelOntbreekt
    return pak_sleutel_uit(deze.sleutel)


def geheim_van(regio: str) -> bytes:
    """What makes the keys of a region blind; made when it is first asked for."""
    deze, _ = Inleesgeheim.objects.get_or_create(regio_id=regio, defaults={"sleutel": nieuw_slot()})
    return pak_sleutel_uit(deze.sleutel)


def blind(geheim: bytes, *delen: str) -> str:
    """A hash that only who has the secret can make."""
    return hmac.new(geheim, "\x00".join(delen).encode(), hashlib.sha256).hexdigest()


@vernieuwer("sleutels van inlezen")
def verpak_inlezen_opnieuw(wie: Actor) -> int:
    """Pack the keys of every set of the region with the main key in use. Returns how many. Raises SleutelOntbreekt."""
    van_regio = {"regio_id": wie.regio}
    sets = list(Inleesset.objects.select_for_update(no_key=True).filter(**van_regio).exclude(sleutel=None))
    rijen: list[Inleesset | Inleesgeheim] = [*sets, *Inleesgeheim.objects.select_for_update().filter(**van_regio)]
    for deze in rijen:
        deze.sleutel = verpak_opnieuw(bytes(deze.sleutel or b""))
        deze.save(update_fields=["sleutel"])
    return len(rijen)
