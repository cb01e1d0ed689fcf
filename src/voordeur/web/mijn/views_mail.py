"""The page on which a resident says where a mail may go when there is news, or that none may."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voordeur.inwoner.mailadres import GeenMailadres, mailadres_van, stel_mail_in
from voordeur.inwoner.models import Inwoner
from voordeur.kern.actor import Rol
from voordeur.schermen.verzoek import Verzoek, scherm

from .stap import loop, stap_van


class Mailadres(forms.Form):
    """Where a mail may go. To fill it in is to say yes."""

    mail = forms.EmailField(
        label=gettext_lazy("Uw e-mailadres"), required=False, max_length=150,
        help_text=gettext_lazy("Laat dit leeg als u geen mail wilt."),
        error_messages={"invalid": gettext_lazy("Vul een e-mailadres in, zoals naam@voorbeeld.nl.")},
    )  # fmt: skip


@scherm("mijn:mailbericht", {Rol.INWONER})
def mailbericht(request: Verzoek) -> HttpResponse:
    """Set or stop the mail that says that something new is ready."""
    inwoner = get_object_or_404(Inwoner.objects.exclude(sleutel=None), pk=UUID(str(request.actor.inwoner)))
    begin = {"mail": mailadres_van(inwoner)}
    formulier = Mailadres(request.POST if request.method == "POST" else None, initial=begin)
    stap = stap_van(
        None, _("Mail als er iets nieuws is"), _("Bewaar"),
        _("Wij mailen dan dat er iets nieuws is. In de mail staat niets over u."),
        controle=False, terug=reverse("mijn:brieven"),
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        mail = ingevuld["mail"]
        try:
            stel_mail_in(request.actor, inwoner, mail, toestemming=True, op=request.vandaag)
        except GeenMailadres as fout:
            raise ValidationError({"mail": str(fout)}) from None
        return _("U krijgt een mail als er iets nieuws is.") if mail else _("U krijgt geen mail meer.")

    return loop(request, stap, formulier, doe)
