"""A notice that a decision is late, and what is owed for it when the decision is made known."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from voordeur.kern.actor import VAN_DE_INWONER, Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.queries import regeling_versie
from voordeur.kern.rekenbewijs import bereken
from voordeur.regels.dwangsom import Dwangsom
from voordeur.regels.uitkomst import Uitkomst

from ..brief_klokken import WEKEN_OM_TE_BETALEN, antwoord_op_ingebrekestelling, dwangsombesluit
from ..dwangsom import DWANGSOM, dwangsom_tot, feiten_van
from ..fouten import OnvolledigVoorstel
from ..klokregels import MET_DWANGSOM
from ..models import Dossier, Ingebrekestelling, Klok
from ..termijnen import bereken_einde, lopende_klok
from .klokken import pak_klok
from .stappen import WERKERS, bewaar, verstuur_brief


@handeling("toegang.ingebrekestelling.vastleggen", rollen=WERKERS | VAN_DE_INWONER)
def leg_ingebrekestelling_vast(
    wie: Actor, klok: Klok, *, ontvangen_op: date, versie: int, op: date
) -> Gedaan[Ingebrekestelling]:
    """Take in a notice and answer it by letter: before the term ended it has no effect (Awb 4:17 lid 3)."""
    dossier, klok = pak_klok(klok, versie)
    eis(klok.soort in MET_DWANGSOM, StapNietAanDeBeurt("Een ingebrekestelling hoort bij een besluit op een aanvraag."))
    in_orde = klok.start <= ontvangen_op <= op
    eis(in_orde, OnvolledigVoorstel("ontvangen_op", "Kies een dag vanaf het begin van de termijn tot en met vandaag."))
    eis(geldende(klok) is None, StapNietAanDeBeurt("Er ligt al een ingebrekestelling die telt."))
    te_vroeg = ontvangen_op <= klok.uiterlijk
    gemaakt = Ingebrekestelling.objects.create(
        regio_id=dossier.regio_id,
        college_code=dossier.college_code,
        dossier=dossier,
        klok=klok,
        ontvangen_op=ontvangen_op,
        te_vroeg=te_vroeg,
    )
    brief = antwoord_op_ingebrekestelling(wie, klok, ontvangen_op, te_vroeg, op)
    verstuur_brief(wie, dossier, brief, "antwoord-ingebrekestelling", op)
    bewaar(dossier)
    return Gedaan(gemaakt, dwangsom_tot(gemaakt, op))


def geldende(klok: Klok) -> Ingebrekestelling | None:
    """The notice that counts for a clock, locked, if there is one."""
    return Ingebrekestelling.objects.select_for_update().filter(klok=klok, te_vroeg=False).first()


@handeling("toegang.dwangsom.vaststellen", rollen=WERKERS)
def stel_volle_dwangsom_vast(wie: Actor, klok: Klok, *, versie: int, op: date) -> Gedaan[Ingebrekestelling]:
    """Fix the penalty when its last day has passed and there is no decision yet (Awb 4:18)."""
    dossier, klok = pak_klok(klok, versie)
    brief = geldende(klok)
    if brief is None or brief.vastgesteld_op is not None:
        raise StapNietAanDeBeurt("Er is geen dwangsom die nog vastgesteld moet worden.")
    brief.klok = klok
    laatste = dwangsom_tot(brief, op - timedelta(days=1)).waarde.laatste_dag
    eis(laatste is not None and laatste < op, StapNietAanDeBeurt("De dwangsom loopt nog. Neem eerst het besluit."))
    uitkomst = _stel_vast(wie, dossier, klok, brief, op)
    bewaar(dossier)
    return Gedaan(brief, uitkomst)


def stel_dwangsom_vast(wie: Actor, dossier: Dossier, soort: str, op: date) -> Decimal | None:
    """Fix what is owed on the clock of this kind that runs, on the day its decision is made known, as a part of that.

    Returns the amount; None when nobody sent a notice that counts, or it was fixed before.
    """
    klok = lopende_klok(dossier, soort)
    brief = geldende(klok) if klok else None
    if klok is None or brief is None or brief.vastgesteld_op is not None:
        return None
    klok.dossier = dossier
    return _stel_vast(wie, dossier, klok, brief, op).waarde.totaal


def _stel_vast(wie: Actor, dossier: Dossier, klok: Klok, brief: Ingebrekestelling, op: date) -> Uitkomst[Dwangsom]:
    """The amount with its proof and its letter; the day on which a decision is made known is not owed any more."""
    brief.klok = klok
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    uitkomst, bewijs = bereken(wie, DWANGSOM, regeling, feiten_van(brief, op - timedelta(days=1)))
    brief.vastgesteld_op, brief.bedrag, brief.bewijs = op, uitkomst.waarde.totaal, bewijs.pk
    brief.save(update_fields=["vastgesteld_op", "bedrag", "bewijs"])
    bezwaar = bereken_einde(dossier, "bezwaar", op)
    assert bezwaar is not None
    betaald = op + timedelta(weeks=WEKEN_OM_TE_BETALEN)
    deze = dwangsombesluit(wie, klok, uitkomst, betaald, bezwaar.waarde.uiterlijk, op)
    verstuur_brief(wie, dossier, deze, "dwangsombesluit", op)
    return uitkomst
