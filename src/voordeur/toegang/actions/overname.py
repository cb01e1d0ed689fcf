"""The other region takes over: it accepts, the person is handed over warmly, and only then is anyone let go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.regels.verwoorden import schrijf_datum

from ..fouten_landelijk import (
    GeenAndereRegio,
    NogGeenBesluit,
    NogNietGeaccepteerd,
    NogNietOvergedragen,
    OngeldigAntwoord,
)
from ..models import Dossier, Klok, Uitvraag
from .landelijk import ELDERS, OVERNAME, meld_andere, pak_landelijk
from .stappen import WERKERS, bewaar, eis_geen_voorstel, zet_stap

Stap = Dossier.Stap


@handeling("toegang.landelijk.accepteren", rollen=WERKERS)
def noteer_acceptatie(wie: Actor, dossier: Dossier, *, dag: date, versie: int, op: date) -> Gedaan[Dossier]:
    """Note the day on which the other region accepted to take over."""
    dossier, landelijk = pak_landelijk(dossier, versie)
    neemt_over = landelijk.richting == "uit" or landelijk.kans_bij == ELDERS
    eis(neemt_over, StapNietAanDeBeurt("De andere regio hoeft deze inwoner niet over te nemen."))
    eis(landelijk.geaccepteerd_op is None, StapNietAanDeBeurt("De andere regio heeft de inwoner al geaccepteerd."))
    vanaf = landelijk.gekozen_op or landelijk.geraadpleegd_op
    eis(vanaf is not None, StapNietAanDeBeurt("U hebt de andere gemeente nog niets gevraagd."))
    assert vanaf is not None
    goed = vanaf <= dag <= op
    eis(goed, OngeldigAntwoord("dag", f"Vul een dag in vanaf {schrijf_datum(vanaf)} tot en met vandaag."))
    landelijk.geaccepteerd_op = dag
    landelijk.save(update_fields=["geaccepteerd_op"])
    Uitvraag.objects.filter(dossier=dossier, stap=OVERNAME, beantwoord_op=None).update(
        beantwoord_op=dag, antwoord="geaccepteerd"
    )
    bewaar(dossier)
    return Gedaan(dossier)


@dataclass(frozen=True, kw_only=True)
class Overdracht:
    """A warm hand-over: on which day, to whom, what, and from when support begins there."""

    op: date
    begint_op: date
    contact: str
    wat: str
    toestemming: bool


@handeling("toegang.landelijk.overdragen", rollen=WERKERS)
def draag_over(wie: Actor, dossier: Dossier, overdracht: Overdracht, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Note the warm hand-over to the other region, with a named contact there and the consent of the resident."""
    dossier, landelijk = pak_landelijk(dossier, versie)
    eis(landelijk.richting == "uit" or landelijk.kans_bij == ELDERS, GeenAndereRegio())
    geaccepteerd = landelijk.geaccepteerd_op
    eis(geaccepteerd is not None, NogNietGeaccepteerd())
    assert geaccepteerd is not None
    for voldaan, veld, reden in (
        (geaccepteerd <= overdracht.op <= op, "op",
         f"Vul een dag in vanaf {schrijf_datum(geaccepteerd)} tot en met vandaag."),
        (overdracht.begint_op >= geaccepteerd, "begint_op", "De hulp daar begint niet voor de acceptatie."),
        (bool(overdracht.contact.strip()), "contact", "Vul in met wie u sprak."),
        (bool(overdracht.wat.strip()), "wat", "Schrijf op wat u overdroeg."),
        (overdracht.toestemming, "toestemming", "Vraag de inwoner eerst om toestemming om gegevens te delen."),
    ):  # fmt: skip
        eis(voldaan, OngeldigAntwoord(veld, reden))
    landelijk.overgedragen_op, landelijk.begint_op = overdracht.op, overdracht.begint_op
    landelijk.save(update_fields=["overgedragen_op", "begint_op"])
    inhoud = {"contact": overdracht.contact, "wat": overdracht.wat, "toestemming": overdracht.toestemming}
    schrijf_op(dossier.inwoner, "overdracht", inhoud, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(dossier)


@handeling("toegang.landelijk.loslaten", rollen=WERKERS)
def laat_los(wie: Actor, dossier: Dossier, *, dag: date, versie: int, op: date) -> Gedaan[Dossier]:
    """Let somebody go, now that the other region accepted and its support has begun. A stay ends where it is kept.

    Raises NogNietGeaccepteerd, NogNietOvergedragen, NogGeenBesluit.
    """
    dossier, landelijk = pak_landelijk(dossier, versie)
    eis(landelijk.richting == "uit" or landelijk.kans_bij == ELDERS, GeenAndereRegio())
    eis(landelijk.geaccepteerd_op is not None, NogNietGeaccepteerd())
    begint = landelijk.begint_op
    eis(landelijk.overgedragen_op is not None and begint is not None and begint <= dag, NogNietOvergedragen(begint))
    eis(dag <= op, OngeldigAntwoord("dag", "Vul een dag in tot en met vandaag."))
    eis(landelijk.richting == "uit" or dossier.stap == Stap.AFGESLOTEN, NogGeenBesluit())
    eis_geen_voorstel(dossier)
    landelijk.losgelaten_op = dag
    landelijk.save(update_fields=["losgelaten_op"])
    if dossier.stap in (Stap.AFGESLOTEN, Stap.VERBLIJF):
        bewaar(dossier)
    else:
        Klok.objects.filter(dossier=dossier, klaar_op=None).exclude(soort="bezwaar").update(klaar_op=op)
        zet_stap(dossier, Stap.AFGESLOTEN, op)
    return Gedaan(dossier)


@handeling("toegang.landelijk.intrekken", rollen=WERKERS)
def trek_in(wie: Actor, dossier: Dossier, reden: str, *, versie: int, op: date) -> Gedaan[Dossier]:
    """The resident does not go elsewhere after all: everything goes on here."""
    dossier, landelijk = pak_landelijk(dossier, versie, "uit")
    eis(bool(reden.strip()), OngeldigAntwoord("reden", "Schrijf op waarom dit niet doorgaat."))
    landelijk.ingetrokken_op = op
    landelijk.save(update_fields=["ingetrokken_op"])
    Uitvraag.objects.filter(dossier=dossier, stap=OVERNAME, beantwoord_op=None).update(
        beantwoord_op=op, antwoord="ingetrokken"
    )
    schrijf_op(dossier.inwoner, "vertrek", {"reden": reden.strip(), "ingetrokken": True}, van=dossier.nummer)
    if landelijk.geraadpleegd_op is not None:
        meld_andere(wie, landelijk, "Onze vraag gaat niet door.")
    bewaar(dossier)
    return Gedaan(dossier)
