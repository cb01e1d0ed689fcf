"""Invented persons and municipalities for the page with every building block. The term is a real computation."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from voordeur.regelingen.wetten import sluitingskalender, wettelijke_termijnen
from voordeur.regels.termijnen import bereken_termijn

from .bouwstenen import (
    OORDEELCHIPS,
    TAAKCHIPS,
    Conclusie,
    Gebeurtenis,
    Gegeven,
    Processtap,
    Taak,
    Voorwaarde,
    Waarom,
    termijnchip,
    wachtchip,
)
from .gronden import gronden_van, in_woorden
from .schil import Kruimel, Menugroep, Menupunt, Schil

VANDAAG = date(2026, 11, 23)
WMO = gronden_van(("wmo/2.3.5-4",))

STAPPEN = (
    Processtap("Melding", "19 oktober", "klaar"),
    Processtap("Eigen plan", "23 oktober", "klaar"),
    Processtap("Onderzoek", "uiterlijk 30 november", "nu"),
    Processtap("Aanvraag", "verwacht 1 december", "straks"),
    Processtap("Besluit", "uiterlijk 15 december", "straks"),
    Processtap("Plaatsing", "in januari", "straks"),
)
CHIPS = (
    *(termijnchip(dagen) for dagen in (-3, 0, 2, 7, 21)),
    wachtchip("CIZ"),
    *OORDEELCHIPS.values(),
    *TAAKCHIPS.values(),
)
CONCLUSIE = Conclusie(
    "mevrouw De Wit komt in aanmerking voor beschermd wonen.",
    (
        Voorwaarde("Zij is 18 jaar of ouder", "klopt", "Geboren op 4 maart 1994. Zij is 32 jaar.", WMO),
        Voorwaarde(
            "Zij woont in een van de zes gemeenten", "klopt", "Ingeschreven in Brinkum sinds 1 februari 2021.", WMO
        ),
        Voorwaarde("Lokale hulp is genoeg", "klopt_niet", "Advies van de gemeente Brinkum van 12 november.", WMO),
        Voorwaarde(
            "Zij heeft geen recht op zorg uit de Wet langdurige zorg",
            "onbekend",
            "Daarover is nog niet besloten. Vraag het na of leg uit waarom u niet wacht.",
            WMO,
        ),
    ),
)
GEGEVENS = (
    Gegeven("Geboren", "4 maart 1994"),
    Gegeven("Gemeente", "Brinkum"),
    Gegeven("Betaalt", "De regio (nieuwe cliënt)"),
    Gegeven("Contact", "Bellen in de ochtend"),
)
GEMEENTEN = (
    ("Aldervoorde", Decimal("14820000"), Decimal("436800")),
    ("Brinkum", Decimal("4260000"), Decimal("125558")),
    ("Castel", Decimal("3180000"), Decimal("-93726.40")),
)


def schil(hier: str) -> Schil:
    """The frame of an invented consulent."""
    bewoners = (
        Menupunt("Mijn werkvoorraad", hier, "inbox", kort="Mijn werk", aantal=14),
        Menupunt("Dossiers", hier, "folder", kort="Dossiers", hier=True),
        Menupunt("Plekken en wachtlijst", hier, "home"),
        Menupunt("Termijnen", hier, "calendar-event"),
    )
    samen = (
        Menupunt("Geld van de regio", hier, "chart-bar", kort="Regio"),
        Menupunt("Contracten", hier, "file-text"),
        Menupunt("Toezicht en klachten", hier, "clipboard-check"),
        Menupunt("Afspraken en regels", hier, "book-2"),
    )
    groepen = (Menugroep("Bewoners", bewoners), Menugroep("Samenwerking", samen))
    voet = tuple(Menupunt(naam, hier, "info-circle") for naam in ("Toegankelijkheid", "Privacy", "Hulp"))
    return Schil("Regio Elzenland", hier, groepen, "Noor Visser", "Consulent toegang", voet)


def kruimels(hier: str) -> tuple[Kruimel, ...]:
    """The way back of an invented case."""
    return (Kruimel("Mijn werkvoorraad", hier),)


def taken(hier: str) -> tuple[Taak, ...]:
    """Tasks in every state."""
    return (
        Taak("Gesprek met mevrouw De Wit", hier, "klaar"),
        Taak("Beoordeel de 4 voorwaarden", hier, "bezig"),
        Taak("Schrijf het verslag", hier, "te_doen"),
    )


def tijdlijn(hier: str) -> tuple[Gebeurtenis, ...]:
    """What happened, newest first."""
    return (
        Gebeurtenis(
            date(2026, 11, 12),
            "Advies van Brinkum ontvangen",
            "Lokale hulp is niet genoeg.",
            adres=hier,
            adrestekst="Lees het advies",
        ),
        Gebeurtenis(date(2026, 10, 29), "Gesprek aan de keukentafel", "Met mevrouw De Wit en haar broer.", "message-2"),
        Gebeurtenis(date(2026, 10, 19), "Melding", "Door mevrouw De Wit zelf, per telefoon.", "phone"),
    )


def termijn() -> dict[str, Any]:
    """The end of a real term of the law, with its steps in words."""
    uitkomst = bereken_termijn(wettelijke_termijnen()["onderzoek"], date(2026, 10, 19), sluitingskalender())
    uiterlijk = uitkomst.waarde.uiterlijk
    waarom = Waarom(
        "Waarom deze datum?",
        in_woorden(uitkomst),
        waarover="Zaak 2026-0417",
        berekend=datetime(2026, 11, 23, 8, 12, tzinfo=UTC),
        regels_sinds=date(2026, 1, 1),
    )
    return {"uiterlijk": uiterlijk, "chip": termijnchip((uiterlijk - VANDAAG).days), "waarom": waarom}
