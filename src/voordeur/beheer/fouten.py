"""Why an action of management was refused, each in a Dutch sentence: what is wrong, and what then."""

from __future__ import annotations

from datetime import date

from voordeur.kern.fouten import Geweigerd
from voordeur.regels.verwoorden import schrijf_datum


class BestaatAl(Geweigerd):
    """The e-mail address has an account."""

    def __init__(self) -> None:
        super().__init__("Dit e-mailadres heeft al een account. Gebruik een ander adres.")


class DubbeleRol(Geweigerd):
    """The same role at the same place in the same days."""

    def __init__(self) -> None:
        super().__init__("Deze persoon heeft deze rol hier al in deze dagen. Kies andere dagen.")


class RolPastNiet(Geweigerd):
    """The role is not one of this place."""

    def __init__(self) -> None:
        super().__init__("Deze rol past niet bij deze plek. Kies een andere rol of een andere plek.")


class InHetVerleden(Geweigerd):
    """A day before today, that nobody said was meant."""

    def __init__(self) -> None:
        super().__init__("Deze dag is al voorbij. Kies een latere dag, of zet het vinkje onder de dagen.")


class VerkeerdeDagen(Geweigerd):
    """A last day before the first one, or after the end that there is."""

    def __init__(self, van: date) -> None:
        super().__init__(f"Kies een laatste dag vanaf {schrijf_datum(van)}, en niet na het einde dat er al is.")


class NietUzelf(Geweigerd):
    """Nobody gives rights to oneself."""

    def __init__(self) -> None:
        super().__init__("U kunt dit niet voor uzelf doen. Vraag een andere beheerder.")


class LaatsteBeheerder(Geweigerd):
    """Nobody would be left to manage the region."""

    def __init__(self) -> None:
        super().__init__("Dit is de laatste beheerder van de regio. Geef eerst een ander deze rol.")


class GeenVervanger(Geweigerd):
    """Whoever stands in works at a college, and whom they stand in for has a role in this one."""

    def __init__(self) -> None:
        super().__init__("Deze vervanging kan niet. Kies twee collega's die bij een gemeente werken.")


class AlVervangen(Geweigerd):
    """Somebody stands in for this person in these days."""

    def __init__(self) -> None:
        super().__init__("In deze dagen is er al een vervanger. Beëindig die vervanging eerst.")


class AlWeg(Geweigerd):
    """The account is closed."""

    def __init__(self) -> None:
        super().__init__("Dit account is gesloten. U kunt er niets meer aan wijzigen.")


class AlGebruikt(Geweigerd):
    """Somebody logged in with this account: whoever makes a code for it may not use that code alone."""

    def __init__(self) -> None:
        super().__init__("Dit account is al gebruikt. Een collega bevestigt daarom eerst een nieuwe code.")


class NogNietBevestigd(Geweigerd):
    """The code is right, and waits for a second person."""

    def __init__(self) -> None:
        super().__init__("Deze code werkt nog niet. Een collega van uw beheerder bevestigt hem eerst.")


class PasUitgenodigd(Geweigerd):
    """The second person came in by the first one, or both by the same manager, a short while ago."""

    def __init__(self) -> None:
        super().__init__(
            "U kreeg uw account of rol pas van deze collega, of van dezelfde beheerder. Laat een ander dit bevestigen."
        )


class PasBegonnen(Geweigerd):
    """One of two people was invited for the first time a short while ago."""

    def __init__(self) -> None:
        super().__init__("U of uw collega heeft pas kort een account. Laat een ander dit doen.")


class NietGesloten(Geweigerd):
    """The account is in use."""

    def __init__(self) -> None:
        super().__init__("Dit account is al open. U hoeft niets te doen.")
