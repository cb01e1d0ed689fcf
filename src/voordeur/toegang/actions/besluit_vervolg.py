"""What comes after a grant: it goes on, changes or ends, each by a decision on paper that two people look at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.perioden import half_open
from voordeur.kern.queries import regeling_versie
from voordeur.regelingen.schema import Regeling
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.herziening import GRONDEN
from voordeur.regels.toegang import Toegang
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verwoorden import schrijf_datum

from ..brief_besluit import grenzen
from ..feiten import Geschreven, arrangementen_van, lees, nog_te_beoordelen, toetsfeiten
from ..fouten import KanNietBerekend, OnvolledigVoorstel, RedenOntbreekt
from ..models import Besluit, Dossier
from ..queries_besluit import is_van_papier, laatste_toekenning
from ..toelichting import Toelichting, soort_van
from .besluit_voorstel import (
    TOEKENNING,
    Besluitvoorstel,
    PgbAfspraken,
    Tabel,
    arrangement_van,
    controleer,
    toelichting_van,
    wijkt_af_van_pgb,
    wijkt_af_van_regels,
)
from .besluiten import leg_klaar, toets_nu
from .stappen import WERKERS, bewaar, eis_geen_voorstel, pak_dossier

Soort = Besluit.Soort
NA_HET_BESLUIT = frozenset({Dossier.Stap.PLAATSING, Dossier.Stap.VERBLIJF, Dossier.Stap.AFGESLOTEN})
ERNA = frozenset({Soort.VERLENGING, Soort.OVERBRUGGING})
STOPT = frozenset({Soort.INTREKKING, Soort.EINDE})
WAAROM_OP_PAPIER = "Schrijf op waarom de hulp kan doorgaan op het papieren besluit."
VERVOLG = (*ERNA, Soort.HERZIENING, *STOPT)


@dataclass(frozen=True, kw_only=True)
class Vervolgvoorstel:
    """What is proposed after a grant. `van`: the first day of what comes, or of being without.

    `grond`: the letter of article 2.3.10 lid 1 Wmo of a revision or an end. `te_laat`: why an extension comes after the
    end. `op_papier`: why help goes on on the ground of a decision on paper, of which the conditions were not assessed
    here. What a revision does not name stays as it was.
    """

    soort: str
    motivering: str
    van: date | None = None
    tot: date | None = None
    grond: str = ""
    te_laat: str = ""
    in_plaats_daarvan: str = ""
    afwijking: str = ""
    op_papier: str = ""
    vorm: str = ""
    arrangement: str = ""
    zwaarte: str = ""


@handeling("toegang.besluit.vervolg", rollen=WERKERS)
def bereid_vervolg_voor(
    wie: Actor, dossier: Dossier, voorstel: Vervolgvoorstel, *, versie: int, op: date
) -> Gedaan[Besluit]:
    """Prepare an extension, a bridging decision, a revision, a withdrawal or an end of what was granted.

    Raises OnvolledigVoorstel, RedenOntbreekt, StapNietAanDeBeurt. A bridging decision judges nothing anew: it lets help
    go on until the decision on what comes after.
    """
    dossier = pak_dossier(dossier, versie, NA_HET_BESLUIT)
    eis_geen_voorstel(dossier)
    oud = laatste_toekenning(dossier)
    if oud is None:
        raise StapNietAanDeBeurt("In dit dossier is niets toegekend. Er is niets om te verlengen of te stoppen.")
    controleer_vervolg(voorstel, oud, op)
    if voorstel.soort in STOPT:
        velden, toelichting, uitkomst = _einde(voorstel, oud), _woorden(voorstel, oud), None
    else:
        velden, toelichting, uitkomst = _toekenning(wie, dossier, voorstel, oud, op)
    besluit = leg_klaar(wie, dossier, velden | {"soort": voorstel.soort, "vervangt": oud}, toelichting, op)
    bewaar(dossier)
    return Gedaan(besluit, uitkomst)


def controleer_vervolg(voorstel: Vervolgvoorstel, oud: Besluit, op: date) -> None:
    """Everything that a decision of this kind must say. Raises OnvolledigVoorstel."""
    begin, einde = grenzen(oud)
    assert begin is not None
    erna, grond_nodig = voorstel.soort in ERNA, voorstel.soort in {*STOPT, Soort.HERZIENING}
    dag = voorstel.van or date.max
    te_laat = erna and einde is not None and op > einde
    tekst = schrijf_datum(einde) if einde else ""
    for voldaan, veld, reden in (
        (voorstel.soort in VERVOLG, "soort", "Kies wat u wilt besluiten."),
        (bool(voorstel.motivering.strip()), "motivering", "Schrijf op waarom u dit besluit."),
        (voorstel.van is not None, "van", "Vul de dag in waarop dit ingaat."),
        (not erna or einde is not None, "soort", "Dit besluit heeft geen laatste dag. Verlengen is niet nodig."),
        (not erna or einde is None or dag > einde, "van", f"Het besluit van nu loopt tot en met {tekst}."),
        (not te_laat or bool(voorstel.te_laat.strip()), "te_laat",
         f"De hulp was toegekend tot en met {tekst}. Schrijf op waarom dit later komt."),
        (erna or dag >= begin, "van", f"Het besluit van nu begint op {schrijf_datum(begin)}."),
        (erna or einde is None or dag <= einde, "van", f"Het besluit van nu loopt al af op {tekst}."),
        (voorstel.soort != Soort.OVERBRUGGING or voorstel.tot is not None, "tot", "Vul de laatste dag in."),
        (voorstel.tot is None or voorstel.tot >= dag, "tot", "De laatste dag ligt voor de eerste dag."),
        (not grond_nodig or voorstel.grond in GRONDEN, "grond", "Kies de reden uit de wet."),
        (voorstel.soort != Soort.INTREKKING or bool(voorstel.in_plaats_daarvan.strip()), "in_plaats_daarvan",
         "Schrijf op wat de inwoner wel kan krijgen."),
    ):  # fmt: skip
        eis(voldaan, OnvolledigVoorstel(veld, reden))


def _einde(voorstel: Vervolgvoorstel, oud: Besluit) -> dict[str, Any]:
    return {
        "strekking": Besluit.Strekking.BEEINDIGING,
        "gaat_in_op": voorstel.van,
        **{naam: getattr(oud, naam) for naam in ("vorm", "arrangement", "zwaarte", "leveringsvorm")},
    }


def _toekenning(
    wie: Actor, dossier: Dossier, voorstel: Vervolgvoorstel, oud: Besluit, op: date
) -> tuple[dict[str, Any], Toelichting, Uitkomst[Toegang] | None]:
    """The fields and the texts of what comes in the place of the earlier grant, or after it."""
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    identiteit, geschreven = lees(dossier)
    nieuw = als_voorstel(voorstel, oud, geschreven)
    controleer(nieuw, regeling, dossier, geschreven)
    uitkomst, bewijs, wijkt_af, papier = None, None, False, False
    if voorstel.soort != Soort.OVERBRUGGING:
        feiten = toetsfeiten(dossier, identiteit, geschreven, op)
        papier = rust_op_papier(regeling, dossier, feiten, nieuw.vorm)
        eis(not papier or bool(voorstel.op_papier.strip()), OnvolledigVoorstel("op_papier", WAAROM_OP_PAPIER))
        if not papier:
            uitkomst, bewijs = toets_nu(wie, dossier, regeling, feiten)
        # what fits by the table was judged with the first decision; only another choice is a departure now
        anders = (nieuw.arrangement, nieuw.zwaarte) != (oud.arrangement, oud.zwaarte)
        tabel = Tabel(anders and bool(arrangementen_van(regeling, dossier)), arrangement_van(regeling, geschreven))
        toegang = uitkomst.waarde if uitkomst else None
        wijkt_af = wijkt_af_van_regels(nieuw, toegang, tabel) | wijkt_af_van_pgb(nieuw, geschreven)
        eis(not wijkt_af or bool(voorstel.afwijking.strip()), RedenOntbreekt())
    assert nieuw.van is not None
    velden = {
        "strekking": TOEKENNING,
        "gaat_in_op": voorstel.van if voorstel.soort == Soort.HERZIENING else None,
        "periode": half_open(nieuw.van, nieuw.tot),
        "wijkt_af": wijkt_af,
        "bewijs": bewijs,
        **{naam: getattr(nieuw, naam) for naam in ("vorm", "arrangement", "zwaarte", "leveringsvorm")},
    }
    teksten = toelichting_van(nieuw, geschreven)
    eigen = replace(_woorden(voorstel, oud), op_papier=voorstel.op_papier if papier else "")
    return velden, replace(eigen, resultaten=teksten.resultaten, pgb=teksten.pgb), uitkomst


def rust_op_papier(regeling: Regeling, dossier: Dossier, feiten: Geschreven, vorm: str) -> bool:
    """Whether help can only go on on the ground of a decision on paper: unknown is not no, and no departure."""
    try:
        return nog_te_beoordelen(regeling, dossier, feiten, vorm) and is_van_papier(dossier)
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None


def als_voorstel(voorstel: Vervolgvoorstel, oud: Besluit, geschreven: Geschreven) -> Besluitvoorstel:
    """The same as a grant of its own: what is not named stays as the earlier decision has it."""
    anders = voorstel.soort == Soort.HERZIENING
    tot = voorstel.tot if voorstel.tot or not anders else grenzen(oud)[1]
    return Besluitvoorstel(
        strekking=TOEKENNING,
        motivering=voorstel.motivering,
        vorm=(anders and voorstel.vorm) or oud.vorm,
        arrangement=(anders and voorstel.arrangement) or oud.arrangement,
        zwaarte=(anders and voorstel.zwaarte) or oud.zwaarte,
        leveringsvorm=oud.leveringsvorm,
        van=voorstel.van,
        tot=tot,
        afwijking=voorstel.afwijking,
        pgb=_pgb_van(geschreven.get(soort_van(oud), {})),
    )


def _pgb_van(eerder: Geschreven) -> PgbAfspraken | None:
    afspraken = eerder.get("pgb") or {}
    if not afspraken.get("toegekend"):
        return None
    teksten = {naam: afspraken[naam] for naam in ("per", "doel", "voorwaarden")}
    return PgbAfspraken(bedrag=Decimal(afspraken["bedrag"]), **teksten)


def _woorden(voorstel: Vervolgvoorstel, oud: Besluit) -> Toelichting:
    einde = grenzen(oud)[1]
    return Toelichting(
        motivering=voorstel.motivering,
        in_plaats_daarvan=voorstel.in_plaats_daarvan,
        afwijking=voorstel.afwijking,
        grond=voorstel.grond if voorstel.soort not in ERNA else "",
        te_laat=voorstel.te_laat,
        was_tot=einde.isoformat() if einde else "",
    )


def dag_erna(besluit: Besluit) -> date | None:
    """The first day after a grant: where an extension begins without a gap; None when it has no end."""
    einde = grenzen(besluit)[1]
    return einde + timedelta(days=1) if einde else None
