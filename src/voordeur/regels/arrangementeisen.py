"""What an arrangement of the table asks of the home and of the support, in the words of its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .inschaling import Inschaalregel, Inschaling
from .uitkomst import Stap, Uitkomst, stap


def eisen_van(tabel: Inschaling, arrangement: str) -> Uitkomst[str] | None:
    """The demands of an arrangement by its id; None when the table has no such line."""
    regel = next((deel for deel in tabel.regels if deel.arrangement == arrangement), None)
    if regel is None:
        return None
    return Uitkomst(regel.naam, (stap("arrangement.naam", regel.grond, naam=regel.naam), *_eisen(regel)))


def _eisen(regel: Inschaalregel) -> Iterator[Stap]:
    for vraag, antwoord in (
        ("dag_en_nacht", regel.ondersteuning_24_7),
        ("alarm", regel.kan_zelf_alarmeren),
    ):
        if antwoord is not None:
            yield stap(f"arrangement.{vraag}_{'ja' if antwoord else 'nee'}", regel.grond)
    if regel.in_cluster is False:
        yield stap("arrangement.geen_cluster", regel.grond)
    elif regel.cluster_tot is not None:
        yield stap("arrangement.cluster", regel.grond, van=regel.cluster_vanaf or 1, tot=regel.cluster_tot)
    elif regel.cluster_vanaf is not None:
        yield stap("arrangement.cluster_groot", regel.grond, van=regel.cluster_vanaf)
    if regel.eist_zelfstandige_woning:
        yield stap("arrangement.woning", regel.grond)
    yield from _zwaarten(regel.zwaarten, regel)


def _zwaarten(zwaarten: Sequence[str], regel: Inschaalregel) -> Iterator[Stap]:
    if zwaarten:
        yield stap("arrangement.zwaarten", regel.grond, zwaarten=zwaarten)
