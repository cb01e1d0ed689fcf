"""`voordeur regio`: make a region out of the file of its agreement, or take it away while it is empty."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from voordeur.regelingen.bestand import MEESTE_BYTES, lees_bytes
from voordeur.regelingen.meldingen import Fout, kort
from voordeur.regels.uitkomst import stap

from ..dienst.sleutelbos import eis_sleutels, gezette_sleutels
from ..django_ import start_django
from ..fouten import Gevonden, InvoerFout
from ..groep import Groep, Nederlands, json_optie
from ..uitvoer import Antwoord, geef, velden_van

beheerder_optie = click.option(
    "--beheerder", required=True, metavar="MAIL", help="Het e-mailadres van de eerste beheerder."
)
naam_optie = click.option(
    "--naam", metavar="NAAM", default="", help="Hoe de eerste beheerder heet. Zonder naam: wat voor de @ staat."
)
adres_optie = click.option(
    "--adres", metavar="URL", default="", help="Waar Voordeur draait, voor de link. Zoals https://voordeur.regio.nl."
)


@click.command("nieuw", cls=Nederlands)
@click.argument("bestand", metavar="BESTAND")
@beheerder_optie
@naam_optie
@adres_optie
@json_optie
def nieuw(bestand: str, beheerder: str, naam: str, adres: str, als_json: bool) -> None:
    """Maak een regio van het bestand met haar regeling. Nog een keer hetzelfde verandert niets.

    \b
    Voorbeeld: voordeur regio nieuw mijn-regio.toml --beheerder beheer@mijn-regio.nl
    """
    inhoud = lees(bestand)
    start_django()
    eis_sleutels(gezette_sleutels())
    from voordeur.beheer.actions.regio import fouten_voor_regio, maak_regio
    from voordeur.kern.fouten import Geweigerd
    from voordeur.web.inloggen.link import eenmalige_link
    from voordeur.web.klok import vandaag

    _eis_mail(beheerder)
    fouten = fouten_voor_regio(inhoud)
    if fouten:
        gezegd = [stap("regeling.fouten", aantal=len(fouten))]
        geef(Antwoord({"fouten": [velden_van(fout) for fout in fouten]}, gezegd), als_json)
        raise Gevonden
    try:
        gemaakt = maak_regio(inhoud, beheerder, op=vandaag(), naam=naam.strip()[:200])
    except Geweigerd as fout:
        raise InvoerFout("regio", str(fout)) from None
    sleutel = "regio.gemaakt" if gemaakt.gemaakt else "regio.was_er"
    gezegd = [stap(sleutel, naam=gemaakt.regio.naam, gemeenten=gemaakt.colleges, mandaten=gemaakt.mandaten)]
    gezegd += [
        stap("regio.mandaat_wacht", (macht.grond,), aan=deel.aan, handeling=macht.handeling)
        for deel in gemaakt.wacht
        for macht in deel.machten
    ]
    link = eenmalige_link(gemaakt.beheerder, adres)
    if link:
        gezegd.append(stap("regio.link", link=link, mail=beheerder))
    if link and not adres and not os.environ.get("VOORDEUR_SITE"):
        gezegd.append(stap("regio.link_zonder_adres", begin="/".join(link.split("/")[:3])))
    velden = {"regio": gemaakt.regio.pk, "gemaakt": gemaakt.gemaakt, "link": link}
    geef(Antwoord(velden, gezegd), als_json)


@click.command("weg", cls=Nederlands)
@click.argument("regio", metavar="ID")
@json_optie
def weg(regio: str, als_json: bool) -> None:
    """Haal een regio weg waarin nog niemand iets heeft gedaan.

    \b
    Voorbeeld: voordeur regio weg mijn-regio
    """
    start_django()
    from voordeur.beheer.actions.regio import haal_regio_weg
    from voordeur.kern.fouten import Geweigerd

    try:
        haal_regio_weg(regio)
    except Geweigerd as fout:
        raise InvoerFout("ID", str(fout)) from None
    geef(Antwoord({"regio": regio}, [stap("regio.weg", regio=regio)]), als_json)


@click.group("regio", cls=Groep, opdrachten={"nieuw": nieuw, "weg": weg})
def opdracht() -> None:
    """Maak een regio van een bestand, of haal een lege regio weg.

    \b
    Voorbeeld: voordeur regio nieuw mijn-regio.toml --beheerder beheer@mijn-regio.nl
    """


def lees(bestand: str) -> bytes:
    """What stands in a file. Raises InvoerFout."""
    try:
        return lees_bytes(Path(bestand), MEESTE_BYTES)
    except (OSError, ValueError):
        raise InvoerFout("BESTAND", f"{kort(bestand)} is er niet of is niet te lezen") from None


def leg_klaar(inhoud: bytes, regio: str, besluit: str) -> tuple[tuple[Fout, ...], date | None]:
    """Put a new version ready for a region: its faults, or its first day. Raises InvoerFout."""
    start_django()
    from voordeur.beheer.actions.versies import leg_voorstel_neer
    from voordeur.beheer.fouten_beleid import BestandKloptNiet
    from voordeur.kern.actor import als
    from voordeur.kern.fouten import Geweigerd
    from voordeur.kern.onderhoud import regios, systeem
    from voordeur.web.klok import vandaag

    if regio not in regios():
        raise InvoerFout("--regio", f"{kort(regio)} is er niet; wel: {', '.join(regios()) or 'geen'}")
    try:
        with als(systeem(regio)):
            return (), leg_voorstel_neer(regio, inhoud, besluit, None, vandaag()).versie
    except BestandKloptNiet as fout:
        return fout.fouten, None
    except Geweigerd as fout:
        raise InvoerFout("BESTAND", str(fout)) from None


def _eis_mail(mail: str) -> None:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(mail)
    except ValidationError:
        raise InvoerFout("--beheerder", f"{kort(mail)} is geen e-mailadres, zoals naam@voorbeeld.nl") from None
