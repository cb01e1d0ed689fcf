"""Making, confirming and ending the keys by which systems come in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from voordeur.beheer.actions.tweede import eis_los
from voordeur.kern.actor import Actor, Rol
from voordeur.kern.fouten import Geweigerd, StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Account

from .geheim import NieuwGeheim
from .models import Apisleutel
from .queries import accounts_voor_sleutel

BEHEER = frozenset({Rol.FUNCTIONEEL_BEHEERDER})
TWEEDE = frozenset({Rol.TEAMLEIDER, Rol.BESTUURDER})
LANGST = timedelta(days=366)


class SleutelKanNiet(Geweigerd):
    """Such a key is not made; `veld` is the answer that it is about."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)


@dataclass(frozen=True, kw_only=True)
class Sleutelvraag:
    """What a key is for: a name, the account it acts as, whether it may write, and its days, both included."""

    naam: str
    account: Account
    mag_schrijven: bool
    van: date
    tot: date


@dataclass(frozen=True)
class BijBeheer:
    """The region whose keys the centrumgemeente (CBS code) looks after; `pk`: the key that is ended."""

    college_code: str
    pk: int | str = ""


@handeling("api.sleutel.maken", rollen=BEHEER)
def maak_sleutel(
    wie: Actor, bij: BijBeheer, vraag: Sleutelvraag, geheim: NieuwGeheim, *, op: date
) -> Gedaan[Apisleutel]:
    """Make a key that acts as an account. Of its secret only the hash is kept. Raises SleutelKanNiet."""
    kan = accounts_voor_sleutel(wie).filter(pk=vraag.account.pk).exists()
    eis(kan, SleutelKanNiet("account", "Dit account kan geen sleutel krijgen. Kies een ander account."))
    eis(op <= vraag.tot, SleutelKanNiet("tot", "Kies een laatste dag vanaf vandaag."))
    eis(vraag.van <= vraag.tot, SleutelKanNiet("tot", "Kies een laatste dag na de eerste dag."))
    eis(vraag.tot - vraag.van <= LANGST, SleutelKanNiet("tot", "Een sleutel geldt hooguit een jaar."))
    return Gedaan(Apisleutel.objects.create(
        regio_id=wie.regio, nummer=geheim.nummer, geheim=geheim.geheim, naam=vraag.naam, account=vraag.account,
        mag_schrijven=vraag.mag_schrijven, van=vraag.van, tot=vraag.tot, gemaakt_door=wie.account or 0, gemaakt_op=op,
    ))  # fmt: skip


@handeling("api.sleutel.bevestigen", rollen=TWEEDE)
def bevestig_sleutel(wie: Actor, bij: BijBeheer, *, op: date) -> Gedaan[Apisleutel]:
    """Let a key open the door: another person than who made it agrees that a system acts as this account."""
    sleutel = Apisleutel.objects.select_for_update().get(pk=bij.pk)
    wacht = sleutel.bevestigd_op is None and sleutel.beeindigd_op is None
    eis(wacht, StapNietAanDeBeurt("Deze sleutel wacht niet meer op een bevestiging."))
    eis(not wie.staat_voor(sleutel.gemaakt_door, op), ZelfdePersoon("Een ander bevestigt deze sleutel."))
    eis_los(wie, sleutel.gemaakt_door)
    sleutel.bevestigd_op, sleutel.bevestigd_door = op, wie.account or 0
    sleutel.save(update_fields=["bevestigd_op", "bevestigd_door"])
    return Gedaan(sleutel)


@handeling("api.sleutel.beeindigen", rollen=BEHEER)
def beeindig_sleutel(wie: Actor, bij: BijBeheer, *, op: date) -> Gedaan[Apisleutel]:
    """End a key: from the next call on it opens nothing. Raises Apisleutel.DoesNotExist."""
    sleutel = Apisleutel.objects.select_for_update().get(pk=bij.pk)
    eis(sleutel.beeindigd_op is None, StapNietAanDeBeurt("Deze sleutel is al beëindigd."))
    sleutel.beeindigd_op, sleutel.beeindigd_door = op, wie.account or 0
    sleutel.save(update_fields=["beeindigd_op", "beeindigd_door"])
    return Gedaan(sleutel)


def beeindig_sleutels_van(wie: Actor, account: Account, op: date) -> None:
    """End every key that acts as an account that is closed, as a part of closing it: it never opens the door again."""
    open_ = Apisleutel.objects.filter(regio_id=wie.regio, account=account, beeindigd_op=None)
    open_.update(beeindigd_op=op, beeindigd_door=wie.account or 0)
