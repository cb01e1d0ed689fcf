"""What the database refuses, by the name of its constraint, as a refusal in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from .fouten import Geweigerd


@contextmanager
def als_geschonden(weigeringen: Mapping[str, Geweigerd]) -> Iterator[None]:
    """Do something in a savepoint; a constraint that it breaks becomes the refusal of that name, others stay."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as fout:
        weigering = weigeringen.get(constraint_van(fout))
        if weigering is None:
            raise
        raise weigering from fout


def constraint_van(fout: IntegrityError) -> str:
    """The name of the constraint that was broken; empty when the database does not say."""
    return str(getattr(getattr(fout.__cause__, "diag", None), "constraint_name", None) or "")
