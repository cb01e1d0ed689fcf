"""The parts of a letter in their order: the fixed parts of its kind, the free ones, and who to ask."""

from __future__ import annotations

from datetime import timedelta

from voordeur.regels.verwoorden import schrijf_datum

from .blokken import Alinea, Blok, Deel, Opsomming, Tabel
from .opbouw_besluit import delen_van_besluit
from .soorten import Besluit, Brief, Ontvangstbevestiging, Opschorting
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
