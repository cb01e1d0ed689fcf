"""Why something with money was refused. Each error says in Dutch what is wrong, and what then."""

from __future__ import annotations

from decimal import Decimal

from voordeur.kern.fouten import Geweigerd
from voordeur.regels.verwoorden import schrijf_bedrag


class NietInEvenwicht(Geweigerd):
    """Debit and credit of an entry differ."""

    def __init__(self, som: Decimal) -> None:
        super().__init__(f"Deze boeking klopt niet: er blijft {schrijf_bedrag(som)} over. Er is niets geboekt.")


class NietsTeBoeken(Geweigerd):
    """An entry without amounts."""

    def __init__(self) -> None:
        super().__init__("Er is geen bedrag om te boeken.")


class OnbekendeRekening(Geweigerd):
    """An account that the chart has not."""

    def __init__(self, code: str) -> None:
        super().__init__(f"Rekening {code} is er niet. Kies een rekening uit het rekeningschema.")


class JaarGesloten(Geweigerd):
    """The books of the year are closed."""

    def __init__(self, jaar: int) -> None:
        super().__init__(f"Het jaar {jaar} is afgesloten. Daarin boekt niemand meer.")


class AlTeruggeboekt(Geweigerd):
    """An entry is taken back once; what takes back is not taken back itself."""

    def __init__(self, nummer: str) -> None:
        super().__init__(f"Boeking {nummer} is al teruggeboekt, of boekt zelf iets terug.")


class HoortBijBesluit(Geweigerd):
    """An entry that follows from a budget or a settlement that stands."""

    def __init__(self) -> None:
        super().__init__("Deze boeking hoort bij een besluit dat vaststaat. U kunt haar niet terugboeken.")


class AlGedeclareerd(Geweigerd):
    """There is a claim for this stay and block that was not refused."""

    def __init__(self, blok: int) -> None:
        super().__init__(f"Voor blok {blok} van deze bewoner is al gedeclareerd. Kijk bij uw declaraties.")


class NietTeBerekenen(Geweigerd):
    """A rule could not give an outcome; `reden` is its sentence."""

    def __init__(self, reden: str) -> None:
        super().__init__(f"Dit is niet te berekenen. {reden[:1].upper()}{reden[1:].rstrip('.')}.")


class DeclaratieKloptNiet(Geweigerd):
    """A check of the claim does not hold, so that nobody may pay it."""

    def __init__(self) -> None:
        super().__init__("Deze declaratie klopt niet. Keur haar af en schrijf op waarom.")


class GeenDagprijs(Geweigerd):
    """There is no contract with a price of a day for what has to be paid."""

    def __init__(self, jaar: int, dagen: int = 0) -> None:
        waarvoor = f"{dagen} dagen van {jaar}" if dagen else f"{jaar}"
        super().__init__(f"Voor {waarvoor} is er geen contract met een dagprijs. Sluit dat eerst.")


class BestaatAl(Geweigerd):
    """There is one already; `wat` is a Dutch noun with its article."""

    def __init__(self, wat: str) -> None:
        super().__init__(f"{wat[:1].upper()}{wat[1:]} is er al.")


class StaatNogOpen(Geweigerd):
    """A year that cannot be closed; `wat` says what still waits."""

    def __init__(self, jaar: int, wat: str) -> None:
        super().__init__(f"Het jaar {jaar} kan nog niet dicht. Er wacht nog: {wat}.")


class ParameterOntbreekt(Geweigerd):
    """A figure that the agreement leaves open was not filled in by a decision."""

    def __init__(self, naam: str, reden: str) -> None:
        super().__init__(f"Vul eerst in: {naam}. De regeling laat dit open: {reden.rstrip('.')}.")


class OngeldigeParameter(Geweigerd):
    """A figure of local policy with a name or a form that is not known."""

    def __init__(self, naam: str, hoe: str) -> None:
        super().__init__(f"{naam}: {hoe}.")


class GeenReden(Geweigerd):
    """Who refuses says why."""

    def __init__(self) -> None:
        super().__init__("Schrijf op waarom u dit afkeurt. De aanbieder leest het.")


class NietElkeRegel(Geweigerd):
    """Somebody who sees only some lines cannot have a ledger that balances."""

    def __init__(self) -> None:
        super().__init__("U ziet alleen de regels van uw gemeente. De centrumgemeente kan het hele bestand maken.")
