"""`voordeur termijn`: the last day of a term of the law or of an agreement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import click

from voordeur.regelingen.laden import laad, versies, versies_van
from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.wetten import sluitingskalender, wettelijke_termijnen
from voordeur.regels.datums import Periode
from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.termijnen import Lengte, Termijn, bereken_termijn

from ..fouten import GeenRegel, InvoerFout
from ..groep import RegelOpdracht, json_optie, op_optie
from ..keuze import Gekozen, kies, rekent
from ..soorten import DATUM, GETAL
from ..uitvoer import Antwoord, geef, velden_van
from ..velden import lees_datum

VRIJ = ("wet", "overeenkomst")


def _eerst(opties: Mapping[str, Any]) -> None:
    """An unknown agreement, or one without this term, is said before all else."""
    soort, regeling = opties.get("soort"), opties.get("regeling")
    if isinstance(soort, str) and isinstance(regeling, str) and soort not in {*VRIJ, *wettelijke_termijnen()}:
        versies_ = [laad(regeling, versie) for versie in versies_van(regeling)]
        if not any(termijn.soort == soort for deze in versies_ for termijn in deze.termijnen):
            raise GeenRegel(regeling, f"termijn {soort}")


def _termijn_van(regeling: Regeling, soort: str) -> Termijn:
    for termijn in regeling.termijnen:
        if termijn.soort == soort:
            return termijn
    raise GeenRegel(regeling.id, f"termijn {soort}")


@click.command("termijn", cls=RegelOpdracht, eerst=_eerst)
@click.argument("soort", metavar="SOORT")
@click.option("--start", required=True, type=DATUM, metavar="DATUM", help="De dag waarop de termijn begint (dag 0).")
@click.option("--regeling", metavar="ID", help="De regeling, bij een termijn van een overeenkomst.")
@click.option("--commissie", is_flag=True, help="Met een advies- of klachtencommissie.")
@click.option("--weken", type=GETAL, metavar="N", help="Lengte in weken (bij wet of overeenkomst).")
@click.option("--dagen", type=GETAL, metavar="N", help="Lengte in dagen (bij wet of overeenkomst).")
@click.option("--maanden", type=GETAL, metavar="N", help="Lengte in maanden (bij wet of overeenkomst).")
@click.option("--opschorting", multiple=True, metavar="VAN:TOT", help="De eerste en laatste dag van een opschorting.")
@op_optie
@json_optie
def opdracht(
    soort: str,
    start: date,
    regeling: str | None,
    commissie: bool,
    weken: int | None,
    dagen: int | None,
    maanden: int | None,
    opschorting: tuple[str, ...],
    op: date | None,
    als_json: bool,
) -> None:
    """Bereken de laatste dag van een termijn.

    SOORT is een termijn van de wet (persoonlijk-plan, onderzoek, besluit, bezwaar, beslissing-op-bezwaar, klacht), een
    termijn van een regeling (met --regeling), of 'wet' of 'overeenkomst' met een eigen lengte.

    \b
    Voorbeeld: voordeur termijn onderzoek --start 2026-04-02
    """
    lengte = {"weken": weken, "dagen": dagen, "maanden": maanden}
    gegeven = {eenheid: aantal for eenheid, aantal in lengte.items() if aantal is not None}
    termijn, gekozen = _vind(soort, regeling, op or start, gegeven)
    if op is not None and gekozen is None:
        raise InvoerFout("--op", "hoort bij een termijn van een regeling")
    if commissie:
        termijn = _met_commissie(termijn)
    perioden = [_periode(tekst) for tekst in opschorting]
    with rekent(velden={"opschorting": "--opschorting"}):
        uitkomst = bereken_termijn(termijn, start, sluitingskalender(), perioden)
    waarom = gekozen.waarom(uitkomst) if gekozen else uitkomst.stappen
    velden = {"soort": soort, **velden_van(uitkomst.waarde)}
    geef(Antwoord(velden, waarom, gekozen.regeling if gekozen else None), als_json)


def _vind(soort: str, regeling: str | None, dag: date, lengte: dict[str, int]) -> tuple[Termijn, Gekozen | None]:
    """The term by its kind: free, of the law, or of an agreement."""
    if lengte and soort not in VRIJ:
        raise InvoerFout(f"--{next(iter(lengte))}", "hoort alleen bij de soorten wet en overeenkomst")
    if soort in VRIJ or soort in wettelijke_termijnen():
        if regeling is not None:
            raise InvoerFout("--regeling", f"hoort niet bij {soort}")
        return (_vrij(soort, lengte) if soort in VRIJ else wettelijke_termijnen()[soort]), None
    if regeling is None:
        raise InvoerFout("SOORT" if soort not in _termijnsoorten() else "--regeling", _welke(soort))
    gekozen = kies(regeling, dag)
    return _termijn_van(gekozen.regeling, soort), gekozen


def _termijnsoorten() -> dict[str, list[str]]:
    """The terms of all agreements, each with the agreements that have it."""
    soorten: dict[str, list[str]] = {}
    for id_ in versies():
        for termijn in kies(id_, None).regeling.termijnen:
            soorten.setdefault(termijn.soort, []).append(id_)
    return soorten


def _welke(soort: str) -> str:
    regelingen = _termijnsoorten().get(soort)
    if regelingen:
        return f"ontbreekt; {soort} staat in: {', '.join(regelingen)}"
    return f"{soort} is er niet; van de wet: {', '.join(wettelijke_termijnen())}; vrij: {', '.join(VRIJ)}"


def _vrij(soort: str, lengte: dict[str, int]) -> Termijn:
    if len(lengte) != 1:
        raise InvoerFout("--weken", "geef precies een van --weken, --dagen of --maanden")
    wettelijk = soort == "wet"
    return Termijn(
        soort=soort,
        naam="Termijn van de wet" if wettelijk else "Termijn van een overeenkomst",
        grond=("atw/1",) if wettelijk else ("atw/5",),
        vanaf="de eerste dag",
        lengte=Lengte(**lengte),
        regime="wet" if wettelijk else "overeenkomst",
    )


def _met_commissie(termijn: Termijn) -> Termijn:
    if termijn.lengte_met_commissie is None:
        raise InvoerFout("--commissie", f"hoort niet bij {termijn.soort}")
    return replace(termijn, lengte=termijn.lengte_met_commissie, naam=f"{termijn.naam}, met een commissie")


def _periode(tekst: str) -> Periode:
    van, scheiding, tot = tekst.partition(":")
    if not scheiding:
        raise InvoerFout("--opschorting", "schrijf een opschorting als VAN:TOT")
    try:
        return Periode(lees_datum(van), lees_datum(tot))
    except (ValueError, OngeldigFeit) as fout:
        raise InvoerFout("--opschorting", str(fout)) from None
