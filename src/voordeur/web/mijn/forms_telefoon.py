"""The forms of a code on the telephone, for who chooses to log in with one."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from voordeur.kern.models import Account

from .forms_ingang import _geheim


class EigenWachtwoord(forms.Form):
    """The own password once more, before something changes in how one logs in."""

    wachtwoord = _geheim(_("Uw wachtwoord van nu"), _("Vul uw wachtwoord in."), "current-password")

    def __init__(self, *delen: Any, account: Account, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.account = account

    def clean_wachtwoord(self) -> str:
        ingevuld: str = self.cleaned_data["wachtwoord"]
        if not self.account.check_password(ingevuld):
            raise forms.ValidationError(_("Dit wachtwoord klopt niet. Probeer het opnieuw."))
        return ingevuld


def _code(**kenmerken: str) -> forms.CharField:
    invoer = forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false", **kenmerken})
    fouten = {"required": _("Vul de code in.")}
    return forms.CharField(label=_("Code van uw telefoon"), max_length=40, error_messages=fouten, widget=invoer)


class KoppelTelefoon(EigenWachtwoord, ActivateTOTPForm):  # type: ignore[misc]
    """The first code that the telephone shows, and the password."""

    field_order = ("code", "wachtwoord")
    code = _code(inputmode="numeric")

    def __init__(self, *delen: Any, account: Account, **velden: Any) -> None:
        super().__init__(*delen, account=account, user=account, **velden)
        self.fields["code"].help_text = _("Dit zijn 6 cijfers.")


class CodeBijInloggen(AuthenticateForm):  # type: ignore[misc]
    """The code of the telephone, or one that was kept for when it is lost."""

    code = _code()

    def __init__(self, *delen: Any, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.fields["code"].help_text = _("Geen telefoon bij de hand? Vul dan een bewaarde code in.")
