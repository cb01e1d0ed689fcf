"""From the account of a resident to the one who acts: on the own file, or on that of somebody who lets them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from voordeur.kern.actor import Actor, Rol, Rolbekleding, als
from voordeur.kern.models import Account

from .models import Inwoner, Machtiging

# in the session: the id of the resident for whom somebody looks; nothing is the own file
VOOR = "voordeur_voor"


def actor_van_inwoner(
    account: Account, vanwaar: str = "web", *, op: date | None = None, voor: str | None = None
) -> Actor:
    """The actor of a resident, or of who helps one. Who has no file of their own and no power has no role.

    `voor`: the id of the resident that was chosen. What somebody may do for another is asked anew each time: a power
    that ended or was withdrawn counts no more. Who helps one person and has no file of their own need not choose.

    The account carries no name: what is known of a resident stands under the resident's own key.
    """
    kaal = Actor(account.regio_id, account.pk, account.naam, vanwaar=vanwaar)
    eigen = str(account.inwoner) if account.inwoner else None
    if eigen and voor in (None, eigen):
        return replace(kaal, rollen=(Rolbekleding(Rol.INWONER),), inwoner=str(nu_in(kaal.regio, UUID(eigen))))
    if op is None:
        return kaal
    with als(kaal):
        mag = list(lopende_machtigingen(account, op))
    gekozen = [deze for deze in mag if voor is None or str(deze.inwoner_id) == voor]
    return _namens(kaal, gekozen[0]) if len(gekozen) == 1 else kaal


def nu_in(regio: str, inwoner: UUID) -> UUID:
    """The registration in which somebody's facts stand now: their own, or the one that theirs became part of."""
    with als(Actor(regio, None, "Voordeur", inwoner=str(inwoner))):
        verder = Inwoner.objects.filter(pk=inwoner).values_list("opgegaan_in", flat=True).first()
    return nu_in(regio, verder) if verder else inwoner


def _namens(kaal: Actor, machtiging: Machtiging) -> Actor:
    rol = Rolbekleding(
        Rol.GEMACHTIGDE,
        van=machtiging.van,
        tot=machtiging.tot or date.max,
        alleen_lezen=machtiging.mag != Machtiging.Mag.HANDELEN,
    )
    return replace(kaal, rollen=(rol,), inwoner=str(machtiging.inwoner_id))


def lopende_machtigingen(account: Account, op: date) -> QuerySet[Machtiging]:
    """The powers of an account that hold on a day."""
    return Machtiging.objects.filter(
        Q(tot=None) | Q(tot__gte=op), account=account, van__lte=op, ingetrokken_op=None
    ).order_by("id")  # fmt: skip
