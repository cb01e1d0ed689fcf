"""Which term holds, until when, and the clocks of a dossier that follow it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from voordeur.kern.queries import regeling_van
from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.wetten import sluitingskalender, wettelijke_termijnen
from voordeur.regels.datums import Periode
from voordeur.regels.termijnen import Termijn, Termijneinde, bereken_termijn
from voordeur.regels.uitkomst import Uitkomst

from .models import Dossier, Klok

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
    dossier: Dossier, soort: str, start: date, opschortingen: Sequence[Periode] = ()
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
        opschortingen=[_als_json(periode) for periode in opschortingen],
        uiterlijk=uitkomst.waarde.uiterlijk,
    )


def lopende_klok(dossier: Dossier, soort: str) -> Klok | None:
    """The clock of this kind that runs, if one does."""
    return Klok.objects.filter(dossier=dossier, soort=soort, klaar_op=None).first()


def stop_klok(dossier: Dossier, soort: str, op: date) -> None:
    """Stop the clock of this kind that runs; nothing when none does."""
    Klok.objects.filter(dossier=dossier, soort=soort, klaar_op=None).update(klaar_op=op)


def schort_op(klok: Klok, opschortingen: Sequence[Periode]) -> None:
    """Compute a clock anew with these suspensions (all of them), as a part of a larger action. Raises OngeldigFeit."""
    uitkomst = bereken_einde(klok.dossier, klok.soort, klok.start, opschortingen)
    assert uitkomst is not None
    klok.opschortingen = [_als_json(periode) for periode in opschortingen]
    klok.uiterlijk = uitkomst.waarde.uiterlijk
    klok.save(update_fields=["opschortingen", "uiterlijk"])


def opschortingen_van(klok: Klok) -> tuple[Periode, ...]:
    """The suspensions of a clock as periods, both days included."""
    return tuple(
        Periode(date.fromisoformat(deel["van"]), date.fromisoformat(deel["tot"]) if deel["tot"] else None)
        for deel in klok.opschortingen
    )


def _als_json(periode: Periode) -> dict[str, str | None]:
    return {"van": periode.van.isoformat(), "tot": periode.tot.isoformat() if periode.tot else None}
