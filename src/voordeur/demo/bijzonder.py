"""What goes otherwise with some residents: too late with a notice, standing still, an objection, another region."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from voordeur.kern.actor import als
from voordeur.regelingen.landelijke_afspraken import landelijkregel_van
from voordeur.regels.spoed import GOEDKEURING, SPOED, spoedeisen
from voordeur.toegang import actions as toegang
from voordeur.toegang.actions.landelijk import Weging, meld_vertrek, raadpleeg, weeg
from voordeur.toegang.feiten_bijzonder import FORENSISCH, lijsten_van
from voordeur.toegang.models import Bezwaar, Dossier, Klok

from .agenda import Agenda
from .gegevens import teksten
from .loten import Bijzonder

if TYPE_CHECKING:
    from .reizen import Reis

EEN_DAG = timedelta(days=1)
# how many days before today something happens
INGEBREKE, STIL, ELDERS_GEWOGEN, SPOED_GEVRAAGD, WIL_WEG, AANGEKONDIGD = 20, 2, 9, 3, 6, 5
# how many days after the decision an objection comes in, and somebody is invited to be heard
BEZWAAR_NA, UITNODIGING_NA = 12, 16


def zet_bijzonder(agenda: Agenda, reis: Reis) -> None:
    """Put what is special about a resident on its days."""
    vandaag = reis.kast.vandaag
    na = reis.plan.besloten or vandaag
    wat: dict[Bijzonder, tuple[tuple[date, Callable[[Reis, date], None]], ...]] = {
        Bijzonder.TE_LAAT: ((vandaag - INGEBREKE * EEN_DAG, stuur_ingebreke),),
        Bijzonder.STIL: ((vandaag - STIL * EEN_DAG, vraag_aanvulling),),
        Bijzonder.VAN_ELDERS: ((vandaag - ELDERS_GEWOGEN * EEN_DAG, weeg_elders),),
        Bijzonder.NAAR_ELDERS: ((vandaag - WIL_WEG * EEN_DAG, wil_weg),),
        Bijzonder.SPOED: ((vandaag - SPOED_GEVRAAGD * EEN_DAG, vraag_spoed),),
        Bijzonder.FORENSISCH: ((vandaag - AANGEKONDIGD * EEN_DAG, meld_titel),),
        Bijzonder.BEZWAAR: (
            (na + BEZWAAR_NA * EEN_DAG, maak_bezwaar), (na + UITNODIGING_NA * EEN_DAG, nodig_uit),
        ),
    }  # fmt: skip
    for dag, doe in wat.get(reis.plan.bijzonder, ()) if reis.plan.bijzonder else ():
        agenda.zet(dag, partial(doe, reis))


def _klok(reis: Reis, dossier: Dossier, soort: str) -> Klok:
    with als(reis.behandelaar):
        return Klok.objects.get(dossier=dossier, soort=soort, klaar_op=None)


def stuur_ingebreke(reis: Reis, op: date) -> None:
    """The resident writes that the decision is late; from two weeks later on the penalty grows by the day."""
    dossier = reis.dossier(reis.behandelaar)
    klok = _klok(reis, dossier, "besluit")
    toegang.leg_ingebrekestelling_vast(reis.behandelaar, klok, ontvangen_op=op, versie=dossier.versie, op=op)


def vraag_aanvulling(reis: Reis, op: date) -> None:
    """A paper is missing: the term stands still until it is there."""
    dossier = reis.dossier(reis.behandelaar)
    klok = _klok(reis, dossier, "besluit")
    mist = (teksten()["bijzonder"]["mist"],)
    verzoek = toegang.Opschortverzoek(grond="aanvulling", tot=op + 14 * EEN_DAG, gevraagd=mist)
    toegang.schort_klok_op(reis.behandelaar, klok, verzoek, versie=dossier.versie, op=op)


def weeg_elders(reis: Reis, op: date) -> None:
    """Some points of the national criteria are known; the municipality of origin was asked and did not answer yet."""
    wie, deel = reis.behandelaar, teksten()["bijzonder"]
    punten = [punt.id for eis in landelijkregel_van(reis.regeling).criteria for punt in eis.punten]
    antwoorden: dict[str, bool | None] = dict.fromkeys(punten) | {punten[0]: False, punten[1]: True}
    weging = Weging(
        andere=deel["andere_gemeente"], antwoorden=antwoorden, toelichtingen={punten[1]: deel["netwerk"]},
        wens=True, wens_tekst=deel["wens"], besproken=True,
    )  # fmt: skip
    dossier = reis.dossier(wie)
    dossier = weeg(wie, dossier, weging, versie=dossier.versie, op=op).object
    raadpleeg(wie, dossier, versie=dossier.versie, op=op)


def wil_weg(reis: Reis, op: date) -> None:
    """Somebody who lives here wants to go to another region, which was asked to take over."""
    wie, deel = reis.behandelaar, teksten()["bijzonder"]
    dossier = reis.dossier(wie)
    dossier = meld_vertrek(wie, dossier, deel["andere_gemeente"], deel["vertrek"], versie=dossier.versie, op=op).object
    raadpleeg(wie, dossier, versie=dossier.versie, op=op)


def vraag_spoed(reis: Reis, op: date) -> None:
    """Help cannot wait; where the agreement asks for consent the team leader gives it the same day."""
    wie, dossier, eisen = reis.behandelaar, reis.dossier(reis.behandelaar), spoedeisen(reis.regeling.vereisten)
    antwoorden: dict[str, bool | None] = {eis.id: True for eis in eisen.eisen if eis.id != GOEDKEURING}
    toegang.leg_omstandigheid_vast(
        wie, dossier, SPOED, antwoorden, teksten()["bijzonder"]["spoed"], versie=dossier.versie, op=op
    )
    hulp = toegang.Spoedhulp(aanbieder=next(iter(reis.kast.aanbieders)), begint_op=op)
    dossier = reis.dossier(reis.leidinggevende)
    toegang.keur_spoed_goed(reis.leidinggevende, dossier, hulp, versie=dossier.versie, op=op)


def meld_titel(reis: Reis, op: date) -> None:
    """A title of the court ends in some months; not in every agreement."""
    lijst = lijsten_van(reis.regeling).get(FORENSISCH)
    if lijst is None:
        return
    dossier = reis.dossier(reis.behandelaar)
    antwoorden: dict[str, bool | None] = {eis.id: None for eis in lijst.eisen} | {lijst.eisen[0].id: True}
    toegang.leg_omstandigheid_vast(
        reis.behandelaar, dossier, FORENSISCH, antwoorden, teksten()["bijzonder"]["titel"],
        versie=dossier.versie, op=op,
    )  # fmt: skip


def maak_bezwaar(reis: Reis, op: date) -> None:
    """The resident does not agree with the refusal."""
    assert reis.besluit is not None
    dossier = reis.dossier(reis.behandelaar)
    schrift = toegang.Bezwaarschrift(ontvangen_op=op, gronden=teksten()["bijzonder"]["bezwaar"])
    toegang.ontvang_bezwaar(reis.behandelaar, reis.besluit, schrift, versie=dossier.versie, op=op)


def nodig_uit(reis: Reis, op: date) -> None:
    """To be heard in three weeks."""
    dossier = reis.dossier(reis.behandelaar)
    with als(reis.behandelaar):
        bezwaar = Bezwaar.objects.filter(dossier=dossier).latest("id")
    waar = teksten()["bijzonder"]["waar"]
    toegang.nodig_uit(reis.behandelaar, bezwaar, op + 21 * EEN_DAG, waar, versie=dossier.versie, op=op)
