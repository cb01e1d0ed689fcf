"""Emergency access: opening one dossier of another municipality to read it, and judging that afterwards."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

from django.conf import settings
from django.db.models.functions import Now

from voordeur.berichten.actions import zet_klaar
from voordeur.inwoner.actions import schrijf_op
from voordeur.inwoner.queries import allen_met_bsn
from voordeur.kern.accounts import actor_in_nood
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.fouten import GeenMandaat, Geweigerd, StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling, journaal_weigering
from voordeur.kern.journaal import schrijf
from voordeur.kern.models import College, Journaalregel, Noodtoegang
from voordeur.toegang.models import Dossier

from ..fouten import NietUzelf
from .mensen import BijPersoneel, bij_centrum

OPENEN = "toegang.nood.openen"
ROLLEN = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER, Rol.OPVANGMEDEWERKER})
# whoever types numbers until one fits is stopped
MISGREPEN = 5


class NietGevonden(Geweigerd):
    """Not here, or not to be opened like this: the answer is the same."""

    def __init__(self) -> None:
        super().__init__("Wij vinden geen dossier dat u zo kunt openen. Kijk of het nummer klopt, of bel de gemeente.")


class TeVaakMis(Geweigerd):
    """Too many numbers that were not there, in one day."""

    def __init__(self) -> None:
        super().__init__("U zocht vandaag te vaak een dossier dat er niet is. Bel de gemeente van de inwoner.")


class AlTeZien(Geweigerd):
    """No emergency is needed."""

    def __init__(self) -> None:
        super().__init__("U mag dit dossier al zien. Open het in de lijst met dossiers.")


def open_in_nood(
    wie: Actor, nummer: str, reden: Noodtoegang.Reden, toelichting: str, *, op: date
) -> Gedaan[Noodtoegang]:
    """Open one dossier by its number, or by the BSN of the resident, for some hours.

    No mandate of the other college is asked: that is what an emergency is. Whatever happens is journaled, and the team
    leader there is told. A shielded dossier is not found: that takes a second person (`nood_tweede`).
    Raises GeenMandaat, NietGevonden, TeVaakMis, AlTeZien.
    """
    with als(wie):
        bij = bij_centrum(wie)
    try:
        with als(wie):
            rol = eis_rol(wie, OPENEN, bij, op)
            mis = Journaalregel.objects.filter(account=wie.account, handeling=OPENEN, uitslag="geweigerd", op=op)
            eis(mis.count() < MISGREPEN, TeVaakMis())
            return _open(wie, rol, nummer, reden, toelichting, op)
    except Geweigerd as weigering:
        journaal_weigering(wie, OPENEN, op, bij, weigering)
        raise


def eis_rol(wie: Actor, wat: str, bij: BijPersoneel, op: date) -> Rol:
    """The role by which somebody opens a dossier in an emergency. Raises GeenMandaat."""
    rol = rol_voor_nood(wie, op)
    if rol is None:
        raise GeenMandaat(wat, bij.college_code, op)
    return rol


def rol_voor_nood(wie: Actor, op: date) -> Rol | None:
    """The first role that may do that; None: there is none on this day."""
    return next((deel.rol for deel in wie.rollen_op(op) if deel.rol in ROLLEN), None)


def _open(
    wie: Actor, rol: Rol, nummer: str, reden: Noodtoegang.Reden, toelichting: str, op: date
) -> Gedaan[Noodtoegang]:
    assert wie.account is not None
    overal = frozenset(College.objects.values_list("code", flat=True))
    with als(replace(wie, colleges=overal, aanbieder=None, rollen=())) as zoeker:
        dossier = zoek(zoeker, nummer)
        if dossier is None:
            raise NietGevonden
        eis(dossier.college_code not in wie.colleges, AlTeZien())
        nood = Noodtoegang.objects.create(
            regio_id=wie.regio,
            account_id=wie.account,
            college=College.objects.get(code=dossier.college_code),
            dossier=dossier.nummer,
            reden=reden,
            tot=Now() + timedelta(hours=settings.VOORDEUR_NOODTOEGANG_UREN),
        )
        schrijf_op(dossier.inwoner, f"noodtoegang {nood.pk}", {"toelichting": toelichting}, van=dossier.nummer)
        meld_teamleider(wie, nood, dossier)
        schrijf(actor_in_nood(wie, nood), OPENEN, op, nood, dossier.college_code, rol.value, None)
        return Gedaan(nood)


def meld_teamleider(wie: Actor, nood: Noodtoegang, dossier: Dossier) -> None:
    """Tell the team leader of the college, by the number of the emergency access alone."""
    bericht = json.dumps({"noodtoegang": nood.pk}).encode()
    aan = f"teamleider van college {dossier.college_code}"
    zet_klaar(wie, kanaal="map", aan=aan, soort="noodtoegang", inhoud=bericht)


def zoek(zoeker: Actor, nummer: str) -> Dossier | None:
    """The dossier with this number, or the newest of who has this BSN, as far as the one who looks may see it."""
    gezocht = Dossier.objects.select_related("inwoner").exclude(inwoner__sleutel=None)
    gevonden = gezocht.filter(nummer=nummer).first()
    if gevonden is not None:
        return gevonden
    try:
        inwoners = allen_met_bsn(zoeker, nummer)
    except ValueError:
        return None
    return gezocht.filter(inwoner__in=inwoners).order_by("-id").first()


@handeling("toegang.nood.beoordelen", rollen={Rol.TEAMLEIDER})
def beoordeel(
    wie: Actor, nood: Noodtoegang, oordeel: Noodtoegang.Oordeel, toelichting: str, *, op: date
) -> Gedaan[Noodtoegang]:
    """Say afterwards whether it was right to open it; never about oneself, or about what one agreed to.

    Raises NietUzelf, StapNietAanDeBeurt.
    """
    nu = Noodtoegang.objects.select_for_update(of=("self",)).select_related("college").get(pk=nood.pk)
    eis(not nu.oordeel, StapNietAanDeBeurt("Deze noodtoegang is al beoordeeld."))
    eis(not wie.staat_voor(nu.account_id, op) and not wie.staat_voor(nu.tweede, op), NietUzelf())
    nu.oordeel, nu.beoordeeld_door, nu.beoordeeld_op = oordeel, wie.account, op
    nu.save(update_fields=["oordeel", "beoordeeld_door", "beoordeeld_op"])
    dossier = Dossier.objects.select_related("inwoner").filter(nummer=nu.dossier).first()
    if dossier is not None and dossier.inwoner.sleutel is not None and toelichting:
        inhoud = {"toelichting": toelichting, "oordeel": str(oordeel)}
        schrijf_op(dossier.inwoner, f"noodtoegang {nu.pk} oordeel", inhoud, van=dossier.nummer)
    return Gedaan(nu)
