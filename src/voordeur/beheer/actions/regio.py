"""Making a region out of the file of its agreement, and taking it away while nobody did anything in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, models

from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.beleid import regeling_id, vergeet
from voordeur.kern.fouten import Geweigerd, eis
from voordeur.kern.models import Aanstelling, Account, College, Mandaatregel, Organisatie, Regelingversie, Regio
from voordeur.kern.onderhoud import systeem
from voordeur.kern.perioden import half_open
from voordeur.regelingen.bestand import ontleed
from voordeur.regelingen.controle import fouten_in, maak_regeling
from voordeur.regelingen.machten import Gemachtigde, gemachtigden
from voordeur.regelingen.meldingen import Fout
from voordeur.regelingen.schema import Regeling

from ..regelingmandaten import mandaten_van

# what comes with a new region itself, in the order in which it goes
VAN_HET_BEGIN: tuple[type[models.Model], ...] = (Aanstelling, Mandaatregel, Organisatie, College, Regelingversie)


class RegioIsAnders(Geweigerd):
    """There is a region with this id, with another file or another first manager."""

    def __init__(self, regio: str, wat: str) -> None:
        super().__init__(f"De regio {regio} is er al, met {wat}.")


class RegioNietLeeg(Geweigerd):
    """Something was done in the region already."""

    def __init__(self, regio: str, wat: str) -> None:
        super().__init__(f"In de regio {regio} staat al iets ({wat}). Weghalen kan alleen als er niets is gedaan.")


class RegioOnbekend(Geweigerd):
    """There is no such region."""

    def __init__(self, regio: str) -> None:
        super().__init__(f"De regio {regio} is er niet.")


class MailInGebruik(Geweigerd):
    """Somebody else logs in with this address."""

    def __init__(self, mail: str) -> None:
        super().__init__(f"Met {mail} logt al iemand in. Kies een ander adres voor de eerste beheerder.")


@dataclass(frozen=True)
class Beheerder:
    """The first manager: the address to log in with, and the name."""

    mail: str
    naam: str


@dataclass(frozen=True)
class Nieuweregio:
    """The region and its first manager; `gemaakt` False: it was there already, just so.

    `wacht`: powers that the agreement gives to organisations that it does not name; these have to be added first.
    """

    regio: Regio
    beheerder: Account
    colleges: int
    mandaten: int
    gemaakt: bool
    wacht: tuple[Gemachtigde, ...] = ()


def fouten_voor_regio(inhoud: bytes) -> list[Fout]:
    """Everything that stands in the way of a region by this file: faults of the file, and what a region needs."""
    fouten = fouten_in(inhoud)
    return fouten or list(_wat_een_regio_mist(maak_regeling(ontleed(inhoud))))


def _wat_een_regio_mist(regeling: Regeling) -> Iterator[Fout]:
    if not regeling.gemeenten_op(regeling.versie):
        yield Fout("partijen", "een regio heeft op de eerste dag minstens een gemeente")
    elif regeling.centrumgemeente(regeling.versie) is None:
        yield Fout("partijen", "een regio heeft een centrumgemeente (centrum = true)")


def maak_regio(inhoud: bytes, beheerder: str, *, op: date, naam: str = "") -> Nieuweregio:
    """Make the region of a file without faults: colleges, mandates, the first manager, the file itself.

    `naam`: of that manager; without one it is what stands before the @ of the address. The same again changes nothing.
    Raises RegioIsAnders, MailInGebruik.
    """
    regeling = maak_regeling(ontleed(inhoud))
    with _als_inrichter(regeling.id, frozenset(regeling.gemeenten_op(regeling.versie))):
        bestaand = Regio.objects.filter(pk=regeling.id).first()
        if bestaand is not None:
            return _zoals_het_was(bestaand, inhoud, beheerder)
        eis(not Account.objects.filter(email__iexact=beheerder).exists(), MailInGebruik(beheerder))
        return _richt_in(regeling, inhoud, Beheerder(beheerder, naam or beheerder.partition("@")[0]), op)


@contextmanager
def _als_inrichter(regio: str, codes: frozenset[str]) -> Iterator[None]:
    """One at a time: two that make the same region do not meet half way."""
    with als(Actor(regio, None, "inrichting", colleges=codes, vanwaar="cli")):
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('regio inrichten'))")
        yield


def _zoals_het_was(regio: Regio, inhoud: bytes, beheerder: str) -> Nieuweregio:
    eerste = Regelingversie.objects.filter(regio=regio).order_by("id").first()
    eis(
        eerste is not None and eerste.hash == sha256(inhoud).hexdigest(),
        RegioIsAnders(regio.pk, "een ander bestand. Een nieuwe versie laadt u met: voordeur regeling laad"),
    )
    account = Account.objects.filter(regio=regio, email__iexact=beheerder).first()
    eis(account is not None, RegioIsAnders(regio.pk, "een andere eerste beheerder"))
    assert account is not None
    return Nieuweregio(regio, account, College.objects.count(), Mandaatregel.objects.count(), gemaakt=False)


def _richt_in(regeling: Regeling, inhoud: bytes, beheerder: Beheerder, op: date) -> Nieuweregio:
    gemeenten, centrum = regeling.gemeenten_op(regeling.versie), regeling.centrumgemeente(regeling.versie)
    assert centrum is not None
    regio = Regio.objects.create(id=regeling.id, naam=regeling.naam)
    regeling_id.cache_clear()
    Regelingversie.objects.create(
        regio=regio, regeling=regeling.id, versie=regeling.versie, inhoud=inhoud,
        hash=sha256(inhoud).hexdigest(), op=op,
    )  # fmt: skip
    colleges = {
        code: College.objects.create(regio=regio, code=code, naam=partij.naam, centrum=code == centrum, tot=partij.tot)
        for code, partij in gemeenten.items()
    }
    gemachtigd = gemachtigden(regeling, regeling.versie)
    organisaties = [
        Organisatie.objects.create(regio=regio, naam=deel.aan, soort=deel.soort)
        for deel in gemachtigd
        if deel.heeft_naam
    ]
    mandaten = Mandaatregel.objects.bulk_create(
        mandaten_van(regeling, colleges, organisaties, dag=regeling.versie, sinds=regeling.versie)
    )
    account = _eerste_beheerder(regio, beheerder, colleges[centrum], op)
    vergeet()
    wacht = tuple(deel for deel in gemachtigd if not deel.heeft_naam)
    return Nieuweregio(regio, account, len(colleges), len(mandaten), gemaakt=True, wacht=wacht)


def _eerste_beheerder(regio: Regio, wie: Beheerder, college: College, op: date) -> Account:
    """Without a password: that is chosen by the link that works once."""
    account = Account.objects.create_user(wie.mail, None, regio=regio, naam=wie.naam, functie="Functioneel beheerder")
    Aanstelling.objects.create(
        regio=regio, account=account, rol=Rol.FUNCTIONEEL_BEHEERDER.value, college=college, periode=half_open(op, None)
    )
    return account


def haal_regio_weg(regio: str) -> None:
    """Take away a region in which nobody did anything yet. Raises RegioOnbekend, RegioNietLeeg."""
    eis(Regio.objects.filter(pk=regio).exists(), RegioOnbekend(regio))
    with als(systeem(regio)):
        staat_er = wat_er_staat(regio)
        eis(not staat_er, RegioNietLeeg(regio, ", ".join(staat_er)))
        Aanstelling.objects.filter(regio_id=regio).delete()
        Account.objects.filter(regio_id=regio).delete()
        for model in VAN_HET_BEGIN:
            model._default_manager.filter(regio_id=regio).delete()
        Regio.objects.filter(pk=regio).delete()
        regeling_id.cache_clear()
        vergeet()


def wat_er_staat(regio: str) -> list[str]:
    """What is in a region beside what it began with, in words: nothing when nobody did anything."""
    blijft = {*VAN_HET_BEGIN, Account, Regio}
    return [
        str(model._meta.verbose_name)
        for model in apps.get_models()
        if model not in blijft and _van_regio(model) and model._default_manager.filter(regio_id=regio).exists()
    ]


def _van_regio(model: type[models.Model]) -> bool:
    return any(getattr(veld, "attname", "") == "regio_id" for veld in model._meta.get_fields())
