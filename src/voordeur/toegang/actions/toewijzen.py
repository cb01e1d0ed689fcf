"""Who handles a dossier, and the filters of the work list that somebody keeps."""

from __future__ import annotations

from datetime import date

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.journaal import schrijf

from ..fouten import GeenCollega
from ..models import Dossier, Zoekfilter
from ..queries_toewijzen import behandelaars
from .stappen import WERKERS, bewaar, pak_dossier

OPEN = frozenset(set(Dossier.Stap.values) - {Dossier.Stap.AFGESLOTEN})
HOOGSTENS = 20


@handeling("toegang.toewijzen", rollen=WERKERS)
def wijs_toe(wie: Actor, dossier: Dossier, behandelaar: int, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Take up a dossier, or hand it to a colleague (account id). Raises GeenCollega.

    A consulent takes what nobody handles and hands over what is their own; a team leader hands over anything.
    """
    dossier = pak_dossier(dossier, versie, OPEN)
    eis(behandelaar in behandelaars(dossier, op), GeenCollega())
    leidt = any(deel.rol == Rol.TEAMLEIDER for deel in wie.rollen_op(op))
    vrij = dossier.behandelaar is None or dossier.behandelaar in wie.personen_op(op)
    eis(
        leidt or vrij,
        StapNietAanDeBeurt("Een collega behandelt dit dossier. Vraag de teamleider om het over te dragen."),
    )
    dossier.behandelaar = behandelaar
    bewaar(dossier, ["behandelaar"])
    return Gedaan(dossier)


def bewaar_filter(wie: Actor, naam: str, vraag: str) -> Zoekfilter:
    """Keep a filter under a name; one of the same name is replaced. A note to oneself: no power of a college is used.

    Raises ValueError when there are twenty already.
    """
    assert wie.account is not None
    eigen = Zoekfilter.objects.filter(regio_id=wie.regio, account=wie.account)
    if not eigen.filter(naam=naam).exists() and eigen.count() >= HOOGSTENS:
        raise ValueError(f"U hebt al {HOOGSTENS} bewaarde filters. Haal er eerst een weg.")
    gemaakt, _ = eigen.update_or_create(regio_id=wie.regio, account=wie.account, naam=naam, defaults={"vraag": vraag})
    return gemaakt


def haal_filter_weg(wie: Actor, nummer: int) -> None:
    """Throw away a filter of one's own; nothing when it is not there."""
    Zoekfilter.objects.filter(regio_id=wie.regio, account=wie.account or 0, pk=nummer).delete()


def geef_vrij(wie: Actor, account: int, *, op: date) -> int:
    """Let nobody handle the dossiers of an account that is closed, as a part of a larger action. Returns how many."""
    open_ = Dossier.objects.select_for_update(of=("self",)).filter(behandelaar=account).exclude(stap="afgesloten")
    dossiers = list(open_)
    for dossier in dossiers:
        dossier.behandelaar = None
        bewaar(dossier, ["behandelaar"])
        schrijf(wie, "toegang.vrijgeven", op, dossier, dossier.college_code, "", None)
    return len(dossiers)
