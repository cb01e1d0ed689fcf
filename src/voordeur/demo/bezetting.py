"""Who works where in the demo: pure, so that the list of accounts can be shown without a database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice

from voordeur.kern.actor import Rol
from voordeur.regelingen.laden import geldig_op, ids
from voordeur.regelingen.schema import Regeling
from voordeur.regels.bevoegdheid import Mandaat

from .gegevens import aantal_inwoners, is_groot, namen

DOMEIN = "voordeur.example"
WACHTWOORD = "welkom-in-de-demo"  # everybody in the demo is invented; nothing else has a default
IN_MANDAAT = frozenset({"mandaat", "taak", "volmacht"})
TOEGANG = "toegang"
BESLUIT = f"{TOEGANG}.besluit"
OPVANGBESLUIT = "mo.besluit"
OVER_GELD = ("budget", "subsidie", "boekhouding", "contractering")
GELIJK_OP = 2  # parts of the filling beside each other: as many as the smallest machine has cores
CENTRUM = (
    (Rol.CONSULENT, 3),
    (Rol.TEAMLEIDER, 2),
    (Rol.CONTRACTBEHEERDER, 1),
    (Rol.CONTROLLER, 2),
    (Rol.BESTUURDER, 1),
    (Rol.TOEZICHTHOUDER, 1),
    (Rol.FUNCTIONEEL_BEHEERDER, 1),
)


@dataclass(frozen=True)
class Medewerker:
    """Somebody with an account. Works for a municipality (`college`, by code) or for an organisation (by name)."""

    sleutel: str
    naam: str
    email: str
    rol: Rol
    college: str | None = None
    organisatie: str | None = None


@dataclass(frozen=True)
class Macht:
    """What the other colleges gave to the centre: a beginning of names of actions, and the provision."""

    handeling: str
    grond: str


def machten(regeling: Regeling, dag: date) -> tuple[Macht, ...]:
    """The powers over access, stays and what they cost; none where each municipality decides itself."""
    geldig = [mandaat for mandaat in regeling.mandaten if _geldt(mandaat, dag)]
    if any(mandaat.handeling == BESLUIT and mandaat.soort == "eigen" for mandaat in geldig):
        return ()
    gegeven = [mandaat for mandaat in geldig if mandaat.soort in IN_MANDAAT]
    toegang = _eerste(gegeven, (BESLUIT, TOEGANG))
    if toegang is None:
        return ()
    plaatsing = _eerste(gegeven, ("plaatsing",)) or toegang
    geld = _eerste(gegeven, OVER_GELD)
    return (
        Macht(TOEGANG, toegang.grond[0]),
        Macht("inwoner", toegang.grond[0]),
        Macht("verblijf", plaatsing.grond[0]),
        *((Macht("geld", geld.grond[0]),) if geld else ()),
    )


def opvangmachten(regeling: Regeling, dag: date) -> tuple[Macht, ...]:
    """What the centre gave to its shelters: the investigation, the application and the decision, or nothing."""
    gegeven = [deel for deel in regeling.mandaten if _geldt(deel, dag) and deel.soort in IN_MANDAAT]
    over_opvang = _eerste(gegeven, (OPVANGBESLUIT,))
    if over_opvang is None:
        return ()
    return tuple(Macht(f"{TOEGANG}.{deel}", over_opvang.grond[0]) for deel in ("onderzoek", "aanvraag", "besluit"))


def _geldt(mandaat: Mandaat, dag: date) -> bool:
    return (mandaat.vanaf or date.min) <= dag <= (mandaat.tot or date.max)


def _eerste(mandaten: Sequence[Mandaat], namen_: tuple[str, ...]) -> Mandaat | None:
    """The mandate with the first of these names, or with a name that begins with it."""
    passend = (deel for naam in namen_ for deel in mandaten if f"{deel.handeling}.".startswith(f"{naam}."))
    return next(passend, None)


def aanbieders(regeling: Regeling) -> tuple[str, ...]:
    """The providers of the demo: parties of the agreement where it names any, else invented ones."""
    partijen = [partij.naam for partij in regeling.partijen if partij.soort == "aanbieder"]
    return tuple((partijen or namen()["aanbieders"]["namen"])[: 4 if is_groot(regeling.id) else 2])


def medewerkers(regio: str, regeling: Regeling, dag: date) -> Iterator[Medewerker]:
    """Everybody with an account in a region: the centre, each municipality, the providers, the shelter."""
    begin = ids().index(regeling.id) * 5  # so that not everywhere the same people work
    voorraad = {rol: islice(cycle(lijst), begin, None) for rol, lijst in namen()["personeel"].items()}
    gemeenten = regeling.gemeenten_op(dag)
    centrum = regeling.centrumgemeente(dag)

    def een(sleutel: str, rol: Rol, **waar: str) -> Medewerker:
        return Medewerker(sleutel, next(voorraad[rol.value]), f"{sleutel}@{regio}.{DOMEIN}", rol, **waar)

    assert centrum is not None
    for rol, aantal in CENTRUM:
        for nummer in range(1, aantal + 1):
            yield een(f"{rol.value.replace(' ', '-')}{nummer if nummer > 1 else ''}", rol, college=centrum)
    zelf = not machten(regeling, dag)
    for code, partij in gemeenten.items():
        if code != centrum:
            for rol in (Rol.CONSULENT, Rol.TEAMLEIDER) if zelf else (Rol.CONSULENT,):
                yield een(f"{rol.value}.{_kort(partij.naam)}", rol, college=code)
    for nummer, naam in enumerate(aanbieders(regeling), start=1):
        yield een(f"aanbieder{nummer if nummer > 1 else ''}", Rol.AANBIEDER, organisatie=naam)
    for sleutel in ("opvang", "opvang2"):
        yield een(sleutel, Rol.OPVANGMEDEWERKER, organisatie=namen()["aanbieders"]["opvang"])


def _kort(naam: str) -> str:
    return "-".join(naam.lower().split())


def regelingen_op(dag: date) -> list[Regeling]:
    """The agreements of the demo, as they hold on a day."""
    return [geldig_op(id_, dag)[0] for id_ in ids()]


def verdeling() -> list[list[str]]:
    """The agreements in parts of about the same amount of work."""
    delen: list[list[str]] = [[] for _ in range(GELIJK_OP)]
    for id_ in sorted(ids(), key=lambda id_: (-aantal_inwoners(id_), id_)):
        min(delen, key=lambda deel: sum(map(aantal_inwoners, deel))).append(id_)
    return [deel for deel in delen if deel]
