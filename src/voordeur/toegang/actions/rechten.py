"""The letters about a request of a resident about their own data, as a part of a larger action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voordeur.brieven.blokken import Alinea, Deel, Redenering, Redenstap
from voordeur.brieven.soorten import Besluit, Strekking, Termijnbericht
from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries_afscherming import mag_bericht
from voordeur.kern.actor import Actor
from voordeur.regelingen.wetten import sluitingskalender, wettelijke_termijnen
from voordeur.regels.termijnen import bereken_termijn
from voordeur.regels.verwoorden import schrijf_datum
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
    dossier = _nieuwste(inwoner)
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


def stuur_verlenging(wie: Actor, inwoner: Inwoner, ontvangen_op: date, nieuw: date, reden: str, op: date) -> bool:
    """Tell that the answer comes later and why (article 12 lid 3 AVG); False when no letter can leave now.

    Raises BriefKanNietWeg.
    """
    dossier = _nieuwste(inwoner)
    if dossier is None or not mag_bericht(inwoner):
        return False
    artikel = "; ".join(grond.tekst for grond in gronden_van(("avg/12-3",)))
    zinnen = (
        f"Wij kregen uw verzoek op {schrijf_datum(ontvangen_op)}. Wij hebben meer tijd nodig voor ons antwoord.",
        f"Dat mag één keer. Dit staat in: {artikel}.",
        "Bent u het er niet mee eens? Dan kunt u een klacht sturen naar de Autoriteit Persoonsgegevens.",
    )
    brief = Termijnbericht(
        **_rand(wie, dossier, op),
        onderwerp="Het antwoord op uw verzoek komt later",
        kernzin=f"U krijgt uiterlijk op {schrijf_datum(nieuw)} antwoord op uw verzoek over uw gegevens.",
        delen=(Deel("Waarom het later wordt", (Alinea(reden),)), Deel("Wat dit betekent", tuple(map(Alinea, zinnen)))),
    )
    verstuur_brief(wie, dossier, brief, "verlenging-gegevens", op)
    return True


def _nieuwste(inwoner: Inwoner) -> Dossier | None:
    dossiers = Dossier.objects.filter(inwoner=inwoner).select_related("inwoner")
    return dossiers.order_by("-gemeld_op", "-id").first()
