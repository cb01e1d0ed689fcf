"""A dispute, step by step: help goes on, and what was agreed is written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.queries import regeling_versie
from voordeur.regelingen.landelijke_afspraken import geschilweg_van
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.landelijk import Geschilregel, Trede, volgende_trede
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verwoorden import schrijf_datum

from ..fouten import KanNietBerekend
from ..fouten_landelijk import OngeldigAntwoord
from ..models import Dossier, Geschil
from ..termijnen import lopende_klok, start_klok, stop_klok
from .stappen import WERKERS, bewaar, pak_dossier

UITKOMSTEN = {
    "hier": "Deze regio is verantwoordelijk",
    "ander": "De andere partij is verantwoordelijk",
    "samen": "Zij vonden samen een oplossing",
    "ingetrokken": "Het geschil is ingetrokken",
}


@dataclass(frozen=True, kw_only=True)
class Geschilbegin:
    """A difference of opinion. `soort`: "landelijk" or "indicatie". `betaalt_intussen`: who pays while it lasts."""

    soort: str
    wederpartij: str
    begonnen_op: date
    waarover: str
    betaalt_intussen: str


@handeling("toegang.geschil.beginnen", rollen=WERKERS)
def begin_geschil(wie: Actor, dossier: Dossier, begin: Geschilbegin, *, versie: int, op: date) -> Gedaan[Geschil]:
    """Begin a dispute at the first step of the agreement's way, or of the national one. Help goes on meanwhile."""
    dossier = pak_dossier(dossier, versie, Dossier.Stap.values)
    uitkomst = weg_van_geschil(dossier, begin.soort)
    open_ = Geschil.objects.filter(dossier=dossier, soort=begin.soort, opgelost_op=None).exists()
    eis(not open_, StapNietAanDeBeurt("Over dit onderwerp loopt al een geschil."))
    for voldaan, veld, reden in (
        (bool(begin.wederpartij.strip()), "wederpartij", "Vul in met wie."),
        (bool(begin.waarover.strip()), "waarover", "Schrijf op waarover het gaat."),
        (bool(begin.betaalt_intussen), "betaalt_intussen", "Leg vast wie intussen betaalt."),
        (dossier.gemeld_op <= begin.begonnen_op <= op, "begonnen_op",
         f"Vul een dag in vanaf {schrijf_datum(dossier.gemeld_op)} tot en met vandaag."),
    ):  # fmt: skip
        eis(voldaan, OngeldigAntwoord(veld, reden))
    eerste = uitkomst.waarde.treden[0]
    geschil = Geschil.objects.create(
        regio_id=dossier.regio_id, college_code=dossier.college_code, dossier=dossier, soort=begin.soort,
        trede=eerste.id, treden=[_trede(eerste, begin.begonnen_op)], begonnen_op=begin.begonnen_op,
        betaalt_intussen=begin.betaalt_intussen, wederpartij=begin.wederpartij.strip(),
    )  # fmt: skip
    _start_termijn(dossier, eerste, begin.begonnen_op)
    schrijf_op(dossier.inwoner, f"geschil {geschil.pk}", {"waarover": begin.waarover.strip()}, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(geschil, uitkomst)


def weg_van_geschil(dossier: Dossier, soort: str) -> Uitkomst[Geschilregel]:
    """The steps of this kind of dispute for a dossier. Raises KanNietBerekend when no source gives any."""
    try:
        return geschilweg_van(regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op), soort)
    except RegelOntbreekt as fout:
        raise KanNietBerekend(fout) from None


def _trede(trede: Trede, van: date) -> dict[str, str | None]:
    return {"trede": trede.id, "van": van.isoformat(), "tot": None, "uitkomst": ""}


def _start_termijn(dossier: Dossier, trede: Trede, van: date) -> None:
    """The term of a step, where a source gives one; two disputes that wait for the same term share its clock."""
    if trede.termijn and lopende_klok(dossier, trede.termijn) is None:
        start_klok(dossier, trede.termijn, van, f"geschil {trede.id}")


@dataclass(frozen=True, kw_only=True)
class Tredeuitkomst:
    """What came out of a step. `besluit`: a key of UITKOMSTEN when it ended the dispute.

    `verrekening`: who pays back in time ("hier", "ander", or nobody), over which days; noted only.
    """

    op: date
    uitkomst: str
    betaalt_intussen: str
    opgelost: bool
    besluit: str = ""
    verrekening: str = ""
    verrekenen_van: date | None = None
    verrekenen_tot: date | None = None


@handeling("toegang.geschil.verder", rollen=WERKERS)
def rond_trede_af(wie: Actor, geschil: Geschil, trede: Tredeuitkomst, *, versie: int, op: date) -> Gedaan[Geschil]:
    """Note what came out of a step: the dispute is solved, or goes on to the next step. The last step is followed."""
    dossier = pak_dossier(geschil.dossier, versie, Dossier.Stap.values)
    nu = Geschil.objects.select_for_update().get(pk=geschil.pk)
    nu.dossier = dossier
    eis(nu.opgelost_op is None, StapNietAanDeBeurt("Dit geschil is al opgelost."))
    weg = weg_van_geschil(dossier, nu.soort).waarde
    hierna = volgende_trede(weg, nu.trede)
    _controleer(trede, nu, hierna, op)
    deze = next(deel for deel in weg.treden if deel.id == nu.trede)
    if deze.termijn:
        stop_klok(dossier, deze.termijn, trede.op)
    nummer = len(nu.treden)
    nu.treden[-1] |= {"tot": trede.op.isoformat(), "uitkomst": "opgelost" if trede.opgelost else "verder"}
    nu.betaalt_intussen = trede.betaalt_intussen
    if trede.opgelost:
        nu.opgelost_op, nu.uitkomst, nu.verrekening = trede.op, trede.besluit, trede.verrekening
        nu.verrekenen_van, nu.verrekenen_tot = trede.verrekenen_van, trede.verrekenen_tot
    elif hierna is not None:
        nu.trede = hierna.id
        nu.treden.append(_trede(hierna, trede.op))
        _start_termijn(dossier, hierna, trede.op)
    nu.save()
    inhoud = {"uitkomst": trede.uitkomst.strip(), "op": trede.op.isoformat()}
    schrijf_op(dossier.inwoner, f"geschil {nu.pk} {nummer}", inhoud, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(nu)


def _controleer(trede: Tredeuitkomst, geschil: Geschil, hierna: Trede | None, op: date) -> None:
    begin = date.fromisoformat(geschil.treden[-1]["van"])
    van, tot = trede.verrekenen_van, trede.verrekenen_tot
    for voldaan, veld, reden in (
        (begin <= trede.op <= op, "op", f"Vul een dag in vanaf {schrijf_datum(begin)} tot en met vandaag."),
        (bool(trede.uitkomst.strip()), "uitkomst", "Schrijf op wat eruit kwam."),
        (bool(trede.betaalt_intussen), "betaalt_intussen", "Leg vast wie intussen betaalt."),
        (trede.opgelost or hierna is not None, "opgelost",
         "Dit is de laatste stap. De uitkomst daarvan geldt. Leg vast hoe het is opgelost."),
        (not trede.opgelost or trede.besluit in UITKOMSTEN, "besluit", "Kies hoe het is opgelost."),
        (trede.opgelost or not trede.verrekening, "verrekening", "Verrekenen kan pas als het is opgelost."),
        (not trede.verrekening or van is not None, "verrekenen_van", "Vul de eerste dag in."),
        (not trede.verrekening or tot is not None, "verrekenen_tot", "Vul de laatste dag in."),
        (van is None or tot is None or van <= tot, "verrekenen_tot", "De laatste dag ligt voor de eerste dag."),
    ):  # fmt: skip
        eis(voldaan, OngeldigAntwoord(veld, reden))
