"""A dossier as its page shows it: steps, tasks, the provisional outcome with every criterion, terms, what happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse

from voordeur.inwoner.queries import ONBEKEND, VERNIETIGD, noem
from voordeur.inwoner.queries_afscherming import toon_adres
from voordeur.kern.models import Journaalregel
from voordeur.regelingen.schema import Regeling
from voordeur.regels.drieledig import Antwoord
from voordeur.regels.herziening import GRONDEN
from voordeur.regels.toegang import Toegang, Vorm
from voordeur.regels.uitkomst import Stap, Uitkomst
from voordeur.regels.verwoorden import MAANDEN, schrijf_datum, verwoord
from voordeur.schermen.bouwstenen import (
    OORDEELCHIPS,
    Chip,
    Conclusie,
    Gebeurtenis,
    Gegeven,
    Grond,
    Oordeel,
    Processtap,
    Stapstand,
    Taak,
    Taakstand,
    Voorwaarde,
    Waarom,
    termijnchip,
)
from voordeur.schermen.gronden import gronden_van, in_woorden

from .actions.besluit_voorstel import bedrag_in_woorden
from .brief_besluit import grenzen
from .feiten import arrangementen_van, leesbaar, vormen_van
from .klokbeeld import Klokbeeld
from .models import Besluit, Dossier, Klok
from .queries import Dossierbeeld, waarom_klok
from .woorden import verbeterd, woorden_van

WEG = (
    Dossier.Stap.MELDING,
    Dossier.Stap.ONDERZOEK,
    Dossier.Stap.AANVRAAG,
    Dossier.Stap.BESLUIT,
    Dossier.Stap.PLAATSING,
    Dossier.Stap.VERBLIJF,
)
# the next step is in a later room: only the name of its screen is known here
PLAATSEN = "verblijf:plaatsen"
PLAN = "ondersteuningsplan"
DAG_ONBEKEND = "dag niet bekend"
OORDEEL: dict[Antwoord, Oordeel] = {"ja": "klopt", "nee": "klopt_niet", "onbekend": "onbekend"}
# the name of a general condition, by the beginning of the key of its step
VOORWAARDEN = {
    "toegang.leeftijd": "Oud genoeg",
    "toegang.woonplaats": "Woont in een gemeente van de regio",
    "toegang.beste_plek": "De hulp heeft hier de meeste kans",
    "toegang.lokale_voorziening": "Lokale hulp is niet genoeg",
    "toegang.overgangsrecht": "Lokale hulp is niet genoeg",
}
EIND = {
    "onderzoek": "Dan is het onderzoek klaar.",
    "besluit": "Dan is het besluit genomen.",
    "bezwaar": "Tot en met die dag kan de inwoner bezwaar maken.",
    "beslissing-op-bezwaar": "Dan is er beslist op het bezwaar.",
    "ondersteuningsplan": "Dan is het ondersteuningsplan klaar.",
}


@dataclass(frozen=True)
class Termijnbeeld:
    """A term that runs: its last day, what is done by then, and why that day."""

    soort: str
    naam: str
    uiterlijk: date
    zin: str
    chip: Chip
    waarom: Waarom
    klok: Klokbeeld | None = None


@dataclass(frozen=True)
class Vormbeeld:
    """A form beside the one that fits best, with its criteria."""

    naam: str
    chip: Chip
    voorwaarden: tuple[Voorwaarde, ...]


@dataclass(frozen=True)
class Betrokkene:
    """Somebody who takes part in a dossier."""

    naam: str
    rol: str

    @property
    def letters(self) -> str:
        delen = self.naam.split()
        return (delen[0][:1] + (delen[-1][:1] if len(delen) > 1 else "")).upper() if delen else "?"


def naam_van(beeld: Dossierbeeld) -> str:
    """How the resident is called: the first and last name, or what there is instead."""
    if beeld.vernietigd:
        return VERNIETIGD.capitalize()
    voluit = f"{beeld.identiteit.get('voornaam') or ''} {beeld.identiteit.get('naam') or ''}".strip()
    return voluit or ONBEKEND.capitalize()


def kort(dag: date | None) -> str:
    """'2 maart': a day of a step, without its year."""
    return f"{dag.day} {MAANDEN[dag.month - 1]}" if dag else ""


def processtappen(beeld: Dossierbeeld) -> tuple[Processtap, ...]:
    """The way in with its days; a refused or ended dossier ends with 'afgesloten'."""
    dossier = beeld.dossier
    genomen = next((deel.genomen_op for deel in beeld.besluiten if deel.genomen_op), None)
    klaar_op = dict(zip(WEG, (dossier.melddag, dossier.onderzocht_op, dossier.aangevraagd_op, genomen), strict=False))
    if dossier.stap == Dossier.Stap.AFGESLOTEN:
        tot = WEG if geldend(beeld) else WEG[:4]
        return (
            *(_processtap(deel, -1, klaar_op.get(deel), {}) for deel in tot),
            Processtap("Afgesloten", kort(dossier.afgesloten_op), "klaar"),
        )
    hier = WEG.index(Dossier.Stap(dossier.stap))
    lopend = {klok.soort: klok.uiterlijk for klok in beeld.klokken if klok.klaar_op is None}
    return tuple(_processtap(deel, nummer - hier, klaar_op.get(deel), lopend) for nummer, deel in enumerate(WEG))


def _processtap(deel: Dossier.Stap, afstand: int, klaar_op: date | None, lopend: Mapping[str, date]) -> Processtap:
    stand: Stapstand = "klaar" if afstand < 0 else "nu" if afstand == 0 else "straks"
    uiterlijk = f"uiterlijk {kort(lopend[deel.value])}" if deel.value in lopend else ""
    dag = kort(klaar_op) or (DAG_ONBEKEND if deel == Dossier.Stap.MELDING else "")
    return Processtap(deel.label.capitalize(), dag if stand == "klaar" else uiterlijk, stand)


def geldend(beeld: Dossierbeeld) -> Besluit | None:
    """The decision that granted something and was not withdrawn."""
    toegekend = Besluit.Strekking.TOEKENNING
    return next(
        (d for d in beeld.besluiten if d.strekking == toegekend and d.genomen_op and not d.ingetrokken_op), None
    )


def in_voorbereiding(beeld: Dossierbeeld) -> Besluit | None:
    """The decision that waits for a signature."""
    return next((d for d in beeld.besluiten if d.genomen_op is None and d.ingetrokken_op is None), None)


def taken(beeld: Dossierbeeld, account: int | None = None) -> tuple[Taak, ...]:
    """What there is to do in this step, each with how far it is; signing is for another than who prepared it."""
    toegekend = geldend(beeld)
    nummers = {PLAATSEN: toegekend.nummer} if toegekend else {}
    return tuple(
        Taak(naam, reverse(scherm, args=[nummers.get(scherm, beeld.dossier.nummer)]), stand)
        for naam, scherm, stand in _taken(beeld, account)
    )


def _taken(beeld: Dossierbeeld, account: int | None) -> Iterator[tuple[str, str, Taakstand]]:
    stap, stappen = beeld.dossier.stap, Dossier.Stap
    if stap == stappen.MELDING:
        yield "Bevestig de melding", "toegang:bevestigen", "te_doen"
    voorstel = in_voorbereiding(beeld)
    if stap in (stappen.ONDERZOEK, stappen.AANVRAAG, stappen.BESLUIT) and voorstel is None:
        yield from _onderzoekstaken(beeld)
    if stap == stappen.AANVRAAG:
        yield "Leg de aanvraag vast", "toegang:aanvraag", "te_doen"
    if stap == stappen.BESLUIT and voorstel is None:
        yield "Bereid het besluit voor", "toegang:besluit", "te_doen"
    if stap == stappen.PLAATSING:
        yield "Zoek een plek", PLAATSEN, "te_doen"
    if stap == stappen.VERBLIJF and any(klok.soort == PLAN and klok.klaar_op is None for klok in beeld.klokken):
        yield "Noteer het plan van de aanbieder", "verblijf:plan", "te_doen"
    if voorstel is not None and voorstel.voorbereid_door != account:
        yield "Lees en onderteken het besluit", "toegang:ondertekenen", "te_doen"


def _onderzoekstaken(beeld: Dossierbeeld) -> Iterator[tuple[str, str, Taakstand]]:
    geschreven = beeld.geschreven
    onderzocht = beeld.dossier.onderzocht_op is not None
    yield (
        "Leg het onderzoek vast",
        "toegang:onderzoek",
        "klaar" if onderzocht else _stand("onderzoek" in geschreven, False),
    )
    yield "Vul de zelfredzaamheidsmatrix in", "toegang:zrm", "klaar" if "zrm intake" in geschreven else "te_doen"
    if beeld.kent_criteria:
        per_vorm = [list(deel.values()) for deel in geschreven.get("criteria", {}).values()]
        # one form that fits is enough to go on; the others need no answer then
        klaar = any(vorm and all(vorm) for vorm in per_vorm) or not any(None in vorm for vorm in per_vorm)
        yield "Beoordeel de voorwaarden", "toegang:criteria", _stand(any(per_vorm), klaar)
    if arrangementen_van(beeld.regeling, beeld.dossier):
        yield "Bepaal het arrangement", "toegang:inschaling", "klaar" if "inschaalfeiten" in geschreven else "te_doen"


def _stand(begonnen: bool, klaar: bool) -> Taakstand:
    if not begonnen:
        return "te_doen"
    return "klaar" if klaar else "bezig"


def termijnen(
    klokken: Iterable[Klok], regeling: Regeling, op: date, meer: Mapping[int, Klokbeeld] | None = None
) -> tuple[Termijnbeeld, ...]:
    """Each term that runs, with its reasoning computed again; `meer`: what else there is to say, by its id."""
    return tuple(_termijn(klok, regeling, op, (meer or {}).get(klok.pk)) for klok in klokken if klok.klaar_op is None)


def _termijn(klok: Klok, regeling: Regeling, op: date, meer: Klokbeeld | None) -> Termijnbeeld:
    waarom = Waarom("Waarom deze datum?", in_woorden(waarom_klok(klok), regeling), waarover=klok.naam)
    chip = termijnchip((klok.uiterlijk - op).days)
    return Termijnbeeld(
        klok.soort, klok.naam, klok.uiterlijk, EIND.get(klok.soort, "Dan eindigt deze termijn."), chip, waarom, meer
    )


def conclusie(
    uitkomst: Uitkomst[Toegang], regeling: Regeling, feiten: Mapping[str, Any], *, wie: str, voorlopig: bool
) -> tuple[Conclusie, tuple[Vormbeeld, ...]]:
    """The outcome with every general condition and the criteria of the form that fits best; then the other forms."""
    assert regeling.toegang is not None
    toegang = uitkomst.waarde
    orde = ("ja", "onbekend", "nee")
    vormen = sorted(regeling.toegang.vormen, key=lambda vorm: orde.index(toegang.vormen[vorm.id]))
    beste, anderen = vormen[0], vormen[1:]
    algemeen = tuple(_algemeen(leesbaar(uitkomst, regeling).stappen, regeling))
    alle = (*algemeen, *_van_vorm(beste, regeling, feiten["criteria"]))
    zinnen = {
        "ja": f"{wie} komt in aanmerking voor {beste.naam[:1].lower()}{beste.naam[1:]}.",
        "nee": f"{wie} komt niet in aanmerking voor beschermd wonen.",
        "onbekend": f"het is nog niet te zeggen of {wie} in aanmerking komt.",
    }
    naast = tuple(
        Vormbeeld(vorm.naam, OORDEELCHIPS[OORDEEL[toegang.vormen[vorm.id]]],
                  _van_vorm(vorm, regeling, feiten["criteria"]))
        for vorm in anderen
    )  # fmt: skip
    return Conclusie(zinnen[toegang.toegang], alle, voorlopig), naast


def _algemeen(stappen: Sequence[Stap], regeling: Regeling) -> Iterator[Voorwaarde]:
    for deze in stappen:
        soort, _, antwoord = deze.sleutel.rpartition("_")
        naam = VOORWAARDEN.get(soort) or VOORWAARDEN.get(deze.sleutel)
        if naam:
            oordeel: Oordeel = {"ja": "klopt", "nee": "klopt_niet", "onbekend": "onbekend"}.get(antwoord, "klopt")  # type: ignore[assignment]
            yield Voorwaarde(naam, oordeel, verwoord(deze), _vindplaatsen(deze.gronden, regeling))


def _vindplaatsen(gronden: tuple[str, ...], regeling: Regeling) -> tuple[Grond, ...]:
    """Where it stands, without its gist: in a list of conditions the same provision comes many times."""
    return tuple(dict.fromkeys(replace(grond, kern="") for grond in gronden_van(gronden, regeling)))


def chip_van_stap(dossier: Dossier, lopend: Sequence[Termijnbeeld]) -> Chip | None:
    """How long there still is for the step at hand; a report is confirmed within the term of the investigation."""
    soort = "onderzoek" if dossier.stap == Dossier.Stap.MELDING else dossier.stap
    return next((termijn.chip for termijn in lopend if termijn.soort == soort), None)


def _van_vorm(
    vorm: Vorm, regeling: Regeling, criteria: Mapping[str, Mapping[str, bool | None]]
) -> tuple[Voorwaarde, ...]:
    antwoorden = criteria.get(vorm.id, {})
    oordelen: dict[bool | None, Oordeel] = {True: "klopt", False: "klopt_niet", None: "onbekend"}
    gegeven = {True: "De consulent zegt: ja.", False: "De consulent zegt: nee.", None: "Nog niet beoordeeld."}
    return tuple(
        Voorwaarde(tekst, oordelen[antwoord], f"{vorm.naam}. {gegeven[antwoord]}", _vindplaatsen(vorm.grond, regeling))
        for nummer, tekst in enumerate(vorm.criteria, start=1)
        for antwoord in [antwoorden.get(str(nummer))]
    )


def tijdlijn(regels: Iterable[Journaalregel], namen: Mapping[int, str]) -> tuple[Gebeurtenis, ...]:
    """Entries of the journal as events, in the order given."""
    return tuple(_gebeurtenis(regel, namen) for regel in regels)


def _gebeurtenis(regel: Journaalregel, namen: Mapping[int, str]) -> Gebeurtenis:
    woorden = woorden_van(regel.handeling, regel.object_soort)
    zin = woorden.zin.format(wie=wie_deed(regel, namen))
    return Gebeurtenis(regel.op, woorden.wat, f"{zin} {wat_verbeterd(regel)}".strip(), woorden.icoon)


def van_papier(besluit: Besluit) -> str:
    """Why there is no computation of a decision that was taken before the region worked here."""
    assert besluit.genomen_op is not None
    return (
        f"Dit besluit is op papier genomen, op {schrijf_datum(besluit.genomen_op)}, met nummer {besluit.papiernummer}. "
        "De redenen staan op dat papier. De voorwaarden zijn niet in Voordeur beoordeeld."
    )


def wat_verbeterd(regel: Journaalregel) -> str:
    """What an entry of the journal says of a correction."""
    return verbeterd(deel.get("sleutel", "") for deel in regel.waarom)


def wie_deed(regel: Journaalregel, namen: Mapping[int, str]) -> str:
    """Who stands behind an entry of the journal."""
    wie = namen.get(regel.account or 0, "Voordeur" if regel.account is None else "Een medewerker van vroeger")
    if regel.voor is not None:
        wie = f"{wie} (vervangt {namen.get(regel.voor, 'een collega')})"
    return f"{wie} (met noodtoegang)" if regel.noodtoegang is not None else wie


def gegevens(beeld: Dossierbeeld, gemeente: str) -> tuple[Gegeven, ...]:
    """The data beside the dossier; what is not known says so."""
    wie, melding, dossier = beeld.identiteit, beeld.geschreven.get("melding", {}), beeld.dossier
    geboren = wie.get("geboortedatum")
    route = next((deel.naam for deel in beeld.regeling.routes if deel.id == dossier.route), "")
    paren = (
        ("Geboren", schrijf_datum(date.fromisoformat(geboren)) if geboren else "niet bekend"),
        ("Adres", toon_adres(dossier.inwoner, wie, "geen adres bekend")),
        ("Telefoon", wie.get("telefoon") or "niet bekend"),
        ("Gemeente", gemeente),
        ("Gemeld door", dossier.melder),
        ("Route", route),
        ("Reden", melding.get("reden", "")),
        ("Hulp van nu of eerder", melding.get("vorige_voorziening", "")),
    )
    return tuple(Gegeven(naam, str(waarde)) for naam, waarde in paren if waarde)


def besluitgegevens(besluit: Besluit, beeld: Dossierbeeld) -> tuple[Gegeven, ...]:
    """What a decision says, line by line."""
    van, tot = grenzen(besluit)
    toelichting = beeld.geschreven.get(f"besluit {besluit.nummer}", {})
    pgb = toelichting.get("pgb") or {}
    paren = (
        ("Besluit", _wat_besloten(besluit)),
        ("Vorm", vormen_van(beeld.regeling, beeld.dossier).get(besluit.vorm, besluit.vorm)),
        ("Arrangement", arrangementen_van(beeld.regeling, beeld.dossier).get(besluit.arrangement, "")),
        ("Zwaarte", besluit.zwaarte),
        ("Hoe", ("Met een pgb" if pgb["toegekend"] else "In natura. Een pgb is niet toegekend.") if pgb else ""),
        ("Pgb", bedrag_in_woorden(pgb) if pgb.get("toegekend") else ""),
        ("Gaat in op", schrijf_datum(besluit.gaat_in_op) if besluit.gaat_in_op and not van else ""),
        ("Eerste dag", schrijf_datum(van) if van else ""),
        ("Laatste dag", (schrijf_datum(tot) if tot else "geen vaste dag") if van else ""),
        ("Reden", toelichting.get("motivering", "")),
        ("Reden in de wet", GRONDEN.get(toelichting.get("grond", ""), "")),
        ("Te laat, want", toelichting.get("te_laat", "")),
        ("Niet toegekend", toelichting.get("niet_toegekend", "")),
        ("Waarom dat niet", toelichting.get("waarom_niet", "")),
        ("Wat wel kan", toelichting.get("in_plaats_daarvan", "")),
        ("Gaat door op het papieren besluit, want", toelichting.get("op_papier", "")),
        ("Wijkt af, want", toelichting.get("afwijking", "") if besluit.wijkt_af else ""),
        ("Resultaten", "; ".join(f"{domein}: {tekst}" for domein, tekst in toelichting.get("resultaten", {}).items())),
        ("Vervallen op", schrijf_datum(besluit.ingetrokken_op) if besluit.ingetrokken_op else ""),
    )
    return tuple(Gegeven(naam, waarde) for naam, waarde in paren if waarde)


def _wat_besloten(besluit: Besluit) -> str:
    """'Toekennen', 'Verlenging', 'Afwijzen, na bezwaar'."""
    strekking = {"toekenning": "Toekennen", "afwijzing": "Afwijzen", "beeindiging": "Stoppen"}[besluit.strekking]
    if besluit.soort == Besluit.Soort.EERSTE:
        return strekking
    return f"{strekking}: {str(besluit.get_soort_display()).lower()}"


def noemnaam(beeld: Dossierbeeld) -> str:
    """'mevrouw De Wit', in a sentence."""
    return "deze inwoner" if beeld.vernietigd or not beeld.identiteit else noem(beeld.identiteit)


def naar_criteria(beeld: Dossierbeeld) -> str:
    """Where the conditions of a decision on paper are assessed here; empty where that is not possible now."""
    papier = any(deel.papiernummer for deel in beeld.besluiten) and beeld.kent_criteria and not beeld.vernietigd
    kan = beeld.dossier.stap in (Dossier.Stap.PLAATSING, Dossier.Stap.VERBLIJF) and in_voorbereiding(beeld) is None
    return reverse("toegang:criteria", args=[beeld.dossier.nummer]) if papier and kan else ""
