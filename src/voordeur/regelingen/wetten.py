"""The articles of law that outcomes may rest on, and the terms and amounts that they set."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from voordeur.regels.dwangsom import Dwangsomregel
from voordeur.regels.feestdagen import Sluitingskalender
from voordeur.regels.opschorten import Opschortgrond
from voordeur.regels.termijnen import Termijn

from .bestand import als_json_tekst


@dataclass(frozen=True)
class Wetsartikel:
    """An article of law: what it says, in our own words."""

    kern: str


@dataclass(frozen=True)
class DwangsomVanaf:
    """The amounts of the penalty from a day on, with their source."""

    vanaf: date
    bron: str
    regel: Dwangsomregel


class Model(BaseModel):
    """What the national files have in common."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Wetten(Model):
    """The laws and the articles that are known here."""

    artikelen: dict[str, Wetsartikel]


class Termijnen(Model):
    """The terms that the law sets."""

    termijnen: tuple[Termijn, ...]


class Dwangsommen(Model):
    """The penalty for deciding late, by the day from which its amounts hold."""

    dwangsommen: tuple[DwangsomVanaf, ...]


class Opschortgronden(Model):
    """What moves the end of a term of the law."""

    gronden: tuple[Opschortgrond, ...]


class Feestdagenbestand(Model):
    """The closed days, with the source of the decrees."""

    bron: str
    kalender: Sluitingskalender


M = TypeVar("M", bound=Model)


def lees_landelijk(naam: str, model: type[M]) -> M:
    """A file with what holds in the whole country."""
    tekst = files(__package__).joinpath("landelijk", f"{naam}.toml").read_text("utf-8")
    return model.model_validate_json(als_json_tekst(tomllib.loads(tekst)))


@cache
def wetten() -> Wetten:
    """The laws and their articles."""
    return lees_landelijk("wetten", Wetten)


@cache
def sluitingskalender() -> Sluitingskalender:
    """The closed days for terms of the law."""
    return lees_landelijk("feestdagen", Feestdagenbestand).kalender


@cache
def wettelijke_termijnen() -> dict[str, Termijn]:
    """The terms of the law, by kind."""
    return {termijn.soort: termijn for termijn in lees_landelijk("termijnen", Termijnen).termijnen}


@cache
def opschortgronden() -> dict[tuple[str, str], Opschortgrond]:
    """What moves the end of a term of the law, by kind of term and its own id."""
    return {(grond.klok, grond.id): grond for grond in lees_landelijk("opschorting", Opschortgronden).gronden}


def dwangsomregel(op: date) -> Dwangsomregel:
    """The penalty as it holds on a day."""
    geldig = [deel for deel in lees_landelijk("dwangsom", Dwangsommen).dwangsommen if deel.vanaf <= op]
    if not geldig:
        raise ValueError(f"voor {op} is geen dwangsom bekend")
    return geldig[-1].regel


def is_wetsartikel(grond: str) -> bool:
    """Whether a ground is an article of law that is known here."""
    return grond in wetten().artikelen
