"""A refusal as a resident reads it: in the language of the page, and never in words that are meant for staff.

Actions refuse in Dutch, and so the journal keeps it. A page says it by `zin_van`; the sentences that need a translation
are collected from the code by `gereedschap.zinnen`.
"""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import lazy
from django.utils.translation import gettext, gettext_lazy

from voordeur.kern.fouten import Geweigerd
from voordeur.regels.verwoorden import NEDERLANDS
from voordeur.schermen.views_fouten import geweigerd

from .woorden import taal

ALGEMEEN = gettext_lazy("Dit kan hier nu niet. Bel ons. Wij helpen u verder.")
# how a sentence for staff, or one with something filled in, begins: what a resident reads in its place
IN_EIGEN_WOORDEN: tuple[tuple[str, Any], ...] = (
    (r"U mag dit op .+ niet doen voor ", gettext_lazy("U mag dit niet doen. Bel ons als u vragen hebt.")),
    (r"Dit dossier is nu bij de stap ", gettext_lazy("Uw zaak is nu bij een andere stap. Dit kan niet meer.")),
    (r"Er ligt een besluit klaar ", gettext_lazy("Wij werken al aan ons besluit. Bel ons als u nog iets wilt zeggen.")),
    (r"Dit bestand is te groot\. ", gettext_lazy("Dit bestand is te groot. Kies een kleiner bestand.")),
    (r"PDF, JPEG, PNG, Word of ODT\. ", gettext_lazy("Kies een foto of een PDF.")),
    (r"Deze inwoner is nog geen twaalf\.", gettext_lazy("U bent nog geen twaalf. Uw ouder of voogd kan dit vragen.")),
    (r"De gegevens van deze inwoner ", gettext_lazy("Uw gegevens zijn vernietigd. Er kan niets meer bij.")),
    (r"Schrijf op waar.+ de inwoner ", gettext_lazy("Schrijf op waarmee u het niet eens bent.")),
    (r"Er is nog geen verslag\. ", gettext_lazy("Er is nog geen verslag. U krijgt het van ons na het gesprek.")),
    (r"Er ligt al een ingebrekestelling", gettext_lazy("U zei ons al dat wij te laat zijn. Wij werken eraan.")),
    (r"(Dit doet een mens|Een ingebrekestelling hoort|Aan deze inwoner gaat niets|Het besluit is van) ", ALGEMEEN),
    (r"Van .+ ontbreekt het postadres ", ALGEMEEN),
    (r".+ Vul dit eerst aan\.$", ALGEMEEN),
)


def eigen_woorden(zin: str) -> Any:
    """What a resident reads in place of a sentence; None when they read the sentence itself."""
    return next((woorden for begin, woorden in IN_EIGEN_WOORDEN if re.match(begin, zin, re.S)), None)


def zin_van(zin: str) -> str:
    """A Dutch sentence of a refusal for who reads the page. What has no translation becomes a general one."""
    eigen = eigen_woorden(zin)
    vertaald = str(eigen) if eigen is not None else gettext(zin)
    return str(ALGEMEEN) if vertaald == zin and taal() != NEDERLANDS else vertaald


zin_van_lazy = lazy(zin_van, str)


def bij_velden(fout: ValidationError) -> ValidationError:
    """The same mistakes at the same fields, as a resident reads them."""
    if hasattr(fout, "error_dict"):
        return ValidationError({veld: [zin_van(zin) for zin in zinnen] for veld, zinnen in fout.message_dict.items()})
    return ValidationError([zin_van(zin) for zin in fout.messages])


def geweigerd_aan_inwoner(request: HttpRequest, weigering: Geweigerd, terug: str) -> HttpResponse:
    """The page of a refused action in the frame of a resident, and what the page did before it undone."""
    zin = zin_van(str(weigering))
    kan_lezen = not connection.needs_rollback
    pagina = (
        render(request, "mijn/weigering.html", {"zin": zin, "terug_naar": terug}, status=403) if kan_lezen else None
    )
    transaction.set_rollback(True)
    return pagina or geweigerd(Geweigerd(zin), terug)
