"""The `voordeur` command with its own way of finding commands and of saying what is wrong, in Dutch."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any

import click

from .fouten import InvoerFout
from .velden import lees_datum

INDEX = re.compile(r"([0-9]{4})=(-?[0-9]{1,6}(?:\.[0-9]{1,12})?)")


class Groep(click.Group):
    """A group whose commands are imported when they are asked for, so that the first answer comes quickly."""

    def __init__(self, *args: Any, opdrachten: Mapping[str, str | click.Command], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.opdrachten = opdrachten

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.opdrachten)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        opdracht = self.opdrachten.get(cmd_name)
        if isinstance(opdracht, str):
            opdracht = import_module(f"voordeur.cli.opdrachten.{opdracht}").opdracht
        return opdracht

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.opdrachten:
            raise InvoerFout(args[0], f"deze opdracht is er niet; kies uit: {', '.join(self.opdrachten)}")
        return super().resolve_command(ctx, args)


class RegelOpdracht(click.Command):
    """A command that asks for a rule of an agreement: whether that is there is said before any other fault."""

    def __init__(self, *args: Any, eerst: Callable[[Mapping[str, Any]], None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.eerst = eerst

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            opties = self.make_parser(ctx).parse_args(list(args))[0]
        except click.UsageError:
            opties = dict(zip(self._argumenten(), (deel for deel in args if not deel.startswith("-")), strict=False))
        if not opties.get("help"):
            self.eerst(opties)
        return super().parse_args(ctx, args)

    def _argumenten(self) -> list[str]:
        return [param.name for param in self.params if isinstance(param, click.Argument) and param.name]


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
        if delen is None or Decimal(delen.group(2)) <= -1:
            self.fail("schrijf een indexcijfer als JJJJ=0.0312, groter dan -1", param, ctx)
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


def vertaal_gebruiksfout(fout: click.UsageError) -> str:
    """One Dutch line for what click finds wrong."""
    if isinstance(fout, click.NoSuchOption):
        return f"{fout.option_name}: deze optie is er niet"
    if isinstance(fout, click.MissingParameter):
        return f"{_naam(fout.param)}: ontbreekt"
    if isinstance(fout, click.BadParameter):
        return f"{_naam(fout.param)}: {fout.message}"
    if isinstance(fout, click.BadOptionUsage):
        return f"{fout.option_name}: hier hoort precies een waarde bij, of juist geen"
    extra = re.search(r"unexpected extra arguments? \((.*)\)", fout.message)
    return f"{extra.group(1)}: dit is te veel" if extra else "opdracht: kies een opdracht; zie voordeur --help"


def _naam(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[0]
    return (param.metavar or param.name or "").upper() if param else "opdracht"


DATUM = DatumType()
GETAL = GetalType()
JAAR = JaarType()
INDEX_TYPE = IndexType()

json_optie = click.option("--json", "als_json", is_flag=True, help="Geef het antwoord als JSON.")
op_optie = click.option("--op", type=DATUM, metavar="DATUM", help="De versie van de regeling die op deze dag geldt.")
invoer_optie = click.option(
    "--invoer", required=True, metavar="BESTAND", help="JSON met de gegevens; - leest van de standaardinvoer."
)
regeling_argument = click.argument("regeling", metavar="ID")
