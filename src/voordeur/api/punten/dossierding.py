"""A dossier, and what is in it, as the steps of the API change them."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model, QuerySet
from ninja import Router

from voordeur.toegang.models import Dossier
from voordeur.toegang.queries import dossier_of_404

from ..deur import Vraag
from ..stappen import Bak, Ding, Scherm, stap, vergrendel
from ..versies import Stand
from ..vormen import Vorm

# the last part of an address, the name of the operation, what it does, the last part of its screen, its shape
Stapregel = tuple[str, str, str, str, Vorm]


def pad_van(nummer: str) -> str:
    """Where a dossier stands."""
    return f"/v1/dossiers/{nummer}"


def stand_van(dossier: Dossier) -> dict[str, Any]:
    """What a caller saw of a dossier."""
    velden = ("versie", "stap", "behandelaar", "bevestigd_op", "onderzocht_op", "aangevraagd_op", "afgesloten_op",
              "nodig_op", "spoed")  # fmt: skip
    return {naam: getattr(dossier, naam) for naam in velden}


def _dossier(_: Vraag, nummer: str, **__: Any) -> Dossier:
    return dossier_of_404(nummer)


def _vast(_: Vraag, nummer: str, **__: Any) -> Dossier:
    gevonden: Dossier = vergrendel(Dossier.objects.all(), nummer=nummer)
    return gevonden


DOSSIER = Ding(_dossier, stand_van, lambda dossier: pad_van(dossier.nummer))


def scherm(naam: str, pk: str = "") -> Scherm:
    """The screen of a step in a dossier; `pk`: the part of our address that is the id of something in it."""

    def pad(_: Any, delen: Any) -> dict[str, Any]:
        return {"pk" if deel == pk else deel: waarde for deel, waarde in delen.items()}

    return Scherm(naam, pad, lambda deze: {"versie": getattr(deze, "dossier", deze).versie})


def in_dossier(soort: type[Model], deel: str, meervoud: str, *velden: str, lijst: bool = True) -> Ding:
    """Something in a dossier: `deel` of the address is its id, `velden` are what a caller saw of it.

    `lijst`: whether a dossier has a list of its own of these.
    """

    def zoek(_: Vraag, nummer: str, **delen: Any) -> Any:
        gezocht = soort._default_manager.select_related("dossier").filter(dossier__nummer=nummer)
        return vergrendel(gezocht, pk=delen[deel])

    def stand(deze: Any) -> Stand:
        return {naam: waarde if waarde is None or isinstance(waarde, (bool, int)) else str(waarde)
                for naam in velden for waarde in [getattr(deze, naam)]}  # fmt: skip

    def waar(deze: Any) -> str:
        return f"{pad_van(deze.dossier.nummer)}/{meervoud}" if lijst else f"/v1/{meervoud}"

    return Ding(zoek, stand, lambda deze: f"{pad_van(deze.dossier.nummer)}/{meervoud}/{deze.pk}", waar)


def stappen_in(router: Router, pad: str, stappen: Iterable[Stapregel], ding: Ding, begin: str, pk: str = "") -> None:
    """The steps below one address, each by the screen whose name starts with `begin`; `pk`: as of `scherm`."""
    for deel, id_, kop, naam, vorm in stappen:
        stap(router, f"{pad}/{deel}", id=id_, kop=kop, scherm=scherm(f"{begin}{naam}", pk), vorm=vorm, ding=ding)


def bak_van(soort: type[Model], pad: Callable[[Any], str]) -> Bak:
    """Where something new in a dossier comes."""

    def nieuw(_: Vraag, dossier: Dossier) -> QuerySet[Any]:
        return soort._default_manager.filter(dossier=dossier)

    return Bak(_vast, nieuw, lambda deze: str(deze.pk), pad)


def rijen_van(soort: type[Model]) -> Callable[..., QuerySet[Any]]:
    """What a dossier has of a kind."""

    def zoek(_: Vraag, nummer: str) -> QuerySet[Any]:
        return soort._default_manager.select_related("dossier").filter(dossier=dossier_of_404(nummer))

    return zoek
