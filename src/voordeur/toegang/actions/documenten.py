"""Papers come in: looked at, locked with the key of the resident, and kept with the dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voordeur.inwoner.actions import schrijf_op, sluit_op
from voordeur.inwoner.bestanden import herken, nette_naam
from voordeur.inwoner.scanner import scan
from voordeur.kern.actor import VAN_DE_INWONER, Actor
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling

from ..documentsoorten import DOCUMENTSOORTEN, VAN
from ..fouten import OnvolledigDocument
from ..models import Document, Dossier
from .delen import pak_voor_verblijf
from .stappen import WERKERS


@dataclass(frozen=True, kw_only=True)
class NieuwDocument:
    """A paper as it came in. `soort`, `van`: codes of `toegang.documentsoorten`. `naam` may say who it is about."""

    soort: str
    van: str
    naam: str
    inhoud: bytes
    ontvangen_op: date
    toelichting: str = ""


@handeling("toegang.document.toevoegen", rollen=WERKERS | VAN_DE_INWONER)
def voeg_document_toe(wie: Actor, dossier: Dossier, nieuw: NieuwDocument, *, op: date) -> Gedaan[Document]:
    """Keep a paper with the dossier, at any step. Raises a BestandGeweigerd on what is no paper or is not safe.

    It changes no step and no term, so it does not count as a change that a colleague has to look at first.
    """
    return Gedaan(bewaar_document(pak_voor_verblijf(dossier.pk), nieuw, op=op))


def bewaar_document(dossier: Dossier, nieuw: NieuwDocument, *, op: date, versie: int = 1) -> Document:
    """The same as a part of a larger action. Raises a BestandGeweigerd, OnvolledigDocument, AlVernietigd."""
    eis(nieuw.soort in DOCUMENTSOORTEN, OnvolledigDocument("soort", "Kies wat voor document dit is."))
    eis(nieuw.van in VAN, OnvolledigDocument("van", "Kies van wie dit document komt."))
    eis(nieuw.ontvangen_op <= op, OnvolledigDocument("ontvangen_op", "Vul een datum in tot en met vandaag."))
    soort = herken(nieuw.inhoud)
    scan(nieuw.inhoud)
    document = Document.objects.create(
        regio_id=dossier.regio_id,
        college_code=dossier.college_code,
        dossier=dossier,
        soort=nieuw.soort,
        titel=DOCUMENTSOORTEN[nieuw.soort],
        op=nieuw.ontvangen_op,
        inhoud=sluit_op(dossier.inwoner, nieuw.inhoud),
        mime=soort.mime,
        grootte=len(nieuw.inhoud),
        van=nieuw.van,
        versie=versie,
    )
    feiten = {"naam": nette_naam(nieuw.naam, soort), "toelichting": nieuw.toelichting}
    schrijf_op(dossier.inwoner, f"document {document.pk}", feiten, van=dossier.nummer)
    return document
