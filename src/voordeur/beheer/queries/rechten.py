"""Who may see a dossier today, and why; and which rights wait for the yearly look."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import F, Max, Q, QuerySet
from django.db.models.functions import Now

from voordeur.inwoner.models import Machtiging
from voordeur.kern.accounts import actor_in_nood, maak_actor, rechtenrijen
from voordeur.kern.actor import Actor, Rol, Rolbekleding, instellingen
from voordeur.kern.models import Aanstelling, Account, Mandaatregel, Noodtoegang
from voordeur.kern.queries import gemeentenamen, namen_van_accounts
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.toegang.models import Dossier

JAAR = timedelta(days=365)


@dataclass(frozen=True)
class Kijker:
    """Somebody who can see a dossier: who, by what, since when, by which ground."""

    account: int
    naam: str
    waardoor: str
    sinds: str
    grond: str


def wie_mag(dossier: Dossier, op: date) -> list[Kijker]:
    """Everybody who can see a dossier on a day, by name. Whether somebody can is asked of the database, as them."""
    return sorted(
        [*_personeel(dossier, op), *_in_nood(dossier), *_van_de_inwoner(dossier, op)], key=lambda deel: deel.naam
    )


def _personeel(dossier: Dossier, op: date) -> Iterator[Kijker]:
    rijen = rechtenrijen(op)
    gronden = _gronden(dossier, op)
    namen = gemeentenamen(dossier.regio_id)
    bezig = Account.objects.filter(regio_id=dossier.regio_id, soort=Account.Soort.MEDEWERKER, is_active=True)
    bezig = bezig.filter(Q(laatste_dag=None) | Q(laatste_dag__gte=op)).order_by("id")
    vervangen = namen_van_accounts(deel.vervangt_id for deel in rijen.vervangingen)
    actoren = [maak_actor(Actor(deel.regio_id, deel.pk, deel.naam), rijen, op) for deel in bezig]
    for actor in wie_zien(actoren, dossier):
        for deel in actor.rollen_op(op):
            grond = _grond(deel, dossier, gronden, namen)
            if grond:
                waardoor = f"{deel.rol.capitalize()}, {grond}"
                if deel.voor is not None:
                    waardoor = f"Vervangt {vervangen.get(deel.voor, 'een collega')}. {waardoor}"
                bron = gronden.get(deel.college or "", "") or gronden.get(f"o{deel.toegang}", "")
                yield Kijker(actor.account or 0, actor.naam, waardoor, schrijf_datum(deel.van), bron or "aanstelling")


def wie_zien(actoren: Sequence[Actor], dossier: Dossier) -> list[Actor]:
    """To whom the database shows this dossier: the guard itself, not a copy of its rules; one query for all."""
    wie = [{naam.removeprefix("voordeur."): deel for naam, deel in instellingen(actor).items()} for actor in actoren]
    with connection.cursor() as cursor:
        cursor.execute("SELECT voordeur_wie_ziet(%s, %s::jsonb)", [dossier.pk, json.dumps(wie)])
        gevonden: list[int] = cursor.fetchone()[0]
    return [actoren[plaats] for plaats in gevonden]


def _gronden(dossier: Dossier, op: date) -> dict[str, str]:
    """The provision of a power over this college, by the college or organisation that has it."""
    regels = Mandaatregel.objects.filter(van__code=dossier.college_code, periode__contains=op)
    paren = regels.values_list("aan__code", "aan_organisatie", "grond")
    return {aan or f"o{organisatie}": grond for aan, organisatie, grond in paren}


def _grond(deel: Rolbekleding, dossier: Dossier, gronden: dict[str, str], namen: dict[str, str]) -> str:
    """By what a role shows the dossier, in words; empty when it does not."""
    if deel.college == dossier.college_code:
        return f"gemeente {namen.get(deel.college, deel.college)}"
    if deel.college and deel.college in gronden:
        return f"gemeente {namen.get(deel.college, deel.college)}, met een mandaat"
    if deel.toegang and f"o{deel.toegang}" in gronden:
        return "toegangsorganisatie met een mandaat"
    if deel.aanbieder and int(deel.aanbieder) in dossier.aanbieders:
        return "aanbieder die bij dit dossier hoort"
    return ""


def _in_nood(dossier: Dossier) -> Iterator[Kijker]:
    nu = Noodtoegang.objects.filter(dossier=dossier.nummer, tot__gt=Now()).select_related("account", "college")
    noden = {deel.pk: deel for deel in nu.filter(account__is_active=True).order_by("id")}
    lezers = [actor_in_nood(Actor(nood.regio_id, nood.account_id, nood.account.naam), nood) for nood in noden.values()]
    for lezer in wie_zien(lezers, dossier) if lezers else ():
        nood = noden[lezer.noodtoegang or 0]
        sinds = schrijf_datum(nood.van.date())
        yield Kijker(nood.account_id, nood.account.naam, "Noodtoegang", sinds, nood.get_reden_display())


def _van_de_inwoner(dossier: Dossier, op: date) -> Iterator[Kijker]:
    zelf = Account.objects.filter(regio_id=dossier.regio_id, inwoner=dossier.inwoner_id, is_active=True)
    for account in zelf:
        yield Kijker(account.pk, "De inwoner zelf", "Het eigen dossier", "", "Het recht op inzage")
    geldig = Machtiging.objects.filter(inwoner=dossier.inwoner_id, van__lte=op, ingetrokken_op=None)
    for deel in geldig.exclude(account=None).filter(Q(tot=None) | Q(tot__gte=op)).order_by("id"):
        waardoor = f"{deel.get_soort_display().capitalize()} van de inwoner"
        yield Kijker(deel.account_id or 0, "Een naaste of helper", waardoor, schrijf_datum(deel.van), "Toestemming")


def te_bezien(wie: Actor, op: date) -> QuerySet[Aanstelling]:
    """The rights of `alle_rechten` that somebody may judge: never the own ones."""
    return alle_rechten(wie, op).exclude(account=wie.account or 0)


def alle_rechten(wie: Actor, op: date) -> QuerySet[Aanstelling]:
    """The rights of today that somebody looks after, each with `gezien` (the last look), the oldest look in front.

    A team leader looks after the own colleges, who manages the region after everybody; the own rights are among them.
    """
    rollen = wie.rollen_op(op)
    gezocht = Aanstelling.objects.filter(periode__contains=op, account__is_active=True)
    if not any(deel.rol == Rol.FUNCTIONEEL_BEHEERDER for deel in rollen):
        eigen = {deel.college for deel in rollen if deel.rol == Rol.TEAMLEIDER}
        gezocht = gezocht.filter(college__code__in=eigen)
    gezocht = gezocht.select_related("account", "college", "organisatie").annotate(gezien=Max("beoordelingen__op"))
    return gezocht.order_by(F("gezien").asc(nulls_first=True), "account__naam", "id")


def te_laat_bezien(aanstelling: Aanstelling, op: date) -> bool:
    """Whether nobody looked at a right for more than a year, counted from when it began."""
    gezien: date | None = aanstelling.gezien  # type: ignore[attr-defined]
    return (gezien or aanstelling.periode.lower) < op - JAAR
