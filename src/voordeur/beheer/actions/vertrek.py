"""Standing in during leave, handing a caseload over, and leaving."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.contrib.sessions.models import Session
from django.db.models.functions import Now
from django.utils import timezone

from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.journaal import schrijf
from voordeur.kern.models import Aanstelling, Account, College, Noodtoegang, Vervanging
from voordeur.kern.onderhoud import systeem
from voordeur.kern.perioden import gesloten, half_open
from voordeur.toegang.actions import wijs_toe
from voordeur.toegang.actions.toewijzen import geef_vrij
from voordeur.toegang.models import Dossier

from ..fouten import AlVervangen, AlWeg, GeenVervanger, InHetVerleden, NietUzelf, VerkeerdeDagen
from ..models import Uitnodiging
from .mensen import BEHEER, LEIDING, BijPersoneel, eis_beheerder_over

LANGST = timedelta(days=366)
# what a room above this one ends with an account: by who closes it, which account, on which day
BIJ_SLUITEN: list[Callable[[Actor, Account, date], None]] = []


@handeling("beheer.vervanging.geven", rollen=LEIDING)
def geef_vervanging(
    wie: Actor,
    bij: BijPersoneel,
    vervangt: Account,
    vervanger: Account,
    college: College,
    *,
    van: date,
    tot: date,
    op: date,
) -> Gedaan[Vervanging]:
    """Let somebody have the work and roles of a colleague in a college. Raises NietUzelf, GeenVervanger, AlVervangen.

    Not for oneself, not in the past, and for a year at most. Managing the region is never lent.
    """
    assert wie.account is not None
    eis(vervanger.pk != wie.account, NietUzelf())
    eis(van >= op, InHetVerleden())
    eis(van <= tot <= van + LANGST, VerkeerdeDagen(van))
    eis(vervanger.is_active and vervanger.pk != vervangt.pk, GeenVervanger())
    gemeente = Aanstelling.objects.filter(college__isnull=False, periode__overlap=half_open(van, tot))
    kan = gemeente.filter(account=vervanger).exists() and gemeente.filter(account=vervangt, college=college).exists()
    eis(kan, GeenVervanger())
    with als_geschonden({"vervanging_een_tegelijk": AlVervangen()}):
        gemaakt = Vervanging.objects.create(
            regio_id=wie.regio,
            vervangt=vervangt,
            vervanger=vervanger,
            college=college,
            gegeven_door=wie.account,
            periode=half_open(van, tot),
        )
    return Gedaan(gemaakt)


@handeling("beheer.vervanging.beeindigen", rollen=LEIDING)
def beeindig_vervanging(
    wie: Actor, bij: BijPersoneel, vervanging: Vervanging, *, laatste_dag: date, op: date
) -> Gedaan[Vervanging]:
    """Let it end sooner: one that has not begun is taken away. Raises InHetVerleden, VerkeerdeDagen."""
    dagen = gesloten(vervanging.periode)
    eis(laatste_dag >= op - timedelta(days=1), InHetVerleden())
    eis(laatste_dag <= (dagen.tot or date.max), VerkeerdeDagen(dagen.van))
    knip(vervanging, laatste_dag)
    return Gedaan(vervanging)


def knip(rij: Vervanging | Aanstelling, laatste_dag: date) -> None:
    """End a period on a day; what would begin after it never begins."""
    dagen = gesloten(rij.periode)
    if dagen.tot is not None and dagen.tot <= laatste_dag:
        return
    if dagen.van > laatste_dag:
        type(rij).objects.filter(pk=rij.pk).delete()
        return
    rij.periode = half_open(dagen.van, laatste_dag)
    rij.save(update_fields=["periode"])


@handeling("beheer.caseload.overdragen", rollen={Rol.TEAMLEIDER})
def draag_over(
    wie: Actor, bij: BijPersoneel, van: Account, verdeling: Mapping[int, int], *, op: date
) -> Gedaan[Account]:
    """Hand dossiers (by id) of somebody to colleagues (account ids) in one go; each is journaled. Raises GeenCollega.

    Nothing is handed over when one of them is no longer of this person.
    """
    dossiers = Dossier.objects.filter(pk__in=verdeling, behandelaar=van.pk).order_by("id")
    gevonden = list(dossiers.select_related("inwoner"))
    eis(
        bool(verdeling) and len(gevonden) == len(verdeling),
        StapNietAanDeBeurt("Deze verdeling klopt niet meer. Open de lijst opnieuw en verdeel dan."),
    )
    for dossier in gevonden:
        wijs_toe(wie, dossier, verdeling[dossier.pk], versie=dossier.versie, op=op)
    return Gedaan(van)


def verdeel(dossiers: Sequence[int], aan: Sequence[int]) -> dict[int, int]:
    """Each dossier to the next colleague in turn, so that everybody gets as many, give or take one."""
    return {dossier: aan[plaats % len(aan)] for plaats, dossier in enumerate(dossiers)}


@handeling("beheer.mens.vertrekken", rollen=BEHEER)
def laat_vertrekken(
    wie: Actor, bij: BijPersoneel, account: Account, *, laatste_dag: date, nu: bool, op: date
) -> Gedaan[Account]:
    """The last day of somebody: no role or replacement goes on after it. `nu`: the account closes at once.

    Otherwise it closes by itself after that day. What nobody took over then waits for the team leader.
    """
    eis(account.pk != wie.account, NietUzelf())
    eis(account.is_active, AlWeg())
    eis(laatste_dag >= op - timedelta(days=1), InHetVerleden())
    for aanstelling in Aanstelling.objects.filter(account=account):
        knip_recht(aanstelling, laatste_dag)
    for deel in (*Vervanging.objects.filter(vervanger=account), *Vervanging.objects.filter(vervangt=account)):
        knip(deel, laatste_dag)
    account.laatste_dag = laatste_dag
    account.save(update_fields=["laatste_dag"])
    if nu or laatste_dag < op:
        sluit(wie, account, op)
    eis_beheerder_over(wie, laatste_dag + timedelta(days=1))
    return Gedaan(account)


def knip_recht(aanstelling: Aanstelling, laatste_dag: date) -> None:
    """A role that was looked at in a review stays, with one day: its history is kept."""
    dagen = gesloten(aanstelling.periode)
    if dagen.van > laatste_dag and aanstelling.beoordelingen.exists():
        knip(aanstelling, dagen.van)
    else:
        knip(aanstelling, laatste_dag)


def sluit(wie: Actor, account: Account, op: date) -> None:
    """Close an account: nobody is logged in on it any more, and its dossiers wait for a colleague."""
    account.is_active = False
    account.save(update_fields=["is_active"])
    Uitnodiging.objects.filter(account=account, klaar_om=None).update(klaar_om=Now())
    for ruim_op in BIJ_SLUITEN:
        ruim_op(wie, account, op)
    verbreek_sessies(account)
    with als(replace(systeem(account.regio_id), vanwaar=wie.vanwaar)) as zelf:
        # an access to who is shielded is hidden from who closes the account
        Noodtoegang.objects.filter(account=account, tot__gt=Now(), van__lt=Now()).update(tot=Now())
        geef_vrij(zelf, account.pk, op=op)


def verbreek_sessies(account: Account) -> int:
    """End every session of an account. Returns how many."""
    mijn = [
        sessie.pk
        for sessie in Session.objects.filter(expire_date__gt=timezone.now())
        if sessie.get_decoded().get("_auth_user_id") == str(account.pk)
    ]
    Session.objects.filter(pk__in=mijn).delete()
    return len(mijn)


def sluit_vertrokken(regio: str, op: date) -> int:
    """Close the accounts of whose last day is over, in one region. Returns how many."""
    vertrokken = Account.objects.filter(regio_id=regio, is_active=True, laatste_dag__lt=op)
    with als(systeem(regio)) as zelf:
        for account in vertrokken:
            sluit(zelf, account, op)
            schrijf(zelf, "beheer.mens.gesloten", op, account, "", "", None)
        return len(vertrokken)
