"""A thing that a person does: one function, in one transaction, with mandate check and journal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections

from voordeur.regels.uitkomst import Uitkomst

from .actor import Actor, Rol, als
from .fouten import Geweigerd
from .journaal import APART, schrijf
from .mandaten import eis_mandaat
from .mensenwerk import eis_mens
from .models import Journaalregel

T = TypeVar("T")
P = ParamSpec("P")


class VanCollege(Protocol):
    """Something that a college is about; `college_code` is its CBS code."""

    @property
    def college_code(self) -> str: ...


D = TypeVar("D", bound=VanCollege)


@dataclass(frozen=True)
class Gedaan(Generic[T]):
    """What was made, and why."""

    object: T
    uitkomst: Uitkomst[Any] | None = None


@dataclass(frozen=True)
class Handelingsgegevens:
    """An action as the mandate register and the screens know it."""

    naam: str
    rollen: frozenset[Rol]
    uitleg: str = field(compare=False, default="")


_GEDAAN: ContextVar[list[object] | None] = ContextVar("gedaan", default=None)
REGISTER: dict[str, Handelingsgegevens] = {}


@contextmanager
def wat_gedaan_is() -> Iterator[list[object]]:
    """The objects of the actions that are done in here, for who cannot see what an action in between gave."""
    gedaan: list[object] = []
    merk = _GEDAAN.set(gedaan)
    try:
        yield gedaan
    finally:
        _GEDAAN.reset(merk)


def _onthoud(wat: object) -> None:
    gedaan = _GEDAAN.get()
    if gedaan is not None:
        gedaan.extend(wat if isinstance(wat, tuple) else (wat,))


def handeling(naam: str, rollen: Collection[Rol]) -> Callable[..., Any]:
    """Make a function an action. Its first arguments are who acts and what it is done to; `op` is the legal day.

    It runs in one transaction of the one who acts, checks the mandate for the college concerned, checks the deferred
    constraints at once, and writes the journal. A refusal changes nothing and is journaled in a transaction of its own.
    """

    def versier(functie: Callable[Concatenate[Actor, D, P], Gedaan[T]]) -> Callable[..., Gedaan[T]]:
        gegevens = Handelingsgegevens(naam, frozenset(rollen), (functie.__doc__ or "").split("\n")[0])
        REGISTER[naam] = gegevens

        @wraps(functie)
        def doe(wie: Actor, doel: D, *delen: P.args, **velden: P.kwargs) -> Gedaan[T]:
            op = velden.get("op")
            assert isinstance(op, date)
            try:
                with als(wie):
                    # the case that a refusal will name is read now: after it nobody acts any more
                    getattr(doel, "betreft", "")
                    eis_mens(wie, naam)
                    rol = eis_mandaat(wie, naam, doel.college_code, gegevens.rollen, op, *_van_wie(doel))
                    gedaan = functie(wie, doel, *delen, **velden)
                    _controleer_uitgestelde_eisen()
                    voor = rol.voor or voor_wie(wie, doel, op)
                    schrijf(wie, naam, op, gedaan.object, doel.college_code, rol.rol, gedaan.uitkomst, voor=voor)
                    _onthoud(gedaan.object)
                    return gedaan
            except Geweigerd as weigering:
                journaal_weigering(wie, naam, op, doel, weigering)
                raise

        return doe

    return versier


def _van_wie(doel: object) -> tuple[str | None, str | None]:
    """The provider and the resident that an object is of, for who acts for a provider or on a file of their own."""
    aanbieder, inwoner = getattr(doel, "aanbieder_id", None), getattr(doel, "inwoner_id", None)
    return None if aanbieder is None else str(aanbieder), None if inwoner is None else str(inwoner)


def voor_wie(wie: Actor, doel: object, op: date) -> int | None:
    """Whom somebody stands in for in this: the handler of the dossier, when that is whom they replace that day."""
    vervangt = wie.vervangt_op(op)
    if not vervangt:
        return None
    behandelaar = getattr(doel, "behandelaar", None) or getattr(getattr(doel, "dossier", None), "behandelaar", None)
    return behandelaar if behandelaar in vervangt else None


def _controleer_uitgestelde_eisen() -> None:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def journaal_weigering(wie: Actor, naam: str, op: date, doel: VanCollege, weigering: Geweigerd) -> None:
    """Keep a refusal, also when the transaction around it is rolled back."""
    with als(wie, using=APART):
        schrijf(
            wie, naam, op, doel, doel.college_code, "", None,
            uitslag=Journaalregel.Uitslag.GEWEIGERD, reden=weigering.voor_journaal, using=APART,
        )  # fmt: skip
