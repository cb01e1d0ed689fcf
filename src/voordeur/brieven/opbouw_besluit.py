"""The parts of a decision (wet.md 2.4): what it gives, why, what else is possible, what one must do, how to object."""

from __future__ import annotations

from collections.abc import Iterator

from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum

from .blokken import Alinea, Blok, Deel, Opsomming, Tabel
from .soorten import Besluit, Voorziening
from .waarden import Rechtsmiddel

Rij = tuple[str, str]


def delen_van_besluit(brief: Besluit) -> tuple[Deel, ...]:
    """The parts in the order: what, why, instead, free text, money, duties, objection."""
    return tuple(_in_volgorde(brief))


def _in_volgorde(brief: Besluit) -> Iterator[Deel]:
    if brief.gaat_in_op:
        yield Deel("Vanaf wanneer", (Alinea(f"Dit besluit geldt vanaf {schrijf_datum(brief.gaat_in_op)}."),))
    if brief.voorziening:
        yield Deel("Wat u krijgt", (Tabel(("Onderdeel", "Afspraak"), tuple(_rijen(brief.voorziening))),))
    yield _waarom(brief)
    if brief.in_plaats_daarvan:
        yield Deel("Wat u wel kunt krijgen", brief.in_plaats_daarvan)
    yield from brief.delen
    if brief.voorziening:
        yield from _bij_de_hulp(brief.voorziening)
    if brief.rechtsmiddel:
        yield bezwaar_tegen(brief.rechtsmiddel)


def _rijen(hulp: Voorziening) -> Iterator[Rij]:
    yield "Hulp", hulp.naam
    yield "Wat de hulp inhoudt", hulp.inhoud
    yield "Vorm", "persoonsgebonden budget (pgb)" if hulp.pgb else "zorg in natura: wij regelen de aanbieder"
    if hulp.pgb:
        yield "Bedrag", f"{schrijf_bedrag(hulp.pgb.bedrag)} per {hulp.pgb.per}"
        yield "Waarvoor het geld is", hulp.pgb.doel
        yield "Voorwaarden", hulp.pgb.voorwaarden
    else:
        yield "Aanbieder", hulp.aanbieder or "Wij zoeken nog een aanbieder. U krijgt daarover bericht."
    yield "Eerste dag", schrijf_datum(hulp.begin)
    yield "Laatste dag", schrijf_datum(hulp.einde) if hulp.einde else "er is geen vaste laatste dag"


def _waarom(brief: Besluit) -> Deel:
    blokken: tuple[Blok, ...] = (brief.redenering,) if brief.redenering else ()
    if brief.oordeel:
        regels = (Alinea("Dit zeggen de regels:"), *blokken) if blokken else ()
        blokken = (Alinea("Dit is ons oordeel:"), brief.oordeel, *regels)
    if brief.redenering_volgt:
        dag = schrijf_datum(brief.redenering_volgt)
        blokken += (Alinea(f"Er was haast. Daarom krijgt u de uitleg later, uiterlijk op {dag}."),)
    return Deel("Waarom wij dit besluiten", blokken)


def _bij_de_hulp(hulp: Voorziening) -> Iterator[Deel]:
    bijdrage = "Voor deze hulp betaalt u geen eigen bijdrage."
    if hulp.bijdrage_bepaald_door:
        bijdrage = (
            "Voor deze hulp geldt een eigen bijdrage. "
            f"Hoeveel u betaalt, bepaalt {hulp.bijdrage_bepaald_door}. Daarover krijgt u een aparte brief."
        )
    yield Deel("Eigen bijdrage", (Alinea(bijdrage),))
    yield Deel("Geef veranderingen door", tuple(map(Alinea, _plichten(hulp))))


def _plichten(hulp: Voorziening) -> Iterator[str]:
    yield (
        "Verandert er iets in uw situatie? En kan dat belangrijk zijn voor de hulp? Vertel het ons dan meteen. "
        "Dat moet volgens artikel 2.3.8 van de Wmo 2015."
    )
    wanneer = f"uiterlijk op {schrijf_datum(hulp.heronderzoek)}" if hulp.heronderzoek else "van tijd tot tijd"
    yield f"Wij bekijken {wanneer} opnieuw of de hulp nog bij u past (artikel 2.3.9 van de Wmo 2015)."


def bezwaar_tegen(middel: Rechtsmiddel) -> Deel:
    """How to object, for every letter that decides something."""
    if middel.beroep:
        return _beroep(middel)
    uitleg = Alinea("Dan kunt u bezwaar maken. U vraagt ons dan om het besluit opnieuw te bekijken.")
    tabel = Tabel(("Vraag", "Antwoord"), tuple(_bezwaarrijen(middel)))
    inhoud = (Alinea("Schrijf in uw bezwaarschrift:"), Opsomming(middel.inhoud))
    geldt = "Het besluit blijft gelden, ook als u bezwaar maakt."
    if middel.rechtbank:
        geldt += f" Kunt u niet wachten? Vraag dan een voorlopige voorziening bij {middel.rechtbank}."
    return Deel("Bent u het niet eens met dit besluit?", (uitleg, tabel, *inhoud, Alinea(geldt)))


def _beroep(middel: Rechtsmiddel) -> Deel:
    uitleg = Alinea("Dan kunt u in beroep gaan. Een rechter kijkt dan naar het besluit.")
    tabel = Tabel(("Vraag", "Antwoord"), tuple(_beroepsrijen(middel)))
    geldt = Alinea("Het besluit blijft gelden, ook als u in beroep gaat. Voor een beroep betaalt u griffierecht.")
    return Deel("Bent u het niet eens met dit besluit?", (uitleg, tabel, geldt))


def _beroepsrijen(middel: Rechtsmiddel) -> Iterator[Rij]:
    dag = schrijf_datum(middel.laatste_dag)
    yield "Wie kan in beroep?", middel.wie
    yield "Binnen welke tijd?", f"Binnen {middel.weken} weken na de dag waarop wij dit besluit verstuurden."
    yield "Wat is de laatste dag?", dag
    yield "Bij wie?", ", ".join((middel.bij, *middel.adres))


def _bezwaarrijen(middel: Rechtsmiddel) -> Iterator[Rij]:
    weken = "1 week" if middel.weken == 1 else f"{middel.weken} weken"
    dag = schrijf_datum(middel.laatste_dag)
    yield "Wie kan bezwaar maken?", middel.wie
    yield "Binnen welke tijd?", f"Binnen {weken} na de dag waarop wij dit besluit verstuurden."
    yield "Wat is de laatste dag?", f"{dag}. Stuurt u een brief? Doe die dan uiterlijk op deze dag op de post."
    yield "Bij wie?", ", ".join((middel.bij, *middel.adres))
    if middel.digitaal:
        yield "Kan het ook digitaal?", middel.digitaal
