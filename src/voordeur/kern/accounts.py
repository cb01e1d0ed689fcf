"""From an account to the one who acts: the roles of today and yesterday, and the colleges it works for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q

from .actor import Actor, Rol, Rolbekleding, als
from .models import Aanstelling, Account, College, Mandaatregel, Noodtoegang, Organisatie, Vervanging
from .perioden import gesloten

VAN_TOEGANG = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})


@dataclass(frozen=True)
class Rechtenrijen:
    """The rows from which actors are made: of one account, or of everybody in a region at once."""

    aanstellingen: tuple[Aanstelling, ...]
    vervangingen: tuple[Vervanging, ...]
    # each power as (who gives it, the college that has it, the organisation that has it)
    mandaten: tuple[tuple[str, str | None, int | None], ...]


def actor_van(account: Account, vanwaar: str = "web", *, op: date | None = None) -> Actor:
    """The actor of an account, with every appointment and the colleges whose files it may see.

    Those are its own colleges, and the ones that gave its colleges any mandate. What it may see on the day `op` comes
    from the appointments and mandates of that day only; without a day (a replay over many years) from all of them.
    Who stands in for somebody has the roles of that person in that college beside the own, for as long as it lasts.
    """
    kaal = Actor(account.regio_id, account.pk, account.naam, vanwaar=vanwaar)
    with als(kaal):
        vervangingen = tuple(_op(Vervanging.objects.filter(vervanger=account), op).select_related("college"))
        wie = [account.pk, *(deel.vervangt_id for deel in vervangingen)]
        aanstellingen = tuple(
            Aanstelling.objects.filter(account__in=wie).select_related("college", "organisatie").order_by("id")
        )
        rijen = Rechtenrijen(aanstellingen, vervangingen, _mandaten(aanstellingen, op))
    return maak_actor(kaal, rijen, op)


def rechtenrijen(op: date) -> Rechtenrijen:
    """The rows of everybody in the region of the one who acts, for `maak_actor`; three queries."""
    aanstellingen = tuple(Aanstelling.objects.select_related("college", "organisatie").order_by("id"))
    vervangingen = tuple(_op(Vervanging.objects.all(), op).select_related("college"))
    return Rechtenrijen(aanstellingen, vervangingen, _mandaten(aanstellingen, op))


def maak_actor(kaal: Actor, rijen: Rechtenrijen, op: date | None) -> Actor:
    """The actor of an account by the rows of its rights; the only place where these become roles and colleges."""
    rollen = tuple(bekledingen(kaal.account, rijen))
    geldig = [deel for deel in rollen if op is None or deel.geldt_op(op)]
    eigen = {deel.college for deel in geldig if deel.college}
    toegang = {int(deel.toegang) for deel in geldig if deel.toegang}
    gemachtigd = {van for van, aan, organisatie in rijen.mandaten if aan in eigen or organisatie in toegang}
    organisatie = next((deel.aanbieder for deel in geldig if deel.aanbieder), None)
    return replace(kaal, rollen=rollen, colleges=frozenset(eigen | gemachtigd), aanbieder=organisatie)


def bekledingen(account: int | None, rijen: Rechtenrijen) -> Iterable[Rolbekleding]:
    """The own roles first, then those of whom somebody stands in for: never longer than these have them themselves."""
    for deel in rijen.aanstellingen:
        if deel.account_id == account:
            yield bekleding(deel)
    for vervanging in rijen.vervangingen:
        if vervanging.vervanger_id == account:
            yield from _geleend(vervanging, rijen.aanstellingen)


def _geleend(vervanging: Vervanging, aanstellingen: Iterable[Aanstelling]) -> Iterable[Rolbekleding]:
    dagen = gesloten(vervanging.periode)
    for deel in aanstellingen:
        leent = deel.account_id == vervanging.vervangt_id and deel.college_id == vervanging.college_id
        # managing the region is never lent: a second manager is appointed as such
        if leent and deel.rol != Rol.FUNCTIONEEL_BEHEERDER:
            zelf = bekleding(deel)
            van, tot = max(zelf.van, dagen.van), min(zelf.tot, dagen.tot or date.max)
            if van <= tot:
                yield replace(zelf, van=van, tot=tot, voor=vervanging.vervangt_id)


def _op(vraag: Any, op: date | None) -> Any:
    return vraag if op is None else vraag.filter(periode__contains=op)


def _mandaten(aanstellingen: Iterable[Aanstelling], op: date | None) -> tuple[tuple[str, str | None, int | None], ...]:
    colleges = {deel.college_id for deel in aanstellingen if deel.college_id}
    organisaties = {deel.organisatie_id for deel in aanstellingen if deel.organisatie_id}
    vraag = _op(Mandaatregel.objects.filter(Q(aan__in=colleges) | Q(aan_organisatie__in=organisaties)), op)
    return tuple(vraag.values_list("van__code", "aan__code", "aan_organisatie").distinct())


def bekleding(aanstelling: Aanstelling) -> Rolbekleding:
    """An appointment as a role; the half-open period of the database becomes days, both included."""
    dagen, rol = gesloten(aanstelling.periode), Rol(aanstelling.rol)
    kaal = Rolbekleding(rol=rol, van=dagen.van, tot=dagen.tot or date.max)
    organisatie = aanstelling.organisatie
    if organisatie is None:
        return replace(kaal, college=aanstelling.college.code if aanstelling.college else None)
    if organisatie.soort == Organisatie.Soort.TOEGANG and rol in VAN_TOEGANG:
        return replace(kaal, toegang=str(organisatie.pk))
    return replace(kaal, aanbieder=str(organisatie.pk))


def actor_in_nood(wie: Actor, nood: Noodtoegang) -> Actor:
    """The same person, reading one dossier of another college in an emergency: without any role there to do a thing."""
    return replace(
        wie, colleges=frozenset({nood.college.code}), aanbieder=None, rollen=(), inwoner=None, noodtoegang=nood.pk
    )


def college_van(code: str) -> College:
    """A college of the region of the one who acts, by its CBS code. Raises College.DoesNotExist."""
    return College.objects.get(code=code)
