"""The entry point `voordeur`: exit code 0 for an answer, 1 for faults found, 2 for a question without an answer."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from voordeur import __version__
from voordeur.regelingen.controle import OngeldigeRegeling
from voordeur.regels.fouten import Onberekenbaar

from .fouten import Gevonden, op_een_regel
from .groep import Groep, vertaal_gebruiksfout

OPDRACHTEN = {
    "regeling": "regeling",
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
        click.echo(vraag.ctx.get_help() if vraag.ctx else "")
        return 0
    except click.UsageError as fout:
        return _weiger(vertaal_gebruiksfout(fout))
    except (Onberekenbaar, OngeldigeRegeling) as fout:
        return _weiger(str(fout))
    except (click.Abort, KeyboardInterrupt):
        return _weiger("afgebroken")
    except BrokenPipeError:
        # whoever read the answer has seen enough; keep Python from complaining about it at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return uitslag if isinstance(uitslag, int) else 0


def _weiger(melding: str) -> int:
    click.echo(op_een_regel(melding).encode("utf-8"), err=True)
    return 2
