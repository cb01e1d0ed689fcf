"""From the account of a resident to the one who acts: on the own file, and on no other."""

from __future__ import annotations

from voordeur.kern.actor import Actor, Rol, Rolbekleding
from voordeur.kern.models import Account


def actor_van_inwoner(account: Account, vanwaar: str = "web") -> Actor:
    """The actor of a resident. Without a file of their own (who only helps somebody) there is no role.

    The account carries no name: what is known of a resident stands under the resident's own key.
    """
    if account.inwoner is None:
        return Actor(account.regio_id, account.pk, account.naam, vanwaar=vanwaar)
    rollen = (Rolbekleding(Rol.INWONER),)
    return Actor(account.regio_id, account.pk, account.naam, rollen, vanwaar=vanwaar, inwoner=str(account.inwoner))
