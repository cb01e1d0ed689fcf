"""Why a step with another region, a dispute or a correction was refused."""

from __future__ import annotations

from datetime import date

from voordeur.kern.fouten import Geweigerd
from voordeur.regels.verwoorden import schrijf_datum


class OngeldigAntwoord(Geweigerd):
    """An answer that lacks or cannot be; `veld` is the field of the form, `reden` a sentence."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)


class GeenAndereRegio(Geweigerd):
    """Nobody wrote down yet that another region is concerned."""

    def __init__(self) -> None:
        super().__init__("In dit dossier speelt geen andere regio. Leg eerst vast welke regio het is.")


class NogNietGeaccepteerd(Geweigerd):
    """Nobody is let go before the other region accepted."""

    def __init__(self) -> None:
        super().__init__(
            "De andere regio heeft de inwoner nog niet geaccepteerd. U laat de inwoner nu niet los. "
            "Deze regio blijft helpen."
        )


class NogNietOvergedragen(Geweigerd):
    """Nobody is let go before the warm hand-over and the day on which support begins there."""

    def __init__(self, begint: date | None) -> None:
        wanneer = f" De hulp daar begint op {schrijf_datum(begint)}." if begint else " Noteer eerst de overdracht."
        super().__init__(f"De inwoner is nog niet overgedragen.{wanneer} Tot die dag blijft deze regio helpen.")


class NogGeenBesluit(Geweigerd):
    """Whoever reported here gets a decision on paper, also when another region takes over."""

    def __init__(self) -> None:
        super().__init__("Neem eerst het besluit. De inwoner krijgt dat op papier en kan bezwaar maken.")


class NogNietUitgezocht(Geweigerd):
    """Somebody is not sent elsewhere while something is unknown."""

    def __init__(self, ontbreekt: list[str]) -> None:
        self.ontbreekt = ontbreekt
        super().__init__(f"U kunt nog niet voor de andere regio kiezen. Zoek eerst uit: {'; '.join(ontbreekt)}.")


class AlGeplaatst(Geweigerd):
    """Rows about a place or money hang on the dossier, and they cannot move with it."""

    def __init__(self) -> None:
        super().__init__(
            "Aan dit dossier hangt al een plek of geld. Dit kunt u daarom niet verplaatsen. Overleg met uw beheerder."
        )


class NietsVeranderd(Geweigerd):
    """The corrected value is the one that stood there."""

    def __init__(self, veld: str) -> None:
        self.veld = veld
        super().__init__("Dit staat er al. Vul in wat het moet zijn.")
