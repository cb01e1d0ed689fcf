"""What is proposed, what it must say, and whether it departs from the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from voordeur.kern.fouten import eis
from voordeur.regelingen.schema import Regeling
from voordeur.regels.inschaling import Arrangement
from voordeur.regels.pgb import toets_pgb
from voordeur.regels.toegang import Toegang
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum

from ..feiten import Geschreven, arrangementen_van, inschaal_regel, kan_pgb, vormen_van
from ..fouten import OnvolledigVoorstel, PgbNogOnbekend
from ..models import Besluit, Dossier
from ..toelichting import Toelichting

TOEKENNING, AFWIJZING = Besluit.Strekking.TOEKENNING.value, Besluit.Strekking.AFWIJZING.value
EERSTE, GEDEELTELIJK = Besluit.Soort.EERSTE.value, Besluit.Soort.GEDEELTELIJK.value


@dataclass(frozen=True, kw_only=True)
class PgbAfspraken:
    """What a budget is granted on: `bedrag` in euros for each `per` (a month, a year)."""

    bedrag: Decimal
    per: str
    doel: str
    voorwaarden: str


@dataclass(frozen=True, kw_only=True)
class Besluitvoorstel:
    """What is proposed. `vorm`, `arrangement`: ids of the agreement's file. `tot`: the last day, None for no fixed end.

    `afwijking`: why it departs from what the rules say. `in_plaats_daarvan`: what a refused person can get instead.
    `soort`: "eerste", or "gedeeltelijk" with `niet_toegekend` and `waarom_niet`.
    """

    strekking: str
    motivering: str
    soort: str = EERSTE
    vorm: str = ""
    arrangement: str = ""
    zwaarte: str = ""
    leveringsvorm: str = "zin"
    van: date | None = None
    tot: date | None = None
    in_plaats_daarvan: str = ""
    afwijking: str = ""
    niet_toegekend: str = ""
    waarom_niet: str = ""
    pgb: PgbAfspraken | None = None


def controleer(voorstel: Besluitvoorstel, regeling: Regeling, dossier: Dossier, geschreven: Geschreven) -> None:
    """Everything that a proposal of this kind must say, in terms that the agreement has. Raises OnvolledigVoorstel."""
    toekennen, deels = voorstel.strekking == TOEKENNING, voorstel.soort == GEDEELTELIJK
    arrangementen = arrangementen_van(regeling, dossier)
    zwaarten = set(regeling.inschaling.zwaarte_bij_werk.values()) if arrangementen and regeling.inschaling else set()
    for voldaan, veld, reden in (
        (voorstel.strekking in (TOEKENNING, AFWIJZING), "strekking", "Kies toekennen of afwijzen."),
        (voorstel.soort in (EERSTE, GEDEELTELIJK) and (toekennen or not deels), "strekking",
         "Kies toekennen of afwijzen."),
        (bool(voorstel.motivering.strip()), "motivering", "Schrijf op waarom u dit besluit."),
        (not deels or bool(voorstel.niet_toegekend.strip()), "niet_toegekend", "Schrijf op wat u niet toekent."),
        (not deels or bool(voorstel.waarom_niet.strip()), "waarom_niet", "Schrijf op waarom u dat niet toekent."),
        ((toekennen and not deels) or bool(voorstel.in_plaats_daarvan.strip()), "in_plaats_daarvan",
         "Schrijf op wat de inwoner wel kan krijgen."),
        (not toekennen or voorstel.vorm in vormen_van(regeling, dossier), "vorm", "Kies een vorm uit de regeling."),
        (not toekennen or voorstel.van is not None, "van", "Vul de eerste dag in."),
        (voorstel.van is None or voorstel.van >= dossier.gemeld_op, "van",
         f"De eerste dag ligt voor de melding van {schrijf_datum(dossier.gemeld_op)}."),
        (voorstel.van is None or voorstel.tot is None or voorstel.van <= voorstel.tot, "tot",
         "De laatste dag ligt voor de eerste dag."),
        (not toekennen or voorstel.tot is not None or not noemt_duur(regeling), "tot",
         "Vul de laatste dag in. De regeling vraagt dat het besluit zegt hoe lang het geldt."),
        (not toekennen or not arrangementen or voorstel.arrangement in arrangementen, "arrangement",
         "Kies een arrangement uit de regeling."),
        (bool(arrangementen) or not voorstel.arrangement, "arrangement", "Deze regeling kent geen arrangementen."),
        (voorstel.zwaarte in zwaarten | {""}, "zwaarte", "Kies een zwaarte uit de regeling."),
        *_eisen_van_pgb(voorstel, regeling, geschreven),
    ):  # fmt: skip
        eis(voldaan, OnvolledigVoorstel(veld, reden))


def noemt_duur(regeling: Regeling) -> bool:
    """Whether the agreement demands that a decision says how long it holds."""
    return any(eis_.id == "duur" for lijst in regeling.vereisten if lijst.id == "besluit" for eis_ in lijst.eisen)


def _eisen_van_pgb(
    voorstel: Besluitvoorstel, regeling: Regeling, geschreven: Geschreven
) -> tuple[tuple[bool, str, str], ...]:
    """A budget was asked for, the agreement's product knows it, and the decision says how much for what."""
    if voorstel.leveringsvorm == "zin":
        return ()
    afspraken = voorstel.pgb
    compleet = afspraken is not None and all((afspraken.per.strip(), afspraken.doel.strip()))
    return (
        (voorstel.leveringsvorm == "pgb", "leveringsvorm", "Kies zorg in natura of een pgb."),
        (kan_pgb(regeling, voorstel.vorm), "leveringsvorm", "De regeling kent hiervoor geen pgb."),
        (bool(pgbvraag(geschreven)), "leveringsvorm", "De inwoner vroeg niet om een pgb. Leg die vraag eerst vast."),
        (afspraken is not None and afspraken.bedrag > 0, "pgb_bedrag", "Vul het bedrag van het pgb in."),
        (compleet, "pgb_doel", "Schrijf op waarvoor het pgb is, en voor welke tijd."),
        (afspraken is not None and bool(afspraken.voorwaarden.strip()), "pgb_voorwaarden",
         "Schrijf op welke voorwaarden gelden."),
    )  # fmt: skip


def pgbvraag(geschreven: Geschreven) -> Mapping[str, Any]:
    """What was found of the wish for a budget; empty when nobody asked for one."""
    vraag: Mapping[str, Any] = geschreven.get("pgb", {})
    return vraag if vraag.get("gevraagd") else {}


def arrangement_van(regeling: Regeling, geschreven: Geschreven) -> Arrangement | None:
    """What the table of the agreement says of the facts that were written down; None without a table or facts."""
    feiten = geschreven.get("inschaalfeiten")
    return inschaal_regel(regeling, feiten).waarde if feiten and regeling.inschaling else None


@dataclass(frozen=True)
class Tabel:
    """Whether the agreement has a table of arrangements for this, and what fits by it; None while it was not asked."""

    geldt: bool
    past: Arrangement | None


def wijkt_af_van_regels(voorstel: Besluitvoorstel, toegang: Toegang | None, tabel: Tabel) -> bool:
    """Whether a proposal says something else than the rules. Where the agreement has no rule, a person judges.

    An arrangement that was chosen before the table was asked departs from the rules as well.
    """
    if voorstel.strekking == AFWIJZING:
        return toegang is not None and toegang.toegang == "ja"
    if toegang is not None and (toegang.toegang != "ja" or toegang.vormen.get(voorstel.vorm) != "ja"):
        return True
    if not tabel.geldt:
        return False
    past, gekozen = tabel.past, (voorstel.arrangement, voorstel.zwaarte)
    return past is None or (past.arrangement or "", past.zwaarte or "") != gekozen


def wijkt_af_van_pgb(voorstel: Besluitvoorstel, geschreven: Geschreven) -> bool:
    """Whether a grant gives another form of payment than the law says. Raises PgbNogOnbekend.

    Refusing the form of payment is apart from refusing care, and what a region likes is no reason (Wmo 2.3.6).
    """
    vraag = pgbvraag(geschreven)
    if not vraag or voorstel.strekking != TOEKENNING:
        return False
    recht = toets_pgb(vraag["antwoorden"]).waarde.recht
    eis(recht != "onbekend" or voorstel.leveringsvorm == "pgb", PgbNogOnbekend())
    return recht != ("ja" if voorstel.leveringsvorm == "pgb" else "nee")


def toelichting_van(voorstel: Besluitvoorstel, geschreven: Geschreven) -> Toelichting:
    """The texts of a proposal, with the results that were written for it and what was found of a budget."""
    toekennen = voorstel.strekking == TOEKENNING
    vraag = pgbvraag(geschreven) if toekennen else {}
    pgb = {"antwoorden": vraag["antwoorden"], "uitleg": vraag["uitleg"]} if vraag else {}
    if pgb:
        pgb |= {"toegekend": voorstel.leveringsvorm == "pgb"} | _afspraken(voorstel.pgb)
    return Toelichting(
        motivering=voorstel.motivering,
        in_plaats_daarvan=voorstel.in_plaats_daarvan,
        afwijking=voorstel.afwijking,
        niet_toegekend=voorstel.niet_toegekend if voorstel.soort == GEDEELTELIJK else "",
        waarom_niet=voorstel.waarom_niet if voorstel.soort == GEDEELTELIJK else "",
        resultaten=geschreven.get("resultaten", {}) if toekennen else {},
        pgb=pgb or None,
    )


def _afspraken(pgb: PgbAfspraken | None) -> dict[str, str]:
    return {naam: str(waarde) for naam, waarde in asdict(pgb).items()} if pgb else {}


def bedrag_in_woorden(pgb: Mapping[str, Any]) -> str:
    """'€ 1.250,00 per maand', of a budget that was granted."""
    return f"{schrijf_bedrag(Decimal(pgb['bedrag']))} per {pgb['per']}"
