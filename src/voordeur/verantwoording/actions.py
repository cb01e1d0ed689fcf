"""What people do with reports: setting the figures of a quarter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from voordeur.berichten.actions import zet_klaar
from voordeur.kern.actor import Actor, Rol
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import Geweigerd, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import College
from voordeur.kern.queries import centrum, colleges, ziet_alles
from voordeur.regels.verwoorden import schrijf_datum

from .kwartalen import Kwartaal
from .models import Kwartaalrapportage
from .queries import afspraak, cijfers, vastgesteld

VASTSTELLERS = frozenset({Rol.CONTROLLER, Rol.BESTUURDER})


class NogBezig(Geweigerd):
    """The quarter has not ended."""

    def __init__(self, kwartaal: Kwartaal) -> None:
        super().__init__(
            f"Het {kwartaal.naam} loopt tot en met {schrijf_datum(kwartaal.tot)}. Daarna kunt u de cijfers vaststellen."
        )


class AlVastgesteld(Geweigerd):
    """The report over the quarter is there already."""

    def __init__(self, kwartaal: Kwartaal) -> None:
        super().__init__(f"De rapportage over het {kwartaal.naam} is al vastgesteld. De cijfers veranderen niet meer.")


class NietVoorDeRegio(Geweigerd):
    """Only who works for all colleges of the region can tell that the figures are whole."""

    def __init__(self) -> None:
        super().__init__(
            "U ziet niet de dossiers van alle gemeenten. De centrumgemeente stelt de rapportage vast voor de regio."
        )


@dataclass(frozen=True)
class BijKwartaal:
    """The quarter to report on, and the college that does it: the centrumgemeente, by CBS code."""

    college_code: str
    jaar: int
    kwartaal: int
    pk: str = ""

    @property
    def betreft(self) -> str:
        return f"kwartaal {self.jaar}-{self.kwartaal}"


@handeling("verantwoording.kwartaal.vaststellen", rollen=VASTSTELLERS)
def stel_kwartaalrapportage_vast(wie: Actor, bij: BijKwartaal, *, op: date) -> Gedaan[Kwartaalrapportage]:
    """Set the figures of a quarter that has ended, once; they never change again, and each municipality is told.

    Raises NietVoorDeRegio, NogBezig, AlVastgesteld, and ValueError on a quarter that is not there.
    """
    assert wie.account is not None
    kwartaal = Kwartaal(bij.jaar, bij.kwartaal)
    eis(bij.college_code == centrum(wie.regio).code and ziet_alles(wie, op), NietVoorDeRegio())
    eis(op > kwartaal.tot, NogBezig(kwartaal))
    eis(vastgesteld(wie, kwartaal) is None, AlVastgesteld(kwartaal))
    with als_geschonden({"kwartaalrapportage_een_per_kwartaal": AlVastgesteld(kwartaal)}):
        rapportage = Kwartaalrapportage.objects.create(
            regio_id=wie.regio,
            college_code=bij.college_code,
            jaar=bij.jaar,
            kwartaal=bij.kwartaal,
            cijfers={code: deel.als_json() for code, deel in cijfers(bij.jaar, bij.kwartaal).items()},
            vastgesteld_door=wie.account,
            vastgesteld_op=op,
        )
    _vertel(wie, kwartaal, colleges(wie.regio, op).values())
    return Gedaan(rapportage, afspraak(wie.regio, kwartaal).uiterlijk)


def _vertel(wie: Actor, kwartaal: Kwartaal, aan: Iterable[College]) -> None:
    """A message to each other municipality, without a figure in it: they read these behind the login."""
    tekst = (
        f"De rapportage over het {kwartaal.naam} is vastgesteld.\n"
        f"U leest haar in Voordeur, op /verantwoording/{kwartaal.jaar}/{kwartaal.nummer}/.\n"
    )
    for college in aan:
        if not college.centrum:
            zet_klaar(wie, kanaal="map", aan=str(college), soort="kwartaalrapportage", inhoud=tekst.encode())
