"""The kinds of values on the command line, each strict."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import click

from .velden import lees_datum

INDEX = re.compile(r"([0-9]{4})=(-?[0-9]{1,6}(?:\.[0-9]{1,12})?)")


class DatumType(click.ParamType[date]):
    """A day on the command line."""

    name = "datum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return lees_datum(value)
        except ValueError as fout:
            self.fail(str(fout), param, ctx)


class PoortType(click.ParamType[int]):
    """A port on the command line."""

    name = "poort"
    hoogste = 65535

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        if not re.fullmatch(r"[0-9]{1,5}", value) or not 1 <= int(value) <= self.hoogste:
            self.fail(f"hier hoort een getal van 1 tot en met {self.hoogste}", param, ctx)
        return int(value)


class GetalType(click.ParamType[int]):
    """A whole number above zero on the command line."""

    name = "getal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        if not re.fullmatch(r"[0-9]{1,9}", value) or int(value) == 0:
            self.fail("hier hoort een heel getal groter dan nul (hoogstens 9 cijfers)", param, ctx)
        return int(value)


class JaarType(click.ParamType[int]):
    """A year on the command line."""

    name = "jaar"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        if not re.fullmatch(r"[0-9]{4}", value) or int(value) == 0:
            self.fail("schrijf een jaar als JJJJ", param, ctx)
        return int(value)


class IndexType(click.ParamType[tuple[int, Decimal]]):
    """An index figure on the command line: JJJJ=0.0312."""

    name = "index"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, Decimal]:
        if isinstance(value, tuple):
            return value
        delen = INDEX.fullmatch(value)
        if delen is None:
            self.fail("schrijf een indexcijfer als JJJJ=0.0312", param, ctx)
        if abs(Decimal(delen.group(2))) >= 1:
            self.fail("een indexcijfer ligt tussen -1 en 1; schrijf 3,12% als 0.0312", param, ctx)
        return int(delen.group(1)), Decimal(delen.group(2))


class KeuzeType(click.ParamType[str]):
    """One of a few words."""

    name = "keuze"

    def __init__(self, *keuzes: str) -> None:
        self.keuzes = keuzes

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.keuzes:
            self.fail(f"kies uit: {', '.join(self.keuzes)}", param, ctx)
        return str(value)


DATUM = DatumType()
GETAL = GetalType()
POORT = PoortType()
JAAR = JaarType()
INDEX_TYPE = IndexType()
