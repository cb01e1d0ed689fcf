"""Asking a question as a caller would: arguments in, exit code and two streams of bytes out."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from voordeur.cli.hoofd import voer_uit

REGELINGEN = ("enschede", "almelo", "boce", "drechtsteden", "ijsselvecht")


@dataclass(frozen=True)
class Antwoord:
    """What a command left behind."""

    code: int
    uit: bytes
    fout: bytes

    @property
    def tekst(self) -> str:
        return self.uit.decode("utf-8")

    @property
    def json(self) -> dict[str, Any]:
        return json.loads(self.uit)


@contextmanager
def _stromen(invoer: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Own standard streams: as strict as a real shell in UTF-8, and read as bytes."""
    echt = sys.stdin, sys.stdout, sys.stderr
    uit, fout = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(invoer), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(uit, encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(fout, encoding="utf-8", write_through=True)
    try:
        yield uit, fout
    finally:
        # keep the wrappers from closing the bytes before they are read
        for stroom in (sys.stdout, sys.stderr):
            stroom.flush()
            stroom.detach()
        sys.stdin, sys.stdout, sys.stderr = echt


def voordeur(*argumenten: str, invoer: Any = None) -> Antwoord:
    """Run one command. `invoer` goes in on standard input: bytes and text as they are, the rest as JSON."""
    vraag = list(argumenten)
    rauw = b""
    if invoer is not None:
        vraag += ["--invoer", "-"]
        tekst = invoer if isinstance(invoer, (str, bytes)) else json.dumps(invoer)
        rauw = tekst if isinstance(tekst, bytes) else tekst.encode("utf-8")
    with _stromen(rauw) as (uit, fout):
        code = voer_uit(vraag)
    return Antwoord(code, uit.getvalue(), fout.getvalue())


def heel(*argumenten: str, invoer: Any = None) -> dict[str, Any]:
    """The whole JSON answer of a command that must succeed."""
    antwoord = voordeur(*argumenten, "--json", invoer=invoer)
    assert antwoord.code == 0, antwoord.fout.decode("utf-8", "replace")
    assert antwoord.fout == b""
    return antwoord.json


def vraag(*argumenten: str, invoer: Any = None) -> dict[str, Any]:
    """The outcome of a command that must succeed."""
    return heel(*argumenten, invoer=invoer)["uitkomst"]


def redenen(*argumenten: str, invoer: Any = None) -> str:
    """The reasoning of a command that must succeed, as one text in lower case."""
    return " ".join(deel["tekst"] for deel in heel(*argumenten, invoer=invoer)["waarom"]).lower()


def is_weigering(antwoord: Antwoord) -> str:
    """Check the form of a refusal and give its one line."""
    assert antwoord.code == 2, (antwoord.code, antwoord.uit[:200])
    assert antwoord.uit == b""
    regel = antwoord.fout.decode("utf-8")
    assert regel.endswith("\n")
    assert len(regel.splitlines()) == 1, regel
    assert regel.strip()
    assert "Traceback" not in regel
    assert "Error" not in regel
    return regel.rstrip("\n")


def weiger(*argumenten: str, invoer: Any = None) -> str:
    """The one line of a command that must be refused."""
    return is_weigering(voordeur(*argumenten, invoer=invoer))


def met(basis: dict[str, Any], **anders: Any) -> dict[str, Any]:
    """A copy of a question with some keys replaced."""
    return deepcopy(basis) | anders


def zonder(basis: dict[str, Any], *sleutels: str) -> dict[str, Any]:
    """A copy of a question without some keys."""
    return {naam: deepcopy(waarde) for naam, waarde in basis.items() if naam not in sleutels}
