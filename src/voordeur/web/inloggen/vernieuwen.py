"""The secrets of second factors, packed anew with the main key in use."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from voordeur.kern.actor import Actor
from voordeur.kern.sleutels import verpak_opnieuw
from voordeur.kern.vernieuwen import vernieuwer

# where allauth keeps what it packed: of a telephone, and of the recovery codes
VERPAKT = ("secret", "seed")


@vernieuwer("tweede factoren")
def verpak_tweede_factoren(wie: Actor) -> int:
    """Every second factor of the accounts of a region. Raises SleutelOntbreekt."""
    factoren = list(Authenticator.objects.select_for_update().filter(user__regio_id=wie.regio).order_by("pk"))
    for factor in factoren:
        for veld in VERPAKT:
            if veld in factor.data:
                factor.data[veld] = verpak_opnieuw(factor.data[veld].encode()).decode()
        factor.save(update_fields=["data"])
    return len(factoren)
