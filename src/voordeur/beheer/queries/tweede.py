"""What waits for a second person: new codes, mandates, emergency access. And what was done with one's own account."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from voordeur.kern.actor import Actor, als
from voordeur.kern.models import Account, Noodtoegang
from voordeur.kern.queries import namen_van_accounts
from voordeur.regels.verwoorden import schrijf_datum

from ..actions.nood_tweede import ZO_LANG
from ..models import Mandaatvoorstel, Noodverzoek, Uitnodiging

# how long somebody reads at each login that another made a code for their account
TE_LEZEN = timedelta(days=30)


def herstellen() -> QuerySet[Uitnodiging]:
    """The codes that wait, the oldest first."""
    wacht = Uitnodiging.objects.filter(herstel=True, klaar_om=None, bevestigd_door=None)
    return wacht.select_related("account").order_by("id")


def mandaatvoorstellen() -> QuerySet[Mandaatvoorstel]:
    """The mandates that wait, the oldest first."""
    wacht = Mandaatvoorstel.objects.filter(akkoord=None)
    return wacht.select_related("van", "aan", "aan_organisatie").order_by("id")


def noodverzoeken() -> QuerySet[Noodverzoek]:
    """The emergencies that wait, the newest first; after a day they are over."""
    wacht = Noodverzoek.objects.filter(akkoord=None, gevraagd_om__gt=Now() - ZO_LANG)
    return wacht.select_related("account").order_by("-id")


def eigen_noodverzoeken(wie: Actor) -> QuerySet[Noodverzoek]:
    """What somebody asked in the last day, the newest first."""
    return Noodverzoek.objects.filter(account=wie.account or 0, gevraagd_om__gt=Now() - ZO_LANG).order_by("-id")


def open_noden(wie: Actor) -> QuerySet[Noodtoegang]:
    """The dossiers that somebody may read in an emergency now."""
    return Noodtoegang.objects.filter(account=wie.account or 0, tot__gt=Now()).order_by("-id")


def zinnen_over_code(account: Account) -> list[str]:
    """What the owner of an account reads about the codes that others made for it in the last month."""
    with als(Actor(account.regio_id, account.pk, account.naam)):
        recent = Uitnodiging.objects.filter(account=account, herstel=True, gemaakt_om__gt=Now() - TE_LEZEN)
        gemaakt = list(recent.filter(Q(klaar_om=None) | Q(gebruikt_om__isnull=False)).order_by("id"))
        namen = namen_van_accounts(nummer for deel in gemaakt for nummer in (deel.gemaakt_door, deel.bevestigd_door))
    return [_zin(deel, namen) for deel in gemaakt]


def _zin(code: Uitnodiging, namen: dict[int, str]) -> str:
    door, ook = namen.get(code.gemaakt_door, "een beheerder"), namen.get(code.bevestigd_door or 0, "")
    bevestigd = f" {ook} bevestigde dat." if ook else ""
    gekozen = " Met die code is een nieuw wachtwoord gekozen." if code.gebruikt_om else ""
    dag = schrijf_datum(code.gemaakt_om.date())
    vraag = "Vroeg u dat niet zelf? Bel dan nu uw teamleider."
    return f"Op {dag} maakte {door} een code voor uw account.{bevestigd}{gekozen} {vraag}"
