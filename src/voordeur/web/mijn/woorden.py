"""Small words that the resident's pages share: a day in full, days that are left."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext


def dag(deze: date) -> str:
    """'2 maart 2026', in the language of the reader."""
    return date_format(deze, "j F Y")


def nog(uiterlijk: date, op: date) -> str:
    """'Nog 7 dagen', 'Dat is vandaag', or how long ago it was."""
    dagen = (uiterlijk - op).days
    if dagen == 0:
        return gettext("Dat is vandaag.")
    if dagen > 0:
        return ngettext("Nog %(aantal)d dag.", "Nog %(aantal)d dagen.", dagen) % {"aantal": dagen}
    return ngettext("Dat was %(aantal)d dag geleden.", "Dat was %(aantal)d dagen geleden.", -dagen) % {"aantal": -dagen}
