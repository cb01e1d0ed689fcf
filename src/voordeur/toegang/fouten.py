"""Why a step of the way in was refused. Each error composes its own Dutch sentence."""

from __future__ import annotations

from collections.abc import Sequence

from voordeur.brieven.fouten import Brieffout
from voordeur.kern.fouten import Geweigerd
from voordeur.regels.fouten import Onberekenbaar


class KanNietBerekend(Geweigerd):
    """A rule of the agreement gives no answer here: no such route, a fact that cannot be true."""

    def __init__(self, fout: Onberekenbaar) -> None:
        self.fout = fout
        super().__init__(f"Dit kan nu niet. De reden: {fout}.")


class BriefKanNietWeg(Geweigerd):
    """The letter that belongs to the step cannot be made as it is, so the step is not taken."""

    def __init__(self, fout: Brieffout) -> None:
        self.fout = fout
        super().__init__(f"{fout} Vul dit eerst aan.")


class NogOnbekend(Geweigerd):
    """An unknown fact is never a no."""

    def __init__(self, ontbreekt: Sequence[str]) -> None:
        self.ontbreekt = tuple(ontbreekt)
        super().__init__(f"U kunt nog niet afwijzen. Zoek eerst uit: {'; '.join(self.ontbreekt)}.")


class RedenOntbreekt(Geweigerd):
    """Whoever departs from what the rules say, says why."""

    def __init__(self) -> None:
        super().__init__("U wijkt af van de uitkomst van de regels. Schrijf op waarom.")


class OnvolledigVoorstel(Geweigerd):
    """The proposed decision lacks something, or names what the agreement does not have; `reden` is a sentence."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)
