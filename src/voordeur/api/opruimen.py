"""How long is remembered what was made; apart from answering calls, so that who cleans up need not load that."""

from __future__ import annotations

from datetime import timedelta

from django.db.models.functions import Now

from .models import Herhaling

BEWAARD = timedelta(hours=24)


def ruim_herhalingen_op() -> int:
    """Forget what was made longer ago than a key is kept, in the region of who acts. Returns how many."""
    return Herhaling.objects.filter(om__lt=Now() - BEWAARD).delete()[0]
