"""Known faults: in our own code (bandit) and in what it stands on (pip-audit). Part of `make test`.

The advisories come over the network. A package that nobody could ask about is named, never passed over in silence; only
a fault that was found ends with an error.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence

from .merken import WORTEL

LIJSTEN = ("basis", "app")
GEDULD = 300  # seconds for the advisories
BANDIT = ("-m", "bandit", "--quiet", "--recursive", "src", "--severity-level", "medium")
AUDIT = ("-m", "pip_audit", "--disable-pip", "--format", "json", "--progress-spinner", "off")


def eigen_code() -> int:
    """The exit code of bandit, from medium on; what is lower ruff looks at (the rules S)."""
    # its notes on comments that it does not know are no findings; those stand on standard output
    gedaan = subprocess.run([sys.executable, *BANDIT], cwd=WORTEL, check=False, stderr=subprocess.DEVNULL)
    return gedaan.returncode


def pakketten() -> int:
    """1 when a package that the application is installed with has a known fault; else 0."""
    eisen = [deel for lijst in LIJSTEN for deel in ("--requirement", f"requirements/{lijst}.txt")]
    try:
        gedaan = subprocess.run(
            [sys.executable, *AUDIT, *eisen], cwd=WORTEL, check=False, capture_output=True, text=True, timeout=GEDULD
        )
        gevonden = json.loads(gedaan.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        print("pakketten: NIET GECONTROLEERD, de lijst met bekende fouten is niet bereikbaar")
        return 0
    return meld(gevonden)


def meld(gevonden: Sequence[dict[str, object]]) -> int:
    """Say what was found; the exit code."""
    fouten = {(str(deel["name"]), str(fout["id"])) for deel in gevonden for fout in _fouten(deel)}
    overgeslagen = sorted({str(deel["name"]) for deel in gevonden if "skip_reason" in deel})
    for naam, fout in sorted(fouten):
        print(f"pakketten: {naam} heeft een bekende fout: {fout}")
    print(f"pakketten: {len(gevonden) - len(overgeslagen)} gecontroleerd, {len(fouten)} bekende fouten")
    if overgeslagen:
        print(f"pakketten: NIET GECONTROLEERD ({len(overgeslagen)}): {', '.join(overgeslagen)}")
    return 1 if fouten else 0


def _fouten(deel: dict[str, object]) -> list[dict[str, object]]:
    fouten = deel.get("vulns", [])
    assert isinstance(fouten, list)
    return fouten


if __name__ == "__main__":
    sys.exit(eigen_code() or pakketten())
