"""The letters of the way in, filled from the dossier: the confirmation of a report, the decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from voordeur.brieven.blokken import Alinea, Redenering, Redenstap
from voordeur.brieven.soorten import Besluit as Besluitbrief
from voordeur.brieven.soorten import Ontvangstbevestiging, Strekking, Voorziening
from voordeur.brieven.waarden import Afzender, Contact, Kenmerk, Ondertekening, Ontvanger, Rechtsmiddel
from voordeur.inwoner.queries import ONBEKEND, noem
from voordeur.kern.actor import Actor
from voordeur.kern.models import Account, College, Organisatie
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import colleges
from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.wetten import wettelijke_termijnen
from voordeur.regels.toegang import Toegang
from voordeur.regels.uitkomst import Stap, Uitkomst
from voordeur.regels.verwoorden import schrijf_datum, verwoord
from voordeur.schermen.gronden import gronden_van

from .feiten import arrangementen_van, lees, leesbaar, vormen_van
from .models import Besluit, Dossier

COLLEGE = "college van burgemeester en wethouders van"
# when the address is not known the letter is handed over (article 3:41 lid 2 Awb)
UITREIKEN = ("Deze brief wordt persoonlijk overhandigd",)
WIE_IS_DE_INWONER = "Zo hebben wij de regels toegepast. Met 'de inwoner' of 'de cliënt' bedoelen wij u."
VERVOLG = (
    "Wij bellen u voor een gesprek. U mag iemand meenemen.",
    "U mag binnen zeven dagen na uw melding zelf een plan inleveren.",
    "U kunt gratis hulp krijgen van een cliëntondersteuner. Vraag ons hoe.",
    "Wij onderzoeken wat u nodig hebt. U krijgt daarvan een verslag.",
)
# the grounds of what a person judged: when somebody gets beschermd wonen or shelter
OORDEEL = ("wmo/2.3.5-4",)
DOOR_WIE = {"BW": "het CAK", "MO": "de opvanginstelling"}
INHOUD = {
    "BW": "U woont met begeleiding en toezicht. Wat u precies krijgt, staat in uw ondersteuningsplan.",
    "MO": "U krijgt onderdak en begeleiding. Wat u precies krijgt, staat in uw plan.",
}


@dataclass(frozen=True)
class Toelichting:
    """What a person wrote with a decision."""

    motivering: str
    in_plaats_daarvan: str
    afwijking: str


def ontvangstbevestiging(wie: Actor, dossier: Dossier, uiterlijk: date, op: date) -> Ontvangstbevestiging:
    """The confirmation of a report, with the day by which the investigation is done."""
    return Ontvangstbevestiging(
        **_rand(wie, dossier, op),
        onderwerp="Wij hebben uw melding ontvangen",
        kernzin=f"Wij hebben uw melding ontvangen. Uiterlijk op {schrijf_datum(uiterlijk)} is ons onderzoek klaar.",
        wat="uw melding",
        ontvangen_op=dossier.gemeld_op,
        vervolg=VERVOLG,
        antwoord_uiterlijk=uiterlijk,
    )


def besluitbrief(
    wie: Actor, besluit: Besluit, regeling: Regeling, toelichting: Toelichting, uitkomst: Uitkomst[Toegang] | None,
    *, bezwaar_tot: date, op: date,
) -> Besluitbrief:  # fmt: skip
    """The decision as a letter: what it says, why by which article, and how to object until which day."""
    dossier = besluit.dossier
    toegekend = besluit.strekking == Besluit.Strekking.TOEKENNING
    wat = dossier.get_voorziening_display()
    van, tot = grenzen(besluit)
    tot_en_met = f" tot en met {schrijf_datum(tot)}" if tot else ""
    return Besluitbrief(
        **_rand(wie, dossier, op),
        onderwerp=f"Besluit op uw aanvraag voor {wat}",
        kernzin=f"U krijgt {wat} vanaf {schrijf_datum(van)}{tot_en_met}." if van else f"U krijgt geen {wat}.",
        strekking=Strekking(besluit.strekking),
        redenering=_redenering(besluit, regeling, toelichting, uitkomst),
        rechtsmiddel=_rechtsmiddel(dossier, bezwaar_tot),
        voorziening=_voorziening(besluit, regeling) if toegekend else None,
        in_plaats_daarvan=() if toegekend else (Alinea(toelichting.in_plaats_daarvan),),
    )


def grenzen(besluit: Besluit) -> tuple[date | None, date | None]:
    """The first and the last day of what is granted; a last day of None: no fixed end."""
    if besluit.periode is None:
        return None, None
    periode = gesloten(besluit.periode)
    return periode.van, periode.tot


def _rand(wie: Actor, dossier: Dossier, op: date) -> dict[str, Any]:
    """What stands around every letter: who sends it to whom, and who to call."""
    bekend = colleges(dossier.regio_id)
    van, namens = _afzender(wie, dossier, bekend, op)
    accounts = Account.objects.in_bulk([nummer for nummer in (wie.account, dossier.behandelaar) if nummer])
    tekenaar, behandelaar = accounts[wie.account or 0], accounts[dossier.behandelaar or wie.account or 0]
    return {
        "afzender": Afzender(
            naam=f"{COLLEGE[:1].upper()}{COLLEGE[1:]} {van.naam}",
            adres=tuple(van.adres.splitlines()),
            krachtens_mandaat=namens is not None,
            namens=f"het {COLLEGE} {namens.naam}" if namens else None,
        ),
        "ontvanger": _ontvanger(dossier),
        "kenmerk": Kenmerk(ons=dossier.nummer),
        "datum": op,
        "contact": Contact(naam=behandelaar.naam, telefoon=behandelaar.telefoon or van.telefoon),
        "ondertekening": Ondertekening(naam=tekenaar.naam, functie=_functie(wie, tekenaar, op)),
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


def _ontvanger(dossier: Dossier) -> Ontvanger:
    identiteit, _ = lees(dossier)
    genoemd = noem(identiteit)
    if genoemd == ONBEKEND:
        genoemd = "heer of mevrouw"
    voornaam, naam = str(identiteit.get("voornaam") or ""), str(identiteit.get("naam") or "")
    aanhef = f"Geachte {genoemd.removeprefix('de ')}" if identiteit.get("aanhef") else f"Geachte heer of mevrouw {naam}"
    return Ontvanger(
        naam=f"{voornaam} {naam}".strip() or f"de inwoner van dossier {dossier.nummer}",
        adres=tuple(identiteit.get("adres") or ()) or UITREIKEN,
        aanhef=aanhef.strip(),
    )


def _redenering(
    besluit: Besluit, regeling: Regeling, toelichting: Toelichting, uitkomst: Uitkomst[Toegang] | None
) -> Redenering:
    return Redenering(tuple(_redenstappen(besluit, regeling, toelichting, uitkomst)))


def _redenstappen(
    besluit: Besluit, regeling: Regeling, toelichting: Toelichting, uitkomst: Uitkomst[Toegang] | None
) -> Iterator[Redenstap]:
    yield Redenstap(toelichting.motivering, _in_woorden(OORDEEL, regeling))
    if uitkomst is None:
        yield Redenstap(
            "De regels van de regio noemen geen eigen criteria. Daarom is dit ons oordeel over uw situatie."
        )
        return
    yield Redenstap(WIE_IS_DE_INWONER)
    for deze in leesbaar(uitkomst, regeling).stappen:
        if _hoort_erbij(deze, besluit, regeling):
            yield Redenstap(verwoord(deze), _in_woorden(deze.gronden, regeling))
    if besluit.wijkt_af:
        yield Redenstap(f"Wij wijken van deze uitkomst af. De reden: {toelichting.afwijking}")


def _hoort_erbij(deze: Stap, besluit: Besluit, regeling: Regeling) -> bool:
    """A grant speaks of the form that is granted, not of the others."""
    if besluit.strekking != Besluit.Strekking.TOEKENNING or "vorm" not in deze.waarden:
        return True
    return bool(deze.waarden["vorm"] == vormen_van(regeling, besluit.dossier).get(besluit.vorm))


def _in_woorden(gronden: tuple[str, ...], regeling: Regeling) -> tuple[str, ...]:
    return tuple(dict.fromkeys(grond.tekst for grond in gronden_van(gronden, regeling)))


def _voorziening(besluit: Besluit, regeling: Regeling) -> Voorziening:
    van, tot = grenzen(besluit)
    assert van is not None
    soort = besluit.dossier.voorziening
    arrangement = arrangementen_van(regeling, besluit.dossier).get(besluit.arrangement, "")
    delen = [vormen_van(regeling, besluit.dossier)[besluit.vorm], arrangement, besluit.zwaarte]
    return Voorziening(
        naam=", ".join(deel for deel in delen if deel),
        inhoud=INHOUD[soort],
        begin=van,
        einde=tot,
        bijdrage_bepaald_door=DOOR_WIE[soort],
    )


def _rechtsmiddel(dossier: Dossier, laatste_dag: date) -> Rechtsmiddel:
    """The objection goes to the college whose decision it is."""
    bij = colleges(dossier.regio_id)[dossier.college_code]
    termijn = wettelijke_termijnen()["bezwaar"]
    assert termijn.lengte is not None
    return Rechtsmiddel(
        wie="U, of iemand anders voor wie dit besluit gevolgen heeft.",
        weken=termijn.lengte.weken,
        laatste_dag=laatste_dag,
        bij=f"het {COLLEGE} {bij.naam}",
        adres=tuple(bij.adres.splitlines()),
    )
