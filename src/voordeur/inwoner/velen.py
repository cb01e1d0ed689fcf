"""Registering many residents at once, as a part of a larger action: the same rows as one by one, in few questions."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from voordeur.kern.actor import Actor
from voordeur.kern.sleutels import blinde_index, nieuwe_sleutel, pak_sleutel_uit, versleutel

from .actions import IDENTITEIT
from .bsn import lees_bsn
from .models import Burgerservicenummer, Gegeven, Inwoner, Zoeksleutel
from .zoeknaam import sleuteldelen
from .zoeksleutels import indexen

BROK = 1_000


@dataclass(frozen=True)
class Nieuw:
    """Somebody to register, as `neem_op` takes them."""

    college_code: str
    identiteit: Mapping[str, Any]
    bsn: str | None = None


@dataclass(frozen=True)
class Notitie:
    """What was written for a dossier (`van`: its number), as `schrijf_op` takes it; the first of its kind."""

    inwoner: Inwoner
    soort: str
    inhoud: Mapping[str, Any]
    van: str


def neem_velen_op(wie: Actor, nieuwen: Sequence[Nieuw]) -> list[Inwoner]:
    """Register residents, in order. Raises ValueError on a BSN that cannot be one."""
    inwoners, gegevens, bsns = [], [], []
    vindbaar: list[Zoeksleutel] = []
    for nieuw in nieuwen:
        sleutel, verpakt = nieuwe_sleutel()
        inwoner = Inwoner(regio_id=wie.regio, college_code=nieuw.college_code, sleutel=verpakt)
        inwoners.append(inwoner)
        gegevens.append(_gegeven(inwoner, sleutel, IDENTITEIT, nieuw.identiteit, ""))
        vindbaar += _zoeksleutels(inwoner, nieuw.identiteit)
        if nieuw.bsn is not None:
            bsns.append(_bsn(inwoner, sleutel, lees_bsn(nieuw.bsn)))
    Inwoner.objects.bulk_create(inwoners, batch_size=BROK)
    Gegeven.objects.bulk_create(gegevens, batch_size=BROK)
    Burgerservicenummer.objects.bulk_create(bsns, batch_size=BROK)
    Zoeksleutel.objects.bulk_create(vindbaar, batch_size=BROK)
    return inwoners


def toon_velen_aan(inwoners: Sequence[UUID], aanbieder: int) -> None:
    """Let a provider see who residents are that no provider saw yet, as `toon_aan` does for one."""
    Inwoner.objects.filter(pk__in=inwoners).update(aanbieders=[aanbieder])
    Gegeven.objects.filter(inwoner__in=inwoners, soort=IDENTITEIT, van="").update(aanbieders=[aanbieder])
    Zoeksleutel.objects.filter(inwoner__in=inwoners).update(aanbieders=[aanbieder])


def toon_niemand(inwoners: Sequence[UUID]) -> None:
    """Let no provider see who residents are."""
    Inwoner.objects.filter(pk__in=inwoners).update(aanbieders=[])
    Gegeven.objects.filter(inwoner__in=inwoners, soort=IDENTITEIT, van="").update(aanbieders=[])
    Zoeksleutel.objects.filter(inwoner__in=inwoners).update(aanbieders=[])


def verwijder_velen(inwoners: Sequence[UUID]) -> None:
    """Remove residents that were registered by mistake and that nothing was built on. Raises ProtectedError."""
    for model in (Burgerservicenummer, Zoeksleutel, Gegeven):
        model._default_manager.filter(inwoner__in=inwoners).delete()
    Inwoner.objects.filter(pk__in=inwoners).delete()


def schrijf_velen_op(notities: Sequence[Notitie]) -> list[Gegeven]:
    """Keep what was written for many dossiers, in order. Raises SleutelOntbreekt."""
    gegevens = [
        _gegeven(deze.inwoner, pak_sleutel_uit(deze.inwoner.sleutel or b""), deze.soort, deze.inhoud, deze.van)
        for deze in notities
    ]
    return Gegeven.objects.bulk_create(gegevens, batch_size=BROK)


def _gegeven(inwoner: Inwoner, sleutel: bytes, soort: str, inhoud: Mapping[str, Any], van: str) -> Gegeven:
    return Gegeven(
        regio_id=inwoner.regio_id, college_code=inwoner.college_code, inwoner=inwoner, soort=soort, van=van, versie=1,
        inhoud=versleutel(sleutel, json.dumps(dict(inhoud), ensure_ascii=False)),
    )  # fmt: skip


def _bsn(inwoner: Inwoner, sleutel: bytes, bsn: str) -> Burgerservicenummer:
    return Burgerservicenummer(
        regio_id=inwoner.regio_id, college_code=inwoner.college_code, inwoner=inwoner,
        inhoud=versleutel(sleutel, bsn), index=blinde_index(inwoner.regio_id, "bsn", bsn),
    )  # fmt: skip


def _zoeksleutels(inwoner: Inwoner, identiteit: Mapping[str, Any]) -> list[Zoeksleutel]:
    return [
        Zoeksleutel(regio_id=inwoner.regio_id, college_code=inwoner.college_code, inwoner=inwoner, index=index)
        for index in indexen(inwoner.regio_id, sleuteldelen(identiteit))
    ]
