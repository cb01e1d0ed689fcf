"""A complaint: it comes in, somebody who was not involved deals with it, or it is passed on (chapter 9 of the Awb)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from voordeur.berichten.actions import zet_klaar
from voordeur.inwoner.actions import schrijf_op
from voordeur.inwoner.queries import opgeschreven
from voordeur.inwoner.queries_afscherming import mag_bericht
from voordeur.kern.actor import VAN_DE_INWONER, Actor
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.regels.uitkomst import Uitkomst

from ..brief_klacht import bericht_van_uitstel, doorzending, ontvangst_klacht, oordeel_over_klacht
from ..fouten_inwoner import OnvolledigVanInwoner
from ..klachttermijn import klacht_uiterlijk
from ..models import Dossier, Klacht
from ..vergeten import aan_ander
from .stappen import NIET_ZONDER_OVERLEG, WERKERS, verstuur_brief

Uit = Klacht.Uitkomst
OORDELEN = (Uit.GEGROND, Uit.DEELS, Uit.ONGEGROND)
NIET_BETROKKEN = "Iemand die er niet bij betrokken was, behandelt de klacht."
ZELF_OPGENOMEN = "U schreef deze klacht zelf op. Een collega die er niet bij betrokken was, behandelt de klacht."
NIET_DOOR = {"klacht_niet_door_betrokkene": NIET_BETROKKEN, "klacht_niet_door_opnemer": ZELF_OPGENOMEN}


@dataclass(frozen=True, kw_only=True)
class Klachtbrief:
    """A complaint as it came: a value of Klacht.Over, the words, and the name of who it is about, if that was said."""

    over: str
    tekst: str
    wie: str = ""


@dataclass(frozen=True, kw_only=True)
class OpgenomenKlacht(Klachtbrief):
    """A complaint that somebody told: by which way (a value of Klacht.Langs), when, and about which colleague."""

    langs: str
    ontvangen_op: date
    betrokken: int | None = None


@dataclass(frozen=True, kw_only=True)
class Oordeel:
    """How a complaint ends. `gehoord_op`: the talk; without one `afgezien` with the reason. `ombudsman`: 9:12 lid 2."""

    uitkomst: str
    motivering: str
    gehoord_op: date | None = None
    afgezien: bool = False
    ombudsman: str = "de Nationale ombudsman"


def soort_klacht(klacht: Klacht) -> str:
    """The kind of facts under which the words about a complaint are kept."""
    return f"klacht {klacht.pk}"


@handeling("toegang.klacht.indienen", rollen=VAN_DE_INWONER)
def dien_klacht_in(wie: Actor, dossier: Dossier, brief: Klachtbrief, *, op: date) -> Gedaan[Klacht]:
    """Take in a complaint at once, about whom it may be; a letter says that it is here (9:6). Never refused."""
    return _ontvang(wie, dossier, brief, op, ontvangen_op=op, betrokken=dossier.behandelaar)


@handeling("toegang.klacht.opnemen", rollen=WERKERS)
def neem_klacht_op(wie: Actor, dossier: Dossier, klacht: OpgenomenKlacht, *, op: date) -> Gedaan[Klacht]:
    """Write down a complaint that was told by telephone, at the desk or in a letter.

    The term (9:11) runs from the day on which it came; a letter says that it is here, and on which day (9:6). Whoever
    it is about may write it down. Neither they nor who wrote it down ends it (9:7).
    """
    langs_ons = klacht.langs in Klacht.Langs.values and klacht.langs != Klacht.Langs.ONLINE
    eis(langs_ons, OnvolledigVanInwoner("langs", "Kies hoe de klacht binnenkwam."))
    op_tijd = dossier.gemeld_op <= klacht.ontvangen_op <= op
    eis(op_tijd, OnvolledigVanInwoner("ontvangen_op", "Kies een dag vanaf de melding tot en met vandaag."))
    wie_weet = klacht.betrokken if klacht.betrokken is not None else dossier.behandelaar
    return _ontvang(
        wie, dossier, klacht, op, ontvangen_op=klacht.ontvangen_op, betrokken=wie_weet, langs=klacht.langs,
        opgenomen_door=wie.account,
    )  # fmt: skip


def _ontvang(wie: Actor, dossier: Dossier, brief: Klachtbrief, op: date, **velden: Any) -> Gedaan[Klacht]:
    eis(brief.over in Klacht.Over.values, OnvolledigVanInwoner("over", "Kies over wie uw klacht gaat."))
    eis(bool(brief.tekst.strip()), OnvolledigVanInwoner("tekst", "Schrijf uw klacht op."))
    uitkomst = klacht_uiterlijk(velden["ontvangen_op"], met_persoon=False, verdaagd_op=None)
    klacht = Klacht.objects.create(
        regio_id=dossier.regio_id, college_code=dossier.college_code, dossier=dossier, over=brief.over,
        uiterlijk=uitkomst.waarde.uiterlijk, **velden,
    )  # fmt: skip
    _schrijf(klacht, tekst=brief.tekst.strip(), wie=brief.wie.strip())
    verstuur_brief(wie, dossier, ontvangst_klacht(wie, klacht, op), "klacht ontvangen", op)
    return Gedaan(klacht, uitkomst)


@handeling("toegang.klacht.doorsturen", rollen=WERKERS)
def stuur_klacht_door(wie: Actor, klacht: Klacht, aan: str, toelichting: str, *, op: date) -> Gedaan[Klacht]:
    """Pass a complaint on to whom it is about, and tell the resident to whom and when (2:3).

    A complaint about the municipality stays there. Who it is about or who wrote it down does not close it so (9:7).
    """
    nu = _pak(klacht)
    eis(nu.over != Klacht.Over.ONS, StapNietAanDeBeurt("Deze klacht gaat over de gemeente. Handel hem zelf af."))
    _eis_ander(wie, nu, op)
    eis(mag_bericht(nu.dossier.inwoner), StapNietAanDeBeurt(NIET_ZONDER_OVERLEG))
    eis(bool(aan.strip()), OnvolledigVanInwoner("aan", "Vul in naar wie de klacht gaat."))
    nu.uitkomst, nu.doorgestuurd_aan, nu.klaar_op, nu.klaar_door = Uit.DOORGESTUURD, aan.strip(), op, wie.account
    with als_geschonden({naam: ZelfdePersoon(zin) for naam, zin in NIET_DOOR.items()}):
        nu.save(update_fields=["uitkomst", "doorgestuurd_aan", "klaar_op", "klaar_door"])
    _schrijf(nu, motivering=toelichting.strip())
    tekst = woorden_van_klacht(nu).get("tekst", "")
    brief = doorzending(wie, nu, tekst, toelichting.strip(), op)
    document = verstuur_brief(wie, nu.dossier, brief, "klacht doorgestuurd", op)
    # the organisation gets what the resident wrote, and the day on which it came; by the dossier it is found again
    inhoud = f"Aan {aan.strip()}\nKlacht van {nu.ontvangen_op.isoformat()}, dossier {nu.dossier.nummer}\n\n{tekst}\n"
    zet_klaar(
        wie, kanaal="map", aan=aan_ander(nu.dossier), soort=document.soort, inhoud=inhoud.encode(),
        over=nu.dossier.inwoner,
    )  # fmt: skip
    return Gedaan(nu)


@handeling("toegang.klacht.persoon", rollen=WERKERS)
def schakel_klachtenpersoon_in(wie: Actor, klacht: Klacht, *, op: date) -> Gedaan[Klacht]:
    """Let a complaints person or committee advise: the term is ten weeks then (9:11 lid 1)."""
    nu = _pak(klacht)
    eis(not nu.met_persoon, StapNietAanDeBeurt("De klachtenpersoon kijkt al mee."))
    nu.met_persoon = True
    uitkomst = _reken(nu)
    brief = bericht_van_uitstel(wie, nu, "Een onafhankelijke klachtenpersoon kijkt mee.", op)
    verstuur_brief(wie, nu.dossier, brief, "klacht termijn", op)
    return Gedaan(nu, uitkomst)


@handeling("toegang.klacht.verdagen", rollen=WERKERS)
def verdaag_klacht(wie: Actor, klacht: Klacht, reden: str, *, op: date) -> Gedaan[Klacht]:
    """Put the end off by four weeks, once, and tell the resident why (9:11 lid 2)."""
    nu = _pak(klacht)
    eis(nu.verdaagd_op is None, StapNietAanDeBeurt("U stelde deze klacht al een keer uit. Dat kan maar een keer."))
    eis(op <= nu.uiterlijk, StapNietAanDeBeurt("De termijn is al voorbij. Uitstellen kan alleen daarvoor."))
    eis(bool(reden.strip()), OnvolledigVanInwoner("reden", "Schrijf op waarom er meer tijd nodig is."))
    nu.verdaagd_op = op
    uitkomst = _reken(nu)
    _schrijf(nu, reden_uitstel=reden.strip())
    verstuur_brief(wie, nu.dossier, bericht_van_uitstel(wie, nu, reden.strip(), op), "klacht termijn", op)
    return Gedaan(nu, uitkomst)


@handeling("toegang.klacht.afhandelen", rollen=WERKERS)
def handel_klacht_af(wie: Actor, klacht: Klacht, oordeel: Oordeel, *, op: date) -> Gedaan[Klacht]:
    """End a complaint as somebody who was not involved (9:7), after a talk or a reason for none (9:10)."""
    nu = _pak(klacht)
    _eis_ander(wie, nu, op)
    _controleer(nu, oordeel, op)
    nu.uitkomst, nu.klaar_op, nu.klaar_door = oordeel.uitkomst, op, wie.account
    nu.gehoord_op, nu.afgezien_van_horen = oordeel.gehoord_op, oordeel.afgezien
    with als_geschonden({naam: ZelfdePersoon(zin) for naam, zin in NIET_DOOR.items()}):
        nu.save(update_fields=["uitkomst", "klaar_op", "klaar_door", "gehoord_op", "afgezien_van_horen"])
    _schrijf(nu, motivering=oordeel.motivering.strip(), ombudsman=oordeel.ombudsman)
    verstuur_brief(wie, nu.dossier, oordeel_over_klacht(wie, nu, oordeel, op), "klacht afgehandeld", op)
    return Gedaan(nu)


def _eis_ander(wie: Actor, klacht: Klacht, op: date) -> None:
    # who writes a complaint down says whom it is about, and could name another than oneself
    eis(not wie.staat_voor(klacht.betrokken, op), ZelfdePersoon(NIET_BETROKKEN))
    eis(not wie.staat_voor(klacht.opgenomen_door, op), ZelfdePersoon(ZELF_OPGENOMEN))


def _controleer(klacht: Klacht, oordeel: Oordeel, op: date) -> None:
    gehoord = oordeel.gehoord_op
    for voldaan, veld, reden in (
        (oordeel.uitkomst in (*OORDELEN, Uit.OPGELOST), "uitkomst", "Maak een keuze."),
        (bool(oordeel.motivering.strip()), "motivering", "Schrijf op wat u vond en waarom."),
        (oordeel.uitkomst == Uit.OPGELOST or bool(gehoord) or oordeel.afgezien, "gehoord_op",
         "Vul in wanneer u de inwoner sprak, of kruis aan dat de inwoner dat niet wilde."),
        (gehoord is None or klacht.ontvangen_op <= gehoord <= op, "gehoord_op",
         "Vul een dag in vanaf de klacht tot en met vandaag."),
        (bool(oordeel.ombudsman.strip()), "ombudsman", "Vul in bij welke ombudsman de inwoner daarna terechtkan."),
    ):  # fmt: skip
        eis(voldaan, OnvolledigVanInwoner(veld, reden))


def woorden_van_klacht(klacht: Klacht) -> dict[str, Any]:
    """What was said about a complaint, for a step that is itself journaled."""
    dossier = klacht.dossier
    gevonden: dict[str, Any] = opgeschreven(dossier.inwoner, van=dossier.nummer).get(soort_klacht(klacht), {})
    return gevonden


def _pak(klacht: Klacht) -> Klacht:
    """A complaint as it is now, locked, still open."""
    nu = Klacht.objects.select_for_update(of=("self",)).select_related("dossier__inwoner").get(pk=klacht.pk)
    eis(nu.klaar_op is None, StapNietAanDeBeurt("Deze klacht is al klaar."))
    return nu


def _reken(klacht: Klacht) -> Uitkomst[Any]:
    uitkomst = klacht_uiterlijk(klacht.ontvangen_op, met_persoon=klacht.met_persoon, verdaagd_op=klacht.verdaagd_op)
    klacht.uiterlijk = uitkomst.waarde.uiterlijk
    klacht.save(update_fields=["uiterlijk", "met_persoon", "verdaagd_op"])
    return uitkomst


def _schrijf(klacht: Klacht, **erbij: str) -> None:
    dossier = klacht.dossier
    schrijf_op(dossier.inwoner, soort_klacht(klacht), woorden_van_klacht(klacht) | erbij, van=dossier.nummer)
