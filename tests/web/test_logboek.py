"""The log tells what happened, and nothing about anybody."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from voordeur.kern.logboek import leg_vast
from voordeur.web.urls import handler500 as _handler500
from voordeur.web.urls import urlpatterns as echte

GEHEIM = ("Willemijn", "123456782", "willemijn@example.nl")
handler500 = _handler500


def breekt(request: HttpRequest, naam: str) -> HttpResponse:
    raise IntegrityError(f"Key (bsn)=({GEHEIM[1]}) of {GEHEIM[0]} already exists") from ValueError(GEHEIM[2])


urlpatterns = [path("breekt/<str:naam>/", breekt, name="breekt"), *echte]


@pytest.fixture
def regels() -> Iterator[io.StringIO]:
    """What the service would write to standard error."""
    stroom, wortel = io.StringIO(), logging.getLogger()
    niveau = wortel.level
    handler = leg_vast(stroom)
    try:
        yield stroom
    finally:
        wortel.removeHandler(handler)
        wortel.setLevel(niveau)


def gelezen(stroom: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(regel) for regel in stroom.getvalue().splitlines()]


@override_settings(ROOT_URLCONF=__name__)
def test_a_failure_is_told_without_what_it_was_about(regels: io.StringIO) -> None:
    Client(raise_request_exception=False).get(f"/breekt/{GEHEIM[0]}/", {"bsn": GEHEIM[1]})
    tekst = regels.getvalue()
    assert not [deel for deel in GEHEIM if deel in tekst]
    fout = next(regel for regel in gelezen(regels) if "fout" in regel)
    assert fout["fout"] == "django.db.utils.IntegrityError"
    assert fout["door"] == "builtins.ValueError"
    assert fout["plaatsen"][-1].endswith("breekt")
    verzoek = next(regel for regel in gelezen(regels) if regel["tekst"] == "verzoek")
    assert verzoek | {"om": "", "ms": 0} == {
        "om": "", "niveau": "INFO", "bron": "voordeur.web", "tekst": "verzoek", "methode": "GET", "adres": "breekt",
        "status": 500, "ms": 0, "regio": "",
    }  # fmt: skip


def test_what_a_programmer_fills_in_is_not_written(regels: io.StringIO) -> None:
    logging.getLogger("ergens").warning("zoek %s", GEHEIM[0], extra={"naam": GEHEIM[0], "aantal": 3})
    logging.getLogger("ergens").warning({"naam": GEHEIM[0]})
    assert GEHEIM[0] not in regels.getvalue()
    assert [(regel["tekst"], regel.get("aantal")) for regel in gelezen(regels)] == [("zoek %s", 3), ("dict", None)]


def test_each_line_is_one_object_whatever_is_in_it(regels: io.StringIO) -> None:
    logging.getLogger("ergens").error("een\nregel\u2028erbij")
    assert len(gelezen(regels)) == 1
