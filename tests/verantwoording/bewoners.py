"""Residents of a test region, put in the tables as they stand after the steps of other rooms."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal

from tests.stad import ALTIJD, Stad
from voordeur.aanbod.models import Locatie, Plek
from voordeur.geld.models import Boeking, Boekingsregel
from voordeur.geld.rekeningen import BANK, LASTEN, rekeningen
from voordeur.inwoner.actions import neem_op
from voordeur.inwoner.models import Inwoner
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.models import Aanstelling, Account, College
from voordeur.kern.perioden import half_open
from voordeur.toegang.models import Besluit, Dossier
from voordeur.verblijf.models import Plaatsing

NUMMERS = itertools.count(1)


@contextmanager
def in_de(stad: Stad, wie: str = "controller") -> Iterator[Actor]:
    """Work in a region as a member of its cast."""
    with als(stad.als(wie)) as actor:
        yield actor


def melding(stad: Stad, op: date, *, gemeente: str = "", inwoner: Inwoner | None = None) -> Dossier:
    """A dossier of a resident who is new, unless one is given."""
    college = gemeente or stad.gemeente
    with in_de(stad) as wie:
        return Dossier.objects.create(
            regio_id=stad.regio, college_code=college, inwoner=inwoner or neem_op(wie, college, {"naam": "Proef"}),
            nummer=f"proef-{next(NUMMERS)}", voorziening="BW", route="proef", regeling_versie=stad.regeling.versie,
            melder="inwoner", gemeld_op=op,
        )  # fmt: skip


def besluit(dossier: Dossier, stad: Stad, op: date, *, strekking: str = "toekenning", **velden: object) -> Besluit:
    """A decision that was taken; granted for five years."""
    toegekend = {"vorm": "proef", "periode": half_open(op, op + timedelta(days=1825))}
    with in_de(stad):
        return Besluit.objects.create(
            regio_id=stad.regio, college_code=dossier.college_code, dossier=dossier, nummer=f"proef-{next(NUMMERS)}",
            strekking=strekking, voorbereid_door=1, voorbereid_op=op, ondertekend_door=2, genomen_op=op,
            **{**(toegekend if strekking == "toekenning" else {}), **velden},
        )  # fmt: skip


def plek(stad: Stad) -> Plek:
    """A place of its own in the one house of the provider."""
    locatie, _ = Locatie.objects.get_or_create(
        regio_id=stad.regio, organisatie_id=stad.aanbieder, naam="Huis", defaults={"gemeente": stad.centrum}
    )
    return Plek.objects.create(
        regio_id=stad.regio, locatie=locatie, nummer=str(next(NUMMERS)), product="proef", periode=ALTIJD
    )


def woont(stad: Stad, bij: Besluit, van: date, tot: date | None = None) -> Plaatsing:
    """A stay from `van` up to and including `tot`."""
    einde = {"beeindigd_op": tot, "reden_einde": "proef"} if tot else {}
    with in_de(stad):
        return Plaatsing.objects.create(
            regio_id=stad.regio, college_code=bij.college_code, dossier=bij.dossier, besluit=bij, plek=plek(stad),
            organisatie_id=stad.aanbieder, periode=half_open(van, tot), geplaatst_door=1, geplaatst_op=van, **einde,
        )  # fmt: skip


def bewoner(stad: Stad, van: date, tot: date | None = None, *, gemeente: str = "") -> Plaatsing:
    """Somebody who reported, was granted and moved in on the same day."""
    dossier = melding(stad, van, gemeente=gemeente)
    return woont(stad, besluit(dossier, stad, van), van, tot)


def kosten(stad: Stad, gemeente: str, bedrag: Decimal, op: date, jaar: int = 0) -> None:
    """Costs of a municipality in the ledger, paid from the bank."""
    with in_de(stad):
        boeking = Boeking.objects.create(
            regio_id=stad.regio, nummer=f"proef-{next(NUMMERS)}", op=op, jaar=jaar or op.year, omschrijving="proef",
            bron="proef",
        )  # fmt: skip
        schema = rekeningen(stad.regio)
        for rekening, deel in ((schema[LASTEN], bedrag), (schema[BANK], -bedrag)):
            Boekingsregel.objects.create(
                regio_id=stad.regio, boeking=boeking, rekening=rekening, college_code=gemeente, bedrag=deel
            )


def in_dienst(stad: Stad, naam: str, rol: Rol, college: str) -> Account:
    """Somebody new at work for a college."""
    account = Account.objects.create_user(f"{naam}@{stad.regio}.test", "geheim", regio_id=stad.regio, naam=naam)
    with in_de(stad):
        Aanstelling.objects.create(
            regio_id=stad.regio, account=account, rol=rol.value, periode=ALTIJD,
            college=College.objects.get(regio_id=stad.regio, code=college),
        )  # fmt: skip
    stad.accounts[naam] = account
    return account
