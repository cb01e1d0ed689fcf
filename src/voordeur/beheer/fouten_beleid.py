"""Why something about local policy was refused: what is wrong, and what then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from voordeur.kern.fouten import Geweigerd
from voordeur.regelingen.meldingen import Fout
from voordeur.regels.verwoorden import schrijf_datum

# so many numbers of dossiers are named in one sentence
NOEM_ER = 20


class WaardeKloptNiet(Geweigerd):
    """The value does not fit the parameter."""

    def __init__(self, melding: str) -> None:
        super().__init__(f"Deze waarde past hier niet: {melding}.")


class NietOpen(Geweigerd):
    """The agreement of that day does not leave this open."""

    def __init__(self, naam: str, dag: date) -> None:
        super().__init__(f"Op {schrijf_datum(dag)} laat de regeling '{naam}' niet open. Kies een andere dag.")


class PeriodeOmgekeerd(Geweigerd):
    """The last day lies before the first."""

    def __init__(self) -> None:
        super().__init__("De laatste dag ligt voor de eerste. Kies een latere dag.")


class BesluitInDeToekomst(Geweigerd):
    """The decision was not taken yet."""

    def __init__(self) -> None:
        super().__init__("Een besluit heeft een datum tot en met vandaag. Wacht tot het besluit er is.")


class Overlapt(Geweigerd):
    """Another value holds on one of these days."""

    def __init__(self) -> None:
        super().__init__("In deze dagen geldt al een andere waarde. Beëindig die eerst, of kies andere dagen.")


class AlOpBesloten(Geweigerd):
    """Something was decided on this value on a later day."""

    def __init__(self, dag: date) -> None:
        super().__init__(
            f"Met deze waarde is al iets beslist, over {schrijf_datum(dag)}. Kies een dag die daarna komt."
        )


class AlGezet(Geweigerd):
    """The proposal was set, refused or withdrawn already."""

    def __init__(self) -> None:
        super().__init__("Dit voorstel wacht niet meer. Kijk op de pagina Beleid.")


class NietVanU(Geweigerd):
    """Only who prepared it withdraws it."""

    def __init__(self) -> None:
        super().__init__("Een collega legde dit klaar. Wie het klaarlegde, trekt het in. Een ander wijst het af.")


class EindeLigtKlaar(Geweigerd):
    """Somebody prepared an end for this value already."""

    def __init__(self) -> None:
        super().__init__("Er ligt al een voorstel om dit te beëindigen. Kijk op de pagina Beleid.")


class BestandKloptNiet(Geweigerd):
    """The file has faults; `fouten` has all of them."""

    def __init__(self, fouten: Sequence[Fout]) -> None:
        self.fouten = tuple(fouten)
        super().__init__(f"Het bestand heeft {len(fouten)} fouten. Herstel ze en laad het opnieuw.")


class AndereRegeling(Geweigerd):
    """The file is of another agreement."""

    def __init__(self, verwacht: str, kreeg: str) -> None:
        super().__init__(f"Dit bestand is van regeling '{kreeg}'. Uw regio werkt met '{verwacht}'.")


class VersieIsEr(Geweigerd):
    """There is a version, or a proposal for one, with this first day."""

    def __init__(self, dag: date) -> None:
        super().__init__(
            f"Er is al een versie of een voorstel met eerste dag {schrijf_datum(dag)}. Kies een andere dag."
        )


class VersieTeLaat(Geweigerd):
    """The first day of the version lies behind us: then it would change what was done."""

    def __init__(self, dag: date) -> None:
        super().__init__(f"De eerste dag is {schrijf_datum(dag)}. Kies vandaag of later: wat al is beslist, blijft zo.")


class VersieGeldtAl(Geweigerd):
    """The version holds already, or is of the package."""

    def __init__(self) -> None:
        super().__init__("Deze versie geldt al. Laad een nieuwe versie om iets te wijzigen.")


class GeenEinde(Geweigerd):
    """The agreement has no end that can be prolonged."""

    def __init__(self) -> None:
        super().__init__("De regeling heeft geen einddatum. Er is niets te verlengen.")


class AnderCentrum(Geweigerd):
    """The version has another centrumgemeente, or none."""

    def __init__(self, naam: str) -> None:
        super().__init__(
            f"In deze versie is {naam} niet meer de centrumgemeente. Dat kan niet met een nieuwe versie. "
            "Zet in het bestand 'centrum = true' bij dezelfde gemeente, of maak een nieuwe regio."
        )


class LatereVersie(Geweigerd):
    """A version with other parties that lies before one that is loaded already."""

    def __init__(self, dag: date) -> None:
        super().__init__(
            f"Er is al een versie vanaf {schrijf_datum(dag)}. Met andere gemeenten moet deze de laatste zijn. "
            "Trek de latere versie eerst in."
        )


class NogOpen(Geweigerd):
    """A municipality that leaves has dossiers that are not closed; `nummers` has all of them."""

    def __init__(self, naam: str, nummers: Sequence[str]) -> None:
        self.nummers = tuple(nummers)
        meer = len(nummers) - NOEM_ER
        lijst = ", ".join(nummers[:NOEM_ER]) + (f" en nog {meer}" if meer > 0 else "")
        super().__init__(
            f"{naam} kan nog niet weg. Deze dossiers zijn nog open: {lijst}. "
            "Sluit ze af, of verander de gemeente in het dossier."
        )


class BegintLater(Geweigerd):
    """Of who leaves something begins only after the last day."""

    def __init__(self, naam: str, dag: date) -> None:
        super().__init__(
            f"Voor {naam} begint een rol of mandaat pas op of na {schrijf_datum(dag)}. Beëindig dat eerst."
        )


class WisselingGebruikt(Geweigerd):
    """For a municipality that would join something was written down already."""

    def __init__(self, naam: str) -> None:
        super().__init__(f"Voor {naam} is al een rol of mandaat vastgelegd. Haal dat eerst weg.")
