"""A decision as a resident reads it: what, from when, why in plain words, and until when one can object."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.toegang import Toegang
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verwoorden import NEDERLANDS
from voordeur.toegang.actions.bezwaren import laatste_dag_van_bezwaar
from voordeur.toegang.brief_besluit import grenzen, kernzin, redenen
from voordeur.toegang.models import Besluit, Bezwaar
from voordeur.toegang.queries import Dossierbeeld, toets_op
from voordeur.toegang.queries_besluit import bezwaren
from voordeur.toegang.toelichting import Toelichting, soort_van

from .woorden import dag, nog, taal

Soort = Besluit.Soort


@dataclass(frozen=True)
class Besluitbeeld:
    """`oordeel`: what a person found; `regels`: what the rules say, in sentences. `bezwaar`: where to object."""

    besluit: Besluit
    kern: str
    oordeel: tuple[str, ...]
    regels: tuple[str, ...]
    anders: str
    laatste_dag: date
    nog: str
    te_laat: bool
    bezwaar: str
    standen: tuple[str, ...]
    brief: int | None


def besluitbeeld(besluit: Besluit, beeld: Dossierbeeld, op: date) -> Besluitbeeld:
    """A decision that was taken, from what was read of its dossier."""
    besluit.dossier = beeld.dossier
    toelichting = Toelichting(**beeld.geschreven.get(soort_van(besluit), {"motivering": ""}))
    oordeel, regels = redenen(besluit, beeld.regeling, toelichting, _uitkomst(besluit, beeld), taal())
    laatste = laatste_dag_van_bezwaar(beeld.dossier, besluit)
    lopend = [deze for deze in bezwaren(beeld.dossier) if deze.besluit_id == besluit.pk]
    kan = besluit.soort != Soort.OP_BEZWAAR and not any(deze.beslist_op is None for deze in lopend)
    return Besluitbeeld(
        besluit, _kern(besluit, toelichting),
        oordeel or _van_papier(besluit), regels,
        toelichting.in_plaats_daarvan, laatste, nog(laatste, op), op > laatste,
        reverse("mijn:bezwaar", args=[beeld.dossier.nummer, besluit.nummer]) if kan else "",
        tuple(map(_stand, lopend)), _brief(besluit, beeld),
    )  # fmt: skip


def _van_papier(besluit: Besluit) -> tuple[str, ...]:
    """Where the reasons are of a decision that was taken before the region worked here."""
    if not besluit.papiernummer:
        return ()
    nummer = {"nummer": besluit.papiernummer}
    return (_("Wij namen dit besluit op papier, met nummer %(nummer)s. De redenen staan in die brief.") % nummer,)


def _kern(besluit: Besluit, toelichting: Toelichting) -> str:
    """What it says in one sentence: that of the letter, or a shorter one in another language."""
    if taal() == NEDERLANDS:
        return kernzin(besluit, toelichting)
    van, tot = grenzen(besluit)
    if besluit.gaat_in_op and besluit.strekking == Besluit.Strekking.BEEINDIGING:
        return _("Uw hulp stopt op %(dag)s.") % {"dag": dag(besluit.gaat_in_op)}
    if van is None:
        return _("U krijgt deze hulp niet.")
    if tot is None:
        return _("U krijgt hulp vanaf %(van)s.") % {"van": dag(van)}
    return _("U krijgt hulp vanaf %(van)s tot en met %(tot)s.") % {"van": dag(van), "tot": dag(tot)}


def _uitkomst(besluit: Besluit, beeld: Dossierbeeld) -> Uitkomst[Toegang] | None:
    if not besluit.bewijs or "toetsfeiten" not in beeld.geschreven:
        return None
    try:
        return toets_op(beeld.regeling, beeld.dossier, beeld.geschreven["toetsfeiten"])
    except Onberekenbaar:
        return None


def _stand(bezwaar: Bezwaar) -> str:
    if bezwaar.beslist_op is None:
        gekregen = _("U maakte bezwaar. Wij kregen het op %(dag)s.") % {"dag": dag(bezwaar.ontvangen_op)}
        vervolg = _("Wij kijken opnieuw en sturen u een brief.")
        return f"{gekregen} {vervolg}"
    uitkomsten = {
        "gegrond": _("U kreeg gelijk."),
        "deels_gegrond": _("U kreeg voor een deel gelijk."),
        "ongegrond": _("U kreeg geen gelijk."),
        "niet_ontvankelijk": _("Wij konden uw bezwaar niet behandelen."),
        "ingetrokken": _("U trok uw bezwaar in."),
    }
    beslist = _("Wij beslisten over uw bezwaar op %(dag)s.") % {"dag": dag(bezwaar.beslist_op)}
    return f"{beslist} {uitkomsten[bezwaar.uitkomst]}"


def _brief(besluit: Besluit, beeld: Dossierbeeld) -> int | None:
    """The letter of the decision: what set the term to object going."""
    begin = f"besluit {besluit.nummer}"
    return next((klok.startstuk_id for klok in beeld.klokken if klok.gestart_door == begin), None)
