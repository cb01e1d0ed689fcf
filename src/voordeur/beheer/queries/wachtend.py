"""What waits in management for the agreement of a second person, for who can give it: in the menu and the work list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet, Value

from voordeur.kern.actor import Actor, Rol, geheugen
from voordeur.kern.models import Beleidswaarde
from voordeur.kern.queries import centrum

from ..actions import beleid, herstel, inlezen, mandaten, nood_tweede
from ..models import Eindevoorstel, Inleesset, Versievoorstel
from .tweede import herstellen, mandaatvoorstellen, noodverzoeken

TE_BEVESTIGEN = "beheer:te_bevestigen"


@dataclass(frozen=True)
class Soort:
    """A kind of thing that waits: how it is called, what to do, its list in the menu, its page, who can agree.

    `door`: the field with the account that asked. `van_centrum`: only the centrumgemeente agrees.
    """

    naam: str
    actie: str
    lijst: str
    scherm: str
    rollen: frozenset[Rol]
    rijen: Callable[[], QuerySet[Any]]
    door: str
    van_centrum: bool = False


def _open_beleid(model: type[Beleidswaarde] | type[Eindevoorstel]) -> Callable[[], QuerySet[Any]]:
    return lambda: model._default_manager.filter(vastgesteld_op=None, afgewezen_op=None)


def _van_beleid(naam: str, actie: str, scherm: str, rijen: Callable[[], QuerySet[Any]]) -> Soort:
    return Soort(naam, actie, "beheer:beleid", scherm, beleid.VASTSTELLERS, rijen, "voorbereid_door", van_centrum=True)


SOORTEN: tuple[Soort, ...] = (
    Soort("Noodtoegang", "Bevestig of weiger", TE_BEVESTIGEN, "beheer:nood_bevestigen", nood_tweede.TWEEDE,
          noodverzoeken, "account_id"),
    Soort("Code voor een collega", "Bevestig of weiger", TE_BEVESTIGEN, "beheer:code_bevestigen", herstel.TWEEDE,
          herstellen, "gemaakt_door"),
    Soort("Mandaat", "Bevestig of weiger", TE_BEVESTIGEN, "beheer:mandaat_bevestigen", mandaten.TWEEDE,
          mandaatvoorstellen, "gevraagd_door"),
    Soort("Inlezen", "Bekijk de rijen en laat inlezen", "beheer:inlezen", "beheer:inlezen_set", inlezen.TWEEDE,
          lambda: Inleesset.objects.filter(stand=Inleesset.Stand.AANGEBODEN), "aangeboden_door", van_centrum=True),
    _van_beleid("Voorstel voor beleid", "Stel vast of wijs af", "beheer:beleid_waarde", _open_beleid(Beleidswaarde)),
    _van_beleid("Beleid dat stopt", "Stel vast of wijs af", "beheer:beleid_einde", _open_beleid(Eindevoorstel)),
    _van_beleid("Nieuwe versie van de regeling", "Bevestig of wijs af", "beheer:versie",
                lambda: Versievoorstel.objects.filter(bevestigd_op=None, afgewezen_op=None)),
)  # fmt: skip


@dataclass(frozen=True)
class Wachtend:
    """One thing that waits."""

    soort: Soort
    pk: int


def wacht_op_akkoord(wie: Actor, op: date) -> list[Wachtend]:
    """What somebody can agree to on a day; not what they asked themselves. One question, a second when there is any.

    The menu and the work list ask it in the same transaction: the second of them gets what the first one found.
    """
    onthouden, vak = geheugen(), f"akkoord {wie.account} {op}"
    if vak not in onthouden:
        onthouden[vak] = _zoek(wie, op)
    gevonden: list[Wachtend] = onthouden[vak]
    return gevonden


def _zoek(wie: Actor, op: date) -> list[Wachtend]:
    rollen = [deel for deel in wie.rollen_op(op) if not deel.alleen_lezen]
    mogelijk = [nr for nr, soort in enumerate(SOORTEN) if any(deel.rol in soort.rollen for deel in rollen)]
    if not mogelijk:
        return []
    eerste, *andere = (_kaal(nr) for nr in mogelijk)
    gevonden = eerste.union(*andere, all=True) if andere else eerste
    anders = [(nr, pk) for nr, pk, door in sorted(gevonden) if not wie.staat_voor(door, op)]
    if not any(SOORTEN[nr].van_centrum for nr, _ in anders):
        return [Wachtend(SOORTEN[nr], pk) for nr, pk in anders]
    code = centrum(wie.regio).code
    van_centrum = {deel.rol for deel in rollen if deel.college == code}
    return [
        Wachtend(SOORTEN[nr], pk)
        for nr, pk in anders
        if not SOORTEN[nr].van_centrum or van_centrum & SOORTEN[nr].rollen
    ]


def _kaal(nr: int) -> QuerySet[Any, Any]:
    """The rows of a kind as its number, their id and who asked."""
    soort = SOORTEN[nr]
    rijen = soort.rijen().order_by().select_related(None)
    kaal: QuerySet[Any, Any] = rijen.annotate(nr=Value(nr), door=F(soort.door)).values_list("nr", "pk", "door")
    return kaal
