"""The decision of a shelter in the name of the college, and the trajectory that begins with it."""

from __future__ import annotations

from datetime import date

from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.toegang.actions import Besluitvoorstel, bereid_besluit_voor
from voordeur.toegang.actions.delen import namens, pak_voor_verblijf, zet_stap
from voordeur.toegang.fouten import RedenOntbreekt
from voordeur.toegang.models import Besluit, Dossier

from ..fouten import EerstUitzoeken, Onvolledig
from ..toets import wijkt_af_van_wet
from ..vragenlijst import UIT_TE_ZOEKEN
from .hulp import OPVANG, BijOpvang, eis_van_opvang

TOEKENNING, AFWIJZING = Besluit.Strekking.TOEKENNING.value, Besluit.Strekking.AFWIJZING.value


@handeling("opvang.besluit.voorstellen", rollen=OPVANG)
def stel_besluit_voor(
    wie: Actor, plek: BijOpvang, voorstel: Besluitvoorstel, *, versie: int, op: date
) -> Gedaan[Besluit]:
    """Prepare a decision on a stay. A refusal waits until the facts of the law are known; a stay has a plan and an end.

    Against the outcome of the law it has a reason. Whether the shelter may decide is asked by
    `toegang.besluit.voorbereiden`. Raises EerstUitzoeken, Onvolledig, RedenOntbreekt.
    """
    dossier = plek.dossier
    eis_van_opvang(dossier)
    geschreven = opgeschreven(dossier.inwoner, van=dossier.nummer)
    intake = geschreven.get("opvang intake", {})
    if voorstel.strekking == AFWIJZING:
        open_ = [tekst for id_, tekst in UIT_TE_ZOEKEN.items() if intake.get(id_) is None]
        eis(not open_, EerstUitzoeken(open_))
    if voorstel.strekking == TOEKENNING:
        eis("opvang plan" in geschreven, StapNietAanDeBeurt("Maak eerst het plan met de doelen van deze persoon."))
        eis(voorstel.tot is not None, Onvolledig("tot", "Vul de laatste dag van het traject in."))
    wijkt_af = wijkt_af_van_wet(voorstel.strekking, intake)
    eis(not wijkt_af or bool(voorstel.afwijking.strip()), RedenOntbreekt())
    besluit: Besluit = bereid_besluit_voor(wie, dossier, voorstel, versie=versie, op=op).object
    if wijkt_af:
        besluit.wijkt_af = True
        with namens(wie, dossier):
            besluit.save(update_fields=["wijkt_af"])
    return Gedaan(besluit)


@handeling("opvang.traject.starten", rollen=OPVANG)
def start_traject(wie: Actor, plek: BijOpvang, *, op: date) -> Gedaan[Dossier]:
    """The stay was granted: from a night to a trajectory, at the shelter where somebody sleeps already."""
    dossier = pak_voor_verblijf(plek.dossier.pk)
    eis_van_opvang(dossier)
    eis(
        dossier.stap == Dossier.Stap.PLAATSING,
        StapNietAanDeBeurt("Er is nog geen besluit dat een traject toekent."),
    )
    zet_stap(dossier, Dossier.Stap.VERBLIJF, op)
    return Gedaan(dossier)
