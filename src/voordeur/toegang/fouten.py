"""Why a step of the way in was refused. Each error composes its own Dutch sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from voordeur.brieven.fouten import Brieffout
from voordeur.kern.fouten import Geweigerd
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.verwoorden import schrijf_datum


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

    @property
    def voor_journaal(self) -> str:
        return "De brief bij deze stap kan nog niet weg."


class NogOnbekend(Geweigerd):
    """An unknown fact is never a no."""

    def __init__(self, ontbreekt: Sequence[str]) -> None:
        self.ontbreekt = tuple(ontbreekt)
        super().__init__(f"U kunt nog niet afwijzen. Zoek eerst uit: {'; '.join(self.ontbreekt)}.")


class GemeenteDoetNietMee(Geweigerd):
    """The municipality is no party to the agreement on the day of the report."""

    def __init__(self, naam: str, dag: date) -> None:
        super().__init__(
            f"{naam} doet op {schrijf_datum(dag)} niet mee aan de regeling. Stuur de melding door naar die gemeente."
        )


class RedenOntbreekt(Geweigerd):
    """Whoever departs from what the rules say, says why."""

    def __init__(self) -> None:
        super().__init__("U wijkt af van de uitkomst van de regels. Schrijf op waarom.")


class OnvolledigVoorstel(Geweigerd):
    """The proposed decision lacks something, or names what the agreement does not have; `reden` is a sentence."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)


class OnvolledigBezwaar(Geweigerd):
    """What was written about an objection lacks something or cannot be; `reden` is a sentence."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)


class PgbNogOnbekend(Geweigerd):
    """Refusing a budget while a condition of the law is unknown."""

    def __init__(self) -> None:
        super().__init__(
            "De inwoner vroeg om een pgb. Beoordeel eerst elke voorwaarde van de wet. Daarna kunt u natura kiezen."
        )


class ConceptTeGroot(Geweigerd):
    """A draft of more text than the fields of a step can hold."""

    def __init__(self) -> None:
        super().__init__("Deze tekst is te lang om te bewaren. Maak de tekst korter.")


class OnvolledigDocument(Geweigerd):
    """A paper of which something is not said; `reden` is a sentence, `veld` the field that it is about."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)


class OnvolledigeBetrokkene(Geweigerd):
    """Somebody of whom something is not said; `reden` is a sentence, `veld` the field that it is about."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)


class OnvolledigPlan(Geweigerd):
    """A plan, or what was told, of which something is not said; `reden` is a sentence, `veld` its field."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)


class OnvolledigVerslag(Geweigerd):
    """A report, or a reaction to it, that cannot be so; `reden` is a sentence, `veld` the field that it is about."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)


class GeenCollega(Geweigerd):
    """A dossier is handled by somebody who works for its college on that day."""

    def __init__(self) -> None:
        super().__init__("Kies een collega die nu voor deze gemeente werkt.")


class GeenBriefgegevens(Geweigerd):
    """The municipality has no address for an objection, or nobody has a number to call: a letter has to say both."""

    def __init__(self, gemeente: str) -> None:
        super().__init__(
            f"Van {gemeente} ontbreekt het postadres of een telefoonnummer. Zo kan de brief niet weg. "
            "De functioneel beheerder vult dit in bij Beheer, Gemeenten."
        )
