"""The way to the BRP by the shape of Haal Centraal BRP Personen Bevragen, version 2. Off until there is an address.

`VOORDEUR_BRP_ADRES`: of the service, without `/personen`; https, or http on this machine only. `VOORDEUR_BRP_SLEUTEL`:
the key, sent in the header `VOORDEUR_BRP_KOP`. A question goes in the body of a POST: no number stands in an address.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

# seconds; a person waits for it
GEDULD = 5
GROOTSTE_ANTWOORD = 1024 * 1024
EIGEN_MACHINE = ("127.0.0.1", "localhost", "::1")


class BrpFout(Exception):
    """The BRP gave no answer that can be used; the sentence says what is wrong and what then."""


class BrpStaatUit(BrpFout):
    """There is no address."""

    def __init__(self) -> None:
        super().__init__("De koppeling met de BRP staat uit. Vul de gegevens zelf in.")


class BrpZwijgt(BrpFout):
    """No answer in time, or an answer that is none."""

    def __init__(self) -> None:
        super().__init__("De BRP geeft nu geen antwoord. Probeer het later opnieuw, of vul de gegevens zelf in.")


class BrpLaatNietToe(BrpFout):
    """The key is refused, or may not ask this."""

    def __init__(self) -> None:
        super().__init__("De BRP laat deze vraag niet toe. Vraag de beheerder om de sleutel na te kijken.")


class BrpBegrijptNiet(BrpFout):
    """The question was refused; `velden`: the names of what was wrong in it, without what stood there."""

    def __init__(self, velden: tuple[str, ...] = ()) -> None:
        self.velden = velden
        super().__init__("De BRP begrijpt deze vraag niet. Kijk of het BSN, de naam en de datum kloppen.")


class _GeenOmweg(urllib.request.HTTPRedirectHandler):
    """A question with a number of somebody in it never goes on to another address."""

    def redirect_request(self, *delen: Any, **velden: Any) -> None:  # noqa: ARG002
        return None


def staat_aan() -> bool:
    """Whether the region has a way to the BRP."""
    return bool(settings.VOORDEUR_BRP_ADRES)


def bevraag(vraag: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The persons that answer a question, as the BRP gives them; none is an answer too. Raises BrpFout."""
    verzoek = urllib.request.Request(  # noqa: S310 - only https, or this machine
        f"{_adres()}/personen",
        data=json.dumps(vraag).encode(),
        method="POST",
        headers={
            "Content-Type": "application/json; charset=utf-8",
            "Accept": "application/json",
            settings.VOORDEUR_BRP_KOP: settings.VOORDEUR_BRP_SLEUTEL,
        },
    )
    try:
        with urllib.request.build_opener(_GeenOmweg).open(verzoek, timeout=GEDULD) as antwoord:
            return _personen(antwoord.read(GROOTSTE_ANTWOORD))
    except urllib.error.HTTPError as fout:
        with fout:
            raise _weigering(fout) from None
    except (OSError, ValueError):
        raise BrpZwijgt from None


def _adres() -> str:
    adres: str = settings.VOORDEUR_BRP_ADRES.rstrip("/")
    if not adres:
        raise BrpStaatUit
    delen = urlsplit(adres)
    if delen.scheme != "https" and not (delen.scheme == "http" and delen.hostname in EIGEN_MACHINE):
        raise ImproperlyConfigured("VOORDEUR_BRP_ADRES begint met https://")
    return adres


def _personen(inhoud: bytes) -> list[dict[str, Any]]:
    gelezen = json.loads(inhoud)
    personen = gelezen.get("personen") if isinstance(gelezen, dict) else None
    if not isinstance(personen, list) or not all(isinstance(deel, dict) for deel in personen):
        raise BrpZwijgt
    return personen


def _weigering(fout: urllib.error.HTTPError) -> BrpFout:
    if fout.code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return BrpLaatNietToe()
    if fout.code != HTTPStatus.BAD_REQUEST:
        return BrpZwijgt()
    try:
        probleem = json.loads(fout.read(GROOTSTE_ANTWOORD))
        fouten = probleem.get("invalidParams", ()) if isinstance(probleem, dict) else ()
        return BrpBegrijptNiet(tuple(str(deel["name"]) for deel in fouten))
    except (OSError, ValueError, TypeError, KeyError):
        return BrpBegrijptNiet()
