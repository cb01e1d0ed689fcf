"""Why something about the offer was refused."""

from __future__ import annotations

from voordeur.kern.fouten import Geweigerd


class NietVanHetCentrum(Geweigerd):
    """Contracts and places are the work of the centrumgemeente."""

    def __init__(self) -> None:
        super().__init__("Alleen de centrumgemeente regelt contracten en plekken.")


class GeenAanbieder(Geweigerd):
    """The organisation is not a provider of this region."""

    def __init__(self) -> None:
        super().__init__("Deze organisatie is geen aanbieder in uw regio. Kies een aanbieder uit de lijst.")


class AlEenContract(Geweigerd):
    """A provider has one contract at a time."""

    def __init__(self) -> None:
        super().__init__("Deze aanbieder heeft in deze tijd al een contract. Kies een andere begindag of einddag.")


class GeenPrijstabel(Geweigerd):
    """Paying by declaratie needs the prices of the agreement."""

    def __init__(self) -> None:
        super().__init__("Uw regeling heeft geen prijzen voor declaraties. Kies daarom voor subsidie.")


class DagprijsHoortBijSubsidie(Geweigerd):
    """A subsidy has a price for a day, a contract that is paid by declaratie has not."""

    def __init__(self) -> None:
        super().__init__("Vul bij subsidie een dagprijs in. Laat de dagprijs bij inkoop leeg.")


class NaamBestaatAl(Geweigerd):
    """The provider has a location of that name."""

    def __init__(self, naam: str) -> None:
        super().__init__(f"Deze aanbieder heeft al een locatie met de naam {naam}. Kies een andere naam.")


class GemeenteBuitenDeRegio(Geweigerd):
    """A location stands in a municipality of the region."""

    def __init__(self) -> None:
        super().__init__("Deze gemeente hoort niet bij uw regio. Kies een gemeente uit de lijst.")


class ProductZonderPlekken(Geweigerd):
    """The agreement has no such product, or nobody lives in it."""

    def __init__(self) -> None:
        super().__init__("Dit soort plek staat niet in uw regeling. Kies een soort uit de lijst.")


class HuisvestingKloptNiet(Geweigerd):
    """Housing is told apart where, and only where, the price table does so."""

    def __init__(self, keuzes: tuple[str, ...]) -> None:
        super().__init__(
            "De prijs hangt hier af van de huisvesting. Kies met of zonder huisvesting."
            if keuzes
            else "Bij dit soort plek is er geen keuze voor huisvesting. Laat die leeg."
        )


class AantalKloptNiet(Geweigerd):
    """Nobody opens no place, or more at once than a house has."""

    def __init__(self, meeste: int) -> None:
        super().__init__(f"Vul een aantal in van 1 tot en met {meeste}.")


class PeriodeKloptNiet(Geweigerd):
    """The last day comes before the first."""

    def __init__(self) -> None:
        super().__init__("De laatste dag ligt voor de eerste dag. Kies een latere laatste dag.")
