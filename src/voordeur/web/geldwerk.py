"""What waits in the money for a second person, as lines of the work list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from voordeur.geld.queries import TeBeoordelen, terug_van
from voordeur.kern.actor import Actor
from voordeur.regels.bedragen import NUL
from voordeur.schermen.bouwstenen import Chip, wachtchip

from .adres import adres_van

PER_SOORT = 30
TE_DOEN = Chip("bijna", "Nog beoordelen", "help-circle")


@dataclass(frozen=True)
class Geldregel:
    """What waits: of whom, how much, and whether it waits for the reader or for a colleague."""

    naam: str
    nummer: str
    aanbieder: str
    bedrag: Decimal
    chip: Chip
    adres: str


def geldwerk(wie: Actor, wachtend: TeBeoordelen) -> list[Geldregel]:
    """The oldest of each kind, what waits for the reader in front."""
    regels = [
        *_verrekeningen(wie, wachtend),
        *_betalingen(wie, wachtend),
        *_declaraties(wie, wachtend),
        *_subsidies(wie, wachtend),
    ]
    return sorted(regels, key=lambda regel: regel.chip is not TE_DOEN)


def _chip(wie: Actor, door: int | None) -> Chip:
    return wachtchip("een collega") if door == wie.account else TE_DOEN


def _verrekeningen(wie: Actor, wachtend: TeBeoordelen) -> Iterator[Geldregel]:
    for deel in wachtend.verrekeningen[:PER_SOORT]:
        jaar, bedrag = deel.begroting.jaar, sum(terug_van(deel).values(), NUL)
        chip, adres = _chip(wie, deel.voorbereid_door), adres_van("geld:jaar", jaar)
        yield Geldregel("Verrekening met de gemeenten", str(jaar), "Alle gemeenten", bedrag, chip, adres)


def _betalingen(wie: Actor, wachtend: TeBeoordelen) -> Iterator[Geldregel]:
    for deel in wachtend.betalingen[:PER_SOORT]:
        naam, adres = deel.get_soort_display(), adres_van("geld:betaling", deel.nummer)
        yield Geldregel(naam, deel.nummer, deel.organisatie.naam, deel.bedrag, _chip(wie, deel.klaargezet_door), adres)


def _declaraties(wie: Actor, wachtend: TeBeoordelen) -> Iterator[Geldregel]:
    for deel in wachtend.declaraties[:PER_SOORT]:
        adres = adres_van("geld:declaratie", deel.nummer)
        chip = _chip(wie, deel.ingediend_door)
        yield Geldregel("Declaratie", deel.nummer, deel.organisatie.naam, deel.bedrag, chip, adres)


def _subsidies(wie: Actor, wachtend: TeBeoordelen) -> Iterator[Geldregel]:
    for deel in wachtend.subsidies[:PER_SOORT]:
        vaststelling = deel.stand == "vaststelling"
        door = deel.vaststelling_door if vaststelling else deel.voorbereid_door
        naam = f"Subsidie {deel.jaar}, {'vaststelling' if vaststelling else 'verlening'}"
        bedrag = (deel.vastgesteld_bedrag if vaststelling else None) or deel.verleend_bedrag
        yield Geldregel(
            naam, deel.nummer, deel.organisatie.naam, bedrag, _chip(wie, door), adres_van("geld:subsidie", deel.nummer)
        )
