"""What is asked of the resident now, and what may be done: each with the page where it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from voordeur.regels.uitkomst import Uitkomst
from voordeur.toegang.actions.onderzoeken import TE_ONDERZOEKEN
from voordeur.toegang.klokregels import BESLUIT
from voordeur.toegang.models import Dossier
from voordeur.toegang.queries import Dossierbeeld
from voordeur.toegang.queries_verslag import verslagen
from voordeur.toegang.termijnen import opschortregels_van
from voordeur.toegang.voorlichting import plan_uiterlijk, verteld

from .beeld import lopende
from .woorden import dag, nog

Stap = Dossier.Stap
VOOR_HET_PLAN = (Stap.MELDING, *TE_ONDERZOEKEN)


@dataclass(frozen=True)
class Vraag:
    """Something to do: the name is the link. `moet`: we wait for it, the resident did not choose to."""

    naam: str
    uitleg: tuple[str, ...]
    adres: str
    moet: bool = True


def vragen(beeld: Dossierbeeld, op: date) -> tuple[Vraag, ...]:
    """What we ask, and then what may be done."""
    if beeld.vernietigd:
        return ()
    return tuple(sorted(_vragen(beeld, op), key=lambda vraag: not vraag.moet))


def _vragen(beeld: Dossierbeeld, op: date) -> Iterator[Vraag]:
    nummer = beeld.dossier.nummer
    opsturen = reverse("mijn:opsturen", args=[nummer])
    for wat, uiterlijk in gevraagd(beeld, op):
        tijd = (_("Doe dit op %(dag)s, of eerder.") % {"dag": dag(uiterlijk)}, nog(uiterlijk, op))
        yield Vraag(_("Stuur ons nog: %(wat)s") % {"wat": wat}, tijd, opsturen)
    yield from _over_het_verslag(beeld)
    if beeld.dossier.stap == Stap.AANVRAAG:
        uitleg = (_("Onderteken het verslag. Maak er een foto van. Of stuur ons een brief."),)
        yield Vraag(_("Vraag de hulp aan"), uitleg, opsturen)
    yield from _plan(beeld, op)
    if beeld.dossier.stap != Stap.AFGESLOTEN:
        uitleg = (_("Bijvoorbeeld een brief van uw arts of een formulier."),)
        yield Vraag(_("Stuur ons een document"), uitleg, opsturen, moet=False)


def gevraagd(beeld: Dossierbeeld, op: date) -> Iterator[tuple[str, date]]:
    """What a letter asked to complete the application, with the last day for it."""
    for klok in lopende(beeld, BESLUIT):
        for nummer, regel in enumerate(opschortregels_van(klok), start=1):
            gezegd = beeld.geschreven.get(f"klok {klok.pk} regel {nummer}", {})
            if regel.grens and regel.staat_stil_op(op):
                yield from ((wat, regel.grens) for wat in gezegd.get("gevraagd", ()))


def _over_het_verslag(beeld: Dossierbeeld) -> Iterator[Vraag]:
    nieuwste = next(iter(verslagen(beeld.documenten, beeld.geschreven)), None)
    if nieuwste and not nieuwste.oordeel and beeld.dossier.stap in TE_ONDERZOEKEN:
        uitleg = (_("U kreeg het verslag op %(dag)s.") % {"dag": dag(nieuwste.op)},)
        yield Vraag(
            _("Lees het verslag en zeg wat u ervan vindt"), uitleg, reverse("mijn:verslag", args=[beeld.dossier.nummer])
        )


def plan_tot(beeld: Dossierbeeld) -> Uitkomst[date]:
    """The last day for a plan of the resident's own."""
    eerst = verteld(beeld.dossier, beeld.geschreven)["persoonlijk_plan"].eerst_op
    return plan_uiterlijk(beeld.dossier, beeld.regeling, eerst)


def _plan(beeld: Dossierbeeld, op: date) -> Iterator[Vraag]:
    gekregen: Any = beeld.geschreven.get("persoonlijk plan")
    if beeld.dossier.stap not in VOOR_HET_PLAN or any(not deel.genomen_op for deel in beeld.besluiten):
        return
    adres = reverse("mijn:plan", args=[beeld.dossier.nummer])
    if gekregen:
        op_dag = dag(date.fromisoformat(gekregen["ontvangen_op"]))
        yield Vraag(_("Verander uw eigen plan"), (_("Wij kregen uw plan op %(dag)s.") % {"dag": op_dag},), adres, False)
        return
    tot = plan_tot(beeld).waarde
    tijd = _("Dat kan tot en met %(dag)s.") % {"dag": dag(tot)}
    laat = _("De zeven dagen hiervoor zijn voorbij. Wij lezen uw plan toch.")
    uitleg = (_("Daarin schrijft u welke hulp u nodig hebt."), *((laat,) if op > tot else (tijd, nog(tot, op))))
    yield Vraag(_("Maak een eigen plan"), uitleg, adres, moet=False)
