"""Who works where in the demo: pure, so that the list of accounts can be shown without a database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice

from voordeur.kern.actor import Rol
from voordeur.regelingen.laden import geldig_op, ids
from voordeur.regelingen.machten import gemachtigden, machten
from voordeur.regelingen.schema import Regeling

from .gegevens import aantal_inwoners, is_groot, namen

DOMEIN = "voordeur.example"
WACHTWOORD = "welkom-in-de-demo"  # everybody in the demo is invented; nothing else has a default
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


TOT_HET_BESLUIT = (
    *(
        f"toegang.{deel}"
        for deel in (
            "melden", "melding", "onderzoek", "criteria", "inschalen", "aanvraag", "verslag", "plan", "voorlichting",
            "betrokkene", "document", "afspraak", "uitvraag", "stap", "klok", "toewijzen", "besluit.voorbereiden",
        )
    ),
    "inwoner.registreren",
    "inwoner.wijzigen",
)  # fmt: skip


@dataclass(frozen=True)
class Medewerker:
    """Somebody with an account. Works for a municipality (`college`, by code) or for an organisation (by name)."""

    sleutel: str
    naam: str
    email: str
    rol: Rol
    college: str | None = None
    organisatie: str | None = None


def aanbieders(regeling: Regeling) -> tuple[str, ...]:
    """The providers of the demo: parties of the agreement where it names any, else invented ones."""
    partijen = [partij.naam for partij in regeling.partijen if partij.soort == "aanbieder"]
    return tuple((partijen or namen()["aanbieders"]["namen"])[: 4 if is_groot(regeling.id) else 2])


def medewerkers(regio: str, regeling: Regeling, dag: date) -> Iterator[Medewerker]:
    """Everybody with an account in a region: the centre, the municipalities, providers, shelter and access."""
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
    for sleutel, rol, naam in _opvang_en_toegang(regeling, dag):
        yield een(sleutel, rol, organisatie=naam)


def _opvang_en_toegang(regeling: Regeling, dag: date) -> Iterator[tuple[str, Rol, str]]:
    for sleutel in ("opvang", "opvang2"):
        yield sleutel, Rol.OPVANGMEDEWERKER, namen()["aanbieders"]["opvang"]
    toegang = toegangsorganisatie(regeling, dag)
    for rol in (Rol.CONSULENT, Rol.TEAMLEIDER) if toegang else ():
        yield f"{rol.value}.{_kort(toegang)}", rol, toegang


def toegangsorganisatie(regeling: Regeling, dag: date) -> str:
    """The organisation that does the work of the way in on a day, by name; empty where there is none."""
    deze = regeling.toegangsorganisatie
    if deze is None:
        return ""
    gemachtigd = any(deel.soort == "toegang" for deel in gemachtigden(regeling, dag))
    return deze.naam if gemachtigd or voorbeeldmachten(regeling, dag) else ""


def voorbeeldmachten(regeling: Regeling, dag: date) -> tuple[str, ...]:
    """An example of what an organisation does up to the decision, where it works under a paper that nobody gave us."""
    deze = regeling.toegangsorganisatie
    if deze is None or any(deel.soort == "toegang" for deel in gemachtigden(regeling, dag)):
        return ()
    loopt = any((deel.van or date.min) <= dag <= (deel.tot or date.max) for deel in deze.werkt_onder)
    return TOT_HET_BESLUIT if loopt else ()


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
