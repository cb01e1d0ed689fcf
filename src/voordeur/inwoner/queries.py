"""What is asked about residents. Reading the facts of one of them is journaled."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from voordeur.kern.actor import Actor
from voordeur.kern.inzage import inzage
from voordeur.kern.rekenbewijs import feitenlezer
from voordeur.kern.sleutels import (
    Bytes,
    SleutelOntbreekt,
    blinde_index,
    ontsleutel,
    ontsleutel_bestand,
    pak_sleutel_uit,
)

from .bsn import lees_bsn
from .models import Burgerservicenummer, Gegeven, Inwoner
from .queries_afscherming import mag_bericht  # noqa: F401 - asked where something is sent
from .zoeknaam import VOORVOEGSELS

ONBEKEND, VERNIETIGD = "onbekende naam", "gegevens vernietigd"


@inzage("inwoner.inzien")
def gegevens_van(wie: Actor, inwoner: Inwoner, *, op: date) -> dict[str, Any]:
    """The newest version of each kind of facts of the person. Raises SleutelOntbreekt when the key was destroyed."""
    return opgeschreven(inwoner, van="")


def opgeschreven(inwoner: Inwoner, *, van: str) -> dict[str, Any]:
    """The newest version of each kind of facts of a dossier (`van`: its number), for a query that is journaled itself.

    Raises SleutelOntbreekt when the key was destroyed.
    """
    sleutel = _sleutel(inwoner)
    nieuwste = inwoner.gegevens.filter(van=van).order_by("soort", "-versie").distinct("soort")
    return {gegeven.soort: json.loads(ontsleutel(sleutel, gegeven.inhoud)) for gegeven in nieuwste}


def versies_van(inwoner: Inwoner, soort: str, *, van: str) -> list[dict[str, Any]]:
    """Every version of a kind of facts, the newest first, for a query that is journaled itself.

    Raises SleutelOntbreekt when the key was destroyed.
    """
    sleutel = _sleutel(inwoner)
    rijen = inwoner.gegevens.filter(soort=soort, van=van).order_by("-versie")
    return [json.loads(ontsleutel(sleutel, gegeven.inhoud)) for gegeven in rijen]


def bsn_van(inwoner: Inwoner) -> str | None:
    """The BSN of a resident, for a step that is itself journaled. Raises SleutelOntbreekt."""
    bewaard = Burgerservicenummer.objects.filter(inwoner=inwoner).first()
    return ontsleutel(_sleutel(inwoner), bewaard.inhoud) if bewaard else None


@feitenlezer("gegeven")
def gegeven_van(wijzer: str) -> dict[str, Any] | None:
    """One version of facts by its id, to compute a proof with; None when the key was destroyed."""
    gegeven = Gegeven.objects.select_related("inwoner").get(pk=int(wijzer))
    if gegeven.inwoner.sleutel is None:
        return None
    gelezen: dict[str, Any] = json.loads(ontsleutel(pak_sleutel_uit(gegeven.inwoner.sleutel), gegeven.inhoud))
    return gelezen


def lees_bestand(inwoner: Inwoner, inhoud: Bytes) -> bytes:
    """A file that was locked with the key of the resident. Raises SleutelOntbreekt when the key was destroyed."""
    return ontsleutel_bestand(_sleutel(inwoner), inhoud)


def namen_van(inwoners: Iterable[Inwoner]) -> dict[UUID, str]:
    """How to call each of some residents in a list: 'mevrouw De Wit'. Two queries, whatever their number."""
    sleutels = {inwoner.pk: inwoner.sleutel for inwoner in inwoners}
    nieuwste = (
        Gegeven.objects.filter(inwoner__in=sleutels, soort="identiteit")
        .order_by("inwoner_id", "-versie")
        .distinct("inwoner_id")
    )
    gevonden = {gegeven.inwoner_id: _lees_naam(sleutels[gegeven.inwoner_id], gegeven) for gegeven in nieuwste}
    return {pk: gevonden.get(pk, ONBEKEND) for pk in sleutels}


def _lees_naam(verpakt: Bytes | None, gegeven: Gegeven) -> str:
    if verpakt is None:
        return VERNIETIGD
    return noem(json.loads(ontsleutel(pak_sleutel_uit(verpakt), gegeven.inhoud)))


def geschreven_van(inwoners: Iterable[Inwoner], soort: str) -> dict[str, dict[str, Any]]:
    """What was written of one kind for the dossiers of some residents, by number of the dossier; one query.

    For a list that is journaled itself. Whoever has no key any more is not in it.
    """
    sleutels = {inwoner.pk: inwoner.sleutel for inwoner in inwoners if inwoner.sleutel is not None}
    nieuwste = (
        Gegeven.objects.filter(inwoner__in=sleutels, soort=soort)
        .order_by("inwoner_id", "van", "-versie")
        .distinct("inwoner_id", "van")
    )
    return {
        gegeven.van: json.loads(ontsleutel(pak_sleutel_uit(sleutel), gegeven.inhoud))
        for gegeven in nieuwste
        for sleutel in [sleutels[gegeven.inwoner_id]]
        if sleutel is not None
    }


def noem(identiteit: Mapping[str, Any]) -> str:
    """How to call somebody: as they asked; else 'mevrouw De Wit', or first and last name; else 'onbekende naam'.

    A name stands as it was written down. Only the prefix of a Dutch name gets its capital after a form of address.
    """
    delen = ("roepnaam", "naam", "voornaam", "aanhef")
    roepnaam, naam, voornaam, aanhef = (str(identiteit.get(deel) or "") for deel in delen)
    if roepnaam:
        return roepnaam
    if aanhef and naam:
        voorvoegsel = naam.lstrip("'’").split(" ")[0] in VOORVOEGSELS and " " in naam
        return f"{aanhef} {naam[:1].upper()}{naam[1:]}" if voorvoegsel else f"{aanhef} {naam}"
    return f"{voornaam} {naam}".strip() or ONBEKEND


def voluit(identiteit: Mapping[str, Any]) -> str:
    """All of a name as it was written down, for who compares: 'Sanne (S.) de Wit, geboren Yıldız'. May be empty."""
    voorletters = str(identiteit.get("voorletters") or "")
    eerst = " ".join(str(identiteit.get(deel) or "") for deel in ("voornaam", "naam")).strip()
    if voorletters:
        voornaam = str(identiteit.get("voornaam") or "")
        midden = f"{voornaam} ({voorletters})" if voornaam else voorletters
        eerst = f"{midden} {identiteit.get('naam') or ''}".strip()
    geboren = str(identiteit.get("geboortenaam") or "")
    return f"{eerst}, geboren {geboren}" if geboren and eerst else eerst or geboren


def _sleutel(inwoner: Inwoner) -> bytes:
    if inwoner.sleutel is None:
        raise SleutelOntbreekt
    return pak_sleutel_uit(inwoner.sleutel)


def zoek_op_bsn(wie: Actor, bsn: str) -> Inwoner | None:
    """The resident with this BSN that the actor may see. None says nothing: not here, or not for these eyes.

    Raises ValueError on a BSN that cannot be one.
    """
    return next(iter(allen_met_bsn(wie, bsn)), None)


def allen_met_bsn(wie: Actor, bsn: str) -> list[Inwoner]:
    """Every time that this BSN was registered, as far as the actor may see it; nothing more is ever told.

    Raises ValueError on a BSN that cannot be one.
    """
    index = blinde_index(wie.regio, "bsn", lees_bsn(bsn))
    alleen = Burgerservicenummer.objects.filter(index=index, inwoner__opgegaan_in=None)
    gevonden = alleen.select_related("inwoner").order_by("id")
    return [nummer.inwoner for nummer in gevonden]


def dubbelen(inwoner: Inwoner) -> list[UUID]:
    """The other times that the same person was registered, as far as may be seen; two queries."""
    index = Burgerservicenummer.objects.filter(inwoner=inwoner).values_list("index", flat=True).first()
    if index is None:
        return []
    alleen = Burgerservicenummer.objects.filter(index=index, inwoner__opgegaan_in=None)
    anderen = alleen.exclude(inwoner=inwoner).order_by("id")
    return list(anderen.values_list("inwoner_id", flat=True))
