"""An objection: it comes in, somebody is heard, another than the signer decides (chapters 6 and 7 of the Awb)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from voordeur.inwoner.actions import schrijf_op
from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import VAN_DE_INWONER, Actor
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import Gewijzigd, StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.regels.bezwaar import AFZIEN, Bezwaarstand, hoorzitting_kan, mogelijk, op_tijd
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verwoorden import schrijf_datum, verwoord

from ..brief_bezwaar import beslissing, ontvangst_bezwaar, uitnodiging
from ..fouten import OnvolledigBezwaar
from ..models import Besluit, Bezwaar, Dossier, Klok
from ..queries_besluit import GEGROND, loopt_bezwaar
from ..termijnen import bereken_einde, lopende_klok, start_klok, stop_klok
from .besluit_gevolg import BESLISTERMIJN
from .klokken_dwangsom import stel_dwangsom_vast
from .stappen import WERKERS, bewaar, eis_geen_voorstel, verstuur_brief, zet_stap

Uit = Bezwaar.Uitkomst


@dataclass(frozen=True, kw_only=True)
class Bezwaarschrift:
    """An objection as it came in. `verzonden_op`: the day of the postmark, when it came by post."""

    ontvangen_op: date
    gronden: str
    verzonden_op: date | None = None


def soort_van(bezwaar: Bezwaar) -> str:
    """The kind of facts under which what was said about an objection is kept."""
    return f"bezwaar {bezwaar.pk}"


@handeling("toegang.bezwaar.ontvangen", rollen=WERKERS | VAN_DE_INWONER)
def ontvang_bezwaar(wie: Actor, besluit: Besluit, schrift: Bezwaarschrift, *, versie: int, op: date) -> Gedaan[Bezwaar]:
    """Write down an objection against a decision: in time or not, the term to decide on it starts, a letter goes out.

    Raises OnvolledigBezwaar, StapNietAanDeBeurt when one against this decision is open.
    """
    dossier = _pak_dossier(besluit.dossier_id, versie)
    besluit = Besluit.objects.get(pk=besluit.pk)
    genomen = besluit.genomen_op
    if genomen is None:
        raise StapNietAanDeBeurt("Dit besluit is niet genomen. Bezwaar kan pas daarna.")
    _controleer(schrift, genomen, op)
    uiterlijk = laatste_dag_van_bezwaar(dossier, besluit)
    uitkomst = op_tijd(uiterlijk, schrift.ontvangen_op, schrift.verzonden_op)
    with als_geschonden({"bezwaar_een_open_per_besluit": StapNietAanDeBeurt("Tegen dit besluit loopt al bezwaar.")}):
        bezwaar = Bezwaar.objects.create(
            regio_id=dossier.regio_id,
            college_code=dossier.college_code,
            dossier=dossier,
            besluit=besluit,
            ondertekenaar=besluit.ondertekend_door or 0,
            ontvangen_op=schrift.ontvangen_op,
            op_tijd=uitkomst.waarde.op_tijd,
        )
    _schrijf(bezwaar, gronden=schrift.gronden)
    klok = lopende_klok(dossier, BESLISTERMIJN) or _begin_klok(dossier, besluit, uiterlijk, schrift.ontvangen_op)
    brief = ontvangst_bezwaar(wie, bezwaar, uitkomst, klok.uiterlijk, op)
    verstuur_brief(wie, dossier, brief, "bezwaar ontvangen", op)
    bewaar(dossier)
    return Gedaan(bezwaar, uitkomst)


def _controleer(schrift: Bezwaarschrift, genomen: date, op: date) -> None:
    for voldaan, veld, reden in (
        (schrift.ontvangen_op <= op, "ontvangen_op", "Vul een dag in tot en met vandaag."),
        (schrift.ontvangen_op >= genomen, "ontvangen_op", f"Het besluit is van {schrijf_datum(genomen)}."),
        (bool(schrift.gronden.strip()), "gronden", "Schrijf op waarom de inwoner het niet eens is."),
        (schrift.verzonden_op is None or schrift.verzonden_op <= schrift.ontvangen_op, "verzonden_op",
         "De brief kan niet later verstuurd zijn dan hij binnenkwam."),
    ):  # fmt: skip
        eis(voldaan, OnvolledigBezwaar(veld, reden))


def laatste_dag_van_bezwaar(dossier: Dossier, besluit: Besluit) -> date:
    """The last day to object to a decision: of its own clock, also when a later decision started another."""
    klok = Klok.objects.filter(dossier=dossier, soort="bezwaar", gestart_door=f"besluit {besluit.nummer}").first()
    if klok is not None:
        return klok.uiterlijk
    assert besluit.genomen_op is not None
    einde = bereken_einde(dossier, "bezwaar", besluit.genomen_op)
    assert einde is not None
    return einde.waarde.uiterlijk


def _begin_klok(dossier: Dossier, besluit: Besluit, uiterlijk: date, ontvangen_op: date) -> Klok:
    """From the day after the term of objection ended; of one that came later from the day on which it came (7:10)."""
    klok = start_klok(dossier, BESLISTERMIJN, max(uiterlijk, ontvangen_op), f"bezwaar tegen besluit {besluit.nummer}")
    assert klok is not None
    return klok


@handeling("toegang.bezwaar.te_laat_beoordelen", rollen=WERKERS)
def beoordeel_te_laat(
    wie: Actor, bezwaar: Bezwaar, verschoonbaar: bool, reden: str, *, versie: int, op: date
) -> Gedaan[Bezwaar]:
    """Judge whether being late can be excused (Awb 6:11), with the reason."""
    dossier, bezwaar = _pak(bezwaar, versie)
    eis(not bezwaar.op_tijd, StapNietAanDeBeurt("Dit bezwaar is op tijd. Er is niets te beoordelen."))
    eis(bool(reden.strip()), OnvolledigBezwaar("reden", "Schrijf op waarom."))
    bezwaar.verschoonbaar = verschoonbaar
    bezwaar.save(update_fields=["verschoonbaar"])
    _schrijf(bezwaar, waarom_te_laat=reden)
    bewaar(dossier)
    return Gedaan(bezwaar)


@handeling("toegang.bezwaar.uitnodigen", rollen=WERKERS)
def nodig_uit(wie: Actor, bezwaar: Bezwaar, dag: date, waar: str, *, versie: int, op: date) -> Gedaan[Bezwaar]:
    """Invite the resident to be heard, by letter; the papers can be read for a week before (Awb 7:4)."""
    dossier, bezwaar = _pak(bezwaar, versie)
    eis(bool(waar.strip()), OnvolledigBezwaar("waar", "Schrijf op waar het gesprek is."))
    uitkomst = hoorzitting_kan(op, dag)
    eis(uitkomst.waarde, OnvolledigBezwaar("dag", verwoord(uitkomst.stappen[0])))
    bezwaar.hoorzitting_op = dag
    bezwaar.save(update_fields=["hoorzitting_op"])
    _schrijf(bezwaar, waar=waar)
    verstuur_brief(wie, dossier, uitnodiging(wie, bezwaar, dag, waar, op), "uitnodiging hoorzitting", op)
    bewaar(dossier)
    return Gedaan(bezwaar, uitkomst)


@handeling("toegang.bezwaar.horen", rollen=WERKERS)
def leg_horen_vast(
    wie: Actor, bezwaar: Bezwaar, *, gehoord_op: date | None = None, verslag: str = "", afgezien: str = "",
    toelichting: str = "", versie: int, op: date,
) -> Gedaan[Bezwaar]:  # fmt: skip
    """Write down that the resident was heard, with a report (Awb 7:7), or why not (`afgezien`: a key of AFZIEN)."""
    dossier, bezwaar = _pak(bezwaar, versie)
    for voldaan, veld, reden in (
        ((gehoord_op is None) != (afgezien == ""), "gehoord_op",
         "Vul de dag van het gesprek in, of waarom het niet hoeft."),
        (gehoord_op is None or bezwaar.ontvangen_op <= gehoord_op <= op, "gehoord_op",
         f"Vul een dag in van {schrijf_datum(bezwaar.ontvangen_op)} tot en met vandaag."),
        (gehoord_op is None or bool(verslag.strip()), "verslag", "Schrijf op wat er is gezegd."),
        (not afgezien or afgezien in AFZIEN, "afgezien", "Kies een reden uit de wet."),
        (not afgezien or bool(toelichting.strip()), "toelichting", "Schrijf op waarom een gesprek niet nodig is."),
    ):  # fmt: skip
        eis(voldaan, OnvolledigBezwaar(veld, reden))
    bezwaar.gehoord_op, bezwaar.afgezien_van_horen = gehoord_op, bool(afgezien)
    bezwaar.save(update_fields=["gehoord_op", "afgezien_van_horen"])
    _schrijf(bezwaar, verslag=verslag, afgezien=afgezien, waarom_geen_gesprek=toelichting)
    bewaar(dossier)
    return Gedaan(bezwaar)


@handeling("toegang.bezwaar.beslissen", rollen=WERKERS)
def beslis_op_bezwaar(
    wie: Actor, bezwaar: Bezwaar, uitkomst: str, motivering: str, *, versie: int, op: date
) -> Gedaan[Bezwaar]:
    """Decide an objection as somebody who did not sign the decision (Awb 10:3 lid 3). The letter says how to appeal.

    What is upheld opens the dossier for a new decision; until that is there the term goes on.
    """
    dossier, bezwaar = _pak(bezwaar, versie)
    eis(
        not wie.staat_voor(bezwaar.ondertekenaar, op),
        ZelfdePersoon("Een ander dan de ondertekenaar beslist op het bezwaar."),
    )
    kan = stand_van(bezwaar)
    eis(uitkomst in kan.waarde, OnvolledigBezwaar("uitkomst", verwoord(kan.stappen[-1])))
    eis(bool(motivering.strip()), OnvolledigBezwaar("motivering", "Schrijf op waarom u dit beslist."))
    bezwaar.uitkomst, bezwaar.beslist_op, bezwaar.beslisser = uitkomst, op, wie.account
    met_naam = {"bezwaar_andere_beslisser": ZelfdePersoon("Een ander dan de ondertekenaar beslist op het bezwaar.")}
    with als_geschonden(met_naam):
        bezwaar.save(update_fields=["uitkomst", "beslist_op", "beslisser"])
    _schrijf(bezwaar, motivering=motivering)
    einde = bereken_einde(dossier, "bezwaar", op)
    assert einde is not None
    brief = beslissing(wie, bezwaar, motivering, einde.waarde.uiterlijk, op)
    verstuur_brief(wie, dossier, brief, "beslissing op bezwaar", op)
    if uitkomst in GEGROND:
        eis_geen_voorstel(dossier)
        zet_stap(dossier, Dossier.Stap.BESLUIT, op)
    else:
        if not loopt_bezwaar(dossier):
            stel_dwangsom_vast(wie, dossier, BESLISTERMIJN, op)
            stop_klok(dossier, BESLISTERMIJN, op)
        bewaar(dossier)
    return Gedaan(bezwaar, kan)


def stand_van(bezwaar: Bezwaar) -> Uitkomst[tuple[str, ...]]:
    """Which outcomes an objection can have now, and why."""
    stand = Bezwaarstand(
        bezwaar.op_tijd, bezwaar.verschoonbaar, bezwaar.gehoord_op is not None, bezwaar.afgezien_van_horen
    )
    return mogelijk(stand)


def _pak_dossier(pk: int, versie: int) -> Dossier:
    dossier = Dossier.objects.select_for_update(of=("self",)).select_related("inwoner").get(pk=pk)
    eis(dossier.versie == versie, Gewijzigd(versie, dossier.versie))
    return dossier


def _pak(bezwaar: Bezwaar, versie: int) -> tuple[Dossier, Bezwaar]:
    """The dossier and its objection, locked, the objection still open."""
    dossier = _pak_dossier(bezwaar.dossier_id, versie)
    nu = Bezwaar.objects.select_for_update(of=("self",)).select_related("besluit").get(pk=bezwaar.pk)
    nu.dossier = dossier
    eis(nu.beslist_op is None, StapNietAanDeBeurt("Op dit bezwaar is al beslist."))
    return dossier, nu


def _schrijf(bezwaar: Bezwaar, **erbij: Any) -> None:
    """What was said about an objection, with the resident; what was written before stays."""
    dossier = bezwaar.dossier
    eerder = opgeschreven(dossier.inwoner, van=dossier.nummer).get(soort_van(bezwaar), {})
    schrijf_op(dossier.inwoner, soort_van(bezwaar), eerder | erbij, van=dossier.nummer)
