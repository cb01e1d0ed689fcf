"""Somebody at a screen: logged in, and what stands on the page."""

from __future__ import annotations

import re
from html import unescape

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.stad import Stad


def binnen(stad: Stad, wie: str) -> Client:
    """A browser in which a member of the cast is logged in."""
    klant = Client()
    klant.force_login(stad.accounts[wie])
    return klant


def tekst(antwoord: HttpResponse) -> str:
    """The words of the page itself, without its frame."""
    inhoud = antwoord.content.decode().partition("<main")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", "", inhoud, flags=re.S))).split())


def vragen(klant: Client, adres: str) -> int:
    """How many questions the page asks of the database."""
    with CaptureQueriesContext(connection) as gevangen:
        assert klant.get(adres).status_code == 200
    return len(gevangen)
