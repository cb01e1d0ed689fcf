"""The web door without a database: static files gathered as in real use, and templates that fail on an unknown name."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from tests.sjabloon import eenmaal
from tests.web.vensters import adres, browser, open_pagina
from voordeur.web import schil

__all__ = ["adres", "browser", "open_pagina"]


class Streng(str):
    """What Django shows for an unknown variable: nothing, because it raises."""

    __slots__ = ()

    def __contains__(self, deel: object) -> bool:
        return deel == "%s" or super().__contains__(str(deel))

    def __mod__(self, naam: object) -> str:
        raise AssertionError(f"het sjabloon noemt iets dat er niet is: {naam}")


@pytest.fixture(scope="session")
def _statisch() -> Path:
    return eenmaal("statisch", _verzamel)


def _verzamel(map_: Path) -> None:
    with override_settings(STATIC_ROOT=str(map_)):
        call_command("collectstatic", verbosity=0, interactive=False)


@pytest.fixture(scope="module", autouse=True)
def omgeving(_statisch: Path) -> Iterator[None]:
    """The settings of these tests: gathered files, strict templates."""
    sjablonen = copy.deepcopy(settings.TEMPLATES)
    sjablonen[0]["OPTIONS"]["string_if_invalid"] = Streng("streng")
    with override_settings(STATIC_ROOT=str(_statisch), TEMPLATES=sjablonen):
        yield


@pytest.fixture(scope="module")
def zonder_tellers(omgeving: None) -> Iterator[None]:
    """Menus without the numbers of what waits: for who opens thousands of pages and looks at something else."""
    with pytest.MonkeyPatch.context() as aanpassing:
        aanpassing.setattr(schil, "aantallen", lambda *_: {})
        yield
