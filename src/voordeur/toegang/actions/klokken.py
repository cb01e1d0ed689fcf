"""What moves the end of a clock: asking for what is missing, standing still, postponing, telling a later day."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import Gewijzigd, StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.regelingen.wetten import opschortgronden
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.opschorten import Opschortgrond, Werking
from voordeur.regels.termijnen import Termijneinde
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verwoorden import schrijf_datum

from ..brief_klokken import bericht_van_hervatting, bericht_van_later, bericht_van_stilstand, vraag_om_aanvulling
from ..fouten import KanNietBerekend, OnvolledigVoorstel
from ..klokregels import STILSTAND
from ..models import Document, Dossier, Klok
from ..termijnen import Opschortregel, bereken_einde, opschortingen_van, opschortregels_van, reken_opnieuw
from .stappen import WERKERS, bewaar, verstuur_brief

EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Opschortverzoek:
    """Why a term stands still. `grond`: an id of `opschortgronden`; `gevraagd`: what is missing; `reden`: else why.

    `tot`: the last day that somebody gets to complete it, else the last day that it stands still.
    """

    grond: str
    tot: date
    gevraagd: tuple[str, ...] = ()
    reden: str = ""


@dataclass(frozen=True, kw_only=True)
class Uitstelafspraak:
    """A later end. `door`: who agreed, in writing, on `ingestemd_op`; a postponement of the law has neither."""

    grond: str
    nieuw: date
    reden: str
    door: str = ""
    ingestemd_op: date | None = None


def pak_klok(klok: Klok, versie: int) -> tuple[Dossier, Klok]:
    """A clock that runs and its dossier, both locked. Raises Gewijzigd, StapNietAanDeBeurt."""
    dossier = Dossier.objects.select_for_update(of=("self",)).select_related("inwoner").get(pk=klok.dossier_id)
    eis(dossier.versie == versie, Gewijzigd(versie, dossier.versie))
    nu = Klok.objects.select_for_update(of=("self",)).get(pk=klok.pk)
    nu.dossier = dossier
    eis(nu.klaar_op is None, StapNietAanDeBeurt("Deze termijn loopt niet meer."))
    return dossier, nu


@handeling("toegang.klok.opschorten", rollen=WERKERS)
def schort_klok_op(wie: Actor, klok: Klok, verzoek: Opschortverzoek, *, versie: int, op: date) -> Gedaan[Klok]:
    """Let a term stand still from tomorrow on (Awb 4:15), by a letter that says why and until when."""
    dossier, klok = pak_klok(klok, versie)
    grond = _grond(klok, verzoek.grond, *STILSTAND)
    vraagt = grond.werking == "aanvulling"
    _eis_veld(not vraagt or bool(verzoek.gevraagd), "gevraagd", "Schrijf op wat u nog nodig hebt.")
    _eis_veld(vraagt or bool(verzoek.reden.strip()), "reden", "Schrijf op waarom de termijn stilstaat.")
    _eis_veld(verzoek.tot > op, "tot", "Kies een dag na vandaag.")
    eis(op <= klok.uiterlijk, StapNietAanDeBeurt("De termijn is al voorbij. Opschorten kan alleen daarvoor."))
    laatste = StapNietAanDeBeurt("De termijn eindigt vandaag. Stilstaan kan pas vanaf morgen. Spreek uitstel af.")
    eis(op < _einde(klok).einde_ruw, laatste)
    regels = opschortregels_van(klok)
    stil = any(regel.staat_stil_op(op + EEN_DAG) for regel in regels)
    eis(not stil, StapNietAanDeBeurt("De termijn staat al stil. Eindig eerst die opschorting."))
    # the term stands still until the day of the answer: the day itself counts again
    tot = verzoek.tot - EEN_DAG if vraagt else verzoek.tot
    nieuw = Opschortregel(
        van=op + EEN_DAG, tot=tot, id=grond.id, grond=grond.grond, op=op, grens=verzoek.tot if vraagt else None
    )
    uitkomst = _reken(klok, (*regels, nieuw))
    _onthoud(klok, asdict(verzoek))
    if vraagt:
        brief = vraag_om_aanvulling(wie, klok, verzoek.gevraagd, verzoek.tot, op)
    else:
        brief = bericht_van_stilstand(wie, klok, verzoek.reden, op)
    _hecht(klok, verstuur_brief(wie, dossier, brief, "opschorting", op))
    bewaar(dossier)
    return Gedaan(klok, uitkomst)


@handeling("toegang.klok.hervatten", rollen=WERKERS)
def eindig_opschorting(wie: Actor, klok: Klok, *, vanaf: date, versie: int, op: date) -> Gedaan[Klok]:
    """Let a term run again from the day on which all was here, or the cause was gone; the letter names the new end."""
    dossier, klok = pak_klok(klok, versie)
    regels = list(opschortregels_van(klok))
    plek = next((plek for plek, regel in enumerate(regels) if regel.staat_stil_op(op)), None)
    if plek is None:
        raise StapNietAanDeBeurt("Deze termijn staat niet stil.")
    begin = regels[plek].op or regels[plek].van
    _eis_veld(begin <= vanaf <= op, "vanaf", f"Kies een dag vanaf {schrijf_datum(begin)} tot en met vandaag.")
    regels[plek] = regels[plek].eindig(vanaf)
    uitkomst = _reken(klok, tuple(regels))
    verstuur_brief(wie, dossier, bericht_van_hervatting(wie, klok, vanaf, op), "termijnbericht", op)
    bewaar(dossier)
    return Gedaan(klok, uitkomst)


@handeling("toegang.klok.uitstellen", rollen=WERKERS)
def spreek_uitstel_af(wie: Actor, klok: Klok, afspraak: Uitstelafspraak, *, versie: int, op: date) -> Gedaan[Klok]:
    """Move the end of a term to a later day: agreed in writing (Awb 4:15 lid 2, 7:10 lid 4) or put off (7:10 lid 3)."""
    dossier, klok = pak_klok(klok, versie)
    grond = _grond(klok, afspraak.grond, "uitstel")
    eis(op <= klok.uiterlijk, StapNietAanDeBeurt("De termijn is al voorbij. Uitstel kan alleen daarvoor."))
    regels = opschortregels_van(klok)
    eerder = any(regel.id == grond.id for regel in regels)
    eis(not (grond.eenmaal and eerder), StapNietAanDeBeurt("U hebt deze beslissing al een keer verdaagd."))
    ruw = _einde(klok).einde_ruw
    _eis_veld(bool(afspraak.reden.strip()), "reden", "Schrijf op waarom er meer tijd nodig is.")
    _eis_veld(afspraak.nieuw > ruw, "nieuw", f"Kies een dag na {schrijf_datum(ruw)}.")
    if grond.hoogstens is not None:
        grens = ruw + timedelta(weeks=grond.hoogstens.weken)
        _eis_veld(afspraak.nieuw <= grens, "nieuw", f"Kies een dag tot en met {schrijf_datum(grens)}.")
    else:
        _eis_instemming(klok, afspraak, op)
    nieuw = Opschortregel(van=op, dagen=(afspraak.nieuw - ruw).days, id=grond.id, grond=grond.grond, op=op)
    uitkomst = _reken(klok, (*regels, nieuw))
    _onthoud(klok, asdict(afspraak))
    redenen = [afspraak.reden]
    if afspraak.ingestemd_op and afspraak.door:
        redenen.append(f"Op {schrijf_datum(afspraak.ingestemd_op)} is daarmee ingestemd door: {afspraak.door}.")
    brief = bericht_van_stilstand(wie, klok, "\n".join(redenen), op)
    _hecht(klok, verstuur_brief(wie, dossier, brief, "uitstel", op))
    bewaar(dossier)
    return Gedaan(klok, uitkomst)


def _eis_instemming(klok: Klok, afspraak: Uitstelafspraak, op: date) -> None:
    _eis_veld(bool(afspraak.door.strip()), "door", "Schrijf op wie heeft ingestemd.")
    ingestemd = afspraak.ingestemd_op
    _eis_veld(ingestemd is not None, "ingestemd_op", "Vul in op welke dag dat op schrift is gezet.")
    assert ingestemd is not None
    _eis_veld(klok.start <= ingestemd <= op, "ingestemd_op", "Kies een dag vanaf het begin van de termijn tot vandaag.")


@handeling("toegang.klok.aankondigen", rollen=WERKERS)
def kondig_latere_dag_aan(wie: Actor, klok: Klok, nieuw: date, reden: str, *, versie: int, op: date) -> Gedaan[Klok]:
    """Tell that the decision will be late, and when it comes (Awb 4:14 lid 1). The term of the law stays as it is."""
    dossier, klok = pak_klok(klok, versie)
    grond = _grond(klok, "bericht", "bericht")
    _eis_veld(bool(reden.strip()), "reden", "Schrijf op waarom het besluit later komt.")
    vroegst = max(klok.uiterlijk, op)
    _eis_veld(nieuw > vroegst, "nieuw", f"Kies een dag na {schrijf_datum(vroegst)}.")
    klok.aangekondigd = nieuw
    klok.save(update_fields=["aangekondigd"])
    inhoud = {"nieuw": nieuw.isoformat(), "reden": reden}
    schrijf_op(dossier.inwoner, f"klok {klok.pk} bericht", inhoud, van=dossier.nummer)
    verstuur_brief(wie, dossier, bericht_van_later(wie, klok, nieuw, reden, grond.grond, op), "termijnbericht", op)
    bewaar(dossier)
    return Gedaan(klok)


def _grond(klok: Klok, id_: str, *werkingen: Werking) -> Opschortgrond:
    """The ground of the law with this id, which has one of these effects on this kind of clock."""
    gevonden = opschortgronden().get((klok.soort, id_))
    if gevonden is None or gevonden.werking not in werkingen:
        raise OnvolledigVoorstel("grond", "De wet laat dit bij deze termijn niet toe. Kies een andere reden.")
    return gevonden


def _einde(klok: Klok) -> Termijneinde:
    uitkomst = bereken_einde(klok.dossier, klok.soort, klok.start, opschortingen_van(klok))
    assert uitkomst is not None
    return uitkomst.waarde


def _reken(klok: Klok, regels: tuple[Opschortregel, ...]) -> Uitkomst[Termijneinde]:
    try:
        return reken_opnieuw(klok, regels=regels)
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None


def _onthoud(klok: Klok, inhoud: dict[str, Any]) -> None:
    """Keep what people said about the newest rule of a clock with the resident, locked."""
    soort = f"klok {klok.pk} regel {len(klok.opschortingen)}"
    plat = {naam: waarde.isoformat() if isinstance(waarde, date) else waarde for naam, waarde in inhoud.items()}
    schrijf_op(klok.dossier.inwoner, soort, plat, van=klok.dossier.nummer)


def _hecht(klok: Klok, brief: Document) -> None:
    """The letter of the newest rule of a clock."""
    klok.opschortingen[-1]["document"] = brief.pk
    klok.save(update_fields=["opschortingen"])


def _eis_veld(voldaan: bool, veld: str, reden: str) -> None:
    eis(voldaan, OnvolledigVoorstel(veld, reden))
