"""A folder where the server of a service may stand: those of pytest are closed to the user that it runs as."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.demo.processen import START, omgeving
from voordeur.kern.postgres import GeenServer, stop


@pytest.fixture
def var() -> Iterator[Path]:
    map_ = Path(tempfile.mkdtemp(prefix="vd-dienst-")).resolve()
    map_.chmod(0o755)
    try:
        yield map_ / "var"
    finally:
        with suppress(GeenServer):
            stop(map_ / "var")
        shutil.rmtree(map_, ignore_errors=True)


@pytest.fixture(scope="module")
def gemigreerd() -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder with a migrated database and the keys that go with it, for all tests of a module."""
    map_ = Path(tempfile.mkdtemp(prefix="vd-dienst-")).resolve()
    map_.chmod(0o755)
    namen = omgeving(map_ / "var")
    try:
        subprocess.run([*START, "migreer"], env=namen, check=True, capture_output=True, timeout=300)
        yield map_ / "var", namen
    finally:
        with suppress(GeenServer):
            stop(map_ / "var")
        shutil.rmtree(map_, ignore_errors=True)
