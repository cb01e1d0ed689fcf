"""The report of the investigation (article 2.3.2 lid 8 Wmo): made, sent, reacted to, signed; each version is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import VAN_DE_INWONER, Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.queries import regeling_versie

from ..brief_verslag import verslagbrief
from ..documentsoorten import VERSLAG_GETEKEND
from ..feiten import lees
from ..fouten import OnvolledigVerslag
from ..models import Document, Dossier
from ..queries_verslag import REACTIES, VERSLAG
from .documenten import NieuwDocument, bewaar_document
from .onderzoeken import TE_ONDERZOEKEN
from .stappen import WERKERS, bewaar, eis_geen_voorstel, pak_dossier, verstuur_brief


@dataclass(frozen=True, kw_only=True)
class Reactie:
    """What the resident said of a report: a key of REACTIES, and the remarks."""

    oordeel: str
    opmerkingen: str = ""


@dataclass(frozen=True, kw_only=True)
class Getekend:
    """A signed report as it came back; the file when there is one."""

    getekend_op: date
    ontvangen_op: date
    bestandsnaam: str = ""
    inhoud: bytes = b""


@handeling("toegang.verslag.opstellen", rollen=WERKERS)
def stel_verslag_op(wie: Actor, dossier: Dossier, advies: str, *, versie: int, op: date) -> Gedaan[Document]:
    """Make the report of what was written down so far, and send it to the resident; older versions stay."""
    dossier = pak_dossier(dossier, versie, TE_ONDERZOEKEN)
    eis_geen_voorstel(dossier)
    _, geschreven = lees(dossier)
    eis("onderzoek" in geschreven, StapNietAanDeBeurt("Schrijf eerst op wat u hebt onderzocht."))
    eis(bool(advies.strip()), OnvolledigVerslag("advies", "Schrijf op wat u adviseert."))
    nummer = (nieuwste_versie(dossier) or 0) + 1
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    brief = verslagbrief(wie, dossier, regeling, geschreven, advies, nummer, op)
    document = verstuur_brief(wie, dossier, brief, VERSLAG, op)
    document.versie = nummer
    document.save(update_fields=["versie"])
    schrijf_op(dossier.inwoner, f"verslag {nummer}", {"advies": advies, "op": op.isoformat()}, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(document)


def nieuwste_versie(dossier: Dossier) -> int | None:
    """The number of the newest report; None when none was made."""
    rij = Document.objects.filter(dossier=dossier, soort=VERSLAG).order_by("-versie").values_list("versie").first()
    return rij[0] if rij else None


def _van_nieuwste(dossier: Dossier) -> int:
    nummer = nieuwste_versie(dossier)
    if nummer is None:
        raise StapNietAanDeBeurt("Er is nog geen verslag. Maak dat eerst.")
    return nummer


@handeling("toegang.verslag.reactie", rollen=WERKERS | VAN_DE_INWONER)
def noteer_reactie(wie: Actor, dossier: Dossier, reactie: Reactie, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Write down what the resident said of the newest report. Who does not agree is asked why."""
    dossier = pak_dossier(dossier, versie, TE_ONDERZOEKEN)
    nummer = _van_nieuwste(dossier)
    eis(reactie.oordeel in REACTIES, OnvolledigVerslag("oordeel", "Maak een keuze."))
    eis(
        reactie.oordeel != "niet_eens" or bool(reactie.opmerkingen.strip()),
        OnvolledigVerslag("opmerkingen", "Schrijf op waarmee de inwoner het niet eens is."),
    )
    feiten = {**asdict(reactie), "op": op.isoformat()}
    schrijf_op(dossier.inwoner, f"verslag {nummer} reactie", feiten, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(dossier)


@handeling("toegang.verslag.getekend", rollen=WERKERS)
def ontvang_getekend(wie: Actor, dossier: Dossier, stuk: Getekend, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Take in the newest report with the signature of the resident. Raises OnvolledigVerslag, a BestandGeweigerd.

    Whether it is the application too is for the agreement to say; the application is noted apart, with its own day.
    """
    dossier = pak_dossier(dossier, versie, TE_ONDERZOEKEN)
    nummer = _van_nieuwste(dossier)
    verstuurd = Document.objects.get(dossier=dossier, soort=VERSLAG, versie=nummer).op
    eis(
        verstuurd <= stuk.getekend_op <= stuk.ontvangen_op <= op,
        OnvolledigVerslag("getekend_op", "Tekenen kan vanaf het verslag, en tot de dag waarop u het kreeg."),
    )
    document = None
    if stuk.inhoud:
        nieuw = NieuwDocument(
            soort=VERSLAG_GETEKEND, van="inwoner", naam=stuk.bestandsnaam, inhoud=stuk.inhoud,
            ontvangen_op=stuk.ontvangen_op,
        )  # fmt: skip
        document = bewaar_document(dossier, nieuw, op=op, versie=nummer).pk
    feiten = {
        "getekend_op": stuk.getekend_op.isoformat(),
        "ontvangen_op": stuk.ontvangen_op.isoformat(),
        "document": document,
    }
    schrijf_op(dossier.inwoner, f"verslag {nummer} getekend", feiten, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(dossier)
