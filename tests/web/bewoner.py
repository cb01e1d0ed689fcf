"""A resident with an account, in a browser."""

from __future__ import annotations

from django.test import Client

from tests.stad import Stad
from voordeur.kern.models import Account
from voordeur.toegang.models import Dossier


def account_van(stad: Stad, dossier: Dossier) -> Account:
    """The account of the resident of a dossier; made when there was none."""
    account, _ = Account.objects.get_or_create(
        regio_id=stad.regio, inwoner=dossier.inwoner_id,
        defaults={"email": f"{dossier.nummer}@{stad.regio}.invalid", "naam": "inwoner", "soort": "inwoner"},
    )  # fmt: skip
    return account


def bewoner(stad: Stad, dossier: Dossier, **velden: object) -> Client:
    """A browser in which the resident of a dossier is logged in."""
    client = Client(**velden)  # type: ignore[arg-type]
    client.force_login(account_van(stad, dossier))
    return client
