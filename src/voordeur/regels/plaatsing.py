"""Can somebody live at a place on a decision from a day on? Every demand with its value, also those that are met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .datums import Periode
from .uitkomst import Stap, Uitkomst, stap
from .verwoorden import schrijf_datum


@dataclass(frozen=True)
class Recht:
    """What the decision says: the products that it is for, how it is delivered, its days; None when it is no grant."""

    product: str
    productnaam: str
    leveringsvorm: str
    periode: Periode | None


@dataclass(frozen=True)
class Plekfeiten:
    """What is known of a place: its product, its days, the contract of the day, the first stay in the asked days."""

    product: str
    productnaam: str
    periode: Periode
    contract: Periode | None
    bezet: Periode | None


@dataclass(frozen=True)
class Past:
    """Whether it can be, on which days, and which demands are not met."""

    past: bool
    periode: Periode | None
    niet_voldaan: tuple[str, ...]


def reden(gezet: Stap) -> bool:
    """Whether a step says a demand that is not met."""
    return gezet.sleutel.endswith(("_nee", "_geen"))


def verblijfsperiode(recht: Recht, vanaf: date) -> Periode | None:
    """The days of a stay that begins on `vanaf`: as long as the decision lasts; None on a day outside the decision."""
    if recht.periode is None or not recht.periode.bevat(vanaf):
        return None
    return Periode(vanaf, recht.periode.tot)


def past_op_plek(recht: Recht, plek: Plekfeiten, elders: Periode | None, vanaf: date) -> Uitkomst[Past]:
    """Test a place for a decision. `elders`: a stay of the same person at any place in the asked days."""
    periode = verblijfsperiode(recht, vanaf)
    eisen = tuple(_eisen(recht, plek, elders, vanaf, periode))
    niet = tuple(naam for naam, voldaan, _ in eisen if not voldaan)
    slot = stap("plaatsing.past_niet", aantal=len(niet)) if niet else stap("plaatsing.past", vanaf=vanaf)
    return Uitkomst(Past(not niet, periode, niet), (*(gezet for _, _, gezet in eisen), slot))


def _eisen(
    recht: Recht, plek: Plekfeiten, elders: Periode | None, vanaf: date, periode: Periode | None
) -> Iterator[tuple[str, bool, Stap]]:
    zin = recht.leveringsvorm == "zin"
    yield "leveringsvorm", zin, stap("plaatsing.zin_ja" if zin else "plaatsing.zin_nee")
    yield "besluit", periode is not None, _besluitstap(recht, vanaf, periode)
    yield from _eisen_van_de_plek(recht, plek, vanaf, periode or Periode(vanaf))
    yield "persoon", elders is None, _persoonstap(elders)


def _eisen_van_de_plek(
    recht: Recht, plek: Plekfeiten, vanaf: date, periode: Periode
) -> Iterator[tuple[str, bool, Stap]]:
    soort = plek.product == recht.product
    sleutel = "plaatsing.soort_ja" if soort else "plaatsing.soort_nee"
    yield "soort", soort, stap(sleutel, plek=plek.productnaam, besluit=recht.productnaam)
    open_ = omvat(plek.periode, periode)
    yield "open", open_, _openstap(plek.periode, open_)
    loopt = plek.contract is not None and plek.contract.bevat(vanaf)
    yield "contract", loopt, stap("plaatsing.contract_ja" if loopt else "plaatsing.contract_nee", vanaf=vanaf)
    yield "vrij", plek.bezet is None, _vrijstap(plek.bezet)


def omvat(buiten: Periode, binnen: Periode) -> bool:
    """Whether every day of one period lies in another."""
    return buiten.van <= binnen.van and (buiten.tot is None or (binnen.tot is not None and binnen.tot <= buiten.tot))


def _besluitstap(recht: Recht, vanaf: date, periode: Periode | None) -> Stap:
    if recht.periode is None:
        return stap("plaatsing.besluit_geen")
    if periode is None:
        return stap("plaatsing.besluit_nee", vanaf=vanaf, dagen=_dagen(recht.periode))
    if periode.tot is None:
        return stap("plaatsing.besluit_open", van=recht.periode.van)
    return stap("plaatsing.besluit_ja", van=recht.periode.van, tot=periode.tot)


def _openstap(periode: Periode, open_: bool) -> Stap:
    if open_:
        return stap("plaatsing.open_ja", van=periode.van)
    return stap("plaatsing.open_nee", dagen=_dagen(periode))


def _vrijstap(bezet: Periode | None) -> Stap:
    return stap("plaatsing.vrij_nee", dagen=_dagen(bezet)) if bezet else stap("plaatsing.vrij_ja")


def _persoonstap(elders: Periode | None) -> Stap:
    return stap("plaatsing.persoon_nee", dagen=_dagen(elders)) if elders else stap("plaatsing.persoon_ja")


def _dagen(periode: Periode) -> str:
    """The days in words: a text of its own for a period without an end would double every sentence."""
    tot = f" tot en met {schrijf_datum(periode.tot)}" if periode.tot else ""
    return f"vanaf {schrijf_datum(periode.van)}{tot}"
