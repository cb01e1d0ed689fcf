"""`make mutaties`: change the rules in many small ways and see which changes no test notices."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

from .merken import WORTEL

DOCUMENT = WORTEL / "docs" / "mutaties.md"
TELLING = WORTEL / "mutants" / "mutmut-cicd-stats.json"
LANGSTE = 150
GEMERKT = ("survived", "no tests")


def main() -> int:
    """Run the mutations and write the page in the docs; the exit code is 1 below the aim of 85%."""
    mutmut = [sys.executable, "-m", "mutmut"]
    subprocess.run([*mutmut, "run", "--max-children", "2"], cwd=WORTEL, check=True)
    subprocess.run([*mutmut, "export-cicd-stats"], cwd=WORTEL, check=True, capture_output=True)
    resultaten = subprocess.run([*mutmut, "results"], cwd=WORTEL, check=True, capture_output=True, text=True)
    levend = [regel.strip().split(": ") for regel in resultaten.stdout.splitlines() if ": " in regel]
    telling = json.loads(TELLING.read_text("utf-8"))
    gedood = telling["killed"] + telling["timeout"]
    score = gedood / telling["total"]
    DOCUMENT.write_text("\n".join(pagina(telling, score, levend)) + "\n", "utf-8")
    print(f"{gedood} of {telling['total']} mutants killed: {score:.1%}")
    return 0 if score >= AIM else 1


AIM = 0.85


def pagina(telling: dict[str, int], score: float, levend: list[list[str]]) -> Iterator[str]:
    """The page: the score, the numbers, and each mutant that lives with the line it changed."""
    yield "# Mutation testing of the rules"
    yield ""
    yield "Written by `make mutaties` (mutmut over `src/voordeur/regels/`, not in CI; texts are left out); do not edit."
    yield ""
    yield f"Measured on {datetime.now(UTC).date()}: **{score:.1%} killed** (aim: at least {AIM:.0%})."
    yield ""
    yield "| mutants | killed | by time-out | survived | no test reaches it |"
    yield "|---|---|---|---|---|"
    yield "| {total} | {killed} | {timeout} | {survived} | {no_tests} |".format(**telling)
    yield ""
    yield "## The survivors"
    yield "What each one changed: the line before (-) and after (+). Some are equal in effect; the others show where"
    yield "the tests are thin."
    yield ""
    for naam, status in levend:
        if status in GEMERKT:
            yield from _regels(naam, status)


def _regels(naam: str, status: str) -> Iterator[str]:
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    yield f"- `{naam.removeprefix('voordeur.regels.')}`{'' if status == 'survived' else f' ({status})'}"
    for regel in get_diff_for_mutant(naam).splitlines():
        if regel.startswith(("-", "+")) and not regel.startswith(("---", "+++")):
            yield f"  - `{regel[0]} {regel[1:].strip()[:LANGSTE]}`"


if __name__ == "__main__":
    sys.exit(main())
