"""What the manager of the system looks after: who may do what, which powers there are, the seal on the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from voordeur.berichten.actions import systeem
from voordeur.kern.actor import als
from voordeur.kern.models import Aanstelling, Account, Journaalregel, Mandaatregel, Zegel
from voordeur.kern.perioden import gesloten
from voordeur.regels.verwoorden import schrijf_datum


def accounts(regio: str) -> QuerySet[Account]:
    """Every account of a region with its appointments, by name."""
    aanstellingen = Aanstelling.objects.select_related("college", "organisatie").order_by("rol", "id")
    gezocht = Account.objects.filter(regio_id=regio, soort=Account.Soort.MEDEWERKER).prefetch_related(
        Prefetch("aanstellingen", aanstellingen)
    )
    return gezocht.order_by("naam", "id")


@dataclass(frozen=True)
class Accountregel:
    """An account as a row: who, and which roles where and when."""

    naam: str
    email: str
    actief: bool
    rollen: tuple[str, ...]


def als_regel(account: Account) -> Accountregel:
    """The row of an account whose appointments have been fetched."""
    rollen = tuple(_rol(deel) for deel in account.aanstellingen.all())
    return Accountregel(account.naam, account.email, account.is_active, rollen)


def _rol(deel: Aanstelling) -> str:
    waar = deel.college.naam if deel.college else deel.organisatie.naam if deel.organisatie else ""
    return f"{deel.rol.capitalize()}, {waar}, {_wanneer(deel.periode)}"


def _wanneer(periode: Any) -> str:
    dagen = gesloten(periode)
    einde = f" tot en met {schrijf_datum(dagen.tot)}" if dagen.tot else ""
    return f"sinds {schrijf_datum(dagen.van)}{einde}"


@dataclass(frozen=True)
class Mandaatrij:
    """A power that a college or an organisation has of others."""

    handeling: str
    van: str
    aan: str
    wanneer: str


def mandaten(op: date) -> list[Mandaatrij]:
    """The powers of a day, by the action they are for."""
    gezocht = Mandaatregel.objects.filter(periode__contains=op).select_related("van", "aan", "aan_organisatie")
    van: dict[tuple[str, str, str], list[str]] = {}
    for deel in gezocht.order_by("handeling", "van__naam", "id"):
        aan = deel.aan or deel.aan_organisatie
        assert aan is not None
        van.setdefault((deel.handeling, aan.naam, _wanneer(deel.periode)), []).append(deel.van.naam)
    return [Mandaatrij(handeling, ", ".join(namen), aan, wanneer) for (handeling, aan, wanneer), namen in van.items()]


@dataclass(frozen=True)
class Zegelstand:
    """How far the journal of a region is sealed."""

    regels: int
    verzegeld: int
    laatst: datetime | None

    @property
    def open(self) -> int:
        return self.regels - self.verzegeld


def zegelstand(regio: str) -> Zegelstand:
    """Counted now; whether the seals are whole is what `voordeur journaal controleer` tells."""
    # counted as the system: what is hidden from somebody is sealed as well, and would be missed in the difference
    with als(systeem(regio)):
        zegels = Zegel.objects.filter(regio_id=regio)
        laatste = zegels.order_by("-nummer").first()
        regels = Journaalregel.objects.filter(regio_id=regio).count()
        return Zegelstand(regels, zegels.count(), laatste.om if laatste else None)
