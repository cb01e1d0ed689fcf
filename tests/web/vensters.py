"""Windows of a real browser on the running application, as fixtures."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections

from tests.web.browser import AXE, chromium, dienst

BREED, TELEFOON, HEEL_SMAL = (1440, 900), (390, 844), (320, 640)


@pytest.fixture(scope="module")
def adres(omgeving: None) -> Iterator[str]:
    with dienst() as basis:
        yield basis


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, for one module: what drives it keeps a loop running in this thread, which no other test may meet."""
    from playwright.sync_api import sync_playwright

    pad = chromium()
    with pytest.MonkeyPatch.context() as omgeving_, sync_playwright() as beheer:
        # Django takes that loop for asynchronous code, in which it would not ask the database
        omgeving_.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        venster = beheer.chromium.launch(executable_path=pad, args=["--no-sandbox", "--disable-gpu"])
        yield venster
        venster.close()
        # what was opened while that loop ran, can only be closed while it runs
        connections.close_all()


@pytest.fixture
def open_pagina(browser: Any, adres: str) -> Iterator[Any]:
    """Open a page at a size; what the console says is kept in `pagina.meldingen`."""
    vensters = []

    def open_(pad: str, maat: tuple[int, int], javascript: bool = True) -> Any:
        venster = browser.new_context(
            viewport={"width": maat[0], "height": maat[1]}, java_script_enabled=javascript, reduced_motion="reduce"
        )
        vensters.append(venster)
        venster.add_init_script(path=AXE)
        pagina = venster.new_page()
        pagina.meldingen = []
        pagina.on("console", lambda bericht: pagina.meldingen.append(bericht.text))
        pagina.on("pageerror", lambda fout: pagina.meldingen.append(str(fout)))
        pagina.goto(adres + pad)
        return pagina

    yield open_
    for venster in vensters:
        venster.close()
