"""The invented sixth region of the documentation, made by its file, with people who work there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from psycopg.types.range import Range as DateRange

from tests.stad import ALTIJD, CENTRUM, Stad
from voordeur.beheer.actions.regio import Nieuweregio, maak_regio
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.models import Aanstelling, Account, College, Organisatie
from voordeur.kern.queries import regeling_van

BESTAND = Path(__file__).parents[2] / "docs" / "voorbeelden" / "zesde-regio" / "regeling.toml"
OP = date(2026, 3, 2)


def inhoud(id_: str) -> bytes:
    """The file with another id, so that each test has a region of its own."""
    return BESTAND.read_bytes().replace(b"waterland-oost", id_.encode())


def maak(id_: str) -> Nieuweregio:
    return maak_regio(inhoud(id_), f"beheer@{id_}.example", op=date(2025, 1, 1))


def bevolk(id_: str) -> Stad:
    """The same region with staff and a provider, as the other tests know one."""
    kaal = Actor(id_, None, "bouwer", colleges=frozenset({"9901", "9902", "9903", "9904"}), vanwaar="test")
    with als(kaal):
        regeling, _ = regeling_van(id_, OP)
        een, twee = (Organisatie.objects.create(regio_id=id_, naam=naam, soort="aanbieder") for naam in ("Een", "Twee"))
        stad = Stad(id_, regeling, "9901", "9902", "9903", een.pk, twee.pk)
        centrum = College.objects.get(code="9901")
        College.objects.update(adres="Postbus 1\n1234 AB Waterdam", telefoon="14 0123")
        for naam, rol in CENTRUM.items():
            _in_dienst(stad, naam, rol, college=centrum)
        _in_dienst(stad, "aanbieder", Rol.AANBIEDER, organisatie=een)
    return stad


def _in_dienst(stad: Stad, naam: str, rol: Rol, **waar: object) -> None:
    account = Account.objects.create_user(
        f"{naam}@{stad.regio}.test", "geheim", regio_id=stad.regio, naam=naam.capitalize(), functie=rol.value,
        telefoon="0123 456 789",
    )  # fmt: skip
    periode: DateRange[date] = ALTIJD
    Aanstelling.objects.create(regio_id=stad.regio, account=account, rol=rol.value, periode=periode, **waar)
    stad.accounts[naam] = account
