"""A dossier that hangs on the wrong resident moves to the right one, when a second person agrees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from voordeur.inwoner.actions import hang_om, neem_op, schrijf_op, sluit_om, toon_alleen_aan, vergeet
from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries import zoek_op_bsn
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.regels.uitkomst import Uitkomst, stap

from ..fouten_landelijk import OngeldigAntwoord
from ..gevolgen_correctie import relaties
from ..models import Besluit, Dossier, Verplaatsing
from .correcties import CORRECTIE
from .stappen import WERKERS, bewaar, eis_geen_voorstel, pak_dossier

VERPLAATSING = "verplaatsing"


@dataclass(frozen=True, kw_only=True)
class Verplaatsverzoek:
    """To whom: by BSN or by the number of another dossier, or a new resident with this identity. And why."""

    toelichting: str
    bsn: str | None = None
    dossiernummer: str = ""
    identiteit: Mapping[str, Any] | None = None


@handeling("toegang.verplaatsing.vragen", rollen=WERKERS)
def vraag_verplaatsing(
    wie: Actor, dossier: Dossier, verzoek: Verplaatsverzoek, *, versie: int, op: date
) -> Gedaan[Verplaatsing]:
    """Ask to move a dossier to another resident. Nothing moves yet: a second person looks first."""
    dossier = pak_dossier(dossier, versie, Dossier.Stap.values)
    eis_geen_voorstel(dossier)
    eis(bool(verzoek.toelichting.strip()), OngeldigAntwoord("toelichting", "Schrijf op hoe u dit weet."))
    loopt = Verplaatsing.objects.filter(dossier=dossier, beslist_op=None).exists()
    eis(not loopt, StapNietAanDeBeurt("Een collega moet het vorige verzoek nog bevestigen."))
    relaties(dossier)
    assert wie.account is not None
    naar = _zoek(wie, dossier, verzoek)
    nieuw = naar is None
    if naar is None:
        naar = neem_op(wie, dossier.college_code, verzoek.identiteit or {}, bsn=verzoek.bsn)
    verplaatsing = Verplaatsing.objects.create(
        regio_id=dossier.regio_id, college_code=dossier.college_code, dossier=dossier, naar=naar, nieuw=nieuw,
        gevraagd_door=wie.account, gevraagd_op=op,
    )  # fmt: skip
    schrijf_op(dossier.inwoner, VERPLAATSING, {"toelichting": verzoek.toelichting.strip()}, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(verplaatsing)


def _zoek(wie: Actor, dossier: Dossier, verzoek: Verplaatsverzoek) -> Inwoner | None:
    """The registered resident that is meant; None when a new one is given. Raises OngeldigAntwoord."""
    if verzoek.dossiernummer:
        ander = Dossier.objects.select_related("inwoner").filter(nummer=verzoek.dossiernummer).first()
        eis(ander is not None, OngeldigAntwoord("dossiernummer", "Dit dossier is er niet. Kijk of het nummer klopt."))
        assert ander is not None
        return _past(ander.inwoner, dossier, "dossiernummer")
    gevonden = zoek_op_bsn(wie, verzoek.bsn) if verzoek.bsn else None
    if gevonden is not None:
        return _past(gevonden, dossier, "bsn")
    eis(bool(verzoek.identiteit), OngeldigAntwoord(
        "naam", "Deze inwoner is hier niet bekend. Vul de naam in van de juiste inwoner."))  # fmt: skip
    return None


def _past(naar: Inwoner, dossier: Dossier, veld: str) -> Inwoner:
    eis(naar.pk != dossier.inwoner_id, OngeldigAntwoord(veld, "Dit dossier hangt al aan deze inwoner."))
    eis(naar.college_code == dossier.college_code, OngeldigAntwoord(
        veld, "Deze inwoner woont in een andere gemeente. Verbeter eerst de gemeente van dit dossier."))  # fmt: skip
    eis(naar.sleutel is not None, OngeldigAntwoord(veld, "De gegevens van deze inwoner zijn vernietigd."))
    return naar


def _pak(verplaatsing: Verplaatsing, versie: int, wie: Actor, op: date) -> tuple[Dossier, Verplaatsing]:
    dossier = pak_dossier(verplaatsing.dossier, versie, Dossier.Stap.values)
    nu = Verplaatsing.objects.select_for_update(of=("self",)).select_related("naar").get(pk=verplaatsing.pk)
    nu.dossier = dossier
    eis(nu.beslist_op is None, StapNietAanDeBeurt("Over dit verzoek is al beslist."))
    eis(not wie.staat_voor(nu.gevraagd_door, op), ZelfdePersoon("Een ander dan de vrager bevestigt."))
    return dossier, nu


def _beslis(nu: Verplaatsing, wie: Actor, op: date, *, afgewezen: bool) -> None:
    nu.beslist_door, nu.beslist_op, nu.afgewezen = wie.account, op, afgewezen
    nu.save(update_fields=["beslist_door", "beslist_op", "afgewezen"])


@handeling("toegang.verplaatsing.bevestigen", rollen=WERKERS)
def bevestig_verplaatsing(wie: Actor, verplaatsing: Verplaatsing, *, versie: int, op: date) -> Gedaan[Verplaatsing]:
    """Move the dossier: everything of it is locked with the key of the right resident, and gone from the wrong one."""
    dossier, nu = _pak(verplaatsing, versie, wie, op)
    eis_geen_voorstel(dossier)
    van, naar = dossier.inwoner, _past(nu.naar, dossier, "keuze")
    eigen = relaties(dossier)
    hang_om(van, naar, dossier.nummer)
    for model, veld in eigen:
        _sluit_rijen_om(model, veld, dossier, naar)
    dossier.inwoner = naar
    dossier.save(update_fields=["inwoner"])
    toon_alleen_aan(naar, [*naar.aanbieders, *dossier.aanbieders])
    andere = Dossier.objects.filter(inwoner=van).values_list("aanbieders", flat=True)
    toon_alleen_aan(van, [aanbieder for deel in andere for aanbieder in deel])
    _beslis(nu, wie, op, afgewezen=False)
    besluiten = Besluit.objects.filter(dossier=dossier, genomen_op__isnull=False, ingetrokken_op=None)
    herzien = list(besluiten.values_list("nummer", flat=True))
    inhoud = {
        "wat": "persoon", "oud": {}, "nieuw": {}, "reden": "typefout", "toelichting": "", "door": nu.gevraagd_door,
        "op": op.isoformat(), "herzien": herzien,
    }  # fmt: skip
    schrijf_op(naar, CORRECTIE, inhoud, van=dossier.nummer)
    bewaar(dossier)
    stappen = (stap("correctie.persoon"), *(stap("correctie.herziening", (), besluit=deel) for deel in herzien))
    return Gedaan(nu, Uitkomst(None, stappen))


def _sluit_rijen_om(model: type[models.Model], veld: str, dossier: Dossier, naar: Inwoner) -> None:
    """Every locked file of a kind of rows, with the key of another resident."""
    gesloten = [deel.name for deel in model._meta.fields if isinstance(deel, models.BinaryField)]
    if not gesloten:
        return
    for rij in model._default_manager.filter(**{veld: dossier}):
        for naam in gesloten:
            setattr(rij, naam, sluit_om(dossier.inwoner, naar, bytes(getattr(rij, naam))))
        rij.save(update_fields=gesloten)


@handeling("toegang.verplaatsing.afwijzen", rollen=WERKERS)
def wijs_verplaatsing_af(wie: Actor, verplaatsing: Verplaatsing, *, versie: int, op: date) -> Gedaan[Verplaatsing]:
    """The dossier stays where it is; who was registered for this only is forgotten."""
    dossier, nu = _pak(verplaatsing, versie, wie, op)
    _beslis(nu, wie, op, afgewezen=True)
    if nu.nieuw and not Dossier.objects.filter(inwoner=nu.naar).exists():
        vergeet(nu.naar)
    bewaar(dossier)
    return Gedaan(nu)
