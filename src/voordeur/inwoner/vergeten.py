"""What is wiped when the key of a resident is destroyed. A room that keeps words in the open adds its own part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.db.models import BinaryField, CharField, Field, ForeignKey, Model, TextField

from voordeur.kern.models import Account

from .models import Burgerservicenummer, Inwoner, Machtiging, Toegangscode, Zoeksleutel

Wisser = Callable[[Inwoner], None]
WISSERS: list[Wisser] = []
EIGEN = "inwoner"


def bij_vernietigen(wisser: Wisser) -> Wisser:
    """Register what a room wipes of a resident; it runs while the facts can still be read, before the key goes."""
    WISSERS.append(wisser)
    return wisser


def wis(inwoner: Inwoner) -> None:
    """Wipe all that is kept of somebody, but for codes, days and amounts: they carry the figures and the journal."""
    for wisser in WISSERS:
        wisser(inwoner)
    # by these somebody is found again, or gets in
    for gaat_weg in (Burgerservicenummer, Zoeksleutel):
        gaat_weg.objects.filter(inwoner=inwoner).delete()
    _wis_toegang(inwoner)
    for model, weg in _met_slot():
        # what is locked goes too: a copy of the key in an old backup then opens nothing in this database
        leeg = {veld.name: b"" for veld in _gesloten(model)}
        model._default_manager.filter(**{weg: inwoner}).update(**leeg)


def _wis_toegang(inwoner: Inwoner) -> None:
    """The codes, the consents, and the accounts that lead to no other file."""
    machtigingen = Machtiging.objects.filter(inwoner=inwoner)
    helpers = set(machtigingen.exclude(account=None).values_list("account_id", flat=True))
    eigen = set(Account.objects.filter(inwoner=inwoner.pk).values_list("pk", flat=True))
    Toegangscode.objects.filter(inwoner=inwoner).delete()
    machtigingen.delete()
    Account.objects.filter(pk__in=eigen).update(inwoner=None)
    helpt_nog = set(Machtiging.objects.filter(account__in=helpers | eigen).values_list("account_id", flat=True))
    Account.objects.filter(pk__in=(helpers | eigen) - helpt_nog, soort="inwoner", inwoner=None).delete()


def _met_slot() -> Iterator[tuple[type[Model], str]]:
    """Every model with locked fields that hangs on a resident or a dossier, with the way there."""
    for model in apps.get_models():
        weg = weg_naar_inwoner(model)
        if weg and _gesloten(model):
            yield model, weg


def weg_naar_inwoner(model: type[Model]) -> str:
    """How a row of a model leads to the resident it is about: 'inwoner', 'dossier__inwoner' or ''."""
    velden = {veld.name: veld for veld in model._meta.get_fields() if isinstance(veld, ForeignKey)}
    if EIGEN in velden and velden[EIGEN].related_model is Inwoner:
        return EIGEN
    return f"dossier__{EIGEN}" if "dossier" in velden else ""


def _gesloten(model: type[Model]) -> list[Field[Any, Any]]:
    return [veld for veld in model._meta.get_fields() if isinstance(veld, BinaryField)]


def open_tekst(model: type[Model]) -> list[str]:
    """The fields of a model that can hold words in the open: a test asks of each what becomes of it."""
    return [
        veld.name for veld in model._meta.get_fields()
        if isinstance(veld, (CharField, TextField)) and not veld.choices
    ]  # fmt: skip
