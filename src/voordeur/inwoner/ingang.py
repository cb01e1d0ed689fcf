"""How a resident, or who helps one, gets in: a name to log in with, and a code that works once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password

from voordeur.kern.actor import VAN_DE_INWONER, Actor, Rol, Rolbekleding, als
from voordeur.kern.fouten import Geweigerd, eis
from voordeur.kern.handeling import Gedaan, handeling, journaal_weigering
from voordeur.kern.models import Account, College, Regio
from voordeur.kern.sleutels import SleutelOntbreekt

from .accounts import actor_van_inwoner
from .models import MEESTE_POGINGEN, Inwoner, Machtiging, Toegangscode
from .queries import allen_met_bsn, opgeschreven

# not a name of a person, and no address that mail can go to (RFC 2606)
ADRES = "{}@inwoner.invalid"
NAAM = "inwoner"
# shorter than a BSN, so that nobody takes the one for the other
LENGTE_NAAM = 7
# letters and digits that nobody mixes up on paper: 23 to the power 12 is 54 bits, with five tries
LETTERS = "ACDEFGHJKMNPQRTWXY34679"
GROEPEN, PER_GROEP = 3, 4
ACTIVEREN = "inwoner.toegang.activeren"


class CodeKloptNiet(Geweigerd):
    """A wrong name, code or day of birth; or a code that was used, has ended or was blocked. It never says which."""

    def __init__(self) -> None:
        super().__init__(
            "Deze gegevens kloppen niet, of de code werkt niet meer. Kijk in uw brief of vraag een nieuwe."
        )


class GeboortedatumOntbreekt(Geweigerd):
    """Without it whoever opens the envelope gets in."""

    def __init__(self) -> None:
        super().__init__("De geboortedatum is nog niet bekend. Vul die eerst aan. Dan kan de brief weg.")


@dataclass(frozen=True)
class Uitgegeven:
    """A code as it goes on paper, once: after this only its hash is there."""

    loginnaam: str
    code: str
    tot: date
    rij: Toegangscode

    @property
    def pk(self) -> int:
        return self.rij.pk

    @property
    def inwoner_id(self) -> UUID:
        return self.rij.inwoner_id


def nieuwe_code() -> str:
    """A strong code in groups: 'ACDE-FGHJ-KMNP'."""
    groepen = ("".join(secrets.choice(LETTERS) for _ in range(PER_GROEP)) for _ in range(GROEPEN))
    return "-".join(groepen)


def kaal(code: str) -> str:
    """A code as somebody types it, without what makes no difference."""
    return "".join(teken for teken in code.upper() if teken.isalnum())


def adres_van(loginnaam: str) -> str:
    """The synthetic address of an account by its name."""
    return ADRES.format(kaal(loginnaam).lower())


def loginnaam_van(account: Account) -> str:
    """The name by which somebody logs in; it says nothing about them."""
    return account.email.partition("@")[0]


def account_van(inwoner: Inwoner) -> Account | None:
    """The account of a resident, when there is one."""
    return Account.objects.filter(regio_id=inwoner.regio_id, inwoner=inwoner.pk).first()


def nieuw_account(regio: str, inwoner: Inwoner | None) -> Account:
    """An account that is not in use yet; without a resident it is of who helps one."""
    while Account.objects.filter(email=(adres := adres_van(_cijfers()))).exists():
        pass
    velden = {"regio_id": regio, "naam": NAAM, "soort": Account.Soort.INWONER, "is_active": False}
    return Account.objects.create_user(adres, None, inwoner=inwoner.pk if inwoner else None, **velden)


def _cijfers() -> str:
    return str(10 ** (LENGTE_NAAM - 1) + secrets.randbelow(9 * 10 ** (LENGTE_NAAM - 1)))


def geef_code(inwoner: Inwoner, op: date) -> Uitgegeven:
    """A code for a resident, as a part of a larger action; the codes before it end. Raises GeboortedatumOntbreekt."""
    eis(bool(geboortedatum(inwoner)), GeboortedatumOntbreekt())
    return geef_code_aan(account_van(inwoner) or nieuw_account(inwoner.regio_id, inwoner), inwoner, op)


def geef_code_aan(account: Account, inwoner: Inwoner, op: date, machtiging: Machtiging | None = None) -> Uitgegeven:
    """A code for an account on the file of a resident, as a part of a larger action; the codes before it end."""
    trek_codes_in(account, op)
    code, tot = nieuwe_code(), op + timedelta(days=settings.VOORDEUR_CODE_DAGEN)
    rij = Toegangscode.objects.create(
        regio_id=inwoner.regio_id, college_code=inwoner.college_code, inwoner=inwoner, account=account,
        machtiging=machtiging, hash=make_password(kaal(code)), gemaakt_op=op, tot=tot,
    )  # fmt: skip
    return Uitgegeven(loginnaam_van(account), code, tot, rij)


def trek_codes_in(account: Account, op: date) -> None:
    """No code of this account works any more."""
    Toegangscode.objects.filter(account=account, gebruikt_op=None, ingetrokken_op=None).update(ingetrokken_op=op)


def stand_van(inwoner: Inwoner) -> tuple[Account | None, Toegangscode | None]:
    """The account of a resident and the code that waits to be used; two questions to the database at most."""
    account = account_van(inwoner)
    if account is None or account.is_active:
        return account, None
    return account, Toegangscode.objects.filter(account=account, gebruikt_op=None, ingetrokken_op=None).first()


def sluit_af(account: Account, op: date) -> None:
    """End an account at once, as a part of a larger action: its sessions, its password and its codes."""
    account.is_active = False
    account.set_unusable_password()
    account.save(update_fields=["is_active", "password"])
    trek_codes_in(account, op)


def geboortedatum(inwoner: Inwoner) -> str:
    """The day of birth that is known, as ISO; empty when it is not, or cannot be read any more."""
    try:
        return str(opgeschreven(inwoner, van="").get("identiteit", {}).get("geboortedatum") or "")
    except SleutelOntbreekt:
        return ""


def toon_code(loginnaam: str, code: str, geboren: date | None, op: date) -> Toegangscode:
    """The row of a code that somebody showed before login. Every wrong try counts. Raises CodeKloptNiet.

    Who gets a power shows no day of birth: what is known of them was not written down by themselves.
    """
    account = Account.objects.filter(email=adres_van(loginnaam), soort=Account.Soort.INWONER).first()
    if account is None:
        # as much work as for a name that is there
        make_password(kaal(code))
        raise CodeKloptNiet
    wie = wie_activeert(account)
    with als(wie):
        rij = open_code(account, op)
        if rij is None:
            # and as much for an account that waits for no code
            make_password(kaal(code))
        if rij is not None and check_password(kaal(code), rij.hash) and _is_van(rij, geboren):
            return rij
        if rij is not None:
            rij.pogingen += 1
            rij.save(update_fields=["pogingen"])
            journaal_weigering(wie, ACTIVEREN, op, rij, CodeKloptNiet())
    raise CodeKloptNiet


def wie_activeert(account: Account, code: Toegangscode | None = None) -> Actor:
    """Who acts while an account is put into use: on the own file, or by the invitation whose code was shown."""
    if code is None or code.machtiging_id is None:
        return actor_van_inwoner(account)
    return wie_helpt_met(account, code)


def wie_helpt_met(account: Account, code: Toegangscode) -> Actor:
    """Who accepts an invitation with an account, after its code was shown."""
    rollen = (Rolbekleding(Rol.GEMACHTIGDE),)
    return Actor(account.regio_id, account.pk, account.naam, rollen, inwoner=str(code.inwoner_id))


def code_bij(account: Account, pk: int) -> Toegangscode:
    """The row of a code that was shown before. Raises CodeKloptNiet when it is not of this account."""
    with als(wie_activeert(account)):
        rij = Toegangscode.objects.filter(account=account, pk=pk).first()
    if rij is None:
        raise CodeKloptNiet
    return rij


def accounts_bij_bsn(bsn: str, op: date) -> list[Account]:
    """The accounts of who the broker says has this BSN: one in each region that has a file of them.

    An account that staff closed stays closed. What is no BSN is of nobody.
    """
    try:
        return [account for regio in Regio.objects.order_by("pk") if (account := _account_in(regio.pk, bsn, op))]
    except ValueError:
        return []


def _account_in(regio: str, bsn: str, op: date) -> Account | None:
    with als(Actor(regio, None, "Voordeur")):
        codes = frozenset(College.objects.filter(regio_id=regio).values_list("code", flat=True))
    portier = Actor(regio, None, "Voordeur", colleges=codes)
    with als(portier):
        bekend = [inwoner for inwoner in allen_met_bsn(portier, bsn) if inwoner.sleutel is not None]
        # registered twice: the one that has an account already
        paren = sorted(((account_van(deze), deze) for deze in bekend), key=lambda paar: paar[0] is None)
        if not paren or _is_gesloten(paren[0][0]):
            return None
        return account_voor(paren[0][1], op)


def account_voor(inwoner: Inwoner, op: date) -> Account:
    """The account of a resident of whom it is known who they are, in use; made when there was none."""
    account = account_van(inwoner) or nieuw_account(inwoner.regio_id, inwoner)
    if account.is_active:
        return account
    in_gebruik: Account = koppel(actor_van_inwoner(account), inwoner, op=op).object
    return in_gebruik


def _is_gesloten(account: Account | None) -> bool:
    """Whether staff ended an account: it is not in use, and no code waits to put it into use."""
    if account is None or account.is_active:
        return False
    return not Toegangscode.objects.filter(account=account, gebruikt_op=None, ingetrokken_op=None).exists()


@handeling("inwoner.toegang.digid", rollen={Rol.INWONER})
def koppel(wie: Actor, inwoner: Inwoner, *, op: date) -> Gedaan[Account]:
    """Put the account of a resident into use, because the broker says who they are; a code is not needed any more."""
    account = Account.objects.select_for_update().get(pk=wie.account or 0, inwoner=inwoner.pk)
    account.is_active = True
    account.save(update_fields=["is_active"])
    trek_codes_in(account, op)
    return Gedaan(account)


def open_code(account: Account, op: date) -> Toegangscode | None:
    """The code of an account that works on a day, locked; None when there is none."""
    # nothing beside it: before login one sees the code that is one's own, and not whose file it opens
    open_ = Toegangscode.objects.select_for_update().filter(
        account=account, gebruikt_op=None, ingetrokken_op=None, tot__gte=op, pogingen__lt=MEESTE_POGINGEN
    )  # fmt: skip
    return open_.first()


def _is_van(rij: Toegangscode, geboren: date | None) -> bool:
    if rij.machtiging_id is not None:
        return True
    return geboren is not None and geboortedatum(rij.inwoner) == geboren.isoformat()


def is_ongebruikt(account: Account, machtiging: Machtiging) -> bool:
    """Whether an account was made for this invitation and nobody used it: no file, no other power, never closed."""
    if account.is_active or account.inwoner is not None or account.last_login is not None:
        return False
    codes, machten = Toegangscode.objects.filter(account=account), Machtiging.objects.filter(account=account)
    vreemd = codes.exclude(machtiging=machtiging) | codes.filter(gebruikt_op__isnull=False)
    return not vreemd.exists() and not machten.exists()


@handeling(ACTIVEREN, rollen=VAN_DE_INWONER)
def activeer(wie: Actor, code: Toegangscode, wachtwoord: str, *, op: date) -> Gedaan[Toegangscode]:
    """Put the account of a code into use with a password of one's own. Raises CodeKloptNiet when it works no more."""
    account = Account.objects.select_for_update().get(pk=wie.account or 0)
    rij = open_code(account, op)
    if rij is None or rij.pk != code.pk:
        raise CodeKloptNiet
    if rij.machtiging is not None and not is_ongebruikt(account, rij.machtiging):
        raise CodeKloptNiet
    account.set_password(wachtwoord)
    account.is_active = True
    account.save(update_fields=["password", "is_active"])
    return Gedaan(verbruik(rij, account, op))


def verbruik(rij: Toegangscode, account: Account, op: date) -> Toegangscode:
    """A code is used, as a part of a larger action; the power that it stands for is this account's from now on."""
    rij.gebruikt_op = op
    rij.save(update_fields=["gebruikt_op"])
    if rij.machtiging is not None:
        rij.machtiging.account = account
        rij.machtiging.save(update_fields=["account"])
    return rij
