"""What people do with the facts of a resident."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max
from django.utils import timezone

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.fouten import Geweigerd, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.sleutels import (
    blinde_index,
    nieuwe_sleutel,
    ontsleutel,
    ontsleutel_bestand,
    pak_sleutel_uit,
    verpak_opnieuw,
    versleutel,
    versleutel_bestand,
)
from voordeur.kern.vernieuwen import vernieuwer

from .bsn import lees_bsn
from .models import Burgerservicenummer, Gegeven, Inwoner, Machtiging, Toegangscode
from .register import meld_vernietigd
from .vergeten import wis
from .zoeksleutels import maak_vindbaar, zelfde_ogen

IDENTITEIT = "identiteit"
WERKERS = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER, Rol.OPVANGMEDEWERKER})


class AlVernietigd(Geweigerd):
    """The key of this resident is gone."""

    def __init__(self) -> None:
        super().__init__("De gegevens van deze inwoner zijn vernietigd. Er kan niets meer bij.")


@dataclass(frozen=True)
class BijCollege:
    """The college that a new resident is registered for, by CBS code."""

    college_code: str
    pk: str = ""


@handeling("inwoner.registreren", rollen=WERKERS)
def registreer(
    wie: Actor, bij: BijCollege, identiteit: Mapping[str, Any], *, op: date, bsn: str | None = None
) -> Gedaan[Inwoner]:
    """Register a resident, also without a BSN or papers. Raises ValueError on a BSN that cannot be one."""
    return Gedaan(neem_op(wie, bij.college_code, identiteit, bsn=bsn))


def neem_op(
    wie: Actor,
    college_code: str,
    identiteit: Mapping[str, Any],
    *,
    bsn: str | None = None,
    aanbieders: Sequence[int] = (),
) -> Inwoner:
    """Register a resident as a part of a larger action. Raises ValueError on a BSN that cannot be one.

    `identiteit`: naam (family name with its prefix), voornaam, aanhef ("mevrouw", "de heer" or ""), geboortedatum (ISO)
    or None, `geboren` (as much of that day as is known: "1994-03"), adres (lines of text), telefoon, voorletters,
    geboortenaam, roepnaam (how somebody wants to be called). What is not known is absent, and all is kept as typed.
    """
    sleutel, verpakt = nieuwe_sleutel()
    inwoner = Inwoner.objects.create(
        regio_id=wie.regio, college_code=college_code, sleutel=verpakt, aanbieders=list(aanbieders)
    )
    _bewaar(inwoner, sleutel, IDENTITEIT, identiteit, aanbieders=aanbieders)
    if bsn is not None:
        _bewaar_bsn(inwoner, sleutel, lees_bsn(bsn))
    return inwoner


def schrijf_op(
    inwoner: Inwoner, soort: str, inhoud: Mapping[str, Any], *, van: str, aanbieders: Sequence[int] = ()
) -> Gegeven:
    """Keep what somebody said or found for a dossier (`van`: its number), as a part of a larger action.

    `aanbieders`: the providers that may read it as well, because they wrote it.
    """
    return _bewaar(inwoner, _sleutel(inwoner), soort, inhoud, van=van, aanbieders=aanbieders)


def sluit_op(inwoner: Inwoner, bestand: bytes) -> bytes:
    """A file locked with the key of the resident, as a part of a larger action."""
    return versleutel_bestand(_sleutel(inwoner), bestand)


def toon_aan(inwoner: Inwoner, aanbieder: int) -> None:
    """Let a provider see who somebody is, as a part of a larger action: it reported or houses them."""
    if aanbieder not in inwoner.aanbieders:
        inwoner.aanbieders = [*inwoner.aanbieders, aanbieder]
        inwoner.save(update_fields=["aanbieders"])
        inwoner.gegevens.filter(soort=IDENTITEIT).update(aanbieders=inwoner.aanbieders)
        zelfde_ogen(inwoner)


def toon_geschreven_aan(inwoner: Inwoner, soorten: Sequence[str], van: str, aanbieder: int) -> None:
    """Let a provider read these kinds of facts of a dossier (`van`: its number): it takes the person over."""
    for gegeven in inwoner.gegevens.filter(soort__in=soorten, van=van).defer("inhoud"):
        if aanbieder not in gegeven.aanbieders:
            gegeven.aanbieders = [*gegeven.aanbieders, aanbieder]
            gegeven.save(update_fields=["aanbieders"])


def vervang_bsn(inwoner: Inwoner, bsn: str | None) -> str | None:
    """Put another BSN in the place of the one there is, as a part of a larger action; returns the old one.

    Raises ValueError on a BSN that cannot be one.
    """
    sleutel = _sleutel(inwoner)
    oud = Burgerservicenummer.objects.filter(inwoner=inwoner).first()
    eerder = ontsleutel(sleutel, oud.inhoud) if oud else None
    if oud is not None:
        oud.delete()
    if bsn is not None:
        _bewaar_bsn(inwoner, sleutel, lees_bsn(bsn))
    return eerder


def verhuis_naar(inwoner: Inwoner, college_code: str, van: str) -> None:
    """Let another municipality look after somebody and what was written for a dossier (`van`: its number).

    For who has no other dossier: what was written for that would stay behind.
    """
    inwoner.college_code = college_code
    inwoner.save(update_fields=["college_code"])
    inwoner.gegevens.filter(van__in=("", van)).update(college_code=college_code)
    for model in (Burgerservicenummer, Machtiging, Toegangscode):
        model._default_manager.filter(inwoner=inwoner).update(college_code=college_code)
    zelfde_ogen(inwoner)


def hang_om(van: Inwoner, naar: Inwoner, dossier: str) -> int:
    """Give what was written for a dossier to another resident, locked with that one's key; returns how many.

    The first resident keeps nothing of it, and cannot read it any more.
    """
    oude, nieuwe = _sleutel(van), _sleutel(naar)
    gegevens = list(van.gegevens.select_for_update().filter(van=dossier))
    for gegeven in gegevens:
        gegeven.inhoud = versleutel(nieuwe, ontsleutel(oude, gegeven.inhoud))
        gegeven.inwoner = naar
        gegeven.save(update_fields=["inhoud", "inwoner"])
    return len(gegevens)


def sluit_om(van: Inwoner, naar: Inwoner, bestand: bytes) -> bytes:
    """A file that was locked with the key of one resident, locked with that of another."""
    return versleutel_bestand(_sleutel(naar), ontsleutel_bestand(_sleutel(van), bestand))


def toon_alleen_aan(inwoner: Inwoner, aanbieders: Sequence[int]) -> None:
    """Let these providers see who somebody is, and no others."""
    inwoner.aanbieders = sorted(set(aanbieders))
    inwoner.save(update_fields=["aanbieders"])
    inwoner.gegevens.filter(soort=IDENTITEIT).update(aanbieders=inwoner.aanbieders)
    zelfde_ogen(inwoner)


def vergeet(inwoner: Inwoner) -> None:
    """Destroy the key of somebody and wipe what is kept of them, as a part of a larger action."""
    # registrations of the same person that became part of this one go with it
    for opgegaan in Inwoner.objects.filter(opgegaan_in=inwoner).exclude(sleutel=None):
        vergeet(opgegaan)
    wis(inwoner)
    inwoner.sleutel, inwoner.vernietigd_om = None, timezone.now()
    inwoner.save(update_fields=["sleutel", "vernietigd_om"])
    meld_vernietigd(inwoner)


@handeling("inwoner.wijzigen", rollen=WERKERS)
def wijzig(wie: Actor, inwoner: Inwoner, soort: str, inhoud: Mapping[str, Any], *, op: date) -> Gedaan[Gegeven]:
    """Put a new version of a kind of facts beside the earlier ones."""
    aanbieders = inwoner.aanbieders if soort == IDENTITEIT else ()
    return Gedaan(_bewaar(inwoner, _sleutel(inwoner), soort, inhoud, aanbieders=aanbieders))


@vernieuwer("sleutels van inwoners")
def verpak_sleutels_opnieuw(wie: Actor) -> int:
    """Pack the key of every resident of the region with the main key in use: upkeep after a rotation. Returns how many.

    No facts are read or changed. Raises SleutelOntbreekt when the main key that packed one is not among the keys.
    """
    inwoners = Inwoner.objects.select_for_update().exclude(sleutel=None).order_by("pk")
    for inwoner in inwoners:
        inwoner.sleutel = verpak_opnieuw(bytes(inwoner.sleutel or b""))
        inwoner.save(update_fields=["sleutel"])
    return len(inwoners)


@vernieuwer("burgerservicenummers")
def indexeer_bsn_opnieuw(wie: Actor) -> int:
    """Find every BSN of the region by the index key in use: upkeep after that was changed. Returns how many."""
    nummers = Burgerservicenummer.objects.select_for_update().select_related("inwoner").exclude(inwoner__sleutel=None)
    gevonden = list(nummers.order_by("pk"))
    for nummer in gevonden:
        assert nummer.inwoner.sleutel is not None
        bsn = ontsleutel(pak_sleutel_uit(nummer.inwoner.sleutel), nummer.inhoud)
        nummer.index = blinde_index(wie.regio, "bsn", bsn)
        nummer.save(update_fields=["index"])
    return len(gevonden)


def _sleutel(inwoner: Inwoner) -> bytes:
    vers = Inwoner.objects.select_for_update().get(pk=inwoner.pk)
    eis(vers.sleutel is not None, AlVernietigd())
    assert vers.sleutel is not None
    return pak_sleutel_uit(vers.sleutel)


def _bewaar(
    inwoner: Inwoner,
    sleutel: bytes,
    soort: str,
    inhoud: Mapping[str, Any],
    *,
    van: str = "",
    aanbieders: Sequence[int] = (),
) -> Gegeven:
    if soort == IDENTITEIT and not van:
        maak_vindbaar(inwoner, [inhoud])
    laatste = inwoner.gegevens.filter(soort=soort, van=van).aggregate(versie=Max("versie"))["versie"] or 0
    return Gegeven.objects.create(
        regio_id=inwoner.regio_id,
        college_code=inwoner.college_code,
        inwoner=inwoner,
        soort=soort,
        van=van,
        aanbieders=list(aanbieders),
        versie=laatste + 1,
        inhoud=versleutel(sleutel, json.dumps(dict(inhoud), ensure_ascii=False)),
    )


def _bewaar_bsn(inwoner: Inwoner, sleutel: bytes, bsn: str) -> None:
    Burgerservicenummer.objects.create(
        regio_id=inwoner.regio_id,
        college_code=inwoner.college_code,
        inwoner=inwoner,
        inhoud=versleutel(sleutel, bsn),
        index=blinde_index(inwoner.regio_id, "bsn", bsn),
    )
