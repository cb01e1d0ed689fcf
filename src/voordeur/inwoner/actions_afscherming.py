"""Shielding a resident from everybody who is not named, and warnings: a secret address, send nothing first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.fouten import Geweigerd, StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Account

from .actions import AlVernietigd, schrijf_op
from .models import Afscherming, Inwoner, Markering

VRAGERS = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})
BEVESTIGERS = frozenset({Rol.TEAMLEIDER, Rol.FUNCTIONEEL_BEHEERDER})
MINSTENS = 2


class OnvolledigeAfscherming(Geweigerd):
    """An answer that is missing or cannot be; `veld` is its field."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)


def _pak(inwoner: Inwoner) -> Inwoner:
    vers = Inwoner.objects.select_for_update().get(pk=inwoner.pk)
    eis(vers.sleutel is not None, AlVernietigd())
    return vers


@handeling("inwoner.afschermen.vragen", rollen=VRAGERS)
def vraag_afscherming(
    wie: Actor, inwoner: Inwoner, accounts: Sequence[int], reden: str, tot: date | None = None, *, op: date
) -> Gedaan[Afscherming]:
    """Ask that only these accounts see a resident; it holds when somebody else confirmed it.

    Raises OnvolledigeAfscherming, StapNietAanDeBeurt, AlVernietigd.
    """
    vers = _pak(inwoner)
    wie_mag = sorted(set(accounts))
    bekend = Account.objects.filter(pk__in=wie_mag, regio_id=wie.regio, soort="medewerker", is_active=True).count()
    eis(
        len(wie_mag) >= MINSTENS and bekend == len(wie_mag),
        OnvolledigeAfscherming("accounts", "Kies ten minste twee medewerkers die dit dossier zien."),
    )
    eis(bool(reden.strip()), OnvolledigeAfscherming("reden", "Schrijf op waarom afschermen nodig is."))
    eis(tot is None or tot >= op, OnvolledigeAfscherming("tot", "Vul een datum in vanaf vandaag, of laat dit leeg."))
    loopt = Afscherming.objects.filter(inwoner=vers, opgeheven_door=None).exists()
    eis(not loopt, StapNietAanDeBeurt("Deze inwoner is al afgeschermd, of dat is al gevraagd."))
    gemaakt = Afscherming.objects.create(
        regio_id=vers.regio_id, college_code=vers.college_code, inwoner=vers, accounts=wie_mag, van=op, tot=tot,
        gevraagd_door=wie.account or 0, gevraagd_op=op,
    )  # fmt: skip
    schrijf_op(vers, f"afscherming {gemaakt.pk}", {"reden": reden}, van="")
    return Gedaan(gemaakt)


@handeling("inwoner.afschermen.bevestigen", rollen=BEVESTIGERS)
def bevestig_afscherming(wie: Actor, afscherming: Afscherming, *, op: date) -> Gedaan[Afscherming]:
    """Confirm what somebody else asked: from now on the file is not there for anybody who is not named.

    Raises ZelfdePersoon, StapNietAanDeBeurt.
    """
    nu = Afscherming.objects.select_for_update().get(pk=afscherming.pk)
    open_ = nu.bevestigd_op is None and nu.opgeheven_door is None
    eis(open_, StapNietAanDeBeurt("Dit is al bevestigd of opgeheven."))
    eis(not wie.staat_voor(nu.gevraagd_door, op), ZelfdePersoon("Een ander bevestigt de afscherming."))
    nu.bevestigd_op, nu.bevestigd_door = op, wie.account
    nu.save(update_fields=["bevestigd_op", "bevestigd_door"])
    return Gedaan(nu)


@handeling("inwoner.afschermen.opheffen", rollen=VRAGERS | BEVESTIGERS)
def hef_afscherming_op(wie: Actor, afscherming: Afscherming, *, op: date) -> Gedaan[Afscherming]:
    """End it, or take back the request; only who sees the file can. It shows again to everybody who works for it."""
    nu = Afscherming.objects.select_for_update().get(pk=afscherming.pk)
    eis(nu.opgeheven_door is None, StapNietAanDeBeurt("Deze afscherming is al opgeheven."))
    nu.opgeheven_door, nu.tot = wie.account, max(op, nu.van)
    nu.save(update_fields=["opgeheven_door", "tot"])
    return Gedaan(nu)


@handeling("inwoner.markering.zetten", rollen=VRAGERS)
def zet_markering(wie: Actor, inwoner: Inwoner, soort: str, reden: str, *, op: date) -> Gedaan[Markering]:
    """Warn that an address is secret, or that nothing may be sent.

    Raises OnvolledigeAfscherming, StapNietAanDeBeurt.
    """
    vers = _pak(inwoner)
    eis(soort in Markering.Soort.values, OnvolledigeAfscherming("soort", "Kies waar u voor waarschuwt."))
    eis(bool(reden.strip()), OnvolledigeAfscherming("reden", "Schrijf op waarom dit nodig is."))
    staat_er = Markering.objects.filter(inwoner=vers, soort=soort, weg_op=None).exists()
    eis(not staat_er, StapNietAanDeBeurt("Deze waarschuwing staat er al."))
    gemaakt = Markering.objects.create(
        regio_id=vers.regio_id, college_code=vers.college_code, inwoner=vers, soort=soort, van=op,
        gezet_door=wie.account or 0,
    )  # fmt: skip
    schrijf_op(vers, f"markering {gemaakt.pk}", {"reden": reden}, van="")
    return Gedaan(gemaakt)


@handeling("inwoner.markering.weghalen", rollen=VRAGERS)
def haal_markering_weg(wie: Actor, markering: Markering, reden: str, *, op: date) -> Gedaan[Markering]:
    """The warning holds no longer, and why. Raises OnvolledigeAfscherming, StapNietAanDeBeurt."""
    nu = Markering.objects.select_for_update(of=("self",)).select_related("inwoner").get(pk=markering.pk)
    eis(nu.weg_op is None, StapNietAanDeBeurt("Deze waarschuwing is al weg."))
    eis(bool(reden.strip()), OnvolledigeAfscherming("reden", "Schrijf op waarom dit niet meer nodig is."))
    nu.weg_op, nu.weg_door = op, wie.account
    nu.save(update_fields=["weg_op", "weg_door"])
    schrijf_op(nu.inwoner, f"markering {nu.pk} weg", {"reden": reden}, van="")
    return Gedaan(nu)
