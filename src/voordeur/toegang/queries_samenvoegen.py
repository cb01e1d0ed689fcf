"""One person as a page shows them: who it is, the dossiers, possible doubles, what was merged; and two side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries import allen_met_bsn, bsn_van, gegevens_van, versies_van, voluit
from voordeur.inwoner.queries_afscherming import toon_adres
from voordeur.inwoner.zoeken import Gevonden, Zoekvraag, vind
from voordeur.inwoner.zoeknaam import Gelijkenis
from voordeur.kern.actor import Actor
from voordeur.kern.journaal import schrijf_gezien
from voordeur.kern.queries import gemeentenamen
from voordeur.schermen.bouwstenen import Gegeven

from .actions.samenvoegen import soort_van
from .models import Dossier, Samenvoeging
from .queries_personen import Persoonsregel, als_regels, geboren_in_woorden

ZELFDE_BSN = Gelijkenis(100, ("zelfde BSN",))


def inwoner_of_404(nummer: UUID) -> Inwoner:
    """The registration with this id, as far as it may be seen and can still be read. Raises Http404."""
    gevonden = get_object_or_404(Inwoner, pk=nummer)
    if gevonden.sleutel is None:
        raise Http404
    return gevonden


@dataclass(frozen=True)
class Persoonsbeeld:
    """One registration in words. `delen`: what can be laid beside another one, by its name."""

    inwoner: Inwoner
    identiteit: Mapping[str, Any]
    naam: str
    delen: Mapping[str, str]
    dossiers: tuple[Dossier, ...]

    @property
    def gegevens(self) -> tuple[Gegeven, ...]:
        return tuple(Gegeven(naam, waarde) for naam, waarde in self.delen.items())


def bekijk_persoon(wie: Actor, inwoner: Inwoner, op: date) -> Persoonsbeeld:
    """Who somebody is; read in the journal. Raises SleutelOntbreekt."""
    identiteit: dict[str, Any] = gegevens_van(wie, inwoner, op=op).get("identiteit", {})
    dossiers = tuple(Dossier.objects.filter(inwoner=inwoner).order_by("-gemeld_op", "-id"))
    bsn = bsn_van(inwoner)
    eerder = {voluit(versie) for versie in versies_van(inwoner, "identiteit", van="")} - {voluit(identiteit), ""}
    delen = {
        "Naam": voluit(identiteit) or "niet bekend",
        "Wil genoemd worden": str(identiteit.get("roepnaam") or "niet opgegeven"),
        "Eerdere namen": "; ".join(sorted(eerder)) or "geen",
        "Geboren": geboren_in_woorden(str(identiteit.get("geboortedatum") or identiteit.get("geboren") or "")),
        "BSN": f"eindigt op {bsn[-3:]}" if bsn else "niet bekend",
        "Adres": toon_adres(inwoner, identiteit, "geen adres bekend"),
        "Telefoon": str(identiteit.get("telefoon") or "niet bekend"),
        "Gemeente": gemeentenamen(wie.regio).get(inwoner.college_code, inwoner.college_code),
        "Dossiers": ", ".join(dossier.nummer for dossier in dossiers) or "geen",
    }
    return Persoonsbeeld(inwoner, identiteit, voluit(identiteit) or "Onbekende naam", delen, dossiers)


def mogelijke_dubbelen(wie: Actor, beeld: Persoonsbeeld, op: date) -> tuple[Persoonsregel, ...]:
    """Who may be the same person: by BSN or by name and day of birth, of those that the actor may see; journaled."""
    zelf = beeld.inwoner
    gevonden = {deel.inwoner.pk: deel for deel in vind(wie, _vraag(beeld), [zelf.pk])}
    bsn = bsn_van(zelf)
    for ander in allen_met_bsn(wie, bsn) if bsn else ():
        if ander.pk != zelf.pk:
            eerder = gevonden.get(ander.pk)
            gevonden[ander.pk] = Gevonden(ander, eerder.identiteit if eerder else {}, ZELFDE_BSN)
    schrijf_gezien(wie, "inwoner.gevonden", op, [deel.inwoner for deel in gevonden.values()])
    return als_regels(wie, gevonden.values())


def _vraag(beeld: Persoonsbeeld) -> Zoekvraag:
    return Zoekvraag(beeld.inwoner.college_code, identiteit=beeld.identiteit)


@dataclass(frozen=True)
class Verschil:
    """One thing of two registrations; `anders`: they do not say the same."""

    naam: str
    blijft: str
    ander: str

    @property
    def anders(self) -> bool:
        return self.blijft != self.ander


def verschillen(een: Persoonsbeeld, ander: Persoonsbeeld) -> tuple[Verschil, ...]:
    """Two registrations laid side by side."""
    return tuple(Verschil(naam, waarde, ander.delen[naam]) for naam, waarde in een.delen.items())


def samenvoegingen_van(inwoner: Inwoner) -> list[Samenvoeging]:
    """What was asked or done with a registration, the newest first; what was refused or undone is not in it."""
    staand = Samenvoeging.objects.filter(Q(blijft=inwoner) | Q(gaat_op=inwoner), afgewezen=False, ongedaan_op=None)
    return list(staand.select_related("blijft", "gaat_op").order_by("-id"))


def samenvoeging_of_404(nummer: int, *, gedaan: bool) -> Samenvoeging:
    """A request that waits, or what was done and can be undone. Raises Http404."""
    alle = Samenvoeging.objects.select_related("blijft", "gaat_op").filter(afgewezen=False, ongedaan_op=None)
    gevonden = get_object_or_404(alle, pk=nummer, beslist_op__isnull=not gedaan)
    if gevonden.blijft.sleutel is None or gevonden.gaat_op.sleutel is None:
        raise Http404
    return gevonden


def toelichting_van(samenvoeging: Samenvoeging) -> str:
    """Why somebody asked for it."""
    eerste = versies_van(samenvoeging.blijft, soort_van(samenvoeging), van="")
    return str(eerste[-1].get("toelichting", "")) if eerste else ""
