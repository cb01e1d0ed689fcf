"""What the tests of management share: strict templates and gathered static files, as in real use."""

from __future__ import annotations

from tests.web.conftest import _statisch, omgeving

__all__ = ["_statisch", "omgeving"]
