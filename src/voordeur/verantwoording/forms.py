"""The form of setting a report."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django import forms
from django.http import QueryDict

from .queries import Cijfers


def vingerafdruk(cijfers: Cijfers) -> str:
    """A short mark of the figures, to tell that they are still the ones that somebody looked at."""
    inhoud = json.dumps({code: deel.als_json() for code, deel in sorted(cijfers.items())}, sort_keys=True)
    return hashlib.sha256(inhoud.encode()).hexdigest()[:16]


class Vaststelling(forms.Form):
    """That somebody looked at the figures as they are now."""

    gezien = forms.CharField(widget=forms.HiddenInput)
    nagekeken = forms.BooleanField(
        label="Ik heb de cijfers nagekeken",
        error_messages={"required": "Kijk de cijfers na en zet dan het vinkje."},
    )

    def __init__(self, gestuurd: QueryDict | None, nu: str) -> None:
        super().__init__(gestuurd, initial={"gezien": nu})
        self.nu = nu

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if schoon.get("gezien") != self.nu:
            # the page that comes back shows the new figures, so that it carries their mark
            self.data = {"gezien": self.nu}
            self.add_error("nagekeken", "De cijfers zijn intussen veranderd. Kijk ze opnieuw na.")
        return schoon
