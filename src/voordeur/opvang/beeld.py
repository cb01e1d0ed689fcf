"""Somebody's page at a shelter: what there is to do, why, what is known, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from voordeur.inwoner.queries import ONBEKEND
from voordeur.kern.perioden import gesloten
from voordeur.regelingen.schema import Regeling
from voordeur.regels.drieledig import ANTWOORD
from voordeur.regels.opvang import toets_opvang
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven, Taak, Waarom
from voordeur.schermen.gronden import in_woorden
from voordeur.toegang.models import Besluit, Dossier
from voordeur.toegang.queries import opvangvormen

from .queries import Persoonsbeeld
from .toets import feiten_uit
from .veiligheid import VEILIG, signalen, zonder_antwoord
from .vragenlijst import JA_NEE, TEKST

Stap = Dossier.Stap
JA_NEE_WOORD = {"ja": "Ja", "nee": "Nee", "onbekend": "Nog niet bekend"}
TE_VRAGEN = (Stap.ONDERZOEK, Stap.AANVRAAG, Stap.BESLUIT)


@dataclass(frozen=True)
class Planbeeld:
    """The plan of somebody: goals, and what the chain of the region can do. Both empty: there is none yet."""

    doelen: tuple[str, ...]
    oplossingen: tuple[str, ...]


def plan_van(geschreven: Mapping[str, Any]) -> Planbeeld:
    """The plan out of what was written down."""
    plan = geschreven.get("opvang plan", {})
    return Planbeeld(tuple(plan.get("doelen", ())), tuple(plan.get("oplossingen", ())))


def naam_van(persoon: Persoonsbeeld) -> str:
    """How somebody is called, or what there is instead."""
    voluit = f"{persoon.identiteit.get('voornaam') or ''} {persoon.identiteit.get('naam') or ''}".strip()
    return voluit or ONBEKEND.capitalize()


def voorstel_van(persoon: Persoonsbeeld) -> Besluit | None:
    """The decision that waits for a signature."""
    besluiten = persoon.beeld.besluiten if persoon.beeld else ()
    return next((deel for deel in besluiten if deel.genomen_op is None and deel.ingetrokken_op is None), None)


def taken(persoon: Persoonsbeeld) -> tuple[Taak, ...]:
    """What there is to do, each with how far it is."""
    nummer = persoon.dossier.nummer
    return tuple(Taak(naam, reverse(scherm, args=[nummer]), stand) for naam, scherm, stand in _taken(persoon))


def _taken(persoon: Persoonsbeeld) -> Iterator[tuple[str, str, Any]]:
    stap, geschreven = persoon.dossier.stap, persoon.geschreven
    if stap == Stap.AFGESLOTEN or persoon.vernietigd:
        return
    if signalen(geschreven):
        yield "Zorg voor een veilige plek", "opvang:veilig", "te_doen" if zonder_antwoord(geschreven) else "klaar"
    bekend = bool(persoon.identiteit.get("naam"))
    yield "Vul de gegevens aan", "opvang:gegevens", "klaar" if bekend else "te_doen"
    voorstel = voorstel_van(persoon)
    if stap in TE_VRAGEN and voorstel is None:
        klaar = persoon.dossier.onderzocht_op is not None
        yield (
            "Doe de intake",
            "opvang:intake",
            "klaar" if klaar else "bezig" if "opvang intake" in geschreven else "te_doen",
        )
    yield "Stel een traject voor", "opvang:plan", "klaar" if "opvang plan" in geschreven else "te_doen"
    if persoon.beslist_zelf and stap == Stap.BESLUIT:
        if voorstel is None:
            yield "Bereid het besluit voor", "opvang:besluit", "te_doen"
        else:
            yield "Lees en onderteken het besluit", "opvang:ondertekenen", "te_doen"


def onveilig(persoon: Persoonsbeeld) -> tuple[str, ...]:
    """Why somebody is not safe, as long as no safe place or plan was written down."""
    return () if persoon.dossier.stap == Stap.AFGESLOTEN else zonder_antwoord(persoon.geschreven)


def veilige_plek(persoon: Persoonsbeeld) -> tuple[Gegeven, ...]:
    """The safe place or the plan that was written down; empty when there is none."""
    veilig = persoon.geschreven.get(VEILIG)
    if not veilig:
        return ()
    paren = (
        ("Plek of plan", veilig["plan"]),
        ("Afgesproken met", veilig["gesproken"]),
        ("Vastgelegd op", schrijf_datum(date.fromisoformat(veilig["op"]))),
    )
    return tuple(Gegeven(naam, waarde) for naam, waarde in paren if waarde)


def uitkomst(persoon: Persoonsbeeld, regeling: Regeling) -> Waarom:
    """What the law says of this person by what is known now."""
    feiten = feiten_uit(persoon.geschreven.get("opvang intake", {}))
    return Waarom("Heeft deze persoon recht op opvang?", in_woorden(toets_opvang(feiten), regeling), open=True)


def gegevens(persoon: Persoonsbeeld) -> tuple[Gegeven, ...]:
    """What is known; what is not known says so, and is never a no."""
    wie, deur = persoon.identiteit, persoon.geschreven.get("deur", {})
    geboren = wie.get("geboortedatum")
    plaats = persoon.geschreven.get("opvang woonplaats", {}).get("woonplaats")
    return (
        Gegeven("Geboren", schrijf_datum(date.fromisoformat(geboren)) if geboren else "nog niet bekend"),
        Gegeven("Woonplaats", plaats or "woonplaats nog niet bekend"),
        Gegeven("Telefoon", wie.get("telefoon") or "nog niet bekend"),
        Gegeven("Voelt zich veilig", JA_NEE_WOORD[ANTWOORD[deur.get("veilig")]]),
        Gegeven("Kwam als kind", "Ja" if deur.get("kind") else "Nee"),
        Gegeven("Gemeld op", schrijf_datum(persoon.dossier.gemeld_op)),
    )


def intake_regels(persoon: Persoonsbeeld) -> tuple[Gegeven, ...]:
    """The answers of the intake; empty when there was none."""
    gevonden = persoon.geschreven.get("opvang intake")
    return () if gevonden is None else tuple(intake_van(gevonden))


def intake_van(gevonden: dict[str, Any]) -> Iterator[Gegeven]:
    """The answers of an intake, line by line."""
    for vraag in JA_NEE:
        yield Gegeven(vraag.vraag, JA_NEE_WOORD[ANTWOORD[gevonden.get(vraag.id)]])
    if gevonden.get("herkomst"):
        yield Gegeven("Kwam bij de opvang", str(gevonden["herkomst"]))
    if gevonden.get("binding_tekst"):
        yield Gegeven("Over die band", str(gevonden["binding_tekst"]))
    for vraag in TEKST:
        if gevonden.get(vraag.id):
            yield Gegeven(vraag.vraag, str(gevonden[vraag.id]))
    for domein, score in gevonden.get("zrm", {}).items():
        yield Gegeven(domein, str(score))
    yield Gegeven("Vragenlijst", f"versie {gevonden.get('versie', '')}")


def besluit_regels(besluit: Besluit, persoon: Persoonsbeeld, regeling: Regeling) -> tuple[Gegeven, ...]:
    """What a decision says, line by line."""
    geschreven = persoon.beeld.geschreven if persoon.beeld else {}
    toelichting = geschreven.get(f"besluit {besluit.nummer}", {})
    dagen = gesloten(besluit.periode) if besluit.periode else None
    paren = (
        ("Besluit", besluit.get_strekking_display().capitalize()),
        ("Plek", opvangvormen(regeling).get(besluit.vorm, besluit.vorm)),
        ("Eerste dag", schrijf_datum(dagen.van) if dagen else ""),
        ("Laatste dag", schrijf_datum(dagen.tot) if dagen and dagen.tot else ""),
        ("Reden", toelichting.get("motivering", "")),
        ("Wat wel kan", toelichting.get("in_plaats_daarvan", "")),
        ("Wijkt af, want", toelichting.get("afwijking", "") if besluit.wijkt_af else ""),
    )
    return tuple(Gegeven(naam, str(waarde)) for naam, waarde in paren if waarde)
