"""What somebody who decides or signs should have seen: nothing here holds a decision back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from voordeur.kern.mandaten import einde_van_mandaten
from voordeur.regels.verwoorden import schrijf_datum

from .models import Dossier
from .queries import Dossierbeeld
from .queries_landelijk import geschillen_van
from .queries_verslag import verslagen


def aandachtspunten(gelezen: Dossierbeeld, op: date) -> tuple[str, ...]:
    """Sentences about what is open or does not go together, with the way on."""
    return (*_mandaten(gelezen.dossier, op), *_punten(gelezen))


def _mandaten(dossier: Dossier, op: date) -> Iterator[str]:
    """A power over this decision that ended, or ends soon: whoever signs should know in whose name that still can."""
    for wie, dag in einde_van_mandaten("toegang.besluit.nemen", van=dossier.college_code, op=op):
        if dag < op:
            yield f"Het mandaat van {wie} is verlopen op {schrijf_datum(dag)}. De gemeente tekent nu zelf."
        else:
            yield f"Het mandaat van {wie} loopt af op {schrijf_datum(dag)}. Vraag op tijd een nieuw mandaat."


def _punten(gelezen: Dossierbeeld) -> Iterator[str]:
    for geschil in geschillen_van(gelezen.dossier):
        if geschil.opgelost_op is None:
            wederpartij = geschil.wederpartij or "een ander"
            yield f"Er loopt een geschil met {wederpartij}. Leg eerst vast wat daaruit kwam."
    if gelezen.dossier.stap != Dossier.Stap.BESLUIT:
        return
    lokaal = gelezen.geschreven.get("onderzoek", {}).get("lokale_voorziening", {})
    if lokaal.get("volstaat"):
        yield "In het onderzoek staat dat hulp in de eigen gemeente genoeg is. Kijk of het besluit daarbij past."
    if not verslagen(gelezen.documenten, gelezen.geschreven):
        yield "Er is nog geen verslag van het onderzoek. De inwoner heeft daar recht op (Wmo 2015, 2.3.2 lid 8)."
