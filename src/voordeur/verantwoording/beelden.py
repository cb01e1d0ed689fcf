"""What the pages of the reports show, from figures, agreement and day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from voordeur.regels.bedragen import EURO, rond
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum
from voordeur.schermen.bouwstenen import Chip, Uitlegregel, Waarom, termijnchip
from voordeur.schermen.gronden import in_woorden

from .kwartalen import Kwartaal
from .models import Kwartaalrapportage
from .queries import Afspraak, Cijfers
from .tabellen import Rij, Tabel, rij, tabel
from .tellen import Kwartaalcijfers, samen

MENSEN = {
    "in_zorg_begin": "Begin",
    "instroom": "Instroom",
    "uitstroom": "Uitstroom",
    "in_zorg_eind": "Eind",
    "wachtend_eind": "Wacht",
}
WERK = {"meldingen": "Meldingen", "toegekend": "Toegekend", "afgewezen": "Afgewezen", "lasten": "Lasten"}
UITLEG = (
    "Wij tellen personen in beschermd wonen. Iedereen telt bij elk cijfer één keer.",
    "Een bewoner telt bij de gemeente van het dossier.",
    "Begin en eind: wie er woont om middernacht voor de eerste dag en na de laatste dag.",
    "Instroom: wie er in het kwartaal woonde, maar aan het begin nog niet.",
    "Uitstroom: wie er in het kwartaal woonde, maar aan het eind niet meer.",
    "Daarom is begin plus instroom min uitstroom altijd het eind. Verhuizen telt niet mee.",
    "Wacht: wie aan het eind een toekenning heeft en nog nergens woont. Een pgb telt niet mee.",
    "Toegekend en afgewezen: op de dag van het besluit. Een ingetrokken besluit telt niet mee.",
    "Lasten: wat in het kwartaal is geboekt als kosten van dat jaar.",
)


@dataclass(frozen=True)
class Stand:
    """How far the report over a quarter is: a few words, and the day that the agreement names."""

    chip: Chip
    uiterlijk: date | None
    waarom: Waarom | None
    te_laat: bool


def stand(kwartaal: Kwartaal, rapportage: Kwartaalrapportage | None, afspraak_: Afspraak, vandaag: date) -> Stand:
    """Set, still running, still to be set, or late."""
    uiterlijk = afspraak_.uiterlijk.waarde if afspraak_.uiterlijk else None
    te_laat = rapportage is None and uiterlijk is not None and uiterlijk < vandaag
    return Stand(_chip(kwartaal, rapportage, uiterlijk, vandaag), uiterlijk, _waarom(kwartaal, afspraak_), te_laat)


def _chip(
    kwartaal: Kwartaal, rapportage: Kwartaalrapportage | None, uiterlijk: date | None, vandaag: date
) -> Chip:  # fmt: skip
    if rapportage is not None:
        return Chip("goed", f"Vastgesteld op {schrijf_datum(rapportage.vastgesteld_op)}", "check")
    if kwartaal.tot >= vandaag:
        return Chip("rust", "Loopt nog", "progress")
    if uiterlijk is None:
        return Chip("rust", "Nog niet vastgesteld", "circle-dashed")
    return termijnchip((uiterlijk - vandaag).days)


def _waarom(kwartaal: Kwartaal, afspraak_: Afspraak) -> Waarom:
    vraag = "Waarom deze dag?" if afspraak_.uiterlijk and afspraak_.uiterlijk.waarde else "Waarom geen dag?"
    if afspraak_.uiterlijk is None:
        regels: tuple[Uitlegregel, ...] = (Uitlegregel(f"Er is geen afspraak: {afspraak_.waarom_niet}."),)
    else:
        regels = in_woorden(afspraak_.uiterlijk, afspraak_.regeling)
    return Waarom(vraag, regels, waarover=f"bij het {kwartaal.naam}")


def zo_tellen_wij() -> Waarom:
    """What each figure means."""
    return Waarom("Hoe tellen wij dit?", tuple(map(Uitlegregel, UITLEG)))


def mensen(aantal: int) -> str:
    """'1 mens', '12 mensen'."""
    return f"{aantal} {'mens' if aantal == 1 else 'mensen'}"


def conclusie(alles: Kwartaalcijfers, loopt: bool) -> str:
    """The quarter in three sentences; `loopt`: it has not ended."""
    verschil = alles.in_zorg_eind - alles.in_zorg_begin
    meer = f"{abs(verschil)} {'meer' if verschil > 0 else 'minder'} dan" if verschil else "evenveel als"
    waar = "Nu wonen" if loopt else "Aan het eind woonden"
    enkel = "Nu woont" if loopt else "Aan het eind woonde"
    begin = f"In dit kwartaal {'kwam' if alles.instroom == 1 else 'kwamen'} er {mensen(alles.instroom)} bij."
    weg = f"Er {'ging' if alles.uitstroom == 1 else 'gingen'} er {alles.uitstroom} weg."
    eind = f"{enkel if alles.in_zorg_eind == 1 else waar} er {mensen(alles.in_zorg_eind)} beschermd, {meer} ervoor."
    return f"{eind} {begin} {weg}"


def per_gemeente(
    cijfers: Cijfers, namen: Mapping[str, str], velden: Mapping[str, str], bijschrift: str
) -> Tabel:  # fmt: skip
    """A table of some figures, a line for each municipality and one for all."""
    rijen = sorted((_rij(namen.get(code, code), deel, velden) for code, deel in cijfers.items()), key=_op_naam)
    return tabel(bijschrift, ("Gemeente", *velden.values()), rijen, _rij("Samen", samen(cijfers.values()), velden))


def _op_naam(deel: Rij) -> str:
    return deel.naam


def _rij(naam: str, cijfers: Kwartaalcijfers, velden: Mapping[str, str]) -> Rij:
    return rij(naam, *(schrijf(cijfers, veld) for veld in velden))


def schrijf(cijfers: Kwartaalcijfers, veld: str) -> str:
    """A figure as people read it."""
    waarde = getattr(cijfers, veld)
    return schrijf_bedrag(waarde) if veld == "lasten" else str(waarde)


def vergelijking(dit: Kwartaalcijfers, ervoor: Kwartaalcijfers, namen: tuple[str, str]) -> Tabel:
    """The quarter beside the one before."""
    rijen = (
        rij(naam, _kort(getattr(ervoor, veld), veld), _kort(getattr(dit, veld), veld), _verschil(dit, ervoor, veld))
        for veld, naam in {**MENSEN, **WERK}.items()
    )
    return tabel("Cijfers van de regio, per jaar en kwartaal", ("Cijfer", *namen, "Verschil"), rijen)


def _kort(waarde: int | Decimal, veld: str) -> str:
    """Whole euros: four columns stand in half a page."""
    return schrijf_bedrag(rond(waarde, EURO)).removesuffix(",00") if veld == "lasten" else str(waarde)


def _verschil(dit: Kwartaalcijfers, ervoor: Kwartaalcijfers, veld: str) -> str:
    verschil = getattr(dit, veld) - getattr(ervoor, veld)
    tekst = _kort(abs(verschil), veld)
    return f"{'+' if verschil > 0 else '−' if verschil < 0 else ''}{tekst}"
