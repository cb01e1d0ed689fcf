"""The decision as a letter, by its kind: what it says, why by which article, and what one can do against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from voordeur.brieven.blokken import Alinea, Blok, Deel, Redenering, Redenstap, Tabel
from voordeur.brieven.soorten import Besluit as Besluitbrief
from voordeur.brieven.soorten import Pgb, Strekking, Voorziening
from voordeur.brieven.waarden import Kenmerk, Rechtsmiddel
from voordeur.kern.actor import Actor
from voordeur.kern.models import Organisatie
from voordeur.kern.perioden import gesloten
from voordeur.regelingen.schema import Regeling
from voordeur.regels.herziening import GROND_LID, GROND_MOMENT, GRONDEN
from voordeur.regels.pgb import VOORWAARDEN, toets_pgb
from voordeur.regels.toegang import Toegang
from voordeur.regels.uitkomst import Gronden, Stap, Uitkomst
from voordeur.regels.verwoorden import NEDERLANDS, schrijf_datum, verwoord
from voordeur.schermen.gronden import gronden_van

from .brief import _rand, _rechtsmiddel
from .feiten import arrangementen_van, leesbaar, vormen_van
from .models import Besluit, Dossier
from .toelichting import Toelichting

Soort = Besluit.Soort
WIE_IS_DE_INWONER = "Zo hebben wij de regels toegepast. Met 'de inwoner' of 'de cliënt' bedoelen wij u."
GEEN_CRITERIA = "De regels van de regio noemen geen eigen criteria. Daarom is dit ons oordeel over uw situatie."
DOOR_WIE = {"BW": "het CAK", "MO": "de opvanginstelling"}
INHOUD = {
    "BW": "U woont met begeleiding en toezicht. Wat u precies krijgt, staat in uw ondersteuningsplan.",
    "MO": "U krijgt onderdak en begeleiding. Wat u precies krijgt, staat in uw plan.",
}
INHOUD_PGB = "U koopt zelf begeleiding en toezicht in. Wat u nodig hebt, staat in het verslag van het onderzoek."
# the grounds of what a person judged: when somebody gets help (2.3.5), when a decision changes (2.3.10)
OORDEEL: Gronden = ("wmo/2.3.5-4",)
OORDEEL_LATER: Gronden = (GROND_LID, GROND_MOMENT)
GEEN_PGB = (
    "U vroeg om een persoonsgebonden budget (pgb). De hulp krijgt u wel, maar het pgb niet. "
    "Wij keken naar de voorwaarden van de wet. Met 'de inwoner' bedoelen wij u."
)
SOORTEN = {
    Soort.VERLENGING: "Uw hulp gaat door",
    Soort.OVERBRUGGING: "Uw hulp gaat door",
    Soort.HERZIENING: "Uw hulp verandert",
    Soort.INTREKKING: "Uw hulp stopt",
    Soort.EINDE: "Uw hulp stopt",
    Soort.OP_BEZWAAR: "Nieuw besluit na uw bezwaar",
}


def besluitbrief(
    wie: Actor, besluit: Besluit, regeling: Regeling, toelichting: Toelichting, uitkomst: Uitkomst[Toegang] | None,
    *, bezwaar_tot: date, op: date,
) -> Besluitbrief:  # fmt: skip
    """The decision as a letter. `bezwaar_tot`: the last day to object, or to go to court after an objection."""
    dossier = besluit.dossier
    toegekend = besluit.strekking == Besluit.Strekking.TOEKENNING
    anders = toelichting.in_plaats_daarvan.strip()
    return Besluitbrief(
        **_rand(wie, dossier, op) | {"kenmerk": Kenmerk(ons=f"{dossier.nummer}, besluit {besluit.nummer}")},
        onderwerp=SOORTEN.get(Soort(besluit.soort), f"Besluit op uw aanvraag voor {_wat(dossier)}"),
        kernzin=kernzin(besluit, toelichting),
        strekking=_strekking(besluit),
        gaat_in_op=besluit.gaat_in_op if besluit.soort != Soort.OP_BEZWAAR else None,
        oordeel=Redenering(tuple(_oordeel(besluit, regeling, toelichting))),
        redenering=_redenering(besluit, regeling, uitkomst),
        rechtsmiddel=_middel(besluit, bezwaar_tot),
        voorziening=_voorziening(besluit, regeling, toelichting) if toegekend else None,
        in_plaats_daarvan=(Alinea(anders),) if anders else (),
        delen=tuple(_delen(besluit, regeling, toelichting)),
    )


def redenen(
    besluit: Besluit,
    regeling: Regeling,
    toelichting: Toelichting,
    uitkomst: Uitkomst[Toegang] | None,
    taal: str = NEDERLANDS,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The reasons as the letter gives them: what a person judged, in their words; what the rules say, in a language."""
    stappen = leesbaar(uitkomst, regeling).stappen if uitkomst else ()
    regels = (verwoord(deze, taal) for deze in stappen if _hoort_erbij(deze, besluit, regeling))
    return tuple(deel.tekst for deel in _oordeel(besluit, regeling, toelichting) if deel.tekst), tuple(regels)


def _wat(dossier: Dossier) -> str:
    return dossier.get_voorziening_display()


def kernzin(besluit: Besluit, toelichting: Toelichting) -> str:
    """The first sentence of the letter, that says it all."""
    wat = _wat(besluit.dossier)
    van, tot = grenzen(besluit)
    tot_en_met = f" tot en met {schrijf_datum(tot)}" if tot else ""
    if besluit.strekking == Besluit.Strekking.BEEINDIGING:
        assert besluit.gaat_in_op is not None
        laatste = schrijf_datum(besluit.gaat_in_op - timedelta(days=1))
        return f"Uw {wat} stopt. De laatste dag is {laatste}."
    if van is None:
        return f"U krijgt geen {wat}."
    if besluit.soort == Soort.OVERBRUGGING:
        wacht = "Voor die tijd besluiten wij over daarna."
        return f"Uw {wat} gaat door vanaf {schrijf_datum(van)}{tot_en_met}. {wacht}"
    if besluit.soort == Soort.VERLENGING:
        return f"Uw {wat} gaat door vanaf {schrijf_datum(van)}{tot_en_met}."
    if besluit.soort == Soort.HERZIENING:
        return f"Uw {wat} verandert vanaf {schrijf_datum(van)}."
    krijgt = f"U krijgt {wat} vanaf {schrijf_datum(van)}{tot_en_met}."
    return f"{krijgt} U krijgt niet alles wat u vroeg." if toelichting.niet_toegekend else krijgt


def _strekking(besluit: Besluit) -> Strekking:
    if besluit.strekking == Besluit.Strekking.BEEINDIGING:
        return Strekking.INTREKKING
    return Strekking.WIJZIGING if besluit.soort == Soort.HERZIENING else Strekking(besluit.strekking)


def grenzen(besluit: Besluit) -> tuple[date | None, date | None]:
    """The first and the last day of what is granted; a last day of None: no fixed end."""
    if besluit.periode is None:
        return None, None
    periode = gesloten(besluit.periode)
    return periode.van, periode.tot


def _oordeel(besluit: Besluit, regeling: Regeling, toelichting: Toelichting) -> Iterator[Redenstap]:
    """What a person found: the reasons in their own words, with the articles that leave it to a person."""
    gronden = OORDEEL_LATER if toelichting.grond else OORDEEL
    yield Redenstap(toelichting.motivering, _in_woorden(gronden, regeling))
    if toelichting.grond:
        letter = toelichting.grond
        wie = " Met 'de inwoner' bedoelt de wet u." if "inwoner" in GRONDEN[letter] else ""
        yield Redenstap(f"De wet noemt deze reden (onder {letter}): {GRONDEN[letter]}{wie}")
    if toelichting.niet_toegekend:
        yield Redenstap(f"Dit krijgt u niet: {toelichting.niet_toegekend}")
        yield Redenstap(f"De reden: {toelichting.waarom_niet}", _in_woorden(OORDEEL, regeling))
    if toelichting.te_laat:
        yield Redenstap(f"Dit besluit komt na het einde van het vorige besluit. De reden: {toelichting.te_laat}")
    if toelichting.op_papier:
        yield Redenstap(f"Wij gaan uit van ons eerdere besluit op papier. De reden: {toelichting.op_papier}")
    if besluit.wijkt_af:
        yield Redenstap(f"Wij wijken af van de uitkomst van de regels. De reden: {toelichting.afwijking}")


def _redenering(besluit: Besluit, regeling: Regeling, uitkomst: Uitkomst[Toegang] | None) -> Redenering | None:
    """What the rules say, apart from what a person judged; None where a decision rests on no rule of the region."""
    if uitkomst is not None:
        regels = (
            Redenstap(verwoord(deze), _in_woorden(deze.gronden, regeling))
            for deze in leesbaar(uitkomst, regeling).stappen
            if _hoort_erbij(deze, besluit, regeling)
        )
        return Redenering((Redenstap(WIE_IS_DE_INWONER), *regels))
    if besluit.soort in (Soort.EERSTE, Soort.GEDEELTELIJK, Soort.OP_BEZWAAR):
        return Redenering((Redenstap(GEEN_CRITERIA),))
    return None


def _hoort_erbij(deze: Stap, besluit: Besluit, regeling: Regeling) -> bool:
    """A grant speaks of the form that is granted, not of the others."""
    if besluit.strekking != Besluit.Strekking.TOEKENNING or "vorm" not in deze.waarden:
        return True
    return bool(deze.waarden["vorm"] == vormen_van(regeling, besluit.dossier).get(besluit.vorm))


def _in_woorden(gronden: Gronden, regeling: Regeling) -> tuple[str, ...]:
    return tuple(dict.fromkeys(grond.tekst for grond in gronden_van(gronden, regeling)))


def _voorziening(besluit: Besluit, regeling: Regeling, toelichting: Toelichting) -> Voorziening:
    van, tot = grenzen(besluit)
    assert van is not None
    soort = besluit.dossier.voorziening
    pgb = _pgb(toelichting) if besluit.leveringsvorm == "pgb" else None
    return Voorziening(
        naam=hulp_in_woorden(besluit, regeling),
        inhoud=INHOUD_PGB if pgb else INHOUD[soort],
        begin=van,
        einde=tot,
        bijdrage_bepaald_door=DOOR_WIE[soort],
        aanbieder=_aanbieder(besluit),
        pgb=pgb,
    )


def _aanbieder(besluit: Besluit) -> str | None:
    """Where somebody lives: kept after a decision that replaces one; at the shelter that took them in; else None."""
    if besluit.vervangt_id:
        return "U houdt uw plek als dat kan. U hoort het als er iets verandert."
    if besluit.dossier.voorziening != "MO":
        return None
    opvang = Organisatie.objects.filter(soort="opvang", pk__in=besluit.dossier.aanbieders[-1:]).first()
    return opvang.naam if opvang else None


def hulp_in_woorden(besluit: Besluit, regeling: Regeling) -> str:
    """'Beschermd wonen, ≤ 12 intramurale setting, midden'."""
    arrangement = arrangementen_van(regeling, besluit.dossier).get(besluit.arrangement, "")
    delen = [vormen_van(regeling, besluit.dossier).get(besluit.vorm, besluit.vorm), arrangement, besluit.zwaarte]
    return ", ".join(deel for deel in delen if deel)


def _pgb(toelichting: Toelichting) -> Pgb:
    afspraken = toelichting.pgb or {}
    return Pgb(
        bedrag=Decimal(afspraken["bedrag"]),
        per=afspraken["per"],
        doel=afspraken["doel"],
        voorwaarden=afspraken["voorwaarden"],
    )


def _delen(besluit: Besluit, regeling: Regeling, toelichting: Toelichting) -> Iterator[Deel]:
    if toelichting.pgb and not toelichting.pgb["toegekend"]:
        yield Deel("Waarom u geen pgb krijgt", tuple(_geen_pgb(toelichting, regeling)))
    if toelichting.resultaten:
        rijen = tuple(toelichting.resultaten.items())
        wens = Alinea("Dit willen wij samen met u bereiken:")
        yield Deel("Resultaten", (wens, Tabel(("Leefgebied", "Resultaat"), rijen)))
    if besluit.soort == Soort.OP_BEZWAAR and besluit.vervangt is not None:
        zin = f"Dit besluit komt in de plaats van ons besluit {besluit.vervangt.nummer}."
        yield Deel("Wat er gebeurt met het eerste besluit", (Alinea(zin),))


def _geen_pgb(toelichting: Toelichting, regeling: Regeling) -> Iterator[Blok]:
    """The law's conditions one by one, each with what was found."""
    assert toelichting.pgb is not None
    uitleg = toelichting.pgb["uitleg"]
    stappen = toets_pgb(toelichting.pgb["antwoorden"]).stappen
    yield Alinea(GEEN_PGB)
    delen = []
    for naam, deze in zip(VOORWAARDEN, stappen, strict=False):
        gevonden = uitleg.get(naam, "").strip()
        delen.append(Redenstap(f"{verwoord(deze)} {gevonden}".strip(), _in_woorden(deze.gronden, regeling)))
    yield Redenering(tuple(delen))


def _middel(besluit: Besluit, laatste_dag: date) -> Rechtsmiddel:
    middel = _rechtsmiddel(besluit.dossier, laatste_dag)
    return als_beroep(middel) if besluit.soort == Soort.OP_BEZWAAR else middel


def als_beroep(middel: Rechtsmiddel) -> Rechtsmiddel:
    """After an objection one goes to court, within the same number of weeks (articles 6:7 and 8:1 Awb)."""
    return replace(
        middel, beroep=True, bij="de rechtbank", adres=("het adres van uw rechtbank staat op www.rechtspraak.nl",)
    )
