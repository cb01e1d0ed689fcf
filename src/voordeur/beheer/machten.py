"""The mandates of an agreement as the ground keeps them, between the days that the agreement names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from voordeur.kern.models import College, Mandaatregel
from voordeur.kern.perioden import half_open
from voordeur.regelingen.machten import machten
from voordeur.regelingen.schema import Regeling


def mandaten_van(
    regio: str, regeling: Regeling, colleges: Mapping[str, College], centrum: str
) -> Iterator[Mandaatregel]:
    """What every other college gave to the centre on the first day of the agreement; nothing where each decides itself.

    What went to an organisation waits until that organisation is there.
    """
    for macht in machten(regeling, regeling.versie):
        for code, van in colleges.items():
            if code != centrum:
                yield Mandaatregel(
                    regio_id=regio, handeling=macht.handeling, van=van, aan=colleges[centrum],
                    periode=half_open(regeling.versie, None), grond=macht.grond,
                )  # fmt: skip
