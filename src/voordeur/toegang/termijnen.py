"""Which term holds, until when, and the clocks of a dossier that follow it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from voordeur.kern.queries import regeling_van
from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.wetten import sluitingskalender, wettelijke_termijnen
from voordeur.regels.datums import Periode
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.opschorten import Opschorting, Stilstand, Uitstel
from voordeur.regels.termijnen import Termijn, Termijneinde, bereken_termijn
from voordeur.regels.uitkomst import Uitkomst

from .models import Document, Dossier, Ingebrekestelling, Klok

# how the files name their own term for what the law calls so
EIGEN_SOORT = {"onderzoek": "toegang-onderzoek", "besluit": "toegang-besluit"}


def termijn_voor(regeling: Regeling, soort: str, route: str = "") -> Termijn | None:
    """The term of a kind: the one that the route names, else the agreement's own, else the law's; None: there is none.

    A step of a route names a term for a kind by its own name: 'landelijk-onderzoek' for 'onderzoek'.
    """
    eigen = {termijn.soort: termijn for termijn in regeling.termijnen}
    van_route = [deel.termijn for deze in regeling.routes if deze.id == route for deel in deze.stappen if deel.termijn]
    namen = [naam for naam in van_route if naam.endswith(f"-{soort}")] + [EIGEN_SOORT.get(soort, soort)]
    return next((eigen[naam] for naam in namen if naam in eigen), wettelijke_termijnen().get(soort))


def bereken_einde(
    dossier: Dossier, soort: str, start: date, opschortingen: Sequence[Stilstand] = ()
) -> Uitkomst[Termijneinde] | None:
    """The end of a term by the agreement of the day on which it starts; None when nothing sets such a term."""
    regeling, aannames = regeling_van(dossier.regio_id, start)
    termijn = termijn_voor(regeling, soort, dossier.route)
    if termijn is None:
        return None
    uitkomst = bereken_termijn(termijn, start, sluitingskalender(), opschortingen)
    bij_eigen = aannames if termijn in regeling.termijnen else ()
    return Uitkomst(uitkomst.waarde, (*bij_eigen, *uitkomst.stappen))


def start_klok(
    dossier: Dossier, soort: str, start: date, gestart_door: str, opschortingen: Sequence[Periode] = ()
) -> Klok | None:
    """Start the clock of a term, as a part of a larger action; None when neither agreement nor law sets this term.

    `gestart_door`: what set it going ("melding"). Raises IntegrityError when a clock of this kind runs already.
    """
    uitkomst = bereken_einde(dossier, soort, start, opschortingen)
    termijn = termijn_voor(regeling_van(dossier.regio_id, start)[0], soort, dossier.route)
    if uitkomst is None or termijn is None:
        return None
    return Klok.objects.create(
        regio_id=dossier.regio_id,
        college_code=dossier.college_code,
        dossier=dossier,
        soort=soort,
        naam=termijn.naam,
        start=start,
        gestart_door=gestart_door,
        opschortingen=[Opschortregel(van=deel.van, tot=deel.tot).als_json() for deel in opschortingen],
        uiterlijk=uitkomst.waarde.uiterlijk,
    )


def lopende_klok(dossier: Dossier, soort: str) -> Klok | None:
    """The clock of this kind that runs, if one does."""
    return Klok.objects.filter(dossier=dossier, soort=soort, klaar_op=None).first()


def stop_klok(dossier: Dossier, soort: str, op: date) -> None:
    """Stop the clock of this kind that runs; nothing when none does."""
    Klok.objects.filter(dossier=dossier, soort=soort, klaar_op=None).update(klaar_op=op)


def wijs_startstuk_aan(dossier: Dossier, soort: str, stuk: Document) -> None:
    """The paper that set a clock going, when that came after it; nothing for a clock that has one."""
    Klok.objects.filter(dossier=dossier, soort=soort, klaar_op=None, startstuk=None).update(startstuk=stuk)


def schort_op(klok: Klok, opschortingen: Sequence[Periode]) -> None:
    """Compute a clock anew with these suspensions (all of them), as a part of a larger action. Raises OngeldigFeit."""
    reken_opnieuw(klok, regels=tuple(Opschortregel(van=deel.van, tot=deel.tot) for deel in opschortingen))


def reken_opnieuw(
    klok: Klok, *, start: date | None = None, regels: Sequence[Opschortregel] | None = None
) -> Uitkomst[Termijneinde]:
    """Compute a clock anew, as a part of a larger action. Raises OngeldigFeit, RegelOntbreekt and other Onberekenbaar.

    A later end is reminded of again.
    """
    start = start or klok.start
    bewaard = opschortregels_van(klok) if regels is None else tuple(regels)
    uitkomst = bereken_einde(klok.dossier, klok.soort, start, tuple(_stilstand(bewaard)))
    if uitkomst is None:
        raise RegelOntbreekt(f"termijn {klok.soort}")
    if uitkomst.waarde.uiterlijk > klok.uiterlijk:
        klok.herinnerd_op = klok.geescaleerd_op = None
    klok.start, klok.uiterlijk = start, uitkomst.waarde.uiterlijk
    klok.opschortingen = [regel.als_json() for regel in bewaard]
    klok.save(update_fields=["start", "uiterlijk", "opschortingen", "herinnerd_op", "geescaleerd_op"])
    _weeg_ingebrekestellingen(klok)
    return uitkomst


def _weeg_ingebrekestellingen(klok: Klok) -> None:
    """After the end of a term changed: the first notice that came after it counts, the others came too early."""
    alle = Ingebrekestelling.objects.filter(klok=klok)
    if alle.filter(vastgesteld_op__isnull=False, te_vroeg=False).exists():
        # the penalty of this term is fixed: nothing else counts for it
        return
    brieven = alle.filter(vastgesteld_op=None)
    op_volgorde = brieven.order_by("ontvangen_op", "id").values_list("pk", "ontvangen_op")
    telt = next((pk for pk, ontvangen in op_volgorde if ontvangen > klok.uiterlijk), 0)
    brieven.exclude(pk=telt).update(te_vroeg=True)
    brieven.filter(pk=telt).update(te_vroeg=False)


def telt_nu(klok: Klok) -> Ingebrekestelling | None:
    """The notice that counts for a clock, if there is one."""
    return Ingebrekestelling.objects.filter(klok=klok, te_vroeg=False).first()


@dataclass(frozen=True, kw_only=True)
class Opschortregel:
    """One thing that moved the end of a clock. `id`: of `regelingen.wetten.opschortgronden`; `op`: the day it was done.

    `van` and `tot`: the days in which the term stands still, none when `tot` comes before; `dagen`: what was added
    instead. `grens`: the last day that somebody got. `document`: the letter. `geeindigd_op`: when it was ended.
    """

    van: date
    tot: date | None = None
    id: str = ""
    dagen: int = 0
    grond: tuple[str, ...] = ("awb/4:15",)
    op: date | None = None
    grens: date | None = None
    document: int | None = None
    geeindigd_op: date | None = None

    def als_json(self) -> dict[str, Any]:
        return {
            naam: waarde.isoformat() if isinstance(waarde, date) else list(waarde) if naam == "grond" else waarde
            for naam, waarde in vars(self).items()
        }

    def staat_stil_op(self, dag: date) -> bool:
        """Whether it can still be ended: it was not, and its days are not over."""
        return not self.dagen and self.geeindigd_op is None and (self.tot is None or dag <= self.tot)

    def eindig(self, dag: date) -> Opschortregel:
        """The term runs again from a day on, which is not later than it would have been."""
        laatste = dag - timedelta(days=1)
        return replace(self, tot=min(laatste, self.tot) if self.tot else laatste, geeindigd_op=dag)


def opschortregels_van(klok: Klok) -> tuple[Opschortregel, ...]:
    """What moved the end of a clock, in the order in which it was done."""
    return tuple(_lees(deel) for deel in klok.opschortingen)


def _lees(deel: dict[str, Any]) -> Opschortregel:
    dagen = {"van", "tot", "op", "grens", "geeindigd_op"}
    velden = {naam: date.fromisoformat(waarde) if naam in dagen and waarde else waarde for naam, waarde in deel.items()}
    return Opschortregel(**velden | {"grond": tuple(deel.get("grond") or ("awb/4:15",))})


def opschortingen_van(klok: Klok) -> tuple[Stilstand, ...]:
    """What moved the end of a clock, as the rules take it."""
    return tuple(_stilstand(opschortregels_van(klok)))


def _stilstand(regels: Sequence[Opschortregel]) -> Iterator[Stilstand]:
    for regel in regels:
        if regel.dagen:
            yield Uitstel(regel.van, regel.dagen, regel.grond)
        elif regel.tot is None or regel.tot >= regel.van:
            yield Opschorting(regel.van, regel.tot, regel.grond)


def einde_zonder_opschorting(klok: Klok) -> date:
    """The end that the law gives by itself: what was agreed about our own day does not take a right away."""
    uitkomst = bereken_einde(klok.dossier, klok.soort, klok.start)
    return uitkomst.waarde.uiterlijk if uitkomst else klok.uiterlijk
