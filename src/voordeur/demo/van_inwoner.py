"""Some residents let themselves be heard: a question with its answer, an appointment, a complaint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from voordeur.kern.actor import Actor, Rol, Rolbekleding
from voordeur.toegang.actions.afspraken import Moment, Waarover, maak_afspraak
from voordeur.toegang.actions.klachten import Klachtbrief, dien_klacht_in
from voordeur.toegang.actions.van_inwoner import beantwoord_inwonervraag, vraag_behandelaar

from .agenda import Agenda, werkdag
from .gegevens import teksten
from .loten import Lot

if TYPE_CHECKING:
    from .reizen import Reis

# how many days before today it is asked, and after today somebody comes
GELEDEN, OVER = timedelta(days=3), timedelta(days=8)


def laat_horen(agenda: Agenda, reizen: Sequence[Reis]) -> None:
    """The first residents whose investigation runs and whom a login can find; nothing is drawn by lot for this."""
    wat: tuple[Callable[[Reis, date], None], ...] = (vraag_en_spreek_af, klaag, vraag)
    dag = agenda.vandaag - GELEDEN
    kan = (reis for reis in reizen if reis.plan.lot is Lot.ONDERZOEK and reis.persoon.bsn)
    for reis, doe in zip((reis for reis in kan if (reis.plan.bevestigd or date.max) <= dag), wat, strict=False):
        agenda.zet(dag, partial(doe, reis))


def zelf(reis: Reis) -> Actor:
    """The resident, without an account yet."""
    wie = str(reis.dossier(reis.behandelaar).inwoner_id)
    return Actor(
        reis.kast.regio, None, "inwoner", (Rolbekleding(Rol.INWONER),), vanwaar=reis.behandelaar.vanwaar, inwoner=wie
    )


def vraag_en_spreek_af(reis: Reis, op: date) -> None:
    """A question that was answered, and an appointment that comes."""
    dossier, deel = reis.dossier(reis.behandelaar), teksten()["van_inwoner"]
    gesteld = vraag_behandelaar(zelf(reis), dossier, deel["vraag"], op=op).object
    beantwoord_inwonervraag(reis.behandelaar, gesteld, deel["antwoord"], op=op)
    moment = Moment(dag=werkdag(op + OVER), begint=time(10), eindigt=time(11))
    bij = Waarover(waar=deel["waar"], met=reis.behandelaar.naam, waarover=deel["waarover"])
    maak_afspraak(reis.behandelaar, dossier, moment, bij, op=op)


def klaag(reis: Reis, op: date) -> None:
    """A complaint about us, which waits for somebody who was not involved."""
    brief = Klachtbrief(over="ons", tekst=teksten()["van_inwoner"]["klacht"])
    dien_klacht_in(zelf(reis), reis.dossier(reis.behandelaar), brief, op=op)


def vraag(reis: Reis, op: date) -> None:
    """A question that waits for its answer."""
    vraag_behandelaar(zelf(reis), reis.dossier(reis.behandelaar), teksten()["van_inwoner"]["nog_een_vraag"], op=op)
