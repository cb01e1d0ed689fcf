"""The parts of a letter in their order: the fixed parts of its kind, the free ones, and who to ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum

from .blokken import Alinea, Blok, Deel, Opsomming, Tabel
from .opbouw_besluit import bezwaar_tegen, delen_van_besluit
from .soorten import (
    Activatiebrief,
    BeslissingOpBezwaar,
    Besluit,
    Brief,
    Dwangsombesluit,
    Ontvangstbevestiging,
    Opschorting,
    Uitnodiging,
)
from .waarden import Contact


def delen_van(brief: Brief) -> tuple[Deel, ...]:
    """All parts under the first sentence, in the order in which they are read."""
    return (*_eigen_delen(brief), _vragen(brief))


def _eigen_delen(brief: Brief) -> tuple[Deel, ...]:
    match brief:
        case Besluit():
            return delen_van_besluit(brief)
        case Opschorting():
            return (*_opschorting(brief), *brief.delen)
        case Ontvangstbevestiging():
            return (*_ontvangst(brief), *brief.delen)
        case Dwangsombesluit() | Activatiebrief():
            vast = _dwangsom(brief) if isinstance(brief, Dwangsombesluit) else _activatie(brief)
            return (*vast, *brief.delen)
        case Uitnodiging() | BeslissingOpBezwaar():
            return tuple(_rond_bezwaar(brief))
        case _:
            return brief.delen


def _opschorting(brief: Opschorting) -> tuple[Deel, ...]:
    dagen = (brief.uiterlijk - brief.datum).days
    termijn = "1 dag" if dagen == 1 else f"{dagen} dagen"
    nodig = (
        Alinea(f"Uw aanvraag van {schrijf_datum(brief.aanvraag_van)} is nog niet compleet. Stuur ons:"),
        Opsomming(brief.ontbreekt),
        Alinea(f"Doe dit uiterlijk op {schrijf_datum(brief.uiterlijk)}. U hebt dus nog {termijn}. {brief.hoe}"),
    )
    return (Deel("Dit hebben wij nog van u nodig", nodig), *_stilstand(brief))


def _stilstand(brief: Opschorting) -> tuple[Deel, ...]:
    vanaf, uiterlijk = schrijf_datum(brief.datum + timedelta(days=1)), schrijf_datum(brief.uiterlijk)
    stil = (
        f"De tijd voor ons besluit staat stil vanaf {vanaf}. "
        f"Dat duurt tot de dag waarop wij alles hebben, en hoogstens tot {uiterlijk}. "
        "Daarna loopt de tijd verder. Dit staat in artikel 4:15 van de Algemene wet bestuursrecht."
    )
    te_laat = (
        "Dan kunnen wij besluiten om uw aanvraag niet te behandelen. "
        "Dit staat in artikel 4:5 van de Algemene wet bestuursrecht. "
        "Lukt het u niet op tijd? Bel ons dan voor die dag."
    )
    return (
        Deel("Wij besluiten daarom later", (Alinea(stil),)),
        Deel("Vult u niet of te laat aan?", (Alinea(te_laat),)),
    )


def _ontvangst(brief: Ontvangstbevestiging) -> tuple[Deel, ...]:
    nu: tuple[Blok, ...] = (
        Alinea(f"Wij ontvingen {brief.wat} op {schrijf_datum(brief.ontvangen_op)}. Dit zijn de volgende stappen:"),
        Opsomming(brief.vervolg, genummerd=True),
        Alinea(f"U hoort uiterlijk op {schrijf_datum(brief.antwoord_uiterlijk)} van ons."),
    )
    gegevens: tuple[Blok, ...] = (
        Tabel(("Onderwerp", "Wat u ons vertelde"), brief.gegevens),
        Alinea("Klopt er iets niet? Laat het ons weten."),
    )
    vervolg = Deel("Wat er nu gebeurt", nu)
    return (vervolg, Deel("Wat u hebt doorgegeven", gegevens)) if brief.gegevens else (vervolg,)


def _activatie(brief: Activatiebrief) -> tuple[Deel, ...]:
    rijen = (("Ga naar", brief.site), ("Uw inlognaam", brief.loginnaam), ("Uw code", brief.code))
    daarna = (
        "Laat de geboortedatum leeg." if brief.voor else "Vul ook uw geboortedatum in.",
        "Kies daarna zelf een wachtwoord van minstens 12 tekens.",
        "Bewaar uw inlognaam. De code hebt u dan niet meer nodig.",
    )
    geldig = (
        f"De code geldt tot en met {schrijf_datum(brief.geldig_tot)} en werkt één keer.\n"
        "Is uw code verlopen of bent u uw wachtwoord kwijt? Bel ons. U krijgt dan een nieuwe brief."
    )
    veilig = (
        "Geef uw code en uw wachtwoord aan niemand. Wij vragen er nooit om.\n"
        "Wilt u dat iemand u helpt? Log dan zelf in en kies 'Wie mij helpt'. Uw helper krijgt een eigen account."
    )
    if brief.voor:
        veilig = "Geef uw code en uw wachtwoord aan niemand. Wij vragen er nooit om."
    return (
        Deel("Zo logt u de eerste keer in", (Tabel(("Wat", "Voor u"), rijen), Opsomming(daarna, genummerd=True))),
        Deel("Hoe lang de code werkt", (Alinea(geldig),)),
        Deel("Houd uw account veilig", (Alinea(veilig),)),
    )


def _dwangsom(brief: Dwangsombesluit) -> tuple[Deel, ...]:
    samen = (*brief.rijen, ("Samen", schrijf_bedrag(brief.bedrag)))
    betaling = Alinea(
        f"Wij betalen dit bedrag uiterlijk op {schrijf_datum(brief.betaald_uiterlijk)}. "
        "Dit staat in artikel 4:87 van de Algemene wet bestuursrecht."
    )
    return (
        Deel("Zo komen wij aan dit bedrag", (Tabel(("Dagen te laat", "Bedrag"), samen),)),
        Deel("Waarom wij dit besluiten", (brief.redenering,)),
        *((Deel("Wanneer u het geld krijgt", (betaling,)),) if brief.bedrag else ()),
        bezwaar_tegen(brief.rechtsmiddel),
    )


def _rond_bezwaar(brief: Uitnodiging | BeslissingOpBezwaar) -> Iterator[Deel]:
    if isinstance(brief, BeslissingOpBezwaar):
        yield from _op_bezwaar(brief)
    else:
        yield from (*_uitnodiging(brief), *brief.delen)


def _uitnodiging(brief: Uitnodiging) -> tuple[Deel, ...]:
    rijen = (("Wanneer?", schrijf_datum(brief.dag)), ("Waar?", brief.waar), ("Stukken lezen", brief.lezen_vanaf))
    mee = (
        "U mag iemand meenemen. U vertelt wat u van het besluit vindt.\n"
        "Wilt u niet komen? Laat het ons weten. Dan beslissen wij zonder gesprek."
    )
    return (Deel("Het gesprek", (Tabel(("Vraag", "Antwoord"), rijen), Alinea(mee))),)


def _op_bezwaar(brief: BeslissingOpBezwaar) -> Iterator[Deel]:
    yield Deel("Waarom wij dit beslissen", (brief.redenering,))
    if brief.vervolg:
        yield Deel("Wat er nu gebeurt", (Alinea(brief.vervolg),))
    yield from brief.delen
    if brief.rechtsmiddel:
        yield bezwaar_tegen(brief.rechtsmiddel)


def _vragen(brief: Brief) -> Deel:
    contact, ons = brief.contact, brief.kenmerk.ons
    bellen = f"Bel dan met {contact.naam}, telefoon {contact.telefoon}"
    bellen += f" ({contact.bereikbaar})." if contact.bereikbaar else "."
    mailen = f" Mailen kan ook: {contact.email}." if contact.email else ""
    return Deel("Hebt u vragen?", (Alinea(f"{bellen}{mailen} Noem ons kenmerk: {ons}."), *_klacht(contact)))


def _klacht(contact: Contact) -> tuple[Blok, ...]:
    if contact.klacht_bij is None:
        return ()
    return (
        Alinea(
            f"Bent u niet tevreden over hoe wij u behandelen? Dan kunt u een klacht indienen: {contact.klacht_bij}."
        ),
    )
