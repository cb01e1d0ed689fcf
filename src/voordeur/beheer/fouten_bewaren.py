"""Why something about keeping and destroying is refused."""

from __future__ import annotations

from voordeur.kern.fouten import Geweigerd

from .gronden_bewaren import WEIGERGRONDEN


class MagNietWeg(Geweigerd):
    """What is kept may not be destroyed now: something still runs."""

    def __init__(self, gronden: tuple[str, ...]) -> None:
        self.gronden = gronden
        wat = "; ".join(WEIGERGRONDEN[grond].naam.lower() for grond in gronden)
        super().__init__(f"Deze gegevens mogen nu niet weg: {wat}. Wijs het verzoek af, of wacht tot dit klaar is.")


class OnvolledigVerzoek(Geweigerd):
    """An answer that is missing or cannot be; `veld` is its field."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)


class NietTeVerlengen(Geweigerd):
    """A term that cannot be made longer, or not any more."""


class TeJong(Geweigerd):
    """Under twelve years nobody asks for themselves (article 5.3.5 lid 3 Wmo)."""

    def __init__(self) -> None:
        super().__init__("Deze inwoner is nog geen twaalf. De wettelijk vertegenwoordiger kan dit vragen.")
