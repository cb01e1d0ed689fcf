"""What the tests of the way in share: strict templates, and a dossier brought to a step."""

from __future__ import annotations

from tests.web.conftest import _statisch, omgeving

__all__ = ["_statisch", "omgeving"]
