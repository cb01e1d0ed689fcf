"""Whether somebody said not to be safe, and whether there is an answer to it yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

VEILIG = "opvang veilig"
SIGNALEN = {
    "deur": "Aan de deur bleek: de persoon voelt zich niet veilig.",
    "intake": "In de intake staat: er is gevaar door geweld in huis.",
}


def signalen(geschreven: Mapping[str, Any]) -> list[str]:
    """Where it was said that somebody is not safe. Not known yet is no signal."""
    gezegd = {
        "deur": geschreven.get("deur", {}).get("veilig") is False,
        "intake": geschreven.get("opvang intake", {}).get("geweld") is True,
    }
    return [naam for naam, onveilig in gezegd.items() if onveilig]


def zonder_antwoord(geschreven: Mapping[str, Any]) -> tuple[str, ...]:
    """The signals, as sentences, that came after the last safe place or plan; empty when there is nothing to do."""
    beantwoord = geschreven.get(VEILIG, {}).get("signalen", ())
    return tuple(SIGNALEN[naam] for naam in signalen(geschreven) if naam not in beantwoord)
