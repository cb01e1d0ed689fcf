"""The investigation: what was talked about, the matrix, the criteria, the arrangement; then the application."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.queries import regeling_versie
from voordeur.kern.rekenbewijs import bereken
from voordeur.regels.fouten import Onberekenbaar, OngeldigFeit

from ..feiten import lees, toets_regel, toetsfeiten
from ..fouten import KanNietBerekend
from ..matrix import INTAKE, matrix_van
from ..models import Dossier
from ..queries_besluit import is_van_papier
from ..termijnen import einde_zonder_opschorting, lopende_klok, start_klok, stop_klok
from ..volledig import onderwerpen_van
from ..zrm import met_eerdere
from .mandaat import IN_MANDAAT, in_mandaat
from .stappen import WERKERS, bewaar, eis_geen_voorstel, pak_dossier, zet_stap

Stap = Dossier.Stap
TE_ONDERZOEKEN = (Stap.ONDERZOEK, Stap.AANVRAAG, Stap.BESLUIT)
# the conditions of a decision on paper were assessed elsewhere; here that can be done while the help goes on
TE_BEOORDELEN = (*TE_ONDERZOEKEN, Stap.PLAATSING, Stap.VERBLIJF)


def _pak(dossier: Dossier, versie: int) -> Dossier:
    dossier = pak_dossier(dossier, versie, TE_ONDERZOEKEN)
    eis_geen_voorstel(dossier)
    return dossier


@handeling("toegang.onderzoek.vastleggen", rollen=WERKERS | IN_MANDAAT)
@in_mandaat
def leg_onderzoek_vast(
    wie: Actor, dossier: Dossier, onderzoek: Mapping[str, Any], *, versie: int, op: date
) -> Gedaan[Dossier]:
    """Write down the investigation. When it is finished its term stops, and the application is waited for.

    `onderzoek`: the subjects of article 2.3.2 lid 4 Wmo as texts by the keys of `toegang.onderwerpen`, `standen`: how
    far each of them is ("besproken", "nvt" with the reason as its text, "onbekend"; derived when absent), `gesprek_op`
    (ISO), `lokale_voorziening` {"onderzocht", "volstaat"} (True, False, None), `overgangsrecht` (bool), and `afgerond`
    (True when absent): False keeps what there is so far. Raises OngeldigFeit on a state that there is not.
    """
    dossier = _pak(dossier, versie)
    onderwerpen_van({"onderzoek": onderzoek})
    schrijf_op(dossier.inwoner, "onderzoek", onderzoek, van=dossier.nummer)
    if not onderzoek.get("afgerond", True):
        bewaar(dossier)
        return Gedaan(dossier)
    dossier.onderzocht_op = op
    dossier.save(update_fields=["onderzocht_op"])
    stop_klok(dossier, "onderzoek", op)
    zet_stap(dossier, Stap.AANVRAAG if dossier.stap == Stap.ONDERZOEK else dossier.stap, op)
    return Gedaan(dossier)


@handeling("toegang.zrm.scoren", rollen=WERKERS)
def score_zrm(
    wie: Actor, dossier: Dossier, scores: Mapping[str, int], *, versie: int, op: date, meting: str = "intake"
) -> Gedaan[Dossier]:
    """Write down the scores of the self-sufficiency matrix. Raises OngeldigFeit on a domain or score it has not.

    `meting`: the intake belongs to the investigation; the others are made while somebody lives somewhere.
    """
    matrix = matrix_van(regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op))
    if meting not in matrix.metingen:
        raise OngeldigFeit("meting", f"kies uit: {', '.join(matrix.metingen)}")
    dossier = _pak(dossier, versie) if meting == INTAKE else pak_dossier(dossier, versie, {Stap.VERBLIJF})
    for domein, score in scores.items():
        if domein not in matrix.domeinen:
            raise OngeldigFeit(domein, "dit domein is er niet")
        if not matrix.laagste <= score <= matrix.hoogste:
            raise OngeldigFeit(domein, f"geef een score van {matrix.laagste} tot en met {matrix.hoogste}")
    soort = f"zrm {meting}"
    # a second intake corrects the first; a second measurement of another kind comes beside it
    eerder = None if meting == INTAKE else lees(dossier)[1].get(soort)
    inhoud = met_eerdere(eerder, scores, op)
    schrijf_op(dossier.inwoner, soort, inhoud, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(dossier)


@handeling("toegang.criteria.beantwoorden", rollen=WERKERS)
def beantwoord_criteria(
    wie: Actor, dossier: Dossier, criteria: Mapping[str, Mapping[int, bool | None]], *, versie: int, op: date
) -> Gedaan[Dossier]:
    """Answer the criteria of each form, by number from 1; None is unknown. Returns what follows from them.

    Raises OngeldigFeit on a form or criterion that the agreement has not, KanNietBerekend when it has none at all.
    """
    papier = is_van_papier(dossier)
    dossier = pak_dossier(dossier, versie, TE_BEOORDELEN if papier else TE_ONDERZOEKEN)
    eis_geen_voorstel(dossier)
    antwoorden = {vorm: {str(nummer): antwoord for nummer, antwoord in deel.items()} for vorm, deel in criteria.items()}
    identiteit, geschreven = lees(dossier)
    feiten = toetsfeiten(dossier, identiteit, {**geschreven, "criteria": antwoorden}, op)
    try:
        uitkomst = toets_regel(regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op), feiten)
    except OngeldigFeit:
        raise
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None
    schrijf_op(dossier.inwoner, "criteria", antwoorden, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(dossier, uitkomst)


@handeling("toegang.inschalen", rollen=WERKERS)
def schaal_in(wie: Actor, dossier: Dossier, feiten: Mapping[str, Any], *, versie: int, op: date) -> Gedaan[Dossier]:
    """Find the arrangement and weight by the table of the agreement; the proof is kept.

    `feiten`: the fields of `regels.inschaling.Inschaalfeiten`. Raises OngeldigFeit on a kind of work that the agreement
    has not, KanNietBerekend when it has no table.
    """
    dossier = _pak(dossier, versie)
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    gegeven = schrijf_op(dossier.inwoner, "inschaalfeiten", feiten, van=dossier.nummer)
    try:
        uitkomst, _ = bereken(wie, "toegang.inschaling", regeling, {}, feiten_van=f"gegeven:{gegeven.pk}")
    except OngeldigFeit:
        raise
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None
    bewaar(dossier)
    return Gedaan(dossier, uitkomst)


@handeling("toegang.aanvraag.ontvangen", rollen=WERKERS | IN_MANDAAT)
@in_mandaat
def ontvang_aanvraag(
    wie: Actor, dossier: Dossier, *, ontvangen_op: date, versie: int, op: date, stuk: str = "",
    getekend_op: date | None = None,
) -> Gedaan[Dossier]:  # fmt: skip
    """Take in the application: the term of the decision starts on the day it was received.

    `stuk`: which paper it is, and `getekend_op` the day on which it was signed, where the route makes a paper of its
    own the application.

    It comes after the investigation; before it only when the term of the investigation has passed (article 2.3.2
    lid 9 Wmo).
    """
    dossier = pak_dossier(dossier, versie, {Stap.ONDERZOEK, Stap.AANVRAAG})
    eis(
        dossier.gemeld_op <= ontvangen_op <= op,
        StapNietAanDeBeurt("De aanvraag komt na de melding en niet later dan vandaag."),
    )
    klok = lopende_klok(dossier, "onderzoek")
    te_laat = klok is not None and einde_zonder_opschorting(klok) < ontvangen_op
    eis(
        dossier.onderzocht_op is not None or te_laat,
        StapNietAanDeBeurt("Het onderzoek is nog niet klaar. Leg dat eerst vast."),
    )
    eis(
        getekend_op is None or dossier.gemeld_op <= getekend_op <= ontvangen_op,
        StapNietAanDeBeurt("De handtekening komt na de melding en niet later dan de aanvraag."),
    )
    if getekend_op is not None:
        inhoud = {"stuk": stuk, "getekend_op": getekend_op.isoformat()}
        schrijf_op(dossier.inwoner, "aanvraag", inhoud, van=dossier.nummer)
    dossier.aangevraagd_op = ontvangen_op
    dossier.save(update_fields=["aangevraagd_op"])
    start_klok(dossier, "besluit", ontvangen_op, "aanvraag")
    zet_stap(dossier, Stap.BESLUIT, op)
    return Gedaan(dossier)
