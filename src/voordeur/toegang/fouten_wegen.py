"""Why a step of a region's way in was refused. Each error composes its own Dutch sentence."""

from __future__ import annotations

from collections.abc import Sequence

from voordeur.kern.fouten import Geweigerd


class StapNietGedaan(Geweigerd):
    """A step that comes before the decision is not done; with a reason one can go on."""

    def __init__(self, stappen: Sequence[str]) -> None:
        self.stappen = tuple(stappen)
        wat = "; ".join(deel.rstrip(".") for deel in stappen)
        super().__init__(f"Eerst moet dit nog: {wat}. Kan dat nu niet? Open die stap en schrijf op waarom.")


class WetVraagtStap(Geweigerd):
    """A step that a law asks for is not done; no reason sets it aside."""

    def __init__(self, stappen: Sequence[str]) -> None:
        self.stappen = tuple(stappen)
        wat = "; ".join(deel.rstrip(".") for deel in stappen)
        super().__init__(f"De wet vraagt dit voor het besluit: {wat}. Doe dit eerst.")


class GeenStap(Geweigerd):
    """The route of this dossier has no such step, or another page does it."""

    def __init__(self, stap: str) -> None:
        super().__init__(f"De stap '{stap}' kunt u bij dit dossier niet noteren.")


class OngeldigeNotitie(Geweigerd):
    """Something in what was noted cannot be; `reden` is a sentence."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)
