"""From an account to the one who acts: the roles of today and yesterday, and the colleges it works for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from .actor import Actor, Rol, Rolbekleding, als
from .models import Aanstelling, Account, College, Mandaatregel


def actor_van(account: Account, vanwaar: str = "web", *, op: date | None = None) -> Actor:
    """The actor of an account, with every appointment and the colleges whose files it may see.

    Those are its own colleges, and the ones that gave its colleges any mandate. What it may see on the day `op` comes
    from the appointments and mandates of that day only; without a day (a replay over many years) from all of them.
    """
    kaal = Actor(account.regio_id, account.pk, account.naam, vanwaar=vanwaar)
    with als(kaal):
        aanstellingen = list(Aanstelling.objects.filter(account=account).select_related("college", "organisatie"))
        rollen = tuple(_bekleding(deel) for deel in aanstellingen)
        geldig = [deel for deel in rollen if op is None or deel.geldt_op(op)]
        eigen = {deel.college for deel in geldig if deel.college}
        mandaten = Mandaatregel.objects.filter(aan__code__in=eigen)
        if op is not None:
            mandaten = mandaten.filter(periode__contains=op)
        gemachtigd = College.objects.filter(id__in=mandaten.values("van")).values_list("code", flat=True)
        colleges = frozenset(eigen | set(gemachtigd))
    organisatie = next((deel.aanbieder for deel in geldig if deel.aanbieder), None)
    return replace(kaal, rollen=rollen, colleges=colleges, aanbieder=organisatie)


def _bekleding(aanstelling: Aanstelling) -> Rolbekleding:
    """The half-open period of the database becomes days, both included."""
    periode: Any = aanstelling.periode
    return Rolbekleding(
        rol=Rol(aanstelling.rol),
        college=aanstelling.college.code if aanstelling.college else None,
        aanbieder=str(aanstelling.organisatie_id) if aanstelling.organisatie_id else None,
        van=periode.lower or date.min,
        tot=periode.upper - timedelta(days=1) if periode.upper else date.max,
    )
