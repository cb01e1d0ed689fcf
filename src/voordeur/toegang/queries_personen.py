"""Persons as somebody looks for them: who may be meant, by what, and their dossiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries import voluit
from voordeur.inwoner.zoeken import Gevonden, Zoekvraag, zoek
from voordeur.kern.actor import Actor
from voordeur.kern.queries import gemeentenamen
from voordeur.regels.verwoorden import schrijf_datum

from .models import Dossier


@dataclass(frozen=True)
class Persoonsregel:
    """Somebody who may be meant, in words; `dossiers` only those that the actor may see."""

    inwoner: Inwoner
    naam: str
    voluit: str
    geboren: str
    gemeente: str
    waarom: str
    dossiers: tuple[Dossier, ...]


def zoek_personen(wie: Actor, vraag: Zoekvraag, op: date) -> tuple[Persoonsregel, ...]:
    """Who may be meant, journaled; a constant number of queries. Raises ValueError on what is no BSN."""
    gevonden: list[Gevonden] = zoek(wie, vraag, op=op)
    return als_regels(wie, gevonden)


def als_regels(wie: Actor, gevonden: Iterable[Gevonden]) -> tuple[Persoonsregel, ...]:
    """The same in words; two queries."""
    lijst = list(gevonden)
    if not lijst:
        return ()
    per_inwoner: dict[UUID, list[Dossier]] = defaultdict(list)
    for dossier in Dossier.objects.filter(inwoner__in=[deel.inwoner for deel in lijst]).order_by("-gemeld_op", "-id"):
        per_inwoner[dossier.inwoner_id].append(dossier)
    gemeenten = gemeentenamen(wie.regio)
    return tuple(
        Persoonsregel(
            inwoner=deel.inwoner,
            naam=deel.naam,
            voluit=voluit(deel.identiteit) or deel.naam,
            geboren=geboren_in_woorden(deel.identiteit.get("geboortedatum") or deel.identiteit.get("geboren") or ""),
            gemeente=gemeenten.get(deel.inwoner.college_code, deel.inwoner.college_code),
            waarom=in_zin(deel),
            dossiers=tuple(per_inwoner[deel.inwoner.pk]),
        )
        for deel in lijst
    )


def in_zin(deel: Gevonden) -> str:
    """Why somebody is shown: 'Zelfde geboortedatum, naam lijkt op (een eerdere naam)'."""
    zin = ", ".join(deel.gelijkenis.redenen)
    return f"{zin[:1].upper()}{zin[1:]}{' (een eerdere naam)' if deel.eerder else ''}"


def geboren_in_woorden(tekst: str) -> str:
    """A day of birth as far as it is known: '4 maart 1994', 'maart 1994', '1994'."""
    if len(tekst) == len("1994-03-04"):
        return schrijf_datum(date.fromisoformat(tekst))
    if len(tekst) == len("1994-03"):
        return schrijf_datum(date.fromisoformat(f"{tekst}-01")).removeprefix("1 ")
    return tekst or "niet bekend"
