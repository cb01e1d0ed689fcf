"""What a resident asks of the own file; reading it is journaled like any reading."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from voordeur.inwoner.queries_afscherming import adres_geheim
from voordeur.kern.actor import Actor, Rol
from voordeur.kern.inzage import inzage
from voordeur.toegang.brief_ingang import AAN_VERTEGENWOORDIGER
from voordeur.toegang.documentsoorten import EIGEN
from voordeur.toegang.models import Besluit, Document, Dossier, Vastgehouden
from voordeur.toegang.queries import Dossierbeeld, kijk
from voordeur.verblijf.models import Plaatsing

VAN_MIJ_OF_AAN_MIJ = (EIGEN, "inwoner", "vertegenwoordiger")


def eigen_zaken(wie: Actor) -> QuerySet[Dossier]:
    """Every case of the resident, what goes on in front."""
    eigen = Dossier.objects.filter(inwoner_id=wie.inwoner) if wie.inwoner else Dossier.objects.none()
    volgorde = (F("afgesloten_op").desc(nulls_first=True), "-gemeld_op", "-id")
    return eigen.select_related("inwoner").order_by(*volgorde)


def eigen_zaak(wie: Actor, nummer: str) -> Dossier:
    """A case by its number. Somebody else's is not there: Http404."""
    if "\0" in nummer:
        raise Http404
    return get_object_or_404(eigen_zaken(wie), nummer=nummer)


def eigen_besluit(wie: Actor, nummer: str, besluit: str) -> Besluit:
    """A decision that was taken in an own case, by its number. A proposal is not there: Http404."""
    if "\0" in besluit:
        raise Http404
    genomen = Besluit.objects.filter(genomen_op__isnull=False).select_related("vervangt")
    gevonden = get_object_or_404(genomen, dossier=eigen_zaak(wie, nummer), nummer=besluit)
    gevonden.dossier = eigen_zaak(wie, nummer)
    return gevonden


@inzage("mijn.zaak.inzien")
def zaak_inzien(wie: Actor, dossier: Dossier, *, op: date) -> Dossierbeeld:
    """The own case. What of it is for the eyes of the resident is chosen by `web.mijn.beeld`."""
    return kijk(dossier)


def eigen_stukken(wie: Actor, op: date) -> QuerySet[Document]:
    """Our letters and what the resident sent, of every own case, the newest first, without what is in them.

    What somebody else sent may tell of others too: who wants to read that asks for the whole file. On each letter
    stands where the resident lives: who looks along sees none of them while that is secret.
    """
    mag = wie.inwoner and not adres_verborgen(wie, op)
    eigen = leesbaar(wie.inwoner) if wie.inwoner and mag else Document.objects.none()
    return eigen.select_related("dossier__inwoner").defer("inhoud").order_by("-op", "-id")


def leesbaar(inwoner: str | UUID) -> QuerySet[Document]:
    """The papers of somebody's cases that they may read without asking: no letter that is held back, or to another."""
    vast = Vastgehouden.objects.filter(document=OuterRef("pk"), klaar_op=None)
    eigen = Document.objects.filter(~Exists(vast), dossier__inwoner_id=inwoner, van__in=VAN_MIJ_OF_AAN_MIJ)
    # with the home address of who represents the resident
    return eigen.exclude(van=EIGEN, titel=AAN_VERTEGENWOORDIGER)


def adres_verborgen(wie: Actor, op: date) -> bool:
    """Whether where the resident lives is secret for who looks along. In a shielded file nobody looks along at all."""
    if any(deel.rol is Rol.INWONER for deel in wie.rollen_op(op)):
        return False
    return adres_geheim(UUID(str(wie.inwoner)))


def woning_van(dossier: Dossier, op: date) -> Plaatsing | None:
    """Where the resident lives on this case, or will live first."""
    gezocht = Plaatsing.objects.filter(dossier=dossier, periode__endswith__gt=op) | Plaatsing.objects.filter(
        dossier=dossier, periode__endswith=None
    )
    return gezocht.select_related("plek__locatie", "organisatie").order_by("periode__startswith", "id").first()
