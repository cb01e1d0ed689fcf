"""The entry point `voordeur`: exit code 0 for an answer, 1 for faults found, 2 for a question without an answer."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

from voordeur import __version__
from voordeur.regelingen.controle import OngeldigeRegeling
from voordeur.regels.fouten import Onberekenbaar

from .fouten import Gevonden, op_een_regel
from .groep import Groep, vertaal_gebruiksfout
from .uitvoer import NietTeSchrijven

OPDRACHTEN = {
    "regeling": "regeling",
    "regio": "regio",
    "termijn": "termijn",
    "dwangsom": "dwangsom",
    "toegang": "toegang",
    "nieuwe-client": "nieuwe_client",
    "inschaling": "inschaling",
    "tarief": "tarief",
    "verreken": "verreken",
    "verdeelmodel": "verdeelmodel",
    "sroi": "sroi",
    "stem": "stem",
    "risico": "risico",
    "opzegging": "opzegging",
    "kalender": "kalender",
    "bevoegd": "bevoegd",
    "route": "route",
    "dekking": "dekking",
    "inlezen": "inlezen",
    "journaal": "journaal",
    "herbereken": "herbereken",
    "dienst": "dienst",
    "migreer": "migreer",
    "verhuis": "verhuis",
    "sleutels": "sleutels",
    "demo": "demo",
}


@click.group(cls=Groep, opdrachten=OPDRACHTEN, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, "--versie", message="voordeur %(version)s", help="Toon de versie.")
def voordeur() -> None:
    """Reken met de regelingen voor beschermd wonen en maatschappelijke opvang.

    \b
    Voorbeeld: voordeur termijn onderzoek --start 2026-04-02
    """


def main() -> NoReturn:
    """Run the command and turn every expected failure into one Dutch line on standard error."""
    sys.exit(voer_uit(sys.argv[1:]))


def voer_uit(argumenten: list[str]) -> int:
    """Run one command; returns the exit code."""
    try:
        uitslag = voordeur.main(argumenten or ["--help"], prog_name="voordeur", standalone_mode=False)
    except Gevonden:
        return 1
    except click.exceptions.NoArgsIsHelpError as vraag:
        uitslag = voer_uit([*vraag.ctx.command_path.split()[1:], "--help"]) if vraag.ctx else 0
    except NietTeSchrijven as fout:
        uitslag = _stop_met_schrijven(fout)
    except SystemExit:
        # how click ends when nobody reads its help any more
        uitslag = _stop_met_schrijven(NietTeSchrijven(errno.EPIPE))
    except (click.UsageError, click.Abort, KeyboardInterrupt, Onberekenbaar, OngeldigeRegeling) as fout:
        uitslag = _weiger(fout)
    return uitslag if isinstance(uitslag, int) else 0


def _stop_met_schrijven(fout: NietTeSchrijven) -> int:
    """Whoever read the answer has seen enough, which is no fault; a full disk is one."""
    # keep Python from trying again, and complaining, when it closes the output
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0 if fout.args == (errno.EPIPE,) else _weiger("het antwoord kan niet worden geschreven")


def _weiger(fout: BaseException | str) -> int:
    """One Dutch line on standard error."""
    melding = vertaal_gebruiksfout(fout) if isinstance(fout, click.UsageError) else str(fout)
    # nobody may be there to read it; the exit code still says it
    with suppress(OSError):
        click.echo(op_een_regel(melding or "afgebroken").encode("utf-8"), err=True)
    return 2
