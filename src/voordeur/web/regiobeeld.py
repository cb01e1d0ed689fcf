"""What the page of the region shows of its figures: words, bars and explanations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from voordeur.geld.models import Verrekening
from voordeur.geld.queries import kan_verrekenen, waarom_van
from voordeur.regelingen.schema import Regeling
from voordeur.regels.bedragen import EURO, NUL, rond
from voordeur.regels.plichten import Plichtdag, jaarkalender
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum, schrijf_percentage
from voordeur.schermen.bouwstenen import Chip, Uitlegregel, Waarom, termijnchip
from voordeur.schermen.gronden import gronden_van, in_woorden
from voordeur.verantwoording.tabellen import Tabel, rij, tabel

from .regiocijfers import Bewoners, Jaargeld, Reserve

WAAROM_GETAL, WAAROM_BEDRAG = "Waarom dit getal?", "Waarom dit bedrag?"
MEESTE_PLICHTEN = 6
VOORBEELD = Chip("info", "Voorbeeldbedrag", "info-circle")


@dataclass(frozen=True)
class Kerncijfer:
    """A figure with what stands under it, and where it comes from."""

    naam: str
    getal: str
    uitleg: str
    waarom: Waarom
    chip: Chip | None = None


def heel(bedrag: Decimal) -> str:
    """Whole euros: cents say nothing here, and each amount has its exact origin beside it."""
    return schrijf_bedrag(rond(bedrag, EURO)).removesuffix(",00")


def _waarom(vraag: str, waarover: str, *zinnen: str) -> Waarom:
    return Waarom(vraag, tuple(map(Uitlegregel, zinnen)), waarover=waarover)


def kerncijfers(
    mensen: Bewoners, geld: Jaargeld, stand: Reserve, dag: date, gemeenten: int
) -> tuple[Kerncijfer, ...]:  # fmt: skip
    """The four figures that the page starts with."""
    return _wonen(mensen, dag, gemeenten), _wachten(mensen, dag), _resultaat(geld, dag), _reserve(geld, stand, dag)


def _wonen(mensen: Bewoners, dag: date, gemeenten: int) -> Kerncijfer:
    waarom = _waarom(
        WAAROM_GETAL, "bij wonen",
        f"Wij tellen wie op {schrijf_datum(dag)} een plek heeft in beschermd wonen. Iedereen telt één keer.",
    )  # fmt: skip
    return Kerncijfer("Wonen beschermd", str(mensen.wonen), f"uit {gemeenten} gemeenten", waarom)


def _wachten(mensen: Bewoners, dag: date) -> Kerncijfer:
    waarom = _waarom(
        WAAROM_GETAL, "bij wachten",
        f"Wij tellen wie op {schrijf_datum(dag)} een toekenning heeft en nog nergens woont.",
        "De wachttijd telt vanaf de dag van het besluit. Een pgb telt niet mee.",
    )  # fmt: skip
    langste = f"het langst {mensen.langste} {'dag' if mensen.langste == 1 else 'dagen'}"
    return Kerncijfer(
        "Wachten op een plek", str(mensen.wachten), langste if mensen.wachten else "niemand wacht", waarom
    )


def _resultaat(geld: Jaargeld, dag: date) -> Kerncijfer:
    naam = "Resultaat" if geld.gesloten else "Verwacht resultaat"
    if geld.begroting is None or geld.resultaat is None:
        waarom = _waarom(WAAROM_BEDRAG, "bij het resultaat", "Voor dit jaar is nog geen begroting vastgesteld.")
        return Kerncijfer(naam, "nog niet bekend", "er is geen begroting", waarom)
    budget = geld.begroting.rijksbudget
    waarom = _waarom(WAAROM_BEDRAG, "bij het resultaat", *_sommen(geld, budget, geld.resultaat, dag))
    aandeel = f"{_procent(abs(geld.resultaat), budget)} van het budget" if budget else ""
    woord = "tekort" if geld.resultaat < 0 else "over"
    return Kerncijfer(
        naam, heel(geld.resultaat), f"{woord}, {aandeel}", waarom, VOORBEELD if geld.voorbeeld else None
    )  # fmt: skip


def _sommen(geld: Jaargeld, budget: Decimal, resultaat: Decimal, dag: date) -> tuple[str, ...]:
    assert geld.begroting is not None
    begin = f"Het budget is {schrijf_bedrag(budget)}. Besluit: {geld.begroting.besluit}."
    if geld.gesloten:
        kosten: tuple[str, ...] = (f"In het grootboek staat {schrijf_bedrag(geld.verwacht)} aan kosten.",)
    else:
        kosten = (
            f"Aan subsidies is {schrijf_bedrag(geld.subsidies)} verleend of vastgesteld.",
            f"Aan declaraties is op {schrijf_datum(dag)} {schrijf_bedrag(geld.declaraties)} geboekt. "
            f"Als dat zo doorgaat, is het {schrijf_bedrag(geld.declaraties_jaar)} in het hele jaar.",
        )
    return begin, *kosten, f"{schrijf_bedrag(budget)} − {schrijf_bedrag(geld.verwacht)} = {schrijf_bedrag(resultaat)}."


def _reserve(geld: Jaargeld, stand: Reserve, dag: date) -> Kerncijfer:
    if not stand.geboekt:
        waarom = _waarom(WAAROM_BEDRAG, "bij de reserve", "In het grootboek is nog niets op een reserve geboekt.")
        return Kerncijfer("Reserve", "geen", "niets geboekt", waarom)
    waarom = _waarom(
        WAAROM_BEDRAG, "bij de reserve",
        f"Dit is het saldo van de reserve in het grootboek, tot en met boekjaar {dag.year}.",
    )  # fmt: skip
    return Kerncijfer(
        "Reserve", heel(stand.stand), "volgens het grootboek", waarom, VOORBEELD if geld.voorbeeld else None
    )


def conclusie(mensen: Bewoners, geld: Jaargeld, jaar: int) -> str:
    """The page in three sentences."""
    wonen = f"Er {'woont' if mensen.wonen == 1 else 'wonen'} {mensen.wonen} {_mensen(mensen.wonen)} beschermd."
    wacht = (
        f"Er {'wacht' if mensen.wachten == 1 else 'wachten'} {mensen.wachten} {_mensen(mensen.wachten)} op een plek."
    )
    return f"{_geldzin(geld, jaar)} {wonen} {wacht}"


def _mensen(aantal: int) -> str:
    return "mens" if aantal == 1 else "mensen"


def _geldzin(geld: Jaargeld, jaar: int) -> str:
    if geld.resultaat is None:
        return f"Voor {jaar} is er nog geen begroting."
    bedrag, zeker = heel(abs(geld.resultaat)), "" if geld.gesloten else "waarschijnlijk "
    if geld.resultaat < 0:
        return f"De regio komt over {jaar} {zeker}{bedrag} tekort."
    return f"De regio houdt over {jaar} {zeker}{bedrag} over."


def _procent(deel: Decimal, geheel: Decimal) -> str:
    return schrijf_percentage((deel / geheel).quantize(Decimal("0.0001"))) if geheel else "0%"


@dataclass(frozen=True)
class Staaf:
    """Costs beside a share, as widths in percent of the longest; text, so that no comma gets into a drawing."""

    naam: str
    lasten: str
    breed: str
    deel: str


def staven(geld: Jaargeld, namen: Mapping[str, str]) -> tuple[Staaf, ...]:
    """A bar for each municipality with its share as a mark."""
    codes = sorted({*geld.lasten, *geld.delen}, key=lambda code: namen.get(code, code))
    langste = max([*geld.lasten.values(), *geld.delen.values(), Decimal(1)])
    return tuple(
        Staaf(
            namen.get(code, code),
            heel(geld.lasten.get(code, NUL)),
            _breedte(geld.lasten.get(code, NUL), langste),
            _breedte(geld.delen.get(code, NUL), langste),
        )
        for code in codes
    )


def _breedte(bedrag: Decimal, langste: Decimal) -> str:
    return f"{max(NUL, bedrag) / langste * 99:.2f}%"


def kostenzin(geld: Jaargeld, namen: Mapping[str, str]) -> str:
    """Who costs more than its share, in a sentence."""
    if not any(geld.lasten.values()):
        return "In dit jaar zijn nog geen kosten geboekt. Een subsidie telt pas na de vaststelling."
    if not geld.delen:
        return "Er is geen begroting. Daarom is er geen deel om naast te leggen."
    boven = [code for code, bedrag in geld.lasten.items() if bedrag > geld.delen.get(code, NUL)]
    if not boven:
        return "Geen gemeente kost meer dan haar deel van het budget."
    if len(boven) == 1:
        return f"{namen.get(boven[0], boven[0])} kost meer dan haar deel van het budget."
    return f"{len(boven)} gemeenten kosten meer dan hun deel van het budget."


def kostentabel(geld: Jaargeld, namen: Mapping[str, str]) -> Tabel:
    """Costs beside the share in the budget, a line for each municipality."""
    delen, gewicht = geld.delen, sum(geld.sleutel.values(), NUL)
    rijen = (
        rij(
            namen.get(code, code),
            _procent(geld.sleutel.get(code, NUL), gewicht),
            heel(delen.get(code, NUL)),
            heel(geld.lasten.get(code, NUL)),
            heel(delen.get(code, NUL) - geld.lasten.get(code, NUL)),
        )
        for code in sorted({*geld.lasten, *delen}, key=lambda code: namen.get(code, code))
    )
    budget, lasten = sum(delen.values(), NUL), sum(geld.lasten.values(), NUL)
    totaal = rij("Samen", "100%" if delen else "0%", heel(budget), heel(lasten), heel(budget - lasten))
    return tabel(
        "Kosten naast het deel van het budget", ("Gemeente", "Sleutel", "Deel", "Kosten", "Over"), rijen, totaal
    )


@dataclass(frozen=True)
class Afrekening:
    """The settlement of a closed year: what each municipality gets or pays and why; or why there is none."""

    kop: str
    zin: str
    tabel: Tabel | None
    waarom: Waarom | None
    voorbeeld: bool


def afrekening(
    verrekening: Verrekening | None, regeling: Regeling | None, namen: Mapping[str, str]
) -> Afrekening:  # fmt: skip
    """The settlement in words; without one the reason, by the agreement."""
    if verrekening is None:
        return _geen_afrekening(regeling)
    jaar, uitkomst = verrekening.begroting.jaar, verrekening.uitkomst
    grond = waarom_van(verrekening.bewijs)
    waarom = Waarom(WAAROM_BEDRAG, in_woorden(grond.uitkomst, grond.regeling), "in de afrekening") if grond else None
    zin = (
        f"Vastgesteld op {schrijf_datum(verrekening.vastgesteld_op)}."
        if verrekening.vastgesteld_op
        else "Voorlopig: een collega stelt deze afrekening nog vast."
    )
    return Afrekening(
        f"Wat krijgt of betaalt elke gemeente over {jaar}?", zin, _afrekentabel(uitkomst, namen, jaar), waarom,
        verrekening.begroting.voorbeeld,
    )  # fmt: skip


def _geen_afrekening(regeling: Regeling | None) -> Afrekening:
    kop = "Wat krijgt of betaalt elke gemeente?"
    if regeling is None:
        return Afrekening(kop, "Er geldt geen regeling. Daarom is er geen afrekening.", None, None, False)
    kan = kan_verrekenen(regeling)
    zin = "Er is nog geen afgerekend jaar." if kan.waarde else "Deze regio rekent niet af."
    vraag = "Wie rekent af?" if kan.waarde else "Waarom niet?"
    return Afrekening(kop, zin, None, Waarom(vraag, in_woorden(kan, regeling), "bij de afrekening"), False)


def _afrekentabel(uitkomst: Mapping[str, Any], namen: Mapping[str, str], jaar: int) -> Tabel:
    krijgt, betaalt = (
        {code: Decimal(bedrag) for code, bedrag in uitkomst[kant].items()} for kant in ("uitkering", "bijdrage")
    )
    rijen = (
        rij(namen.get(code, code), schrijf_bedrag(krijgt.get(code, NUL)), schrijf_bedrag(betaalt.get(code, NUL)))
        for code in sorted({*krijgt, *betaalt}, key=lambda code: namen.get(code, code))
    )
    totaal = rij("Samen", schrijf_bedrag(sum(krijgt.values(), NUL)), schrijf_bedrag(sum(betaalt.values(), NUL)))
    return tabel(f"Afrekening over {jaar}", ("Gemeente", "Krijgt", "Betaalt"), rijen, totaal)


@dataclass(frozen=True)
class Plichtregel:
    """A duty that comes: what, by whom, by when, and on which ground."""

    wat: str
    wie: str
    uiterlijk: date | None
    chip: Chip | None
    waarom: Waarom


def plichten(regeling: Regeling, vandaag: date) -> tuple[tuple[Plichtregel, ...], tuple[Plichtregel, ...]]:
    """Each duty on the first day that comes, also in the year after; and the ones that the source names no day for."""
    dit, volgend = (jaarkalender(regeling.kalender, jaar).waarde for jaar in (vandaag.year, vandaag.year + 1))
    komend = (dag for dag in (*dit, *volgend) if dag.uiterlijk is not None and dag.uiterlijk >= vandaag)
    eerste: dict[str, Plichtdag] = {}
    for dag in komend:
        eerste.setdefault(dag.plicht.id, dag)
    zonder = [dag for dag in dit if dag.uiterlijk is None]
    return _regels(list(eerste.values())[:MEESTE_PLICHTEN], regeling, vandaag), _regels(zonder, regeling, vandaag)


def _regels(dagen: Iterable[Plichtdag], regeling: Regeling, vandaag: date) -> tuple[Plichtregel, ...]:
    return tuple(
        Plichtregel(
            dag.plicht.wat,
            dag.plicht.wie,
            dag.uiterlijk,
            termijnchip((dag.uiterlijk - vandaag).days) if dag.uiterlijk else None,
            Waarom(
                "Waarom?",
                (Uitlegregel(_wanneer(dag), gronden_van(dag.plicht.grond, regeling)),),
                waarover=f"bij: {dag.plicht.wat}",
            ),
        )
        for dag in dagen
    )


def _wanneer(dag: Plichtdag) -> str:
    aan = f" Het is voor: {dag.plicht.aan}." if dag.plicht.aan else ""
    if dag.uiterlijk is None:
        return f"De regeling noemt geen vaste dag.{aan}"
    van = f"van {schrijf_datum(dag.van)} " if dag.van else ""
    return f"De regeling vraagt dit {van}{'tot en met' if van else 'uiterlijk op'} {schrijf_datum(dag.uiterlijk)}.{aan}"
