"""The letter that answers a request of a resident about their own data, as a part of a larger action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voordeur.brieven.blokken import Alinea, Redenering, Redenstap
from voordeur.brieven.soorten import Besluit, Strekking
from voordeur.inwoner.models import Inwoner
from voordeur.kern.actor import Actor
from voordeur.regelingen.wetten import sluitingskalender, wettelijke_termijnen
from voordeur.regels.termijnen import bereken_termijn
from voordeur.schermen.gronden import gronden_van

from ..brief import _rand, _rechtsmiddel
from ..models import Document, Dossier
from .stappen import verstuur_brief


@dataclass(frozen=True, kw_only=True)
class Antwoord:
    """No, and why. `gronden`: articles of law; `toelichting`: what a person wrote; `wel`: what can be done instead."""

    onderwerp: str
    kernzin: str
    reden: str
    gronden: tuple[str, ...]
    toelichting: str
    wel: str


def stuur_weigering(wie: Actor, inwoner: Inwoner, antwoord: Antwoord, op: date) -> Document | None:
    """Send a refusal with the way to object, and keep it with the newest dossier; None: there is no dossier.

    Raises BriefKanNietWeg.
    """
    dossier = Dossier.objects.filter(inwoner=inwoner).select_related("inwoner").order_by("-gemeld_op", "-id").first()
    if dossier is None:
        return None
    bezwaar = bereken_termijn(wettelijke_termijnen()["bezwaar"], op, sluitingskalender()).waarde
    reden = Redenstap(antwoord.reden, tuple(grond.tekst for grond in gronden_van(antwoord.gronden)))
    brief = Besluit(
        **_rand(wie, dossier, op),
        onderwerp=antwoord.onderwerp,
        kernzin=antwoord.kernzin,
        strekking=Strekking.AFWIJZING,
        redenering=Redenering((reden, *((Redenstap(antwoord.toelichting),) if antwoord.toelichting else ()))),
        rechtsmiddel=_rechtsmiddel(dossier, bezwaar.uiterlijk),
        in_plaats_daarvan=(Alinea(antwoord.wel),),
    )
    return verstuur_brief(wie, dossier, brief, "antwoord-gegevens", op)
