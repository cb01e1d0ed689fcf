"""The forms of allauth in our words: labels in plain Dutch, no placeholders, errors that say what to do."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms

TEKSTEN: dict[str, tuple[str, str]] = {
    "login": ("E-mailadres", "Vul uw e-mailadres in."),
    "email": ("E-mailadres", "Vul uw e-mailadres in."),
    "password": ("Wachtwoord", "Vul uw wachtwoord in."),
    "oldpassword": ("Uw wachtwoord van nu", "Vul uw wachtwoord van nu in."),
    "password1": ("Nieuw wachtwoord", "Vul een nieuw wachtwoord in."),
    "password2": ("Nieuw wachtwoord, nog een keer", "Vul het nieuwe wachtwoord nog een keer in."),
    "code": ("Code van uw telefoon", "Vul de code in."),
}
UITLEG = {"password1": "Gebruik minstens 12 tekens. Een paar losse woorden is goed."}


class InOnzeWoorden(forms.Form):
    """Gives every field its label, help and errors, and takes away the placeholder."""

    def __init__(self, *delen: Any, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        for naam, veld in self.fields.items():
            veld.label, verplicht = TEKSTEN[naam]
            veld.help_text = UITLEG.get(naam, "")
            veld.error_messages |= {"required": verplicht, "invalid": verplicht}
            veld.widget.attrs.pop("placeholder", None)
            if isinstance(veld, forms.EmailField):
                veld.error_messages["invalid"] = "Vul een e-mailadres in, zoals naam@gemeente.nl."
                veld.validators = []
            if naam == "code":
                veld.widget.attrs["inputmode"] = "numeric"


class _TweeKeerHetzelfde(InOnzeWoorden):
    def clean(self) -> dict[str, Any]:
        een, twee = self.cleaned_data.get("password1"), self.cleaned_data.get("password2")
        if een and twee and een != twee:
            self.add_error("password2", "Vul twee keer hetzelfde wachtwoord in.")
        return self.cleaned_data


class Inloggen(InOnzeWoorden, account.LoginForm):  # type: ignore[misc]
    """E-mail address and password."""


class OpnieuwWachtwoord(InOnzeWoorden, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that must be safe."""


class WachtwoordVergeten(InOnzeWoorden, account.ResetPasswordForm):  # type: ignore[misc]
    """Where the message goes."""


class NieuwWachtwoord(_TweeKeerHetzelfde, account.ChangePasswordForm):  # type: ignore[misc]
    """The old and the new password."""


class WachtwoordNaBericht(_TweeKeerHetzelfde, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password after the message."""


class Code(InOnzeWoorden, mfa.AuthenticateForm):  # type: ignore[misc]
    """The second factor: a code of the telephone, or a recovery code."""

    def __init__(self, *delen: Any, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.fields["code"].help_text = "Geen telefoon bij de hand? Vul dan een herstelcode in."
        self.fields["code"].widget.attrs.pop("inputmode")


class OpnieuwCode(InOnzeWoorden, mfa.ReauthenticateForm):  # type: ignore[misc]
    """A code once more, before something that must be safe."""


class KoppelTelefoon(InOnzeWoorden, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a telephone that is coupled."""
