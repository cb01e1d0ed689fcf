"""A year in figures: budget, costs by municipality, the reserve, and what each one gets or pays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from voordeur.kern.actor import Actor
from voordeur.regelingen.schema import Regeling
from voordeur.regels.bedragen import NUL, rond
from voordeur.regels.verwoorden import schrijf_bedrag
from voordeur.schermen.bouwstenen import Chip, Waarom

from ..models import Begroting, Verrekening
from ..queries import Onderbouwing, kan_verrekenen, lasten_per_gemeente, saldi, terug_van, verrekening_van, waarom_van
from ..rekeningen import RESERVE
from .gemeen import deel_van, waarom, waarom_uitkomst

TOT_RESERVE = ("verrekening.plafond_van_budget", "verrekening.plafond", "verrekening.naar_reserve",
               "verrekening.uit_reserve", "verrekening.reserve_niet_ingezet", "verrekening.reserve_eind")  # fmt: skip
TOT_RESULTAAT = ("verrekening.uit_grootboek", "verrekening.begin", "verrekening.begin_sleutel",
                 "verrekening.maximum", "verrekening.ingehouden", "verrekening.resultaat")  # fmt: skip
TOT_GEMEENTEN = ("verrekening.oud_overschot", "verrekening.uitkering", "verrekening.maatregelen",
                 "verrekening.bijdrage", "verrekening.verdeeld", "verrekening.omgeslagen")  # fmt: skip


@dataclass(frozen=True)
class Gemeenterij:
    """One municipality: its share of the key, its costs, what it gets; `breedte` of its bar in percent."""

    code: str
    naam: str
    aandeel: str
    lasten: Decimal
    terug: Decimal | None
    breedte: str

    @property
    def betaalt(self) -> bool:
        return self.terug is not None and self.terug < 0


@dataclass(frozen=True)
class Trede:
    """A step from the result to the municipalities."""

    naam: str
    uitleg: str
    bedrag: Decimal
    waarom: Waarom | None


@dataclass(frozen=True)
class Reservebeeld:
    """The reserve over the year; the widths of its bar in percent of the ceiling (or of the largest)."""

    begin: Decimal
    eind: Decimal
    grens: Decimal | None
    vast: str
    anders: str

    @property
    def verschil(self) -> Decimal:
        return self.eind - self.begin

    @property
    def erbij(self) -> bool:
        return self.verschil >= 0

    @property
    def in_woorden(self) -> str:
        deel = f"{schrijf_bedrag(abs(self.verschil))} {'erbij' if self.erbij else 'af'}"
        return f"De reserve begint op {schrijf_bedrag(self.begin)}. Er gaat {deel}."


@dataclass(frozen=True)
class Jaarbeeld:
    """Everything that the page of a year shows."""

    jaar: int
    begroting: Begroting | None
    alles: bool
    lasten: Decimal
    resultaat: Decimal | None
    rijen: tuple[Gemeenterij, ...]
    verrekening: Verrekening | None
    vastgesteld: bool
    treden: tuple[Trede, ...]
    reserve: Reservebeeld | None
    stand_reserve: Decimal
    geen_verrekening: Waarom | None
    waarom: Waarom | None
    chip: Chip
    saldi: tuple[tuple[str, str, Decimal], ...]

    @property
    def terug_samen(self) -> Decimal:
        return sum((rij.terug for rij in self.rijen if rij.terug is not None), NUL)

    @property
    def lead(self) -> str:
        return _lead(self)


def jaarbeeld(wie: Actor, regeling: Regeling, jaar: int, begroting: Begroting | None, namen: Mapping[str, str],
              alles: bool) -> Jaarbeeld:  # fmt: skip
    """`alles`: whether somebody sees every line of the ledger, or only those of their own municipality."""
    lasten = lasten_per_gemeente(jaar)
    verrekening = verrekening_van(jaar)
    grond = waarom_van(verrekening.bewijs) if verrekening else None
    totaal = sum(lasten.values(), NUL)
    kan = kan_verrekenen(regeling)
    standen = saldi(jaar)
    return Jaarbeeld(
        jaar=jaar,
        begroting=begroting,
        alles=alles,
        lasten=totaal,
        resultaat=begroting.rijksbudget - totaal if begroting and alles else None,
        rijen=_rijen(begroting, lasten, verrekening, namen, wie if not alles else None),
        verrekening=verrekening,
        vastgesteld=bool(verrekening and verrekening.vastgesteld_op),
        treden=tuple(_treden(verrekening, grond)) if verrekening and grond else (),
        reserve=_reserve(verrekening, grond) if verrekening and grond else None,
        stand_reserve=-sum((deel.bedrag for deel in standen if deel.rekening == RESERVE), NUL),
        geen_verrekening=None if kan.waarde else waarom_uitkomst(kan, f"{jaar}", regeling, "Waarom niet?"),
        waarom=waarom(grond, f"de verrekening van {jaar}") if grond else None,
        chip=_stand(begroting, verrekening),
        saldi=_per_rekening(standen),
    )


def _per_rekening(standen: list[Any]) -> tuple[tuple[str, str, Decimal], ...]:
    som: dict[tuple[str, str], Decimal] = {}
    for deel in standen:
        som[deel.rekening, deel.naam] = som.get((deel.rekening, deel.naam), NUL) + deel.bedrag
    return tuple((code, naam, bedrag) for (code, naam), bedrag in som.items())


def _stand(begroting: Begroting | None, verrekening: Verrekening | None) -> Chip:
    if begroting is None:
        return Chip("dringend", "Geen begroting", "alert-triangle")
    if begroting.afgesloten_op is None:
        return Chip("info", "Jaar is open", "progress")
    if verrekening is None:
        return Chip("rust", "Jaar is afgesloten", "check")
    if verrekening.vastgesteld_op is None:
        return Chip("bijna", "Wacht op vaststelling", "hourglass")
    return Chip("goed", "Verrekening vastgesteld", "check")


def _rijen(begroting: Begroting | None, lasten: Mapping[str, Decimal], verrekening: Verrekening | None,
           namen: Mapping[str, str], alleen: Actor | None) -> tuple[Gemeenterij, ...]:  # fmt: skip
    sleutel = {code: Decimal(gewicht) for code, gewicht in begroting.sleutel.items()} if begroting else {}
    gewichten = sum(sleutel.values(), NUL)
    terug = terug_van(verrekening)
    codes = [code for code in namen if code in {*sleutel, *lasten, *terug}]
    if alleen is not None:
        codes = [code for code in codes if code in alleen.colleges]
    waarde = {code: abs(terug[code]) if terug else lasten.get(code, NUL) for code in codes}
    hoogste = max(waarde.values(), default=NUL)
    return tuple(
        Gemeenterij(
            code=code,
            naam=namen[code],
            aandeel=_procent(sleutel.get(code, NUL), gewichten),
            lasten=lasten.get(code, NUL),
            terug=terug.get(code) if terug else None,
            breedte=_breedte(waarde[code], hoogste),
        )
        for code in codes
    )


def _procent(deel: Decimal, geheel: Decimal) -> str:
    if not geheel:
        return "-"
    return f"{rond(Fraction(deel) * 100 / Fraction(geheel))}%".replace(".", ",")


def _breedte(deel: Decimal, geheel: Decimal) -> str:
    """A width of SVG in percent."""
    return f"{rond(Fraction(deel) * 100 / Fraction(geheel)) if geheel else 0}%"


def _treden(verrekening: Verrekening, grond: Onderbouwing) -> list[Trede]:
    uitkomst, feiten = verrekening.uitkomst, grond.bewijs.feiten
    resultaat = Decimal(uitkomst.get("resultaat") or Decimal(feiten["rijksbudget"]) - Decimal(feiten["lasten"]))
    naam = "Overschot" if resultaat >= 0 else "Tekort"
    uitleg = "budget min lasten en kosten" if "ingehouden" in uitkomst else "budget min lasten"
    treden = [Trede(naam, uitleg, resultaat, deel_van(grond, TOT_RESULTAAT, "Waarom dit bedrag?", "het resultaat"))]
    if "reserve_eind" in uitkomst:
        naar = Decimal(uitkomst["uit_reserve"]) - Decimal(uitkomst["naar_reserve"])
        kop = "Uit de reserve" if naar > 0 else "Naar de reserve"
        reden = deel_van(grond, TOT_RESERVE, "Waarom eerst de reserve?", "de reserve")
        treden.append(Trede(kop, "tot haar grens, en nooit onder nul", naar, reden))
    terug = sum(terug_van(verrekening).values(), NUL)
    kop = "Terug naar de gemeenten" if terug >= 0 else "Bijdrage van de gemeenten"
    treden.append(
        Trede(
            kop, "volgens de sleutel", terug, deel_van(grond, TOT_GEMEENTEN, "Waarom deze verdeling?", "de verdeling")
        )
    )
    return treden


def _reserve(verrekening: Verrekening, grond: Onderbouwing) -> Reservebeeld | None:
    uitkomst, feiten = verrekening.uitkomst, grond.bewijs.feiten
    if "reserve_eind" not in uitkomst:
        return None
    begin, eind = Decimal(feiten["begin"]), Decimal(uitkomst["reserve_eind"])
    grens = next(
        (Decimal(stap.waarden["plafond"]) for stap in grond.uitkomst.stappen if stap.sleutel == TOT_RESERVE[1]), None
    )
    geheel = max(begin, eind, grens or NUL)
    laag, hoog = min(begin, eind), max(begin, eind)
    return Reservebeeld(begin, eind, grens, _breedte(laag, geheel), _breedte(hoog - laag, geheel))


def _lead(beeld: Jaarbeeld) -> str:
    """The conclusion in one or two sentences."""
    if beeld.begroting is None:
        return f"Voor {beeld.jaar} is er nog geen begroting."
    if beeld.resultaat is None:
        return f"Uw gemeente heeft in {beeld.jaar} {schrijf_bedrag(beeld.lasten)} aan lasten."
    woord = "over" if beeld.resultaat >= 0 else "tekort"
    zin = f"De regio komt in {beeld.jaar} {schrijf_bedrag(abs(beeld.resultaat))} {woord}."
    if beeld.resultaat >= 0:
        zin = f"De regio houdt in {beeld.jaar} {schrijf_bedrag(beeld.resultaat)} over."
    if beeld.begroting.afgesloten_op is None:
        if beeld.resultaat >= 0:  # what was not spent yet is no surplus
            budget = schrijf_bedrag(beeld.resultaat + beeld.lasten)
            zin = f"In {beeld.jaar} is nu {schrijf_bedrag(beeld.lasten)} aan lasten geboekt, van {budget} rijksgeld."
        return f"{zin} Het jaar is nog open, dus dit bedrag verandert nog."
    if beeld.verrekening is None:
        return zin
    terug = beeld.terug_samen
    deel = f"De gemeenten krijgen samen {schrijf_bedrag(terug)} terug."
    if terug < 0:
        deel = f"De gemeenten betalen samen {schrijf_bedrag(-terug)}."
    elif not terug:
        deel = "De gemeenten krijgen en betalen niets."
    return f"{zin} {deel}"
