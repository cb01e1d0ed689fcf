"""Small words that the resident's pages share: a day in full, days that are left."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from voordeur.regels.verwoorden import NEDERLANDS


def taal() -> str:
    """The language of the reader, as the texts of the rules know it: 'nl', 'en'."""
    return (get_language() or NEDERLANDS).partition("-")[0]


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
