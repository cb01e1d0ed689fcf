"""The `voordeur` commands: how they are found, what they look at first, and their help and faults in Dutch."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import click

from .fouten import InvoerFout
from .soorten import DATUM

LANGSTE_UITLEG = 110


class Nederlands(click.Command):
    """Help with Dutch headings and whole sentences."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        optie = super().get_help_option(ctx)
        if optie is not None:
            optie.help = "Toon deze uitleg."
        return optie

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        delen = " ".join(self.collect_usage_pieces(ctx)).replace("OPTIONS", "OPTIES")
        formatter.write_usage(ctx.command_path, delen.replace("COMMAND [ARGS]", "OPDRACHT [DELEN]"), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        regels = [regel for param in self.get_params(ctx) if (regel := param.get_help_record(ctx)) is not None]
        with formatter.section("Opties"):
            formatter.write_dl([(naam, uitleg.replace("[required]", "[verplicht]")) for naam, uitleg in regels])


class Groep(Nederlands, click.Group):
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

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        opdrachten = ((naam, self.get_command(ctx, naam)) for naam in self.list_commands(ctx))
        with formatter.section("Opdrachten"):
            formatter.write_dl(
                [(naam, deze.get_short_help_str(LANGSTE_UITLEG)) for naam, deze in opdrachten if deze is not None]
            )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.opdrachten:
            raise InvoerFout(args[0], f"deze opdracht is er niet; kies uit: {', '.join(self.opdrachten)}")
        return super().resolve_command(ctx, args)


class RegelOpdracht(Nederlands):
    """A command that asks for a rule of an agreement: whether that is there is said before any other fault."""

    def __init__(self, *args: Any, eerst: Callable[[Mapping[str, Any]], None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.eerst = eerst

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            opties = self.make_parser(ctx).parse_args(list(args))[0]
        except click.UsageError:
            # which part is the agreement cannot be told; the fault itself follows below
            opties = {}
        if not opties.get("help"):
            self.eerst(opties)
        return super().parse_args(ctx, args)


def vertaal_gebruiksfout(fout: click.UsageError) -> str:
    """One Dutch line for what click finds wrong."""
    if isinstance(fout, click.NoSuchOption):
        return f"{fout.option_name}: deze optie is er niet"
    if isinstance(fout, click.MissingParameter):
        return f"{_naam(fout.param)}: ontbreekt"
    if isinstance(fout, click.BadParameter):
        return f"{_naam(fout.param)}: {fout.message}"
    if isinstance(fout, click.BadOptionUsage):
        geen = "does not take a value" in fout.message
        return f"{fout.option_name}: hier hoort {'geen' if geen else 'een'} waarde bij"
    extra = re.search(r"unexpected extra arguments? \((.*)\)", fout.message)
    return f"{extra.group(1)}: dit is te veel" if extra else "opdracht: kies een opdracht; zie voordeur --help"


def _naam(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[0]
    return (param.metavar or param.name or "").upper() if param else "opdracht"


json_optie = click.option("--json", "als_json", is_flag=True, help="Geef het antwoord als JSON.")
op_optie = click.option("--op", type=DATUM, metavar="DATUM", help="De versie van de regeling die op deze dag geldt.")
invoer_optie = click.option(
    "--invoer", required=True, metavar="BESTAND", help="JSON met de gegevens; - leest van de standaardinvoer."
)
regeling_argument = click.argument("regeling", metavar="ID")
