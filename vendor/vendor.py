"""Vendored front-end files: fetched by name from the npm registry, proven by their hashes. Only Python, no Node.

`python vendor/vendor.py haal` downloads what vendor.lock.json says (for who changes a version);
`python vendor/vendor.py check` compares every vendored file with the lock, without a network.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import re
import sys
import tarfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parent.parent
LOCK = WORTEL / "vendor" / "vendor.lock.json"
# where each sort of file goes; whatever stands there and is not in the lock is refused
MAPPEN = {
    "css": "vendor/css",
    "licenties": "src/voordeur/schermen/static/voordeur/vendor/licenties",
    "fonts": "src/voordeur/schermen/static/voordeur/vendor/fonts",
    "iconen": "src/voordeur/schermen/static/voordeur/vendor/iconen",
    "js": "src/voordeur/schermen/static/voordeur/vendor/js",
    "axe": "tests/web/axe",
}
BUNDEL = "src/voordeur/schermen/static/voordeur/vendor/componenten.css"
# leads to a file that is not served, which the manifest of static files refuses
BRONKAART = re.compile(r"/\*# sourceMappingURL=.*?\*/")


def bestanden() -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    """Each file in the lock, with its package and its place from the root of the repository."""
    for pakket in json.loads(LOCK.read_text("utf-8"))["pakketten"]:
        for bestand in pakket["bestanden"]:
            map_, naam = bestand["naar"].split("/")
            yield pakket, bestand, f"{MAPPEN[map_]}/{naam}"


def bundel(wortel: Path) -> str:
    """The style sheets of all components as one, in the order of the lock."""
    delen = []
    for pakket, bestand, pad in bestanden():
        if bestand["naar"].startswith("css/"):
            blad = BRONKAART.sub("", (wortel / pad).read_text("utf-8")).strip()
            delen.append(f"/* {pakket['naam']} {pakket['versie']}, {pakket['licentie']} */\n{blad}\n")
    return "\n".join(delen)


def gebreken(wortel: Path = WORTEL) -> list[str]:
    """What is missing, changed or unknown; empty when every file is as it was published."""
    bekend = {pad: bestand["sha256"] for _, bestand, pad in bestanden()}
    fout = [f"ontbreekt: {pad}" for pad in bekend if not (wortel / pad).is_file()]
    if fout:
        return fout
    fout = [f"gewijzigd: {pad}" for pad, som in bekend.items() if _sha256(wortel / pad) != som]
    fout += [f"onbekend: {pad}" for pad in sorted(_aanwezig(wortel) - set(bekend))]
    if not (wortel / BUNDEL).is_file() or (wortel / BUNDEL).read_text("utf-8") != bundel(wortel):
        fout.append(f"niet gemaakt uit vendor/css: {BUNDEL}")
    return fout


def _sha256(bestand: Path) -> str:
    return hashlib.sha256(bestand.read_bytes()).hexdigest()


def _aanwezig(wortel: Path) -> set[str]:
    gevonden = (bestand for map_ in MAPPEN.values() for bestand in (wortel / map_).rglob("*") if bestand.is_file())
    return {bestand.relative_to(wortel).as_posix() for bestand in gevonden}


def haal() -> None:
    """Download every package of the lock, check its sha512, take only the files that are named."""
    for pakket in json.loads(LOCK.read_text("utf-8"))["pakketten"]:
        leden = _leden(_pakket(pakket))
        for _, bestand, pad in (regel for regel in bestanden() if regel[0]["naam"] == pakket["naam"]):
            (WORTEL / pad).parent.mkdir(parents=True, exist_ok=True)
            (WORTEL / pad).write_bytes(leden[bestand["uit"]])
    (WORTEL / BUNDEL).write_text(bundel(WORTEL), "utf-8")


def _register() -> str:
    """The npm registry of this place; the project names no host."""
    adres = os.environ.get("NPM_CONFIG_REGISTRY", "").rstrip("/")
    if not adres.startswith("https://") and not adres.startswith("http://"):
        raise SystemExit("Zet NPM_CONFIG_REGISTRY op het adres van het npm-register (npm config get registry).")
    return adres


def _pakket(pakket: dict[str, Any]) -> bytes:
    naam = pakket["naam"]
    adres = f"{_register()}/{naam}/-/{naam.split('/')[-1]}-{pakket['versie']}.tgz"
    with urllib.request.urlopen(adres, timeout=60) as antwoord:  # noqa: S310  # the address begins with the registry
        inhoud: bytes = antwoord.read()
    som = "sha512-" + base64.b64encode(hashlib.sha512(inhoud).digest()).decode()
    if som != pakket["integrity"]:
        raise SystemExit(f"Het pakket {naam} {pakket['versie']} is niet wat het slot zegt. Er is niets geschreven.")
    return inhoud


def _leden(inhoud: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(inhoud)) as archief:
        # a member's name begins with the folder of the package
        return {lid.name.split("/", 1)[-1]: _lees(archief, lid) for lid in archief.getmembers() if lid.isfile()}


def _lees(archief: tarfile.TarFile, lid: tarfile.TarInfo) -> bytes:
    stroom = archief.extractfile(lid)
    assert stroom is not None
    return stroom.read()


def main(opdracht: str) -> int:
    """Do as told; the outcome is the exit code."""
    if opdracht not in ("haal", "check"):
        sys.stderr.write("Gebruik: python vendor/vendor.py haal|check\n")
        return 2
    if opdracht == "haal":
        haal()
    fout = gebreken()
    sys.stdout.write("\n".join(fout or [f"{sum(1 for _ in bestanden())} bestanden kloppen"]) + "\n")
    return 1 if fout else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
