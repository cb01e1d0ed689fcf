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


def _code_in_onze_woorden(veld: Any) -> None:
    veld.label, veld.error_messages = _("Code van uw telefoon"), {"required": _("Vul de code in.")}
    veld.widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false"})


class KoppelTelefoon(EigenWachtwoord, ActivateTOTPForm):  # type: ignore[misc]
    """The first code that the telephone shows, and the password."""

    field_order = ("code", "wachtwoord")

    def __init__(self, *delen: Any, account: Account, **velden: Any) -> None:
        super().__init__(*delen, account=account, user=account, **velden)
        _code_in_onze_woorden(self.fields["code"])
        self.fields["code"].widget.attrs["inputmode"] = "numeric"
        self.fields["code"].help_text = _("Dit zijn 6 cijfers.")


class CodeBijInloggen(AuthenticateForm):  # type: ignore[misc]
    """The code of the telephone, or one that was kept for when it is lost."""

    def __init__(self, *delen: Any, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        _code_in_onze_woorden(self.fields["code"])
        self.fields["code"].help_text = _("Geen telefoon bij de hand? Vul dan een bewaarde code in.")
