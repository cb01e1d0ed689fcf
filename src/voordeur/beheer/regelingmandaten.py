"""The mandates of an agreement as the ground keeps them, between the days that the agreement names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from voordeur.kern.models import College, Mandaatregel, Organisatie
from voordeur.kern.perioden import half_open
from voordeur.regelingen.machten import Gemachtigde, Macht, gemachtigden, machten
from voordeur.regelingen.schema import Regeling


def mandaten_van(
    regeling: Regeling,
    colleges: Mapping[str, College],
    organisaties: Iterable[Organisatie],
    *,
    dag: date,
    sinds: date,
) -> Iterator[Mandaatregel]:
    """Every power that the agreement gives on a day: to the centre by the other colleges, and to organisations.

    Between the days that the agreement names, and not before `sinds`. An organisation has to be there already: by its
    name, or where the agreement does not name one by its sort.
    """
    centrum = next(college for college in colleges.values() if college.centrum)
    for macht in machten(regeling, dag):
        for van in colleges.values():
            if van != centrum:
                yield _regel(macht, van, sinds, aan=centrum)
    er_zijn = list(organisaties)
    for gemachtigde in gemachtigden(regeling, dag):
        for organisatie in er_zijn:
            if is_het(gemachtigde, organisatie):
                yield from _aan_organisatie(gemachtigde, organisatie, colleges.values(), sinds)


def is_het(gemachtigde: Gemachtigde, organisatie: Organisatie) -> bool:
    """Whether the agreement means this organisation."""
    return gemachtigde.soort == organisatie.soort and (
        not gemachtigde.heeft_naam or gemachtigde.aan == organisatie.naam
    )


def _aan_organisatie(
    gemachtigde: Gemachtigde, organisatie: Organisatie, colleges: Iterable[College], sinds: date
) -> Iterator[Mandaatregel]:
    geven = [van for van in colleges if van.centrum or gemachtigde.soort == "toegang"]
    for macht in gemachtigde.machten:
        for van in geven:
            yield _regel(macht, van, sinds, aan_organisatie=organisatie)


def _regel(macht: Macht, van: College, sinds: date, **aan: College | Organisatie) -> Mandaatregel:
    dagen = half_open(max(sinds, macht.vanaf or sinds), macht.tot)
    return Mandaatregel(
        regio_id=van.regio_id, handeling=macht.handeling, van=van, periode=dagen, grond=macht.grond, **aan
    )


def nog_te_geven(
    regeling: Regeling, colleges: Mapping[str, College], organisaties: Iterable[Organisatie], op: date
) -> Iterator[tuple[str, str, str, str]]:
    """Powers that the agreement gives on a day and the register does not have: what, of whom, to whom, by what."""
    er_zijn = list(organisaties)
    geldig = {
        (regel.handeling, regel.van_id, regel.aan_id, regel.aan_organisatie_id)
        for regel in Mandaatregel.objects.filter(periode__contains=op)
    }
    for regel in mandaten_van(regeling, colleges, er_zijn, dag=op, sinds=op):
        delen = regel.handeling.split(".")
        ruimer = (".".join(delen[:aantal]) for aantal in range(1, len(delen) + 1))
        if not any((naam, regel.van_id, regel.aan_id, regel.aan_organisatie_id) in geldig for naam in ruimer):
            aan = regel.aan or regel.aan_organisatie
            yield regel.handeling, regel.van.naam, aan.naam if aan else "", regel.grond
    centrum = next(college for college in colleges.values() if college.centrum)
    for gemachtigde in gemachtigden(regeling, op):
        if not any(is_het(gemachtigde, organisatie) for organisatie in er_zijn):
            van = centrum.naam if gemachtigde.soort == "opvang" else "elke gemeente"
            yield from ((macht.handeling, van, gemachtigde.aan, macht.grond) for macht in gemachtigde.machten)
