"""A region that works by one of the five agreements: colleges, mandates, providers and staff with real accounts."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

import pytest
from psycopg.types.range import Range as DateRange
from pytest_django import DjangoDbBlocker

from voordeur.inwoner.accounts import actor_van_inwoner
from voordeur.kern.accounts import actor_van
from voordeur.kern.actor import Actor, Rol, Rolbekleding, als
from voordeur.kern.models import Aanstelling, Account, College, Mandaatregel, Organisatie, Regio
from voordeur.regelingen.laden import nieuwste
from voordeur.regelingen.schema import Regeling

ALTIJD = DateRange(date(2015, 1, 1), None)
PEILDAG = date(2026, 3, 2)
CENTRUM = {
    "consulent": Rol.CONSULENT,
    "consulent2": Rol.CONSULENT,
    "teamleider": Rol.TEAMLEIDER,
    "contractbeheerder": Rol.CONTRACTBEHEERDER,
    "controller": Rol.CONTROLLER,
    "controller2": Rol.CONTROLLER,
    "bestuurder": Rol.BESTUURDER,
    "toezichthouder": Rol.TOEZICHTHOUDER,
    "beheerder": Rol.FUNCTIONEEL_BEHEERDER,
}


@dataclass
class Stad:
    """The region, its agreement, two municipalities beside the centre, two providers, and who works there by name."""

    regio: str
    regeling: Regeling
    centrum: str
    gemeente: str
    andere_gemeente: str
    aanbieder: int
    andere_aanbieder: int
    accounts: dict[str, Account] = field(default_factory=dict)

    def als(self, wie: str) -> Actor:
        """The actor of a member of the cast: 'consulent', 'lokaal', 'aanbieder'."""
        account = self.accounts[wie]
        if account.soort == Account.Soort.INWONER:
            return actor_van_inwoner(account, vanwaar="test")
        return actor_van(account, vanwaar="test")


def bouw_stad(regeling_id: str, dag: date = PEILDAG) -> Stad:
    """A region that nobody else uses; the centre has every power of the other colleges."""
    regeling = nieuwste(regeling_id)
    partijen = regeling.gemeenten_op(dag)
    id_ = f"{regeling_id}-{uuid.uuid4().hex[:8]}"
    Regio.objects.create(id=id_, naam=f"Regio {regeling.naam} {id_[-8:]}", regeling=regeling_id)
    codes = sorted(partijen, key=lambda code: (not partijen[code].centrum, code))
    bouwer = Actor(id_, None, "bouwer", (Rolbekleding(Rol.FUNCTIONEEL_BEHEERDER),), frozenset(codes), vanwaar="test")
    with als(bouwer):
        colleges = {code: _college(id_, code, partijen[code].naam, code == codes[0]) for code in codes}
        for code in codes[1:]:
            for macht in ("toegang", "verblijf", "inwoner", "geld"):
                _mandaat(id_, macht, colleges[code], colleges[codes[0]])
        een, twee = (Organisatie.objects.create(regio_id=id_, naam=naam, soort="aanbieder") for naam in ("Een", "Twee"))
        stad = Stad(id_, regeling, codes[0], codes[1], codes[2], een.pk, twee.pk)
        for naam, rol in CENTRUM.items():
            _in_dienst(stad, naam, rol, college=colleges[codes[0]])
        _in_dienst(stad, "lokaal", Rol.CONSULENT, college=colleges[codes[1]])
        _in_dienst(stad, "buur", Rol.CONSULENT, college=colleges[codes[2]])
        _in_dienst(stad, "aanbieder", Rol.AANBIEDER, organisatie=een)
        _in_dienst(stad, "andere_aanbieder", Rol.AANBIEDER, organisatie=twee)
        _in_dienst(stad, "opvang", Rol.OPVANGMEDEWERKER, organisatie=twee)
    return stad


@contextmanager
def alleen(*steden: Stad) -> Iterator[None]:
    """For what goes through all regions: only these, as other tests leave theirs behind."""
    alle, hier = Regio.objects, [stad.regio for stad in steden]
    with pytest.MonkeyPatch.context() as aanpassing:
        aanpassing.setattr(Regio.objects, "order_by", lambda *velden: alle.filter(pk__in=hier).order_by(*velden))
        yield


def _college(regio: str, code: str, naam: str, centrum: bool) -> College:
    adres = f"Postbus 1\n1234 AB {naam}"
    return College.objects.create(
        regio_id=regio, code=code, naam=naam, centrum=centrum, adres=adres, telefoon="14 0123"
    )


def _mandaat(regio: str, handeling: str, van: College, aan: College) -> None:
    Mandaatregel.objects.create(
        regio_id=regio, handeling=handeling, van=van, aan=aan, periode=ALTIJD, grond="proef/mandaat"
    )


def _in_dienst(
    stad: Stad, naam: str, rol: Rol, college: College | None = None, organisatie: Organisatie | None = None
) -> None:
    account = Account.objects.create_user(
        f"{naam}@{stad.regio}.test", "geheim", regio_id=stad.regio, naam=naam.capitalize(), telefoon="0123 456 789",
        functie=rol.value,
    )  # fmt: skip
    Aanstelling.objects.create(
        regio_id=stad.regio, account=account, rol=rol.value, college=college, organisatie=organisatie, periode=ALTIJD
    )
    stad.accounts[naam] = account


@pytest.fixture
def stad(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Callable[[str], Stad]]:
    """Makes a region by an agreement: `stad("enschede")`."""
    with django_db_blocker.unblock():
        yield bouw_stad
