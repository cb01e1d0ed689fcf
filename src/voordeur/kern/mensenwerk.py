"""The actions that a system never does, whatever account its key is for: a human reads and takes responsibility."""

from __future__ import annotations

from .actor import Actor
from .fouten import Mensenwerk, eis

# a decision about somebody is not made by a machine alone (article 22 AVG), and is signed by who has the mandate for it
# (article 10:3 Awb); a complaint is weighed by a person who was not
# involved (article 9:7 Awb); the others ask for a second person, who is there to look
MENSENWERK = frozenset({
    "api.sleutel.bevestigen",
    "beheer.beleid.beeindigen",
    "beheer.beleid.vaststellen",
    "beheer.inlezen.uitvoeren",
    "beheer.mandaat.bevestigen",
    "beheer.mens.herstel_bevestigen",
    "beheer.versie.bevestigen",
    "geld.subsidie.vaststellen",
    "geld.subsidie.verlenen",
    "geld.verrekening.vaststellen",
    "inwoner.afschermen.bevestigen",
    "inwoner.vernietigingslijst.goedkeuren",
    "inwoner.verzoek.uitvoeren",
    "toegang.besluit.nemen",
    "toegang.bezwaar.beslissen",
    "toegang.dwangsom.vaststellen",
    "toegang.klacht.afhandelen",
    "toegang.klok.begin_beslissen",
    "toegang.nood.bevestigen",
    "toegang.samenvoeging.bevestigen",
    "toegang.spoed.goedkeuren",
    "toegang.verplaatsing.bevestigen",
})  # fmt: skip


def eis_mens(wie: Actor, handeling: str) -> None:
    """Refuse what is for a human when a system asks it. Raises Mensenwerk."""
    eis(wie.vanwaar != "api" or handeling not in MENSENWERK, Mensenwerk())
