"""How far each resident of the demo comes, and on which days: planned back from today, so that every stage is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from .agenda import werkdag


class Lot(StrEnum):
    """Where somebody is today."""

    GEMELD = "gemeld"
    ONDERZOEK = "onderzoek"
    AANVRAAG = "aanvraag"
    VOORSTEL = "voorstel"
    WACHT = "wacht"
    VERBLIJF = "verblijf"
    VERTROKKEN = "vertrokken"
    AFGEWEZEN = "afgewezen"


class Bijzonder(StrEnum):
    """What goes otherwise with somebody."""

    TE_LAAT = "te laat"
    STIL = "stil"
    VAN_ELDERS = "van elders"
    NAAR_ELDERS = "naar elders"
    SPOED = "spoed"
    FORENSISCH = "forensisch"
    BEZWAAR = "bezwaar"


# of sixty residents; with fewer each lot keeps at least one, and who stays takes the rest
VAN_ZESTIG = {
    Lot.GEMELD: 4, Lot.ONDERZOEK: 8, Lot.AANVRAAG: 4, Lot.VOORSTEL: 4, Lot.WACHT: 6, Lot.VERTROKKEN: 7,
    Lot.AFGEWEZEN: 5,
}  # fmt: skip
ZESTIG = 60
# how many days ago the report, the application, the proposal or the decision was; in turn. 42 and 14 end today.
GELEDEN = {
    Lot.GEMELD: (0, 1, 4, 6),
    Lot.ONDERZOEK: (50, 42, 41, 36, 29, 20, 12, 8),
    Lot.AANVRAAG: (80, 14, 9, 3),
    Lot.VOORSTEL: (3, 1, 0, 2),
    Lot.WACHT: (80, 4, 45, 12, 25, 60),
}
# with whom of a lot, by turn; -1: the last, who came most recently
BIJZONDER = {
    (Lot.AANVRAAG, 0): Bijzonder.TE_LAAT, (Lot.AANVRAAG, 2): Bijzonder.STIL, (Lot.ONDERZOEK, 3): Bijzonder.VAN_ELDERS,
    (Lot.ONDERZOEK, 5): Bijzonder.SPOED, (Lot.ONDERZOEK, 6): Bijzonder.FORENSISCH,
    (Lot.VERBLIJF, 1): Bijzonder.NAAR_ELDERS, (Lot.AFGEWEZEN, -1): Bijzonder.BEZWAAR,
}  # fmt: skip
BEVESTIGEN, ONDERZOEKEN, AANVRAGEN, VOORBEREIDEN, NEMEN = (1, 3), (14, 33), (2, 6), (3, 7), (1, 3)
LANGSTE_WEG = 120  # days from report to stay
KORTSTE_VERBLIJF, LANGSTE_VERBLIJF = 90, 330
NET_AFGEWEZEN = timedelta(days=90)  # the last refusal: reported so long ago, so that an objection to it is open
TE_LAAT = 4  # the last but so many of a lot: it came some months ago
# how the reports of who is through are spread: above one more of them came early, so that houses are full soon
VROEG = 1.5


@dataclass
class Plan:
    """The days on which the steps of one resident are taken; a step that is not in it is not taken."""

    lot: Lot
    gemeld: date
    bevestigd: date | None = None
    onderzocht: date | None = None
    aangevraagd: date | None = None
    voorbereid: date | None = None
    besloten: date | None = None
    geplaatst: date | None = None
    plan_binnen: date | None = None
    vertrokken: date | None = None
    teruggestuurd: bool = field(default=False, init=False)
    bijzonder: Bijzonder | None = field(default=None, init=False)


def loten(aantal: int) -> list[Lot]:
    """The lots of so many residents, mixed in a fixed way."""
    per = {lot: max(1, deel * aantal // ZESTIG) for lot, deel in VAN_ZESTIG.items()}
    kort = list(per)[: max(0, aantal)] if aantal < len(per) else list(per)
    alle = [lot for lot in kort for _ in range(per[lot])][:aantal]
    return alle + [Lot.VERBLIJF] * (aantal - len(alle))


def plannen(aantal: int, sinds: date, vandaag: date, kans: Random) -> Iterator[Plan]:
    """The plan of each resident; all days lie between `sinds` and today."""
    gehad: dict[Lot, int] = {}
    tellen = loten(aantal)
    for lot in tellen:
        beurt = gehad.get(lot, 0)
        gehad[lot] = beurt + 1
        plan = _plan(lot, beurt, tellen.count(lot), sinds, vandaag, kans)
        plan.bijzonder = BIJZONDER.get((lot, beurt)) or BIJZONDER.get((lot, beurt - tellen.count(lot)))
        yield plan


def _plan(lot: Lot, beurt: int, van: int, sinds: date, vandaag: date, kans: Random) -> Plan:
    if lot not in GELEDEN:
        return _afgerond(lot, beurt, van, sinds, vandaag, kans)
    geleden = timedelta(days=GELEDEN[lot][beurt % len(GELEDEN[lot])])
    voorlopers = {Lot.AANVRAAG: 32, Lot.VOORSTEL: 40, Lot.WACHT: 45}
    plan = _weg(lot, vandaag - geleden - timedelta(days=voorlopers.get(lot, 0)), kans)
    dag = vandaag - geleden
    if lot is Lot.AANVRAAG:
        plan.aangevraagd = dag
    elif lot is Lot.VOORSTEL:
        plan.voorbereid, plan.teruggestuurd = dag, beurt == 1
    elif lot is Lot.WACHT:
        plan.besloten = max(werkdag(dag) if werkdag(dag) <= vandaag else dag, plan.voorbereid or dag)
    return _tot(plan, vandaag)


def _afgerond(lot: Lot, beurt: int, van: int, sinds: date, vandaag: date, kans: Random) -> Plan:
    """Who is through: spread over the whole time; whoever left came early enough to have stayed."""
    nodig = LANGSTE_WEG + (KORTSTE_VERBLIJF + 30 if lot is Lot.VERTROKKEN else 0)
    ruimte = max(1, (vandaag - sinds).days - nodig)
    dagen = min(ruimte, int(ruimte * (beurt / van) ** VROEG) + kans.randrange(12))
    net_afgewezen = lot is Lot.AFGEWEZEN and beurt == van - 1
    plan = _weg(lot, vandaag - NET_AFGEWEZEN if net_afgewezen else sinds + timedelta(days=dagen), kans)
    if lot is not Lot.AFGEWEZEN:
        assert plan.besloten is not None
        plan.geplaatst = werkdag(plan.besloten + timedelta(days=kans.randrange(4, 35)))
        # most plans come within the two months, some later, one of a lot is still waited for
        plan.plan_binnen = plan.geplaatst + timedelta(days=kans.randint(20, 70)) if beurt != van - TE_LAAT else None
    if lot is Lot.VERTROKKEN:
        assert plan.geplaatst is not None
        langste = min(LANGSTE_VERBLIJF, (vandaag - plan.geplaatst).days - 1)
        plan.vertrokken = plan.geplaatst + timedelta(days=kans.randint(min(KORTSTE_VERBLIJF, langste), langste))
    return plan


def _weg(lot: Lot, gemeld: date, kans: Random) -> Plan:
    """The whole way from a report on; the caller takes off what has not come yet."""
    dagen = [gemeld]
    for kortst, langst in (BEVESTIGEN, ONDERZOEKEN, AANVRAGEN, VOORBEREIDEN, NEMEN):
        dagen.append(werkdag(dagen[-1] + timedelta(days=kans.randint(kortst, langst))))
    return Plan(lot, *dagen)


VELDEN = ("bevestigd", "onderzocht", "aangevraagd", "voorbereid", "besloten")
LAATSTE = {Lot.GEMELD: 0, Lot.ONDERZOEK: 1, Lot.AANVRAAG: 3, Lot.VOORSTEL: 4, Lot.WACHT: 5}


def _tot(plan: Plan, vandaag: date) -> Plan:
    """Only the steps of this lot, in order, none after today."""
    for plaats, veld in enumerate(VELDEN, start=1):
        if plaats > LAATSTE[plan.lot]:
            setattr(plan, veld, None)
    volgende = vandaag
    for veld in reversed(VELDEN):
        if (dag := getattr(plan, veld)) is not None:
            volgende = min(dag, volgende)
            setattr(plan, veld, volgende)
    plan.gemeld = min(plan.gemeld, volgende)
    return plan
