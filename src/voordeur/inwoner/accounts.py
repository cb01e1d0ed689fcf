"""From the account of a resident to the one who acts: on the own file, and on no other."""

from __future__ import annotations

from uuid import UUID

from voordeur.kern.actor import Actor, Rol, Rolbekleding, als
from voordeur.kern.models import Account

from .models import Inwoner


def actor_van_inwoner(account: Account, vanwaar: str = "web") -> Actor:
    """The actor of a resident. Without a file of their own (who only helps somebody) there is no role.

    The account carries no name: what is known of a resident stands under the resident's own key.
    """
    if account.inwoner is None:
        return Actor(account.regio_id, account.pk, account.naam, vanwaar=vanwaar)
    rollen = (Rolbekleding(Rol.INWONER),)
    return Actor(
        account.regio_id,
        account.pk,
        account.naam,
        rollen,
        vanwaar=vanwaar,
        inwoner=str(nu_in(account.regio_id, account.inwoner)),
    )


def nu_in(regio: str, inwoner: UUID) -> UUID:
    """The registration in which somebody's facts stand now: their own, or the one that theirs became part of."""
    with als(Actor(regio, None, "Voordeur", inwoner=str(inwoner))):
        verder = Inwoner.objects.filter(pk=inwoner).values_list("opgegaan_in", flat=True).first()
    return nu_in(regio, verder) if verder else inwoner
