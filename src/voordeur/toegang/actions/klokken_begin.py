"""On which day a term began: somebody says that it was another, and a team leader decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voordeur.inwoner.actions import schrijf_op
from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import Actor, Rol
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.termijnen import Termijneinde
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verwoorden import schrijf_datum

from ..brief_klokken import besluit_over_begin
from ..fouten import KanNietBerekend, OnvolledigVoorstel
from ..klokregels import BESLUIT, ONDERZOEK
from ..models import Document, Dossier, Klok
from ..termijnen import reken_opnieuw, telt_nu
from .klokken import pak_klok
from .stappen import WERKERS, bewaar, verstuur_brief

TEAMLEIDERS = frozenset({Rol.TEAMLEIDER})
# the day of the dossier that a clock began with
DAG_VAN_DOSSIER = {ONDERZOEK: "gemeld_op", BESLUIT: "aangevraagd_op"}


@dataclass(frozen=True, kw_only=True)
class Betwisting:
    """Who says that a term began on another day, and why. `startstuk`: the id of the paper that shows it."""

    begin: date
    door: str
    reden: str
    startstuk: int | None = None


def soort_betwisting(klok: Klok) -> str:
    """The kind of facts under which a contest is kept; the one of its outcome has 'uitkomst' after it."""
    return f"klok {klok.pk} begin"


@handeling("toegang.klok.betwisten", rollen=WERKERS)
def betwist_begin(wie: Actor, klok: Klok, betwisting: Betwisting, *, versie: int, op: date) -> Gedaan[Klok]:
    """Write down that a term began on another day: any written wish counts as an application. Nothing moves yet."""
    dossier, klok = pak_klok(klok, versie)
    eis(klok.betwist_op is None, StapNietAanDeBeurt("De begindatum is al betwist. De teamleider beslist daarover."))
    for voldaan, veld, reden in (
        (betwisting.begin <= op, "begin", "Kies een dag tot en met vandaag."),
        (betwisting.begin != klok.start, "begin", "Op deze dag begon de termijn al."),
        (
            klok.soort != ONDERZOEK or betwisting.begin <= (dossier.bevestigd_op or op),
            "begin",
            "De melding kan niet later zijn dan de bevestiging ervan.",
        ),
        (bool(betwisting.door.strip()), "door", "Schrijf op wie dit zegt."),
        (bool(betwisting.reden.strip()), "reden", "Schrijf op waarom de termijn op een andere dag begon."),
        (_is_van(dossier, betwisting.startstuk), "startstuk", "Kies een stuk uit dit dossier."),
    ):
        eis(voldaan, OnvolledigVoorstel(veld, reden))
    klok.betwist_op = op
    klok.save(update_fields=["betwist_op"])
    inhoud = {
        "begin": betwisting.begin.isoformat(),
        "door": betwisting.door,
        "reden": betwisting.reden,
        "startstuk": betwisting.startstuk,
        "account": wie.account,
    }
    schrijf_op(dossier.inwoner, soort_betwisting(klok), inhoud, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(klok)


def _is_van(dossier: Dossier, stuk: int | None) -> bool:
    return stuk is None or Document.objects.filter(dossier=dossier, pk=stuk).exists()


@handeling("toegang.klok.begin_beslissen", rollen=TEAMLEIDERS)
def beslis_over_begin(wie: Actor, klok: Klok, *, toegewezen: bool, reden: str, versie: int, op: date) -> Gedaan[Klok]:
    """Decide on which day a term began. Allowed, it is computed anew; what it was stays with the clock."""
    dossier, klok = pak_klok(klok, versie)
    eis(klok.betwist_op is not None, StapNietAanDeBeurt("De begindatum van deze termijn is niet betwist."))
    betwisting = opgeschreven(dossier.inwoner, van=dossier.nummer)[soort_betwisting(klok)]
    eis(not wie.staat_voor(betwisting["account"], op), ZelfdePersoon("Een ander dan wie het opschreef, beslist."))
    eis(bool(reden.strip()), OnvolledigVoorstel("reden", "Schrijf op waarom u zo beslist."))
    uitkomst = _verzet(klok, dossier, betwisting["begin"], betwisting["startstuk"], op) if toegewezen else None
    klok.betwist_op = None
    klok.save(update_fields=["betwist_op"])
    redenen = [reden]
    if toegewezen and (brief := telt_nu(klok)):
        redenen.append(f"Uw ingebrekestelling van {schrijf_datum(brief.ontvangen_op)} telt. U krijgt daarover bericht.")
    inhoud = {"toegewezen": toegewezen, "reden": reden, "account": wie.account, "op": op.isoformat()}
    schrijf_op(dossier.inwoner, f"{soort_betwisting(klok)} uitkomst", inhoud, van=dossier.nummer)
    verstuur_brief(wie, dossier, besluit_over_begin(wie, klok, toegewezen, redenen, op), "termijnbericht", op)
    bewaar(dossier)
    return Gedaan(klok, uitkomst)


def _verzet(klok: Klok, dossier: Dossier, begin: str, stuk: int | None, op: date) -> Uitkomst[Termijneinde]:
    """Another first day: the clock and the day of its dossier; the old ones are kept."""
    was = {"start": klok.start.isoformat(), "uiterlijk": klok.uiterlijk.isoformat(), "tot": op.isoformat()}
    klok.eerder = [*klok.eerder, was]
    if stuk is not None:
        klok.startstuk_id = stuk
    klok.save(update_fields=["eerder", "startstuk"])
    try:
        uitkomst = reken_opnieuw(klok, start=date.fromisoformat(begin))
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None
    if veld := DAG_VAN_DOSSIER.get(klok.soort):
        setattr(dossier, veld, klok.start)
        dossier.save(update_fields=[veld])
    return uitkomst
