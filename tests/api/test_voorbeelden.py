"""The examples of docs/api.md do what they say."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.test import Client

from tests.api.opzet import Systeem
from tests.api.test_ontwerp import BESCHRIJVING
from tests.stad import Stad
from voordeur.web.klok import vandaag

BLOK = re.compile(r"```bash\n# (\d{3})\n(curl .*)\n```")
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "api.md"


def roep(opdracht: str, namen: dict[str, str]) -> Any:
    """Carry out a line of curl on the application itself."""
    for naam, waarde in sorted(namen.items(), reverse=True):
        opdracht = opdracht.replace(f"${naam}", waarde)
    delen = shlex.split(opdracht)[1:]
    methode, koppen, inhoud, adres = "GET", {}, None, ""
    rij = iter(delen)
    for deel in rij:
        if deel == "-X":
            methode = next(rij)
        elif deel == "-H":
            naam, _, waarde = next(rij).partition(": ")
            koppen[naam] = waarde
        elif deel == "-d":
            inhoud = next(rij)
        else:
            adres = deel
    velden: dict[str, Any] = {"data": inhoud, "content_type": koppen.pop("Content-Type")} if inhoud else {}
    return getattr(Client(), methode.lower())(adres, headers=koppen, **velden)


def test_every_example_gives_the_answer_that_stands_above_it(plaats: Stad, systeem: Callable[..., Systeem]) -> None:
    voorbeelden = BLOK.findall(DOCUMENT.read_text("utf-8"))
    assert len(voorbeelden) >= 7
    namen = {
        "VOORDEUR": "",
        "SLEUTEL": systeem("aanbieder").bewijs,
        "CONSULENT": systeem("consulent").bewijs,
        "GEMEENTE": plaats.gemeente,
        "VANDAAG": vandaag().isoformat(),
    }
    for verwacht, opdracht in voorbeelden:
        # approving is for who pays
        eigen = namen | ({"SLEUTEL": systeem("controller").bewijs} if "goedkeuringen" in opdracht else {})
        antwoord = roep(opdracht, eigen)
        assert antwoord.status_code == int(verwacht), (opdracht, antwoord.content)
        if antwoord.status_code == 201:
            namen["LOCATIE"] = antwoord.headers["Location"]
            assert antwoord.json()["locatie"] == namen["LOCATIE"]


def test_every_address_stands_in_the_document_and_no_other() -> None:
    genoemd = set(re.findall(r"`(/[a-z{][^`]*)`", DOCUMENT.read_text("utf-8").partition("## What there is")[2]))
    assert {f"/v1{pad}" for pad in genoemd} ^ {"/v1/v1", *BESCHRIJVING["paths"]} == set()
