"""Staff: inviting somebody, giving and ending roles, changing how somebody is called."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models.functions import Now
from django.utils.crypto import constant_time_compare, salted_hmac

from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.journaal import schrijf
from voordeur.kern.models import Aanstelling, Account, College, Organisatie
from voordeur.kern.perioden import gesloten, half_open
from voordeur.kern.queries import centrum

from ..fouten import (
    AlGebruikt,
    AlWeg,
    BestaatAl,
    DubbeleRol,
    InHetVerleden,
    LaatsteBeheerder,
    NietUzelf,
    NogNietBevestigd,
    RolPastNiet,
    VerkeerdeDagen,
)
from ..models import Uitnodiging

BEHEER = frozenset({Rol.FUNCTIONEEL_BEHEERDER})
LEIDING = BEHEER | {Rol.TEAMLEIDER}
# no vowels and nothing that looks like something else: nobody reads a word in it, or types it wrongly
TEKENS = "BCDFGHJKLMNPQRSTVWXZ23456789"
LENGTE, DAGEN_GELDIG, POGINGEN = 10, 14, 5
ZOUT = "voordeur.beheer.uitnodiging"
VAN_ORGANISATIE = {
    Organisatie.Soort.AANBIEDER: {Rol.AANBIEDER, Rol.OPVANGMEDEWERKER},
    Organisatie.Soort.OPVANG: {Rol.AANBIEDER, Rol.OPVANGMEDEWERKER},
    Organisatie.Soort.TOEGANG: {Rol.CONSULENT, Rol.TEAMLEIDER},
}
NIET_BIJ_COLLEGE = {Rol.AANBIEDER, Rol.OPVANGMEDEWERKER}


@dataclass(frozen=True)
class BijPersoneel:
    """The college (CBS code) whose power over staff is used."""

    college_code: str
    pk: str = ""


def bij_centrum(wie: Actor) -> BijPersoneel:
    """The centre, for what it decides for the whole region."""
    return BijPersoneel(centrum(wie.regio).code)


def beheert(wie: Actor, college: str | None, op: date) -> BijPersoneel:
    """By which college somebody manages the staff of a college: who manages for the centre does so for all of them.

    None: what belongs to no college, such as an organisation; that is the centre's.
    """
    midden = centrum(wie.regio).code
    centraal = any(deel.rol in BEHEER and deel.college == midden for deel in wie.rollen_op(op))
    return BijPersoneel(midden if centraal or college is None else college)


@dataclass(frozen=True)
class Plek:
    """Where a role is: in a college, or in an organisation."""

    college: College | None = None
    organisatie: Organisatie | None = None

    @property
    def code(self) -> str | None:
        return self.college.code if self.college else None


@dataclass(frozen=True)
class Mens:
    """How somebody is called and reached."""

    naam: str
    functie: str = ""
    telefoon: str = ""


@handeling("beheer.mens.uitnodigen", rollen=BEHEER)
def nodig_uit(wie: Actor, bij: BijPersoneel, mens: Mens, email: str, *, op: date) -> Gedaan[Uitnodiging]:
    """Make an account without any role, and a code to come in with. Raises BestaatAl."""
    eis(not Account.objects.filter(email__iexact=email).exists(), BestaatAl())
    account = Account.objects.create_user(
        email.lower(), None, regio_id=wie.regio, naam=mens.naam, functie=mens.functie, telefoon=mens.telefoon
    )
    return Gedaan(geef_code(wie, account, op))


@handeling("beheer.mens.opnieuw_uitnodigen", rollen=BEHEER)
def nodig_opnieuw_uit(wie: Actor, bij: BijPersoneel, account: Account, *, op: date) -> Gedaan[Uitnodiging]:
    """A new code in the place of the old one, for who lost it or forgot the password.

    For an account that was used it only goes by mail: who reads it could decide as that person. Without a mail server
    a second person is needed (`herstel.vraag_herstel`).
    Raises NietUzelf, AlWeg, AlGebruikt.
    """
    eis(account.pk != wie.account, NietUzelf())
    eis(account.is_active, AlWeg())
    eis(not vraagt_tweede(account), AlGebruikt())
    return Gedaan(geef_code(wie, account, op))


def vraagt_tweede(account: Account) -> bool:
    """Whether a new code of an account would be shown to somebody else than the one who uses it."""
    return not settings.EMAIL_HOST and is_gebruikt(account)


def is_gebruikt(account: Account) -> bool:
    """Whether somebody logged in with an account, or linked the login of the region to it."""
    vers = Account.objects.get(pk=account.pk)
    return vers.last_login is not None or SocialAccount.objects.filter(user=vers).exists()


def geef_code(
    wie: Actor, account: Account, op: date, *, herstel: bool = False, waarom: str = "", dagen: int = DAGEN_GELDIG
) -> Uitnodiging:
    """A code in the place of any other that is open. `herstel`: it waits for a second person."""
    assert wie.account is not None
    Uitnodiging.objects.filter(account=account, klaar_om=None).update(klaar_om=Now())
    code = "".join(secrets.choice(TEKENS) for _ in range(LENGTE))
    uitnodiging = Uitnodiging.objects.create(
        regio_id=wie.regio,
        account=account,
        code=_hash(code),
        gemaakt_door=wie.account,
        tot_en_met=op + timedelta(days=dagen),
        herstel=herstel,
        waarom=waarom,
    )
    # shown once: it stands nowhere in the database
    uitnodiging.eenmalig = f"{code[:5]}-{code[5:]}"
    return uitnodiging


def _hash(code: str) -> str:
    return salted_hmac(ZOUT, code, algorithm="sha256").hexdigest()


def mail_code(account: Account, code: str, adres: str) -> bool:
    """Send the code after this transaction. False without a mail server: then it is handed over on paper."""
    if not settings.EMAIL_HOST:
        return False
    tekst = (
        f"Beste {account.naam},\n\nU hebt een account in Voordeur. Kies nu een wachtwoord.\n\n"
        f"Ga naar {adres}\nUw code is {code}\n\nDe code werkt {DAGEN_GELDIG} dagen en één keer.\n"
    )
    transaction.on_commit(lambda: send_mail("Uw account in Voordeur", tekst, None, [account.email]))
    return True


def verzilver(email: str, code: str, wachtwoord: str, *, op: date) -> bool:
    """Choose a password with a code. False whatever is wrong, so that it tells nobody which addresses exist.

    After five wrong codes an invitation is over. Raises NogNietBevestigd, to who has the right code.
    """
    account = Account.objects.filter(email__iexact=email, soort=Account.Soort.MEDEWERKER, is_active=True).first()
    if account is None:
        _hash(code)
        return False
    with als(Actor(account.regio_id, None, "Voordeur")) as zelf:
        open_ = Uitnodiging.objects.select_for_update().filter(account=account, klaar_om=None).first()
        if open_ is None or open_.tot_en_met < op or open_.pogingen >= POGINGEN or _is_ingehaald(open_, account):
            return False
        if not constant_time_compare(open_.code, _hash(code.upper().replace("-", "").replace(" ", ""))):
            open_.pogingen += 1
            open_.save(update_fields=["pogingen"])
            return False
        eis(not open_.herstel or open_.bevestigd_door is not None, NogNietBevestigd())
        Uitnodiging.objects.filter(pk=open_.pk).update(klaar_om=Now(), gebruikt_om=Now())
        # a new password ends every session that there is
        account.set_password(wachtwoord)
        account.save(update_fields=["password"])
        schrijf(zelf, "beheer.mens.wachtwoord_gekozen", op, account, "", "", None)
        return True


def _is_ingehaald(uitnodiging: Uitnodiging, account: Account) -> bool:
    # a code that was shown before the account was used opens nothing after it
    return account.last_login is not None and account.last_login > uitnodiging.gemaakt_om


@handeling("beheer.mens.wijzigen", rollen=BEHEER)
def wijzig_mens(wie: Actor, bij: BijPersoneel, account: Account, mens: Mens, *, op: date) -> Gedaan[Account]:
    """Change name, function or telephone: nothing else of an account changes by this."""
    eis(account.is_active, AlWeg())
    account.naam, account.functie, account.telefoon = mens.naam, mens.functie, mens.telefoon
    account.save(update_fields=["naam", "functie", "telefoon"])
    return Gedaan(account)


@handeling("beheer.rol.geven", rollen=BEHEER)
def geef_rol(
    wie: Actor,
    bij: BijPersoneel,
    account: Account,
    rol: Rol,
    plek: Plek,
    *,
    van: date,
    tot: date | None,
    op: date,
    ook_verleden: bool = False,
) -> Gedaan[Aanstelling]:
    """Appoint somebody. Raises NietUzelf, RolPastNiet, InHetVerleden, VerkeerdeDagen, DubbeleRol."""
    eis(not wie.staat_voor(account.pk, op), NietUzelf())
    eis(account.is_active and (account.laatste_dag is None or van <= account.laatste_dag), AlWeg())
    eis(past(rol, plek), RolPastNiet())
    eis(van >= op or ook_verleden, InHetVerleden())
    eis(tot is None or tot >= van, VerkeerdeDagen(van))
    with als_geschonden({"aanstelling_niet_dubbel": DubbeleRol()}):
        gemaakt = Aanstelling.objects.create(
            regio_id=wie.regio,
            account=account,
            rol=rol.value,
            college=plek.college,
            organisatie=plek.organisatie,
            periode=half_open(van, tot),
        )
    return Gedaan(gemaakt)


def past(rol: Rol, plek: Plek) -> bool:
    """Whether a role is one of this place: what a provider does nobody does at a college, and the other way round."""
    if plek.organisatie is None:
        return rol not in NIET_BIJ_COLLEGE
    return rol in VAN_ORGANISATIE.get(Organisatie.Soort(plek.organisatie.soort), set())


@handeling("beheer.rol.beeindigen", rollen=LEIDING)
def beeindig_rol(
    wie: Actor, bij: BijPersoneel, aanstelling: Aanstelling, *, laatste_dag: date, op: date, ook_verleden: bool = False
) -> Gedaan[Aanstelling]:
    """Give an appointment a last day; it stays in the list. Raises InHetVerleden, VerkeerdeDagen, LaatsteBeheerder."""
    dagen = gesloten(aanstelling.periode)
    eis(laatste_dag >= op - timedelta(days=1) or ook_verleden, InHetVerleden())
    eis(dagen.van <= laatste_dag <= (dagen.tot or date.max), VerkeerdeDagen(dagen.van))
    aanstelling.periode = half_open(dagen.van, laatste_dag)
    aanstelling.save(update_fields=["periode"])
    eis_beheerder_over(wie, laatste_dag + timedelta(days=1))
    return Gedaan(aanstelling)


def eis_beheerder_over(wie: Actor, op: date) -> None:
    """Refuse when from a day on nobody manages the centre any more. Raises LaatsteBeheerder."""
    over = Aanstelling.objects.filter(
        rol=Rol.FUNCTIONEEL_BEHEERDER.value, college__centrum=True, periode__contains=op, account__is_active=True
    )
    eis(over.exists(), LaatsteBeheerder())
