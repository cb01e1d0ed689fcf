"""Why an action was refused. Each error composes its own Dutch sentence: what is wrong, and what then."""

from __future__ import annotations

from datetime import date


class Geweigerd(Exception):
    """The root: a person may not do this, or not now. Nothing has changed."""

    @property
    def voor_journaal(self) -> str:
        """The sentence as the journal keeps it for ever: without what somebody typed about a person."""
        return str(self)


class GeenMandaat(Geweigerd):
    """The one who acts has no role with this power for the college concerned on that day."""

    def __init__(self, handeling: str, college: str, op: date) -> None:
        self.handeling = handeling
        self.college = college
        self.op = op
        super().__init__(
            f"U mag dit op {op} niet doen voor {college}. Vraag uw teamleider wie dat wel mag ({handeling})."
        )


class AlleenLezen(Geweigerd):
    """The resident lets somebody look along, and do nothing."""

    def __init__(self) -> None:
        super().__init__("U mag meelezen, maar niets doen. Vraag de inwoner of u meer mag.")


class ZelfdePersoon(Geweigerd):
    """Four eyes: the second person is the first one."""

    def __init__(self, wat: str) -> None:
        super().__init__(f"{wat} U deed de eerste stap zelf. Laat een collega dit doen.")


class Mensenwerk(Geweigerd):
    """A system asks what a human has to do."""

    def __init__(self) -> None:
        super().__init__("Dit doet een mens en geen systeem. Laat een collega dit doen op het scherm.")


class Gewijzigd(Geweigerd):
    """Somebody else changed it since it was opened; what they did is in the journal from then on."""

    def __init__(self, gezien: int, nu: int) -> None:
        self.gezien = gezien
        self.nu = nu
        super().__init__(
            "Iemand anders heeft dit dossier intussen veranderd. Kijk wat er veranderd is en ga dan verder."
        )


class StapNietAanDeBeurt(Geweigerd):
    """The thing is not in the state that this action asks for; `reden` is a Dutch sentence."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)


def eis(voldaan: bool, weigering: Geweigerd) -> None:
    """Refuse unless a condition holds. Raises the refusal that is given."""
    if not voldaan:
        raise weigering
