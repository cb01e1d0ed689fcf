"""What is written down for a decision before it is prepared: results by life domain, and the wish for a budget."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.queries import regeling_versie
from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.pgb import VOORWAARDEN, Pgb, toets_pgb
from voordeur.regels.uitkomst import Uitkomst

from ..fouten import KanNietBerekend, OnvolledigVoorstel
from ..matrix import matrix_van
from ..models import Dossier
from .onderzoeken import TE_ONDERZOEKEN
from .stappen import WERKERS, bewaar, eis_geen_voorstel, pak_dossier


@handeling("toegang.resultaten.vastleggen", rollen=WERKERS)
def leg_resultaten_vast(
    wie: Actor, dossier: Dossier, resultaten: Mapping[str, str], *, versie: int, op: date
) -> Gedaan[Dossier]:
    """Write down what the help is to bring about, by domain of the matrix; an empty text takes a domain out.

    Raises KanNietBerekend on a domain that the matrix has not.
    """
    dossier = pak_dossier(dossier, versie, TE_ONDERZOEKEN)
    eis_geen_voorstel(dossier)
    domeinen = matrix_van(regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)).domeinen
    for domein in resultaten:
        eis(domein in domeinen, KanNietBerekend(OngeldigFeit(domein, "is geen leefgebied van de matrix")))
    inhoud = {domein: resultaten[domein].strip() for domein in domeinen if resultaten.get(domein, "").strip()}
    schrijf_op(dossier.inwoner, "resultaten", inhoud, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(dossier)


@handeling("toegang.pgb.beoordelen", rollen=WERKERS)
def beoordeel_pgb(
    wie: Actor, dossier: Dossier, gevraagd: bool, antwoorden: Mapping[str, bool | None], uitleg: Mapping[str, str],
    *, versie: int, op: date,
) -> Gedaan[Dossier]:  # fmt: skip
    """Write down whether a personal budget was asked for, and what was found of each condition of article 2.3.6 Wmo.

    A no is explained. Raises OnvolledigVoorstel, KanNietBerekend on a condition that the law has not.
    """
    dossier = pak_dossier(dossier, versie, TE_ONDERZOEKEN)
    eis_geen_voorstel(dossier)
    uitkomst: Uitkomst[Pgb] | None = None
    if gevraagd:
        try:
            uitkomst = toets_pgb(antwoorden)
        except OngeldigFeit as fout:
            raise KanNietBerekend(fout) from None
        for naam in uitkomst.waarde.niet_voldaan:
            gevuld = bool(uitleg.get(naam, "").strip())
            eis(gevuld, OnvolledigVoorstel(f"uitleg_{naam}", "Schrijf op waarom deze voorwaarde niet klopt."))
    alles = {naam: antwoorden.get(naam) for naam in VOORWAARDEN} if gevraagd else {}
    teksten = {naam: uitleg.get(naam, "").strip() for naam in alles}
    schrijf_op(
        dossier.inwoner, "pgb", {"gevraagd": gevraagd, "antwoorden": alles, "uitleg": teksten}, van=dossier.nummer
    )
    bewaar(dossier)
    return Gedaan(dossier, uitkomst)
