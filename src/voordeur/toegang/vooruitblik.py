"""How the running cases stand by the agreement as it is now: laid beside how they stand by another one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.verwoorden import schrijf_datum

from .models import Dossier, Klok
from .queries import toets
from .termijnen import bereken_einde, opschortingen_van

LOPEND = (Dossier.Stap.MELDING, Dossier.Stap.ONDERZOEK, Dossier.Stap.AANVRAAG, Dossier.Stap.BESLUIT)
Stand = tuple[str, str, str]


def standen(vanaf: date, op: date) -> Iterator[Stand]:
    """The number, what it is about and the outcome: access of cases reported, and terms that started, from a day on."""
    open_ = Dossier.objects.filter(stap__in=LOPEND, voorziening="BW", gemeld_op__gte=vanaf)
    for dossier in open_.select_related("inwoner").order_by("id"):
        yield f"Dossier {dossier.nummer}", "voldoet aan de voorwaarden", _toets(dossier, op)
    for klok in Klok.objects.filter(klaar_op=None, start__gte=vanaf).select_related("dossier").order_by("id"):
        yield f"Dossier {klok.dossier.nummer}", f"laatste dag: {klok.naam}", _einde(klok)


def _toets(dossier: Dossier, op: date) -> str:
    try:
        return str(toets(dossier, op).waarde.toegang)
    except Onberekenbaar as fout:
        return str(fout)
    except SleutelOntbreekt:
        return "de gegevens zijn vernietigd"


def _einde(klok: Klok) -> str:
    try:
        uitkomst = bereken_einde(klok.dossier, klok.soort, klok.start, opschortingen_van(klok))
    except Onberekenbaar as fout:
        return str(fout)
    return schrijf_datum(uitkomst.waarde.uiterlijk) if uitkomst else "geen termijn"
