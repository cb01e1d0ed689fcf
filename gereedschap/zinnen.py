"""Sentences that a resident can read and that no template holds: refusals of actions, words of the log, titles.

They are collected from the code itself, so that a new one asks for its translation by itself.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Iterator
from functools import cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

BEGIN = "voordeur.web.mijn"
LEESTEKENS = ".?!"


@cache
def weigeringen() -> tuple[frozenset[str], frozenset[str]]:
    """What a refusal can say to a resident: the fixed sentences, and those with something filled in (here 'X')."""
    vast: set[str] = set()
    ingevuld: set[str] = set()
    for functie in bereikbaar():
        if _weigert(functie):
            ingevuld |= set(_met_invulling(functie))
            vast |= set(_vaste(functie))
    return frozenset(vast), frozenset(ingevuld)


def logwoorden() -> frozenset[str]:
    """Everything that the log 'who saw my file' can say, and who somebody is in it."""
    from voordeur.kern.actor import Rol
    from voordeur.toegang.woorden import WOORDEN

    return frozenset(woorden.wat for woorden in WOORDEN.values()) | frozenset(Rol)


def titels() -> frozenset[str]:
    """What a paper is called in the list of letters, as far as it is always called so."""
    import voordeur.toegang
    from voordeur.toegang.brief_besluit import SOORTEN as BESLUITEN
    from voordeur.toegang.documentsoorten import DOCUMENTSOORTEN

    gevonden = {*DOCUMENTSOORTEN.values(), *BESLUITEN.values()}
    for module in _modules(voordeur.toegang):
        if module.__name__.rpartition(".")[2].startswith("brief"):
            for knoop in ast.walk(ast.parse(inspect.getsource(module))):
                if (
                    isinstance(knoop, ast.keyword)
                    and knoop.arg == "onderwerp"
                    and isinstance(knoop.value, ast.Constant)
                ):
                    gevonden.add(str(knoop.value.value))
    return frozenset(gevonden)


def zinnen() -> frozenset[str]:
    """All of them."""
    from voordeur.beheer.models import Inwonerverzoek
    from voordeur.web.mijn.weigeringen import eigen_woorden

    soorten = {str(naam) for naam in Inwonerverzoek.Soort.labels}
    geweigerd = {zin for zin in weigeringen()[0] if eigen_woorden(zin) is None}
    return frozenset(geweigerd | logwoorden() | titels() | soorten)


@cache
def bereikbaar() -> tuple[FunctionType, ...]:
    """Every function of ours that the pages of a resident can come to, by the names that their code uses."""
    gezien: dict[Any, None] = {}
    for module in _modules(importlib.import_module(BEGIN)):
        for ding in list(vars(module).values()):
            if getattr(ding, "__module__", None) == module.__name__:
                _volg(ding, gezien)
    return tuple(ding for ding in gezien if isinstance(ding, FunctionType) and _van_ons(ding))


def _modules(pakket: ModuleType) -> Iterator[ModuleType]:
    for deel in pkgutil.iter_modules(pakket.__path__):
        yield importlib.import_module(f"{pakket.__name__}.{deel.name}")


def _van_ons(ding: Any) -> bool:
    return str(getattr(ding, "__module__", "")).startswith("voordeur")


def _volg(ding: Any, gezien: dict[Any, None]) -> None:
    """Follow a function, its decorated parts and what they use; of a class every method."""
    if isinstance(ding, (staticmethod, classmethod)):
        ding = ding.__func__
    if isinstance(ding, property):
        ding = ding.fget
    if isinstance(ding, type):
        _volg_klasse(ding, gezien)
    while isinstance(ding, FunctionType) and ding not in gezien:
        gezien[ding] = None
        if _van_ons(ding):
            for gebruikt in _gebruikt(ding):
                _volg(gebruikt, gezien)
        ding = getattr(ding, "__wrapped__", None)


def _volg_klasse(klasse: type, gezien: dict[Any, None]) -> None:
    if klasse in gezien or not _van_ons(klasse):
        return
    gezien[klasse] = None
    for ouder in klasse.__mro__:
        if _van_ons(ouder):
            for deel in list(vars(ouder).values()):
                if not isinstance(deel, type):
                    _volg(deel, gezien)


def _gebruikt(functie: FunctionType) -> Iterator[Any]:
    namen = list(_namen(functie.__code__))
    for naam in namen:
        waarde = functie.__globals__.get(naam)
        if isinstance(waarde, ModuleType) and waarde.__name__.startswith("voordeur"):
            yield from (getattr(waarde, deel) for deel in namen if hasattr(waarde, deel))
        else:
            yield waarde
    for cel in functie.__closure__ or ():
        yield cel.cell_contents


def _namen(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for deel in code.co_consts:
        if isinstance(deel, CodeType):
            yield from _namen(deel)


def _weigert(functie: FunctionType) -> bool:
    """Whether a function makes a refusal, or is the one by which a refusal gets its sentence."""
    eigen = functie.__qualname__.partition(".")[0] if functie.__name__ == "__init__" else ""
    return any(_is_weigering(functie.__globals__.get(naam)) for naam in (*_namen(functie.__code__), eigen))


def _is_weigering(ding: Any) -> bool:
    from voordeur.kern.fouten import Geweigerd

    return isinstance(ding, type) and issubclass(ding, Geweigerd)


def _boom(functie: FunctionType) -> ast.AST:
    return ast.parse(textwrap.dedent(inspect.getsource(functie)))


def _met_invulling(functie: FunctionType) -> Iterator[str]:
    for knoop in ast.walk(_boom(functie)):
        if isinstance(knoop, ast.JoinedStr):
            zin = "".join(str(deel.value) if isinstance(deel, ast.Constant) else "X" for deel in knoop.values)
            if _is_zin(zin):
                yield zin


def _vaste(functie: FunctionType) -> Iterator[str]:
    boom = _boom(functie)
    delen = {id(deel) for knoop in ast.walk(boom) if isinstance(knoop, ast.JoinedStr) for deel in ast.walk(knoop)}
    for knoop in ast.walk(boom):
        zin = knoop.value if isinstance(knoop, ast.Constant) and id(knoop) not in delen else None
        if isinstance(zin, str) and zin != functie.__doc__ and _is_zin(zin):
            yield zin
    for naam in _namen(functie.__code__):
        waarde = functie.__globals__.get(naam)
        if isinstance(waarde, str) and _is_zin(waarde):
            yield waarde


def _is_zin(tekst: str) -> bool:
    return " " in tekst and tekst.rstrip()[-1:] in LEESTEKENS
