"""Why something that a resident asks, or that is done with it, was refused."""

from __future__ import annotations

from voordeur.kern.fouten import Geweigerd


class OnvolledigVanInwoner(Geweigerd):
    """A question, complaint or appointment that lacks something; `reden` is a sentence, `veld` what it is about."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)
