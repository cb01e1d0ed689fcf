"""Endpoints that are a step of a screen: a change of what was seen, or something new. One line each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from inspect import Parameter, Signature
from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404, HttpResponse
from ninja import Router

from voordeur.kern.handeling import wat_gedaan_is

from .beschrijving import punt
from .deur import Vraag
from .herhaling import Nieuw
from .invoer import Gemaakt, Uitvoer
from .versies import Stand, eis_versie, etag, geef_versie
from .vormen import Vorm, stuur_in
from .wandeling import niet_nu, wandel

# parts of an address that are a number; the others are a text
GETALLEN = frozenset({
    "bezwaar", "klacht", "afspraak", "inwonervraag", "betrokkene", "organisatie", "locatie", "nacht", "plaatsing",
})  # fmt: skip


def soort_van_deel(naam: str) -> type:
    """What a part of an address is."""
    return int if naam in GETALLEN else str


class Gedaan(Uitvoer):
    """A step that was done: the sentence that the screen says, and where to read what it is about."""

    melding: str
    locatie: str


@dataclass(frozen=True)
class Ding:
    """What a step changes. `zoek`: by the parts of the address, locked; raises Http404. `stand`: what a caller sees.

    `pad`: its own address, which is in its token; `waar`: where to read it, when it has no address of its own.
    """

    zoek: Callable[..., Any]
    stand: Callable[[Any], Stand]
    pad: Callable[[Any], str]
    waar: Callable[[Any], str] | None = None

    def lees(self, request: Vraag, response: HttpResponse, **delen: Any) -> Any:
        """The thing as it is now, with its version token in the answer. Raises Http404."""
        deze = self.zoek(request, **delen)
        geef_versie(response, self.pad(deze), self.stand(deze))
        return deze

    def etag(self, deze: Any) -> str:
        """The version token of this one, for a list."""
        return etag(self.pad(deze), self.stand(deze))


@dataclass(frozen=True)
class Bak:
    """Where something new comes. `zoek`: what it belongs to, locked; `nieuw`: what there is of it by that."""

    zoek: Callable[..., Any]
    nieuw: Callable[..., QuerySet[Any]]
    kenmerk: Callable[[Any], str]
    pad: Callable[[Any], str]


@dataclass(frozen=True)
class Scherm:
    """The screen of a step by its name. `pad`: what its address wants, from the parts of ours and what was found.

    `erbij`: what the form wants beside the call, such as the version of the dossier.
    """

    naam: str
    pad: Callable[[Any, Mapping[str, Any]], dict[str, Any]]
    erbij: Callable[[Any], Mapping[str, Any]] = field(default=lambda _: {})


# the steps in a dossier by their operation, for who asks what one wants to know
IN_DOSSIER: dict[str, tuple[str, Scherm, Vorm]] = {}


def stap(
    router: Router, pad: str, *, id: str, kop: str, scherm: Scherm, vorm: Vorm, ding: Ding,
    vooraf: Callable[[Vraag, Any], None] | None = None,
) -> None:  # fmt: skip
    """A change of a thing as it was seen, by the step of a screen. `vooraf`: what is asked before it may be done."""
    _onthoud(pad, id, scherm, vorm)

    def doe(request: Vraag, response: HttpResponse, vraag: Any, **delen: Any) -> Any:
        deze = ding.zoek(request, **delen)
        eis_versie(request, ding.pad(deze), ding.stand(deze))
        if vooraf is not None:
            vooraf(request, deze)
        melding = _loop(request, scherm, vorm, vraag, deze, delen)
        nu = ding.lees(request, response, **delen)
        return Gedaan(melding=melding, locatie=(ding.waar or ding.pad)(nu))

    punt(router, "POST", pad, id=id, kop=kop, antwoord=Gedaan, scherm=scherm.naam, wijzigt=True, toont=True)(
        _met_adres(doe, pad, id, vorm, antwoordt=True)
    )


def nieuw(router: Router, pad: str, *, id: str, kop: str, scherm: Scherm, vorm: Vorm, bak: Bak) -> None:
    """Something new, by the step of a screen."""
    _onthoud(pad, id, scherm, vorm)

    def doe(request: Vraag, vraag: Any, **delen: Any) -> Any:
        bij = bak.zoek(request, **delen)
        with wat_gedaan_is() as gedaan:
            _loop(request, scherm, vorm, vraag, bij, delen)
        gezocht = bak.nieuw(request, bij)
        eigen = [deze.pk for deze in gedaan if isinstance(deze, gezocht.model)]
        gemaakt = gezocht.filter(pk__in=eigen).order_by("-pk").first()
        if gemaakt is None:
            raise niet_nu()
        return Nieuw(bak.kenmerk(gemaakt), bak.pad(gemaakt))

    punt(router, "POST", pad, id=id, kop=kop, antwoord=Gemaakt, scherm=scherm.naam, maakt=True)(
        _met_adres(doe, pad, id, vorm, antwoordt=False)
    )


def _onthoud(pad: str, id_: str, scherm: Scherm, vorm: Vorm) -> None:
    if pad.startswith("/dossiers/{nummer}/"):
        IN_DOSSIER[id_] = pad, scherm, vorm


def _loop(request: Vraag, scherm: Scherm, vorm: Vorm, vraag: Any, deze: Any, delen: Mapping[str, Any]) -> str:
    ingestuurd = stuur_in(vorm, vraag)
    for naam, waarde in scherm.erbij(deze).items():
        ingestuurd.post[naam] = str(waarde)
    return wandel(request, scherm.naam, scherm.pad(deze, delen), ingestuurd, vorm)


def _met_adres(doe: Callable[..., Any], pad: str, id_: str, vorm: Vorm, *, antwoordt: bool) -> Callable[..., Any]:
    """The function with the parts of its address and the shape of its call as its parameters, for ninja to read."""

    def roep(*rest: Any, **delen: Any) -> Any:
        return doe(*rest, **delen)

    namen: dict[str, Any] = {naam: soort_van_deel(naam) for naam in re.findall(r"{(\w+)}", pad)}
    namen |= {"response": HttpResponse} if antwoordt else {}
    delen = [
        Parameter(naam, Parameter.POSITIONAL_OR_KEYWORD, annotation=soort)
        for naam, soort in {"request": Vraag, **namen, "vraag": vorm.soort}.items()
    ]
    roep.__signature__ = Signature(delen)  # type: ignore[attr-defined]
    roep.__name__ = roep.__qualname__ = id_
    return roep


def vergrendel(gezocht: QuerySet[Any], **zoek: Any) -> Any:
    """One row, locked, so that what was seen is what is changed. Raises Http404."""
    gevonden = gezocht.filter(**zoek).order_by().first()
    if gevonden is None:
        raise Http404
    type(gevonden)._default_manager.select_for_update(of=("self",)).get(pk=gevonden.pk)
    gevonden.refresh_from_db(fields=[veld.attname for veld in _eigen_velden(type(gevonden))])
    return gevonden


def _eigen_velden(soort: type[Model]) -> list[Any]:
    """The columns of a row itself; what it points to is read already."""
    return [veld for veld in soort._meta.concrete_fields if not veld.is_relation and not veld.primary_key]
