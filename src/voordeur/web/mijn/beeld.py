"""The own case as a resident reads it: how far it is, what is asked, what happens when. No notes, no proposals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voordeur.kern.actor import Actor
from voordeur.kern.queries import gemeentenamen
from voordeur.schermen.bouwstenen import Stapstand
from voordeur.toegang.feiten import thuis_gegeven, wacht_op_plek
from voordeur.toegang.models import Besluit, Dossier, Klok
from voordeur.toegang.queries import Dossierbeeld
from voordeur.verblijf.models import Plaatsing
from voordeur.verblijf.queries import plaats_in_de_rij

from .queries import adres_verborgen, woning_van
from .woorden import dag

Stap = Dossier.Stap
WEG = (Stap.MELDING, Stap.ONDERZOEK, Stap.AANVRAAG, Stap.BESLUIT, Stap.PLAATSING, Stap.VERBLIJF)


@dataclass(frozen=True)
class Stapbeeld:
    """A step of the way; `stand`: klaar, nu or straks."""

    naam: str
    wanneer: str
    stand: Stapstand


@dataclass(frozen=True)
class Woning:
    """Where somebody lives, or will live, and who to call there."""

    vanaf: date
    aanbieder: str
    huis: str
    adres: str
    gemeente: str
    telefoon: str
    al: bool


def stapnaam(stap: str) -> str:
    """A step in words that everybody uses."""
    return {
        Stap.MELDING: _("U vroeg om hulp"),
        Stap.ONDERZOEK: _("Wij zoeken uit wat u nodig hebt"),
        Stap.AANVRAAG: _("U vraagt de hulp aan"),
        Stap.BESLUIT: _("Wij beslissen"),
        Stap.PLAATSING: _("U wacht op een plek"),
        Stap.VERBLIJF: _("U woont er"),
        Stap.AFGESLOTEN: _("Uw zaak is klaar"),
    }[Stap(stap)]


def stappen(beeld: Dossierbeeld) -> tuple[Stapbeeld, ...]:
    """The way with its days. With money to arrange help oneself nobody waits for a place."""
    dossier = beeld.dossier
    genomen = next((deel.genomen_op for deel in reversed(beeld.besluiten) if deel.genomen_op), None)
    op_dag = dict(zip(WEG, (dossier.melddag, dossier.onderzocht_op, dossier.aangevraagd_op, genomen), strict=False))
    if dossier.stap == Stap.AFGESLOTEN:
        klaar = [Stapbeeld(stapnaam(deel), dag(wanneer), "klaar") for deel, wanneer in op_dag.items() if wanneer]
        eind = dag(dossier.afgesloten_op) if dossier.afgesloten_op else ""
        return (*klaar, Stapbeeld(stapnaam(Stap.AFGESLOTEN), eind, "klaar"))
    toegekend = geldend(beeld)
    weg = WEG[:4] if toegekend and not wacht_op_plek(beeld.regeling, toegekend) else WEG
    hier = WEG.index(Stap(dossier.stap))
    return tuple(_stap(deel, plek - hier, op_dag.get(deel)) for plek, deel in enumerate(weg))


def _stap(deel: Dossier.Stap, afstand: int, wanneer: date | None) -> Stapbeeld:
    stand: Stapstand = "klaar" if afstand < 0 else "nu" if afstand == 0 else "straks"
    gebeurd = wanneer is not None and (stand == "klaar" or deel == Stap.MELDING)
    return Stapbeeld(stapnaam(deel), dag(wanneer) if gebeurd and wanneer else "", stand)


def genomen_besluiten(beeld: Dossierbeeld) -> tuple[Besluit, ...]:
    """The decisions that were taken, the newest first. What is being prepared is nobody's yet."""
    return tuple(deel for deel in beeld.besluiten if deel.genomen_op)


def geldend(beeld: Dossierbeeld) -> Besluit | None:
    """The decision that granted something and was not withdrawn."""
    toegekend = Besluit.Strekking.TOEKENNING
    return next((d for d in genomen_besluiten(beeld) if d.strekking == toegekend and not d.ingetrokken_op), None)


def nu(beeld: Dossierbeeld) -> tuple[str, ...]:
    """What happens now, in a few sentences."""
    return tuple(_nu(beeld))


def _nu(beeld: Dossierbeeld) -> Iterator[str]:
    stap, toegekend = Stap(beeld.dossier.stap), geldend(beeld)
    thuis = stap == Stap.VERBLIJF and toegekend is not None and thuis_gegeven(beeld.regeling, toegekend)
    zin = {
        Stap.MELDING: _("Wij hebben uw vraag om hulp. U krijgt van ons een brief."),
        Stap.ONDERZOEK: _("Wij praten met u over wat u nodig hebt. U mag iemand meenemen."),
        Stap.AANVRAAG: _("Ons onderzoek is klaar. Nu vraagt u de hulp aan."),
        Stap.BESLUIT: _("Wij hebben uw aanvraag. Nu beslissen wij welke hulp u krijgt."),
        Stap.PLAATSING: _("U krijgt hulp. Wij zoeken een plek die bij u past."),
        Stap.VERBLIJF: _("U krijgt hulp op een plek waar u woont."),
        Stap.AFGESLOTEN: _("Uw zaak is klaar. Hebt u weer hulp nodig? Bel ons dan."),
    }[stap]
    if not thuis:
        yield zin
    if stap == Stap.VERBLIJF and toegekend and toegekend.leveringsvorm == "pgb":
        yield _("U regelt de hulp zelf met een persoonsgebonden budget.")
    if thuis:
        yield _("U krijgt deze hulp thuis.")
    if stap == Stap.PLAATSING and toegekend and toegekend.genomen_op:
        yield from _in_de_rij(toegekend)


def daarna(beeld: Dossierbeeld) -> str:
    """What comes after this, in a sentence; empty when nothing does."""
    return {
        Stap.MELDING: _("Daarna praten wij met u over wat u nodig hebt."),
        Stap.ONDERZOEK: _("Daarna krijgt u een verslag. Met dat verslag kunt u hulp aanvragen."),
        Stap.AANVRAAG: _("Daarna beslissen wij welke hulp u krijgt."),
        Stap.BESLUIT: _("Krijgt u hulp? Dan zoeken wij een plek die bij u past."),
        Stap.PLAATSING: _("Is er een plek? Dan bellen wij u."),
        Stap.VERBLIJF: _("Voor het einde van uw hulp kijken wij met u hoe het verder gaat."),
    }.get(Stap(beeld.dossier.stap), "")


def _in_de_rij(besluit: Besluit) -> Iterator[str]:
    rij = plaats_in_de_rij(besluit)
    voor = rij.voor
    yield _("U wacht sinds %(dag)s.") % {"dag": dag(rij.sinds)}
    if rij.samen <= 1:
        yield _("U bent de enige die op zo'n plek wacht.")
        return
    langer = ngettext("%(voor)d mens wacht langer dan u.", "%(voor)d mensen wachten langer dan u.", voor)
    yield langer % {"voor": voor} if voor else _("Niemand wacht langer dan u op zo'n plek.")
    yield _("Wie het langst wacht, is niet altijd het eerst. De plek moet ook passen.")


def woning(wie: Actor, dossier: Dossier, op: date) -> Woning | None:
    """Where the resident lives or will live, and who runs it. None for who looks along when that is secret."""
    if adres_verborgen(wie, op):
        return None
    verblijf = woning_van(dossier, op)
    if verblijf is None:
        return None
    return _woning(verblijf, op)


def _woning(verblijf: Plaatsing, op: date) -> Woning:
    huis = verblijf.plek.locatie
    vanaf: date = verblijf.periode.lower
    gemeente = gemeentenamen(verblijf.regio_id).get(huis.gemeente, "")
    aanbieder = verblijf.organisatie
    return Woning(vanaf, aanbieder.naam, huis.naam, huis.adres, gemeente, aanbieder.telefoon, vanaf <= op)


def lopende(beeld: Dossierbeeld, *soorten: str) -> Iterator[Klok]:
    """The terms of these kinds that run."""
    return (klok for klok in beeld.klokken if klok.klaar_op is None and klok.soort in soorten)
