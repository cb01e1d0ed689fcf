"""What residents do themselves, and what is done with it, as a person reads it in the journal."""

from __future__ import annotations

VAN_INWONER: dict[str, tuple[str, str, str]] = {
    "mijn.zaak.inzien": ("Eigen zaak gelezen", "De inwoner opende de eigen zaak.", "folder"),
    "toegang.inwonervraag.stellen": ("Vraag van de inwoner", "De inwoner stelde een vraag.", "message-2"),
    "toegang.inwonervraag.beantwoorden": ("Vraag beantwoord", "{wie} beantwoordde een vraag.", "message-2"),
    "toegang.klacht.indienen": ("Klacht van de inwoner", "De inwoner diende een klacht in.", "inbox"),
    "toegang.klacht.opnemen": ("Klacht opgeschreven", "{wie} schreef een klacht van de inwoner op.", "inbox"),
    "toegang.klacht.doorsturen": ("Klacht doorgestuurd", "{wie} stuurde een klacht door.", "mail"),
    "toegang.klacht.persoon": ("Klachtenpersoon", "{wie} schakelde de klachtenpersoon in.", "users"),
    "toegang.klacht.verdagen": ("Klacht uitgesteld", "{wie} nam vier weken meer tijd.", "clock"),
    "toegang.klacht.afhandelen": ("Klacht afgehandeld", "{wie} gaf een oordeel over een klacht.", "gavel"),
    "toegang.afspraak.maken": ("Afspraak gemaakt", "{wie} maakte een afspraak.", "calendar-event"),
    "toegang.afspraak.verzetten": ("Afspraak verzet", "{wie} verzette een afspraak.", "calendar-event"),
    "toegang.afspraak.afzeggen": ("Afspraak afgezegd", "{wie} zegde een afspraak af.", "calendar-event"),
    "toegang.afspraak.anders": ("Ander moment gevraagd", "De inwoner vroeg een ander moment.", "calendar-event"),
}
