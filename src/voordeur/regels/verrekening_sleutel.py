"""Settlement of a year by a fixed key, with a ceiling on the costs of execution that may be withheld."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .bedragen import NUL, deel, rond
from .fouten import OngeldigFeit, eis
from .uitkomst import Gronden, Stap, Uitkomst, stap
from .verrekening_reserve import Verdeelsleutel


@dataclass(frozen=True)
class Kostenplafond:
    """At most this share of the money of the Rijk is withheld for execution, unless the parties decide otherwise."""

    aandeel: Decimal
    afwijken_mag: bool
    grond: Gronden


@dataclass(frozen=True)
class Looptijd:
    """The last year for which the money agreements were made."""

    tot_en_met_jaar: int
    grond: Gronden


@dataclass(frozen=True)
class Sleutelregel:
    """The settlement by a fixed key."""

    grond: Gronden
    looptijd: Looptijd | None = None
    kostenplafond: Kostenplafond | None = None
    verdeling: Verdeelsleutel | None = None


@dataclass(frozen=True)
class Sleutelfeiten:
    """The figures of a year in euros; `afwijkend_aandeel` is another share by a recorded decision."""

    jaar: int
    rijksbudget: Decimal
    uitvoeringskosten: Decimal
    voorzieningen: Decimal
    sleutel: Mapping[str, Decimal]
    afwijkend_aandeel: Decimal | None = None


@dataclass(frozen=True)
class Sleutelverrekening:
    """The outcome in euros; a result above zero is paid out, one below zero is charged."""

    uitvoeringskosten_maximum: Decimal
    ingehouden: Decimal
    niet_ingehouden: Decimal
    resultaat: Decimal
    uitkering: Mapping[str, Decimal]
    bijdrage: Mapping[str, Decimal]


def verreken_met_sleutel(regel: Sleutelregel, feiten: Sleutelfeiten) -> Uitkomst[Sleutelverrekening]:
    """Withhold the costs up to their maximum and share what is left or short by the key.

    Raises RegelOntbreekt when the agreement has no ceiling or no key, and OngeldigFeit on another share where the
    agreement allows none.
    """
    verdeling = eis(regel.verdeling, "verrekenregel voor de verdeling")
    kosten = eis(regel.kostenplafond, "verrekenregel voor de uitvoeringskosten")
    stappen = [stap("verrekening.begin_sleutel", regel.grond, jaar=feiten.jaar, rijksbudget=feiten.rijksbudget)]
    if regel.looptijd is not None and feiten.jaar > regel.looptijd.tot_en_met_jaar:
        stappen.append(stap("verrekening.na_looptijd", regel.looptijd.grond, tot=regel.looptijd.tot_en_met_jaar))
    maximum = _maximum(kosten, feiten, stappen)
    ingehouden = min(feiten.uitvoeringskosten, maximum)
    niet_ingehouden = feiten.uitvoeringskosten - ingehouden
    resultaat = feiten.rijksbudget - ingehouden - feiten.voorzieningen
    sleutel = "verrekening.verdeeld" if resultaat >= 0 else "verrekening.omgeslagen"
    stappen += [
        stap("verrekening.ingehouden", kosten.grond, ingehouden=ingehouden, niet_ingehouden=niet_ingehouden),
        stap("verrekening.resultaat", verdeling.grond, resultaat=resultaat, voorzieningen=feiten.voorzieningen),
        stap(sleutel, verdeling.grond, bedrag=abs(resultaat), sleutel=verdeling.naam),
    ]
    uitkering = deel(max(NUL, resultaat), feiten.sleutel)
    bijdrage = deel(max(NUL, -resultaat), feiten.sleutel)
    waarde = Sleutelverrekening(maximum, ingehouden, niet_ingehouden, resultaat, uitkering, bijdrage)
    return Uitkomst(waarde, tuple(stappen))


def _maximum(regel: Kostenplafond, feiten: Sleutelfeiten, stappen: list[Stap]) -> Decimal:
    """The most that may be withheld: the share of the agreement, or the one that the municipalities decided on."""
    if feiten.afwijkend_aandeel is not None and not regel.afwijken_mag:
        raise OngeldigFeit("afwijkend_besluit", "van het maximum mag niet worden afgeweken")
    if feiten.afwijkend_aandeel is None:
        sleutel, aandeel = "verrekening.maximum", regel.aandeel
    else:
        sleutel, aandeel = "verrekening.maximum_afwijkend", feiten.afwijkend_aandeel
    maximum = rond(Fraction(aandeel) * Fraction(feiten.rijksbudget))
    stappen.append(stap(sleutel, regel.grond, aandeel=aandeel, maximum=maximum))
    return maximum
