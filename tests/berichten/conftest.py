"""The one test here that opens a page has strict templates and gathered files, as in the tests of the web door."""

from __future__ import annotations

from tests.web.conftest import _statisch, omgeving

__all__ = ["_statisch", "omgeving"]
