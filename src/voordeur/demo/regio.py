"""Laying out a region: municipalities, mandates, organisations and accounts, as the ground stores them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from django.contrib.auth.hashers import make_password

from voordeur.beheer.regelingmandaten import mandaten_van
from voordeur.kern.accounts import actor_van
from voordeur.kern.actor import Actor, als
from voordeur.kern.models import Aanstelling, Account, College, Mandaatregel, Organisatie, Regio
from voordeur.kern.perioden import half_open
from voordeur.regelingen.machten import machten
from voordeur.regelingen.schema import Regeling

from .bezetting import WACHTWOORD, Medewerker, aanbieders, medewerkers, toegangsorganisatie, voorbeeldmachten
from .gegevens import namen

VANWAAR = "demo"
POSTCODE = "{cijfers} ZZ"


@dataclass
class Kast:
    """A region that was laid out: who works there, by the key of `bezetting.medewerkers`, and its organisations."""

    regio: str
    regeling: Regeling
    vandaag: date
    centrum: str
    gemeenten: tuple[str, ...]
    gemandateerd: bool
    aanbieders: dict[str, int] = field(default_factory=dict)
    actoren: dict[str, Actor] = field(default_factory=dict)

    @property
    def declareert(self) -> bool:
        """Whether providers are paid per block at the prices of the agreement; else by subsidy."""
        return self.regeling.tarieven is not None and self.regeling.perioden is not None

    def van_organisatie(self, organisatie: int) -> Actor:
        """Somebody of a provider, by its id."""
        return next(actor for actor in self.actoren.values() if actor.aanbieder == str(organisatie))

    def behandelt(self, college: str, rol: str) -> list[Actor]:
        """Who does the work for a municipality: the centre where it has the power, else its own people."""
        door = self.centrum if self.gemandateerd else college
        return [
            actor
            for actor in self.actoren.values()
            if any(deel.college == door and deel.rol.value == rol for deel in actor.rollen)
        ]


@cache
def _wachtwoord() -> str:
    """Everybody in the demo has the same password, so it is hashed once."""
    return make_password(WACHTWOORD)


def richt_in(regio: str, regeling: Regeling, vandaag: date, sinds: date) -> Kast:
    """Lay out a region from an agreement; mandates and appointments hold from `sinds`."""
    partijen = regeling.gemeenten_op(vandaag)
    centrum = regeling.centrumgemeente(vandaag)
    assert centrum is not None
    eigen = regio == regeling.id
    naam = regeling.naam if eigen else f"{regeling.naam} ({regio})"
    Regio.objects.create(id=regio, naam=naam, regeling="" if eigen else regeling.id)
    kast = Kast(regio, regeling, vandaag, centrum, tuple(partijen), bool(machten(regeling, vandaag)))
    with als(Actor(regio, None, "inrichting", colleges=frozenset(partijen), vanwaar=VANWAAR)):
        colleges = {code: _college(regio, code, partij.naam, code == centrum) for code, partij in partijen.items()}
        organisaties = _organisaties(kast)
        Mandaatregel.objects.bulk_create([
            *mandaten_van(regeling, colleges, organisaties.values(), dag=vandaag, sinds=sinds),
            *_voorbeelden(kast, colleges, organisaties, vandaag, sinds),
        ])  # fmt: skip
        accounts = {
            deel.sleutel: _in_dienst(kast, deel, colleges, organisaties, sinds)
            for deel in medewerkers(regio, regeling, vandaag)
        }
    kast.actoren = {sleutel: actor_van(account, vanwaar=VANWAAR) for sleutel, account in accounts.items()}
    return kast


def _college(regio: str, code: str, naam: str, centrum: bool) -> College:
    adres = f"Postbus {int(code) % 900 + 100}\n{POSTCODE.format(cijfers=code.replace('0', '1'))} {naam}"
    return College.objects.create(
        regio_id=regio, code=code, naam=naam, centrum=centrum, adres=adres, telefoon=f"14 {code}"
    )


def _voorbeelden(
    kast: Kast, colleges: Mapping[str, College], organisaties: Mapping[str, Organisatie], vandaag: date, sinds: date
) -> Iterator[Mandaatregel]:
    """Powers of an access organisation that the agreement does not write out."""
    deze = kast.regeling.toegangsorganisatie
    for macht in voorbeeldmachten(kast.regeling, vandaag):
        assert deze is not None
        for van in colleges.values():
            yield Mandaatregel(
                regio_id=kast.regio, handeling=macht, van=van, aan_organisatie=organisaties[deze.naam],
                periode=half_open(sinds, None), grond=deze.grond[0],
            )  # fmt: skip


def _organisaties(kast: Kast) -> dict[str, Organisatie]:
    gemaakt = {
        naam: Organisatie.objects.create(regio_id=kast.regio, naam=naam, soort="aanbieder", telefoon="088 000 00 00")
        for naam in aanbieders(kast.regeling)
    }
    kast.aanbieders = {naam: organisatie.pk for naam, organisatie in gemaakt.items()}
    opvang = namen()["aanbieders"]["opvang"]
    gemaakt[opvang] = Organisatie.objects.create(regio_id=kast.regio, naam=opvang, soort="opvang")
    toegang = toegangsorganisatie(kast.regeling, kast.vandaag)
    if toegang:
        gemaakt[toegang] = Organisatie.objects.create(regio_id=kast.regio, naam=toegang, soort="toegang")
    return gemaakt


def _in_dienst(
    kast: Kast,
    deel: Medewerker,
    colleges: Mapping[str, College],
    organisaties: Mapping[str, Organisatie],
    sinds: date,
) -> Account:
    account = Account(
        regio_id=kast.regio, email=deel.email, naam=deel.naam, functie=deel.rol.value.capitalize(),
        telefoon="14 000", password=_wachtwoord(),
    )  # fmt: skip
    account.save()
    Aanstelling.objects.create(
        regio_id=kast.regio,
        account=account,
        rol=deel.rol.value,
        college=colleges[deel.college] if deel.college else None,
        organisatie=organisaties[deel.organisatie] if deel.organisatie else None,
        periode=half_open(sinds, None),
    )
    return account
