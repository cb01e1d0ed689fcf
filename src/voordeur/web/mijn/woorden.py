"""Small words that the resident's pages share: a day in full, days that are left."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext

from voordeur.regels.verwoorden import NEDERLANDS
from voordeur.toegang.documentsoorten import DOCUMENTSOORTEN

# how a letter of the resident's own is called for staff
VAN_U = DOCUMENTSOORTEN["brief_inwoner"]
# letters that are called after what they are about, for who reads another language
TITELS: tuple[tuple[str, Any], ...] = (
    (r"Besluit op uw aanvraag voor ", gettext_lazy("Besluit op uw aanvraag")),
    (r"Verslag van ons onderzoek ", gettext_lazy("Verslag van ons onderzoek")),
    (r"Er is meer tijd voor ", gettext_lazy("Er is meer tijd nodig")),
    (r"De tijd voor .+ loopt weer", gettext_lazy("Onze termijn loopt weer")),
    (r".+ komt later$", gettext_lazy("Het komt later")),
)


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


def titel_van(titel: str) -> str:
    """What a paper is called, in the language of the reader as far as we know it."""
    if titel == VAN_U:
        return gettext("Uw brief")
    if taal() == NEDERLANDS:
        return titel
    return next((str(anders) for begin, anders in TITELS if re.match(begin, titel)), gettext(titel))
