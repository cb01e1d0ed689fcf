"""Emergency access to a dossier that is not found, such as a shielded one: asked by one, agreed to by another.

Whoever asks learns nothing: the answer is the same whether the dossier is there or not. What was asked is looked up by
the system itself, once the second person agreed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models.functions import Now
from django.utils import timezone

from voordeur.inwoner.actions import schrijf_op
from voordeur.inwoner.bsn import lees_bsn
from voordeur.inwoner.models import Burgerservicenummer, Gegeven, Inwoner
from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.accounts import actor_in_nood, actor_van
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.fouten import Geweigerd, StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling, journaal_weigering
from voordeur.kern.journaal import schrijf
from voordeur.kern.models import Account, College, Noodtoegang
from voordeur.kern.onderhoud import systeem
from voordeur.kern.sleutels import blinde_index
from voordeur.toegang.models import Dossier

from ..models import Noodverzoek
from .mensen import BijPersoneel, bij_centrum
from .nood import (
    MISGREPEN,
    OPENEN,
    AlTeZien,
    NietGevonden,
    TeVaakMis,
    eis_rol,
    meld_teamleider,
    rol_voor_nood,
    zoek,
)
from .tweede import eis_langer_hier, eis_los

VRAGEN, BEVESTIGEN = "toegang.nood.vragen", "toegang.nood.bevestigen"
TWEEDE = frozenset({Rol.TEAMLEIDER, Rol.CONTROLLER})
NUMMER = re.compile(r"\d{4}-\d{4,8}")
# whoever did not agree by then is asked anew
ZO_LANG = timedelta(hours=24)


def vraag_met_tweede(
    wie: Actor, nummer: str, reden: Noodtoegang.Reden, toelichting: str, *, op: date
) -> Gedaan[Noodverzoek]:
    """Ask to open a dossier by its number or BSN, that another person has to agree to first.

    Raises GeenMandaat, PasBegonnen, TeVaakMis, NietGevonden (for what can be no number at all), AlTeZien.
    """
    with als(wie):
        bij = bij_centrum(wie)
    try:
        with als(wie):
            rol = eis_rol(wie, VRAGEN, bij, op)
            assert wie.account is not None
            eis_langer_hier(wie, wie.account)
            eerder = Noodverzoek.objects.filter(account=wie.account, gevraagd_op=op)
            eis(eerder.count() < MISGREPEN, TeVaakMis())
            eis(zoek(wie, nummer) is None, AlTeZien())
            verzoek = Noodverzoek.objects.create(
                regio_id=wie.regio, account_id=wie.account, reden=reden, gevraagd_op=op, **_sleutel(wie.regio, nummer)
            )
            _onthoud(wie, verzoek, toelichting)
            schrijf(wie, VRAGEN, op, verzoek, "", rol.value, None)
            return Gedaan(verzoek)
    except Geweigerd as weigering:
        journaal_weigering(wie, VRAGEN, op, bij, weigering)
        raise


def _sleutel(regio: str, nummer: str) -> dict[str, str]:
    """By what a dossier is looked for: a number as it is, a BSN by its hash."""
    try:
        return {"bsn": blinde_index(regio, "bsn", lees_bsn(nummer))}
    except ValueError:
        eis(NUMMER.fullmatch(nummer) is not None, NietGevonden())
        return {"nummer": nummer}


def _onthoud(wie: Actor, verzoek: Noodverzoek, toelichting: str) -> None:
    """The words go to the resident, locked; when there is none they are about nobody, and are not kept."""
    with als(_zelf(wie)):
        dossier = _vind(verzoek)
        if dossier is not None:
            wie_het_is = dossier.inwoner
            om = _laatst(wie_het_is)
            gegeven = schrijf_op(wie_het_is, _soort(verzoek), {"toelichting": toelichting}, van=dossier.nummer)
            # somebody asked: that is no change of the facts, and does not make the fifteen years run anew
            Gegeven.objects.filter(pk=gegeven.pk).update(om=om)


def _laatst(inwoner: Inwoner) -> datetime:
    return inwoner.gegevens.latest("om").om if inwoner.gegevens.exists() else inwoner.sinds


def _soort(verzoek: Noodverzoek) -> str:
    return f"noodverzoek {verzoek.pk}"


def _zelf(wie: Actor) -> Actor:
    """The system itself, from whom nobody is hidden."""
    return replace(systeem(wie.regio), vanwaar=wie.vanwaar)


def _vind(verzoek: Noodverzoek) -> Dossier | None:
    gezocht = Dossier.objects.select_related("inwoner").exclude(inwoner__sleutel=None)
    if verzoek.nummer:
        return gezocht.filter(nummer=verzoek.nummer).first()
    wie = Burgerservicenummer.objects.filter(index=verzoek.bsn, inwoner__opgegaan_in=None).values("inwoner")
    return gezocht.filter(inwoner__in=wie).order_by("-id").first()


@handeling(BEVESTIGEN, rollen=TWEEDE)
def beslis_nood(wie: Actor, bij: BijPersoneel, verzoek: Noodverzoek, *, akkoord: bool, op: date) -> Gedaan[Noodverzoek]:
    """Agree that somebody else opens a dossier in an emergency, or not.

    Raises ZelfdePersoon, PasUitgenodigd, PasBegonnen, StapNietAanDeBeurt.
    """
    nu = Noodverzoek.objects.select_for_update(of=("self",)).select_related("account").get(pk=verzoek.pk)
    wacht = nu.akkoord is None and nu.gevraagd_om > timezone.now() - ZO_LANG
    eis(wacht, StapNietAanDeBeurt("Deze vraag wacht niet meer op een antwoord."))
    eis(not wie.staat_voor(nu.account_id, op), ZelfdePersoon("Een ander bevestigt de noodtoegang."))
    if akkoord:
        eis_los(wie, nu.account_id)
        eis_langer_hier(wie, nu.account_id, wie.account or 0)
        _open_voor(wie, nu, op)
    nu.akkoord, nu.beslist_door, nu.beslist_op, nu.bsn = akkoord, wie.account, op, ""
    nu.save(update_fields=["akkoord", "beslist_door", "beslist_op", "bsn"])
    with als(_zelf(wie)):
        _wis_woorden([nu])
    return Gedaan(nu)


def ruim_verlopen_op(regio: str) -> int:
    """Let nothing of a resident stay with an emergency that nobody answered. Returns how many had something."""
    with als(systeem(regio)):
        verlopen = Noodverzoek.objects.filter(akkoord=None, gevraagd_om__lte=timezone.now() - ZO_LANG)
        _wis_woorden(verlopen.order_by("id"))
        return verlopen.exclude(bsn="").update(bsn="")


def _wis_woorden(verzoeken: Iterable[Noodverzoek]) -> None:
    # after a yes they stand with the access itself
    Gegeven.objects.filter(soort__in=[_soort(deel) for deel in verzoeken]).delete()


def _open_voor(wie: Actor, verzoek: Noodverzoek, op: date) -> None:
    """Open what was asked, when it is there: by the system, since neither of the two sees it yet."""
    rol = _rol_van(verzoek.account, op)
    with als(_zelf(wie)) as zelf:
        dossier = _vind(verzoek)
        if dossier is None:
            return
        nood = Noodtoegang.objects.create(
            regio_id=wie.regio,
            account=verzoek.account,
            college=College.objects.get(code=dossier.college_code),
            dossier=dossier.nummer,
            reden=verzoek.reden,
            tweede=wie.account,
            tot=Now() + timedelta(hours=settings.VOORDEUR_NOODTOEGANG_UREN),
        )
        woorden = opgeschreven(dossier.inwoner, van=dossier.nummer).get(_soort(verzoek), {})
        schrijf_op(dossier.inwoner, f"noodtoegang {nood.pk}", woorden, van=dossier.nummer)
        meld_teamleider(zelf, nood, dossier)
        schrijf(wie, BEVESTIGEN, op, nood, dossier.college_code, "", None)
        lezer = actor_in_nood(Actor(wie.regio, verzoek.account_id, verzoek.account.naam, vanwaar=wie.vanwaar), nood)
        schrijf(lezer, OPENEN, op, nood, dossier.college_code, rol.value, None)


def _rol_van(account: Account, op: date) -> Rol:
    rol = rol_voor_nood(actor_van(account, op=op), op) if account.is_active else None
    if rol is None:
        raise StapNietAanDeBeurt("Deze persoon heeft geen rol meer om een dossier te openen.")
    return rol
