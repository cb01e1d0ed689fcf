"""Somebody comes to the door: one action stores the person, or the family, each with a dossier and the first night."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import Actor
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.regels.opvang import eerste_nacht
from voordeur.toegang.actions import Melding, meld
from voordeur.toegang.actions.delen import beslist_zelf, pak_voor_verblijf, zet_stap
from voordeur.toegang.models import Dossier

from ..fouten import AlOpgenomen, Onvolledig
from ..models import Aanmelding
from .hulp import OPVANG
from .nachten import Elders, noteer, noteer_elders

REDEN = "Kwam aan de deur van de opvang."
MEESTE_MENSEN = 20


@dataclass(frozen=True, kw_only=True)
class Gast:
    """Somebody at the door. `identiteit`: as `inwoner.actions.neem_op` takes it; nothing has to be known."""

    identiteit: Mapping[str, Any] = field(default_factory=dict)
    kind: bool = False


@dataclass(frozen=True, kw_only=True)
class AanDeDeur:
    """Who came, at which shelter (`aanbieder_id`). The first of `gasten` is who spoke.

    `college_code`: of the municipality that somebody turns to; where they lived is not asked. `veilig`: whether they
    are safe here, None when nobody knows. `elders`: no bed here. `sleutel`: of the form, which is stored once.
    """

    college_code: str
    aanbieder_id: int
    gasten: tuple[Gast, ...]
    nacht: date
    veilig: bool | None = None
    soort: str = ""
    elders: Elders | None = None
    sleutel: UUID = field(default_factory=uuid4)
    pk: str = ""


@handeling("opvang.deur", rollen=OPVANG)
def ontvang(wie: Actor, deur: AanDeDeur, *, op: date) -> Gedaan[Aanmelding]:
    """Take in who came to the door, with the first night. A tie with the region, a BSN or papers are not asked for.

    Children are persons with a dossier of their own. Raises AlOpgenomen, Onvolledig, NachtKloptNiet.
    """
    aantal = len(deur.gasten)
    eis(1 <= aantal <= MEESTE_MENSEN, Onvolledig("kinderen", f"Neem hooguit {MEESTE_MENSEN} mensen tegelijk op."))
    gezin = uuid4() if aantal > 1 else None
    dossiers = [_neem_op(wie, deur, gast, gezin, op) for gast in deur.gasten]
    kinderen = sum(gast.kind for gast in deur.gasten)
    with als_geschonden({"aanmelding_een_keer": AlOpgenomen()}):
        aanmelding = Aanmelding.objects.create(
            regio_id=wie.regio,
            college_code=deur.college_code,
            aanbieders=[deur.aanbieder_id],
            dossier=dossiers[0],
            organisatie_id=deur.aanbieder_id,
            op=op,
            sleutel=deur.sleutel,
            volwassenen=aantal - kinderen,
            kinderen=kinderen,
        )
    return Gedaan(aanmelding, eerste_nacht())


def _neem_op(wie: Actor, deur: AanDeDeur, gast: Gast, gezin: UUID | None, op: date) -> Dossier:
    melding = Melding(
        college_code=deur.college_code, melder="inwoner", identiteit=gast.identiteit, reden=REDEN, voorziening="MO",
        aanbieder_id=deur.aanbieder_id, ontvangen_op=op,
    )  # fmt: skip
    dossier = pak_voor_verblijf(meld(wie, melding, op=op).object.pk)
    _bevestig(wie, dossier, gezin, op)
    aan_de_deur = {"veilig": deur.veilig, "kind": gast.kind, "woonplaats": None}
    schrijf_op(dossier.inwoner, "deur", aan_de_deur, van=dossier.nummer, aanbieders=[deur.aanbieder_id])
    if deur.elders is None:
        noteer(wie, dossier, deur.aanbieder_id, deur.nacht, deur.soort, op, kind=gast.kind)
    else:
        noteer_elders(wie, dossier, deur.aanbieder_id, deur.elders, deur.nacht, op, kind=gast.kind)
    return dossier


def _bevestig(wie: Actor, dossier: Dossier, gezin: UUID | None, op: date) -> None:
    """The receipt that is handed over at the door confirms the report (article 2.3.2 lid 1 Wmo)."""
    dossier.bevestigd_op, dossier.gezin = op, gezin
    if beslist_zelf(wie, dossier.college_code, op):
        dossier.behandelaar = wie.account
    dossier.save(update_fields=["bevestigd_op", "gezin", "behandelaar"])
    zet_stap(dossier, Dossier.Stap.ONDERZOEK, op)
