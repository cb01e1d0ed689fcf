"""Who acts: set for one transaction, for web, command line, worker and tests alike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction


class Rol(StrEnum):
    """What somebody is appointed to do."""

    CONSULENT = "consulent"
    TEAMLEIDER = "teamleider"
    CONTRACTBEHEERDER = "contractbeheerder"
    CONTROLLER = "controller"
    BESTUURDER = "bestuurder"
    TOEZICHTHOUDER = "toezichthouder"
    AANBIEDER = "aanbieder"
    OPVANGMEDEWERKER = "opvangmedewerker"
    FUNCTIONEEL_BEHEERDER = "functioneel beheerder"
    # who it is about, and who helps them: by their own file, never by an appointment
    INWONER = "inwoner"
    GEMACHTIGDE = "gemachtigde"


VAN_DE_INWONER = frozenset({Rol.INWONER, Rol.GEMACHTIGDE})
MEDEWERKERS = frozenset(Rol) - VAN_DE_INWONER


@dataclass(frozen=True)
class Rolbekleding:
    """A role in a college (by code) or a provider (by id), between two days, both included.

    `toegang`: an access organisation (by id), that acts for the colleges that gave it their mandate. `voor`: the
    account whose role it is, for who stands in for somebody. `alleen_lezen`: opens pages, and carries out no action.
    """

    rol: Rol
    college: str | None = None
    aanbieder: str | None = None
    van: date = date.min
    tot: date = date.max
    toegang: str | None = None
    voor: int | None = None
    alleen_lezen: bool = False

    def geldt_op(self, dag: date) -> bool:
        return self.van <= dag <= self.tot


@dataclass(frozen=True)
class Actor:
    """Somebody at work in one region. `account` None is the system itself; `vanwaar`: web, cli, werker, test.

    `inwoner`: the id of the resident whose own file this is, for that resident and for who helps them. `noodtoegang`:
    the emergency access (by id) under which this actor reads one dossier, and does nothing else.
    """

    regio: str
    account: int | None
    naam: str
    rollen: tuple[Rolbekleding, ...] = ()
    colleges: frozenset[str] = frozenset()
    aanbieder: str | None = None
    vanwaar: str = "web"
    inwoner: str | None = None
    noodtoegang: int | None = None

    def rollen_op(self, dag: date) -> tuple[Rolbekleding, ...]:
        return tuple(deel for deel in self.rollen if deel.geldt_op(dag))

    def vervangt_op(self, dag: date) -> frozenset[int]:
        """The accounts that this actor stands in for on a day."""
        return frozenset(deel.voor for deel in self.rollen_op(dag) if deel.voor is not None)

    def personen_op(self, dag: date) -> frozenset[int]:
        """Whose work this is on a day: one's own account, and those one stands in for."""
        eigen = frozenset() if self.account is None else frozenset({self.account})
        return eigen | self.vervangt_op(dag)

    def staat_voor(self, account: int | None, dag: date) -> bool:
        """Whether an account counts as the same person for four eyes: oneself, or whom one stands in for that day."""
        return account is not None and account in self.personen_op(dag)


_ACTOR: ContextVar[Actor | None] = ContextVar("actor", default=None)

# what was read once in a transaction and holds for all of it
_GEHEUGEN: ContextVar[dict[str, Any] | None] = ContextVar("geheugen", default=None)

SCHEIDING = ","


def huidige_actor() -> Actor | None:
    """Who acts now; None outside `als`."""
    return _ACTOR.get()


def geheugen() -> dict[str, Any]:
    """What this transaction remembers; outside one nothing is kept."""
    onthouden = _GEHEUGEN.get()
    return {} if onthouden is None else onthouden


@contextmanager
def als(actor: Actor, using: str = DEFAULT_DB_ALIAS) -> Iterator[Actor]:
    """Act as somebody, in one transaction. The settings end with it, so that no connection keeps them."""
    with transaction.atomic(using=using):
        vorige = _ACTOR.get()
        merk = _ACTOR.set(actor)
        vers = _GEHEUGEN.set({}) if vorige is None else None
        _zet(actor, using)
        try:
            yield actor
        except BaseException:
            geheugen().clear()
            raise
        finally:
            if vers is not None:
                _GEHEUGEN.reset(vers)
            _ACTOR.reset(merk)
            if vorige is not None and not connections[using].needs_rollback:
                _zet(vorige, using)


def instellingen(actor: Actor) -> dict[str, str]:
    """What the database is told of the one who acts, by the name of the setting."""
    return {
        "voordeur.regio": actor.regio,
        "voordeur.account": str(actor.account or ""),
        "voordeur.colleges": SCHEIDING.join(sorted(actor.colleges)),
        "voordeur.aanbieder": actor.aanbieder or "",
        "voordeur.inwoner": actor.inwoner or "",
        "voordeur.noodtoegang": str(actor.noodtoegang or ""),
    }


@contextmanager
def als_teller() -> Iterator[Actor]:
    """Count for who acts, with nobody hidden: the region's figures are of everybody. Only numbers may leave the block.

    The colleges stay as they are. Raises LookupError outside `als`.
    """
    wie = huidige_actor()
    if wie is None:
        raise LookupError("niemand handelt: zet eerst wie er telt")
    zelf = Actor(wie.regio, None, "Voordeur", colleges=wie.colleges, vanwaar=wie.vanwaar)
    with als(zelf):
        yield zelf


def _zet(actor: Actor, using: str) -> None:
    waarden = instellingen(actor)
    plaatsen = ", ".join("set_config(%s, %s, true)" for _ in waarden)
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT {plaatsen}", [deel for paar in waarden.items() for deel in paar])
