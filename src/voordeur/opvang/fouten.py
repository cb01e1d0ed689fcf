"""Why a step at a shelter was refused. Each error composes its own Dutch sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from voordeur.kern.fouten import Geweigerd
from voordeur.regels.verwoorden import schrijf_datum


class AlOpgenomen(Geweigerd):
    """The same form was sent before: nobody is stored twice."""

    def __init__(self) -> None:
        super().__init__("Dit formulier is al verstuurd. De persoon staat al in de lijst.")


class GeenOpvang(Geweigerd):
    """Only who works at a shelter keeps its list."""

    def __init__(self) -> None:
        super().__init__("U werkt niet bij een opvang. Een medewerker van de opvang houdt deze lijst bij.")


class SlaaptHierAl(Geweigerd):
    """One night for each person and date."""

    def __init__(self, nacht: date) -> None:
        super().__init__(f"Deze persoon staat al op een lijst voor de nacht van {schrijf_datum(nacht)}.")


class NachtKloptNiet(Geweigerd):
    """A night is written down on its own day or the morning after."""

    def __init__(self, nacht: date) -> None:
        super().__init__(
            f"U kunt de nacht van {schrijf_datum(nacht)} nu niet noteren. Dat kan op de dag zelf en de dag erna."
        )


class AlVervallen(Geweigerd):
    """The night was crossed out before."""

    def __init__(self) -> None:
        super().__init__("Deze nacht is al van de lijst gehaald.")


class Onvolledig(Geweigerd):
    """An answer is missing or cannot be; `veld` is the field, `reden` a sentence."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)


class EerstUitzoeken(Geweigerd):
    """A refusal waits for the facts: an unknown one is never a no."""

    def __init__(self, wat: Sequence[str]) -> None:
        super().__init__(f"U kunt nog niet afwijzen. Zoek eerst uit: {'; '.join(wat)}.")
