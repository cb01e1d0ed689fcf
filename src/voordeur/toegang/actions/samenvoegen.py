"""Two registrations of one person become one, when a second person agrees; and apart again, without loss."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from voordeur.inwoner.actions import hang_om, schrijf_op, toon_alleen_aan
from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries import bsn_van
from voordeur.inwoner.queries_afscherming import afscherming_van
from voordeur.inwoner.samenvoegen import geef_terug, neem_over, pak_beiden, sluit_velden_om, wat_tegenhoudt
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.journaal import schrijf

from ..fouten_landelijk import OngeldigAntwoord
from ..models import Dossier, Samenvoeging, Verplaatsing
from ..queries import voorstellen
from .stappen import WERKERS, bewaar

BEVESTIGEN, ONGEDAAN = "toegang.samenvoeging.bevestigen", "toegang.samenvoeging.ongedaan"


def soort_van(samenvoeging: Samenvoeging) -> str:
    """Under which name the words about it stand with the resident."""
    return f"samenvoeging {samenvoeging.pk}"


@handeling("toegang.samenvoeging.vragen", rollen=WERKERS)
def vraag_samenvoeging(
    wie: Actor, blijft: Inwoner, gaat_op: Inwoner, *, toelichting: str, op: date
) -> Gedaan[Samenvoeging]:
    """Ask to make two registrations of one person one. Nothing moves yet: a second person looks first."""
    eis(
        bool(toelichting.strip()), OngeldigAntwoord("toelichting", "Schrijf op hoe u weet dat dit dezelfde persoon is.")
    )
    eis(blijft.pk != gaat_op.pk, OngeldigAntwoord("blijft", "Kies twee verschillende registraties."))
    blijft, gaat_op = pak_beiden(blijft, gaat_op)
    eis_past(blijft, gaat_op)
    beide = [blijft.pk, gaat_op.pk]
    loopt = Samenvoeging.objects.filter(Q(blijft__in=beide) | Q(gaat_op__in=beide), beslist_op=None)
    eis(not loopt.exists(), StapNietAanDeBeurt("Een collega moet het vorige verzoek nog bevestigen."))
    assert wie.account is not None
    nieuw = Samenvoeging.objects.create(
        regio_id=blijft.regio_id, college_code=blijft.college_code, blijft=blijft, gaat_op=gaat_op,
        gevraagd_door=wie.account, gevraagd_op=op,
    )  # fmt: skip
    schrijf_op(blijft, soort_van(nieuw), {"toelichting": toelichting.strip()}, van="")
    return Gedaan(nieuw)


def eis_past(blijft: Inwoner, gaat_op: Inwoner) -> None:
    """Refuse when these two cannot be one now; the sentence says why."""
    al = blijft.opgegaan_in_id is not None or gaat_op.opgegaan_in_id is not None
    eis(not al, StapNietAanDeBeurt("Een van deze registraties is al samengevoegd. Maak dat eerst ongedaan."))
    eis(blijft.college_code == gaat_op.college_code, StapNietAanDeBeurt(
        "De registraties horen bij verschillende gemeenten. Verbeter eerst de gemeente."))  # fmt: skip
    nummers = {bsn_van(blijft), bsn_van(gaat_op)} - {None}
    eis(len(nummers) < 2, StapNietAanDeBeurt(  # noqa: PLR2004
        "Deze registraties hebben elk een ander BSN. Verbeter eerst het BSN dat niet klopt."))  # fmt: skip
    for deel in (blijft, gaat_op):
        eis(not wat_tegenhoudt(deel), StapNietAanDeBeurt(wat_tegenhoudt(deel)))
        eis(afscherming_van(deel) is None, StapNietAanDeBeurt(
            "Een van deze registraties is afgeschermd. Hef dat eerst op."))  # fmt: skip
    beide = [blijft.pk, gaat_op.pk]
    eis(not voorstellen().filter(dossier__inwoner__in=beide).exists(), StapNietAanDeBeurt(
        "Er ligt een besluit klaar om te ondertekenen. Laat dat eerst terugsturen."))  # fmt: skip
    verplaatst = Verplaatsing.objects.filter(Q(naar__in=beide) | Q(dossier__inwoner__in=beide), beslist_op=None)
    eis(not verplaatst.exists(), StapNietAanDeBeurt("Een dossier wordt nog verplaatst. Rond dat eerst af."))


@handeling(BEVESTIGEN, rollen=WERKERS)
def bevestig_samenvoeging(wie: Actor, samenvoeging: Samenvoeging, *, op: date) -> Gedaan[Samenvoeging]:
    """Make two registrations one: dossiers, documents and facts come under the key of the one that stays."""
    nu = _pak(samenvoeging, wie, op)
    blijft, gaat_op = pak_beiden(nu.blijft, nu.gaat_op)
    eis_past(blijft, gaat_op)
    dossiers = list(Dossier.objects.select_for_update().filter(inwoner=gaat_op).order_by("id"))
    verhuis(dossiers, gaat_op, blijft)
    nu.verhuisd = {**neem_over(blijft, gaat_op), "dossiers": [dossier.pk for dossier in dossiers]}
    nu.beslist_door, nu.beslist_op = wie.account, op
    nu.save(update_fields=["verhuisd", "beslist_door", "beslist_op"])
    _journaal(wie, BEVESTIGEN, op, [blijft, gaat_op, *dossiers])
    return Gedaan(nu)


def _pak(samenvoeging: Samenvoeging, wie: Actor, op: date) -> Samenvoeging:
    nu = Samenvoeging.objects.select_for_update().get(pk=samenvoeging.pk)
    eis(nu.beslist_op is None, StapNietAanDeBeurt("Over dit verzoek is al beslist."))
    eis(not wie.staat_voor(nu.gevraagd_door, op), ZelfdePersoon("Een ander dan de vrager bevestigt."))
    return nu


def verhuis(dossiers: Iterable[Dossier], van: Inwoner, naar: Inwoner) -> None:
    """Give dossiers to another registration with everything that is locked in them."""
    for dossier in dossiers:
        hang_om(van, naar, dossier.nummer)
        for relatie in Dossier._meta.related_objects:
            _sluit_om(relatie.field.model, relatie.field.name, dossier, van, naar)
        dossier.inwoner = naar
        bewaar(dossier, ["inwoner"])


def _sluit_om(model: type[models.Model], veld: str, dossier: Dossier, van: Inwoner, naar: Inwoner) -> None:
    if not any(isinstance(deel, models.BinaryField) for deel in model._meta.fields):
        return
    for rij in model._default_manager.filter(**{veld: dossier}):
        rij.save(update_fields=sluit_velden_om(rij, van, naar))


def _journaal(wie: Actor, handeling_: str, op: date, waarvan: Iterable[Any]) -> None:
    """A line for both registrations and for each dossier that moved, so that each tells its own story."""
    rol = next((deel.rol for deel in wie.rollen_op(op) if deel.rol in WERKERS), "")
    for deel in waarvan:
        schrijf(wie, handeling_, op, deel, deel.college_code, rol, None)


@handeling("toegang.samenvoeging.afwijzen", rollen=WERKERS)
def wijs_samenvoeging_af(wie: Actor, samenvoeging: Samenvoeging, *, op: date) -> Gedaan[Samenvoeging]:
    """The two stay apart."""
    nu = _pak(samenvoeging, wie, op)
    nu.beslist_door, nu.beslist_op, nu.afgewezen = wie.account, op, True
    nu.save(update_fields=["beslist_door", "beslist_op", "afgewezen"])
    return Gedaan(nu)


@handeling(ONGEDAAN, rollen=WERKERS)
def maak_ongedaan(wie: Actor, samenvoeging: Samenvoeging, *, toelichting: str, op: date) -> Gedaan[Samenvoeging]:
    """Put back what moved: the other gets its own facts and dossiers again, also what was written in those since.

    Dossiers that were made after it stay with the one. What a dossier was moved to somebody else since, stays there.
    """
    eis(bool(toelichting.strip()), OngeldigAntwoord("toelichting", "Schrijf op waarom dit twee mensen zijn."))
    nu = Samenvoeging.objects.select_for_update().get(pk=samenvoeging.pk)
    eis(nu.gedaan, StapNietAanDeBeurt("Deze registraties zijn niet samengevoegd."))
    blijft, ander = pak_beiden(nu.blijft, nu.gaat_op)
    eis(blijft.opgegaan_in_id is None, StapNietAanDeBeurt(
        "Deze registratie is zelf opgegaan in een andere. Maak dat eerst ongedaan."))  # fmt: skip
    eis(not voorstellen().filter(dossier__inwoner=blijft).exists(), StapNietAanDeBeurt(
        "Er ligt een besluit klaar om te ondertekenen. Laat dat eerst terugsturen."))  # fmt: skip
    dossiers = list(
        Dossier.objects.select_for_update().filter(pk__in=nu.verhuisd["dossiers"], inwoner=blijft).order_by("id")
    )
    verhuis(dossiers, blijft, ander)
    geef_terug(blijft, ander, nu.verhuisd)
    for wie_nu, eigen in ((blijft, nu.verhuisd["aanbieders_blijft"]), (ander, nu.verhuisd["aanbieders"])):
        van_dossiers = Dossier.objects.filter(inwoner=wie_nu).values_list("aanbieders", flat=True)
        toon_alleen_aan(wie_nu, [*eigen, *(aanbieder for deel in van_dossiers for aanbieder in deel)])
    nu.ongedaan_door, nu.ongedaan_op = wie.account, op
    nu.save(update_fields=["ongedaan_door", "ongedaan_op"])
    schrijf_op(blijft, soort_van(nu), {"toelichting": toelichting.strip(), "ongedaan": True}, van="")
    _journaal(wie, ONGEDAAN, op, [blijft, ander, *dossiers])
    return Gedaan(nu)
