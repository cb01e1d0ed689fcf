"""A way back to an account that was used, or closed: asked by a manager, agreed to by a second person."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models.functions import Now

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Aanstelling, Account, Vervanging

from ..fouten import AlWeg, NietGesloten, NietUzelf
from ..models import Uitnodiging
from .mensen import BEHEER, BijPersoneel, geef_code, vraagt_tweede
from .tweede import eis_los
from .vertrek import BIJ_SLUITEN, knip, knip_recht, verbreek_sessies

TWEEDE = BEHEER | {Rol.TEAMLEIDER, Rol.CONTROLLER}
HERSTEL_DAGEN = 3


@handeling("beheer.mens.herstel_vragen", rollen=BEHEER)
def vraag_herstel(wie: Actor, bij: BijPersoneel, account: Account, waarom: str, *, op: date) -> Gedaan[Uitnodiging]:
    """A code for an account that was used, without mail: it does nothing until another person confirmed it.

    Raises NietUzelf, AlWeg, StapNietAanDeBeurt.
    """
    eis(not wie.staat_voor(account.pk, op), NietUzelf())
    eis(account.is_active, AlWeg())
    eis(vraagt_tweede(account), StapNietAanDeBeurt("Voor dit account maakt u een gewone code."))
    return Gedaan(geef_code(wie, account, op, herstel=True, waarom=waarom, dagen=HERSTEL_DAGEN))


@handeling("beheer.mens.herstel_bevestigen", rollen=TWEEDE)
def beslis_herstel(
    wie: Actor, bij: BijPersoneel, uitnodiging: Uitnodiging, *, akkoord: bool, op: date
) -> Gedaan[Uitnodiging]:
    """Let the code work, or end it: not who asked it, nor whose account it is, nor who was only just let in by them.

    Raises StapNietAanDeBeurt, ZelfdePersoon, NietUzelf, PasUitgenodigd.
    """
    nu = Uitnodiging.objects.select_for_update().get(pk=uitnodiging.pk)
    wacht = nu.herstel and nu.klaar_om is None and nu.bevestigd_door is None
    eis(wacht, StapNietAanDeBeurt("Deze code wacht niet meer op een bevestiging."))
    if not akkoord:
        nu.klaar_om = Now()
        nu.save(update_fields=["klaar_om"])
        return Gedaan(nu)
    eis(not wie.staat_voor(nu.gemaakt_door, op), ZelfdePersoon("Een ander bevestigt deze code."))
    eis(not wie.staat_voor(nu.account_id, op), NietUzelf())
    eis_los(wie, nu.gemaakt_door, ook_jong=True, vanaf=nu.gemaakt_om)
    nu.bevestigd_door, nu.bevestigd_op = wie.account, op
    nu.save(update_fields=["bevestigd_door", "bevestigd_op"])
    return Gedaan(nu)


@handeling("beheer.mens.heropenen", rollen=BEHEER)
def heropen(wie: Actor, bij: BijPersoneel, account: Account, waarom: str, *, op: date) -> Gedaan[Uitnodiging]:
    """Let somebody who left come back, with a new code: without a password, a session, a role, or an API key of then.

    A code that is shown for an account that was used waits for a second person. Raises NietUzelf, NietGesloten.
    """
    eis(account.pk != wie.account, NietUzelf())
    vers = Account.objects.select_for_update().get(pk=account.pk)
    eis(not vers.is_active, NietGesloten())
    gisteren = op - timedelta(days=1)
    for aanstelling in Aanstelling.objects.filter(account=vers):
        knip_recht(aanstelling, gisteren)
    for deel in (*Vervanging.objects.filter(vervanger=vers), *Vervanging.objects.filter(vervangt=vers)):
        knip(deel, gisteren)
    for ruim_op in BIJ_SLUITEN:
        ruim_op(wie, vers, op)
    verbreek_sessies(vers)
    vers.is_active, vers.laatste_dag = True, None
    vers.set_unusable_password()
    vers.save(update_fields=["is_active", "laatste_dag", "password"])
    tweede = vraagt_tweede(vers)
    return Gedaan(geef_code(wie, vers, op, herstel=tweede, waarom=waarom))
