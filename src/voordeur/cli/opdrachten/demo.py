"""`voordeur demo`: five invented regions at work, on a database of its own, until somebody stops it."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from voordeur.regels.uitkomst import stap

from ..dienst.demostand import DATA, SLEUTELS, begin_opnieuw, eis_demo_of_leeg, lees_stand, schrijf_stand
from ..dienst.kinderen import Kinderen, zeg
from ..dienst.omgeving import (
    LOPER,
    Omgeving,
    omgeving_met_database,
    omgeving_nu,
    toepassing_aanwezig,
    var_uit_omgeving,
)
from ..dienst.poort import luister
from ..dienst.signalen import Gestopt, einde_als_gestopt, volg_make
from ..dienst.sleutelbos import bewaar_sleutels, lees_sleutels, nieuwe_sleutels
from ..dienst.slot import enige_op
from ..dienst.wacht import Adres, doe_samen, draai
from ..fouten import InvoerFout
from ..groep import Nederlands, json_optie
from ..soorten import DATUM, GETAL
from ..uitvoer import Antwoord, geef, schrijf
from .dienst import poort_optie


@dataclass(frozen=True)
class Keuzes:
    """What was asked: `vandaag` None is the day of the clock."""

    zaad: int
    vandaag: date | None
    inwoners: int
    nieuw: bool
    als_json: bool


@click.command("demo", cls=Nederlands)
@poort_optie
@click.option("--nieuw", is_flag=True, help="Gooi de demo weg en begin opnieuw.")
@click.option("--vandaag", type=DATUM, envvar="VOORDEUR_VANDAAG", metavar="DATUM", help="De dag waarop de demo speelt.")
@click.option("--zaad", type=GETAL, default=1, metavar="GETAL", help="Een ander zaad geeft andere mensen.")
@click.option(
    "--inwoners",
    type=GETAL,
    default=1000,
    envvar="VOORDEUR_DEMO_INWONERS",
    metavar="GETAL",
    help="Hoogstens zoveel inwoners per regio.",
)
@json_optie
def opdracht(poort: int, als_json: bool, **keuzes: Any) -> None:
    """Laat Voordeur zien met verzonnen mensen in vijf regio's. De eerste keer vult dit een database. Stop met Ctrl-C.

    \b
    Voorbeeld: voordeur demo --poort 8000
    """
    toepassing_aanwezig()
    namen = omgeving_nu()
    if namen.get(LOPER):
        raise InvoerFout(LOPER, "de demo gebruikt een eigen database; start zonder deze instelling")
    adres, var = Adres("127.0.0.1", poort), var_uit_omgeving()
    try:
        with einde_als_gestopt(), luister(adres.host, adres.poort) as luisteraar, enige_op(var):
            volg_make()
            _draai(var, namen, luisteraar, adres, Keuzes(**keuzes, als_json=als_json))
    except Gestopt:
        click.echo("voordeur: gestopt", err=True)


def _draai(var: Path, namen: dict[str, str], luisteraar: socket.socket, adres: Adres, keuzes: Keuzes) -> None:
    stand = lees_stand(var)
    if keuzes.nieuw or (stand is not None and not stand.klaar):
        begin_opnieuw(var)
        stand = None
    eis_demo_of_leeg(var)
    vandaag = keuzes.vandaag or datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    if stand is None:
        schrijf_stand(var, keuzes.zaad, vandaag, klaar=False)
    alles = {"VOORDEUR_DEMO": "1", **namen, **_sleutels(var, nieuw=stand is None)}
    if keuzes.vandaag is not None:
        alles["VOORDEUR_VANDAAG"] = keuzes.vandaag.isoformat()
    eerst = partial(_vul, keuzes, vandaag) if stand is None else None
    with omgeving_met_database(var, alles) as omgeving:
        draai(omgeving, luisteraar, adres, eerst=eerst, klaar=partial(_toon, vandaag, keuzes.als_json))


def _sleutels(var: Path, *, nieuw: bool) -> dict[str, str]:
    """The keys of this demo, made once. Raises InvoerFout when they were lost: then nothing can be read any more."""
    bestand = var / SLEUTELS
    if not bestand.exists():
        if not nieuw and (var / DATA).exists():
            raise InvoerFout(str(bestand), "de sleutels van de demo zijn weg; begin opnieuw met: make demo-nieuw")
        bewaar_sleutels(bestand, nieuwe_sleutels())
    return lees_sleutels(bestand)


def _vul(keuzes: Keuzes, vandaag: date, kinderen: Kinderen, omgeving: Omgeving) -> None:
    from voordeur.demo.bezetting import verdeling

    zeg("de demo wordt gevuld; dit duurt ongeveer een minuut")
    begin = time.monotonic()
    wat = ["vul", str(keuzes.zaad), vandaag.isoformat(), str(keuzes.inwoners)]
    delen = [[*wat, *deel] for deel in verdeling()]
    doe_samen(kinderen, "vullen van de demo", delen, omgeving)
    schrijf_stand(omgeving.var, keuzes.zaad, vandaag, klaar=True)
    zeg(f"de demo is gevuld in {time.monotonic() - begin:.0f} seconden")


def _toon(vandaag: date, als_json: bool, url: str) -> None:
    """The address, and who can log in."""
    from voordeur.demo.bezetting import WACHTWOORD, medewerkers, regelingen_op

    accounts = {regeling.naam: list(medewerkers(regeling.id, regeling, vandaag)) for regeling in regelingen_op(vandaag)}
    if als_json:
        lijst = [
            {"regio": naam, "email": deel.email, "rol": deel.rol.value}
            for naam, wie in accounts.items()
            for deel in wie
        ]
        uitkomst = {"adres": url, "wachtwoord": WACHTWOORD, "accounts": lijst}
        geef(Antwoord(uitkomst, [stap("dienst.draait", adres=url)]), als_json_=True)
    else:
        schrijf(_regels(url, accounts, WACHTWOORD))


def _regels(url: str, accounts: dict[str, list[Any]], wachtwoord: str) -> Iterator[str]:
    """Per region and role the accounts, by what stands before the @."""
    for regio, wie in accounts.items():
        yield ""
        yield f"{regio}: …@{wie[0].email.partition('@')[2]}"
        for rol in dict.fromkeys(deel.rol.value for deel in wie):
            yield f"  {rol:22} {', '.join(deel.sleutel for deel in wie if deel.rol.value == rol)}"
    yield ""
    yield "Iedereen in deze demo is verzonnen. Bedragen zijn voorbeelden."
    yield f"Wachtwoord van iedereen: {wachtwoord}. Op {url}inloggen/demo/ kiest u een account zonder wachtwoord."
    yield ""
    yield f"Voordeur draait op {url}   Stoppen: Ctrl-C."
