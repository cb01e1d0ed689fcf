"""What stands around every letter of the way in, and the confirmation of a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from voordeur.brieven.soorten import Ontvangstbevestiging
from voordeur.brieven.waarden import Afzender, Contact, Kenmerk, Ondertekening, Ontvanger, Rechtsmiddel
from voordeur.inwoner.queries import ONBEKEND, noem
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import eis
from voordeur.kern.models import Account, College, Organisatie
from voordeur.kern.queries import colleges, regeling_versie
from voordeur.regelingen.wetten import wettelijke_termijnen
from voordeur.regels.verwoorden import schrijf_datum

from .feiten import lees
from .fouten import GeenBriefgegevens
from .models import Dossier
from .voorlichting import plan_uiterlijk

COLLEGE = "college van burgemeester en wethouders van"
# when the address is not known the letter is handed over (article 3:41 lid 2 Awb)
UITREIKEN = ("Deze brief wordt persoonlijk overhandigd",)
# what the law lets everybody know: article 2.3.2 lid 2 (the plan, until {plan}) and lid 3 (client support) Wmo
VERVOLG = (
    "Wij bellen u voor een gesprek. U mag iemand meenemen.",
    "U mag tot en met {plan} zelf een plan inleveren. Daarin staat welke hulp u nodig hebt.",
    "U kunt gratis hulp krijgen van een cliëntondersteuner. Vraag ons hoe.",
    "Wij onderzoeken wat u nodig hebt. U krijgt daarvan een verslag.",
)


def ontvangstbevestiging(wie: Actor, dossier: Dossier, uiterlijk: date, op: date) -> Ontvangstbevestiging:
    """The confirmation of a report, with the day by which the investigation is done."""
    plan = plan_uiterlijk(
        dossier, regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op), op
    ).waarde
    return Ontvangstbevestiging(
        **_rand(wie, dossier, op),
        onderwerp="Wij hebben uw melding ontvangen",
        kernzin=f"Wij hebben uw melding ontvangen. Uiterlijk op {schrijf_datum(uiterlijk)} is ons onderzoek klaar.",
        wat="uw melding",
        ontvangen_op=dossier.gemeld_op,
        vervolg=tuple(zin.format(plan=schrijf_datum(plan)) for zin in VERVOLG),
        antwoord_uiterlijk=uiterlijk,
    )


def _rand(wie: Actor, dossier: Dossier, op: date) -> dict[str, Any]:
    """What stands around every letter: who sends it to whom, and who to call."""
    bekend = colleges(dossier.regio_id)
    van, namens = _afzender(wie, dossier, bekend, op)
    accounts = Account.objects.in_bulk([nummer for nummer in (wie.account, dossier.behandelaar) if nummer])
    if wie.inwoner is not None:
        return _aan_wie_zelf_iets_deed(van, dossier, accounts.get(dossier.behandelaar or 0), op)
    tekenaar, behandelaar = accounts[wie.account or 0], accounts[dossier.behandelaar or wie.account or 0]
    return {
        "afzender": afzender_van(van, namens),
        "ontvanger": ontvanger_van(dossier),
        "kenmerk": Kenmerk(ons=dossier.nummer),
        "datum": op,
        "contact": Contact(naam=behandelaar.naam, telefoon=_telefoon(behandelaar, van)),
        "ondertekening": Ondertekening(naam=tekenaar.naam, functie=_functie(wie, tekenaar, op)),
    }


def afzender_van(van: College, namens: College | None = None) -> Afzender:
    """A college as who sends a letter, for itself or in the name of another."""
    return Afzender(
        hoofd=f"Gemeente {van.naam}",
        naam=f"{COLLEGE[:1].upper()}{COLLEGE[1:]} {van.naam}",
        adres=tuple(van.adres.splitlines()),
        krachtens_mandaat=namens is not None,
        namens=f"het {COLLEGE} {namens.naam}" if namens else None,
    )


def _telefoon(behandelaar: Account | None, van: College) -> str:
    nummer = (behandelaar.telefoon if behandelaar else "") or van.telefoon
    eis(bool(nummer), GeenBriefgegevens(van.naam))
    return nummer


def _aan_wie_zelf_iets_deed(van: College, dossier: Dossier, behandelaar: Account | None, op: date) -> dict[str, Any]:
    """A letter that the resident set off: signed by who handles the case, else by the college; never by the resident.

    Answering what came in takes no decision, so it needs no mandate.
    """
    afzender = afzender_van(van)
    telefoon = _telefoon(behandelaar, van)
    naam, functie = afzender.naam, "toegang"
    if behandelaar:
        naam, functie = behandelaar.naam, behandelaar.functie or "medewerker toegang"
    return {
        "afzender": afzender,
        "ontvanger": ontvanger_van(dossier),
        "kenmerk": Kenmerk(ons=dossier.nummer),
        "datum": op,
        "contact": Contact(naam=behandelaar.naam if behandelaar else f"de gemeente {van.naam}", telefoon=telefoon),
        "ondertekening": Ondertekening(naam=naam, functie=functie),
    }


def _afzender(wie: Actor, dossier: Dossier, bekend: Mapping[str, College], op: date) -> tuple[College, College | None]:
    """The college that sends, and the one in whose name when it uses the power of another."""
    eigen = [deel.college for deel in wie.rollen_op(op) if deel.college]
    van_inwoner = bekend[dossier.college_code]
    if dossier.college_code in eigen:
        return van_inwoner, None
    # a shelter that decides writes on the paper of the college, in its name (article 10:10 Awb)
    return (bekend[eigen[0]] if eigen else van_inwoner), van_inwoner


def _functie(wie: Actor, tekenaar: Account, op: date) -> str:
    """What somebody who signs does, and where, when that is not at a college."""
    functie = tekenaar.functie or "medewerker toegang"
    if wie.aanbieder is None or any(deel.college for deel in wie.rollen_op(op)):
        return functie
    return f"{functie} bij {Organisatie.objects.get(pk=int(wie.aanbieder)).naam}"


def ontvanger_van(dossier: Dossier) -> Ontvanger:
    """To whom a letter goes: the resident, by the newest name and address."""
    identiteit, _ = lees(dossier)
    genoemd = noem(identiteit)
    if genoemd == ONBEKEND:
        genoemd = "heer of mevrouw"
    voornaam = str(identiteit.get("voornaam") or identiteit.get("voorletters") or "")
    naam, zelf = str(identiteit.get("naam") or ""), bool(identiteit.get("roepnaam"))
    bekend = zelf or identiteit.get("aanhef")
    aanhef = f"Geachte {genoemd.removeprefix('de heer ') if zelf else genoemd.removeprefix('de ')}"
    aanhef = aanhef if bekend else f"Geachte heer of mevrouw {naam}"
    return Ontvanger(
        naam=f"{voornaam} {naam}".strip() or f"de inwoner van dossier {dossier.nummer}",
        adres=tuple(identiteit.get("adres") or ()) or UITREIKEN,
        aanhef=aanhef.strip(),
    )


def _rechtsmiddel(dossier: Dossier, laatste_dag: date) -> Rechtsmiddel:
    """The objection goes to the college whose decision it is."""
    bij = colleges(dossier.regio_id)[dossier.college_code]
    eis(bool(bij.adres), GeenBriefgegevens(bij.naam))
    termijn = wettelijke_termijnen()["bezwaar"]
    assert termijn.lengte is not None
    return Rechtsmiddel(
        wie="U, of iemand anders voor wie dit besluit gevolgen heeft.",
        weken=termijn.lengte.weken,
        laatste_dag=laatste_dag,
        bij=f"het {COLLEGE} {bij.naam}",
        adres=tuple(bij.adres.splitlines()),
    )
