"""Who a call is of: from the key in its header to the account it acts as, counted per minute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Now, TruncMinute
from django.http import HttpRequest

from voordeur.kern.accounts import actor_van
from voordeur.kern.actor import Actor, als
from voordeur.kern.models import Account

from .geheim import VORM, hash_van
from .models import Apisleutel
from .problemen import Probleem

MINUUT = 60


@dataclass(frozen=True)
class Toegang:
    """The key that was shown, and who acts by it."""

    sleutel: Apisleutel
    actor: Actor


def geen_toegang() -> Probleem:
    """The same answer for every key that does not open the door."""
    return Probleem(
        401, "geen-sleutel", "U bent niet aangemeld", "Stuur een geldige API-sleutel mee: Authorization: Bearer.",
        koppen={"WWW-Authenticate": 'Bearer realm="voordeur"'},
    )  # fmt: skip


def herken(request: HttpRequest, dag: date) -> Toegang:
    """Who acts, by the header Authorization only: no cookie opens this door. Raises Probleem (401, 429)."""
    soort, _, bewijs = request.headers.get("Authorization", "").partition(" ")
    delen = VORM.fullmatch(bewijs.strip())
    if soort.lower() != "bearer" or delen is None:
        raise geen_toegang()
    sleutel = _gebruik(delen[1], delen[2], delen[3], dag)
    if sleutel.aantal > settings.VOORDEUR_API_PER_MINUUT:
        raise Probleem(
            429, "te-vaak", "Te veel aanvragen", "U vraagt te veel in een minuut. Wacht even en probeer het dan weer.",
            koppen={"Retry-After": str(MINUUT)},
        )  # fmt: skip
    return Toegang(sleutel, actor_van(sleutel.account, vanwaar="api", op=dag))


def _gebruik(regio: str, nummer: str, geheim: str, dag: date) -> Apisleutel:
    """Count the use, in a transaction of its own that no refusal undoes; a key that does not hold is not there."""
    nu = TruncMinute(Now())
    with als(Actor(regio, None, "api", vanwaar="api")):
        deze = Apisleutel.objects.filter(
            Q(account__laatste_dag=None) | Q(account__laatste_dag__gte=dag),
            nummer=nummer, geheim=hash_van(geheim), beeindigd_op=None, bevestigd_op__isnull=False,
            van__lte=dag, tot__gte=dag,
            account__is_active=True, account__soort=Account.Soort.MEDEWERKER, account__regio=regio,
        )  # fmt: skip
        tel = Case(When(minuut=nu, then=F("aantal") + 1), default=Value(1))
        if not deze.update(aantal=tel, minuut=nu, laatst_gebruikt=Now()):
            raise geen_toegang()
        return Apisleutel.objects.select_related("account").get(nummer=nummer, regio_id=regio)
