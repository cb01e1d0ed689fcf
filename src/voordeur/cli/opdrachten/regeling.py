"""`voordeur regeling`: which agreements there are, what they say, whether a file is in order, how two compare."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from voordeur.regelingen.controle import controleer as controleer_bestand
from voordeur.regelingen.laden import ids, laad, laatste_dag, versies_van
from voordeur.regelingen.meldingen import kort
from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.vergelijken import vergelijk as vergelijk_regelingen
from voordeur.regels.uitkomst import Stap, stap

from ..fouten import Gevonden, InvoerFout
from ..groep import Groep, Nederlands, json_optie, op_optie, regeling_argument
from ..keuze import kies
from ..tonen import toon_leesbaar, toon_vergelijking, velden_van_regeling
from ..uitvoer import Antwoord, geef, schrijf, velden_van
from .regio import lees, leg_klaar


@click.command("lijst", cls=Nederlands)
@json_optie
def lijst(als_json: bool) -> None:
    """Noem de regelingen en hun versies.

    \b
    Voorbeeld: voordeur regeling lijst
    """
    regelingen = [
        {
            "id": id_,
            "naam": laad(id_, begin[-1]).naam,
            "versies": [{"id": str(van), "van": van, "tot": laatste_dag(id_, van)} for van in begin],
        }
        for id_ in ids()
        for begin in [versies_van(id_)]
    ]
    geef(Antwoord({"regelingen": regelingen}, [stap("regeling.lijst", aantal=len(regelingen))]), als_json)


@click.command("toon", cls=Nederlands)
@regeling_argument
@op_optie
@json_optie
def toon(regeling: str, op: date | None, als_json: bool) -> None:
    """Laat zien wat een regeling zegt: partijen, toegang, termijnen, geld, plichten en bepalingen.

    \b
    Voorbeeld: voordeur regeling toon enschede
    """
    gekozen = kies(regeling, op)
    deze = gekozen.regeling
    stappen = (*gekozen.stappen, _gelezen(deze))
    if als_json:
        geef(Antwoord(velden_van_regeling(deze, op), stappen, deze), als_json)
    else:
        schrijf(toon_leesbaar(deze, op, stappen))


def _gelezen(regeling: Regeling) -> Stap:
    gronden = regeling.looptijd.grond if regeling.looptijd else ()
    aantal = len(regeling.bepalingen)
    return stap("regeling.gelezen", gronden, naam=regeling.naam, versie=regeling.versie, aantal=aantal)


@click.command("controleer", cls=Nederlands)
@click.argument("bestand", metavar="BESTAND")
@json_optie
def controleer(bestand: str, als_json: bool) -> None:
    """Zeg van een bestand met een regeling wat er mis is, per regel en veld. Bij fouten is de uitgangscode 1.

    \b
    Voorbeeld: voordeur regeling controleer mijn-regeling.toml
    """
    try:
        fouten = controleer_bestand(Path(bestand))
    except (OSError, ValueError):
        raise InvoerFout("BESTAND", f"{kort(bestand)} is er niet of is niet te lezen") from None
    gezet = stap("regeling.fouten", aantal=len(fouten)) if fouten else stap("regeling.foutloos")
    geef(Antwoord({"fouten": [velden_van(fout) for fout in fouten]}, [gezet]), als_json)
    if fouten:
        raise Gevonden


@click.command("vergelijk", cls=Nederlands)
@click.argument("links", metavar="ID")
@click.argument("rechts", metavar="ID")
@json_optie
def vergelijk(links: str, rechts: str, als_json: bool) -> None:
    """Leg twee regelingen naast elkaar, per onderwerp.

    \b
    Voorbeeld: voordeur regeling vergelijk enschede ijsselvecht
    """
    paar = (kies(links, None).regeling, kies(rechts, None).regeling)
    uitkomst = vergelijk_regelingen(*paar)
    if not als_json:
        schrijf(toon_vergelijking((paar[0].naam, paar[1].naam), uitkomst.waarde, uitkomst.stappen))
        return
    velden = {"onderwerpen": [velden_van(onderwerp) for onderwerp in uitkomst.waarde]}
    geef(Antwoord(velden, uitkomst.stappen), als_json)


@click.command("laad", cls=Nederlands)
@click.argument("bestand", metavar="BESTAND")
@click.option("--regio", required=True, metavar="ID", help="De regio waarvoor dit is.")
@click.option("--besluit", required=True, metavar="TEKST", help="Met welk besluit.")
@json_optie
def laad_versie(bestand: str, regio: str, besluit: str, als_json: bool) -> None:
    """Leg een nieuwe versie van een regeling klaar voor een regio. Een bestuurder of teamleider bevestigt haar.

    \b
    Voorbeeld: voordeur regeling laad mijn-regeling.toml --regio mijn-regio --besluit "colleges, 1 mei 2027"
    """
    fouten, versie = leg_klaar(lees(bestand), regio, besluit)
    if fouten:
        gezegd = [stap("regeling.fouten", aantal=len(fouten))]
        geef(Antwoord({"fouten": [velden_van(fout) for fout in fouten]}, gezegd), als_json)
        raise Gevonden
    assert versie is not None
    geef(Antwoord({"regio": regio, "versie": versie}, [stap("regeling.klaargelegd", versie=versie)]), als_json)


@click.group(
    "regeling",
    cls=Groep,
    opdrachten={
        "lijst": lijst,
        "toon": toon,
        "controleer": controleer,
        "vergelijk": vergelijk,
        "laad": laad_versie,
    },
)
def opdracht() -> None:
    """Lees, controleer en vergelijk regelingen.

    \b
    Voorbeeld: voordeur regeling toon enschede
    """
